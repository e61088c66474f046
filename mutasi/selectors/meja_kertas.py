"""Dispositions on paper that decide cases: which confirmed paper names a file that waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mutasi.alur import StatusUsulan
from mutasi.models import UsulanMutasi
from mutasi.selectors.meja_simpangan import Rekomendasi, rekomendasi_tpk
from organisasi.izin import Peran
from organisasi.models import Disposisi, Pengguna

MENUNGGU = {Peran.PYB.value: StatusUsulan.DIREKOMENDASI, Peran.PPK.value: StatusUsulan.MENUNGGU_PPK}
BANYAK = 100


@dataclass(frozen=True)
class Kertas:
    """A paper with the files it names that wait for its official."""

    disposisi: Disposisi
    berkas: tuple[str, ...]


def kertas(pengguna: Pengguna, *, per: date) -> list[Kertas]:
    """The newest papers of PyB and PPK; those that can be used first."""
    rows = _disposisi().order_by("-tanggal", "-pk")[:BANYAK]
    nomor = {peran: _nomor(pengguna, status, per) for peran, status in MENUNGGU.items()}
    semua = [
        Kertas(d, tuple(n for n in nomor[d.pejabat.peran] if menyebut(d, n))) for d in rows
    ]  # fmt: skip
    return sorted(semua, key=lambda k: not (k.berkas and k.disposisi.disahkan_pada))


def ambil(pk: int) -> Disposisi | None:
    """A paper of the PyB or the PPK."""
    return _disposisi().filter(pk=pk).first()


def menyebut(disposisi: Disposisi, nomor: str) -> bool:
    """Whether the text two people compared with the scan names the file."""
    return nomor.casefold() in f"{disposisi.perihal} {disposisi.isi}".casefold()


@dataclass(frozen=True)
class BarisKertas:
    """A case the paper may decide."""

    u: UsulanMutasi
    tpk: Rekomendasi | None


def yang_diputus(disposisi: Disposisi, pengguna: Pengguna, *, per: date) -> Sequence[BarisKertas]:
    """The waiting cases of the files the paper names."""
    status = MENUNGGU[disposisi.pejabat.peran]
    nomor = [n for n in _nomor(pengguna, status, per) if menyebut(disposisi, n)]
    rows = _rows(pengguna, status, per).filter(berkas__nomor__in=nomor).with_names()
    usulan = list(rows.order_by("berkas__nomor", "urutan", "pk"))
    tpk = rekomendasi_tpk([u.pk for u in usulan])
    return [BarisKertas(u, tpk.get(u.pk)) for u in usulan]


def _disposisi() -> Any:
    rows = Disposisi.objects.filter(pejabat__peran__in=list(MENUNGGU))
    return rows.select_related("pejabat__pengguna", "dicatat_oleh", "disahkan_oleh")


def _rows(pengguna: Pengguna, status: StatusUsulan, per: date) -> Any:
    return UsulanMutasi.objects.for_user(pengguna, per=per).filter(status=status)


def _nomor(pengguna: Pengguna, status: StatusUsulan, per: date) -> list[str]:
    rows = _rows(pengguna, status, per).order_by("berkas__nomor")
    return list(rows.values_list("berkas__nomor", flat=True).distinct())
