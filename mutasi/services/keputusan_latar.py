"""Setting a decree of many people in the background, where a browser would not wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from mutasi.models import Keputusan, StatusKeputusan
from mutasi.policies import keputusan as policies
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services.keputusan import kunci
from mutasi.services.keputusan_tetap import tetapkan
from organisasi.models import Pengguna, Proses
from organisasi.services.proses import jadwalkan
from toolkit.policy import WrongMoment

TETAP = "mutasi.tetapkan"
BATAS_LANGSUNG = 40  # rows set while one waits; measured: 40 rows in some two seconds


@transaction.atomic
def antrekan_tetapkan(
    keputusan_id: UUID, *, oleh: Pengguna, per: date, sidik: str, pangkal: str, tautan: str
) -> Proses:
    """Queue it for its signer, after asking whether he may at all."""
    k = kunci(keputusan_id)
    policies.tetapkan.check(k, oleh, per=per, cara=tetapan_jalan(per=per).nomor_sk_cara)
    if Proses.objects.berjenis(TETAP).berjalan().filter(parameter__keputusan=str(k.pk)).exists():
        raise WrongMoment("Keputusan ini sedang ditetapkan.", kode="sedang")
    return jadwalkan(
        TETAP, judul=f"Menetapkan keputusan {k.nomor}".strip()[:255],
        parameter={"keputusan": str(k.pk), "sidik": sidik, "pangkal": pangkal},
        untuk=oleh, tautan=tautan,
    )  # fmt: skip


def tetapkan_latar(
    parameter: Mapping[str, Any], *, per: date, oleh: Pengguna,
    kemajuan: Callable[[int, str], None],
) -> dict[str, Any]:  # fmt: skip
    """What the worker does; a second run finds it done and changes nothing."""
    k = Keputusan.objects.get(pk=parameter["keputusan"])
    kemajuan(10, "Memeriksa aturan dan memindahkan usulan")
    if k.status != StatusKeputusan.DITETAPKAN or k.ditetapkan_oleh_id != oleh.pk:
        k = tetapkan(
            k.pk, oleh=oleh, per=per, sidik=parameter["sidik"], pangkal=parameter["pangkal"]
        )
    return {"nomor": k.nomor, "sidik": k.sidik}
