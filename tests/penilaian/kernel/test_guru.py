"""Teachers by classes, hours and subjects; health centres by their table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penilaian.kernel.abk_kes import abk_kes
from penilaian.kernel.beban_guru import BebanGuru, bagi_jam, keadaan_guru
from penilaian.kernel.guru import (
    JamMapel,
    JenjangTidakDikenal,
    KebutuhanSekolah,
    guru_bk,
    guru_mapel,
    guru_sd,
    guru_smp,
    rombel_ideal,
)
from penilaian.kernel.hitungan import Pembulatan, pecahan
from penilaian.kernel.puskesmas import JenisTidakDikenal, puskesmas, pustu, tenaga_kurang
from penilaian.kernel.wisn import Kegiatan
from tests.helpers.kebutuhan import ketentuan

K = ketentuan()


def test_published_classes_of_smp_abc_are_rounded_up_grade_by_grade() -> None:
    """guru-rombel-smp-abc; pooled it would be 11."""
    hasil = rombel_ideal([110, 100, 120], "SMP", K)

    assert (hasil.per_tingkat, hasil.jumlah) == ((4, 4, 4), 12)
    assert hasil.tetapan[0].dasar == "Permendikbudristek 47/2023 Pasal 8"


def test_classes_of_an_older_day_follow_the_ratio_of_that_day() -> None:
    assert rombel_ideal([110, 100, 120], "SMP", ketentuan(date(2022, 1, 1))).jumlah == 11


def test_level_without_a_ratio_is_an_error_that_lists_them() -> None:
    with pytest.raises(JenjangTidakDikenal, match="Jenjang 'SMA' tidak ada .*: TK, SD, SMP, "):
        rombel_ideal([30], "SMA", K)


def jam(kg: str) -> list[JamMapel]:
    """Hours that make so many times 24."""
    return [JamMapel("VII", 1, pecahan(kg) * 24)]


@pytest.mark.parametrize(
    ("kg", "guru", "masing"),
    [
        ("0.4", [1], ["9.60"]),
        ("1.3", [1], ["31.20"]),
        ("1.66", [1], ["39.84"]),
        ("1.7", [1, 2], ["40.80", "20.40"]),
        ("2.9", [2], ["34.80"]),
        ("2.1", [2], ["25.20"]),
        ("1", [1], ["24"]),
        pytest.param("5/3", [1], ["40"], id="exactly 40 hours is still one"),
        ("0", [0], ["0"]),
    ],
)
def test_published_rounding_goes_by_the_hours_each_would_carry(
    kg: str, guru: list[int], masing: list[str]
) -> None:
    """guru-aturan-pembulatan."""
    hasil = guru_mapel("IPA", jam(kg), K)

    assert [p.guru for p in hasil.pilihan] == guru
    assert [p.jtm_masing for p in hasil.pilihan] == [pecahan(m) for m in masing]
    assert (hasil.nilai, hasil.bulat) == (pecahan(kg), guru[0])
    assert [t.kode for t in hasil.temuan] == ["kasus_per_kasus"] * (len(guru) - 1)


def test_case_by_case_is_decided_by_a_person_within_the_choices() -> None:
    hasil = guru_mapel("IPA", jam("1.7"), K, diputuskan=2)

    assert (hasil.bulat, hasil.temuan, hasil.mentah) == (2, (), Decimal("1.7000"))
    with pytest.raises(ValueError, match="IPA: pilihan yang sah 1 atau 2 guru"):
        guru_mapel("IPA", jam("1.7"), K, diputuskan=3)


def test_case_by_case_says_both_loads() -> None:
    (temuan,) = guru_mapel("IPA", jam("1.7"), K).temuan

    assert temuan.pesan == (
        "IPA: 1 guru memikul 40,8 jam (di atas 40), 2 guru 20,4 jam (di bawah 24). "
        "Putuskan salah satu."
    )


def test_published_subject_of_twelve_classes_and_four_hours() -> None:
    """guru-mapel-formula."""
    hasil = guru_mapel("IPS", [JamMapel.isi("VII-IX", 12, 4)], K)

    assert (hasil.nilai, hasil.bulat) == (2, 2)
    assert hasil.pilihan[0].jtm_masing == 24
    assert (hasil.metode.sumber, hasil.pembulatan) == ("guru", Pembulatan.GURU)


def test_extra_duties_take_hours_but_the_holder_stays_on_his_seat() -> None:
    """60 hours: a deputy teaches 12, two others share 48; the head teaches none of them."""
    jtm = [JamMapel.isi("VII", 12, 5)]
    wakil = guru_mapel("IPA", jtm, K, tugas_tambahan=["wakil kepala sekolah"])
    lama = K.andaikan(jtm_tugas_tambahan={"kepala sekolah": 6, "wakil kepala sekolah": 12})
    kepala = guru_mapel("IPA", jtm, lama, tugas_tambahan=["kepala sekolah"])

    assert (wakil.nilai, wakil.bulat) == (3, 3)
    assert (kepala.nilai, kepala.bulat) == (Fraction(54, 24), 2)


def test_primary_school_needs_class_teachers_pjok_religions_and_a_head() -> None:
    rombel = rombel_ideal([28, 29, 20, 5, 60, 0], "SD", K).per_tingkat
    hasil = guru_sd(rombel, ["Islam", "Kristen", "Islam"], K)

    assert rombel == (1, 2, 1, 1, 3, 0)
    assert {satu.jabatan: satu.bulat for satu in hasil.jabatan} == {
        "kepala sekolah": 1, "guru kelas": 8, "guru PJOK": 1, "guru agama Islam": 1,
        "guru agama Kristen": 1,
    }  # fmt: skip
    assert hasil.temuan == ()


def test_large_primary_school_needs_more_than_one_teacher_of_sports() -> None:
    hasil = guru_sd([4] * 6, ["Islam"], K, jam_per_rombel={"guru PJOK": 4, "guru agama Islam": 1})

    assert (hasil["guru PJOK"].bulat, hasil["guru PJOK"].jtm) == (4, 96)
    assert hasil["guru agama Islam"].bulat == 1


@pytest.mark.parametrize(("daerah", "banyak"), [("biasa", 1), ("khusus", 0)])
def test_small_school_below_the_minimum_is_said(daerah: str, banyak: int) -> None:
    hasil = guru_sd([1, 1, 0, 0, 0, 0], ["Islam"], K, daerah=daerah)

    assert [t.kode for t in hasil.temuan] == ["guru_di_bawah_minimal"] * banyak


def test_secondary_school_is_computed_subject_by_subject_never_pooled() -> None:
    hasil = guru_smp(
        [4, 4, 4], {"IPA": [5, 5, 5], "Prakarya": [2, 2, 2]}, 330, K,
        tugas_tambahan={"IPA": ["wakil kepala sekolah"]},
    )  # fmt: skip

    assert isinstance(hasil, KebutuhanSekolah)
    assert (hasil["IPA"].jtm, hasil["IPA"].bulat) == (60, 3)
    assert (hasil["Prakarya"].jtm, hasil["Prakarya"].bulat) == (24, 1)
    assert (hasil["guru BK"].bulat, hasil["kepala sekolah"].bulat) == (2, 1)
    with pytest.raises(KeyError):
        hasil["Fisika"]
    with pytest.raises(ValueError, match="shorter"):
        guru_smp([4, 4, 4], {"IPA": [5, 5]}, 330, K)


@pytest.mark.parametrize(
    ("murid", "guru", "kode"),
    [(0, 0, []), (149, 1, ["murid_bk_kurang"]), (225, 1, []), (226, 2, ["murid_bk_kurang"]),
     (330, 2, [])],
)  # fmt: skip
def test_counsellors_have_at_most_225_pupils(murid: int, guru: int, kode: list[str]) -> None:
    hasil = guru_bk(murid, K)

    assert (hasil.bulat, [t.kode for t in hasil.temuan]) == (guru, kode)


@pytest.mark.parametrize(
    ("jtm", "sertifikat", "tugas", "diakui", "kode"),
    [
        ({"IPA": 24}, "IPA", None, 24, []),
        ({"IPA": 23}, "IPA", None, 23, ["jtm_kurang"]),
        ({"IPA": 20, "Prakarya": 8}, "IPA", None, 20, ["mapel_bukan_sertifikat", "jtm_kurang"]),
        ({"IPA": 12}, "IPA", "wakil kepala sekolah", 24, []),
        ({}, "IPA", "kepala sekolah", 24, []),
        ({"IPA": 41}, None, None, 41, ["belum_bersertifikat", "jtm_lebih"]),
    ],
)
def test_certificate_and_24_hours_are_told_per_teacher(
    jtm: dict[str, int], sertifikat: str | None, tugas: str | None, diakui: int, kode: list[str]
) -> None:
    guru = BebanGuru("Ani", {m: Fraction(j) for m, j in jtm.items()}, sertifikat, tugas)
    hasil = keadaan_guru(guru, K)

    assert (hasil.diakui, [t.kode for t in hasil.temuan]) == (diakui, kode)


def test_hours_of_a_subject_reach_only_so_many_teachers() -> None:
    hasil = bagi_jam(Fraction(60), 4, K)

    assert (hasil.jtm_masing, hasil.dapat_memenuhi, hasil.tidak_memenuhi) == (15, 2, 2)
    assert bagi_jam(Fraction(60), 0, K).jtm_masing is None


@settings(max_examples=40)
@given(st.fractions(0, 20, max_denominator=8), st.fractions(0, 5, max_denominator=8))
def test_more_hours_never_need_fewer_teachers_nor_overload_them(
    kg: Fraction, tambah: Fraction
) -> None:
    satu, lebih = guru_mapel("x", jam(str(kg)), K), guru_mapel("x", jam(str(kg + tambah)), K)

    assert lebih.bulat >= satu.bulat
    assert satu.pilihan[-1].jtm_masing <= K.jtm_maksimal


# puskesmas-pmk75-2014: the column totals as printed.
PMK75 = {
    "perkotaan": 22, "perkotaan_rawat_inap": 31, "perdesaan": 19, "perdesaan_rawat_inap": 27,
    "terpencil": 19, "terpencil_rawat_inap": 27,
}  # fmt: skip


@pytest.mark.parametrize(("jenis", "jumlah"), PMK75.items())
def test_published_minimum_staff_of_health_centres(jenis: str, jumlah: int) -> None:
    hasil = puskesmas(jenis, K)

    assert sum(satu.bulat for satu in hasil) == jumlah
    assert len(hasil) == 11
    assert {satu.tetapan[0].dasar for satu in hasil} == {"Permenkes 75/2014 Lampiran"}
    assert {satu.metode.sumber for satu in hasil} == {"puskesmas"}


def test_published_cells_of_the_table() -> None:
    """The rows that differ between the kinds."""
    sel = {jenis: {satu.tenaga: satu.bulat for satu in puskesmas(jenis, K)} for jenis in PMK75}

    assert [sel[j]["perawat"] for j in PMK75] == [5, 8, 5, 8, 5, 8]
    assert [sel[j]["bidan"] for j in PMK75] == [4, 7, 4, 7, 4, 7]
    assert [sel[j]["dokter"] for j in PMK75] == [1, 2, 1, 2, 1, 2]
    assert [sel[j]["kefarmasian"] for j in PMK75] == [1, 2, 1, 1, 1, 1]
    assert [sel[j]["administrasi"] for j in PMK75] == [3, 3, 2, 2, 2, 2]


def test_need_of_a_health_centre_is_the_larger_of_table_and_abk_kes() -> None:
    hitung = {
        "perawat": abk_kes([Kegiatan.isi("rawat", 7_200 * 6, 10)], K),
        "bidan": abk_kes([Kegiatan.isi("periksa", 7_200, 10)], K),
        "fisioterapis": abk_kes([Kegiatan.isi("terapi", 3_600, 15)], K),
    }
    hasil = {satu.tenaga: satu for satu in puskesmas("perdesaan", K, abk_kes=hitung)}

    assert (hasil["perawat"].bulat, hasil["bidan"].bulat) == (6, 4)
    assert hasil["fisioterapis"].bulat == 1
    assert hasil["bidan"].abk_kes is hitung["bidan"], "both are shown"
    assert [t.nama for t in hasil["perawat"].tetapan] == [
        "puskesmas_minimal_perdesaan", "jke_menit_kesehatan",
    ]  # fmt: skip


def test_kind_that_the_table_does_not_know_is_an_error_that_lists_them() -> None:
    with pytest.raises(JenisTidakDikenal, match="'apung' tidak ada dalam tabel: perkotaan, "):
        puskesmas("apung", K)


def test_missing_kinds_of_staff_are_listed_and_a_pustu_has_its_own_floor() -> None:
    ada = dict.fromkeys(K.puskesmas_tenaga_wajib, 1)

    assert tenaga_kurang(ada | {"gizi": 0}, K) == ("gizi",)
    assert {satu.tenaga: satu.bulat for satu in pustu(K)} == {"perawat": 1, "bidan": 1}
