"""What must hold of every need, whatever the figures: additive, monotone, never netted."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st

from penilaian.kernel.abk import Periode, Tugas, dari_tugas, menit_setahun
from penilaian.kernel.andaian import Andaian, andaikan_beban, andaikan_jumlah
from penilaian.kernel.efektivitas_massal import Orang
from penilaian.kernel.kesenjangan import jumlahkan
from penilaian.kernel.proyeksi_massal import Datang, Pergi, PosisiKini, proyeksikan_semua
from penilaian.kernel.proyeksi_posisi import Keluar, Masuk, Penggerak, Sebab, proyeksikan
from tests.helpers.kebutuhan import HARI_INI as PER
from tests.helpers.kebutuhan import ketentuan

K = ketentuan()
JKE = int(K.jke_menit)
ANGKA = st.decimals(min_value=0, max_value=5000, places=3)
NORMA = st.decimals(min_value="0.001", max_value=5000, places=3)
TUGAS = st.builds(
    lambda v, p, n: Tugas.isi("Tugas", "berkas", v, p, n), ANGKA, st.sampled_from(Periode), NORMA
)
DAFTAR = st.lists(TUGAS, max_size=8)
POSISI = st.lists(
    st.tuples(st.none() | st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=12
)


@settings(max_examples=40)
@given(DAFTAR, DAFTAR)
def test_need_of_two_lists_of_tasks_is_the_need_of_both_together(
    kiri: list[Tugas], kanan: list[Tugas]
) -> None:
    bersama = dari_tugas([*kiri, *kanan], K)

    assert bersama.nilai == dari_tugas(kiri, K).nilai + dari_tugas(kanan, K).nilai
    assert bersama.nilai == dari_tugas([*kanan, *kiri], K).nilai
    assert bersama.nilai == menit_setahun(bersama) / JKE


@settings(max_examples=40)
@given(DAFTAR, TUGAS, NORMA, NORMA)
def test_more_volume_or_a_longer_norm_never_needs_fewer_people(
    lain: list[Tugas], satu: Tugas, volume: object, norma: object
) -> None:
    banyak = Tugas(
        satu.uraian, satu.satuan, satu.volume + Fraction(str(volume)), satu.periode, satu.norma
    )
    lama = Tugas(
        satu.uraian, satu.satuan, satu.volume, satu.periode, satu.norma + Fraction(str(norma))
    )

    kini = dari_tugas([*lain, satu], K)

    for lebih in (banyak, lama):
        hasil = dari_tugas([*lain, lebih], K)
        assert hasil.nilai >= kini.nilai
        assert hasil.bulat >= kini.bulat


@settings(max_examples=40)
@given(POSISI, st.data())
def test_gaps_of_posts_are_never_netted_however_they_are_grouped(
    posisi: list[tuple[int | None, int]], data: st.DataObject
) -> None:
    semua = jumlahkan(posisi)

    batas = data.draw(st.integers(0, len(posisi)))
    kiri, kanan = jumlahkan(posisi[:batas]), jumlahkan(posisi[batas:])
    assert semua.kekurangan == kiri.kekurangan + kanan.kekurangan
    assert semua.kelebihan == kiri.kelebihan + kanan.kelebihan
    berbutuh = [(b, i) for b, i in posisi if b is not None]
    assert semua.kelebihan - semua.kekurangan == sum(i - b for b, i in berbutuh)
    assert semua.kekurangan == sum(max(b - i, 0) for b, i in berbutuh)


KEPUTUSAN = st.fractions(min_value=0, max_value=500, max_denominator=10**6)


@settings(max_examples=40)
@given(
    KEPUTUSAN, st.integers(1_000, 200_000), st.fractions(-Fraction(9, 10), 3, max_denominator=99)
)
def test_what_if_moves_a_measured_need_by_its_minutes_and_leaves_the_rest(
    tepat: Fraction, jke: int, volume: Fraction
) -> None:
    orang, menit = Orang.dari(tepat), Orang.dari(tepat * JKE)
    andai = Andaian(jke=Fraction(jke), volume_persen=volume * 100)

    terukur = Fraction(*andaikan_beban(orang, menit, andai))
    tertulis = Fraction(*andaikan_beban(orang, None, andai))

    assert terukur == tepat * JKE * (1 + volume) / jke
    assert tertulis == tepat
    assert andaikan_jumlah(7, orang, andaikan_beban(orang, None, andai)) == 7


def test_what_if_without_any_dial_leaves_a_rounding_of_its_own_as_it_was_decided() -> None:
    guru = Orang(241, 100)  # 2.41, decided as 3 by the hours of each teacher

    assert andaikan_jumlah(3, guru, andaikan_beban(guru, None, Andaian())) == 3
    tumbuh = Andaian(tumbuh_persen=Fraction(10), tahun=2)
    assert andaikan_jumlah(3, guru, andaikan_beban(guru, None, tumbuh)) == 3  # 2.9161
    assert andaikan_jumlah(0, Orang(0, 1), andaikan_beban(Orang(0, 1), None, tumbuh)) == 0


HARI = st.dates(date(2025, 1, 1), date(2033, 12, 31))
PERGI = st.builds(Pergi, st.integers(0, 3), st.integers(0, 15), HARI, st.sampled_from(Sebab))
KINI = st.tuples(st.none() | st.fractions(0, 30, max_denominator=10_000), st.integers(0, 20))
TUMBUH = st.sampled_from(["0", "-7.5", "3", "12.25"])


@settings(max_examples=40)
@given(
    st.lists(KINI, min_size=1, max_size=3), st.lists(PERGI, max_size=14),
    st.lists(st.builds(Datang, st.integers(0, 3), HARI), max_size=4), TUMBUH, st.booleans(),
)  # fmt: skip
@example([(Fraction(1, 2), 1)], [Pergi(0, 1, PER, Sebab.PENSIUN)], [], "0", False)
def test_all_posts_at_once_are_projected_as_each_alone(
    kini: list[tuple[Fraction | None, int]], pergi: list[Pergi], datang: list[Datang],
    tumbuh: str, diperpanjang: bool,
) -> None:  # fmt: skip
    # One person sits in one post: what is drawn for another post belongs to somebody else.
    pergi = [Pergi(p.posisi, p.orang * 4 + p.posisi, p.tanggal, p.sebab) for p in pergi]
    penggerak = Penggerak.isi(tumbuh, kontrak_diperpanjang=diperpanjang)
    posisi = [
        PosisiKini(
            n,
            None
            if butuh is None
            else (2 * butuh.numerator + butuh.denominator) // (2 * butuh.denominator),
            None if butuh is None else Orang.dari(butuh),
            isi,
        )
        for n, (butuh, isi) in enumerate(kini)
    ]

    semua = proyeksikan_semua(posisi, pergi, datang, per=PER, penggerak=penggerak)

    per_tahun: dict[int, list[tuple[int | None, int]]] = {}
    sebab: Counter[tuple[int, Sebab]] = Counter()
    for n, (butuh, isi) in enumerate(kini):
        satu = proyeksikan(
            kebutuhan=butuh,
            bezetting=isi,
            keluar=[Keluar(str(p.orang), p.tanggal, p.sebab) for p in pergi if p.posisi == n],
            masuk=[Masuk(d.tanggal) for d in datang if d.posisi == n],
            per=PER,
            penggerak=penggerak,
        )
        assert [t.kebutuhan for t in satu.titik] == semua.butuh[n]
        assert [t.bezetting for t in satu.titik] == semua.isi[n]
        for t in satu.titik:
            per_tahun.setdefault(t.tahun, []).append((t.kebutuhan, t.bezetting))
            sebab.update({(t.tahun, s): banyak for s, banyak in t.keluar.items()})
    assert {t.tahun: t.jumlah for t in semua.tahun} == {
        tahun: jumlahkan(baris) for tahun, baris in per_tahun.items()
    }
    assert {(t.tahun, s): n for t in semua.tahun for s, n in t.keluar.items()} == sebab


def test_one_seat_of_the_structure_does_not_grow() -> None:
    kursi = PosisiKini(1, 1, None, 1)

    hasil = proyeksikan_semua([kursi], [], per=PER, penggerak=Penggerak.isi("50"))

    assert hasil.butuh[1] == [1] * 6
