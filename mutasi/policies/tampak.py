"""Whether a row exists for a user, asked once: a page puts the question with every button."""

from __future__ import annotations

from datetime import date
from typing import Any

from organisasi.models import Pengguna

_MEMO = "_tampak"


def tampak(row: Any, pengguna: Pengguna, *, per: date) -> bool:
    """By the ``for_user`` of its model; remembered on the row."""
    memo: dict[object, bool] = row.__dict__.setdefault(_MEMO, {})
    if (pengguna.pk, per) not in memo:
        rows = type(row).objects.for_user(pengguna, per=per)
        memo[pengguna.pk, per] = rows.filter(pk=row.pk).exists()
    return memo[pengguna.pk, per]


def tandai_tampak(row: Any, pengguna: Pengguna, *, per: date) -> None:
    """It was fetched through ``for_user`` for this user: no need to ask again on the same page."""
    row.__dict__.setdefault(_MEMO, {})[pengguna.pk, per] = True
