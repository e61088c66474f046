"""SPMT and SIASN ids of many people from two pasted columns."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.test import Client

from mutasi.alur import StatusUsulan
from mutasi.models import Spmt
from mutasi.services.pelaksanaan import laksanakan
from tests.helpers.dunia_pelaksanaan import ambil, ber_sk, berakun, pelaksana, staf
from tests.helpers.layar import masuk_sebagai
from tests.mutasi.pelaksanaan.test_halaman import LEWAT

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
S = StatusUsulan


def test_many_are_recorded_from_two_columns_and_a_wrong_line_is_named(pada_hari_ini: Any) -> None:
    k = pelaksana()
    semua = [
        ber_sk(berakun(f"SITI {n}", staf(k.unit["sd1"])), staf(k.unit["sd2"]), k) for n in range(2)
    ]
    for u in semua:
        laksanakan(u.pk, per=LEWAT)
    satu, dua = (u.pegawai.nip for u in semua)
    terpisah = f"{satu[:8]} {satu[8:14]} {satu[14]} {satu[15:]}"
    with time_machine.travel(LEWAT):
        kepala, operator, analis = (
            masuk_sebagai(Client(), siapa) for siapa in (k.kepala_tujuan, k.operator, k.analis)
        )
        hari = {"tanggal": "2026-07-02", "mulai": "2026-07-01"}
        spmt, siasn = "/mutasi/pelaksanaan/spmt/", "/mutasi/pelaksanaan/siasn/"

        assert "Catat 2 SPMT" in _teks(kepala, "/mutasi/pelaksanaan/")
        salah = f"{satu}\t800/1\nSITI 800/2\n{dua};800/2\n{dua} 800/3\n"
        tolak = kepala.post(spmt, {"baris": salah, **hari})
        asing = kepala.post(spmt, {"baris": f"{'1' * 18}\t800/1", **hari})
        assert Spmt.objects.count() == 0, "all lines or none"
        kepala.post(spmt, {"baris": f"{terpisah}\t800/1\n\n{dua} 800/2\n", **hari})
        operator.post(siasn, {"baris": f"{satu},A-1\n{dua}|A-2"})
        assert analis.get(siasn).status_code == 403

    kata = tolak.content.decode()
    assert tolak.status_code == 422
    assert "Baris 2 tidak berisi NIP 18 angka dan nomor SPMT." in kata
    assert f"Baris 4 mengulang NIP {dua}." in kata
    assert f"NIP {'1' * 18}: tidak menunggu." in asing.content.decode()
    assert list(Spmt.objects.order_by("nomor").values_list("nomor", flat=True)) == [
        "800/1", "800/2",
    ]  # fmt: skip
    assert [(ambil(u).status, ambil(u).siasn_id) for u in semua] == [
        (S.EVALUASI, "A-1"), (S.EVALUASI, "A-2"),
    ]  # fmt: skip


def _teks(klien: Client, alamat: str) -> str:
    return " ".join(klien.get(alamat).content.decode().split())
