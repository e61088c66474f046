"""The list of one's own drafts, and who could be named in one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from mutasi.models import AnggotaRancangan, Rancangan
from mutasi.selectors.rancangan import RUANG, rancangan_saya
from organisasi.models import Pengguna, PenugasanPeran


def daftar_saya(pengguna: Pengguna, *, per: date) -> Any:
    """One's own drafts with the number of their lines, the open ones first."""
    return (
        rancangan_saya(pengguna, per=per)
        .annotate(jumlah=Count("baris", filter=Q(baris__dihapus=False), distinct=True))
        .order_by("ditutup_pada", "-dibuat_pada")
    )


def draf_tujuan(pengguna: Pengguna, *, per: date) -> QuerySet[Rancangan]:
    """One's own drafts that take further lines from this very person."""
    penulis = AnggotaRancangan.objects.filter(
        pengguna=pengguna, ubah=True, dicabut_pada__isnull=True
    )
    rows = rancangan_saya(pengguna, per=per)
    return rows.filter(pk__in=penulis.values("rancangan"), ditutup_pada__isnull=True)


def anggota(rancangan: Rancangan) -> list[AnggotaRancangan]:
    """Who is named in it now."""
    rows = rancangan.anggota.filter(dicabut_pada__isnull=True)
    return list(rows.select_related("pengguna", "diundang_oleh", "rancangan"))


def calon_anggota(rancangan: Rancangan, *, per: date) -> QuerySet[Pengguna]:
    """Accounts whose role may hold such papers and that are not named yet as writers."""
    boleh: set[int] = set()
    for izin in RUANG:
        rows = PenugasanPeran.objects.aktif(per).memberi(izin)
        boleh |= set(rows.values_list("pengguna", flat=True))
    tetap = rancangan.anggota.filter(dicabut_pada__isnull=True, ubah=True).values("pengguna")
    orang = Pengguna.objects.orang().filter(pk__in=boleh, is_active=True)
    return orang.exclude(pk__in=tetap).order_by("nama")
