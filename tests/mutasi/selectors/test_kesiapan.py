"""Readiness read from the register: documents proven, rules asked, discipline shut."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mutasi.kernel.jenis import Rute
from mutasi.kernel.kesiapan import Berkas, Kesiapan, StatusButir
from mutasi.selectors.kesiapan import Pengusulan, kesiapan_untuk
from organisasi.models import Jangkauan
from pegawai.models import Penugasan, RiwayatDisiplin
from penilaian.selectors.putusan import Pembaca
from tests.factories.penilaian import kebutuhan
from tests.mutasi.dunia_calon import HARI, dunia, kinerja

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
TMT = date(2026, 7, 1)
BUTA = Pembaca(Jangkauan(semua=False, rentang=()))
MELIHAT = Pembaca(Jangkauan(semua=True, rentang=()))


def hitung(*usulan: Pengusulan, pembaca: Pembaca = MELIHAT) -> list[Kesiapan | None]:
    return kesiapan_untuk(usulan, per=HARI, masa_bulan={"D06": 6}, pembaca=pembaca)


def status(satu: Kesiapan | None) -> dict[str, StatusButir]:
    assert satu is not None
    return {b.kode: b.status for b in satu.dokumen}


@pytest.fixture
def kantor() -> dict[str, Any]:
    return dunia()


def test_rotation_is_proven_from_the_register_once_it_is_complete(kantor: dict[str, Any]) -> None:
    siapa, ke = kantor["setara"], kantor["kursi"]
    awal = hitung(Pengusulan(siapa.pk, ke.pk, TMT))[0]
    assert awal is not None
    assert [b.kode for b in awal.kurang] == ["D01", "D07", "D08"]

    siapa.sk_pns = "821/12"
    siapa.save()
    Penugasan.objects.filter(pegawai=siapa).update(nomor_sk="800/7")
    kinerja(siapa, "BAIK", "BAIK")

    kini = hitung(Pengusulan(siapa.pk, ke.pk, TMT))[0]
    assert kini is not None
    assert (kini.siap, kini.kalimat) == (True, "Siap diusulkan lewat I-MUT.")


def test_promotion_asks_the_statement_and_the_rules_of_a_promotion(kantor: dict[str, Any]) -> None:
    kebutuhan(kantor["staf"], 3)
    hasil = hitung(Pengusulan(kantor["buruk"].pk, kantor["kursi"].pk, TMT))[0]

    assert hasil is not None
    assert status(hasil)["D06"] is StatusButir.TIDAK_ADA
    assert "H06" in [p.kode for p in hasil.ditolak]
    ada = Pengusulan(
        kantor["buruk"].pk, kantor["kursi"].pk, TMT,
        berkas=(Berkas("D06", "800/1", date(2026, 5, 1)),),
    )  # fmt: skip
    assert status(hitung(ada)[0])["D06"] is StatusButir.ADA


def test_outgoing_move_is_judged_by_the_person_alone(kantor: dict[str, Any]) -> None:
    keluar = Pengusulan(kantor["naik"].pk, None, TMT, rute=Rute.B2, permintaan_sendiri=True)
    pppk = Pengusulan(kantor["pppk"].pk, None, TMT, rute=Rute.B1)
    satu, dua = hitung(keluar, pppk)

    assert satu is not None
    assert dua is not None
    assert status(satu)["D11"] is StatusButir.TIDAK_ADA
    assert "H03" not in [p.kode for p in satu.aturan]
    assert [p.kode for p in satu.belum_diperiksa] == ["H08"]  # nobody has said of a bond
    assert "H10" in [p.kode for p in dua.ditolak]
    assert status(dua)["D01"] is StatusButir.TIDAK_PERLU


def test_discipline_is_told_only_to_those_who_may_know_it(kantor: dict[str, Any]) -> None:
    siapa = kantor["naik"]
    RiwayatDisiplin.objects.create(
        pegawai=siapa, tingkat="S", jenis="Potongan tukin", mulai=date(2026, 5, 1)
    )
    usul = Pengusulan(siapa.pk, kantor["kursi"].pk, TMT)

    def h07(pembaca: Pembaca) -> str:
        hasil = hitung(usul, pembaca=pembaca)[0]
        assert hasil is not None
        return next(p.bunyi for p in hasil.ditolak if p.kode == "H07")

    assert "hukuman disiplin yang masih berjalan" in h07(MELIHAT)
    assert h07(BUTA).startswith("Tidak terpenuhi. Rinciannya hanya")


def test_unknown_people_and_posts_keep_their_place(kantor: dict[str, Any]) -> None:
    siapa = kantor["naik"].pk
    hasil = hitung(
        Pengusulan(0, kantor["kursi"].pk, TMT), Pengusulan(siapa, 0, TMT),
        Pengusulan(0, None, TMT, rute=Rute.B1), Pengusulan(siapa, kantor["kursi"].pk, TMT),
    )  # fmt: skip

    assert [satu is None for satu in hasil] == [True, True, True, False]


def test_many_moves_cost_as_many_queries_as_two(kantor: dict[str, Any]) -> None:
    def banyak(usulan: list[Pengusulan]) -> int:
        with CaptureQueriesContext(connection) as catatan:
            hitung(*usulan)
        return len(catatan)

    nama = ("setara", "baru", "naik", "gelap", "buruk", "pppk")
    dalam = [Pengusulan(kantor[n].pk, kantor["kursi"].pk, TMT) for n in nama]
    luar = [Pengusulan(kantor[n].pk, None, TMT, rute=Rute.B1) for n in nama]
    dua = banyak([dalam[0], luar[0]])

    assert banyak([*dalam, *luar]) == dua <= 18
