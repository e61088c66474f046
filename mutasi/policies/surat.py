"""Who may make, read and template the papers beside the decree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.models import BerkasMutasi, Surat, TemplatSurat, UsulanMutasi
from mutasi.policies.jalan import bukan_diri, memegang, terlihat
from organisasi.izin import Izin
from organisasi.models import Pengguna
from toolkit.policy import NotAllowed, OutOfReach, Policy, Refusal


@Policy
def buka(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Enter the room of letters."""
    if not memegang(pengguna, Izin.KEPUTUSAN_SUSUN, per=per):
        yield NotAllowed("Anda tidak berhak menyusun surat mutasi.")


def semua_terlihat(berkas: BerkasMutasi, pengguna: Pengguna, *, per: date) -> bool:
    """Whether no case of the file is hidden from the user."""
    tampak = UsulanMutasi.objects.for_user(pengguna, per=per).order_by().values("pk")
    return not berkas.usulan.exclude(pk__in=tampak).exists()


@Policy
def buat(berkas: BerkasMutasi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Make a letter that may name everybody in the file."""
    if not BerkasMutasi.objects.for_user(pengguna, per=per).filter(pk=berkas.pk).exists():
        yield OutOfReach()
    if not memegang(pengguna, Izin.KEPUTUSAN_SUSUN, per=per):
        yield NotAllowed("Anda tidak berhak menyusun surat mutasi.")
    if not semua_terlihat(berkas, pengguna, per=per):
        yield NotAllowed("Berkas ini memuat usulan yang tidak boleh Anda lihat.")


@Policy
def tentang_orang(
    usulan: UsulanMutasi, pengguna: Pengguna, *, per: date, kerabat: bool
) -> Iterator[Refusal]:
    """Make a letter about one person: not about oneself or one's kin."""
    if not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    yield from bukan_diri(usulan, pengguna, kerabat=kerabat)


@Policy
def unduh(surat: Surat, pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Take a letter: one about a case with the case, one about a file with all of it."""
    if not memegang(pengguna, Izin.KEPUTUSAN_SUSUN, per=per):
        yield NotAllowed("Anda tidak berhak membaca surat mutasi.")
    if surat.usulan is not None:
        if not terlihat(surat.usulan, pengguna, per=per):
            yield OutOfReach()
    elif surat.berkas is None or not semua_terlihat(surat.berkas, pengguna, per=per):
        yield OutOfReach()


@Policy
def cabut_templat(templat: TemplatSurat, pengguna: Pengguna, *, per: date) -> Iterator[
    Refusal | str
]:  # fmt: skip
    """Withdraw the office's template; the one built here serves again."""
    if not memegang(pengguna, Izin.KEPUTUSAN_SUSUN, per=per):
        yield NotAllowed("Anda tidak berhak mengubah templat surat.")
    if templat.dicabut_pada is not None:
        yield "Templat ini sudah dicabut."
