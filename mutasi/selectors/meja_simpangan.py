"""What the TPK said of a case, and whether a decision departs from it or from the PyB (W10)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F

from mutasi.alur import Aksi
from mutasi.kernel.keterangan import bunyi_keterangan
from mutasi.models import AgendaSidang, Persetujuan, PutusanSidang

_SETUJU = (Aksi.SETUJUI_PYB, Aksi.SETUJUI_PPK)
_TOLAK = (Aksi.TOLAK_PYB, Aksi.TOLAK_PPK)
# Recommended, but only in place of somebody else.
_PENGGANTI = frozenset({"alternatif"})


@dataclass(frozen=True)
class Rekomendasi:
    """The last word of a session on the present content of a case.

    ``urutan``: 1 recommended first, 2 in place of another, 0 not recommended.
    """

    urutan: int
    nomor: str
    tanggal: date
    alasan: str
    keterangan: str
    syarat: str

    @property
    def sebutan(self) -> str:
        """In the fewest words."""
        return ("Tidak direkomendasikan", "Direkomendasikan", "Pilihan pengganti")[self.urutan]


def rekomendasi_tpk(usulan: Collection[UUID]) -> dict[UUID, Rekomendasi]:
    """By case, in one query; a case the TPK has not spoken of is not there."""
    rows = (
        AgendaSidang.objects.filter(usulan__in=usulan, versi=F("usulan__versi"))
        .exclude(putusan="")
        .select_related("sidang")
        .order_by("sidang__tanggal", "dicatat_pada", "pk")
    )
    return {satu.usulan_id: _rekomendasi(satu) for satu in rows}


def _rekomendasi(satu: AgendaSidang) -> Rekomendasi:
    pengganti = bool(_PENGGANTI & set(satu.keterangan))
    urutan = (2 if pengganti else 1) if satu.putusan == PutusanSidang.REKOMENDASI else 0
    return Rekomendasi(
        urutan, satu.sidang.nomor, satu.sidang.tanggal, satu.alasan,
        bunyi_keterangan(satu.keterangan), satu.syarat,
    )  # fmt: skip


def putusan_pyb(usulan: Collection[UUID]) -> dict[UUID, Persetujuan]:
    """The PyB's consent to the present content, by case."""
    rows = Persetujuan.objects.sah().filter(
        usulan__in=usulan, aksi=Aksi.SETUJUI_PYB, versi=F("usulan__versi")
    )
    return {satu.usulan_id: satu for satu in rows.select_related("diputus_oleh", "disposisi")}


def menyimpang_dari(
    aksi: Aksi, rekomendasi: Rekomendasi | None, *, pyb_setuju: bool
) -> tuple[str, ...]:
    """Whom a decision departs from: to return a case departs from nobody, it asks again."""
    if aksi not in (*_SETUJU, *_TOLAK):
        return ()
    dari = []
    if rekomendasi is not None and (aksi in _SETUJU) is not (rekomendasi.urutan == 1):
        dari.append("TPK")
    if aksi is Aksi.TOLAK_PPK and pyb_setuju:
        dari.append("PyB")
    return tuple(dari)
