"""The constants of the methods of needs: their names here, their values in dated rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any, Self

from penilaian.kernel.hitungan import Bilangan, Tetapan, pecahan
from penilaian.kernel.ketentuan import KetentuanTidakLengkap

KELAS = "ABCDE"
AWALAN_PUSKESMAS = "puskesmas_minimal_"


class KetentuanTidakTerbaca(KetentuanTidakLengkap):
    """A constant whose stored value is of another shape than the method reads; says which."""


@dataclass(frozen=True)
class BatasKelas:
    """One class of effectiveness and where it begins."""

    kelas: str
    batas: Fraction
    termasuk: bool  # whether the limit itself belongs to the class

    def memuat(self, nilai: Fraction) -> bool:
        """Whether the unrounded value is at or above this class's lower limit."""
        return nilai >= self.batas if self.termasuk else nilai > self.batas


@dataclass(frozen=True)
class KetentuanKebutuhan:
    """Every constant the methods read, as in force on one day; times in minutes, shares in
    percent. ``asal`` and ``dasar`` keep the stored values and what they stand on."""

    jke_menit: Fraction
    jke_menit_kesehatan: Fraction
    menit_kerja_formal_minggu: Fraction
    kelonggaran_persen: Fraction
    hari_libur_nasional: Fraction
    hari_cuti_tahunan: Fraction
    pengali_periode: Mapping[str, Fraction]
    kelas_ej: tuple[BatasKelas, ...]  # from the highest class down
    # Warnings about an ABK.
    awas_tugas_dominan_persen: Fraction
    awas_beban_per_orang: tuple[Fraction, Fraction]
    # WISN and ABK-Kes.
    wisn_batas_bulat: Mapping[int, Fraction]
    wisn_rasio_kritis: Fraction
    # Teachers, in lesson hours (JTM) a week.
    jtm_minimal: Fraction
    jtm_maksimal: Fraction
    jtm_tugas_tambahan: Mapping[str, Fraction]
    murid_per_rombel: Mapping[str, Fraction]
    murid_per_guru_bk: tuple[Fraction, Fraction]
    guru_tetap_sd: Mapping[str, int]
    guru_minimal_sd: Mapping[str, int]
    # Health centres.
    puskesmas_minimal: Mapping[str, Mapping[str, int]]  # by kind; one constant each
    puskesmas_tenaga_wajib: tuple[str, ...]
    pustu_minimal: Mapping[str, int]
    # Looking ahead.
    akan_lowong_bulan: tuple[int, int]
    asal: Mapping[str, Any]
    dasar: Mapping[str, str]

    @classmethod
    def dari(cls, nilai: Mapping[str, Any], dasar: Mapping[str, str] | None = None) -> Self:
        """From the stored values in force on the day (JSON); names of others are ignored."""
        nama = [f.name for f in fields(cls) if f.name not in _BUKAN_TETAPAN]
        tabel = [n for n in nilai if n.startswith(AWALAN_PUSKESMAS)]
        kurang = [n for n in nama if nilai.get(n) is None]
        if not tabel:
            kurang.append(f"{AWALAN_PUSKESMAS}…")
        if kurang:
            raise KetentuanTidakLengkap(", ".join(kurang))
        isi = {n: baca_tetapan(n, nilai[n], _BACA.get(n, pecahan)) for n in nama}
        minimal = {
            n.removeprefix(AWALAN_PUSKESMAS): baca_tetapan(n, nilai[n], _banyak) for n in tabel
        }
        asal = {n: nilai[n] for n in (*nama, *tabel)}
        return cls(
            **isi, puskesmas_minimal=minimal, asal=asal,
            dasar={n: (dasar or {}).get(n, "") for n in asal},
        )  # fmt: skip

    def andaikan(self, **nilai: Any) -> Self:
        """The same with some values supposed: for "what if", saved nowhere."""
        andaian = dict.fromkeys(nilai, "Andaian, bukan ketentuan yang berlaku")
        return self.dari({**self.asal, **nilai}, {**self.dasar, **andaian})

    def pakai(self, *nama: str) -> tuple[Tetapan, ...]:
        """What a result says it was computed with."""
        return tuple(Tetapan(satu, self.asal[satu], self.dasar[satu]) for satu in nama)


def baca_tetapan(nama: str, nilai: Any, cara: Callable[[Any], Any]) -> Any:
    """One stored value in the form the methods read; says which one cannot be read."""
    try:
        return cara(nilai)
    except (AttributeError, TypeError, ValueError) as galat:
        raise KetentuanTidakTerbaca(f"{nama}: {nilai!r}") from galat


def _menurut_kata(nilai: Mapping[str, Bilangan]) -> dict[str, Fraction]:
    return {kata: pecahan(v) for kata, v in nilai.items()}


def _persen_urut(nilai: list[Bilangan]) -> dict[int, Fraction]:
    return {n: pecahan(v) / 100 for n, v in enumerate(nilai)}


def _banyak(nilai: Mapping[str, Any]) -> dict[str, int]:
    return {kata: int(v) for kata, v in nilai.items()}


def _rentang(nilai: Any) -> tuple[Fraction, Fraction]:
    bawah, atas = nilai
    return pecahan(bawah), pecahan(atas)


def _rentang_persen(nilai: Any) -> tuple[Fraction, Fraction]:
    bawah, atas = _rentang(nilai)
    return bawah / 100, atas / 100


def _persen(nilai: Bilangan) -> Fraction:
    return pecahan(nilai) / 100


def _rentang_bulan(nilai: Any) -> tuple[int, int]:
    mulai, sampai = nilai
    return int(mulai), int(sampai)


def _kelas(nilai: list[Bilangan]) -> tuple[BatasKelas, ...]:
    """Four falling limits in percent make five classes: only the first limit is left out of its
    class, and whatever is below the last is E."""
    batas = [_persen(satu) for satu in nilai]
    if batas != sorted(set(batas), reverse=True) or len(batas) != len(KELAS) - 1:
        raise ValueError("batas kelas harus empat angka yang menurun")
    return tuple(
        BatasKelas(kelas, satu, kelas != KELAS[0])
        for kelas, satu in zip(KELAS, [*batas, Fraction()], strict=True)
    )


_BUKAN_TETAPAN = frozenset({"asal", "dasar", "puskesmas_minimal"})
_BACA: dict[str, Callable[[Any], Any]] = {
    "pengali_periode": _menurut_kata,
    "kelas_ej": _kelas,
    "awas_beban_per_orang": _rentang_persen,
    "wisn_batas_bulat": _persen_urut,
    "wisn_rasio_kritis": _persen,
    "jtm_tugas_tambahan": _menurut_kata,
    "murid_per_rombel": _menurut_kata,
    "murid_per_guru_bk": _rentang,
    "guru_tetap_sd": _banyak,
    "guru_minimal_sd": _banyak,
    "puskesmas_tenaga_wajib": tuple,
    "pustu_minimal": _banyak,
    "akan_lowong_bulan": _rentang_bulan,
}
