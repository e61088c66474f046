"""A policy: every reason in order, the gravest one raised."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal, WrongMoment


@Policy
def ubah(*alasan: Refusal | str) -> Iterator[Refusal | str]:
    """Yield what it is given."""
    yield from alasan


def test_without_a_reason_it_is_allowed() -> None:
    assert ubah.allows()
    ubah.check()


def test_a_bare_sentence_means_not_now() -> None:
    (satu,) = ubah.refusals("Belum waktunya.")

    assert isinstance(satu, WrongMoment)
    assert (satu.status, satu.kalimat, satu.kode) == (409, "Belum waktunya.", "bukan_saatnya")


def test_the_page_gets_all_reasons_in_their_order() -> None:
    assert ubah.reasons("Satu.", NotAllowed("Dua.")) == ["Satu.", "Dua."]


@pytest.mark.parametrize(
    ("alasan", "jenis"),
    [
        pytest.param((WrongMoment("a"), NotAllowed("b")), NotAllowed, id="403 before 409"),
        pytest.param((NotAllowed("a"), OutOfReach()), OutOfReach, id="404 before 403"),
        pytest.param((NotYours("a"), NotAllowed("b")), NotYours, id="the first of equals"),
    ],
)
def test_the_gravest_refusal_is_raised(alasan: tuple[Refusal, ...], jenis: type[Refusal]) -> None:
    with pytest.raises(jenis) as galat:
        ubah.check(*alasan)

    assert type(galat.value) is jenis


def test_a_refusal_may_carry_a_code_of_its_own() -> None:
    assert WrongMoment("a", kode="penuh").kode == "penuh"
    assert OutOfReach().kalimat == "Halaman atau data ini tidak ditemukan."


def test_a_policy_keeps_its_name_and_words() -> None:
    assert (ubah.__name__, ubah.__doc__) == ("ubah", "Yield what it is given.")
