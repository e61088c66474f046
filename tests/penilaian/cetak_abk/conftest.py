"""A school office with three posts: two with tasks in force, one nobody has written for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, Jabatan, JenisJabatan
from penilaian.kernel.abk import Periode, Tugas
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai


@dataclass
class Sekolah:
    """The world of these tests."""

    unit: dict[str, UnitKerja]
    arsip: Formasi
    guru: Formasi
    baru: Formasi
    kepala: Pengguna
    organisasi: Pengguna


@pytest.fixture
def sekolah(pada_hari_ini: Any) -> Sekolah:
    """Arsiparis 1.5 people by two tasks, Guru by one a quarter, and Operator without any."""
    unit = org.kabupaten()
    arsiparis = peg.jabatan("Arsiparis Terampil", siasn_id="A1")
    Jabatan.objects.filter(pk=arsiparis.pk).update(kelas=7)
    arsip = peg.formasi(unit["sd1"], arsiparis)
    guru = peg.formasi(unit["sd1"], peg.jabatan("Guru Ahli Pertama", siasn_id="G1"))
    baru = peg.formasi(
        unit["sd1"], peg.jabatan("Operator", siasn_id="O1", jenis=JenisJabatan.PELAKSANA)
    )
    for nama in ("ANI", "BUDI"):
        peg.pegawai(nama, post=arsip)
    nilai.perhitungan_abk(
        arsip,
        Tugas.isi("Menata arsip", "berkas", 250, Periode.BULAN, 25),
        Tugas.isi("=Menyusun daftar", "daftar", "12.5", Periode.TAHUN, 3_000),
    )
    nilai.perhitungan_abk(guru, Tugas.isi("Menilai", "rapor", 100, Periode.TRIWULAN, 60))
    kepala = org.pengguna(Peran.KEPALA_UNIT, unit=unit["sd1"], nama="Kepala Sekolah")
    lain = org.pengguna(Peran.BAGIAN_ORGANISASI, nama="Bagian Organisasi")
    return Sekolah(unit, arsip, guru, baru, kepala, lain)
