"""Allowances of the demonstration: round invented amounts, marked as such; classes are left empty.

A few JF have none, as in real tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from config.peragaan.berkas import tulis
from organisasi.impor import JENIS
from organisasi.models import Pengguna
from organisasi.services.impor_langsung import terapkan_langsung
from pegawai.columns_tunjangan import TUNJANGAN_TEMPLAT

DASAR = "Angka peragaan, bukan peraturan"
STRUKTURAL = (
    ("II.a", 3_200_000), ("II.b", 2_000_000), ("III.a", 1_300_000), ("III.b", 1_000_000),
    ("IV.a", 550_000), ("IV.b", 500_000),
)  # fmt: skip
_KEAHLIAN = (("Ahli Pertama", 500_000), ("Ahli Muda", 900_000), ("Ahli Madya", 1_200_000))
_KETERAMPILAN = (("Terampil", 350_000), ("Mahir", 450_000), ("Penyelia", 750_000))
AHLI = (
    "Analis Kebijakan", "Analis Sumber Daya Manusia Aparatur", "Auditor", "Bidan", "Dokter", "Guru",
    "Perawat", "Perencana", "Pranata Komputer",
)  # fmt: skip
TERAMPIL = ("Arsiparis", "Bidan", "Perawat", "Pranata Laboratorium Kesehatan")


def tunjangan_peragaan(*, per: date) -> None:
    """By the account of the head of BKPSDM, in force since the year before last."""
    oleh = Pengguna.objects.get(nama_pengguna="kepala-bkpsdm")
    with TemporaryDirectory() as folder:
        path = tulis(
            Path(folder) / "tunjangan_jabatan.xlsx", [k.header for k in TUNJANGAN_TEMPLAT],
            list(_baris(date(per.year - 2, 1, 1))), "tunjangan",
        )  # fmt: skip
        terapkan_langsung(path, JENIS["tunjangan"], per=per, oleh=oleh)


def _baris(mulai: date) -> Iterator[tuple[Any, ...]]:
    for eselon, besaran in STRUKTURAL:
        yield "struktural", eselon, None, besaran, DASAR, mulai
    for semua, tingkat in ((AHLI, _KEAHLIAN), (TERAMPIL, _KETERAMPILAN)):
        for nama in semua:
            for jenjang, besaran in tingkat:
                yield "fungsional", nama, jenjang, besaran, DASAR, mulai
