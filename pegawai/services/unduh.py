"""Lists as files: exactly the filtered rows, in constant memory, with an entry of who took them."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.http import FileResponse

from jejak import akses
from organisasi.models import Pengguna
from toolkit.csvs import tulis_csv
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, baris_objek, tulis_buku

PER_LANGKAH = 2_000
JENIS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


class _Pencacah:
    """Counts what passes through: the entry must say how many people left the house."""

    def __init__(self, baris: Iterable[Sequence[object]]) -> None:
        self._baris = baris
        self.jumlah = 0

    def __iter__(self) -> Iterator[Sequence[object]]:
        for satu in self._baris:
            self.jumlah += 1
            yield satu


def unduh(
    rows: Any,
    kolom: Sequence[Column],
    *,
    oleh: Pengguna,
    per: date,
    nama: str,
    judul: str,
    saringan: str,
    bentuk: str = "xlsx",
) -> FileResponse:
    """The rows as a workbook or as CSV; ``rows`` is a queryset and is read once, in steps."""
    bentuk = bentuk if bentuk in JENIS else "xlsx"
    pencacah = _Pencacah(baris_objek(kolom, rows.iterator(chunk_size=PER_LANGKAH)))
    # The response closes it; on disk, so that 20,000 rows do not sit in memory.
    berkas = tempfile.TemporaryFile()  # noqa: SIM115
    if bentuk == "csv":
        teks = io.TextIOWrapper(berkas, encoding="utf-8-sig", newline="")
        tulis_csv(teks, kolom, pencacah)
        teks.flush()
        teks.detach()
    else:
        tulis_buku(berkas, [LembarTulis(judul, kolom, pencacah)])
    akses.lihat_ekspor(
        oleh=oleh, apa=judul, alasan="ekspor daftar", jumlah=pencacah.jumlah, saringan=saringan
    )
    berkas.seek(0)
    return FileResponse(
        berkas,
        as_attachment=True,
        filename=f"{nama}-{per:%Y-%m-%d}.{bentuk}",
        content_type=JENIS[bentuk],
    )
