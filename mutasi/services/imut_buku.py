"""The export for I-MUT and SIASN as a workbook or as text, row by row; who took it is noted."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from django.http import FileResponse

from jejak import akses
from mutasi.columns.imut import IMUT
from mutasi.kernel.imut import BarisImut
from toolkit.csvs import tulis_csv
from toolkit.xlsx import LembarTulis, baris_objek, tulis_buku

Bentuk = Literal["xlsx", "csv"]


def buku_imut(
    baris: Sequence[BarisImut],
    *,
    oleh: Any,
    per: date,
    nama: str,
    bentuk: Bentuk = "xlsx",
    rahasia_sampai: date | None = None,
) -> FileResponse:
    """A download. ``nama``: of the file of cases, without its secret; ``rahasia_sampai``: until
    when the access log seals that these people were looked at."""
    akses.lihat_ekspor(
        oleh=oleh, apa="ekspor I-MUT", alasan=f"ekspor I-MUT {nama}", jumlah=len(baris),
        rahasia_sampai=rahasia_sampai,
    )  # fmt: skip
    berkas = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    if bentuk == "csv":
        teks = io.TextIOWrapper(berkas, encoding="utf-8-sig", newline="")
        tulis_csv(teks, IMUT, baris_objek(IMUT, baris))
        teks.flush()
        teks.detach()
    else:
        tulis_buku(berkas, [LembarTulis("I-MUT", IMUT, baris_objek(IMUT, baris))])
    berkas.seek(0)
    return FileResponse(berkas, as_attachment=True, filename=f"imut-{nama}-{per:%Y-%m-%d}.{bentuk}")
