"""The pieces that are measured, each in a fresh process: ``-m tolok_ukur.kerja NAME JSON``.

A lower limit is measured by the same process kind on the same machine in the same run.
"""

from __future__ import annotations

import json
import resource
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

Hasil = tuple[float, dict[str, Any]]


def _django() -> None:
    import django

    django.setup()


def isi(pegawai: int, unit: int) -> Hasil:
    """Fill the database with invented data."""
    _django()
    from config.peragaan.isi import isi_peragaan
    from organisasi.models import Pengguna

    mulai = time.perf_counter()
    isi_peragaan(
        jumlah=pegawai, benih=1, per=date(2026, 11, 1), unit=unit, lapor=lambda _: None,
        oleh=Pengguna.objects.get(nama_pengguna="sistem"),
    )  # fmt: skip
    return time.perf_counter() - mulai, {}


def buat_berkas(pegawai: int, unit: int, tujuan: str) -> Hasil:
    """Write the reference files and one export of one status with so many people."""
    _django()
    from config.peragaan.berkas import berkas_pegawai, berkas_struktur
    from config.peragaan.orang import orang
    from config.peragaan.susunan import bangun

    mulai = time.perf_counter()
    k = bangun(int(pegawai * 1.75), benih=1, unit=unit)
    folder = Path(tujuan)
    folder.mkdir(parents=True, exist_ok=True)
    berkas_struktur(k, folder)
    baris = [b for s, b in orang(k, benih=1, per=date(2026, 10, 1)) if s == "PNS"][:pegawai]
    berkas_pegawai("PNS", baris, folder, "pns.xlsx")
    return time.perf_counter() - mulai, {"baris": len(baris)}


def calamine(berkas: str) -> Hasil:
    """Lower limit of looking: the library iterates over the file."""
    import python_calamine

    mulai = time.perf_counter()
    buku = python_calamine.CalamineWorkbook.from_path(berkas)
    sel = 0
    for baris in buku.get_sheet_by_index(0).iter_rows():
        sel += len(baris)
    return time.perf_counter() - mulai, {"sel": sel}


def pratinjau(berkas: str) -> Hasil:
    """Look at the file: nothing is written."""
    return _impor(berkas, terapkan=False)


def terapkan(berkas: str) -> Hasil:
    """Look and apply."""
    return _impor(berkas, terapkan=True)


def _impor(berkas: str, *, terapkan: bool) -> Hasil:
    _django()
    from organisasi.impor import JENIS
    from organisasi.models import Pengguna
    from organisasi.services.impor import periksa_berkas, terapkan_berkas

    kerja: Callable[..., Any] = terapkan_berkas if terapkan else periksa_berkas
    oleh = Pengguna.objects.get(nama_pengguna="sistem")
    mulai = time.perf_counter()
    hasil = kerja(Path(berkas), JENIS["pegawai"], per=date(2026, 10, 1), oleh=oleh)
    return time.perf_counter() - mulai, {"diterima": hasil.diterima, "baru": hasil.baru}


def tulis_ulang(sebelum: str, sesudah: str, berkas: str) -> Hasil:
    """Lower limit of applying: read the file, then ``executemany`` of exactly the rows it wrote."""
    detik, _ = calamine(berkas)
    with TemporaryDirectory() as folder:
        salinan = Path(folder) / "salinan.sqlite3"
        shutil.copy(sebelum, salinan)
        baris = _baris_baru(Path(sebelum), Path(sesudah))
        basis = sqlite3.connect(salinan, isolation_level=None)
        basis.execute("PRAGMA journal_mode=WAL")
        basis.execute("PRAGMA synchronous=NORMAL")
        mulai = time.perf_counter()
        basis.execute("BEGIN IMMEDIATE")
        # An entry of the trail comes before its content: the triggers of the database see to it.
        for tabel in sorted(baris, key=lambda nama: (nama != "jejak_peristiwa", nama)):
            isi_tabel = baris[tabel]
            tanda = ",".join("?" * len(isi_tabel[0]))
            basis.executemany(f'INSERT INTO "{tabel}" VALUES ({tanda})', isi_tabel)  # noqa: S608
        basis.execute("COMMIT")
        detik += time.perf_counter() - mulai
        basis.close()
    return detik, {"baris": sum(map(len, baris.values())), "tabel": len(baris)}


def _baris_baru(sebelum: Path, sesudah: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Rows of every table that came between two states of one database."""
    basis = sqlite3.connect(sesudah)
    basis.execute("ATTACH ? AS lama", (str(sebelum),))
    tabel = [
        nama
        for (nama,) in basis.execute(
            "SELECT name FROM main.sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"
        )
    ]
    hasil = {}
    for nama in tabel:
        kunci = basis.execute(
            "SELECT name FROM pragma_table_info(?) WHERE pk=1", (nama,)
        ).fetchone()
        if kunci is None:
            continue
        rows = basis.execute(
            f'SELECT * FROM main."{nama}" WHERE "{kunci[0]}" NOT IN '  # noqa: S608
            f'(SELECT "{kunci[0]}" FROM lama."{nama}")'
        ).fetchall()
        if rows:
            hasil[nama] = rows
    basis.close()
    return hasil


def isi_tugas(formasi: int, tugas: int) -> Hasil:
    """Task rows for so many posts."""
    _django()
    from tolok_ukur import kebutuhan

    return kebutuhan.isi_tugas(formasi, tugas)


def analisis(per: str, keluaran: str) -> Hasil:
    """The whole analysis of one day, written out."""
    _django()
    from tolok_ukur import kebutuhan

    return kebutuhan.analisis(per, keluaran)


def satu_agregat(per: str, keluaran: str, tugas: bool) -> Hasil:
    """Lower limit of the analysis: one SQL aggregate, written out."""
    _django()
    from tolok_ukur import kebutuhan

    return kebutuhan.satu_agregat(per, keluaran, tugas)


def isi_nilai() -> Hasil:
    """A published set and measured values of two years."""
    _django()
    from tolok_ukur import nilai

    return nilai.isi_nilai()


def hitung_nilai() -> Hasil:
    """The scores of two years."""
    _django()
    from tolok_ukur import nilai

    return nilai.hitung_nilai()


def batas_nilai(sesudah: str) -> Hasil:
    """Lower limit of the scores: the same rows read, the same rows written, nothing computed."""
    _django()
    from tolok_ukur import nilai

    return nilai.batas_nilai(sesudah)


def halaman(kali: int, daftar: str = "") -> Hasil:
    """Every page of the register: queries, SQL seconds, bytes, median and p95 of server time."""
    _django()
    from tolok_ukur.halaman import ukur_halaman

    mulai = time.perf_counter()
    return time.perf_counter() - mulai, {"halaman": ukur_halaman(kali, daftar)}


KERJA: dict[str, Callable[..., Hasil]] = {
    f.__name__: f
    for f in (isi, isi_tugas, buat_berkas, calamine, pratinjau, terapkan, tulis_ulang, analisis,
              satu_agregat, isi_nilai, hitung_nilai, batas_nilai, halaman)
}  # fmt: skip


if __name__ == "__main__":
    detik, hasil = KERJA[sys.argv[1]](**json.loads(sys.argv[2]))
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"detik": detik, "puncak_mb": round(puncak, 1), "hasil": hasil}, default=str))
