"""Lists of cases and files as workbooks: exactly what is filtered, with who took it and when."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.http import FileResponse
from django.utils import timezone

from jejak import akses
from mutasi.columns.usulan import KETERANGAN
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, baris_objek, tulis_buku


def buku(
    rows: Iterable[Any],
    kolom: Sequence[Column],
    *,
    judul: str,
    nama: str,
    saringan: str,
    oleh: Any,
    per: date,
    rahasia_sampai: date | None = None,
) -> FileResponse:
    """A download. ``saringan``: the filters in words; ``rahasia_sampai`` seals the access log."""
    isi = list(rows)
    akses.lihat_ekspor(
        oleh=oleh, apa=judul.lower(), alasan="ekspor daftar", jumlah=len(isi), saringan=saringan,
        rahasia_sampai=rahasia_sampai,
    )  # fmt: skip
    kini = timezone.localtime()
    keterangan = [
        ("Isi", f"{judul}: {len(isi)} baris"),
        ("Saringan", saringan or "tanpa saringan"),
        ("Diekspor oleh", oleh.nama),
        ("Waktu", f"{kini:%d-%m-%Y %H.%M}"),
        ("Kerahasiaan", "Hanya untuk yang memproses. Jangan diteruskan."),
    ]
    berkas = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    tulis_buku(
        berkas,
        [LembarTulis(judul, kolom, baris_objek(kolom, isi)),
         LembarTulis("Keterangan", KETERANGAN, keterangan)],
    )  # fmt: skip
    berkas.seek(0)
    return FileResponse(berkas, as_attachment=True, filename=f"{nama}-{per:%Y-%m-%d}.xlsx")
