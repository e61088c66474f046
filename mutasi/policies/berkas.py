"""Who may work in a file. Who is not named in a secret one does not learn that it exists (404)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.kernel.jenis import Tahap
from mutasi.models import AnggotaBerkas, BerkasMutasi
from mutasi.policies.jalan import memegang
from organisasi.izin import Izin
from organisasi.models import Pengguna, PenugasanPeran
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal

TERTUTUP = "Berkas ini sudah ditutup."


def sebutan(berkas: BerkasMutasi, pengguna: Pengguna) -> AnggotaBerkas | None:
    """How a person is named in a file now, or None."""
    return berkas.anggota.filter(pengguna=pengguna, dicabut_pada__isnull=True).first()


@Policy
def buat_berkas(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Begin a file: BKD. Heads and employees get theirs with their proposal."""
    if not memegang(pengguna, Izin.USULAN_PROSES, per=per):
        yield NotAllowed("Anda tidak berhak membuat berkas mutasi.")


@Policy
def lihat_berkas(berkas: BerkasMutasi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See it; to others it does not exist."""
    if not BerkasMutasi.objects.for_user(pengguna, per=per).filter(pk=berkas.pk).exists():
        yield OutOfReach()


def _menulis(
    berkas: BerkasMutasi, pengguna: Pengguna, *, per: date, terlihat: bool = False
) -> Iterator[Refusal]:
    """A writer named in it; once nothing in it is secret, everybody at BKD who works on cases.

    ``terlihat``: the page fetched it within sight a moment ago.
    """
    if not terlihat:
        yield from lihat_berkas.refusals(berkas, pengguna, per=per)
    anggota = sebutan(berkas, pengguna)
    if anggota is not None and anggota.ubah and memegang(pengguna, Izin.USULAN_AJUKAN, per=per):
        return
    ada = berkas.usulan.all()
    terbuka = ada.exists() and not ada.filter(tahap=Tahap.RAHASIA).exists()
    if not (terbuka and memegang(pengguna, Izin.USULAN_PROSES, per=per)):
        yield NotAllowed("Anda disebut di berkas ini sebagai pembaca.")


@Policy
def ubah_berkas(
    berkas: BerkasMutasi, pengguna: Pengguna, *, per: date, terlihat: bool = False
) -> Iterator[Refusal | str]:
    """Write in it: name, day, cases, split."""
    yield from _menulis(berkas, pengguna, per=per, terlihat=terlihat)
    if berkas.ditutup_pada is not None:
        yield TERTUTUP


@Policy
def sebut_anggota(
    berkas: BerkasMutasi, pengguna: Pengguna, *, siapa: Pengguna, ubah: bool, per: date
) -> Iterator[Refusal | str]:
    """Name somebody whose role may work on cases."""
    yield from _menulis(berkas, pengguna, per=per)
    izin = Izin.USULAN_PROSES if ubah else Izin.USULAN_LIHAT
    if not PenugasanPeran.objects.mengizinkan(siapa, izin, per=per):
        kata = "memproses" if ubah else "melihat"
        yield f"Peran {siapa.nama} tidak mengizinkannya {kata} berkas mutasi."
    ada = sebutan(berkas, siapa)
    if ada is not None and ada.ubah == ubah:
        yield f"{siapa.nama} sudah disebut di berkas ini."
    elif ada is not None and siapa.pk == berkas.dibuat_oleh_id:
        yield "Pembuat berkas tetap penulisnya."


@Policy
def cabut_anggota(
    anggota: AnggotaBerkas, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Strike somebody; the maker stays, and nobody strikes himself."""
    yield from _menulis(anggota.berkas, pengguna, per=per)
    if anggota.pengguna_id == anggota.berkas.dibuat_oleh_id:
        yield "Pembuat berkas tidak dapat dicabut."
    elif anggota.pengguna_id == pengguna.pk:
        yield NotYours("Minta anggota lain mencabut Anda.")
    if anggota.dicabut_pada is not None:
        yield "Orang ini sudah dicabut dari berkas."


@Policy
def tutup_berkas(
    berkas: BerkasMutasi, pengguna: Pengguna, *, berjalan: int, per: date
) -> Iterator[Refusal | str]:
    """Close it once every case in it has ended."""
    yield from ubah_berkas.refusals(berkas, pengguna, per=per)
    if berjalan:
        yield f"Masih ada {berjalan} usulan yang berjalan di berkas ini."
