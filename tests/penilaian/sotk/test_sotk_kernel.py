"""Fates under a new structure, and what is wrong with a plan: plain data in, sentences out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penilaian.kernel.sotk import (
    Akibat,
    Draf,
    Hubungan,
    Keputusan,
    Kotak,
    Nasib,
    Pemangku,
    Peta,
    Pos,
    UnitLama,
    tentukan,
)
from penilaian.kernel.sotk_kebutuhan import KURSI, Butuh, kebutuhan_kelak
from penilaian.kernel.sotk_periksa import periksa_sotk
from penilaian.models import Hubungan as HubunganTabel
from penilaian.models import Nasib as NasibTabel

PER = date(2026, 6, 1)
T, N, G, P, H = (Hubungan(h) for h in ("tetap", "ganti_nama", "gabung", "pecah", "hapus"))
GURU = 70

# Two bidang under a dinas whose parent, 9, is not of the plan.
UNIT = (UnitLama(1, "Dinas", 9), UnitLama(2, "Arsip", 1), UnitLama(3, "Data", 1))
KOTAK = (
    Kotak(11, "Dinas", None, 1, "Kepala Dinas", "22"),
    Kotak(12, "Arsip", 11, 2, "Kepala Arsip", "32"),
    Kotak(13, "Data", 11, 3, "Kepala Data", "32"),
)
SAMA = (Peta(1, T, 11), Peta(2, T, 12), Peta(3, T, 13))
POS = (
    Pos(101, 1, 51, True, "22", 1),
    Pos(102, 2, 52, True, "32", 1),
    Pos(103, 3, 53, True, "32", 1),
    Pos(202, 2, GURU, isi=3),
    Pos(203, 3, GURU, isi=2),
)


def draf(**lain: Any) -> Draf:
    """The department as it is, with some parts changed."""
    isi = {"unit": UNIT, "kotak": KOTAK, "peta": SAMA, "pos": POS, "luar": 9}
    return Draf(**{**isi, "berlaku": date(2026, 7, 1), **lain})


def gabung() -> Draf:
    """Data goes into Arsip."""
    return draf(kotak=KOTAK[:2], peta=(SAMA[0], Peta(2, G, 12), Peta(3, G, 12)))


def kode(d: Draf) -> list[str]:
    """Codes of what is found, blocking first."""
    return [t.kode for t in periksa_sotk(tentukan(d), per=PER)]


def test_words_of_the_tables_are_those_of_the_kernel() -> None:
    assert set(HubunganTabel.values) == {h.value for h in Hubungan}
    assert set(NasibTabel.values) == {n.value for n in Nasib}


def test_a_structure_that_stays_confirms_everybody_and_is_in_order() -> None:
    akibat = tentukan(draf())

    assert akibat.jumlah() == {Nasib.PENGUKUHAN: 8}
    assert akibat.nasib(Pemangku(1, 2, 102)).alasan == (
        "Unit tetap. Jabatan pimpinannya: Kepala Arsip."
    )
    assert kode(draf()) == []


def test_a_merged_unit_takes_its_people_along_but_one_seat_has_one_head() -> None:
    akibat = tentukan(gabung())

    assert akibat.pos[203].kotak == 12
    assert {akibat.pos[p].nasib for p in (102, 103)} == {Nasib.BELUM}
    assert akibat.pos[102].alasan == "2 pejabat untuk satu kursi Kepala Arsip; putuskan siapa."
    assert kode(gabung()) == ["dua_pimpinan"]


def test_one_head_decided_by_hand_leaves_the_other_without_a_place() -> None:
    satu = Keputusan(102, Nasib.PENGUKUHAN, kotak=12)
    akibat = tentukan(replace(gabung(), keputusan=(satu,)))

    assert akibat.pos[102].nasib is Nasib.PENGUKUHAN
    assert akibat.pos[103].alasan == "Kursi Kepala Arsip sudah diputuskan untuk pejabat lain."
    setara = Keputusan(103, Nasib.PENYETARAAN, kotak=12, jabatan=80, jenis="2")
    akibat = tentukan(replace(gabung(), keputusan=(setara,)))
    assert akibat.pos[102].nasib is Nasib.PENGUKUHAN
    assert akibat.jumlah() == {Nasib.PENGUKUHAN: 7, Nasib.PENYETARAAN: 1}


@pytest.mark.parametrize(
    ("kotak", "peta", "alasan"),
    [
        pytest.param(KOTAK[:2], Peta(3, H), "Unit ini dihapus.", id="abolished"),
        pytest.param(
            KOTAK, (Peta(3, P, 13), Peta(3, P, 12)),
            "Unit ini dipecah ke Data dan Arsip; pilih salah satu.", id="split",
        ),
        pytest.param(
            (*KOTAK[:2], replace(KOTAK[2], jabatan="", eselon="")), SAMA[2],
            "Data tidak lagi mempunyai jabatan pimpinan.", id="no seat",
        ),
        pytest.param(
            (*KOTAK[:2], replace(KOTAK[2], eselon="41")), SAMA[2],
            "Eselon jabatan pimpinan Data berbeda dari sekarang.", id="another level",
        ),
    ],
)  # fmt: skip
def test_a_head_whose_seat_does_not_go_on_waits(kotak: Any, peta: Any, alasan: str) -> None:
    rows = peta if isinstance(peta, tuple) else (peta,)
    akibat = tentukan(draf(kotak=kotak, peta=(*SAMA[:2], *rows)))

    assert (akibat.pos[103].nasib, akibat.pos[103].alasan) == (Nasib.BELUM, alasan)


DUA = (Keputusan(102, Nasib.PENGUKUHAN, kotak=12), Keputusan(103, Nasib.PENGUKUHAN, kotak=12))


@pytest.mark.parametrize(
    ("ubah", "ditemukan"),
    [
        ({"kotak": (replace(KOTAK[0], induk=12), *KOTAK[1:])}, ["lingkaran"]),
        ({"peta": SAMA[:2], "kotak": KOTAK[:2]}, ["tanpa_peta"]),
        ({"kotak": (*KOTAK, Kotak(14, "Baru", 11))}, ["kotak_kosong"]),
        ({"kotak": (*KOTAK, Kotak(14, "Arsip", 11, None, "Kepala", "32"))}, ["nama_kembar"]),
        ({"kotak": (KOTAK[0], replace(KOTAK[1], nama="Pustaka"), KOTAK[2])}, ["bertentangan"]),
        ({"peta": (*SAMA[:2], Peta(3, N, 13))}, ["nama_sama"]),
        ({"peta": (*SAMA[:2], Peta(3, P, 13))}, ["bertentangan"]),
        ({"peta": (*SAMA[:2], Peta(3, G, 13))}, ["bertentangan"]),
        ({"peta": (*SAMA[:2], Peta(3, H))}, ["bertentangan"]),
        ({"peta": (*SAMA, Peta(3, T, 12))}, ["bertentangan"]),
        ({"peta": (*SAMA, Peta(8, H))}, ["unit_tutup"]),
        ({"kotak": (*KOTAK, Kotak(14, "Lama", 11, 8, "Kepala", "32"))}, ["asal_tutup"]),
        ({"luar": 2}, ["atasan_berubah"]),
        ({"luar": None, "kotak": (*KOTAK, Kotak(14, "Lain", None, None, "K", "32"))}, ["akar"]),
        ({"berlaku": date(2026, 5, 31)}, ["tanggal_lewat"]),
        ({"keputusan": (Keputusan(999, Nasib.BELUM),)}, ["di_luar"]),
        ({"keputusan": (Keputusan(202, Nasib.PENYETARAAN, kotak=12, jabatan=80, jenis="2"),)},
         ["keputusan"]),
        ({"keputusan": (Keputusan(102, Nasib.PENGUKUHAN, kotak=12, jabatan=53, jenis="1"),)},
         ["keputusan"]),
        ({"keputusan": DUA}, ["kursi_ganda"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_plan_is_named(ubah: dict[str, Any], ditemukan: list[str]) -> None:
    assert kode(draf(**ubah)) == ditemukan


def kelak(d: Draf, butuh: dict[int, Butuh]) -> dict[tuple[int, int], Any]:
    """Future posts by (box, jabatan)."""
    hasil = kebutuhan_kelak(tentukan(d), butuh, {p.pk: p.isi for p in d.pos}, {}, {"22", "32"})
    return {(p.kotak, p.jabatan): p for p in hasil.pos}


def test_exact_needs_that_meet_are_rounded_once_and_a_split_need_is_unknown() -> None:
    butuh = {202: Butuh(Fraction(12, 5), 2), 203: Butuh(Fraction(12, 5), 2)}

    satu = kelak(gabung(), butuh)[12, GURU]
    assert (satu.tepat, satu.jumlah, satu.isi, satu.beda) == (Fraction(24, 5), 5, 5, 0)
    sebagian = kelak(gabung(), {202: butuh[202]})[12, GURU]
    assert (sebagian.jumlah, sebagian.sebagian) == (2, True)
    assert kelak(gabung(), butuh)[12, KURSI].jumlah == 1
    dipecah = draf(peta=(*SAMA[:2], Peta(3, P, 13), Peta(3, P, 12)))
    hasil = kebutuhan_kelak(tentukan(dipecah), butuh, {p.pk: p.isi for p in POS}, {}, {"32"})
    assert (list(hasil.berakhir), hasil.tanpa_tempat) == ([203], 3)


def test_needs_computed_in_people_are_added_as_people() -> None:
    guru = {p: Butuh(Fraction(12, 5), 3, "guru") for p in (202, 203)}
    assert kelak(gabung(), guru)[12, GURU].jumlah == 6
    # Beside people only what was computed exactly is rounded, once.
    campur = {202: guru[202], 203: Butuh(Fraction(12, 5), 2, "abk")}
    satu = kelak(gabung(), campur)[12, GURU]
    assert (satu.tepat, satu.jumlah) == (Fraction(24, 5), 5)


# Any plan at all, however wrong: units and boxes at will, decisions about posts and people.
_unit = st.lists(st.integers(1, 6), min_size=1, max_size=6, unique=True)
_KEPALA = st.sampled_from(["", "22", "32"])
_kotak = st.lists(
    st.tuples(st.integers(11, 16), _KEPALA, st.none() | st.integers(1, 6)),
    max_size=6, unique_by=lambda k: k[0],
)  # fmt: skip
_peta = st.lists(
    st.tuples(st.integers(1, 7), st.sampled_from(list(Hubungan)), st.integers(11, 17)), max_size=12
)


@st.composite
def rencana_apa_saja(ambil: st.DrawFn) -> tuple[Draf, list[Pemangku]]:
    """A plan and the people of its posts, and some without a post."""
    unit = [UnitLama(u, f"Unit {u}", 9) for u in ambil(_unit)]
    kotak = [
        Kotak(k, f"Kotak {k}", None, asal, f"Kepala {k}" if e else "", e)
        for k, e, asal in ambil(_kotak)
    ]
    peta = [Peta(u, h, None if h is H else k) for u, h, k in ambil(_peta)]
    pos, orang, nomor = [], [], 0
    for n, (ke, struktural, isi) in enumerate(
        ambil(st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.integers(0, 3)), max_size=8))
    ):
        u = unit[ke % len(unit)].pk
        pos.append(Pos(100 + n, u, 50 + n, struktural, "32" if struktural else "", isi))
        orang += [Pemangku(nomor + i, u, 100 + n) for i in range(isi)]
        nomor += isi
    tujuan: list[int | None] = [None, *(k.pk for k in kotak)]
    putus = [
        Keputusan(p.pos or 0, ambil(st.sampled_from(list(Nasib))), p.pegawai,
                  ambil(st.sampled_from(tujuan)))
        for p in orang if ambil(st.booleans())
    ]  # fmt: skip
    lepas = [Pemangku(nomor + 1, unit[0].pk)]
    return Draf(unit, kotak, peta, pos, putus, luar=9), [*orang, *lepas]


@given(rencana_apa_saja())
def test_whatever_the_plan_everybody_has_exactly_one_fate_and_one_place(
    isi: tuple[Draf, list[Pemangku]],
) -> None:
    d, orang = isi
    akibat: Akibat = tentukan(d)

    nasib = [akibat.nasib(p) for p in orang]
    assert all(t.alasan for t in nasib)
    assert all((t.kotak is None) == (t.nasib is Nasib.BELUM) for t in nasib)
    berpos = [t for t, p in zip(nasib, orang, strict=True) if p.pos is not None]
    jumlah = akibat.jumlah()
    assert sum(jumlah.values()) == len(berpos) == sum(p.isi for p in d.pos)
    assert all(jumlah[n] == sum(t.nasib is n for t in berpos) for n in Nasib)
    # Counted on the future tree: those with a place there, the others beside it, nobody twice.
    masa = kebutuhan_kelak(akibat, {}, {p.pk: p.isi for p in d.pos}, {}, {"32"})
    assert sum(p.isi for p in masa.pos) + masa.tanpa_tempat == len(berpos)
    assert masa.tanpa_tempat == jumlah[Nasib.BELUM]
    # By the map alone no seat ever gets two heads out of two posts.
    duduk = [
        (t.kotak, p.pos)
        for t, p in zip(nasib, orang, strict=True)
        if t.kotak is not None and not t.tangan and p.pos and akibat.pos_pk[p.pos].struktural
    ]
    assert len({kotak for kotak, _ in duduk}) == len(set(duduk))
    assert periksa_sotk(akibat, per=PER) == periksa_sotk(tentukan(d), per=PER)
