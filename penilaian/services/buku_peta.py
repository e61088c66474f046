"""The heat map as a workbook: every row and every column of what is seen, both gaps apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO

from django.http import FileResponse

from penilaian.selectors.peta_panas import Jumlah, PetaPanas
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, tulis_buku

_RINGKAS = (Column("HAL", "hal", lebar=60), Column("ISI", "isi", lebar=40))


def buku_peta(peta: PetaPanas, saringan: list[tuple[str, str]], *, per: date) -> FileResponse:
    """A download; sheet one says what was counted and how it was filtered."""
    di = peta.induk.nama if peta.induk else "semua perangkat daerah"
    ringkas = [
        ("Keadaan per", f"{per:%d-%m-%Y}"),
        ("Baris", di),
        *saringan,
        ("Kekurangan (dijumlah per formasi, tidak ditutup kelebihan)", peta.total.kurang),
        ("Kelebihan (dijumlah per formasi, tidak menutup kekurangan)", peta.total.lebih),
        ("Sel kosong", "tidak ada formasi dengan kebutuhan"),
    ]
    berkas = BytesIO()
    lembar = LembarTulis("Peta kebutuhan", _kolom(peta), _baris(peta))
    tulis_buku(berkas, [LembarTulis("Ringkasan", _RINGKAS, ringkas), lembar])
    berkas.seek(0)
    return FileResponse(berkas, as_attachment=True, filename=f"peta-kebutuhan-{per:%Y-%m-%d}.xlsx")


def _kolom(peta: PetaPanas) -> list[Column]:
    judul = [k.judul for k in peta.kolom]
    hasil = [Column("UNIT", "unit", lebar=44)]
    for nama in (*judul, "Jumlah"):
        hasil += [
            Column(f"{nama.upper()} {kata}", f"{nama}-{kata}", jenis="bulat")
            for kata in ("KURANG", "LEBIH")
        ]
    return hasil


def _baris(peta: PetaPanas) -> Iterator[list[object]]:
    for b in peta.baris:
        sel = [satu.jumlah if satu else None for satu in b.sel]
        yield [b.nama, *_pasangan([*sel, b.jumlah])]
    yield ["Jumlah", *_pasangan([*(k.jumlah for k in peta.kolom), peta.total])]


def _pasangan(semua: list[Jumlah | None]) -> Iterator[int | None]:
    for satu in semua:
        ada = satu is not None and not satu.belum
        yield satu.kurang if satu is not None and ada else None
        yield satu.lebih if satu is not None and ada else None
