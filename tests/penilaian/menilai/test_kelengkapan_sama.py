"""Completeness asks the database what a run asks its kernels: the answers must be the same."""

from __future__ import annotations

from datetime import date
from itertools import cycle, islice
from typing import Any

import pytest
from django.utils import timezone

from organisasi.izin import Peran
from organisasi.models import Pengguna
from pegawai.models import Pegawai, RiwayatKinerja, RiwayatPelatihan
from penilaian.kernel.akun import Keadaan
from penilaian.kernel.skor import hitung
from penilaian.models import HasilPenilaian, Inovasi, Keberatan, PeriodeKinerja, SetKriteria
from penilaian.selectors.bahan_nilai import mentah_kinerja
from penilaian.selectors.kelengkapan_sumber import orang_diukur, ukuran
from penilaian.snapshots.perangkat import perangkat_dari
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories.nilai import (
    PREDIKAT,
    baris_kriteria,
    kirim,
    nilai_indikator,
    penilaian_selesai,
    perangkat_terbit,
    periode,
)

pytestmark = pytest.mark.django_db
PER = date(2026, 6, 1)
KINI = timezone.make_aware(timezone.datetime(2026, 6, 1, 9))
ATAS, SESUAI = "DI ATAS EKSPEKTASI", "SESUAI EKSPEKTASI"
# Working days, present, lawfully absent: each of the answers a share can give.
KEHADIRAN = (
    {},
    {"hari_kerja": 200, "hari_hadir": 190},
    {"hari_kerja": 200, "hari_hadir": 150, "hari_sah": 50},
    {"hari_kerja": 200, "hari_hadir": 160, "hari_sah": 60},
    {"hari_kerja": 200, "hari_hadir": 0, "hari_sah": 200},
    {"hari_kerja": 200, "hari_hadir": 210},
    {"hari_kerja": 0, "hari_hadir": 0},
)
# Results, behaviour, predicate, marked as contradictory.
KATA = (
    ("", "", "", False), (SESUAI, SESUAI, "BAIK", False), (SESUAI, SESUAI, "SANGAT BAIK", False),
    ("", "", "BAIK", True), (ATAS, "", "", False),
)  # fmt: skip
INOVASI = (None, "diajukan", "terverifikasi", "ditolak")
BANYAK = 70  # every pair of the first two


@pytest.fixture
def petugas() -> Pengguna:
    return org.pengguna(Peran.ANALIS_BKD)


@pytest.fixture
def dunia(petugas: Pengguna) -> list[PeriodeKinerja]:
    """People in every state, in a year and in its last quarter."""
    guru = peg.formasi(org.kabupaten()["sd1"], peg.jabatan("Guru Ahli Pertama"))
    tahun = periode(2025)
    tw4 = PeriodeKinerja.objects.create(
        kode="2025-TW4", nama="Triwulan IV 2025", jenis="triwulan", mulai=date(2025, 10, 1),
        selesai=date(2025, 12, 31),
    )  # fmt: skip
    kombinasi = zip(cycle(KEHADIRAN), cycle(KATA), cycle(INOVASI), strict=False)
    for n, (hadir, kata, inovasi) in enumerate(islice(kombinasi, BANYAK)):
        satu = peg.pegawai(f"ORANG {n}", post=guru)
        _isi(satu, tahun, tw4, hadir, kata)
        if inovasi:
            putus = {"diputuskan_pada": KINI, "diputuskan_oleh": org.pengguna()}
            Inovasi.objects.create(
                pegawai=satu, periode=tahun if n % 2 else tw4, judul="Antrean", manfaat="Cepat",
                tanggal=date(2025, 11, 1), keadaan=inovasi, diajukan_pada=KINI,
                diajukan_oleh=petugas, **(putus if inovasi != "diajukan" else {}),
            )  # fmt: skip
    return [tahun, tw4]


def _isi(satu: Pegawai, tahun: Any, tw4: Any, hadir: dict[str, int], kata: Any) -> None:
    hasil, perilaku, predikat, tanda = kata
    words = {"rating_hasil": hasil, "rating_perilaku": perilaku, "predikat": predikat}
    for masa in (tahun, tw4):
        nilai_indikator(satu, masa, **hadir, **{k: v for k, v in words.items() if v})
    if any(kata):
        RiwayatKinerja.objects.create(
            pegawai=satu, tahun=2025, hasil=hasil, perilaku=perilaku, predikat=predikat,
            bertentangan=tanda,
        )  # fmt: skip
    if "hari_sah" in hadir:
        jam = 20 if predikat else None
        RiwayatPelatihan.objects.create(
            pegawai=satu, nama="Diklat", mulai=date(2025, 11, 3), jam=jam
        )


def _perangkat() -> SetKriteria:
    tabel = {"skala": "tabel", "satuan": "predikat"}
    rating = tabel | {"parameter": {"isi": {ATAS: "100", SESUAI: "80", "DI BAWAH EKSPEKTASI": "0"}}}
    dibagi = {"bila_kosong": "bobot_dibagi"}
    return perangkat_terbit([
        baris_kriteria("K1", "predikat_tahunan", "30", **tabel, parameter={"isi": PREDIKAT}),
        baris_kriteria("K2", "kehadiran", "20", **dibagi),
        baris_kriteria("K3", "inovasi", "20", **dibagi),
        baris_kriteria("K4", "pelatihan_jp", "10", **dibagi),
        baris_kriteria("K5", "rating_hasil", "20", **dibagi, **rating),
    ])  # fmt: skip


def _putusan(hasil: HasilPenilaian, petugas: Pengguna, koreksi: dict[str, str]) -> None:
    Keberatan.objects.create(
        hasil=hasil, pegawai=hasil.pegawai, tanggal=PER, diterima=PER, batas=date(2026, 6, 15),
        batas_putus=date(2026, 7, 6), alasan="Salah hitung", kriteria=["K2"], keadaan="diputus",
        putusan="dikabulkan", pertimbangan="Rekap absensi diperbaiki sesuai daftar hadir.",
        koreksi=[{"alasan": "daftar hadir"} | koreksi], dicatat_pada=KINI, dicatat_oleh=petugas,
        diputus_pada=KINI, diputus_oleh=org.pengguna(),
    )  # fmt: skip


def test_the_database_and_the_kernels_agree_about_everybody_and_every_source(
    dunia: list[PeriodeKinerja], petugas: Pengguna
) -> None:
    perangkat = perangkat_dari(_perangkat())
    run = kirim(penilaian_selesai(dunia[0], oleh=petugas))
    hampa, ganda = run.hasil.order_by("pk")[0], run.hasil.order_by("pk")[5]
    _putusan(hampa, petugas, {"kriteria": "K2", "mentah": "95"})
    _putusan(ganda, petugas, {"kriteria": "K2", "mentah": ""})

    for masa in dunia:
        ukur = ukuran(perangkat, masa, per=PER)
        rows = ukur.pasang(orang_diukur(masa))
        menurut: dict[tuple[str, Keadaan], set[int]] = {}
        akhir: dict[Keadaan, set[int]] = {k: set() for k in Keadaan}
        sumber = {k.kode: k.sumber for k in perangkat.kriteria}
        for orang, mentah in mentah_kinerja(masa, perangkat, per=PER):
            akhir[hitung(perangkat, mentah).keadaan].add(orang.pk)
            for kode, satu in mentah.items():
                menurut.setdefault((sumber[kode], satu.keadaan), set()).add(orang.pk)

        def jawab(syarat: Any, rows: Any = rows) -> set[int]:
            return set(rows.filter(syarat).values_list("pk", flat=True)) if syarat else set()

        for s in ukur.sumber:
            assert jawab(s.ada) == menurut.get((s.sumber, Keadaan.ANGKA), set()), s.nama
            rusak = menurut.get((s.sumber, Keadaan.TIDAK_DAPAT_DIPERIKSA), set())
            assert jawab(s.rusak) == rusak, s.nama
        assert jawab(ukur.lengkap) == akhir[Keadaan.ANGKA]
        assert jawab(ukur.rusak) == akhir[Keadaan.TIDAK_DAPAT_DIPERIKSA]
        assert all(akhir.values()), "every state occurs"
