"""Usual levels, validity, families of fields, education and experience against a post."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pegawai.kernel.masa import tambah_bulan
from penilaian.kernel.kompetensi import asesmen_tertua, level_biasa, masa_asesmen
from penilaian.kernel.pendidikan import KeadaanPendidikan, pendidikan_terhadap
from penilaian.kernel.pengalaman import Masa, masa_serumpun
from penilaian.kernel.perkara import Calon, Jabatan, Pengalaman, Sasaran
from penilaian.kernel.rumpun_ilmu import keluarga, serumpun
from tests.helpers.penilaian import ketentuan_penilaian
from tests.helpers.perkara import ketentuan

PER = date(2026, 6, 1)
K = ketentuan_penilaian()


@pytest.mark.parametrize(
    ("jabatan", "level"),
    [
        (Jabatan("4"), 1), (Jabatan("1", "51"), 1), (Jabatan("1", "41"), 2),
        (Jabatan("1", "32"), 3), (Jabatan("1", "22"), 4), (Jabatan("1", "11"), 5),
        # A JF has its standard in a document of its own; nobody knows an unknown eselon.
        (Jabatan("2", jenjang="MA"), None), (Jabatan("1"), None), (Jabatan(), None),
    ],
)  # fmt: skip
def test_a_post_without_a_standard_asks_the_usual_level_of_its_tier(
    jabatan: Jabatan, level: int | None
) -> None:
    assert level_biasa(jabatan, K) == level


@given(st.dates(date(2019, 1, 1), date(2040, 12, 31)), st.integers(1, 60))
def test_the_oldest_day_that_counts_agrees_with_each_assessment(per: date, bulan: int) -> None:
    k = replace(K, asesmen_berlaku_bulan=bulan)

    tertua = asesmen_tertua(per, k)

    assert masa_asesmen(tertua, per, k).berlaku
    assert not masa_asesmen(tertua - timedelta(days=1), per, k).berlaku


def test_a_printed_end_that_comes_first_ends_the_assessment() -> None:
    dinilai, sampai = date(2025, 1, 10), date(2026, 5, 31)

    assert masa_asesmen(dinilai, sampai, K, sampai).berlaku
    assert not masa_asesmen(dinilai, PER, K, sampai).berlaku
    # A later one does not stretch the term of the regulation.
    lama = masa_asesmen(date(2023, 1, 10), PER, K, date(2030, 1, 1))
    assert lama.kalimat == ("Asesmen 10 Januari 2023 tidak berlaku lagi sejak 10 Januari 2026.")


@pytest.mark.parametrize(
    ("kalimat", "program", "hasil"),
    [
        ("Sarjana ekonomi", "S-1 AKUNTANSI", True),
        ("Sarjana hukum", "S-1 AKUNTANSI", False),
        ("D-III kebidanan", "S-1 KEPERAWATAN", True),
        ("Kedokteran hewan", "S-1 PENDIDIKAN DOKTER HEWAN", True),
        ("Sarjana semua jurusan", "S-1 AKUNTANSI", None),
        ("Sarjana ekonomi", "S-1 TATA BUSANA", None),
        ("Sarjana ekonomi", None, None),
    ],
)
def test_families_say_kin_other_or_nothing(
    kalimat: str, program: str | None, hasil: bool | None
) -> None:
    assert serumpun(kalimat, program) is hasil


def test_a_veterinarian_is_no_physician() -> None:
    assert keluarga("Dokter Hewan") == ("peternakan dan kesehatan hewan",)


def _sasaran(bidang: str = "", minimal: str = "40") -> Sasaran:
    return Sasaran(Jabatan("2", jenjang="PT", rumpun="Auditor"), pendidikan_minimal=minimal,
                   bidang_pendidikan=bidang)  # fmt: skip


@pytest.mark.parametrize(
    ("kode", "program", "bidang", "keadaan", "kerabat"),
    [
        ("40", "S-1 AKUNTANSI", "", "memenuhi", None),
        ("40", "S-1 AKUNTANSI", "Sarjana akuntansi atau hukum", "memenuhi", True),
        # Kin is a hint: the field is still for somebody to judge.
        ("40", "S-1 MANAJEMEN", "Sarjana akuntansi atau hukum", "periksa", True),
        ("40", "S-1 PERTANIAN", "Sarjana akuntansi atau hukum", "periksa", False),
        ("30", "D-III AKUNTANSI", "Sarjana akuntansi atau hukum", "tidak", True),
        (None, None, "Sarjana akuntansi", "periksa", None),
    ],
)
def test_education_is_met_not_met_or_for_somebody_to_judge(
    kode: str | None, program: str | None, bidang: str, keadaan: str, kerabat: bool | None
) -> None:
    hasil = pendidikan_terhadap(kode, program, _sasaran(bidang), ketentuan())

    assert (hasil.keadaan, hasil.serumpun) == (KeadaanPendidikan(keadaan), kerabat)
    assert bool(hasil.perbaikan) is (keadaan != "memenuhi")


def test_months_in_a_job_family_are_a_lower_bound_while_the_history_has_holes() -> None:
    perawat, lain = Jabatan("2", jenjang="TR", rumpun="Perawat"), Jabatan("4")
    mulai = date(2020, 1, 1)
    calon = Calon(
        jabatan=Jabatan("2", jenjang="PT", rumpun="Perawat"), tmt_jabatan=date(2024, 1, 1),
        riwayat=(
            Pengalaman(lain, mulai, date(2022, 1, 1)),
            Pengalaman(perawat, date(2022, 1, 1), date(2024, 1, 1)),
        ),
        riwayat_lengkap=True,
    )  # fmt: skip

    assert masa_serumpun(calon, "Perawat", date(2025, 1, 1)) == Masa(36, pasti=True)
    tak_dikenal = Pengalaman(Jabatan(), mulai, tambah_bulan(mulai, 3))
    berlubang = replace(calon, riwayat=(tak_dikenal, *calon.riwayat))
    assert masa_serumpun(berlubang, "Perawat", date(2025, 1, 1)) == Masa(36, pasti=False)
