"""The constants a regulation may change: their names here, their values in dated rows.

A constant without a value on the day is an error, never a zero. Two may be empty ("not set yet"):
the days of the coming regional election.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Self


class KetentuanTidakLengkap(LookupError):
    """Constants without a value on the day."""


@dataclass(frozen=True)
class Ketentuan:
    """Every threshold the pair rules read, as in force on one day. Ages in years, times in months
    unless the name says otherwise; levels of education are SIASN's codes."""

    kedudukan_aktif: frozenset[str]
    register_disiplin_lengkap: bool  # whether no entry means no sanction; read by who builds Calon
    # Time in a post: months held, and how often somebody moved.
    min_bulan_jabatan: int
    min_bulan_dispensasi: int
    maks_bulan_jabatan: int
    awas_pindah_kali: int
    awas_pindah_bulan: int
    # Education and experience for managerial posts and for entering a JF.
    pendidikan_min_jpt: str
    pendidikan_min_administrator: str
    pendidikan_min_pengawas: str
    pendidikan_min_jf_keahlian: str
    pendidikan_min_jf_keterampilan: str
    min_bulan_pengalaman_jpt: int
    min_bulan_pengalaman_jpt_kumulatif: int
    min_bulan_pengalaman_administrator: int
    min_bulan_pengalaman_pengawas: int
    maks_pangkat_di_bawah: int  # grades below the lowest of the eselon that are still allowed
    predikat_minimal: frozenset[str]
    predikat_minimal_tahun: int
    # Ages, in years.
    bup_jpt: int
    bup_struktural_lain: int
    bup_pelaksana: int
    jpt_usia_maks: int
    jf_usia_maks: Mapping[str, int]  # by jenjang
    jf_usia_maks_antar_ahli_utama: int
    jf_ahli_utama_sebelum_bup_tahun: int
    min_bulan_pengalaman_jf: int
    min_bulan_pengalaman_jf_restrukturisasi: int
    lisensi_jf: Mapping[str, str]  # rumpun in small letters -> the licence it asks for
    # The commitment of new PNS to their instansi.
    ikatan_tahun_antar_instansi: int
    ikatan_mulai_tmt_cpns: date
    # Windows around the election of a regional head.
    bulan_jendela_pilkada: int
    bulan_jendela_pelantikan: int
    tanggal_penetapan_paslon: date | None
    tanggal_pelantikan_kepala_daerah: date | None
    # Warnings and the verdict of the whole.
    awas_pensiun_bulan: int
    awas_kontrak_bulan: int
    awas_disiplin_bulan: int
    awas_uji_kompetensi_bulan: int
    awas_sumber_minimal_persen: int
    min_huruf_alasan: int
    hampir_maks_aturan: int

    @classmethod
    def dari(cls, nilai: Mapping[str, Any]) -> Self:
        """From the stored values in force on the day (JSON); names of others are ignored."""
        nama = [f.name for f in fields(cls)]
        kurang = [n for n in nama if n not in nilai or (nilai[n] is None and n not in _BOLEH_NULL)]
        if kurang:
            raise KetentuanTidakLengkap(", ".join(kurang))
        return cls(**{n: _BACA.get(n, _apa_adanya)(nilai[n]) for n in nama})


def _apa_adanya(nilai: Any) -> Any:
    return nilai


def _himpunan(nilai: Any) -> frozenset[str]:
    return frozenset(str(satu) for satu in nilai)


def baca_ya(nilai: Any) -> bool:
    """Stored as true or false, as nothing else."""
    if not isinstance(nilai, bool):
        raise ValueError("bukan ya atau tidak")
    return nilai


def baca_hari(nilai: Any) -> date | None:
    """Stored as ISO text; empty or null: not set yet."""
    if isinstance(nilai, date) or not nilai:
        return nilai or None
    return date.fromisoformat(nilai)


def _rumpun(nilai: Any) -> dict[str, str]:
    return {str(k).casefold(): str(v) for k, v in nilai.items()}


_BOLEH_NULL = frozenset({"tanggal_penetapan_paslon", "tanggal_pelantikan_kepala_daerah"})
_BACA: dict[str, Callable[[Any], Any]] = {
    "kedudukan_aktif": _himpunan,
    "predikat_minimal": _himpunan,
    "lisensi_jf": _rumpun,
    "ikatan_mulai_tmt_cpns": baca_hari,
    "tanggal_penetapan_paslon": baca_hari,
    "tanggal_pelantikan_kepala_daerah": baca_hari,
}
