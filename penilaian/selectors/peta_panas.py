"""The heat map of gaps: offices × families of posts, both gaps in every cell, never netted.

One aggregate over the posts gives every cell; what is shown in the cells, in the margins and as
"lainnya" are sums of the same rows, so that all of them agree.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from organisasi.models import Pengguna, UnitKerja
from pegawai.models import JenisJabatan
from penilaian.kernel.peta import BATAS_PERSEN, batas_panas, kelas_panas
from penilaian.selectors.kebutuhan import BarisPosisi, ketentuan, posisi_untuk
from penilaian.selectors.unit_tersentuh import unit_tersentuh

KOLOM_TAMPIL = 12  # beside them "lainnya" and the sum: fourteen columns


class Rumpun(NamedTuple):
    """A column: posts of one kind, a JF by its family."""

    jenis: str
    rumpun: str

    @property
    def judul(self) -> str:
        """As the heading says it."""
        if self.jenis == JenisJabatan.FUNGSIONAL:
            return self.rumpun or "JF tanpa rumpun"
        return JenisJabatan(self.jenis).label if self.jenis else "Jenis belum diketahui"

    @property
    def kueri(self) -> dict[str, str]:
        """As the list of posts is asked for it."""
        if self.jenis != JenisJabatan.FUNGSIONAL:
            return {"jenis_jabatan": self.jenis or "-"}
        return {"jenis_jabatan": self.jenis, "rumpun": self.rumpun or "-"}


@dataclass
class Jumlah:
    """Sums over posts. ``tanpa``: posts without a need, which are neither short nor over."""

    kurang: int = 0
    lebih: int = 0
    butuh: int = 0
    isi: int = 0
    posisi: int = 0
    tanpa: int = 0

    def tambah(self, lain: Jumlah) -> None:
        """Add another's posts to these."""
        for nama in ("kurang", "lebih", "butuh", "isi", "posisi", "tanpa"):
            setattr(self, nama, getattr(self, nama) + getattr(lain, nama))

    @property
    def belum(self) -> bool:
        """No post here has a need that is known."""
        return self.posisi == self.tanpa

    def ukur(self, warna: str, skala: str) -> float:
        """The gap that is coloured: persons, or percent of the need (of no need: beyond all)."""
        nilai: int = getattr(self, warna)
        if skala == "orang" or not nilai:
            return nilai
        return 100 * nilai / self.butuh if self.butuh else float("inf")


@dataclass(frozen=True)
class Sel:
    """One cell: its sums, its class of colour, its percent in words, where it leads."""

    jumlah: Jumlah
    kelas: int
    persen: str
    kueri: str


@dataclass(frozen=True)
class Kolom:
    """A heading; ``rumpun`` is None for the families that are not spread out."""

    rumpun: Rumpun | None
    jumlah: Jumlah
    kueri: str

    @property
    def judul(self) -> str:
        """As the heading says it."""
        return self.rumpun.judul if self.rumpun else "Lainnya"


@dataclass(frozen=True)
class Baris:
    """An office (or an office without those below it): ``turun`` leads into it."""

    kunci: int
    nama: str
    jumlah: Jumlah
    sel: Sequence[Sel | None]
    kueri: str
    turun: str


@dataclass(frozen=True)
class PetaPanas:
    """The whole picture, rows and columns by size."""

    induk: UnitKerja | None
    remah: Sequence[UnitKerja]
    kolom: Sequence[Kolom]
    baris: Sequence[Baris]
    total: Jumlah
    kueri_total: str
    legenda: Sequence[tuple[int, str]]
    lain: int  # families in "Lainnya"
    kueri_lain: str  # the map on which the next dozen of them is spread out


def peta_panas(pengguna: Pengguna, saringan: Any, *, per: date) -> PetaPanas | None:
    """None for an office that is unknown or out of reach. Three queries beside the constants."""
    induk = None
    if saringan.induk_kini is not None:
        induk = unit_tersentuh(pengguna, saringan.induk_kini, per=per)
        if induk is None:
            return None
    aturan = ketentuan(per=per)
    posisi = saringan.saring(posisi_untuk(pengguna, per=per, aturan=aturan))
    petak = _per_opd(posisi) if induk is None else _per_bawahan(posisi, induk)
    return _Penyusun(petak, saringan, induk).susun()


@dataclass
class _Petak:
    """The raw rows: per office its name, whether one may go down, and its cells."""

    nama: dict[int, str] = field(default_factory=dict)
    berbawahan: set[int] = field(default_factory=set)
    sel: dict[int, dict[Rumpun, Jumlah]] = field(default_factory=lambda: defaultdict(dict))

    def isi(self, kunci: int, row: Mapping[str, Any]) -> None:
        jf = row["jabatan__jenis"] == JenisJabatan.FUNGSIONAL
        rumpun = Rumpun(row["jabatan__jenis"], row["jabatan__rumpun"] if jf else "")
        self.sel[kunci].setdefault(rumpun, Jumlah()).tambah(
            Jumlah(
                kurang=row["kekurangan"] or 0,
                lebih=row["kelebihan"] or 0,
                butuh=row["kebutuhan"] or 0,
                isi=row["bezetting"] or 0,
                posisi=row["posisi"],
                tanpa=row["posisi_tanpa_kebutuhan"],
            )
        )


_TANPA_OPD = 0


def _per_opd(posisi: BarisPosisi) -> _Petak:
    petak = _Petak()
    kolom = ("unit__opd_id", "unit__opd__nama", "unit__opd__kiri", "unit__opd__kanan")
    for row in posisi.jumlah_per(*kolom, "jabatan__jenis", "jabatan__rumpun"):
        kunci = row["unit__opd_id"] or _TANPA_OPD
        petak.nama[kunci] = row["unit__opd__nama"] or "Tanpa perangkat daerah"
        if kunci and row["unit__opd__kanan"] > row["unit__opd__kiri"]:
            petak.berbawahan.add(kunci)
        petak.isi(kunci, row)
    return petak


def _per_bawahan(posisi: BarisPosisi, induk: UnitKerja) -> _Petak:
    """Each post falls to the child of ``induk`` above it, or to ``induk`` itself."""
    petak = _Petak(nama={induk.pk: f"{induk.nama} sendiri"})
    anak = list(UnitKerja.objects.filter(induk=induk).order_by("kiri"))
    awal = [u.kiri for u in anak]
    for u in anak:
        petak.nama[u.pk] = u.nama
        if u.kanan > u.kiri:
            petak.berbawahan.add(u.pk)
    posisi = posisi.filter(unit__kiri__gte=induk.kiri, unit__kiri__lte=induk.kanan)
    for row in posisi.jumlah_per("unit__kiri", "jabatan__jenis", "jabatan__rumpun"):
        letak = bisect_right(awal, row["unit__kiri"]) - 1
        petak.isi(anak[letak].pk if letak >= 0 else induk.pk, row)
    return petak


class _Penyusun:
    """Turns raw cells into the picture: order, dozen, colour, addresses."""

    def __init__(self, petak: _Petak, saringan: Any, induk: UnitKerja | None) -> None:
        self._petak = petak
        self._saringan = saringan
        self._induk = induk
        self._warna, self._skala = saringan.warna_kini, saringan.skala_kini
        self._batas: Sequence[int] = BATAS_PERSEN

    def susun(self) -> PetaPanas:
        """The picture."""
        per_rumpun = _jumlah_per_rumpun(self._petak.sel.values())
        urut = sorted(per_rumpun, key=lambda r: (*self._ukuran(per_rumpun[r]), r.judul))
        tampil, nomor_lain = self._selusin(urut)
        kueri_lain = self._saringan.kueri_peta(kolom=nomor_lain)
        lain = [r for r in urut if r not in set(tampil)]
        if self._skala == "orang":
            sel = (
                j.ukur(self._warna, "orang") for b in self._petak.sel.values() for j in b.values()
            )
            self._batas = batas_panas(int(max(sel, default=0)))
        kolom: list[Rumpun | None] = [*tampil, *([None] if lain else [])]
        baris = [self._baris(kunci, kolom, set(lain)) for kunci in self._petak.sel]
        total = _gabung(per_rumpun.values())
        return PetaPanas(
            induk=self._induk,
            remah=_leluhur(self._induk),
            kolom=[self._kolom(r, per_rumpun, lain, kueri_lain) for r in kolom],
            baris=sorted(baris, key=lambda b: (*self._ukuran(b.jumlah), b.nama)),
            total=total,
            kueri_total=self._kueri(None),
            legenda=list(enumerate(_legenda(self._batas, self._skala), 1)),
            lain=len(lain),
            kueri_lain=kueri_lain,
        )

    def _ukuran(self, jumlah: Jumlah) -> tuple[float, int, int]:
        return (-jumlah.ukur(self._warna, self._skala), -jumlah.kurang - jumlah.lebih,
                -jumlah.butuh)  # fmt: skip

    def _selusin(self, urut: Sequence[Rumpun]) -> tuple[Sequence[Rumpun], int]:
        """The families spread out, and the number of the dozen that comes after them."""
        lembar = max(1, -(-len(urut) // KOLOM_TAMPIL))
        nomor = min(self._saringan.kolom_kini, lembar)
        awal = (nomor - 1) * KOLOM_TAMPIL
        return urut[awal : awal + KOLOM_TAMPIL], nomor % lembar + 1

    def _baris(self, kunci: int, kolom: Sequence[Rumpun | None], lain: set[Rumpun]) -> Baris:
        isi = self._petak.sel[kunci]
        sel: list[Sel | None] = []
        for rumpun in kolom:
            if rumpun is None:
                jumlah = _gabung(j for r, j in isi.items() if r in lain)
                sel.append(self._sel(jumlah, "") if jumlah.posisi else None)
            else:
                ada = isi.get(rumpun)
                sel.append(self._sel(ada, self._kueri(kunci, rumpun)) if ada else None)
        turun = kunci in self._petak.berbawahan
        return Baris(
            kunci=kunci,
            nama=self._petak.nama[kunci],
            jumlah=_gabung(isi.values()),
            sel=sel,
            kueri=self._kueri(kunci),
            turun=self._saringan.kueri_peta(induk=kunci) if turun else "",
        )

    def _sel(self, jumlah: Jumlah, kueri: str) -> Sel:
        ukur = jumlah.ukur(self._warna, self._skala)
        persen = ""
        if self._skala == "persen" and ukur:
            persen = "kebutuhan 0" if ukur == float("inf") else f"{ukur:.0f}%"
        return Sel(jumlah, kelas_panas(ukur, self._batas), persen, kueri)

    def _kolom(
        self, rumpun: Rumpun | None, semua: dict[Rumpun, Jumlah], lain: list[Rumpun], kueri: str
    ) -> Kolom:
        if rumpun is not None:
            return Kolom(rumpun, semua[rumpun], self._kueri(None, rumpun))
        return Kolom(None, _gabung(semua[r] for r in lain), kueri)

    def _kueri(self, kunci: int | None, rumpun: Rumpun | None = None) -> str:
        """The list of the posts of one row (None: all rows), of one family (None: all)."""
        kueri = {**self._saringan.kueri_daftar, **(rumpun.kueri if rumpun else {})}
        if self._induk is None:
            if kunci is not None:
                kueri["opd"] = str(kunci or "-")
        elif kunci is None:
            kueri["di_bawah"] = str(self._induk.pk)
        else:
            kueri["unit" if kunci == self._induk.pk else "di_bawah"] = str(kunci)
        return urlencode(kueri)


def _gabung(semua: Iterable[Jumlah]) -> Jumlah:
    hasil = Jumlah()
    for satu in semua:
        hasil.tambah(satu)
    return hasil


def _jumlah_per_rumpun(baris: Iterable[Mapping[Rumpun, Jumlah]]) -> dict[Rumpun, Jumlah]:
    hasil: dict[Rumpun, Jumlah] = defaultdict(Jumlah)
    for satu in baris:
        for rumpun, jumlah in satu.items():
            hasil[rumpun].tambah(jumlah)
    return dict(hasil)


def _legenda(batas: Sequence[int], skala: str) -> list[str]:
    """The classes in words, from the lowest."""
    akhiran = "%" if skala == "persen" else ""
    bawah = [0 if skala == "persen" else 1, *(b if akhiran else b + 1 for b in batas)]
    kata = [
        f"{a}{akhiran}" if a == b else f"{a}–{b}{akhiran}"
        for a, b in zip(bawah, batas, strict=False)
    ]
    teratas = f"lebih dari {batas[-1]}{akhiran}" if batas else "1 atau lebih"
    return [*kata, teratas]


def _leluhur(induk: UnitKerja | None) -> list[UnitKerja]:
    """The offices above, from level 1; the root is the map without ``induk``."""
    if induk is None:
        return []
    atas = UnitKerja.objects.filter(kiri__lt=induk.kiri, kanan__gte=induk.kiri, tingkat__gt=0)
    return list(atas.order_by("kiri"))
