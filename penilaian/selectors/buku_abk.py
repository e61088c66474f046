"""How far the tasks of an office are written: the answer of the page of workbooks and forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from organisasi.izin import Izin
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi
from penilaian.models import KeadaanHitung, PerhitunganKebutuhan


@dataclass(frozen=True)
class RingkasanBuku:
    """Posts by how far their tasks are."""

    formasi: int
    final: int
    draf: int
    diperiksa: int
    kosong: int

    @property
    def tertulis(self) -> int:
        """Posts with any tasks."""
        return self.formasi - self.kosong


def formasi_buku(
    pengguna: Pengguna, unit: UnitKerja | None, *, per: date, izin: Izin = Izin.KEBUTUHAN_LIHAT
) -> QuerySet[Formasi]:
    """Posts within reach in offices still open; of the unit and below if one is given."""
    rows = Formasi.objects.for_user(pengguna, izin, per=per).filter(unit__ditutup__isnull=True)
    if unit is None:
        return rows
    return rows.filter(unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan)


def ringkasan_buku(formasi: QuerySet[Formasi]) -> RingkasanBuku:
    """In one query."""
    versi = PerhitunganKebutuhan.objects.filter(formasi=OuterRef("pk"))
    terbuka = versi.abk_terbuka().order_by()
    hasil = (
        formasi.order_by()
        .annotate(
            final=Exists(versi.abk_berlaku().order_by()),
            draf=Exists(terbuka.filter(keadaan=KeadaanHitung.DRAF)),
            diperiksa=Exists(terbuka.filter(keadaan=KeadaanHitung.DIPERIKSA)),
        )
        .aggregate(
            n=Count("pk"),
            n_final=Count("pk", filter=Q(final=True)),
            n_draf=Count("pk", filter=Q(draf=True)),
            n_diperiksa=Count("pk", filter=Q(diperiksa=True)),
            n_kosong=Count("pk", filter=Q(final=False, draf=False, diperiksa=False)),
        )
    )
    return RingkasanBuku(
        hasil["n"], hasil["n_final"], hasil["n_draf"], hasil["n_diperiksa"], hasil["n_kosong"]
    )
