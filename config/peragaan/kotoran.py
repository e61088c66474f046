"""The dirt real exports have, in small doses, so that one sees what becomes of it."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

Baris = dict[str, Any]


def kotori(baris: list[Baris], *, benih: int) -> None:
    """A closed unit, rows typed in by hand, an impossible year, gaps and misspellings."""
    acak = random.Random(benih + 2)  # noqa: S311
    banyak = max(2, len(baris) // 400)
    for row in acak.sample(baris, banyak):
        row["UNOR ID"] = "00" + row["UNOR ID"].replace("-", "").lower()[2:][::-1]
        row["UNOR NAMA"] = "Unit Lama yang Sudah Ditutup"
    for row in acak.sample(baris, max(1, banyak // 2)):
        for kolom in [k for k in row if k.endswith(" ID") and k != "KEDUDUKAN HUKUM ID"]:
            row[kolom] = None
    for row in acak.sample(baris, banyak):
        row["TAHUN LULUS"] = 1
    _kurang_rapi(baris, banyak, benih=benih)


def _kurang_rapi(baris: list[Baris], banyak: int, *, benih: int) -> None:
    """What the board of data quality finds everywhere: empty, misspelt, never validated."""
    acak = random.Random(benih + 4)  # noqa: S311
    isi = {
        "EMAIL": (None, "surel tanpa alamat"),
        "NOMOR HP": ("-",),
        "GELAR BELAKANG": ("",),
        "TMT PNS": (None,),
        "IS VALID NIK": (0,),
    }
    for kolom, keliru in isi.items():
        for row in acak.sample(baris, min(len(baris), 3 * banyak)):
            row[kolom] = acak.choice(keliru)


def bulan_depan(baris: list[Baris], *, benih: int, per: date) -> list[Baris]:
    """The same export a month later: somebody left, some rose, some moved to another school."""
    acak = random.Random(benih + 3)  # noqa: S311
    hasil = [dict(row) for row in baris]
    for row in acak.sample(hasil, max(1, len(hasil) // 150)):
        hasil.remove(row)
    sekolah = [r for r in hasil if str(r["UNOR NAMA"]).startswith(("SD ", "SMP "))]
    for row in acak.sample(sekolah, min(len(sekolah), max(2, len(hasil) // 120))):
        tujuan = acak.choice(sekolah)
        row["UNOR ID"], row["UNOR NAMA"] = tujuan["UNOR ID"], tujuan["UNOR NAMA"]
    for row in acak.sample(hasil, max(2, len(hasil) // 100)):
        if row.get("GOL AKHIR ID") == "33":
            row["GOL AKHIR ID"], row["GOL AKHIR NAMA"] = "34", "III/d"
            row["TMT GOLONGAN"] = per - timedelta(days=per.day - 1)
    acak.shuffle(hasil)
    return hasil
