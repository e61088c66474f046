"""Whether a session can decide, and what it decides about one name."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutasi.kernel.kuorum import (
    Anggota,
    HasilNama,
    Mode,
    PutusanNama,
    Suara,
    kuorum,
    kuorum_perlu,
    putuskan_nama,
)

DUA_PERTIGA = Fraction(2, 3)
YA, TIDAK, ABSTAIN = Suara


def tim(hadir: int, semua: int = 7) -> list[Anggota]:
    """Members 1 to ``semua``, the first is the chair; 99 is the secretary without a vote."""
    anggota = [Anggota(n, hadir=n <= hadir, ketua=n == 1) for n in range(1, semua + 1)]
    return [*anggota, Anggota(99, hadir=True, bersuara=False)]


def putus(suara: str, mode: Mode = Mode.MUFAKAT_LALU_SUARA, **isi: object) -> PutusanNama:
    """Votes of members 1, 2, 3 ... written y, t, a."""
    arti = {"y": YA, "t": TIDAK, "a": ABSTAIN}
    kata = {n: arti[satu] for n, satu in enumerate(suara, start=1)}
    return putuskan_nama(tim(len(suara)), kata, pecahan=DUA_PERTIGA, mode=mode, **isi)  # type: ignore[arg-type]


def test_quorum_of_two_thirds_of_seven_is_five() -> None:
    assert kuorum_perlu(7, DUA_PERTIGA) == 5
    assert kuorum(tim(5), DUA_PERTIGA).sah
    empat = kuorum(tim(4), DUA_PERTIGA)
    assert not empat.sah
    assert empat.kalimat == "Hadir 4 dari 7 anggota, kuorum 5: sidang tidak sah."


def test_the_secretary_without_a_vote_counts_nowhere() -> None:
    assert kuorum(tim(5), DUA_PERTIGA).anggota == 7
    with pytest.raises(ValueError, match="tidak berhak"):
        putuskan_nama(tim(5), {99: YA}, pecahan=DUA_PERTIGA, mode=Mode.SUARA)


def test_a_team_of_nobody_never_meets() -> None:
    assert not kuorum([], DUA_PERTIGA).sah


def test_who_recuses_himself_counts_for_the_session_but_not_for_the_name() -> None:
    satu = kuorum(tim(5), DUA_PERTIGA, menghindar={5})
    assert (satu.anggota, satu.hadir, satu.perlu, satu.sah) == (6, 4, 4, True)

    dua = kuorum(tim(5), DUA_PERTIGA, menghindar={4, 5})
    assert (dua.anggota, dua.hadir, dua.perlu, dua.sah) == (5, 3, 4, False)


def test_a_name_from_which_too_many_recuse_themselves_is_not_decided() -> None:
    hasil = putuskan_nama(
        tim(5), {1: YA, 2: YA, 3: YA}, pecahan=DUA_PERTIGA, mode=Mode.SUARA, menghindar={4, 5}
    )

    assert hasil.hasil is HasilNama.TIDAK_SAH
    assert "Kuorum tidak tercapai" in hasil.kalimat


def test_a_vote_of_one_who_recused_himself_is_an_error() -> None:
    with pytest.raises(ValueError, match="tidak berhak"):
        putuskan_nama(tim(5), {5: YA}, pecahan=DUA_PERTIGA, mode=Mode.SUARA, menghindar={5})


@pytest.mark.parametrize(
    ("suara", "mode", "hasil"),
    [
        ("yyyyy", Mode.MUFAKAT, HasilNama.DITERIMA),
        ("yyyya", Mode.MUFAKAT, HasilNama.DITERIMA),
        ("yyyyt", Mode.MUFAKAT, HasilNama.BELUM_MUFAKAT),
        ("ttttt", Mode.MUFAKAT, HasilNama.DITOLAK),
        ("aaaaa", Mode.MUFAKAT, HasilNama.BELUM_MUFAKAT),
        ("yyytt", Mode.MUFAKAT_LALU_SUARA, HasilNama.DITERIMA),
        ("yyttt", Mode.MUFAKAT_LALU_SUARA, HasilNama.DITOLAK),
        ("yytta", Mode.MUFAKAT_LALU_SUARA, HasilNama.SERI),
        ("yytta", Mode.SUARA, HasilNama.SERI),
        ("yaaaa", Mode.SUARA, HasilNama.DITERIMA),
        ("yyyy", Mode.SUARA, HasilNama.TIDAK_SAH),
    ],
)
def test_consensus_else_majority(suara: str, mode: Mode, hasil: HasilNama) -> None:
    assert putus(suara, mode).hasil is hasil


@pytest.mark.parametrize(
    ("suara", "hasil"),
    [
        ("yytta", HasilNama.DITERIMA),
        ("ttyya", HasilNama.DITOLAK),
        ("aytyt", HasilNama.SERI),
    ],
)
def test_the_chair_tips_a_tie_only_where_the_decree_on_the_tpk_says_so(
    suara: str, hasil: HasilNama
) -> None:
    assert putus(suara).hasil is HasilNama.SERI
    assert putus(suara, ketua_menentukan=True).hasil is hasil


def test_the_minutes_read_like_this() -> None:
    assert putus("yyyta").kalimat == "3 setuju, 1 tidak setuju, 1 abstain: diterima."
    assert "nama ini ditunda" in putus("yytta").kalimat
    hindar = putuskan_nama(
        tim(6), dict.fromkeys(range(1, 6), YA), pecahan=DUA_PERTIGA, mode=Mode.MUFAKAT,
        menghindar={6},
    )  # fmt: skip
    assert hindar.kalimat == "5 setuju, 0 tidak setuju, 0 abstain, 1 menghindar: diterima."


@given(anggota=st.integers(1, 30), atas=st.integers(1, 12), bawah=st.integers(1, 12))
def test_the_quorum_is_the_least_number_that_reaches_the_share(
    anggota: int, atas: int, bawah: int
) -> None:
    pecahan = Fraction(min(atas, bawah), max(atas, bawah))
    perlu = kuorum_perlu(anggota, pecahan)

    assert Fraction(perlu, anggota) >= pecahan
    assert Fraction(perlu - 1, anggota) < pecahan
