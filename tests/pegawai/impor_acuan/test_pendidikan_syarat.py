"""Kinds ``pendidikan`` and ``syarat-jabatan``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from organisasi.services.impor import hasil_json
from pegawai.models import Jabatan, Pendidikan, TingkatPendidikan
from tests.factories.pegawai import jabatan
from tests.helpers.berkas_impor import alamat, berkas, isi_tabel, jumlah, periksa, terapkan
from tests.helpers.xlsx import simpan
from toolkit.tabular import BerkasDitolak

pytestmark = pytest.mark.django_db

STUDI = ("id", "tingkatPendidikanId", "nama", "status")
PROFIL = (
    "Nama Jabatan Fungsional", "Jenjang", "Dasar Hukum", "Pendidikan_Pengangkatan_Pertama",
    "Pendidikan_Perpindahan", "Golongan Ruang Awal", "Kedudukan", "Pengisian ASN",
)  # fmt: skip
ARSIPARIS = (
    "Arsiparis", "Ahli Pertama", "PermenPANRB 1/2020", "sarjana", "magister", "III/a",
    "instansi pusat dan daerah", "PNS dan PPPK",
)  # fmt: skip


def test_list_of_studies_is_read_with_levels(tmp_path: Path) -> None:
    teks = "id,tingkatPendidikanId,nama,status\nP1,05,SEKOLAH DASAR,1\nP2,47,SPESIALIS ANAK,0\n"

    hasil = terapkan("pendidikan", simpan(tmp_path, teks, "p.csv"))

    assert jumlah(hasil) == (2, 0, 2, 0, 0, 0)
    rows = Pendidikan.objects.order_by("siasn_id").values_list("tingkat__nama", "nama", "aktif")
    assert list(rows) == [("SD", "SEKOLAH DASAR", True), ("Spesialis", "SPESIALIS ANAK", False)]


def test_unknown_level_is_kept_as_unknown_with_a_warning(tmp_path: Path) -> None:
    hasil = terapkan("pendidikan", berkas(tmp_path, STUDI, ("P1", "88", "STUDI BARU", "1")))

    assert alamat(hasil.peringatan) == [(2, "tingkatPendidikanId", "tingkat_tidak_dikenal")]
    assert Pendidikan.objects.get().tingkat is None


def test_same_list_again_changes_nothing_and_a_new_one_says_what(tmp_path: Path) -> None:
    path = berkas(tmp_path, STUDI, ("P1", "40", "S-1 HUKUM", "1"), ("P2", "40", "S-1 SENI", "1"))
    terapkan("pendidikan", path)

    assert jumlah(terapkan("pendidikan", path)) == (2, 0, 0, 0, 2, 0)
    hasil = terapkan("pendidikan", berkas(tmp_path, STUDI, ("p1", "45", "S-2 HUKUM", "0")))

    assert jumlah(hasil) == (1, 0, 0, 1, 0, 1)
    assert hasil.perubahan == {"nama": 1, "tingkatPendidikanId": 1, "status": 1}
    jejak = Peristiwa.objects.get(tindakan="pegawai.pendidikan.diubah")
    isi = IsiPeristiwa.objects.get(urutan=jejak.urutan).data
    assert isi["sebelum"] == {"aktif": True, "nama": "S-1 HUKUM", "tingkat": "S-1"}
    assert isi["sesudah"] == {"aktif": False, "nama": "S-2 HUKUM", "tingkat": "S-2"}


def test_second_row_of_one_study_is_refused(tmp_path: Path) -> None:
    hasil = periksa(
        "pendidikan", berkas(tmp_path, STUDI, ("P1", "40", "A", "1"), ("p1", "40", "B", "1"))
    )

    assert alamat(hasil.galat) == [(3, "id", "id_ganda")]


def test_profile_of_bkn_finds_its_jabatan_by_name_and_level(tmp_path: Path) -> None:
    arsiparis = jabatan("Arsiparis Ahli Pertama", jenjang="PT", rumpun="Arsiparis")

    hasil = terapkan("syarat-jabatan", berkas(tmp_path, PROFIL, ARSIPARIS))

    arsiparis.refresh_from_db()
    assert jumlah(hasil) == (1, 0, 0, 1, 0, 0)
    assert arsiparis.pendidikan_minimal == TingkatPendidikan.objects.get(kode="45")
    assert (arsiparis.bidang_pendidikan, arsiparis.dasar) == ("magister", "PermenPANRB 1/2020")
    assert (arsiparis.kedudukan, arsiparis.pengisian) == (
        "instansi pusat dan daerah", "PNS dan PPPK",
    )  # fmt: skip
    assert (arsiparis.pangkat_terendah, arsiparis.pangkat_tertinggi) == ("III/a", "III/b")


def test_profile_again_changes_nothing(tmp_path: Path) -> None:
    jabatan("Arsiparis Ahli Pertama", jenjang="PT", rumpun="Arsiparis")
    path = berkas(tmp_path, PROFIL, ARSIPARIS)
    terapkan("syarat-jabatan", path)

    assert jumlah(terapkan("syarat-jabatan", path)) == (1, 0, 0, 0, 1, 0)


def test_profile_rows_nobody_can_use_are_refused_each_for_its_reason(tmp_path: Path) -> None:
    jabatan("Arsiparis Ahli Pertama", jenjang="PT", rumpun="Arsiparis")

    hasil = terapkan(
        "syarat-jabatan",
        berkas(
            tmp_path, PROFIL, ARSIPARIS, ARSIPARIS,
            ("Juru Ramal", "Ahli Muda"), ("Arsiparis", ""), ("Arsiparis", "Pelaksana"),
        ),
    )  # fmt: skip

    assert alamat(hasil.galat) == [
        (3, "Nama Jabatan Fungsional", "jabatan_ganda"),
        (4, "Nama Jabatan Fungsional", "jabatan_tidak_dikenal"),
        (5, "Jenjang", "wajib_kosong"),
        (6, "Jenjang", "jenjang_tidak_dikenal"),
    ]


def test_sentence_without_a_certain_level_is_kept_with_a_warning(tmp_path: Path) -> None:
    satu = jabatan("Arsiparis Ahli Pertama", jenjang="PT", rumpun="Arsiparis")
    baris = ("Arsiparis", "Ahli Pertama", "", "sesuai ketentuan", "", "", "", "")

    hasil = terapkan("syarat-jabatan", berkas(tmp_path, PROFIL, baris))

    satu.refresh_from_db()
    assert alamat(hasil.peringatan) == [(2, "Pendidikan_Perpindahan", "tingkat_tidak_terbaca")]
    assert (satu.pendidikan_minimal, satu.bidang_pendidikan) == (None, "sesuai ketentuan")


def test_our_template_changes_only_the_columns_it_has(tmp_path: Path) -> None:
    satu = jabatan("Guru Ahli Muda", siasn_id="F1", bup=60)
    Jabatan.objects.update(pangkat_terendah="III/c", pengalaman="2 tahun")

    hasil = terapkan(
        "syarat-jabatan",
        berkas(
            tmp_path, ("JABATAN ID", "TINGKAT PENDIDIKAN ID", "PENGALAMAN", "KELAS JABATAN"),
            ("f1", "40", "", 9),
        ),
    )  # fmt: skip

    satu.refresh_from_db()
    assert hasil.perubahan == {"TINGKAT PENDIDIKAN ID": 1, "PENGALAMAN": 1, "KELAS JABATAN": 1}
    assert (satu.pendidikan_minimal and satu.pendidikan_minimal.nama, satu.kelas) == ("S-1", 9)
    assert (satu.pengalaman, satu.pangkat_terendah, satu.bup) == ("", "III/c", 60)


@pytest.mark.parametrize(
    ("kolom", "nilai", "kode"),
    [
        ("PANGKAT TERENDAH", "III/e", "golongan_tidak_dikenal"),
        ("TINGKAT PENDIDIKAN ID", "88", "tingkat_tidak_dikenal"),
        ("BUP", "20", "bup_tak_wajar"),
        ("KELAS JABATAN", "18", "kelas_tak_wajar"),
    ],
)
def test_template_refuses_what_no_law_knows(
    tmp_path: Path, kolom: str, nilai: str, kode: str
) -> None:
    jabatan("Guru Ahli Muda", siasn_id="F1")

    hasil = periksa("syarat-jabatan", berkas(tmp_path, ("JABATAN ID", kolom), ("F1", nilai)))

    assert alamat(hasil.galat) == [(2, kolom, kode)]


def test_template_refuses_an_unknown_jabatan(tmp_path: Path) -> None:
    hasil = periksa("syarat-jabatan", berkas(tmp_path, ("JABATAN ID", "BUP"), ("ZZ", "58")))

    assert alamat(hasil.galat) == [(2, "JABATAN ID", "jabatan_tidak_dikenal")]


def test_missing_columns_are_named_for_the_layout_the_file_has(tmp_path: Path) -> None:
    jabatan("Arsiparis Ahli Pertama", jenjang="PT", rumpun="Arsiparis")
    profil = periksa("syarat-jabatan", berkas(tmp_path, PROFIL[:-1], ARSIPARIS[:-1]))

    assert hasil_json(profil, diterapkan=False)["kolom_hilang"] == ["Pengisian ASN"]


def test_file_of_neither_layout_is_refused_as_a_whole(tmp_path: Path) -> None:
    path = berkas(tmp_path, ("BUP", "PENGALAMAN"), ("58", "x"))

    with pytest.raises(BerkasDitolak, match="Kepala tabel harus memuat JABATAN ID"):
        periksa("syarat-jabatan", path)


@pytest.mark.parametrize(
    ("kode", "kepala", "baris"),
    [("pendidikan", STUDI, ("P1", "40", "S-1", "1")), ("syarat-jabatan", PROFIL, ARSIPARIS)],
)
def test_looking_writes_nothing(tmp_path: Path, kode: str, kepala: Any, baris: Any) -> None:
    jabatan("Arsiparis Ahli Pertama", jenjang="PT", rumpun="Arsiparis")
    sebelum = isi_tabel()

    periksa(kode, berkas(tmp_path, kepala, baris))

    assert isi_tabel() == sebelum
