"""``manage.py hitung_ulang_abk``: redo decided computations under the constants of the day."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from config.perintah import SELESAI, Perintah, pelaku, tanggal, unit
from penilaian.services.hitung_ulang_abk import hitung_ulang_abk


class Command(Perintah):
    """Looks only; with ``--terapkan`` it writes drafts, never a need (docs/antarmuka.md)."""

    help = "Menghitung ulang ABK yang berlaku dengan ketentuan hari ini, sebagai draf baru."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--unit", metavar="UNOR_ID", help="hanya unit ini dan bawahannya")
        parser.add_argument("--per", metavar="TANGGAL", help="bawaan: hari ini")
        parser.add_argument("--terapkan", action="store_true", help="tulis draf barunya")

    def jalankan(self, **options: Any) -> tuple[int, dict[str, Any]]:
        """Look, or write drafts; status 0."""
        per = tanggal(options["per"], timezone.localdate())
        cabang = unit(options["unit"]) if options["unit"] else None
        oleh, tulis = pelaku(options["oleh"]), options["terapkan"]
        hasil = hitung_ulang_abk(per=per, oleh=oleh, unit=cabang, tulis=tulis)
        return SELESAI, {
            "per": per.isoformat(),
            "diterapkan": tulis,
            "draf": [asdict(satu) for satu in hasil.susulan],
            "berubah": hasil.berubah,
            "sama": hasil.sama,
            "sedang_berjalan": hasil.terbuka,
        }

    def ringkas(self, hasil: dict[str, Any]) -> None:
        """What would change, or what was written."""
        kata = "Draf baru" if hasil["diterapkan"] else "Akan menjadi draf"
        self.stdout.write(
            f"{kata}: {len(hasil['draf'])} formasi, {hasil['berubah']} di antaranya berubah jumlah "
            f"orangnya; {hasil['sama']} sudah memakai ketentuan hari ini; "
            f"{len(hasil['sedang_berjalan'])} dilewati karena masih ada draf. "
            "Kebutuhan yang berlaku tidak berubah sampai drafnya diputuskan."
        )
