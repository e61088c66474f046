"""Who may ask for a correction of his data, who answers, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.models import KeadaanPerbaikan, Pegawai, PermintaanPerbaikan
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal

MAKS_TERBUKA = 20


@Policy
def minta(orang: Pegawai, pengguna: Any, terbuka: int) -> Iterator[Refusal | str]:
    """Ask for a correction of one's own data; ``terbuka``: how many still wait."""
    if orang.pengguna_id != pengguna.pk:
        yield OutOfReach()
    elif terbuka >= MAKS_TERBUKA:
        yield f"Anda sudah mempunyai {terbuka} permintaan yang menunggu. Tunggu jawabannya dahulu."


@Policy
def buka_daftar(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """See the requests of one's units."""
    if Jangkauan.milik(pengguna, Izin.PEGAWAI_UBAH, per=per).kosong:
        yield NotAllowed("Permintaan perbaikan data ditanggapi oleh petugas kepegawaian.")


@Policy
def buka_ringkasan(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """See how many there are and how many are overdue, and nothing of what they say."""
    if Jangkauan.milik(pengguna, Izin.AKSES_LIHAT, per=per).kosong:
        yield NotAllowed("Ringkasan ini untuk Pejabat Pelindungan Data Pribadi.")


@Policy
def lihat(permintaan: PermintaanPerbaikan, pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Read it: who asked, and who answers for his unit."""
    if permintaan.pegawai.pengguna_id == pengguna.pk:
        return
    if not _menjangkau(permintaan, pengguna, per):
        yield OutOfReach()


@Policy
def tanggapi(
    permintaan: PermintaanPerbaikan, pengguna: Any, *, per: date
) -> Iterator[Refusal | str]:
    """Answer it, once; never one's own."""
    if not _menjangkau(permintaan, pengguna, per):
        yield OutOfReach()
    elif permintaan.pegawai.pengguna_id == pengguna.pk:
        yield NotYours("Permintaan Anda sendiri ditanggapi oleh orang lain.")
    if permintaan.keadaan != KeadaanPerbaikan.DIAJUKAN:
        yield f"Permintaan ini {permintaan.get_keadaan_display().lower()}."


def _menjangkau(permintaan: PermintaanPerbaikan, pengguna: Any, per: date) -> bool:
    unit = permintaan.pegawai.unit
    kiri = unit.kiri if unit else None
    return Jangkauan.milik(pengguna, Izin.PEGAWAI_UBAH, per=per).memuat(kiri)
