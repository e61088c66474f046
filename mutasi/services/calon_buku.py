"""The list of people for one post as a workbook: exactly the part that is open, with its counts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import FileResponse

from jejak import akses
from mutasi.columns.calon import CALON, RINGKAS
from mutasi.selectors.calon import BarisCalon, Pencarian
from penilaian.kernel.verdik import Verdik
from toolkit.xlsx import LembarTulis, baris_objek, tulis_buku

PER_LANGKAH = 500
SEBUTAN = {
    Verdik.MEMENUHI: "Memenuhi",
    Verdik.HAMPIR: "Hampir memenuhi",
    Verdik.TIDAK_DAPAT_DIPERIKSA: "Tidak dapat diperiksa",
    Verdik.TIDAK_MEMENUHI: "Tidak memenuhi",
}


def buku_calon(
    hasil: Pencarian, nomor: list[int], kelompok: Verdik, *, oleh: Any, per: date
) -> FileResponse:
    """A download; the access log says how many people left the house, not for which post."""
    akses.lihat_ekspor(oleh=oleh, apa="daftar calon", alasan="ekspor Cari calon", jumlah=len(nomor))
    berkas = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    lembar = [
        LembarTulis("Ringkasan", RINGKAS, list(_ringkas(hasil, kelompok, per))),
        LembarTulis(SEBUTAN[kelompok], CALON, baris_objek(CALON, _baris(hasil, nomor, kelompok))),
    ]
    tulis_buku(berkas, lembar)
    berkas.seek(0)
    return FileResponse(berkas, as_attachment=True, filename=f"calon-{per:%Y-%m-%d}.xlsx")


def _ringkas(hasil: Pencarian, kelompok: Verdik, per: date) -> Iterator[tuple[str, Any]]:
    yield hasil.perkara.sasaran.nama, None
    yield f"Keadaan per {per:%d-%m-%Y}, TMT {hasil.perkara.tmt:%d-%m-%Y}", None
    yield "Orang yang diperiksa (sesudah saringan)", len(hasil.orang)
    for verdik, judul in SEBUTAN.items():
        yield judul, hasil.jumlah[verdik.value]
    for satu in hasil.per_aturan(kelompok):
        yield f"{SEBUTAN[kelompok]}: {satu.kode} {satu.judul}", satu.jumlah


def _baris(hasil: Pencarian, nomor: list[int], kelompok: Verdik) -> Iterator[BarisCalon]:
    for awal in range(0, len(nomor), PER_LANGKAH):
        yield from hasil.baris(nomor[awal : awal + PER_LANGKAH], kelompok)
