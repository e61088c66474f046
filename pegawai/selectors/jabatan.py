"""The nomenclature: what a jabatan asks of its holder, and where it is held."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from organisasi.izin import Izin
from organisasi.models import UnitKerja
from pegawai.models import Formasi, GerbangKhusus, Jabatan
from pegawai.selectors.unit import ISI
from toolkit.cari import memuat


def daftar(pengguna: Any, *, per: date, q: str = "", jenis: str = "", semua: bool = False) -> Any:
    """The nomenclature by name, with the holders within reach; normally only what has a post."""
    rows = Jabatan.objects.all()
    rows = rows.filter(memuat(q, "nama"))
    if jenis:
        rows = rows.filter(jenis=jenis)
    posts = _posts(pengguna, per=per)
    if not semua:
        rows = rows.filter(pk__in=posts.values("jabatan"))
    isi = posts.filter(jabatan=OuterRef("pk")).values("jabatan").annotate(n=Sum(ISI)).values("n")
    jumlah = Coalesce(Subquery(isi, output_field=IntegerField()), 0)
    return rows.annotate(pemangku=jumlah).order_by("nama", "pk")


def _posts(pengguna: Any, *, per: date) -> QuerySet[Formasi]:
    return Formasi.objects.for_user(pengguna, Izin.UNIT_LIHAT, per=per).order_by()


@dataclass(frozen=True)
class RincianJabatan:
    """One name of the nomenclature."""

    jabatan: Jabatan
    gerbang: list[GerbangKhusus]
    pemangku: int
    unit: int


def rincian(pk: int, pengguna: Any, *, per: date) -> RincianJabatan | None:
    """What it asks, its extra gates with their basis, how many hold it in how many units."""
    jabatan = (
        Jabatan.objects.select_related("unit__opd", "pendidikan_minimal", "padanan")
        .filter(pk=pk)
        .first()
    )
    if jabatan is None:
        return None
    posts = _posts(pengguna, per=per).filter(jabatan=jabatan)
    isi = list(posts.values_list(ISI, flat=True))
    return RincianJabatan(jabatan, gerbang(jabatan), sum(isi), sum(1 for n in isi if n))


def per_unit(pk: int, pengguna: Any, *, per: date) -> Any:
    """The posts of one jabatan within reach, the fullest first, and whether others count there."""
    posts = Formasi.objects.for_user(pengguna, Izin.UNIT_LIHAT, per=per).filter(jabatan=pk)
    alias = Exists(Formasi.objects.filter(dihitung_ke=OuterRef("pk")))
    return (
        posts.with_names().annotate(isi=ISI, beralias=alias).order_by(F("isi").desc(), "unit__kiri")
    )


def gerbang(jabatan: Jabatan) -> list[GerbangKhusus]:
    """The extra gates whose patterns the jabatan and its unit meet."""
    return [g for g in GerbangKhusus.objects.all() if _kena(g, jabatan)]


def _kena(g: GerbangKhusus, jabatan: Jabatan) -> bool:
    if g.pola_jabatan and not re.search(g.pola_jabatan, jabatan.nama, re.IGNORECASE):
        return False
    if not g.pola_unit:
        return bool(g.pola_jabatan)
    unit: UnitKerja | None = jabatan.unit
    nama = [u.nama for u in (unit, unit.opd if unit else None) if u is not None]
    return any(re.search(g.pola_unit, satu, re.IGNORECASE) for satu in nama)
