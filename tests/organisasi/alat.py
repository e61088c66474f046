"""What the tests of accounts ask of the trail."""

from __future__ import annotations

from typing import Any

from jejak.models import Peristiwa
from jejak.selectors import Catatan, satu
from jejak.tindakan import Tindakan


def jejak_terakhir(tindakan: Tindakan) -> Catatan:
    """The newest entry, which must be of this act."""
    entri = Peristiwa.objects.order_by("-urutan").first()
    assert entri is not None
    assert entri.tindakan == tindakan.kode
    catatan = satu(entri.urutan)
    assert catatan is not None
    return catatan


def jumlah(tindakan: Tindakan) -> int:
    """How many entries of this act there are."""
    return Peristiwa.objects.filter(tindakan=tindakan.kode).count()


def sesudah(catatan: Catatan) -> dict[str, Any]:
    """The after-values of an entry by name."""
    return {p.kolom: p.sesudah for p in catatan.perubahan}
