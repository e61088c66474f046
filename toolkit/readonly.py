"""A connection that refuses writes, for the length of one request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

_WRITE = re.compile(
    r"^\s*(INSERT\s+INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO|TRUNCATE|DROP|ALTER|CREATE)"
    r"\s+\"?([A-Za-z_][A-Za-z_0-9]*)?",
    re.IGNORECASE,
)


class WriteDuringGet(RuntimeError):  # noqa: N818
    """A GET tried to change a fact of the domain: a defect of ours, never of the user."""


@contextmanager
def readonly(allowed: frozenset[str]) -> Iterator[None]:
    """Refuse every write except to the tables named in ``allowed``."""

    def guard(
        execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        match = _WRITE.match(sql)
        if match and (match.group(2) or "") not in allowed:
            raise WriteDuringGet(f"GET menulis ke {match.group(2)!r}: {sql[:120]}")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(guard):
        yield
