"""Who sees health facilities, their people, and who computes what they need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from toolkit.policy import NotAllowed, OutOfReach, Policy, Refusal


@Policy
def lihat_faskes(unit: UnitKerja, pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """The right to needs over its unit."""
    if not Jangkauan.milik(pengguna, Izin.KEBUTUHAN_LIHAT, per=per).memuat(unit.kiri):
        yield OutOfReach()


@Policy
def lihat_nama(unit: UnitKerja, pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Names and licences of its people: personal data."""
    if not Jangkauan.milik(pengguna, Izin.PEGAWAI_LIHAT, per=per).memuat(unit.kiri):
        yield NotAllowed("Nama tenaga kesehatan hanya terlihat oleh yang boleh melihat pegawai.")


@Policy
def susun_kebutuhan(
    unit: UnitKerja, jenis: str | None, pengguna: Pengguna, *, per: date
) -> Iterator[Refusal | str]:
    """Make drafts from the staff table; ``jenis`` names the table, None while it is unknown."""
    yield from lihat_faskes.refusals(unit, pengguna, per=per)
    if not Jangkauan.milik(pengguna, Izin.KEBUTUHAN_USUL, per=per).memuat(unit.kiri):
        yield NotAllowed(
            "Kebutuhan puskesmas disusun oleh kepala unit, operator OPD, atau koordinator Dinkes."
        )
    if unit.ditutup is not None and unit.ditutup <= per:
        yield "Unit ini sudah ditutup."
    if jenis is None:
        yield "Kategori dan rawat inap puskesmas ini belum diketahui. Impor data SISDMK dahulu."


@Policy
def bagi_kebutuhan(
    butuh: Mapping[str, int], bagian: Mapping[str, Sequence[int]], *, asing: Sequence[int] = ()
) -> Iterator[str]:
    """Shares of every kind come to its need exactly; what is given to nobody stays out."""
    if asing:
        yield "Ada formasi yang bukan milik puskesmas ini."
    if not bagian:
        yield "Pilih paling sedikit satu formasi."
    for kata, orang in bagian.items():
        if kata not in butuh:
            yield f"{kata} tidak ada dalam tabel puskesmas ini."
        elif sum(orang) != butuh[kata]:
            yield f"Kebutuhan {kata} {butuh[kata]} orang, yang dibagi {sum(orang)}."
