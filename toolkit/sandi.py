"""Encryption of single values at rest (NIK). The only file that imports ``cryptography``.

AES-SIV is deterministic: equal values give equal bytes, so "has it changed?" needs no decryption.
What that reveals (two rows hold the same number) is wanted here: a NIK belongs to one person.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings

_KONTEKS = [b"serasi"]


class SandiRusak(ValueError):  # noqa: N818
    """The bytes were not made with this key, or were changed."""


@lru_cache(maxsize=1)
def _mesin(bahan: str) -> AESSIV:
    return AESSIV(hashlib.sha512(f"serasi:sandi:{bahan}".encode()).digest())


def _sekarang() -> AESSIV:
    return _mesin(settings.KUNCI_SANDI or settings.SECRET_KEY)


def sandikan(teks: str) -> bytes:
    """The bytes to store."""
    return _sekarang().encrypt(teks.encode(), _KONTEKS)


def buka(sandi: bytes) -> str:
    """The text again; raises :class:`SandiRusak`."""
    try:
        return _sekarang().decrypt(bytes(sandi), _KONTEKS).decode()
    except InvalidTag as error:
        raise SandiRusak("Data tersandi tidak dapat dibuka dengan kunci ini.") from error
