"""What is found in a cell: kind, row, column, weight, and a sentence that says what to do."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pegawai.impor.alat import PER, Kantor, temuan

TOLAK = [
    pytest.param({"NIP_BARU": "'19840118200912295"}, "NIP BARU", "nip_panjang",
                 "17 digit", id="17 digits"),
    pytest.param({"NIP_BARU": "'19700129199312194X"}, "NIP BARU", "nip_bukan_angka",
                 "18 digit saja", id="a letter"),
    pytest.param({"NIP_BARU": ""}, "NIP BARU", "nip_kosong", "Isi dengan 18 digit", id="no number"),
    pytest.param({"NIP_BARU": 1.98e17}, "NIP BARU", "nip_berupa_angka",
                 "Format selnya sebagai teks", id="a number cell"),
    pytest.param({"NIP_BARU": "'198202312014121903", "TANGGAL_LAHIR": ""}, "NIP BARU",
                 "nip_tanggal_mustahil", "31-02-1982", id="31 February in the number"),
    pytest.param({"JENIS_KELAMIN": "M"}, "NIP BARU", "nip_vs_kelamin", "menurut digit ke-15",
                 id="sex against the number"),
    pytest.param({"TANGGAL_LAHIR": date(1992, 2, 21)}, "TANGGAL LAHIR", "nip_vs_tanggal_lahir",
                 "menurut NIP", id="birthday against the number"),
    pytest.param({"JENIS_KELAMIN": "X"}, "JENIS KELAMIN", "kelamin_tidak_dikenal", "M (laki-laki)",
                 id="unknown sex"),
    pytest.param({"NAMA": ""}, "NAMA", "nama_kosong", "Isi nama", id="no name"),
    pytest.param({"NAMA": "\xa0 \xa0"}, "NAMA", "nama_kosong", "Isi nama", id="only blanks"),
    pytest.param({"NAMA": "WATI " * 60}, "NAMA", "teks_terlalu_panjang", "paling banyak 255",
                 id="name too long"),
    pytest.param({"NAMA": "SELRUNAL\n\tBARIS"}, "NAMA", "karakter_kendali", "satu baris",
                 id="line break in a name"),
    pytest.param({"NAMA": "\u202eJUNARTO"}, "NAMA", "karakter_kendali", "tidak tampak",
                 id="text that runs backwards"),
    pytest.param({"ALAMAT": "JL. " * 400}, "ALAMAT", "teks_terlalu_panjang", "paling banyak 1000",
                 id="a column we do not keep is still measured"),
    pytest.param({"TANGGAL_LAHIR": 99999999.0}, "TANGGAL LAHIR", "tanggal_tidak_sah", "kalender",
                 id="a number no calendar has"),
    pytest.param({"TMT_JABATAN": "31-02-2015"}, "TMT JABATAN", "tanggal_tidak_sah", "kalender",
                 id="31 February as text"),
    pytest.param({"TANGGAL_LAHIR": "NAWALIRI", "TEMPAT_LAHIR_NAMA": date(1980, 1, 2)},
                 "TANGGAL LAHIR", "kolom_tertukar", "Tukar kembali", id="place and day swapped"),
    pytest.param({"TMT_JABATAN": date(2027, 6, 2)}, "TMT JABATAN", "tmt_masa_depan",
                 "lebih dari setahun", id="a day more than a year ahead"),
    pytest.param({"TMT_PNS": date(1980, 1, 1)}, "TMT PNS", "tmt_cpns_setelah_pns",
                 "lebih awal daripada TMT CPNS", id="PNS before CPNS"),
    pytest.param({"GOL_AKHIR_ID": 77.0}, "GOL AKHIR ID", "golongan_tidak_dikenal",
                 "Kode golongan 77", id="unknown grade"),
    pytest.param({"NIP_BARU": "'201405052035122002", "TANGGAL_LAHIR": date(2014, 5, 5),
                  "TMT_CPNS": ""}, "TANGGAL LAHIR", "umur_tak_wajar", "terlalu muda", id="a child"),
    pytest.param({"KEDUDUKAN_HUKUM_ID": 71.0}, "KEDUDUKAN HUKUM ID", "status_campur",
                 "berkasnya sendiri", id="a PPPK among PNS"),
]  # fmt: skip
PERINGATAN = [
    pytest.param({"TMT_CPNS": date(1988, 5, 1)}, "NIP BARU", "nip_vs_tmt_cpns", "Periksa SK-nya",
                 id="number against TMT CPNS"),
    pytest.param({"UNOR_ID": "0594ddcb532b8585e607409031149669"}, "UNOR ID", "unor_tidak_dikenal",
                 "sudah ditutup", id="unit outside the tree"),
    pytest.param({"UNOR_ID": ""}, "UNOR ID", "unor_kosong", "Lengkapi di SIASN", id="no unit"),
    pytest.param({"UNOR_NAMA": ""}, "UNOR NAMA", "unor_nama_kosong", "nama dari hierarki",
                 id="unit without its name"),
    pytest.param({"JABATAN_ID": "9c5f981dfd05887ec92a4d20486b5285"}, "JABATAN ID",
                 "jabatan_di_luar_referensi", "di luar referensi", id="jabatan nobody knows"),
    pytest.param({"JABATAN_ID": ""}, "JABATAN ID", "jabatan_kosong", "Lengkapi", id="no jabatan"),
    pytest.param({"TMT_GOLONGAN": 45000.0}, "TMT GOLONGAN", "tanggal_berupa_angka", "15-03-2023",
                 id="a date that lost its format"),
    pytest.param({"TANGGAL_SK_PNS": "01-08-0094"}, "TANGGAL SK PNS", "tanggal_teks_sebelum_1900",
                 "dianggap kosong", id="the year 94"),
    pytest.param({"GELAR_BELAKANG": "-S.Pd"}, "GELAR BELAKANG", "teks_mirip_rumus",
                 "disimpan sebagai teks", id="text like a formula"),
    pytest.param({"ALAMAT": "=CMD|' /C calc'!A0"}, "ALAMAT", "teks_mirip_rumus", "teks biasa",
                 id="like a formula where we do not keep"),
    pytest.param({"NAMA": "SELNTELIA \U0001f600"}, "NAMA", "emoji", "Hapus", id="a picture"),
    pytest.param({"NIK": "'99374030018680567"}, "NIK", "nik_17_digit", "seharusnya 16",
                 id="NIK with 17 digits"),
    pytest.param({"NIP_LAMA": 96847527.0}, "NIP LAMA", "nip_lama_8_digit", "nol di depan",
                 id="a lost zero"),
    pytest.param({"TAHUN_LULUS": 1.0}, "TAHUN LULUS", "tahun_lulus_janggal", "dianggap kosong",
                 id="the year 1"),
    pytest.param({"MK_TAHUN": 99.0}, "MK TAHUN", "masa_kerja_janggal", "tidak wajar",
                 id="99 years of service"),
    pytest.param({"NOMOR_SK_PNS": 868.669}, "NOMOR SK PNS", "nomor_sk_bukan_teks", "teks",
                 id="a letter's number made a number"),
    pytest.param({"INSTANSI_KERJA_ID": "6CF28FE3"}, "INSTANSI KERJA ID", "instansi_kerja_lain",
                 "Tetap dihitung", id="works elsewhere"),
    pytest.param({"KEDUDUKAN_HUKUM_ID": 55.0}, "KEDUDUKAN HUKUM ID", "kedudukan_tidak_dikenal",
                 "Periksa kodenya", id="unknown standing"),
    pytest.param({"TINGKAT_PENDIDIKAN_ID": 41.0}, "TINGKAT PENDIDIKAN ID",
                 "tingkat_pendidikan_tidak_dikenal", "Periksa kodenya", id="unknown level"),
]  # fmt: skip


@pytest.mark.parametrize(("ganti", "kolom", "kode", "bunyi"), TOLAK)
def test_a_row_that_cannot_be_is_refused_at_its_cell(
    kantor: Kantor, ganti: dict[str, object], kolom: str, kode: str, bunyi: str
) -> None:
    berkas = kantor.berkas([kantor.orang(2), kantor.orang(1, **ganti), kantor.orang(4)])

    hasil = kantor.periksa(berkas)

    assert (hasil.baris, hasil.diterima, hasil.ditolak) == (3, 2, 1)
    assert temuan(hasil) == [(3, kolom, kode, "tolak")]
    assert bunyi in hasil.galat[0].pesan


@pytest.mark.parametrize(("ganti", "kolom", "kode", "bunyi"), PERINGATAN)
def test_a_doubtful_cell_is_accepted_with_a_warning(
    kantor: Kantor, ganti: dict[str, object], kolom: str, kode: str, bunyi: str
) -> None:
    berkas = kantor.berkas([kantor.orang(1, **ganti)])

    hasil = kantor.periksa(berkas)

    assert (hasil.baris, hasil.diterima, hasil.ditolak) == (1, 1, 0)
    assert temuan(hasil) == [(2, kolom, kode, "peringatan")]
    assert bunyi in hasil.peringatan[0].pesan


def test_a_day_exactly_a_year_ahead_is_accepted(kantor: Kantor) -> None:
    berkas = kantor.berkas([kantor.orang(TMT_JABATAN=date(2027, 6, 1))])

    assert temuan(kantor.periksa(berkas, per=PER)) == []


@pytest.mark.parametrize(
    "sel", [{"ALAMAT": "JL. RAHASIA " * 200}, {"NPWP_NOMOR": "=1+1"}], ids=["address", "tax number"]
)
def test_a_finding_about_a_column_we_do_not_keep_does_not_repeat_the_cell(
    kantor: Kantor, sel: dict[str, str]
) -> None:
    hasil = kantor.periksa(kantor.berkas([kantor.orang(**sel)]))

    (satu,) = [p for p in (*hasil.galat, *hasil.peringatan) if p.kolom in ("ALAMAT", "NPWP NOMOR")]
    assert satu.nilai is None


def test_a_finding_about_a_nik_does_not_repeat_the_nik(kantor: Kantor) -> None:
    berkas = kantor.berkas([kantor.orang(NIK="'99374030018680567")])

    (masalah,) = kantor.periksa(berkas).peringatan

    assert masalah.nilai is None
    assert "9937" not in masalah.pesan


def test_one_fault_does_not_hide_the_next(kantor: Kantor) -> None:
    berkas = kantor.berkas([kantor.orang(NAMA="", JENIS_KELAMIN="X", TMT_JABATAN="31-02-2015")])

    assert {kode for _, _, kode, _ in temuan(kantor.periksa(berkas))} == {
        "nama_kosong",
        "kelamin_tidak_dikenal",
        "tanggal_tidak_sah",
    }


@pytest.mark.parametrize(
    "ganti",
    [
        pytest.param({"NOMOR_HP": "-"}, id="a dash instead of a phone"),
        pytest.param({"NPWP_NOMOR": "'"}, id="a lone apostrophe"),
        pytest.param({"EMAIL": "null"}, id="null in four letters"),
        pytest.param({"NIP_BARU": "19660609 198902 2 002"}, id="a number with blanks"),
        pytest.param({"TANGGAL_LAHIR": "09-06-1966"}, id="a day as text"),
        pytest.param({"JENIS_KELAMIN": "P"}, id="sex in Indonesian"),
        pytest.param({"GOL_AKHIR_ID": "'33"}, id="a code with an apostrophe"),
    ],
)
def test_the_usual_dirt_is_understood_without_a_word(
    kantor: Kantor, ganti: dict[str, object]
) -> None:
    berkas = kantor.berkas([kantor.orang(1, **ganti)])

    assert temuan(kantor.periksa(berkas)) == []
