"""Who objects to a decree, who sees it, who decides (UU 30/2014 Pasal 75-77)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.alur import BER_SK, StatusUsulan
from mutasi.models import KeberatanMutasi, UsulanMutasi
from mutasi.policies.jalan import bukan_diri, memegang, terlihat
from organisasi.izin import Izin
from organisasi.models import Pengguna
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal, WrongMoment

MIN_ALASAN = 30
# Those who prepare, number and decide decrees, and those who oversee them.
MELIHAT = (
    Izin.KEPUTUSAN_SUSUN,
    Izin.KEPUTUSAN_NOMORI,
    Izin.USULAN_PUTUSKAN,
    Izin.USULAN_AWASI,
)
DAPAT = (*BER_SK, StatusUsulan.SELESAI)


@Policy
def buka(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Open the list of objections."""
    if not memegang(pengguna, *MELIHAT, per=per):
        yield NotAllowed("Keberatan atas keputusan dibaca oleh yang menyusun dan memutuskannya.")


@Policy
def ajukan(
    usulan: UsulanMutasi, pengguna: Pengguna, *, batas: date, masuk: date, sudah: bool
) -> Iterator[Refusal | str]:
    """Object to the decree about oneself, by the last day. ``masuk``: the day it came in."""
    if usulan.pegawai.pengguna_id is None or usulan.pegawai.pengguna_id != pengguna.pk:
        yield OutOfReach()
    yield from _dapat(usulan, batas=batas, masuk=masuk, sudah=sudah)


def _dapat(
    usulan: UsulanMutasi, *, batas: date, masuk: date, sudah: bool
) -> Iterator[Refusal | str]:
    if usulan.status not in DAPAT:
        yield "Belum ada keputusan yang dapat Anda ajukan keberatan."
    elif sudah:
        yield "Keberatan atas keputusan ini sudah diajukan."
    elif masuk > batas:
        yield WrongMoment(
            f"Batas mengajukan keberatan adalah {batas:%d-%m-%Y} (21 hari kerja sejak keputusan "
            "diterima, UU 30/2014 Pasal 77). Anda masih dapat menggugat ke PTUN.",
            kode="lewat_batas",
        )


@Policy
def catat_surat(
    usulan: UsulanMutasi,
    pengguna: Pengguna,
    *,
    per: date,
    batas: date,
    masuk: date,
    sudah: bool,
    kerabat: bool,
) -> Iterator[Refusal | str]:
    """Write down a letter of objection for the employee: BKD."""
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if not memegang(pengguna, Izin.KEPUTUSAN_SUSUN, per=per):
        yield NotAllowed("Surat keberatan dicatat oleh BKD/BKPSDM.")
    yield from bukan_diri(usulan, pengguna, kerabat=kerabat)
    if masuk > per:
        yield "Surat diterima paling lambat hari ini."
    yield from _dapat(usulan, batas=batas, masuk=masuk, sudah=sudah)


@Policy
def lihat(keberatan: KeberatanMutasi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See one: the employee himself, and those of ``MELIHAT`` who see the case."""
    if keberatan.usulan.pegawai.pengguna_id == pengguna.pk:
        return
    if not terlihat(keberatan.usulan, pengguna, per=per) or not memegang(
        pengguna, *MELIHAT, per=per
    ):
        yield OutOfReach()


@Policy
def putuskan(
    keberatan: KeberatanMutasi, pengguna: Pengguna, *, per: date, kerabat: bool
) -> Iterator[Refusal | str]:
    """Decide: the PPK, not on himself or his kin, once."""
    yield from lihat.refusals(keberatan, pengguna, per=per)
    if not memegang(pengguna, Izin.USULAN_PUTUSKAN, per=per):
        yield NotAllowed("Keberatan diputus oleh PPK.")
    if keberatan.usulan.pegawai.pengguna_id == pengguna.pk:
        yield NotYours("Keberatan Anda sendiri diputus oleh pejabat lain (H24).")
    elif kerabat:
        yield from bukan_diri(keberatan.usulan, pengguna, kerabat=True)
    if keberatan.putusan:
        yield "Keberatan ini sudah diputus."
