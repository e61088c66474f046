"""What rows of a needs sheet are in the register: by decisions remembered, else by equal names.

An equal name is no guess and needs no decision; anything less is left to a person (``Padanan``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from organisasi.models import UnitKerja
from organisasi.selectors import nilai_ketentuan
from pegawai.kernel.jenjang import kunci_nama
from pegawai.kernel.kemiripan import Bakuan, bakukan_jabatan
from pegawai.models import Jabatan, JenisJabatan, MacamPadanan, Padanan
from penilaian.kernel.lembar_kata import PEMISAH, kunci_jalur, kunci_unit, nama_jabatan
from penilaian.models import KeadaanBaris

Jalur = tuple[str, ...]


class UnitAda(NamedTuple):
    """A unit of the tree as names are compared with it."""

    pk: int
    nama: str
    kunci: str
    induk: int | None
    tingkat: int
    kiri: int
    kanan: int


class Cocok(NamedTuple):
    """What a row was matched to, and what became of it."""

    unit: int | None
    jabatan: int | None
    keadaan: KeadaanBaris


@dataclass(frozen=True)
class Putusan:
    """A decision about a name: its target, or that it belongs to nothing in the register."""

    sasaran: int | None
    abaikan: bool


def kunci_jabatan(teks: str) -> str:
    """What the spellings of one job name share."""
    return _kunci(bakukan_jabatan(nama_jabatan(teks)))


def _kunci(bakuan: Bakuan) -> str:
    return f"{bakuan.teks} [{bakuan.jenjang}]" if bakuan.jenjang else bakuan.teks


class PencocokUnit:
    """Units by their path, read from the tree once."""

    def __init__(self, *, per: date) -> None:
        rows = UnitKerja.objects.aktif(per).order_by("kiri")
        isi = rows.values_list("pk", "nama", "induk", "tingkat", "kiri", "kanan")
        self.unit = {
            pk: UnitAda(pk, nama, kunci_unit(nama), induk, tingkat, kiri, kanan)
            for pk, nama, induk, tingkat, kiri, kanan in isi
        }
        self._nama: dict[str, list[UnitAda]] = defaultdict(list)
        for satu in self.unit.values():
            self._nama[satu.kunci].append(satu)
        self._putusan = {p.kunci: _dari(p) for p in _berlaku(MacamPadanan.UNIT)}
        self._sudah: dict[Jalur, Putusan | None] = {}

    def cari(self, jalur: Jalur) -> Putusan | None:
        """The unit of a path; None when it must be decided. What lies below a unit that belongs to
        nothing belongs to nothing either, unless decided on its own."""
        if jalur not in self._sudah:
            self._sudah[jalur] = self._cari(jalur) if jalur else None
        return self._sudah[jalur]

    def diputuskan(self, jalur: Jalur) -> bool:
        """Whether a person decided this very path."""
        return kunci_nama(kunci_jalur(jalur)) in self._putusan

    def jalur_unit(self, pk: int) -> str:
        """A unit of the tree with the units above it, the root left out."""
        nama: list[str] = []
        unit = self.unit.get(pk)
        while unit is not None and unit.tingkat > 0:
            nama.append(unit.nama)
            unit = self.unit.get(unit.induk or 0)
        return PEMISAH.join(reversed(nama))

    def di_bawah(self, induk: int | None) -> list[UnitAda]:
        """A unit and what lies below it; everything without one."""
        if induk is None or induk not in self.unit:
            return list(self.unit.values())
        atas = self.unit[induk]
        return [u for u in self.unit.values() if atas.kiri <= u.kiri <= atas.kanan]

    def _cari(self, jalur: Jalur) -> Putusan | None:
        if diputus := self._putusan.get(kunci_nama(kunci_jalur(jalur))):
            return diputus
        if len(jalur) == 1:
            return _tunggal(self._teratas(kunci_unit(jalur[0])))
        induk = self.cari(jalur[:-1])
        if induk is None or induk.abaikan or induk.sasaran not in self.unit:
            return induk if induk and induk.abaikan else None
        return _tunggal(self._di_bawah(self.unit[induk.sasaran], kunci_unit(jalur[-1])))

    def _teratas(self, kunci: str) -> list[UnitAda]:
        sama = self._nama.get(kunci, [])
        return [u for u in sama if u.tingkat == 1] or sama

    def _di_bawah(self, induk: UnitAda, kunci: str) -> list[UnitAda]:
        """Children of that name, else any below; either may repeat the parent's name."""
        ekor = f" {induk.kunci}"
        nama = {kunci, kunci.removesuffix(ekor), kunci.removesuffix(ekor) + ekor}
        sama = [
            u for k in nama for u in self._nama.get(k, ()) if induk.kiri < u.kiri <= induk.kanan
        ]
        return [u for u in sama if u.induk == induk.pk] or sama


class PencocokJabatan:
    """Jabatan by name, and the seat of each unit's head."""

    def __init__(self, *, per: date) -> None:
        self._putusan = {
            kunci: _dari(p)
            for p in _berlaku(MacamPadanan.NAMA)
            for kunci in (p.kunci, kunci_jabatan(p.teks))
        }
        berkursi = set(nilai_ketentuan("eselon_berkursi", per=per))
        self.kursi: dict[int, int] = {}
        resmi: dict[str, list[int]] = defaultdict(list)
        lama: dict[str, list[int]] = defaultdict(list)
        rows = Jabatan.objects.filter(aktif=True).order_by("pk")
        for pk, nama, jenis, unit, eselon, luar in rows.values_list(
            "pk", "nama", "jenis", "unit", "eselon_id", "di_luar_referensi"
        ):
            if jenis != JenisJabatan.STRUKTURAL:
                (lama if luar else resmi)[_kunci(bakukan_jabatan(nama))].append(pk)
            elif unit is not None and eselon in berkursi:
                self.kursi[unit] = pk
        # What a reference in force names comes before what only old exports name.
        self._sama = {k: pk for d in (lama, resmi) for k, pk in d.items()}

    def cari(self, teks: str) -> Putusan | None:
        """The jabatan of a name; None when it must be decided, or when several bear it."""
        if diputus := self._diputus(teks):
            return diputus
        kunci = kunci_jabatan(teks)
        sama = self._sama.get(kunci, [])
        return Putusan(sama[0], False) if kunci and len(sama) == 1 else None

    def cari_kursi(self, unit: int | None, teks: str) -> Putusan | None:
        """The seat of a unit's head, its structural post; else what was decided of the words."""
        if unit in self.kursi:
            return Putusan(self.kursi[unit], False)
        return self._diputus(teks)

    def _diputus(self, teks: str) -> Putusan | None:
        """By the name as the register of decisions writes it, else by what its spellings share."""
        return self._putusan.get(kunci_nama(teks)) or self._putusan.get(kunci_jabatan(teks))


class Pencocok:
    """Both together: what becomes of a row. ``kursi``: the paths of all heads' seats in the sheet.

    A unit has one head. Of several headings that became the same unit the one of its own name has
    the seat, else the topmost; a unit merged into the one above it never does.
    """

    def __init__(self, *, per: date, kursi: Iterable[Jalur] = ()) -> None:
        self.units = PencocokUnit(per=per)
        self.jabatan = PencocokJabatan(per=per)
        self._pemilik: dict[int, str] = {}
        for jalur in sorted(set(kursi), key=self._urutan):
            unit = self.units.cari(jalur)
            if unit and unit.sasaran is not None and not self._melebur(jalur, unit.sasaran):
                self._pemilik.setdefault(unit.sasaran, kunci_jalur(jalur))

    def cocokkan(self, jalur: Jalur, teks: str, *, kursi: bool, rusak: bool) -> Cocok:
        """The unit and the jabatan of a row, and why it remains if it does."""
        unit = self.units.cari(jalur)
        pk = unit.sasaran if unit else None
        nama: Putusan | None = None
        if not kursi:
            nama = self.jabatan.cari(teks)
        elif pk is not None:
            milik = self._pemilik.get(pk) == kunci_jalur(jalur)
            nama = self.jabatan.cari_kursi(pk if milik else None, teks)
        jabatan = nama.sasaran if nama else None
        return Cocok(pk, jabatan, _keadaan(unit, nama, rusak))

    def _urutan(self, jalur: Jalur) -> tuple[bool, int, str]:
        return self.units.diputuskan(jalur), len(jalur), kunci_jalur(jalur)

    def _melebur(self, jalur: Jalur, unit: int) -> bool:
        induk = self.units.cari(jalur[:-1])
        return induk is not None and induk.sasaran == unit


def _keadaan(unit: Putusan | None, nama: Putusan | None, rusak: bool) -> KeadaanBaris:
    if rusak:
        return KeadaanBaris.SISA_ANGKA
    if (unit and unit.abaikan) or (nama and nama.abaikan):
        return KeadaanBaris.DIABAIKAN
    if unit is None:
        return KeadaanBaris.SISA_UNIT
    return KeadaanBaris.COCOK if nama else KeadaanBaris.SISA_JABATAN


def _berlaku(macam: MacamPadanan) -> QuerySet[Padanan]:
    return Padanan.objects.berlaku().filter(macam=macam).order_by("pk")


def _dari(padanan: Padanan) -> Putusan:
    return Putusan(padanan.ke_unit_id or padanan.ke_jabatan_id, padanan.abaikan)


def _tunggal(calon: Iterable[UnitAda]) -> Putusan | None:
    """Equal names in two places leave the choice to a person."""
    pk = {u.pk for u in calon}
    return Putusan(pk.pop(), False) if len(pk) == 1 else None
