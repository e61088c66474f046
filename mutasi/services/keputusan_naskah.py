"""The PDF of a decree: the kept one once it is set, else the draft with its watermark."""

from __future__ import annotations

from hashlib import sha256

from mutasi.models import Keputusan, StatusKeputusan
from mutasi.services.keputusan_tetap import alamat_periksa
from mutasi.services.naskah_pdf import Wujud, naskah_pdf
from toolkit.policy import WrongMoment


def pdf_keputusan(k: Keputusan, pangkal: str = "") -> bytes:
    """Its bytes; refused when the kept file is not the one that was set (H27)."""
    if k.status in (StatusKeputusan.DRAF, StatusKeputusan.BATAL):
        return naskah_pdf(k.isi, Wujud(draf=True, url=alamat_periksa(k, pangkal))).isi
    with k.pdf.open("rb") as berkas:
        isi: bytes = berkas.read()
    if sha256(isi).hexdigest() != k.pdf_sha256:
        raise WrongMoment(
            "Sidik berkas tersimpan berbeda dari sidik saat ditetapkan (H27). Beri tahu pengelola "
            "sistem dan Inspektorat; jangan memakai berkas ini.",
            kode="sidik",
        )
    return isi
