"""How one person stands to another in matters of performance: assessor, assessor's superior, head
of a team; and whom somebody assesses today. From the same tree as `penilai_untuk`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from pegawai.models import Pegawai
from penilaian.models import AnggotaTim, PeranTim
from penilaian.policies.umpan import Hubungan
from penilaian.selectors.penilai import Bagan, PasanganPenilai


def pasangan_seorang(pegawai: Pegawai, *, per: date) -> PasanganPenilai:
    """Assessor and assessor's superior of one person, by the posts as they stand: five queries."""
    bagan = Bagan(per)
    bagan.unit_orang = {pegawai.pk: pegawai.unit_id}
    return _pasangan(pegawai, bagan)


def _pasangan(pegawai: Pegawai, bagan: Bagan) -> PasanganPenilai:
    penilai = bagan.penilai(pegawai.pk)
    if penilai is None:
        return PasanganPenilai(None, None)
    rows = Pegawai.objects.filter(pk=penilai).values_list("pk", "unit_id")
    bagan.unit_orang |= dict(rows)
    return bagan.pasangan(pegawai.pk)


def hubungan(pegawai: Pegawai, pengguna: Any, *, per: date) -> Hubungan:
    """What this account is to the person: one query for strangers without a file."""
    if pegawai.pengguna_id is not None and pegawai.pengguna_id == pengguna.pk:
        return Hubungan(sendiri=True)
    saya = Pegawai.objects.filter(pengguna=pengguna).values_list("pk", flat=True).first()
    if saya is None:
        return Hubungan()
    bagan = Bagan(per)
    bagan.unit_orang = {pegawai.pk: pegawai.unit_id}
    if bagan.penilai(pegawai.pk) == saya:
        return Hubungan(penilai=True)
    atasan = _pasangan(pegawai, bagan).atasan_id
    tim = anggota_saya(saya, per=per).filter(pegawai=pegawai).values_list("tim", flat=True)
    return Hubungan(atasan=atasan == saya, tim=tuple(tim))


def anggota_saya(saya: int, *, per: date) -> QuerySet[AnggotaTim]:
    """Members today of the teams that this person heads, himself left out."""
    berlaku = Q(mulai__lte=per) & (Q(selesai__isnull=True) | Q(selesai__gte=per))
    tim = AnggotaTim.objects.filter(berlaku, pegawai=saya, peran=PeranTim.KETUA).values("tim")
    rows = AnggotaTim.objects.filter(berlaku, tim__in=tim).exclude(pegawai=saya)
    return rows.select_related("pegawai", "tim").order_by("pegawai__nama", "pk")


@dataclass(frozen=True)
class Dinilai:
    """Whom somebody assesses: the units whose nearest head he is, and people beside them."""

    saya: int
    bagan: Bagan
    unit: frozenset[int] = frozenset()
    orang: frozenset[int] = frozenset()
    kecuali: frozenset[int] = frozenset()  # inside those units, but assessed by another

    def saring(self, rows: QuerySet[Pegawai]) -> QuerySet[Pegawai]:
        """These people alone. Heads of units below are in ``orang``."""
        return rows.filter(
            (Q(unit__in=self.unit) & ~Q(pk__in=self.kecuali)) | Q(pk__in=self.orang)
        ).exclude(pk=self.saya)


def dinilai_oleh(saya: int, *, per: date) -> Dinilai:
    """Five queries, however many people he has; bounded by units and heads, not by people."""
    bagan = Bagan(per)
    lain = set(bagan.tertulis) | set(bagan.kepala.values()) | {saya}
    bagan.unit_orang = dict(
        Pegawai.objects.filter(pk__in=lain).order_by().values_list("pk", "unit_id")
    )
    unit = frozenset(u for u in bagan.induk if _kepala_terdekat(bagan, u) == saya)
    # Heads (of units) and those with a paper are asked one by one; the rest follows their unit.
    orang = frozenset(pk for pk in lain if pk != saya and bagan.penilai(pk) == saya)
    dalam = frozenset(pk for pk in lain - orang if bagan.unit_orang.get(pk) in unit)
    return Dinilai(saya, bagan, unit, orang, dalam)


def _kepala_terdekat(bagan: Bagan, unit: int | None) -> int | None:
    while unit is not None:
        if unit in bagan.kepala:
            return bagan.kepala[unit]
        unit = bagan.induk.get(unit)
    return bagan.puncak


def akun_pegawai(pegawai_ids: Collection[int | None]) -> list[int]:
    """The accounts of these people, as keys."""
    rows = Pegawai.objects.filter(pk__in=[pk for pk in pegawai_ids if pk is not None])
    return [pk for pk in rows.order_by("pk").values_list("pengguna", flat=True) if pk is not None]
