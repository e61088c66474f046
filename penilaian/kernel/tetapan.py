"""The constants of the methods of needs: their names here, their values in dated rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any, Self

from penilaian.kernel.hitungan import Bilangan, Tetapan, pecahan
from penilaian.kernel.ketentuan import KetentuanTidakLengkap


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
    jam_kerja_formal_minggu: Fraction
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
    puskesmas_minimal: Mapping[str, Mapping[str, int]]
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
        kurang = [n for n in nama if nilai.get(n) is None]
        if kurang:
            raise KetentuanTidakLengkap(", ".join(kurang))
        asal = {n: nilai[n] for n in nama}
        isi = {n: _BACA.get(n, pecahan)(v) for n, v in asal.items()}
        return cls(**isi, asal=asal, dasar={n: (dasar or {}).get(n, "") for n in nama})

    def andaikan(self, **nilai: Any) -> Self:
        """The same with some values supposed: for "what if", saved nowhere."""
        andaian = dict.fromkeys(nilai, "Andaian, bukan ketentuan yang berlaku")
        return self.dari({**self.asal, **nilai}, {**self.dasar, **andaian})

    def pakai(self, *nama: str) -> tuple[Tetapan, ...]:
        """What a result says it was computed with."""
        return tuple(Tetapan(satu, self.asal[satu], self.dasar[satu]) for satu in nama)


def _menurut_kata(nilai: Mapping[str, Bilangan]) -> dict[str, Fraction]:
    return {kata: pecahan(v) for kata, v in nilai.items()}


def _menurut_bilangan(nilai: Mapping[str, Bilangan]) -> dict[int, Fraction]:
    return {int(n): pecahan(v) for n, v in nilai.items()}


def _banyak(nilai: Mapping[str, Any]) -> dict[str, int]:
    return {kata: int(v) for kata, v in nilai.items()}


def _rentang(nilai: Any) -> tuple[Fraction, Fraction]:
    bawah, atas = nilai
    return pecahan(bawah), pecahan(atas)


def _rentang_bulan(nilai: Any) -> tuple[int, int]:
    mulai, sampai = nilai
    return int(mulai), int(sampai)


def _kelas(nilai: Any) -> tuple[BatasKelas, ...]:
    return tuple(
        BatasKelas(satu["kelas"], pecahan(satu.get("mulai", satu.get("di_atas"))), "mulai" in satu)
        for satu in nilai
    )


def _tabel(nilai: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, int]]:
    return {jenis: _banyak(isi) for jenis, isi in nilai.items()}


_BUKAN_TETAPAN = frozenset({"asal", "dasar"})
_BACA: dict[str, Callable[[Any], Any]] = {
    "pengali_periode": _menurut_kata,
    "kelas_ej": _kelas,
    "awas_beban_per_orang": _rentang,
    "wisn_batas_bulat": _menurut_bilangan,
    "jtm_tugas_tambahan": _menurut_kata,
    "murid_per_rombel": _menurut_kata,
    "murid_per_guru_bk": _rentang,
    "guru_tetap_sd": _banyak,
    "guru_minimal_sd": _banyak,
    "puskesmas_minimal": _tabel,
    "puskesmas_tenaga_wajib": tuple,
    "pustu_minimal": _banyak,
    "akan_lowong_bulan": _rentang_bulan,
}
