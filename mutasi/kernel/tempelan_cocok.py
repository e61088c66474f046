"""Which post of the register a pasted line means: one, some to choose from, or the nearest ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from mutasi.kernel.tempelan import JABATAN, OPD, UNIT, Galat, Tempelan
from pegawai.kernel.jenjang import kunci_nama
from pegawai.kernel.kemiripan import Acuan, Lema, bakukan_unit

PILIHAN = 8  # posts laid before whoever must choose
DEKAT = 3  # names called the nearest


class Pos(NamedTuple):
    """A post by the names it is found under; ``kode`` is SIASN's id of the unit."""

    pk: int
    jabatan: str
    unit: str
    kode: str
    opd: str

    @property
    def sebutan(self) -> str:
        """As one chooses it."""
        nama = f"{self.jabatan} · {self.unit}"
        return nama if self.opd in ("", self.unit) else f"{nama} · {self.opd}"


class Cocok(NamedTuple):
    """``pos``: the one that is meant; else ``galat`` and the posts to choose from, if any."""

    pos: Pos | None
    calon: tuple[Pos, ...] = ()
    galat: Galat | None = None


class Papan:
    """Posts somebody may use, indexed once for many lines; in the order of the tree."""

    def __init__(self, pos: Iterable[Pos]) -> None:
        self._kunci: dict[str, str] = {}
        self._unit: dict[str, list[Pos]] = defaultdict(list)
        self._opd: dict[str, list[Pos]] = defaultdict(list)
        for satu in pos:
            for kunci in {self._baku(satu.unit), self._baku(satu.kode)}:
                self._unit[kunci].append(satu)
            self._opd[self._baku(satu.opd)].append(satu)

    def _baku(self, nama: str) -> str:
        """Remembered: the same names come back thousands of times."""
        if nama not in self._kunci:
            self._kunci[nama] = kunci_nama(nama)
        return self._kunci[nama]

    @cached_property
    def _nama_unit(self) -> Acuan:
        return _acuan_unit(p for rows in self._opd.values() for p in rows)

    def cocokkan(self, t: Tempelan) -> Cocok:
        """Where the names meet but for case, signs and blanks it is the post; nothing is guessed,
        only proposed."""
        bernama = self._bernama(t)
        di_unit = self._di_opd(bernama, t.opd)
        tepat = self._berjabatan(di_unit, t.jabatan)
        if len(tepat) == 1:
            return Cocok(tepat[0])
        if tepat:
            return _pilih(UNIT, t.unit, tepat, f"Ada {len(tepat)} unit bernama ini dengan jabatan "
                          "itu. Pilih di sini, atau tulis OPD-nya di kolom keempat.")  # fmt: skip
        if di_unit:
            return self._tanpa_jabatan(t, di_unit)
        if bernama:
            return self._opd_lain(t, bernama)
        return self._tanpa_unit(t)

    def _bernama(self, t: Tempelan) -> list[Pos]:
        """Posts in units of that name; "Sekretariat" of an OPD is often called after it as well."""
        pendek = self._unit.get(self._baku(t.unit), [])
        if t.opd and not self._di_opd(pendek, t.opd):
            return self._unit.get(self._baku(f"{t.unit} {t.opd}"), []) or pendek
        return pendek

    def _di_opd(self, pos: Sequence[Pos], opd: str) -> list[Pos]:
        baku = self._baku(opd)
        return [p for p in pos if not baku or self._baku(p.opd) == baku]

    def _berjabatan(self, pos: Iterable[Pos], *jabatan: str) -> list[Pos]:
        baku = {self._baku(satu) for satu in jabatan}
        return [p for p in pos if self._baku(p.jabatan) in baku]

    def _tanpa_jabatan(self, t: Tempelan, di_unit: Sequence[Pos]) -> Cocok:
        """The unit stands, the post does not: below it, or called a little otherwise."""
        bawah = self._berjabatan(self._opd.get(self._baku(t.unit), ()), t.jabatan)
        if bawah:
            return _pilih(JABATAN, t.jabatan, bawah, "Tidak ada langsung di unit itu, tetapi ada "
                          "di bawahnya. Pilih yang dimaksud.")  # fmt: skip
        nama = dict.fromkeys(p.jabatan for p in di_unit)
        dekat = [u.nama for u in Acuan(Lema(n, n) for n in nama).usulan(t.jabatan, n=DEKAT)]
        pesan = "Tidak ada di unit itu."
        if dekat:
            calon = self._berjabatan(di_unit, *dekat)
            return _pilih(JABATAN, t.jabatan, calon, f"{pesan} Pilih yang terdekat, atau perbaiki "
                          "namanya.")  # fmt: skip
        return Cocok(None, (), Galat(JABATAN, t.jabatan, f"{pesan} Di sana ada: {_sebut(nama)}."))

    def _opd_lain(self, t: Tempelan, bernama: Sequence[Pos]) -> Cocok:
        """The unit stands, in another OPD."""
        pesan = f"Tidak mempunyai unit {t.unit}. Unit itu ada di: {_sebut(p.opd for p in bernama)}."
        return _pilih(OPD, t.opd, self._berjabatan(bernama, t.jabatan), pesan)

    def _tanpa_unit(self, t: Tempelan) -> Cocok:
        di_opd = self._opd.get(self._baku(t.opd), []) if t.opd else []
        nama_unit = _acuan_unit(di_opd) if di_opd else self._nama_unit
        dekat = [u.nama for u in nama_unit.usulan(t.unit, n=DEKAT)]
        pos = [p for nama in dekat for p in self._unit[self._baku(nama)]]
        calon = self._berjabatan(self._di_opd(pos, t.opd), t.jabatan)
        if calon:
            pesan = "Tidak ada unit bernama ini. Pilih yang terdekat, atau perbaiki namanya."
        elif dekat:
            pesan = f"Tidak ada unit bernama ini. Yang terdekat: {_sebut(dekat)}."
        else:
            pesan = "Tidak ada unit bernama ini. Salin namanya dari daftar unit, atau ID SIASN-nya."
        return _pilih(UNIT, t.unit, calon, pesan)


def _acuan_unit(pos: Iterable[Pos]) -> Acuan:
    return Acuan((Lema(n, n) for n in dict.fromkeys(p.unit for p in pos)), bakukan_unit)


def _pilih(kolom: str, nilai: str, calon: Sequence[Pos], pesan: str) -> Cocok:
    return Cocok(None, tuple(calon[:PILIHAN]), Galat(kolom, nilai, pesan))


def _sebut(nama: Iterable[str]) -> str:
    """A few of them, each once."""
    semua: Collection[str] = dict.fromkeys(satu for satu in nama if satu)
    sebagian = "; ".join(list(semua)[:DEKAT])
    return f"{sebagian}; dan lainnya" if len(semua) > DEKAT else sebagian
