"""From a raw value to points, 0 to 100: a closed library of four scales, nothing typed by users.

Every scale answers with two decimals, half-up from the exact value, and is monotone in its
direction, so a better raw value never earns less.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from penilaian.kernel.angka_kata import bunyi_angka, teks_angka

NOL, SERATUS = Decimal(0), Decimal(100)
_DUA = Decimal("0.01")
_NOL_POIN, _PENUH = Decimal("0.00"), Decimal("100.00")


class Arah(StrEnum):
    """Which way is better."""

    NAIK = "naik"
    TURUN = "turun"


class JenisSkala(StrEnum):
    """The kinds of scales."""

    LINEAR = "linear"
    TANGGA = "tangga"
    TABEL = "tabel"
    RASIO = "rasio"


class SkalaKeliru(ValueError):
    """The parameters give no scale; the message is an Indonesian sentence."""


def _poin(nilai: Decimal) -> Decimal:
    return min(max(nilai, NOL), SERATUS).quantize(_DUA, ROUND_HALF_UP)


def _poin_bagi(atas: int, bawah: int) -> Decimal:
    """Points of a share of the whole, exact until the one rounding, half-up."""
    if bawah < 0:
        atas, bawah = -atas, -bawah
    if atas <= 0:
        return _NOL_POIN
    return _PENUH if atas >= bawah else Decimal((20_000 * atas + bawah) // (2 * bawah)).scaleb(-2)


def _bilangan(mentah: Decimal | str) -> Decimal:
    if isinstance(mentah, str):
        raise SkalaKeliru(f"'{mentah}' bukan angka.")
    return mentah


@dataclass(frozen=True)
class Linear:
    """A straight line from 0 at ``dari`` to 100 at ``sampai``, flat outside."""

    dari: Decimal
    sampai: Decimal

    jenis = JenisSkala.LINEAR

    def __post_init__(self) -> None:
        if self.dari == self.sampai:
            raise SkalaKeliru("Batas bernilai 0 dan batas bernilai 100 tidak boleh sama.")

    @property
    def arah(self) -> Arah:
        """Falling when the 100 lies below the 0."""
        return Arah.TURUN if self.dari > self.sampai else Arah.NAIK

    def nilai(self, mentah: Decimal | str) -> Decimal:
        """Points of a raw number."""
        a, b = _bilangan(mentah).as_integer_ratio()
        c, d = self.dari.as_integer_ratio()
        e, f = self.sampai.as_integer_ratio()
        # Way from the start over the whole way, both as whole numbers over b × d × f.
        return _poin_bagi((a * d - c * b) * f, (e * d - c * f) * b)

    def bunyi(self, satuan: str = "") -> str:
        """The formula with its figures."""
        kata = "kurang" if self.arah is Arah.TURUN else "lebih"
        dari, sampai = bunyi_angka(self.dari), bunyi_angka(self.sampai)
        rumus = (
            f"({dari} − data) ÷ ({dari} − {sampai}) × 100"
            if self.arah is Arah.TURUN
            else f"(data − {dari}) ÷ ({sampai} − {dari}) × 100"
        )
        lawan = "lebih" if self.arah is Arah.TURUN else "kurang"
        return (
            f"{bunyi_angka(self.dari, satuan)} atau {lawan} bernilai 0; "
            f"{bunyi_angka(self.sampai, satuan)} atau {kata} bernilai 100; "
            f"di antaranya {rumus}."
        )

    def contoh(self, satuan: str = "") -> str:
        """A worked example: three quarters of the way."""
        mentah = self.dari + (self.sampai - self.dari) * 3 / 4
        return _contoh(mentah, satuan, self.nilai(mentah))

    def terapan(self, mentah: Decimal | str, satuan: str = "") -> str:
        """How it was applied to one raw value."""
        data, nilai = _bilangan(mentah), bunyi_angka(self.nilai(mentah))
        if not min(self.dari, self.sampai) < data < max(self.dari, self.sampai):
            batas = self.dari if nilai == "0" else self.sampai
            kata = "lebih" if data >= max(self.dari, self.sampai) else "kurang"
            return f"skala: {bunyi_angka(batas, satuan)} atau {kata} bernilai {nilai}"
        dari, sampai, isi = bunyi_angka(self.dari), bunyi_angka(self.sampai), bunyi_angka(data)
        if self.arah is Arah.TURUN:
            return f"skala: ({dari} − {isi}) ÷ ({dari} − {sampai}) × 100 = {nilai}"
        return f"skala: ({isi} − {dari}) ÷ ({sampai} − {dari}) × 100 = {nilai}"

    def parameter(self) -> dict[str, Any]:
        """As stored."""
        return {"dari": teks_angka(self.dari), "sampai": teks_angka(self.sampai)}


@dataclass(frozen=True)
class Tangga:
    """Steps (lower bound, points), each bound inclusive; kept in rising order of bounds.

    Below the first bound a rising stair gives 0 and a falling one its first step, so both are
    monotone everywhere.
    """

    anak: tuple[tuple[Decimal, Decimal], ...]

    jenis = JenisSkala.TANGGA

    def __post_init__(self) -> None:
        object.__setattr__(self, "anak", tuple(sorted(self.anak)))
        if not self.anak:
            raise SkalaKeliru("Tangga belum punya satu pun anak tangga.")
        batas = [mulai for mulai, _ in self.anak]
        if len(set(batas)) != len(batas):
            raise SkalaKeliru("Dua anak tangga mulai dari angka yang sama.")

    @property
    def arah(self) -> Arah | None:
        """None when the points go both up and down."""
        nilai = [n for _, n in self.anak]
        if nilai == sorted(nilai):
            return Arah.NAIK
        return Arah.TURUN if nilai == sorted(nilai, reverse=True) else None

    def nilai(self, mentah: Decimal | str) -> Decimal:
        """Points of the step on which a raw number stands."""
        letak = bisect_right([mulai for mulai, _ in self.anak], _bilangan(mentah))
        if letak == 0:
            awal = self.anak[0][1] if self.arah is Arah.TURUN else NOL
            return _poin(awal)
        return _poin(self.anak[letak - 1][1])

    def bunyi(self, satuan: str = "") -> str:
        """Every step."""
        anak = "; ".join(
            f"mulai {bunyi_angka(mulai, satuan)} bernilai {bunyi_angka(nilai)}"
            for mulai, nilai in self.anak
        )
        bawah = self.nilai(self.anak[0][0] - 1)
        kalimat = f"{anak}; di bawah {bunyi_angka(self.anak[0][0], satuan)} bernilai "
        return f"{kalimat[0].upper()}{kalimat[1:]}{bunyi_angka(bawah)}."

    def contoh(self, satuan: str = "") -> str:
        """A worked example: the middle step."""
        mentah = self.anak[len(self.anak) // 2][0]
        return _contoh(mentah, satuan, self.nilai(mentah))

    def terapan(self, mentah: Decimal | str, satuan: str = "") -> str:
        """How it was applied to one raw value."""
        letak = bisect_right([mulai for mulai, _ in self.anak], _bilangan(mentah))
        mulai = bunyi_angka(self.anak[max(letak - 1, 0)][0], satuan)
        kata = "mulai" if letak else "di bawah"
        return f"skala: {kata} {mulai} bernilai {bunyi_angka(self.nilai(mentah))}"

    def parameter(self) -> dict[str, Any]:
        """As stored."""
        return {"anak": [[teks_angka(mulai), teks_angka(nilai)] for mulai, nilai in self.anak]}


@dataclass(frozen=True)
class Tabel:
    """Points of each word."""

    isi: Mapping[str, Decimal] = field(hash=False)

    jenis = JenisSkala.TABEL

    def __post_init__(self) -> None:
        if not self.isi:
            raise SkalaKeliru("Tabel belum punya satu pun kata.")

    def nilai(self, mentah: Decimal | str) -> Decimal:
        """Points of a word; a word outside the table has none."""
        kata = str(mentah)
        if kata not in self.isi:
            raise SkalaKeliru(f"'{kata}' tidak ada di tabel nilai.")
        return _poin(self.isi[kata])

    def arah(self, urut: Sequence[str]) -> tuple[Arah, ...]:
        """The directions it fits, for words from the worst to the best."""
        nilai = [self.isi[kata] for kata in urut if kata in self.isi]
        naik = (Arah.NAIK,) if nilai == sorted(nilai) else ()
        return (*naik, Arah.TURUN) if nilai == sorted(nilai, reverse=True) else naik

    def bunyi(self, satuan: str = "") -> str:
        """Every word."""
        urut = sorted(self.isi.items(), key=lambda satu: (-satu[1], satu[0]))
        return "; ".join(f"{kata} bernilai {bunyi_angka(n)}" for kata, n in urut) + "."

    def contoh(self, satuan: str = "") -> str:
        """A worked example: the best word."""
        kata = min(self.isi, key=lambda satu: (-self.isi[satu], satu))
        return f"Contoh: {kata} mendapat nilai {bunyi_angka(self.nilai(kata))}."

    def terapan(self, mentah: Decimal | str, satuan: str = "") -> str:
        """How it was applied to one word."""
        return f"skala: {mentah} bernilai {bunyi_angka(self.nilai(mentah))}"

    def parameter(self) -> dict[str, Any]:
        """As stored."""
        return {"isi": {kata: teks_angka(n) for kata, n in sorted(self.isi.items())}}


@dataclass(frozen=True)
class Rasio:
    """Achievement against a target, capped at ``batas`` percent of it, which is worth 100."""

    target: Decimal
    batas: Decimal
    arah: Arah = Arah.NAIK

    jenis = JenisSkala.RASIO

    def __post_init__(self) -> None:
        if self.target <= 0 or self.batas <= 0:
            raise SkalaKeliru("Target dan batas capaian harus lebih dari 0.")

    def nilai(self, mentah: Decimal | str) -> Decimal:
        """Points of a raw number; where less is better, none at all is the best."""
        a, b = _bilangan(mentah).as_integer_ratio()
        c, d = self.target.as_integer_ratio()
        e, f = self.batas.as_integer_ratio()
        if self.arah is Arah.NAIK:
            return _poin_bagi(a * d * f * 100, b * c * e)
        return _poin_bagi(c * b * f * 100, d * a * e) if a > 0 else _PENUH

    def bunyi(self, satuan: str = "") -> str:
        """The formula with its figures."""
        target, batas = bunyi_angka(self.target, satuan), bunyi_angka(self.batas)
        atas = f"data ÷ {target}" if self.arah is Arah.NAIK else f"{target} ÷ data"
        nihil = "; 0 bernilai 100" if self.arah is Arah.TURUN else ""
        return (
            f"Capaian = {atas} × 100 %, paling tinggi {batas} %; "
            f"nilai = capaian ÷ {batas} × 100{nihil}."
        )

    def contoh(self, satuan: str = "") -> str:
        """A worked example: the target exactly met."""
        return _contoh(self.target, satuan, self.nilai(self.target))

    def terapan(self, mentah: Decimal | str, satuan: str = "") -> str:
        """How it was applied to one raw value."""
        data, target, batas = (bunyi_angka(n) for n in (_bilangan(mentah), self.target, self.batas))
        nilai = bunyi_angka(self.nilai(mentah))
        if self.arah is Arah.TURUN and _bilangan(mentah) <= 0:
            return f"skala: 0 bernilai {nilai}"
        capaian = f"{data} ÷ {target}" if self.arah is Arah.NAIK else f"{target} ÷ {data}"
        return (
            f"skala: capaian {capaian} × 100 %, paling tinggi {batas} %, ÷ {batas} × 100 = {nilai}"
        )

    def parameter(self) -> dict[str, Any]:
        """As stored."""
        return {
            "target": teks_angka(self.target),
            "batas": teks_angka(self.batas),
            "arah": self.arah.value,
        }


Skala = Linear | Tangga | Tabel | Rasio


def _contoh(mentah: Decimal, satuan: str, nilai: Decimal) -> str:
    return f"Contoh: {bunyi_angka(mentah, satuan)} mendapat nilai {bunyi_angka(nilai)}."


def skala_dari(jenis: JenisSkala | str, parameter: Mapping[str, Any]) -> Skala:
    """A scale from stored parameters; raises :class:`SkalaKeliru` with a sentence."""
    try:
        jenis = JenisSkala(jenis)
    except ValueError as galat:
        raise SkalaKeliru(f"Jenis skala '{jenis}' tidak dikenal.") from galat
    if not isinstance(parameter, Mapping):
        raise SkalaKeliru("Isian skala tidak terbaca.")
    return _PEMBACA[jenis](parameter)


def _ambil(parameter: Mapping[str, Any], nama: str) -> Decimal:
    if nama not in parameter:
        raise SkalaKeliru(f"Isian skala '{nama}' belum ada.")
    return _angka(parameter[nama], nama)


def _angka(nilai: Any, nama: str) -> Decimal:
    """Exactly what is written: text, whole numbers and Decimal; a float has no exact spelling."""
    if isinstance(nilai, str | int | Decimal) and not isinstance(nilai, bool):
        try:
            hasil = Decimal(nilai)
        except InvalidOperation:
            hasil = Decimal("NaN")
        if hasil.is_finite():
            return hasil
    raise SkalaKeliru(f"Isian skala '{nama}' bukan angka: {nilai!r}.")


def _linear(parameter: Mapping[str, Any]) -> Skala:
    return Linear(_ambil(parameter, "dari"), _ambil(parameter, "sampai"))


def _tangga(parameter: Mapping[str, Any]) -> Skala:
    anak = parameter.get("anak")
    if not isinstance(anak, list | tuple) or not all(
        isinstance(satu, list | tuple) and len(satu) == 2 for satu in anak
    ):
        raise SkalaKeliru("Anak tangga harus berupa pasangan batas mulai dan nilai.")
    return Tangga(tuple((_angka(m, "mulai"), _angka(n, "nilai")) for m, n in anak))


def _tabel(parameter: Mapping[str, Any]) -> Skala:
    isi = parameter.get("isi")
    if not isinstance(isi, Mapping):
        raise SkalaKeliru("Tabel harus berupa pasangan kata dan nilai.")
    return Tabel({str(kata): _angka(n, str(kata)) for kata, n in isi.items()})


def _rasio(parameter: Mapping[str, Any]) -> Skala:
    arah = parameter.get("arah", Arah.NAIK)
    if arah not in tuple(Arah):
        raise SkalaKeliru(f"Arah '{arah}' tidak dikenal; yang sah naik atau turun.")
    return Rasio(_ambil(parameter, "target"), _ambil(parameter, "batas"), Arah(arah))


_PEMBACA = {
    JenisSkala.LINEAR: _linear,
    JenisSkala.TANGGA: _tangga,
    JenisSkala.TABEL: _tabel,
    JenisSkala.RASIO: _rasio,
}
