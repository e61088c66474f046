"""The export for I-MUT and SIASN: SIASN's names and codes, every cell text, gaps said per row."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date

import pytest

from mutasi.kernel.imut import (
    NAMA_KOLOM,
    JenisMutasiSiasn,
    Pindahan,
    TempatSiasn,
    baris_imut,
    jenis_mutasi,
    tulis_tanggal,
)

KASI = TempatSiasn("", "1", "U1", "41", nama="Kepala Seksi Data", unor="Seksi Data")
KABID = TempatSiasn("", "1", "U2", "32", nama="Kepala Bidang Mutasi", unor="Bidang Mutasi")
GURU = TempatSiasn("J1", "2", "U1", nama="Guru Ahli Pertama", unor="SD 1")
GURU_LAIN = replace(GURU, unor_id="U2", unor="SD 2")
STAF = TempatSiasn("P1", "4", "U1")

PINDAH = Pindahan(
    "PNS1", "198609262015051001", "SITI RAHMA", KASI, KABID, "INS", "SATKER", date(2026, 7, 1),
    nomor_sk="821.2/45", tanggal_sk=date(2026, 6, 20), pelantikan=date(2026, 7, 3),
    wajib_lantik=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("asal", "tujuan", "jenis"),
    [
        (KASI, KABID, JenisMutasiSiasn.JABATAN),
        (GURU, GURU_LAIN, JenisMutasiSiasn.UNOR),
        (GURU, replace(GURU_LAIN, jabatan_id="J2"), JenisMutasiSiasn.JABATAN),  # both change
        (STAF, GURU, JenisMutasiSiasn.JABATAN),
        (GURU, KASI, JenisMutasiSiasn.JABATAN),  # to lead the unit one works in
        (GURU, GURU, None),
        (KASI, KASI, None),
        (TempatSiasn(), GURU, None),
        (replace(GURU, unor_id=""), GURU_LAIN, None),
    ],
)
def test_kind_of_a_move_by_what_changes(
    asal: TempatSiasn, tujuan: TempatSiasn, jenis: JenisMutasiSiasn | None
) -> None:
    assert jenis_mutasi(asal, tujuan) is jenis


def test_structural_row_carries_its_eselon_and_unit_and_no_id_of_a_jabatan() -> None:
    baris = baris_imut(PINDAH, sesudah_sk=True)

    assert (baris.jenisJabatan, baris.eselonId, baris.unorId) == ("1", "32", "U2")
    assert (baris.jabatanFungsionalId, baris.jabatanFungsionalUmumId) == ("", "")
    assert (baris.jenisMutasiId, baris.jenisPenugasanId) == ("MJ", "D")
    assert (baris.tanggalSk, baris.tmtJabatan, baris.tmtMutasi, baris.tmtPelantikan) == (
        "20-06-2026", "01-07-2026", "01-07-2026", "03-07-2026",
    )  # fmt: skip
    assert baris.catatan == ""


@pytest.mark.parametrize(
    ("tujuan", "fungsional", "umum"), [(GURU_LAIN, "J1", ""), (STAF, "", "P1")]
)
def test_id_of_the_jabatan_stands_in_the_column_of_its_kind(
    tujuan: TempatSiasn, fungsional: str, umum: str
) -> None:
    baris = baris_imut(replace(PINDAH, tujuan=replace(tujuan, eselon_id="99")), sesudah_sk=True)

    assert (baris.jabatanFungsionalId, baris.jabatanFungsionalUmumId) == (fungsional, umum)
    assert baris.eselonId == ""


def test_every_cell_is_text_and_columns_bear_the_names_of_siasn() -> None:
    assert all(isinstance(sel, str) for sel in astuple(baris_imut(PINDAH, sesudah_sk=True)))
    assert {
        "pnsId", "nomorSk", "tanggalSk", "tmtJabatan", "tmtPelantikan", "tmtMutasi", "eselonId",
        "unorId", "satuanKerjaId", "instansiId", "jenisJabatan", "jabatanFungsionalId",
        "jabatanFungsionalUmumId", "subJabatanId", "jenisMutasiId", "jenisPenugasanId",
    } <= set(NAMA_KOLOM)  # fmt: skip
    assert tulis_tanggal(date(999, 1, 2)) == "02-01-0999"


def test_row_says_itself_what_it_would_be_sent_back_for() -> None:
    kosong = Pindahan("", "1", "X", KASI, TempatSiasn(jenis="1"), "", "", date(2026, 7, 1),
                      wajib_lantik=True)  # fmt: skip
    sesudah, sebelum = (baris_imut(kosong, sesudah_sk=s).catatan for s in (True, False))

    for kata in ("PNS ID", "ID instansi", "satuan kerja", "unor tujuan", "eselon"):
        assert kata in sesudah
        assert kata in sebelum
    for kata in ("nomor SK", "tanggal SK", "tanggal pelantikan"):
        assert kata in sesudah
        assert kata not in sebelum
    jf = replace(PINDAH, tujuan=TempatSiasn("", "2", "U9"))
    assert "tidak ada di referensi SIASN" in baris_imut(jf, sesudah_sk=True).catatan
