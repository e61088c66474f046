"""The papers of a draft and the list of vacancies: what they say, who gets them, what is noted."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
import python_calamine
from django.urls import reverse

from jejak.models import AksesData, IsiPeristiwa
from jejak.selectors import telusuri
from mutasi.models import MacamLangkah
from mutasi.selectors.cetak import isi_rancangan
from mutasi.services.cetak_rancangan import buat_cetakan
from mutasi.services.permintaan import ajukan
from mutasi.services.rancangan_baris import ubah_baris
from mutasi.services.rancangan_langkah import verifikasi_langkah
from mutasi.services.telaahan import susun_telaahan
from organisasi.izin import Peran
from organisasi.services.cetak import Cap
from pegawai.models import JenisJabatan, Pegawai
from tests.conftest import HARI_INI
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.factories.mutasi import Meja, meja
from tests.helpers.cetak import jumlah_halaman, teks_pdf
from tests.helpers.layar import masuk

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]


@pytest.fixture
def sidang(pada_hari_ini: Any) -> Meja:
    """A draft with a chain of two, a vacancy that waits, and a name that looks like a formula."""
    hasil = meja(nama="Rotasi triwulan III")
    Pegawai.objects.filter(pk=hasil.orang[0].pk).update(
        nama='=HYPERLINK("http://contoh.example") #read("x")'
    )
    hasil.baris(0, 3, catatan="Usul kepala dinas")
    hasil.baris(1, 0)
    hasil.baris(None, 1)
    return hasil


def url(sidang: Meja, jenis: str = "nominatif", bentuk: str = "pdf") -> str:
    """The door of one paper."""
    return reverse("mutasi:rancangan-cetak-berkas", args=[sidang.rancangan.pk, jenis, bentuk])


def isi(sidang: Meja) -> Any:
    """What the papers of the draft are made of."""
    return isi_rancangan(sidang.rancangan, per=HARI_INI, oleh=sidang.ani)


def test_the_draft_in_words_keeps_its_order_and_says_what_is_not_chosen(sidang: Meja) -> None:
    hasil = isi(sidang)

    assert [b.nomor for b in hasil.baris] == [1, 2, 3]
    satu, _, tiga = hasil.baris
    assert satu.baru is not None
    assert satu.baru.jabatan == sidang.kursi[3].jabatan.nama
    assert satu.keterangan[0] == "Usul kepala dinas"
    assert satu.jenis
    assert (tiga.nama, tiga.jenis, tiga.lama) == ("", "", None)
    assert hasil.rantai == ("baris 2 → baris 1",)
    assert [k.tempat.jabatan for k in hasil.menjadi_lowong] == [sidang.kursi[1].jabatan.nama]


def test_the_nominative_list_names_the_printer_on_every_page_and_its_hash(sidang: Meja) -> None:
    cap = Cap(sidang.ani, sidang.rancangan.dibuat_pada, rahasia=True)

    satu = buat_cetakan(isi(sidang), "nominatif", "pdf", cap=cap)
    nanti = Cap(sidang.budi, cap.pada + timedelta(hours=1), rahasia=True)
    dua = buat_cetakan(isi(sidang), "nominatif", "pdf", cap=nanti)

    tulisan = teks_pdf(satu.isi)
    assert tulisan.count("RAHASIA - rancangan, dicetak oleh Ani pada") == jumlah_halaman(satu.isi)
    for kata in (
        "DAFTAR NOMINATIF RANCANGAN MUTASI", "Rotasi triwulan III", sidang.orang[0].nip,
        '#read("x")', "(belum ada orang)", "Usul kepala dinas",
        "rancangan, bukan usulan dan bukan keputusan", f"Sidik isi SHA-256 {satu.sidik}",
    ):  # fmt: skip
        assert kata in tulisan
    assert satu.sidik == dua.sidik
    assert satu.isi != dua.isi


def test_the_telaahan_has_its_seven_parts_with_figures_rules_and_written_reasons(
    sidang: Meja,
) -> None:
    hasil = isi(sidang)
    ditemukan = {t.kode for b in hasil.baris for t in b.temuan}

    susunan = susun_telaahan(hasil)
    tulisan = teks_pdf(
        buat_cetakan(
            hasil,
            "telaahan",
            "pdf",
            cap=Cap(sidang.ani, sidang.rancangan.dibuat_pada, rahasia=True),
        ).isi
    )

    assert [b["judul"] for b in susunan["bagian"]] == [
        "Dasar", "Persoalan", "Praanggapan", "Fakta yang mempengaruhi", "Analisis", "Kesimpulan",
        "Saran",
    ]  # fmt: skip
    assert "1 kursi di 1 jabatan menjadi lowong karena rancangan ini" in tulisan
    assert "Perpindahan yang saling menunggu: baris 2 → baris 1" in tulisan
    assert ditemukan
    assert {k for k in ditemukan if k in tulisan} == ditemukan
    assert "RAHASIA - rancangan, dicetak oleh Ani" in tulisan


def test_printing_is_a_step_of_the_draft_and_leaves_general_words_only(sidang: Meja) -> None:
    klien = masuk(sidang.sekda)

    jawaban = klien.post(url(sidang))

    assert jawaban["Content-Type"] == "application/pdf"
    assert "Rotasi" not in jawaban["Content-Disposition"]
    langkah = sidang.rancangan.langkah.get(macam=MacamLangkah.CETAK)
    assert (langkah.oleh, langkah.sesudah["jenis"]) == (sidang.sekda, "nominatif")
    assert langkah.sesudah["sidik_isi"] in teks_pdf(jawaban.content)
    sidang.rancangan.refresh_from_db()
    assert verifikasi_langkah(sidang.rancangan) == []
    akses = AksesData.objects.get()
    assert (akses.jumlah, akses.pegawai_id, akses.saringan) == (2, "", "")
    assert "Rotasi" not in f"{akses.apa} {akses.alasan}"
    assert "mutasi.rancangan.langkah" not in {c.tindakan for c in telusuri().baris}
    tertulis = " ".join(IsiPeristiwa.objects.values_list("isi", flat=True))
    assert "Rotasi triwulan" not in tertulis
    halaman = klien.get(reverse("mutasi:rancangan-cetak", args=[sidang.rancangan.pk]))
    assert langkah.sesudah["sidik_isi"] in halaman.content.decode()


def test_who_is_not_named_gets_neither_the_page_nor_the_papers(sidang: Meja) -> None:
    klien = masuk(sidang.orang_lain)

    assert klien.post(url(sidang)).status_code == 404
    halaman = reverse("mutasi:rancangan-cetak", args=[sidang.rancangan.pk])
    assert klien.get(halaman).status_code == 404
    assert masuk(sidang.ani).get(url(sidang)).status_code == 405
    assert masuk(sidang.ani).post(url(sidang, "telaahan", "xlsx")).status_code == 404
    tak_ada = reverse("mutasi:rancangan-cetak-berkas", args=[uuid4(), "nominatif", "pdf"])
    assert masuk(sidang.ani).post(tak_ada).status_code == 404
    assert not sidang.rancangan.langkah.filter(macam=MacamLangkah.CETAK).exists()


def test_the_workbook_says_secret_first_and_runs_no_formula(sidang: Meja) -> None:
    jawaban = masuk(sidang.ani).post(url(sidang, bentuk="xlsx"))

    buku = python_calamine.CalamineWorkbook.from_filelike(BytesIO(jawaban.content))
    depan = buku.get_sheet_by_name("Keterangan").to_python()
    assert depan[1][0] == "RAHASIA"
    assert "dicetak oleh Ani" in depan[1][1]
    baris = buku.get_sheet_by_name("Daftar nominatif").to_python()
    satu = dict(zip(baris[0], baris[1], strict=True))
    assert satu["NAMA"] == '=HYPERLINK("http://contoh.example") #read("x")'
    assert satu["NIP"] == sidang.orang[0].nip
    assert satu["JABATAN BARU"] == sidang.kursi[3].jabatan.nama
    kursi = buku.get_sheet_by_name("Kursi").to_python()
    assert "MENJADI LOWONG" in kursi[0]


def test_discipline_is_printed_for_those_only_who_may_read_it(sidang: Meja) -> None:
    tanpa_hak = org.pengguna(Peran.PENILAI, unit=sidang.unit["disdik"])

    semua = isi(sidang)
    tertutup = isi_rancangan(sidang.rancangan, per=HARI_INI, oleh=tanpa_hak)

    def disiplin(hasil: Any) -> set[str]:
        return {t.bunyi for b in hasil.baris for t in b.temuan if t.kode == "H10"}

    assert disiplin(tertutup) <= {"Isinya menyangkut disiplin dan hanya dibaca yang berhak."}
    assert disiplin(semua) & disiplin(tertutup) == set()


# --- vacancies -----------------------------------------------------------------------------------
@pytest.fixture
def lowong(pada_hari_ini: Any) -> dict[str, Any]:
    """An empty seat, a school short of two, a teacher who retires in autumn."""
    unit = org.kabupaten()
    guru = peg.formasi(unit["sd1"], peg.jabatan("Guru Ahli Pertama", rumpun="Guru"))
    nilai.kebutuhan(guru, 3)
    akan = peg.pegawai("PENSIUN NANTI", post=guru)
    Pegawai.objects.filter(pk=akan.pk).update(tmt_pensiun=date(2026, 10, 1))
    kursi = peg.jabatan(
        "Kepala Dinas", jenis=JenisJabatan.STRUKTURAL, unit=unit["disdik"], eselon_id="22"
    )
    peg.formasi(unit["disdik"], kursi)
    return unit


def test_the_list_of_vacancies_holds_seats_shortages_and_retirements(
    lowong: dict[str, Any],
) -> None:
    analis = org.pengguna(Peran.ANALIS_BKD)
    alamat = f"{reverse('mutasi:lowong-cetak')}?unit={lowong['disdik'].pk}"

    halaman = masuk(analis).get(alamat).content.decode()
    tulisan = teks_pdf(masuk(analis).get(f"{alamat}&bentuk=pdf").content)

    assert "<strong>1 jabatan struktural kosong</strong>" in halaman
    for kata in (
        "A. Jabatan struktural kosong (1)", "II.b", "(1 jabatan, 2 orang)", "PENSIUN NANTI",
        "C. Akan lowong karena pensiun dalam",
    ):  # fmt: skip
        assert kata in tulisan
    assert AksesData.objects.get().jumlah == 1


def test_names_stay_out_of_the_vacancies_of_those_who_may_not_see_people(
    lowong: dict[str, Any],
) -> None:
    klien = masuk(org.pengguna(Peran.BAGIAN_ORGANISASI))

    tulisan = teks_pdf(klien.get(reverse("mutasi:lowong-cetak"), {"bentuk": "pdf"}).content)
    buku = klien.get(reverse("mutasi:lowong-cetak"), {"bentuk": "xlsx"}).content

    assert "PENSIUN NANTI" not in tulisan
    assert "01-10-2026" in tulisan
    assert "Nama pemangku hanya dicetak bagi yang berhak" in tulisan
    lembar = python_calamine.CalamineWorkbook.from_filelike(BytesIO(buku))
    akan = lembar.get_sheet_by_name("Akan lowong").to_python()
    assert dict(zip(akan[0], akan[1], strict=True))["PEMANGKU"] == ""
    assert not AksesData.objects.exists()


def test_an_office_without_vacancies_prints_that_there_are_none(lowong: dict[str, Any]) -> None:
    analis = masuk(org.pengguna(Peran.ANALIS_BKD))
    alamat = f"{reverse('mutasi:lowong-cetak')}?unit={lowong['bkd'].pk}"

    assert "Tidak ada yang lowong" in analis.get(alamat).content.decode()
    assert teks_pdf(analis.get(f"{alamat}&bentuk=pdf").content).count("Tidak ada.") == 3


def test_the_request_that_waits_for_people_in_a_post_stands_as_the_reason(sidang: Meja) -> None:
    kepala = org.pengguna(Peran.KEPALA_UNIT, unit=sidang.unit["bidang"])
    alasan = "Dua analis pensiun tahun ini dan berkas mutasi menumpuk."
    ajukan(sidang.kursi[2].pk, oleh=kepala, per=HARI_INI, jumlah=1, alasan=alasan)
    baris = sidang.baris(None, 2)

    satu = isi(sidang)
    ubah_baris(
        sidang.rancangan.pk, baris.pk, oleh=sidang.ani, versi=1, isi={"ke": sidang.kursi[1].pk}
    )

    assert "Atas permintaan Bidang Mutasi" in satu.baris[-1].keterangan
    assert satu.permintaan[0].startswith("Bidang Mutasi: 1 orang untuk Analis Kebijakan")
    assert isi(sidang).permintaan == (), "another post, another reason"
    assert verifikasi_langkah(sidang.rancangan) == []
