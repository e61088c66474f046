"""Files of assessments, standards and boxes: the dirt, what is kept, twice changes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from penilaian.models import KotakTalenta, ProfilKompetensi, StandarKompetensi
from tests.factories import kompetensi as buat
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.helpers.berkas_impor import alamat, berkas, isi_tabel, jumlah, periksa, terapkan

pytestmark = pytest.mark.django_db
KEPALA = (
    "NIP", "KODE KOMPETENSI", "NAMA KOMPETENSI", "LEVEL", "TANGGAL ASESMEN", "BERLAKU SAMPAI",
    "SUMBER",
)  # fmt: skip
STANDAR = ("JABATAN ID", "JABATAN", "KODE KOMPETENSI", "LEVEL", "BERLAKU SEJAK", "DASAR")
SIMATA = ("NIP", "TAHUN", "KINERJA", "POTENSIAL", "KOTAK", "TANGGAL")
HARI, LAIN = date(2025, 9, 1), "tak terduga"


def test_assessments_are_read_as_reports_write_them_and_bad_cells_are_sentences(
    tmp_path: Path,
) -> None:
    org.kabupaten()
    ani = peg.pegawai("ANI").nip
    path = berkas(
        tmp_path, KEPALA,
        (ani, "M.01", "", 3, HARI, "", "Puspenkom"),
        (ani, "", "Kerjasama", "Level 4", "01-09-2025", "", ""),
        (ani, "", "Perekat Bangsa", "Menengah", HARI, date(2026, 9, 1), ""),
        (ani, "M.03", "Komunikasi", "2 (Dasar)", HARI, "", ""),
        ("1" * 18, "M.04", "", 3, HARI, "", ""),
        (ani, "M.99", "", 3, HARI, "", ""),
        (ani, "M.04", "Integritas", 3, HARI, "", ""),
        (ani, "M.05", "", 6, HARI, "", ""),
        (ani, "M.08", "", 0, HARI, "", ""),
        (ani, "M.06", "", 3, date(2026, 7, 1), "", ""),
        (ani, "M.07", "", 3, HARI, date(2025, 8, 1), ""),
        (ani, "M.01", "", 4, HARI, "", ""),
        (ani, "", "", 3, HARI, "", ""),
    )  # fmt: skip

    hasil = terapkan("kompetensi", path)

    assert jumlah(hasil) == (13, 9, 4, 0, 0, 0)
    assert alamat(hasil.galat) == [
        (6, "NIP", "nip_tidak_dikenal"), (7, "KODE KOMPETENSI", "kompetensi_tidak_dikenal"),
        (8, "NAMA KOMPETENSI", "kompetensi_bertentangan"), (9, "LEVEL", "level_tidak_sah"),
        (10, "LEVEL", "level_tidak_sah"), (11, "TANGGAL ASESMEN", "asesmen_belum_berlangsung"),
        (12, "BERLAKU SAMPAI", "berlaku_terbalik"), (13, "NAMA KOMPETENSI", "asesmen_ganda"),
        (14, "NAMA KOMPETENSI", "wajib_kosong"),
    ]  # fmt: skip
    assert "Kode M.04 di kamus adalah Orientasi pada hasil." in {m.pesan for m in hasil.galat}
    semua = ProfilKompetensi.objects.values_list("kompetensi__kode", "level", "selesai")
    assert set(semua) == {
        ("M.01", 3, None), ("M.02", 4, None), ("S.01", 3, date(2026, 9, 1)), ("M.03", 2, None),
    }  # fmt: skip
    jejak = Peristiwa.objects.get(tindakan="penilaian.kompetensi.dicatat")
    assert IsiPeristiwa.objects.get(urutan=jejak.urutan).data["sesudah"]["Kerja sama"] == 4
    sebelum = isi_tabel()
    assert jumlah(periksa("kompetensi", path))[2:] == (0, 0, 4, 0)
    baru = berkas(
        tmp_path, KEPALA, (ani, "M.01", "", 4, HARI, "", ""),
        (ani, "M.01", "", 5, date(2026, 5, 2), "", ""), nama="lagi.xlsx",
    )  # fmt: skip
    assert jumlah(terapkan("kompetensi", baru)) == (2, 0, 1, 1, 0, 0)
    # A newer assessment stands beside the older one; an empty cell took nothing away.
    satu = ProfilKompetensi.objects.filter(kompetensi__kode="M.01").order_by("mulai")
    assert [(s.level, s.sumber[:9]) for s in satu] == [(4, "Puspenkom"), (5, "lagi.xlsx")]
    assert isi_tabel()["penilaian.ProfilKompetensi"] == sebelum["penilaian.ProfilKompetensi"] + 1


def test_a_new_standard_ends_the_old_one_and_none_comes_before_it(tmp_path: Path) -> None:
    org.kabupaten()
    auditor = peg.jabatan("Auditor Ahli Pertama", siasn_id="A" * 32)
    peg.jabatan("Kembar")
    peg.jabatan("Kembar")
    buat.standar(auditor, "M.01", 2)
    buat.standar(auditor, "M.02", 2, mulai=date(2026, 5, 1))
    buat.standar(auditor, "M.03", 2, selesai=date(2026, 3, 31))
    buat.standar(auditor, "M.04", 2, mulai=date(2026, 2, 1))
    sejak = date(2026, 2, 1)
    path = berkas(
        tmp_path, STANDAR,
        ("", "auditor ahli  pertama", "M.01", 3, sejak, "Kepbup 1"),
        ("a" * 32, "", "M.02", 3, sejak, "Kepbup 1"),
        ("a" * 32, "", "M.03", 3, sejak, "Kepbup 1"),
        ("a" * 32, "", "M.04", 4, sejak, "Kepbup 1"),
        ("", "Kembar", "M.01", 3, sejak, "Kepbup 1"),
        ("", "Tidak ada", "M.01", 3, sejak, "Kepbup 1"),
        ("", "", "M.01", 3, sejak, "Kepbup 1"),
        ("z", "", "M.01", 3, sejak, ""),
        ("a" * 32, "", "M.08", 1, sejak, "Kepbup 1"),
        ("a" * 32, "", "M.08", 2, sejak, "Kepbup 1"),
    )  # fmt: skip

    hasil = terapkan("standar-kompetensi", path)

    assert jumlah(hasil) == (10, 7, 1, 2, 0, 0)
    assert alamat(hasil.galat) == [
        (3, "BERLAKU SEJAK", "standar_mendahului"), (4, "BERLAKU SEJAK", "standar_mendahului"),
        (6, "JABATAN", "jabatan_lebih_dari_satu"), (7, "JABATAN", "jabatan_tidak_dikenal"),
        (8, "JABATAN", "wajib_kosong"), (9, "DASAR", "wajib_kosong"),
        (9, "JABATAN ID", "jabatan_tidak_dikenal"), (11, "NAMA KOMPETENSI", "standar_ganda"),
    ]  # fmt: skip
    assert "Sudah ada standar yang mulai berlaku 1 Mei 2026." in {m.pesan for m in hasil.galat}
    rows = StandarKompetensi.objects.filter(jabatan=auditor).order_by("kompetensi__kode", "mulai")
    assert list(rows.values_list("kompetensi__kode", "level", "mulai", "selesai")) == [
        ("M.01", 2, date(2024, 1, 1), date(2026, 1, 31)), ("M.01", 3, sejak, None),
        ("M.02", 2, date(2026, 5, 1), None),
        ("M.03", 2, date(2024, 1, 1), date(2026, 3, 31)),
        # On the very day it is a correction.
        ("M.04", 4, sejak, None), ("M.08", 1, sejak, None),
    ]  # fmt: skip
    assert jumlah(periksa("standar-kompetensi", path))[2:] == (0, 0, 3, 0)


def test_a_box_against_its_axes_is_kept_marked_and_never_recomputed(tmp_path: Path) -> None:
    org.kabupaten()
    ani, budi, citra, dedi = (peg.pegawai(n).nip for n in ("ANI", "BUDI", "CITRA", "DEDI"))
    hari = date(2026, 1, 31)
    path = berkas(
        tmp_path, SIMATA,
        (ani, 2025, "Sesuai Ekspektasi", "Menengah", 5, hari),
        (budi, 2025, "DI ATAS", "Rendah", "Kotak 7", hari),
        (citra, 2025, "", "Tinggi", "IX", hari),
        (dedi, 2025, "Sesuai", "Sedang", 10, hari),
        (dedi, 2030, "Sesuai", "Sedang", 5, hari),
        (dedi, 2025, "Bagus", "Sedang", 5, hari),
        (dedi, 2025, "Sesuai", "Besar", 5, hari),
        (dedi, 2025, "Sesuai", "Sedang", 5, date(2026, 8, 1)),
        (dedi, 2025, "Sesuai", "Sedang", 5, date(2024, 8, 1)),
        ("9" * 18, 2025, "Sesuai", "Sedang", 5, hari),
        (ani, 2025, "Sesuai", "Menengah", 5, hari),
    )  # fmt: skip

    hasil = terapkan("talenta", path)

    assert jumlah(hasil)[:4] == (11, 8, 3, 0)
    assert {(m.kolom, m.kode) for m in hasil.galat} == {
        ("KOTAK", "kotak_tidak_sah"), ("TAHUN", "tahun_tak_wajar"),
        ("KINERJA", "rating_tidak_dikenal"), ("POTENSIAL", "potensial_tidak_dikenal"),
        ("TANGGAL", "tanggal_belum_lewat"), ("TANGGAL", "tanggal_mendahului"),
        ("NIP", "nip_tidak_dikenal"), ("NIP", "kotak_ganda"),
    }  # fmt: skip
    (awas,) = hasil.peringatan
    assert awas.pesan.startswith("Tercatat kotak 7, sedangkan kinerja di atas ekspektasi dan")
    assert "adalah kotak 4" in awas.pesan
    rows = KotakTalenta.objects.order_by("pegawai__nama")
    assert list(rows.values_list("pegawai__nip", "kotak", "kinerja", "bertentangan")) == [
        (ani, 5, "SESUAI EKSPEKTASI", False), (budi, 7, "DI ATAS EKSPEKTASI", True),
        (citra, 9, "", False),
    ]  # fmt: skip
    assert jumlah(terapkan("talenta", path))[2:] == (0, 0, 3, 0)
