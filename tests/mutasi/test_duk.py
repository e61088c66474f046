"""The DUK: the order of PP 15/1979 by every step, and what the paper and the workbook say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
import python_calamine
from django.urls import reverse

from jejak.models import AksesData
from mutasi.kernel.duk import OrangDuk, kunci_urut, tingkat_latihan, yang_kurang
from mutasi.selectors.duk import isi_duk
from organisasi.izin import Peran
from pegawai.models import Golongan, JenisJabatan, Pegawai, RiwayatPelatihan
from penilaian.kernel.perkara import Jabatan
from tests.conftest import HARI_INI
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.helpers.cetak import teks_pdf
from tests.helpers.layar import masuk

DASAR = OrangDuk(
    nip="1", nama="B", golongan=33, tmt_golongan=date(2020, 4, 1),
    jabatan=Jabatan("2", jenjang="MU", rumpun="Guru"), tmt_jabatan=date(2021, 1, 1),
    masa_kerja=120, latihan=(1, date(2018, 1, 1)), pendidikan=40, tahun_lulus=2005,
    lahir=date(1980, 1, 1),
)  # fmt: skip


@pytest.mark.parametrize(
    "lebih_tinggi",
    [
        pytest.param({"golongan": 34}, id="higher rank"),
        pytest.param({"tmt_golongan": date(2020, 3, 31)}, id="earlier in the same rank"),
        pytest.param({"jabatan": Jabatan("1", eselon_id="31")}, id="a higher tier of posts"),
        pytest.param({"jabatan": Jabatan("1", eselon_id="41")}, id="structural in the same tier"),
        pytest.param({"tmt_jabatan": date(2020, 12, 31)}, id="earlier in the post"),
        pytest.param({"masa_kerja": 121}, id="one month longer in service"),
        pytest.param({"latihan": (2, date(2024, 1, 1))}, id="higher training, though later"),
        pytest.param({"latihan": (1, date(2017, 12, 31))}, id="the same training earlier"),
        pytest.param({"pendidikan": 45}, id="higher education"),
        pytest.param({"tahun_lulus": 2004}, id="the same education earlier"),
        pytest.param({"lahir": date(1979, 12, 31)}, id="one day older"),
        pytest.param({"nama": "A"}, id="the alphabet when law leaves it open"),
    ],
)
def test_the_first_difference_in_the_order_of_the_law_decides(lebih_tinggi: dict[str, Any]) -> None:
    lain = replace(DASAR, nip="2", **lebih_tinggi)

    assert sorted([DASAR, lain], key=kunci_urut)[0] is lain


@pytest.mark.parametrize("bidang", ["golongan", "tmt_golongan", "tmt_jabatan", "masa_kerja",
                                    "latihan", "pendidikan", "tahun_lulus", "lahir"])  # fmt: skip
def test_who_lacks_a_fact_stands_below_who_has_it(bidang: str) -> None:
    tanpa = replace(DASAR, nama="A", **{bidang: None})

    assert sorted([tanpa, DASAR], key=kunci_urut)[0] is DASAR


def test_rank_decides_before_everything_else() -> None:
    tua = replace(DASAR, golongan=32, lahir=date(1960, 1, 1), pendidikan=50, masa_kerja=400)

    assert sorted([tua, DASAR], key=kunci_urut)[0] is DASAR


@pytest.mark.parametrize(
    ("nama", "tingkat"),
    [
        ("Pelatihan Kepemimpinan Nasional Tingkat II", 3), ("Diklatpim Tk. III", 2),
        ("DIKLAT PIM IV", 1), ("PKN Tk.I Angkatan 5", 4), ("Pelatihan Kepemimpinan Pengawas", 1),
        ("Pelatihan Kepemimpinan Administrator 2022", 2), ("ADUMLA", 1), ("SPAMA", 2),
        ("Bimtek Pengelolaan Keuangan", None), ("Pelatihan PIMPINAN rapat", None),
    ],
)  # fmt: skip
def test_leadership_training_is_known_by_all_its_names(nama: str, tingkat: int | None) -> None:
    assert tingkat_latihan(nama) == tingkat


def test_missing_facts_are_counted_in_the_order_in_which_they_decide() -> None:
    orang = [DASAR, replace(DASAR, latihan=None), replace(DASAR, latihan=None, golongan=None)]

    assert yang_kurang(orang) == [("pangkat", 1), ("pelatihan kepemimpinan", 2)]


@pytest.fixture
def kantor(pada_hari_ini: Any, db: None) -> dict[str, Any]:
    """A school with two teachers, a head of the office above them, and one elsewhere."""
    unit = org.kabupaten()
    guru = peg.formasi(unit["sd1"], peg.jabatan("Guru Ahli Pertama", jenjang="PT", rumpun="Guru"))
    kursi = peg.formasi(
        unit["disdik"],
        peg.jabatan(
            "Kepala Dinas", jenis=JenisJabatan.STRUKTURAL, unit=unit["disdik"], eselon_id="22"
        ),
    )
    peg.pegawai("ZAENAL GURU", post=guru)
    lama = peg.pegawai("ANI LEBIH LAMA", post=guru)
    peg.pegawai("KEPALA DINAS", post=kursi)
    peg.pegawai("CALON PEGAWAI", post=guru)
    peg.pegawai("KONTRAK", post=guru, status="PPPK")
    peg.pegawai("ORANG BADAN", post=peg.formasi(unit["bidang"], peg.jabatan("Analis")))
    Pegawai.objects.filter(nama="CALON PEGAWAI").update(cpns=True)
    Pegawai.objects.filter(pk=lama.pk).update(tmt_golongan=date(2018, 4, 1))
    tinggi = Golongan.objects.get(status="PNS", nama="IV/c")
    Pegawai.objects.filter(nama="KEPALA DINAS").update(golongan=tinggi)
    RiwayatPelatihan.objects.create(pegawai=lama, nama="Diklatpim Tk. IV", mulai=date(2015, 5, 1))
    return {**unit, "operator": org.pengguna(Peran.OPERATOR_OPD, unit=unit["disdik"])}


def test_the_list_holds_pns_of_the_office_in_order_and_says_who_is_left_out(
    kantor: dict[str, Any],
) -> None:
    isi = isi_duk(kantor["operator"], kantor["disdik"], per=HARI_INI)

    assert [b.orang.nama for b in isi.baris] == ["KEPALA DINAS", "ANI LEBIH LAMA", "ZAENAL GURU"]
    assert isi.baris[1].bahan.latihan == (1, date(2015, 5, 1))
    assert isi.cpns == 1
    assert ("TMT pangkat", 2) in isi.kurang


def test_the_pdf_names_the_people_the_printer_and_what_is_missing(kantor: dict[str, Any]) -> None:
    klien = masuk(kantor["operator"])
    url = f"{reverse('mutasi:duk')}?unit={kantor['disdik'].pk}"

    halaman = klien.get(url).content.decode()
    jawaban = klien.get(f"{url}&bentuk=pdf")

    assert "<strong>3 PNS</strong>" in halaman
    assert jawaban["Content-Disposition"] == 'attachment; filename="duk-2026-06-01.pdf"'
    tulisan = teks_pdf(jawaban.content)
    for kata in (
        "DAFTAR URUT KEPANGKATAN", "ANI LEBIH LAMA", "Halaman 1 dari 1", "Dicetak oleh",
        "TMT pangkat 2 orang", "CPNS belum mempunyai pangkat dan tidak dimuat: 1 orang",
    ):  # fmt: skip
        assert kata in tulisan
    assert "RAHASIA" not in tulisan
    akses = AksesData.objects.get()
    assert (akses.apa, akses.jumlah) == ("Daftar Urut Kepangkatan", 3)
    assert akses.saringan == "unit Dinas Pendidikan"


def test_the_workbook_holds_one_fact_per_cell(kantor: dict[str, Any]) -> None:
    jawaban = masuk(kantor["operator"]).get(reverse("mutasi:duk"), {"bentuk": "xlsx"})

    buku = python_calamine.CalamineWorkbook.from_filelike(BytesIO(jawaban.content))
    baris = buku.get_sheet_by_name("DUK").to_python()
    satu = dict(zip(baris[0], baris[2], strict=True))
    assert (satu["NAMA"], satu["TMT PANGKAT"]) == ("ANI LEBIH LAMA", date(2018, 4, 1))
    assert satu["LATIHAN JABATAN"] == "PKP, 2015"
    depan = dict(buku.get_sheet_by_name("Keterangan").to_python()[1:])
    assert len(depan["Sidik isi (SHA-256)"]) == 64
    assert depan["Dicetak"].startswith("Dicetak oleh ")


def test_an_office_out_of_reach_does_not_exist_and_a_head_may_not_export(
    kantor: dict[str, Any],
) -> None:
    url = f"{reverse('mutasi:duk')}?unit={kantor['bkd'].pk}"

    assert masuk(kantor["operator"]).get(url).status_code == 404
    kepala = masuk(org.pengguna(Peran.KEPALA_UNIT, unit=kantor["disdik"]))
    assert kepala.get(reverse("mutasi:duk")).status_code == 403
    halaman = kepala.get(reverse("pegawai:unit-rincian", args=[kantor["disdik"].pk]))
    assert reverse("mutasi:duk") not in halaman.content.decode()


def test_a_list_too_long_for_one_pdf_says_so_before_and_after_it_is_asked_for(
    kantor: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mutasi.policies.cetak.MAKS_BARIS_PDF", 2)
    klien = masuk(kantor["operator"])

    halaman = klien.get(reverse("mutasi:duk")).content.decode()
    jawaban = klien.get(reverse("mutasi:duk"), {"bentuk": "pdf"})

    kalimat = "Daftar ini 3 baris; satu PDF memuat paling banyak 2."
    assert kalimat in halaman
    assert "bentuk=pdf" not in halaman
    assert jawaban.status_code == 409
    assert kalimat in jawaban.content.decode()
    assert klien.get(reverse("mutasi:duk"), {"bentuk": "xlsx"}).status_code == 200
