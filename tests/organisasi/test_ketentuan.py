"""Constants of law: only ever added, dated, with a basis, of the same kind as before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from organisasi import tindakan
from organisasi.izin import Peran
from organisasi.models import HariLibur, NilaiKetentuan
from organisasi.selectors import KetentuanTidakAda, nilai_ketentuan
from organisasi.services import ketentuan as acts
from tests.factories.organisasi import kabupaten
from tests.factories.organisasi import pengguna as buat
from tests.organisasi.alat import jejak_terakhir
from toolkit.policy import NotAllowed, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]


def baru(nilai: Any, mulai: date = date(2026, 7, 1), dasar: str = "PP 1/2026") -> acts.NilaiBaru:
    """A new value."""
    return acts.NilaiBaru(nilai, mulai, dasar)


def test_a_new_value_counts_from_its_day_and_leaves_the_old_one_alone() -> None:
    kabid = buat(Peran.KABID_MUTASI)

    acts.tetapkan_ketentuan("bup_jpt", oleh=kabid, baru=baru(62))

    assert nilai_ketentuan("bup_jpt", per=date(2026, 6, 30)) == 60
    assert nilai_ketentuan("bup_jpt", per=date(2026, 7, 1)) == 62
    catatan = jejak_terakhir(tindakan.KETENTUAN_DITETAPKAN)
    assert catatan.objek == "Batas usia pensiun JPT", "no code on screen"
    assert catatan.alasan == "PP 1/2026"
    assert ("nilai", 60, 62) in {(p.kolom, p.sebelum, p.sesudah) for p in catatan.perubahan}


@pytest.mark.parametrize(
    ("kode", "nilai", "kalimat"),
    [
        pytest.param("bup_jpt", "60", "bilangan bulat", id="text for a number"),
        pytest.param("bup_jpt", True, "bilangan bulat", id="yes for a number"),
        pytest.param("bup_jpt", -1, "bilangan bulat", id="negative"),
        pytest.param("pppk_pw_mengisi_formasi", 1, "ya atau tidak", id="number for a switch"),
        pytest.param("eselon_berkursi", [], "daftar", id="an empty list"),
        pytest.param("eselon_berkursi", [21], "daftar", id="numbers in a list of text"),
    ],
)
def test_a_value_of_another_kind_is_refused(kode: str, nilai: Any, kalimat: str) -> None:
    with pytest.raises(WrongMoment, match=kalimat):
        acts.tetapkan_ketentuan(kode, oleh=buat(Peran.KABID_MUTASI), baru=baru(nilai))


def test_the_same_day_twice_an_unknown_name_and_no_basis_are_refused() -> None:
    kabid = buat(Peran.KABID_MUTASI)
    acts.tetapkan_ketentuan("bup_jpt", oleh=kabid, baru=baru(62))

    with pytest.raises(WrongMoment, match="mulai hari itu"):
        acts.tetapkan_ketentuan("bup_jpt", oleh=kabid, baru=baru(63))
    with pytest.raises(WrongMoment, match="tidak dikenal"):
        acts.tetapkan_ketentuan("ngawur", oleh=kabid, baru=baru(1))
    with pytest.raises(WrongMoment, match="dasar hukum"):
        acts.tetapkan_ketentuan("bup_jpt", oleh=kabid, baru=baru(1, date(2027, 1, 1), " "))


def test_an_analyst_sets_no_constants_and_no_holidays() -> None:
    analis = buat(Peran.ANALIS_BKD)

    with pytest.raises(NotAllowed, match="tidak berhak menetapkan"):
        acts.tetapkan_ketentuan("bup_jpt", oleh=analis, baru=baru(62))
    with pytest.raises(NotAllowed, match="tidak berhak menetapkan"):
        acts.tambah_hari_libur(
            date(2026, 8, 17), nama="HUT RI", cuti_bersama=False, dasar="SKB", oleh=analis
        )


def test_a_constant_without_a_value_on_the_day_is_an_error_not_a_zero() -> None:
    with pytest.raises(KetentuanTidakAda, match="Tetapkan nilainya"):
        nilai_ketentuan("bup_jpt", per=date(2000, 1, 1))


def test_a_holiday_is_added_once() -> None:
    kabid = buat(Peran.KABID_MUTASI)
    isi: dict[str, Any] = {
        "nama": "HUT RI", "cuti_bersama": False, "dasar": "SKB 3 Menteri", "oleh": kabid,
    }  # fmt: skip

    acts.tambah_hari_libur(date(2026, 8, 17), **isi)

    assert jejak_terakhir(tindakan.LIBUR_DITAMBAH).objek == "17-08-2026 HUT RI"
    with pytest.raises(WrongMoment, match="sudah tercatat"):
        acts.tambah_hari_libur(date(2026, 8, 17), **isi)


@pytest.mark.parametrize(
    ("contoh", "teks", "nilai"),
    [
        (60, " 62 ", 62), (60, "enam", "enam"), (True, "Tidak", False), (True, "1", "1"),
        (["21"], "21, 22", ["21", "22"]), ([], "a", ["a"]), ("x", " y ", "y"),
        ({"bidan": 4}, "dokter gigi: 1; bidan: 7;", {"dokter gigi": 1, "bidan": 7}),
        ({"bidan": 4}, "bidan 7", "bidan 7"), ({"bidan": 4}, "bidan: 1; bidan: 2",
                                               "bidan: 1; bidan: 2"),
    ],
)  # fmt: skip
def test_typed_text_becomes_a_value_of_the_kind_wanted(contoh: Any, teks: str, nilai: Any) -> None:
    assert acts.baca_nilai(contoh, teks) == nilai


def test_table_keeps_every_name_and_may_gain_some() -> None:
    lama = {"dokter": 1, "bidan": 4}

    assert acts.sejenis(lama, {"dokter": 2, "bidan": 4, "promosi kesehatan": 1})
    assert not acts.sejenis(lama, {"dokter": 2})
    assert not acts.sejenis(lama, {"dokter": 2, "bidan": "empat"})
    assert not acts.sejenis(lama, "dokter")
    assert acts.sebutan(lama).endswith("lengkap untuk dokter, bidan")


def test_text_stays_text() -> None:
    assert acts.sejenis("a", "b")
    assert not acts.sejenis("a", 1)
    assert acts.sebutan("a") == "teks"


def test_the_pages_show_the_history_and_take_a_new_value(client: Client) -> None:
    kabupaten()
    client.force_login(buat(Peran.KABID_MUTASI))
    isi = {"nilai": "62", "mulai": "2026-07-01", "dasar": "PP 1/2026"}

    daftar = client.get("/ketentuan/").content.decode()
    salah = client.post("/ketentuan/bup_jpt/", isi | {"nilai": "enam puluh"}).content.decode()
    diterima = client.post("/ketentuan/bup_jpt/", isi, follow=True).content.decode()

    assert "Batas usia pensiun JPT" in daftar
    assert "Nilai harus berupa bilangan bulat" in salah
    assert "62 tahun" in diterima
    assert "Belum ada ketentuan" in client.get("/ketentuan/?per=2000-01-01").content.decode()
    assert client.get("/ketentuan/ngawur/").status_code == 404
    assert NilaiKetentuan.objects.filter(kode="bup_jpt").count() == 2


def test_the_page_of_holidays_takes_one(client: Client) -> None:
    kabupaten()
    client.force_login(buat(Peran.KABID_MUTASI))

    client.post(
        "/ketentuan/hari-libur/",
        {"tanggal": "2026-08-17", "nama": "HUT RI", "dasar": "SKB 3 Menteri"},
    )

    assert HariLibur.objects.get().nama == "HUT RI"
    assert "HUT RI" in client.get("/ketentuan/hari-libur/?tahun=2026").content.decode()


def test_who_only_reads_sees_no_form(client: Client) -> None:
    kabupaten()
    client.force_login(buat(Peran.PEGAWAI))

    halaman = client.get("/ketentuan/bup_jpt/").content.decode()

    assert "Tetapkan nilai baru" not in halaman
    kirim = {"nilai": "62", "mulai": "2026-07-01", "dasar": "PP 1/2026"}
    assert client.post("/ketentuan/bup_jpt/", kirim).status_code == 403
