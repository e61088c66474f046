"""Criteria with a past: two versions that were in force, a third under discussion, and mutasi."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from organisasi.models import Pengguna
from penilaian.kernel.kriteria import Perangkat
from penilaian.models import SetKriteria
from penilaian.services import kriteria as acts
from penilaian.services.kriteria_tanya import catat_sosialisasi, jawab_kriteria, tanya_kriteria
from penilaian.services.kriteria_terbit import periksa_kriteria, terbitkan_kriteria
from penilaian.snapshots.perangkat import perangkat_dari

_BOBOT_KEDUA = {"PRD": 40, "HSL": 20, "PRL": 25, "DIK": 15}
_TANYA = "Apakah guru dinilai kehadirannya dari mesin absensi yang sama dengan pegawai kantor?"
_JAWAB = (
    "Tidak. Yang dihitung hari kerja menurut kalender satuan kerja masing-masing; rekapnya dikirim "
    "sekolah setiap bulan."
)
_MENUNGGU = "Bila tim kerja saya bubar di tengah tahun, bagaimana kontribusi tim dihitung?"


def kriteria_peragaan(*, tahun: int, per: date) -> None:
    """Version 1 in force for the year before last, 2 for last year, 3 a draft of the full set.

    ``tahun`` is the running year. By the accounts of the demonstration, on days long past.
    """
    satu = _terbit("kinerja-awal", mulai=date(tahun - 2, 1, 1))
    dua = acts.versi_baru(satu.pk, pada=_pagi(date(tahun - 2, 10, 5)), oleh=_akun("analis"))
    _susun(dua, _bobot_baru(perangkat_dari(dua)), _pagi(date(tahun - 2, 10, 6)))
    _terbitkan(dua, date(tahun - 1, 1, 1))
    _terbit("mutasi-awal", mulai=date(tahun - 1, 1, 1))
    _draf(per)


def _akun(nama: str) -> Pengguna:
    return Pengguna.objects.get(nama_pengguna=nama)


def _pagi(hari: date) -> datetime:
    return timezone.make_aware(datetime.combine(hari, time(9)))


def _terbit(kunci: str, *, mulai: date) -> SetKriteria:
    pada = _pagi(mulai - timedelta(days=90))
    return _terbitkan(acts.ambil_set_siap(kunci, pada=pada, oleh=_akun("analis")), mulai)


def _terbitkan(draf: SetKriteria, mulai: date) -> SetKriteria:
    """Checked by the head of the division, published by the head of the agency."""
    draf.refresh_from_db()
    tanda = {"stempel": draf.stempel}
    periksa_kriteria(draf.pk, pada=_pagi(mulai - timedelta(days=60)), oleh=_akun("kabid"), **tanda)
    return terbitkan_kriteria(
        draf.pk, mulai=mulai, pada=_pagi(mulai - timedelta(days=45)), oleh=_akun("kepala-bkpsdm"),
        **tanda,
    )  # fmt: skip


def _susun(draf: SetKriteria, isi: Perangkat, pada: datetime) -> None:
    acts.susun_kriteria(draf.pk, isi=isi, stempel=draf.stempel, pada=pada, oleh=_akun("analis"))


def _bobot_baru(isi: Perangkat) -> Perangkat:
    """What one year taught: behaviour and training count for more."""
    kriteria = tuple(replace(k, bobot=Decimal(_BOBOT_KEDUA[k.kode])) for k in isi.kriteria)
    return replace(isi, kriteria=kriteria)


def _draf(per: date) -> None:
    """The full set, being discussed: an answer, an open question, a session."""
    pada = _pagi(per)
    draf = acts.ambil_set_siap("kinerja-lengkap", pada=pada, oleh=_akun("analis"))
    satu = tanya_kriteria(draf.pk, pertanyaan=_TANYA, pada=pada, oleh=_akun("kepala-unit"))
    jawab_kriteria(satu.pk, jawaban=_JAWAB, pada=pada, oleh=_akun("analis"))
    tanya_kriteria(draf.pk, pertanyaan=_MENUNGGU, pada=pada, oleh=_akun("operator"))
    catat_sosialisasi(
        draf.pk, tanggal=per, cara="Rapat koordinasi kepegawaian di aula dan siaran daring",
        sasaran=48, hadir=41, pada=pada, oleh=_akun("analis"),
    )  # fmt: skip
