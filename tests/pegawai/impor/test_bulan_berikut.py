"""Next month's file: what changed becomes history; nobody is deleted, nothing is doubled."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from pegawai.models import (
    Formasi,
    Identitas,
    KataCari,
    Pegawai,
    Penugasan,
    RiwayatPangkat,
    RiwayatPendidikan,
    RiwayatStatus,
)
from tests.factories.organisasi import unit
from tests.helpers import siasn
from tests.pegawai.impor.alat import (
    BULAN_DEPAN,
    BULAN_LALU,
    PER,
    Kantor,
    orang_ke,
    penugasan,
)
from toolkit.policy import WrongMoment

TMT = date(2020, 3, 1)
TABEL = (
    Pegawai, Penugasan, Identitas, RiwayatStatus, RiwayatPangkat, RiwayatPendidikan, Formasi,
    KataCari,
)  # fmt: skip


def _isi() -> dict[str, list[tuple[Any, ...]]]:
    return {t.__name__: list(t._default_manager.order_by("pk").values_list()) for t in TABEL}


def test_the_same_file_again_is_all_same_and_writes_nothing(kantor: Kantor) -> None:
    berkas = kantor.berkas([kantor.orang(1), kantor.orang(2)])
    kantor.terapkan(berkas)
    sebelum = _isi()

    hasil = kantor.terapkan(berkas)

    assert (hasil.baru, hasil.berubah, hasil.sama, hasil.keluar) == (0, 0, 2, 0)
    assert hasil.perubahan == {}
    assert _isi() == sebelum


@pytest.mark.parametrize(
    "ganti",
    [
        pytest.param({"MK_TAHUN": "'1"}, id="an apostrophe before a number"),
        pytest.param({"KEDUDUKAN_HUKUM_ID": "01"}, id="a zero before a code"),
        pytest.param({"TMT_GOLONGAN": "01-04-2021"}, id="a day as text"),
        pytest.param({"NAMA": f"  {siasn.nama(1)}  "}, id="blanks around a name"),
        pytest.param({"GELAR_DEPAN": "null"}, id="null in four letters"),
        pytest.param({"NIK": "9900000000000001"}, id="NIK without apostrophe"),
        pytest.param({"NIP_LAMA": "'100000001"}, id="old NIP as text"),
        pytest.param({"AGAMA_NAMA": "Lain", "ALAMAT": "JL. LAIN", "BPJS": "'1"}, id="not kept"),
    ],
)
def test_another_spelling_is_no_change(kantor: Kantor, ganti: dict[str, object]) -> None:
    kantor.impor(kantor.orang(1))

    hasil = kantor.periksa(kantor.berkas([kantor.orang(1, **ganti)]))

    assert (hasil.sama, hasil.perubahan) == (1, {})


def test_changes_are_counted_per_column_and_told_cell_by_cell(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), kantor.orang(2))

    hasil = kantor.periksa(
        kantor.berkas([kantor.orang(1, NOMOR_HP=81.0, GELAR_BELAKANG=""), kantor.orang(2)])
    )

    assert hasil.perubahan == {"NOMOR HP": 1, "GELAR BELAKANG": 1}
    (satu,) = hasil.rincian
    assert (satu.macam, satu.kunci, satu.baris) == ("berubah", siasn.nip(1), 2)
    assert set(satu.rincian) == {
        ("GELAR BELAKANG", "S.E.", None),
        ("NOMOR HP", "80000000001", "81"),
    }


def test_a_changed_unit_closes_one_assignment_and_opens_another(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, TMT_JABATAN=TMT), per=BULAN_LALU)

    kantor.impor(kantor.orang(1, TMT_JABATAN=TMT, **kantor.di(kantor.sd2)), per=PER)

    lama, baru = penugasan(1)
    assert (lama.unit, lama.mulai, lama.selesai) == (kantor.sd1, TMT, PER)
    assert (baru.unit, baru.mulai, baru.selesai, baru.tmt) == (kantor.sd2, PER, None, TMT)
    assert orang_ke(1).unit == kantor.sd2
    isi = dict(Formasi.objects.values_list("unit", "isi_pns"))
    assert isi == {kantor.sd1.pk: 0, kantor.sd2.pk: 1}


def test_a_changed_jabatan_closes_one_assignment_and_changes_the_bup(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, TMT_JABATAN=TMT), per=BULAN_LALU)

    kantor.impor(
        kantor.orang(1, TMT_JABATAN=PER, **kantor.di(kantor.bidang, kantor.kepala)), per=PER
    )

    assert [(p.jabatan, p.selesai) for p in penugasan(1)] == [
        (kantor.guru, PER),
        (kantor.kepala, None),
    ]
    assert (orang_ke(1).jabatan, orang_ke(1).bup, orang_ke(1).tmt_jabatan) == (
        kantor.kepala,
        58,
        PER,
    )


def test_other_words_for_the_same_unit_are_corrected_in_place(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), per=BULAN_LALU)

    kantor.impor(kantor.orang(1, UNOR_NAMA="SD Negeri 1 - Dinas Baru"), per=PER)

    (satu,) = penugasan(1)
    assert (satu.unor_nama, satu.selesai) == ("SD Negeri 1 - Dinas Baru", None)


def test_another_tmt_of_the_same_post_is_corrected_in_place(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, TMT_JABATAN=TMT), per=BULAN_LALU)

    kantor.impor(kantor.orang(1, TMT_JABATAN=date(2021, 3, 1)), per=PER)

    (satu,) = penugasan(1)
    assert (satu.tmt, satu.mulai) == (date(2021, 3, 1), date(2021, 3, 1))
    assert orang_ke(1).tmt_jabatan == date(2021, 3, 1)


def test_a_post_that_began_with_a_file_keeps_its_beginning(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, TMT_JABATAN=TMT), per=BULAN_LALU)
    kantor.impor(kantor.orang(1, TMT_JABATAN=TMT, **kantor.di(kantor.sd2)), per=PER)

    kantor.impor(
        kantor.orang(1, TMT_JABATAN=date(2026, 5, 20), **kantor.di(kantor.sd2)), per=BULAN_DEPAN
    )

    baru = penugasan(1)[-1]
    assert (baru.tmt, baru.mulai) == (date(2026, 5, 20), PER)


def test_a_promotion_closes_one_grade_and_opens_another(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), per=BULAN_LALU)

    kantor.impor(
        kantor.orang(1, GOL_AKHIR_ID=34.0, GOL_AKHIR_NAMA="III/d", TMT_GOLONGAN=date(2026, 4, 1)),
        per=PER,
    )

    baris = RiwayatPangkat.objects.order_by("pk").values_list(
        "golongan__nama", "mulai", "selesai", "tmt"
    )
    assert list(baris) == [
        ("III/c", date(2021, 4, 1), PER, date(2021, 4, 1)),
        ("III/d", PER, None, date(2026, 4, 1)),
    ]
    assert str(orang_ke(1).golongan) == "III/d"


def test_another_tmt_of_the_same_grade_is_corrected_in_place(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), per=BULAN_LALU)

    kantor.impor(kantor.orang(1, TMT_GOLONGAN=date(2022, 4, 1)), per=PER)

    pangkat = RiwayatPangkat.objects.get()
    assert (pangkat.tmt, pangkat.mulai) == (date(2022, 4, 1), date(2022, 4, 1))


def test_a_new_education_opens_a_row_and_a_corrected_year_does_not(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), per=BULAN_LALU)
    kantor.impor(kantor.orang(1, TAHUN_LULUS=1990.0), per=BULAN_LALU)

    kantor.impor(
        kantor.orang(
            1, TINGKAT_PENDIDIKAN_ID=45.0, PENDIDIKAN_ID="S2", PENDIDIKAN_NAMA="S-2 MANAJEMEN",
            TAHUN_LULUS=2025.0,
        ),
        per=PER,
    )  # fmt: skip

    baris = RiwayatPendidikan.objects.order_by("pk")
    assert list(baris.values_list("tingkat__nama", "tahun_lulus", "selesai")) == [
        ("S-1", 1990, PER),
        ("S-2", 2025, None),
    ]


def test_study_duty_closes_one_standing_and_leaves_the_post_less_effective(
    kantor: Kantor,
) -> None:
    kantor.impor(kantor.orang(1), per=BULAN_LALU)

    kantor.impor(kantor.orang(1, KEDUDUKAN_HUKUM_ID=3.0), per=PER)

    baris = RiwayatStatus.objects.order_by("pk").values_list("kedudukan__kode", "mulai", "selesai")
    assert list(baris) == [("1", date(1989, 2, 1), PER), ("3", PER, None)]
    post = Formasi.objects.get()
    assert (post.isi_pns, post.efektif_pns) == (1, 0)


def test_a_corrected_old_number_is_a_dated_row(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), per=BULAN_LALU)

    kantor.impor(kantor.orang(1, NIP_LAMA=131000002.0), per=PER)

    lama = Identitas.objects.filter(jenis="NIP_LAMA").order_by("pk")
    assert list(lama.values_list("nomor", "mulai", "selesai")) == [
        ("100000001", None, PER),
        ("131000002", PER, None),
    ]


def test_a_new_name_is_found_and_the_old_one_is_not(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, NAMA="SITI RAHMA"), per=BULAN_LALU)

    kantor.impor(kantor.orang(1, NAMA="SITI RAHMAWATI"), per=PER)

    assert sorted(KataCari.objects.values_list("kata", "nama")) == [
        ("RAHMAWATI", "SITI RAHMAWATI"),
        ("SITI", "SITI RAHMAWATI"),
    ]


def test_a_changed_nik_is_seen_without_showing_it(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, NIK="'3404010906660001"), per=BULAN_LALU)

    hasil = kantor.impor(kantor.orang(1, NIK="'3404010906660002"), per=PER)

    assert hasil.perubahan == {"NIK": 1}
    assert hasil.rincian[0].rincian == (("NIK", "3404********0001", "3404********0002"),)
    assert orang_ke(1).nik_samar == "3404********0002"
    assert "340401090666" not in " ".join(IsiPeristiwa.objects.values_list("isi", flat=True))


def test_the_trace_of_a_change_holds_what_changed_and_no_personal_number(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), per=BULAN_LALU)

    kantor.impor(
        kantor.orang(1, NIP_LAMA=131777888.0, NOMOR_HP=81234567890.0, GELAR_BELAKANG="M.Pd"),
        per=PER,
    )

    urutan = Peristiwa.objects.get(tindakan="pegawai.pegawai.diubah_impor").urutan
    isi = IsiPeristiwa.objects.get(urutan=urutan).data
    assert isi["sebelum"] == {"GELAR BELAKANG": "S.E."}
    assert isi["sesudah"] == {
        "GELAR BELAKANG": "M.Pd",
        "NIP LAMA": "(tidak disalin ke jejak)",
        "NOMOR HP": "(tidak disalin ke jejak)",
    }


def test_a_missing_column_is_no_change(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), per=BULAN_LALU)
    kepala = [h for h in siasn.KEPALA if h not in ("NIK", "NOMOR HP", "UNOR ID", "GELAR BELAKANG")]

    hasil = kantor.terapkan(kantor.berkas([kantor.orang(1, NAMA="BARU")], kepala=kepala), per=PER)

    assert hasil.perubahan == {"NAMA": 1}
    orang = orang_ke(1)
    assert (orang.telepon, orang.unit, orang.gelar_belakang) == ("80000000001", kantor.sd1, "S.E.")
    assert orang.nik_samar == "9900********0001"
    assert len(penugasan(1)) == 1


def test_who_is_missing_is_marked_kept_and_still_counted(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), kantor.orang(2), per=BULAN_LALU)

    hasil = kantor.impor(kantor.orang(2), per=PER)

    assert hasil.keluar == 1
    assert [(p.macam, p.kunci) for p in hasil.rincian] == [("keluar", siasn.nip(1))]
    assert orang_ke(1).hilang_sejak == PER
    assert Formasi.objects.get().isi_pns == 2
    assert Peristiwa.objects.filter(tindakan="pegawai.pegawai.hilang").count() == 1


def test_who_stays_missing_keeps_the_first_day(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), kantor.orang(2), per=BULAN_LALU)
    kantor.impor(kantor.orang(2), per=PER)

    hasil = kantor.impor(kantor.orang(2), per=BULAN_DEPAN)

    assert hasil.keluar == 1
    assert orang_ke(1).hilang_sejak == PER
    assert Peristiwa.objects.filter(tindakan="pegawai.pegawai.hilang").count() == 1


def test_who_is_back_is_no_longer_missing(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), kantor.orang(2), per=BULAN_LALU)
    kantor.impor(kantor.orang(2), per=PER)

    hasil = kantor.impor(kantor.orang(1), kantor.orang(2), per=BULAN_DEPAN)

    assert (hasil.sama, hasil.keluar) == (2, 0)
    assert (orang_ke(1).hilang_sejak, orang_ke(1).dilihat_pada) == (None, BULAN_DEPAN)
    assert Peristiwa.objects.filter(tindakan="pegawai.pegawai.kembali").count() == 1


def test_who_stands_in_a_refused_row_is_not_missing(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), kantor.orang(2), per=BULAN_LALU)

    hasil = kantor.impor(kantor.orang(1, NAMA=""), kantor.orang(2), per=PER)

    assert (hasil.ditolak, hasil.keluar) == (1, 0)
    assert (orang_ke(1).nama, orang_ke(1).hilang_sejak) == (siasn.nama(1), None)


def test_who_has_ended_is_not_reported_missing(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), kantor.orang(2), per=BULAN_LALU)
    Pegawai.objects.filter(nip=siasn.nip(1)).update(berhenti=BULAN_LALU)

    assert kantor.impor(kantor.orang(2), per=PER).keluar == 0


def test_a_file_touches_its_own_status_only(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1), per=BULAN_LALU)

    hasil = kantor.impor(siasn.orang(2, status="PPPK"), per=PER)

    assert (hasil.baru, hasil.keluar) == (1, 0)
    assert (orang_ke(1).hilang_sejak, orang_ke(1).dilihat_pada) == (None, BULAN_LALU)


def test_a_number_that_moves_to_another_status_is_the_same_person(kantor: Kantor) -> None:
    pw = siasn.orang(1, status="PPPK_PW")
    kantor.impor(pw, per=BULAN_LALU)

    penuh = siasn.orang(1, status="PPPK")
    hasil = kantor.impor(penuh, per=PER)

    assert (hasil.baru, hasil.berubah) == (0, 1)
    orang = Pegawai.objects.get()
    assert (orang.status, str(orang.golongan)) == ("PPPK", "IX")
    baris = RiwayatStatus.objects.order_by("pk").values_list("status", "selesai")
    assert list(baris) == [("PPPK_PW", PER), ("PPPK", None)]


def test_an_older_file_is_refused_with_its_reason_and_writes_nothing(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, NAMA="BARU"), per=PER)
    berkas = kantor.berkas([kantor.orang(1, NAMA="LAMA")])

    with pytest.raises(WrongMoment, match="terakhir yang diterapkan berlaku per 01-06-2026"):
        kantor.terapkan(berkas, per=BULAN_LALU)

    assert orang_ke(1).nama == "BARU"
    assert "01-06-2026" in kantor.periksa(berkas, per=BULAN_LALU).catatan[-1]


def test_a_second_file_of_the_same_day_ends_what_the_first_began(kantor: Kantor) -> None:
    kantor.impor(kantor.orang(1, TMT_JABATAN=date(2026, 8, 1)), per=PER)

    kantor.impor(kantor.orang(1, **kantor.di(kantor.sd2)), per=PER)

    assert [(p.mulai, p.selesai) for p in penugasan(1)] == [(PER, PER), (PER, None)]


def test_a_unit_that_joins_the_tree_gets_its_people_at_the_next_import(kantor: Kantor) -> None:
    asing = {"UNOR_ID": "abc123", "UNOR_NAMA": "SD Negeri 3 - Dinas"}
    kantor.impor(kantor.orang(1, **asing), per=BULAN_LALU)
    sd3 = unit("SD Negeri 3", induk=kantor.sd1.induk, siasn_id="abc123")

    hasil = kantor.impor(kantor.orang(1, **asing), per=PER)

    assert hasil.sama == 1
    assert (orang_ke(1).unit, penugasan(1)[0].unit) == (sd3, sd3)
    assert Formasi.objects.get(unit=sd3).isi_pns == 1
