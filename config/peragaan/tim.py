"""Teams with two years of targets, and what units were measured by: IKM, time, complaints."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from config.peragaan.berkas import tulis
from organisasi.impor import JENIS
from organisasi.models import Pengguna, UnitKerja
from organisasi.services.impor_langsung import terapkan_langsung
from pegawai.models import Pegawai
from penilaian.columns.indikator_unit import INDIKATOR_UNIT
from penilaian.models import IndikatorUnit, PeranTim, PeriodeKinerja, TimKerja
from penilaian.policies.tim import Masa
from penilaian.services.periode import buka_periode
from penilaian.services.tim import bentuk_tim
from penilaian.services.tim_anggota import tambah_anggota
from penilaian.services.tim_target import IsiTarget, catat_realisasi, catat_target

# Unit, name, what it is for; targets: text, measure, direction, weight, aim, reached per year.
TIM: tuple[tuple[str, str, str, tuple[tuple[Any, ...], ...]], ...] = (
    ("Dinas Pendidikan dan Kebudayaan", "Tim Literasi Sekolah",
     "Menaikkan kemampuan membaca murid kelas awal.",
     (("Sekolah yang menjalankan jam baca", "sekolah", "naik", 60, 60, 54, 63),
      ("Murid kelas awal yang belum lancar membaca", "murid", "turun", 40, 120, 150, 110))),
    ("Dinas Kesehatan", "Tim Percepatan Penurunan Stunting",
     "Menurunkan jumlah balita stunting di semua puskesmas.",
     (("Balita stunting", "balita", "turun", 70, 400, 430, 365),
      ("Posyandu aktif", "posyandu", "naik", 30, 90, 81, 88))),
    ("RSUD Kabupaten Contoh", "Tim Mutu Pelayanan", "Memperpendek waktu tunggu rawat jalan.",
     (("Waktu tunggu rawat jalan", "menit", "turun", 50, 60, 75, 58),
      ("Keluhan pasien selesai dalam tiga hari", "%", "naik", 50, 95, 88, 96))),
    ("Dinas Sosial", "Tim Pemutakhiran Data Terpadu", "Memutakhirkan data keluarga miskin.",
     (("Desa yang datanya dimutakhirkan", "desa", "naik", 100, 120, 96, None),)),
    ("Dinas Kependudukan dan Pencatatan Sipil", "Tim Jemput Bola Adminduk",
     "Mendatangi desa jauh untuk perekaman dan penerbitan dokumen.",
     (("Desa yang didatangi", "desa", "naik", 40, 48, 50, 52),
      ("Kepuasan pengguna layanan", "", "naik", 60, 0, "IKM", "IKM"))),
    ("Badan Kepegawaian dan Pengembangan SDM", "Tim Penataan Pegawai",
     "Menyiapkan bahan penataan dan mutasi pegawai.",
     (("Unit yang kebutuhannya selesai dihitung", "unit", "naik", 50, 200, 150, 190),
      ("Berkas kenaikan pangkat terlambat", "berkas", "turun", 50, 10, 14, 0))),
    ("Badan Perencanaan Pembangunan Daerah", "Tim Reformasi Birokrasi",
     "Menyusun dan mengawal rencana aksi reformasi birokrasi lintas perangkat daerah.",
     (("Rencana aksi yang selesai", "kegiatan", "naik", 100, 24, 20, 25),)),
    ("Dinas Komunikasi dan Informatika", "Tim Satu Data", "Menyatukan data perangkat daerah.",
     (("Data dasar yang dibuka", "data", "naik", 70, 80, 64, 84),
      ("Gangguan layanan", "jam", "turun", 30, 24, 30, 20))),
    ("Satuan Polisi Pamong Praja", "Tim Ketertiban Pasar",
     "Menata pedagang di sekitar pasar induk.",
     (("Patroli terpadu", "kali", "naik", 100, 96, 90, 101),)),
)  # fmt: skip
PROGRAM = (
    ("Dinas Kependudukan dan Pencatatan Sipil", "WAKTU-KTP", "Waktu penerbitan KTP elektronik",
     "waktu layanan", "hari", "turun", 3, (4, 2)),
    ("Dinas Penanaman Modal", "WAKTU-IZIN", "Waktu penerbitan izin usaha", "waktu layanan", "hari",
     "turun", 5, (7, 5)),
    ("RSUD Kabupaten Contoh", "ADUAN", "Pengaduan pasien", "pengaduan", "pengaduan", "turun", 40,
     (52, 37)),
    ("Dinas Sosial", "BANTUAN", "Penyaluran bantuan tepat waktu", "capaian program", "%", "naik",
     95, (91, None)),
)  # fmt: skip
_BERSAMA = "Tim Reformasi Birokrasi"  # also takes in somebody of another unit's team
_ASAL = "Badan Kepegawaian dan Pengembangan SDM"


def tim_dan_indikator(*, benih: int, per: date) -> None:
    """By the account of the head of BKPSDM; what a small agency lacks is left out."""
    oleh = Pengguna.objects.get(nama_pengguna="kepala-bkpsdm")
    tahun = [_periode(per.year - n, oleh, per) for n in (2, 1)]
    terbuka = [satu for satu in tahun if satu.ditutup_pada is None]
    with TemporaryDirectory() as folder:
        for periode in terbuka:
            letak = tahun.index(periode)
            isi = list(_baris_indikator(random.Random(benih + letak), letak))  # noqa: S311
            path = tulis(
                Path(folder) / f"indikator_unit_{periode.kode}.xlsx",
                [kolom.header for kolom in INDIKATOR_UNIT], isi, "indikator",
            )  # fmt: skip
            terapkan_langsung(
                path, JENIS["indikator-unit"], per=per, oleh=oleh,
                parameter={"periode": periode.kode},
            )  # fmt: skip
    unit = {u.nama: u for u in UnitKerja.objects.filter(nama__in=[nama for nama, *_ in TIM])}
    for nomor, (nama_unit, nama, mandat, target) in enumerate(TIM, 1):
        if nama_unit in unit:
            tim = bentuk_tim(
                unit[nama_unit].pk, nama=nama, mandat=mandat, dasar=f"800/{nomor:03}/SK/2024",
                mulai=tahun[0].mulai, per=per, oleh=oleh,
            )  # fmt: skip
            _anggota(tim, unit, oleh, per)
            for periode in terbuka:
                _target(tim, periode, target, tahun.index(periode), oleh, per)


def _periode(tahun: int, oleh: Pengguna, per: date) -> PeriodeKinerja:
    ada = PeriodeKinerja.objects.filter(kode=str(tahun)).first()
    return ada or buka_periode(str(tahun), per=per, oleh=oleh)


def _baris_indikator(acak: random.Random, letak: int) -> Iterator[tuple[Any, ...]]:
    """IKM of every office below the agency, two of them not yet; then times and programmes."""
    unit = list(UnitKerja.objects.filter(tingkat=1).order_by("kiri"))
    kosong = {len(unit) - 1, len(unit) - 2} if letak else set()
    for n, satu in enumerate(unit):
        nilai = Decimal(acak.randrange(7_400, 9_300)) / 100
        yield (satu.siasn_id, satu.nama, "IKM", "Kepuasan pengguna layanan", "IKM", "nilai",
               "naik", 82, None if n in kosong else nilai)  # fmt: skip
    ada = {satu.nama: satu for satu in unit}
    for nama, *isi, angka in PROGRAM:
        if nama in ada:
            yield ada[nama].siasn_id, nama, *isi, angka[letak]


def _anggota(tim: TimKerja, unit: dict[str, UnitKerja], oleh: Pengguna, per: date) -> None:
    """A head and three more; the joint team takes one of them from BKPSDM, who then works in two.

    The teacher with an account of the demonstration is in the team of his department.
    """
    orang = _orang(tim.unit)
    porsi = dict.fromkeys((satu.pk for satu in orang), Decimal(100))
    if tim.unit.nama == _ASAL and len(orang) > 1:
        porsi[orang[1].pk] = Decimal(60)
    if tim.nama == _BERSAMA and _ASAL in unit and len(tamu := _orang(unit[_ASAL])) > 1:
        orang, porsi[tamu[1].pk] = [*orang, tamu[1]], Decimal(40)
    for nomor, satu in enumerate(orang):
        peran = PeranTim.ANGGOTA if nomor else PeranTim.KETUA
        tambah_anggota(
            tim.pk, satu, masa=Masa(tim.mulai, None, peran),
            tugas="Mengumpulkan data" if nomor else "Memimpin dan melaporkan",
            porsi=porsi[satu.pk], per=per, oleh=oleh,
        )  # fmt: skip


def _orang(unit: UnitKerja) -> list[Pegawai]:
    """Four people of the unit and below it, always the same; first who can log in."""
    rows = Pegawai.objects.tercatat().filter(
        unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan, hilang_sejak=None
    )
    rows = rows.select_related("unit", "pengguna")
    berakun = list(rows.filter(pengguna__isnull=False).order_by("pk")[:1])
    lain = rows.filter(pengguna__isnull=True).order_by("unit__tingkat", "pk")
    return [*lain[: 4 - len(berakun)], *berakun]


def _target(
    tim: TimKerja, periode: PeriodeKinerja, target: tuple[tuple[Any, ...], ...], letak: int,
    oleh: Pengguna, per: date,
) -> None:  # fmt: skip
    for uraian, satuan, arah, bobot, angka, *capaian in target:
        nyata = capaian[letak]
        ikm = None
        if nyata == "IKM":
            ikm = IndikatorUnit.objects.filter(unit=tim.unit, kode="IKM").first()
        satu = catat_target(
            tim.pk, periode,
            IsiTarget(uraian, satuan, arah, Decimal(bobot), Decimal(angka), ikm), per=per,
            oleh=oleh,
        )  # fmt: skip
        if isinstance(nyata, int):
            catat_realisasi(tim.pk, satu.pk, realisasi=Decimal(nyata), per=per, oleh=oleh)
