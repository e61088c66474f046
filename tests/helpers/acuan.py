"""What migrations brought, brought again: a test that commits leaves every table empty."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from django.apps import apps

from mutasi.models import AturanAlur
from organisasi.models import NilaiKetentuan, Pengguna
from organisasi.models.pengguna import TEKNIS
from pegawai.models import KedudukanHukum, TingkatPendidikan

AKAR = Path(__file__).resolve().parent.parent.parent


def acuan_kembali() -> None:
    """The technical account, constants of law, an active employee's standing; nothing twice."""
    teknis = {"nama": "Akun teknis SERASI", "password": "!", "teknis": True, "is_active": False}
    Pengguna.objects.get_or_create(nama_pengguna=TEKNIS, defaults=teknis)
    KedudukanHukum.objects.get_or_create(kode="1", defaults={"nama": "Aktif"})
    # The latest first: it may have given an earlier one another shape.
    for berkas in sorted(AKAR.glob("*/migrations/0*.py"), reverse=True):
        modul = import_module(".".join(berkas.relative_to(AKAR).with_suffix("").parts))
        for kode, nilai, satuan, mulai, dasar, _ in getattr(modul, "KETENTUAN", ()):
            isi = {"nilai": nilai, "satuan": satuan, "dasar": dasar}
            NilaiKetentuan.objects.get_or_create(kode=kode, mulai=mulai, defaults=isi)


def acuan_jalan() -> None:
    """The same for the road: its matrix of gates, and the level of a first degree."""
    acuan_kembali()
    TingkatPendidikan.objects.get_or_create(kode="40", defaults={"nama": "S-1", "urutan": 40})
    if not AturanAlur.objects.exists():
        import_module("mutasi.migrations.0005_langkah_wajib").isi(apps, None)
