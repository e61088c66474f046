""".env.example names every variable that config/env.py reads, with a sentence, and no other."""

from __future__ import annotations

import ast
import re
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
VARIABEL = re.compile(r"^#?([A-Z][A-Z_]+)=")


def _dibaca() -> set[str]:
    """The first argument of every call on ``_env``."""
    pohon = ast.parse((AKAR / "config" / "env.py").read_text(encoding="utf-8"))
    return {
        str(simpul.args[0].value)
        for simpul in ast.walk(pohon)
        if isinstance(simpul, ast.Call)
        and isinstance(simpul.func, ast.Attribute)
        and isinstance(simpul.func.value, ast.Name)
        and simpul.func.value.id == "_env"
        and isinstance(simpul.args[0], ast.Constant)
    }


def test_example_names_what_is_read_and_nothing_else() -> None:
    baris = (AKAR / ".env.example").read_text(encoding="utf-8").splitlines()
    contoh = {cocok.group(1) for satu in baris if (cocok := VARIABEL.match(satu))}

    assert contoh == _dibaca()


def test_every_variable_has_its_sentence() -> None:
    baris = (AKAR / ".env.example").read_text(encoding="utf-8").splitlines()

    for sebelum, ini in zip(baris, baris[1:], strict=False):
        if VARIABEL.match(ini):
            assert sebelum.startswith("# "), ini
            assert sebelum.endswith("."), ini


def test_environment_is_read_in_one_place() -> None:
    """What starts SERASI in fresh processes stands outside: it makes their environment."""
    pembaca = {
        str(berkas.relative_to(AKAR))
        for aplikasi in AKAR.iterdir()
        if (aplikasi / "__init__.py").exists() and aplikasi.name not in {"tests", "tolok_ukur"}
        for berkas in aplikasi.rglob("*.py")
        if re.search(r"os\.environ\b(?!\.setdefault)|getenv", berkas.read_text(encoding="utf-8"))
    }

    assert pembaca <= {"config/env.py"}
