"""Similarity on the real references and a real needs sheet; only where those files are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import python_calamine

from pegawai.kernel.jenjang import rumpun
from pegawai.kernel.kemiripan import Acuan, Lema
from tests.helpers.bersama import SHARED

NYATA = SHARED / "data" / "nyata"
LEMBAR = NYATA / "abk_rekap_proyeksi_5th.xlsx"
JENIS_JABATAN = 14  # the column that says FT or JFU beside a position

pytestmark = pytest.mark.skipif(not LEMBAR.is_file(), reason="the real workbook is not here")


def _baris(nama: str, lembar: str = "Sheet1") -> list[list[object]]:
    with (NYATA / nama).open("rb") as berkas:
        buku = python_calamine.CalamineWorkbook.from_filelike(berkas)
        return [list(b) for b in buku.get_sheet_by_name(lembar).to_python()[1:]]


def _acuan() -> Acuan:
    jf = _baris("Referensi-Jabatan-Fungsional.xlsx")
    lema = [Lema(str(b[0]), str(b[1]), str(b[3])) for b in jf]
    lema += [Lema(str(b[0]), str(b[1])) for b in _baris("Referensi-Jabatan-Pelaksana.xlsx")]
    keluarga = sorted({rumpun(str(b[1]), str(b[3])) for b in jf})
    return Acuan([*lema, *(Lema(f"kelompok:{r}", r, kelompok=True) for r in keluarga)])


def _nama() -> Iterator[str]:
    for b in _baris(LEMBAR.name, "PROYEKSI KEBUTUHAN 5 TAHUN")[11:]:
        nama = " ".join(str(b[1]).split())
        if nama and b[JENIS_JABATAN]:
            yield nama


def test_a_quarter_of_a_real_sheets_names_is_found_without_a_doubt() -> None:
    usulan = _acuan().usulan_banyak(_nama())

    terbaik = [u[0].skor for u in usulan.values() if u]
    assert len(usulan) > 350
    assert sum(1 for skor in terbaik if skor == 100) >= 85
    assert sum(1 for skor in terbaik if skor >= 80) >= 95
