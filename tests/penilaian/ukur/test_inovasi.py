"""Innovations: one's own, verified by another, counted once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from organisasi.izin import Peran
from organisasi.models import Pemberitahuan, Pengguna
from pegawai.models import Pegawai
from penilaian.models import Inovasi
from penilaian.selectors.inovasi import jumlah_inovasi
from penilaian.services.inovasi import IsiInovasi, ajukan_inovasi, putuskan_inovasi
from penilaian.services.periode import buka_periode, tutup_periode
from tests.factories import organisasi as org
from tests.helpers.dunia_ukur import berkas_bukti
from tests.penilaian.ukur.conftest import PER, Dunia
from toolkit.policy import Refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]
ALASAN = "Angkanya dicocokkan dengan buku tamu."
MANFAAT = "Waktu tunggu turun dari 45 menjadi 20 menit."


def ajukan(dunia: Dunia, oleh: Pengguna, judul: str = "Antrean daring",
           tanggal: date = date(2025, 4, 1), kode: str = "2025") -> Inovasi:  # fmt: skip
    masa = dunia.masa if kode == "2025" else buka_periode(kode, per=PER, oleh=dunia.analis)
    return ajukan_inovasi(masa.pk, IsiInovasi(judul, MANFAAT, tanggal), per=PER, oleh=oleh)


def putuskan(satu: Inovasi, oleh: Pengguna, *, terima: bool = True) -> Inovasi:
    return putuskan_inovasi(satu.pk, terima=terima, alasan=ALASAN, per=PER, oleh=oleh)


def kode_tolak(tindakan: Any) -> str:
    with pytest.raises(Refusal) as galat:
        tindakan()
    return galat.value.kode


@pytest.fixture
def ani(dunia: Dunia) -> Pengguna:
    assert dunia.ani.pengguna is not None
    return dunia.ani.pengguna


def test_a_title_is_proposed_once_in_a_period_by_its_own_author(
    dunia: Dunia, ani: Pengguna
) -> None:
    satu = ajukan(dunia, ani)

    assert satu.pegawai == dunia.ani
    assert kode_tolak(lambda: ajukan(dunia, ani, "ANTREAN DARING")) == "kembar"
    putuskan(satu, dunia.kepala, terima=False)
    assert ajukan(dunia, ani).pk != satu.pk
    assert kode_tolak(lambda: ajukan(dunia, ani, "Lain", date(2024, 12, 31))) == "bukan_saatnya"
    assert kode_tolak(lambda: ajukan(dunia, dunia.analis, "Lain")) == "bukan_saatnya"
    assert kode_tolak(lambda: ajukan(dunia, ani, "Esok", date(2026, 6, 2), "2026")) == (
        "bukan_saatnya"
    )


def test_another_over_the_unit_verifies_once_and_the_author_is_told(
    dunia: Dunia, ani: Pengguna
) -> None:
    satu = ajukan(dunia, ani)
    luar = org.pengguna(Peran.KEPALA_UNIT, unit=dunia.unit["bkd"])

    assert kode_tolak(lambda: putuskan(satu, luar)) == "tidak_ditemukan"
    assert kode_tolak(lambda: putuskan(satu, dunia.operator)) == "tidak_berhak"
    assert kode_tolak(
        lambda: putuskan_inovasi(satu.pk, terima=True, alasan="ok", per=PER, oleh=dunia.kepala)
    ) == "alasan"  # fmt: skip
    assert putuskan(satu, dunia.kepala).keadaan == "terverifikasi"
    assert kode_tolak(lambda: putuskan(satu, dunia.kepala)) == "bukan_saatnya"
    assert Pemberitahuan.objects.get(untuk=ani).judul == "Inovasi Anda: terverifikasi"


def test_a_head_does_not_verify_himself_and_a_closed_period_is_past(dunia: Dunia) -> None:
    Pegawai.objects.filter(pk=dunia.citra.pk).update(
        pengguna=dunia.kepala, unit=dunia.unit["disdik"]
    )
    satu = ajukan(dunia, dunia.kepala)
    assert kode_tolak(lambda: putuskan(satu, dunia.kepala)) == "perkara_sendiri"

    tutup_periode(dunia.masa.pk, per=PER, oleh=dunia.analis)

    kepala_bkpsdm = org.pengguna(Peran.KEPALA_BKPSDM)
    assert kode_tolak(lambda: putuskan(satu, kepala_bkpsdm)) == "bukan_saatnya"


def test_what_counted_in_a_quarter_counts_once_in_its_year(dunia: Dunia, ani: Pengguna) -> None:
    tw2 = ajukan(dunia, ani, kode="2025-TW2")
    setahun = ajukan(dunia, ani, "antrean DARING", date(2025, 4, 2))
    tolak, tunggu = ajukan(dunia, ani, "Ditolak"), ajukan(dunia, ani, "Menunggu")
    for satu in (tw2, setahun):
        putuskan(satu, dunia.kepala)
    putuskan(tolak, dunia.kepala, terima=False)

    orang = [dunia.ani.pk, dunia.budi.pk]

    assert jumlah_inovasi(dunia.masa, orang) == {dunia.ani.pk: 1}
    assert jumlah_inovasi(tw2.periode, orang) == {dunia.ani.pk: 1}
    assert jumlah_inovasi(dunia.masa, [dunia.budi.pk]) == {}
    assert set(Inovasi.objects.pada(dunia.masa)) == {tw2, setahun, tunggu}
    # What was left waiting in a closed quarter can be verified no more: the year waits for none.
    Inovasi.objects.filter(pk=tunggu.pk).update(periode=tw2.periode)
    tutup_periode(tw2.periode_id, per=PER, oleh=dunia.analis)
    assert set(Inovasi.objects.pada(dunia.masa)) == {tw2, setahun}
    assert set(Inovasi.objects.pada(tw2.periode)) == {tw2, setahun, tunggu}


@pytest.mark.sekali
def test_from_the_form_to_the_decision_on_screen(dunia: Dunia, ani: Pengguna) -> None:
    sendiri, kepala = Client(), Client()
    sendiri.force_login(ani)
    kepala.force_login(dunia.kepala)
    url = reverse("penilaian:inovasi-saya")
    isi = {"periode": dunia.masa.pk, "judul": "Antrean daring", "manfaat": MANFAAT}

    keliru = sendiri.post(url, isi | {"tanggal": "2024-01-01"})
    sendiri.post(url, isi | {"tanggal": "2025-04-01", "berkas": berkas_bukti()})
    satu = Inovasi.objects.get()
    daftar = kepala.get(reverse("penilaian:inovasi"), {"keadaan": "diajukan"})
    putus = reverse("penilaian:inovasi-putuskan", args=[satu.pk])
    tanpa = kepala.post(putus, {"alasan": "x"})
    kepala.post(putus, {"putusan": "terima", "alasan": ALASAN})
    sesudah = sendiri.get(url).content.decode()

    assert list(keliru.context["form"].errors) == ["tanggal"]
    assert [i.pk for i in daftar.context["page"]] == [satu.pk]
    assert (tanpa.status_code, set(tanpa.context["form"].errors)) == (422, {"putusan", "alasan"})
    assert ALASAN in sesudah
    assert satu.bukti is not None
    assert sendiri.get(reverse("penilaian:inovasi")).status_code == 403
