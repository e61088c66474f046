"""Scores at the same moment: one run, one delivery, one receipt; only PostgreSQL lets all try."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from jejak.models import Peristiwa
from organisasi.izin import Peran
from penilaian.models import HasilPenilaian, NilaiIndikator, Penilaian
from penilaian.services.indikator import IsiIndikator, catat_nilai
from penilaian.services.pengakuan import akui
from penilaian.services.penilaian import Permintaan, hitung_nilai
from penilaian.services.penilaian_sampaikan import sampaikan
from penilaian.services.periode import tutup_periode
from tests.factories import nilai as pabrik
from tests.factories import organisasi as kantor
from tests.factories.keberatan import para
from tests.helpers.acuan import acuan_kembali
from tests.helpers.serentak import serentak
from toolkit.policy import WrongMoment

PER = date(2026, 6, 1)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_runs_deliveries_and_receipts_at_once_leave_one_of_each(pada_hari_ini: Any) -> None:
    acuan_kembali()
    p, masa = para(), pabrik.periode()
    pabrik.perangkat_terbit([pabrik.baris_kriteria("K2", "kehadiran", "100")])
    pabrik.nilai_indikator(p.pegawai, masa, hari_kerja=200, hari_hadir=190)

    def hitung() -> Any:
        return hitung_nilai(Permintaan(masa, PER, p.analis))

    jawaban = serentak(hitung, hitung)

    satu = Penilaian.objects.get()
    assert all(isinstance(j, WrongMoment) or j.penilaian == satu for j in jawaban)
    jawaban = serentak(*[lambda: sampaikan(satu, oleh=p.kepala, per=PER)] * 2)
    assert [str(j) for j in jawaban if isinstance(j, Exception)] == [
        "Hasil penilaian ini sudah disampaikan."
    ]
    hasil = HasilPenilaian.objects.get(pegawai=p.pegawai)
    saya: Any = p.pegawai.pengguna
    jawaban = serentak(*[lambda: akui(hasil.pk, oleh=saya, per=PER)] * 2)
    assert sum(isinstance(j, WrongMoment) for j in jawaban) == 1
    for kata in ("dihitung", "disampaikan"):
        assert Peristiwa.objects.filter(tindakan=f"penilaian.penilaian.{kata}").count() == 1

    # Whoever records is before the closing or is told that it is closed.
    isi = IsiIndikator({"hari_hadir": Decimal(180)}, "rekap", alasan="Rekap diperbaiki.")
    operator = kantor.pengguna(Peran.OPERATOR_OPD, unit=p.unit["disdik"])
    tutup, catat = serentak(
        lambda: tutup_periode(masa.pk, per=PER, oleh=p.analis),
        lambda: catat_nilai(p.pegawai.pk, masa.pk, isi, per=PER, oleh=operator),
    )
    assert tutup.ditutup_pada is not None
    berlaku = NilaiIndikator.objects.berlaku().get(indikator="hari_hadir").nilai
    assert berlaku == (180 if catat == 1 else 190)
