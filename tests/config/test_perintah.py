"""What every command shares, and the analysis of needs on the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from config.aturan import halaman_aturan
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai

pytestmark = pytest.mark.django_db


@pytest.fixture
def sekolah() -> dict[str, Any]:
    """One school, one teacher too few."""
    unit = org.kabupaten()
    post = peg.formasi(unit["sd1"], peg.jabatan())
    nilai.kebutuhan(post, 2)
    peg.pegawai(post=post)
    return unit


def test_only_the_object_goes_to_standard_output(sekolah: dict[str, Any]) -> None:
    keluar, samping = StringIO(), StringIO()

    call_command(
        "analisis_kebutuhan", "--per", "2026-06-01", "--json", "-", stdout=keluar, stderr=samping
    )

    hasil = json.loads(keluar.getvalue())
    assert hasil["total"] == {"kebutuhan": 2, "bezetting": 1, "kekurangan": 1, "kelebihan": 0}
    assert set(hasil) == {
        "per", "jke_menit", "formasi", "unit", "total", "pensiun", "akhir_kontrak",
        "jabatan_struktural_kosong",
    }  # fmt: skip
    assert set(hasil["formasi"][0]) == {
        "unor_id", "unor", "jabatan_id", "jabatan", "sumber", "kebutuhan_mentah", "kebutuhan",
        "bezetting", "bezetting_per_status", "selisih", "ej", "kelas",
    }  # fmt: skip


def test_object_is_written_to_the_file_and_a_summary_is_not(
    sekolah: dict[str, Any], tmp_path: Path
) -> None:
    keluar = StringIO()
    berkas = tmp_path / "hasil.json"

    call_command("analisis_kebutuhan", "--json", str(berkas), stdout=keluar)

    assert json.loads(berkas.read_text(encoding="utf-8"))["total"]["kekurangan"] == 1
    assert keluar.getvalue() == ""


def test_summary_says_that_shortage_and_excess_do_not_cancel(sekolah: dict[str, Any]) -> None:
    keluar = StringIO()

    call_command("analisis_kebutuhan", "--per", "2026-06-01", stdout=keluar)

    assert "kekurangan 1, kelebihan 0 (tidak saling menutup)" in keluar.getvalue()


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        pytest.param(["--per", "1 Juni"], "Tulis seperti 2026-06-01", id="day"),
        pytest.param(["--unit", "TIDAK-ADA"], "Unit 'TIDAK-ADA' tidak ada", id="unit"),
    ],
)
def test_input_that_cannot_be_used_ends_with_two_and_one_sentence(
    sekolah: dict[str, Any], argumen: list[str], kata: str
) -> None:
    galat = StringIO()

    with pytest.raises(SystemExit) as berhenti:
        call_command("analisis_kebutuhan", *argumen, stderr=galat)

    assert berhenti.value.code == 2
    assert kata in galat.getvalue()


@pytest.mark.sekali
def test_a_fresh_process_knows_every_secret_act() -> None:
    """Without having opened a page: what the trail does not know as secret it would show."""
    kode = "import django; django.setup(); from jejak.tindakan import kode_rahasia as k; print(k())"

    keluaran = subprocess.run(  # noqa: S603 - our own interpreter, our own sentence
        [sys.executable, "-c", kode], capture_output=True, text=True, check=True, env=os.environ
    ).stdout

    assert "mutasi.rancangan.langkah" in keluaran
    assert "mutasi.kritis.cadangan" in keluaran


def test_printed_rules_are_those_of_the_code(settings: Any) -> None:
    folder = Path(settings.BASE_DIR) / "docs" / "aturan"

    for nama, isi in halaman_aturan().items():
        assert (folder / nama).read_text(encoding="utf-8") == isi, f"jalankan tulis_aturan ({nama})"
