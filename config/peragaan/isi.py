"""Fill an empty database with the invented Kabupaten Contoh, by the acts an office uses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction

from config.peragaan.akun import Akun, buat_akun_peragaan
from config.peragaan.beban import berkas_abk, perhitungan_berjalan
from config.peragaan.berkas import (
    awal_bulan,
    berkas_kebutuhan,
    berkas_kinerja,
    berkas_pegawai,
    berkas_struktur,
)
from config.peragaan.keberatan import keberatan_peragaan
from config.peragaan.kesehatan import kesehatan
from config.peragaan.kompetensi import kompetensi_peragaan
from config.peragaan.kotoran import bulan_depan, kotori
from config.peragaan.kriteria import kriteria_peragaan
from config.peragaan.mutasi import permintaan_dan_kritis
from config.peragaan.nilai import penilaian_peragaan
from config.peragaan.orang import orang
from config.peragaan.sampingan import penugasan_sampingan
from config.peragaan.sekolah import berkas_sekolah
from config.peragaan.sotk import rencana_sotk
from config.peragaan.susunan import Kabupaten, bangun
from config.peragaan.tim import tim_dan_indikator
from config.peragaan.tunjangan import tunjangan_peragaan
from config.peragaan.ukur import pengukuran, tutup_tahun_lama
from config.peragaan.umpan import umpan_peragaan
from config.peragaan.usulan import jalan_peragaan
from organisasi.impor import JENIS
from organisasi.models import Instansi, Pengguna, UnitKerja
from organisasi.services.impor_langsung import terapkan_langsung
from pegawai.models import Pegawai

Lapor = Callable[[str], None]


class SudahBerisi(Exception):  # noqa: N818
    """The database holds other data; the demonstration never mixes with it."""


def isi_peragaan(
    *, jumlah: int, benih: int, per: date, oleh: Pengguna, lapor: Lapor, unit: int | None = None
) -> list[Akun]:
    """Units, references, two months of exports, needs, predicates, accounts; by a seed."""
    if Pegawai.objects.exists() or UnitKerja.objects.exists() or Instansi.objects.exists():
        raise SudahBerisi(
            "Basis data ini sudah berisi data. Peragaan hanya mengisi basis data yang kosong; "
            "pakai basis data lain (DATABASE_URL)."
        )
    lapor(f"Menyusun {jumlah} pegawai rekaan …")
    kabupaten = bangun(jumlah, benih=benih, unit=unit)
    kini, lalu = awal_bulan(per), awal_bulan(per, 1)
    with TemporaryDirectory() as folder:
        _impor(kabupaten, Path(folder), benih=benih, lalu=lalu, kini=kini, oleh=oleh, lapor=lapor)
    with transaction.atomic():
        Instansi.objects.filter(pk=1).update(
            nama="Pemerintah Kabupaten Contoh", singkatan="Kab. Contoh", peragaan=True
        )
        penugasan_sampingan(oleh=oleh, per=kini)
    lapor("Mengimpor rombel sekolah …")
    with TemporaryDirectory() as folder:
        path = berkas_sekolah(Path(folder), benih=benih, per=kini)
        terapkan_langsung(path, JENIS["rombel"], per=kini, oleh=oleh)
    lapor("Membuat akun peragaan …")
    # For years, so that what the demonstration tells of past years was done by somebody entitled.
    akun = buat_akun_peragaan(oleh=oleh, per=date(lalu.year - 3, 1, 1))
    permintaan_dan_kritis(per=kini)
    perhitungan_berjalan(per=kini)
    lapor("Mengimpor tenaga kesehatan …")
    kesehatan(benih=benih, per=kini)
    rencana_sotk(per=kini)
    lapor("Menerbitkan kriteria …")
    kriteria_peragaan(tahun=lalu.year, per=kini)
    lapor("Mengimpor kehadiran dan tugas …")
    pengukuran(benih=benih, per=kini, oleh=oleh)
    lapor("Membentuk tim kerja …")
    tim_dan_indikator(benih=benih, per=kini)
    tutup_tahun_lama(per=kini)
    lapor("Mengimpor standar, asesmen kompetensi, dan kotak talenta …")
    kompetensi_peragaan(benih=benih, per=kini)
    lapor("Menghitung nilai dua tahun …")
    penilaian_peragaan(per=kini, oleh=oleh)
    lapor("Mengajukan keberatan dan perbaikan data …")
    keberatan_peragaan()
    umpan_peragaan(per=kini)
    tunjangan_peragaan(per=kini)
    lapor("Menjalankan usulan mutasi …")
    jalan_peragaan(per=kini, hari=per)
    return akun


def _impor(
    k: Kabupaten, folder: Path, *, benih: int, lalu: date, kini: date, oleh: Pengguna, lapor: Lapor
) -> None:
    def terapkan(jenis: str, path: Path, per: date, **parameter: str) -> None:
        lapor(f"Mengimpor {path.name} …")
        terapkan_langsung(path, JENIS[jenis], per=per, oleh=oleh, parameter=parameter)

    for jenis, path in berkas_struktur(k, folder):
        terapkan(jenis, path, lalu)
    per_status: dict[str, list[dict[str, Any]]] = {}
    for status, baris in orang(k, benih=benih, per=lalu):
        per_status.setdefault(status, []).append(baris)
    nip = [row["NIP BARU"] for rows in per_status.values() for row in rows]
    for status, rows in per_status.items():
        kotori(rows, benih=benih)
        terapkan("pegawai", berkas_pegawai(status, rows, folder, f"{status}_1.xlsx".lower()), lalu)
    terapkan("kebutuhan", berkas_kebutuhan(k, folder), lalu)
    terapkan("abk", berkas_abk(k, folder, benih=benih), lalu)
    for tahun in (lalu.year - 2, lalu.year - 1):
        terapkan("kinerja", berkas_kinerja(nip, folder, tahun=tahun, benih=benih), lalu,
                 tahun=str(tahun))  # fmt: skip
    pns = bulan_depan(per_status["PNS"], benih=benih, per=kini)
    terapkan("pegawai", berkas_pegawai("PNS", pns, folder, "pns_2.xlsx"), kini)
