"""A paper is frozen once: the same content has one text and one hash, and reads back unchanged."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from mutasi.kernel.naskah.beku import JENIS, NaskahRusak, baca, kanonik, sidik, sidik_daftar
from mutasi.kernel.naskah.kata import hari_tanggal, terbilang, urutan
from tests.mutasi.naskah import contoh

NASKAH = contoh.semua()


def test_there_is_an_example_of_every_kind() -> None:
    assert NASKAH.keys() == JENIS.keys()


@pytest.mark.parametrize("jenis", sorted(JENIS))
def test_a_stored_paper_reads_back_as_it_was(jenis: str) -> None:
    teks = kanonik(NASKAH[jenis])

    assert baca(teks) == NASKAH[jenis]
    assert kanonik(baca(teks)) == teks
    assert f'"jenis":"{jenis}"' in teks


def test_one_changed_letter_changes_the_hash() -> None:
    lama = contoh.keputusan()
    baru = replace(lama, tentang=lama.tentang + ".")

    assert sidik(kanonik(lama)) == sidik(kanonik(contoh.keputusan()))
    assert sidik(kanonik(lama)) != sidik(kanonik(baru))


def test_two_letters_with_the_same_list_show_the_same_hash_of_it() -> None:
    satu, dua = contoh.surat_usulan(), replace(contoh.surat_usulan(), nomor="lain")

    assert sidik_daftar(satu.daftar) == sidik_daftar(dua.daftar)
    assert sidik_daftar(satu.daftar) != sidik_daftar(satu.daftar[:-1])


def _ubah(**isi: Any) -> str:
    bungkus = json.loads(kanonik(contoh.ralat()))
    bungkus["isi"] |= isi
    return json.dumps(bungkus, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "[]",
        "{}",
        json.dumps(json.loads(kanonik(contoh.ralat()))),
        kanonik(contoh.ralat()).replace('"versi":1', '"versi":2'),
        kanonik(contoh.ralat()).replace('"jenis":"ralat"', '"jenis":"surat_cinta"'),
        kanonik(contoh.ralat()).replace('"jenis":"daerah"', '"jenis":"desa"'),
        _ubah(tambahan="x"),
        _ubah(tanggal="besok"),
        _ubah(alasan=5),
        _ubah(baris="x"),
    ],
    ids=["kosong", "daftar", "tanpa jenis", "berspasi", "versi lain", "jenis lain", "pilihan lain",
         "isian lebih", "bukan tanggal", "bukan teks", "bukan daftar"],
)  # fmt: skip
def test_a_text_that_was_touched_is_no_paper(teks: str) -> None:
    with pytest.raises(NaskahRusak, match="Naskah yang tersimpan"):
        baca(teks)


def test_a_moment_is_no_day() -> None:
    with pytest.raises(TypeError, match="not datetime"):
        kanonik(replace(contoh.ralat(), tanggal=datetime(2026, 6, 1)))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("angka", "kata"),
    [
        (0, "nol"), (10, "sepuluh"), (11, "sebelas"), (19, "sembilan belas"), (20, "dua puluh"),
        (100, "seratus"), (111, "seratus sebelas"), (1000, "seribu"),
        (2026, "dua ribu dua puluh enam"), (115_300, "seratus lima belas ribu tiga ratus"),
    ],
)  # fmt: skip
def test_numbers_are_written_out(angka: int, kata: str) -> None:
    assert terbilang(angka) == kata


@pytest.mark.parametrize("angka", [-1, 1_000_000])
def test_numbers_beyond_the_words_are_refused(angka: int) -> None:
    with pytest.raises(ValueError, match="not between 0 and 999999"):
        terbilang(angka)


def test_days_and_ordinals_are_written_out() -> None:
    assert hari_tanggal(date(2026, 6, 1)) == (
        "Senin, tanggal satu bulan Juni tahun dua ribu dua puluh enam"
    )
    assert [urutan(n) for n in (1, 5, 12)] == ["KESATU", "KELIMA", "KEDUA BELAS"]
