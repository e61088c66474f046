"""A post of one school with its maker, checker and decider, and what their browsers send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi
from penilaian.kernel.abk import Periode, Tugas
from penilaian.services.perhitungan import BarisUraian
from tests.factories import organisasi as org
from tests.factories import pegawai as peg

Baris = dict[str, str]


@dataclass
class DuniaUraian:
    """Who there is, and the post whose tasks are written."""

    unit: dict[str, UnitKerja]
    post: Formasi
    kepala: Pengguna
    wakil: Pengguna
    organisasi: Pengguna
    bkpsdm: Pengguna

    @property
    def url(self) -> str:
        """The sheet of the post."""
        return reverse("penilaian:uraian", args=[self.post.pk])


def bangun() -> DuniaUraian:
    """Two holders at the first school; a neighbour school has the same jabatan."""
    unit = org.kabupaten()
    post = peg.formasi(unit["sd1"], peg.jabatan("Arsiparis Terampil", rumpun="Arsiparis"))
    for nama in ("ANI", "BUDI"):
        peg.pegawai(nama, post=post)
    return DuniaUraian(
        unit,
        post,
        kepala=org.pengguna(Peran.KEPALA_UNIT, unit=post.unit, nama="Kepala Sekolah"),
        wakil=org.pengguna(Peran.OPERATOR_OPD, unit=unit["disdik"], nama="Operator Dinas"),
        organisasi=org.pengguna(Peran.BAGIAN_ORGANISASI, nama="Bagian Organisasi"),
        bkpsdm=org.pengguna(Peran.KEPALA_BKPSDM, nama="Kepala Badan"),
    )


def baris(uraian: str = "Menata arsip", **isi: str) -> Baris:
    """A row as typed: 120,000 minutes a year."""
    return {
        "uraian": uraian, "macam": "pokok", "satuan": "berkas", "volume": "12.000",
        "periode": "tahun", "norma": "10", "satuan_norma": "menit", "catatan": "", "alasan": "",
        **isi,
    }  # fmt: skip


def kiriman(*semua: Baris, aksi: str = "simpan", stempel: str = "", **lain: Any) -> dict[str, Any]:
    """A sheet as a browser sends it."""
    isi = {"aksi": aksi, "stempel": stempel, "jumlah": str(len(semua)), **lain}
    for n, satu in enumerate(semua):
        isi |= {f"t-{n}-{nama}": nilai for nama, nilai in satu.items()}
    return isi


def tugas(menit: int = 120_000, uraian: str = "Menata arsip", alasan: str = "") -> BarisUraian:
    """One task of so many minutes a year."""
    return BarisUraian(Tugas.isi(uraian, "berkas", menit, Periode.TAHUN, 1), alasan=alasan)
