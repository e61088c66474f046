"""The workbook of what is to be mended: out, filled in, back in; what it may write and what not."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from django.test import Client
from django.urls import reverse

from jejak.models import AksesData, IsiPeristiwa, Peristiwa
from pegawai.columns_mutu import MEDAN, PERBAIKAN
from pegawai.models import Identitas, Pegawai
from pegawai.selectors import mutu
from pegawai.services.register import DAPAT_DIKOREKSI
from tests.helpers.berkas_impor import alamat, berkas, jumlah, periksa, terapkan
from tests.pegawai.dunia import masuk
from tests.pegawai.mutu.dunia import PER, Kantor, kantor, ubah

pytestmark = pytest.mark.django_db
KEPALA = tuple(k.header for k in PERBAIKAN)


@pytest.fixture
def k(pada_hari_ini: Any) -> Kantor:
    return kantor()


def buku(client: Client, kueri: str = "") -> list[list[Any]]:
    """The rows of the downloaded workbook, the header first."""
    jawaban = client.get(reverse("pegawai:mutu-unduh") + kueri)
    assert jawaban.status_code == 200
    isi = python_calamine.CalamineWorkbook.from_filelike(BytesIO(b"".join(jawaban)))
    assert isi.sheet_names == ["Perbaikan", "Petunjuk"]
    return isi.get_sheet_by_name("Perbaikan").to_python()


def baris(orang: Pegawai, kolom: str, benar: object = "", **lain: object) -> list[object]:
    """One filled row; ``lain`` by the key of the column."""
    isi = {"nip": orang.nip, "kolom": kolom, "benar": benar, **lain}
    return [isi.get(satu.key, "") for satu in PERBAIKAN]


def test_columns_that_may_be_corrected_are_those_of_the_correction_form() -> None:
    assert set(MEDAN.values()) == set(DAPAT_DIKOREKSI)


def test_workbook_goes_out_comes_back_filled_and_the_index_rises(
    k: Kantor, client: Client, tmp_path: Path
) -> None:
    ubah(k.guru, telepon="", tmt_pns=None)
    ubah(k.kepala, email="=1+1")
    ubah(k.pppk, nik_valid=False)
    sebelum = mutu.papan(k.analis, per=PER).indeks.nilai
    benar = {"NOMOR HP": "0812-3456-7890", "TMT PNS": "01-03-2013", "EMAIL": "k@contoh.example"}

    kepala, *isi = buku(masuk(client, k.analis))
    i_kolom, i_benar, i_siasn = (kepala.index(h) for h in ("KOLOM", *KEPALA[7:9]))
    for satu in isi:
        satu[i_benar] = benar.get(satu[i_kolom], "")
        satu[i_siasn] = "" if satu[i_benar] else "ya"
    hasil = terapkan("perbaikan", berkas(tmp_path, kepala, *isi), oleh=k.analis)

    assert [satu[kepala.index("KODE")] for satu in isi] == ["COM_4", "COM_7", "COM_6", "ACC_5"]
    assert jumlah(hasil) == (4, 0, 0, 3, 1, 0)
    assert alamat(hasil.peringatan) == [(5, "DIPERBAIKI DI SIASN", "menunggu_impor")]
    k.guru.refresh_from_db()
    k.kepala.refresh_from_db()
    assert (k.guru.telepon, k.guru.tmt_pns) == ("081234567890", date(2013, 3, 1))
    assert k.kepala.email == "k@contoh.example"
    sesudah = mutu.papan(k.analis, per=PER)
    assert sesudah.indeks.nilai > sebelum  # type: ignore[operator]
    assert [n.indikator.kode for n in sesudah.indeks.paling_menaikkan()] == ["ACC_5"]
    assert jumlah(periksa("perbaikan", berkas(tmp_path, kepala, *isi), oleh=k.analis))[3] == 0


def test_each_person_gets_one_trace_that_hides_how_to_reach_him(k: Kantor, tmp_path: Path) -> None:
    isi = [
        baris(k.guru, "NOMOR HP", "081234567890", catatan="Formulir 12/2026"),
        baris(k.guru, "GELAR BELAKANG", "M.Pd."),
    ]

    terapkan("perbaikan", berkas(tmp_path, KEPALA, *isi), oleh=k.analis)

    satu = Peristiwa.objects.get(tindakan="pegawai.data.dikoreksi")
    assert satu.objek_id == str(k.guru.pk)
    data = IsiPeristiwa.objects.get(pk=satu.pk).data
    assert data["sebelum"] == {"telepon": "(tidak disalin)", "gelar_belakang": "S.Pd."}
    assert data["sesudah"] == {
        "telepon": "(diganti, tidak disalin)", "gelar_belakang": "M.Pd.",
        "catatan": "Formulir 12/2026",
    }  # fmt: skip
    assert data["alasan"].startswith("Perbaikan mutu data: uji.xlsx")


@pytest.mark.parametrize(
    ("kolom", "benar", "medan", "jadi"),
    [
        pytest.param("TANGGAL LAHIR", date(1986, 9, 26), "lahir", date(1986, 9, 26), id="date"),
        pytest.param("jenis kelamin", "f", "kelamin", "P", id="SIASN's letter, any case"),
        pytest.param("NOMOR HP", 81234567890.0, "telepon", "81234567890", id="number cell"),
        pytest.param("NAMA", "GURU BARU", "nama", "GURU BARU", id="name"),
        pytest.param("EMAIL GOV", "g@kab.example", "email_dinas", "g@kab.example", id="office"),
        pytest.param("GELAR DEPAN", "@Dr.", "gelar_depan", "@Dr.", id="looks like a formula"),
    ],
)
def test_value_becomes_what_its_field_holds(
    k: Kantor, tmp_path: Path, kolom: str, benar: object, medan: str, jadi: object
) -> None:
    ubah(k.guru, lahir=date(1986, 9, 27), kelamin="")

    hasil = terapkan("perbaikan", berkas(tmp_path, KEPALA, baris(k.guru, kolom, benar)))

    assert alamat(hasil.galat) == []
    k.guru.refresh_from_db()
    assert getattr(k.guru, medan) == jadi


@pytest.mark.parametrize(
    ("kolom", "benar", "kode"),
    [
        pytest.param("JABATAN ID", "A5EB", "kolom_terkunci", id="only SIASN may say"),
        pytest.param("EMAIL", "bukan surel", "surel_tidak_sah", id="no address"),
        pytest.param("NOMOR HP", "12-34", "telepon_tidak_sah", id="too short"),
        pytest.param("JENIS KELAMIN", "W", "kelamin_tidak_dikenal", id="neither L nor P"),
        pytest.param("JENIS KELAMIN", "L", "nip_vs_kelamin", id="against the NIP"),
        pytest.param("TANGGAL LAHIR", "31-02-1986", "tanggal_tidak_sah", id="no such day"),
        pytest.param("TANGGAL LAHIR", "-", "tanggal_tidak_sah", id="a dash"),
        pytest.param("TANGGAL LAHIR", "01-01-1990", "nip_vs_tanggal_lahir", id="NIP says else"),
        pytest.param("TMT PNS", "01-03-2062", "tmt_masa_depan", id="too far ahead"),
        pytest.param("TMT PNS", "01-01-2012", "tmt_cpns_setelah_pns", id="before TMT CPNS"),
        pytest.param("GELAR BELAKANG", "x" * 121, "teks_terlalu_panjang", id="too long"),
    ],
)
def test_what_may_not_be_written_is_refused_at_its_cell(
    k: Kantor, tmp_path: Path, kolom: str, benar: object, kode: str
) -> None:
    hasil = periksa("perbaikan", berkas(tmp_path, KEPALA, baris(k.guru, kolom, benar)))

    assert alamat(hasil.galat) == [(2, "NILAI YANG BENAR", kode)]
    assert jumlah(hasil)[:2] == (1, 1)


def test_both_days_of_one_person_are_judged_together(k: Kantor, tmp_path: Path) -> None:
    isi = [baris(k.guru, "TMT CPNS", "01-03-2014"), baris(k.guru, "TMT PNS", "01-03-2015")]

    hasil = terapkan("perbaikan", berkas(tmp_path, KEPALA, *isi))

    assert jumlah(hasil) == (2, 0, 0, 2, 0, 0)
    assert alamat(hasil.peringatan) == [(2, "NILAI YANG BENAR", "nip_vs_tmt_cpns")]


def test_same_field_twice_is_taken_once_and_refused_when_the_values_differ(
    k: Kantor, tmp_path: Path
) -> None:
    isi = [baris(k.guru, "NOMOR HP", nomor) for nomor in ("081111111", "081111111", "082222222")]

    hasil = periksa("perbaikan", berkas(tmp_path, KEPALA, *isi))

    assert jumlah(hasil) == (3, 1, 0, 1, 1, 0)
    assert alamat(hasil.galat) == [(4, "NILAI YANG BENAR", "nilai_ganda")]


def test_rows_about_nobody_oneself_or_the_departed_are_refused(k: Kantor, tmp_path: Path) -> None:
    ubah(k.guru, pengguna=k.analis)
    ubah(k.pppk, berhenti=date(2026, 5, 1))
    asing = Pegawai(nip="197001012000011999")
    isi = [baris(o, "NOMOR HP", "081234567890") for o in (k.guru, k.pppk, asing)]
    isi += [baris(k.kepala, "NOMOR HP", "081234567890", kode="COM_99"), baris(k.kepala, "")]

    hasil = periksa("perbaikan", berkas(tmp_path, KEPALA, *isi), oleh=k.analis)

    assert alamat(hasil.galat) == [
        (2, "NIP", "perkara_sendiri"),
        (3, "NIP", "bukan_saatnya"),
        (4, "NIP", "nip_tidak_dikenal"),
        (5, "KODE", "indikator_tidak_dikenal"),
        (6, "KOLOM", "wajib_kosong"),
    ]


def test_value_that_changed_since_the_download_is_not_overwritten(
    k: Kantor, tmp_path: Path
) -> None:
    tua = baris(k.guru, "EMAIL", "baru@contoh.example", kode="COM_6", kini="dulu@contoh")

    hasil = periksa("perbaikan", berkas(tmp_path, KEPALA, tua))

    assert alamat(hasil.galat) == [(2, "NILAI SEKARANG", "sudah_berubah")]


def test_old_number_finds_its_person(k: Kantor, tmp_path: Path) -> None:
    Identitas.objects.create(pegawai=k.guru, jenis="NIP", nomor="198609262012032888")
    lama = baris(k.guru, "NOMOR HP", "081234567890")
    lama[0] = "198609262012032888"

    assert jumlah(terapkan("perbaikan", berkas(tmp_path, KEPALA, lama)))[3] == 1


def test_correction_of_a_birthday_moves_the_day_of_retirement(k: Kantor, tmp_path: Path) -> None:
    ubah(k.guru, lahir=None, tmt_pensiun=None)

    terapkan("perbaikan", berkas(tmp_path, KEPALA, baris(k.guru, "TANGGAL LAHIR", "26-09-1986")))

    k.guru.refresh_from_db()
    assert k.guru.tmt_pensiun == date(2046, 10, 1)


def test_operator_takes_home_the_own_office_and_the_log_counts_people(
    k: Kantor, client: Client
) -> None:
    for orang in (k.guru, k.kepala):
        ubah(orang, telepon="", gelar_belakang="")

    kepala, *isi = buku(masuk(client, k.operator))

    assert {satu[0] for satu in isi} == {k.guru.nip}
    assert len(isi) == 2
    catatan = AksesData.objects.get(apa="Buku perbaikan data")
    assert (catatan.jumlah, catatan.sasaran) == (1, "ekspor")
    assert kepala == list(KEPALA)


def test_workbook_of_one_office_holds_its_people_only(k: Kantor, client: Client) -> None:
    for orang in (k.guru, k.kepala):
        ubah(orang, telepon="")

    isi = buku(masuk(client, k.analis), f"?opd={k.unit['bkd'].pk}")

    assert [satu[0] for satu in isi[1:]] == [k.kepala.nip]
