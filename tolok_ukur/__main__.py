"""``python -m tolok_ukur {impor,kebutuhan,halaman,calon,nilai,pertumbuhan} [--pegawai N]``."""

from __future__ import annotations

import argparse
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tolok_ukur.gandakan import gandakan
from tolok_ukur.lari import Lari, bergantian, kelola, segar, tengah, ulang
from tolok_ukur.nilai import salin

UNIT = 1000  # offices stay as they are when people grow
FORMASI, TUGAS = 4000, 15  # posts with a computed need, and tasks of each
MAKS_BERKAS = 50_000  # more people than this are copies: a sheet holds 100,000 rows


def baris(nama: str, lari: Lari, batas: Lari | None = None) -> None:
    """Print one figure with its limit and the ratio."""
    teks = f"{nama:<34} {lari.detik:9.3f} s  puncak {lari.puncak_mb:7.1f} MB"
    if batas is not None:
        teks += f"  batas bawah {batas.detik:9.3f} s  rasio {lari.detik / batas.detik:6.2f}"
    print(f"{teks}  {lari.hasil or ''}", flush=True)


def impor(folder: Path, pegawai: int, kali: int) -> None:
    """Preview against iterating the file; apply against that plus the bare writes."""
    basis, berkas = folder / "impor.sqlite3", folder / "berkas"
    kelola(basis, "migrate", "-v0")
    baris("membuat berkas", segar("buat_berkas", basis, pegawai=pegawai, unit=UNIT, tujuan=berkas))
    for jenis in ("unor", "jabatan-struktural", "jabatan-fungsional", "jabatan-pelaksana"):
        kelola(
            basis,
            "impor",
            jenis,
            str(berkas / f"{jenis}.xlsx"),
            "--terapkan",
            "--per",
            "2026-10-01",
        )
    pns = berkas / "pns.xlsx"
    batas = ulang(kali, "calamine", basis, berkas=pns)
    baris("pratinjau", ulang(kali, "pratinjau", basis, berkas=pns), batas)
    _diam(basis)
    sebelum = folder / "sebelum.sqlite3"
    shutil.copy(basis, sebelum)
    lari = []
    for _ in range(kali):
        shutil.copy(sebelum, basis)
        lari.append(segar("terapkan", basis, berkas=pns))
        _diam(basis)
    tengah = sorted(lari, key=lambda satu: satu.detik)[len(lari) // 2]
    bawah = ulang(kali, "tulis_ulang", basis, sebelum=sebelum, sesudah=basis, berkas=pns)
    baris("penerapan", tengah, bawah)
    print(f"{'':<34} {bawah.hasil}")
    baris("berkas yang sama lagi", ulang(kali, "terapkan", basis, berkas=pns), batas)


def _diam(basis: Path) -> None:
    """Fold the write-ahead log into the file, so that copies are whole."""
    sambungan = sqlite3.connect(basis)
    sambungan.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sambungan.close()


def isi(folder: Path, pegawai: int) -> Path:
    """A database with so many invented people."""
    basis = folder / f"isi{pegawai}.sqlite3"
    if basis.exists():
        return basis
    kelola(basis, "migrate", "-v0")
    kali = -(-pegawai // MAKS_BERKAS)
    baris(f"mengisi {pegawai} pegawai", segar("isi", basis, pegawai=pegawai // kali, unit=UNIT))
    _diam(basis)
    if kali > 1:
        print(f"digandakan menjadi {gandakan(basis, kali)} pegawai", flush=True)
        kelola(basis, "hitung_ulang")
        _diam(basis)
    return basis


def kebutuhan(folder: Path, pegawai: int, kali: int) -> None:
    """The analysis of one day against one SQL aggregate, both written out; pages over all posts."""
    dasar = isi(folder, pegawai)
    basis = folder / f"tugas{pegawai}.sqlite3"
    if not basis.exists():
        shutil.copy(dasar, basis)
        nama = f"menulis {FORMASI * TUGAS} uraian tugas"
        baris(nama, segar("isi_tugas", basis, formasi=FORMASI, tugas=TUGAS))
        _diam(basis)
    keluaran = folder / "analisis.json"
    hari = {"per": "2026-11-01", "keluaran": keluaran}
    lari, tanpa, dengan = bergantian(
        kali,
        basis,
        ("analisis", hari),
        ("satu_agregat", {**hari, "tugas": False}),
        ("satu_agregat", {**hari, "tugas": True}),
    )
    baris("analisis, tanpa tugas di batas", lari, tanpa)
    baris("analisis, tugas ikut di batas", lari, dengan)
    print(f"{'batas bawah':<34} {tanpa.hasil} {dengan.hasil}")
    _cetak(pegawai, segar("halaman", basis, kali=max(kali, 15), daftar="kebutuhan"))


def nilai(folder: Path, pegawai: int, kali: int) -> None:
    """Scores of two years against reading the same rows and writing the same results."""
    for banyak in (pegawai // 10, pegawai):
        basis = folder / f"nilai{banyak}.sqlite3"
        if not basis.exists():
            shutil.copy(isi(folder, banyak), basis)
            baris("menulis nilai indikator", segar("isi_nilai", basis))
            _diam(basis)
        lari, batas = [], []
        for _ in range(kali):
            with TemporaryDirectory(dir=folder) as sementara:
                hitung, tulis = (Path(sementara) / n for n in ("hitung.sqlite3", "tulis.sqlite3"))
                salin(basis, hitung)
                salin(basis, tulis)
                lari.append(segar("hitung_nilai", hitung))
                batas.append(segar("batas_nilai", tulis, sesudah=hitung))
        satu, bawah = tengah(lari), tengah(batas)
        baris(f"nilai {banyak} pegawai, 2 tahun", satu, bawah)
        print(f"{'':<34} {bawah.hasil}")


def halaman(folder: Path, pegawai: int, kali: int) -> dict[str, tuple[float, float]]:
    """Every page: queries, bytes, server time against its own SQL time."""
    return _cetak(pegawai, segar("halaman", isi(folder, pegawai), kali=max(kali, 15)))


def calon(folder: Path, pegawai: int, kali: int) -> None:
    """The search for people before one post: the whole register is judged for every answer."""
    _cetak(pegawai, segar("halaman", isi(folder, pegawai), kali=max(kali, 5), daftar="calon"))


def _cetak(pegawai: int, lari: Lari) -> dict[str, tuple[float, float]]:
    hasil = lari.hasil["halaman"]
    judul = "kueri   sql ms  median ms  cpu ms    p95 ms  pertama    KB"
    print(f"\n{pegawai} pegawai\n{'halaman':<28} {judul}")
    for h in hasil:
        print(
            f"{h['nama']:<28} {h['kueri']:5} {h['sql_ms']:8.1f} {h['median_ms']:10.1f} "
            f"{h['cpu_ms']:7.1f} "
            f"{h['p95_ms']:9.1f} {h['pertama_ms']:8.1f} {h['bita'] / 1024:5.0f}",
            flush=True,
        )
    return {h["nama"]: (h["median_ms"], h["cpu_ms"]) for h in hasil}


def pertumbuhan(folder: Path, pegawai: int, kali: int) -> None:
    """The same pages from 2,000 people up to ``--pegawai``: queries and medians must not grow."""
    kecil = halaman(folder, 2000, kali)
    besar = halaman(folder, pegawai, kali)
    print(f"\n{'halaman':<22} {pegawai} : 2000, median jam lalu median prosesor")
    for nama, (jam, cpu) in kecil.items():
        print(f"{nama:<22} {besar[nama][0] / jam:6.2f} {besar[nama][1] / cpu:6.2f}")


UKURAN: dict[str, tuple[Callable[[Path, int, int], object], int]] = {
    "impor": (impor, 20_000),
    "kebutuhan": (kebutuhan, 20_000),
    "halaman": (halaman, 20_000),
    "calon": (calon, 20_000),
    "nilai": (nilai, 20_000),
    "pertumbuhan": (pertumbuhan, 200_000),
}


def main() -> None:
    """Parse, measure, print."""
    pengurai = argparse.ArgumentParser(prog="python -m tolok_ukur", description=__doc__)
    pengurai.add_argument("ukuran", choices=UKURAN)
    pengurai.add_argument("--pegawai", type=int)
    pengurai.add_argument("--kali", type=int, default=3, help="ulangan; median yang dicetak")
    pengurai.add_argument("--folder", type=Path, help="simpan basis data di sini")
    pilihan = pengurai.parse_args()
    kerja, bawaan = UKURAN[pilihan.ukuran]
    with TemporaryDirectory() as sementara:
        folder = pilihan.folder or Path(sementara)
        folder.mkdir(parents=True, exist_ok=True)
        kerja(folder, pilihan.pegawai or bawaan, pilihan.kali)


if __name__ == "__main__":
    main()
