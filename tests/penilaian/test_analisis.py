"""The analysis of one day: any day can be asked, stored totals agree, sources have an order."""

from __future__ import annotations

from datetime import date

import pytest

from organisasi.izin import Peran
from pegawai.models import Formasi, JenisJabatan, StatusPegawai
from penilaian.models import SumberKebutuhan
from penilaian.selectors import kebutuhan as selectors
from penilaian.services.analisis import analisis_kebutuhan
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai

pytestmark = pytest.mark.django_db
HARI = date(2026, 6, 1)


@pytest.fixture
def dinas() -> dict[str, Formasi]:
    """Two schools: two teachers too few in one, one too many in the other; an empty seat."""
    unit = org.kabupaten()
    guru = peg.jabatan("Guru Ahli Pertama", rumpun="Guru")
    kepala = peg.jabatan(
        "Kepala Dinas", jenis=JenisJabatan.STRUKTURAL, unit=unit["disdik"], eselon_id="22",
        siasn_id=unit["disdik"].siasn_id,
    )  # fmt: skip
    sd1, sd2 = peg.formasi(unit["sd1"], guru), peg.formasi(unit["sd2"], guru)
    nilai.kebutuhan(sd1, 3)
    nilai.kebutuhan(sd2, 1)
    peg.pegawai("ANI", post=sd1)
    peg.pegawai("BUDI", post=sd2)
    peg.pegawai("CITRA", post=sd2, status=StatusPegawai.PPPK)
    return {"sd1": sd1, "sd2": sd2, "kepala": peg.formasi(unit["disdik"], kepala)}


def test_shortage_and_excess_of_two_schools_stand_beside_each_other(dinas) -> None:
    hasil = analisis_kebutuhan(per=HARI)

    assert hasil["total"] == {"kebutuhan": 5, "bezetting": 3, "kekurangan": 3, "kelebihan": 1}
    assert hasil["jabatan_struktural_kosong"] == 1


def test_empty_structural_seat_has_a_need_of_one_from_the_structure(dinas) -> None:
    hasil = analisis_kebutuhan(per=HARI)

    kursi = next(f for f in hasil["formasi"] if f["sumber"] == "struktur")
    assert (kursi["kebutuhan"], kursi["bezetting"], kursi["selisih"]) == (1, 0, -1)
    assert kursi["kebutuhan_mentah"] == "1.0000"


def test_decided_need_of_a_structural_seat_wins_over_the_structure(dinas) -> None:
    nilai.kebutuhan(dinas["kepala"], 2)

    hasil = analisis_kebutuhan(per=HARI)

    kursi = next(f for f in hasil["formasi"] if f["jabatan"] == "Kepala Dinas")
    assert (kursi["sumber"], kursi["kebutuhan"]) == ("penetapan", 2)


def test_holder_of_a_post_without_need_is_counted_in_bezetting_only(dinas) -> None:
    post = peg.formasi(dinas["sd1"].unit, peg.jabatan("Penjaga Sekolah", rumpun=""))
    peg.pegawai("DEWI", post=post)

    hasil = analisis_kebutuhan(per=HARI)

    baris = next(f for f in hasil["formasi"] if f["jabatan"] == "Penjaga Sekolah")
    assert baris["kebutuhan"] is None
    assert baris["selisih"] is None
    assert hasil["total"]["kekurangan"] == 3


def test_analysis_of_one_unit_counts_only_it_and_what_is_below(dinas) -> None:
    hasil = analisis_kebutuhan(per=HARI, unit=dinas["sd1"].unit)

    assert hasil["total"] == {"kebutuhan": 3, "bezetting": 1, "kekurangan": 2, "kelebihan": 0}


def test_yesterday_is_counted_from_the_assignments_of_yesterday(dinas) -> None:
    orang = dinas["sd2"].penugasan.first()
    orang.selesai = HARI
    orang.save(update_fields=["selesai"])

    kemarin = analisis_kebutuhan(per=date(2026, 5, 31))
    hari_ini = analisis_kebutuhan(per=HARI)

    assert kemarin["total"]["bezetting"] - hari_ini["total"]["bezetting"] == 1


def test_stored_totals_give_the_pages_what_the_analysis_counts(dinas) -> None:
    pembaca = org.pengguna(Peran.ANALIS_BKD)

    halaman = selectors.ringkasan_kesenjangan(pembaca, HARI)
    hitungan = analisis_kebutuhan(per=HARI)["total"]

    assert {k: halaman[k] for k in hitungan} == hitungan


def test_part_timers_leave_the_seat_when_the_dated_switch_turns(dinas) -> None:
    from organisasi.models import NilaiKetentuan

    peg.pegawai("EKA", post=dinas["sd1"], status=StatusPegawai.PPPK_PW)
    NilaiKetentuan.objects.create(
        kode="pppk_pw_mengisi_formasi", nilai=False, mulai=date(2026, 5, 1), dasar="uji"
    )

    sebelum = analisis_kebutuhan(per=date(2026, 4, 30))["total"]["bezetting"]
    sesudah = analisis_kebutuhan(per=HARI)["total"]["bezetting"]

    assert (sebelum, sesudah) == (4, 3)


def test_post_page_names_every_source_and_marks_the_one_that_counts(dinas) -> None:
    nilai.kebutuhan(dinas["sd1"], 9, sumber=SumberKebutuhan.GURU, dipakai=False)
    pembaca = org.pengguna(Peran.ANALIS_BKD)

    rincian = selectors.rincian_posisi(pembaca, dinas["sd1"].pk, per=HARI)

    assert rincian is not None
    assert {(k.sumber, k.dipakai) for k in rincian.kebutuhan} == {
        ("penetapan", True), ("guru", False),
    }  # fmt: skip
    assert rincian.posisi.butuh == 3


def test_reader_of_one_office_sees_no_post_of_another(dinas) -> None:
    pembaca = org.pengguna(Peran.KEPALA_UNIT, unit=dinas["sd1"].unit)

    ringkas = selectors.ringkasan_kesenjangan(pembaca, HARI)

    assert (ringkas["kekurangan"], ringkas["kelebihan"]) == (2, 0)
    assert selectors.rincian_posisi(pembaca, dinas["sd2"].pk, per=HARI) is None
