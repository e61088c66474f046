"""People as columns: one array per field, what is unknown marked as such.

Fields that a rule reads together and that take few values (a jabatan, a diploma, two predicates)
are kept as groups: the distinct values once, and a number per person. A rule judges each distinct
value once, with the row form's own function, and spreads the answer. Dates stay dates, with NaT for
the unknown; ids have a number no row carries.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from penilaian.kernel.pengalaman import HARI_SEBULAN, pernah_jpt
from penilaian.kernel.perkara import Calon, Gerbang, Hukuman, Jabatan, Lisensi, UjiKompetensi
from penilaian.kernel.tingkat import tingkat

T = TypeVar("T", bound=Hashable)
Kode = NDArray[np.int8]
Bulat = NDArray[np.int64]
Benar = NDArray[np.bool_]
Hari = NDArray[np.datetime64]

TANPA_ID = -1
TIDAK, YA, ENTAH = range(3)
_AWAL = date(1970, 1, 1).toordinal()
_NAT = np.iinfo(np.int64).min
_KOSONG = np.datetime64("1970-01-01", "D")


@dataclass(frozen=True)
class Kelompok(Generic[T]):
    """Distinct values and, per person, which of them."""

    nomor: NDArray[np.intp]
    nilai: tuple[T, ...]

    @classmethod
    def dari(cls, baris: Iterable[T]) -> Kelompok[T]:
        """Numbered in the order of their first appearance."""
        urutan: dict[T, int] = {}
        nomor = [urutan.setdefault(satu, len(urutan)) for satu in baris]
        return cls(np.asarray(nomor, dtype=np.intp), tuple(urutan))

    def peta(self, fungsi: Callable[[T], int]) -> Kode:
        """A small whole number per distinct value, spread over the people."""
        return np.asarray([fungsi(satu) for satu in self.nilai], dtype=np.int8)[self.nomor]

    def peta_bulat(self, fungsi: Callable[[T], int]) -> Bulat:
        """The same for larger numbers."""
        return np.asarray([fungsi(satu) for satu in self.nilai], dtype=np.int64)[self.nomor]


Disiplin = tuple[tuple[Hukuman, ...] | None, bool | None, str | None]


@dataclass(frozen=True)
class KolomCalon:
    """People in columns, in the order they were given."""

    banyak: int
    jabatan: Kelompok[Jabatan]
    jabatan_id: Bulat
    formasi_id: Bulat
    status: Kelompok[tuple[str | None, str | None, bool | None]]  # status, kedudukan, cpns
    pendidikan: Kelompok[tuple[str | None, str | None]]
    golongan: Kelompok[str | None]
    predikat: Kelompok[tuple[tuple[int, str], ...]]
    disiplin: Kelompok[Disiplin]
    ikatan_dinas: Kode  # as ``tiga`` numbers it
    ikatan_sampai: Hari
    gerbang: Kelompok[tuple[Gerbang, ...] | None]
    memimpin: Kelompok[tuple[Jabatan, bool | None]]
    pengalaman_bidang: Kelompok[tuple[tuple[str, int], ...] | None]
    uji_kompetensi: Kelompok[tuple[UjiKompetensi, ...] | None]
    lisensi: Kelompok[tuple[Lisensi, ...] | None]
    lahir: Hari
    tmt_jabatan: Hari
    tmt_pns: Hari
    tmt_cpns: Hari
    akhir_kontrak: Hari
    riwayat_lengkap: Benar
    pernah_jpt: Benar
    # earlier posts, one row each: whose, tier (0 unknown), from, until
    riwayat_siapa: NDArray[np.intp]
    riwayat_tingkat: Kode
    riwayat_mulai: Hari
    riwayat_selesai: Hari


def kolom_calon(calon: Sequence[Calon]) -> KolomCalon:
    """Columns from rows."""
    riwayat = [(i, satu) for i, c in enumerate(calon) for satu in c.riwayat]
    return KolomCalon(
        banyak=len(calon),
        jabatan=Kelompok.dari(c.jabatan for c in calon),
        jabatan_id=_id(c.jabatan_id for c in calon),
        formasi_id=_id(c.formasi_id for c in calon),
        status=Kelompok.dari((c.status, c.kedudukan, c.cpns) for c in calon),
        pendidikan=Kelompok.dari((c.pendidikan, c.program_studi) for c in calon),
        golongan=Kelompok.dari(c.golongan for c in calon),
        predikat=Kelompok.dari(c.predikat for c in calon),
        disiplin=Kelompok.dari((c.hukuman, c.proses_peradilan, c.kedudukan) for c in calon),
        ikatan_dinas=np.asarray([tiga(c.ikatan_dinas) for c in calon], dtype=np.int8),
        ikatan_sampai=hari(c.ikatan_dinas_sampai for c in calon),
        gerbang=Kelompok.dari(c.gerbang for c in calon),
        memimpin=Kelompok.dari((c.jabatan, c.memimpin_satuan) for c in calon),
        pengalaman_bidang=Kelompok.dari(c.pengalaman_bidang for c in calon),
        uji_kompetensi=Kelompok.dari(c.uji_kompetensi for c in calon),
        lisensi=Kelompok.dari(c.lisensi for c in calon),
        lahir=hari(c.lahir for c in calon),
        tmt_jabatan=hari(c.tmt_jabatan for c in calon),
        tmt_pns=hari(c.tmt_pns for c in calon),
        tmt_cpns=hari(c.tmt_cpns for c in calon),
        akhir_kontrak=hari(c.akhir_kontrak for c in calon),
        riwayat_lengkap=np.asarray([c.riwayat_lengkap for c in calon], dtype=np.bool_),
        pernah_jpt=np.asarray([pernah_jpt(c) for c in calon], dtype=np.bool_),
        riwayat_siapa=np.asarray([i for i, _ in riwayat], dtype=np.intp),
        riwayat_tingkat=np.asarray([tingkat(s.jabatan) or 0 for _, s in riwayat], dtype=np.int8),
        riwayat_mulai=hari(s.mulai for _, s in riwayat),
        riwayat_selesai=hari(s.selesai for _, s in riwayat),
    )


def tiga(nilai: bool | None) -> int:
    """The number of yes, no and nobody knows."""
    return ENTAH if nilai is None else int(nilai)


def _id(baris: Iterable[int | None]) -> Bulat:
    return np.asarray([TANPA_ID if satu is None else satu for satu in baris], dtype=np.int64)


def hari(baris: Iterable[date | None]) -> Hari:
    """Days; NaT where nobody knows. By their numbers: numpy reads dates ten times slower."""
    nomor = [_NAT if satu is None else satu.toordinal() - _AWAL for satu in baris]
    return np.asarray(nomor, dtype=np.int64).view("datetime64[D]")


def bulan_penuh(mulai: Hari, sampai: Any) -> tuple[Bulat, Bulat]:
    """Whole months and the days left over, as ``pegawai.kernel.masa`` counts them.

    Where one of the days is unknown the numbers mean nothing: ask ``numpy.isnat`` first.
    """
    dari, ke = _isi(mulai), _isi(np.asarray(sampai, dtype="datetime64[D]"))
    bulan_dari, tanggal_dari = _urai(dari)
    bulan_ke, tanggal_ke = _urai(ke)
    bulan = bulan_ke - bulan_dari
    bulan = bulan - (np.minimum(tanggal_dari, _panjang(bulan_ke)) > tanggal_ke)
    tiba_bulan = bulan_dari + bulan
    tiba = tiba_bulan.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    tiba = tiba + np.minimum(tanggal_dari, _panjang(tiba_bulan)) - 1
    return bulan, ke.astype(np.int64) - tiba


def bulan_ke(waktu: Any) -> Bulat:
    """The number of the month, counted from 1970."""
    return _urai(_isi(np.asarray(waktu, dtype="datetime64[D]")))[0]


def masa_setingkat(
    kolom: KolomCalon, tingkat_kini: Kode, paling_rendah: int, tmt: date
) -> tuple[Bulat, Benar]:
    """Months in posts of a tier or above, and whether that is all (see ``pengalaman``)."""
    akhir = np.datetime64(tmt, "D")
    siapa = np.concatenate([kolom.riwayat_siapa, np.arange(kolom.banyak, dtype=np.intp)])
    mulai = np.concatenate([kolom.riwayat_mulai, kolom.tmt_jabatan])
    # numpy's minimum keeps NaT.
    selesai = np.concatenate(
        [np.minimum(kolom.riwayat_selesai, akhir), np.full(kolom.banyak, akhir)]
    )
    satu = np.concatenate([kolom.riwayat_tingkat, tingkat_kini])
    gelap = (satu == 0) | np.isnat(mulai) | np.isnat(selesai)
    dihitung = ~gelap & (satu >= paling_rendah) & (mulai < selesai)
    penuh, sisa = bulan_penuh(mulai[dihitung], selesai[dihitung])
    bulan = np.bincount(siapa[dihitung], weights=penuh, minlength=kolom.banyak).astype(np.int64)
    lebih = np.bincount(siapa[dihitung], weights=sisa, minlength=kolom.banyak).astype(np.int64)
    tak_lengkap = np.bincount(siapa[gelap], minlength=kolom.banyak) > 0
    return bulan + lebih // HARI_SEBULAN, kolom.riwayat_lengkap & ~tak_lengkap


def _isi(waktu: Hari) -> Hari:
    return np.where(np.isnat(waktu), _KOSONG, waktu)


def _urai(waktu: Hari) -> tuple[Bulat, Bulat]:
    bulan = waktu.astype("datetime64[M]")
    tanggal = (waktu - bulan.astype("datetime64[D]")).astype(np.int64) + 1
    return bulan.astype(np.int64), tanggal


def _panjang(bulan: Bulat) -> Bulat:
    awal = bulan.astype("datetime64[M]").astype("datetime64[D]")
    depan = (bulan + 1).astype("datetime64[M]").astype("datetime64[D]")
    hari: Bulat = (depan - awal).astype(np.int64)
    return hari
