"""A set of criteria as the kernel reads it, from its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from penilaian.kernel.kriteria import (
    Arah,
    BilaKosong,
    Keluarga,
    Kriteria,
    Perangkat,
    SumberNilai,
    skala_dari,
)
from penilaian.models import KeluargaKriteria, SetKriteria
from penilaian.models import Kriteria as BarisKriteria
from toolkit.sekaligus import Arm

_SET = (
    "keluarga", "kode", "versi", "nama", "pengantar", "dasar", "berlaku_mulai", "bobot_minimal",
    "peringkat", "urutan_seri",
)  # fmt: skip
_KRITERIA = (
    "perangkat_id", "urutan", "kode", "bunyi", "dasar", "sumber", "satuan", "arah", "skala",
    "parameter", "bobot", "bukti", "bila_kosong", *(f"perangkat__{nama}" for nama in _SET),
)  # fmt: skip


def perangkat_dari(satu: SetKriteria, kriteria: Iterable[BarisKriteria] | None = None) -> Perangkat:
    """The set with all its criteria in order (given where they were read with it); raises
    SkalaKeliru for unreadable parameters."""
    rows = satu.kriteria.all() if kriteria is None else kriteria
    return Perangkat(
        keluarga=Keluarga(satu.keluarga), kode=satu.kode, versi=satu.versi, nama=satu.nama,
        pengantar=satu.pengantar, dasar=satu.dasar, berlaku_mulai=satu.berlaku_mulai,
        bobot_minimal=satu.bobot_minimal, peringkat=satu.peringkat,
        urutan_seri=tuple(satu.urutan_seri),
        kriteria=tuple(kriteria_dari(k) for k in rows),
    )  # fmt: skip


def kriteria_dari(satu: BarisKriteria) -> Kriteria:
    """One row."""
    return Kriteria(
        kode=satu.kode, bunyi=satu.bunyi, dasar=satu.dasar, sumber=SumberNilai(satu.sumber),
        satuan=satu.satuan, arah=Arah(satu.arah), skala=skala_dari(satu.skala, satu.parameter),
        bobot=satu.bobot, bukti=satu.bukti, bila_kosong=BilaKosong(satu.bila_kosong),
    )  # fmt: skip


def arm_mutasi(*, per: date) -> Arm:
    """The criteria of the mutasi sets in force on the day, each with its set."""
    rows = SetKriteria.objects.berlaku(per).filter(keluarga=KeluargaKriteria.MUTASI)
    return Arm(BarisKriteria.objects.filter(perangkat__in=rows), _KRITERIA)


def perangkat_banyak(kriteria: Iterable[BarisKriteria]) -> dict[SetKriteria, Perangkat]:
    """The sets these criteria belong to (read with them), the newest first."""
    menurut: dict[SetKriteria, list[BarisKriteria]] = defaultdict(list)
    for satu in sorted(kriteria, key=lambda k: k.urutan):
        menurut[satu.perangkat].append(satu)
    urut = sorted(menurut, key=lambda p: p.kode)
    urut.sort(key=lambda p: p.berlaku_mulai or date.min, reverse=True)
    return {satu: perangkat_dari(satu, menurut[satu]) for satu in urut}
