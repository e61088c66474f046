"""Warnings about one case on its road: they speak, they never refuse, and two keep silent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mutasi.kernel.aturan.daftar import (
    ATURAN_JALAN,
    MENURUT_KODE,
    butuh_alasan,
    halangan,
    periksa_jalan,
)
from mutasi.kernel.aturan.kasus import HasilPertek
from penilaian.kernel.peringatan import PERINGATAN, PERINGATAN_ORANG
from penilaian.kernel.putusan import Hasil, Putusan
from penilaian.kernel.syarat import SYARAT
from tests.helpers.jalan import TUJUAN, kasus, keputusan, pertek, sidang


def putusan(kode: str, **isi: Any) -> Putusan:
    return MENURUT_KODE[kode](kasus(**isi))


def awas(kode: str, **isi: Any) -> str:
    """The sentence of a warning that speaks, asks a reason and stops nothing."""
    satu = putusan(kode, **isi)
    assert satu.putusan is Hasil.PERINGATAN, satu.bunyi
    assert satu.perbaikan.startswith("Tulis alasan")
    assert satu in butuh_alasan([satu])
    assert halangan([satu]) == ()
    return satu.bunyi


def diam(kode: str, **isi: Any) -> bool:
    return putusan(kode, **isi).putusan is Hasil.LOLOS


def test_all_rules_of_the_book_are_in_one_of_the_lists_in_order() -> None:
    semua = {satu.kode for satu in (*SYARAT, *PERINGATAN, *PERINGATAN_ORANG, *ATURAN_JALAN)}

    assert semua == {f"H{n:02}" for n in range(1, 28)} | {f"W{n:02}" for n in range(1, 19)}
    kode = [satu.kode for satu in ATURAN_JALAN]
    assert kode == sorted(kode)
    assert all(satu.judul and satu.dasar and satu.memeriksa for satu in ATURAN_JALAN)


@pytest.mark.parametrize(
    ("kode", "fakta", "bocor"),
    [
        ("W08", "kerabat_selingkungan", ("suami", "istri", "anak", "saudara", "ipar", "keluarga")),
        ("W13", "keadaan_khusus", ("hamil", "sakit", "disabilitas", "pengaduan", "lapor")),
    ],
)
def test_w08_w13_warn_without_saying_which(kode: str, fakta: str, bocor: tuple[str, ...]) -> None:
    bunyi = awas(kode, **{fakta: True}).casefold()

    assert not [kata for kata in bocor if kata in bunyi]
    assert MENURUT_KODE[kode].peka
    assert diam(kode, **{fakta: False})
    assert putusan(kode, **{fakta: None}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


@pytest.mark.parametrize(
    ("urutan", "isi", "siapa"),
    [
        (2, {}, "PyB dan PPK"),
        (0, {"putusan_pyb": None}, "PPK"),
        (1, {"putusan_ppk": keputusan(setuju=False)}, "PPK"),
        (1, {"putusan_pyb": keputusan(setuju=False), "putusan_ppk": None}, "PyB"),
    ],
)
def test_w10_decisions_that_depart_from_the_tpk(
    urutan: int, isi: dict[str, Any], siapa: str
) -> None:
    bunyi = awas("W10", sidang=sidang(tujuan={TUJUAN: urutan}), **isi)

    assert bunyi.startswith(f"Keputusan {siapa} menyimpang")


def test_w10_who_follows_the_tpk_is_silent() -> None:
    tolak = {"putusan_pyb": keputusan(setuju=False), "putusan_ppk": None}

    assert diam("W10")
    assert diam("W10", sidang=sidang(tujuan={TUJUAN: 0}), **tolak)
    assert diam("W10", perlu_tpk=False)
    assert diam("W10", sidang=None)


def test_w11_names_what_differs() -> None:
    assert "berbeda dari SIASN: NIP dan pangkat" in awas("W11", beda_siasn=("NIP", "pangkat"))
    assert "berubah sejak dikaji: jabatan" in awas("W11", berubah=("jabatan",), beda_siasn=None)
    assert diam("W11")
    assert putusan("W11", beda_siasn=None).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def test_w14_silence_of_bkn_and_an_earlier_return() -> None:
    diam_bkn = pertek(hasil=HasilPertek.OTOMATIS, otomatis_pada=date(2026, 10, 30))

    assert "sejak 30 Oktober 2026 tanpa jawaban BKN" in awas("W14", pertek=diam_bkn)
    assert "pernah dikembalikan BKN" in awas("W14", pertek=pertek(pernah_dikembalikan=True))
    assert diam("W14")
    assert diam("W14", pertek=None)


def test_warnings_stand_behind_the_rules_and_ask_one_reason_each() -> None:
    semua = periksa_jalan(kasus(keadaan_khusus=True, kerabat_selingkungan=True))

    assert halangan(semua) == ()
    assert [p.kode for p in butuh_alasan(semua)] == ["W08", "W13"]
