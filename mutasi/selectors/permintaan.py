"""Reads for the pages of requests: each request beside the need, holders and gap of its post."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from jejak.selectors import Catatan, riwayat
from mutasi.models import PermintaanPegawai, StatusPermintaan
from mutasi.models.permintaan import PermintaanPegawaiQuerySet
from mutasi.selectors.formasi import angka_posisi, cari, dengan_angka
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Pegawai
from penilaian.selectors.kebutuhan import BarisPosisi


@dataclass(frozen=True)
class DaftarPermintaan:
    """The list as filtered, and how many stand where within reach."""

    rows: PermintaanPegawaiQuerySet
    jumlah: Mapping[str, int]
    status: str
    q: str

    @property
    def berjalan(self) -> int:
        """Neither fulfilled nor ended."""
        return self.jumlah["diajukan"] + self.jumlah["diterima"]


def daftar(pengguna: Pengguna, status: str, q: str, *, per: date) -> DaftarPermintaan:
    """Requests within reach; without a status those that run, the oldest waiting first."""
    semua = PermintaanPegawai.objects.terlihat(pengguna, per=per)
    hitung = dict(semua.order_by().values_list("status").annotate(n=Count("pk")))
    rows = semua.with_names()
    if status in StatusPermintaan.values:
        rows = rows.filter(status=status)
    elif status != "semua":
        rows, status = rows.berjalan().order_by("status", "diajukan_pada", "pk"), ""
    return DaftarPermintaan(
        rows=cari(rows, q, "formasi__"),
        jumlah={s: hitung.get(s, 0) for s in StatusPermintaan.values},
        status=status,
        q=q,
    )


def beri_angka(rows: Iterable[PermintaanPegawai], *, per: date) -> None:
    """Put ``posisi`` (need, holders, gap) on every request of one page."""
    rows = list(rows)
    posisi = angka_posisi((r.formasi_id for r in rows), per=per)
    for satu in rows:
        satu.posisi = posisi.get(satu.formasi_id)  # type: ignore[attr-defined]


def formasi_diminta(pengguna: Pengguna, q: str, *, per: date) -> BarisPosisi:
    """Posts the user may ask people for, the shortest first, with ``diminta`` (running)."""
    rows = Jangkauan.milik(pengguna, Izin.PERMINTAAN_AJUKAN, per=per).saring(
        dengan_angka(per=per), prefix="unit__"
    )
    rows = rows.filter(dihitung_ke__isnull=True).filter(
        Q(unit__ditutup__isnull=True) | Q(unit__ditutup__gt=per)
    )
    return cari(rows, q, "").order_by("-kurang", "unit__kiri", "jabatan__nama", "pk")


def tandai_diminta(rows: Iterable[Any]) -> None:
    """Put ``diminta`` on the posts of one page: the running request, or None."""
    rows = list(rows)
    berjalan = PermintaanPegawai.objects.berjalan().filter(formasi__in=[r.pk for r in rows])
    menurut = dict(berjalan.order_by().values_list("formasi_id", "pk"))
    for satu in rows:
        satu.diminta = menurut.get(satu.pk)


@dataclass(frozen=True)
class RincianPermintaan:
    """One request: its post in figures, the nearest retirement there, its history."""

    permintaan: PermintaanPegawai
    posisi: Any
    pensiun_terdekat: date | None
    riwayat: tuple[Catatan, ...]


def rincian(permintaan: PermintaanPegawai, *, per: date) -> RincianPermintaan:
    """What the page of one request shows."""
    pensiun = Pegawai.objects.tercatat().filter(formasi=permintaan.formasi_id, tmt_pensiun__gte=per)
    return RincianPermintaan(
        permintaan=permintaan,
        posisi=angka_posisi([permintaan.formasi_id], per=per).get(permintaan.formasi_id),
        pensiun_terdekat=pensiun.order_by("tmt_pensiun").values_list("tmt_pensiun", flat=True)
        .first(),
        riwayat=riwayat(permintaan).baris,
    )  # fmt: skip
