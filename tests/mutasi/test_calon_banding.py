"""Comparing a few people before one post: facts, rules, points of the published criteria."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from jejak import akses
from jejak.models import AksesData
from pegawai.models import Pegawai
from tests.factories import nilai as ukur
from tests.mutasi.dunia_calon import HARI, alamat, halaman

pytestmark = pytest.mark.django_db


def test_compared_people_learn_of_it_a_year_later(analis: Client, kantor: dict[str, Any]) -> None:
    siapa = kantor["setara"]
    isi = halaman(analis, alamat(kantor["kursi"], f"?orang={siapa.pk}", "calon-banding"))

    assert "ANI SETARA untuk Kepala Seksi Data" in isi
    assert akses.untuk_orang(siapa.pk, HARI) == []
    assert len(akses.untuk_orang(siapa.pk, date(2027, 6, 2))) == 1


def test_comparison_sets_facts_and_every_rule_beside_each_other(
    analis: Client, kantor: dict[str, Any]
) -> None:
    dua = f"?orang={kantor['setara'].pk}&orang={kantor['naik'].pk}"
    isi = halaman(analis, alamat(kantor["kursi"], dua, "calon-banding"))

    assert "2025: Sangat baik" in isi
    assert "tersisa 0 dari 1 kursi" in isi
    assert "kebutuhannya belum ditetapkan" in isi
    for kode in ("H01", "H09", "H21"):
        assert f"<strong>{kode}</strong>" in isi


def test_comparison_shows_points_of_the_published_criteria_beside_the_rules(
    analis: Client, kantor: dict[str, Any]
) -> None:
    dua = f"?orang={kantor['naik'].pk}&orang={kantor['gelap'].pk}"
    url = alamat(kantor["kursi"], dua, "calon-banding")
    assert "Kecocokan menurut kriteria" not in halaman(analis, url)
    ukur.perangkat_terbit(
        [
            ukur.baris_kriteria("M1", "predikat_dua_tahun", "70", skala="tabel",
                                 parameter={"isi": ukur.PREDIKAT}),
            ukur.baris_kriteria("M2", "uji_kompetensi", "30", skala="tabel",
                                 parameter={"isi": {"BELUM": "0", "LULUS": "100"}},
                                 bila_kosong="bobot_dibagi"),
        ],
        keluarga="mutasi", kode="MUT",
    )  # fmt: skip

    isi = halaman(analis, url)

    assert "Kecocokan menurut kriteria yang terbit" in isi
    assert "<strong>80,00</strong>" in isi  # BAIK earns 80, and the 30 % nobody knows are shared
    assert "belum lengkap" in isi  # nobody knows the predicates of the other one
    assert "Jabatan tujuan tidak mempunyai uji kompetensi" in isi


def test_person_out_of_reach_cannot_be_compared(analis: Client, kantor: dict[str, Any]) -> None:
    keluar = kantor["naik"]
    Pegawai.objects.filter(pk=keluar.pk).update(berhenti=date(2026, 5, 1))

    url = alamat(kantor["kursi"], f"?orang={keluar.pk}", "calon-banding")
    assert analis.get(url).status_code == 404


def test_whoever_was_compared_for_a_later_day_learns_of_it_a_year_after_that_day(
    kantor: dict[str, Any], analis: Client
) -> None:
    siapa = Pegawai.objects.filter(formasi__isnull=False).earliest("pk")

    halaman(analis, alamat(kantor["kursi"], f"?orang={siapa.pk}&tmt=2028-03-01", "calon-banding"))

    assert AksesData.objects.get(apa="perbandingan calon").rahasia_sampai == date(2029, 3, 1)
