"""Server time of the pages an analyst opens, without a network: Django's own test client."""

from __future__ import annotations

import time
from statistics import median, quantiles
from typing import Any, NamedTuple

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, KataCari, Pegawai

PERCOBAAN_AWAL = 2


def daftar_halaman() -> dict[str, str]:
    """Name -> address. What stands behind them fills a page in a small register too, so that the
    figures compare the cost of the register and not the number of rows shown."""
    pegawai = Pegawai.objects.order_by("pk")[Pegawai.objects.count() // 2 :].first()
    formasi = Formasi.objects.filter(isi_pns__gt=0).order_by("-isi_pns", "pk").first()
    unit = UnitKerja.objects.filter(jenis="rsud").order_by("pk").first()
    kata = KataCari.objects.order_by("pk").first()
    if not (pegawai and formasi and unit and kata):
        raise SystemExit("tidak ada data untuk diukur")
    return {
        "beranda": reverse("beranda"),
        "pegawai": reverse("pegawai:daftar"),
        "pegawai, halaman 3": reverse("pegawai:daftar") + "?hal=3&ukuran=100",
        "pegawai, status": reverse("pegawai:daftar") + "?status=PPPK",
        "cari": reverse("pegawai:cari") + f"?q={kata.kata[:2]}",
        "orang": reverse("pegawai:rincian", args=[pegawai.pk]),
        "unit": reverse("pegawai:unit"),
        "satu unit": reverse("pegawai:unit-rincian", args=[unit.pk]),
        "kebutuhan": reverse("penilaian:kebutuhan"),
        "formasi": reverse("penilaian:daftar-formasi") + "?keadaan=kurang&urut=kurang",
        "satu formasi": reverse("penilaian:formasi", args=[formasi.pk]),
        "lowong": reverse("penilaian:lowong"),
    }


def daftar_calon() -> dict[str, str]:
    """The search for people before a seat of each kind: everybody is judged for every answer."""
    hasil: dict[str, str] = {}
    macam: dict[str, dict[str, Any]] = {
        "calon administrator": {"jabatan__eselon_id__in": ("31", "32")},
        "calon pengawas": {"jabatan__eselon_id": "41"},
        "calon guru": {"jabatan__rumpun": "Guru", "jabatan__jenjang": "PT"},
        "calon pelaksana": {"jabatan__jenis": "4"},
    }
    for nama, pilih in macam.items():
        post = Formasi.objects.filter(**pilih).order_by("isi_pns", "pk").first()
        if post is None:
            raise SystemExit(f"tidak ada formasi untuk {nama}")
        satu = reverse("mutasi:calon-formasi", args=[post.pk]) + "?kosong=1"
        hasil |= {nama: satu, f"{nama}, belum": f"{satu}&kelompok=tidak_dapat_diperiksa"}
    return hasil


def daftar_kebutuhan() -> dict[str, str]:
    """The pages that compute over every post for each answer."""
    unit = UnitKerja.objects.filter(formasi__perhitungan__isnull=False).order_by("-kanan").first()
    if unit is None:
        raise SystemExit("tidak ada unit dengan beban untuk diukur")
    proyeksi, andaikan = reverse("penilaian:proyeksi"), reverse("penilaian:andaikan")
    return {
        "proyeksi": proyeksi,
        "proyeksi, tumbuh": f"{proyeksi}?tumbuh=3,5&kontrak=on",
        "formasi setahun": reverse("penilaian:proyeksi-posisi") + "?tahun=2029",
        "menjelang lowong": reverse("penilaian:proyeksi-menjelang"),
        "andaikan": f"{andaikan}?jke=66000&volume=10&pw=tidak",
        "keseimbangan": reverse("penilaian:keseimbangan"),
        "unit": reverse("penilaian:unit", args=[unit.pk]),
    }


DAFTAR = {"": daftar_halaman, "calon": daftar_calon, "kebutuhan": daftar_kebutuhan}


def ukur_halaman(kali: int, daftar: str = "") -> list[dict[str, Any]]:
    """One row per page; the first read after a change is ``pertama_ms``."""
    klien = Client()
    klien.force_login(Pengguna.objects.get(nama_pengguna="analis"))
    hasil = []
    for nama, alamat in DAFTAR[daftar]().items():
        pertama = _sekali(klien, alamat).detik
        for _ in range(PERCOBAAN_AWAL):
            _sekali(klien, alamat)
        waktu = [_sekali(klien, alamat) for _ in range(kali)]
        with CaptureQueriesContext(connection) as kueri:
            jawaban = _sekali(klien, alamat).bita
        detik = [w.detik for w in waktu]
        hasil.append(
            {
                "nama": nama,
                "kueri": len(kueri),
                "sql_ms": round(1000 * sum(float(q["time"]) for q in kueri), 1),
                "bita": jawaban,
                "pertama_ms": round(1000 * pertama, 1),
                "median_ms": round(1000 * median(detik), 1),
                "cpu_ms": round(1000 * median(w.cpu for w in waktu), 1),
                "p95_ms": round(1000 * quantiles(detik, n=20)[-1], 1),
            }
        )
    return hasil


class Bacaan(NamedTuple):
    """One read: seconds on the clock, seconds of the processor, bytes."""

    detik: float
    cpu: float
    bita: int


def _sekali(klien: Client, alamat: str) -> Bacaan:
    mulai, cpu = time.perf_counter(), time.process_time()
    jawaban = klien.get(alamat)
    lama = Bacaan(time.perf_counter() - mulai, time.process_time() - cpu, len(jawaban.content))
    if jawaban.status_code != 200:
        raise SystemExit(f"{alamat} menjawab {jawaban.status_code}")
    return lama
