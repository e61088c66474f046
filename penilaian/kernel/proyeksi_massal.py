"""`proyeksi_posisi` for every post of an agency at once, exact and in whole numbers.

The need of a year is the unrounded need of today grown from today, rounded once; each post is
followed by itself, so an excess in one never fills a shortage in another. A test holds this against
`proyeksikan` post by post.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from penilaian.kernel.efektivitas_massal import Orang
from penilaian.kernel.kesenjangan import Jumlah, jumlahkan
from penilaian.kernel.proyeksi_posisi import TAHUN_KE_DEPAN, Penggerak, Sebab

DIAM = Penggerak()  # nothing grows, contracts end as written


@dataclass(frozen=True, slots=True)
class PosisiKini:
    """A post today. ``jumlah`` is the need as decided, None where nobody decided any.

    ``tepat`` is the unrounded need, which is what grows; None for a need that does not grow, like
    the one seat of a structural box.
    """

    kunci: int
    jumlah: int | None
    tepat: Orang | None
    bezetting: int


@dataclass(frozen=True, slots=True)
class Pergi:
    """Somebody's day of leaving a post, and why."""

    posisi: int
    orang: int
    tanggal: date
    sebab: Sebab


@dataclass(frozen=True, slots=True)
class Datang:
    """Somebody's known coming."""

    posisi: int
    tanggal: date


@dataclass(frozen=True)
class TahunProyeksi:
    """The end of one year over all posts, shortage and excess apart."""

    tahun: int
    jumlah: Jumlah
    keluar: dict[Sebab, int]
    masuk: int


@dataclass
class ProyeksiMassal:
    """Years and posts; ``butuh`` and ``isi`` per post in the order of ``tahun``."""

    tahun: list[TahunProyeksi]
    butuh: dict[int, list[int | None]]
    isi: dict[int, list[int]]
    keluar: dict[int, list[int]] = field(default_factory=dict)


def proyeksikan_semua(
    posisi: Sequence[PosisiKini],
    pergi: Iterable[Pergi],
    datang: Iterable[Datang] = (),
    *,
    per: date,
    penggerak: Penggerak = DIAM,
    tahun_ke_depan: int = TAHUN_KE_DEPAN,
) -> ProyeksiMassal:
    """Every post from the year of ``per`` to so many years on.

    Nobody leaves twice, and nobody on a day that is past; posts not in ``posisi`` are left out.
    """
    banyak = tahun_ke_depan + 1
    dalam = {satu.kunci for satu in posisi}
    keluar, sebab = _menurut_tahun(pergi, dalam, per, penggerak, banyak)
    masuk: dict[int, list[int]] = {}
    for tiba in datang:
        t = tiba.tanggal.year - per.year
        if tiba.posisi in dalam and tiba.tanggal >= per and t < banyak:
            masuk.setdefault(tiba.posisi, [0] * banyak)[t] += 1
    faktor = 1 + penggerak.tumbuh_persen / 100
    kali = [faktor**t for t in range(banyak)]
    nol = [0] * banyak
    butuh = {satu.kunci: _tumbuh(satu, kali) for satu in posisi}
    isi = {
        satu.kunci: _sisa(satu, keluar.get(satu.kunci, nol), masuk.get(satu.kunci, nol))
        for satu in posisi
    }
    tahun = [
        TahunProyeksi(
            per.year + t,
            jumlahkan((butuh[satu.kunci][t], isi[satu.kunci][t]) for satu in posisi),
            {s: sebab[t, s] for s in Sebab},
            sum(m[t] for m in masuk.values()),
        )
        for t in range(banyak)
    ]
    return ProyeksiMassal(tahun, butuh, isi, keluar)


def _menurut_tahun(
    pergi: Iterable[Pergi], dalam: set[int], per: date, penggerak: Penggerak, banyak: int
) -> tuple[dict[int, list[int]], Counter[tuple[int, Sebab]]]:
    """Leavings per post and year, and per year and cause: of every person the earliest ahead."""
    tetap = Sebab.AKHIR_KONTRAK if penggerak.kontrak_diperpanjang else None
    pertama: dict[int, Pergi] = {}
    for satu in pergi:
        if satu.tanggal < per or satu.sebab is tetap:
            continue
        ada = pertama.get(satu.orang)
        if ada is None or satu.tanggal < ada.tanggal:
            pertama[satu.orang] = satu
    keluar: dict[int, list[int]] = {}
    sebab: Counter[tuple[int, Sebab]] = Counter()
    for satu in pertama.values():
        t = satu.tanggal.year - per.year
        if t < banyak and satu.posisi in dalam:
            keluar.setdefault(satu.posisi, [0] * banyak)[t] += 1
            sebab[t, satu.sebab] += 1
    return keluar, sebab


def _tumbuh(satu: PosisiKini, kali: Sequence[Fraction]) -> list[int | None]:
    """As decided while nothing grows; else half-up from the unrounded need."""
    if satu.jumlah is None:
        return [None] * len(kali)
    if satu.tepat is None:
        return [satu.jumlah] * len(kali)
    atas, bawah = satu.tepat
    return [
        satu.jumlah
        if f == 1
        else (2 * atas * f.numerator + bawah * f.denominator) // (2 * bawah * f.denominator)
        for f in kali
    ]


def _sisa(satu: PosisiKini, keluar: Sequence[int], masuk: Sequence[int]) -> list[int]:
    hasil, sisa = [], satu.bezetting
    for pergi, tiba in zip(keluar, masuk, strict=True):
        sisa += tiba - pergi
        hasil.append(sisa)
    return hasil
