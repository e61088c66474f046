"""Who prints the lists of the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from toolkit.policy import NotAllowed, Policy, Refusal
from toolkit.templatetags.tampilan import angka

# A PDF of 2,000 rows takes some seconds and 450 MB of memory while it is made; more is for Excel.
MAKS_BARIS_PDF = 2_000


@Policy
def muat_di_pdf(baris: int) -> Iterator[str]:
    """Whether a list is short enough to be printed in one file."""
    if baris > MAKS_BARIS_PDF:
        yield (
            f"Daftar ini {angka(baris)} baris; satu PDF memuat paling banyak "
            f"{angka(MAKS_BARIS_PDF)}. Pilih unit yang lebih kecil, atau unduh Excel."
        )


@Policy
def cetak_duk(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """The DUK takes names home: the right to export people."""
    if Jangkauan.milik(pengguna, Izin.PEGAWAI_EKSPOR, per=per).kosong:
        yield NotAllowed("Peran Anda tidak memuat hak mengekspor daftar pegawai.")


@Policy
def cetak_lowong(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Vacancies are needs and gaps; names are bound by their own right."""
    if Jangkauan.milik(pengguna, Izin.KEBUTUHAN_LIHAT, per=per).kosong:
        yield NotAllowed("Peran Anda tidak mencakup kebutuhan dan kesenjangan pegawai.")
