"""What every row of one act asks alike is read once.

An act on many rows asks each of them for the constants of the day, the holidays, the person behind
the account. Within ``sekali_baca`` such a question goes to the database the first time only: three
hundred rows cost one reading, and all of them are judged by the same one. Outside, nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")
_ingatan: ContextVar[dict[Hashable, Any] | None] = ContextVar("ingatan", default=None)


@contextmanager
def sekali_baca() -> Iterator[None]:
    """Keep answers until the end of the block; a block inside another keeps with the outer one."""
    if _ingatan.get() is not None:
        yield
        return
    tanda = _ingatan.set({})
    try:
        yield
    finally:
        _ingatan.reset(tanda)


def ingat(kunci: Hashable, baca: Callable[[], T]) -> T:
    """The answer kept under ``kunci``, read now where there is none; it is not to be changed."""
    ingatan = _ingatan.get()
    if ingatan is None:
        return baca()
    if kunci not in ingatan:
        ingatan[kunci] = baca()
    jawaban: T = ingatan[kunci]
    return jawaban
