"""Print the one-time key with which an empty office is opened in the browser."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from organisasi.services.kantor import siapkan_kunci
from toolkit.policy import Refusal


class Command(BaseCommand):
    """Exit 0 with the key, 4 when the office is open already."""

    help = "Cetak kunci sekali pakai untuk membuka SERASI pertama kali."

    def add_arguments(self, parser: CommandParser) -> None:
        """``--diam``: nothing but the key."""
        parser.add_argument("--diam", action="store_true", help="hanya cetak kuncinya")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the key if there is none, and print it."""
        try:
            kunci = siapkan_kunci()
        except Refusal as refusal:
            self.stderr.write(f"{refusal.kode}: {refusal.kalimat}")
            raise SystemExit(4) from refusal
        if options["diam"]:
            self.stdout.write(kunci)
            return
        self.stdout.write(f"Kunci awal: {kunci}")
        self.stdout.write("Buka halaman /kantor-baru/ dan isikan kunci ini. Berlaku satu kali.")
