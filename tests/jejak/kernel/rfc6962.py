"""RFC 6962, section 2.1, as the RFC writes it: recursive, slow, and knowing nothing of SERASI.

It shares no line with ``jejak.kernel`` or ``periksa_jejak``: what both agree on, two readers of the
RFC agree on. ``MTH``, ``PATH`` and ``PROOF`` are its names; the two checks follow the same
recursions downwards.
"""

from __future__ import annotations

import hashlib


def HASH(octets: bytes) -> bytes:  # noqa: N802 - the RFC's own name, as the others below
    return hashlib.sha256(octets).digest()


def k_of(n: int) -> int:
    """The largest power of two smaller than n (n > 1)."""
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def MTH(d: list[bytes]) -> bytes:  # noqa: N802
    """2.1: the Merkle Tree Hash of an ordered list of entries."""
    if len(d) == 0:
        return HASH(b"")
    if len(d) == 1:
        return HASH(b"\x00" + d[0])
    k = k_of(len(d))
    return HASH(b"\x01" + MTH(d[:k]) + MTH(d[k:]))


def PATH(m: int, d: list[bytes]) -> list[bytes]:  # noqa: N802
    """2.1.1: the Merkle audit path for the (m+1)th entry."""
    if len(d) == 1:
        return []
    k = k_of(len(d))
    if m < k:
        return [*PATH(m, d[:k]), MTH(d[k:])]
    return [*PATH(m - k, d[k:]), MTH(d[:k])]


def PROOF(m: int, d: list[bytes]) -> list[bytes]:  # noqa: N802
    """2.1.2: the Merkle consistency proof from the first m entries."""
    return SUBPROOF(m, d, b=True)


def SUBPROOF(m: int, d: list[bytes], *, b: bool) -> list[bytes]:  # noqa: N802
    if m == len(d):
        return [] if b else [MTH(d)]
    k = k_of(len(d))
    if m <= k:
        return [*SUBPROOF(m, d[:k], b=b), MTH(d[k:])]
    return [*SUBPROOF(m - k, d[k:], b=False), MTH(d[:k])]


def root_of_path(entry: bytes, m: int, n: int, path: list[bytes]) -> bytes:
    """The head that entry m and its audit path have in a tree of n entries."""
    if n == 1:
        if path:
            raise ValueError("path too long")
        return HASH(b"\x00" + entry)
    *below, last = path
    k = k_of(n)
    if m < k:
        return HASH(b"\x01" + root_of_path(entry, m, k, below) + last)
    return HASH(b"\x01" + last + root_of_path(entry, m - k, n - k, below))


def roots_of_proof(m: int, n: int, old: bytes, proof: list[bytes]) -> tuple[bytes, bytes]:
    """The heads over m and over n entries that a consistency proof leads to."""
    return _subroots(m, n, old, proof, b=True)


def _subroots(m: int, n: int, old: bytes, proof: list[bytes], *, b: bool) -> tuple[bytes, bytes]:
    if m == n:
        (node,) = [old] if b else proof
        return node, node
    *below, last = proof
    k = k_of(n)
    if m <= k:
        before, after = _subroots(m, k, old, below, b=b)
        return before, HASH(b"\x01" + after + last)
    before, after = _subroots(m - k, n - k, old, below, b=False)
    return HASH(b"\x01" + last + before), HASH(b"\x01" + last + after)
