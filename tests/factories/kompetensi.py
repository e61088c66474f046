"""Competences, standards, assessments and boxes: plain functions with fixed values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pegawai.models import Jabatan, Pegawai
from penilaian.models import Kompetensi, KotakTalenta, ProfilKompetensi, StandarKompetensi

ASESMEN = date(2025, 9, 1)
UMUM = tuple(f"M.0{n}" for n in range(1, 9)) + ("S.01",)
SESUAI, MENENGAH = "SESUAI EKSPEKTASI", "MENENGAH"


def teknis(kode: str = "T.UJI", nama: str = "Pengujian") -> Kompetensi:
    """A technical competence."""
    satu, _ = Kompetensi.objects.get_or_create(
        kode=kode,
        defaults={
            "nama": nama, "jenis": "teknis", "tingkat": [f"Level {n}" for n in range(1, 6)],
            "dasar": "Keputusan Bupati",
        },
    )  # fmt: skip
    return satu


def standar(
    jabatan: Jabatan, kode: str, level: int, *, mulai: date = date(2024, 1, 1),
    selesai: date | None = None,
) -> StandarKompetensi:  # fmt: skip
    """A level the jabatan asks."""
    return StandarKompetensi.objects.create(
        jabatan=jabatan, kompetensi=Kompetensi.objects.get(kode=kode), level=level, mulai=mulai,
        selesai=selesai, dasar="Keputusan Bupati",
    )  # fmt: skip


def asesmen(
    orang: Pegawai, hari: date = ASESMEN, level: Mapping[str, int] | int = 3,
    *, selesai: date | None = None,
) -> None:  # fmt: skip
    """What one assessment found: levels by code, or one level of all nine."""
    isi = dict.fromkeys(UMUM, level) if isinstance(level, int) else level
    kamus = {k.kode: k for k in Kompetensi.objects.filter(kode__in=isi)}
    ProfilKompetensi.objects.bulk_create(
        ProfilKompetensi(
            pegawai=orang, kompetensi=kamus[kode], level=nilai, mulai=hari, selesai=selesai,
            sumber="Pusat Penilaian",
        )
        for kode, nilai in isi.items()
    )  # fmt: skip


def kotak(
    orang: Pegawai, nomor: int = 5, *, tahun: int = 2025, kinerja: str = SESUAI,
    potensial: str = MENENGAH, bertentangan: bool = False,
) -> KotakTalenta:  # fmt: skip
    """The box of a year, by default of the middle."""
    return KotakTalenta.objects.create(
        pegawai=orang, tahun=tahun, kotak=nomor, kinerja=kinerja, potensial=potensial,
        ditetapkan=date(tahun, 12, 15), sumber="SIMATA", bertentangan=bertentangan,
    )  # fmt: skip
