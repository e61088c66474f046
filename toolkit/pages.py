"""A page or its fragment, and paging that does not grow with the table."""

from __future__ import annotations

import json
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

UKURAN = (25, 50, 100)
BATAS_HITUNG = 10_000


def render_page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    fragment: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render the page; for htmx render only its partial ``fragment``. One context for both."""
    htmx = getattr(request, "htmx", None)
    name = f"{template}#{fragment}" if fragment and htmx and not htmx.boosted else template
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


class CappedPaginator(Paginator[Any]):
    """Counts at most :data:`BATAS_HITUNG` rows: a list of 200,000 costs what 10,000 cost."""

    def __init__(self, rows: Any, per_page: int, *, total: int | None = None) -> None:
        super().__init__(rows, per_page, allow_empty_first_page=True)
        self._total = total

    @property
    def count(self) -> int:
        """Rows found, or the cap; ``capped`` tells which."""
        if self._total is None:
            rows = self.object_list
            if isinstance(rows, QuerySet):
                self._total = rows.order_by()[: BATAS_HITUNG + 1].count()
            else:
                self._total = len(rows)
        return min(self._total, BATAS_HITUNG) if self.capped else self._total

    @property
    def capped(self) -> bool:
        """Whether there are more rows than were counted."""
        return self._total is not None and self._total == BATAS_HITUNG + 1


def page_of(request: HttpRequest, rows: Any, *, total: int | None = None) -> Page[Any]:
    """The page asked for by ``?hal=`` and ``?per=``; wrong numbers give the nearest page."""
    size = request.GET.get("ukuran", "")
    per_page = int(size) if size.isdecimal() and int(size) in UKURAN else UKURAN[0]
    return CappedPaginator(rows, per_page, total=total).get_page(request.GET.get("hal"))


def unduhan(isi: bytes, jenis_isi: str, nama: str) -> HttpResponse:
    """A download that stays in no cache."""
    response = HttpResponse(isi, content_type=jenis_isi)
    response["Content-Disposition"] = f'attachment; filename="{nama}"'
    response["Cache-Control"] = "no-store, private"
    return response


def unduhan_json(isi: dict[str, Any], nama: str) -> HttpResponse:
    """A JSON file to take home, readable by people as well."""
    teks = json.dumps(isi, ensure_ascii=False, indent=1)
    return unduhan(f"{teks}\n".encode(), "application/json; charset=utf-8", nama)
