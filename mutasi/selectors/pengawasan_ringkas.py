"""The page before the parts: how many of each, in counts alone; and the parts by their name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from mutasi.models import HasilPertek, JawabanTelaah, Persetujuan, PertekBkn, TelaahUnit, Titipan
from mutasi.selectors.pengawasan import BERAKHIR_TANPA, Bagian, Masa, kasus
from mutasi.selectors.pengawasan_bagian import (
    bagian_jendela,
    bagian_pertek,
    bagian_sepihak,
    bagian_titipan,
    bagian_tpk,
    bagian_unit,
)
from mutasi.selectors.pengawasan_laju import bagian_laju
from mutasi.selectors.pengawasan_peringkat import bagian_peringkat
from organisasi.models import Pengguna

Pembaca = Callable[..., Bagian]
# Name in the address -> (words of the tab, who reads it).
BAGIAN: dict[str, tuple[str, Pembaca]] = {
    "peringkat": ("Peringkat", bagian_peringkat),
    "tpk": ("TPK", bagian_tpk),
    "tanpa-kesediaan": ("Tanpa kesediaan", bagian_sepihak),
    "keberatan-unit": ("Keberatan unit", bagian_unit),
    "titipan": ("Titipan", bagian_titipan),
    "kecepatan": ("Kecepatan", bagian_laju),
    "pertek-otomatis": ("Pertek otomatis", bagian_pertek),
    "jendela": ("Jendela politik", bagian_jendela),
}

# What the number of a part counts.
KET: dict[str, str] = {
    "peringkat": "dipilih meski calon lain bernilai lebih tinggi",
    "tpk": "keputusan menyimpang dari TPK atau PyB",
    "tanpa-kesediaan": "pindah tanpa kesediaan pegawai",
    "keberatan-unit": "keberatan kepala unit, usulan berlanjut",
    "titipan": "permintaan pihak luar dicatat",
    "kecepatan": "siapa memutus, berapa lama",
    "pertek-otomatis": "pertek karena BKN tidak menjawab",
    "jendela": "pindah di dekat pemilihan",
}


@dataclass(frozen=True)
class Hitungan:
    """One number with its words and the part it counts; None: counted only on its own page."""

    kunci: str
    ket: str
    banyak: int | None


@dataclass(frozen=True)
class Ringkasan:
    """What there is to look at in the period. ``berjalan``: announced; ``berakhir``: ended without
    a decree."""

    kasus: int
    berakhir: int
    hitungan: tuple[Hitungan, ...]


def ringkasan(pengguna: Pengguna, masa: Masa, *, per: date) -> Ringkasan:
    """Counts by the database alone."""
    rows = kasus(pengguna, masa, per=per).order_by()
    pk = rows.values("pk")
    semua = rows.aggregate(
        kasus=Count("pk"),
        berakhir=Count("pk", filter=Q(status__in=BERAKHIR_TANPA)),
        sepihak=Count("pk", filter=~Q(dasar_tanpa_kesediaan="")),
    )
    jalan = rows.exclude(status__in=BERAKHIR_TANPA).values("pk")
    titipan = Titipan.objects.for_user(pengguna, per=per)
    banyak = {
        "tpk": Persetujuan.objects.sah().filter(usulan__in=pk, menyimpang=True).count(),
        "tanpa-kesediaan": semua["sepihak"],
        "keberatan-unit": TelaahUnit.objects.filter(
            usulan__in=jalan, jawaban=JawabanTelaah.KEBERATAN
        ).count(),
        "titipan": titipan.filter(tanggal__gte=masa.dari, tanggal__lte=masa.sampai).count(),
        "pertek-otomatis": PertekBkn.objects.filter(
            usulan__in=pk, hasil=HasilPertek.OTOMATIS
        ).count(),
    }
    hitungan = tuple(Hitungan(k, KET[k], banyak.get(k)) for k in BAGIAN)
    return Ringkasan(semua["kasus"], semua["berakhir"], hitungan)


def bagian(kunci: str, pengguna: Pengguna, masa: Masa, *, per: date) -> Bagian | None:
    """One part by its name; None when nobody knows it."""
    if kunci not in BAGIAN:
        return None
    return BAGIAN[kunci][1](pengguna, masa, per=per)


def semua_bagian(pengguna: Pengguna, masa: Masa, *, per: date) -> list[Bagian]:
    """All of them, for the workbook."""
    return [baca(pengguna, masa, per=per) for _, baca in BAGIAN.values()]
