"""What comes by the calendar: retirements, five years in a post."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Subquery

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from organisasi.selectors import semua_ketentuan
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import Pegawai, Penugasan
from pegawai.selectors.daftar import lengkapi
from pegawai.selectors.saringan import Saringan, cacah, cari_orang


@dataclass(frozen=True)
class Pensiun:
    """Who retires within the horizon: by month and by OPD, and those already past their age."""

    dari: date
    sampai: date
    bulan: int
    per_bulan: list[tuple[date, int]]
    per_opd: list[tuple[int | None, str, int]]
    lewat: int

    @property
    def jumlah(self) -> int:
        """All of them."""
        return sum(n for _, n in self.per_bulan)


def pensiun(pengguna: Any, *, per: date) -> Pensiun:
    """The months from the day on, as many as the constant says."""
    bulan = semua_ketentuan(per=per)["pensiun_horizon_bulan"]
    sampai = tambah_bulan(per, bulan)
    orang = Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per).tercatat().order_by()
    rows = orang.filter(tmt_pensiun__gte=per, tmt_pensiun__lt=sampai)
    per_bulan = rows.values_list("tmt_pensiun").annotate(n=Count("pk")).order_by("tmt_pensiun")
    opd = rows.values_list("unit__opd", "unit__opd__nama").annotate(n=Count("pk"))
    return Pensiun(
        dari=per,
        sampai=sampai,
        bulan=bulan,
        per_bulan=list(per_bulan),
        per_opd=[
            (pk, nama or "Tanpa OPD", n) for pk, nama, n in opd.order_by("-n", "unit__opd__nama")
        ],
        lewat=cacah(orang.filter(tmt_pensiun__lt=per)),
    )


@dataclass(frozen=True)
class LimaTahun:
    """The two groups of the page, and the constants that make them (months)."""

    maks: int
    awas: int
    batas_lewat: date
    batas_dekat: date
    rows: Any
    total: int


def lima_tahun(
    pengguna: Any, s: Saringan, macam: str, *, per: date, izin: str = Izin.PEGAWAI_LIHAT
) -> LimaTahun:
    """People past the term, or near it (``macam`` "dekat"); longest in the post first.

    Counted from the TMT that counts, which stands beside the printed one with its reason.
    """
    ketentuan = semua_ketentuan(per=per)
    maks, awas = ketentuan["maks_bulan_jabatan"], ketentuan["awas_bulan_jabatan"]
    lewat, dekat = tambah_bulan(per, -maks), tambah_bulan(per, -awas)
    rentang: dict[str, Any] = {"jabatan_sampai": lewat}
    if macam == "dekat":
        rentang = {"jabatan_sesudah": lewat, "jabatan_sampai": dekat}
    jangkauan = Jangkauan.milik(pengguna, izin, per=per)
    hasil = cari_orang(replace(s, **rentang), jangkauan, per=per)
    terbuka = Penugasan.objects.definitif().terbuka().filter(pegawai=OuterRef("pk"))
    alasan = Subquery(terbuka.values("alasan_tmt_hitung")[:1])
    rows = lengkapi(hasil.rows).annotate(alasan_tmt=alasan)
    return LimaTahun(maks, awas, lewat, dekat, rows, hasil.total)
