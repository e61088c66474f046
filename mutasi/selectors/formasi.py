"""Posts beside their figures, for the pages of this room that let one choose a post."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from penilaian.models import Posisi
from penilaian.selectors.kebutuhan import BarisPosisi, ketentuan
from toolkit.cari import memuat


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
    return rows.filter(memuat(q, f"{prefix}jabatan__nama", f"{prefix}unit__nama"))
