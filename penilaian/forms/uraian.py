"""The sheet of task rows as people type it: read, moved about, and never lost."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from django import forms
from django.http import QueryDict

from penilaian.kernel.abk import Tugas
from penilaian.kernel.abk_baca import (
    NORMA,
    PERIODE,
    SATUAN,
    URAIAN,
    VOLUME,
    baca_periode,
    baca_tugas,
    tugas_ganda,
)
from penilaian.kernel.hitungan import desimal
from penilaian.models import MacamTugas, PeriodeVolume
from penilaian.services.perhitungan import DIGIT, BarisUraian

Isi = dict[str, str]

KOLOM = (
    "uraian", "macam", "satuan", "volume", "periode", "norma", "satuan_norma", "catatan", "alasan",
)  # fmt: skip
BATAS_BARIS = 250
KOSONG: Isi = dict.fromkeys(KOLOM, "") | {
    "macam": MacamTugas.POKOK.value, "periode": PeriodeVolume.TAHUN.value, "satuan_norma": "menit",
}  # fmt: skip
# What is done with the ticked rows; adding needs none.
ALAT = (
    ("naik", "Naikkan"), ("turun", "Turunkan"), ("sisip", "Sisipkan baris di bawahnya"),
    ("hapus", "Hapus"),
)  # fmt: skip
MENIT = {"menit": 1, "jam": 60}
_TERBESAR = 99_999_999  # what a column of 14 digits with 6 decimals holds
_BIDANG = {URAIAN: "uraian", SATUAN: "satuan", VOLUME: "volume", PERIODE: "periode", NORMA: "norma"}
_DIKETIK = ("uraian", "satuan", "volume", "norma", "catatan", "alasan")


class BarisForm(forms.Form):
    """One row: everything may be left open while one types; a row left empty counts as none."""

    uraian = forms.CharField(label="Uraian tugas", required=False, max_length=500)
    macam = forms.ChoiceField(label="Macam", required=False, choices=MacamTugas.choices)
    satuan = forms.CharField(label="Satuan hasil", required=False, max_length=100)
    volume = forms.CharField(label="Volume", required=False, max_length=30)
    periode = forms.ChoiceField(label="Periode", required=False, choices=PeriodeVolume.choices)
    norma = forms.CharField(label="Norma waktu", required=False, max_length=30)
    satuan_norma = forms.ChoiceField(
        label="Satuan norma", required=False, choices=[(satu, satu) for satu in MENIT]
    )
    catatan = forms.CharField(label="Catatan", required=False, max_length=500)
    alasan = forms.CharField(label="Alasan", required=False, max_length=500)

    def clean(self) -> dict[str, Any]:
        """The task under ``baris``; every cell that cannot be used is named."""
        isi = super().clean() or {}
        if not any(self.data.get(nama, "").strip() for nama in _DIKETIK):
            return isi
        terbaca = baca_tugas(
            uraian=isi.get("uraian"), satuan=isi.get("satuan"), volume=isi.get("volume"),
            periode=isi.get("periode"), norma=isi.get("norma"),
        )  # fmt: skip
        for satu in terbaca.temuan:
            pesan = satu.pesan
            if satu.kode == "norma_bukan_angka":
                teks = isi.get("norma", "")
                pesan = f"Norma waktu '{teks}' bukan angka. Tulis angkanya, pilih menit atau jam."
            self._tolak(_BIDANG[satu.kolom], pesan)
        if terbaca.tugas is not None:
            isi["baris"] = self._baris(terbaca.tugas, isi)
        return isi

    def _baris(self, tugas: Tugas, isi: Mapping[str, str]) -> BarisUraian:
        """Hours become minutes here and nowhere else."""
        tugas = replace(tugas, norma=tugas.norma * MENIT[isi.get("satuan_norma") or "menit"])
        self._muat("volume", "Volume", tugas.volume)
        self._muat("norma", "Norma waktu", tugas.norma)
        return BarisUraian(
            tugas, isi.get("catatan", ""), isi.get("alasan", ""),
            isi.get("macam") or MacamTugas.POKOK.value,
        )  # fmt: skip

    def _muat(self, bidang: str, kata: str, nilai: Fraction) -> None:
        """What is kept must be what was typed."""
        if nilai > _TERBESAR:
            self._tolak(bidang, f"{kata} terlalu besar; paling besar 99.999.999.")
        elif Fraction(desimal(nilai, DIGIT)) != nilai:
            self._tolak(bidang, f"{kata} ditulis paling banyak {DIGIT} angka di belakang koma.")

    def _tolak(self, bidang: str, pesan: str) -> None:
        if bidang not in self.errors:
            self.add_error(bidang, pesan)


@dataclass
class Baris:
    """A row of the sheet: what stands in it, and what it is read as."""

    nomor: int
    isi: Isi
    baris: BarisUraian | None
    kosong: bool
    galat: dict[str, str]
    buka: bool = False  # whether its note and reason stand open
    menit: str = ""

    @property
    def indeks(self) -> int:
        """Its place as the names of its fields count it."""
        return self.nomor - 1


@dataclass(frozen=True)
class Galat:
    """Why a cell cannot be used, and where it stands."""

    nomor: int
    label: str
    bidang: str
    pesan: str


def _baca(nomor: int, isi: Isi) -> Baris:
    form = BarisForm(isi)
    form.is_valid()
    galat = {nama: " ".join(str(s) for s in semua) for nama, semua in form.errors.items()}
    baris = None if galat else form.cleaned_data.get("baris")
    return Baris(nomor, isi, baris, not galat and baris is None, galat)


@dataclass
class LembarUraian:
    """The rows of one post on their way: typed, pasted, moved, copied in, checked."""

    isi: list[Isi]
    stempel: str
    aksi: str = ""
    ambil: int | None = None  # a computation whose tasks are asked for
    pilih: set[int] = field(default_factory=set)
    tempelan: str = ""
    fokus: int | None = None
    rows: list[Baris] = field(default_factory=list)
    umum: list[str] = field(default_factory=list)

    periode = PeriodeVolume.values
    macam = MacamTugas.values
    satuan_norma = tuple(MENIT)

    @classmethod
    def dari(cls, kiriman: QueryDict | None, *, awal: Sequence[Isi], stempel: str) -> LembarUraian:
        """What was sent, moved as asked; without anything sent the rows one begins with."""
        if not kiriman:
            return cls([*awal] or [dict(KOSONG) for _ in range(3)], stempel)._terbaca()
        lembar = cls(
            isi=_terkirim(kiriman),
            # Who saw that the draft had changed and saves all the same, saves over that one.
            stempel=kiriman.get("kini" if kiriman.get("aksi") == "timpa" else "stempel", ""),
            aksi=kiriman.get("aksi", ""),
            ambil=_bulat(kiriman.get("ambil", "")),
            pilih={n for teks in kiriman.getlist("pilih") if (n := _bulat(teks)) is not None},
            tempelan=kiriman.get("tempelan", ""),
        )
        lembar._kerjakan()
        return lembar._terbaca()

    @property
    def disimpan(self) -> bool:
        """Whether it was sent to be saved and everything in it can be."""
        return self.aksi in ("simpan", "timpa") and not self.galat

    @property
    def diperiksa(self) -> bool:
        """Whether what cannot be used is told: not while one is still adding rows."""
        return self.aksi in ("simpan", "timpa", "hitung")

    @property
    def galat(self) -> list[Galat | str]:
        """Everything that hinders saving, in the order of the rows."""
        semua: list[Galat | str] = [*self.umum]
        for satu in self.rows:
            for bidang, pesan in satu.galat.items():
                label = str(BarisForm.base_fields[bidang].label)
                semua.append(Galat(satu.nomor, label, bidang, pesan))
        return semua

    @property
    def terbaca(self) -> list[BarisUraian | None]:
        """Row by row; None where there is no task to compute with."""
        return [satu.baris for satu in self.rows]

    @property
    def belum(self) -> int:
        """Rows that were begun and cannot be read yet."""
        return len(self.belum_nomor)

    @property
    def belum_nomor(self) -> list[int]:
        """Their numbers, for who looks for them in a long sheet."""
        return [satu.nomor for satu in self.rows if satu.baris is None and not satu.kosong]

    def lengkapi(self, menit: Mapping[int, str], patut: Collection[int | None]) -> LembarUraian:
        """Beside each row its minutes a year; a row that looks odd asks for its reason."""
        for satu in self.rows:
            satu.menit = menit.get(satu.indeks, "")
            satu.buka = satu.buka or satu.nomor in patut
        return self

    @property
    def baris(self) -> list[BarisUraian]:
        """The tasks, rows left empty taken out."""
        return [satu.baris for satu in self.rows if satu.baris is not None]

    def tambahkan(self, tugas: Iterable[Isi]) -> int:
        """Tasks of another computation below what stands here, those already here left out."""
        ada = {_kunci(satu) for satu in self.isi}
        baru = [satu for satu in tugas if _kunci(satu) not in ada]
        self.isi = [satu for satu in self.isi if not _hampa(satu)]
        self.fokus = len(self.isi) if baru else None
        self.isi += baru
        self._terbaca()
        return len(baru)

    def _terbaca(self) -> LembarUraian:
        """Read every row, and find what repeats an earlier one."""
        self.rows = [_baca(nomor, satu) for nomor, satu in enumerate(self.isi, 1)]
        isian = [satu for satu in self.rows if satu.baris is not None]
        for i, pertama in tugas_ganda([("", "", satu.isi["uraian"]) for satu in isian]).items():
            isian[i].galat["uraian"] = f"Sama dengan tugas nomor {isian[pertama].nomor}."
        for satu in self.rows:
            satu.buka = bool(satu.isi["alasan"] or satu.isi["catatan"])
        terisi = sum(not satu.kosong for satu in self.rows)
        self.umum = [] if terisi else ["Isi paling sedikit satu uraian tugas."]
        if terisi > BATAS_BARIS:
            self.umum = [f"Paling banyak {BATAS_BARIS} tugas untuk satu jabatan."]
        return self

    def _kerjakan(self) -> None:
        cara = {
            "tambah": self._tambah,
            "tambah-lima": self._tambah_lima,
            "sisip": self._sisip,
            "hapus": self._hapus,
            "naik": self._naik,
            "turun": self._turun,
            "tempel": self._tempel,
        }.get(self.aksi)
        if cara is not None:
            cara()

    def _tambah(self, jumlah: int = 1) -> None:
        """Empty rows at the end, beginning with the period and unit of the row above."""
        self.fokus = len(self.isi)
        self.isi += [self._hampa_seperti(len(self.isi)) for _ in range(jumlah)]

    def _tambah_lima(self) -> None:
        self._tambah(5)

    def _sisip(self) -> None:
        """An empty row below the last ticked one; at the top when none is."""
        tempat = max(self._dipilih(), default=-1) + 1
        self.isi.insert(tempat, self._hampa_seperti(tempat))
        self.pilih, self.fokus = set(), tempat

    def _hapus(self) -> None:
        dibuang = self._dipilih()
        self.isi = [satu for n, satu in enumerate(self.isi) if n not in dibuang]
        self.isi = self.isi or [dict(KOSONG)]
        self.pilih = set()

    def _naik(self) -> None:
        for n in sorted(self._dipilih()):
            self._tukar(n, n - 1)

    def _turun(self) -> None:
        for n in sorted(self._dipilih(), reverse=True):
            self._tukar(n, n + 1)

    def _tukar(self, dari: int, ke: int) -> None:
        if 0 <= ke < len(self.isi) and ke not in self.pilih:
            self.isi[dari], self.isi[ke] = self.isi[ke], self.isi[dari]
            self.pilih = self.pilih - {dari} | {ke}

    def _tempel(self) -> None:
        """Rows as copied from a workbook, below what stands here."""
        baru = tempelan(self.tempelan)
        if baru:
            self.isi = [satu for satu in self.isi if not _hampa(satu)]
            self.fokus, self.tempelan = len(self.isi), ""
            self.isi += baru

    def _dipilih(self) -> set[int]:
        return {n for n in self.pilih if 0 <= n < len(self.isi)}

    def _hampa_seperti(self, tempat: int) -> Isi:
        atas = self.isi[tempat - 1] if 0 < tempat <= len(self.isi) else KOSONG
        return KOSONG | {nama: atas[nama] for nama in ("macam", "periode", "satuan_norma")}


def tempelan(teks: str) -> list[Isi]:
    """Lines of a workbook, cells apart by tabs: task, unit, volume, period, norm in minutes.

    A leading number of the row and a line of headings are left out; cells are kept as they came.
    """
    hasil = []
    for baris in teks.splitlines():
        sel = [satu.strip() for satu in baris.split("\t")]
        if len(sel) > 5 and re.fullmatch(r"\d+\.?", sel[0]):
            sel = sel[1:]
        if not any(sel) or sel[0].casefold() in ("no", "no.", "uraian tugas"):
            continue
        nama = ("uraian", "satuan", "volume", "periode", "norma", "catatan")
        isi = KOSONG | dict(zip(nama, sel, strict=False))
        periode = baca_periode(isi["periode"])
        isi["periode"] = isi["periode"] if periode is None else periode.value
        hasil.append(isi)
    return hasil


def _terkirim(kiriman: QueryDict) -> list[Isi]:
    jumlah = _bulat(kiriman.get("jumlah", "")) or 0
    return [
        {nama: kiriman.get(f"t-{n}-{nama}", "") for nama in KOLOM}
        for n in range(min(jumlah, 2 * BATAS_BARIS))
    ]


def _bulat(teks: str) -> int | None:
    return int(teks) if teks.isdecimal() and len(teks) < 10 else None


def _hampa(isi: Isi) -> bool:
    return not any(isi[nama].strip() for nama in _DIKETIK)


def _kunci(isi: Isi) -> str:
    return " ".join(isi["uraian"].split()).casefold()
