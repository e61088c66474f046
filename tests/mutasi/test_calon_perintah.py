"""``manage.py cari_calon``: the object others rely on."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.mutasi.dunia_calon import dunia

pytestmark = pytest.mark.django_db


@pytest.fixture
def kantor(pada_hari_ini: Any) -> dict[str, Any]:
    """The empty seat and the people before it."""
    return dunia()


def test_command_prints_the_listed_with_every_rule_and_counts_the_refused(
    kantor: dict[str, Any], tmp_path: Path
) -> None:
    post, berkas = kantor["kursi"], tmp_path / "calon.json"
    argumen = ["--unor", post.unit.siasn_id, "--jabatan", post.jabatan.siasn_id]

    call_command("cari_calon", *argumen, "--per", "2026-06-01", "--json", str(berkas))

    hasil = json.loads(berkas.read_text(encoding="utf-8"))
    assert set(hasil) == {"formasi", "per", "calon", "tidak_memenuhi"}
    assert hasil["per"] == "2026-06-01"
    assert hasil["formasi"]["jabatan_id"] == post.jabatan.siasn_id
    assert {c["nip"]: c["verdict"] for c in hasil["calon"]} == {
        kantor["setara"].nip: "memenuhi",
        kantor["naik"].nip: "memenuhi",
        kantor["baru"].nip: "hampir",
        kantor["buruk"].nip: "hampir",
        kantor["gelap"].nip: "tidak_dapat_diperiksa",
    }
    assert set(hasil["calon"][0]["aturan"][0]) == {"kode", "putusan", "angka", "bunyi", "perbaikan"}
    assert hasil["tidak_memenuhi"]["H10"] == 1


def test_command_summarises_and_refuses_a_post_that_is_not_there(kantor: dict[str, Any]) -> None:
    post, keluar, galat = kantor["kursi"], StringIO(), StringIO()

    call_command(
        "cari_calon", "--unor", post.unit.siasn_id, "--jabatan", post.jabatan.siasn_id,
        stdout=keluar,
    )  # fmt: skip
    with pytest.raises(SystemExit) as berhenti:
        call_command("cari_calon", "--unor", "TIDAK", "--jabatan", "ADA", stderr=galat)

    assert "2 memenuhi, 2 hampir, 1 tidak dapat diperiksa" in keluar.getvalue()
    assert berhenti.value.code == 2
    assert "Periksa nilai --unor dan --jabatan" in galat.getvalue()
