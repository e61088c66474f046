"""WISN and ABK-Kes: published answers, factors, rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penilaian.kernel.abk import Periode, Tugas, dari_tugas
from penilaian.kernel.abk_kes import Penunjang, abk_kes, penunjang_dari_abk
from penilaian.kernel.hitungan import Metode, Pembulatan, bulatkan, desimal, pecahan
from penilaian.kernel.waktu import Kalender, WaktuKerja, waktu_tersedia
from penilaian.kernel.wisn import (
    Kegiatan,
    Kelonggaran,
    KelonggaranPerorangan,
    beban_baku,
    dari_abk,
    faktor_kategori,
    rasio_wisn,
    wisn,
    wisn_81,
)
from tests.helpers.kebutuhan import ketentuan

K = ketentuan()


def test_published_clinicians_of_kisumu() -> None:
    """wisn-burmen-2017."""
    kotor = Kalender.pekan("4.5", {})
    kalender = Kalender.pekan("4.5", {"libur": 10, "cuti": 30, "sakit": 15})
    waktu = waktu_tersedia(kalender, jam_per_hari=8)
    kategori = Kelonggaran.hari_setahun("pelatihan dan rapat", 10, waktu)
    hasil = wisn([Kegiatan.isi("kunjungan", 10_000 * 10, 15)], waktu, K, kategori=[kategori])

    assert (kotor.hari_bersih, waktu.hari) == (234, 179)
    assert hasil.dasar * waktu.hari == 3_125
    assert desimal(hasil.dasar, 2) == Decimal("17.46")
    assert desimal(kategori.bagian) == Decimal("0.0559")
    assert desimal(hasil.faktor_kategori) == Decimal("1.0592")
    assert desimal(hasil.nilai, 2) == Decimal("18.49")
    assert (hasil.bulat, hasil.pembulatan) == (18, Pembulatan.WISN)
    assert [t.nama for t in hasil.tetapan] == ["wisn_batas_bulat"]


def test_published_outpatient_nurses_of_2022() -> None:
    """wisn-rajal-2022: AWT, SBK and row 1; the page cuts its allowance of 0.0387 down to 0.03."""
    waktu = waktu_tersedia(
        Kalender.pekan(6, {"cuti": 12, "pelatihan": 6, "libur": 16, "sakit": 12}), jam_per_hari=7
    )
    anamnesa = Kegiatan.isi("anamnesa", 3_120, 10)
    dicetak = Kelonggaran("dipotong", pecahan("0.03"))
    hasil = wisn_81([anamnesa], waktu, kelonggaran=[dicetak])

    assert (waktu.hari, waktu.jam, waktu.menit) == (266, 1_862, 111_720)
    assert [beban_baku(Kegiatan.isi("x", 1, m), waktu).baku for m in (10, 20, 5, 15)] == [
        11_172, 5_586, 22_344, 7_448,
    ]  # fmt: skip
    assert desimal(Kelonggaran.jam_sebulan("rapat", 6, waktu).bagian) == Decimal("0.0387")
    assert desimal(hasil.nilai, 3) == Decimal("0.309")
    assert (hasil.metode, hasil.metode.sumber) == (Metode.WISN_81, "wisn")


def test_published_time_of_medical_records_and_its_load_in_minutes() -> None:
    """wisn-rekammedis-uts: the time is right, its standard workloads divide hours by minutes."""
    waktu = waktu_tersedia(
        Kalender.pekan(6, {"cuti": 18, "pelatihan": 1, "libur": 10, "izin": 3}), jam_per_hari=7
    )

    assert (waktu.hari, waktu.jam) == (280, 1_960)
    assert round(beban_baku(Kegiatan.isi("berkas", 1, "1.42"), waktu).baku) == 82_817


@pytest.mark.parametrize(
    ("menit", "baku"), [(8, 12_240), (5, 19_584), (1, 97_920), ("0.1", 979_200)]
)
def test_published_standard_workloads_of_psychiatrists(menit: str, baku: int) -> None:
    """wisn-psikiater-2015; 19,548 in print is 19,584 with two digits swapped."""
    waktu = waktu_tersedia(Kalender.pekan(1, {}, pekan=1), jam_per_hari=Fraction(97_920, 60))

    assert beban_baku(Kegiatan.isi("x", 1, menit), waktu).baku == baku


def test_published_ratio_of_psychiatrists() -> None:
    hasil = rasio_wisn(3, 6, K)

    assert (hasil.nilai, hasil.selisih, hasil.keadaan) == (Decimal("0.5000"), -3, "kritis")


@pytest.mark.parametrize(
    ("ada", "butuh", "keadaan"),
    [(9, 10, "hampir cukup"), (89, 100, "kritis"), (2, 2, "cukup"), (3, 2, "berlebih"),
     (0, 0, "cukup"), (1, 0, "berlebih")],
)  # fmt: skip
def test_ratio_has_a_name(ada: int, butuh: int, keadaan: str) -> None:
    assert rasio_wisn(ada, butuh, K).keadaan == keadaan


@pytest.mark.parametrize(
    ("nilai", "orang"),
    [("1.1", 1), ("1.11", 2), ("2.2", 2), ("2.21", 3), ("3.3", 3), ("3.31", 4), ("4.4", 4),
     ("4.41", 5), ("5.5", 5), ("5.51", 6), ("17.5", 17), ("0", 0), ("0.2", 1)],
)  # fmt: skip
def test_manual_rounds_down_only_what_the_others_can_carry(nilai: str, orang: int) -> None:
    """wisn-rounding-rule."""
    assert bulatkan(pecahan(nilai), Pembulatan.WISN, K.wisn_batas_bulat) == orang


WAKTU = waktu_tersedia(Kalender.pekan(5, {"libur": 60}), jam_per_hari=8)  # 1,600 hours


def test_required_staff_is_a_times_b_plus_c() -> None:
    hasil = wisn(
        [Kegiatan.isi("periksa", 9_600, 10), Kegiatan.isi("rawat", 3_200, 30)],
        WAKTU,
        K,
        kategori=[
            Kelonggaran.menit_sehari("catatan", 48, WAKTU),
            Kelonggaran.jam_seminggu("rapat", 2, 40),
            Kelonggaran.jam_setahun("pelatihan", 80, WAKTU),
        ],
        perorangan=[KelonggaranPerorangan.isi("membimbing", 2, 400)],
    )

    assert hasil.dasar == 2
    assert hasil.faktor_kategori == 1 / (1 - Fraction(10 + 5 + 5, 100)) == Fraction(5, 4)
    assert hasil.faktor_perorangan == Fraction(1, 2)
    assert (hasil.nilai, hasil.bulat) == (3, 3)
    assert hasil.waktu is WAKTU


def test_support_work_that_fills_the_year_is_an_error() -> None:
    with pytest.raises(ValueError, match="menghabiskan seluruh waktu kerja"):
        faktor_kategori([Kelonggaran("semua", Fraction(1))])
    with pytest.raises(ValueError, match="menghabiskan seluruh waktu kerja"):
        abk_kes([], K, penunjang=[Penunjang.isi("semua", 72_000)])


@pytest.mark.parametrize("hitung", [lambda k: wisn([k], WAKTU, K), lambda k: abk_kes([k], K)])
def test_activity_that_takes_no_time_is_an_error(hitung: object) -> None:
    with pytest.raises(ValueError, match="periksa: .* lebih dari nol"):
        hitung(Kegiatan.isi("periksa", 1, 0))  # type: ignore[operator]


def test_abk_and_wisn_stand_side_by_side_from_the_same_rows() -> None:
    abk = dari_tugas([Tugas.isi("periksa", "pasien", 40, Periode.HARI, 15)], K)
    jke = WaktuKerja(Kalender.pekan(5, {}), None, K.jke_menit / 60 / 260)

    assert wisn(dari_abk(abk.baris), jke, K).nilai == abk.nilai
    assert abk_kes(dari_abk(abk.baris), K).nilai == abk.nilai * K.jke_menit / 72_000


def test_abk_kes_multiplies_by_the_support_standard_and_rounds_once() -> None:
    penunjang = penunjang_dari_abk(
        dari_tugas([Tugas.isi("rapat", "kali", 12, Periode.BULAN, 50)], K).baris
    )
    hasil = abk_kes([Kegiatan.isi("imunisasi", 7_200, 20)], K, penunjang=penunjang)

    assert (hasil.baris[0].sbk, hasil.jkt) == (3_600, 2)
    assert (hasil.ftp, hasil.stp) == (Fraction(1, 10), Fraction(10, 9))
    assert (hasil.mentah, hasil.bulat, hasil.metode.sumber) == (Decimal("2.2222"), 2, "abk")
    assert [(t.nama, t.dasar) for t in hasil.tetapan] == [
        ("jke_menit_kesehatan", "Permenkes 33/2015")
    ]


def test_abk_kes_may_round_as_wisn_does() -> None:
    hasil = abk_kes([Kegiatan.isi("x", 79_200, 1)], K, pembulatan=Pembulatan.WISN)

    assert (hasil.mentah, hasil.bulat) == (Decimal("1.1000"), 1)
    assert [t.nama for t in hasil.tetapan] == ["jke_menit_kesehatan", "wisn_batas_bulat"]


KEGIATAN = st.lists(
    st.builds(
        Kegiatan,
        st.just("x"),
        st.integers(0, 9_999).map(Fraction),
        st.integers(1, 99).map(Fraction),
    ),
    max_size=4,
)


@settings(max_examples=20)
@given(KEGIATAN, KEGIATAN, st.integers(0, 50))
def test_need_is_additive_over_activities_and_grows_with_them(
    satu: list[Kegiatan], dua: list[Kegiatan], tambah: int
) -> None:
    lebih = [Kegiatan(k.nama, k.setahun + tambah, k.menit + tambah) for k in satu]
    for hitung in (lambda isi: wisn(isi, WAKTU, K), lambda isi: abk_kes(isi, K)):
        assert hitung([*satu, *dua]).nilai == hitung(satu).nilai + hitung(dua).nilai
        assert hitung(lebih).nilai >= hitung(satu).nilai


def test_changing_jke_leaves_wisn_alone_and_the_health_jke_leaves_abk_alone() -> None:
    isi = [Kegiatan.isi("periksa", 9_600, 10)]
    tugas = [Tugas.isi("periksa", "pasien", 40, Periode.HARI, 15)]

    assert wisn(isi, WAKTU, K.andaikan(jke_menit=72_000)) == wisn(isi, WAKTU, K)
    assert abk_kes(isi, K.andaikan(jke_menit=72_000)) == abk_kes(isi, K)
    lain = K.andaikan(jke_menit_kesehatan=66_780)
    assert dari_tugas(tugas, lain) == dari_tugas(tugas, K)
    assert abk_kes(isi, lain).nilai > abk_kes(isi, K).nilai
    assert abk_kes(isi, lain).tetapan[0].dasar == "Andaian, bukan ketentuan yang berlaku"
