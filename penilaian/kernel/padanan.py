"""What matching one name to another would do to shortage and excess, before anybody decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from penilaian.kernel.sumber import bulatkan, yang_dipakai


@dataclass(frozen=True)
class Post:
    """One post of a unit as it is counted now; ``butuh``: (unrounded, people) rows per source."""

    unit: int
    isi: int
    butuh: Mapping[str, tuple[tuple[Decimal, int], ...]] = field(default_factory=dict)

    @property
    def perlu(self) -> int | None:
        """The need that counts, None when there is none."""
        sumber = yang_dipakai(self.butuh)
        if sumber is None:
            return None
        rows = self.butuh[sumber]
        return rows[0][1] if len(rows) == 1 else bulatkan(sum((m for m, _ in rows), Decimal(0)))


@dataclass(frozen=True)
class Akibat:
    """What joins, and which shortage and excess go because they were only names apart."""

    orang: int = 0
    kebutuhan: int = 0
    unit: int = 0
    kurang_hilang: int = 0
    lebih_hilang: int = 0

    @property
    def kurang_baru(self) -> int:
        """Shortage that was hidden and will show."""
        return max(0, -self.kurang_hilang)

    @property
    def lebih_baru(self) -> int:
        """Excess that was hidden, because a name had no need of its own, and will show."""
        return max(0, -self.lebih_hilang)


def akibat(asal: Iterable[Post], sasaran: Iterable[Post]) -> Akibat:
    """Count the posts of each unit of ``asal`` together with those of ``sasaran`` there."""
    per_unit: dict[int, list[Post]] = defaultdict(list)
    milik = [*asal]
    for post in milik:
        per_unit[post.unit].append(post)
    lain = [post for post in sasaran if post.unit in per_unit]
    for post in lain:
        per_unit[post.unit].append(post)
    kurang = lebih = 0
    for posts in per_unit.values():
        sebelum, sesudah = [_selisih(p) for p in posts], _selisih(_gabung(posts))
        kurang += sum(k for k, _ in sebelum) - sesudah[0]
        lebih += sum(n for _, n in sebelum) - sesudah[1]
    return Akibat(
        orang=sum(p.isi for p in milik),
        kebutuhan=sum(p.perlu or 0 for p in milik),
        unit=len({p.unit for p in lain}),
        kurang_hilang=kurang,
        lebih_hilang=lebih,
    )


def _gabung(posts: list[Post]) -> Post:
    butuh: dict[str, tuple[tuple[Decimal, int], ...]] = {}
    for post in posts:
        for sumber, rows in post.butuh.items():
            butuh[sumber] = (*butuh.get(sumber, ()), *rows)
    return Post(posts[0].unit, sum(p.isi for p in posts), butuh)


def _selisih(post: Post) -> tuple[int, int]:
    """(shortage, excess); without a need neither."""
    perlu = post.perlu
    if perlu is None:
        return 0, 0
    return max(0, perlu - post.isi), max(0, post.isi - perlu)
