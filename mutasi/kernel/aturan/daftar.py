"""The rules of the road in the order of their codes: the one list, and its doors.

Together with the pair rules (``penilaian.kernel.syarat``, ``peringatan``) these are all of H01-H27
and W01-W18. H12 and H18 stand in both: there the pair is marked, here the decree is stopped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from mutasi.kernel.aturan.antar import h15
from mutasi.kernel.aturan.berkas import Berkas
from mutasi.kernel.aturan.dasar import Aturan, Lingkup, Titik
from mutasi.kernel.aturan.izin import h12, h13, h16, h18
from mutasi.kernel.aturan.kasus import Kasus
from mutasi.kernel.aturan.keputusan import PerubahanDokumen, h26, h27
from mutasi.kernel.aturan.pelaku import Perbuatan, h24
from mutasi.kernel.aturan.peringatan import w08, w11, w13, w14
from mutasi.kernel.aturan.rencana import h20, h22, h23, w12
from mutasi.kernel.aturan.sidang import h14, w10
from mutasi.kernel.aturan.tanggal import h25
from penilaian.kernel.putusan import Hasil, Putusan

T = TypeVar("T")

ATURAN_JALAN: tuple[Aturan[Any], ...] = (
    h12, h13, h14, h15, h16, h18, h20, h22, h23, h24, h25, h26, h27,
    w08, w10, w11, w12, w13, w14,
)  # fmt: skip
MENURUT_KODE: dict[str, Aturan[Any]] = {satu.kode: satu for satu in ATURAN_JALAN}


def kode_sebelum(titik: Titik, lingkup: Lingkup = Lingkup.KASUS) -> tuple[str, ...]:
    """The rules that must hold before that act, in the order of the list."""
    return tuple(
        a.kode for a in ATURAN_JALAN if a.lingkup is lingkup and titik in a.sebelum
    )  # fmt: skip


def periksa_jalan(kasus: Kasus, kode: Collection[str] | None = None) -> tuple[Putusan, ...]:
    """The verdicts on one case before the act it heads for; or of the rules named."""
    return _periksa(kasus, Lingkup.KASUS, kode, kasus.menuju)


def periksa_berkas(
    berkas: Berkas, menuju: Titik = Titik.SK, kode: Collection[str] | None = None
) -> tuple[Putusan, ...]:
    """The verdicts on a whole file before that act; its cases are asked one by one beside it."""
    return _periksa(berkas, Lingkup.BERKAS, kode, menuju)


def periksa_langkah(perbuatan: Perbuatan) -> Putusan:
    """Whether this person may do this act on this case (H24)."""
    return h24(perbuatan)


def periksa_dokumen(perubahan: PerubahanDokumen) -> Putusan:
    """Whether this may be done to this paper (H27)."""
    return h27(perubahan)


def _periksa(
    perihal: T, lingkup: Lingkup, kode: Collection[str] | None, titik: Titik
) -> tuple[Putusan, ...]:
    dipilih = kode_sebelum(titik, lingkup) if kode is None else kode
    return tuple(
        a(perihal) for a in ATURAN_JALAN if a.lingkup is lingkup and a.kode in dipilih
    )  # fmt: skip


def halangan(putusan: Iterable[Putusan]) -> tuple[Putusan, ...]:
    """What stops the act: every H that is not met, cannot be judged, or waits for a permission."""
    return tuple(p for p in putusan if p.kode.startswith("H") and p.putusan is not Hasil.LOLOS)


def butuh_alasan(putusan: Iterable[Putusan]) -> tuple[Putusan, ...]:
    """Warnings that speak: each wants a written reason before the act."""
    return tuple(p for p in putusan if p.putusan is Hasil.PERINGATAN)
