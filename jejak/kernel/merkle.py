"""The Merkle tree of RFC 6962: one head for the whole log, grown entry by entry.

A leaf is hashed with the prefix 0x00, a node with 0x01; an odd node goes up unchanged. The data of
our leaf is the 32 bytes of the entry's own hash, so a proof can be checked without the entry's
columns, and the head can be computed from a single column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def bukti(data: Sequence[bytes], nomor: int) -> list[bytes]:
    """The path that proves leaf ``nomor`` (from 0) is in the tree over ``data``: lowest first."""
    if not 0 <= nomor < len(data):
        raise IndexError("Tidak ada daun dengan nomor itu.")
    lapis, jalur = [daun(satu) for satu in data], []
    while len(lapis) > 1:
        if (kawan := nomor ^ 1) < len(lapis):
            jalur.append(lapis[kawan])
        lapis = [
            simpul(*lapis[i : i + 2]) if i + 1 < len(lapis) else lapis[i]
            for i in range(0, len(lapis), 2)
        ]
        nomor >>= 1
    return jalur


def akar_dari_bukti(data: bytes, nomor: int, n: int, jalur: Sequence[bytes]) -> bytes | None:
    """The head this leaf and path lead to in a tree of ``n``; None when the path has no such shape.

    The algorithm of RFC 9162, section 2.1.3.2.
    """
    if not 0 <= nomor < n:
        return None
    letak, akhir, hash_kini = nomor, n - 1, daun(data)
    for kawan in jalur:
        if akhir == 0:
            return None
        if letak & 1 or letak == akhir:
            hash_kini = simpul(kawan, hash_kini)
            while letak and not letak & 1:
                letak, akhir = letak >> 1, akhir >> 1
        else:
            hash_kini = simpul(hash_kini, kawan)
        letak, akhir = letak >> 1, akhir >> 1
    return hash_kini if akhir == 0 else None
