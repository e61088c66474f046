"""Several threads through one gate, each with a database connection of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connection


def serentak(*kerja: Callable[[], Any], batas: float = 30) -> list[Any]:
    """Run all at the same moment; each gives its result, or the exception it raised."""
    gerbang = threading.Barrier(len(kerja))

    def satu(fungsi: Callable[[], Any]) -> Any:
        try:
            gerbang.wait(batas)
            return fungsi()
        except Exception as galat:
            return galat
        finally:
            connection.close()

    with ThreadPoolExecutor(len(kerja)) as benang:
        return [hasil.result(batas) for hasil in [benang.submit(satu, f) for f in kerja]]
