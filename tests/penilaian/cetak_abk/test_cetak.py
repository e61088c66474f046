"""ABK papers: what a form and a recap say, on paper and in Excel, at once and in the background."""

from __future__ import annotations

import os
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import python_calamine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organisasi.models import Proses
from organisasi.services import cetak as kertas
from organisasi.services.cetak import Cap
from organisasi.services.proses import jalankan
from penilaian.models import PerhitunganKebutuhan
from penilaian.policies import cetak_abk as policies
from penilaian.selectors.cetak_abk import formulir_cabang, rekap
from penilaian.services import cetak_abk, cetak_abk_latar, cetak_abk_rekap
from penilaian.services.uraian import susun_uraian
from tests.helpers.berkas_impor import HARI_INI
from tests.penilaian.cetak_abk.conftest import Sekolah
from tests.penilaian.cetak_abk.test_buku import baris_uraian
from toolkit.policy import WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]


@pytest.fixture
def tertangkap(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What is handed to the templates."""
    data: list[dict[str, Any]] = []
    asli = kertas.buat_pdf

    def tangkap(templat: str, isi: Any, **lain: Any) -> Any:
        data.append(dict(isi))
        return asli(templat, isi, **lain)

    monkeypatch.setattr(kertas, "buat_pdf", tangkap)
    return data


def cap(sekolah: Sekolah) -> Cap:
    return Cap(sekolah.kepala, timezone.now())


def lembar(isi: bytes, nama: str) -> list[list[Any]]:
    """One sheet of a workbook."""
    return python_calamine.CalamineWorkbook.from_filelike(BytesIO(isi)).get_sheet_by_name(
        nama
    ).to_python()  # fmt: skip


def test_form_shows_every_step_from_volume_to_rounded_need_and_its_class(
    sekolah: Sekolah, tertangkap: list[dict[str, Any]]
) -> None:
    semua = formulir_cabang(sekolah.kepala, sekolah.unit["sd1"], per=HARI_INI)
    hasil = cetak_abk.formulir_pdf(semua, nama="f", unit="SD", per=HARI_INI, cap=cap(sekolah))

    assert hasil.isi.startswith(b"%PDF")
    arsip = tertangkap[0]["formulir"][0]
    assert arsip["identitas"][:2] == [
        ["Nama jabatan", "Arsiparis Terampil"],
        ["Kelas jabatan", "7"],
    ]
    assert arsip["baris"] == [
        ["1", "Menata arsip", "berkas", "250", "bulan", "3.000", "25", "75.000", "1"],
        ["2", "=Menyusun daftar", "daftar", "12,5", "tahun", "12,5", "3.000", "37.500", "0,5"],
    ]
    assert arsip["jumlah"] == ["112.500", "1,5"]
    assert arsip["keadaan"] == ""
    rinci = dict(arsip["hasil"])
    assert rinci["Kebutuhan"].startswith("112.500 : 75.000 = 1,5, dibulatkan menjadi 2 orang")
    assert rinci["Bezetting per 1 Juni 2026"] == "2 orang, pas"
    assert rinci["Efektivitas jabatan (EJ)"] == "0,75, PJ C"
    assert dict(tertangkap[0]["formulir"][1]["hasil"])["Efektivitas jabatan (EJ)"].startswith(
        "belum"
    )


def test_draft_is_printed_as_a_draft_with_the_name_of_its_maker(
    sekolah: Sekolah, tertangkap: list[dict[str, Any]]
) -> None:
    satu = susun_uraian(sekolah.baru.pk, baris=baris_uraian(), per=HARI_INI, oleh=sekolah.kepala)
    klien = Client()
    klien.force_login(sekolah.kepala)

    jawaban = klien.get(reverse("penilaian:perhitungan-cetak", args=[satu.pk, "pdf"]))

    assert jawaban["Content-Disposition"].startswith('attachment; filename="formulir-abk-')
    formulir = tertangkap[0]["formulir"][0]
    assert formulir["keadaan"] == "DRAF, BELUM DIPUTUSKAN"
    assert formulir["tanda"][0] == {
        "peran": "Penyusun", "nama": "Kepala Sekolah", "hari": "1 Juni 2026"
    }  # fmt: skip
    # In the forms of the office each post has one: in force where there is one, else the draft.
    susun_uraian(sekolah.arsip.pk, baris=baris_uraian(), per=HARI_INI, oleh=sekolah.kepala)
    semua = formulir_cabang(sekolah.kepala, None, per=HARI_INI)
    assert [f.perhitungan.versi for f in semua] == [1, 1, 1]
    salah = reverse("penilaian:perhitungan-cetak", args=[satu.pk, "doc"])
    assert klien.get(salah).status_code == 404


def test_workbook_of_forms_has_the_same_figures_and_no_formula(sekolah: Sekolah) -> None:
    semua = formulir_cabang(sekolah.kepala, None, per=HARI_INI)

    isi = cetak_abk.formulir_xlsx(
        semua, nama="f", unit="SD", per=HARI_INI, cap=cap(sekolah)
    ).isi  # fmt: skip

    baris = lembar(isi, "Uraian tugas")
    assert baris[2][5:] == ["=Menyusun daftar", "daftar", 12.5, "tahun", 12.5, 3000, 37500, 0.5]
    assert baris[3][5] == "JUMLAH"
    assert baris[3][-2:] == [112500, 1.5]
    hasil = lembar(isi, "Hasil per jabatan")[1]
    assert hasil[5:] == [112500, 75000, 1.5, "pecahan 0,5 ke atas naik", 2, 2, 0, 0.75, "C"]


def test_recap_ends_with_the_effectiveness_of_each_unit_and_of_all(
    sekolah: Sekolah, tertangkap: list[dict[str, Any]]
) -> None:
    r = rekap(sekolah.kepala, None, per=HARI_INI)
    cetak_abk_rekap.rekap_pdf(r, cap=cap(sekolah))
    isi = cetak_abk_rekap.rekap_xlsx(r, cap=cap(sekolah)).isi

    # Guru: 24,000 minutes, nobody in it; 136,500 minutes over the two holders of the other post.
    assert r.semua.eu.nilai == Fraction(136_500, 150_000)
    jabatan, unit = tertangkap[0]["tabel"]
    assert jabatan["baris"][1][1:] == [
        "Arsiparis Terampil", "7", "ABK", "112.500", "1,5", "2", "2", "0", "0,75", "C",
    ]  # fmt: skip
    assert unit["baris"][0][2:] == ["2", "2", "2", "0", "0", "0,91", "B"]
    assert unit["jumlah"] == ["", "Jumlah", "2", "2", "2", "0", "0", "0,91", "B"]
    assert any("tidak mempunyai pemangku" in c for c in tertangkap[0]["catatan"])
    assert lembar(isi, "Rekap unit")[-1][:8] == ["JUMLAH", 2, 2, 2, 0, 0, 0.91, "B"]


def test_long_paper_is_made_in_the_background_in_parts_and_fetched_by_its_owner_only(
    sekolah: Sekolah, monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setitem(policies.BATAS_LANGSUNG, ("formulir", "pdf"), 1)
    monkeypatch.setattr(cetak_abk_latar, "FORMULIR_PER_BERKAS", 1)
    klien, lain = Client(), Client()
    klien.force_login(sekolah.kepala)
    lain.force_login(sekolah.organisasi)
    tolak = klien.get(reverse("penilaian:cetak-abk", args=["formulir", "pdf"]))
    assert (tolak.status_code, "Buat di latar" in tolak.content.decode()) == (409, True)
    assert "dibuat di latar" in klien.get(reverse("penilaian:buku-abk")).content.decode()

    unit = {"unit": sekolah.unit["sd1"].pk}
    klien.post(reverse("penilaian:cetak-abk-antre", args=["formulir", "pdf"]), unit)
    proses = Proses.objects.get(jenis=cetak_abk_latar.CETAK)
    jalankan.call(proses.pk)

    alamat = reverse("penilaian:cetak-abk-hasil", args=[proses.pk])
    assert alamat in klien.get(reverse("penilaian:buku-abk")).content.decode()
    with ZipFile(BytesIO(klien.get(alamat).content)) as bungkus:
        assert [n[:23] for n in bungkus.namelist()] == [
            "formulir-abk-bagian-01-", "formulir-abk-bagian-02-"
        ]  # fmt: skip
        assert all(bungkus.read(n).startswith(b"%PDF") for n in bungkus.namelist())
    assert lain.get(alamat).status_code == 404
    proses.refresh_from_db()
    lama = (timezone.now() - kertas.SIMPAN_CETAKAN).timestamp() - 1
    os.utime(kertas.ambil_cetakan(proses.hasil["berkas"]), (lama, lama))
    assert kertas.hapus_cetakan_lama() == 1
    with pytest.raises(WrongMoment, match="masa simpannya habis"):
        kertas.ambil_cetakan(proses.hasil["berkas"])


def test_papers_are_those_of_the_reach(sekolah: Sekolah) -> None:
    klien = Client()
    klien.force_login(sekolah.kepala)
    luar = {"unit": sekolah.unit["bkd"].pk}

    for isi in ("formulir", "rekap"):
        alamat = reverse("penilaian:cetak-abk", args=[isi, "xlsx"])
        assert klien.get(alamat, luar).status_code == 404
        assert klien.get(alamat).status_code == 200
    assert klien.get(reverse("penilaian:cetak-abk", args=["lain", "pdf"])).status_code == 404
    assert PerhitunganKebutuhan.objects.count() == 2
