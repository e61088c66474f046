"""The matrix of gates as people read it: rows alike together, and one kind and level in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from mutasi.alur import SEBELUM_SK, Gerbang, StatusUsulan
from mutasi.kernel.jenis import NAMA_JENIS, NAMA_JENJANG, JenjangSasaran
from mutasi.models import AturanAlur, UsulanMutasi

_URUTAN_JENIS = {jenis: n for n, jenis in enumerate(NAMA_JENIS)}
_PENDEK = {**NAMA_JENJANG, JenjangSasaran.JPT: "JPT", JenjangSasaran.JF: "JF"}
_URUTAN_JENJANG = {jenjang: n for n, jenjang in enumerate(NAMA_JENJANG)}


@dataclass(frozen=True)
class BarisMatriks:
    """Levels of one kind that pass the same gates on the same basis since the same day."""

    jenis: str
    nama: str
    jenjang: tuple[tuple[str, str], ...]  # (code, name)
    gerbang: tuple[bool, ...]  # in the order of KEPALA
    dasar: str
    catatan: str
    mulai: date
    awal: bool  # the first row of its kind


# The heads of the columns, short enough for eleven of them.
KEPALA: dict[Gerbang, str] = {
    Gerbang.TELAAH: "Telaah",
    Gerbang.BERITAHU: "Beri tahu",
    Gerbang.KESEDIAAN: "Sedia",
    Gerbang.TPK: "TPK",
    Gerbang.PYB: "PyB",
    Gerbang.ANTAR: "Antar",
    Gerbang.BKN: "BKN",
    Gerbang.LANTIK: "Lantik",
    Gerbang.SPMT: "SPMT",
    Gerbang.SIASN: "SIASN",
    Gerbang.EVALUASI: "Evaluasi",
}


def matriks(*, per: date) -> list[BarisMatriks]:
    """What is in force on the day, kind by kind."""
    rows = sorted(
        AturanAlur.objects.berlaku(per),
        key=lambda a: (_URUTAN_JENIS.get(a.jenis, 99), _URUTAN_JENJANG.get(a.jenjang, 99)),
    )
    kelompok: dict[tuple[str, tuple[str, ...], str, str, date], list[AturanAlur]] = {}
    for a in rows:
        kunci = (a.jenis, tuple(a.gerbang), a.dasar, a.catatan, a.mulai)
        kelompok.setdefault(kunci, []).append(a)
    hasil: list[BarisMatriks] = []
    for (jenis, gerbang, dasar, catatan, mulai), sama in kelompok.items():
        hasil.append(BarisMatriks(
            jenis=jenis, nama=NAMA_JENIS[jenis], dasar=dasar, catatan=catatan, mulai=mulai,
            jenjang=tuple((a.jenjang, _PENDEK.get(a.jenjang, a.jenjang)) for a in sama),
            gerbang=tuple(satu.value in gerbang for satu in KEPALA),
            awal=not hasil or hasil[-1].jenis != jenis,
        ))  # fmt: skip
    return hasil


def menunggu() -> list[AturanAlur]:
    """Proposals that wait for a second person, the oldest first."""
    rows = AturanAlur.objects.menunggu().select_related("diusulkan_oleh")
    return list(rows.order_by("diusulkan_pada", "pk"))


@dataclass(frozen=True)
class SatuAturan:
    """One kind and level: what counts, what waits, every row with its gates in words; ``berjalan``:
    cases that keep theirs, ``berbeda`` of them with other gates than those in force."""

    jenis: str
    jenjang: str
    berlaku: AturanAlur | None
    menunggu: AturanAlur | None
    riwayat: Sequence[tuple[AturanAlur, list[str]]]
    berjalan: int
    berbeda: int

    @property
    def judul(self) -> str:
        """In words."""
        return f"{NAMA_JENIS[self.jenis]} · {NAMA_JENJANG[self.jenjang]}"

    @property
    def langkah(self) -> list[str]:
        """The gates in force, in the order of the road."""
        return nama_gerbang(self.berlaku.gerbang if self.berlaku else ())


def satu_aturan(jenis: str, jenjang: str, *, per: date) -> SatuAturan | None:
    """None for a kind or a level nobody knows."""
    if jenis not in NAMA_JENIS or jenjang not in NAMA_JENJANG:
        return None
    rows = AturanAlur.objects.filter(jenis=jenis, jenjang=jenjang)
    semua = list(
        rows.select_related("diusulkan_oleh", "disahkan_oleh", "ditolak_oleh")
        .order_by("-mulai", "-pk")
    )  # fmt: skip
    sah = [a for a in semua if a.disahkan_pada or a.diusulkan_pada is None]
    kini = next((a for a in sah if a.mulai <= per), None)
    tunggu = next(
        (a for a in semua if a.diusulkan_pada and not a.disahkan_pada and not a.ditolak_pada), None
    )
    berjalan, berbeda = _berjalan(jenis, jenjang, kini)
    riwayat = [(a, nama_gerbang(a.gerbang)) for a in semua]
    return SatuAturan(jenis, jenjang, kini, tunggu, riwayat, berjalan, berbeda)


def _berjalan(jenis: str, jenjang: str, kini: AturanAlur | None) -> tuple[int, int]:
    """Cases on their way since they were handed in: how many, and how many by older gates."""
    rows = UsulanMutasi.objects.filter(jenis=jenis, jenjang=jenjang, status__in=SEBELUM_SK)
    berjalan = rows.exclude(status=StatusUsulan.DRAF).order_by()
    hitung: Any = berjalan.values("gerbang").annotate(banyak=Count("pk"))
    wajib = {*(kini.gerbang if kini else ()), Gerbang.IZIN.value}
    jumlah = lain = 0
    for satu in hitung:
        jumlah += satu["banyak"]
        if {*satu["gerbang"], Gerbang.IZIN.value} != wajib:
            lain += satu["banyak"]
    return jumlah, lain


def nama_gerbang(gerbang: Sequence[str]) -> list[str]:
    """In words, in the order of the road."""
    return [satu.label for satu in Gerbang if satu.value in gerbang]
