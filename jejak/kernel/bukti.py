"""Proofs of RFC 6962: an entry is in a tree, and a later tree only went on from an earlier one.

A proof is a list of heads of ranges of leaves. Which ranges they are follows from the numbers alone
(:func:`rentang_masuk`, :func:`rentang_lanjut`); the head of a range comes from what is known of the
tree (:class:`Simpul`), so nobody reads 200,000 leaves where the peaks of earlier heads were kept.
Ranges are half open, leaves count from 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from jejak.kernel.merkle import Pohon, daun, simpul

Rentang = tuple[int, int]

# So many leaves are read at once where nothing is known: splitting further would not pay.
BONGKAH = 4096


def belah(n: int) -> int:
    """The largest power of two below ``n``: where a tree over ``n`` leaves is split."""
    return 1 << (n - 1).bit_length() - 1


def rentang_masuk(nomor: int, n: int) -> list[Rentang]:
    """What proves leaf ``nomor`` in a tree of ``n`` (RFC 6962, 2.1.1): lowest first."""
    if not 0 <= nomor < n:
        raise IndexError("Tidak ada daun dengan nomor itu.")
    awal, akhir, jalur = 0, n, []
    while akhir - awal > 1:
        tengah = awal + belah(akhir - awal)
        if nomor < tengah:
            jalur.append((tengah, akhir))
            akhir = tengah
        else:
            jalur.append((awal, tengah))
            awal = tengah
    return jalur[::-1]


def rentang_lanjut(m: int, n: int) -> list[Rentang]:
    """What proves that the tree of ``n`` begins with the tree of ``m`` (RFC 6962, 2.1.2)."""
    if not 0 < m <= n:
        raise IndexError("Pohon yang lama tidak boleh kosong atau lebih besar dari yang baru.")
    awal, akhir, jalur = 0, n, []
    while m < akhir:
        tengah = awal + belah(akhir - awal)
        if m <= tengah:
            jalur.append((tengah, akhir))
            akhir = tengah
        else:
            jalur.append((awal, tengah))
            awal = tengah
    # The old tree itself is known to whoever asks; a part of it is not.
    return [*([(awal, akhir)] if awal else []), *reversed(jalur)]


@dataclass(frozen=True)
class Simpul:
    """What is known of a tree: ``baca`` gives the data of leaves, ``dikenal`` heads that were kept.

    ``dikenal`` is asked about ranges of a tree only, and answers None where it knows nothing.
    """

    baca: Callable[[int, int], Iterable[bytes]]
    dikenal: Callable[[int, int], bytes | None]

    def kepala(self, awal: int, akhir: int) -> bytes:
        """The head over the leaves of a range; what is not known is read."""
        if (kenal := self.dikenal(awal, akhir)) is not None:
            return kenal
        if akhir - awal > BONGKAH:
            tengah = awal + belah(akhir - awal)
            return simpul(self.kepala(awal, tengah), self.kepala(tengah, akhir))
        pohon = Pohon()
        for data in self.baca(awal, akhir):
            pohon.tambah(data)
        if pohon.n != akhir - awal:
            raise LookupError(f"Daun {awal} sampai {akhir} tidak lengkap.")
        return pohon.akar()

    def bukti(self, rentang: Iterable[Rentang]) -> list[bytes]:
        """The heads of these ranges."""
        return [self.kepala(*satu) for satu in rentang]


def dari_daun(data: Sequence[bytes]) -> Simpul:
    """A tree of which all leaves are at hand."""
    return Simpul(lambda awal, akhir: data[awal:akhir], lambda awal, akhir: None)


def akar_dari_bukti(data: bytes, nomor: int, n: int, jalur: Sequence[bytes]) -> bytes | None:
    """The head this leaf and path lead to in a tree of ``n``; None when the path has no such form.

    The algorithm of RFC 9162, section 2.1.3.2.
    """
    if not 0 <= nomor < n:
        return None
    ujung = _naik(nomor, n - 1, daun(data), jalur)
    return ujung and ujung[1]


def akar_dari_lanjut(
    m: int, n: int, akar_lama: bytes, jalur: Sequence[bytes]
) -> tuple[bytes, bytes] | None:
    """The heads of the trees of ``m`` and ``n`` this proof leads to; None when it has no such form.

    The algorithm of RFC 9162, section 2.1.4.2. The proof holds when both are the heads one knows.
    """
    if not 0 < m <= n:
        return None
    if m == n:
        return None if jalur else (akar_lama, akar_lama)
    # A full old tree is a node of the new one, and its head is left out of the proof.
    langkah = [akar_lama, *jalur] if m.bit_count() == 1 else list(jalur)
    letak, akhir = m - 1, n - 1
    while letak & 1:
        letak, akhir = letak >> 1, akhir >> 1
    return _naik(letak, akhir, langkah[0], langkah[1:]) if langkah else None


def _naik(
    letak: int, akhir: int, awal: bytes, jalur: Sequence[bytes]
) -> tuple[bytes, bytes] | None:
    """From a node up to the head: of the tree that ends with it, and of the one it stands in.

    ``letak`` and ``akhir`` are the places of the node and of the last one in their row.
    """
    lama = baru = awal
    for kawan in jalur:
        if akhir == 0:
            return None
        if letak & 1 or letak == akhir:
            lama, baru = simpul(kawan, lama), simpul(kawan, baru)
            while letak and not letak & 1:
                letak, akhir = letak >> 1, akhir >> 1
        else:
            baru = simpul(baru, kawan)
        letak, akhir = letak >> 1, akhir >> 1
    return (lama, baru) if akhir == 0 else None
