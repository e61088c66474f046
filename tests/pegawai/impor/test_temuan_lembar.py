"""What is found in a sheet as a whole: formulas, merges, doubles, columns, whose file it is."""

from __future__ import annotations

import pytest

from organisasi.models import UnitKerja
from pegawai.models import Pegawai
from tests.helpers import siasn, xlsx
from tests.helpers.xlsx import Galat, Rumus
from tests.pegawai.impor.alat import PER, Kantor, temuan
from toolkit.tabular import BerkasDitolak


def test_second_row_with_the_same_number_is_refused_and_names_the_first(kantor: Kantor) -> None:
    berkas = kantor.berkas([kantor.orang(1), kantor.orang(2), kantor.orang(1, NAMA="LAIN")])

    hasil = kantor.terapkan(berkas)

    assert temuan(hasil) == [(4, "NIP BARU", "nip_ganda", "tolak")]
    assert "baris 2" in hasil.galat[0].pesan
    assert Pegawai.objects.get(nip=siasn.nip(1)).nama == siasn.nama(1)


def test_a_refused_first_row_does_not_keep_the_good_one_out(kantor: Kantor) -> None:
    berkas = kantor.berkas([kantor.orang(1, NAMA=""), kantor.orang(1)])

    hasil = kantor.periksa(berkas)

    assert temuan(hasil) == [(2, "NAMA", "nama_kosong", "tolak")]
    assert hasil.diterima == 1


def test_a_formula_refuses_its_row_whatever_it_shows(kantor: Kantor) -> None:
    berkas = kantor.berkas([kantor.orang(MK_TAHUN=Rumus("4+4", "8")), kantor.orang(2)])

    hasil = kantor.periksa(berkas)

    assert temuan(hasil) == [(2, "MK TAHUN", "sel_rumus", "tolak")]
    assert "Paste Values" in hasil.galat[0].pesan


def test_an_error_cell_refuses_its_row(kantor: Kantor) -> None:
    berkas = kantor.berkas([kantor.orang(GELAR_DEPAN=Galat("#N/A"))])

    assert temuan(kantor.periksa(berkas)) == [(2, "GELAR DEPAN", "sel_galat", "tolak")]


def test_a_hidden_row_is_accepted_with_a_warning(kantor: Kantor) -> None:
    berkas = kantor.berkas([kantor.orang(1), kantor.orang(2)], tersembunyi=[3])

    hasil = kantor.periksa(berkas)

    assert temuan(hasil) == [(3, None, "baris_tersembunyi", "peringatan")]
    assert hasil.diterima == 2


def test_a_cell_under_a_merge_is_empty_and_warned_of_once(kantor: Kantor) -> None:
    berkas = kantor.berkas([kantor.orang(1), kantor.orang(2)], gabungan=["BC2:BC3"])

    hasil = kantor.terapkan(berkas)

    assert temuan(hasil) == [(3, "UNOR ID", "sel_gabung", "peringatan")]
    assert Pegawai.objects.get(nip=siasn.nip(1)).unit == kantor.sd1
    assert Pegawai.objects.get(nip=siasn.nip(2)).unit is None


def test_blank_rows_are_no_data(kantor: Kantor) -> None:
    kosong = dict.fromkeys(siasn.KEPALA, " ")
    berkas = kantor.berkas([kantor.orang(1), kosong, kantor.orang(2)])

    hasil = kantor.periksa(berkas)

    assert (hasil.baris, hasil.diterima, temuan(hasil)) == (2, 2, [])
    assert "1 baris kosong dilewati (baris 3)." in hasil.catatan


def test_a_row_typed_by_hand_is_accepted_with_one_warning(kantor: Kantor) -> None:
    kata = ("NIP BARU", "NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "JABATAN NAMA")
    asli = kantor.orang(1)
    berkas = kantor.berkas([{h: asli[h] for h in kata}, kantor.orang(2)])

    assert temuan(kantor.periksa(berkas)) == [(2, "PNS ID", "baris_ketik_tangan", "peringatan")]


@pytest.mark.parametrize(
    ("lembar", "status"),
    [("pns_22FF", "PNS"), ("pppk_22FF", "PPPK"), ("pppk_paruh_waktu_22FF", "PPPK_PW")],
)
def test_without_a_standing_the_sheet_says_whose_file_it_is(
    kantor: Kantor, lembar: str, status: str
) -> None:
    orang = siasn.orang(1, status=status, KEDUDUKAN_HUKUM_ID="", GOL_AKHIR_ID="", GOL_AWAL_ID="")

    hasil = kantor.periksa(kantor.berkas([orang], lembar=lembar))

    assert hasil.muatan.status == status


def test_a_standing_outweighs_the_name_of_the_sheet(kantor: Kantor) -> None:
    berkas = kantor.berkas([siasn.orang(1, status="PPPK")], lembar="pns_22FF")

    assert kantor.periksa(berkas).muatan.status == "PPPK"


def test_a_file_that_does_not_say_whose_it_is_cannot_be_used(kantor: Kantor) -> None:
    berkas = kantor.berkas([kantor.orang(KEDUDUKAN_HUKUM_ID="")], lembar="Sheet1")

    with pytest.raises(BerkasDitolak, match="Sertakan kolom KEDUDUKAN HUKUM ID") as ditolak:
        kantor.periksa(berkas)

    assert ditolak.value.kode == "status_tidak_diketahui"


def test_columns_come_in_any_order_and_any_spelling(kantor: Kantor) -> None:
    kepala = [*reversed(siasn.KEPALA)]
    judul = [h.lower().replace(" ", "_") for h in kepala]
    buku = xlsx.buku([judul, siasn.baris(kantor.orang(), kepala)], nama="pns")

    hasil = kantor.periksa(xlsx.simpan(kantor.folder, buku))

    assert (hasil.diterima, temuan(hasil), hasil.kolom_hilang) == (1, [], [])


def test_missing_and_unknown_columns_are_listed(kantor: Kantor) -> None:
    kepala = ("CATATAN LOKAL", *(h for h in siasn.KEPALA if h not in ("NAMA SEKOLAH", "FLAG IKD")))

    hasil = kantor.periksa(kantor.berkas([kantor.orang()], kepala=kepala))

    assert hasil.kolom_hilang == ["NAMA SEKOLAH", "FLAG IKD"]
    assert hasil.kolom_asing == ["CATATAN LOKAL"]


def test_a_unit_that_was_closed_counts_as_unknown(kantor: Kantor) -> None:
    UnitKerja.objects.filter(pk=kantor.sd1.pk).update(ditutup=PER)

    assert temuan(kantor.periksa(kantor.berkas([kantor.orang()]))) == [
        (2, "UNOR ID", "unor_tidak_dikenal", "peringatan")
    ]


@pytest.mark.parametrize("pemisah", ["|", ";", ",", "\t"])
def test_text_files_give_the_same_people(kantor: Kantor, pemisah: str) -> None:
    baris = [
        pemisah.join(siasn.KEPALA),
        pemisah.join(_teks(n) for n in siasn.baris(kantor.orang(GELAR_BELAKANG="null"))),
    ]
    berkas = kantor.folder / "pns_2026.csv"
    berkas.write_text("\n".join(baris), encoding="utf-8-sig")

    hasil = kantor.periksa(berkas)

    assert (hasil.diterima, temuan(hasil)) == (1, [])
    assert hasil.muatan.isian.satu(0) | {"GELAR BELAKANG": "S.E."} == (
        kantor.periksa(kantor.berkas([kantor.orang()])).muatan.isian.satu(0)
    )


def _teks(nilai: object) -> str:
    if isinstance(nilai, float):
        return str(int(nilai))
    return f"{nilai:%d-%m-%Y}" if hasattr(nilai, "year") else str(nilai)
