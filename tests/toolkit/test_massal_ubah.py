"""Many rows changed at once, and keys handed out before their rows exist."""

from __future__ import annotations

from datetime import date

import pytest

from organisasi.models import HariLibur
from toolkit.massal import nomor_baru, perbarui, sisipkan

pytestmark = pytest.mark.django_db
KOLOM = ("id", "tanggal", "nama", "cuti_bersama", "dasar")


def test_rows_are_changed_by_key_and_others_left_alone() -> None:
    satu, dua, tiga = (
        HariLibur.objects.create(tanggal=date(2026, 1, n), nama=f"hari {n}") for n in (1, 2, 3)
    )

    jumlah = perbarui(
        HariLibur,
        ("tanggal", "nama", "cuti_bersama"),
        [(satu.pk, date(2026, 5, 1), "satu", True), (dua.pk, date(2026, 5, 2), "dua", False)],
    )

    assert jumlah == 2
    isi = HariLibur.objects.order_by("pk").values_list("tanggal", "nama", "cuti_bersama")
    assert list(isi) == [
        (date(2026, 5, 1), "satu", True),
        (date(2026, 5, 2), "dua", False),
        (tiga.tanggal, "hari 3", False),
    ]


def test_nothing_to_change_is_no_fault() -> None:
    assert perbarui(HariLibur, ("nama",), []) == 0


def test_keys_handed_out_are_not_given_to_anybody_else() -> None:
    kunci = nomor_baru(HariLibur, 2)
    sisipkan(
        HariLibur,
        KOLOM,
        [(k, date(2026, 1, n), "hari", False, "") for n, k in enumerate(kunci, 1)],
    )

    baru = HariLibur.objects.create(tanggal=date(2026, 2, 1), nama="lain")

    assert len({*kunci, baru.pk}) == 3
    assert nomor_baru(HariLibur, 0) == []
