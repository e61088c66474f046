"""The Merkle tree of RFC 6962: one head for the whole log, grown entry by entry.

A leaf is hashed with the prefix 0x00, a node with 0x01; an odd node goes up unchanged. The data of
our leaf is the 32 bytes of the entry's own hash, so a proof can be checked without the entry's
columns, and the head can be computed from a single column. Proofs are in :mod:`jejak.kernel.bukti`.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

KOSONG = sha256(b"").digest()


def daun(data: bytes) -> bytes:
    """Hash of a leaf."""
    return sha256(b"\x00" + data).digest()


def simpul(kiri: bytes, kanan: bytes) -> bytes:
    """Hash of a node above two others."""
    return sha256(b"\x01" + kiri + kanan).digest()


class Pohon:
    """A growing tree, kept as the heads of its complete subtrees (at most one per bit of ``n``)."""

    def __init__(self, n: int = 0, puncak: Iterable[bytes] = ()) -> None:
        self.n = n
        self.puncak = list(puncak)
        if len(self.puncak) != n.bit_count():
            raise ValueError("Jumlah puncak tidak sesuai dengan jumlah daun.")

    def tambah(self, data: bytes) -> None:
        """Append one leaf; touches two nodes on average."""
        hash_kini, sisa = daun(data), self.n
        while sisa & 1:
            hash_kini = simpul(self.puncak.pop(), hash_kini)
            sisa >>= 1
        self.puncak.append(hash_kini)
        self.n += 1

    def akar(self) -> bytes:
        """The head over all leaves so far."""
        if not self.puncak:
            return KOSONG
        hash_kini = self.puncak[-1]
        for kiri in reversed(self.puncak[:-1]):
            hash_kini = simpul(kiri, hash_kini)
        return hash_kini


def akar(data: Iterable[bytes]) -> bytes:
    """The head over these leaves."""
    pohon = Pohon()
    for satu in data:
        pohon.tambah(satu)
    return pohon.akar()
