"""Competence against the standard of a post: gaps, job person match (JPM), what is not assessed.

A competence without a level is not complete, never level 0. Categories are taken from exact
fractions; two decimals are for print.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from pegawai.kernel.masa import tambah_bulan
from penilaian.kernel.hitungan import Bilangan, desimal, pecahan
from penilaian.kernel.kata import daftar, tanggal
from penilaian.kernel.kinerja import NilaiMustahil
from penilaian.kernel.perkara import Jabatan
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.kernel.tingkat import FUNGSIONAL, tingkat

LEVEL_TERTINGGI = 5  # PermenPANRB 38/2017: the scale itself, no limit that moves
NAMA_LEVEL = ("Paham", "Dasar", "Menengah", "Mumpuni", "Ahli")
# Names of the tiers of structural posts in the constant of usual levels.
_JENJANG_BIASA = {2: "pengawas", 3: "administrator", 4: "JPT pratama", 5: "JPT madya"}


class JenisKompetensi(StrEnum):
    """Kinds of PermenPANRB 38/2017."""

    TEKNIS = "teknis"
    MANAJERIAL = "manajerial"
    SOSIAL_KULTURAL = "sosial"


class KategoriSyarat(StrEnum):
    """For promotion, transfer and competence tests; the first two pass."""

    MS = "Memenuhi Syarat"
    MMS = "Masih Memenuhi Syarat"
    KMS = "Kurang Memenuhi Syarat"

    @property
    def lulus(self) -> bool:
        """Still meets the requirement, or better."""
        return self is not KategoriSyarat.KMS


class KategoriPemetaan(StrEnum):
    """For mapping (pemetaan)."""

    OPTIMAL = "Optimal"
    CUKUP = "Cukup Optimal"
    KURANG = "Kurang Optimal"


class JenjangTanpaBobot(LookupError):
    """A level of JF for which no weights are in force; says which levels have them."""


@dataclass(frozen=True)
class Kompetensi:
    """One competence a post asks for and what its holder was found to have; None: not assessed."""

    kode: str
    nama: str
    jenis: JenisKompetensi
    standar: int
    dicapai: int | None

    def __post_init__(self) -> None:
        if not 1 <= self.standar <= LEVEL_TERTINGGI:
            raise NilaiMustahil(f"{self.nama}: level standar {self.standar} di luar 1 sampai 5.")
        if self.dicapai is not None and not 0 <= self.dicapai <= LEVEL_TERTINGGI:
            raise NilaiMustahil(f"{self.nama}: level {self.dicapai} di luar 0 sampai 5.")

    @property
    def selisih(self) -> int | None:
        """Attained less required; below zero is a gap."""
        return None if self.dicapai is None else self.dicapai - self.standar


@dataclass(frozen=True)
class Kesesuaian:
    """A person against a post. Both JPM are None while a competence is not assessed."""

    baris: tuple[Kompetensi, ...]
    belum_dinilai: tuple[str, ...]  # names
    jpm: Fraction | None  # capped at each standard: for decisions
    jpm_penuh: Fraction | None  # uncapped: as printed elsewhere

    @property
    def lengkap(self) -> bool:
        """Every competence the post asks for was assessed, and it asks for some."""
        return self.jpm is not None

    @property
    def kekurangan(self) -> int:
        """Levels lacking in what was assessed; a surplus elsewhere does not fill them."""
        return sum(max(-(satu.selisih or 0), 0) for satu in self.baris)

    @property
    def kalimat(self) -> str:
        """The result in the words of the assessment reports, or what is missing."""
        if not self.baris:
            return "Standar kompetensi jabatan ini belum ada."
        if self.jpm is None:
            return f"Belum lengkap: {daftar(self.belum_dinilai)} belum dinilai."
        standar = sum(satu.standar for satu in self.baris)
        dicapai = sum(min(satu.dicapai or 0, satu.standar) for satu in self.baris)
        return f"Level {dicapai} dari {standar}, setara {persen(self.jpm)}% JPM."


def kesesuaian(kompetensi: Iterable[Kompetensi]) -> Kesesuaian:
    """Gaps and JPM of all competences a post asks for; of its technical ones if only they come.

    NilaiMustahil when one competence is given twice.
    """
    baris = tuple(kompetensi)
    kode = [satu.kode for satu in baris]
    if len(kode) != len(set(kode)):
        kembar = sorted({satu.nama for satu in baris if kode.count(satu.kode) > 1})
        raise NilaiMustahil(f"Kompetensi tercatat dua kali: {daftar(kembar)}.")
    belum = tuple(satu.nama for satu in baris if satu.dicapai is None)
    if belum or not baris:
        return Kesesuaian(baris, belum, None, None)
    standar = sum(satu.standar for satu in baris)
    penuh = sum(satu.dicapai or 0 for satu in baris)
    dibatasi = sum(min(satu.dicapai or 0, satu.standar) for satu in baris)
    return Kesesuaian(baris, (), Fraction(100 * dibatasi, standar), Fraction(100 * penuh, standar))


def persen(jpm: Fraction) -> str:
    """As a sentence prints it: 77,78."""
    return str(cetak(jpm)).replace(".", ",")


def cetak(jpm: Fraction) -> Decimal:
    """Two decimals, half up; for print only."""
    return desimal(jpm, 2)


def kategori_syarat(jpm: Bilangan, k: KetentuanPenilaian) -> KategoriSyarat:
    """From the unrounded JPM; a limit belongs to the better category."""
    return tuple(KategoriSyarat)[_letak(jpm, k.jpm_batas_syarat)]


def kategori_pemetaan(jpm: Bilangan, k: KetentuanPenilaian) -> KategoriPemetaan:
    """From the unrounded JPM; a limit belongs to the better category."""
    return tuple(KategoriPemetaan)[_letak(jpm, k.jpm_batas_pemetaan)]


def _letak(jpm: Bilangan, batas: tuple[Decimal, Decimal]) -> int:
    """How many of the two falling limits are missed."""
    tepat = pecahan(jpm)
    if tepat < 0:
        raise NilaiMustahil(f"JPM {persen(tepat)} tidak dapat di bawah nol.")
    return sum(tepat < Fraction(satu) for satu in batas)


def jpm_berbobot(
    teknis: Bilangan | None, mansoskul: Bilangan | None, jenjang: str, k: KetentuanPenilaian
) -> Fraction | None:
    """Technical against managerial and social-cultural, by the level of the JF (SIASN's code).

    None while one of them is not known. JenjangTanpaBobot: no weights for this level.
    """
    bobot = k.jpm_bobot_teknis.get(jenjang)
    if bobot is None:
        ada = ", ".join(k.jpm_bobot_teknis)
        raise JenjangTanpaBobot(f"Jenjang '{jenjang}' tidak mempunyai bobot uji kompetensi: {ada}.")
    if teknis is None or mansoskul is None:
        return None
    tepat = Fraction(bobot)
    return (tepat * pecahan(teknis) + (100 - tepat) * pecahan(mansoskul)) / 100


# --- the usual level ---
def level_biasa(jabatan: Jabatan, k: KetentuanPenilaian) -> int | None:
    """What a post without a standard of its own asks, by its tier; None for a JF.

    Standards of JF come from their own documents; eselon V stands with pelaksana.
    """
    letak = tingkat(jabatan)
    if letak is None or jabatan.jenis == FUNGSIONAL:
        return None
    return k.level_standar.get(_JENJANG_BIASA.get(letak, "pelaksana"))


# --- validity ------------------------------------------------------------------------------------
@dataclass(frozen=True)
class MasaAsesmen:
    """Until when an assessment may be used; ``lewat_sejak`` is the first day it may not."""

    berlaku: bool
    lewat_sejak: date
    kalimat: str


def masa_asesmen(
    dinilai: date, per: date, k: KetentuanPenilaian, berlaku_sampai: date | None = None
) -> MasaAsesmen:
    """Valid from its day for so many months, or until the printed last day if that comes first.

    NilaiMustahil for an assessment still to come.
    """
    if per < dinilai:
        raise NilaiMustahil(f"Asesmen {tanggal(dinilai)} belum berlangsung.")
    lewat = tambah_bulan(dinilai, k.asesmen_berlaku_bulan)
    if berlaku_sampai is not None:
        lewat = min(lewat, berlaku_sampai + timedelta(days=1))
    if per < lewat:
        return MasaAsesmen(
            True, lewat, f"Asesmen {tanggal(dinilai)} masih berlaku, lewat sejak {tanggal(lewat)}."
        )
    return MasaAsesmen(
        False, lewat, f"Asesmen {tanggal(dinilai)} tidak berlaku lagi sejak {tanggal(lewat)}."
    )


def asesmen_tertua(per: date, k: KetentuanPenilaian) -> date:
    """The first day whose assessments still count on ``per``."""
    hari = tambah_bulan(per, -k.asesmen_berlaku_bulan)
    while tambah_bulan(hari, k.asesmen_berlaku_bulan) <= per:
        hari += timedelta(days=1)  # the end of a short month
    return hari


# --- required against held -----------------------------------------------------------------------
@dataclass
class _Hitung:
    """Counts of one competence while they are gathered."""

    nama: str
    jenis: JenisKompetensi
    memenuhi: int = 0
    kurang: int = 0
    belum: int = 0
    level: int = 0


@dataclass(frozen=True)
class KebutuhanKompetensi:
    """One competence in a group (unit, job family): who must have it, who has it, who is unknown.

    ``level_kurang``: levels lacking in all; nobody's surplus fills another's gap.
    """

    kode: str
    nama: str
    jenis: JenisKompetensi
    memenuhi: int
    kurang: int
    belum_dinilai: int
    level_kurang: int

    @property
    def diperlukan(self) -> int:
        """Persons whose posts ask for it."""
        return self.memenuhi + self.kurang + self.belum_dinilai


@dataclass(frozen=True)
class TabelKompetensi:
    """Required against held in one group, by code. ``orang`` counts everybody given."""

    orang: int = 0
    tanpa_asesmen: int = 0  # persons with a standard and not one level
    baris: tuple[KebutuhanKompetensi, ...] = field(default_factory=tuple)


def tabel_kompetensi(orang: Iterable[Sequence[Kompetensi]]) -> TabelKompetensi:
    """Of a group of people, each with the competences of his post; their order changes nothing."""
    hitung: dict[str, _Hitung] = {}
    banyak = tanpa = 0
    for satu in orang:
        banyak += 1
        tanpa += bool(satu) and all(k.dicapai is None for k in satu)
        for k in satu:
            catatan = hitung.setdefault(k.kode, _Hitung(k.nama, k.jenis))
            catatan.belum += k.selisih is None
            catatan.kurang += k.selisih is not None and k.selisih < 0
            catatan.memenuhi += k.selisih is not None and k.selisih >= 0
            catatan.level += max(-(k.selisih or 0), 0)
    return TabelKompetensi(
        banyak, tanpa,
        tuple(
            KebutuhanKompetensi(kode, h.nama, h.jenis, h.memenuhi, h.kurang, h.belum, h.level)
            for kode, h in sorted(hitung.items())
        ),
    )  # fmt: skip
