"""People and posts as the rules see them: nothing guessed, nothing counted twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pegawai.models import (
    Formasi,
    GerbangKhusus,
    JenisJabatan,
    JenisPenugasan,
    Pegawai,
    Penugasan,
    RiwayatSertifikat,
    StatusPegawai,
)
from pegawai.services.turunan import segarkan_isi, segarkan_orang
from penilaian.kernel.ketentuan import KetentuanTidakLengkap
from penilaian.kernel.perkara import Calon, Jabatan, Pengalaman, Sasaran
from penilaian.snapshots import (
    Pasangan,
    baca_orang,
    baca_sasaran,
    ketentuan_hari,
    perkara_pasangan,
)
from penilaian.snapshots.orang import LISENSI
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai

pytestmark = pytest.mark.django_db
HARI = date(2026, 6, 1)


@pytest.fixture
def kantor() -> dict[str, Any]:
    """A school with a post of one seat."""
    unit = org.kabupaten()
    guru = peg.jabatan("Guru Ahli Pertama", rumpun="Guru", jenjang="PT")
    post = peg.formasi(unit["sd1"], guru)
    nilai.kebutuhan(post, 1)
    return {**unit, "post": post, "guru": guru}


def calon(orang: Pegawai) -> Calon:
    """This person as the rules see him."""
    aturan = ketentuan_hari(per=HARI)
    (satu,) = baca_orang(Pegawai.objects.filter(pk=orang.pk), per=HARI, aturan=aturan).orang
    return satu.calon


def sasaran(post: Formasi) -> Sasaran:
    """This post as the rules see it."""
    return baca_sasaran([post.pk], per=HARI, aturan=ketentuan_hari(per=HARI))[post.pk]


def dulu(orang: Pegawai, post: Formasi, mulai: date, selesai: date) -> None:
    """An earlier post."""
    Penugasan.objects.create(
        pegawai=orang, formasi=post, unit=post.unit, jabatan=post.jabatan, tmt=mulai, mulai=mulai,
        selesai=selesai,
    )  # fmt: skip


def test_what_the_register_does_not_know_stays_unknown(kantor: dict[str, Any]) -> None:
    satu = calon(peg.pegawai(post=None))

    assert satu.jabatan == Jabatan()
    assert (satu.jabatan_id, satu.pendidikan, satu.tmt_pns) == (None, None, None)
    assert (satu.uji_kompetensi, satu.lisensi, satu.pengalaman_bidang) == (None, None, None)
    assert (satu.predikat, satu.riwayat, satu.riwayat_lengkap) == ((), (), False)


def test_grade_of_a_pppk_is_no_grade_of_a_pns(kantor: dict[str, Any]) -> None:
    satu = calon(peg.pegawai(post=kantor["post"], status=StatusPegawai.PPPK, kedudukan="71"))

    assert (satu.status, satu.golongan) == ("PPPK", None)


def test_corrected_tmt_covers_the_post_that_was_only_renamed(kantor: dict[str, Any]) -> None:
    orang = peg.pegawai(post=kantor["post"], tmt=date(2025, 1, 1))
    lama = peg.formasi(kantor["sd1"], peg.jabatan("Guru Pertama", rumpun="Guru", jenjang="PT"))
    dulu(orang, lama, date(2019, 3, 1), date(2025, 1, 1))
    terbuka = Penugasan.objects.terbuka().filter(pegawai=orang)
    terbuka.update(tmt_hitung=date(2019, 3, 1), alasan_tmt_hitung="ganti nama")
    segarkan_orang([orang.pk], per=HARI)

    satu = calon(orang)

    assert satu.tmt_jabatan == date(2019, 3, 1)
    assert satu.riwayat == ()


def test_months_of_two_posts_that_overlap_are_counted_once(kantor: dict[str, Any]) -> None:
    orang = peg.pegawai(post=kantor["post"], tmt=date(2024, 3, 1))
    dulu(orang, kantor["post"], date(2020, 3, 1), date(2024, 5, 1))

    satu = calon(orang)

    jabatan = Jabatan("2", None, "PT", "Guru")
    assert satu.riwayat == (Pengalaman(jabatan, date(2020, 3, 1), date(2024, 3, 1)),)


@pytest.mark.parametrize(
    ("masuk", "lengkap"),
    [
        pytest.param(date(2020, 3, 1), True, id="back to the appointment"),
        pytest.param(date(2012, 3, 1), False, id="earlier posts are missing"),
        pytest.param(None, False, id="no day of appointment"),
    ],
)
def test_history_is_complete_when_it_goes_back_to_the_appointment_without_a_gap(
    kantor: dict[str, Any], masuk: date | None, lengkap: bool
) -> None:
    orang = peg.pegawai(post=kantor["post"], tmt=date(2024, 3, 1))
    dulu(orang, kantor["post"], date(2020, 3, 1), date(2024, 3, 1))
    Pegawai.objects.filter(pk=orang.pk).update(tmt_cpns=masuk)

    assert calon(orang).riwayat_lengkap is lengkap


def test_matched_name_is_judged_as_the_name_it_was_matched_to(kantor: dict[str, Any]) -> None:
    lama = peg.jabatan("Guru Lama", rumpun="", jenis=JenisJabatan.PELAKSANA)
    lama.padanan = kantor["guru"]
    lama.save()
    post = peg.formasi(kantor["sd2"], lama)
    orang = peg.pegawai(post=post)

    assert calon(orang).jabatan == Jabatan("2", None, "PT", "Guru")
    assert calon(orang).jabatan_id == kantor["guru"].pk
    assert sasaran(post).jabatan_id == kantor["guru"].pk


def test_alias_of_a_post_is_as_full_as_the_post_it_is_counted_under(
    kantor: dict[str, Any],
) -> None:
    alias = peg.formasi(kantor["sd1"], peg.jabatan("Guru Lama"))
    alias.dihitung_ke = kantor["post"]
    alias.save()
    peg.pegawai(post=kantor["post"])

    satu = sasaran(alias)

    assert (satu.formasi_id, satu.butuh, satu.isi) == (kantor["post"].pk, 1, 1)


def test_seat_falls_free_on_the_day_its_holder_retires_but_not_before_today(
    kantor: dict[str, Any],
) -> None:
    pergi, lewat = peg.pegawai(post=kantor["post"]), peg.pegawai(post=kantor["post"])
    Pegawai.objects.filter(pk=pergi.pk).update(tmt_pensiun=date(2026, 9, 1))
    Pegawai.objects.filter(pk=lewat.pk).update(tmt_pensiun=date(2026, 5, 1))

    satu = sasaran(kantor["post"])

    assert satu.akan_kosong == (date(2026, 9, 1),)
    assert [satu.isi_pada(h) for h in (date(2026, 8, 31), date(2026, 9, 1))] == [2, 1]


def test_acting_holder_leaves_the_seat_vacant_and_is_known(kantor: dict[str, Any]) -> None:
    orang = peg.pegawai(post=None)
    Penugasan.objects.create(
        pegawai=orang, jenis=JenisPenugasan.PLT, formasi=kantor["post"], unit=kantor["sd1"],
        jabatan=kantor["guru"], mulai=date(2026, 3, 1), selesai=date(2026, 9, 1),
    )  # fmt: skip

    satu = sasaran(kantor["post"])

    assert (satu.ada_plt, satu.isi) == (True, 0)


def test_head_of_a_school_by_additional_task_is_known_and_a_teacher_without_one_is_not(
    kantor: dict[str, Any],
) -> None:
    kepala, guru = peg.pegawai(post=kantor["post"]), peg.pegawai(post=kantor["post"])
    Penugasan.objects.create(
        pegawai=kepala, jenis=JenisPenugasan.TT, unit=kantor["sd1"], jabatan_nama="Kepala Sekolah",
        mulai=date(2024, 1, 1),
    )  # fmt: skip

    assert calon(kepala).memimpin_satuan is True
    assert calon(guru).memimpin_satuan is None


def test_gates_stand_before_structural_posts_of_special_offices_only(
    kantor: dict[str, Any],
) -> None:
    GerbangKhusus.objects.create(
        kode="UJI", pola_unit="pendidikan", pola_jabatan="^kepala", dokumen="Persetujuan",
        instansi="Gubernur", sebelum="sk", dasar="uji",
    )  # fmt: skip
    kepala = peg.jabatan(
        "Kepala Dinas", jenis=JenisJabatan.STRUKTURAL, unit=kantor["disdik"], eselon_id="22"
    )
    pelaksana = peg.jabatan("Kepala Gudang", jenis=JenisJabatan.PELAKSANA)

    assert [g.dokumen for g in sasaran(peg.formasi(kantor["disdik"], kepala)).gerbang or ()] == [
        "Persetujuan"
    ]
    assert sasaran(peg.formasi(kantor["disdik"], pelaksana)).gerbang == ()


def test_closed_office_is_no_longer_in_the_map_of_posts(kantor: dict[str, Any]) -> None:
    kantor["sd1"].ditutup = HARI
    kantor["sd1"].save()

    assert sasaran(kantor["post"]).berlaku is False


def test_tests_and_licences_come_with_their_days(kantor: dict[str, Any]) -> None:
    orang = peg.pegawai(post=kantor["post"])
    milik = {"pegawai": orang, "nama": "uji", "rumpun": "Guru"}
    RiwayatSertifikat.objects.create(jenis="ukom", jenjang="MU", mulai=date(2025, 2, 3), **milik)
    RiwayatSertifikat.objects.create(jenis="pendidik", selesai=date(2030, 1, 1), **milik)

    satu = calon(orang)

    assert satu.uji_kompetensi is not None
    assert satu.lisensi is not None
    assert [(u.rumpun, u.jenjang, u.lulus, u.tanggal) for u in satu.uji_kompetensi] == [
        ("Guru", "MU", True, date(2025, 2, 3))
    ]
    assert [(s.jenis, s.berlaku_sampai) for s in satu.lisensi] == [
        ("sertifikat pendidik", date(2029, 12, 31))
    ]


def test_licence_is_called_as_the_dated_constant_calls_it() -> None:
    diminta = set(ketentuan_hari(per=HARI).pasangan.lisensi_jf.values())

    assert {satu.casefold() for satu in diminta} <= {s.casefold() for s in LISENSI.values()}


def test_pairs_keep_their_order_and_say_which_do_not_exist(kantor: dict[str, Any]) -> None:
    orang = peg.pegawai(post=kantor["post"])
    lain = peg.formasi(kantor["sd2"], kantor["guru"])

    hasil = perkara_pasangan(
        [
            Pasangan(orang.pk, 0, HARI),
            Pasangan(orang.pk, lain.pk, HARI, akan_kosong=(HARI,)),
            Pasangan(0, lain.pk, HARI),
        ],
        per=HARI,
    )

    assert [h is None for h in hasil] == [True, False, True]
    assert hasil[1] is not None
    assert hasil[1].sasaran.akan_kosong == (HARI,)


def test_many_pairs_cost_the_queries_of_one(kantor: dict[str, Any]) -> None:
    orang = [peg.pegawai(f"ORANG {n}", post=kantor["post"]) for n in range(30)]
    lain = [
        peg.formasi(kantor["sd2"], peg.jabatan(f"Jabatan {n}", rumpun="R", jenjang="MU"))
        for n in range(30)
    ]
    segarkan_isi(None, per=HARI)

    def kueri(banyak: int) -> int:
        pasang = [
            Pasangan(o.pk, f.pk, HARI) for o, f in zip(orang[:banyak], lain[:banyak], strict=True)
        ]
        with CaptureQueriesContext(connection) as catatan:
            assert None not in perkara_pasangan(pasang, per=HARI)
        return len(catatan)

    assert kueri(1) == kueri(30) <= 9


def test_day_before_the_law_is_an_error_and_no_guess(kantor: dict[str, Any]) -> None:
    with pytest.raises(KetentuanTidakLengkap):
        ketentuan_hari(per=date(1990, 1, 1))
