"""``manage.py jejak``: what it prints, writes and returns."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

import periksa_jejak
from jejak import akses
from jejak.akar import terbitkan_akar
from jejak.catat import Pelaku
from jejak.models import AkarJejak, AksesData, KepalaJejak
from jejak.verifikasi import verifikasi
from tests.jejak.alat import luring

pytestmark = pytest.mark.django_db


def jalankan(*argumen: object) -> tuple[int, str]:
    keluaran = io.StringIO()
    try:
        call_command("jejak", *map(str, argumen), stdout=keluaran)
    except CommandError as galat:
        return galat.returncode, keluaran.getvalue()
    return 0, keluaran.getvalue()


@pytest.fixture
def sistem(monkeypatch):
    """The technical account, whatever model the project uses for its users."""
    pengguna = get_user_model()
    akun = Pelaku("sistem", "Sistem", "akun teknis")

    def get_by_natural_key(self: object, nama: str) -> Pelaku:
        if nama != "sistem":
            raise pengguna.DoesNotExist
        return akun

    monkeypatch.setattr(
        type(pengguna._default_manager), "get_by_natural_key", get_by_natural_key, raising=False
    )


def test_sound_trail_is_verified_with_exactly_these_keys(enam):
    kode, keluaran = jalankan("verifikasi", "--json", "-")

    laporan = verifikasi()
    assert kode == 0
    assert json.loads(keluaran) == {
        "entri": 6,
        "kepala": enam[-1].hash,
        "akar": laporan.akar,
        "sah": True,
        "pelanggaran": [],
    }


def test_empty_trail_is_sound(db):
    kode, keluaran = jalankan("verifikasi", "--json", "-")

    hasil = json.loads(keluaran)
    assert (kode, hasil["entri"], hasil["kepala"]) == (0, 0, "0" * 64)
    assert hasil["akar"].startswith("e3b0c442")


def test_broken_trail_is_status_4_and_still_written_as_json(enam, tmp_path):
    KepalaJejak.objects.update(urutan=5)
    tujuan = tmp_path / "hasil.json"

    kode, keluaran = jalankan("verifikasi", "--json", tujuan)

    hasil = json.loads(tujuan.read_text(encoding="utf-8"))
    assert (kode, hasil["sah"]) == (4, False)
    assert [(p["urutan"], p["kode"]) for p in hasil["pelanggaran"]] == [(5, "kepala_menyimpang")]
    assert set(hasil["pelanggaran"][0]) == {"urutan", "kode", "pesan"}
    assert "kepala_menyimpang" in keluaran


def test_summary_says_what_is_not_protected(enam):
    _, keluaran = jalankan("verifikasi")

    assert "Jejak sah." in keluaran
    assert f"6:{verifikasi().akar}" in keluaran
    assert "belum terlindung dari penghapusan" in keluaran


def test_given_head_that_does_not_fit_is_status_4(enam):
    assert jalankan("verifikasi", "--akar", "0" * 64)[0] == 4
    assert jalankan("verifikasi", "--akar", f"6:{verifikasi().akar}")[0] == 0


def test_given_head_that_is_none_is_status_2(enam):
    assert jalankan("verifikasi", "--akar", "abc")[0] == 2


def test_export_holds_every_entry_and_is_what_the_auditor_checks(enam, tmp_path):
    tujuan = tmp_path / "jejak.jsonl"

    kode, keluaran = jalankan("ekspor", tujuan, "--json", "-")

    assert (kode, json.loads(keluaran)["entri"]) == (0, 6)
    assert luring(tujuan, verifikasi().akar) == 0


def test_receipt_of_an_entry_is_written_once_a_head_covers_it(enam, tmp_path):
    tujuan = tmp_path / "tanda-terima.json"
    kode, keluaran = jalankan("tanda-terima", 4, tujuan, "--json", "-")
    assert (kode, json.loads(keluaran)["kode"]) == (4, "akar_belum_terbit")
    akar = terbitkan_akar()

    kode, keluaran = jalankan("tanda-terima", 4, tujuan, "--json", "-")

    assert (kode, json.loads(keluaran)["akar"]) == (0, str(akar))
    assert periksa_jejak.main(["--tanda-terima", str(tujuan), "--akar", str(akar)]) == 0
    assert jalankan("tanda-terima", 7, tujuan)[0] == 4
    assert jalankan("tanda-terima", 4, tmp_path / "tiada" / "x")[0] == 2


@pytest.mark.parametrize("perintah", ["ekspor", "verifikasi"])
def test_place_that_cannot_be_written_is_status_2(perintah, enam, tmp_path):
    tiada = tmp_path / "tiada" / "x"
    argumen = [perintah, tiada] if perintah == "ekspor" else [perintah, "--json", tiada]

    assert jalankan(*argumen)[0] == 2


def test_days_are_closed_one_by_one_and_the_head_is_published(enam, siti, sistem):
    for hari in (1, 3):
        with time_machine.travel(f"2026-06-0{hari} 09:00 +0700", tick=False):
            akses.lihat(42, oleh=siti, apa="a", alasan="b")

    with time_machine.travel("2026-06-04 01:00 +0700", tick=False):
        kode, keluaran = jalankan("tutup-hari", "--json", "-")
        ulang = jalankan("tutup-hari", "--json", "-")[1]

    hasil = json.loads(keluaran)
    akar = AkarJejak.objects.get()
    assert kode == 0
    assert hasil == {
        "hari": ["2026-06-01", "2026-06-02", "2026-06-03"],
        "akar": f"9:{verifikasi().akar}",
    }
    assert str(akar) == hasil["akar"]
    assert json.loads(ulang) == {"hari": [], "akar": hasil["akar"]}


def test_pruning_names_its_actor_and_its_count(enam, siti, sistem):
    with time_machine.travel("2020-01-01 09:00 +0700", tick=False):
        akses.lihat(42, oleh=siti, apa="a", alasan="b")
    with time_machine.travel("2020-01-02 09:00 +0700", tick=False):
        akses.tutup_hari(date(2020, 1, 1), oleh=siti)

    kode, keluaran = jalankan("pangkas-akses", "--per", "2026-06-01", "--json", "-")

    assert (kode, json.loads(keluaran)) == (0, {"dihapus": 1})
    assert not AksesData.objects.exists()


def test_refused_act_is_status_4_with_its_code(enam, siti, sistem):
    with time_machine.travel("2020-01-01 09:00 +0700", tick=False):
        akses.lihat(42, oleh=siti, apa="a", alasan="b")

    kode, keluaran = jalankan("pangkas-akses", "--per", "2026-06-01", "--json", "-")

    assert (kode, json.loads(keluaran)["kode"]) == (4, "hari_belum_ditutup")


def test_unknown_actor_is_status_2(enam, sistem):
    assert jalankan("tutup-hari", "--oleh", "siapa")[0] == 2
