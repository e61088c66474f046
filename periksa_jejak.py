#!/usr/bin/env python3
"""Pemeriksa jejak SERASI: satu berkas, tanpa basis data, tanpa pustaka lain.

    python periksa_jejak.py JEJAK.jsonl [--akar <jumlah>:<heksa>]

What an auditor takes home. It knows nothing of the project and reads only the exported file; the
format and every rule are written in docs/jejak.md, so that anybody can write such a tool again.
Exit status: 0 the trail is sound, 4 it is broken, 2 the file or the arguments cannot be used.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

KOLOM = (
    "urutan",
    "versi",
    "waktu",
    "pelaku_id",
    "pelaku_peran",
    "tindakan",
    "objek_jenis",
    "objek_id",
    "permintaan",
    "hash_isi",
    "hash_sebelum",
)
BARIS = frozenset((*KOLOM, "hash", "garam", "isi"))
AWAL = "0" * 64
VERSI = (1,)
BATAS = 1000
AKAR = re.compile(r"(?:(\d{1,18}):)?([0-9a-f]{64})", re.ASCII)
GARAM = re.compile(r"[0-9a-f]{32}", re.ASCII)


class Pohon:
    """The Merkle tree of RFC 6962 over the entries' hashes, kept as its peaks."""

    def __init__(self) -> None:
        self.n = 0
        self.puncak: list[bytes] = []

    def tambah(self, data: bytes) -> None:
        """Append one leaf."""
        simpul, sisa = sha256(b"\x00" + data).digest(), self.n
        while sisa & 1:
            simpul = sha256(b"\x01" + self.puncak.pop() + simpul).digest()
            sisa >>= 1
        self.puncak.append(simpul)
        self.n += 1

    def akar(self) -> str:
        """The head over all leaves so far."""
        if not self.puncak:
            return sha256(b"").hexdigest()
        simpul = self.puncak[-1]
        for kiri in reversed(self.puncak[:-1]):
            simpul = sha256(b"\x01" + kiri + simpul).digest()
        return simpul.hex()


class Pemeriksa:
    """Reads entry by entry; keeps the last hash, the peaks, and the numbers without content."""

    def __init__(self, akar: tuple[int | None, str] | None) -> None:
        self.diberi = akar
        self.cocok_pada: int | None = None
        self.pohon = Pohon()
        self.kepala = AWAL
        self.nomor = 0
        self.hilang: set[int] = set()
        self.dihapus = 0
        self.pelanggaran: list[str] = []
        self.jumlah_pelanggaran = 0
        self._bandingkan()

    def langgar(self, nomor: object, kode: str, pesan: str) -> None:
        """Note what is wrong."""
        self.jumlah_pelanggaran += 1
        if len(self.pelanggaran) < BATAS:
            self.pelanggaran.append(f"nomor {nomor}: {kode}: {pesan}")

    def baris(self, teks: str, letak: int) -> None:
        """Check one line of the file."""
        try:
            data = json.loads(teks, object_pairs_hook=_tanpa_ganda)
            if not isinstance(data, dict):
                raise ValueError("bukan objek")
        except (ValueError, RecursionError) as galat:
            self.langgar("?", "bentuk", f"baris {letak} bukan satu objek JSON ({galat}).")
            return
        if set(data) == {"urutan", "garam", "isi"}:
            self.langgar(data["urutan"], "isi_tanpa_entri", "isi tanpa entri: disisipkan.")
        elif set(data) != BARIS or any(isinstance(nilai, dict | list) for nilai in data.values()):
            self.langgar("?", "bentuk", f"kolom pada baris {letak} tidak seperti seharusnya.")
        else:
            self.entri(data)

    def entri(self, data: dict[str, Any]) -> None:
        """Check one entry: number, chain, columns, content, erasure."""
        nomor = data["urutan"]
        if nomor != self.nomor + 1:
            self.langgar(nomor, "urutan_putus", f"menyusul nomor {self.nomor}: tidak urut.")
        if data["versi"] not in VERSI:
            self.langgar(nomor, "bentuk", "versi entri tidak dikenal pemeriksa ini.")
        if data["hash_sebelum"] != self.kepala:
            self.langgar(nomor, "rantai_putus", "hash_sebelum bukan hash entri sebelumnya.")
        kolom = kanonik({nama: data[nama] for nama in KOLOM})
        dihitung = sha256(kolom.encode("utf-8", "surrogatepass"))
        if data["hash"] != dihitung.hexdigest():
            self.langgar(nomor, "hash_entri", "kolom entri tidak sesuai dengan hash-nya: diubah.")
        self.isi(data)
        self.penghapusan(data)
        self.kepala = data["hash"]
        self.nomor = nomor if isinstance(nomor, int) else self.nomor + 1
        self.pohon.tambah(dihitung.digest())
        self._bandingkan()

    def isi(self, data: dict[str, Any]) -> None:
        """Check the content against the hash the entry keeps of it."""
        garam, isi = data["garam"], data["isi"]
        if garam is None and isi is None:
            self.hilang.add(data["urutan"] if isinstance(data["urutan"], int) else 0)
            return
        benar = isinstance(garam, str) and isinstance(isi, str) and GARAM.fullmatch(garam)
        if benar:
            bahan = bytes.fromhex(garam) + isi.encode("utf-8", "surrogatepass")
            benar = sha256(bahan).hexdigest() == data["hash_isi"]
        if not benar:
            self.langgar(data["urutan"], "hash_isi", "isi tidak sesuai dengan hash_isi: diubah.")

    def penghapusan(self, data: dict[str, Any]) -> None:
        """An entry that erases: the content it names must be gone."""
        if data["tindakan"] != "jejak.dihapus" or data["objek_jenis"] != "jejak.peristiwa":
            return
        sasaran = str(data["objek_id"])
        nomor = int(sasaran) if sasaran.isdecimal() and len(sasaran) < 19 else 0
        if nomor in self.hilang:
            self.hilang.discard(nomor)
            self.dihapus += 1
        else:
            self.langgar(nomor, "isi_kembali", "isi dinyatakan dihapus, tetapi masih ada.")

    def selesai(self) -> None:
        """What can only be known at the end."""
        for nomor in sorted(self.hilang):
            self.langgar(nomor, "isi_hilang", "isi tidak ada, tanpa entri penghapusan.")
        if self.diberi is None or self.cocok_pada is not None:
            return
        n = self.diberi[0]
        if n is not None and n > self.pohon.n:
            pesan = f"akar meliputi {n} entri, berkas hanya memuat {self.pohon.n}: terpotong."
            self.langgar(0, "jejak_terpotong", pesan)
        else:
            self.langgar(0, "akar_berbeda", "akar yang diberikan tidak cocok dengan berkas ini.")

    def _bandingkan(self) -> None:
        if self.diberi is None or self.cocok_pada is not None:
            return
        n, heksa = self.diberi
        if n in (None, self.pohon.n) and self.pohon.akar() == heksa:
            self.cocok_pada = self.pohon.n


def kanonik(nilai: object) -> str:
    """Canonical JSON: keys sorted by code point, no blanks, letters as they are."""
    return json.dumps(nilai, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _tanpa_ganda(pasangan: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pasangan)
    if len(data) != len(pasangan):
        raise ValueError("satu kunci tertulis dua kali")
    return data


def periksa(barisan: Iterable[str], akar: tuple[int | None, str] | None = None) -> Pemeriksa:
    """Check the lines of a file."""
    pemeriksa = Pemeriksa(akar)
    for letak, teks in enumerate(barisan, start=1):
        if teks.strip():
            pemeriksa.baris(teks, letak)
    pemeriksa.selesai()
    return pemeriksa


def laporan(hasil: Pemeriksa) -> str:
    """The findings in words, and what they do not prove."""
    n = hasil.pohon.n
    keadaan = "TIDAK SAH" if hasil.jumlah_pelanggaran else "SAH"
    baris = [f"Jejak {keadaan}: {n} entri, {hasil.dihapus} di antaranya isinya dihapus secara sah."]
    baris += hasil.pelanggaran
    if (lebih := hasil.jumlah_pelanggaran - len(hasil.pelanggaran)) > 0:
        baris.append(f"... dan {lebih} pelanggaran lain.")
    baris += [f"Kepala: {hasil.kepala}", f"Akar  : {n}:{hasil.pohon.akar()}"]
    if hasil.cocok_pada is not None:
        baris.append(f"Akar yang diberikan cocok: {hasil.cocok_pada} entri pertama terlindung.")
    if hasil.diberi is None:
        baris.append("Tanpa --akar: penghapusan entri terbaru tidak dapat diketahui dari berkas.")
    baris.append("Entri sesudah akar terakhir yang diterbitkan belum terlindung dari penghapusan,")
    baris.append("dan rantai tidak membuktikan bahwa isi yang dicatat sejak awal memang benar.")
    return "\n".join(baris)


def _akar(teks: str) -> tuple[int | None, str]:
    cocok = AKAR.fullmatch(teks.strip().lower())
    if cocok is None:
        raise argparse.ArgumentTypeError("akar ditulis <jumlah entri>:<64 angka heksa>")
    return (int(cocok[1]) if cocok[1] else None), cocok[2]


def main(argv: list[str] | None = None) -> int:
    """Check one file and say so; the exit status is the verdict."""
    parser = argparse.ArgumentParser(description="Memeriksa ekspor jejak SERASI.")
    parser.add_argument("berkas", type=Path, metavar="JEJAK.jsonl")
    parser.add_argument("--akar", type=_akar, help="akar yang pernah diterbitkan")
    pilihan = parser.parse_args(argv)
    try:
        with pilihan.berkas.open("r", -1, "utf-8-sig", "surrogateescape", "\n") as berkas:
            hasil = periksa(berkas, pilihan.akar)
    except OSError as galat:
        sys.stderr.write(f"Berkas tidak dapat dibaca: {galat}\n")
        return 2
    teks = laporan(hasil).encode(sys.stdout.encoding or "ascii", "backslashreplace")
    sys.stdout.write(f"{teks.decode(sys.stdout.encoding or 'ascii')}\n")
    return 4 if hasil.jumlah_pelanggaran else 0


if __name__ == "__main__":
    sys.exit(main())
