"""Who decided how fast: how long cases lay on each desk, and with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from mutasi.alur import AKHIR, StatusUsulan
from mutasi.kernel.ambang import median
from mutasi.models import Singgah, UsulanMutasi
from mutasi.selectors.pengawasan import Bagian, Baris, Masa, kasus
from organisasi.models import Pengguna

SEMUA = "semua"
# A draft waits for nobody, and what ended waits no more.
MEJA = tuple(s for s in StatusUsulan if s not in AKHIR and s != StatusUsulan.DRAF)


@dataclass(frozen=True)
class Persinggahan:
    """One stay that ended: on which desk, how long, and who moved the case on."""

    status: str
    usulan: UUID
    lama: timedelta
    oleh: str


def persinggahan(rows: Iterable[Any]) -> Iterator[Persinggahan]:
    """The ended stays of these cases, in one query; who moved on is who opened the next stay."""
    semua = Singgah.objects.filter(usulan__in=rows).order_by("usulan", "masuk_pada", "pk")
    kolom = ("usulan", "status", "masuk_pada", "keluar_pada", "oleh__nama")
    sebelum: tuple[Any, ...] | None = None
    for satu in semua.values_list(*kolom):
        if sebelum and sebelum[0] == satu[0] and sebelum[3] is not None:
            yield Persinggahan(sebelum[1], sebelum[0], sebelum[3] - sebelum[2], satu[4])
        sebelum = satu


def hari(lama: timedelta) -> float:
    """Calendar days with one decimal."""
    return round(lama.total_seconds() / 86400, 1)


def bagian_laju(pengguna: Pengguna, masa: Masa, *, per: date) -> Bagian:
    """Per desk, then per person at it: how many, the median, the fastest, the slowest."""
    rows: Any = kasus(pengguna, masa, per=per).order_by().values("pk")
    menurut: dict[str, dict[str, list[Persinggahan]]] = defaultdict(lambda: defaultdict(list))
    for satu in persinggahan(rows):
        menurut[satu.status][SEMUA].append(satu)
        menurut[satu.status][satu.oleh].append(satu)
    baris = [
        _baris(meja, nama, isi)
        for meja in MEJA
        for nama, isi in sorted(
            menurut[meja].items(), key=lambda pasang: (pasang[0] != SEMUA, pasang[0])
        )
    ]
    return Bagian(
        "kecepatan", "Kecepatan tiap meja",
        "Lama usulan berada di tiap keadaan, dalam hari kalender, dan siapa yang meneruskannya. "
        "Yang sangat cepat dan yang sangat lambat sama-sama layak ditanyakan.",
        ("Keadaan", "Diteruskan oleh", "Usulan", "Median", "Tercepat", "Terlama"),
        tuple(baris), "Belum ada usulan yang diumumkan atau berakhir dalam masa ini.", temuan=False,
    )  # fmt: skip


def _baris(meja: StatusUsulan, nama: str, isi: list[Persinggahan]) -> Baris:
    lama = [satu.lama for satu in isi]
    terlama = max(isi, key=lambda satu: satu.lama)
    tengah = median(satu.total_seconds() for satu in lama) or 0
    sel = (
        str(meja.label), nama, len(isi), _kata(timedelta(seconds=tengah)), _kata(min(lama)),
        _kata(max(lama)),
    )  # fmt: skip
    return Baris(sel, terlama.usulan)


def _kata(lama: timedelta) -> str:
    """2,5 hari; below a day in hours or minutes."""
    if lama >= timedelta(days=1):
        return f"{hari(lama)} hari".replace(".", ",")
    if lama >= timedelta(hours=1):
        return f"{int(lama.total_seconds() // 3600)} jam"
    menit = int(lama.total_seconds() // 60)
    return f"{menit} menit" if menit else "kurang dari 1 menit"


def median_hari(rows: Iterable[UsulanMutasi]) -> dict[str, tuple[int, float]]:
    """Per desk how many stays, and their median in days; for the public."""
    menurut: dict[str, list[float]] = defaultdict(list)
    for satu in persinggahan(rows):
        menurut[satu.status].append(satu.lama.total_seconds() / 86400)
    return {status: (len(isi), round(median(isi) or 0, 1)) for status, isi in menurut.items()}
