"""The emblem an office gives for the head of its papers: what is accepted, and as what it is drawn.

Only its hash is part of a paper; the picture is looked up when the paper is printed.
"""

from __future__ import annotations

import struct
from base64 import b64encode
from hashlib import sha256

from mutasi.models import Lambang
from toolkit.pdf import gambar_terbaca
from toolkit.policy import WrongMoment

BITA_MAKS = 400_000
PIKSEL_MAKS = 3000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_UKURAN_JPEG = frozenset({0xC0, 0xC1, 0xC2})  # baseline and progressive: their header has the size


def periksa_lambang(gambar: bytes) -> list[str]:
    """Why a picture cannot be the emblem; nothing when it can."""
    if len(gambar) > BITA_MAKS:
        return [f"Gambar lambang paling besar {BITA_MAKS // 1000} KB."]
    ukuran = _ukuran(gambar)
    if ukuran is None:
        return ["Gambar lambang harus berbentuk PNG atau JPEG yang utuh."]
    if not all(1 <= sisi <= PIKSEL_MAKS for sisi in ukuran):
        return [f"Gambar lambang paling besar {PIKSEL_MAKS} x {PIKSEL_MAKS} titik."]
    if not gambar_terbaca(gambar, akhiran(gambar)):
        return ["Gambar lambang ini rusak. Simpan ulang sebagai PNG, lalu unggah lagi."]
    return []


def akhiran(gambar: bytes) -> str:
    """``png`` or ``jpg``, as its first bytes say."""
    return "png" if gambar.startswith(_PNG) else "jpg"


def sidik_lambang(gambar: bytes) -> str:
    """What ``Kop.lambang`` holds for this picture."""
    return sha256(gambar).hexdigest()


def lambang_svg(sidik: str) -> str:
    """The picture of this hash as the template takes it.

    409 when it is not kept any more, or is not the one the paper was frozen with.
    """
    satu = Lambang.objects.filter(gambar_sha256=sidik).order_by("-pk").first()
    gambar = _baca(satu) if satu else b""
    if sidik_lambang(gambar) != sidik:
        raise WrongMoment(
            "Gambar lambang yang tersimpan bukan gambar yang dipakai saat naskah ini disusun.",
            kode="lambang_berbeda",
        )
    lebar, tinggi = _ukuran(gambar) or (1, 1)
    jenis = "png" if gambar.startswith(_PNG) else "jpeg"
    isi = f"data:image/{jenis};base64,{b64encode(gambar).decode()}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lebar} {tinggi}">'
        f'<image width="{lebar}" height="{tinggi}" href="{isi}"/></svg>'
    )


def _baca(satu: Lambang) -> bytes:
    try:
        with satu.gambar.open("rb") as berkas:
            isi: bytes = berkas.read()
    except FileNotFoundError:
        return b""
    return isi


def _ukuran(gambar: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as the header says; nothing for other kinds of file."""
    if gambar.startswith(_PNG) and gambar[12:16] == b"IHDR" and len(gambar) > 33:
        lebar, tinggi = struct.unpack(">II", gambar[16:24])
        return lebar, tinggi
    return _ukuran_jpeg(gambar) if gambar.startswith(_JPEG) else None


def _ukuran_jpeg(gambar: bytes) -> tuple[int, int] | None:
    letak = 2
    while letak + 9 < len(gambar) and gambar[letak] == 0xFF:
        if gambar[letak + 1] in _UKURAN_JPEG:
            tinggi, lebar = struct.unpack(">HH", gambar[letak + 5 : letak + 9])
            return lebar, tinggi
        letak += 2 + int.from_bytes(gambar[letak + 2 : letak + 4], "big")
    return None
