"""Values recorded by hand: versions, reasons, evidence, who may, what a superior is warned of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from jejak.models import AksesData
from organisasi.izin import Peran
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from penilaian.models import NilaiIndikator, PeriodeKinerja
from penilaian.policies.indikator import catat_indikator
from penilaian.selectors.nilai_tercatat import awas_setahun
from penilaian.selectors.tetapan import tetapan_penilaian
from penilaian.services.indikator import IsiIndikator, catat_nilai
from penilaian.services.periode import buka_periode
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories.nilai import nilai_indikator, periode
from tests.helpers.dunia_ukur import berkas_bukti
from tests.helpers.layar import masuk
from tests.penilaian.ukur.conftest import PER, Dunia
from toolkit.policy import Refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]
BENAR = {"hari_kerja": 230, "hari_hadir": 228, "hari_sah": 2, "hari_alpa": 0, "sumber": "rekap"}


def alamat(orang: Pegawai, kelompok: str = "kehadiran", masa: str = "2025") -> str:
    return f"{reverse('penilaian:indikator-catat', args=[orang.pk, kelompok])}?periode={masa}"


def catat(dunia: Dunia, oleh: Pengguna, *, siapa: Pegawai | None = None, **nilai: Any) -> int:
    isi = {k: None if v is None else Decimal(v) for k, v in nilai.items() if k in BENAR}
    return catat_nilai(
        (siapa or dunia.ani).pk, dunia.masa.pk,
        IsiIndikator(isi, "rekap", alasan=nilai.get("alasan", ""), stempel=nilai.get("stempel")),
        per=PER, oleh=oleh,
    )  # fmt: skip


def alasan_tolak(dunia: Dunia, oleh: Pengguna, **lain: Any) -> str:
    with pytest.raises(Refusal) as galat:
        catat(dunia, oleh, **lain)
    return galat.value.kode


def test_a_form_records_a_group_with_its_evidence_and_a_correction_becomes_the_next_version(
    dunia: Dunia,
) -> None:
    client = masuk(dunia.operator)
    form = client.get(alamat(dunia.ani)).context["form"]
    isi = BENAR | {"stempel": form["stempel"].value(), "berkas": berkas_bukti()}
    client.post(alamat(dunia.ani), isi)
    stempel = client.get(alamat(dunia.ani)).context["form"]["stempel"].value()

    tanpa = client.post(alamat(dunia.ani), BENAR | {"hari_sah": 1, "hari_alpa": 1})
    beres = client.post(
        alamat(dunia.ani),
        BENAR | {"hari_sah": 1, "hari_alpa": 1, "alasan": "Surat ditolak", "stempel": stempel},
        follow=True,
    )  # fmt: skip

    assert tanpa.status_code == 422
    assert tanpa.context["form"].errors == {"alasan": ["Sebutkan alasan koreksinya."]}
    assert "2 nilai kehadiran tersimpan." in beres.content.decode()
    assert "Riwayat koreksi (2)" in beres.content.decode()
    versi = NilaiIndikator.objects.filter(indikator="hari_sah").order_by("pk")
    assert [(v.nilai, v.digantikan_oleh, v.bukti is None) for v in versi] == [
        (2, dunia.operator, False), (1, None, True),
    ]  # fmt: skip
    assert AksesData.objects.filter(pegawai_id=str(dunia.ani.pk)).exists()


@pytest.mark.sekali
def test_a_form_names_each_impossible_value_beside_its_field(dunia: Dunia) -> None:
    client = masuk(dunia.operator)
    isi = BENAR | {"hari_hadir": 299, "hari_tepat": -1, "berkas": berkas_bukti("rekap.xlsx")}

    satu = client.post(alamat(dunia.ani), isi)
    dua = client.post(alamat(dunia.ani), BENAR | {"hari_hadir": 299})

    assert (satu.status_code, dua.status_code) == (422, 422)
    assert set(satu.context["form"].errors) == {"hari_tepat", "berkas"}
    assert dua.context["form"].errors == {
        "hari_hadir": ["Hari hadir 299, melebihi hari kerja 230 (130%)."]
    }
    assert "Ada yang perlu diperbaiki" in dua.content.decode()
    assert not NilaiIndikator.objects.exists()


def test_the_act_asks_again_who_and_what_and_when(dunia: Dunia) -> None:
    assert catat(dunia, dunia.kepala, hari_kerja=230) == 1
    assert catat(dunia, dunia.kepala, hari_kerja=230) == 0

    assert alasan_tolak(dunia, dunia.kepala, hari_hadir=231) == "mustahil"
    assert alasan_tolak(dunia, dunia.kepala, hari_kerja=231) == "alasan"
    assert alasan_tolak(dunia, dunia.kepala, hari_kerja=231, stempel="0-0") == "sudah_berubah"
    assert alasan_tolak(dunia, dunia.operator, siapa=dunia.budi, hari_kerja=1) == "perkara_sendiri"
    assert alasan_tolak(dunia, dunia.operator, siapa=dunia.citra, hari_kerja=1) == "tidak_ditemukan"
    tpk = org.pengguna(Peran.TPK_ANGGOTA)
    assert alasan_tolak(dunia, tpk, hari_kerja=1) == "tidak_berhak"
    assert catat(dunia, dunia.kepala, hari_kerja=None, alasan="Salah orang") == 1
    assert not NilaiIndikator.objects.berlaku().exists()
    dunia.masa.ditutup_pada, dunia.masa.ditutup_oleh = timezone.now(), dunia.analis
    dunia.masa.save()
    assert alasan_tolak(dunia, dunia.kepala, hari_kerja=1) == "bukan_saatnya"
    nanti = buka_periode("2026-TW4", per=PER, oleh=dunia.analis)
    assert catat_indikator.reasons(dunia.ani, nanti, dunia.kepala, per=PER) == [
        "Triwulan IV 2026 baru mulai 1 Oktober 2026."
    ]


@pytest.mark.sekali
def test_pages_open_to_the_person_and_his_superiors_and_warn_only_those_who_see_results(
    dunia: Dunia,
) -> None:
    nilai_indikator(dunia.ani, dunia.masa, hari_kerja=230, hari_hadir=218, hari_sah=0,
                    hari_alpa=12, hari_alpa_beruntun=4, hari_tepat=200, menit_terlambat=900,
                    menit_pulang_cepat=0)  # fmt: skip
    assert dunia.ani.pengguna is not None
    luar = org.pengguna(Peran.KEPALA_UNIT, unit=dunia.unit["bkd"])
    url = f"{reverse('penilaian:indikator-orang', args=[dunia.ani.pk])}?periode=2025"

    isi = {
        nama: masuk(siapa).get(url)
        for nama, siapa in {
            "ani": dunia.ani.pengguna, "operator": dunia.operator, "kepala": dunia.kepala,
            "analis": dunia.analis, "luar": luar,
        }.items()
    }  # fmt: skip
    daftar = {
        nama: masuk(siapa).get(reverse("penilaian:indikator") + "?periode=2025")
        for nama, siapa in {"operator": dunia.operator, "kepala": dunia.kepala}.items()
    }

    assert {nama: j.status_code for nama, j in isi.items()} == {
        "ani": 200, "operator": 200, "kepala": 200, "analis": 200, "luar": 404,
    }  # fmt: skip
    berawas = {nama for nama, j in isi.items() if b"PP 94/2021" in j.content}
    assert berawas == {"kepala", "analis"}
    assert "bukan hukuman" in isi["kepala"].content.decode()
    assert b"14 hari tanpa alasan" in daftar["kepala"].content
    assert b"14 hari tanpa alasan" not in daftar["operator"].content
    assert b"Catat kehadiran" not in isi["ani"].content


def test_absence_of_a_year_counts_no_day_twice_and_takes_the_graver_reading(dunia: Dunia) -> None:
    def masa(kode: str) -> PeriodeKinerja:
        return buka_periode(kode, per=PER, oleh=dunia.analis)

    lengkap = {"hari_alpa_beruntun": 1, "menit_terlambat": 0, "menit_pulang_cepat": 0}
    nilai_indikator(dunia.ani, dunia.masa, hari_alpa=5, **lengkap)
    nilai_indikator(dunia.ani, masa("2025-TW1"), hari_alpa=4, **lengkap)
    nilai_indikator(dunia.ani, masa("2025-02"), hari_alpa=3, **lengkap)
    nilai_indikator(dunia.ani, masa("2025-05"), hari_alpa=3, **lengkap)
    k = tetapan_penilaian(per=date(2025, 12, 31))

    awas = awas_setahun([dunia.ani.pk, dunia.budi.pk], 2025, k)

    # The months say six days, the year five, the quarter with May seven but never both.
    assert (set(awas), awas[dunia.ani.pk].absen.jumlah) == ({dunia.ani.pk}, 6)
    pita = awas[dunia.ani.pk].pita
    assert pita is not None
    assert pita.tingkat == "ringan"


@pytest.mark.sekali
def test_the_list_says_who_lacks_what_and_asks_the_same_questions_for_many(dunia: Dunia) -> None:
    nilai_indikator(dunia.ani, dunia.masa, hari_kerja=230, hari_hadir=228)
    client, url = masuk(dunia.operator), reverse("penilaian:indikator")

    semua = client.get(url, {"periode": "2025"})
    with CaptureQueriesContext(connection) as sedikit:
        kurang = client.get(url, {"periode": "2025", "belum": "kehadiran"})
    guru = peg.formasi(dunia.unit["sd1"], dunia.ani.jabatan)  # type: ignore[arg-type]
    for nomor in range(12):
        nilai_indikator(peg.pegawai(f"ORANG {nomor}", post=guru), dunia.masa, tugas_jatuh_tempo=3)
    with CaptureQueriesContext(connection) as banyak:
        client.get(url, {"periode": "2025", "belum": "kehadiran"})

    def nama(jawaban: Any) -> list[str]:
        return [b.pegawai.nama for b in jawaban.context["rows"]]

    assert (nama(semua), nama(kurang)) == (["ANI", "BUDI"], ["BUDI"])
    assert [n for _, n in semua.context["d"].kurang] == [1, 2, 2]
    assert len(sedikit) == len(banyak) <= 15
    assert nama(client.get(url, {"q": "ani", "periode": "2025"})) == ["ANI"]
    sd2 = client.get(url, {"unit": str(dunia.unit["sd2"].pk), "periode": "2025"})
    assert nama(sd2) == ["BUDI"]


@pytest.mark.sekali
def test_without_a_period_the_page_says_what_comes_first(dunia: Dunia) -> None:
    periode().delete()

    jawaban = masuk(dunia.operator).get(reverse("penilaian:indikator"))

    assert "Belum ada periode" in jawaban.content.decode()
