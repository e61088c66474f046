"""Publishing the head of the trail: what outsiders keep, so that nobody can rewrite the past."""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.db import connection, transaction
from django.utils import timezone

from jejak.catat import kunci_kepala
from jejak.kernel.bukti import Simpul
from jejak.kernel.merkle import Pohon
from jejak.models import AkarJejak

PER_LANGKAH = 10_000
HARIAN = "Penerbitan harian"


@transaction.atomic
def terbitkan_akar(*, sebab: str = HARIAN) -> AkarJejak:
    """Fix the head over all entries of now; goes on from the last one, so it costs what is new.

    Two calls without an entry between them give one head, with the reason of the first. ``sebab``
    is shown to everybody: it names an occasion ("Penutupan sidang TPK 12/2026"), never a person.
    An act that publishes does so last, after its own traces.
    """
    kepala = kunci_kepala()
    terakhir = AkarJejak.objects.order_by("-urutan").first()
    if terakhir is not None and terakhir.urutan == kepala.urutan:
        return terakhir
    pohon = _pohon(terakhir)
    for satu in baca_daun(pohon.n, kepala.urutan):
        pohon.tambah(satu)
    return AkarJejak.objects.create(
        urutan=pohon.n,
        hash=kepala.hash,
        akar=pohon.akar().hex(),
        puncak=json.dumps([satu.hex() for satu in pohon.puncak]),
        waktu=timezone.now(),
        sebab=sebab,
    )


def _pohon(akar: AkarJejak | None) -> Pohon:
    return Pohon() if akar is None else Pohon(akar.urutan, _puncak(akar))


def _puncak(akar: AkarJejak) -> list[bytes]:
    return [bytes.fromhex(satu) for satu in json.loads(akar.puncak)]


def baca_daun(awal: int, akhir: int) -> Iterator[bytes]:
    """The data of the leaves from ``awal`` (0 is the first) up to ``akhir``, excluded."""
    sql = "SELECT hash FROM jejak_peristiwa WHERE urutan > %s AND urutan <= %s ORDER BY urutan"
    for dari in range(awal, akhir, PER_LANGKAH):
        with connection.cursor() as cursor:
            cursor.execute(sql, [dari, min(dari + PER_LANGKAH, akhir)])
            for (satu,) in cursor.fetchall():
                yield bytes.fromhex(satu)


def _puncak_terbit(awal: int, akhir: int) -> bytes | None:
    """The head over a range, if it is a peak of a published tree.

    A full range that begins a pair is a peak of every tree that ends in the other half of the pair.
    """
    besar = akhir - awal
    if besar.bit_count() != 1 or awal % (2 * besar):
        return None
    sesudah = AkarJejak.objects.filter(urutan__gte=akhir, urutan__lt=akhir + besar)
    akar = sesudah.order_by("urutan").first()
    return None if akar is None else _puncak(akar)[(akar.urutan // (2 * besar)).bit_count()]


def simpul_terbit() -> Simpul:
    """The tree as the database knows it: entries, and the peaks of every published head."""
    return Simpul(baca_daun, _puncak_terbit)
