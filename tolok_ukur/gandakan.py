"""More people than a workbook may hold: the rows of the register copied in SQL, numbers changed.

Only for measuring pages: names repeat, the trail does not grow with them.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

ANAK = (
    "pegawai_identitas", "pegawai_katacari", "pegawai_penugasan", "pegawai_riwayatstatus",
    "pegawai_riwayatpangkat", "pegawai_riwayatpendidikan", "pegawai_riwayatkinerja",
    "pegawai_riwayatdisiplin", "pegawai_riwayatpelatihan",
)  # fmt: skip


def gandakan(basis: Path, kali: int) -> int:
    """Make ``kali`` people out of each; returns how many there are now."""
    sambungan = sqlite3.connect(basis, isolation_level=None)
    sambungan.execute("BEGIN IMMEDIATE")
    geser = _terakhir(sambungan, "pegawai_pegawai")
    asli = {tabel: _terakhir(sambungan, tabel) for tabel in ANAK}
    for ke in range(1, kali):
        # No birth year begins with 3 to 9: the first digit tells the copies apart.
        _salin(sambungan, "pegawai_pegawai", geser, geser * ke, 0, {
            "nip": f"'{ke + 2}' || substr(nip, 2)", "pengguna_id": "NULL",
        })  # fmt: skip
        for tabel, batas in asli.items():
            _salin(sambungan, tabel, batas, batas * ke, geser * ke, {})
    sambungan.execute("COMMIT")
    (banyak,) = sambungan.execute("SELECT COUNT(*) FROM pegawai_pegawai").fetchone()
    sambungan.execute("ANALYZE")
    sambungan.close()
    return int(banyak)


def _terakhir(sambungan: sqlite3.Connection, tabel: str) -> int:
    (nilai,) = sambungan.execute(f'SELECT COALESCE(MAX(id), 0) FROM "{tabel}"').fetchone()  # noqa: S608
    return int(nilai)


def _salin(
    sambungan: sqlite3.Connection, tabel: str, batas: int, geser: int, pegawai: int,
    ganti: dict[str, str],
) -> None:  # fmt: skip
    kolom = [r[1] for r in sambungan.execute(f'PRAGMA table_info("{tabel}")')]
    ekspresi = {"id": f"id + {geser}", "pegawai_id": f"pegawai_id + {pegawai}", **ganti}
    nilai = ", ".join(ekspresi.get(k, f'"{k}"') for k in kolom)
    nama = ", ".join(f'"{k}"' for k in kolom)
    sambungan.execute(
        f'INSERT INTO "{tabel}" ({nama}) SELECT {nilai} FROM "{tabel}" WHERE id <= {batas}'  # noqa: S608
    )
