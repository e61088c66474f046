"""Chains, rings and seats of a draft, in plain numbers."""

from __future__ import annotations

import pytest

from mutasi.kernel.dasar import baca_dasar, sebagai_dasar, tulis_dasar
from mutasi.kernel.rantai import Kursi, Pindah, Rantai, kursi, rantai
from mutasi.kernel.status import Status, status_baris
from penilaian.kernel.perkara import DasarDemosi, Dispensasi
from penilaian.kernel.putusan import Hasil

A, B, C, D = 1, 2, 3, 4


def jalan(*dua: tuple[int | None, int | None]) -> list[Pindah]:
    """Moves of persons 100, 101, ... on lines 1, 2, ..."""
    return [Pindah(n, 99 + n, dari, ke) for n, (dari, ke) in enumerate(dua, 1)]


@pytest.mark.parametrize(
    ("pindah", "harap"),
    [
        pytest.param(jalan((A, B)), [], id="one move is no chain"),
        pytest.param(jalan((A, B), (C, D)), [], id="two that do not touch"),
        pytest.param(jalan((A, B), (B, C)), [Rantai((1, 2), False)], id="A takes B's post"),
        pytest.param(jalan((B, C), (A, B)), [Rantai((2, 1), False)], id="written the other way"),
        pytest.param(jalan((A, B), (B, A)), [Rantai((1, 2), True)], id="two change places"),
        pytest.param(
            jalan((A, B), (B, C), (C, A)), [Rantai((1, 2, 3), True)], id="a closed rotation"
        ),
        pytest.param(jalan((A, A), (A, B)), [], id="staying in the post is no link"),
        pytest.param(
            jalan((A, B), (C, B), (B, D)), [Rantai((1, 3), False)],
            id="one seat is left to one follower",
        ),
        pytest.param(
            jalan((A, B), (B, None)), [Rantai((1, 2), False)], id="released without a destination"
        ),
        pytest.param(
            [*jalan((A, B)), Pindah(2, None, None, A)], [], id="a vacancy without a person"
        ),
    ],
)  # fmt: skip
def test_chains_are_recognised(pindah: list[Pindah], harap: list[Rantai]) -> None:
    assert rantai(pindah) == harap


def test_seats_are_counted_per_post_and_never_netted() -> None:
    pindah = jalan((A, B), (B, C), (B, C))

    hasil = kursi(pindah, {A: (1, 1), B: (3, 3), C: (1, 0)})

    assert (hasil[A].sesudah, hasil[A].kosong, hasil[A].lebih) == (0, 1, 0)
    assert (hasil[B].sesudah, hasil[B].kosong) == (2, 1)
    assert (hasil[C].sesudah, hasil[C].kosong, hasil[C].lebih) == (2, 0, 1)


def test_a_surplus_that_leaves_empties_no_seat() -> None:
    assert Kursi(A, butuh=2, isi=4, keluar=2, masuk=0).kosong == 0
    assert Kursi(A, butuh=2, isi=4, keluar=3, masuk=0).kosong == 1


def test_without_a_known_need_only_the_last_holder_leaves_a_vacancy() -> None:
    assert Kursi(A, butuh=None, isi=2, keluar=1, masuk=0).kosong == 0
    assert Kursi(A, butuh=None, isi=2, keluar=2, masuk=0).kosong == 2
    assert Kursi(A, butuh=None, isi=0, keluar=0, masuk=5).lebih == 0


def test_a_surplus_that_was_there_before_is_not_the_drafts_doing() -> None:
    assert Kursi(A, butuh=1, isi=3, keluar=0, masuk=0).lebih == 0
    assert Kursi(A, butuh=1, isi=3, keluar=1, masuk=1).lebih == 1


def test_a_person_written_down_twice_fills_one_seat_and_one_who_does_not_count_none() -> None:
    dua_kali = [Pindah(1, 100, A, B), Pindah(2, 100, A, B), Pindah(3, 101, A, B, mengisi=False)]

    hasil = kursi(dua_kali, {A: (2, 2), B: (1, 0)})

    assert (hasil[A].keluar, hasil[B].masuk) == (1, 1)


@pytest.mark.parametrize(
    ("lain", "harap"),
    [
        ({}, Status.LOLOS),
        ({"lengkap": False}, Status.BELUM),
        ({"hasil": [Hasil.LOLOS, Hasil.BUTUH_IZIN]}, Status.IZIN),
        ({"hasil": [Hasil.BUTUH_IZIN], "tanpa_alasan": 1}, Status.ALASAN),
        ({"hasil": [Hasil.TIDAK_DAPAT_DIPERIKSA], "tanpa_alasan": 1}, Status.TAK_TAHU),
        ({"hasil": [Hasil.TIDAK_DAPAT_DIPERIKSA, Hasil.TIDAK_LOLOS]}, Status.GAGAL),
        ({"cacat": True}, Status.GAGAL),
        ({"lengkap": False, "cacat": True}, Status.GAGAL),
    ],
)
def test_the_gravest_decides_under_which_word_a_line_stands(
    lain: dict[str, object], harap: Status
) -> None:
    biasa = {"lengkap": True, "hasil": [Hasil.LOLOS], "cacat": False, "tanpa_alasan": 0}

    assert status_baris(**(biasa | lain)) is harap  # type: ignore[arg-type]


@pytest.mark.parametrize("jenis", [d.value for d in DasarDemosi])
def test_the_ground_of_going_down_is_read_back_as_written(jenis: str) -> None:
    teks = tulis_dasar(jenis, "SK 800/12")

    assert baca_dasar(teks) == (jenis, "SK 800/12")
    assert sebagai_dasar(teks) == (None, DasarDemosi(jenis))


def test_the_basis_of_a_dispensation_is_kept_in_its_words() -> None:
    assert sebagai_dasar(tulis_dasar("dispensasi", "SE 19/2023 huruf b")) == (
        Dispensasi("SE 19/2023 huruf b"), None
    )  # fmt: skip
    assert sebagai_dasar("SE 19/2023 huruf b") == (Dispensasi("SE 19/2023 huruf b"), None)
    assert sebagai_dasar(tulis_dasar("dispensasi", "")) == (None, None)
    assert sebagai_dasar("") == (None, None)
    assert tulis_dasar("", "tanpa jenis") == ""
