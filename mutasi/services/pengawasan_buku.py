"""Oversight as a workbook: one sheet per part, with who took it and when."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.http import FileResponse
from django.utils import timezone

from jejak import akses
from mutasi.selectors.pengawasan import Bagian, Masa
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, tulis_buku

_HAL = (Column("HAL", "hal", lebar=28), Column("ISI", "isi", lebar=80))


def buku_pengawasan(bagian: Sequence[Bagian], masa: Masa, *, oleh: Any, per: date) -> FileResponse:
    """A download of all parts of a period."""
    jumlah = sum(len(b.baris) for b in bagian)
    akses.lihat_ekspor(
        oleh=oleh, apa="pengawasan mutasi", alasan="ekspor pengawasan", jumlah=jumlah,
        saringan=masa.kalimat,
    )  # fmt: skip
    lembar = [
        LembarTulis(b.judul, [Column(k.upper(), k) for k in b.kepala], _sel(b)) for b in bagian
    ]
    berkas = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    tulis_buku(berkas, [LembarTulis("Keterangan", _HAL, _keterangan(bagian, masa, oleh)), *lembar])
    berkas.seek(0)
    return FileResponse(berkas, as_attachment=True, filename=f"pengawasan-{per:%Y-%m-%d}.xlsx")


def _keterangan(bagian: Iterable[Bagian], masa: Masa, oleh: Any) -> list[tuple[str, str]]:
    return [
        ("Isi", "Pengawasan mutasi: usulan yang sudah diumumkan atau berakhir"),
        ("Masa", masa.kalimat),
        ("Diekspor oleh", oleh.nama),
        ("Waktu", f"{timezone.localtime():%d-%m-%Y %H.%M}"),
        *((b.judul, f"{len(b.baris)} baris. {b.penjelasan}") for b in bagian),
    ]


def _sel(b: Bagian) -> Iterable[list[Any]]:
    for baris in b.baris:
        yield [_hari(satu) for satu in baris.sel]


def _hari(nilai: Any) -> Any:
    """A moment as text: a workbook's cell knows no time zone."""
    if isinstance(nilai, datetime):
        return f"{timezone.localtime(nilai):%d-%m-%Y %H.%M}"
    return f"{nilai:%d-%m-%Y}" if isinstance(nilai, date) else nilai
