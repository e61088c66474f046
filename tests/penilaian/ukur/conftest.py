"""The world of measuring: two offices, four people, a period, who records and who sees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Pegawai
from penilaian.models import PeriodeKinerja
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories.nilai import periode

PER = date(2026, 6, 1)


@dataclass(frozen=True)
class Dunia:
    """Ani and Budi teach in the Dinas Pendidikan, Citra works in the Badan Kepegawaian."""

    unit: dict[str, UnitKerja]
    ani: Pegawai
    budi: Pegawai
    citra: Pegawai
    masa: PeriodeKinerja
    operator: Pengguna  # of the Dinas Pendidikan, also Budi
    kepala: Pengguna  # of the Dinas Pendidikan
    analis: Pengguna


@pytest.fixture
def dunia(db: None) -> Dunia:
    unit = org.kabupaten()
    guru = peg.jabatan("Guru Ahli Pertama", rumpun="Guru")
    ani = peg.pegawai("ANI", post=peg.formasi(unit["sd1"], guru))
    budi = peg.pegawai("BUDI", post=peg.formasi(unit["sd2"], guru))
    citra = peg.pegawai("CITRA", post=peg.formasi(unit["bidang"], guru))
    operator = org.pengguna(Peran.OPERATOR_OPD, unit=unit["disdik"], nama="Budi Operator")
    budi.pengguna = operator
    ani.pengguna = org.pengguna(Peran.PEGAWAI, unit=unit["sd1"], nama="Ani")
    for orang in (ani, budi):
        orang.save(update_fields=["pengguna"])
    return Dunia(
        unit, ani, budi, citra, periode(), operator,
        org.pengguna(Peran.KEPALA_UNIT, unit=unit["disdik"], nama="Kepala Dinas"),
        org.pengguna(Peran.ANALIS_BKD, nama="Analis"),
    )  # fmt: skip
