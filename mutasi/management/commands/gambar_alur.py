"""``gambar_alur``: docs/alur.md printed from the road's table; ``--periksa`` only compares."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from mutasi.alur import (
    AKHIR,
    ALUR,
    GERBANG_STATUS,
    PERANAN,
    SAH,
    SEBUTAN,
    Aksi,
    Gerbang,
    StatusUsulan,
)
from organisasi.izin import IZIN_PERAN

KEPALA = """# The road of a case

Printed by `manage.py gambar_alur` from `mutasi/alur.py`; do not edit. What each kind of move passes
is data (`AturanAlur`, page *Langkah wajib*); why the table departs from the raw material is said in
`docs/keputusan/0017-jalan-usulan.md`.

An act with several targets leads to the first whose gate the case has. Dotted: only with a gate.
"""
_MUNDUR = frozenset({Aksi.TARIK, Aksi.BATALKAN, Aksi.GUGURKAN, Aksi.UBAH, Aksi.KEMBALIKAN})


class Command(BaseCommand):
    """Needs no database: the road is code."""

    help = "Menulis docs/alur.md dari tabel alur."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--periksa", action="store_true", help="bandingkan saja")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the page, or say that it is out of date."""
        berkas = Path(settings.BASE_DIR) / "docs" / "alur.md"
        isi = halaman()
        if not options["periksa"]:
            berkas.write_text(isi, encoding="utf-8")
        elif not berkas.exists() or berkas.read_text(encoding="utf-8") != isi:
            self.stderr.write("docs/alur.md tidak lagi sesuai kode")
            sys.exit(1)


def halaman() -> str:
    """The whole page."""
    return "\n".join([KEPALA, *_gambar(), "", *_status(), "", *_tabel(), "", *_rangkap(), ""])


def _gambar() -> Iterator[str]:
    """The way forward; what leads back stands in the table, or the picture would be unreadable."""
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield "    direction TB"
    yield f"    [*] --> {StatusUsulan.DRAF}"
    for aksi, langkah in ALUR.items():
        if aksi in _MUNDUR:
            continue
        for dari in langkah.dari:
            for ke in langkah.ke:
                yield f"    {dari} --> {ke}: {aksi.value}"
    for akhir in AKHIR:
        yield f"    {akhir} --> [*]"
    yield "```"


def _status() -> Iterator[str]:
    yield "## States"
    yield ""
    yield "| state | on screen | stops here only with the gate |"
    yield "| --- | --- | --- |"
    for satu in StatusUsulan:
        gerbang = GERBANG_STATUS.get(satu)
        yield f"| `{satu}` | {satu.label} | {Gerbang(gerbang).label if gerbang else ''} |"


def _tabel() -> Iterator[str]:
    yield "## Acts"
    yield ""
    yield "| act | from | to | right (roles) | what must be there |"
    yield "| --- | --- | --- | --- | --- |"
    for aksi, langkah in ALUR.items():
        peran = sorted(p.label for p, izin in IZIN_PERAN.items() if langkah.izin in izin)
        hak = f"{langkah.izin} ({', '.join(peran)})" if langkah.izin else "sistem pada TMT"
        bukti = [*langkah.bukti, *(["alasan tertulis"] if langkah.beralasan else [])]
        kolom = (
            f"`{aksi}`" + (" (keputusan)" if langkah.keputusan else ""),
            ", ".join(f"`{s}`" for s in langkah.dari),
            ", ".join(f"`{s}`" for s in langkah.ke),
            hak,
            "; ".join(bukti),
        )
        yield f"| {' | '.join(kolom)} |"


def _rangkap() -> Iterator[str]:
    yield "## Who may not be the same person in one case (H24)"
    yield ""
    peran = sorted(set(PERANAN.values()), key=list(SEBUTAN).index)
    yield f"Acting roles: {', '.join(SEBUTAN[p] for p in peran)}. Nobody holds two, except:"
    yield ""
    for pasangan in sorted(sorted(SEBUTAN[p] for p in satu) for satu in SAH):
        yield f"- {' and '.join(pasangan)}"
