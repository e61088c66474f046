"""Search words: how a name is cut up so that its beginning letters find it."""

from __future__ import annotations

import re
import unicodedata

MAKS = 40
_KATA = re.compile(r"[A-Z0-9]+")
_PETIK = str.maketrans("", "", "'`’‘ʼ.")


def kata_cari(nama: str) -> list[str]:
    """The words of a name in upper-case ASCII, each once, in order: MA'RUF and MARUF are one."""
    if not nama.isascii():
        nama = unicodedata.normalize("NFKD", nama).replace("’", "'")
    return list(dict.fromkeys(k[:MAKS] for k in _KATA.findall(nama.upper().translate(_PETIK))))
