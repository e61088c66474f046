"""The constants of judging people: their names here, their values in dated rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Self

from penilaian.kernel.hitungan import Tetapan
from penilaian.kernel.ketentuan import KetentuanTidakLengkap, baca_ya
from penilaian.kernel.tetapan import baca_tetapan

PISAH = " / "  # between the two axes of a table's cell
_TERTINGGI_TIM = 200  # the bound of the source "kontribusi tim"
_GABUNG = " + "  # between predicates that a limit counts together


class SatuanHari(StrEnum):
    """Which days a term counts."""

    KALENDER = "kalender"
    KERJA = "kerja"


class Macam(StrEnum):
    """What a line of a distribution pattern asks."""

    MAKSIMAL = "maksimal"  # at most this share, in percent
    MINIMAL = "minimal"  # at least this share, in percent
    ADA = "ada"  # at least so many persons


@dataclass(frozen=True)
class BatasPola:
    """One line of a pattern: the predicates it counts together and its limit."""

    macam: Macam
    predikat: tuple[str, ...]
    angka: int


@dataclass(frozen=True)
class JenjangHukuman:
    """One row of PP 94/2021: from this many cumulative days on; ``bulan`` 0 has no term."""

    hari: int
    tingkat: str
    jenis: str
    bulan: int


@dataclass(frozen=True)
class KetentuanPenilaian:
    """Every constant that judging people reads, as in force on one day. Shares and JPM in percent.

    ``asal`` and ``dasar`` keep the stored values and what they stand on.
    """

    # Performance.
    pp30_batas_predikat: Mapping[str, Decimal]  # from the highest predicate down
    pp30_nilai_maks: Decimal
    pp30_bobot_skp: Mapping[str, Decimal]
    matriks_predikat: Mapping[tuple[str, str], str]  # (hasil kerja, perilaku kerja)
    distribusi: Mapping[str, tuple[BatasPola, ...]]  # by the predicate of the organisation
    distribusi_unit_kecil: int
    distribusi_toleransi_orang: int
    # Attendance.
    pp94: tuple[JenjangHukuman, ...]  # rising days
    pp94_hari_berturut: int
    pp94_menit_sehari: int
    tl_batas_menit: tuple[int, ...]
    psw_batas_menit: tuple[int, ...]
    # Competence.
    jpm_batas_syarat: tuple[Decimal, Decimal]
    jpm_batas_pemetaan: tuple[Decimal, Decimal]
    jpm_bobot_teknis: Mapping[str, Decimal]  # by level of the JF, as SIASN codes it
    asesmen_berlaku_bulan: int
    level_standar: Mapping[str, int]
    jp_minimal_setahun: int
    # Teams, in percent.
    tim_batas_capaian: Decimal  # what one target counts at most
    tim_pengali_ketua: Decimal  # how much of a head's share counts
    # Talent.
    talenta_kotak: Mapping[tuple[str, str], int]  # (kinerja, potensial)
    talenta_rekomendasi: Mapping[int, tuple[str, ...]]
    talenta_batas_kinerja: tuple[Decimal, Decimal]
    talenta_batas_potensial: tuple[Decimal, Decimal]
    # What may follow from a result; differences in points of the score.
    penghargaan_predikat: tuple[str, ...]
    penghargaan_inovasi_minimal: int
    penghargaan_kenaikan_skor: Decimal
    pembinaan_predikat: tuple[str, ...]
    pembinaan_penurunan_skor: Decimal
    # Objections, corrections, publication.
    keberatan_hari: int
    keberatan_satuan_hari: SatuanHari
    keberatan_geser_libur: bool
    keberatan_tanggapan_hari: int  # what the assessor is waited for
    keberatan_putus_hari: int
    keberatan_ingatkan_hari: int
    terima_otomatis_hari: int
    perbaikan_data_jam: int
    kriteria_jeda_terbit_hari: int
    kelompok_minimal: int  # smaller groups are hidden
    simulasi_awas_jarak: Decimal  # points between the mean changes of two groups
    asal: Mapping[str, Any]
    dasar: Mapping[str, str]

    @classmethod
    def dari(cls, nilai: Mapping[str, Any], dasar: Mapping[str, str] | None = None) -> Self:
        """From the stored values in force on the day (JSON); names of others are ignored."""
        satuan = [f.name for f in fields(cls) if f.name not in _DIRAKIT]
        nama = [*satuan, *_POLA.values(), *_PP94]
        kurang = [n for n in nama if nilai.get(n) is None]
        if kurang:
            raise KetentuanTidakLengkap(", ".join(kurang))
        return cls(
            **{n: baca_tetapan(n, nilai[n], _BACA.get(n, _bulat)) for n in satuan},
            distribusi={o: baca_tetapan(n, nilai[n], _pola) for o, n in _POLA.items()},
            pp94=baca_tetapan(_PP94[0], [nilai[n] for n in _PP94], _hukuman),
            asal={n: nilai[n] for n in nama},
            dasar={n: (dasar or {}).get(n, "") for n in nama},
        )

    def andaikan(self, **nilai: Any) -> Self:
        """The same with some stored values supposed: for "what if", saved nowhere."""
        andaian = dict.fromkeys(nilai, "Andaian, bukan ketentuan yang berlaku")
        return self.dari({**self.asal, **nilai}, {**self.dasar, **andaian})

    def pakai(self, *nama: str) -> tuple[Tetapan, ...]:
        """What a result says it was computed with."""
        return tuple(Tetapan(satu, self.asal[satu], self.dasar[satu]) for satu in nama)


def _bulat(nilai: Any) -> int:
    if isinstance(nilai, bool):
        raise ValueError("bukan bilangan")
    return int(nilai)


def _desimal(nilai: Any) -> Decimal:
    if isinstance(nilai, bool):
        raise ValueError("bukan bilangan")
    try:
        return Decimal(str(nilai))
    except InvalidOperation as galat:
        raise ValueError("bukan bilangan") from galat


def _poin(nilai: Any) -> Decimal:
    poin = _desimal(nilai)
    if poin <= 0:
        raise ValueError("harus lebih dari 0")
    return poin


def _kata_kata(nilai: Any) -> tuple[str, ...]:
    if not isinstance(nilai, list | tuple) or not nilai:
        raise ValueError("bukan daftar kata")
    return tuple(str(satu) for satu in nilai)


def _persen_tim(nilai: Any) -> Decimal:
    persen = _desimal(nilai)
    if not 0 < persen <= _TERTINGGI_TIM:
        raise ValueError("harus lebih dari 0 dan paling besar 200 persen")
    return persen


def _menurut_kata(nilai: Mapping[str, Any]) -> dict[str, Decimal]:
    return {kata: _desimal(v) for kata, v in nilai.items()}


def _turun(nilai: Mapping[str, Any]) -> dict[str, Decimal]:
    """Whatever order they were typed in, the highest limit is asked first."""
    return dict(sorted(_menurut_kata(nilai).items(), key=lambda satu: -satu[1]))


def _dua_batas(nilai: Any) -> tuple[Decimal, Decimal]:
    atas, bawah = (_desimal(satu) for satu in nilai)
    if atas <= bawah:
        raise ValueError("batas harus dua angka yang menurun")
    return atas, bawah


def _naik(nilai: Any) -> tuple[int, ...]:
    batas = tuple(_bulat(satu) for satu in nilai)
    if not batas or list(batas) != sorted(set(batas)):
        raise ValueError("batas harus angka yang menaik")
    return batas


def _level(nilai: Mapping[str, Any]) -> dict[str, int]:
    return {kata: _bulat(v) for kata, v in nilai.items()}


def _sel(nilai: Mapping[str, Any]) -> dict[tuple[str, str], Any]:
    """Cells of a three by three table, written 'row / column'; all nine of them."""
    isi = {}
    for letak, satu in nilai.items():
        baris, kolom = letak.split(PISAH)
        isi[baris, kolom] = satu
    if len(isi) != len({b for b, _ in isi}) * len({k for _, k in isi}):
        raise ValueError("tabel tidak lengkap")
    return isi


def _kotak(nilai: Mapping[str, Any]) -> dict[tuple[str, str], int]:
    return {letak: _bulat(satu) for letak, satu in _sel(nilai).items()}


def _rekomendasi(nilai: Mapping[str, str]) -> dict[int, tuple[str, ...]]:
    return {int(nomor): tuple(kata.split(", ")) for nomor, kata in nilai.items()}


def _pola(nilai: Mapping[str, Any]) -> tuple[BatasPola, ...]:
    """Lines written 'maksimal BAIK', 'minimal KURANG', 'ada BUTUH PERBAIKAN + KURANG'."""
    baris = []
    for kata, angka in nilai.items():
        macam, _, predikat = kata.partition(" ")
        if not predikat:
            raise ValueError("batas tanpa predikat")
        baris.append(BatasPola(Macam(macam), tuple(predikat.split(_GABUNG)), _bulat(angka)))
    return tuple(baris)


def _hukuman(daftar: Any) -> tuple[JenjangHukuman, ...]:
    """Four lists of the same length, one row of the regulation at each place."""
    hari, tingkat, jenis, bulan = daftar
    return tuple(
        JenjangHukuman(h, str(t), str(j), _bulat(b))
        for h, t, j, b in zip(_naik(hari), tingkat, jenis, bulan, strict=True)
    )


# The predicate of an organisation and where its pattern is stored.
_POLA = {
    "ISTIMEWA": "distribusi_istimewa",
    "BAIK": "distribusi_baik",
    "BUTUH PERBAIKAN": "distribusi_butuh_perbaikan",
    "KURANG": "distribusi_kurang",
    "SANGAT KURANG": "distribusi_sangat_kurang",
}
_PP94 = ("pp94_hari", "pp94_tingkat", "pp94_jenis", "pp94_bulan")
_DIRAKIT = frozenset({"distribusi", "pp94", "asal", "dasar"})
_BACA: dict[str, Callable[[Any], Any]] = {
    "pp30_batas_predikat": _turun,
    "pp30_nilai_maks": _desimal,
    "pp30_bobot_skp": _menurut_kata,
    "matriks_predikat": _sel,
    "tl_batas_menit": _naik,
    "psw_batas_menit": _naik,
    "jpm_batas_syarat": _dua_batas,
    "jpm_batas_pemetaan": _dua_batas,
    "jpm_bobot_teknis": _menurut_kata,
    "level_standar": _level,
    "tim_batas_capaian": _persen_tim,
    "tim_pengali_ketua": _persen_tim,
    "penghargaan_predikat": _kata_kata,
    "penghargaan_kenaikan_skor": _poin,
    "pembinaan_predikat": _kata_kata,
    "pembinaan_penurunan_skor": _poin,
    "talenta_kotak": _kotak,
    "talenta_rekomendasi": _rekomendasi,
    "talenta_batas_kinerja": _dua_batas,
    "talenta_batas_potensial": _dua_batas,
    "keberatan_satuan_hari": SatuanHari,
    "keberatan_geser_libur": baca_ya,
    "simulasi_awas_jarak": _desimal,
}
