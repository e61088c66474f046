"""Acts on the matrix of gates: one proposes, another confirms; old rows stay as they are.

A running case keeps the gates that were frozen when it was handed in; only later ones follow.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.alur import Gerbang
from mutasi.models import AturanAlur
from mutasi.policies import aturan_alur as policies
from organisasi.models import Pengguna
from toolkit.policy import Refusal, WrongMoment


@transaction.atomic
def usulkan_aturan_alur(
    jenis: str,
    jenjang: str,
    *,
    oleh: Pengguna,
    per: date,
    gerbang: Collection[str],
    mulai: date,
    dasar: str,
    catatan: str = "",
) -> AturanAlur:
    """Propose gates from a day on; nothing changes until somebody else confirms them."""
    policies.usulkan.check(jenis, jenjang, oleh, per=per)
    if cela := policies.cela_gerbang(jenis, gerbang):
        raise Refusal(" ".join(cela), kode="gerbang")
    if not dasar.strip():
        raise Refusal("Tulis dasar hukumnya.", kode="tanpa_dasar")
    if mulai < per:
        raise Refusal("Langkah wajib tidak berlaku surut.", kode="surut")
    urut = [satu.value for satu in Gerbang if satu.value in gerbang]
    _belum_ada(jenis, jenjang, mulai)
    baru = AturanAlur(
        jenis=jenis, jenjang=jenjang, gerbang=urut, mulai=mulai, dasar=dasar.strip(),
        catatan=catatan.strip(), diusulkan_pada=timezone.now(), diusulkan_oleh=oleh,
    )  # fmt: skip
    baru.save(force_insert=True)
    catat(tindakan.ALUR_DIUSULKAN, baru, oleh=oleh, alasan=baru.catatan, sesudah=_isi(baru))
    return baru


@transaction.atomic
def tetapkan_aturan_alur(aturan_id: int, *, oleh: Pengguna, per: date) -> AturanAlur:
    """Confirm what somebody else proposed: it counts for cases handed in from its day on."""
    aturan = AturanAlur.objects.locked(aturan_id)
    policies.sahkan.check(aturan, oleh, per=per)
    berlaku = AturanAlur.objects.berlaku(aturan.mulai)
    lama = berlaku.filter(jenis=aturan.jenis, jenjang=aturan.jenjang).first()
    aturan.disahkan_pada, aturan.disahkan_oleh = timezone.now(), oleh
    aturan.save(update_fields=["disahkan_pada", "disahkan_oleh"])
    catat(
        tindakan.ATURAN_ALUR, aturan, oleh=oleh, alasan=aturan.catatan,
        sebelum=_isi(lama) if lama else None, sesudah=_isi(aturan),
    )  # fmt: skip
    return aturan


@transaction.atomic
def tolak_aturan_alur(aturan_id: int, *, oleh: Pengguna, per: date, alasan: str) -> AturanAlur:
    """Refuse a proposal, or take one's own back; the row stays, with the reason."""
    aturan = AturanAlur.objects.locked(aturan_id)
    policies.tolak.check(aturan, oleh, per=per)
    if not alasan.strip():
        raise Refusal("Tulis alasannya.", kode="tanpa_alasan")
    aturan.ditolak_pada, aturan.ditolak_oleh = timezone.now(), oleh
    aturan.alasan_tolak = alasan.strip()
    aturan.save(update_fields=["ditolak_pada", "ditolak_oleh", "alasan_tolak"])
    catat(tindakan.ALUR_DITOLAK, aturan, oleh=oleh, alasan=aturan.alasan_tolak)
    return aturan


def _belum_ada(jenis: str, jenjang: str, mulai: date) -> None:
    rows = AturanAlur.objects.filter(jenis=jenis, jenjang=jenjang, mulai=mulai)
    if rows.filter(ditolak_pada__isnull=True).exists():
        raise WrongMoment("Langkah wajib ini sudah ditetapkan mulai hari itu.", kode="sudah_ada")


def _isi(aturan: AturanAlur) -> dict[str, Any]:
    return {"gerbang": aturan.gerbang, "mulai": aturan.mulai, "dasar": aturan.dasar}
