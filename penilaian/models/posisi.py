"""Posisi: a post as the analysis sees it, with the need that counts beside its stored bezetting."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, Count, F, FilteredRelation, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from organisasi.models import Jangkauan
from pegawai.models import Formasi, JenisJabatan
from penilaian.models.kebutuhan import SumberKebutuhan

_INT = models.IntegerField()


class PosisiQuerySet(QuerySet["Posisi"]):
    """Words of the analysis about posts."""

    def for_user(self, pengguna: Any, izin: str, *, per: date) -> Self:
        """Posts in offices over which the user holds the right."""
        return Jangkauan.milik(pengguna, izin, per=per).saring(self, prefix="unit__")

    def with_kebutuhan(self, *, eselon_berkursi: list[str], pw_mengisi: bool) -> Self:
        """``butuh`` (None: no need known), ``sumber``, ``isi``, ``beda``, ``kurang``, ``lebih``."""
        # A seat that a later structure closed needs nobody; who still sits there is on a list.
        kursi = Q(
            jabatan__jenis=JenisJabatan.STRUKTURAL,
            jabatan__eselon_id__in=eselon_berkursi,
            jabatan__aktif=True,
        )
        isi = F("isi_pns") + F("isi_pppk")
        efektif = F("efektif_pns") + F("efektif_pppk")
        if pw_mengisi:
            isi, efektif = isi + F("isi_pppk_pw"), efektif + F("efektif_pppk_pw")
        rows = self.annotate(
            terpakai=FilteredRelation("kebutuhan", condition=Q(kebutuhan__dipakai=True))
        ).annotate(
            butuh=Coalesce(
                F("terpakai__terhitung"), Case(When(kursi, then=Value(1)), output_field=_INT)
            ),
            sumber=Coalesce(
                F("terpakai__sumber"),
                Case(When(kursi, then=Value(SumberKebutuhan.STRUKTUR.value))),
            ),
            butuh_per=F("terpakai__per"),
            isi=isi,
            efektif=efektif,
        )
        rows = rows.annotate(beda=F("isi") - F("butuh"))
        return rows.annotate(
            kurang=Case(When(beda__lt=0, then=-F("beda")), default=Value(0), output_field=_INT),
            lebih=Case(When(beda__gt=0, then=F("beda")), default=Value(0), output_field=_INT),
        )

    def berarti(self) -> Self:
        """Posts with a need or a holder; the rest is nomenclature."""
        return self.filter(
            Q(butuh__isnull=False) | Q(isi_pns__gt=0) | Q(isi_pppk__gt=0) | Q(isi_pppk_pw__gt=0)
        )

    def jumlah(self) -> dict[str, int]:
        """Sums over these posts in one query."""
        hasil = self.order_by().aggregate(**JUMLAH)
        return {nama: nilai or 0 for nama, nilai in hasil.items()}

    def jumlah_per(self, *kolom: str) -> list[dict[str, Any]]:
        """The same sums grouped by columns."""
        return list(self.order_by().values(*kolom).annotate(**JUMLAH))


JUMLAH = {
    "kebutuhan": Sum("butuh"),
    "bezetting": Sum("isi"),
    "bezetting_efektif": Sum("efektif"),
    "pns": Sum("isi_pns"),
    "pppk": Sum("isi_pppk"),
    "pppk_pw": Sum("isi_pppk_pw"),
    "kekurangan": Sum("kurang"),
    "kelebihan": Sum("lebih"),
    "posisi": Count("pk"),
    "posisi_kurang": Count("pk", filter=Q(beda__lt=0)),
    "posisi_lebih": Count("pk", filter=Q(beda__gt=0)),
    "posisi_pas": Count("pk", filter=Q(beda=0)),
    "posisi_tanpa_kebutuhan": Count("pk", filter=Q(butuh__isnull=True)),
}


class Posisi(Formasi):
    """A proxy: the same row as ``Formasi``, read with this room's words."""

    objects = PosisiQuerySet.as_manager()  # type: ignore[assignment,misc]

    class Meta:
        proxy = True
        verbose_name = "posisi"
        verbose_name_plural = "posisi"
        ordering = ["unit__kiri", "jabatan__nama"]
