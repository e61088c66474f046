"""How one person stands to many cases, asked together before they are held one by one.

What is told here counts for a case only as long as it is still the one that was asked about
(``kunci``); a case that changed meanwhile is asked anew under its lock.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from mutasi.models import UsulanMutasi
from mutasi.policies.jalan import Hadapan, pernah_banyak, tersangkut
from organisasi.models import Pengguna
from toolkit.sekali import ingat


@dataclass(frozen=True)
class Depan:
    """One case: ``kerabat`` tells of a declared tie between the actor and the person, or that he is
    the person, which the table asks first (H24)."""

    kunci: tuple[Any, ...]
    hadapan: Hadapan
    kerabat: bool


def kunci(usulan: UsulanMutasi) -> tuple[Any, ...]:
    """What the answer was about: content, state and how far it is known."""
    return usulan.versi, usulan.status, usulan.sejak, usulan.tahap


def hadapkan(ids: Collection[UUID], oleh: Pengguna, *, per: date) -> None:
    """Ask it of these cases now, for as long as answers are kept (``toolkit.sekali``)."""
    ingat(_kunci_ingatan(oleh, per), lambda: depan_banyak(ids, oleh, per=per))


def dibaca_bersama(usulan: UsulanMutasi, oleh: Pengguna, *, per: date) -> Depan | None:
    """What was asked together, as long as the locked case is still the one that was asked about."""
    semua: dict[UUID, Depan] = ingat(_kunci_ingatan(oleh, per), dict)
    depan = semua.get(usulan.pk)
    return depan if depan is not None and depan.kunci == kunci(usulan) else None


def _kunci_ingatan(oleh: Pengguna, per: date) -> tuple[str, int, date]:
    return "depan", oleh.pk, per


def depan_banyak(ids: Collection[UUID], oleh: Pengguna, *, per: date) -> dict[UUID, Depan]:
    """By case, in a number of queries that does not depend on how many there are."""
    rows = UsulanMutasi.objects.filter(pk__in=ids).order_by()
    usulan = list(rows.only("versi", "status", "sejak", "tahap", "pegawai_id", "diajukan_oleh_id"))
    tampak = set(
        UsulanMutasi.objects.for_user(oleh, per=per).filter(pk__in=ids).order_by()
        .values_list("pk", flat=True)
    )  # fmt: skip
    pernah, kerabat = pernah_banyak(usulan, oleh), tersangkut({u.pegawai_id for u in usulan}, oleh)
    return {
        u.pk: Depan(kunci(u), Hadapan(u.pk in tampak, pernah[u.pk]), u.pegawai_id in kerabat)
        for u in usulan
    }
