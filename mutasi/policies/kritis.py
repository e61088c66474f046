"""Who marks posts as critical, and who may know the people in reserve for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.models import JabatanKritis
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Formasi, Pegawai
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal


@Policy
def buka_kritis(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Open the pages: critical posts stand beside their reserve lists, which are secret."""
    hak = (Izin.KRITIS_TETAPKAN, Izin.RANCANGAN_SUSUN)
    if all(Jangkauan.milik(pengguna, izin, per=per).kosong for izin in hak):
        yield NotAllowed("Jabatan kritis dan cadangannya dibuka untuk penyusun rancangan mutasi.")


@Policy
def menetapkan(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Mark at all."""
    if Jangkauan.milik(pengguna, Izin.KRITIS_TETAPKAN, per=per).kosong:
        yield NotAllowed("Anda tidak berhak menetapkan jabatan kritis.")


@Policy
def tandai(formasi: Formasi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Mark this post, once."""
    yield from _menetapkan_di(formasi, pengguna, per)
    if JabatanKritis.objects.berlaku().filter(formasi=formasi.pk).exists():
        yield "Jabatan ini sudah ditandai kritis."


@Policy
def ubah_kritis(kritis: JabatanKritis, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Take the mark away, or change the reserve list."""
    yield from _menetapkan_di(kritis.formasi, pengguna, per)
    if kritis.selesai is not None:
        yield "Tanda kritis jabatan ini sudah dilepas."


def _menetapkan_di(formasi: Formasi, pengguna: Pengguna, per: date) -> Iterator[Refusal]:
    yield from menetapkan.refusals(pengguna, per=per)
    jangkauan = Jangkauan.milik(pengguna, Izin.KRITIS_TETAPKAN, per=per)
    if not jangkauan.kosong and not jangkauan.memuat(formasi.unit.kiri):
        yield OutOfReach()


@Policy
def cadangkan(
    kritis: JabatanKritis, orang: Pegawai, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Keep this person in reserve: one whose file may be seen, not oneself, not the holder."""
    yield from ubah_kritis.refusals(kritis, pengguna, per=per)
    kiri = orang.unit.kiri if orang.unit else None
    if not Jangkauan.milik(pengguna, Izin.PEGAWAI_LIHAT, per=per).memuat(kiri):
        yield OutOfReach()
    if orang.pengguna_id == pengguna.pk:
        yield NotYours("Diri sendiri dicadangkan oleh orang lain.")
    if orang.berhenti is not None:
        yield "Pegawai ini sudah berhenti."
    if orang.formasi_id == kritis.formasi_id:
        yield "Pegawai ini pemangku jabatan itu sendiri."
    if kritis.cadangan.filter(pegawai=orang, selesai__isnull=True).exists():
        yield "Orang ini sudah ada di cadangan."
