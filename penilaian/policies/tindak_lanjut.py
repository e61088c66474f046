"""Who computes proposals of recognition and coaching, and who accepts them: never about himself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.models import Pegawai
from penilaian.models import KeadaanTindakLanjut, Penilaian, TindakLanjut
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal

MIN_ALASAN = 10


@Policy
def lihat(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Open the list: those who see results of some unit."""
    if Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per).kosong:
        yield NotAllowed("Peran Anda tidak memuat hak melihat nilai pegawai.")


@Policy
def menghitung(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Compute proposals: over the whole agency."""
    if not Jangkauan.milik(pengguna, Izin.NILAI_HITUNG, per=per).semua:
        yield NotAllowed("Usul tindak lanjut dihitung oleh analis BKD.")


@Policy
def memutus(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Decide at all: over some unit."""
    if Jangkauan.milik(pengguna, Izin.TINDAK_LANJUT_PUTUSKAN, per=per).kosong:
        yield NotAllowed("Usul ini diputuskan oleh pimpinan unit atau pejabat penilai.")


@Policy
def usulkan(
    penilaian: Penilaian, pengguna: Any, ada_lebih_baru: bool, *, per: date
) -> Iterator[Refusal | str]:
    """Compute the proposals of the delivered run that counts."""
    yield from menghitung.refusals(pengguna, per=per)
    if penilaian.disampaikan_pada is None:
        yield "Hasilnya belum disampaikan kepada pegawai."
    elif ada_lebih_baru:
        yield "Ada hasil yang lebih baru untuk periode ini; hitung usul dari yang itu."


def _menjangkau(pegawai: Pegawai, pengguna: Any, izin: Izin, per: date) -> bool:
    kiri = pegawai.unit.kiri if pegawai.unit is not None else None
    return Jangkauan.milik(pengguna, izin, per=per).memuat(kiri)


@Policy
def putuskan(satu: TindakLanjut, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Accept it or not; ``satu`` comes with its person and his unit."""
    pegawai = satu.hasil.pegawai
    if not _menjangkau(pegawai, pengguna, Izin.NILAI_LIHAT, per):
        yield OutOfReach()
        return
    if pegawai.pengguna_id is not None and pegawai.pengguna_id == pengguna.pk:
        yield NotYours("Usul tentang Anda sendiri diputuskan oleh orang lain.")
    elif not _menjangkau(pegawai, pengguna, Izin.TINDAK_LANJUT_PUTUSKAN, per):
        yield NotAllowed("Usul ini diputuskan oleh pimpinan unit atau pejabat penilai.")
    if satu.keadaan != KeadaanTindakLanjut.DIUSULKAN:
        yield f"Usul ini sudah diputuskan: {satu.get_keadaan_display().lower()}."
