"""The file of one person, one's own file, search while typing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jejak.models import AksesData
from organisasi.izin import Peran
from pegawai.models import (
    Identitas,
    Pegawai,
    RiwayatDisiplin,
    RiwayatKinerja,
    RiwayatPangkat,
    RiwayatPelatihan,
    RiwayatPendidikan,
    RiwayatStatus,
    TingkatPendidikan,
)
from pegawai.services import register
from tests.factories import organisasi
from tests.helpers.htmx import periksa_potongan
from tests.pegawai.dunia import Dunia, masuk, teks

PER = date(2026, 6, 1)


def _url(orang: Pegawai) -> str:
    return f"/pegawai/{orang.pk}/"


def _riwayat(orang: Pegawai) -> None:
    """One row of every history."""
    RiwayatStatus.objects.create(pegawai=orang, status="PPPK_PW", mulai=date(2010, 1, 1))
    RiwayatPangkat.objects.create(pegawai=orang, golongan=orang.golongan, mulai=date(2022, 4, 1))
    RiwayatPendidikan.objects.create(
        pegawai=orang, tingkat=TingkatPendidikan.objects.get(kode="40"), tahun_lulus=2009
    )
    RiwayatPelatihan.objects.create(pegawai=orang, nama="Guru Penggerak", jam=310)
    RiwayatKinerja.objects.create(
        pegawai=orang, tahun=2025, hasil="DI ATAS EKSPEKTASI", perilaku="SESUAI EKSPEKTASI",
        predikat="BAIK",
    )  # fmt: skip
    RiwayatDisiplin.objects.create(
        pegawai=orang, tingkat="R", jenis="Teguran tertulis", mulai=date(2024, 2, 1)
    )
    Identitas.objects.create(pegawai=orang, jenis="NIP", nomor=orang.nip, mulai=date(2010, 1, 1))


def test_page_opens_with_who_where_and_how_long(client: Client, d: Dunia) -> None:
    Pegawai.objects.filter(pk=d.siti.pk).update(tmt_pensiun=date(2046, 10, 1))

    isi = teks(masuk(client, d.kabid).get(_url(d.siti)))

    assert "Guru Ahli Pertama" in isi
    assert "sejak 1 Maret 2020 (6 tahun 3 bulan)" in isi
    assert "Pensiun 1 Oktober 2046, 20 tahun 4 bulan lagi" in isi
    assert f'data-salin="{d.siti.nip}"' in isi


def test_person_outside_reach_does_not_exist(client: Client, d: Dunia) -> None:
    assert masuk(client, d.operator).get(_url(d.budi)).status_code == 404
    assert client.get(_url(d.siti)).status_code == 200


def test_timeline_holds_every_history(client: Client, d: Dunia) -> None:
    _riwayat(d.siti)

    isi = teks(masuk(client, d.kabid).get(_url(d.siti)))

    for bagian in (
        "Guru Penggerak", "310 JP", "hasil di atas ekspektasi, perilaku sesuai ekspektasi",
        "lulus 2009", "Teguran tertulis", "Nomor yang pernah dipakai", "PPPK Paruh Waktu",
    ):  # fmt: skip
        assert bagian in isi
    assert "PPPK_PW" not in isi


def test_sanctions_are_hidden_without_the_right(client: Client, d: Dunia) -> None:
    _riwayat(d.siti)

    isi = teks(masuk(client, d.operator).get(_url(d.siti)))

    assert "Teguran tertulis" not in isi
    assert "Riwayat disiplin hanya tampil bagi yang berhak melihatnya." in isi


def test_looking_leaves_an_access_entry(client: Client, d: Dunia) -> None:
    masuk(client, d.operator).get(_url(d.siti))

    entri = AksesData.objects.get(sasaran="pegawai")
    assert (entri.pegawai_id, entri.pelaku_nama) == (str(d.siti.pk), "Operator Disdik")


def test_looking_at_oneself_leaves_none(client: Client, d: Dunia) -> None:
    Pegawai.objects.filter(pk=d.siti.pk).update(pengguna=d.operator)

    masuk(client, d.operator).get(_url(d.siti))

    assert not AksesData.objects.exists()


@pytest.mark.parametrize(
    ("nilai", "kalimat"),
    [
        ({"hilang_sejak": date(2026, 5, 1)}, "Tidak ada di berkas SIASN terakhir"),
        ({"unit": None}, "Unitnya tidak ada di pohon unit"),
        ({"jabatan": None}, "Jabatannya tidak dikenal"),
        ({"bup": None}, "Batas usia pensiun tidak diketahui"),
        ({"tmt_pensiun": date(2026, 5, 1)}, "Sudah melewati batas usia pensiun"),
        ({"nik_valid": False}, "NIK belum valid menurut SIASN"),
        ({"instansi_kerja_lain": "BKN"}, "Bekerja di instansi lain: BKN"),
    ],
)
def test_what_cannot_be_trusted_is_said(
    client: Client, d: Dunia, nilai: dict[str, Any], kalimat: str
) -> None:
    Pegawai.objects.filter(pk=d.siti.pk).update(**nilai)

    assert kalimat in teks(masuk(client, d.kabid).get(_url(d.siti)))


def test_trail_is_shown_to_those_who_may_read_it(client: Client, d: Dunia) -> None:
    register.koreksi_data(
        d.siti.pk, oleh=d.kabid, per=PER, alasan="Salah ketik di berkas", isi={"kelamin": "L"}
    )

    assert "Alasan: Salah ketik di berkas" in teks(masuk(client, d.kabid).get(_url(d.siti)))
    assert "Jejak atas data ini" not in teks(masuk(client, d.operator).get(_url(d.siti)))


def test_long_history_costs_as_many_queries_as_a_short_one(client: Client, d: Dunia) -> None:
    masuk(client, d.kabid).get(_url(d.siti))
    with CaptureQueriesContext(connection) as pendek:
        client.get(_url(d.siti))
    _riwayat(d.siti)
    for nomor in range(20):
        register.catat_pelatihan(
            d.siti.pk, oleh=d.kabid, per=PER, nama=f"Pelatihan {nomor}", mulai=PER, alasan="SK"
        )

    with CaptureQueriesContext(connection) as panjang:
        client.get(_url(d.siti))

    # The trail's contents are one query more than no trail at all.
    assert len(pendek) + 1 == len(panjang)
    assert len(_bacaan(panjang)) <= 15


def _bacaan(kueri: Any) -> list[str]:
    """The queries of the page; the access entry is written after the answer."""
    return [q["sql"] for q in kueri if q["sql"].startswith("SELECT")]


def test_own_file_shows_who_looked_the_office_first(client: Client, d: Dunia) -> None:
    saya = organisasi.pengguna(Peran.PEGAWAI, nama="Siti")
    Pegawai.objects.filter(pk=d.siti.pk).update(pengguna=saya)
    _riwayat(d.siti)
    masuk(client, d.kabid).get(_url(d.siti))

    isi = teks(masuk(client, saya).get("/profil-saya/"))

    assert "Siapa yang melihat data saya" in isi
    assert "· Kepala Bidang" in isi
    assert "Teguran tertulis" in isi
    assert "MyASN" in isi


def test_account_without_a_file_is_told_so(client: Client, d: Dunia) -> None:
    isi = teks(masuk(client, d.kabid).get("/profil-saya/"))

    assert "Akun ini belum terhubung dengan data pegawai" in isi


def test_search_finds_people_units_and_posts(client: Client, d: Dunia) -> None:
    temuan = masuk(client, d.kabid).get("/pegawai/cari/?q=san").context["t"]
    unit = client.get("/pegawai/cari/?q=mutasi").context["t"]
    jabatan = client.get("/pegawai/cari/?q=analis").context["t"]

    assert [p.nama for p in temuan.orang] == ["BUDI SANTOSO"]
    assert [u.nama for u in unit.unit] == ["Bidang Mutasi"]
    assert [j.nama for j in jabatan.jabatan] == ["Analis SDM Aparatur Ahli Muda"]


def test_search_stays_within_reach(client: Client, d: Dunia) -> None:
    temuan = masuk(client, d.operator).get("/pegawai/cari/?q=budi").context["t"]

    assert temuan.kosong


def test_one_letter_is_too_short(client: Client, d: Dunia) -> None:
    isi = teks(masuk(client, d.kabid).get("/pegawai/cari/?q=s"))

    assert "Ketik paling sedikit dua huruf atau angka." in isi


def test_search_fragment_is_the_same_as_on_the_page(client: Client, d: Dunia) -> None:
    periksa_potongan(masuk(client, d.kabid), "/pegawai/cari/?q=siti", "temuan")
