"""The constants of the road from proposal to decree: their names here, their values in dated rows.

Spans are working days unless the name says otherwise (``_hari`` calendar days, ``_bulan`` months).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction
from typing import Any, Self

from mutasi.kernel.kuorum import Mode
from mutasi.kernel.nomor import CaraNomor, pola_nomor
from penilaian.kernel.hitungan import Tetapan
from penilaian.kernel.ketentuan import KetentuanTidakLengkap, baca_hari, baca_ya
from penilaian.kernel.tetapan import baca_tetapan


@dataclass(frozen=True)
class KetentuanJalan:
    """Every threshold the road reads, as in force on one day.

    The last group are constants of the pair rules, read from the same rows. ``asal`` and ``dasar``
    keep the stored values and what they stand on.
    """

    # Decree, TMT, inauguration.
    pelantikan_maks_hari_kerja: int  # after the decree
    pelantikan_undangan_hari_kerja: int  # before the inauguration
    tmt_boleh_sebelum_sk: bool
    tmt_awal_bulan: bool
    guru_tmt_bulan: tuple[int, ...]  # months in which a semester begins: teachers move then
    gaji_tutup_tanggal: int  # a day of the month: later changes are paid a month later
    nomor_sk_cara: CaraNomor
    nomor_sk_pola: str  # of the office's own series
    # The session of the TPK.
    tpk_kuorum: Fraction
    tpk_mode: Mode
    tpk_ketua_menentukan: bool  # the chair's vote tips a tie
    tpk_calon_minimal: int  # candidates per post
    tpk_calon_banding: int  # of them laid side by side
    tpk_undangan_hari_kerja: int
    # BKN and Mendagri.
    pertek_kelas: frozenset[str]  # levels of posts that must pass I-MUT
    pertek_hari_kerja: int
    pertek_otomatis_hari_kerja: int  # on which day silence is approval; 0: never
    pertek_hitung_besok: bool  # the day of submission is day 0
    pertek_berlaku_bulan: int  # 0: no limit known
    antar_penerbit_sk: Mapping[str, str]  # route -> who issues the decree
    antar_pemberi_pertek: Mapping[str, str]  # route -> who gives the pertek
    antar_koordinasi: frozenset[str]  # routes that ask Mendagri first
    lapor_mendagri_hari_kerja: int
    # Heads and employee.
    telaah_diam_hari_kerja: int  # a head's silence lets the case go on
    kesediaan_jawab_hari_kerja: int
    kesediaan_berlaku_bulan: int
    # Letters that grow old: code of the document -> months.
    dokumen_berlaku_bulan: Mapping[str, int]
    # Warnings about a whole file of cases.
    awas_jendela_hari: int
    awas_berkas_orang: int
    awas_berkas_manajerial_persen: int
    # Reminders before a limit (days left, falling), and the days after it until the superior hears.
    pengingat_hari_kerja: tuple[int, ...]
    eskalasi_hari_kerja: int
    # Objection to a decree (UU 30/2014).
    sk_keberatan_hari_kerja: int
    sk_keberatan_putus_hari_kerja: int
    sk_banding_hari_kerja: int
    sk_banding_putus_hari_kerja: int
    sk_gugat_hari: int
    evaluasi_bulan: tuple[int, ...]
    # Of the pair rules.
    min_huruf_alasan: int
    bulan_jendela_pilkada: int
    bulan_jendela_pelantikan: int
    tanggal_penetapan_paslon: date | None
    tanggal_pelantikan_kepala_daerah: date | None
    asal: Mapping[str, Any]
    dasar: Mapping[str, str]

    @classmethod
    def dari(cls, nilai: Mapping[str, Any], dasar: Mapping[str, str] | None = None) -> Self:
        """From the stored values in force on the day (JSON); names of others are ignored.

        Raises ``KetentuanTidakLengkap``, or ``KetentuanTidakTerbaca`` for a value of another shape.
        """
        nama = [f.name for f in fields(cls) if f.name not in _DIRAKIT]
        kurang = [n for n in nama if nilai.get(n) is None and n not in _BOLEH_NULL]
        if kurang:
            raise KetentuanTidakLengkap(", ".join(kurang))
        asal = {n: nilai.get(n) for n in nama}
        return cls(
            **{n: baca_tetapan(n, asal[n], _BACA.get(n, _bulat)) for n in nama},
            asal=asal,
            dasar={n: (dasar or {}).get(n, "") for n in nama},
        )

    def pakai(self, *nama: str) -> tuple[Tetapan, ...]:
        """What a result says it was judged with."""
        return tuple(Tetapan(satu, self.asal[satu], self.dasar[satu]) for satu in nama)


def nama_ketentuan_jalan() -> tuple[str, ...]:
    """The names of all constants, those of the pair rules included, in their order."""
    return tuple(f.name for f in fields(KetentuanJalan) if f.name not in _DIRAKIT)


def _bulat(nilai: Any) -> int:
    if isinstance(nilai, bool) or int(nilai) < 0:
        raise ValueError("bukan bilangan bulat mulai 0")
    return int(nilai)


def _pecahan(nilai: Any) -> Fraction:
    """A share written '2/3': of a whole, and not nothing."""
    try:
        satu = Fraction(str(nilai))
    except ZeroDivisionError as galat:
        raise ValueError("pecahan dengan penyebut 0") from galat
    if not 0 < satu <= 1:
        raise ValueError("pecahan harus lebih dari 0 dan paling besar 1")
    return satu


def _himpunan(nilai: Any) -> frozenset[str]:
    if isinstance(nilai, str):
        raise ValueError("bukan daftar kata")
    return frozenset(str(satu) for satu in nilai)


def _naik(nilai: Any) -> tuple[int, ...]:
    return tuple(sorted({_bulat(satu) for satu in nilai}))


def _turun(nilai: Any) -> tuple[int, ...]:
    return tuple(reversed(_naik(nilai)))


def _hari_sebulan(nilai: Any) -> int:
    hari = _bulat(nilai)
    if not 1 <= hari <= 28:
        raise ValueError("tanggal harus ada di setiap bulan")
    return hari


def _bulan_setahun(nilai: Any) -> tuple[int, ...]:
    semua = _naik(nilai)
    if not semua or not all(1 <= satu <= 12 for satu in semua):
        raise ValueError("bulan ditulis 1 sampai 12")
    return semua


def _kata(nilai: Mapping[str, Any]) -> dict[str, str]:
    return {str(k): str(v) for k, v in nilai.items()}


def _bulan(nilai: Mapping[str, Any]) -> dict[str, int]:
    return {str(k): _bulat(v) for k, v in nilai.items()}


_DIRAKIT = frozenset({"asal", "dasar"})
_BOLEH_NULL = frozenset({"tanggal_penetapan_paslon", "tanggal_pelantikan_kepala_daerah"})
_BACA: dict[str, Callable[[Any], Any]] = {
    "tmt_boleh_sebelum_sk": baca_ya,
    "tmt_awal_bulan": baca_ya,
    "guru_tmt_bulan": _bulan_setahun,
    "gaji_tutup_tanggal": _hari_sebulan,
    "nomor_sk_cara": CaraNomor,
    "nomor_sk_pola": pola_nomor,
    "tpk_kuorum": _pecahan,
    "tpk_mode": Mode,
    "tpk_ketua_menentukan": baca_ya,
    "pertek_kelas": _himpunan,
    "pertek_hitung_besok": baca_ya,
    "antar_penerbit_sk": _kata,
    "antar_pemberi_pertek": _kata,
    "antar_koordinasi": _himpunan,
    "dokumen_berlaku_bulan": _bulan,
    "pengingat_hari_kerja": _turun,
    "evaluasi_bulan": _naik,
    "tanggal_penetapan_paslon": baca_hari,
    "tanggal_pelantikan_kepala_daerah": baca_hari,
}
