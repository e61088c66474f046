"""Who may do what with a file on its way in, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Impor, Jangkauan, StatusImpor
from organisasi.policies import mengimpor
from toolkit.policy import OutOfReach, Policy, Refusal
from toolkit.templatetags.tampilan import waktu

TERBUKA = (StatusImpor.DIUNGGAH, StatusImpor.PERLU_PEMETAAN, StatusImpor.DIPERIKSA)


def _terbuka(impor: Impor, izin: Izin, pengguna: Any) -> Iterator[Refusal | str]:
    """The right to this kind, and a file that is not in work and not settled.

    Somebody whose right ends at a branch has only his own files: others speak of other branches.
    """
    yield from mengimpor.refusals(izin, pengguna)
    seluruh = pengguna.teknis or Jangkauan.milik(pengguna, izin).semua
    if not seluruh and impor.diunggah_oleh_id != pengguna.pk:
        yield OutOfReach()
    if impor.status == StatusImpor.DITERAPKAN:
        yield (
            f"Berkas ini sudah diterapkan oleh {impor.diterapkan_oleh} "
            f"pada {waktu(impor.diterapkan_pada)}."
        )
    elif impor.proses is not None and not impor.proses.berakhir:
        yield f"{impor.proses.judul} sedang berjalan. Tunggu sampai selesai atau hentikan dulu."
    elif impor.status == StatusImpor.DIBUANG:
        yield "Berkas ini sudah dibuang. Unggah lagi bila masih diperlukan."


@Policy
def petakan(impor: Impor, izin: Izin, pengguna: Any) -> Iterator[Refusal | str]:
    """Match the columns of the file, or look at it again."""
    yield from _terbuka(impor, izin, pengguna)
    if impor.berkas_dihapus_pada:
        yield "Berkas unggahan sudah dihapus karena masa simpannya habis. Unggah lagi."


@Policy
def terapkan(impor: Impor, izin: Izin, pengguna: Any) -> Iterator[Refusal | str]:
    """Bring the good rows into the register, once."""
    yield from petakan.refusals(impor, izin, pengguna)
    if impor.status in (StatusImpor.DIUNGGAH, StatusImpor.PERLU_PEMETAAN):
        yield "Berkas ini belum selesai diperiksa."
    elif impor.status == StatusImpor.DITOLAK:
        yield "Berkas ini tidak dapat dipakai. Perbaiki, lalu unggah lagi."
    elif impor.status == StatusImpor.DIPERIKSA and not impor.ringkasan.get("diterima"):
        yield "Tidak ada baris yang dapat diterapkan. Perbaiki berkasnya, lalu unggah lagi."


@Policy
def buang(impor: Impor, izin: Izin, pengguna: Any) -> Iterator[Refusal | str]:
    """Throw the file away before it is applied."""
    yield from _terbuka(impor, izin, pengguna)
