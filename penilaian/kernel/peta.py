"""Geometry of the pictures of needs: classes of a heat map, a plane for districts, labels.

No map tiles and no network: degrees become pixels by an equirectangular projection whose parallels
are shortened by the cosine of the middle latitude. Over one kabupaten (two degrees at most) that
is off by less than one part in a thousand near the equator. Pixels are whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import ceil, cos, floor, log10, radians, sqrt

KM_PER_DERAJAT = 111.32  # one degree of latitude on a sphere of 6,378 km
TANGGA = tuple(angka * 10**pangkat for pangkat in range(6) for angka in (1, 2, 5))
BATAS_PERSEN = (10, 25, 50, 75)
KELAS_PANAS = len(BATAS_PERSEN) + 1


def batas_panas(terbesar: int) -> tuple[int, ...]:
    """Upper bounds of all classes but the last, of persons: the four round numbers below the
    largest cell, so that a reader can say them ("1 sampai 5 orang")."""
    return tuple(angka for angka in TANGGA if angka < terbesar)[-(KELAS_PANAS - 1) :]


def kelas_panas(nilai: float, batas: Sequence[int]) -> int:
    """0 for nothing, else 1 up to one more than there are bounds; a bound belongs to its class."""
    if nilai <= 0:
        return 0
    return 1 + sum(nilai > satu for satu in batas)


@dataclass(frozen=True)
class Titik:
    """A place in degrees: south and west are negative."""

    lintang: float
    bujur: float


@dataclass(frozen=True)
class Garis:
    """One line of the graticule: its degrees as people write them, and its pixel."""

    letak: int
    teks: str


@dataclass(frozen=True)
class Bidang:
    """A plane of ``lebar`` × ``tinggi`` pixels; the north is up."""

    lebar: int
    tinggi: int
    tengah: Titik
    piksel_per_derajat: float  # of latitude

    @classmethod
    def muat(cls, titik: Sequence[Titik], *, lebar: int, tinggi: int, tepi: int) -> Bidang:
        """The largest scale at which all places lie at least ``tepi`` pixels inside.

        One place (or several at one spot) is drawn in the middle of about twenty kilometres.
        Raises ``ValueError`` without any place.
        """
        if not titik:
            raise ValueError("tidak ada titik")
        selatan, utara = _ujung(t.lintang for t in titik)
        barat, timur = _ujung(t.bujur for t in titik)
        tengah = Titik((selatan + utara) / 2, (barat + timur) / 2)
        derajat_tinggi = max(utara - selatan, 20 / KM_PER_DERAJAT)
        derajat_lebar = max((timur - barat) * _susut(tengah), 20 / KM_PER_DERAJAT)
        skala = min((lebar - 2 * tepi) / derajat_lebar, (tinggi - 2 * tepi) / derajat_tinggi)
        return cls(lebar, tinggi, tengah, skala)

    def piksel(self, titik: Titik) -> tuple[int, int]:
        """From the left, from above."""
        x = (titik.bujur - self.tengah.bujur) * _susut(self.tengah) * self.piksel_per_derajat
        y = (self.tengah.lintang - titik.lintang) * self.piksel_per_derajat
        return round(self.lebar / 2 + x), round(self.tinggi / 2 + y)

    def meridian(self) -> list[Garis]:
        """Lines of equal longitude within the plane, four to ten of them."""
        per_derajat = self.piksel_per_derajat * _susut(self.tengah)
        letak = _bulat_di(self.tengah.bujur, self.lebar / per_derajat)
        return [
            Garis(self.piksel(Titik(0, b))[0], derajat(b, positif="BT", negatif="BB"))
            for b in letak
        ]

    def paralel(self) -> list[Garis]:
        """Lines of equal latitude within the plane."""
        letak = _bulat_di(self.tengah.lintang, self.tinggi / self.piksel_per_derajat)
        return [
            Garis(self.piksel(Titik(a, 0))[1], derajat(a, positif="LU", negatif="LS"))
            for a in letak
        ]

    def batang_skala(self) -> tuple[int, int]:
        """(kilometres, pixels): the longest round length that takes a quarter of the width."""
        piksel_per_km = self.piksel_per_derajat / KM_PER_DERAJAT
        terpanjang = self.lebar / 4 / piksel_per_km
        km = max((satu for satu in TANGGA if satu <= terpanjang), default=1)
        return km, round(km * piksel_per_km)


def _ujung(nilai: Iterable[float]) -> tuple[float, float]:
    semua = list(nilai)
    return min(semua), max(semua)


def _susut(titik: Titik) -> float:
    return cos(radians(titik.lintang))


def _bulat_di(tengah: float, rentang: float) -> list[float]:
    """Multiples of 1, 2 or 5 × 10ⁿ in the interval, four to ten of them."""
    kasar = rentang / 4
    dasar = 10.0 ** floor(log10(kasar))
    langkah = max(k * dasar for k in (1, 2, 5) if k * dasar <= kasar)
    awal = ceil((tengah - rentang / 2) / langkah)
    akhir = floor((tengah + rentang / 2) / langkah)
    return [round(n * langkah, 6) for n in range(awal, akhir + 1)]


def derajat(nilai: float, *, positif: str, negatif: str) -> str:
    """-1.25 is "1,25° LS"; the equator and Greenwich have no side."""
    teks = f"{abs(nilai):.4f}".rstrip("0").rstrip(".").replace(".", ",")
    sisi = "" if teks == "0" else f" {positif if nilai > 0 else negatif}"
    return f"{teks}°{sisi}"


def sisi_lambang(nilai: int, terbesar: int, *, paling_besar: int, paling_kecil: int = 6) -> int:
    """Width of a symbol whose area stands for the value; nothing has no symbol."""
    if nilai <= 0 or terbesar <= 0:
        return 0
    return max(paling_kecil, round(paling_besar * sqrt(nilai / terbesar)))


@dataclass(frozen=True)
class Kotak:
    """A rectangle: left, top, width, height."""

    x: int
    y: int
    lebar: int
    tinggi: int

    def menimpa(self, lain: Kotak) -> bool:
        """Whether both share some area."""
        return (
            self.x < lain.x + lain.lebar
            and lain.x < self.x + self.lebar
            and self.y < lain.y + lain.tinggi
            and lain.y < self.y + self.tinggi
        )

    def di_dalam(self, lebar: int, tinggi: int) -> bool:
        """Whether it lies wholly in the plane."""
        return (
            self.x >= 0
            and self.y >= 0
            and self.x + self.lebar <= lebar
            and self.y + self.tinggi <= tinggi
        )


def pisahkan(kotak: Sequence[Kotak], *, langkah: int = 40) -> list[Kotak]:
    """Push symbols that cover each other apart, each by half, along the shorter way.

    A crowd that does not fit stays overlapped after so many rounds rather than wander off.
    """
    hasil = list(kotak)
    for _ in range(langkah):
        bertumpuk = [
            (i, j)
            for i, j in combinations(range(len(hasil)), 2)
            if hasil[i].menimpa(hasil[j])
        ]  # fmt: skip
        if not bertumpuk:
            break
        for i, j in bertumpuk:
            hasil[i], hasil[j] = _jauhkan(hasil[i], hasil[j])
    return hasil


def _jauhkan(a: Kotak, b: Kotak) -> tuple[Kotak, Kotak]:
    tumpang_x = min(a.x + a.lebar, b.x + b.lebar) - max(a.x, b.x)
    tumpang_y = min(a.y + a.tinggi, b.y + b.tinggi) - max(a.y, b.y)
    if tumpang_x <= 0 or tumpang_y <= 0:  # an earlier pair of this round has parted them
        return a, b
    if tumpang_x <= tumpang_y:
        dx, dy = (tumpang_x + 2) // 2, 0
        arah = -1 if 2 * a.x + a.lebar <= 2 * b.x + b.lebar else 1
    else:
        dx, dy = 0, (tumpang_y + 2) // 2
        arah = -1 if 2 * a.y + a.tinggi <= 2 * b.y + b.tinggi else 1
    return (
        Kotak(a.x + arah * dx, a.y + arah * dy, a.lebar, a.tinggi),
        Kotak(b.x - arah * dx, b.y - arah * dy, b.lebar, b.tinggi),
    )


_ARAH = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1))
_JARAK = (2, 14, 28, 44, 64)  # pixels from the symbol; beyond the first a line leads there


def letakkan_label(
    lambang: Sequence[Kotak], ukuran: Sequence[tuple[int, int]], *, lebar: int, tinggi: int
) -> list[Kotak | None]:
    """A place for the label of each symbol that covers no symbol and no other label.

    Tried nearest first, right, left, below, above, then askew; earlier symbols choose first. None
    when every place is taken: the table beside the map has the name.
    """
    terpakai = list(lambang)
    hasil: list[Kotak | None] = []
    for satu, (w, h) in zip(lambang, ukuran, strict=True):
        calon = (_di_sisi(satu, w, h, dx, dy, jauh) for jauh, (dx, dy) in product(_JARAK, _ARAH))
        pilihan = next(
            (
                k
                for k in calon
                if k.di_dalam(lebar, tinggi) and not any(k.menimpa(ada) for ada in terpakai)
            ),
            None,
        )
        if pilihan is not None:
            terpakai.append(pilihan)
        hasil.append(pilihan)
    return hasil


def _di_sisi(lambang: Kotak, w: int, h: int, dx: int, dy: int, jauh: int) -> Kotak:
    tengah_x, tengah_y = lambang.x + lambang.lebar // 2, lambang.y + lambang.tinggi // 2
    x = {1: lambang.x + lambang.lebar + jauh, 0: tengah_x - w // 2, -1: lambang.x - jauh - w}[dx]
    y = {1: lambang.y + lambang.tinggi + jauh, 0: tengah_y - h // 2, -1: lambang.y - jauh - h}[dy]
    return Kotak(x, y, w, h)


def perlu_garis(lambang: Kotak, label: Kotak) -> bool:
    """Whether the label stands so far from its symbol that a line must lead there."""
    mendatar = max(lambang.x - label.x - label.lebar, label.x - lambang.x - lambang.lebar, 0)
    tegak = max(lambang.y - label.y - label.tinggi, label.y - lambang.y - lambang.tinggi, 0)
    return max(mendatar, tegak) > _JARAK[0]
