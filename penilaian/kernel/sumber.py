"""Which source of a need counts for a post, and how a computed need becomes people."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from penilaian.kernel.hitungan import setengah_naik

# Published precedence: what was measured stands before what was decided, that before what the
# structure alone says.
URUTAN = ("abk", "wisn", "guru", "puskesmas", "penetapan", "struktur")
# Computed in whole people, line by line: of posts counted together people are added, no fractions.
_SUDAH_ORANG = frozenset({"guru", "puskesmas"})
_TELITI = Decimal("0.0001")


def yang_dipakai(sumber: Collection[str]) -> str | None:
    """The source that counts; None when there is none. All of them are shown."""
    asing = set(sumber) - set(URUTAN)
    if asing:
        raise ValueError(f"sumber kebutuhan tidak dikenal: {', '.join(sorted(asing))}")
    return next((satu for satu in URUTAN if satu in sumber), None)


def orang_bersama(sumber: str, bagian: Sequence[tuple[Fraction, int]]) -> int:
    """People of one source over posts counted together: (exact need, people) of each.

    One alone stays as it was rounded; exact needs are added and rounded once, not each.
    """
    if len(bagian) == 1 or sumber in _SUDAH_ORANG:
        return sum(orang for _, orang in bagian)
    return setengah_naik(sum((tepat for tepat, _ in bagian), Fraction()))


def orang_gabungan(bagian: Sequence[tuple[str, Fraction, int]]) -> int:
    """People of posts that become one, each by its own source: (source, exact need, people)."""
    orang = [satu for sumber, _, satu in bagian if sumber in _SUDAH_ORANG]
    tepat = [(nilai, satu) for sumber, nilai, satu in bagian if sumber not in _SUDAH_ORANG]
    return sum(orang) + orang_bersama("", tepat)


def bulatkan(mentah: Decimal) -> int:
    """People, half-up from the unrounded need; rounded once, here."""
    return int(mentah.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def empat_desimal(mentah: Decimal) -> Decimal:
    """The need as it is stored and shown."""
    return mentah.quantize(_TELITI, rounding=ROUND_HALF_UP)
