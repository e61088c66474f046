"""One post from this year to five years on: who leaves, who comes, what the need grows to.

`proyeksi` counts retirements over the whole register to +4; here every post is followed by itself,
so that a later excess in one never fills a later shortage in another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from pegawai.kernel.masa import bulan_penuh, tambah_bulan
from penilaian.kernel.hitungan import Bilangan, Tetapan, desimal, pecahan, setengah_naik
from penilaian.kernel.kesenjangan import Jumlah, jumlahkan
from penilaian.kernel.tetapan import KetentuanKebutuhan

TAHUN_KE_DEPAN = 5


class Sebab(StrEnum):
    """Why a holder leaves."""

    PENSIUN = "pensiun"
    AKHIR_KONTRAK = "akhir_kontrak"
    PINDAH = "pindah"


@dataclass(frozen=True)
class Keluar:
    """A holder's leaving: the first day he is no longer there."""

    orang: str
    tanggal: date
    sebab: Sebab


@dataclass(frozen=True)
class Masuk:
    """Somebody known to come: a move already decided, a seat already granted and not yet filled."""

    tanggal: date
    orang: int = 1


@dataclass(frozen=True)
class Penggerak:
    """The dials: growth of the need a year in percent, and whether contracts end as written."""

    tumbuh_persen: Fraction = Fraction()
    kontrak_diperpanjang: bool = False

    @classmethod
    def isi(cls, tumbuh_persen: Bilangan = 0, *, kontrak_diperpanjang: bool = False) -> Penggerak:
        """From a plain number."""
        return cls(pecahan(tumbuh_persen), kontrak_diperpanjang)


@dataclass(frozen=True)
class TitikProyeksi:
    """The end of one calendar year."""

    tahun: int
    nilai: Fraction | None
    kebutuhan: int | None
    bezetting: int
    keluar: Mapping[Sebab, int]
    masuk: int

    @property
    def mentah(self) -> Decimal | None:
        """The grown need, 4 decimals."""
        return None if self.nilai is None else desimal(self.nilai)

    @property
    def selisih(self) -> int | None:
        """Bezetting minus need; None for a post without any need."""
        return None if self.kebutuhan is None else self.bezetting - self.kebutuhan


@dataclass(frozen=True)
class ProyeksiPosisi:
    """The years of one post. ``lewat``: holders whose day is already past and who still count."""

    titik: tuple[TitikProyeksi, ...]
    lewat: int


def proyeksikan(
    *,
    kebutuhan: Fraction | None,
    bezetting: int,
    keluar: Iterable[Keluar],
    masuk: Sequence[Masuk] = (),
    per: date,
    penggerak: Penggerak = Penggerak(),
    tahun_ke_depan: int = TAHUN_KE_DEPAN,
) -> ProyeksiPosisi:
    """need x (1 + growth)^t, rounded each year from the unrounded, against who is left.

    ``kebutuhan`` is the raw need. A person leaves once, on the earliest of his days; one whose days
    are all before ``per`` is past them and still there: counted apart, not taken off.
    """
    semua = [s for s in keluar if not (penggerak.kontrak_diperpanjang and _kontrak(s))]
    pertama = _sekali(semua, per)
    lewat = len({s.orang for s in semua} - {s.orang for s in pertama})
    berangkat = Counter((s.tanggal.year, s.sebab) for s in pertama)
    datang: Counter[int] = Counter()
    for satu in masuk:
        if satu.tanggal >= per:
            datang[satu.tanggal.year] += satu.orang
    faktor = 1 + penggerak.tumbuh_persen / 100
    titik = []
    sisa = bezetting
    for t in range(tahun_ke_depan + 1):
        tahun = per.year + t
        pergi = {sebab: berangkat[tahun, sebab] for sebab in Sebab}
        sisa += datang[tahun] - sum(pergi.values())
        nilai = None if kebutuhan is None else kebutuhan * faktor**t
        bulat = None if nilai is None else setengah_naik(nilai)
        titik.append(TitikProyeksi(tahun, nilai, bulat, sisa, pergi, datang[tahun]))
    return ProyeksiPosisi(tuple(titik), lewat)


def _kontrak(keluar: Keluar) -> bool:
    return keluar.sebab is Sebab.AKHIR_KONTRAK


def _sekali(keluar: Iterable[Keluar], per: date) -> tuple[Keluar, ...]:
    """Of every person the earliest leaving that still lies ahead."""
    pertama: dict[str, Keluar] = {}
    for satu in sorted(keluar, key=lambda s: (s.tanggal, s.orang)):
        if satu.tanggal >= per:
            pertama.setdefault(satu.orang, satu)
    return tuple(pertama.values())


def jumlahkan_proyeksi(posisi: Iterable[ProyeksiPosisi]) -> dict[int, Jumlah]:
    """Year by year over posts, shortage and excess apart."""
    per_tahun: dict[int, list[tuple[int | None, int]]] = {}
    for satu in posisi:
        for titik in satu.titik:
            per_tahun.setdefault(titik.tahun, []).append((titik.kebutuhan, titik.bezetting))
    return {tahun: jumlahkan(baris) for tahun, baris in per_tahun.items()}


class Kapan(StrEnum):
    """How soon a post falls empty."""

    SEGERA = "segera"
    AKAN = "akan_lowong"


@dataclass(frozen=True)
class AkanLowong:
    """A leaving within reach of planning, and whole months until then."""

    keluar: Keluar
    kapan: Kapan
    bulan: int
    tetapan: tuple[Tetapan, ...]


def akan_lowong(
    keluar: Iterable[Keluar], k: KetentuanKebutuhan, *, per: date
) -> tuple[AkanLowong, ...]:
    """Who leaves from ``per`` until the last month of the constant, soonest first.

    Before its first month it is *segera*; from then on, both ends included, *akan lowong*.
    """
    mulai, sampai = (tambah_bulan(per, bulan) for bulan in k.akan_lowong_bulan)
    tetapan = k.pakai("akan_lowong_bulan")
    return tuple(
        AkanLowong(
            satu,
            Kapan.AKAN if satu.tanggal >= mulai else Kapan.SEGERA,
            bulan_penuh(per, satu.tanggal),
            tetapan,
        )
        for satu in _sekali(keluar, per)
        if satu.tanggal <= sampai
    )
