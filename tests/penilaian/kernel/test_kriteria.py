"""What forbids a set of criteria, what it may look at, and the one text it has."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from penilaian.kernel.kriteria import (
    Arah,
    BilaKosong,
    Keluarga,
    Linear,
    Perangkat,
    SumberNilai,
    Tabel,
    Tangga,
    cela,
    kanonik,
    sha256,
)
from penilaian.kernel.pengungkit import KENDALI
from penilaian.kernel.sumber_nilai import URAIAN
from tests.helpers.perangkat import CONTOH, HADIR, LAYANAN, PREDIKAT, TAHUNAN, kriteria, perangkat

D = Decimal
_H23 = re.compile(
    r"\b(gender|jenis.kelamin|pria|wanita|laki|perempuan|suku|etnis|agama|ras|golongan|politik|"
    r"partai|kawin|nikah|duda|janda|disabilitas|difabel|umur|usia)\b"
)


def test_h23_no_source_names_a_protected_attribute() -> None:
    for sumber in SumberNilai:
        teks = " ".join((sumber.value, sumber.nama, sumber.bunyi, sumber.satuan, *sumber.kata))
        assert not _H23.search(teks.replace("_", " ").lower()), sumber


@pytest.mark.parametrize("kode", ["jenis_kelamin", "agama", "suku", "status_kawin", "disabilitas"])
def test_h23_a_source_outside_the_list_cannot_even_be_named(kode: str) -> None:
    with pytest.raises(ValueError, match="is not a valid SumberNilai"):
        SumberNilai(kode)


def test_every_source_says_what_is_measured_and_whose_hands_it_lies_in() -> None:
    assert set(URAIAN) == set(SumberNilai) == set(KENDALI)
    for sumber in SumberNilai:
        assert sumber.bunyi.endswith(".")
        assert sumber.keluarga
        assert sumber.satuan


@pytest.mark.parametrize(
    ("sumber", "mentah", "kalimat"),
    [
        (SumberNilai.KEHADIRAN, D(130), "Kehadiran 130 % tidak mungkin: paling tinggi 100 %."),
        (SumberNilai.INOVASI, D(-1), "Inovasi -1 inovasi tidak mungkin: paling rendah 0 inovasi."),
        (SumberNilai.INOVASI, D("1.5"), "Inovasi 1,5 inovasi tidak mungkin: harus bilangan bulat."),
        (SumberNilai.KEHADIRAN, "BAIK", "Kehadiran 'BAIK' bukan angka."),
        (SumberNilai.KEHADIRAN, D("NaN"), "Kehadiran 'NaN' bukan angka."),
        (SumberNilai.RATING_HASIL, "BAIK",
         "Rating hasil kerja 'BAIK' tidak dikenal; yang sah DI BAWAH EKSPEKTASI, "
         "SESUAI EKSPEKTASI, dan DI ATAS EKSPEKTASI."),
        (SumberNilai.KEHADIRAN, D(100), ""),
    ],
)  # fmt: skip
def test_a_raw_value_that_cannot_be_true_says_why(
    sumber: SumberNilai, mentah: Decimal | str, kalimat: str
) -> None:
    assert sumber.salah(mentah) == kalimat


def test_a_good_set_may_be_published() -> None:
    assert cela(CONTOH) == ()


def _ganti(**lain: Any) -> Callable[[Perangkat], Perangkat]:
    """The first criterion of the example, otherwise."""
    return lambda p: replace(p, kriteria=(replace(HADIR, **lain), TAHUNAN, LAYANAN))


_BERBAGI = tuple(
    replace(satu, bila_kosong=BilaKosong.BOBOT_DIBAGI) for satu in (HADIR, TAHUNAN, LAYANAN)
)


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        (_ganti(bobot=D("19.99")), "Jumlah bobot harus tepat 100, sekarang 99,99."),
        (_ganti(bobot=D(0)), "Kriteria K01: bobot 0 harus lebih dari 0."),
        (_ganti(bobot=D("20.001")),
         "Kriteria K01: bobot 20.001 paling banyak dua angka di belakang koma."),
        (_ganti(kode="K02"), "Kode kriteria dipakai lebih dari sekali: K02."),
        (_ganti(bunyi=" "), "Kriteria K01: bunyi belum diisi."),
        (_ganti(dasar=""), "Kriteria K01: dasar hukum belum diisi."),
        (_ganti(bukti=""), "Kriteria K01: bukti belum diisi."),
        (_ganti(sumber=SumberNilai.JPM),
         "Kriteria K01: sumber 'Kesesuaian kompetensi (JPM)' bukan untuk kriteria kinerja."),
        (_ganti(skala=PREDIKAT),
         "Kriteria K01: sumber 'Kehadiran' berupa angka, jadi bukan tabel."),
        (_ganti(sumber=SumberNilai.RATING_HASIL),
         "Kriteria K01: sumber 'Rating hasil kerja' berupa kata, jadi skalanya harus tabel."),
        (_ganti(skala=Linear(D(100), D(80))),
         "Kriteria K01: skala berlawanan dengan arahnya: nilai harus naik bila data naik."),
        (_ganti(arah=Arah.TURUN),
         "Kriteria K01: skala berlawanan dengan arahnya: nilai harus turun bila data naik."),
        (_ganti(skala=Tangga(((D(1), D(50)), (D(2), D(90)), (D(3), D(60))))),
         "Kriteria K01: skala berlawanan dengan arahnya: nilai harus naik bila data naik."),
        (_ganti(skala=Tangga(((D(1), D(50)), (D(2), D(110))))),
         "Kriteria K01: nilai 110 di luar 0 sampai 100."),
        (_ganti(sumber=SumberNilai.RATING_HASIL, skala=Tabel(
            {"DI ATAS EKSPEKTASI": D(100), "CUKUP": D(50)})),
         "Kriteria K01: tabel belum memberi nilai untuk DI BAWAH EKSPEKTASI dan "
         "SESUAI EKSPEKTASI."),
        (_ganti(sumber=SumberNilai.RATING_HASIL, skala=Tabel(
            {"DI ATAS EKSPEKTASI": D(100), "CUKUP": D(50)})),
         "Kriteria K01: tabel memuat kata di luar sumbernya: CUKUP."),
        (lambda p: replace(p, kriteria=()), "Perangkat belum berisi satu pun kriteria."),
        (lambda p: replace(p, nama=""), "Nama perangkat kriteria belum diisi."),
        (lambda p: replace(p, dasar=" "), "Dasar hukum perangkat kriteria belum diisi."),
        (lambda p: replace(p, urutan_seri=("K09",)),
         "Penentu seri 'K09' bukan kriteria perangkat ini."),
        (lambda p: replace(p, urutan_seri=("K01", "K01")),
         "Penentu seri menyebut kriteria yang sama lebih dari sekali."),
        (lambda p: replace(p, bobot_minimal=D(101)),
         "Bobot terukur minimal 101 harus antara 0 dan 100."),
        (lambda p: replace(p, bobot_minimal=D(0), kriteria=_BERBAGI),
         "Semua bobot boleh dibagi dan bobot terukur minimal 0: satu kriteria saja sudah "
         "menjadi skor. Tetapkan bobot terukur minimal di atas 0."),
    ],
)  # fmt: skip
def test_what_forbids_publication_is_said_in_a_sentence(
    ubah: Callable[[Perangkat], Perangkat], kalimat: str
) -> None:
    assert kalimat in cela(ubah(CONTOH))


def test_boxes_of_talent_have_no_order_so_any_table_fits() -> None:
    nilai = dict(zip("123456789", map(D, (0, 20, 40, 90, 50, 60, 100, 95, 70)), strict=True))
    kotak = kriteria("M01", SumberNilai.KOTAK_TALENTA, Tabel(nilai), 100)

    assert cela(perangkat(kotak, keluarga=Keluarga.MUTASI)) == ()


def test_one_set_has_one_text_however_its_numbers_are_written() -> None:
    lain = replace(
        CONTOH,
        bobot_minimal=D("60.00"),
        kriteria=(
            replace(HADIR, bobot=D("2E+1"), skala=Linear(D("80.0"), D("100.00"))),
            replace(TAHUNAN, skala=Tabel(dict(reversed(PREDIKAT.isi.items())))),
            LAYANAN,
        ),
    )

    assert kanonik(lain) == kanonik(CONTOH)
    assert sha256(lain) == sha256(CONTOH)
    assert list(json.loads(kanonik(CONTOH))) == sorted(json.loads(kanonik(CONTOH)))


def test_any_other_figure_is_another_set() -> None:
    lain = replace(CONTOH, kriteria=(replace(HADIR, bobot=D("20.01")), TAHUNAN, LAYANAN))

    assert sha256(lain) != sha256(CONTOH)
