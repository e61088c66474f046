"""What every page knows: the menu of this person, the agency, unread messages, the banner."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest

from config.menu import bagian_kebutuhan, bagian_kinerja, bagian_mutasi, menu_untuk
from organisasi.selectors import belum_dibaca, instansi


def kerangka(request: HttpRequest) -> dict[str, Any]:
    """Lazy values, read once: a fragment that shows no menu pays for none."""
    user = getattr(request, "user", None)
    known = user is not None and user.is_authenticated
    return {
        # Whoever had to show a second factor has read the agency before.
        "instansi": cache(lambda: getattr(user, "_instansi", None) or instansi()),
        "menu": cache(lambda: menu_untuk(user, request.path)) if known else (lambda: []),
        "bagian_kebutuhan": cache(lambda: bagian_kebutuhan(user, request.path)),
        "bagian_kinerja": cache(lambda: bagian_kinerja(user, request.path)),
        "bagian_mutasi": cache(lambda: bagian_mutasi(user, request.path)),
        "belum_dibaca": cache(lambda: belum_dibaca(user)) if known else (lambda: 0),
    }
