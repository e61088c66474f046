"""The import machine: who may, what is written, what comes back."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from jejak.models import IsiPeristiwa, Peristiwa
from organisasi import tindakan
from organisasi.impor import JENIS, Dibatalkan, Hasil, Konteks
from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from organisasi.services.impor import hasil_json, refused_workbook, terapkan_berkas, tulis_templat
from tests.factories.organisasi import kabupaten, pengguna, unit
from tests.helpers.berkas_impor import (
    HARI_INI,
    berkas,
    isi_tabel,
    jumlah,
    periksa,
    sistem,
    terapkan,
)
from tests.helpers.serentak import serentak
from tests.helpers.xlsx import Rumus
from toolkit.policy import NotAllowed
from toolkit.tabular import BerkasDitolak

pytestmark = pytest.mark.django_db

KEPALA = ("ID", "NAMA_UNOR", "ID_ATASAN")
AKAR = ("A1", "Pemerintah Kabupaten Contoh", "")
YATIM = ("X1", "Unit yatim", "Z9")


@pytest.mark.parametrize("kerja", [periksa, terapkan], ids=["look", "apply"])
def test_without_the_right_over_the_whole_agency_nobody_imports(
    tmp_path: Path, kerja: Any, pada_hari_ini: Any
) -> None:
    sebagian = pengguna(Peran.BAGIAN_ORGANISASI, unit=kabupaten()["disdik"])
    sebelum = isi_tabel()

    with pytest.raises(NotAllowed, match="Anda tidak berhak mengimpor berkas ini"):
        kerja("unor", berkas(tmp_path, KEPALA, AKAR), oleh=sebagian)

    assert isi_tabel() == sebelum


def test_right_over_the_whole_agency_is_enough(tmp_path: Path, pada_hari_ini: Any) -> None:
    analis = pengguna(Peran.ANALIS_BKD)

    hasil = terapkan("unor", berkas(tmp_path, KEPALA, AKAR), oleh=analis)

    assert hasil.baru == 1
    assert Peristiwa.objects.latest("urutan").pelaku_id == analis.sebagai_pelaku().id


def test_trace_of_the_act_names_file_fingerprint_day_and_counts(tmp_path: Path) -> None:
    path = berkas(tmp_path, KEPALA, AKAR, YATIM)

    terapkan("unor", path, nama_berkas="unduhan juni.xlsx")

    terakhir = Peristiwa.objects.latest("urutan")
    isi = IsiPeristiwa.objects.get(urutan=terakhir.urutan).data
    assert terakhir.tindakan == tindakan.IMPOR_DITERAPKAN.kode
    assert isi["objek_nama"] == "unduhan juni.xlsx"
    assert isi["sesudah"] == {
        "jenis": "unor",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "per": "2026-06-01",
        "parameter": {},
        "baris": 2,
        "diterima": 1,
        "ditolak": 1,
        "baru": 1,
        "berubah": 0,
        "sama": 0,
        "keluar": 0,
    }


def test_result_has_exactly_the_keys_others_rely_on(tmp_path: Path) -> None:
    path = berkas(tmp_path, ("ID", "NAMA_UNOR", "ID_ATASAN", "CATATAN"), (*AKAR, "x"), YATIM)

    hasil = hasil_json(periksa("unor", path), diterapkan=False)

    assert {k: v for k, v in hasil.items() if k not in {"galat", "catatan"}} == {
        "jenis": "unor",
        "berkas": "uji.xlsx",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "per": "2026-06-01",
        "diterapkan": False,
        "baris": 2,
        "diterima": 1,
        "ditolak": 1,
        "baru": 1,
        "berubah": 0,
        "sama": 0,
        "keluar": 0,
        "perubahan": {},
        "peringatan": [],
        "kolom_hilang": [],
        "kolom_asing": ["CATATAN"],
    }
    assert hasil["galat"] == [
        {
            "baris": 3,
            "kolom": "ID_ATASAN",
            "nilai": "Z9",
            "kode": "atasan_tidak_dikenal",
            "pesan": "Unit atasannya tidak ada di berkas ini dan belum tercatat.",
        }
    ]


def test_file_is_looked_at_again_when_somebody_acted_while_it_was_read(
    tmp_path: Path,
) -> None:
    path = berkas(tmp_path, KEPALA, AKAR, ("B1", "Dinas", "A1"))
    lihat: list[int] = []

    def periksa_lambat(tabel: Any, konteks: Konteks) -> Hasil:
        hasil = asli.periksa(tabel, konteks)
        lihat.append(hasil.baru)
        if len(lihat) == 1:
            terapkan_berkas(path, asli, per=HARI_INI, oleh=sistem())
        return hasil

    asli = JENIS["unor"]
    hasil = terapkan_berkas(
        path, replace(asli, periksa=periksa_lambat), per=HARI_INI, oleh=sistem()
    )

    assert lihat == [2, 0]
    assert (hasil.baru, hasil.sama) == (0, 2)
    assert UnitKerja.objects.count() == 2


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_take_turns(tmp_path: Path) -> None:
    Pengguna.objects.get_or_create(nama_pengguna="sistem", defaults={"teknis": True})
    path = berkas(tmp_path, KEPALA, AKAR, ("B1", "Dinas", "A1"))

    hasil = serentak(lambda: terapkan("unor", path), lambda: terapkan("unor", path))

    assert sorted((h.baru, h.sama) for h in hasil) == [(0, 2), (2, 0)]
    assert UnitKerja.objects.count() == 2


def test_failure_while_applying_undoes_everything(tmp_path: Path) -> None:
    def gagal(hasil: Hasil, konteks: Konteks) -> None:
        JENIS["unor"].terapkan(hasil, konteks)
        raise Dibatalkan

    sebelum = isi_tabel()

    with pytest.raises(Dibatalkan):
        terapkan_berkas(
            berkas(tmp_path, KEPALA, AKAR), replace(JENIS["unor"], terapkan=gagal),
            per=HARI_INI, oleh=sistem(),
        )  # fmt: skip

    assert isi_tabel() == sebelum


def test_pressing_stop_while_reading_writes_nothing(tmp_path: Path) -> None:
    def berhenti(persen: int, langkah: str) -> None:
        raise Dibatalkan

    sebelum = isi_tabel()

    with pytest.raises(Dibatalkan):
        terapkan("unor", berkas(tmp_path, KEPALA, AKAR), kemajuan=berhenti)

    assert isi_tabel() == sebelum


def test_refused_rows_come_back_as_a_workbook_that_can_be_mended_and_imported(
    tmp_path: Path,
) -> None:
    path = berkas(tmp_path, KEPALA, AKAR, YATIM, ("", "Tanpa ID", "A1"))
    hasil = terapkan("unor", path)
    tujuan = tmp_path / "ditolak.xlsx"

    assert refused_workbook(hasil, path, JENIS["unor"], tujuan) == 2

    rows = CalamineWorkbook.from_path(tujuan).get_sheet_by_index(0).to_python()
    assert rows[0] == ["ALASAN DITOLAK", *KEPALA]
    assert rows[1][0] == ("ID_ATASAN: Unit atasannya tidak ada di berkas ini dan belum tercatat.")
    assert rows[2] == ["ID: ID wajib diisi.", "", "Tanpa ID", "A1"]
    diperbaiki = berkas(
        tmp_path, rows[0], ["", "X1", "Unit yatim", "A1"], ["", "X2", "Tanpa ID", "A1"],
        nama="diperbaiki.xlsx",
    )  # fmt: skip
    assert terapkan("unor", diperbaiki).baru == 2


def test_unknown_layout_is_read_with_the_matching_a_person_gave(tmp_path: Path) -> None:
    path = berkas(tmp_path, ("KODE", "NAMA UNIT", "INDUK"), ("A1", "Pemda Contoh", ""))

    with pytest.raises(BerkasDitolak, match="Kepala tabel tidak ditemukan"):
        periksa("unor", path)
    hasil = periksa(
        "unor", path,
        pemetaan={"KODE": "ID", "NAMA UNIT": "NAMA_UNOR", "INDUK": "ID_ATASAN"},
    )  # fmt: skip

    assert hasil.diterima == 1


def test_header_below_title_rows_is_found_and_said(tmp_path: Path) -> None:
    path = berkas(tmp_path, ("Hierarki Unor",), (), KEPALA, AKAR)

    hasil = periksa("unor", path)

    assert (hasil.baris, hasil.catatan) == (1, ["Kepala tabel ditemukan di baris 3."])


def test_row_with_a_formula_is_refused_at_its_cell(tmp_path: Path) -> None:
    path = berkas(tmp_path, KEPALA, AKAR, (Rumus('"B"&1', "B1"), "Dinas", "A1"))

    hasil = periksa("unor", path)

    assert [(m.baris, m.kolom, m.kode) for m in hasil.galat] == [(3, "ID", "sel_rumus")]


@pytest.mark.parametrize("kode", sorted(JENIS))
def test_template_of_every_kind_can_be_read_back_by_that_kind(tmp_path: Path, kode: str) -> None:
    unit("Pemerintah Kabupaten Contoh", siasn_id="A1")
    tujuan = tmp_path / "templat.xlsx"

    baris = tulis_templat(JENIS[kode], tujuan)

    if baris:
        hasil = periksa(kode, tujuan, parameter={"tahun": "2025"})
        assert jumlah(hasil) == (baris, 0, 0, 0, baris, 0)
    else:
        # A kind that finds its own table finds none in an empty book.
        kalimat = "lembar dengan kolom nama jabatan" if JENIS[kode].cari_tabel else "baris data"
        with pytest.raises(BerkasDitolak, match=f"Tidak ada {kalimat}"):
            periksa(kode, tujuan, parameter={"tahun": "2025"})
