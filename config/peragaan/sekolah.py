"""Classes and lessons of the invented schools, as a file of Dapodik's kind.

The centre has full classes and enough teachers; far out a class has twelve pupils and lessons are
given by teachers who are no ASN. Some teach another subject than their certificate names.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from config.peragaan.berkas import tulis
from organisasi.models import UnitKerja
from pegawai.models import JenisPenugasan, Pegawai, Penugasan
from penilaian.columns.rombel import ROMBEL

SEKOLAH = ("sd", "smp")
# Lesson hours a week of one class.
JAM_SD = (("PJOK", 4), ("Pendidikan Agama Islam", 4))
JAM_KELAS = 24
JAM_SMP = (
    ("Matematika", 5), ("Bahasa Indonesia", 6), ("IPA", 5), ("Bahasa Inggris", 4), ("IPS", 4),
    ("Pendidikan Agama Islam", 3), ("Pendidikan Pancasila", 3), ("PJOK", 3), ("Seni Budaya", 3),
    ("Informatika", 2), ("Prakarya", 2),
)  # fmt: skip
_BERSERTIFIKAT, _LAIN_MAPEL, _NON_ASN = 0.72, 0.06, 0.8
_MAKS_JAM = 30
Baris = tuple[Any, ...]


def berkas_sekolah(folder: Path, *, benih: int, per: date) -> Path:
    """The workbook of one semester."""
    acak = random.Random(benih + 7)  # noqa: S311
    guru: dict[int, list[Pegawai]] = {}
    rows = Pegawai.objects.tercatat().filter(unit__jenis__in=SEKOLAH, jabatan__rumpun="Guru")
    for orang in rows.order_by("unit_id", "pk").only("pk", "nip", "unit_id"):
        guru.setdefault(orang.unit_id or 0, []).append(orang)
    kepala = dict(
        Penugasan.objects.filter(jenis=JenisPenugasan.TT, jabatan_nama="Kepala Sekolah")
        .order_by("pk")
        .values_list("unit", "pegawai__nip")
    )
    isi = [
        baris
        for unit in UnitKerja.objects.filter(jenis__in=SEKOLAH).order_by("kiri")
        for baris in _sekolah(unit, guru.get(unit.pk, []), kepala.get(unit.pk), acak, per)
    ]
    return tulis(folder / "dapodik.xlsx", [kolom.header for kolom in ROMBEL], isi, "rombel")


def semester(per: date) -> str:
    """Dapodik's code of the semester a day lies in."""
    return f"{per.year}1" if per.month >= 7 else f"{per.year - 1}2"


def _sekolah(
    unit: UnitKerja, guru: Sequence[Pegawai], kepala: str | None, acak: random.Random, per: date
) -> Iterator[Baris]:
    awal = (unit.siasn_id, unit.nama, semester(per))
    # A head teaches nothing; the others share the lessons.
    pengajar = [g.nip for g in guru if g.nip != kepala]
    if kepala:
        yield (*awal, None, None, None, None, None, kepala, None, None, None, "Kepala Sekolah")
    pusat = len(pengajar) > 6
    if unit.jenis == "sd":
        yield from _sd(awal, pengajar, acak, rata=27 if pusat else 17)
    else:
        yield from _smp(awal, pengajar, acak, paralel=3 if pusat else 2)


def _sd(awal: Baris, guru: list[str], acak: random.Random, *, rata: int) -> Iterator[Baris]:
    """A class teacher per class as far as there are any; sports and religion by the last two."""
    khusus = guru[-2:] if len(guru) > 4 else guru[-1:]
    kelas = guru[: len(guru) - len(khusus)]
    for nomor in range(1, 7):
        rombel = (*awal, f"Kelas {nomor}", nomor, max(6, rata + acak.randint(-6, 8)))
        nip = kelas[nomor - 1] if nomor <= len(kelas) else None
        yield *rombel, "Guru Kelas", JAM_KELAS, *_pengajar(nip, "Guru Kelas SD", acak)
        for urut, (mapel, jam) in enumerate(JAM_SD):
            nip = khusus[urut] if urut < len(khusus) else None
            yield *rombel, mapel, jam, *_pengajar(nip, mapel, acak)


def _smp(awal: Baris, guru: list[str], acak: random.Random, *, paralel: int) -> Iterator[Baris]:
    """Each subject has its teachers; what they cannot carry is given by others."""
    tersisa = dict.fromkeys(guru, _MAKS_JAM)
    milik = {mapel: guru[i :: len(JAM_SMP)] for i, (mapel, _) in enumerate(JAM_SMP)}
    for nomor in range(7, 10):
        for huruf in "ABCD"[:paralel]:
            rombel = (*awal, f"{nomor}{huruf}", nomor, 24 + acak.randint(-8, 10))
            for mapel, jam in JAM_SMP:
                nip = next((g for g in milik[mapel] if tersisa[g] >= jam), None)
                if nip is not None:
                    tersisa[nip] -= jam
                yield *rombel, mapel, jam, *_pengajar(nip, mapel, acak)


def _pengajar(nip: str | None, mapel: str, acak: random.Random) -> Baris:
    """NIP, whether no ASN, subject and number of the certificate, no extra duty."""
    if nip is None:
        return None, "Y" if acak.random() < _NON_ASN else "T", None, None, None
    # By the number, so that all rows of one teacher say the same.
    nasib = random.Random(nip)  # noqa: S311
    if nasib.random() > _BERSERTIFIKAT:
        return nip, "T", None, None, None
    sertifikat = "Ekonomi" if nasib.random() < _LAIN_MAPEL else mapel
    return nip, "T", sertifikat, f"{nasib.randrange(10**11):012d}", None
