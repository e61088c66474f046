"""Which emblem stands above a paper written now, and by its hash the one of a frozen paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.db.models import QuerySet

from mutasi.kernel.naskah.bahan import Kop
from mutasi.models import Lambang, MacamLambang


@dataclass(frozen=True)
class LambangKini:
    """One kind, its picture in use if there is one, and those that were withdrawn."""

    macam: MacamLambang
    dipakai: Lambang | None
    dahulu: tuple[Lambang, ...]


def kop(jenis: Literal["negara", "daerah"], *baris: str) -> Kop:
    """The head of a paper with the office's emblem of today."""
    terbaru = _dipakai().filter(macam=jenis).values_list("gambar_sha256", flat=True).first()
    return Kop(jenis, baris, lambang=terbaru or "")


def daftar_lambang() -> list[LambangKini]:
    """Every kind, in one query."""
    semua = list(Lambang.objects.select_related("diunggah_oleh", "dicabut_oleh"))
    return [
        LambangKini(
            macam,
            next((s for s in semua if s.macam == macam and s.dicabut_pada is None), None),
            tuple(s for s in semua if s.macam == macam and s.dicabut_pada is not None),
        )
        for macam in MacamLambang
    ]


def _dipakai() -> QuerySet[Lambang]:
    return Lambang.objects.filter(dicabut_pada__isnull=True)
