"""The shape of the house: found by looking, not kept by hand."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

AKAR = Path(settings.BASE_DIR)
RUANG = ("organisasi", "pegawai", "penilaian", "mutasi", "jejak")
LUAR = {".venv", "data", "staticfiles", "node_modules", ".git"}

# The one file (or folder) that may import each foreign tool.
ALAT = {
    "python_calamine": {"toolkit/xlsx.py"},
    "xlsxwriter": {"toolkit/xlsx.py"},
    "typst": {"toolkit/pdf.py"},
    "segno": {"toolkit/kode_qr.py"},
    "docxtpl": {"toolkit/docx.py"},
    "docx": {"toolkit/docx.py"},
    "jinja2": {"toolkit/docx.py"},
    "lxml": {"toolkit/docx.py"},
    "cryptography": {"toolkit/sandi.py"},
    "environ": {"config/env.py"},
    "numpy": {
        "mutasi/selectors/calon.py",
        "penilaian/kernel/larik.py",
        "penilaian/kernel/larik_aturan.py",
        "penilaian/kernel/larik_kolom.py",
    },
}


def berkas_python() -> list[Path]:
    """Every Python file of the product and its tests, migrations left out."""
    return sorted(
        p
        for p in AKAR.rglob("*.py")
        if not LUAR.intersection(p.relative_to(AKAR).parts) and "migrations" not in p.parts
    )


def nama(path: Path) -> str:
    """The path as people write it."""
    return path.relative_to(AKAR).as_posix()


def test_no_file_is_longer_than_400_lines() -> None:
    panjang = {
        nama(p): n
        for p in berkas_python()
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 400
    }

    assert panjang == {}


def fungsi(path: Path) -> Iterator[ast.FunctionDef]:
    """Top-level functions of a file."""
    pohon = ast.parse(path.read_text(encoding="utf-8"))
    yield from (n for n in pohon.body if isinstance(n, ast.FunctionDef))


def panjang_badan(f: ast.FunctionDef) -> int:
    """Lines of the body without the docstring."""
    badan = f.body[1:] if ast.get_docstring(f) else f.body
    return (badan[-1].end_lineno or 0) - badan[0].lineno + 1 if badan else 0


def test_no_view_is_longer_than_15_lines() -> None:
    pandangan = [p for p in berkas_python() if "views" in p.parts or p.name == "views.py"]
    panjang = {
        f"{nama(p)}:{f.name}": n
        for p in pandangan
        if "tests" not in p.parts
        for f in fungsi(p)
        if (n := panjang_badan(f)) > 15
    }

    assert pandangan
    assert panjang == {}


def test_no_view_saves_filters_or_catches_refusals() -> None:
    larangan = re.compile(r"\.save\(|\.objects\.(filter|create|update)\(|^\s*try:", re.MULTILINE)
    pelanggar = {
        nama(p): larangan.findall(p.read_text(encoding="utf-8"))
        for p in berkas_python()
        if "views" in p.parts and "tests" not in p.parts
        if larangan.search(p.read_text(encoding="utf-8"))
    }

    assert pelanggar == {}


@cache
def impor_dari(path: Path) -> set[str]:
    """Top-level names of the packages a file imports."""
    pohon = ast.parse(path.read_text(encoding="utf-8"))
    hasil = set()
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Import):
            hasil |= {a.name.split(".")[0] for a in simpul.names}
        elif isinstance(simpul, ast.ImportFrom) and simpul.module and not simpul.level:
            hasil.add(simpul.module.split(".")[0])
    return hasil


@pytest.mark.parametrize("alat", sorted(ALAT))
def test_one_file_knows_each_foreign_tool(alat: str) -> None:
    pemakai = {
        nama(p)
        for p in berkas_python()
        if p.parts[len(AKAR.parts)] not in {"tests", "tolok_ukur"}
        and alat in p.read_text(encoding="utf-8")
        and alat in impor_dari(p)
    }

    assert pemakai <= ALAT[alat]


def test_kernels_know_neither_framework_nor_clock() -> None:
    larangan = re.compile(r"\bdjango\b|date\.today|datetime\.now|timezone\.now|\brandom\b")
    pelanggar = {
        nama(p): larangan.findall(_tanpa_docstring(p))
        for p in berkas_python()
        if "kernel" in p.parts and "tests" not in p.parts
        if larangan.search(_tanpa_docstring(p))
    }

    assert pelanggar == {}


def _tanpa_docstring(path: Path) -> str:
    pohon = ast.parse(path.read_text(encoding="utf-8"))
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Constant) and isinstance(simpul.value, str):
            simpul.value = ""
    return ast.unparse(pohon)


def test_nothing_is_left_open_in_the_code() -> None:
    tanda = re.compile(
        r"#.*\b(TODO|FIXME|XXX)\b|raise NotImplementedError|# pragma: no cover"
        r"|^@pytest\.mark\.skip\b"
    )
    pelanggar = [
        f"{nama(p)}:{i}"
        for p in berkas_python()
        if p != Path(__file__)
        for i, baris in enumerate(p.read_text(encoding="utf-8").splitlines(), 1)
        if tanda.search(baris)
    ]

    assert pelanggar == []


def test_acts_take_the_day_as_an_argument() -> None:
    larangan = re.compile(r"date\.today\(|timezone\.localdate\(")
    pelanggar = [
        nama(p)
        for p in berkas_python()
        if "services" in p.parts
        and "tests" not in p.parts
        and larangan.search(p.read_text(encoding="utf-8"))
    ]

    assert pelanggar == []


MODEL = [m for r in RUANG for m in apps.get_app_config(r).get_models()]


@pytest.mark.parametrize("model", MODEL, ids=lambda m: m._meta.label)
def test_every_model_stands_in_the_glossary(model: type[models.Model]) -> None:
    glosarium = (AKAR / "docs" / "GLOSARIUM.md").read_text(encoding="utf-8")

    assert re.search(rf"\b{model.__name__}\b", glosarium)


@pytest.mark.parametrize("model", MODEL, ids=lambda m: m._meta.label)
def test_every_constraint_has_its_own_sentence_and_a_short_name(model: type[models.Model]) -> None:
    for batas in model._meta.constraints:
        assert len(batas.name) <= 63
        assert str(batas.violation_error_message) != str(
            models.CheckConstraint.default_violation_error_message
        ), batas.name


@pytest.mark.parametrize("model", MODEL, ids=lambda m: m._meta.label)
def test_who_and_when_of_an_act_are_bound_together(model: type[models.Model]) -> None:
    """A nullable ``x_pada`` beside a nullable ``x_oleh`` needs a constraint that joins them."""
    bidang = {f.name: f for f in model._meta.get_fields() if hasattr(f, "null")}
    pasangan = [
        n.removesuffix("_pada")
        for n, f in bidang.items()
        if n.endswith("_pada")
        and f.null
        and (o := bidang.get(n.removesuffix("_pada") + "_oleh")) is not None
        and o.null
    ]
    nama_batas = {b.name for b in model._meta.constraints}

    for aksi in pasangan:
        assert any(n.endswith(f"{aksi}_siapa_kapan") for n in nama_batas), (model, aksi)


def templat() -> list[Path]:
    """Every HTML template."""
    return sorted((AKAR / "templates").rglob("*.html"))


@pytest.mark.parametrize("path", templat(), ids=nama)
def test_templates_carry_no_inline_script_style_or_unescaped_value(path: Path) -> None:
    isi = path.read_text(encoding="utf-8")

    assert not re.search(r"<script(?![^>]*\bsrc=)", isi)
    assert not re.search(r"\son\w+=|\sstyle=|<style", isi)
    assert not re.search(r"\|\s*safe\b|autoescape off", isi)
    assert not re.search(r"""(?:href|src)=["']https?://""", isi)


def test_every_variable_of_the_environment_is_explained() -> None:
    dibaca = set(
        re.findall(r"_env\.\w+\(\s*\"([A-Z_]+)\"", (AKAR / "config/env.py").read_text("utf-8"))
    )
    contoh = (AKAR / ".env.example").read_text(encoding="utf-8")
    dijelaskan = set(re.findall(r"^#?\s*([A-Z_]+)=", contoh, re.MULTILINE))
    dibaca |= set(re.findall(r"_env\.db_url\(\"([A-Z_]+)\"", (AKAR / "config/env.py").read_text()))

    assert dibaca - dijelaskan == set()


def test_no_machine_of_ours_is_named_in_the_project() -> None:
    larangan = re.compile(r"(^|[^\w.])/(w[o]rk|f[a]rm|r[o]ot)/")
    terlacak = subprocess.run(
        ["git", "ls-files"], cwd=AKAR, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    pelanggar = [
        f
        for f in terlacak
        if (AKAR / f).is_file()
        and (AKAR / f).stat().st_size < 1_000_000
        and larangan.search((AKAR / f).read_text(encoding="utf-8", errors="ignore"))
    ]

    assert pelanggar == []
