"""The edges of both checkers: erasures, entries written meanwhile, exports, long trails."""

from __future__ import annotations

import json

import pytest

from jejak import bacaan
from jejak.akar import terbitkan_akar
from jejak.catat import Objek, catat
from jejak.kernel.rantai import KODE_DIHAPUS, KOLOM
from jejak.tindakan import ISI_DIHAPUS
from jejak.verifikasi import verifikasi
from tests.jejak.alat import ekspor, luring

pytestmark = pytest.mark.django_db


def test_code_of_the_erasure_act_is_the_one_the_kernel_and_the_checker_know():
    assert ISI_DIHAPUS.kode == KODE_DIHAPUS


def test_erasure_entry_that_names_nothing_sensible_is_found(enam, siti, tmp_path):
    for sasaran in ("9" * 40, "abc", "3"):
        catat(ISI_DIHAPUS, Objek("jejak.peristiwa", sasaran, "isi"), oleh=siti)

    assert {satu.kode for satu in verifikasi().pelanggaran} == {"isi_kembali"}
    assert luring(ekspor(tmp_path / "jejak.jsonl")) == 4


def test_entries_written_while_the_check_begins_are_not_its_business(ubah, siti, budi, monkeypatch):
    """Also from the very first entry on, when there is no head row yet."""
    asli = bacaan.akhir

    def lalu_dicatat():
        hasil = asli()
        catat(ubah, budi, oleh=siti)
        return hasil

    monkeypatch.setattr(bacaan, "akhir", lalu_dicatat)

    for sudah_ada in range(3):
        laporan = verifikasi()
        assert (laporan.entri, laporan.pelanggaran) == (sudah_ada, ())


def test_every_line_of_the_export_holds_exactly_the_documented_keys(enam, tmp_path):
    baris = ekspor(tmp_path / "jejak.jsonl").read_text(encoding="utf-8").splitlines()

    assert [json.loads(satu)["urutan"] for satu in baris] == [1, 2, 3, 4, 5, 6]
    assert set(json.loads(baris[0])) == {*KOLOM, "hash", "garam", "isi"}


@pytest.mark.parametrize("per_langkah", [1, 2, 3, 6, 7])
def test_trail_longer_than_one_step_is_read_and_published_the_same(per_langkah, enam, monkeypatch):
    sekali = verifikasi()
    monkeypatch.setattr("jejak.bacaan.PER_LANGKAH", per_langkah)
    monkeypatch.setattr("jejak.akar.PER_LANGKAH", per_langkah)

    assert verifikasi() == sekali
    assert str(terbitkan_akar()) == f"6:{sekali.akar}"
