"""What the public sees: counts above the threshold, and no person behind them."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from mutasi.selectors.statistik_mutasi import statistik
from mutasi.services.titipan import IsiTitipan, catat_titipan
from tests.factories import jalan as f
from tests.mutasi.pengawasan.conftest import Dunia

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]


def test_few_are_never_counted_out_loud(d: Dunia) -> None:
    s = statistik(None, per=f.PER)

    assert s.jenis == (("Rotasi", "kurang dari 5"),)
    assert (s.jumlah, s.titipan, s.menyimpang, s.tanpa_sk) == (
        "sedikit", "kurang dari 5", "kurang dari 5", "kurang dari 5",
    )  # fmt: skip
    assert (s.dicabut, s.tanpa_kesediaan) == ("tidak ada", "tidak ada")
    assert s.laju == ()  # no desk saw five cases


def test_running_cases_and_other_years_are_not_counted(d: Dunia) -> None:
    assert statistik(2025, per=f.PER).jumlah == "tidak ada"
    assert statistik(1999, per=f.PER).tahun == 2026
    for _ in range(5):
        isi = IsiTitipan("Seseorang", "Telepon", "Meminta sesuatu untuknya.", date(2026, 2, 1))
        catat_titipan(d.jalan.pegawai, isi, oleh=d.k.analis, per=f.PER)

    assert statistik(2026, per=f.PER).titipan == "6"


def test_page_opens_without_login_and_names_nobody(d: Dunia) -> None:
    jawaban = Client().get(reverse("mutasi:terbuka"), {"tahun": "2026"})

    kata = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert "Mutasi dalam angka" in kata
    for u in (d.pindah, d.ditolak, d.jalan):
        assert u.pegawai.nama not in kata
        assert u.pegawai.nip not in kata
    assert d.k.tujuan.nama not in kata
