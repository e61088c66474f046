"""An export of employees, read by columns: every cell cleaned, every row judged, nothing written.

A file of 20,000 people has 1.3 million cells but few distinct values in most columns, so each
distinct value of a column is cleaned once and looked up for the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from organisasi.impor import Konteks
from pegawai.columns_pegawai import NIK, NIP, TERSIMPAN
from pegawai.models import StatusPegawai
from pegawai.services.impor_pegawai_acuan import Acuan
from toolkit.lembar import Tabel
from toolkit.nilai import rapat
from toolkit.tabular import BerkasDitolak, Column, Problem, Temuan

SEL_PER_KABAR = 1_000
_UNTUK_YANG_TIDAK_DISIMPAN = frozenset(
    {"teks_terlalu_panjang", "karakter_kendali", "teks_mirip_rumus"}
)
# Findings are stored and shown: they quote neither NIK nor what is not kept at all.
_BOLEH_DIKUTIP = frozenset(TERSIMPAN) - {NIK}
_AWALAN_LEMBAR = (
    ("pppk_paruh_waktu", StatusPegawai.PPPK_PW),
    ("pppk", StatusPegawai.PPPK),
    ("pns", StatusPegawai.PNS),
)


@dataclass
class Bacaan:
    """The rows of a file by column. ``isi`` holds typed values, ``mentah`` what the cells held.

    Rows are counted from 0; ``nomor`` gives the number a person sees in the spreadsheet.
    """

    nomor: list[int]
    isi: dict[str, list[Any]]
    mentah: dict[str, list[Any]]
    masalah: list[Problem] = field(default_factory=list)
    ditolak: set[int] = field(default_factory=set)
    kosong: list[int] = field(default_factory=list)
    nip: list[str | None] = field(default_factory=list)
    status: StatusPegawai = StatusPegawai.PNS

    def kolom(self, header: str) -> list[Any]:
        """A column of typed values; one the file lacks is empty throughout."""
        return self.isi.get(header) or [None] * len(self.nomor)

    def ada(self, header: str) -> bool:
        """Whether the file has the column."""
        return header in self.isi

    def lapor(
        self, i: int, kolom: str | None, kode: str, pesan: str, tingkat: str = "peringatan"
    ) -> None:
        """Note a finding about row ``i``; ``tolak`` keeps the row out."""
        mentah = self.mentah[kolom][i] if kolom in _BOLEH_DIKUTIP and kolom in self.mentah else None
        self.masalah.append(Problem(self.nomor[i], kolom, mentah, kode, pesan, tingkat))  # type: ignore[arg-type]
        if tingkat == "tolak":
            self.ditolak.add(i)

    def teks(self, header: str) -> list[str | None]:
        """The column as it is kept and compared: text, dates as ISO, blanks as one."""
        kolom = self.kolom(header)
        peta = {v: _sebagai_teks(v) for v in set(kolom)}
        return [*map(peta.__getitem__, kolom)]


def baca(tabel: Tabel, konteks: Konteks, acuan: Acuan) -> Bacaan:
    """Read and clean the whole table. Raises ``BerkasDitolak`` when it has no certain status."""
    bacaan, baris = _kumpulkan(tabel, konteks)
    for urutan, (i, kolom) in enumerate(tabel.posisi.items()):
        if urutan % 10 == 0:
            konteks.kemajuan(20 + urutan // 2, "Membersihkan isi")
        sel = [b[i] for b in baris]
        _bersihkan(bacaan, kolom, sel)
    bacaan.status = _status(bacaan, acuan, tabel.lembar.nama)
    return bacaan


def _kumpulkan(tabel: Tabel, konteks: Konteks) -> tuple[Bacaan, list[list[Any]]]:
    bacaan = Bacaan([], {}, {})
    kosong: list[Problem] = []
    baris: list[list[Any]] = []
    for nomor, nilai, temuan in tabel.baris(kosong):
        if temuan:
            bacaan.masalah.extend(map(_tanpa_isi_pribadi, temuan))
            if any(t.tingkat == "tolak" for t in temuan):
                bacaan.ditolak.add(len(baris))
        bacaan.nomor.append(nomor)
        baris.append(nilai)
        if len(baris) % SEL_PER_KABAR == 0:
            konteks.kemajuan(min(20, len(baris) // SEL_PER_KABAR), f"Membaca baris {nomor}")
    bacaan.kosong = [p.baris for p in kosong]
    return bacaan, baris


def _tanpa_isi_pribadi(temuan: Problem) -> Problem:
    """A formula, a merge or an error at any cell, without what the cell holds where that is ours
    to forget."""
    return temuan if temuan.kolom in _BOLEH_DIKUTIP else replace(temuan, nilai=None)


def _bersihkan(bacaan: Bacaan, kolom: Column, sel: list[Any]) -> None:
    """Clean one column: each distinct value once."""
    parse, maks = kolom.parse, kolom.maks
    bersih: dict[Any, Any] = {}
    cela: dict[Any, Sequence[Temuan]] = {}
    for nilai in set(sel):
        hasil, temuan = parse(nilai, maks)
        bersih[nilai] = hasil
        if temuan:
            cela[nilai] = temuan
    if kolom.simpan:
        bacaan.isi[kolom.header] = [*map(bersih.__getitem__, sel)]
        bacaan.mentah[kolom.header] = sel
    if not cela:
        return
    for i, nilai in enumerate(sel):
        if nilai in cela:
            for kode, pesan, tingkat in cela[nilai]:
                if kolom.simpan or kode in _UNTUK_YANG_TIDAK_DISIMPAN:
                    bacaan.lapor(i, kolom.header, kode, pesan, tingkat)


def _status(bacaan: Bacaan, acuan: Acuan, lembar: str) -> StatusPegawai:
    """The one status of the file: what most rows say, else the sheet's name."""
    hitung = Counter(
        acuan.status_kedudukan[k]
        for k in bacaan.kolom("KEDUDUKAN HUKUM ID")
        if k in acuan.status_kedudukan
    )
    if hitung:
        return StatusPegawai(hitung.most_common(1)[0][0])
    for awalan, status in _AWALAN_LEMBAR:
        if lembar.casefold().startswith(awalan):
            return status
    raise BerkasDitolak(
        "status_tidak_diketahui",
        "Tidak dapat ditentukan apakah berkas ini berisi PNS, PPPK, atau PPPK paruh waktu. "
        "Sertakan kolom KEDUDUKAN HUKUM ID, atau beri lembarnya nama berawalan pns, pppk, "
        "atau pppk_paruh_waktu.",
    )


def _sebagai_teks(nilai: Any) -> str | None:
    if nilai.__class__ is str:
        return rapat(nilai) if "  " in nilai or not nilai.isprintable() else nilai
    if nilai is None:
        return None
    return nilai.isoformat() if nilai.__class__ is date else str(nilai)


@dataclass
class Isian:
    """People as they are kept: text by SIASN header (``None`` where the cell was empty)."""

    nip: list[str]
    teks: dict[str, list[str | None]]

    def __len__(self) -> int:
        return len(self.nip)

    def kolom(self, header: str) -> list[str | None]:
        """One column; all empty when nobody ever printed it."""
        return self.teks.get(header) or [None] * len(self.nip)

    def ubah(self, header: str, fungsi: Callable[[str], Any], kosong: Any = None) -> list[Any]:
        """The column through a function, asked once per distinct value."""
        kolom = self.kolom(header)
        peta = {v: kosong if v is None else fungsi(v) for v in set(kolom)}
        return [*map(peta.__getitem__, kolom)]

    def tanggal(self, header: str) -> list[date | None]:
        """The column as days."""
        return self.ubah(header, date.fromisoformat)

    def siasn(self) -> Iterable[dict[str, str]]:
        """Each person's kept cells, without the empty ones."""
        kunci = tuple(self.teks)
        for baris in zip(*self.teks.values(), strict=True):
            yield {k: v for k, v in zip(kunci, baris, strict=True) if v is not None}

    def satu(self, i: int) -> dict[str, str]:
        """One person's kept cells, without the empty ones."""
        return {k: v for k, kolom in self.teks.items() if (v := kolom[i]) is not None}

    @property
    def lengkap(self) -> bool:
        """Whether every kept column was in the file."""
        return len(self.teks) == len(TERSIMPAN) - 1  # NIK is kept elsewhere

    def pilih(self, indeks: Sequence[int]) -> Isian:
        """Some of the rows."""
        return Isian(
            [self.nip[i] for i in indeks],
            {k: [kolom[i] for i in indeks] for k, kolom in self.teks.items()},
        )

    @classmethod
    def dari_siasn(cls, semua: Sequence[dict[str, str]]) -> Isian:
        """People as they were kept before."""
        kunci = [h for h in TERSIMPAN if h != NIK]
        return cls([s[NIP] for s in semua], {k: [s.get(k) for s in semua] for k in kunci})


def isian(bacaan: Bacaan) -> Isian:
    """The kept columns of all rows (refused ones too, to keep the numbering); NIK stays apart."""
    teks = {h: bacaan.teks(h) for h in TERSIMPAN if bacaan.ada(h) and h not in (NIK, NIP)}
    nip = [n or "" for n in bacaan.nip]
    return Isian(nip, {NIP: list(nip), **teks})
