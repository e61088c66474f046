"""``templat JENIS -o FILE.xlsx``: our own template, prefilled where data exist.

``--unit`` with the kinds of task rows: the workbook of one office and everything below it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from config.management.commands.impor import jenis_impor
from config.perintah import SELESAI, TIDAK_TERPAKAI, Berhenti, Perintah, unit
from organisasi.services.impor import tulis_templat
from penilaian.services.buku_abk import formasi_cabang, tulis_buku_abk
from penilaian.services.impor_abk import IMPOR_ABK
from penilaian.services.impor_abk_draf import IMPOR_ABK_DRAF


class Command(Perintah):
    help = "Menulis templat impor, terisi bila datanya sudah ada."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("jenis", metavar="JENIS")
        parser.add_argument("--unit", metavar="UNOR_ID", default="")
        parser.add_argument("-o", "--keluaran", metavar="BERKAS.xlsx", type=Path, required=True)

    def jalankan(self, **options: Any) -> tuple[int, dict[str, Any]]:
        """Write the workbook and say how many rows it carries."""
        jenis = jenis_impor(options["jenis"])
        if options["unit"]:
            jumlah = _buku_unit(jenis.kode, options["unit"], options["keluaran"])
        else:
            jumlah = tulis_templat(jenis, options["keluaran"])
        return SELESAI, {"jenis": jenis.kode, "berkas": str(options["keluaran"]), "baris": jumlah}

    def ringkas(self, hasil: dict[str, Any]) -> None:
        """Where it is."""
        self.stdout.write(
            f"{hasil['berkas']}: templat {hasil['jenis']}, {hasil['baris']} baris isi."
        )


def _buku_unit(kode: str, unor_id: str, tujuan: Path) -> int:
    """The workbook of task rows of one branch."""
    if kode not in {IMPOR_ABK.kode, IMPOR_ABK_DRAF.kode}:
        raise Berhenti(TIDAK_TERPAKAI, "Pilihan --unit hanya untuk uraian tugas (abk, abk-draf).")
    return tulis_buku_abk(formasi_cabang(unit(unor_id)), tujuan)
