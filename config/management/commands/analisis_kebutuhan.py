"""``manage.py analisis_kebutuhan``: needs, bezetting, gaps, retirements of one day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from config.perintah import SELESAI, Perintah, tanggal, unit
from penilaian.services.analisis import analisis_kebutuhan


class Command(Perintah):
    """Reads only; see ANTARMUKA section 4 for the object."""

    help = "Analisis kebutuhan: kebutuhan, bezetting, kekurangan, kelebihan, pensiun."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--unit", metavar="UNOR_ID", help="hanya unit ini dan bawahannya")
        parser.add_argument("--per", metavar="TANGGAL", help="bawaan: hari ini")

    def jalankan(self, **options: Any) -> tuple[int, dict[str, Any]]:
        per = tanggal(options["per"], timezone.localdate())
        cabang = unit(options["unit"]) if options["unit"] else None
        return SELESAI, analisis_kebutuhan(per=per, unit=cabang)

    def ringkas(self, hasil: dict[str, Any]) -> None:
        total = hasil["total"]
        self.stdout.write(
            f"Per {hasil['per']}: kebutuhan {total['kebutuhan']}, bezetting {total['bezetting']}, "
            f"kekurangan {total['kekurangan']}, kelebihan {total['kelebihan']} "
            f"(tidak saling menutup); jabatan struktural kosong "
            f"{hasil['jabatan_struktural_kosong']}; {len(hasil['formasi'])} formasi."
        )
