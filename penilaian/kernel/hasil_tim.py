"""The result of a team in a period, and what of it each member gets: by one published rule.

What is missing leaves the result not complete; it is never zero. Percentages of targets and
memberships have two and four decimals, the points of the lines sum exactly to the team's result.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.hitungan import desimal
from penilaian.kernel.kata import daftar
from penilaian.kernel.skala import Arah

SERATUS = Decimal(100)
ANGKA_SASARAN = 2  # decimals of one target's percentage
ANGKA_ANGGOTA = 4  # decimals of what a member gets
TANPA_TIM = "Tidak menjadi anggota tim kerja pada periode ini."


@dataclass(frozen=True)
class Sasaran:
    """One target of a team in one period; None is not known. Weights of a team sum to 100."""

    uraian: str
    satuan: str
    arah: Arah
    bobot: Decimal
    target: Decimal | None
    realisasi: Decimal | None


@dataclass(frozen=True)
class BarisTim:
    """A target with its percentage, its points (percentage times weight) and how they came."""

    sasaran: Sasaran
    persen: Decimal | None
    poin: Decimal | None
    bunyi: str


@dataclass(frozen=True)
class HasilTim:
    """The weighted mean of the targets in percent; None with the reasons when not complete."""

    persen: Decimal | None
    baris: tuple[BarisTim, ...]
    alasan: tuple[str, ...]

    @property
    def lengkap(self) -> bool:
        """Every target is known and the weights sum to 100."""
        return self.persen is not None

    @property
    def kalimat(self) -> str:
        """The result or what it still lacks."""
        if self.persen is None:
            return "Belum lengkap: " + " ".join(self.alasan)
        return f"Capaian tim {bunyi_angka(self.persen)} %."


def persen_sasaran(sasaran: Sasaran, batas: Decimal) -> Decimal | None:
    """Achievement of one target in percent, at most ``batas``; None when it cannot be known.

    Where less is better the target is divided by the realisation, and none at all is the best.
    A target of zero is met by zero exactly and by nothing else; where more is better it asks for
    nothing and measures nothing.
    """
    if sasaran.target is None or sasaran.realisasi is None:
        return None
    target, nyata = Fraction(sasaran.target), Fraction(sasaran.realisasi)
    if sasaran.arah is Arah.NAIK:
        return _dibatasi(nyata / target, batas) if target else None
    if target == 0:
        return min(SERATUS, batas) if nyata == 0 else Decimal(0)
    return _dibatasi(target / nyata, batas) if nyata else batas


def _dibatasi(rasio: Fraction, batas: Decimal) -> Decimal:
    return min(desimal(100 * rasio, ANGKA_SASARAN), batas)


def hasil_tim(sasaran: Iterable[Sasaran], batas: Decimal) -> HasilTim:
    """Sum of percentage times weight; ``batas`` caps every target, so none makes up for another."""
    baris = tuple(_baris(satu, batas) for satu in sasaran)
    alasan = tuple(_kurang(baris))
    poin = [satu.poin for satu in baris if satu.poin is not None]
    return HasilTim(None if alasan else sum(poin, Decimal(0)), baris, alasan)


def _kurang(baris: Sequence[BarisTim]) -> Iterable[str]:
    if not baris:
        yield "Target periode ini belum dicatat."
        return
    jumlah = sum((satu.sasaran.bobot for satu in baris), Decimal(0))
    if jumlah != SERATUS:
        yield f"Bobot target berjumlah {bunyi_angka(jumlah)}, harus 100."
    for satu in baris:
        if satu.persen is None:
            yield satu.bunyi


def _baris(satu: Sasaran, batas: Decimal) -> BarisTim:
    persen = persen_sasaran(satu, batas)
    if persen is None:
        return BarisTim(satu, None, None, _belum(satu))
    poin = persen * satu.bobot / SERATUS
    rumus, terbatas = _rumus(satu), persen == batas and _melampaui(satu, batas)
    paling = f", paling tinggi {bunyi_angka(batas)} %" if terbatas else ""
    bunyi = (
        f"{rumus} = {bunyi_angka(persen)} %{paling}; dikali bobot {bunyi_angka(satu.bobot)} % "
        f"menjadi {bunyi_angka(poin)}."
    )
    return BarisTim(satu, persen, poin, bunyi)


def _belum(satu: Sasaran) -> str:
    if satu.target is None:
        return f"Target '{satu.uraian}' belum dicatat."
    if satu.realisasi is None:
        return f"Realisasi '{satu.uraian}' belum dicatat."
    return f"Target '{satu.uraian}' 0, tidak dapat menjadi pembagi."


def _rumus(satu: Sasaran) -> str:
    target, nyata = (
        bunyi_angka(satu.target or Decimal(0)),
        bunyi_angka(satu.realisasi or Decimal(0)),
    )
    if satu.arah is Arah.NAIK:
        return f"{nyata} ÷ {target} × 100"
    if satu.target == 0 or satu.realisasi == 0:
        return f"realisasi {nyata} terhadap target {target}"
    return f"{target} ÷ {nyata} × 100"


def _melampaui(satu: Sasaran, batas: Decimal) -> bool:
    """Whether the cap took something away."""
    atas, bawah = satu.realisasi or Decimal(0), satu.target or Decimal(0)
    if satu.arah is Arah.TURUN:
        atas, bawah = bawah, atas
    return atas * SERATUS > batas * bawah


@dataclass(frozen=True)
class Keanggotaan:
    """One membership inside a period: ``porsi`` in percent, ``hari`` days, the team's result."""

    tim: str
    porsi: Decimal
    ketua: bool
    hari: int
    hasil: HasilTim


@dataclass(frozen=True)
class HasilAnggotaTim:
    """What the teams add for one person in percent; None with the reason.

    The sentence is made when it is read: a run over everybody needs the numbers alone.
    """

    persen: Decimal | None
    alasan: str
    keanggotaan: tuple[Keanggotaan, ...] = ()
    pengali_ketua: Decimal = SERATUS

    @property
    def bunyi(self) -> str:
        """Each team with its share, the days and how much of the whole they weigh."""
        if self.persen is None:
            return ""
        timbang = [_timbangan(satu, self.pengali_ketua) for satu in self.keanggotaan]
        semua = Fraction(sum(timbang))
        bagian = (
            f"{bunyi_angka(satu.hasil.persen or Decimal(0))} % dari {satu.tim} "
            f"(porsi {bunyi_angka(satu.porsi)} %, {satu.hari} hari: "
            f"{bunyi_angka(desimal(100 * Fraction(berat) / semua, 2))} % dari kerja timnya)"
            for berat, satu in zip(timbang, self.keanggotaan, strict=True)
        )
        return f"{daftar(bagian)}; bersama-sama {bunyi_angka(self.persen)} %."


def hasil_anggota(keanggotaan: Sequence[Keanggotaan], pengali_ketua: Decimal) -> HasilAnggotaTim:
    """Mean of the teams' results, weighted by share times days of membership.

    ``pengali_ketua``: percent of a head's share that counts; 100 leaves it as written. One team
    without a complete result leaves the whole not complete.
    """
    if not keanggotaan:
        return HasilAnggotaTim(None, TANPA_TIM)
    jumlah = semua = Decimal(0)
    belum = []
    for satu in keanggotaan:
        if satu.hasil.persen is None:
            belum.append(satu.tim)
            continue
        berat = _timbangan(satu, pengali_ketua)
        jumlah, semua = jumlah + berat * satu.hasil.persen, semua + berat
    if belum:
        kata = daftar(dict.fromkeys(belum))
        return HasilAnggotaTim(None, f"Hasil tim {kata} belum lengkap.", tuple(keanggotaan))
    persen = _bagi(jumlah, semua)
    return HasilAnggotaTim(persen, "", tuple(keanggotaan), pengali_ketua)


def _timbangan(satu: Keanggotaan, pengali_ketua: Decimal) -> Decimal:
    """Exact: no product of these comes near the digits a Decimal keeps."""
    return satu.porsi * satu.hari * (pengali_ketua if satu.ketua else SERATUS)


def _bagi(jumlah: Decimal, semua: Decimal) -> Decimal:
    """The quotient, half-up from the exact fraction."""
    (a, b), (c, d) = jumlah.as_integer_ratio(), semua.as_integer_ratio()
    atas, bawah = a * d * 10**ANGKA_ANGGOTA, b * c
    return Decimal((2 * atas + bawah) // (2 * bawah)).scaleb(-ANGKA_ANGGOTA)


def hari_bersama(*rentang: tuple[date, date | None]) -> int:
    """Days that all spans share, first and last included; an open end is no bound."""
    mulai = max([awal for awal, _ in rentang])
    akhir = [ujung for _, ujung in rentang if ujung is not None]
    return max((min(akhir) - mulai).days + 1, 0) if akhir else 0
