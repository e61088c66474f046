"""Search as people type it: every word, in whatever order, in any of the fields."""

from __future__ import annotations

from django.db.models import Q

BANYAK_KATA = 8  # words that count; each is one more condition on every row


def memuat(q: str, *bidang: str) -> Q:
    """Rows that hold each word in one of these fields or another; without a word all rows."""
    hasil = Q()
    for kata in q.split()[:BANYAK_KATA]:
        cocok = Q()
        for nama in bidang:
            cocok |= Q(**{f"{nama}__icontains": kata})
        hasil &= cocok
    return hasil
