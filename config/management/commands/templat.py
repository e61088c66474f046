"""``templat JENIS -o FILE.xlsx``: our own template, prefilled where data exist."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from config.management.commands.impor import jenis_impor
from config.perintah import SELESAI, Perintah
from organisasi.services.impor import tulis_templat


class Command(Perintah):
    help = "Menulis templat impor, terisi bila datanya sudah ada."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("jenis", metavar="JENIS")
        parser.add_argument("-o", "--keluaran", metavar="BERKAS.xlsx", type=Path, required=True)

    def jalankan(self, **options: Any) -> tuple[int, dict[str, Any]]:
        """Write the workbook and say how many rows it carries."""
        jenis = jenis_impor(options["jenis"])
        jumlah = tulis_templat(jenis, options["keluaran"])
        return SELESAI, {"jenis": jenis.kode, "berkas": str(options["keluaran"]), "baris": jumlah}

    def ringkas(self, hasil: dict[str, Any]) -> None:
        """Where it is."""
        self.stdout.write(
            f"{hasil['berkas']}: templat {hasil['jenis']}, {hasil['baris']} baris isi."
        )
