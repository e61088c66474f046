"""Lines from a sheet: read with their numbers, and held against the posts of a register."""

from __future__ import annotations

import pytest

from mutasi.kernel.tempelan import JABATAN, NIP, OPD, UNIT, Tempelan, baca
from mutasi.kernel.tempelan_cocok import Papan, Pos

pytestmark = pytest.mark.sekali
SATU, DUA = "198609262011012001", "198609262011012002"
DINKES, DISDIK = "Dinas Kesehatan", "Dinas Pendidikan"
PAPAN = Papan(
    Pos(pk, jabatan, unit, f"A{pk}", opd)
    for pk, jabatan, unit, opd in (
        (1, "Pengelola Keuangan", "Sekretariat", DINKES),
        (2, "Pengelola Keuangan", "Sekretariat", DISDIK),
        (3, "Arsiparis Ahli Muda", "Sekretariat", DINKES),
        (4, "Bendahara", "Bidang Sumber Daya", DINKES),
        (5, "Arsiparis Terampil", "Sekretariat", DISDIK),
        (6, "Kepala Dinas", DINKES, DINKES),
        (7, "Sekretaris", "Sekretariat Dinas Sosial", "Dinas Sosial"),
    )
)  # fmt: skip


def cocok(unit: str, jabatan: str, opd: str = "") -> tuple[int, list[int], str, str]:
    """The post, those to choose from, the column and the sentence."""
    hasil = PAPAN.cocokkan(Tempelan(1, SATU, unit, jabatan, opd))
    galat = hasil.galat
    return (
        hasil.pos.pk if hasil.pos else 0, [p.pk for p in hasil.calon],
        galat.kolom if galat else "", galat.pesan if galat else "",
    )  # fmt: skip


def test_what_excel_pastes_is_read_with_its_line_numbers() -> None:
    teks = (
        "NIP\tUnit\tJabatan\r\n\r\n"
        f"'{SATU[:8]} {SATU[8:14]} {SATU[14:]}\t  Bidang\u00a0Mutasi \tAnalis  Muda\t\t\r\n"
        f'{DUA}\t"Sub ""B""\nagian"\tAnalis\tDinas\r\n'
    )

    satu, dua = baca(teks)

    assert satu == Tempelan(3, SATU, "Bidang Mutasi", "Analis Muda")
    assert dua == Tempelan(4, DUA, 'Sub "B" agian', "Analis", "Dinas")
    assert baca(f"{SATU};Bidang Mutasi;Analis") == [Tempelan(1, SATU, "Bidang Mutasi", "Analis")]
    assert baca(" \n\n") == []
    assert baca(dua.teks)[0].opd == "Dinas"


@pytest.mark.parametrize(
    ("baris", "kolom", "nilai", "obat"),
    [
        ("1,98609E+17\tUnit\tAnalis", NIP, "1,98609E+17", "Jadikan format kolomnya Teks"),
        ("12345\tUnit\tAnalis", NIP, "12345", "Bukan NIP 18 angka"),
        (f"{SATU}\t\tAnalis", UNIT, "", "Tulis nama unitnya"),
        (f"{SATU}\tUnit", JABATAN, "", "Tulis nama jabatannya"),
        (f"{SATU} Unit Analis", NIP, f"{SATU} Unit Analis", "Kolomnya tidak terpisah"),
        (f"{SATU}\tU\tJ\tO\tlebih", OPD, "lebih", "Ada 5 kolom"),
        (f"{SATU}\tUnit\t{'x' * 300}", JABATAN, f"{'x' * 59}…", "terlalu panjang"),
    ],
)
def test_what_cannot_be_read_is_named_by_column_value_and_cure(
    baris: str, kolom: str, nilai: str, obat: str
) -> None:
    (galat,) = baca(baris)[0].galat

    assert (galat.kolom, galat.nilai) == (kolom, nilai)
    assert obat in galat.pesan


def test_a_person_named_twice_is_sent_back_to_his_first_line() -> None:
    _, dua, tiga = baca(f"{SATU}\tU\tJ\n{DUA}\tU\tJ\n{SATU}\tU\tK")

    assert dua.galat == ()
    assert [g.pesan for g in tiga.galat] == ["Sudah disebut di baris 1. Hapus salah satunya."]


def test_names_meet_but_for_case_signs_and_blanks_or_by_the_units_code() -> None:
    assert cocok("sekretariat", "ARSIPARIS  ahli-muda") == (3, [], "", "")
    assert cocok("A4", "bendahara")[0] == 4
    assert cocok("Sekretariat", "Sekretaris", "Dinas Sosial")[0] == 7


def test_two_units_of_one_name_are_told_apart_by_a_choice_or_by_their_opd() -> None:
    pos, calon, kolom, pesan = cocok("Sekretariat", "Pengelola Keuangan")

    assert (pos, calon, kolom) == (0, [1, 2], UNIT)
    assert "tulis OPD-nya di kolom keempat" in pesan
    assert cocok("Sekretariat", "Pengelola Keuangan", "dinas  pendidikan")[0] == 2


def test_a_post_that_is_not_there_is_looked_for_below_and_by_likeness() -> None:
    bawah = cocok(DINKES, "Bendahara")
    mirip = cocok("Sekretariat", "Arsiparis Ahl Muda", DINKES)
    lain = cocok("Bidang Sumber Daya", "Nakhoda")

    assert bawah[:3] == (0, [4], JABATAN)
    assert "ada di bawahnya" in bawah[3]
    assert mirip[:3] == (0, [3], JABATAN)
    assert lain == (0, [], JABATAN, "Tidak ada di unit itu. Di sana ada: Bendahara.")


def test_a_unit_that_is_not_there_is_answered_with_the_nearest_or_its_opd() -> None:
    salah = cocok("Sekertariat", "Pengelola Keuangan", DISDIK)
    opd = cocok("Bidang Sumber Daya", "Bendahara", DISDIK)
    asing = cocok("Qqq", "Bendahara")

    assert salah[:3] == (0, [2], UNIT)
    assert "Pilih yang terdekat" in salah[3]
    assert opd[:3] == (0, [4], OPD)
    assert f"Unit itu ada di: {DINKES}." in opd[3]
    assert asing[:3] == (0, [], UNIT)
    assert "Salin namanya dari daftar unit" in asing[3]
