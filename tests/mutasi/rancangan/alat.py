"""What the tests of a draft's pages share."""

from __future__ import annotations

import re

from tests.factories.mutasi import Meja

HTMX = {"HX-Request": "true"}
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def alamat(meja: Meja, ujung: str = "") -> str:
    """A page of the draft."""
    return f"/rancangan/{meja.rancangan.pk}/{ujung}"


def teks(html: str) -> str:
    """What a person reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
