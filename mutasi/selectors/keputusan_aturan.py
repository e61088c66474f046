"""The rules of the road asked before a decree is set: what stops it, what deserves a look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from mutasi.alur import Gerbang
from mutasi.kernel.aturan.daftar import butuh_alasan, halangan, periksa_jalan
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.waktu import batas_pelantikan, gaji_mulai
from mutasi.models import JenisKeputusan, Keputusan, UsulanMutasi
from mutasi.selectors.keputusan_isi import kasus_lengkap
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.snapshots.kasus import Rencana, baca_kasus
from mutasi.snapshots.pasangan_usulan import perkara_usulan
from organisasi.models import HariLibur
from penilaian.kernel.kata import daftar
from penilaian.kernel.putusan import Putusan

LIBUR_MUKA = timedelta(days=120)
SEBUT_MAKS = 5


@dataclass(frozen=True)
class Temuan:
    """One verdict, and the rows of the annex it is about."""

    putusan: Putusan
    baris: tuple[int, ...]

    @property
    def kalimat(self) -> str:
        """H13: bunyi (dasar: ...). Cara memperbaikinya. Baris 1, 2, dan 3."""
        p = self.putusan
        awal = [str(n) for n in self.baris[:SEBUT_MAKS]]
        sisa = len(self.baris) - len(awal)
        letak = daftar([*awal, f"{sisa} baris lain"] if sisa else awal)
        obat = f" {p.perbaikan}" if p.perbaikan else ""
        return f"{p.kode} (baris {letak}): {p.bunyi} Dasar: {p.dasar}.{obat}"


@dataclass(frozen=True)
class Pemeriksaan:
    """What the rules say of all rows of a decree."""

    halangan: tuple[Temuan, ...]
    perhatian: tuple[Temuan, ...]


def periksa_keputusan(k: Keputusan, usulan: Sequence[UsulanMutasi], *, per: date) -> Pemeriksaan:
    """H12-H16, H18, H25, and H26 of each case as this decree would fix it; unsaved values count."""
    hari = k.tanggal or per
    libur = HariLibur.objects.filter(tanggal__range=(hari - LIBUR_MUKA, hari + LIBUR_MUKA))
    kasus = baca_kasus(
        usulan, Titik.SK, per=per, ketentuan=tetapan_jalan(per=hari),
        perkara=perkara_usulan(usulan, per=per),
        libur=frozenset(libur.values_list("tanggal", flat=True)), rencana=Rencana(keputusan=k),
    )  # fmt: skip
    per_baris = [(n, periksa_jalan(kasus[u.pk])) for n, u in enumerate(usulan, 1)]
    return Pemeriksaan(
        _kelompok(chain.from_iterable(((n, p) for p in halangan(semua)) for n, semua in per_baris)),
        _kelompok(
            chain.from_iterable(((n, p) for p in butuh_alasan(semua)) for n, semua in per_baris)
        ),
    )


def _kelompok(semua: Iterable[tuple[int, Putusan]]) -> tuple[Temuan, ...]:
    """The same words said once, with all rows they are about."""
    hasil: dict[tuple[str, str], tuple[Putusan, list[int]]] = {}
    for n, p in semua:
        hasil.setdefault((p.kode, p.bunyi), (p, []))[1].append(n)
    return tuple(Temuan(p, tuple(baris)) for p, baris in hasil.values())


@dataclass(frozen=True)
class Akibat:
    """What setting a decree brings about, and what stands against it."""

    orang: int
    jenis: str
    periksa: Pemeriksaan | None
    tmt: date
    gaji: date
    dilantik: int
    batas_lantik: date | None
    tmt_berubah: tuple[int, ...]


def akibat(k: Keputusan, *, per: date) -> Akibat:
    """Read before it is set: rules, payroll, inauguration, days that differ from the approved."""
    ids = dict(k.baris.values_list("usulan", "urutan"))
    usulan = sorted(kasus_lengkap(ids), key=lambda u: ids[u.pk])
    ketentuan = tetapan_jalan(per=per)
    hari = k.tanggal or per
    rows = HariLibur.objects.filter(tanggal__range=(hari, hari + LIBUR_MUKA))
    libur = frozenset(rows.values_list("tanggal", flat=True))
    dilantik = sum(Gerbang.LANTIK in u.gerbang for u in usulan)
    mutasi = k.jenis == JenisKeputusan.MUTASI
    return Akibat(
        orang=len(usulan), jenis=k.get_jenis_display(),
        periksa=periksa_keputusan(k, usulan, per=per) if mutasi else None,
        tmt=k.tmt, gaji=gaji_mulai(k.tmt, ketentuan), dilantik=dilantik if mutasi else 0,
        batas_lantik=batas_pelantikan(hari, ketentuan, libur) if dilantik else None,
        tmt_berubah=tuple(ids[u.pk] for u in usulan if mutasi and u.tmt != k.tmt),
    )  # fmt: skip
