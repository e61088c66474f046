"""Posts beside their figures, for the pages of this room that let one choose a post."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from penilaian.models import Posisi
from penilaian.selectors.kebutuhan import BarisPosisi, ketentuan


def dengan_angka(*, per: date) -> BarisPosisi:
    """Posts with their need and gap, whoever asks; the caller narrows them."""
    aturan = ketentuan(per=per)
    return Posisi.objects.with_kebutuhan(
        eselon_berkursi=aturan.eselon_berkursi, pw_mengisi=aturan.pw_mengisi
    ).select_related("unit__opd", "jabatan")


def angka_posisi(formasi: Iterable[int], *, per: date) -> dict[int, Any]:
    """Need, holders and gap of these posts by key."""
    return {p.pk: p for p in dengan_angka(per=per).filter(pk__in=set(formasi))}


def cari(rows: Any, q: str, prefix: str) -> Any:
    """Narrow to posts whose jabatan or unit holds every word; ``prefix`` leads to the post."""
    for kata in q.split()[:8]:
        rows = rows.filter(
            Q(**{f"{prefix}jabatan__nama__icontains": kata})
            | Q(**{f"{prefix}unit__nama__icontains": kata})
        )
    return rows
