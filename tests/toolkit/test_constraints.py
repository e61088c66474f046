"""A broken constraint speaks its own sentence, on either database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from organisasi.izin import Peran
from organisasi.models import Instansi, NilaiKetentuan, Pengguna, PenugasanPeran, SlipAktivasi
from tests.factories.organisasi import pengguna as buat
from toolkit.constraints import sentence_of

pytestmark = pytest.mark.django_db


def peran(**lain: Any) -> Callable[[], Any]:
    """Insert a role with something wrong about it."""

    def masukkan() -> None:
        kini, akun = timezone.now(), buat()
        isi = {
            "pengguna": akun, "peran": Peran.PEGAWAI, "mulai": date(2026, 1, 1),
            "diberikan_pada": kini, "diberikan_oleh": akun,
        }  # fmt: skip
        PenugasanPeran.objects.create(**isi | lain)

    return masukkan


def slip_mundur() -> None:
    """A slip that ends before it was made."""
    kini, akun = timezone.now(), buat()
    SlipAktivasi.objects.create(
        pengguna=akun, sidik="x", dibuat_pada=kini, dibuat_oleh=akun,
        berlaku_sampai=kini.replace(year=2000),
    )  # fmt: skip


def dua_nilai() -> None:
    """Two values of one constant from the same day."""
    for _ in range(2):
        NilaiKetentuan.objects.create(kode="x", nilai=1, mulai=date(2026, 1, 1), dasar="a")


@pytest.mark.parametrize(
    ("salah", "kalimat"),
    [
        pytest.param(
            peran(selesai=date(2025, 1, 1)), "Peran berakhir sebelum mulai.", id="in_order"
        ),
        pytest.param(
            peran(diberikan_oleh=None),
            "Pemberian peran harus memuat siapa dan kapan.",
            id="both_or_neither",
        ),
        pytest.param(peran(peran="raja"), "Peran tidak dikenal.", id="one_of"),
        pytest.param(peran(sifat="plt"), "Plt/Plh harus memiliki tanggal akhir.", id="check"),
        pytest.param(slip_mundur, "Slip berakhir sebelum dibuat.", id="in_order of moments"),
        pytest.param(
            dua_nilai, "Ketentuan ini sudah memiliki nilai yang mulai hari itu.", id="unique"
        ),
        pytest.param(
            lambda: Instansi.objects.create(pk=2, nama="Dua"),
            "Profil instansi hanya satu.",
            id="one row",
        ),
    ],
)
def test_the_database_refuses_and_says_why(salah: Callable[[], Any], kalimat: str) -> None:
    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        salah()

    assert sentence_of(galat.value) == kalimat


def test_what_no_constraint_names_has_no_sentence() -> None:
    assert sentence_of(IntegrityError("FOREIGN KEY constraint failed")) is None


def test_a_name_used_twice_has_no_sentence_of_a_constraint() -> None:
    buat(nama_pengguna="siti")

    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        Pengguna.objects.create(nama_pengguna="siti", nama="Siti")

    assert sentence_of(galat.value) is None
