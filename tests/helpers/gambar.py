"""The smallest pictures that can be drawn."""

from __future__ import annotations

import struct
import zlib


def png(lebar: int = 4, tinggi: int = 5, *, rusak: bool = False) -> bytes:
    """A black picture; ``rusak``: with half of its dots lost."""

    def bagian(jenis: bytes, isi: bytes) -> bytes:
        return (
            struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))
        )

    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    titik = zlib.compress(b"".join(b"\0" + bytes(lebar) for _ in range(min(tinggi, 99))))
    return (
        b"\x89PNG\r\n\x1a\n"
        + bagian(b"IHDR", kepala)
        + bagian(b"IDAT", titik[: len(titik) // 2] if rusak else titik)
        + bagian(b"IEND", b"")
    )
