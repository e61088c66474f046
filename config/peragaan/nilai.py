"""Scores of two years, delivered; a second run of last year beside the first, waiting."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone

from config.peragaan.berkas import tulis
from organisasi.impor import JENIS
from organisasi.models import Pengguna
from organisasi.services.impor_langsung import terapkan_langsung
from pegawai.models import Pegawai
from penilaian.models import Penilaian, PeriodeKinerja
from penilaian.services.penilaian import Permintaan, hitung_nilai
from penilaian.services.penilaian_sampaikan import sampaikan

_KEPALA = ["NIP", "HASIL KERJA", "PERILAKU KERJA", "PREDIKAT KINERJA"]
_SESUAI, _ATAS = "SESUAI EKSPEKTASI", "DI ATAS EKSPEKTASI"
SUSULAN, NAIK = 24, 8  # predicates that came late, and those that were put right


def penilaian_peragaan(*, per: date, oleh: Pengguna) -> None:
    """By the accounts of the demonstration: the analyst computes, the head of BKPSDM delivers.

    Late predicates then make a second run of last year; it is not delivered yet, so that the
    differences can be looked at before somebody decides.
    """
    tahun = per.year
    _sampaikan(_hitung(tahun - 2, date(tahun - 1, 2, 10)), date(tahun - 1, 2, 20))
    awal = date(tahun, 1, 1)
    baru = _hitung(tahun - 1, max(per - timedelta(days=30), awal))
    _sampaikan(baru, max(per - timedelta(days=25), awal))
    _susulan(tahun - 1, per=per, oleh=oleh)
    _hitung(tahun - 1, per, "Predikat susulan dari e-Kinerja")


def _hitung(tahun: int, per: date, alasan: str = "") -> Penilaian:
    masa = PeriodeKinerja.objects.get(kode=str(tahun))
    minta = Permintaan(masa, per, _akun("analis"), alasan=alasan, pada=_pagi(per, 9))
    return hitung_nilai(minta).penilaian


def _sampaikan(satu: Penilaian, per: date) -> None:
    sampaikan(satu, oleh=_akun("kepala-bkpsdm"), per=per, pada=_pagi(per, 10))


def _pagi(hari: date, jam: int) -> datetime:
    return timezone.make_aware(datetime.combine(hari, time(jam)))


def _akun(nama: str) -> Pengguna:
    return Pengguna.objects.get(nama_pengguna=nama)


def _susulan(tahun: int, *, per: date, oleh: Pengguna) -> None:
    """People who had no predicate get one; some were rated too low."""
    orang = Pegawai.objects.tercatat().order_by("pk")
    tanpa = orang.exclude(kinerja__tahun=tahun).values_list("nip", flat=True)[:SUSULAN]
    baik = orang.filter(kinerja__tahun=tahun, kinerja__predikat="BAIK", kinerja__hasil=_SESUAI)
    naik = baik.filter(kinerja__perilaku=_SESUAI).values_list("nip", flat=True)[:NAIK]
    baris = [(nip, _SESUAI, _SESUAI, "BAIK") for nip in tanpa]
    baris += [(nip, _ATAS, _ATAS, "SANGAT BAIK") for nip in naik]
    with TemporaryDirectory() as folder:
        path = tulis(Path(folder) / "kinerja-susulan.xlsx", _KEPALA, baris, "kinerja")
        terapkan_langsung(
            path, JENIS["kinerja"], per=per, oleh=oleh, parameter={"tahun": str(tahun)}
        )
