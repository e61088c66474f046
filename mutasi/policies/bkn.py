"""Who works at the desk of BKN, of permits and of letters between instansi, and what a paper must
say to count there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.alur import SEBELUM_SK
from mutasi.models import DokumenMasuk, PertekBkn, UsulanMutasi
from mutasi.policies.jalan import bukan_diri, memegang, terlihat
from organisasi.izin import Izin
from organisasi.models import Pengguna
from penilaian.kernel.kata import tanggal
from toolkit.policy import NotAllowed, OutOfReach, Policy, Refusal


@Policy
def buka_meja_bkn(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See the desk: who records there, and BKD who waits for it."""
    if not memegang(pengguna, Izin.BKN_CATAT, Izin.USULAN_PROSES, per=per):
        yield NotAllowed("Anda tidak berhak membuka meja BKN dan izin luar.")


@Policy
def mencatat(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Record what came from outside."""
    if not memegang(pengguna, Izin.BKN_CATAT, per=per):
        yield NotAllowed("Anda tidak berhak mencatat I-MUT, pertek, dan izin luar.")


@Policy
def catat_surat(
    usulan: UsulanMutasi, pengguna: Pengguna, *, per: date, kerabat: bool
) -> Iterator[Refusal | str]:
    """Lay a paper to a case, at any moment before its decree."""
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if not memegang(pengguna, Izin.BKN_CATAT, Izin.USULAN_PROSES, per=per):
        yield NotAllowed("Anda tidak berhak mencatat surat untuk usulan.")
    yield from bukan_diri(usulan, pengguna, kerabat=kerabat)
    if usulan.status not in SEBELUM_SK:
        yield "Surat dicatat sebelum SK ditetapkan; usulan ini sudah lewat dari itu."


@Policy
def ganti_surat(
    dokumen: DokumenMasuk, pengguna: Pengguna, *, per: date, kerabat: bool
) -> Iterator[Refusal | str]:
    """Put another paper in the place of one; the old one stays readable, marked so."""
    yield from catat_surat.refusals(dokumen.usulan, pengguna, per=per, kerabat=kerabat)
    if dokumen.diganti_pada is not None:
        yield "Dokumen ini sudah diganti."


@Policy
def hari_surat(hari: date, *, per: date, paling_awal: date | None = None) -> Iterator[str]:
    """A paper is of today or before, and not older than what it answers."""
    if hari > per:
        yield "Tanggal surat tidak boleh di masa depan."
    if paling_awal is not None and hari < paling_awal:
        yield f"Tanggal surat tidak boleh sebelum {tanggal(paling_awal)}."


@Policy
def jawab_pertek(pertek: PertekBkn, usulan: UsulanMutasi) -> Iterator[str]:
    """BKN's answer counts for the content it was asked about."""
    if pertek.versi != usulan.versi:
        yield "Isi usulan berubah sejak diusulkan ke BKN; usulkan lagi."


@Policy
def otomatis(pertek: PertekBkn, *, per: date) -> Iterator[str]:
    """Silence is approval from its day on, never before."""
    if pertek.otomatis_pada is None:
        yield "Menurut ketentuan yang berlaku, diamnya BKN tidak menjadi persetujuan."
    elif per < pertek.otomatis_pada:
        yield f"Persetujuan otomatis baru ada pada {tanggal(pertek.otomatis_pada)}."
