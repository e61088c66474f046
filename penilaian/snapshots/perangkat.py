"""A set of criteria as the kernel reads it, from its rows."""

from __future__ import annotations

from collections.abc import Iterable

from penilaian.kernel.kriteria import (
    Arah,
    BilaKosong,
    Keluarga,
    Kriteria,
    Perangkat,
    SumberNilai,
    skala_dari,
)
from penilaian.models import Kriteria as BarisKriteria
from penilaian.models import SetKriteria


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
