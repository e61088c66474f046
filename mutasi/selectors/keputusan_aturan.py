"""The rules asked before a decree is set: what stops it, what still wants a written reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mutasi.alur import Gerbang, StatusUsulan
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.aturan.rencana import h22
from mutasi.kernel.waktu import batas_pelantikan, gaji_mulai
from mutasi.models import JenisKeputusan, Keputusan, UsulanMutasi
from mutasi.selectors.aturan_usulan import (
    BELUM_TERBACA,
    Terbaca,
    bagi_pembaca,
    nilai_usulan,
    sejak_libur,
)
from mutasi.selectors.keputusan_isi import kasus_keputusan
from mutasi.selectors.meja_akibat import sudah_diberikan
from mutasi.selectors.tetapan_jalan import jalan_dari
from mutasi.snapshots.kasus import Rencana
from organisasi.models import Jangkauan
from organisasi.selectors import libur
from penilaian.kernel.kata import daftar
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.selectors.putusan import Pembaca
from penilaian.snapshots import KetentuanHari, ketentuan_hari

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
    """What the rules say of all rows of a decree: what stops it whatever is written, and what
    stops it until a reason is written."""

    halangan: tuple[Temuan, ...]
    perhatian: tuple[Temuan, ...]


def periksa_keputusan(
    k: Keputusan, usulan: Sequence[UsulanMutasi], *, per: date, terbaca: Terbaca = BELUM_TERBACA
) -> Pemeriksaan:
    """All rules of each case as this decree would fix it; unsaved values count.

    A case whose decree is only replaced was moved by the rules already: of it the rules of the road
    are asked. Words about discipline stay shut, whoever reads.
    """
    tertutup = Pembaca(Jangkauan(semua=False, rentang=()))
    rencana = Rencana(keputusan=k)
    semua = nilai_usulan(usulan, Titik.SK, per=per, rencana=rencana, terbaca=terbaca)
    tahan, lihat = [], []
    for n, u in enumerate(usulan, 1):
        nilai = semua[u.pk]
        if u.status != StatusUsulan.DISETUJUI_PPK:
            nilai = replace(nilai, pasangan=(), berkas=(), tanpa_data=False)
        baca = bagi_pembaca(nilai, u, tertutup)
        kata = {p.kode: p for p in baca.semua}
        tahan += [(n, p) for p in baca.halangan]
        lihat += [(n, kata.get(p.kode) or _tertutup(p)) for p in nilai.belum_beralasan]
    if k.ubah_dari_id is None:
        tahan += _kursi_diberikan(usulan, per=per, aturan=terbaca.aturan)
    return Pemeriksaan(_kelompok(tahan), _kelompok(lihat))


def _kursi_diberikan(
    usulan: Sequence[UsulanMutasi], *, per: date, aturan: KetentuanHari | None
) -> Iterable[tuple[int, Putusan]]:
    """What no file sees in its own lines: the seat is another decree's (H22)."""
    ganda = sudah_diberikan(usulan, per=per, aturan=aturan)
    for n, u in enumerate(usulan, 1):
        if u.pk in ganda:
            yield n, Putusan(
                h22.kode, Hasil.TIDAK_LOLOS,
                f"SK lain yang belum dilaksanakan sudah mengisi {u.ke}.",
                perbaikan="Cabut SK itu, tunggu sampai kursinya kosong, atau pilih jabatan lain.",
                dasar=h22.dasar, dapat_diperbaiki=True,
            )  # fmt: skip


def _tertutup(p: Putusan) -> Putusan:
    return replace(p, bunyi="Peringatan ini meminta alasan tertulis.", angka={})


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


def akibat(k: Keputusan, *, per: date, aturan: KetentuanHari | None = None) -> Akibat:
    """Read before it is set: rules, payroll, inauguration, days that differ from the approved."""
    usulan = kasus_keputusan(k)
    aturan = aturan or ketentuan_hari(per=per)
    ketentuan = jalan_dari(aturan)
    hari = k.tanggal or per
    merah = libur(sejak_libur(k.tanggal, per=per))
    dilantik = sum(Gerbang.LANTIK in u.gerbang for u in usulan)
    mutasi = k.jenis == JenisKeputusan.MUTASI
    return Akibat(
        orang=len(usulan), jenis=k.get_jenis_display(),
        periksa=periksa_keputusan(
            k, usulan, per=per, terbaca=Terbaca(aturan=aturan, libur=merah)
        ) if mutasi else None,
        tmt=k.tmt, gaji=gaji_mulai(k.tmt, ketentuan), dilantik=dilantik if mutasi else 0,
        batas_lantik=batas_pelantikan(hari, ketentuan, merah) if dilantik else None,
        tmt_berubah=tuple(u.baris_sk for u in usulan if mutasi and u.tmt != k.tmt),
    )  # fmt: skip
