"""An act about to happen, before the rule that keeps persons apart (H24).

What a refusal says names the rule, its basis and who acts instead (``kernel.aturan.pelaku``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mutasi.alur import PERANAN, SAH, SEBUTAN, Aksi
from mutasi.kernel.aturan.daftar import periksa_langkah
from mutasi.kernel.aturan.pelaku import Fungsi, Perbuatan, Tindak
from mutasi.models import UsulanMutasi
from organisasi.models import Pengguna
from penilaian.kernel.putusan import Hasil, Putusan
from toolkit.policy import NotYours

_FUNGSI = {
    "pengusul": Fungsi.SUSUN,
    "pemverifikasi": Fungsi.PERIKSA,
    "pemeriksa": Fungsi.PERIKSA,
    "kepala_bkpsdm": Fungsi.PERIKSA,
    "tpk": Fungsi.SETUJU,
    "pyb": Fungsi.SETUJU,
    "ppk": Fungsi.SETUJU,
    "penetap": Fungsi.SETUJU,
}


def tindak(pelaku: int, aksi: Aksi) -> Tindak:
    """An act of the road as the rule sees it; what only records keeps nobody apart."""
    peran = PERANAN.get(aksi, "")
    return Tindak(pelaku, peran, _FUNGSI.get(peran, Fungsi.CATAT), SEBUTAN.get(peran, ""))


def terlarang_bersama(kini: Aksi, dulu: Aksi) -> bool:
    """Whether one person may not do both in one case."""
    putusan = periksa_langkah(Perbuatan(tindak(0, kini), (tindak(0, dulu),), SAH))
    return putusan.putusan is not Hasil.LOLOS


def perbuatan(
    usulan: UsulanMutasi,
    aksi: Aksi,
    pengguna: Pengguna,
    *,
    pernah: Iterable[Aksi] = (),
    kerabat: bool = False,
) -> Perbuatan:
    """``pernah``: what this person did in the case that still counts."""
    return Perbuatan(
        tindak(pengguna.pk, aksi),
        tuple(tindak(pengguna.pk, satu) for satu in pernah if satu in PERANAN),
        SAH,
        diri=usulan.pegawai.pengguna_id is not None and usulan.pegawai.pengguna_id == pengguna.pk,
        kerabat=kerabat,
    )


def terpisah(
    usulan: UsulanMutasi,
    aksi: Aksi,
    pengguna: Pengguna,
    *,
    pernah: Iterable[Aksi] = (),
    kerabat: bool = False,
) -> Iterator[NotYours]:
    """Nobody acts on himself, on his kin, or in two roles but for the lawful pairs."""
    putusan = periksa_langkah(perbuatan(usulan, aksi, pengguna, pernah=pernah, kerabat=kerabat))
    if putusan.putusan is not Hasil.LOLOS:
        yield tolak(putusan)


def tolak(p: Putusan) -> NotYours:
    """As a refusal: rule, finding, basis, who acts instead."""
    return NotYours(
        f"{p.kode}: {p.bunyi.rstrip('.')} (dasar: {p.dasar}). {p.perbaikan}", kode=p.kode
    )
