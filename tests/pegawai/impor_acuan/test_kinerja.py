"""Kind ``kinerja``: the predicates of one year."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from pegawai.models import Identitas, Pegawai, RiwayatKinerja
from tests.factories.pegawai import pegawai
from tests.helpers.berkas_impor import alamat, berkas, isi_tabel, jumlah, periksa, terapkan
from tests.helpers.xlsx import simpan
from toolkit.tabular import BerkasDitolak

pytestmark = pytest.mark.django_db

KEPALA = ("NIP", "HASIL KERJA", "PERILAKU KERJA", "PREDIKAT KINERJA")
SESUAI = "SESUAI EKSPEKTASI"
TAHUN = {"tahun": "2025"}


@pytest.fixture
def siti() -> Pegawai:
    return pegawai("SITI RAHMA")


def test_predicate_of_the_year_is_kept_with_its_ratings(tmp_path: Path, siti: Pegawai) -> None:
    teks = f"NIP;HASIL KERJA;PERILAKU KERJA;PREDIKAT KINERJA\n{siti.nip};{SESUAI};{SESUAI};BAIK\n"

    hasil = terapkan("kinerja", simpan(tmp_path, teks, "k.csv"), parameter=TAHUN)

    assert jumlah(hasil) == (1, 0, 1, 0, 0, 0)
    satu = RiwayatKinerja.objects.get()
    assert (satu.pegawai, satu.tahun, satu.predikat) == (siti, 2025, "BAIK")
    assert (satu.hasil, satu.perilaku, satu.bertentangan) == (SESUAI, SESUAI, False)


@pytest.mark.parametrize(
    ("hasil_kerja", "perilaku", "predikat"),
    [
        ("DIATAS ESPEKTASI", "di atas ekspektasi", "Sangat Baik"),
        pytest.param("1", 1.0, "1", id="SIASN's digits"),
        ("DI  ATAS EKSPEKTASI", "DIATAS EKSPEKTASI", "SANGAT  BAIK"),
    ],
)
def test_spellings_of_one_rating_are_one(
    tmp_path: Path, siti: Pegawai, hasil_kerja: str, perilaku: object, predikat: str
) -> None:
    path = berkas(tmp_path, KEPALA, (siti.nip, hasil_kerja, perilaku, predikat))

    hasil = terapkan("kinerja", path, parameter=TAHUN)

    satu = RiwayatKinerja.objects.get()
    assert (satu.hasil, satu.perilaku, satu.predikat) == (
        "DI ATAS EKSPEKTASI", "DI ATAS EKSPEKTASI", "SANGAT BAIK",
    )  # fmt: skip
    assert not hasil.peringatan


def test_contradictory_predicate_is_kept_as_printed_and_marked(
    tmp_path: Path, siti: Pegawai
) -> None:
    path = berkas(tmp_path, KEPALA, (siti.nip, SESUAI, SESUAI, "SANGAT BAIK"))

    hasil = terapkan("kinerja", path, parameter=TAHUN)

    assert alamat(hasil.peringatan) == [(2, "PREDIKAT KINERJA", "predikat_bertentangan")]
    assert "predikatnya BAIK; disimpan seperti tertulis" in hasil.peringatan[0].pesan
    satu = RiwayatKinerja.objects.get()
    assert (satu.predikat, satu.bertentangan) == ("SANGAT BAIK", True)


def test_a_year_before_the_matrix_is_not_judged_by_it(tmp_path: Path, siti: Pegawai) -> None:
    path = berkas(tmp_path, KEPALA, (siti.nip, SESUAI, SESUAI, "SANGAT BAIK"))

    hasil = terapkan("kinerja", path, parameter={"tahun": "2021"})

    assert not hasil.peringatan
    assert not RiwayatKinerja.objects.get().bertentangan


def test_rows_that_cannot_be_used_are_refused_each_for_its_reason(
    tmp_path: Path, siti: Pegawai
) -> None:
    baik = (SESUAI, SESUAI, "BAIK")

    hasil = terapkan(
        "kinerja",
        berkas(
            tmp_path, KEPALA,
            (siti.nip, *baik), (siti.nip, *baik), ("199001012015011001", *baik),
            ("12345", *baik), (1.9900101201501e17, *baik), ("", *baik),
            ("199001012015011002", "LUMAYAN", SESUAI, "BAIK"),
            ("199001012015011003", SESUAI, SESUAI, "ISTIMEWA"),
            ("1990X1012015011003", *baik),
        ),
        parameter=TAHUN,
    )  # fmt: skip

    assert alamat(hasil.galat) == [
        (3, "NIP", "nip_ganda"),
        (4, "NIP", "nip_tidak_dikenal"),
        (5, "NIP", "nip_panjang"),
        (6, "NIP", "nip_berupa_angka"),
        (7, "NIP", "wajib_kosong"),
        (8, "HASIL KERJA", "rating_tidak_dikenal"),
        (9, "PREDIKAT KINERJA", "predikat_tidak_dikenal"),
        (10, "NIP", "nip_bukan_angka"),
    ]
    assert hasil.diterima == RiwayatKinerja.objects.count() == 1


def test_number_a_person_had_before_still_finds_him(tmp_path: Path, siti: Pegawai) -> None:
    Identitas.objects.create(
        pegawai=siti, jenis=Identitas.Jenis.values[0], nomor="198609262023212001"
    )
    path = berkas(tmp_path, KEPALA, ("198609262023212001", SESUAI, SESUAI, "BAIK"))

    terapkan("kinerja", path, parameter=TAHUN)

    assert RiwayatKinerja.objects.get().pegawai == siti


def test_same_file_again_changes_nothing_and_a_correction_one_row(
    tmp_path: Path, siti: Pegawai
) -> None:
    path = berkas(tmp_path, KEPALA, (siti.nip, SESUAI, SESUAI, "SANGAT BAIK"))
    terapkan("kinerja", path, parameter=TAHUN)

    assert jumlah(terapkan("kinerja", path, parameter=TAHUN)) == (1, 0, 0, 0, 1, 0)
    hasil = terapkan(
        "kinerja", berkas(tmp_path, KEPALA, (siti.nip, SESUAI, SESUAI, "BAIK")), parameter=TAHUN
    )

    assert (hasil.berubah, hasil.perubahan) == (1, {"PREDIKAT KINERJA": 1})
    assert hasil.rincian[0].rincian == (("PREDIKAT KINERJA", "SANGAT BAIK", "BAIK"),)
    satu = RiwayatKinerja.objects.get()
    assert (satu.predikat, satu.bertentangan) == ("BAIK", False)


def test_two_years_stand_beside_each_other(tmp_path: Path, siti: Pegawai) -> None:
    path = berkas(tmp_path, KEPALA, (siti.nip, SESUAI, SESUAI, "BAIK"))

    terapkan("kinerja", path, parameter={"tahun": "2024"})
    terapkan("kinerja", path, parameter=TAHUN)

    assert set(siti.kinerja.values_list("tahun", flat=True)) == {2024, 2025}


@pytest.mark.parametrize(
    ("parameter", "kalimat"),
    [
        ({}, "Sebutkan tahun penilaiannya"),
        ({"tahun": "dua ribu"}, "Sebutkan tahun penilaiannya"),
        pytest.param({"tahun": "2027"}, "Tahun penilaian 2000 sampai 2026", id="next year"),
        ({"tahun": "1999"}, "Tahun penilaian 2000 sampai 2026"),
    ],
)
def test_without_a_likely_year_nothing_is_read(
    tmp_path: Path, siti: Pegawai, parameter: dict[str, str], kalimat: str
) -> None:
    path = berkas(tmp_path, KEPALA, (siti.nip, SESUAI, SESUAI, "BAIK"))

    with pytest.raises(BerkasDitolak, match=kalimat):
        periksa("kinerja", path, parameter=parameter)


def test_trace_stands_on_the_person(tmp_path: Path, siti: Pegawai) -> None:
    path = berkas(tmp_path, KEPALA, (siti.nip, SESUAI, SESUAI, "BAIK"))

    terapkan("kinerja", path, parameter=TAHUN)

    jejak = Peristiwa.objects.get(tindakan="pegawai.kinerja.dicatat")
    isi: Any = IsiPeristiwa.objects.get(urutan=jejak.urutan).data
    assert (jejak.objek_jenis, jejak.objek_id) == ("pegawai.pegawai", str(siti.pk))
    assert (isi["objek_nama"], isi["sesudah"]) == ("2025 SITI RAHMA", {"predikat": "BAIK"})


def test_looking_writes_nothing(tmp_path: Path, siti: Pegawai) -> None:
    sebelum = isi_tabel()

    periksa(
        "kinerja", berkas(tmp_path, KEPALA, (siti.nip, SESUAI, SESUAI, "BAIK")), parameter=TAHUN
    )

    assert isi_tabel() == sebelum
