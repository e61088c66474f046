"""Names of subjects, and one school's need beside its teachers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from penilaian.kernel.guru import guru_sd, guru_smp
from penilaian.kernel.mapel import agama, baku_mapel, jabatan_mapel
from penilaian.kernel.sekolah import (
    BahanSekolah,
    JamMapelSekolah,
    keadaan_sekolah,
    kebutuhan_sekolah,
)
from tests.helpers.kebutuhan import ketentuan

K = ketentuan()


def jam(*, asn: object = 0, non_asn: object = 0, kosong: object = 0) -> JamMapelSekolah:
    """Hours of one subject."""
    return JamMapelSekolah(*(Fraction(str(n)) for n in (asn, non_asn, kosong)))


@pytest.mark.parametrize(
    ("tulisan", "baku"),
    [
        ("MATEMATIKA", "Matematika"), ("  Matematika ", "Matematika"), ("mtk", "Matematika"),
        ("Guru Kelas SD/MI", "Guru Kelas"), ("Kelas", "Guru Kelas"),
        ("Pendidikan Jasmani, Olahraga, dan Kesehatan", "PJOK"), ("Penjas.", "PJOK"),
        ("Pendidikan Agama Islam dan Budi Pekerti", "Pendidikan Agama Islam"),
        ("PAI", "Pendidikan Agama Islam"), ("Agama Budha", "Pendidikan Agama Buddha"),
        ("Pendidikan Agama Kristen Protestan", "Pendidikan Agama Kristen"),
        ("Agama Konghucu", "Pendidikan Agama Khonghucu"),
        ("Ilmu Pengetahuan Alam (IPA)", "IPA"), ("B. Inggris", "Bahasa Inggris"),
        ("BK", "Bimbingan dan Konseling"), ("PPKn", "Pendidikan Pancasila"),
        ("IPAS", "IPAS"), ("bahasa jawa", "Bahasa Jawa"), ("SENI BUDAYA DAN PRAKARYA",
         "Seni Budaya dan Prakarya"),
    ],
)  # fmt: skip
def test_spellings_of_one_subject_are_one(tulisan: str, baku: str) -> None:
    assert baku_mapel(tulisan) == baku
    assert baku_mapel(baku) == baku


def test_subject_counts_under_the_post_its_level_names() -> None:
    assert [jabatan_mapel(m, "SD") for m in ("Guru Kelas", "PJOK", "Bahasa Inggris")] == [
        "guru kelas", "guru PJOK", "Bahasa Inggris",
    ]  # fmt: skip
    assert jabatan_mapel("Pendidikan Agama Hindu", "SD") == "guru agama Hindu"
    assert jabatan_mapel("Pendidikan Agama Hindu", "SMP") == "Pendidikan Agama Hindu"
    assert jabatan_mapel("Bimbingan dan Konseling", "SMP") == "guru BK"
    assert (agama("Pendidikan Agama Islam"), agama("PJOK")) == ("Islam", "")


def test_primary_school_never_nets_one_post_against_another() -> None:
    bahan = BahanSekolah(
        "SD", rombel=dict.fromkeys(range(1, 7), 1), murid=dict.fromkeys(range(1, 7), 20),
        jam={"Guru Kelas": jam(asn=96, non_asn=48), "PJOK": jam(asn=24),
             "Pendidikan Agama Islam": jam(kosong=24)},
        ada={"guru kelas": 4, "guru PJOK": 3, "kepala sekolah": 1, "": 1},
    )  # fmt: skip

    hasil = keadaan_sekolah(bahan, K)

    assert [(b.jabatan, b.butuh, b.ada, b.kurang, b.lebih) for b in hasil.baris] == [
        ("kepala sekolah", 1, 1, 0, 0), ("guru kelas", 6, 4, 2, 0), ("guru PJOK", 1, 3, 0, 2),
        ("guru agama Islam", 1, 0, 1, 0), ("", None, 1, 0, 0),
    ]  # fmt: skip
    assert (hasil.kurang, hasil.lebih, hasil.butuh) == (3, 2, 9)
    pjok = hasil.baris[2]
    assert pjok.bagi is not None
    assert (pjok.bagi.dapat_memenuhi, pjok.bagi.tidak_memenuhi) == (1, 2)


def test_small_school_of_a_remote_district_is_told_its_own_minimum() -> None:
    bahan = {"jenjang": "SD", "rombel": {1: 1}, "murid": {1: 9}}

    assert [t.pesan for t in keadaan_sekolah(BahanSekolah(**bahan, khusus=True), K).temuan] == [
        "Hitungan 2 guru, di bawah minimal 4 guru per SD (daerah khusus)."
    ]
    assert "minimal 6 guru" in keadaan_sekolah(BahanSekolah(**bahan), K).temuan[0].pesan


def test_case_by_case_waits_for_a_person_and_forgets_a_choice_that_fits_no_more() -> None:
    bahan = BahanSekolah("SMP", rombel={7: 3}, murid={7: 90}, jam={"IPA": jam(asn=45)})

    buka = keadaan_sekolah(bahan, K).baris[1]
    pilih = keadaan_sekolah(bahan, K, {"IPA": 2}).baris[1]
    usang = keadaan_sekolah(bahan, K, {"IPA": 5}).baris[1]

    assert (buka.butuh, [p.guru for p in buka.pilihan], buka.terbuka) == (1, [1, 2], True)
    assert (pilih.butuh, [p.guru for p in pilih.pilihan], pilih.terbuka) == (2, [1, 2], False)
    assert (usang.butuh, usang.terbuka) == (1, True)


def test_vice_head_keeps_a_seat_of_his_own_among_the_choices() -> None:
    bahan = BahanSekolah(
        "SMP", rombel={7: 3}, murid={7: 90}, jam={"IPA": jam(asn=57)},
        tugas={"IPA": ["wakil kepala sekolah"]},
    )  # fmt: skip

    ipa = keadaan_sekolah(bahan, K).baris[1]

    # He teaches 12 of the 57 hours; one or two others share 45.
    assert [(p.guru, p.jtm_masing) for p in ipa.pilihan] == [(2, 45), (3, Fraction(45, 2))]
    assert keadaan_sekolah(bahan, K, {"IPA": 3}).baris[1].butuh == 3


def test_large_primary_school_asks_about_sports_too() -> None:
    """47 hours are too many for one teacher and too few for two."""
    tetap = {"rombel": [12], "agama": [], "k": K, "jam_per_rombel": {"guru PJOK": "47/12"}}

    buka, pilih = guru_sd(**tetap), guru_sd(**tetap, diputuskan={"guru PJOK": 2})

    assert [p.guru for p in buka["guru PJOK"].pilihan] == [1, 2]
    assert [t.kode for t in buka["guru PJOK"].temuan] == ["kasus_per_kasus"]
    assert (pilih["guru PJOK"].bulat, pilih["guru PJOK"].temuan) == (2, ())


def test_choice_of_a_secondary_school_reaches_its_subject_only() -> None:
    mapel = {"IPA": [45], "IPS": [45]}

    hasil = guru_smp([1], mapel, 90, K, diputuskan={"IPA": 2})

    assert (hasil["IPA"].bulat, hasil["IPS"].bulat) == (2, 1)
    with pytest.raises(ValueError, match="pilihan yang sah 1 atau 2"):
        guru_smp([1], mapel, 90, K, diputuskan={"IPA": 3})


@pytest.mark.parametrize("jenjang", ["TK", "SMA", ""])
def test_level_without_a_rule_has_no_need_rather_than_a_guessed_one(jenjang: str) -> None:
    bahan = BahanSekolah(jenjang, rombel={0: 2}, murid={0: 20}, ada={"Guru Kelas": 2})

    hasil = keadaan_sekolah(bahan, K)

    assert kebutuhan_sekolah(bahan, K) is None
    assert (hasil.terhitung, hasil.kurang, hasil.lebih) == (False, 0, 0)
