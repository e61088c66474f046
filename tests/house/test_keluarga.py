"""Family ties stay with those who declared them: who may touch the table, and where it may show."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[2]
RUANG = ("config", "mutasi", "penilaian", "pegawai", "organisasi", "jejak", "toolkit", "tolok_ukur")
TABEL = {"HubunganKeluarga", "HubunganKeluargaQuerySet", "hubungankeluarga"}
PENYENTUH = {
    "pegawai/models/__init__.py",
    "pegawai/models/keluarga.py",
    "pegawai/services/keluarga.py",
    "pegawai/selectors/keluarga.py",
}
# The page of one's own declarations; every other room asks whether there is a tie, of one or of
# many, and nothing else.
HALAMAN = {"pegawai/views/keluarga.py", "pegawai/forms/keluarga.py", *PENYENTUH}
PERTANYAAN = {"punya_hubungan", "yang_berhubungan", "bertemu_kerabat", "Lingkungan"}


def _berkas() -> list[Path]:
    semua = [p for ruang in RUANG for p in (AKAR / ruang).rglob("*.py")]
    return [p for p in semua if "migrations" not in p.parts]


def _nama(pohon: ast.AST) -> set[str]:
    """Every name, attribute, imported name and plain string of a module."""
    hasil: set[str] = set()
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Name):
            hasil.add(simpul.id)
        elif isinstance(simpul, ast.Attribute):
            hasil.add(simpul.attr)
        elif isinstance(simpul, ast.alias):
            hasil.add(simpul.name)
        elif isinstance(simpul, ast.Constant) and isinstance(simpul.value, str):
            hasil.add(simpul.value.casefold().rpartition(".")[2])
    return hasil


def _impor(pohon: ast.AST) -> list[tuple[str, str]]:
    return [
        (simpul.module or "", alias.name)
        for simpul in ast.walk(pohon)
        if isinstance(simpul, ast.ImportFrom)
        for alias in simpul.names
    ]


@pytest.mark.sekali
def test_nobody_but_the_act_and_its_reader_touches_the_table() -> None:
    kata = {satu.casefold() for satu in TABEL}
    penyentuh = {
        str(p.relative_to(AKAR))
        for p in _berkas()
        # Parsing every file of the house takes seconds; most do not even hold the letters.
        if any(satu in p.read_text().casefold() for satu in kata)
        and _nama(ast.parse(p.read_text())) & TABEL
    }

    assert penyentuh == PENYENTUH


@pytest.mark.sekali
def test_other_rooms_ask_only_whether_there_is_a_tie() -> None:
    asing = set()
    for path in _berkas():
        alamat = str(path.relative_to(AKAR))
        if alamat in HALAMAN or "keluarga" not in path.read_text():
            continue
        for modul, nama in _impor(ast.parse(path.read_text())):
            lapis, _, akhir = f"{modul}.{nama}".rpartition(".keluarga")
            lewat = modul == "pegawai.selectors.keluarga" and nama in PERTANYAAN
            if lapis in ("pegawai.selectors", "pegawai.services") and akhir[:1] in ("", "."):
                asing |= set() if lewat else {(alamat, modul, nama)}

    assert asing == set()


@pytest.mark.sekali
def test_no_template_but_ones_own_page_speaks_of_ties() -> None:
    templat = [p for p in (AKAR / "templates").rglob("*.html") if "kerabat" in p.read_text()]

    assert [str(p.relative_to(AKAR)) for p in templat] == ["templates/pegawai/keluarga.html"]
