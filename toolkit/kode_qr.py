"""A text as a QR code drawn in SVG. The only file that imports segno."""

from __future__ import annotations

from io import BytesIO

import segno


def kode_qr(teks: str) -> str:
    """SVG of ``teks`` with a quiet zone of two modules; level M: a stamp over a corner still reads.

    The same text gives the same drawing.
    """
    berkas = BytesIO()
    segno.make(teks, error="m", micro=False).save(
        berkas, kind="svg", border=2, xmldecl=False, svgns=True, omitsize=True, light="#fff"
    )
    return berkas.getvalue().decode()
