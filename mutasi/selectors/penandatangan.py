"""The list of signers: who may sign what today, later, and no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from mutasi.kernel.jenis import NAMA_JENJANG
from mutasi.models import KedudukanTandaTangan, Penandatangan
from organisasi.izin import IZIN_PERAN, Izin
from organisasi.models import Pengguna, PenugasanPeran

K = KedudukanTandaTangan
PERLU_IZIN = (K.PENJABAT, K.PLT, K.PLH)  # acting heads: Mendagri and BKN first (H13)


@dataclass(frozen=True)
class BarisPenandatangan:
    """One signer as the list shows him. ``kurang``: the permits H13 still asks of him."""

    satu: Penandatangan
    keadaan: str  # "berlaku", "nanti", "berakhir"
    jenjang: str
    kurang: tuple[str, ...]


def daftar_penandatangan(*, per: date) -> list[BarisPenandatangan]:
    """Those in force first, then those to come, then those that ended."""
    rows = Penandatangan.objects.select_related("pengguna", "dicatat_oleh")
    baris = [_baris(satu, per) for satu in rows.order_by("-mulai", "-pk")]
    urutan = ("berlaku", "nanti", "berakhir")
    return sorted(baris, key=lambda b: urutan.index(b.keadaan))


def _baris(satu: Penandatangan, per: date) -> BarisPenandatangan:
    keadaan = "nanti" if satu.mulai > per else "berlaku"
    if satu.selesai is not None and satu.selesai <= per:
        keadaan = "berakhir"
    jenjang = ", ".join(NAMA_JENJANG[j] for j in NAMA_JENJANG if j in satu.jenjang)
    return BarisPenandatangan(satu, keadaan, jenjang or "semua jenjang", izin_kurang(satu))


def izin_kurang(satu: Penandatangan) -> tuple[str, ...]:
    """What an acting head still needs before he may sign without a permit case by case."""
    if satu.kedudukan not in PERLU_IZIN:
        return ()
    ada = (("persetujuan Mendagri", satu.izin_mendagri), ("pertek BKN", satu.pertek_bkn))
    return tuple(nama for nama, nomor in ada if not nomor)


def penandatangan_berlaku(baris: Sequence[BarisPenandatangan]) -> int:
    """How many of them may sign today."""
    return sum(b.keadaan == "berlaku" for b in baris)


def calon_penandatangan(oleh: Pengguna, *, per: date) -> QuerySet[Pengguna]:
    """Who may be recorded: accounts that may set decrees on the day, but oneself."""
    peran = [p.value for p, izin in IZIN_PERAN.items() if Izin.KEPUTUSAN_TETAPKAN in izin]
    tugas = PenugasanPeran.objects.filter(peran__in=peran).aktif(per)
    rows = Pengguna.objects.filter(is_active=True, pk__in=tugas.values("pengguna"))
    return rows.exclude(pk=oleh.pk).order_by("nama", "pk")
