"""Lines pasted from a sheet: who, to which unit, into which post; what cannot be read is named."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pegawai.kernel.jenjang import kunci_nama

NIP, UNIT, JABATAN, OPD = "NIP", "Unit kerja tujuan", "Jabatan tujuan", "OPD"
KOLOM = (NIP, UNIT, JABATAN, OPD)
MAKS_SEL = 255  # letters of a name in the register
_BUKAN_ANGKA = re.compile(r"[\s.'`-]")
# What Excel makes of a number longer than it can hold.
_BILANGAN = re.compile(r"^\d[.,]\d+E\+?\d+$", re.IGNORECASE)


class Galat(NamedTuple):
    """What speaks against a line: in which column, what stands there, and the cure."""

    kolom: str
    nilai: str
    pesan: str


@dataclass(frozen=True)
class Tempelan:
    """One line with the number it has in what was pasted; ``opd`` is often empty."""

    nomor: int
    nip: str
    unit: str
    jabatan: str
    opd: str = ""
    galat: tuple[Galat, ...] = ()

    @property
    def teks(self) -> str:
        """As it can be pasted again."""
        return "\t".join((self.nip, self.unit, self.jabatan, self.opd)).rstrip()


def baca(teks: str) -> list[Tempelan]:
    """The lines, without empty ones and without a header; cells apart by tabs, else by ``;``."""
    hasil: list[Tempelan] = []
    pertama: dict[str, int] = {}
    for nomor, sel in _rekaman(teks):
        if not pertama and kunci_nama(sel[0]).startswith("nip"):
            continue
        satu = _tempelan(nomor, sel)
        if satu.nip in pertama and not satu.galat:
            pesan = f"Sudah disebut di baris {pertama[satu.nip]}. Hapus salah satunya."
            satu = replace(satu, galat=(Galat(NIP, satu.nip, pesan),))
        pertama.setdefault(satu.nip, nomor)
        hasil.append(satu)
    return hasil


def _rekaman(teks: str) -> Iterator[tuple[int, list[str]]]:
    """Number of its first line, and its cells without the blanks around and between words."""
    pemisah = "\t" if "\t" in teks else ";"
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)
    mulai = 1
    for sel in pembaca:
        rapi = [" ".join(satu.split()) for satu in sel]
        while rapi and not rapi[-1]:
            rapi.pop()
        if rapi:
            yield mulai, rapi
        mulai = pembaca.line_num + 1


def _tempelan(nomor: int, sel: Sequence[str]) -> Tempelan:
    nip, unit, jabatan, opd = [*sel[:4], *("" for _ in range(4 - len(sel)))]
    bersih = _BUKAN_ANGKA.sub("", nip)
    galat = [*_bentuk(sel)] or [*_nip(nip, bersih), *_kosong(unit, jabatan)]
    dikenal = bersih if bersih.isdecimal() else nip
    return Tempelan(nomor, dikenal[:60], unit, jabatan, opd, tuple(galat))


def _bentuk(sel: Sequence[str]) -> Iterator[Galat]:
    if len(sel) == 1 and not sel[0].isdecimal():
        yield Galat(NIP, _pendek(sel[0]), "Kolomnya tidak terpisah. Salin sel-selnya dari Excel, "
                    "atau pisahkan dengan titik koma.")  # fmt: skip
    elif len(sel) > len(KOLOM):
        yield Galat(OPD, _pendek(sel[4]), f"Ada {len(sel)} kolom. Salin hanya NIP, unit kerja, "
                    "jabatan, dan bila perlu OPD.")  # fmt: skip
    for nama, satu in zip(KOLOM, sel, strict=False):
        if len(satu) > MAKS_SEL:
            yield Galat(nama, _pendek(satu), "Selnya terlalu panjang. Periksa tanda kutip ganda "
                        "yang tidak ditutup di baris ini.")  # fmt: skip


def _nip(tertulis: str, bersih: str) -> Iterator[Galat]:
    if _BILANGAN.match(tertulis):
        yield Galat(NIP, tertulis, "Excel mengubah NIP ini menjadi bilangan. Jadikan format "
                    "kolomnya Teks, tulis lagi NIP-nya, lalu salin ulang.")  # fmt: skip
    elif not (bersih.isascii() and bersih.isdecimal() and len(bersih) == 18):
        yield Galat(NIP, _pendek(tertulis), "Bukan NIP 18 angka.")


def _kosong(unit: str, jabatan: str) -> Iterator[Galat]:
    if not unit:
        yield Galat(UNIT, "", "Kosong. Tulis nama unitnya seperti di daftar unit, atau ID "
                    "SIASN-nya.")  # fmt: skip
    if not jabatan:
        yield Galat(JABATAN, "", "Kosong. Tulis nama jabatannya.")


def _pendek(teks: str) -> str:
    return teks if len(teks) <= 60 else f"{teks[:59]}…"
