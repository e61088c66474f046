#!/usr/bin/env python3
"""Pemeriksa jejak SERASI: satu berkas, tanpa basis data, tanpa pustaka lain.

    python periksa_jejak.py JEJAK.jsonl [--akar AKAR]
    python periksa_jejak.py --tanda-terima TANDA-TERIMA.json --akar AKAR
    python periksa_jejak.py --lanjutan BUKTI.json --akar-lama AKAR --akar AKAR

What an auditor, or an employee with his receipt, takes home. It knows nothing of the project and
reads only the given file; every format and rule is written in docs/jejak.md, so that anybody can
write such a tool again. AKAR is <count>:<hex>, from the minutes, the mail or the public page.
Exit status: 0 it is sound, 4 it is broken, 2 the file or the arguments cannot be used.
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
    *("urutan", "versi", "waktu", "pelaku_id", "pelaku_peran", "tindakan", "objek_jenis"),
    *("objek_id", "permintaan", "hash_isi", "hash_sebelum"),
)
BARIS = frozenset((*KOLOM, "hash", "garam", "isi"))
AWAL = "0" * 64
VERSI = (1,)
BATAS = 1000
AKAR = re.compile(r"(?:(\d{1,18}):)?([0-9a-f]{64})", re.ASCII)
GARAM = re.compile(r"[0-9a-f]{32}", re.ASCII)
SIDIK = re.compile(r"[0-9a-f]{64}", re.ASCII)
TERBESAR = 10**18
Akar = tuple[int | None, str]


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

    def __init__(self, akar: Akar | None) -> None:
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
        elif not _sebaris(data):
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
        dihitung = hash_entri(data)
        if data["hash"] != dihitung.hex():
            self.langgar(nomor, "hash_entri", "kolom entri tidak sesuai dengan hash-nya: diubah.")
        self.isi(data)
        self.penghapusan(data)
        self.kepala = data["hash"]
        self.nomor = nomor if isinstance(nomor, int) else self.nomor + 1
        self.pohon.tambah(dihitung)
        self._bandingkan()

    def isi(self, data: dict[str, Any]) -> None:
        """Check the content against the hash the entry keeps of it."""
        if data["garam"] is None and data["isi"] is None:
            self.hilang.add(data["urutan"] if isinstance(data["urutan"], int) else 0)
        elif not isi_cocok(data):
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


def hash_entri(data: dict[str, Any]) -> bytes:
    """The hash of an entry, over its eleven columns."""
    kolom = kanonik({nama: data[nama] for nama in KOLOM})
    return sha256(kolom.encode("utf-8", "surrogatepass")).digest()


def isi_cocok(data: dict[str, Any]) -> bool:
    """Whether salt and content are those the entry keeps the hash of."""
    garam, isi = data["garam"], data["isi"]
    if not (isinstance(garam, str) and isinstance(isi, str) and GARAM.fullmatch(garam)):
        return False
    bahan = bytes.fromhex(garam) + isi.encode("utf-8", "surrogatepass")
    return sha256(bahan).hexdigest() == data["hash_isi"]


def _sebaris(data: dict[str, Any]) -> bool:
    """Whether this is an entry as exported: exactly its columns, each a plain value."""
    return set(data) == BARIS and not any(isinstance(n, dict | list) for n in data.values())


def _tanpa_ganda(pasangan: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pasangan)
    if len(data) != len(pasangan):
        raise ValueError("satu kunci tertulis dua kali")
    return data


def periksa(barisan: Iterable[str], akar: Akar | None = None) -> Pemeriksa:
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


def akar_dari_bukti(data: bytes, nomor: int, n: int, jalur: list[bytes]) -> str:
    """The head a leaf and its path lead to in a tree of ``n`` (RFC 9162, 2.1.3.2); "" for none."""
    daun = sha256(b"\x00" + data).digest()
    return _naik(nomor, n - 1, daun, jalur)[1]


def akar_dari_lanjut(m: int, n: int, lama: bytes, jalur: list[bytes]) -> tuple[str, str]:
    """The heads of the old and the new tree a proof leads to (RFC 9162, 2.1.4.2); "" for none."""
    if m == n:
        return ("", "") if jalur else (lama.hex(), lama.hex())
    langkah = [lama, *jalur] if m & (m - 1) == 0 else jalur
    letak, akhir = m - 1, n - 1
    while letak & 1:
        letak, akhir = letak >> 1, akhir >> 1
    return _naik(letak, akhir, langkah[0], langkah[1:]) if langkah else ("", "")


def _naik(letak: int, akhir: int, awal: bytes, jalur: list[bytes]) -> tuple[str, str]:
    """From a node up to the head: of the tree that ends with it, and of the one it stands in."""
    lama = baru = awal
    for kawan in jalur:
        if akhir == 0:
            return "", ""
        if letak & 1 or letak == akhir:
            lama = sha256(b"\x01" + kawan + lama).digest()
            baru = sha256(b"\x01" + kawan + baru).digest()
            while letak and not letak & 1:
                letak, akhir = letak >> 1, akhir >> 1
        else:
            baru = sha256(b"\x01" + baru + kawan).digest()
        letak, akhir = letak >> 1, akhir >> 1
    return (lama.hex(), baru.hex()) if akhir == 0 else ("", "")


def periksa_tanda_terima(berkas: object, akar: Akar) -> list[str]:
    """What is wrong with a receipt, in sentences; none when it holds under the head one knows."""
    try:
        if not isinstance(berkas, dict) or berkas["jenis"] != "serasi.tanda_terima":
            raise ValueError("jenisnya lain")
        entri, n, jalur = berkas["entri"], _bilangan(berkas["akar"]["n"]), _jalur(berkas["bukti"])
        if not isinstance(entri, dict) or not _sebaris(entri):
            raise ValueError("kolom entrinya lain")
        nomor = _bilangan(entri["urutan"])
    except (KeyError, TypeError, ValueError) as galat:
        return [f"Berkas ini bukan tanda terima SERASI yang utuh ({galat})."]
    if akar[0] not in (None, n):
        return [f"Tanda terima ini untuk akar atas {n} entri. Berikan akar itu: {n}:<heksa>."]
    temuan = []
    data = hash_entri(entri)
    if entri["hash"] != data.hex():
        temuan.append("Kolom entri tidak sesuai dengan hash-nya: diubah.")
    if berkas.get("daun") != sha256(b"\x00" + data).hexdigest():
        temuan.append("Hash daun tidak sesuai dengan entrinya: diubah.")
    if (entri["garam"] is not None or entri["isi"] is not None) and not isi_cocok(entri):
        temuan.append("Isi tidak sesuai dengan hash yang disimpan entri: diubah.")
    if not 0 < nomor <= n or akar_dari_bukti(data, nomor - 1, n, jalur) != akar[1]:
        temuan.append("Bukti tidak menuju akar yang Anda berikan: entri ini tidak terbukti.")
    return temuan


def periksa_lanjutan(berkas: object, lama: Akar, baru: Akar) -> list[str]:
    """What is wrong with a proof that a later head only went on from an earlier one."""
    try:
        if not isinstance(berkas, dict) or berkas["jenis"] != "serasi.bukti_lanjut":
            raise ValueError("jenisnya lain")
        m, n = _bilangan(berkas["lama"]["n"]), _bilangan(berkas["baru"]["n"])
        jalur = _jalur(berkas["bukti"])
    except (KeyError, TypeError, ValueError) as galat:
        return [f"Berkas ini bukan bukti lanjutan SERASI yang utuh ({galat})."]
    if lama[0] not in (None, m) or baru[0] not in (None, n):
        return [f"Bukti ini untuk akar atas {m} entri dan akar atas {n} entri. Berikan keduanya."]
    cocok = 0 < m <= n and akar_dari_lanjut(m, n, bytes.fromhex(lama[1]), jalur)
    if cocok != (lama[1], baru[1]):
        return ["Akar baru TIDAK terbukti melanjutkan akar lama: jejak mungkin ditulis ulang."]
    return []


def _bilangan(nilai: object) -> int:
    if not isinstance(nilai, int) or isinstance(nilai, bool) or not 0 <= nilai < TERBESAR:
        raise ValueError("bukan bilangan yang wajar")
    return nilai


def _jalur(bukti: Any) -> list[bytes]:
    if not isinstance(bukti, list) or len(bukti) > 128:
        raise ValueError("buktinya bukan daftar yang wajar")
    if not all(isinstance(satu, str) and SIDIK.fullmatch(satu) for satu in bukti):
        raise ValueError("buktinya memuat yang bukan hash")
    return [bytes.fromhex(satu) for satu in bukti]


def uraian(entri: dict[str, Any]) -> list[str]:
    """The entry of a sound receipt in words."""
    baris = [
        f"Entri   : nomor {entri['urutan']}, {entri['waktu']} (UTC)",
        f"Tindakan: {entri['tindakan']} atas {entri['objek_jenis']} {entri['objek_id']}",
        f"Pelaku  : {entri['pelaku_peran']}",
    ]
    tanpa = "tidak disertakan, atau sudah dihapus; bahwa entri ini ada, tetap terbukti"
    baris.append(f"Isi     : {tanpa if entri['isi'] is None else entri['isi']}")
    return ["".join(h if h.isprintable() else "?" for h in satu) for satu in baris]


def _akar(teks: str) -> Akar:
    cocok = AKAR.fullmatch(teks.strip().lower())
    if cocok is None:
        raise argparse.ArgumentTypeError("akar ditulis <jumlah entri>:<64 angka heksa>")
    return (int(cocok[1]) if cocok[1] else None), cocok[2]


def _muat(berkas: Path) -> object:
    try:
        return json.loads(berkas.read_text("utf-8-sig"), object_pairs_hook=_tanpa_ganda)
    except (ValueError, RecursionError):
        return None


def _tanda_terima(pilihan: argparse.Namespace) -> tuple[int, str]:
    berkas: Any = _muat(pilihan.tanda_terima)
    if temuan := periksa_tanda_terima(berkas, pilihan.akar):
        return 4, "\n".join(["Tanda terima TIDAK SAH:", *temuan])
    kepala = f"Tanda terima SAH: entri ini tercakup akar {berkas['akar']['n']}:{pilihan.akar[1]}."
    ekor = [
        "Terbukti: entri ini tercatat demikian sebelum akar itu terbit, dan sejak itu tetap.",
        "Tidak terbukti: bahwa yang diketik waktu itu memang benar.",
        "Pastikan akarnya dari berita acara, surel, atau halaman umum; bukan dari berkas ini.",
    ]
    return 0, "\n".join([kepala, *uraian(berkas["entri"]), *ekor])


def _lanjutan(pilihan: argparse.Namespace) -> tuple[int, str]:
    if temuan := periksa_lanjutan(_muat(pilihan.lanjutan), pilihan.akar_lama, pilihan.akar):
        return 4, "\n".join(temuan)
    kata = "Akar baru SAH melanjutkan akar lama: semua entri di bawah akar lama masih utuh di"
    return 0, f"{kata}\nbawah akar baru, dengan urutan yang sama."


def _jejak(pilihan: argparse.Namespace) -> tuple[int, str]:
    with pilihan.berkas.open("r", -1, "utf-8-sig", "surrogateescape", "\n") as berkas:
        hasil = periksa(berkas, pilihan.akar)
    return (4 if hasil.jumlah_pelanggaran else 0), laporan(hasil)


def _pilihan(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Memeriksa jejak atau tanda terima SERASI.")
    parser.add_argument("berkas", type=Path, metavar="JEJAK.jsonl", nargs="?")
    parser.add_argument("--tanda-terima", type=Path, metavar="FILE.json", help="satu tanda terima")
    parser.add_argument("--lanjutan", type=Path, metavar="FILE.json", help="bukti antara dua akar")
    parser.add_argument("--akar", type=_akar, help="akar yang pernah diterbitkan")
    parser.add_argument("--akar-lama", type=_akar, help="akar yang lebih dahulu, untuk --lanjutan")
    pilihan = parser.parse_args(argv)
    diminta = [pilihan.berkas, pilihan.tanda_terima, pilihan.lanjutan]
    if sum(satu is not None for satu in diminta) != 1:
        parser.error("sebutkan satu berkas: jejak, --tanda-terima, atau --lanjutan")
    if pilihan.akar is None and pilihan.berkas is None:
        parser.error("--akar wajib: ambil dari berita acara, surel, atau halaman umum")
    if (pilihan.akar_lama is None) != (pilihan.lanjutan is None):
        parser.error("--akar-lama hanya dan selalu bersama --lanjutan")
    return pilihan


def main(argv: list[str] | None = None) -> int:
    """Check one file and say so; the exit status is the verdict."""
    pilihan = _pilihan(argv)
    tugas = _tanda_terima if pilihan.tanda_terima else _lanjutan if pilihan.lanjutan else _jejak
    try:
        status, teks = tugas(pilihan)
    except OSError as galat:
        sys.stderr.write(f"Berkas tidak dapat dibaca: {galat}\n")
        return 2
    sandi = sys.stdout.encoding or "ascii"
    sys.stdout.write(teks.encode(sandi, "backslashreplace").decode(sandi) + "\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
