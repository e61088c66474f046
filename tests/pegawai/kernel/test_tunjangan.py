"""What an allowance is paid by, and amounts as offices write them."""

from __future__ import annotations

import pytest

from pegawai.kernel import tunjangan as k


@pytest.mark.parametrize(
    ("teks", "rupiah"),
    [
        ("Rp1.260.000,00", 1_260_000), ("1260000", 1_260_000), ("Rp 300,000", 300_000),
        ("rp. 540.000,-", 540_000), ("1,260,000.00", 1_260_000), ("1260000,00", 1_260_000),
        ("540 ribu", None), ("1.26", None), ("12.60.000", None), ("540.000,50", None),
        ("-540000", None), ("", None), ("Rp 540,000 / -", None), ("1260000.5", None),
    ],
)  # fmt: skip
def test_rupiah_are_whole_or_not_read_at_all(teks: str, rupiah: int | None) -> None:
    assert k.baca_rupiah(teks) == rupiah


@pytest.mark.parametrize(
    ("teks", "kode"),
    [("IV.a", "41"), ("Eselon iva", "41"), ("II/b", "22"), ("V.a", "51"), ("31", "31"),
     ("VI.a", None), ("3.a", None), ("99", None), ("IV.c", None)],
)  # fmt: skip
def test_an_eselon_has_one_code_however_it_is_spelled(teks: str, kode: str | None) -> None:
    assert k.kunci_eselon(teks) == kode
    if kode:
        assert k.kunci_eselon(k.sebutan_eselon(kode)) == kode


def test_a_jf_is_found_by_family_and_level_beside_the_name_or_in_it() -> None:
    assert k.keluarga_dan_jenjang("Perawat", "MU") == ("Perawat", "MU")
    assert k.keluarga_dan_jenjang("Perawat Ahli Muda", "") == ("Perawat", "MU")
    assert k.keluarga_dan_jenjang("Perawat", "") == ("Perawat", "")
    assert k.kunci_jf("Perawat  Gigi", "MU") == k.kunci_jf("PERAWAT GIGI", "MU")
    assert [k.kode_jenjang(t) for t in ("ahli  muda", "mu", "Pelaksana")] == ["MU", "MU", None]


def test_classes_run_from_one_to_seventeen() -> None:
    assert [k.kunci_kelas(t) for t in ("8", "Kelas 08", "0", "18", "VIII")] == [
        "8", "8", None, None, None,
    ]  # fmt: skip


def test_bkns_way_of_naming_a_regulation_becomes_a_citation() -> None:
    assert k.sebut_perpres("No. 54 Tahun 2007") == ("Perpres 54 Tahun 2007", True)
    assert k.sebut_perpres("No. 23 Tahun 201") == ("Perpres 23 Tahun 201", False)
    assert k.sebut_perpres("Pengajuan usulan") == ("Pengajuan usulan", False)
