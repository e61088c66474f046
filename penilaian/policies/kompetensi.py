"""Who reads competences and who keeps the dictionary and the standards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Formasi
from penilaian.models import JenisKompetensi, Kompetensi, StandarKompetensi
from toolkit.policy import NotAllowed, OutOfReach, Policy, Refusal
from toolkit.templatetags.tampilan import tanggal


def _berhak(pengguna: Any, izin: Izin, per: date) -> bool:
    return not Jangkauan.milik(pengguna, izin, per=per).kosong


@Policy
def lihat_kompetensi(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Needed against held, and the people behind it; rows are bound by the reach."""
    if not _berhak(pengguna, Izin.NILAI_LIHAT, per):
        yield NotAllowed("Peran Anda tidak memuat hak melihat kompetensi pegawai.")


@Policy
def kelola(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Keep the dictionary and the standards: matters of the whole agency."""
    if not pengguna.teknis and not _berhak(pengguna, Izin.KOMPETENSI_KELOLA, per):
        yield NotAllowed("Kamus dan standar kompetensi dikelola oleh BKD.")


@Policy
def ubah_kompetensi(satu: Kompetensi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Change an entry: technical ones only, the others are the regulation's."""
    yield from kelola.refusals(pengguna, per=per)
    if satu.jenis != JenisKompetensi.TEKNIS:
        yield f"{satu.nama} berasal dari {satu.dasar} dan tidak diubah di sini."


@Policy
def catat_standar(
    lama: Sequence[StandarKompetensi], mulai: date, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Set a level from a day on; ``lama``: all rows of this post and this competence."""
    yield from kelola.refusals(pengguna, per=per)
    yield from letak_standar.refusals(lama, mulai)


@Policy
def letak_standar(lama: Sequence[StandarKompetensi], mulai: date) -> Iterator[str]:
    """A level begins after those before it; on the very day it corrects the one of that day."""
    for satu in lama:
        if satu.mulai > mulai:
            yield f"Sudah ada standar yang mulai berlaku {tanggal(satu.mulai)}."
        elif satu.selesai is not None and satu.selesai >= mulai:
            yield f"Sudah ada standar yang berlaku sampai {tanggal(satu.selesai)}."


@Policy
def akhiri_standar(
    satu: StandarKompetensi, selesai: date, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """End a standard without another in its place."""
    yield from kelola.refusals(pengguna, per=per)
    if satu.selesai is not None:
        yield f"Standar ini sudah berakhir {tanggal(satu.selesai)}."
    elif selesai < satu.mulai:
        yield f"Standar ini baru mulai berlaku {tanggal(satu.mulai)}."


@Policy
def lihat_kecocokan(
    formasi: Formasi, kosong: bool, pengguna: Any, *, per: date
) -> Iterator[Refusal | str]:
    """A receiving head looks whether somebody of another office fits a free seat of his own."""
    kiri = formasi.unit.kiri
    if not Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per).memuat(kiri):
        yield OutOfReach()
    if not Jangkauan.milik(pengguna, Izin.PERMINTAAN_AJUKAN, per=per).memuat(kiri):
        yield NotAllowed("Kecocokan dilihat oleh pimpinan unit yang mengajukan permintaan pegawai.")
    if not kosong:
        yield "Formasi ini tidak mempunyai kursi kosong."
