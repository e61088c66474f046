"""The quality index of employee data: what an indicator is, and how counts become one number.

The method is BKN's: 27 indicators in four dimensions, each dimension and each indicator inside it
with its weight. BKN does not publish what each count is divided by; here it is the number of people
the indicator can apply to, and every indicator says who they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

DIMENSI: dict[str, str] = {
    "COM": "Kelengkapan",
    "TIM": "Kemutakhiran",
    "ACC": "Ketepatan",
    "CON": "Konsistensi",
}
TAMBAHAN = "SER"
TANPA_ORANG = "Tidak ada pegawai yang dapat terkena indikator ini."
_SERATUS = Decimal(100)
_SEN = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Indikator:
    """One question asked of every person's data, and ``dasar``, who asks it.

    ``populasi`` says who is asked, ``kalimat`` what counts as a fault, ``cara`` and ``oleh`` how it
    is mended and by whom. ``kolom`` is the column a person looks at first. ``tak_terhitung`` is the
    reason why no file an office has can answer; empty when one can.
    """

    kode: str
    nama: str
    kalimat: str
    populasi: str
    kolom: str
    cara: str
    oleh: str
    berkas: str = "Data utama SIASN"
    dasar: str = "Indikator kualitas data ASN (BKN)"
    tak_terhitung: str = ""

    @property
    def dimensi(self) -> str:
        """COM, TIM, ACC, CON; SER for our own additions."""
        return self.kode.partition("_")[0]


@dataclass(frozen=True, slots=True)
class Cacah:
    """How many people an indicator was asked of, and how many of them failed."""

    populasi: int
    keliru: int


@dataclass(frozen=True, slots=True)
class Bobot:
    """Weights as the regulation prints them: of the dimensions, of the indicators by code."""

    dimensi: Mapping[str, Decimal]
    indikator: Mapping[str, Decimal]

    @classmethod
    def dari(cls, dimensi: Mapping[str, object], indikator: Mapping[str, object]) -> Bobot:
        """As they are stored, text or number; what a later regulation leaves out weighs nothing."""
        return cls(
            defaultdict(Decimal, {k: Decimal(str(v)) for k, v in dimensi.items()}),
            defaultdict(Decimal, {k: Decimal(str(v)) for k, v in indikator.items()}),
        )


@dataclass(frozen=True, slots=True)
class NilaiIndikator:
    """One indicator judged. ``alasan`` says why there is no value; then nothing of it counts.

    ``kualitas`` and the rest are percentages: ``bobot`` of the whole index after spreading,
    ``sumbangan`` what it brings, ``hilang`` what mending every fault would bring back.
    """

    indikator: Indikator
    populasi: int
    keliru: int
    bobot_asal: Decimal
    alasan: str = ""
    kualitas: Decimal | None = None
    bobot: Decimal = Decimal(0)
    sumbangan: Decimal = Decimal(0)
    hilang: Decimal = Decimal(0)

    @property
    def terhitung(self) -> bool:
        """Whether it has a value."""
        return not self.alasan


@dataclass(frozen=True, slots=True)
class NilaiDimensi:
    """One dimension: its weight as printed and as used, its own quality, its indicators."""

    kode: str
    nama: str
    bobot_asal: Decimal
    bobot: Decimal
    kualitas: Decimal | None
    indikator: tuple[NilaiIndikator, ...]

    @property
    def terhitung(self) -> int:
        """How many of its indicators have a value."""
        return sum(n.terhitung for n in self.indikator)

    @property
    def sumbangan(self) -> Decimal:
        """What it brings to the index, in points."""
        return sum((n.sumbangan for n in self.indikator), Decimal(0))


@dataclass(frozen=True, slots=True)
class Indeks:
    """The index from 0 to 100 with two decimals; None when nothing could be counted."""

    nilai: Decimal | None
    dimensi: tuple[NilaiDimensi, ...]

    @property
    def indikator(self) -> dict[str, NilaiIndikator]:
        """Every indicator by its code."""
        return {n.indikator.kode: n for d in self.dimensi for n in d.indikator}

    @property
    def terhitung(self) -> int:
        """How many indicators have a value."""
        return sum(d.terhitung for d in self.dimensi)

    @property
    def disebar(self) -> bool:
        """Whether weights of indicators without a value were spread over the others."""
        return 0 < self.terhitung < len(self.indikator)

    def paling_menaikkan(self, banyak: int = 3) -> list[NilaiIndikator]:
        """Those whose mending would raise the index most; without faults there are none."""
        ada = [n for n in self.indikator.values() if n.hilang > 0]
        return sorted(ada, key=lambda n: (-n.hilang, n.indikator.kode))[:banyak]


def hitung(
    daftar: Iterable[Indikator],
    cacah: Mapping[str, Cacah],
    bobot: Bobot,
    *,
    tanpa: Mapping[str, str] | None = None,
) -> Indeks:
    """Judge every indicator and add them up.

    ``tanpa`` gives, by code, why the files at hand cannot answer. Weights of what has no value are
    spread over the others of its dimension in proportion, those of an empty dimension over the
    other dimensions. An empty population is no value and never a full one.
    """
    tanpa = tanpa or {}
    menurut: dict[str, list[Indikator]] = {d: [] for d in DIMENSI}
    for satu in daftar:
        menurut[satu.dimensi].append(satu)
    alasan = {
        i.kode: i.tak_terhitung or tanpa.get(i.kode, "") or _kosong(cacah.get(i.kode))
        for semua in menurut.values()
        for i in semua
    }
    hidup = {
        d: [i.kode for i in semua if not alasan[i.kode] and bobot.indikator[i.kode]]
        for d, semua in menurut.items()
    }
    jumlah = sum((bobot.dimensi[d] for d, kode in hidup.items() if kode), Decimal(0))
    dimensi = tuple(
        _dimensi(d, menurut[d], cacah, bobot, alasan, hidup[d], jumlah) for d in DIMENSI
    )
    if not jumlah:
        return Indeks(None, dimensi)
    return Indeks(_dua(sum((d.sumbangan for d in dimensi), Decimal(0))), dimensi)


def _kosong(cacah: Cacah | None) -> str:
    return "" if cacah is not None and cacah.populasi else TANPA_ORANG


def _dimensi(
    kode: str,
    daftar: Collection[Indikator],
    cacah: Mapping[str, Cacah],
    bobot: Bobot,
    alasan: Mapping[str, str],
    hidup: Collection[str],
    jumlah: Decimal,
) -> NilaiDimensi:
    bagian = bobot.dimensi[kode] / jumlah * _SERATUS if hidup else Decimal(0)
    dalam = sum((bobot.indikator[k] for k in hidup), Decimal(0))
    nilai = tuple(
        _satu(i, cacah.get(i.kode, Cacah(0, 0)), bobot, alasan[i.kode], bagian, dalam)
        for i in daftar
    )
    isi = sum((n.sumbangan for n in nilai), Decimal(0))
    mutu = isi / bagian * _SERATUS if bagian else None
    return NilaiDimensi(
        kode=kode,
        nama=DIMENSI[kode],
        bobot_asal=bobot.dimensi[kode] * _SERATUS,
        bobot=_dua(bagian),
        kualitas=None if mutu is None else _dua(mutu),
        indikator=nilai,
    )


def _satu(
    indikator: Indikator,
    cacah: Cacah,
    bobot: Bobot,
    alasan: str,
    bagian: Decimal,
    dalam: Decimal,
) -> NilaiIndikator:
    asal = bobot.indikator[indikator.kode]
    if alasan:
        return NilaiIndikator(indikator, cacah.populasi, 0, asal, alasan)
    berat = bagian * asal / dalam if dalam else Decimal(0)
    hilang = berat * cacah.keliru / cacah.populasi
    return NilaiIndikator(
        indikator=indikator,
        populasi=cacah.populasi,
        keliru=cacah.keliru,
        bobot_asal=asal,
        kualitas=_persen(cacah),
        bobot=berat,
        sumbangan=berat - hilang,
        hilang=hilang,
    )


def _persen(cacah: Cacah) -> Decimal:
    """Two decimals, and 100 only where nobody fails: 1 in 20,000 must not be rounded away."""
    mutu = _dua((1 - Decimal(cacah.keliru) / cacah.populasi) * _SERATUS)
    return min(mutu, _SERATUS - _SEN) if cacah.keliru else mutu


def _dua(nilai: Decimal) -> Decimal:
    return nilai.quantize(_SEN, ROUND_HALF_UP)
