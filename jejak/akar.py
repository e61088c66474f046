"""Publishing the head of the trail: what outsiders keep, so that nobody can rewrite the past."""

from __future__ import annotations

import json

from django.db import connection, transaction
from django.utils import timezone

from jejak.catat import kunci_kepala
from jejak.kernel.merkle import Pohon
from jejak.models import AkarJejak

PER_LANGKAH = 10_000


@transaction.atomic
def terbitkan_akar() -> AkarJejak:
    """Fix the head over all entries of now; goes on from the last one, so it costs what is new.

    Two calls without an entry between them give one head.
    """
    kepala = kunci_kepala()
    terakhir = AkarJejak.objects.order_by("-urutan").first()
    if terakhir is not None and terakhir.urutan == kepala.urutan:
        return terakhir
    pohon = _pohon(terakhir)
    _tambahkan(pohon)
    return AkarJejak.objects.create(
        urutan=pohon.n,
        hash=kepala.hash,
        akar=pohon.akar().hex(),
        puncak=json.dumps([satu.hex() for satu in pohon.puncak]),
        waktu=timezone.now(),
    )


def _pohon(akar: AkarJejak | None) -> Pohon:
    if akar is None:
        return Pohon()
    return Pohon(akar.urutan, [bytes.fromhex(satu) for satu in json.loads(akar.puncak)])


def _tambahkan(pohon: Pohon) -> None:
    sql = "SELECT hash FROM jejak_peristiwa WHERE urutan > %s AND urutan <= %s ORDER BY urutan"
    while True:
        with connection.cursor() as cursor:
            cursor.execute(sql, [pohon.n, pohon.n + PER_LANGKAH])
            langkah = cursor.fetchall()
        for (satu,) in langkah:
            pohon.tambah(bytes.fromhex(satu))
        if len(langkah) < PER_LANGKAH:
            return
