"""One definition of "may": a policy is a generator of refusals.

The act demands it (``check``), the page asks it (``reasons``), the disabled button shows its words.
Out of reach is 404, no right is 403, wrong moment is 409; the sentence always comes along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, ParamSpec

P = ParamSpec("P")


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A sentence for the person who was refused, and the HTTP status it stands for."""

    status = 409
    kode = "ditolak"

    def __init__(self, kalimat: str, *, kode: str = "") -> None:
        super().__init__(kalimat)
        self.kalimat = kalimat
        if kode:
            self.kode = kode


class WrongMoment(Refusal):
    """The thing is not in a state in which this may be done (409)."""

    kode = "bukan_saatnya"


class NotAllowed(Refusal):
    """The person lacks the right (403)."""

    status = 403
    kode = "tidak_berhak"


class NotYours(NotAllowed):
    """The person has the right, but not for this case: self, kin, own proposal (403)."""

    kode = "perkara_sendiri"


class OutOfReach(Refusal):
    """One does not learn that it exists (404)."""

    status = 404
    kode = "tidak_ditemukan"

    def __init__(self, kalimat: str = "Halaman atau data ini tidak ditemukan.") -> None:
        super().__init__(kalimat)


class Policy(Generic[P]):
    """Wrap a generator of refusals; strings it yields count as :class:`WrongMoment`."""

    def __init__(self, rule: Callable[P, Iterator[Refusal | str]]) -> None:
        self._rule = rule
        self.__doc__ = rule.__doc__
        self.__name__ = rule.__name__

    def refusals(self, *args: P.args, **kwargs: P.kwargs) -> list[Refusal]:
        """Every reason against, in the order the policy states them."""
        return [
            item if isinstance(item, Refusal) else WrongMoment(item)
            for item in self._rule(*args, **kwargs)
        ]

    def reasons(self, *args: P.args, **kwargs: P.kwargs) -> list[str]:
        """The sentences against; empty means allowed. What a disabled button shows."""
        return [refusal.kalimat for refusal in self.refusals(*args, **kwargs)]

    def allows(self, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Whether nothing speaks against it."""
        return not self.refusals(*args, **kwargs)

    def check(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Raise the gravest refusal, if any: 404 before 403 before 409."""
        refusals = self.refusals(*args, **kwargs)
        if refusals:
            order = {404: 0, 403: 1, 409: 2}
            raise min(refusals, key=lambda refusal: order[refusal.status])
