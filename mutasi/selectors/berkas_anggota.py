"""Who is named in a file while it is secret, and who could be."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from mutasi.models import AnggotaBerkas, BerkasMutasi
from organisasi.izin import Izin
from organisasi.models import Pengguna, PenugasanPeran


def anggota(berkas: BerkasMutasi) -> list[AnggotaBerkas]:
    """Who is named in it now."""
    rows = berkas.anggota.aktif()
    return list(rows.select_related("pengguna", "diundang_oleh", "berkas"))


def calon_anggota(berkas: BerkasMutasi, *, per: date) -> QuerySet[Pengguna]:
    """Accounts whose role sees cases over the whole agency and that are not named as writers."""
    tugas = PenugasanPeran.objects.aktif(per).memberi(Izin.USULAN_LIHAT)
    boleh = tugas.filter(unit__isnull=True).values("pengguna")
    tetap = berkas.anggota.aktif().filter(ubah=True).values("pengguna")
    orang = Pengguna.objects.orang().filter(pk__in=boleh, is_active=True)
    return orang.exclude(pk__in=tetap).order_by("nama")
