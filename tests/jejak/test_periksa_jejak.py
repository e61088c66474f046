"""The auditor's checker: alone, without the project, and sharp to the last byte."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import periksa_jejak
from jejak.kernel.merkle import Pohon
from jejak.kernel.rantai import BARIS, KOLOM
from jejak.verifikasi import verifikasi
from tests.jejak.alat import ekspor, luring

AKAR_REPO = Path(__file__).resolve().parents[2]


@pytest.fixture
def berkas(enam, tmp_path, db):
    return ekspor(tmp_path / "jejak.jsonl")


@pytest.mark.django_db
def test_it_runs_alone_in_an_empty_folder_and_says_what_it_does_not_prove(berkas, tmp_path):
    sendiri = tmp_path / "auditor"
    sendiri.mkdir()
    salinan = sendiri / "periksa_jejak.py"
    salinan.write_bytes((AKAR_REPO / "periksa_jejak.py").read_bytes())

    hasil = subprocess.run(  # noqa: S603
        [sys.executable, "-I", "-S", salinan.name, str(berkas)],
        cwd=sendiri,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert "Jejak SAH: 6 entri" in hasil.stdout
    assert "Tanpa --akar" in hasil.stdout
    assert "belum terlindung dari penghapusan" in hasil.stdout


def test_it_imports_nothing_but_the_standard_library():
    teks = (AKAR_REPO / "periksa_jejak.py").read_text(encoding="utf-8")

    impor = {baris.split()[1].split(".")[0] for baris in teks.splitlines()
             if baris.startswith(("import ", "from "))}  # fmt: skip
    assert impor <= set(sys.stdlib_module_names)


@pytest.mark.django_db
def test_both_checkers_give_the_same_head_and_root(berkas, capsys):
    laporan = verifikasi()

    luring(berkas)

    keluaran = capsys.readouterr().out
    assert f"Kepala: {laporan.kepala}" in keluaran
    assert f"Akar  : 6:{laporan.akar}" in keluaran


@pytest.mark.django_db
def test_given_head_says_how_far_it_protects(berkas, capsys):
    assert luring(berkas, f"6:{verifikasi().akar}") == 0
    assert "6 entri pertama terlindung" in capsys.readouterr().out


@pytest.mark.django_db
def test_every_single_byte_that_changes_is_found(berkas):
    """Each byte of the file in turn becomes another one; no change may pass."""
    asli = berkas.read_bytes()
    lolos = []

    for letak in range(len(asli)):
        ganti = b"1" if asli[letak : letak + 1] != b"1" else b"2"
        data = asli[:letak] + ganti + asli[letak + 1 :]
        teks = data.decode("utf-8", "surrogateescape")
        if not periksa_jejak.periksa(teks.split("\n")).jumlah_pelanggaran:
            lolos.append(letak)

    assert lolos == []


@pytest.mark.django_db
@pytest.mark.parametrize("nomor", range(5), ids=lambda n: f"line {n + 1}")
def test_every_line_but_the_last_that_is_left_out_is_found(nomor, berkas):
    baris = berkas.read_text(encoding="utf-8").splitlines()

    assert periksa_jejak.periksa(baris[:nomor] + baris[nomor + 1 :]).jumlah_pelanggaran


@pytest.mark.django_db
@pytest.mark.parametrize("nomor", range(5), ids=lambda n: f"lines {n + 1} and {n + 2}")
def test_every_two_lines_that_change_places_are_found(nomor, berkas):
    baris = berkas.read_text(encoding="utf-8").splitlines()
    baris[nomor], baris[nomor + 1] = baris[nomor + 1], baris[nomor]

    assert periksa_jejak.periksa(baris).jumlah_pelanggaran


@pytest.mark.django_db
@pytest.mark.parametrize("nomor", range(7))
def test_line_put_in_twice_is_found(nomor, berkas):
    baris = berkas.read_text(encoding="utf-8").splitlines()
    baris.insert(nomor, baris[min(nomor, 5)])

    assert periksa_jejak.periksa(baris).jumlah_pelanggaran


def ubah_baris(**lain: object):
    def ubah(baris: str) -> str:
        return json.dumps({**json.loads(baris), **lain})

    return ubah


@pytest.mark.django_db
@pytest.mark.parametrize(
    "rusak",
    [
        pytest.param(lambda baris: baris[:-1], id="cut short"),
        pytest.param(lambda baris: "[]", id="no object"),
        pytest.param(lambda baris: "9" * 5000, id="number too long to read"),
        pytest.param(lambda baris: "[" * 100_000, id="depth without end"),
        pytest.param(lambda baris: baris.replace("{", '{"urutan":3,', 1), id="key said twice"),
        pytest.param(ubah_baris(catatan="x"), id="key too many"),
        pytest.param(ubah_baris(urutan="3"), id="number as text"),
        pytest.param(ubah_baris(urutan=[3]), id="number as list"),
        pytest.param(ubah_baris(urutan=3.0), id="number as fraction"),
        pytest.param(ubah_baris(urutan=None), id="no number"),
        pytest.param(ubah_baris(urutan=None, isi=None, garam=None), id="nothing at all"),
        pytest.param(ubah_baris(versi=2), id="form from the future"),
        pytest.param(ubah_baris(hash=7), id="hash as number"),
        pytest.param(ubah_baris(pelaku_id="\ud800"), id="half a letter"),
        pytest.param(ubah_baris(garam=None), id="content without salt"),
        pytest.param(ubah_baris(isi=None), id="salt without content"),
        pytest.param(ubah_baris(isi={}), id="content not as text"),
    ],
)
def test_damaged_line_is_found_and_never_breaks_the_checker(rusak, berkas, tmp_path):
    baris = berkas.read_text(encoding="utf-8").splitlines()
    baris[2] = rusak(baris[2])
    lain = tmp_path / "rusak.jsonl"
    lain.write_text("\n".join(baris), encoding="utf-8", errors="surrogatepass")

    assert luring(lain) == 4


def test_bytes_that_are_no_text_are_found(tmp_path):
    (tmp_path / "x").write_bytes(b"\xff\xfe\x00")

    assert luring(tmp_path / "x") == 4


@pytest.mark.django_db
def test_way_home_over_windows_does_no_harm(berkas):
    berkas.write_bytes(b"\xef\xbb\xbf" + berkas.read_bytes().replace(b"\n", b"\r\n"))

    assert luring(berkas) == 0


def test_empty_trail_is_sound_and_has_the_head_of_nothing(tmp_path):
    (tmp_path / "x").touch()

    assert luring(tmp_path / "x", f"0:{Pohon().akar().hex()}") == 0
    assert luring(tmp_path / "x", "1:" + "0" * 64) == 4


def test_file_that_is_not_there_is_unusable_input(tmp_path, capsys):
    assert luring(tmp_path / "tiada") == 2
    assert "tidak dapat dibaca" in capsys.readouterr().err


@pytest.mark.parametrize("akar", ["abc", "x:" + "0" * 64, "0" * 63, "-1:" + "0" * 64])
def test_head_that_is_none_is_unusable_input(akar, tmp_path):
    (tmp_path / "x").touch()

    with pytest.raises(SystemExit) as keluar:
        luring(tmp_path / "x", akar)

    assert keluar.value.code == 2


def test_findings_are_listed_up_to_a_limit(monkeypatch):
    monkeypatch.setattr(periksa_jejak, "BATAS", 2)

    teks = periksa_jejak.laporan(periksa_jejak.periksa(["x"] * 5))

    assert "... dan 3 pelanggaran lain." in teks


def test_checker_and_project_know_the_same_columns():
    assert periksa_jejak.KOLOM == KOLOM
    assert frozenset(BARIS) == periksa_jejak.BARIS
