"""One row of the permission matrix: by which right a door opens, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

from organisasi.izin import Izin

MASUK = None
MILIK_LAIN: frozenset[Izin] = frozenset()
GET, POST, FORMULIR = "GET", "POST", "GET POST"


@dataclass(frozen=True)
class Pintu:
    """One row of the matrix."""

    izin: frozenset[Izin] | None
    metode: str = GET
    lingkup: bool = False
    publik: bool = False

    @property
    def dijawab(self) -> tuple[str, ...]:
        """The methods it answers."""
        return tuple(self.metode.split())


def oleh(*izin: Izin, metode: str = GET, lingkup: bool = False) -> Pintu:
    """Opened by any of these rights."""
    return Pintu(frozenset(izin), metode, lingkup)


def publik(metode: str = GET) -> Pintu:
    """Opened to everybody."""
    return Pintu(MASUK, metode, publik=True)


def masuk(metode: str = GET) -> Pintu:
    """Opened to everybody who is logged in (one's own things)."""
    return Pintu(MASUK, metode)


def milik_lain(metode: str = GET) -> Pintu:
    """Somebody else's own thing: shut to every role."""
    return Pintu(MILIK_LAIN, metode)
