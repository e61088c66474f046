"""What the database itself keeps of the road, whatever asks for it."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from mutasi.models import Surat
from tests.factories.organisasi import pengguna

pytestmark = pytest.mark.django_db
MIGRASI = Path(__file__).resolve().parents[2] / "mutasi/migrations"


def penjaga() -> set[str]:
    """Every guard the migrations name."""
    nama: set[str] = set()
    for berkas in sorted(MIGRASI.glob("0*.py")):
        modul = import_module(f"mutasi.migrations.{berkas.stem}")
        satu: Any = getattr(modul, "_penjaga", None)
        if satu is not None:
            argumen = (True,) if satu.__code__.co_argcount else ()
            nama |= {baris[0] for baris in satu(*argumen)}
    return nama


def test_every_guard_of_the_road_stands() -> None:
    """A later migration that rebuilds a table on SQLite drops its triggers without a word."""
    tabel = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as kursor:
        kursor.execute(tabel[connection.vendor])
        ada = {nama for (nama,) in kursor.fetchall()}

    assert len(penjaga()) > 20
    assert penjaga() - ada == set()


def test_a_letter_that_was_made_is_neither_changed_nor_removed() -> None:
    siapa = pengguna()
    surat = Surat.objects.create(
        jenis="ba_tpk", nomor="800/1", tanggal=date(2026, 6, 1), isi="{}", sidik="a" * 64,
        kode="kode", dibuat_pada=timezone.now(), dibuat_oleh=siapa,
    )  # fmt: skip
    surat.pdf.save("berita-acara.pdf", ContentFile(b"%PDF-"), save=False)
    surat.pdf_sha256 = "b" * 64
    surat.save(update_fields=["pdf", "pdf_sha256"])  # printed once, after it was made
    baris = Surat.objects.filter(pk=surat.pk)

    for isi in (
        {"nomor": "800/2"}, {"isi": "{ }"}, {"sidik": "0" * 64}, {"tanggal": date(2026, 6, 2)},
        {"kode": "lain"}, {"jenis": "spmt"}, {"pdf": "surat/lain.pdf"}, {"pdf_sha256": "0" * 64},
        {"dibuat_oleh": pengguna()}, {"dibuat_pada": timezone.now()},
    ):  # fmt: skip
        with (
            pytest.raises(DatabaseError, match="surat yang sudah dibuat tidak dapat diubah"),
            transaction.atomic(),
        ):
            baris.update(**isi)
    with pytest.raises(DatabaseError, match="tidak dapat dihapus"), transaction.atomic():
        baris._raw_delete(baris.db)
    assert baris.get().nomor == "800/1"
