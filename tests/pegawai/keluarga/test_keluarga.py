"""Family ties: declared by oneself, seen by oneself, asked by the recusal check alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from jejak.models import IsiPeristiwa, Peristiwa
from organisasi.izin import Peran
from organisasi.models import Pengguna
from pegawai.models import HubunganKeluarga, Pegawai
from pegawai.selectors.keluarga import punya_hubungan
from pegawai.services.keluarga import MAKS_PERNYATAAN, nyatakan_keluarga, tarik_keluarga
from tests.factories import organisasi, pegawai
from tests.pegawai.dunia import Dunia, masuk, teks
from toolkit.policy import OutOfReach, Refusal

PER = date(2026, 6, 1)
URL = "/profil-saya/keluarga/"


@pytest.fixture
def siti(d: Dunia) -> Pengguna:
    """Siti with an account of her own."""
    akun = organisasi.pengguna(Peran.PEGAWAI, nama="Siti")
    Pegawai.objects.filter(pk=d.siti.pk).update(pengguna=akun)
    return akun


def _nyatakan(d: Dunia, oleh: Pengguna, **lain: Any) -> HubunganKeluarga:
    isi = {"nip": d.budi.nip, "nama": "Budi Santoso, S.E.", "jenis": "ipar"} | lain
    return nyatakan_keluarga(d.siti.pk, oleh=oleh, per=PER, **isi)


def test_a_tie_is_one_whoever_of_the_two_declared_it_until_withdrawn(
    d: Dunia, siti: Pengguna
) -> None:
    hubungan = _nyatakan(d, siti)

    assert punya_hubungan(d.siti.pk, d.budi.pk)
    assert punya_hubungan(d.budi.pk, d.siti.pk)
    tarik_keluarga(d.siti.pk, hubungan.pk, oleh=siti, per=PER)
    assert not punya_hubungan(d.budi.pk, d.siti.pk)
    with pytest.raises(OutOfReach):
        tarik_keluarga(d.siti.pk, hubungan.pk, oleh=siti, per=PER)


def test_the_trail_says_that_and_by_whom_but_not_with_whom(d: Dunia, siti: Pengguna) -> None:
    hubungan = _nyatakan(d, siti)
    tarik_keluarga(d.siti.pk, hubungan.pk, oleh=siti, per=PER)

    jejak = list(Peristiwa.objects.filter(tindakan__startswith="pegawai.keluarga").order_by("pk"))
    assert [(j.tindakan, j.objek_id) for j in jejak] == [
        ("pegawai.keluarga.dinyatakan", str(d.siti.pk)),
        ("pegawai.keluarga.ditarik", str(d.siti.pk)),
    ]
    isi = "".join(IsiPeristiwa.objects.values_list("isi", flat=True))
    assert "BUDI" not in isi
    assert d.budi.nip not in isi
    assert "ipar" not in isi.casefold()


@pytest.mark.parametrize(
    "lain",
    [
        pytest.param({"nip": "199909092024011001"}, id="a number nobody has"),
        pytest.param({"nama": "Rahmat Hidayat"}, id="another name"),
        pytest.param({"nama": "Budi"}, id="half a name"),
        pytest.param({"nama": "Budi Santoso Rahmat Siti Ani Joko Tono"}, id="a list of names"),
    ],
)
def test_a_wrong_number_and_a_wrong_name_get_one_answer(
    d: Dunia, siti: Pengguna, lain: dict[str, str]
) -> None:
    with pytest.raises(Refusal) as penolakan:
        _nyatakan(d, siti, **lain)

    assert penolakan.value.kode == "tidak_cocok"
    assert penolakan.value.kalimat.startswith("NIP dan nama itu tidak cocok dengan satu pegawai")
    assert not HubunganKeluarga.objects.exists()


def test_oneself_twice_and_without_end_is_refused(d: Dunia, siti: Pengguna) -> None:
    _nyatakan(d, siti)

    with pytest.raises(Refusal) as lagi:
        _nyatakan(d, siti, jenis="saudara")
    with pytest.raises(Refusal) as diri:
        _nyatakan(d, siti, nip=d.siti.nip, nama="Siti Nur'aini")
    HubunganKeluarga.objects.bulk_create(
        HubunganKeluarga(
            pegawai=d.siti, kerabat=pegawai.pegawai(f"ORANG {i}"), jenis="anak", mulai=PER
        )
        for i in range(MAKS_PERNYATAAN - 1)
    )
    lain = pegawai.pegawai("RINA WATI")
    with pytest.raises(Refusal) as banyak:
        _nyatakan(d, siti, nip=lain.nip, nama="Rina Wati")

    assert [x.value.kode for x in (lagi, diri, banyak)] == [
        "sudah_ada", "diri_sendiri", "terlalu_banyak",
    ]  # fmt: skip


def test_nobody_declares_for_another(d: Dunia, siti: Pengguna) -> None:
    with pytest.raises(OutOfReach):
        _nyatakan(d, d.kabid)
    hubungan = _nyatakan(d, siti)
    with pytest.raises(OutOfReach):
        tarik_keluarga(d.siti.pk, hubungan.pk, oleh=d.kabid, per=PER)


def test_the_page_declares_shows_and_withdraws_ones_own(
    client: Client, d: Dunia, siti: Pengguna
) -> None:
    masuk(client, siti)
    salah = client.post(URL, {"nip": d.budi.nip, "nama": "Entah", "jenis": "ipar"})
    benar = client.post(URL, {"nip": d.budi.nip, "nama": "budi santoso", "jenis": "ipar"})
    isi = teks(client.get(URL))
    hubungan = HubunganKeluarga.objects.get()

    assert salah.status_code == 422
    assert "tidak cocok dengan satu pegawai" in teks(salah)
    assert (benar.status_code, benar["Location"]) == (302, URL)
    assert "BUDI SANTOSO" in isi
    assert "Ipar, mertua, atau menantu" in isi
    assert client.post(f"{URL}{hubungan.pk}/tarik/").status_code == 302
    assert "Belum ada pernyataan." in teks(client.get(URL))


@pytest.mark.sekali
def test_nobody_else_learns_of_it_from_any_page_list_export_or_trail(
    client: Client, d: Dunia, siti: Pengguna
) -> None:
    budi = organisasi.pengguna(Peran.PEGAWAI, nama="Budi")
    Pegawai.objects.filter(pk=d.budi.pk).update(pengguna=budi)
    sebelum = _semua_halaman(client, d, budi)

    _nyatakan(d, siti, jenis="pasangan")
    sesudah = _semua_halaman(client, d, budi)

    assert sesudah.keys() == sebelum.keys()
    for alamat, isi in sesudah.items():
        assert isi.count("Suami/istri") == sebelum[alamat].count("Suami/istri"), alamat
        if "jejak" not in alamat[1]:
            assert isi.count("SITI") == sebelum[alamat].count("SITI"), alamat
            assert isi.count("BUDI") == sebelum[alamat].count("BUDI"), alamat
        else:
            assert "BUDI" not in isi, alamat


def _semua_halaman(client: Client, d: Dunia, budi: Pengguna) -> dict[tuple[str, str], str]:
    """What the named person himself and the strongest readers see."""
    inspektorat = Pengguna.objects.filter(nama="Inspektur").first()
    inspektorat = inspektorat or organisasi.pengguna(Peran.INSPEKTORAT, nama="Inspektur")
    alamat = (
        URL, "/profil-saya/", f"/pegawai/{d.siti.pk}/", "/pegawai/", "/pegawai/ekspor/?bentuk=csv",
        "/pegawai/cari/?q=santoso", "/jejak/", "/pemberitahuan/",
    )  # fmt: skip
    hasil = {}
    for siapa in (budi, d.kabid, inspektorat):
        masuk(client, siapa)
        for satu in alamat:
            jawaban = client.get(satu)
            isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
            hasil[siapa.nama, satu] = isi.decode()
    return hasil
