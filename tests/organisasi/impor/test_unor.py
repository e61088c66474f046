"""Kind ``unor``: the hierarchy of units."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jejak.models import Peristiwa
from organisasi.izin import Izin, Peran
from organisasi.models import Instansi, Jangkauan, JenisUnit, UnitKerja
from tests.factories.organisasi import pengguna, unit
from tests.helpers.berkas_impor import alamat, berkas, isi_tabel, jumlah, periksa, terapkan
from tests.helpers.xlsx import simpan
from toolkit.tabular import BerkasDitolak

pytestmark = pytest.mark.django_db

PER = date(2026, 6, 1)
KEPALA = ("ID", "NAMA_UNOR", "ID_ATASAN")
AKAR = ("A1", "Pemerintah Kabupaten Contoh", "")
DINAS = ("B1", "      Dinas Pendidikan", "A1")
SD = ("C1", "            SD Negeri 1 Contoh", "B1")


def _unit(kode: str) -> UnitKerja:
    return UnitKerja.objects.select_related("induk", "opd").get(siasn_id=kode)


def test_first_file_opens_every_unit_and_names_the_agency(tmp_path: Path) -> None:
    hasil = terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS, SD))

    assert jumlah(hasil) == (3, 0, 3, 0, 0, 0)
    sd = _unit("C1")
    assert (sd.nama, sd.induk, sd.opd) == ("SD Negeri 1 Contoh", _unit("B1"), _unit("B1"))
    assert (sd.tingkat, sd.jenis, sd.dibuka) == (2, JenisUnit.SEKOLAH_SD, None)
    assert Instansi.objects.get().nama == "Kabupaten Contoh"
    assert Instansi.objects.get().akar == _unit("A1")


def test_parents_may_come_after_their_children(tmp_path: Path) -> None:
    terapkan("unor", berkas(tmp_path, KEPALA, SD, DINAS, AKAR))

    assert _unit("C1").induk == _unit("B1")
    assert _unit("B1").induk == _unit("A1")


def test_same_file_again_changes_nothing_even_with_ids_in_another_case(tmp_path: Path) -> None:
    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS, SD))

    huruf_kecil = [(i.lower(), n, a.lower()) for i, n, a in (AKAR, DINAS, SD)]
    hasil = terapkan("unor", berkas(tmp_path, KEPALA, *huruf_kecil))

    assert jumlah(hasil) == (3, 0, 0, 0, 3, 0)
    assert _unit("C1").siasn_id == "C1"


def test_later_file_renames_moves_opens_and_reports_the_missing(tmp_path: Path) -> None:
    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS, SD))
    baru = berkas(
        tmp_path, KEPALA, AKAR,
        ("B1", "      Dinas Pendidikan dan Kebudayaan", "A1"),
        ("D1", "      Badan Kepegawaian", "A1"),
    )  # fmt: skip

    hasil = terapkan("unor", baru, per=date(2026, 7, 1))

    assert jumlah(hasil) == (3, 0, 1, 1, 1, 1)
    assert hasil.perubahan == {"NAMA_UNOR": 1}
    rincian = {p.macam: (p.kunci, p.rincian) for p in hasil.rincian}
    assert rincian == {
        "berubah": ("b1", (("NAMA_UNOR", "Dinas Pendidikan", "Dinas Pendidikan dan Kebudayaan"),)),
        "baru": ("d1", ()),
        "keluar": ("c1", ()),
    }
    assert _unit("D1").dibuka == date(2026, 7, 1)
    assert _unit("C1").ditutup is None


def test_moved_unit_takes_its_subtree_along(tmp_path: Path) -> None:
    badan = ("D1", "      Badan Kepegawaian", "A1")
    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS, SD, badan))

    hasil = terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS, (SD[0], SD[1], "D1"), badan))

    assert hasil.perubahan == {"ID_ATASAN": 1}
    assert _unit("C1").opd == _unit("D1")
    assert UnitKerja.objects.di_bawah(_unit("D1")).filter(siasn_id="C1").exists()


def test_kind_corrected_by_hand_outlives_a_new_name(tmp_path: Path) -> None:
    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS, SD))
    UnitKerja.objects.filter(siasn_id="B1").update(jenis=JenisUnit.UPT, jenis_dikoreksi=True)

    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, ("B1", "Badan Baru", "A1"), SD))

    assert (_unit("B1").nama, _unit("B1").jenis) == ("Badan Baru", JenisUnit.UPT)


def test_dashes_of_the_text_form_are_levels_and_the_rest_is_the_name(tmp_path: Path) -> None:
    teks = (
        "Id;NamaUnor;DiatasanId\n"
        "a1;Pemerintah Provinsi Contoh;\n"
        "b1;--Dinas Pendidikan;a1\n"
        "c1;----Bidang Guru;b1\n"
        "c2;-----Tanpa Nama;b1\n"
    )

    hasil = terapkan("unor", simpan(tmp_path, teks, "unor.csv"))

    assert _unit("c1").nama == "Bidang Guru"
    assert _unit("c2").nama == "-Tanpa Nama"
    assert alamat(hasil.peringatan) == [(5, "NAMA_UNOR", "teks_mirip_rumus")]


@pytest.mark.parametrize(
    ("baris", "ditolak"),
    [
        pytest.param(
            [AKAR, DINAS, ("B1", "Dinas Ganda", "A1")], [(4, "ID", "id_ganda")], id="twice"
        ),
        pytest.param(
            [AKAR, ("X1", "Yatim", "Z9"), ("X2", "Anak", "X1")],
            [(3, "ID_ATASAN", "atasan_tidak_dikenal"), (4, "ID_ATASAN", "atasan_ditolak")],
            id="orphan and what stands below it",
        ),
        pytest.param(
            [AKAR, ("X1", "Satu", "X2"), ("X2", "Dua", "X1"), ("X3", "Tiga", "X2")],
            [
                (3, "ID_ATASAN", "atasan_melingkar"),
                (4, "ID_ATASAN", "atasan_melingkar"),
                (5, "ID_ATASAN", "atasan_ditolak"),
            ],
            id="circle and what hangs on it",
        ),
        pytest.param([AKAR, ("", "Tanpa ID", "A1")], [(3, "ID", "wajib_kosong")], id="no id"),
        pytest.param(
            [AKAR, ("B1", "", "A1"), SD],
            [(3, "NAMA_UNOR", "wajib_kosong"), (4, "ID_ATASAN", "atasan_ditolak")],
            id="no name, and its child",
        ),
    ],
)
def test_rows_that_cannot_be_placed_are_refused(
    tmp_path: Path, baris: list[Any], ditolak: list[Any]
) -> None:
    hasil = terapkan("unor", berkas(tmp_path, KEPALA, *baris))

    assert alamat(hasil.galat) == ditolak
    assert hasil.diterima == UnitKerja.objects.count() == len(baris) - len(ditolak)


def test_second_row_of_a_unit_names_the_first(tmp_path: Path) -> None:
    hasil = periksa("unor", berkas(tmp_path, KEPALA, AKAR, DINAS, ("b1", "Lain", "A1")))

    assert hasil.galat[0].pesan == "Unit ini sudah ada di baris 3; baris itu yang dipakai."


def test_unit_pointing_to_itself_is_put_below_the_root_with_a_warning(tmp_path: Path) -> None:
    hasil = terapkan("unor", berkas(tmp_path, KEPALA, AKAR, ("B1", "Dinas", "B1")))

    assert alamat(hasil.peringatan) == [(3, "ID_ATASAN", "atasan_diri_sendiri")]
    assert _unit("B1").induk == _unit("A1")


def test_second_root_is_accepted_with_a_warning(tmp_path: Path) -> None:
    hasil = terapkan("unor", berkas(tmp_path, KEPALA, AKAR, ("A2", "Akar lain", "")))

    assert alamat(hasil.peringatan) == [(3, "ID_ATASAN", "akar_ganda")]
    assert UnitKerja.objects.filter(induk__isnull=True).count() == 2


def test_an_office_that_lost_its_parent_gives_its_operator_no_more_reach(tmp_path: Path) -> None:
    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS, ("C1", "Bagian Umum", "A1")))
    operator = pengguna(Peran.OPERATOR_OPD, unit=_unit("C1"))
    lepas = berkas(tmp_path, KEPALA, AKAR, DINAS, ("C1", "Bagian Umum", ""))

    terapkan("unor", lepas)

    jangkauan = Jangkauan.milik(operator, Izin.PEGAWAI_LIHAT, per=PER)
    assert not jangkauan.semua
    assert jangkauan.memuat(_unit("C1").kiri)
    assert not jangkauan.memuat(_unit("B1").kiri)


def test_the_largest_tree_of_a_first_file_is_the_agency(tmp_path: Path) -> None:
    terapkan("unor", berkas(tmp_path, KEPALA, ("Z9", "Aneka", ""), AKAR, DINAS))

    assert Instansi.objects.get().akar == _unit("A1")
    assert (_unit("A1").kiri, _unit("Z9").kiri) == (1, 3)


def test_hierarchy_of_another_agency_is_refused_as_a_whole(tmp_path: Path) -> None:
    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS))
    lain = berkas(tmp_path, KEPALA, ("Z1", "Pemerintah Kota Lain", ""), ("Z2", "Dinas", "Z1"))

    with pytest.raises(BerkasDitolak, match="berakar pada Pemerintah Kota Lain, bukan Pemerintah"):
        periksa("unor", lain)


def test_part_of_the_tree_may_hang_on_a_registered_unit(tmp_path: Path) -> None:
    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS))

    terapkan("unor", berkas(tmp_path, KEPALA, ("C2", "Bidang Guru", "B1")))

    assert _unit("C2").opd == _unit("B1")


def test_unit_that_was_closed_is_mentioned_and_stays_closed(tmp_path: Path) -> None:
    akar = unit("Pemerintah Kabupaten Contoh", siasn_id="A1")
    UnitKerja.objects.filter(pk=akar.pk).update(ditutup=date(2026, 1, 1))

    hasil = terapkan("unor", berkas(tmp_path, KEPALA, AKAR))

    assert alamat(hasil.peringatan) == [(2, "ID", "unor_sudah_ditutup")]
    assert _unit("A1").ditutup == date(2026, 1, 1)


def test_looking_writes_nothing(tmp_path: Path) -> None:
    sebelum = isi_tabel()

    periksa("unor", berkas(tmp_path, KEPALA, AKAR, DINAS, SD))

    assert isi_tabel() == sebelum


def test_trail_holds_one_entry_per_unit_and_one_for_the_file(tmp_path: Path) -> None:
    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS))
    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, ("B1", "Dinas Baru", "A1")))

    assert list(Peristiwa.objects.order_by("urutan").values_list("tindakan", flat=True)) == [
        "organisasi.unit.dicatat",
        "organisasi.unit.dicatat",
        "organisasi.impor.diterapkan",
        "organisasi.unit.diubah",
        "organisasi.impor.diterapkan",
    ]


def test_chain_of_a_thousand_units_is_read_without_recursion(tmp_path: Path) -> None:
    rantai = [(f"U{i}", f"Unit {i}", f"U{i - 1}" if i else "") for i in range(1_500)]

    hasil = periksa("unor", berkas(tmp_path, KEPALA, *reversed(rantai)))

    assert hasil.diterima == 1_500


def test_a_partial_file_closes_no_circle_with_the_register(tmp_path: Path) -> None:
    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS, SD))

    hasil = terapkan("unor", berkas(tmp_path, KEPALA, ("B1", "Dinas Pendidikan", "C1")))

    assert [(p.baris, p.kolom, p.kode) for p in hasil.galat] == [
        (2, "ID_ATASAN", "atasan_melingkar")
    ]
    assert _unit("B1").induk == _unit("A1")


def test_a_refused_row_closes_a_circle_where_the_register_keeps_it(tmp_path: Path) -> None:
    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS, SD, ("D1", "Kelas Jauh", "C1")))

    # The school would leave, but its row is refused; so the office cannot move below its class.
    hasil = terapkan(
        "unor",
        berkas(tmp_path, KEPALA, ("C1", "", "A1"), ("B1", "Dinas Pendidikan", "D1")),
    )

    assert [(p.baris, p.kode) for p in hasil.galat] == [
        (2, "wajib_kosong"),
        (3, "atasan_melingkar"),
    ]
    assert _unit("B1").induk == _unit("A1")


def test_a_partial_file_may_turn_the_register_around(tmp_path: Path) -> None:
    terapkan("unor", berkas(tmp_path, KEPALA, AKAR, DINAS, SD))

    hasil = terapkan(
        "unor",
        berkas(tmp_path, KEPALA, ("C1", "SD Negeri 1 Contoh", "A1"), ("B1", "Dinas", "C1")),
    )

    assert hasil.galat == []
    assert (_unit("C1").induk, _unit("B1").induk) == (_unit("A1"), _unit("C1"))
