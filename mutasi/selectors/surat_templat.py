"""Word templates as their page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from mutasi.models import JenisSurat, TemplatSurat
from mutasi.selectors.surat import WORD


@dataclass(frozen=True)
class Templat:
    """One kind of letter: the office's template in use, if any, and the kind of paper behind it."""

    jenis: JenisSurat
    naskah: str
    dipakai: TemplatSurat | None


def daftar_templat() -> tuple[Templat, ...]:
    """Every kind that Word knows, in its order."""
    rows = TemplatSurat.objects.filter(dicabut_pada__isnull=True).select_related("diunggah_oleh")
    pakai: dict[str, TemplatSurat] = {}
    for satu in rows.order_by("diunggah_pada", "pk"):
        pakai[satu.jenis] = satu
    return tuple(Templat(jenis, naskah, pakai.get(jenis)) for jenis, naskah in WORD.items())
