"""NIP and NI PPPK: the published samples, every fault by its code, and what others say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pegawai.kernel.cela import Cela
from pegawai.kernel.nip import JenisNomor, Kelamin, Nomor, baca, kewajaran, silang

PER = date(2026, 6, 1)


def nomor(nilai: object) -> Nomor:
    hasil = baca(nilai)
    assert isinstance(hasil, Nomor), hasil
    return hasil


@pytest.mark.parametrize(
    "nilai",
    [
        pytest.param("198609262015051001", id="as systems write it"),
        pytest.param("19860926 201505 1 001", id="as it is printed"),
        pytest.param("'198609262015051001", id="protected by an apostrophe"),
        pytest.param(" 19860926\u00a0201505 1001\t", id="odd blanks"),
    ],
)
def test_the_published_nip_is_read(nilai: str) -> None:
    assert nomor(nilai) == Nomor(
        angka="198609262015051001",
        jenis=JenisNomor.NIP,
        lahir=date(1986, 9, 26),
        tahun=2015,
        bulan=5,
        kode=None,
        kelamin=Kelamin.LAKI_LAKI,
        urut=1,
    )


def test_the_published_ni_pppk_is_read() -> None:
    hasil = nomor("199009132025242014")

    assert (hasil.jenis, hasil.lahir) == (JenisNomor.NI_PPPK, date(1990, 9, 13))
    assert (hasil.tahun, hasil.bulan, hasil.kode) == (2025, None, 24)
    assert (hasil.kelamin, hasil.urut) == (Kelamin.PEREMPUAN, 14)
    assert hasil.tmt_cpns is None


@pytest.mark.parametrize(
    ("nilai", "kode"),
    [
        pytest.param("", "nip_kosong", id="empty"),
        pytest.param(None, "nip_kosong", id="none"),
        pytest.param("' ", "nip_kosong", id="lone apostrophe"),
        pytest.param("null", "nip_kosong", id="null"),
        pytest.param(1.98111052006033e17, "nip_berupa_angka", id="number cell"),
        pytest.param(198609262015051001, "nip_berupa_angka", id="even an exact number"),
        pytest.param(True, "nip_berupa_angka", id="boolean"),
        pytest.param("19700129199312194X", "nip_bukan_angka", id="a letter"),
        pytest.param("١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١", "nip_bukan_angka", id="digits of another script"),
        pytest.param("19860926201505100", "nip_panjang", id="17 digits"),
        pytest.param("1994091120190119750", "nip_panjang", id="19 digits"),
        pytest.param("198609312015051001", "nip_tanggal_mustahil", id="31 September"),
        pytest.param(
            "198502292015051001", "nip_tanggal_mustahil", id="29 February of no leap year"
        ),
        pytest.param("001109262015051001", "nip_tanggal_mustahil", id="year 11"),
        pytest.param("198609262015131001", "nip_bulan_mustahil", id="13 is no month and no code"),
        pytest.param("198609262015001001", "nip_bulan_mustahil", id="month 0"),
        pytest.param("198609262015201001", "nip_bulan_mustahil", id="20 is no code yet"),
        pytest.param("198609260015051001", "nip_bulan_mustahil", id="year 15"),
        pytest.param("198609262015053001", "nip_kelamin_mustahil", id="sex 3"),
        pytest.param("198609262015051000", "nip_urut_nol", id="serial 000"),
    ],
)
def test_every_fault_has_its_code_and_a_sentence(nilai: object, kode: str) -> None:
    hasil = baca(nilai)

    assert isinstance(hasil, Cela)
    assert (hasil.kode, hasil.tingkat) == (kode, "tolak")
    assert hasil.pesan.endswith(".")


def test_the_leap_day_is_a_birthday() -> None:
    assert nomor("198402292015051001").lahir == date(1984, 2, 29)


def test_the_first_code_of_pppk_is_21() -> None:
    assert nomor("198609262015211001").jenis is JenisNomor.NI_PPPK


@settings(deadline=None)
@given(
    lahir=st.dates(date(1900, 1, 1), date(2010, 12, 31)),
    tahun=st.integers(1900, 2099),
    petunjuk=st.one_of(st.integers(1, 12), st.integers(21, 99)),
    kelamin=st.sampled_from("12"),
    urut=st.integers(1, 999),
)
def test_every_number_made_by_the_rule_is_read_and_printed_back(
    lahir: date, tahun: int, petunjuk: int, kelamin: str, urut: int
) -> None:
    angka = f"{lahir:%Y%m%d}{tahun:04d}{petunjuk:02d}{kelamin}{urut:03d}"

    hasil = nomor(angka)

    assert str(hasil) == angka
    assert nomor(hasil.berkelompok) == hasil
    assert (hasil.lahir, hasil.tahun, hasil.urut) == (lahir, tahun, urut)
    assert (hasil.jenis is JenisNomor.NIP) == (petunjuk <= 12)


@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_the_reading(nilai: str) -> None:
    assert isinstance(baca(nilai), Nomor | Cela)


def test_the_number_is_printed_in_groups() -> None:
    assert nomor("198609262015051001").berkelompok == "19860926 201505 1 001"


NIP = nomor("198609262015051001")
PPPK = nomor("199009132025242014")


@pytest.mark.parametrize(
    ("siapa", "lahir", "kelamin", "tmt", "kode"),
    [
        pytest.param(NIP, date(1986, 9, 26), Kelamin.LAKI_LAKI, date(2015, 5, 1), [], id="agrees"),
        pytest.param(NIP, None, None, None, [], id="nothing to compare"),
        pytest.param(NIP, date(1986, 9, 27), None, None, ["nip_vs_tanggal_lahir"], id="birth"),
        pytest.param(NIP, None, Kelamin.PEREMPUAN, None, ["nip_vs_kelamin"], id="sex"),
        pytest.param(NIP, None, None, date(2015, 6, 1), ["nip_vs_tmt_cpns"], id="month"),
        pytest.param(NIP, None, None, date(2015, 5, 31), [], id="any day of the month"),
        pytest.param(PPPK, None, None, date(2025, 3, 1), [], id="PPPK knows only the year"),
        pytest.param(PPPK, None, None, date(2024, 3, 1), ["nip_vs_tmt_cpns"], id="PPPK year"),
    ],
)
def test_other_columns_are_held_against_the_number(
    siapa: Nomor, lahir: date | None, kelamin: Kelamin | None, tmt: date | None, kode: list[str]
) -> None:
    cela = silang(siapa, lahir=lahir, kelamin=kelamin, tmt_cpns=tmt)

    assert [c.kode for c in cela] == kode


def test_birth_and_sex_refuse_and_the_appointment_only_warns() -> None:
    cela = silang(
        NIP, lahir=date(1986, 9, 27), kelamin=Kelamin.PEREMPUAN, tmt_cpns=date(2015, 6, 1)
    )

    assert {c.kode: c.tingkat for c in cela} == {
        "nip_vs_tanggal_lahir": "tolak",
        "nip_vs_kelamin": "tolak",
        "nip_vs_tmt_cpns": "peringatan",
    }
    assert "27-09-1986" in cela[0].pesan
    assert "26-09-1986" in cela[0].pesan


@pytest.mark.parametrize(
    ("angka", "kode"),
    [
        pytest.param("198609262015051001", [], id="ordinary"),
        pytest.param("200812312026011001", [], id="born in the last year that may serve"),
        pytest.param("200901012026011001", ["umur_tak_wajar"], id="born a day later"),
        pytest.param("201405051992011990", ["umur_tak_wajar"], id="born after the appointment"),
        pytest.param("198609262002051001", ["nip_umur_diangkat"], id="appointed at 16"),
        pytest.param("196009262007051001", ["nip_umur_diangkat"], id="appointed at 47"),
        pytest.param("196609262024211001", [], id="PPPK may begin at 58"),
        pytest.param("198609262027071001", ["nip_tmt_masa_depan"], id="appointed after 13 months"),
        pytest.param("198609262027061001", [], id="appointed within a year"),
    ],
)
def test_ages_and_days_nobody_has_are_seen_from_a_day(angka: str, kode: list[str]) -> None:
    assert [c.kode for c in kewajaran(nomor(angka), PER)] == kode


def test_nobody_is_born_in_the_future() -> None:
    assert [c.kode for c in kewajaran(nomor("200706012026011001"), date(2007, 5, 31))] == [
        "umur_tak_wajar",
        "nip_tmt_masa_depan",
    ]


def test_an_impossible_age_refuses_and_an_unusual_one_warns() -> None:
    muda, dini = nomor("200901012026011001"), nomor("198609262002051001")

    assert kewajaran(muda, PER)[0].tingkat == "tolak"
    assert kewajaran(dini, PER)[0].tingkat == "peringatan"
