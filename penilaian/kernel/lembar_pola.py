"""How a needs sheet is read: proposed from what its (merged, several rows deep) header says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, NamedTuple

from penilaian.kernel.lembar_kata import baris_jumlah, huruf_besar, rapatkan

CUPLIKAN = 600  # rows of a sheet that the proposal looks at
_KEPALA_MAKS = 40  # a header stands in the first rows
_TINGGI_MAKS = 8
_NAMA = re.compile(r"\bJABATAN\b|\bUNIT (?:ORGANISASI|KERJA)\b|\bNAMA UNIT\b")
_KEBUTUHAN = re.compile(r"\bKEBUTUHAN\b|\bABK\b|\bANALISIS BEBAN KERJA\b|\bFORMASI\b")
_ABK = re.compile(r"\bABK\b|\bANALISIS BEBAN KERJA\b")
_BUKAN_KINI = re.compile(r"\bPROYEKSI\b|\bDIBUTUHKAN\b|\bPENSIUN\b|\bBUP\b")
_BEZETTING = re.compile(r"\bBEZETT?ING\b|\b(?:PEGAWAI|PNS|ASN) (?:SAAT INI|YANG ADA|S D)\b|"
                        r"^(?:JML|JUMLAH) (?:PEGAWAI|PNS|ASN)\b|\bEKSISTING\b")  # fmt: skip
_UNIT = re.compile(r"\bUNIT (?:ORGANISASI|KERJA)\b|\bNAMA UNIT\b|\bPERANGKAT DAERAH\b|\bUNOR\b")
_JENIS = re.compile(r"\b(?:JENIS|TIPE)(?: JABATAN)?\b")
_ISI_JENIS = frozenset({"FT", "JFT", "JF", "JFU", "JP", "JPT", "JA", "STRUKTURAL", "PELAKSANA"})
_SELURUH = re.compile(r"SELURUH|KESELURUHAN|TOTAL|GRAND")

Sel = object
Kisi = Sequence[tuple[int, Sequence[Sel]]]


class Gabungan(NamedTuple):
    """A merged rectangle: rows as a person counts them, columns from 0."""

    baris_awal: int
    kolom_awal: int
    baris_akhir: int
    kolom_akhir: int


class Lembaran(NamedTuple):
    """The top of one sheet: its name, numbered rows, merges."""

    nama: str
    baris: Kisi
    gabungan: Sequence[Gabungan] = ()


@dataclass(frozen=True)
class Pola:
    """The columns by letter (empty: the sheet has none), the sheet, the first row of data."""

    lembar: str
    baris_pertama: int
    nama: str
    kebutuhan: str
    bezetting: str = ""
    unit: str = ""
    jenis: str = ""
    urut: str = ""

    def sebagai_json(self) -> dict[str, Any]:
        """As it is stored."""
        return asdict(self)

    @classmethod
    def dari_json(cls, isi: Mapping[str, Any]) -> Pola:
        """As it was stored; other keys are somebody else's."""
        return cls(**{f.name: isi[f.name] for f in fields(cls) if f.name in isi})

    def letak(self) -> dict[str, int]:
        """The position of each column that is read, by the field's name."""
        kolom = ("nama", "kebutuhan", "bezetting", "unit", "jenis", "urut")
        return {k: nomor_kolom(getattr(self, k)) for k in kolom if getattr(self, k)}


@dataclass(frozen=True)
class Kepala:
    """A header: its first row, the first row of data, the words above each column."""

    baris: int
    baris_pertama: int
    kolom_nama: int
    judul: Mapping[int, tuple[str, ...]]

    def teks(self, kolom: int) -> str:
        """The words above a column in one line, in upper case."""
        return huruf_besar(" ".join(self.judul.get(kolom, ())))


def nomor_kolom(huruf: str) -> int:
    """A is 0, AA is 26."""
    nomor = 0
    for satu in huruf.upper():
        nomor = nomor * 26 + ord(satu) - 64
    return nomor - 1


def huruf_kolom(nomor: int) -> str:
    """0 is A, 26 is AA."""
    huruf, nomor = "", nomor + 1
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def usulkan(lembar: Iterable[Lembaran]) -> Pola | None:
    """The sheet and the columns that most likely state needs by job; None when none does."""
    calon = [usul for satu in lembar for usul in _usulan_lembar(satu)]
    return max(calon, key=lambda c: c[0])[1] if calon else None


def _usulan_lembar(lembar: Lembaran) -> Iterable[tuple[tuple[int, int, int], Pola]]:
    for kepala in cari_kepala(lembar):
        butuh = kolom_kebutuhan(kepala)
        if not butuh:
            continue
        bezetting = _kolom(kepala, _BEZETTING, kecuali=butuh)
        isi = [n for n in lembar.baris if n[0] >= kepala.baris_pertama]
        terisi = sum(bool(_teks(n, kepala.kolom_nama)) and _angka(n, butuh[0]) for n in isi)
        jenis = _kolom_jenis(kepala, isi)
        pola = Pola(
            lembar=lembar.nama,
            baris_pertama=kepala.baris_pertama,
            nama=huruf_kolom(kepala.kolom_nama),
            kebutuhan=huruf_kolom(butuh[0]),
            bezetting=_huruf(bezetting[0] if bezetting else None),
            unit=_huruf(_kolom_unit(kepala, isi, {*butuh, *bezetting, jenis})),
            jenis=_huruf(jenis),
            urut=_huruf(_kolom_urut(kepala, isi)),
        )
        kata = 2 * ("JABATAN" in kepala.teks(kepala.kolom_nama)) + bool(bezetting)
        yield (kata, terisi, -kepala.baris), pola


def cari_kepala(lembar: Lembaran) -> Iterable[Kepala]:
    """Every place of the sheet that can be the header of a table of names."""
    sel = _bentangkan(lembar)
    for nomor, nilai in lembar.baris:
        if nomor > _KEPALA_MAKS:
            return
        for kolom, isi in enumerate(nilai):
            if isinstance(isi, str) and _NAMA.search(huruf_besar(isi)):
                pertama = _baris_pertama(lembar, nomor, kolom)
                if pertama:
                    yield Kepala(nomor, pertama, kolom, _judul(sel, nomor, pertama))


def kolom_kebutuhan(kepala: Kepala) -> list[int]:
    """Columns that state the need of today, the surest first."""
    kolom = [
        k
        for k in sorted(kepala.judul)
        if k != kepala.kolom_nama
        and _KEBUTUHAN.search(kepala.teks(k))
        and not _BUKAN_KINI.search(kepala.teks(k))
    ]
    return sorted(kolom, key=lambda k: (not _ABK.search(kepala.teks(k)), k))


def _bentangkan(lembar: Lembaran) -> dict[tuple[int, int], str]:
    """Texts of the header rows; what a merge covers says what its first cell says."""
    sel = {
        (nomor, kolom): rapatkan(isi)
        for nomor, nilai in lembar.baris
        if nomor <= _KEPALA_MAKS + _TINGGI_MAKS
        for kolom, isi in enumerate(nilai)
        if isinstance(isi, str) and isi.strip()
    }
    for g in lembar.gabungan:
        isi = sel.get((g.baris_awal, g.kolom_awal), "")
        if isi and g.baris_awal <= _KEPALA_MAKS:
            for nomor in range(g.baris_awal, min(g.baris_akhir, _KEPALA_MAKS) + 1):
                for kolom in range(g.kolom_awal, g.kolom_akhir + 1):
                    sel[nomor, kolom] = isi
    return sel


def _baris_pertama(lembar: Lembaran, awal: int, kolom: int) -> int:
    """The row below the header: after the row of column numbers, or the first with a name."""
    tutup = max(
        (g.baris_akhir for g in lembar.gabungan
         if g.baris_awal <= awal <= g.baris_akhir and g.kolom_awal <= kolom <= g.kolom_akhir),
        default=awal,
    )  # fmt: skip
    calon = 0
    for baris in lembar.baris:
        nomor = baris[0]
        if nomor <= awal or nomor > tutup + _TINGGI_MAKS:
            continue
        if _baris_nomor(baris):
            return nomor + 1
        if nomor > tutup and not calon and _teks(baris, kolom):
            calon = nomor
    return calon


def _baris_nomor(baris: tuple[int, Sequence[Sel]]) -> bool:
    """The row "1 2 3 4 …" under many headers."""
    angka = [int(n) for n in baris[1] if isinstance(n, int | float) and float(n).is_integer()]
    return angka[:3] == [1, 2, 3] and angka == sorted(angka)


def _judul(
    sel: Mapping[tuple[int, int], str], awal: int, pertama: int
) -> dict[int, tuple[str, ...]]:
    judul: dict[int, list[str]] = {}
    for (nomor, kolom), teks in sorted(sel.items()):
        if awal <= nomor < pertama and teks not in judul.setdefault(kolom, []):
            judul[kolom].append(teks)
    return {kolom: tuple(teks) for kolom, teks in judul.items() if teks}


def _kolom(kepala: Kepala, pola: re.Pattern[str], *, kecuali: Iterable[int]) -> list[int]:
    tutup = {kepala.kolom_nama, *kecuali}
    return [k for k in sorted(kepala.judul) if k not in tutup and pola.search(kepala.teks(k))]


def _kolom_urut(kepala: Kepala, isi: Kisi) -> int | None:
    """The column of running numbers, when few rows carry one: then they count the OPD."""
    for kolom in sorted(kepala.judul):
        if kolom < kepala.kolom_nama and kepala.teks(kolom) in ("NO", "NOMOR", "NO URUT"):
            bernama = sum(bool(_teks(n, kepala.kolom_nama)) for n in isi)
            bernomor = sum(_angka(n, kolom) for n in isi)
            return kolom if bernomor * 5 <= bernama else None
    return None


def _kolom_jenis(kepala: Kepala, isi: Kisi) -> int | None:
    if bertajuk := _kolom(kepala, _JENIS, kecuali=()):
        return bertajuk[0]
    for kolom, teks in _isi_kolom(kepala, isi).items():
        kata = [huruf_besar(t) for t in teks]
        if len(kata) > 1 and sum(k in _ISI_JENIS for k in kata) >= 0.9 * len(kata):
            return kolom
    return None


def _kolom_unit(kepala: Kepala, isi: Kisi, tutup: set[int | None]) -> int | None:
    """By its header; else a column of texts that repeat from row to row."""
    bertajuk = _kolom(kepala, _UNIT, kecuali=[k for k in tutup if k is not None])
    if bertajuk:
        return bertajuk[0]
    for kolom, teks in _isi_kolom(kepala, isi).items():
        if kolom not in tutup and kolom not in kepala.judul and len(teks) >= 10:
            berulang = sum(a == b for a, b in zip(teks, teks[1:], strict=False))
            if berulang >= 0.5 * len(teks) and min(map(len, Counter(teks))) > 3:
                return kolom
    return None


def _isi_kolom(kepala: Kepala, isi: Kisi) -> dict[int, list[str]]:
    """Texts by column right of the names."""
    teks: dict[int, list[str]] = {}
    for _, nilai in isi:
        for kolom, satu in enumerate(nilai):
            if kolom > kepala.kolom_nama and isinstance(satu, str) and satu.strip():
                teks.setdefault(kolom, []).append(rapatkan(satu))
    return dict(sorted(teks.items()))


def _teks(baris: tuple[int, Sequence[Sel]], kolom: int) -> str:
    nilai = baris[1][kolom] if kolom < len(baris[1]) else ""
    return nilai.strip() if isinstance(nilai, str) else ""


def _angka(baris: tuple[int, Sequence[Sel]], kolom: int) -> bool:
    nilai = baris[1][kolom] if kolom < len(baris[1]) else ""
    return isinstance(nilai, int | float) and not isinstance(nilai, bool)


def _huruf(kolom: int | None) -> str:
    return "" if kolom is None else huruf_kolom(kolom)


class Pernyataan(NamedTuple):
    """A total the workbook states of itself: where, under which words, how much."""

    lembar: str
    sel: str
    sebutan: str
    nilai: float


def cari_pernyataan(lembar: Lembaran) -> list[Pernyataan]:
    """What the sums of one sheet say the need is; ``lembar.baris`` holds all its rows here.

    Of several sums the one over all, else the last; of several need columns the one called Jumlah.
    """
    for kepala in cari_kepala(lembar):
        if kolom := kolom_kebutuhan(kepala):
            jumlah = [k for k in kolom if any(huruf_besar(t) == "JUMLAH" for t in kepala.judul[k])]
            if semua := _jumlah_di(lembar, kepala, (jumlah or kolom)[0]):
                utama = [p for p in semua if _SELURUH.search(huruf_besar(p.sebutan))]
                return (utama or semua)[-1:]
    return []


def _jumlah_di(lembar: Lembaran, kepala: Kepala, kolom: int) -> list[Pernyataan]:
    tajuk = " ".join(kepala.judul[kolom])
    semua = []
    for baris in lembar.baris:
        if baris[0] < kepala.baris_pertama or not _angka(baris, kolom):
            continue
        # In a table of several name columns the word stands in any of the first.
        kata = (_teks(baris, k) for k in range(kepala.kolom_nama + 2))
        if sebutan := next((k for k in kata if k and baris_jumlah(k)), ""):
            nilai = float(baris[1][kolom])  # type: ignore[arg-type]
            sel = f"{huruf_kolom(kolom)}{baris[0]}"
            semua.append(Pernyataan(lembar.nama, sel, f"{rapatkan(sebutan)}: {tajuk}", nilai))
    return semua
