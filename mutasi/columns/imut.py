"""Columns of the export operators retype into I-MUT and SIASN: the headers are SIASN's names."""

from __future__ import annotations

from mutasi.kernel.imut import NAMA_KOLOM
from toolkit.tabular import Column

_LEBAR = {"nip": 20, "nama": 34, "namaJabatan": 40, "namaUnor": 40, "nomorSk": 28, "catatan": 60}
# An id of SIASN has 32 signs.
_ID = frozenset(
    {
        "pnsId", "jabatanFungsionalId", "jabatanFungsionalUmumId", "subJabatanId", "unorId",
        "satuanKerjaId", "instansiId",
    }
)  # fmt: skip
IMUT: tuple[Column, ...] = tuple(
    Column(nama, nama, lebar=_LEBAR.get(nama) or (36 if nama in _ID else None))
    for nama in NAMA_KOLOM
)
