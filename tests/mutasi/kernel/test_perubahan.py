"""What changes for a person: each fact before and after, and what nobody knows said so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mutasi.kernel.jarak import Letak, jarak_km
from mutasi.kernel.perubahan import (
    BELUM,
    Arah,
    Hal,
    Pos,
    Uang,
    dilantik,
    perubahan,
    tunjangan_jabatan,
)
from penilaian.kernel.kompetensi import JenisKompetensi, Kompetensi
from penilaian.kernel.perkara import Jabatan
from tests.helpers.perkara import (
    ANALIS_MADYA,
    ANALIS_MUDA,
    GURU_MUDA,
    KABID,
    KASI,
    PELAKSANA,
)

LAHIR = date(1982, 3, 15)


def kompetensi(standar: int, dicapai: int | None, nama: str = "Integritas") -> Kompetensi:
    return Kompetensi(nama.upper(), nama, JenisKompetensi.MANAJERIAL, standar, dicapai)


KINI = Pos(
    nama="Kepala Seksi Data", jabatan_id=1, jabatan=KASI, tingkat="Pengawas (eselon IV.a)",
    kelas=9, tunjangan=Uang(540_000, "Perpres 1"),
    tambahan=Uang(3_000_000, "Perbup 2"), bup=58,
    tugas=("Menyusun rencana.", "Mengolah data"), kompetensi=(kompetensi(2, 2),),
    unit_id=1, unit="Seksi Data", opd_id=10, opd="Dinas Satu", kecamatan="Sukamaju",
    letak=Letak(-7.0, 110.0), terpencil=False,
)  # fmt: skip
TUJUAN = Pos(
    nama="Kepala Bidang Mutasi", jabatan_id=2, jabatan=KABID,
    tingkat="Administrator (eselon III.b)", kelas=11, tunjangan=Uang(980_000, "Perpres 1"),
    tambahan=Uang(2_750_000, "Perbup 3"),
    bup=58, tugas=("menyusun  rencana", "Membina pegawai"),
    kompetensi=(kompetensi(3, 2), kompetensi(3, None, "Kerja Sama")),
    unit_id=2, unit="Bidang Mutasi", opd_id=20, opd="Badan Dua", kecamatan="Sukamundur",
    letak=Letak(-7.0, 110.1), terpencil=True,
)  # fmt: skip


def satu(hal: Hal, asal: Pos = KINI, tujuan: Pos = TUJUAN, lahir: date | None = LAHIR):  # noqa: ANN201
    return next(p for p in perubahan(asal, tujuan, lahir=lahir) if p.hal is hal)


def test_every_fact_is_told_once_in_the_order_of_the_letter() -> None:
    assert [p.hal for p in perubahan(KINI, TUJUAN, lahir=LAHIR)] == list(Hal)


def test_whoever_stays_where_he_is_hears_of_no_change() -> None:
    diam = replace(KINI, kompetensi=(kompetensi(2, 2),))

    semua = perubahan(diam, diam, lahir=LAHIR)
    tersisa = [p for p in semua if p.arah is not Arah.TETAP]
    assert [(p.hal, p.penjelasan) for p in tersisa] == [(Hal.PELANTIKAN, "Menurut keputusannya.")]


def test_nothing_known_is_said_as_unknown_and_never_as_zero() -> None:
    semua = perubahan(Pos(), Pos(), lahir=None)

    assert {p.arah for p in semua} == {Arah.TAK_TAHU}
    assert all(p.baru in (BELUM, "standar belum ada") for p in semua)
    assert not any("0" in p.baru + p.lama for p in semua)


def test_promotion_goes_up_and_equal_tiers_between_groups_are_named_equal() -> None:
    assert satu(Hal.TINGKAT).arah is Arah.NAIK
    setara = satu(
        Hal.TINGKAT, tujuan=replace(TUJUAN, jabatan=ANALIS_MUDA, tingkat="Fungsional, Ahli Muda")
    )
    assert (setara.arah, setara.penjelasan) == (Arah.GANTI, "Kedua jabatan setingkat.")


def test_tasks_are_compared_without_case_blanks_and_full_stops() -> None:
    tugas = satu(Hal.TUGAS)

    assert (tugas.lama, tugas.baru, tugas.arah) == ("2 tugas", "2 tugas", Arah.GANTI)
    assert tugas.penjelasan == "1 sama, 1 baru, 1 tidak lagi."
    assert [(r.sebutan, r.isi) for r in tugas.rincian] == [
        ("Tugas baru", "Membina pegawai"), ("Tidak lagi", "Mengolah data"),
    ]  # fmt: skip


def test_tasks_of_the_new_post_are_told_even_when_those_of_the_old_are_unknown() -> None:
    tugas = satu(Hal.TUGAS, replace(KINI, tugas=None), replace(TUJUAN, templat=True))

    assert (tugas.lama, tugas.arah) == (BELUM, Arah.TAK_TAHU)
    assert [r.isi for r in tugas.rincian] == ["menyusun  rencana", "Membina pegawai"]
    assert tugas.penjelasan == "Tugas jabatan tujuan menurut templat jabatannya."


def test_each_lacking_competence_is_a_training_offered_and_the_unassessed_are_no_gap() -> None:
    hasil = satu(Hal.KOMPETENSI)

    assert (hasil.lama, hasil.baru) == ("terpenuhi", "kurang 1 level, 1 belum dinilai")
    assert hasil.arah is Arah.TAK_TAHU
    assert [(r.sebutan, r.isi) for r in hasil.rincian] == [
        ("Pelatihan ditawarkan", "Integritas: level 2, diminta 3"),
        ("Belum dinilai", "Kerja Sama"),
    ]
    lengkap = satu(Hal.KOMPETENSI, tujuan=replace(TUJUAN, kompetensi=(kompetensi(4, 2),)))
    assert (lengkap.baru, lengkap.arah) == ("kurang 2 level", Arah.NAIK)


def test_money_comes_from_the_table_with_its_basis_or_is_not_told() -> None:
    naik, turun = satu(Hal.TUNJANGAN), satu(Hal.TAMBAHAN)

    assert (naik.lama, naik.baru, naik.arah) == (
        "Rp540.000 (Perpres 1)", "Rp980.000 (Perpres 1)", Arah.NAIK,
    )  # fmt: skip
    assert naik.penjelasan == "Rp440.000 lebih besar."
    assert (turun.arah, turun.penjelasan) == (Arah.TURUN, "Rp250.000 lebih kecil.")
    assert turun.baru == "Rp2.750.000 (Perbup 3)"
    tetap = satu(Hal.TUNJANGAN, tujuan=replace(TUJUAN, tunjangan=Uang(540_000, "Perpres 9")))
    assert (tetap.arah, tetap.penjelasan) == (Arah.TETAP, "")
    kosong = satu(Hal.TUNJANGAN, tujuan=replace(TUJUAN, tunjangan=None))
    assert (kosong.lama, kosong.baru) == ("Rp540.000 (Perpres 1)", BELUM)
    assert kosong.arah is Arah.TAK_TAHU
    assert kosong.penjelasan == "Besaran untuk jabatan tujuan belum ada di tabelnya."
    tanpa = satu(Hal.TUNJANGAN, replace(KINI, tunjangan=None), replace(TUJUAN, tunjangan=None))
    assert tanpa.penjelasan == "Besaran untuk jabatan sekarang dan tujuan belum ada di tabelnya."


def test_allowances_are_looked_up_by_eselon_and_by_family_and_level() -> None:
    eselon = {"41": Uang(540_000, "Perpres 1")}
    jf = {"analis kebijakan MU": Uang(1_100_000, "Perpres 2")}

    assert tunjangan_jabatan(KASI, eselon, jf) == (540_000, "Perpres 1")
    assert tunjangan_jabatan(ANALIS_MUDA, eselon, jf) == (1_100_000, "Perpres 2")
    assert tunjangan_jabatan(GURU_MUDA, eselon, jf) is None
    assert tunjangan_jabatan(PELAKSANA, eselon, jf) is None


@pytest.mark.parametrize(
    ("lama", "baru", "hari", "arah", "kalimat"),
    [
        (58, 60, "1 April 2042", Arah.NAIK, "24 bulan lebih lambat."),
        (60, 58, "1 April 2040", Arah.TURUN, "24 bulan lebih cepat."),
        (58, 58, "1 April 2040", Arah.TETAP, ""),
    ],
)
def test_retirement_moves_with_the_age_of_the_post(
    lama: int, baru: int, hari: str, arah: Arah, kalimat: str
) -> None:
    hasil = satu(Hal.PENSIUN, replace(KINI, bup=lama), replace(TUJUAN, bup=baru))

    assert (hasil.baru, hasil.arah, hasil.penjelasan) == (hari, arah, kalimat)
    assert satu(Hal.BUP, replace(KINI, bup=lama)).lama == f"{lama} tahun"


def test_distance_is_a_straight_line_and_says_when_it_is_only_near() -> None:
    jauh = satu(Hal.JARAK)
    assert (jauh.baru, jauh.arah) == ("11 km", Arah.GANTI)
    assert "Garis lurus" in jauh.penjelasan
    kira = satu(Hal.JARAK, tujuan=replace(TUJUAN, letak=Letak(-7.05, 110.1, perkiraan=True)))
    assert kira.baru == "12,4 km"
    assert kira.penjelasan.startswith("Perkiraan dari titik tengah kecamatan.")
    gelap = satu(Hal.JARAK, tujuan=replace(TUJUAN, letak=None))
    assert gelap.penjelasan == "Koordinat Bidang Mutasi belum tercatat."
    tetap = satu(Hal.JARAK, tujuan=replace(TUJUAN, unit_id=1, letak=None))
    assert (tetap.baru, tetap.arah) == ("0 km", Arah.TETAP)


def test_distances_of_the_globe() -> None:
    jakarta, surabaya = Letak(-6.2, 106.816667), Letak(-7.25, 112.75)

    assert jarak_km(jakarta, surabaya) == pytest.approx(665, abs=2)
    assert jarak_km(surabaya, jakarta) == jarak_km(jakarta, surabaya)
    assert jarak_km(Letak(0, 0), Letak(0, 180)) == pytest.approx(20015.1, abs=0.1)
    assert jarak_km(jakarta, jakarta) == 0


@pytest.mark.parametrize(
    ("asal", "tujuan", "jawab"),
    [
        (KASI, KABID, True),
        (PELAKSANA, ANALIS_MUDA, True),
        (ANALIS_MUDA, ANALIS_MADYA, True),
        (ANALIS_MUDA, ANALIS_MUDA, False),  # the same JF in another unit
        (KASI, PELAKSANA, False),
        (PELAKSANA, Jabatan("1", "51"), None),
        (PELAKSANA, Jabatan(), None),
    ],
)
def test_who_is_inaugurated(asal: Jabatan, tujuan: Jabatan, jawab: bool | None) -> None:
    assert dilantik(Pos(jabatan=asal), Pos(jabatan=tujuan)) is jawab


def test_same_row_of_the_register_is_no_move_however_it_is_spelt() -> None:
    eja = replace(TUJUAN, unit_id=1, unit="SEKSI DATA", opd_id=10, opd="DINAS SATU")

    assert satu(Hal.UNIT, tujuan=eja).arah is Arah.TETAP
    assert satu(Hal.OPD, tujuan=eja).arah is Arah.TETAP
    assert satu(Hal.TERPENCIL).arah is Arah.GANTI
