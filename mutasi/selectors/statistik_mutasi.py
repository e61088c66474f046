"""What the public may know of moves: thresholded counts of one year, and the median per desk.

Only cases that are announced or ended count; nothing tells of a person, an office or a running
case. Counts below the threshold of ``kernel.ambang`` are not told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from mutasi.alur import Aksi, StatusUsulan
from mutasi.kernel.ambang import AMBANG, jumlah_samar, samarkan
from mutasi.kernel.jenis import NAMA_JENIS
from mutasi.models import Persetujuan, Titipan, UsulanMutasi
from mutasi.selectors.pengawasan import BERAKHIR_TANPA, TERBUKA
from mutasi.selectors.pengawasan_laju import MEJA, median_hari

TAHUN_TERBUKA = 5
S = StatusUsulan


@dataclass(frozen=True)
class Statistik:
    """One year in words. ``laju``: desk, median days; desks with too few cases are left out."""

    tahun: int
    pilihan: tuple[int, ...]
    jenis: tuple[tuple[str, str], ...]
    jumlah: str
    tanpa_sk: str
    dicabut: str
    tanpa_kesediaan: str
    menyimpang: str
    titipan: str
    laju: tuple[tuple[str, float], ...]
    ambang: int = AMBANG


def statistik(tahun: int | None, *, per: date) -> Statistik:
    """Of the year asked for, or of this one; only the last few years are told."""
    pilihan = tuple(range(per.year, per.year - TAHUN_TERBUKA, -1))
    tahun = tahun if tahun in pilihan else per.year
    rows = _kasus(tahun)
    menurut = dict(
        rows.exclude(status__in=BERAKHIR_TANPA).order_by().values_list("jenis")
        .annotate(n=Count("pk"))
    )  # fmt: skip
    hitung = rows.aggregate(
        tanpa_sk=Count("pk", filter=Q(status__in=BERAKHIR_TANPA)),
        dicabut=Count("pk", filter=Q(status=S.DICABUT)),
        sepihak=Count("pk", filter=~Q(dasar_tanpa_kesediaan="") & ~Q(status__in=BERAKHIR_TANPA)),
    )
    return Statistik(
        tahun=tahun, pilihan=pilihan,
        jenis=tuple((nama, samarkan(menurut[j])) for j, nama in NAMA_JENIS.items() if j in menurut),
        jumlah=jumlah_samar(menurut.values()), tanpa_sk=samarkan(hitung["tanpa_sk"]),
        dicabut=samarkan(hitung["dicabut"]), tanpa_kesediaan=samarkan(hitung["sepihak"]),
        menyimpang=samarkan(_menyimpang(rows)),
        titipan=samarkan(Titipan.objects.filter(tanggal__year=tahun).count()), laju=_laju(rows),
    )  # fmt: skip


def _kasus(tahun: int) -> Any:
    tanpa_sk = Q(status__in=BERAKHIR_TANPA)
    pada = (~tanpa_sk & Q(tmt__year=tahun)) | (tanpa_sk & Q(sejak__year=tahun))
    # A draft that was withdrawn before anybody handed it in is nobody's case.
    return UsulanMutasi.objects.filter(TERBUKA, pada, diajukan_pada__isnull=False)


def _menyimpang(rows: Any) -> int:
    """Cases in which PyB or PPK departed from the TPK or the PyB."""
    aksi = (Aksi.SETUJUI_PYB, Aksi.TOLAK_PYB, Aksi.SETUJUI_PPK, Aksi.TOLAK_PPK)
    putusan = Persetujuan.objects.sah().filter(menyimpang=True, aksi__in=aksi)
    return int(rows.filter(pk__in=putusan.order_by().values("usulan")).order_by().count())


def _laju(rows: Any) -> tuple[tuple[str, float], ...]:
    menurut = median_hari(rows.order_by().values("pk"))
    ada = {status: hari for status, (n, hari) in menurut.items() if n >= AMBANG}
    return tuple((str(m.label), ada[m]) for m in MEJA if m in ada)
