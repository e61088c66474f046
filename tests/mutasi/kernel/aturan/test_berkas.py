"""Rules about a whole file: a post for everybody, seats that fit, clean criteria, its size."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutasi.kernel.aturan.berkas import Baris, Berkas
from mutasi.kernel.aturan.daftar import MENURUT_KODE, periksa_berkas
from mutasi.kernel.aturan.rencana import TERLARANG, sifat_terlarang
from penilaian.kernel.kriteria import Kriteria, SumberNilai
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.kernel.set_siap import SET_SIAP
from tests.helpers.jalan import SK, baris, berkas, ketentuan_jalan, kursi
from tests.helpers.perkara import KASI, PELAKSANA

BESOK = SK + timedelta(days=1)


def putusan(kode: str, *isi: Baris, **lain: Any) -> Putusan:
    return MENURUT_KODE[kode](berkas(*isi, **lain))


def ditahan(kode: str, *isi: Baris, **lain: Any) -> Putusan:
    satu = putusan(kode, *isi, **lain)
    assert satu.putusan is Hasil.TIDAK_LOLOS, satu.bunyi
    assert satu.dasar
    assert satu.perbaikan
    return satu


def lolos(kode: str, *isi: Baris, **lain: Any) -> bool:
    return putusan(kode, *isi, **lain).putusan is Hasil.LOLOS


def test_an_ordinary_swap_meets_every_rule_of_a_file() -> None:
    semua = periksa_berkas(berkas(baris(1, 1, 2), baris(2, 2, 1)))

    assert [p.kode for p in semua] == ["H20", "H22", "H23", "W12"]
    assert {p.putusan for p in semua} == {Hasil.LOLOS}


def test_h20_who_is_released_has_a_post_to_go_to() -> None:
    satu = ditahan("H20", baris(1, 1, None), baris(2, 2, 1))

    assert "Pegawai 1" in satu.bunyi
    assert satu.angka["baris"] == [1]


def test_h20_endings_and_acting_heads_need_none() -> None:
    assert lolos("H20", baris(1, 1, None, berakhir=True), baris(2, 2, None, definitif=False))


def test_h20_many_names_are_counted_not_listed() -> None:
    bunyi = ditahan("H20", *(baris(n, n, None) for n in range(1, 9))).bunyi

    assert "Pegawai 5, dan 3 lainnya" in bunyi
    assert "Pegawai 6" not in bunyi


def test_h22_one_person_one_line() -> None:
    satu = ditahan("H22", baris(1, 1, 2, pegawai=7), baris(2, 3, 4, pegawai=7), baris(3, 2, 3))

    assert satu.angka["orang_ganda"] == [1, 2]
    pejabat = baris(2, 3, 4, pegawai=7, definitif=False)
    assert "orang_ganda" not in putusan("H22", baris(1, 1, 2, pegawai=7), pejabat).angka


def test_h22_a_ring_turns_on_one_day_only() -> None:
    assert lolos("H22", baris(1, 1, 2), baris(2, 2, 3), baris(3, 3, 1))

    satu = ditahan("H22", baris(1, 1, 2), baris(2, 2, 3), baris(3, 3, 1, BESOK))
    assert satu.angka["tmt_terbalik"] == [2]
    assert "Diisi sebelum ditinggalkan: Seksi 3 (Pegawai 2)." in satu.bunyi


def test_h22_two_people_for_one_seat() -> None:
    kosong = {**kursi(1, 2), **kursi(3, isi=0)}
    satu = ditahan("H22", baris(1, 1, 3), baris(2, 2, 3), kursi=kosong)

    assert satu.angka["kursi_ganda"] == [1, 2]
    dua = {**kosong, **kursi(3, butuh=2, isi=0)}
    assert lolos("H22", baris(1, 1, 3), baris(2, 2, 3), kursi=dua)
    masih_satu = {**kosong, **kursi(3, butuh=2)}
    ditahan("H22", baris(1, 1, 3), baris(2, 2, 3), kursi=masih_satu)


def test_h22_a_seat_taken_while_its_holder_stays() -> None:
    assert "Seksi 2" in ditahan("H22", baris(1, 1, 2)).bunyi


def test_h22_an_unknown_need_is_left_to_h03_and_an_unknown_day_to_bkd() -> None:
    tanpa = {**kursi(1), **kursi(2)}
    tanpa[2] = replace(tanpa[2], butuh=None)

    assert lolos("H22", baris(1, 1, 2), kursi=tanpa)
    satu = putusan("H22", baris(1, 1, 2, None))
    assert satu.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert "Pegawai 1" in satu.bunyi


def test_h22_who_is_confirmed_in_place_moves_no_seat() -> None:
    assert lolos("H22", *(baris(n, n, n) for n in range(1, 10)))


@given(
    panjang=st.integers(2, 8),
    hari=st.lists(st.integers(0, 30), min_size=8, max_size=8),
    tertutup=st.booleans(),
)
def test_h22_a_chain_stands_exactly_when_everybody_leaves_in_time(
    panjang: int, hari: list[int], tertutup: bool
) -> None:
    """Line n takes the seat of line n + 1; the last takes an empty one, or the first's."""
    tmt = [SK + timedelta(days=n) for n in hari[:panjang]]
    ujung = 1 if tertutup else panjang + 1
    isi = [
        baris(n, n, n + 1 if n < panjang else ujung, satu) for n, satu in enumerate(tmt, start=1)
    ]
    tempat = {**kursi(*range(1, panjang + 1)), **kursi(panjang + 1, isi=0)}

    urut = [*tmt, tmt[0]] if tertutup else tmt
    benar = all(pengikut >= pendahulu for pengikut, pendahulu in pairwise(urut))
    assert lolos("H22", *isi, kursi=tempat) is benar


def test_h23_no_published_set_looks_at_personal_attributes() -> None:
    semua = tuple(s.perangkat for s in SET_SIAP.values())

    assert lolos("H23", perangkat=semua)
    assert lolos("H23")


@pytest.mark.parametrize(
    ("sifat", "bunyi"),
    [
        ("jenis kelamin", "Diutamakan laki-laki."),
        ("suku", "Putra daerah mendapat tambahan."),
        ("agama", "Agama pemohon."),
        ("ras", "Ras pemohon."),
        ("golongan masyarakat", "Golongan sosial keluarga."),
        ("pandangan politik", "Kedekatan dengan partai."),
        ("status perkawinan", "Sudah menikah."),
        ("disabilitas", "Tidak difabel."),
    ],
)
def test_h23_a_criterion_whose_words_judge_the_person(sifat: str, bunyi: str) -> None:
    asli = next(iter(SET_SIAP.values())).perangkat
    nakal = replace(asli.kriteria[0], bunyi=bunyi)

    assert sifat_terlarang(nakal) == [sifat]
    satu = ditahan("H23", perangkat=(replace(asli, kriteria=(nakal, *asli.kriteria[1:])),))
    assert sifat in satu.bunyi


def test_h23_all_eight_attributes_are_read_and_ranks_are_not_among_them() -> None:
    asli = next(iter(SET_SIAP.values())).perangkat.kriteria[0]

    def kena(bunyi: str) -> list[str]:
        return sifat_terlarang(replace(asli, bunyi=bunyi))

    assert len(TERLARANG) == 8
    assert kena("Golongan ruang paling rendah III/c, rasio kehadiran, sukarela.") == []


def test_h23_no_source_of_points_names_an_attribute() -> None:
    contoh = next(iter(SET_SIAP.values())).perangkat.kriteria[0]

    def dari(sumber: SumberNilai) -> Kriteria:
        return replace(contoh, kode=sumber.value, bunyi=sumber.bunyi, sumber=sumber)

    assert not any(sifat_terlarang(dari(sumber)) for sumber in SumberNilai)


PILKADA = ketentuan_jalan(tanggal_penetapan_paslon="2024-09-22")


def awas(isi: Berkas) -> str:
    satu = MENURUT_KODE["W12"](isi)
    return satu.bunyi if satu.putusan is Hasil.PERINGATAN else ""


def test_w12_a_large_file_or_a_large_part_of_the_managers() -> None:
    banyak = [baris(n, None, None) for n in range(1, 52)]

    assert "51 orang (batas 50)" in awas(berkas(*banyak, jabatan_manajerial=1000))
    assert awas(berkas(*banyak[:50], jabatan_manajerial=1000)) == ""
    assert "5 dari 49 jabatan manajerial" in awas(berkas(*banyak[:5], jabatan_manajerial=49))
    assert awas(berkas(*banyak[:5], jabatan_manajerial=50)) == ""


@pytest.mark.parametrize(
    ("hari", "dekat"),
    [
        (date(2024, 1, 21), False),
        (date(2024, 1, 22), True),
        (date(2024, 3, 21), True),
        (date(2024, 3, 22), False),
    ],
)
def test_w12_sixty_days_before_a_window(hari: date, dekat: bool) -> None:
    bunyi = awas(berkas(baris(1, 1, 2), ketentuan=PILKADA, tanggal_sk=hari))

    assert ("jendela politik mulai 22 Maret 2024" in bunyi) is dekat


def test_w12_before_an_inauguration_too() -> None:
    hukum = ketentuan_jalan(tanggal_pelantikan_kepala_daerah="2025-02-20")

    assert awas(berkas(baris(1, 1, 2), ketentuan=hukum, tanggal_sk=date(2025, 1, 1)))


def test_w12_pelaksana_inside_the_window_are_named() -> None:
    staf = {"asal": PELAKSANA, "sasaran": PELAKSANA}
    isi = berkas(
        baris(1, 1, 2, **staf), baris(2, 2, 3), ketentuan=PILKADA, tanggal_sk=date(2024, 4, 1)
    )

    assert "dipindahkan Pegawai 1" in awas(isi)
    assert "Pegawai 2" not in awas(isi)  # bound: H12 stops him
    terbatas = baris(2, 2, 3, asal=KASI)
    assert awas(replace(isi, baris=(terbatas,))) == ""


def test_w12_without_decree_the_first_tmt_counts_and_without_both_nobody_knows() -> None:
    awal = berkas(baris(1, 1, 2, date(2024, 2, 1)), ketentuan=PILKADA, tanggal_sk=None)

    assert "jendela politik" in awas(awal)
    kosong = MENURUT_KODE["W12"](berkas(baris(1, 1, 2, None), tanggal_sk=None))
    assert kosong.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
