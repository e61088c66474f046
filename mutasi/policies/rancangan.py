"""Who may work in a draft. Who is not named in it does not learn that it exists (404)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from mutasi.models import AnggotaRancangan, Rancangan
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, PenugasanPeran
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal


def _memegang(pengguna: Pengguna, *izin: Izin) -> bool:
    hari = timezone.localdate()
    return any(not Jangkauan.milik(pengguna, satu, per=hari).kosong for satu in izin)


def sebutan(rancangan: Rancangan, pengguna: Pengguna) -> AnggotaRancangan | None:
    """How a person is named in a draft now, or None."""
    return rancangan.anggota.filter(pengguna=pengguna, dicabut_pada__isnull=True).first()


@Policy
def buka_ruang(pengguna: Pengguna) -> Iterator[Refusal]:
    """Come into the room of drafts: a list of one's own, perhaps an empty one."""
    if not _memegang(pengguna, Izin.RANCANGAN_SUSUN, Izin.RANCANGAN_BACA):
        yield NotAllowed("Rancangan mutasi dibuka untuk penyusun dan pembaca yang disebut.")


@Policy
def buat_rancangan(pengguna: Pengguna) -> Iterator[Refusal]:
    """Begin a draft."""
    if not _memegang(pengguna, Izin.RANCANGAN_SUSUN):
        yield NotAllowed("Anda tidak berhak menyusun rancangan mutasi.")


@Policy
def lihat_rancangan(rancangan: Rancangan, pengguna: Pengguna) -> Iterator[Refusal]:
    """Read it: named there, and still in a role that may hold such papers."""
    boleh = _memegang(pengguna, Izin.RANCANGAN_SUSUN, Izin.RANCANGAN_BACA)
    if not boleh or sebutan(rancangan, pengguna) is None:
        yield OutOfReach()


def _menulis(rancangan: Rancangan, pengguna: Pengguna) -> Iterator[Refusal]:
    yield from lihat_rancangan.refusals(rancangan, pengguna)
    anggota = sebutan(rancangan, pengguna)
    menulis = anggota is not None and anggota.ubah
    if not menulis or not _memegang(pengguna, Izin.RANCANGAN_SUSUN):
        yield NotAllowed("Anda disebut di rancangan ini sebagai pembaca.")


@Policy
def ubah_rancangan(rancangan: Rancangan, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Write in it: lines, reasons, name, undo."""
    yield from _menulis(rancangan, pengguna)
    if rancangan.ditutup_pada is not None:
        yield "Rancangan ini sudah ditutup. Buka kembali untuk mengubahnya."


@Policy
def kelola_anggota(rancangan: Rancangan, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Name people in it and strike them: whoever writes in it, also when it is closed."""
    yield from _menulis(rancangan, pengguna)


@Policy
def undang(
    rancangan: Rancangan, pengguna: Pengguna, *, siapa: Pengguna, ubah: bool, per: date
) -> Iterator[Refusal | str]:
    """Name this person: somebody whose role may hold such papers."""
    yield from kelola_anggota.refusals(rancangan, pengguna)
    izin = Izin.RANCANGAN_SUSUN if ubah else Izin.RANCANGAN_BACA
    if not PenugasanPeran.objects.mengizinkan(siapa, izin, per=per):
        kata = "menyusun" if ubah else "membaca"
        yield f"Peran {siapa.nama} tidak mengizinkannya {kata} rancangan mutasi."
    ada = sebutan(rancangan, siapa)
    if ada is not None and ada.ubah == ubah:
        yield f"{siapa.nama} sudah disebut di rancangan ini."
    elif ada is not None and siapa.pk == rancangan.dibuat_oleh_id:
        yield "Pembuat rancangan tetap penyusunnya."


@Policy
def cabut(anggota: AnggotaRancangan, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Strike somebody; the maker stays, and nobody strikes himself."""
    rancangan = anggota.rancangan
    yield from kelola_anggota.refusals(rancangan, pengguna)
    if anggota.pengguna_id == rancangan.dibuat_oleh_id:
        yield "Pembuat rancangan tidak dapat dicabut."
    elif anggota.pengguna_id == pengguna.pk:
        yield NotYours("Minta anggota lain mencabut Anda.")
    if anggota.dicabut_pada is not None:
        yield "Orang ini sudah dicabut dari rancangan."


@Policy
def tutup_rancangan(rancangan: Rancangan, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """End the work: nothing changes any more until it is opened again."""
    yield from ubah_rancangan.refusals(rancangan, pengguna)


@Policy
def buka_rancangan(rancangan: Rancangan, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Take up the work again."""
    yield from _menulis(rancangan, pengguna)
    if rancangan.ditutup_pada is None:
        yield "Rancangan ini masih terbuka."
