"""The account of a score: per line the raw value, its evidence, the points, the sentence.

What was never measured has no points at all; it is never zero.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from penilaian.kernel.angka_kata import teks_angka
from penilaian.kernel.sumber_nilai import JenisNilai, SumberNilai


class Keadaan(StrEnum):
    """The three values of a score, and of one raw value."""

    ANGKA = "angka"
    TIDAK_LENGKAP = "tidak_lengkap"
    TIDAK_DAPAT_DIPERIKSA = "tidak_dapat_diperiksa"


class Mentah(NamedTuple):
    """What is known of one criterion of one person. A tuple, for a run makes one per line of
    everybody.

    ``alasan`` says where the value came from, or why there is none; ``bukti`` are small plain
    JSON references; ``siapa`` supplies what is missing.
    """

    nilai: Decimal | str | None
    alasan: str = ""
    bukti: tuple[Any, ...] = ()
    keadaan: Keadaan = Keadaan.ANGKA
    siapa: str = ""

    @classmethod
    def ada(cls, nilai: Decimal | str, alasan: str = "", bukti: tuple[Any, ...] = ()) -> Mentah:
        """Measured: a number, or one of the source's words."""
        return cls(nilai, alasan, bukti)

    @classmethod
    def kosong(cls, alasan: str, siapa: str = "", bukti: tuple[Any, ...] = ()) -> Mentah:
        """Not measured: what is missing and who must fill it."""
        return cls(None, alasan, bukti, Keadaan.TIDAK_LENGKAP, siapa)

    @classmethod
    def tak_terperiksa(
        cls, alasan: str, siapa: str = "", bukti: tuple[Any, ...] = ()
    ) -> Mentah:  # fmt: skip
        """Something stands there that cannot be believed: sources contradict each other, say."""
        return cls(None, alasan, bukti, Keadaan.TIDAK_DAPAT_DIPERIKSA, siapa)


@dataclass(frozen=True, slots=True)
class Baris:
    """One line. ``bobot`` as published; ``bobot_pakai`` as it counted (two decimals, both).

    ``nilai``: points 0 to 100, two decimals; ``sumbangan`` = ``bobot_pakai`` × ``nilai`` ÷ 100,
    half-up to four decimals. None where nothing was measured.
    """

    kriteria: str
    sumber: SumberNilai
    bobot: Decimal
    bobot_pakai: Decimal
    mentah: Mentah
    nilai: Decimal | None
    sumbangan: Decimal | None
    dasar: str
    alasan: str

    @property
    def terukur(self) -> bool:
        """Whether it earned points (which may be none at all)."""
        return self.nilai is not None

    @property
    def teks_mentah(self) -> str | None:
        """The raw value as stored."""
        nilai = self.mentah.nilai
        return teks_angka(nilai) if isinstance(nilai, Decimal) else nilai


@dataclass(frozen=True, slots=True)
class Akun:
    """A score with all its lines. Where there is a score, the lines sum to it exactly."""

    skor: Decimal | None
    keadaan: Keadaan
    baris: tuple[Baris, ...]

    @property
    def lengkap(self) -> bool:
        """Whether there is a score."""
        return self.skor is not None

    @property
    def alasan(self) -> tuple[str, ...]:
        """Why there is no score, a sentence per line that stands in the way; empty with a score."""
        if self.skor is not None:
            return ()
        return tuple(satu.alasan for satu in self.baris if not satu.terukur)

    def satu(self, kode: str) -> Baris | None:
        """The line of a criterion."""
        return next((baris for baris in self.baris if baris.kriteria == kode), None)


def susun_akun(baris: Iterable[Baris]) -> Akun:
    """The whole from its lines.

    Where there is a score, what was not measured carries no weight; where there is none, it still
    carries its own. So the lines alone say which of the two it is.
    """
    semua = tuple(baris)
    keadaan = Keadaan.ANGKA
    if any(satu.mentah.keadaan is Keadaan.TIDAK_DAPAT_DIPERIKSA for satu in semua):
        keadaan = Keadaan.TIDAK_DAPAT_DIPERIKSA
    elif any(satu.bobot_pakai for satu in semua if not satu.terukur):
        keadaan = Keadaan.TIDAK_LENGKAP
    skor = sum((satu.sumbangan for satu in semua if satu.sumbangan is not None), Decimal("0.0000"))
    return Akun(skor if keadaan is Keadaan.ANGKA else None, keadaan, semua)


def rincian(akun: Akun) -> list[dict[str, str | None]]:
    """The lines as the interface prints them (antarmuka, section 5); numbers as text.

    ``bobot`` is the weight as it counted, so that each line can be checked by itself.
    """
    return [
        {
            "kriteria": satu.kriteria,
            "bobot": str(satu.bobot_pakai),
            "mentah": satu.teks_mentah,
            "nilai": _teks(satu.nilai),
            "sumbangan": _teks(satu.sumbangan),
            "dasar": satu.dasar,
            "alasan": satu.alasan,
        }
        for satu in akun.baris
    ]


def rincian_simpan(akun: Akun) -> list[dict[str, Any]]:
    """The lines as stored: nothing lost, ``bobot`` as published beside ``bobot_pakai``."""
    return [
        {
            "kriteria": satu.kriteria,
            "sumber": satu.sumber.value,
            "bobot": str(satu.bobot),
            "bobot_pakai": str(satu.bobot_pakai),
            "mentah": satu.teks_mentah,
            "keadaan": satu.mentah.keadaan.value,
            "keterangan": satu.mentah.alasan,
            "siapa": satu.mentah.siapa,
            "bukti": list(satu.mentah.bukti),
            "nilai": _teks(satu.nilai),
            "sumbangan": _teks(satu.sumbangan),
            "dasar": satu.dasar,
            "alasan": satu.alasan,
        }
        for satu in akun.baris
    ]


def teks_simpan(akun: Akun) -> str:
    """The stored lines as canonical JSON: the same account is always the same bytes."""
    return json.dumps(
        rincian_simpan(akun), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def akun_dari(rincian: str | Iterable[Mapping[str, Any]]) -> Akun:
    """The account back from what :func:`rincian_simpan` or :func:`teks_simpan` gave."""
    semua = json.loads(rincian) if isinstance(rincian, str) else rincian
    return susun_akun(_baris_dari(satu) for satu in semua)


def _baris_dari(isi: Mapping[str, Any]) -> Baris:
    sumber = SumberNilai(isi["sumber"])
    mentah: Decimal | str | None = isi["mentah"]
    if mentah is not None and sumber.jenis is JenisNilai.ANGKA:
        mentah = _angka(mentah)
    return Baris(
        kriteria=isi["kriteria"],
        sumber=sumber,
        bobot=Decimal(isi["bobot"]),
        bobot_pakai=Decimal(isi["bobot_pakai"]),
        mentah=Mentah(
            mentah, isi["keterangan"], tuple(isi["bukti"]), Keadaan(isi["keadaan"]), isi["siapa"]
        ),
        nilai=_angka_atau_kosong(isi["nilai"]),
        sumbangan=_angka_atau_kosong(isi["sumbangan"]),
        dasar=isi["dasar"],
        alasan=isi["alasan"],
    )


def _angka(teks: Decimal | str) -> Decimal | str:
    """A number again; a word where a number should stand (not checkable) stays as it was."""
    try:
        return Decimal(teks)
    except ArithmeticError:
        return teks


def _angka_atau_kosong(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)


def _teks(nilai: Decimal | None) -> str | None:
    return None if nilai is None else str(nilai)
