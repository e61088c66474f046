"""A browser's view of a page in tests: who is logged in, what comes back, what it cost."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from organisasi.models import Pengguna


def masuk_sebagai(client: Client, siapa: Pengguna) -> Client:
    """The same client, logged in."""
    client.force_login(siapa, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def masuk(siapa: Pengguna) -> Client:
    """A browser of this person."""
    return masuk_sebagai(Client(), siapa)


def isi(client: Client, url: str) -> str:
    """The page, which must be there."""
    jawaban = client.get(url)
    assert jawaban.status_code == 200, url
    return jawaban.content.decode()


def kueri(client: Client, url: str) -> int:
    """How many queries the page costs."""
    with CaptureQueriesContext(connection) as catatan:
        isi(client, url)
    return len(catatan)
