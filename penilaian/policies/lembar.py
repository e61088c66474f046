"""Who reads, applies and throws away an office's own needs sheet, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from organisasi.izin import Izin
from organisasi.policies import mengimpor
from penilaian.models import LembarAbk, StatusLembar
from toolkit.policy import Policy, Refusal


@Policy
def baca(pengguna: Any) -> Iterator[Refusal | str]:
    """Bring a workbook, see the sheets: a file knows no borders, so the whole agency."""
    yield from mengimpor.refusals(Izin.IMPOR_KEBUTUHAN, pengguna)


@Policy
def terbuka(lembar: LembarAbk, pengguna: Any) -> Iterator[Refusal | str]:
    """Look again at what the rows are: as long as the sheet was not thrown away."""
    yield from baca.refusals(pengguna)
    if lembar.status == StatusLembar.DIBUANG:
        yield "Lembar ini sudah dibuang. Unggah lagi bila masih diperlukan."


@Policy
def ubah_pola(lembar: LembarAbk, pengguna: Any) -> Iterator[Refusal | str]:
    """Read the workbook another way: before anything of it was applied."""
    yield from terbuka.refusals(lembar, pengguna)
    if lembar.status == StatusLembar.DITERAPKAN:
        yield "Lembar ini sudah diterapkan. Unggah lagi untuk membacanya dengan cara lain."
    elif not lembar.berkas:
        yield "Berkasnya tidak disimpan karena dibaca lewat baris perintah. Unggah di sini."


@Policy
def terapkan(lembar: LembarAbk, cocok: int, pengguna: Any) -> Iterator[Refusal | str]:
    """Write the needs of the matched rows; again, when more rows were matched since."""
    yield from terbuka.refusals(lembar, pengguna)
    if not cocok:
        yield "Belum ada baris yang cocok. Padankan unit dan jabatannya dahulu."


@Policy
def buang(lembar: LembarAbk, pengguna: Any) -> Iterator[Refusal | str]:
    """Throw the sheet away; what was applied stays."""
    yield from terbuka.refusals(lembar, pengguna)
    if lembar.status == StatusLembar.DITERAPKAN:
        yield "Lembar ini sudah diterapkan; catatannya disimpan sebagai dasar penetapan."
