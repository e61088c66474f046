"""A typst template and data to a PDF and its sha256. The only file that imports typst.

Data reach the template as JSON, so they are values there and never markup; no package is fetched
and no font of the machine is used, so that the same data give the same document everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from django.conf import settings

_INGATAN = 10
FOLDER = Path(settings.BASE_DIR) / "templates" / "dokumen"


@dataclass(frozen=True)
class Pdf:
    """The document and what proves that it is unchanged."""

    isi: bytes
    sha256: str


def buat_pdf(
    template: str, data: Mapping[str, object], *, waktu: datetime, bertanda: bool = True
) -> Pdf:
    """Render ``templates/dokumen/<template>`` with ``data`` (plain JSON) as PDF/A.

    ``bertanda``: with the structure that screen readers follow. Without it, for hundreds of pages
    of tables, the file is a ninth as large, and the memory it took is let go of.
    """
    hasil = typst.compile(
        FOLDER / template,
        root=FOLDER,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards="a-2b",
        pdf_tags=bertanda,
        timestamp=int(waktu.timestamp()),
    )
    isi = bytes(hasil)
    if not bertanda:
        _lupakan()
    return Pdf(isi, sha256(isi).hexdigest())


def gambar_terbaca(isi: bytes, akhiran: str) -> bool:
    """Whether a picture can be drawn; ``akhiran``: ``png`` or ``jpg``."""
    with TemporaryDirectory(prefix="serasi-gambar-") as folder:
        naskah = Path(folder) / "gambar.typ"
        naskah.with_suffix(f".{akhiran}").write_bytes(isi)
        naskah.write_text(f'#image("gambar.{akhiran}")', encoding="utf-8")
        try:
            typst.compile(naskah, root=Path(folder), ignore_system_fonts=True, format="png")
        except typst.TypstError:
            return False
    return True


def _lupakan() -> None:
    """The library keeps what it laid out until ten more documents have passed; let empty ones pass.

    Measured: 600 pages of tables in parts of 100 end at 266 MB instead of 800.
    """
    for _ in range(_INGATAN + 1):
        typst.compile(b"x")
