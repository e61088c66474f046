"""Holders and totals follow the post under which their own is counted.

``Penugasan.jabatan`` stays what SIASN printed; ``Penugasan.formasi`` is where the holder counts.
Called inside the caller's transaction; writes only what changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from pegawai.models import Formasi, Penugasan
from pegawai.services.tempat import tempatkan
from pegawai.services.turunan import segarkan_isi, segarkan_orang
from toolkit.massal import perbarui


@dataclass(frozen=True)
class Dipindah:
    """What moved: posts whose totals or needs stand elsewhere now, and their holders."""

    formasi: set[int] = field(default_factory=set)
    pegawai: set[int] = field(default_factory=set)


def segarkan_dihitung(*, per: date) -> Dipindah:
    """Bring posts, holders and totals to what the matches say now."""
    posts = tempatkan()
    if not posts:
        return Dipindah()
    orang = _pindahkan_pemangku(posts)
    segarkan_orang(sorted(orang), per=per)
    segarkan_isi(sorted(posts), per=per)
    return Dipindah(posts, orang)


def _pindahkan_pemangku(posts: Collection[int]) -> set[int]:
    """Open definitive assignments of these posts' units and names to where they count now."""
    terkena = Formasi.objects.filter(pk__in=posts).order_by()
    tempat = {
        (unit, jabatan): ke or pk
        for pk, unit, jabatan, ke in terkena.values_list("pk", "unit", "jabatan", "dihitung_ke")
    }
    terbuka = (
        Penugasan.objects.definitif()
        .terbuka()
        .filter(jabatan__in={jabatan for _, jabatan in tempat})
        .order_by()
        .values_list("pk", "pegawai", "unit", "jabatan", "formasi")
    )
    pindah = [*_salah_tempat(terbuka, tempat)]
    perbarui(Penugasan, ("formasi",), [(pk, post) for pk, _, post in pindah])
    return {pegawai for _, pegawai, _ in pindah}


def _salah_tempat(
    rows: Iterable[tuple[int, int, int, int, int | None]], tempat: dict[tuple[int, int], int]
) -> Iterator[tuple[int, int, int]]:
    for pk, pegawai, unit, jabatan, formasi in rows:
        post = tempat.get((unit, jabatan))
        if post is not None and post != formasi:
            yield pk, pegawai, post
