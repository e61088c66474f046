"""Files applied by command keep the same record as those of the browser."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from organisasi.impor import JENIS
from organisasi.izin import Peran
from organisasi.models import Impor, Pengguna, StatusImpor, UnitKerja
from organisasi.services.impor_langsung import terapkan_langsung
from tests.factories import organisasi as org
from toolkit.policy import Refusal
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, tulis_buku

pytestmark = pytest.mark.django_db
HARI = date(2026, 6, 1)


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    """A hierarchy of two good units and one that names a parent nobody knows."""
    kolom = [Column(k, k) for k in ("ID", "NAMA_UNOR", "ID_ATASAN")]
    baris = [
        ("A1", "Pemerintah Kabupaten Contoh", None),
        ("A2", "      Dinas Sosial", "A1"),
        ("A3", "      Dinas Tanpa Induk", "ZZ"),
    ]
    path = tmp_path / "hierarki.xlsx"
    with path.open("wb") as tujuan:
        tulis_buku(tujuan, [LembarTulis("HIERARKI_UNOR", kolom, baris)])
    return path


def test_applied_file_stands_in_the_list_with_its_findings(berkas: Path) -> None:
    oleh = Pengguna.objects.get(nama_pengguna="sistem")

    hasil = terapkan_langsung(berkas, JENIS["unor"], per=HARI, oleh=oleh)

    impor = Impor.objects.get()
    assert (impor.nama_berkas, impor.status, impor.per) == (
        "hierarki.xlsx", StatusImpor.DITERAPKAN, HARI,
    )  # fmt: skip
    assert impor.temuan.filter(tingkat="tolak").count() == hasil.ditolak == 1
    assert impor.perubahan.filter(macam="baru").count() == hasil.baru == UnitKerja.objects.count()
    assert impor.berkas_dihapus_pada is not None


def test_refused_actor_leaves_neither_rows_nor_record(berkas: Path) -> None:
    with pytest.raises(Refusal):
        terapkan_langsung(berkas, JENIS["unor"], per=HARI, oleh=org.pengguna(Peran.KEPALA_UNIT))

    assert not Impor.objects.exists()


def test_page_of_such_a_file_says_what_happened_without_the_file(
    berkas: Path, pada_hari_ini: Any
) -> None:
    oleh = Pengguna.objects.get(nama_pengguna="sistem")
    terapkan_langsung(berkas, JENIS["unor"], per=HARI, oleh=oleh)
    klien = Client()
    klien.force_login(org.pengguna(Peran.BAGIAN_ORGANISASI))
    impor = Impor.objects.get()

    daftar = klien.get(reverse("organisasi:impor")).content.decode()
    halaman = klien.get(reverse("organisasi:impor-rincian", args=[impor.pk]))

    assert "1 Juni 2026" in daftar
    assert halaman.status_code == 200
    assert "hierarki.xlsx" in halaman.content.decode()
