"""A school with nine people of one family, one of them with an account, and one outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from organisasi.izin import Peran
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from penilaian.kernel.skor import Mentah
from penilaian.models import Bukti, NilaiIndikator, Penilaian, PeriodeKinerja, SetKriteria
from tests.factories import nilai, organisasi
from tests.factories import pegawai as register
from tests.helpers.layar import masuk_sebagai
from tests.penilaian.nilai_saya.dunia import angka, jalankan


@dataclass
class Dunia:
    """The world of these tests."""

    siti: Pegawai
    rekan: list[Pegawai]
    akun: Pengguna
    kepala: Pengguna
    bkd: Pengguna
    masa: PeriodeKinerja
    perangkat: SetKriteria
    bukti: Bukti
    hadir: NilaiIndikator

    def mentah(self, hadir: str = "90", predikat: str = "BAIK") -> dict[str, Mentah]:
        """Siti's raw values, with what they were made from."""
        acuan = {"jenis": "indikator", "ket": "Hari hadir", "pk": self.hadir.pk}
        return {
            "K1": Mentah.ada(predikat, f"Predikat kinerja Tahun 2025 {predikat.title()}"),
            "K2": angka(hadir, "Hadir 207 dari 230 hari kerja", acuan),
        }

    def sampaikan(self, siti: dict[str, Mentah] | None = None, **lain: Any) -> Penilaian:
        """One run: Siti, and eight colleagues at 80."""
        isi: dict[Pegawai, dict[str, Mentah]] = {
            orang: {"K1": Mentah.ada("BAIK"), "K2": angka("80")} for orang in self.rekan
        }
        isi[self.siti] = self.mentah() if siti is None else siti
        lain.setdefault("perangkat", self.perangkat)
        return jalankan(self.masa, lain.pop("perangkat"), self.bkd, isi, **lain)


@pytest.fixture
def dunia(pada_hari_ini: Any) -> Dunia:
    """Nothing is delivered yet."""
    unit = organisasi.kabupaten()
    post = register.formasi(unit["sd1"], register.jabatan(rumpun="Guru"))
    siti, *rekan = (register.pegawai(f"GURU {n}", post=post) for n in range(9))
    akun = organisasi.pengguna(Peran.PEGAWAI, unit=unit["sd1"], nama="Siti Rahma")
    siti.pengguna = akun
    siti.save()
    kepala = organisasi.pengguna(Peran.KEPALA_UNIT, unit=unit["sd1"], nama="Kepala sekolah")
    bkd = organisasi.pengguna(Peran.ANALIS_BKD, nama="Analis")
    masa = nilai.periode()
    bukti = Bukti.objects.create(
        macam="indikator", pegawai=siti, nama="rekap.pdf", sha256="0" * 64, ukuran=3,
        berkas=ContentFile(b"rekap kehadiran", "rekap.pdf"), diunggah_pada=timezone.now(),
        diunggah_oleh=bkd,
    )  # fmt: skip
    nilai.nilai_indikator(siti, masa, hari_hadir=207)
    hadir = NilaiIndikator.objects.get()
    NilaiIndikator.objects.update(bukti=bukti)
    perangkat = nilai.perangkat_terbit()
    return Dunia(siti, rekan, akun, kepala, bkd, masa, perangkat, bukti, hadir)


@pytest.fixture
def siti(client: Client, dunia: Dunia) -> Client:
    """Siti's browser."""
    return masuk_sebagai(client, dunia.akun)
