"""What forms of every room type alike: a day, and a key as an address carries it."""

from __future__ import annotations

from django import forms


def hari(label: str, bantuan: str = "", *, wajib: bool = True) -> forms.DateField:
    """A day, typed or chosen in the browser's own calendar."""
    kalender = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=bantuan, required=wajib, widget=kalender)


def bilangan(teks: str) -> int | None:
    """A key as the address carries it; None for anything else."""
    return int(teks) if teks.isascii() and teks.isdecimal() and len(teks) < 19 else None
