"""The work list as a workbook: exactly what is filtered, one row per person and source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import islice
from typing import Any

from django.http import FileResponse

from penilaian.selectors.kelengkapan import Bingkai, SaringanKerja, daftar_kerja, pekerjaan
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, tulis_buku

PAKET = 1000
_RINGKAS = (Column("HAL", "hal", lebar=60), Column("ISI", "isi", lebar=40))
_KOLOM = (
    Column("PERANGKAT DAERAH", "opd", lebar=32), Column("UNIT", "unit", lebar=36),
    Column("NIP", "nip", lebar=22), Column("NAMA", "nama", lebar=36),
    Column("JABATAN", "jabatan", lebar=36), Column("YANG KURANG", "kurang", lebar=48),
    Column("WAJIB", "wajib"), Column("DIISI OLEH", "oleh", lebar=60),
)  # fmt: skip


def buku_kerja(b: Bingkai, s: SaringanKerja, *, per: date) -> tuple[FileResponse, int]:
    """(the download, how many people are in it)."""
    orang = list(daftar_kerja(b, s))
    ringkas = [
        ("Periode", b.periode.nama),
        ("Kriteria", str(b.perangkat)),
        ("Keadaan per", f"{per:%d-%m-%Y}"),
        ("Orang dalam daftar ini", len(orang)),
    ]
    berkas = BytesIO()
    lembar = [
        LembarTulis("Ringkasan", _RINGKAS, [(hal, str(isi)) for hal, isi in ringkas]),
        LembarTulis("Daftar kerja", _KOLOM, _baris(b, orang)),
    ]
    tulis_buku(berkas, lembar)
    berkas.seek(0)
    nama = f"kelengkapan-{b.periode.kode}-{per:%Y-%m-%d}.xlsx"
    return FileResponse(berkas, as_attachment=True, filename=nama), len(orang)


def _baris(b: Bingkai, orang: list[Any]) -> Iterator[list[object]]:
    antre = iter(orang)
    while paket := list(islice(antre, PAKET)):
        pekerjaan(b, paket)
        for o in paket:
            unit = o.unit
            opd = unit.opd.nama if unit and unit.opd else ""
            jabatan = o.jabatan.nama if o.jabatan else ""
            for kerja in o.pekerjaan:
                yield [opd, unit.nama if unit else "", o.nip, o.nama_lengkap, jabatan, kerja.bunyi,
                       "ya" if kerja.sumber.wajib else "tidak", kerja.oleh]  # fmt: skip
