"""What the tests of the road share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from jejak.models import Peristiwa
from mutasi.models import UsulanMutasi
from toolkit.policy import Refusal


@contextmanager
def ditolak(*bagian: str, kode: str = "", status: int = 409) -> Iterator[None]:
    """The act is refused in these words."""
    with pytest.raises(Refusal) as galat:
        yield
    for satu in bagian:
        assert satu in galat.value.kalimat
    assert galat.value.status == status, galat.value.kalimat
    assert not kode or galat.value.kode == kode


def jejak(usulan: UsulanMutasi) -> list[str]:
    """The acts on a case in the trail, oldest first."""
    rows = Peristiwa.objects.filter(objek_jenis="mutasi.usulanmutasi", objek_id=str(usulan.pk))
    return list(rows.order_by("urutan").values_list("tindakan", flat=True))
