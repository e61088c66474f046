"""Criteria as people read them: which are in force, and one version in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from penilaian.kernel.beda_kriteria import BUNYI_KOSONG, beda_perangkat
from penilaian.kernel.kriteria import Arah, Kriteria, Perangkat, cela
from penilaian.models import (
    ArahKriteria,
    KeadaanKriteria,
    SetKriteria,
    SosialisasiKriteria,
    TanyaKriteria,
)
from penilaian.models.kriteria import SetKriteriaQuerySet
from penilaian.policies import kriteria as policies
from penilaian.selectors.kriteria_draf import mulai_terakhir, paling_awal, penyusun_draf
from penilaian.snapshots.perangkat import perangkat_dari


@dataclass(frozen=True)
class Tempo:
    """Where a version stands in time, as a word and a class of the stylesheet."""

    kode: str
    kata: str
    gaya: str


BERLAKU = Tempo("berlaku", "berlaku", "pas")
AKAN = Tempo("akan", "akan berlaku", "awas")
LAMPAU = Tempo("lampau", "sudah diganti", "netral")
DRAF = Tempo("draf", "draf", "netral")
DIPERIKSA = Tempo("draf", "draf, sudah diperiksa", "netral")


@dataclass(frozen=True)
class Versi:
    """One version in the list."""

    satu: SetKriteria
    tempo: Tempo


@dataclass
class Daftar:
    """All versions a person may see, by where they stand."""

    berlaku: list[Versi] = field(default_factory=list)
    akan: list[Versi] = field(default_factory=list)
    lampau: list[Versi] = field(default_factory=list)
    draf: list[Versi] = field(default_factory=list)


@dataclass(frozen=True)
class BarisKriteria:
    """One criterion in words; ``bagian`` of the whole weight for the bar, at most 100."""

    nomor: int
    kriteria: Kriteria
    bagian: Decimal

    @property
    def rumus(self) -> str:
        """The scale as a sentence."""
        return self.kriteria.skala.bunyi(self.kriteria.satuan)

    @property
    def contoh(self) -> str:
        """The worked example."""
        return self.kriteria.skala.contoh(self.kriteria.satuan)

    @property
    def bila_kosong(self) -> str:
        """What happens when the value is missing."""
        return BUNYI_KOSONG[self.kriteria.bila_kosong]

    @property
    def arah(self) -> str:
        """Which way is good."""
        naik = self.kriteria.arah is Arah.NAIK
        return str((ArahKriteria.NAIK if naik else ArahKriteria.TURUN).label)


@dataclass(frozen=True)
class Rincian:
    """One version with all that stands on its page."""

    satu: SetKriteria
    perangkat: Perangkat
    tempo: Tempo
    baris: Sequence[BarisKriteria]
    sebelum: SetKriteria | None
    pengganti: SetKriteria | None
    tanya: Sequence[TanyaKriteria]
    sosialisasi: Sequence[SosialisasiKriteria]

    @property
    def terbit(self) -> bool:
        """Whether it is published."""
        return self.satu.keadaan == KeadaanKriteria.TERBIT

    @property
    def sasaran(self) -> int:
        """Invited to all its sessions."""
        return sum(s.sasaran for s in self.sosialisasi)

    @property
    def hadir(self) -> int:
        """Present at all its sessions."""
        return sum(s.hadir for s in self.sosialisasi)

    @property
    def capaian(self) -> Decimal | None:
        """Share reached in percent, one decimal; None before the first session."""
        if not self.sasaran:
            return None
        return (Decimal(self.hadir * 100) / self.sasaran).quantize(Decimal("0.1"))


def semua_set(pengguna: Any) -> SetKriteriaQuerySet:
    """Versions this person may read: published ones, drafts for those who are logged in."""
    rows = SetKriteria.objects.all()
    return rows if pengguna.is_authenticated else rows.terbit()


def daftar_kriteria(pengguna: Any, *, per: date) -> Daftar:
    """Published sets in force, coming and past, and drafts for those who are logged in."""
    rows = list(
        semua_set(pengguna)
        .annotate(
            banyak=Count("kriteria", distinct=True),
            belum_dijawab=Count("tanya", filter=Q(tanya__jawaban=""), distinct=True),
        )
        .order_by("keluarga", "kode", "-versi")
    )
    hasil = Daftar()
    for satu in rows:
        tempo = tempo_dari(satu, rows, per=per)
        getattr(hasil, tempo.kode).append(Versi(satu, tempo))
    return hasil


def tempo_dari(satu: SetKriteria, semua: Sequence[SetKriteria], *, per: date) -> Tempo:
    """In force, coming, past or a draft, seen beside the other versions."""
    if satu.keadaan != KeadaanKriteria.TERBIT or satu.berlaku_mulai is None:
        return DIPERIKSA if satu.keadaan == KeadaanKriteria.DIPERIKSA else DRAF
    if satu.berlaku_mulai > per:
        return AKAN
    diganti = any(
        lain.kode == satu.kode and lain.keadaan == KeadaanKriteria.TERBIT
        and lain.berlaku_mulai and satu.berlaku_mulai < lain.berlaku_mulai <= per
        for lain in semua
    )  # fmt: skip
    return LAMPAU if diganti else BERLAKU


def baca_kriteria(satu: SetKriteria, *, per: date) -> Rincian:
    """The page of one version."""
    perangkat = perangkat_dari(satu)
    lain = list(SetKriteria.objects.terbit().filter(kode=satu.kode).order_by("versi"))
    penuh = max([k.bobot for k in perangkat.kriteria], default=Decimal(1))
    return Rincian(
        satu=satu, perangkat=perangkat, tempo=tempo_dari(satu, lain, per=per),
        baris=[
            BarisKriteria(n, k, k.bobot * 100 / penuh) for n, k in enumerate(perangkat.kriteria, 1)
        ],
        sebelum=next((s for s in reversed(lain) if s.versi < satu.versi), None),
        pengganti=next((s for s in lain if s.versi > satu.versi), None),
        tanya=list(satu.tanya.all()), sosialisasi=list(satu.sosialisasi.select_related("unit")),
    )  # fmt: skip


@dataclass(frozen=True)
class Langkah:
    """What speaks against each step of a draft, for the buttons; empty: it may be taken."""

    cela: Sequence[str]
    larangan: dict[str, list[str]]
    paling_awal: date


def langkah_draf(satu: SetKriteria, pengguna: Any, *, per: date) -> Langkah:
    """The steps of a version, each with the reasons against it."""
    kurang = cela(perangkat_dari(satu))
    penyusun = penyusun_draf(satu)
    terakhir, awal = mulai_terakhir(satu.kode), paling_awal(per=per)
    # The day is typed on the page itself; here the first one that fits is tried.
    mulai = max(awal, terakhir + timedelta(days=1)) if terakhir else awal
    isi = policies.Terbitan(mulai=mulai, paling_awal=awal, terakhir=terakhir, cela=kurang)
    return Langkah(
        cela=kurang,
        larangan={
            "periksa": policies.periksa.reasons(satu, pengguna, penyusun, kurang, per=per),
            "kembalikan": policies.kembalikan.reasons(
                satu, pengguna, "x" * policies.MIN_ALASAN, per=per
            ),
            "terbitkan": policies.terbitkan.reasons(satu, pengguna, penyusun, isi, per=per),
            "buang": policies.buang.reasons(satu, pengguna, per=per),
            "ubah": policies.susun.reasons(satu, pengguna, per=per),
        },
        paling_awal=mulai,
    )


def versi_lain(satu: SetKriteria, pengguna: Any) -> list[SetKriteria]:
    """The other versions of its code this person may read, the latest first."""
    return list(semua_set(pengguna).filter(kode=satu.kode).exclude(pk=satu.pk).order_by("-versi"))


def versi_dipilih(
    lain: Sequence[SetKriteria], satu: SetKriteria, dengan: str
) -> SetKriteria | None:
    """The one named by its number, else the one before, else the nearest after."""
    dulu = [s for s in lain if s.versi < satu.versi]
    dipilih = [s for s in lain if str(s.versi) == dengan]
    return next(iter([*dipilih, *dulu, *reversed(lain)]), None)


def beda_sebelumnya(satu: SetKriteria) -> tuple[str, ...] | None:
    """What this version changes against the one published before; None: it is the first."""
    rows = SetKriteria.objects.terbit().filter(kode=satu.kode, versi__lt=satu.versi)
    sebelum = rows.order_by("-versi").first()
    return beda_versi(sebelum, satu) if sebelum else None


def beda_ketikan(satu: SetKriteria, ketikan: Perangkat | None) -> tuple[str, ...]:
    """What would change from the draft as it is stored to what somebody typed."""
    return beda_perangkat(perangkat_dari(satu), ketikan) if ketikan else ()


def beda_versi(lama: SetKriteria, baru: SetKriteria) -> tuple[str, ...]:
    """What changed from one version to another, in sentences."""
    return beda_perangkat(perangkat_dari(lama), perangkat_dari(baru))
