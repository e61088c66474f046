"""Needs and gaps on the future tree: exact needs of posts that meet are added, rounded once;
people where a source computes people.

A split unit keeps no need: whoever splits it says what each part needs. A seat needs one person
because the structure says so, not because an old seat did.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from penilaian.kernel.kesenjangan import Jumlah, jumlahkan
from penilaian.kernel.sotk import Akibat, Nasib, Pos, Tujuan
from penilaian.kernel.sumber import orang_gabungan

KURSI = 0  # stands for the jabatan of a seat: the one its box names
Tempat = tuple[int, int]  # (box, jabatan)


@dataclass(frozen=True)
class Butuh:
    """The need of a post that counts today, before rounding and as decided; by which source."""

    tepat: Fraction
    jumlah: int
    sumber: str = ""


@dataclass(frozen=True)
class PosKelak:
    """A post of the future. ``jumlah`` None: nobody knows its need.

    ``sebagian``: at least one of the posts it is made of had no need, so the sum is too small.
    """

    kotak: int
    jabatan: int
    asal: tuple[int, ...]
    isi: int
    tepat: Fraction | None = None
    jumlah: int | None = None
    sebagian: bool = False

    @property
    def beda(self) -> int | None:
        """Holders minus need; None without a need."""
        return None if self.jumlah is None else self.isi - self.jumlah


@dataclass(frozen=True)
class Kelak:
    """The future: its posts, and the posts of today whose need goes nowhere."""

    pos: Sequence[PosKelak]
    berakhir: Sequence[int]
    tanpa_tempat: int

    def jumlah(self) -> Jumlah:
        """Sums over the future posts; those without a place are in none of them."""
        return jumlahkan((p.jumlah, p.isi) for p in self.pos)

    def per_kotak(self) -> Mapping[int, Jumlah]:
        """The same by box."""
        hasil: dict[int, list[tuple[int | None, int]]] = defaultdict(list)
        for p in self.pos:
            hasil[p.kotak].append((p.jumlah, p.isi))
        return {kotak: jumlahkan(rows) for kotak, rows in hasil.items()}


def kebutuhan_kelak(
    akibat: Akibat,
    butuh: Mapping[int, Butuh],
    isi: Mapping[int, int],
    isi_orang: Mapping[tuple[int, int], int],
    eselon_berkursi: Collection[str],
) -> Kelak:
    """``isi``: holders of a post who fill seats; ``isi_orang``: of those decided one by one."""
    asal: dict[Tempat, list[int]] = defaultdict(list)
    orang: Counter[Tempat] = Counter()
    berakhir, tanpa = [], 0
    tersendiri: Counter[int] = Counter()
    for (pos, pegawai), tujuan in akibat.orang.items():
        banyak = isi_orang.get((pos, pegawai), 1)
        tersendiri[pos] += banyak
        if (ke := tempat_kelak(akibat.pos_pk[pos], tujuan)) is None:
            tanpa += banyak
        else:
            orang[ke] += banyak
    for satu in akibat.draf.pos:
        ke = tempat_kelak(satu, akibat.pos[satu.pk])
        sisa = isi.get(satu.pk, 0) - tersendiri[satu.pk]
        if ke is None:
            tanpa += sisa
        else:
            orang[ke] += sisa
        if ke is not None and (ke[1] == KURSI or not satu.struktural):
            asal[ke].append(satu.pk)
        elif satu.pk in butuh:
            berakhir.append(satu.pk)
    kursi = {k.pk: k.eselon in eselon_berkursi for k in akibat.draf.kotak if k.jabatan}
    semua = {*asal, *orang, *((kotak, KURSI) for kotak, ya in kursi.items() if ya)}
    kelak = [_kelak(ke, asal[ke], orang[ke], butuh, kursi) for ke in sorted(semua)]
    bermakna = [p for p in kelak if p.isi or p.jumlah is not None]
    return Kelak(bermakna, berakhir, tanpa)


def tempat_kelak(satu: Pos, tujuan: Tujuan) -> Tempat | None:
    """The post of the future a fate names; None without a place."""
    if tujuan.nasib is Nasib.BELUM or tujuan.kotak is None:
        return None
    if tujuan.jabatan is not None:
        return tujuan.kotak, tujuan.jabatan
    return tujuan.kotak, KURSI if satu.struktural else satu.jabatan


def gabungan(asal: Iterable[int], butuh: Mapping[int, Butuh]) -> tuple[Butuh | None, bool]:
    """The need of posts that meet, and whether one of them had none."""
    semua = list(asal)
    ada = [butuh[p] for p in semua if p in butuh]
    if not ada:
        return None, False
    if len(ada) == 1:
        return ada[0], len(semua) > 1
    tepat = sum((b.tepat for b in ada), Fraction())
    orang = orang_gabungan([(b.sumber, b.tepat, b.jumlah) for b in ada])
    return Butuh(tepat, orang), len(ada) < len(semua)


def _kelak(
    ke: Tempat,
    asal: Sequence[int],
    isi: int,
    butuh: Mapping[int, Butuh],
    kursi: Mapping[int, bool],
) -> PosKelak:
    kotak, jabatan = ke
    if jabatan == KURSI and kursi.get(kotak):
        return PosKelak(kotak, jabatan, tuple(asal), isi, Fraction(1), 1)
    jumlah, sebagian = gabungan(asal, butuh)
    if jumlah is None:
        return PosKelak(kotak, jabatan, tuple(asal), isi)
    return PosKelak(
        kotak, jabatan, tuple(asal), isi, jumlah.tepat, jumlah.jumlah, sebagian=sebagian
    )
