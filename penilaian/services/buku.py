"""The gaps as a workbook: exactly the filtered list, with its sums and its sources."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from django.http import FileResponse

from penilaian.columns.kebutuhan import POSISI
from penilaian.selectors.kebutuhan import DaftarPosisi, tandai
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, baris_objek, tulis_buku

PER_LANGKAH = 1000
_RINGKAS = (Column("HAL", "hal", lebar=60), Column("JUMLAH", "jumlah", jenis="bulat"))


def buku_posisi(daftar: DaftarPosisi, *, per: date) -> FileResponse:
    """A download; sheet one says what was counted and how, sheet two are the posts."""
    posisi = list(daftar.posisi)
    for awal in range(0, len(posisi), PER_LANGKAH):
        tandai(posisi[awal : awal + PER_LANGKAH], per=per, aturan=daftar.aturan)
    t = daftar.total
    ringkas = [
        (f"Keadaan per {per:%d-%m-%Y}", None),
        ("Formasi dalam daftar ini", t["posisi"]),
        ("Kebutuhan", t["kebutuhan"]),
        ("Bezetting", t["bezetting"]),
        ("Kekurangan (dijumlah per formasi, tidak ditutup kelebihan)", t["kekurangan"]),
        ("Kelebihan (dijumlah per formasi, tidak menutup kekurangan)", t["kelebihan"]),
        ("Formasi tanpa kebutuhan (tidak masuk kekurangan atau kelebihan)",
         t["posisi_tanpa_kebutuhan"]),
    ]  # fmt: skip
    berkas = BytesIO()
    tulis_buku(
        berkas,
        [
            LembarTulis("Ringkasan", _RINGKAS, ringkas),
            LembarTulis("Formasi", POSISI, baris_objek(POSISI, posisi)),
        ],
    )
    berkas.seek(0)
    return FileResponse(berkas, as_attachment=True, filename=f"kesenjangan-{per:%Y-%m-%d}.xlsx")
