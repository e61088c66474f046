"""Who assesses whom on a day: what was written down wins, else the structure says it.

The structure: the holder of the unit's own structural seat; without one, who acts in it (Pj., Plt.,
Plh.); in schools and puskesmas the JF with the head's additional task. Past oneself and past units
without a head the way goes up the tree. Above everybody stands the highest structural post, where
the root of the tree has no head of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Case, F, IntegerField, Q, When

from organisasi.models import UnitKerja
from pegawai.models import JenisJabatan, JenisPenugasan, Pegawai, Penugasan
from penilaian.models import PejabatPenilai
from penilaian.snapshots.orang import BERKEPALA_JF

# Whose word counts first where several lead one unit.
_URUTAN = {
    JenisPenugasan.DEFINITIF: 0,
    JenisPenugasan.PJ: 1,
    JenisPenugasan.PLT: 2,
    JenisPenugasan.PLH: 3,
    JenisPenugasan.TT: 4,
}


class PasanganPenilai(NamedTuple):
    """The assessor of somebody, and the assessor's own assessor (who decides objections)."""

    penilai_id: int | None
    atasan_id: int | None


def penilai_untuk(
    pegawai_ids: Collection[int] | None,
    *,
    per: date,
    unit: dict[int, int | None] | None = None,
) -> dict[int, PasanganPenilai]:
    """The assessors of these people (None: of all who are in service), in nine queries at most.

    ``unit``: their units on the day where the caller has asked already.
    """
    unit = unit_pada(pegawai_ids, per=per) if unit is None else unit
    bagan = Bagan(per)
    lain = {pk for satu in bagan.tertulis.values() for pk in satu} | set(bagan.kepala.values())
    bagan.unit_orang = unit | unit_pada(lain - set(unit), per=per)
    return {pk: bagan.pasangan(pk) for pk in unit}


class PenilaiBernama(NamedTuple):
    """The two people above somebody, and the papers that said so before."""

    penilai: Pegawai | None
    atasan: Pegawai | None
    tertulis: list[PejabatPenilai]


def penilai_bernama(pegawai: int, *, per: date) -> PenilaiBernama:
    """Who assesses this person today, with names."""
    pasangan = penilai_untuk([pegawai], per=per).get(pegawai, PasanganPenilai(None, None))
    orang = Pegawai.objects.defer("siasn", "nik_sandi").in_bulk([pk for pk in pasangan if pk])
    tertulis = PejabatPenilai.objects.filter(pegawai=pegawai).select_related("penilai")
    penilai, atasan = (orang.get(pk or 0) for pk in pasangan)
    return PenilaiBernama(penilai, atasan, list(tertulis[:12]))


def unit_pada(pegawai_ids: Collection[int] | None, *, per: date) -> dict[int, int | None]:
    """The unit of each person in service on the day, by the definitive post as far as known.

    Where the register begins later than the day (an export shows only the present post), the
    earliest post it knows stands for the time before: the person did serve already.
    """
    orang = Pegawai.objects.bertugas(per)
    tugas = Penugasan.objects.definitif().belum_berakhir(per)
    if pegawai_ids is not None:
        orang = orang.filter(pk__in=pegawai_ids)
        tugas = tugas.filter(pegawai__in=pegawai_ids)
    hasil: dict[int, int | None] = dict.fromkeys(orang.order_by("pk").values_list("pk", flat=True))
    # Ended ones are left out, so the first row of a person is the one in force or the next to come.
    urut = tugas.order_by("pegawai_id", F("mulai").asc(nulls_first=True), "pk")
    # A number per row, where the day itself would be turned into a date twenty thousand times.
    nanti = Case(When(mulai__gt=per, then=1), default=0, output_field=IntegerField())
    rows = urut.annotate(nanti=nanti).values_list("pegawai_id", "nanti", "unit_id")
    return hasil | _terpilih(rows.iterator(chunk_size=5_000), hasil)


def _terpilih(
    rows: Iterable[tuple[int, int, int | None]], orang: dict[int, int | None]
) -> dict[int, int | None]:
    hasil: dict[int, int | None] = {}
    for pk, nanti, unit in rows:
        if pk in orang and (pk not in hasil or not nanti):
            hasil[pk] = unit
    return hasil


class Bagan:
    """The tree of units with its heads on a day, and the assessors written down."""

    def __init__(self, per: date) -> None:
        self.induk = dict(UnitKerja.objects.order_by().values_list("pk", "induk_id"))
        self.tertulis = _tertulis(per)
        self.kepala, self.puncak = _kepala(per)
        self.unit_orang: dict[int, int | None] = {}

    def pasangan(self, pegawai: int) -> PasanganPenilai:
        """The two people above somebody; None where nobody is known."""
        penilai = self.penilai(pegawai)
        if penilai is None:
            return PasanganPenilai(None, None)
        # Two people written down as each other's assessor do not decide about themselves.
        return PasanganPenilai(penilai, self.penilai(penilai, kecuali=(pegawai,)))

    def penilai(self, pegawai: int, kecuali: tuple[int, ...] = ()) -> int | None:
        """Written down, or the nearest head above who is somebody else."""
        bukan = {pegawai, *kecuali}
        for tertulis in self.tertulis.get(pegawai, ()):
            if tertulis not in bukan:
                return tertulis
        unit = self.unit_orang.get(pegawai)
        while unit is not None:
            kepala = self.kepala.get(unit)
            if kepala is not None and kepala not in bukan:
                return kepala
            unit = self.induk.get(unit)
        return self.puncak if self.puncak not in bukan else None


def _tertulis(per: date) -> dict[int, list[int]]:
    rows = PejabatPenilai.objects.filter(mulai__lte=per).filter(
        Q(selesai__isnull=True) | Q(selesai__gt=per)
    )
    hasil: dict[int, list[int]] = {}
    for pegawai, penilai in rows.order_by("-mulai", "-pk").values_list("pegawai", "penilai"):
        hasil.setdefault(pegawai, []).append(penilai)
    return hasil


def _kepala(per: date) -> tuple[dict[int, int], int | None]:
    """The head of every unit that has one, and the holder of the highest post of all."""
    berlaku = Penugasan.objects.berlaku(per).filter(
        Q(pegawai__berhenti__isnull=True) | Q(pegawai__berhenti__gt=per)
    )
    baris: list[tuple[int, int, int, int]] = []
    tingkat: dict[str, set[int]] = {}
    # A definitive seat belongs to the unit of the jabatan; the others to where they are done.
    pejabat = berlaku.definitif().filter(jabatan__unit__isnull=False).order_by()
    for pk, orang, unit, eselon in pejabat.values_list(
        "pk", "pegawai", "jabatan__unit", "jabatan__eselon_id"
    ):
        baris.append((unit, _URUTAN[JenisPenugasan.DEFINITIF], pk, orang))
        if eselon[:1] in set("12345"):
            tingkat.setdefault(eselon, set()).add(orang)
    kolom = ("pk", "pegawai", "unit", "jenis", "unit__jenis", "jabatan__jenis",
             "jabatan__nama", "jabatan_nama")  # fmt: skip
    lain = berlaku.sampingan().filter(unit__isnull=False).order_by()
    for pk, orang, unit, jenis, jenis_unit, jenis_jabatan, nama, tertulis in lain.values_list(
        *kolom
    ):
        if memimpin(jenis, jenis_unit, jenis_jabatan, nama or tertulis):
            baris.append((unit, _URUTAN[jenis], pk, orang))
    kepala: dict[int, int] = {}
    for unit, _, _, orang in sorted(baris):
        kepala.setdefault(unit, orang)
    tertinggi = tingkat[min(tingkat)] if tingkat else set()
    return kepala, next(iter(tertinggi)) if len(tertinggi) == 1 else None


def memimpin(jenis: str, jenis_unit: str, jenis_jabatan: str | None, nama: str) -> bool:
    """Whether an assignment beside the definitive one makes its holder head of the unit."""
    if jenis != JenisPenugasan.TT:
        return jenis_jabatan in (None, "", JenisJabatan.STRUKTURAL)
    if jenis_unit not in BERKEPALA_JF:
        return False
    return jenis_jabatan == JenisJabatan.STRUKTURAL or nama.casefold().startswith("kepala")
