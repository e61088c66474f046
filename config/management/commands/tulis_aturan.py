"""``tulis_aturan``: docs/aturan/ printed from the code; ``--periksa`` only compares."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from config.aturan import halaman_aturan


class Command(BaseCommand):
    """Needs no database: roles, acts and kinds of import are code."""

    help = "Menulis docs/aturan/ dari kode."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--periksa", action="store_true", help="bandingkan saja")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write every page, or say which one is out of date."""
        folder = Path(settings.BASE_DIR) / "docs" / "aturan"
        usang = []
        for nama, isi in halaman_aturan().items():
            berkas = folder / nama
            if options["periksa"]:
                if not berkas.exists() or berkas.read_text(encoding="utf-8") != isi:
                    usang.append(nama)
                continue
            folder.mkdir(parents=True, exist_ok=True)
            berkas.write_text(isi, encoding="utf-8")
        if usang:
            self.stderr.write(f"docs/aturan tidak lagi sesuai kode: {', '.join(usang)}")
            sys.exit(1)
