"""Kind ``tunjangan``: dated tables of allowances, from our template and from BKN's profile."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jejak.selectors import riwayat
from organisasi.kernel.tabel_besaran import (
    TAMBAHAN_KELAS,
    TUNJANGAN_FUNGSIONAL,
    TUNJANGAN_STRUKTURAL,
    Besaran,
)
from organisasi.models import NilaiKetentuan
from organisasi.selectors import nilai_berlaku, semua_ketentuan, tabel_besaran
from organisasi.tindakan import KETENTUAN_DITETAPKAN
from pegawai.services.impor_tunjangan import IMPOR_TUNJANGAN
from tests.factories import organisasi as org
from tests.factories.pegawai import formasi, jabatan
from tests.helpers.berkas_impor import HARI_INI, alamat, berkas, jumlah, periksa, terapkan
from tests.helpers.bersama import SHARED
from toolkit.tabular import BerkasDitolak

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]

KEPALA = ("JENIS", "JABATAN", "JENJANG", "BESARAN", "DASAR HUKUM", "MULAI BERLAKU")
BKN = ("Nama Jabatan Fungsional", "Jenjang", "Dasar Hukum",
       "Peraturan Presiden Tentang Tunjangan", "Besaran Tunjangan")  # fmt: skip
PERPRES = "Perpres 26 Tahun 2007"
JANUARI, JULI = date(2026, 1, 1), date(2026, 7, 1)


@pytest.fixture(autouse=True)
def perawat() -> None:
    jabatan("Perawat Ahli Muda", jenjang="MU", rumpun="Perawat")
    jabatan("Perawat Ahli Pertama", jenjang="PT", rumpun="Perawat")
    jabatan("Pranata Komputer Terampil", jenjang="TR", rumpun="Pranata Komputer")


def struktural(eselon: str, besaran: object, mulai: date = JANUARI, dasar: str = PERPRES) -> tuple:
    return "struktural", eselon, "", besaran, dasar, mulai


def tabel(kode: str, per: date) -> dict[str, Besaran]:
    return tabel_besaran(per=per).get(kode, {})


def test_each_table_gets_one_row_with_a_basis_per_amount(tmp_path: Path) -> None:
    hasil = terapkan("tunjangan", berkas(
        tmp_path, KEPALA, struktural("IV.a", "Rp540.000,00"), struktural("III.a", 1_260_000),
        ("Fungsional", "Perawat", "Ahli Muda", "600.000", "Perpres 54 Tahun 2007", JANUARI),
        ("JF", "pranata komputer terampil", "", 360000.0, "Perpres 39 Tahun 2007", "01-01-2026"),
        ("kelas", 8, "", 2_500_000, "Perbup 12 Tahun 2025", JANUARI),
        struktural("II.b", ""), struktural("II.a", "-"),
    ))  # fmt: skip

    assert jumlah(hasil) == (5, 0, 5, 0, 0, 0)
    assert hasil.catatan == ["2 baris tanpa besaran dilewati."]
    assert hasil.kolom_hilang == []
    assert NilaiKetentuan.objects.filter(mulai=JANUARI, satuan="rupiah per bulan").count() == 3
    assert tabel(TUNJANGAN_STRUKTURAL, JANUARI) == {
        "41": ("Eselon IV.a", 540_000, PERPRES), "31": ("Eselon III.a", 1_260_000, PERPRES),
    }  # fmt: skip
    baris = NilaiKetentuan.objects.get(kode=TUNJANGAN_FUNGSIONAL)
    assert baris.dasar == "Perpres 39 Tahun 2007; Perpres 54 Tahun 2007"
    assert baris.catatan == "Impor uji.xlsx"
    assert baris.nilai["perawat MU"]["sebutan"] == "Perawat Ahli Muda"
    assert tabel(TAMBAHAN_KELAS, JANUARI)["8"].rupiah == 2_500_000
    assert tabel_besaran(per=date(2025, 12, 31)) == {}
    assert not {TUNJANGAN_FUNGSIONAL, TAMBAHAN_KELAS} & semua_ketentuan(per=JULI).keys()
    assert TUNJANGAN_FUNGSIONAL not in nilai_berlaku(per=JULI)[1]


def test_a_changed_amount_makes_a_new_row_and_leaves_the_others_and_the_past(
    tmp_path: Path,
) -> None:
    awal = berkas(tmp_path, KEPALA, struktural("IV.a", 540_000), struktural("III.a", 1_260_000))
    terapkan("tunjangan", awal)
    lagi = terapkan("tunjangan", awal)

    naik = terapkan("tunjangan", berkas(
        tmp_path, KEPALA, struktural("IV.a", 700_000, JULI, "Perpres 9 Tahun 2026"), nama="2.xlsx"
    ))  # fmt: skip

    assert jumlah(lagi) == (2, 0, 0, 0, 2, 0)
    assert jumlah(naik) == (1, 0, 0, 1, 0, 0)
    assert naik.rincian[0].rincian == (
        ("BESARAN", "Rp540.000", "Rp700.000"),
        ("DASAR HUKUM", PERPRES, "Perpres 9 Tahun 2026"),
    )
    assert NilaiKetentuan.objects.filter(kode=TUNJANGAN_STRUKTURAL).count() == 2
    assert tabel(TUNJANGAN_STRUKTURAL, date(2026, 6, 30))["41"].rupiah == 540_000
    juli = tabel(TUNJANGAN_STRUKTURAL, JULI)
    assert (juli["41"].rupiah, juli["31"].dasar) == (700_000, PERPRES)
    jejak = riwayat(NilaiKetentuan.objects.latest("pk")).baris[0]
    assert jejak.tindakan == KETENTUAN_DITETAPKAN.kode
    assert jejak.objek == "Tunjangan jabatan struktural"
    assert ("Eselon IV.a", 540_000, 700_000) in {
        (p.kolom, p.sebelum, p.sesudah) for p in jejak.perubahan
    }


def test_a_day_that_has_a_table_may_gain_lines_and_the_older_row_stays(tmp_path: Path) -> None:
    terapkan("tunjangan", berkas(tmp_path, KEPALA, struktural("IV.a", 540_000)))

    terapkan("tunjangan", berkas(tmp_path, KEPALA, struktural("III.a", 1_260_000)))

    lama, baru = NilaiKetentuan.objects.filter(kode=TUNJANGAN_STRUKTURAL).order_by("pk")
    assert (set(lama.nilai), set(baru.nilai)) == ({"41"}, {"41", "31"})
    assert tabel(TUNJANGAN_STRUKTURAL, JANUARI).keys() == {"41", "31"}


def test_an_amount_of_the_past_is_said_to_end_where_a_later_table_lacks_it(tmp_path: Path) -> None:
    terapkan("tunjangan", berkas(tmp_path, KEPALA, struktural("IV.a", 540_000, JULI)))

    hasil = periksa("tunjangan", berkas(
        tmp_path, KEPALA, struktural("III.a", 900_000), struktural("II.b", 2_000_000),
        struktural("II.b", 2_000_000, JULI),
    ))  # fmt: skip

    assert alamat(hasil.peringatan) == [(2, "MULAI BERLAKU", "besaran_terputus")]
    assert "sejak 01-07-2026 tidak memuat besaran ini" in hasil.peringatan[0].pesan


def test_two_amounts_for_one_post_and_day_are_refused_and_name_both_rows(tmp_path: Path) -> None:
    hasil = terapkan("tunjangan", berkas(
        tmp_path, KEPALA, struktural("IV.a", 540_000), struktural("Eselon IVa", 600_000),
        struktural("IV.a", 600_000, JULI), struktural("III.a", 900_000),
        struktural("III.a", 900_000),
    ))  # fmt: skip

    assert alamat(hasil.galat) == [
        (2, "BESARAN", "besaran_bertentangan"), (3, "BESARAN", "besaran_bertentangan"),
    ]  # fmt: skip
    assert hasil.galat[0].pesan == (
        "Eselon IV.a disebut berbeda untuk hari mulai yang sama (baris 2: Rp540.000 "
        f"({PERPRES}); baris 3: Rp600.000 ({PERPRES})). Sisakan satu."
    )
    assert jumlah(hasil) == (5, 2, 2, 0, 1, 0)
    assert "41" not in tabel(TUNJANGAN_STRUKTURAL, JANUARI)


def test_what_nobody_knows_is_refused_with_its_place_and_the_cure(tmp_path: Path) -> None:
    hasil = periksa("tunjangan", berkas(
        tmp_path, KEPALA, struktural("VI.a", 540_000),
        ("fungsional", "Perawt", "Ahli Muda", 600_000, PERPRES, JANUARI),
        ("fungsional", "Perawat", "Pelaksana", 600_000, PERPRES, JANUARI),
        ("fungsional", "Perawat", "", 600_000, PERPRES, JANUARI),
        ("kelas", "18", "", 600_000, PERPRES, JANUARI),
        ("tunjangan", "II.b", "", 600_000, PERPRES, JANUARI),
        ("", "II.b", "", 600_000, "", ""),
        struktural("II.b", "setengah juta"), struktural("II.b", 540), struktural("II.a", "1 / 2"),
    ))  # fmt: skip

    assert alamat(hasil.galat) == [
        (2, "JABATAN", "eselon_tidak_dikenal"),
        (3, "JABATAN", "jabatan_tidak_dikenal"),
        (4, "JENJANG", "jenjang_tidak_dikenal"),
        (5, "JENJANG", "wajib_kosong"),
        (6, "JABATAN", "kelas_tak_wajar"),
        (7, "JENIS", "jenis_tidak_dikenal"),
        (8, "DASAR HUKUM", "wajib_kosong"),
        (8, "JENIS", "wajib_kosong"),
        (8, "MULAI BERLAKU", "wajib_kosong"),
        (9, "BESARAN", "besaran_tidak_sah"),
        (10, "BESARAN", "besaran_tak_wajar"),
        (11, "BESARAN", "besaran_ganda"),
    ]
    pesan = {(m.baris, m.kode): m.pesan for m in hasil.galat}
    assert pesan[2, "eselon_tidak_dikenal"].endswith("Isi I.a sampai V.b, misalnya IV.a.")
    assert "Yang mirip: Perawat." in pesan[3, "jabatan_tidak_dikenal"]
    assert "Ahli Madya, atau Ahli Utama" in pesan[4, "jenjang_tidak_dikenal"]
    assert next(m.nilai for m in hasil.galat if m.baris == 3) == "Perawt"


def test_bkns_profile_counts_from_the_day_of_the_file(tmp_path: Path) -> None:
    hasil = terapkan("tunjangan", berkas(
        tmp_path, BKN,
        ("Perawat", "Ahli Pertama", "PermenPAN 1 " * 30, "No. 54 Tahun 2007", "Rp 300,000"),
        ("Perawat", "Ahli Muda", "", "No. 23 Tahun 201", "Rp600,000"),
        ("Pranata Komputer", "Terampil", "", "", "Rp 360,000"),
        ("Pranata Komputer", "Terampil", "", "No. 1 Tahun 2020", "Rp 540,000 / Rp 300,000"),
        ("Dosen", "Asisten Ahli", "", "No. 65 Tahun 2007", ""),
    ))  # fmt: skip

    assert alamat(hasil.galat) == [
        (4, "Peraturan Presiden Tentang Tunjangan", "wajib_kosong"),
        (5, "BESARAN", "besaran_ganda"),
    ]
    assert [m.kode for m in hasil.peringatan] == ["dasar_tidak_utuh"]
    assert hasil.kolom_hilang == []
    assert hasil.catatan[-1].endswith("tanggal keadaan berkas, 01-06-2026.")
    isi = tabel(TUNJANGAN_FUNGSIONAL, HARI_INI)
    assert isi["perawat PT"] == ("Perawat Ahli Pertama", 300_000, "Perpres 54 Tahun 2007")
    assert isi["perawat MU"].dasar == "Perpres 23 Tahun 201"


def test_a_file_without_kinds_is_no_table_of_allowances(tmp_path: Path) -> None:
    with pytest.raises(BerkasDitolak, match="JENIS .templat SERASI., atau Peraturan Presiden"):
        periksa("tunjangan", berkas(tmp_path, KEPALA[1:], struktural("IV.a", 540_000)[1:]))


def test_the_template_lists_what_the_agency_has_posts_for(tmp_path: Path) -> None:
    unit = org.kabupaten()
    kasi = jabatan("Kepala Seksi", jenis="1", eselon_id="41", unit=unit["bidang"])
    kasi.kelas = 9
    kasi.save()
    formasi(unit["bidang"], kasi)
    formasi(unit["bidang"], jabatan("Bidan Mahir", jenjang="MH", rumpun="Bidan"))
    terapkan("tunjangan", berkas(tmp_path, KEPALA, struktural("IV.a", 540_000)))

    assert list(IMPOR_TUNJANGAN.isi_templat()) == [
        ("struktural", "IV.a", "", 540_000, PERPRES, None),
        ("fungsional", "Bidan", "Mahir", None, None, None),
        ("kelas", "9", "", None, None, None),
    ]


def test_bkns_own_file_is_read_where_it_lies_beside(tmp_path: Path) -> None:
    asli = SHARED / "data" / "acuan" / "bkn_database_profil_jf_2024.csv"
    if not asli.is_file():
        pytest.skip("BKN's profile is not here")

    hasil = terapkan("tunjangan", asli)

    kode = {m.kode for m in hasil.galat}
    assert kode <= {"jabatan_tidak_dikenal", "besaran_ganda", "wajib_kosong"}
    assert len(tabel(TUNJANGAN_FUNGSIONAL, HARI_INI)) == hasil.diterima >= 3
