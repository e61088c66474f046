"""Under which post of its unit a post is counted: from matches and from JF without jenjang.

Called inside the caller's transaction; writes only what changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db.models import Q

from pegawai.models import Formasi, Jabatan, JenisJabatan
from toolkit.massal import perbarui


class Letak(NamedTuple):
    """A post as the rule sees it."""

    pk: int
    unit: int
    jabatan: int
    dihitung_ke: int | None = None
    menampung: bool = False


def ada_padanan() -> bool:
    """Whether any name is matched at all: most offices begin without."""
    return Jabatan.objects.filter(Q(padanan__isnull=False) | Q(kelompok=True)).exists()


def tempatkan(formasi: Collection[int] | None = None) -> set[int]:
    """Derive ``dihitung_ke`` of these posts (None: of all); returns the posts concerned.

    A post goes to the post of its matched name in the same unit, made if it does not exist; from
    there, a JF level goes to the JF without jenjang where its unit states the need by that, or
    where a name of the unit was matched to it. Posts that are there already follow a new post of
    that kind only when all are derived.
    """
    if not ada_padanan():
        return _lepaskan_semua()
    rows = [Letak._make(r) for r in Formasi.objects.order_by().values_list(*Letak._fields)]
    pasangan = {(r.unit, r.jabatan): r.pk for r in rows}
    jabatan = {
        j.pk: j for j in Jabatan.objects.only("padanan", "kelompok", "rumpun", "jenis").order_by()
    }
    pilih = rows if formasi is None else [r for r in rows if r.pk in set(formasi)]
    baru = _buat_sasaran(pilih, jabatan, pasangan)
    kelompok = _kelompok([*rows, *baru], jabatan, pasangan)
    berubah = []
    for row in [*pilih, *baru]:
        tujuan = _tujuan(row, jabatan, pasangan, kelompok)
        if tujuan != row.dihitung_ke:
            berubah.append((row, tujuan))
    perbarui(Formasi, ("dihitung_ke",), [(row.pk, tujuan) for row, tujuan in berubah])
    return {pk for row, tujuan in berubah for pk in (row.pk, row.dihitung_ke, tujuan) if pk}


def _lepaskan_semua() -> set[int]:
    terikat = Formasi.objects.filter(dihitung_ke__isnull=False).order_by()
    posts = {pk for pasang in terikat.values_list("pk", "dihitung_ke") for pk in pasang if pk}
    terikat.update(dihitung_ke=None)
    return posts


def _sasaran(row: Letak, jabatan: dict[int, Jabatan]) -> int:
    return jabatan[row.jabatan].padanan_id or row.jabatan


def _kelompok(
    rows: Iterable[Letak], jabatan: dict[int, Jabatan], pasangan: dict[tuple[int, int], int]
) -> dict[tuple[int, str], int]:
    """Where a unit counts all levels of a family together: (unit, family) to that post."""
    hasil = {}
    for row in rows:
        sasaran = jabatan[_sasaran(row, jabatan)]
        if sasaran.kelompok and (row.menampung or sasaran.pk != row.jabatan):
            hasil[row.unit, sasaran.rumpun] = pasangan[row.unit, sasaran.pk]
    return hasil


def _tujuan(
    row: Letak,
    jabatan: dict[int, Jabatan],
    pasangan: dict[tuple[int, int], int],
    kelompok: dict[tuple[int, str], int],
) -> int | None:
    sasaran = jabatan[_sasaran(row, jabatan)]
    post = pasangan[row.unit, sasaran.pk]
    if sasaran.jenis == JenisJabatan.FUNGSIONAL and sasaran.rumpun:
        post = kelompok.get((row.unit, sasaran.rumpun), post)
    return None if post == row.pk else post


def _buat_sasaran(
    rows: Iterable[Letak], jabatan: dict[int, Jabatan], pasangan: dict[tuple[int, int], int]
) -> list[Letak]:
    perlu = {(r.unit, _sasaran(r, jabatan)) for r in rows} - pasangan.keys()
    baru = Formasi.objects.bulk_create(
        [Formasi(unit_id=unit, jabatan_id=j) for unit, j in sorted(perlu)], batch_size=2_000
    )
    pasangan.update({(f.unit_id, f.jabatan_id): f.pk for f in baru})
    return [Letak(f.pk, f.unit_id, f.jabatan_id) for f in baru]
