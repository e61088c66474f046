"""One person's competence against a post: gaps, JPM, education, experience, trainings.

What nobody assessed is "belum dinilai", never zero. Assessments that count no more are shown and
computed with, and marked: they inform, and a decision needs a new one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from organisasi.selectors import nilai_berlaku
from pegawai.kernel.masa import bulan_penuh, tambah_bulan
from pegawai.models import Jabatan as Nomenklatur
from pegawai.models import Pegawai, RiwayatPelatihan
from pegawai.selectors.orang import masa
from penilaian.kernel import kompetensi as kernel
from penilaian.kernel.ketentuan import Ketentuan
from penilaian.kernel.kompetensi import (
    JenisKompetensi,
    KategoriPemetaan,
    KategoriSyarat,
    Kesesuaian,
    MasaAsesmen,
    kesesuaian,
    level_biasa,
    masa_asesmen,
)
from penilaian.kernel.pendidikan import PendidikanTerhadap, pendidikan_terhadap
from penilaian.kernel.pengalaman import Masa, masa_kerja, masa_serumpun, masa_setingkat
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.kernel.tingkat import FUNGSIONAL, SEBUTAN, tingkat
from penilaian.models import Kompetensi, ProfilKompetensi, StandarKompetensi
from penilaian.selectors.kompetensi_standar import BERLEVEL_BIASA, jabatan_kernel
from penilaian.selectors.pendidikan_jabatan import sasaran_pendidikan
from penilaian.snapshots.orang import calon_pengalaman

LEVEL = range(1, kernel.LEVEL_TERTINGGI + 1)


@dataclass(frozen=True)
class BarisProfil:
    """One competence: what the post asks, what was found, and how far to trust it.

    ``biasa``: the usual level of the tier, because the post has no standard of its own.
    """

    satu: kernel.Kompetensi
    uraian: Sequence[str]  # the sentences of levels 1 to 5
    biasa: bool
    dasar: str
    dinilai: date | None
    masa: MasaAsesmen | None
    sumber: str

    @property
    def jenis(self) -> str:
        """The kind in words."""
        return {"manajerial": "Manajerial", "sosial": "Sosial kultural", "teknis": "Teknis"}[
            self.satu.jenis.value
        ]

    @property
    def tangga(self) -> list[tuple[int, bool, bool]]:
        """(level, reached, asked) of the five steps of the bar."""
        dicapai = self.satu.dicapai or 0
        return [(n, n <= dicapai, n <= self.satu.standar) for n in LEVEL]

    @property
    def nama_standar(self) -> str:
        """The word for the level the post asks."""
        return kernel.NAMA_LEVEL[self.satu.standar - 1]

    @property
    def lewat(self) -> bool:
        """Assessed too long ago."""
        return self.masa is not None and not self.masa.berlaku

    @property
    def asesmen(self) -> tuple[date | None, date | None, str]:
        """Its day, the last day it counts, and who made it."""
        sampai = self.masa.lewat_sejak - timedelta(days=1) if self.masa else None
        return self.dinilai, sampai, self.sumber

    @property
    def kekurangan(self) -> int:
        """Levels lacking; none while not assessed."""
        return max(-(self.satu.selisih or 0), 0)


@dataclass(frozen=True)
class Dimiliki:
    """A competence that was assessed though the post does not ask for it."""

    nama: str
    level: int
    dinilai: date


@dataclass(frozen=True)
class Bagian:
    """JPM of one kind of competence."""

    nama: str
    kesesuaian: Kesesuaian


@dataclass(frozen=True)
class PengalamanOrang:
    """Months from the history; a sum from an incomplete one is a lower bound."""

    kerja: Masa | None
    setingkat: Masa | None
    tingkat: str
    serumpun: Masa | None
    rumpun: str
    di_jabatan: int | None
    banyak: int
    lengkap: bool

    @property
    def rincian(self) -> list[tuple[str, str]]:
        """What the history shows, line by line, in words."""
        jabatan = masa(self.di_jabatan) if self.di_jabatan is not None else "TMT belum tercatat"
        baris = [
            ("Masa kerja PNS", _lama(self.kerja) if self.kerja else "belum tercatat"),
            ("Di jabatan sekarang", jabatan),
        ]
        if self.setingkat is not None:
            baris.append((f"Setingkat {self.tingkat} atau lebih tinggi", _lama(self.setingkat)))
        if self.serumpun is not None:
            baris.append((f"Di rumpun {self.rumpun}", _lama(self.serumpun)))
        return baris


def _lama(satu: Masa) -> str:
    if not satu.pasti and not satu.bulan:
        return "belum ada dalam riwayat"
    return masa(satu.bulan) if satu.pasti else f"paling sedikit {masa(satu.bulan)}"


@dataclass(frozen=True)
class Pelatihan:
    """A training in the history."""

    nama: str
    penyelenggara: str
    mulai: date | None
    jam: int | None


@dataclass(frozen=True)
class ProfilOrang:
    """Everything about the competence of one person against one post."""

    pegawai: Pegawai
    jabatan: Nomenklatur | None
    per: date
    baris: tuple[BarisProfil, ...]
    kesesuaian: Kesesuaian
    bagian: tuple[Bagian, ...]
    syarat: KategoriSyarat | None
    pemetaan: KategoriPemetaan | None
    pendidikan: PendidikanTerhadap | None
    pengalaman: PengalamanOrang
    pelatihan: tuple[Pelatihan, ...]
    jp_setahun: int
    jp_minimal: int
    lain: tuple[Dimiliki, ...]
    kekurangan_sekarang: int | None  # levels lacking in the post he holds, if another is looked at

    @property
    def dinilai(self) -> int:
        """How many of the competences asked were assessed."""
        return sum(satu.satu.dicapai is not None for satu in self.baris)

    @property
    def lewat(self) -> tuple[BarisProfil, ...]:
        """Assessments that count no more (W15)."""
        return tuple(satu for satu in self.baris if satu.lewat)

    @property
    def satu_asesmen(self) -> BarisProfil | None:
        """Any of the assessed, when one assessment found them all: it is told once."""
        ada = [satu for satu in self.baris if satu.dinilai is not None]
        return ada[0] if ada and len({satu.asesmen for satu in ada}) == 1 else None

    @property
    def kurang(self) -> tuple[BarisProfil, ...]:
        """Competences below what the post asks."""
        return tuple(satu for satu in self.baris if satu.kekurangan)

    @property
    def biasa(self) -> bool:
        """Whether any level is only the usual one of the tier."""
        return any(satu.biasa for satu in self.baris)

    @property
    def jpm(self) -> str:
        """Capped, as printed; empty while incomplete."""
        return kernel.persen(self.kesesuaian.jpm) if self.kesesuaian.jpm is not None else ""

    @property
    def jpm_penuh(self) -> str:
        """Uncapped, as other systems print it; empty while incomplete."""
        penuh = self.kesesuaian.jpm_penuh
        return kernel.persen(penuh) if penuh is not None else ""

    @property
    def berbeda(self) -> bool:
        """Whether a surplus makes the two JPM differ."""
        return self.kesesuaian.jpm != self.kesesuaian.jpm_penuh

    @property
    def kalimat(self) -> str:
        """The answer in a sentence."""
        if self.jabatan is None:
            return "Jabatannya belum diketahui, jadi belum ada standar untuk dibandingkan."
        if self.baris and not self.dinilai:
            return "Kompetensinya belum dinilai."
        return self.kesesuaian.kalimat


def profil_kompetensi(
    pegawai: Pegawai, jabatan: Nomenklatur | None = None, *, per: date
) -> ProfilOrang:
    """Against ``jabatan``, or against the post the person holds; six queries or seven."""
    nilai, asas = nilai_berlaku(per=per)
    k = KetentuanPenilaian.dari(nilai, asas)
    kini = _berlaku(pegawai.jabatan)
    jabatan = _berlaku(jabatan) or kini
    rows = list(_kamus(pegawai, jabatan, kini, per))
    baris = _baris(rows, jabatan, k, per)
    hasil = kesesuaian(satu.satu for satu in baris)
    pelatihan = _pelatihan(pegawai)
    sejak = tambah_bulan(per, -12)
    terkini = [p for p in pelatihan if p.mulai is not None and sejak < p.mulai <= per]
    return ProfilOrang(
        pegawai=pegawai,
        jabatan=jabatan,
        per=per,
        baris=baris,
        kesesuaian=hasil,
        bagian=_bagian(baris),
        syarat=kernel.kategori_syarat(hasil.jpm, k) if hasil.jpm is not None else None,
        pemetaan=kernel.kategori_pemetaan(hasil.jpm, k) if hasil.jpm is not None else None,
        pendidikan=_pendidikan(pegawai, jabatan, Ketentuan.dari(nilai)),
        pengalaman=_pengalaman(pegawai, jabatan, per),
        pelatihan=pelatihan,
        jp_setahun=sum(p.jam or 0 for p in terkini),
        jp_minimal=k.jp_minimal_setahun,
        lain=_lain(rows, {satu.satu.kode for satu in baris}),
        kekurangan_sekarang=_kekurangan(rows, kini, k) if kini != jabatan else None,
    )


def _berlaku(jabatan: Nomenklatur | None) -> Nomenklatur | None:
    """The name in force: what this one was matched to, or itself."""
    return jabatan.padanan or jabatan if jabatan is not None else None


def _kamus(
    pegawai: Pegawai, jabatan: Nomenklatur | None, kini: Nomenklatur | None, per: date
) -> QuerySet[Any]:
    """The dictionary with the standards of the post looked at and of the one held, and the last
    assessment, in one query."""
    semua = StandarKompetensi.objects.berlaku(per).order_by().filter(kompetensi=OuterRef("pk"))
    standar = semua.filter(jabatan=jabatan)
    terakhir = ProfilKompetensi.objects.filter(
        pegawai=pegawai, kompetensi=OuterRef("pk"), mulai__lte=per
    ).order_by("-mulai")
    rows = Kompetensi.objects.filter(aktif=True).annotate(
        k_standar=Subquery(standar.values("level")[:1]),
        k_dasar=Subquery(standar.values("dasar")[:1]),
        k_kini=Subquery(semua.filter(jabatan=kini).values("level")[:1]),
        k_dicapai=Subquery(terakhir.values("level")[:1]),
        k_dinilai=Subquery(terakhir.values("mulai")[:1]),
        k_sampai=Subquery(terakhir.values("selesai")[:1]),
        k_sumber=Subquery(terakhir.values("sumber")[:1]),
    )
    return rows.order_by("kode")


def _baris(
    rows: Sequence[Any], jabatan: Nomenklatur | None, k: KetentuanPenilaian, per: date
) -> tuple[BarisProfil, ...]:
    biasa = level_biasa(jabatan_kernel(jabatan), k) if jabatan is not None else None
    dasar = k.dasar["level_standar"]
    hasil = []
    for satu in rows:
        umum = biasa if satu.jenis in BERLEVEL_BIASA else None
        level = satu.k_standar or umum
        if level is None:
            continue
        usia = None
        if satu.k_dinilai is not None:
            usia = masa_asesmen(satu.k_dinilai, per, k, satu.k_sampai)
        hasil.append(
            BarisProfil(
                kernel.Kompetensi(
                    satu.kode, satu.nama, JenisKompetensi(satu.jenis), level, satu.k_dicapai
                ),
                satu.tingkat,
                satu.k_standar is None,
                satu.k_dasar or dasar,
                satu.k_dinilai,
                usia,
                satu.k_sumber or "",
            )
        )
    return tuple(hasil)


def _kekurangan(rows: Sequence[Any], kini: Nomenklatur | None, k: KetentuanPenilaian) -> int | None:
    """Levels lacking in the post held, as far as assessed (S01); None without a standard."""
    if kini is None:
        return None
    biasa = level_biasa(jabatan_kernel(kini), k)
    diminta = [
        (satu.k_kini or (biasa if satu.jenis in BERLEVEL_BIASA else None), satu.k_dicapai)
        for satu in rows
    ]
    if not any(level for level, _ in diminta):
        return None
    return sum(max(level - dicapai, 0) for level, dicapai in diminta if level and dicapai)


def _lain(rows: Sequence[Any], diminta: set[str]) -> tuple[Dimiliki, ...]:
    return tuple(
        Dimiliki(satu.nama, satu.k_dicapai, satu.k_dinilai)
        for satu in rows
        if satu.k_dicapai is not None and satu.kode not in diminta
    )


def _bagian(baris: Sequence[BarisProfil]) -> tuple[Bagian, ...]:
    """JPM kind by kind, where there is more than one kind."""
    menurut: dict[str, list[kernel.Kompetensi]] = {}
    for satu in baris:
        menurut.setdefault(satu.jenis, []).append(satu.satu)
    if len(menurut) < 2:
        return ()
    return tuple(Bagian(nama, kesesuaian(semua)) for nama, semua in menurut.items())


def _pendidikan(
    pegawai: Pegawai, jabatan: Nomenklatur | None, ketentuan: Ketentuan
) -> PendidikanTerhadap | None:
    if jabatan is None:
        return None
    tercatat = pegawai.tingkat_pendidikan or (pegawai.pendidikan and pegawai.pendidikan.tingkat)
    program = pegawai.pendidikan.nama if pegawai.pendidikan else None
    kode = tercatat.kode if tercatat else None
    return pendidikan_terhadap(kode, program, sasaran_pendidikan(jabatan), ketentuan)


def _pengalaman(pegawai: Pegawai, jabatan: Nomenklatur | None, per: date) -> PengalamanOrang:
    calon = calon_pengalaman(pegawai, per=per)
    tujuan = jabatan_kernel(jabatan) if jabatan is not None else None
    letak = tingkat(tujuan) if tujuan is not None else None
    rumpun = tujuan.rumpun if tujuan is not None and tujuan.jenis == FUNGSIONAL else None
    tmt = calon.tmt_jabatan
    return PengalamanOrang(
        kerja=masa_kerja(calon, per),
        setingkat=masa_setingkat(calon, letak, per) if letak and letak > 1 else None,
        tingkat=SEBUTAN.get(letak or 0, ""),
        serumpun=masa_serumpun(calon, rumpun, per) if rumpun else None,
        rumpun=rumpun or "",
        di_jabatan=bulan_penuh(tmt, per) if tmt is not None and tmt <= per else None,
        banyak=len(calon.riwayat) + (1 if pegawai.jabatan_id else 0),
        lengkap=calon.riwayat_lengkap,
    )


def _pelatihan(pegawai: Pegawai) -> tuple[Pelatihan, ...]:
    rows = RiwayatPelatihan.objects.filter(pegawai=pegawai)
    rows = rows.order_by(F("mulai").desc(nulls_last=True), "-pk")
    return tuple(
        Pelatihan(*satu) for satu in rows.values_list("nama", "penyelenggara", "mulai", "jam")[:50]
    )
