"""Job person match: published categories and weights, gaps that nothing hides, what is missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penilaian.kernel.kinerja import NilaiMustahil
from penilaian.kernel.kompetensi import (
    JenisKompetensi,
    JenjangTanpaBobot,
    KategoriPemetaan,
    KategoriSyarat,
    Kompetensi,
    cetak,
    jpm_berbobot,
    kategori_pemetaan,
    kategori_syarat,
    kesesuaian,
    masa_asesmen,
    tabel_kompetensi,
)
from tests.helpers.penilaian import ketentuan_penilaian

K = ketentuan_penilaian()
MS, MMS, KMS = KategoriSyarat


def kompetensi(standar: int, dicapai: int | None, kode: str = "a") -> Kompetensi:
    return Kompetensi(kode, f"Kompetensi {kode}", JenisKompetensi.MANAJERIAL, standar, dicapai)


def profil(*level: tuple[int, int | None]) -> list[Kompetensi]:
    return [kompetensi(s, d, str(n)) for n, (s, d) in enumerate(level)]


LEVEL = st.lists(st.tuples(st.integers(1, 5), st.integers(0, 5)), min_size=1, max_size=9).map(
    lambda isi: profil(*isi)
)


@pytest.mark.parametrize(
    ("jpm", "kategori"), [("100", MS), ("80", MS), ("79.99", MMS), ("68", MMS), ("67.99", KMS)]
)
def test_published_categories_of_competence_tests(jpm: str, kategori: KategoriSyarat) -> None:
    """jpm-kategori."""
    assert kategori_syarat(jpm, K) is kategori
    assert kategori.lulus is (kategori is not KMS)


@pytest.mark.parametrize(
    ("jpm", "kategori"),
    [
        ("138.89", "Optimal"), ("90", "Optimal"), ("89.99", "Cukup Optimal"),
        ("78", "Cukup Optimal"), ("77.99", "Kurang Optimal"),
    ],
)  # fmt: skip
def test_published_categories_of_mapping(jpm: str, kategori: str) -> None:
    """jpm-kategori-pemetaan."""
    assert kategori_pemetaan(jpm, K) is KategoriPemetaan(kategori)


def test_a_surplus_hides_no_gap() -> None:
    """jpm-capped-vs-uncapped."""
    hasil = kesesuaian(profil((3, 5), (3, 3), (3, 1)))

    assert hasil.jpm is not None
    assert hasil.jpm_penuh is not None
    assert (cetak(hasil.jpm_penuh), cetak(hasil.jpm)) == (Decimal(100), Decimal("77.78"))
    assert kategori_syarat(hasil.jpm_penuh, K) is MS
    assert kategori_syarat(hasil.jpm, K) is MMS
    assert [satu.selisih for satu in hasil.baris] == [2, 0, -2]
    assert hasil.kekurangan == 2
    assert hasil.kalimat == "Level 7 dari 9, setara 77,78% JPM."


@pytest.mark.parametrize(("jenjang", "nilai"), [("MA", "79"), ("MU", "77.5"), ("PT", "76")])
def test_published_weights_of_technical_against_managerial_and_social(
    jenjang: str, nilai: str
) -> None:
    """jpm-bobot-jfkk."""
    hasil = jpm_berbobot(70, 85, jenjang, K)

    assert hasil == Fraction(nilai)
    assert kategori_syarat(hasil, K).lulus


def test_weights_of_a_level_without_them_are_not_invented() -> None:
    with pytest.raises(JenjangTanpaBobot, match="'UT' tidak mempunyai bobot.*PT, MU, MA"):
        jpm_berbobot(70, 85, "UT", K)
    assert jpm_berbobot(None, 85, "MA", K) is None
    assert jpm_berbobot(70, None, "MA", K) is None


def test_categories_come_from_the_exact_number_and_not_from_its_print() -> None:
    tepat = Fraction(79_999, 1_000)

    assert cetak(tepat) == Decimal("80.00")
    assert kategori_syarat(tepat, K) is MMS


def test_a_competence_that_was_not_assessed_leaves_the_person_incomplete() -> None:
    hasil = kesesuaian(profil((3, 3), (2, None), (2, None)))

    assert (hasil.lengkap, hasil.jpm, hasil.jpm_penuh) == (False, None, None)
    assert hasil.kalimat == "Belum lengkap: Kompetensi 1 dan Kompetensi 2 belum dinilai."
    assert kesesuaian([]).kalimat == "Standar kompetensi jabatan ini belum ada."


@pytest.mark.parametrize(
    ("standar", "dicapai", "kalimat"),
    [
        (0, 3, "Kompetensi a: level standar 0 di luar 1 sampai 5."),
        (3, 6, "Kompetensi a: level 6 di luar 0 sampai 5."),
        (3, -1, "Kompetensi a: level -1 di luar 0 sampai 5."),
    ],
)
def test_levels_that_do_not_exist_are_refused(standar: int, dicapai: int, kalimat: str) -> None:
    with pytest.raises(NilaiMustahil, match=f"^{kalimat}$"):
        kompetensi(standar, dicapai)


def test_one_competence_twice_is_refused_and_so_is_a_negative_match() -> None:
    with pytest.raises(NilaiMustahil, match="tercatat dua kali: Kompetensi a"):
        kesesuaian([kompetensi(3, 3), kompetensi(3, 4)])
    with pytest.raises(NilaiMustahil, match="JPM -1,00 tidak dapat di bawah nol"):
        kategori_syarat(-1, K)


@pytest.mark.parametrize(
    ("per", "berlaku", "kalimat"),
    [
        (date(2023, 6, 1), True, "masih berlaku, lewat sejak 1 Juni 2026."),
        (date(2026, 5, 31), True, "masih berlaku, lewat sejak 1 Juni 2026."),
        (date(2026, 6, 1), False, "tidak berlaku lagi sejak 1 Juni 2026."),
    ],
)
def test_an_assessment_ends_on_the_same_day_three_years_later(
    per: date, berlaku: bool, kalimat: str
) -> None:
    masa = masa_asesmen(date(2023, 6, 1), per, K)

    assert (masa.berlaku, masa.lewat_sejak) == (berlaku, date(2026, 6, 1))
    assert masa.kalimat == f"Asesmen 1 Juni 2023 {kalimat}"


def test_an_assessment_still_to_come_is_refused() -> None:
    with pytest.raises(NilaiMustahil, match=r"^Asesmen 1 Juni 2026 belum berlangsung\.$"):
        masa_asesmen(date(2026, 6, 1), date(2026, 5, 31), K)


def test_what_a_group_must_have_against_what_it_has() -> None:
    orang = [profil((3, 5), (2, None)), profil((3, 1), (2, 2)), profil((4, None)), []]
    hasil = tabel_kompetensi(orang)

    assert (hasil.orang, hasil.tanpa_asesmen) == (4, 1)
    assert [
        (b.kode, b.diperlukan, b.memenuhi, b.kurang, b.belum_dinilai, b.level_kurang)
        for b in hasil.baris
    ] == [("0", 3, 1, 1, 1, 2), ("1", 2, 1, 0, 1, 0)]
    assert tabel_kompetensi(reversed(orang)) == hasil


@settings(max_examples=80)
@given(LEVEL, st.data())
def test_a_higher_level_never_lowers_a_match_and_the_cap_holds(
    semua: list[Kompetensi], data: st.DataObject
) -> None:
    letak = data.draw(st.integers(0, len(semua) - 1))
    satu = semua[letak]
    assert satu.dicapai is not None
    naik = kompetensi(satu.standar, data.draw(st.integers(satu.dicapai, 5)), satu.kode)
    awal, akhir = kesesuaian(semua), kesesuaian([*semua[:letak], naik, *semua[letak + 1 :]])

    assert awal.jpm is not None
    assert awal.jpm_penuh is not None
    assert akhir.jpm is not None
    assert akhir.jpm_penuh is not None
    assert awal.jpm <= akhir.jpm <= 100
    assert awal.jpm_penuh <= akhir.jpm_penuh
    assert awal.jpm <= awal.jpm_penuh
    assert (awal.jpm == 100) == (awal.kekurangan == 0)
    assert kesesuaian(semua[::-1]).jpm == awal.jpm


@settings(max_examples=40)
@given(LEVEL, st.data())
def test_missing_is_never_the_same_as_zero(semua: list[Kompetensi], data: st.DataObject) -> None:
    letak = data.draw(st.integers(0, len(semua) - 1))
    satu = semua[letak]

    def dengan(level: int | None) -> list[Kompetensi]:
        return [*semua[:letak], kompetensi(satu.standar, level, satu.kode), *semua[letak + 1 :]]

    assert kesesuaian(dengan(0)).lengkap
    assert not kesesuaian(dengan(None)).lengkap
    assert tabel_kompetensi([dengan(0)]) != tabel_kompetensi([dengan(None)])
