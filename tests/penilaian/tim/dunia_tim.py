"""A department with a team across units: plain functions with fixed values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Pegawai
from penilaian.models import AnggotaTim, PeriodeKinerja, TargetTim, TimKerja
from penilaian.policies.tim import Masa
from penilaian.services.tim import bentuk_tim
from penilaian.services.tim_anggota import tambah_anggota
from penilaian.services.tim_target import IsiTarget, catat_realisasi, catat_target
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories.nilai import periode

PER = date(2026, 6, 1)
AWAL = date(2025, 1, 1)


@dataclass
class Dinas:
    """Two units, a manager of the department, an operator, three people with accounts."""

    unit: dict[str, UnitKerja]
    pengelola: Pengguna
    tahun: PeriodeKinerja
    ani: Pegawai
    budi: Pegawai
    cici: Pegawai  # of another office

    def tim(self, nama: str = "Tim Literasi", **lain: Any) -> TimKerja:
        """At home in the department, since 2025."""
        isi = {
            "nama": nama, "mandat": "Menaikkan minat baca.", "dasar": "800/1/2025", "mulai": AWAL,
            "per": PER, "oleh": self.pengelola, **lain,
        }  # fmt: skip
        return bentuk_tim(self.unit["disdik"].pk, **isi)

    def masuk(self, tim: TimKerja, siapa: Pegawai, porsi: str = "100", **lain: Any) -> AnggotaTim:
        """A member from the first day on."""
        oleh = lain.pop("oleh", self.pengelola)
        masa = Masa(lain.get("mulai", AWAL), lain.get("selesai"), lain.get("peran", "anggota"))
        return tambah_anggota(
            tim.pk, siapa, masa=masa, tugas="Menyusun", porsi=Decimal(porsi), per=PER, oleh=oleh
        )

    def target(
        self, tim: TimKerja, target: str, realisasi: str | None, bobot: str = "100", **lain: Any
    ) -> TargetTim:
        """A target of 2025, more is better, with what was reached."""
        isi = IsiTarget(
            lain.get("uraian", "Sekolah membaca"), "sekolah", lain.get("arah", "naik"),
            Decimal(bobot), Decimal(target), lain.get("indikator"),
        )  # fmt: skip
        satu = catat_target(tim.pk, self.tahun, isi, per=PER, oleh=self.pengelola)
        if realisasi is not None:
            return catat_realisasi(
                tim.pk, satu.pk, realisasi=Decimal(realisasi), per=PER, oleh=self.pengelola
            )
        return satu


def dinas() -> Dinas:
    """Ani and Budi teach in the department's schools, Cici works at the BKD."""
    unit = org.kabupaten()
    guru = peg.jabatan("Guru Ahli Pertama", rumpun="Guru")
    orang = [
        peg.pegawai(nama, post=peg.formasi(unit[kunci], guru))
        for nama, kunci in (("ANI", "sd1"), ("BUDI", "sd2"), ("CICI", "bkd"))
    ]
    for satu in orang:
        satu.pengguna = org.pengguna(Peran.PEGAWAI, unit=satu.unit, nama=satu.nama)
        satu.save(update_fields=["pengguna"])
    pengelola = org.pengguna(Peran.OPERATOR_OPD, unit=unit["disdik"], nama="Operator Disdik")
    return Dinas(unit, pengelola, periode(2025), *orang)
