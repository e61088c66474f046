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

import typst
from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "templates" / "dokumen"


@dataclass(frozen=True)
class Pdf:
    """The document and what proves that it is unchanged."""

    isi: bytes
    sha256: str


def buat_pdf(template: str, data: Mapping[str, object], *, waktu: datetime) -> Pdf:
    """Render ``templates/dokumen/<template>`` with ``data`` (plain JSON) as PDF/A."""
    hasil = typst.compile(
        FOLDER / template,
        root=FOLDER,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards="a-2b",
        timestamp=int(waktu.timestamp()),
    )
    isi = bytes(hasil)
    return Pdf(isi, sha256(isi).hexdigest())
