"""What an employee sees of his own score, and that nobody else can."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from jejak.models import Peristiwa
from penilaian.kernel.akun import Mentah
from penilaian.models import HasilPenilaian, Keberatan, NilaiIndikator
from penilaian.selectors.nilai_saya import belum_diterima
from penilaian.services.pengakuan import akui
from tests.factories import nilai
from tests.helpers.cetak import teks_pdf
from tests.helpers.layar import isi, kueri, masuk_sebagai
from tests.penilaian.nilai_saya.conftest import Dunia
from toolkit.policy import OutOfReach, WrongMoment

pytestmark = pytest.mark.django_db
ALAMAT = "/nilai-saya/"
MAKS_KUERI = 15
HARI_INI = date(2026, 6, 1)


def kata(halaman: str) -> str:
    """The words of a page on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", halaman).split())


def hasil_siti(dunia: Dunia) -> HasilPenilaian:
    """Her latest result."""
    return HasilPenilaian.objects.filter(pegawai=dunia.siti).latest("penilaian__nomor")


@pytest.mark.sekali
def test_without_a_delivered_result_the_page_says_why(dunia: Dunia, siti: Client) -> None:
    dunia.sampaikan(disampaikan=None)

    halaman = kata(isi(siti, ALAMAT))

    assert "Belum ada nilai yang disampaikan kepada Anda." in halaman
    assert "Periode terakhir adalah Tahun 2025" in halaman


@pytest.mark.sekali
def test_the_score_is_a_sentence_and_its_lines_sum_to_it(dunia: Dunia, siti: Client) -> None:
    dunia.sampaikan()

    halaman = kata(isi(siti, ALAMAT))

    assert "Nilai Anda tahun 2025: 84 dari 100, dihitung dari 2 kriteria." in halaman
    assert "48 dari 60" in halaman
    assert "36 dari 40" in halaman


@pytest.mark.sekali
def test_each_line_opens_to_its_data_evidence_rule_and_basis(dunia: Dunia, siti: Client) -> None:
    dunia.sampaikan()

    halaman = isi(siti, ALAMAT)

    assert "Hadir 207 dari 230 hari kerja" in halaman
    assert "Hari hadir: 207" in halaman
    assert f'<a href="{reverse("penilaian:bukti", args=[dunia.bukti.pk])}">rekap.pdf</a>' in halaman
    assert "0 % atau kurang bernilai 0; 100 % atau lebih bernilai 100" in halaman
    assert "PP 30/2019" in halaman


@pytest.mark.sekali
def test_evidence_corrected_since_says_so(dunia: Dunia, siti: Client) -> None:
    dunia.sampaikan()
    NilaiIndikator.objects.update(digantikan_pada="2026-05-25T00:00Z", digantikan_oleh=dunia.bkd)

    assert "sudah diperbaiki sesudah perhitungan ini" in isi(siti, ALAMAT)


@pytest.mark.sekali
def test_what_is_missing_is_named_with_who_fills_it_and_is_not_zero(
    dunia: Dunia, siti: Client
) -> None:
    dunia.sampaikan({"K1": Mentah.kosong("Predikat 2025 belum tercatat", "pejabat penilai")})

    halaman = kata(isi(siti, ALAMAT))

    assert "belum dapat dihitung: 2 dari 2 kriteria belum ada datanya. Ini bukan nilai 0" in halaman
    assert "Predikat 2025 belum tercatat. Yang melengkapi: pejabat penilai ." in halaman
    assert "8 orang serumpun sudah mempunyai nilai; Anda belum." in halaman


@pytest.mark.sekali
def test_data_that_contradict_each_other_are_not_called_missing(dunia: Dunia, siti: Client) -> None:
    tidak_cocok = Mentah.tak_terperiksa("Predikat tidak cocok dengan ratingnya", "pejabat penilai")
    dunia.sampaikan(dunia.mentah() | {"K1": tidak_cocok})

    halaman = kata(isi(siti, ALAMAT))

    assert "ada data yang tidak dapat diperiksa kebenarannya" in halaman
    assert "Yang memperbaiki: pejabat penilai" in halaman


@pytest.mark.sekali
def test_the_same_figures_stand_on_screen_on_paper_and_in_the_data(
    dunia: Dunia, siti: Client
) -> None:
    dunia.sampaikan(dunia.mentah(hadir="91.2345"))
    alamat = "/nilai-saya/periode/2025/1/"

    layar = kata(isi(siti, alamat))
    kertas = teks_pdf(siti.get(f"{alamat}unduh/pdf/").content)
    data = json.loads(siti.get(f"{alamat}unduh/json/").content)

    poin = [Decimal(satu["sumbangan"]) for satu in data["rincian"]]
    assert sum(poin) == Decimal(data["skor"]) == hasil_siti(dunia).skor == Decimal("84.492")
    for angka in ("84,492", "48", "36,492", "91,2345 %", "91,23"):
        assert angka in layar
        assert angka in kertas
    for satu in data["rincian"]:
        assert satu["alasan"] in layar
        assert satu["alasan"] in kertas
    assert siti.get(f"{alamat}unduh/exe/").status_code == 404


@pytest.mark.sekali
def test_receipt_is_stated_once_and_starts_the_term(dunia: Dunia, siti: Client) -> None:
    dunia.sampaikan()
    sebelum = kata(isi(siti, ALAMAT))

    siti.post("/nilai-saya/periode/2025/1/terima/")

    assert "sampai 15 Juni 2026 bila Anda menyatakannya hari ini" in sebelum
    assert "dianggap diterima pada 3 Juni 2026" in sebelum
    assert hasil_siti(dunia).diakui_pada == HARI_INI
    assert "Keberatan dapat diajukan sampai 15 Juni 2026 (14 hari lagi)" in kata(isi(siti, ALAMAT))
    assert Peristiwa.objects.latest("pk").tindakan == "penilaian.hasil.diakui"
    with pytest.raises(WrongMoment, match="sudah menyatakan menerima hasil ini pada 1 Juni 2026"):
        akui(hasil_siti(dunia).pk, oleh=dunia.akun, per=HARI_INI)


def test_receipt_is_only_stated_by_the_person_in_time_and_for_what_counts(dunia: Dunia) -> None:
    dunia.sampaikan()
    lama = hasil_siti(dunia)

    assert list(belum_diterima(dunia.akun, per=HARI_INI)) == [lama]
    assert not belum_diterima(dunia.akun, per=date(2026, 6, 3))
    with pytest.raises(OutOfReach):
        akui(lama.pk, oleh=dunia.kepala, per=HARI_INI)
    with pytest.raises(WrongMoment, match="dianggap diterima sejak 3 Juni 2026"):
        akui(lama.pk, oleh=dunia.akun, per=date(2026, 6, 3))
    dunia.sampaikan(dunia.mentah(hadir="95"), sebab="data")
    with pytest.raises(WrongMoment, match="digantikan oleh perhitungan yang lebih baru"):
        akui(lama.pk, oleh=dunia.akun, per=HARI_INI)
    assert list(belum_diterima(dunia.akun, per=HARI_INI)) == [hasil_siti(dunia)]
    akui(hasil_siti(dunia).pk, oleh=dunia.akun, per=HARI_INI)
    assert hasil_siti(dunia).diakui_pada == HARI_INI
    assert not belum_diterima(dunia.akun, per=HARI_INI)


@pytest.mark.sekali
def test_the_place_among_the_family_names_nobody_and_small_groups_are_hidden(
    dunia: Dunia, siti: Client
) -> None:
    dunia.sampaikan()
    besar = isi(siti, ALAMAT)
    HasilPenilaian.objects.filter(pegawai__in=dunia.rekan[:5]).update(kelompok="Perawat")

    kecil = kata(isi(siti, ALAMAT))

    assert "GURU 1" not in besar
    assert "80 – 85 ◀ Anda" in kata(besar)
    assert "Hampir semua orang lain serumpun bernilai lebih rendah daripada Anda." in kata(besar)
    assert "Sebaran tidak ditampilkan: kelompok dengan kurang dari 5 orang" in kecil


@pytest.mark.sekali
def test_a_later_run_is_explained_against_the_one_it_replaced(dunia: Dunia, siti: Client) -> None:
    dunia.sampaikan()
    dunia.sampaikan(dunia.mentah(hadir="95"), sebab="data")
    dunia.sampaikan(dunia.mentah(hadir="10"), sebab="data", disampaikan=None)

    baru, lama = kata(isi(siti, ALAMAT)), kata(isi(siti, "/nilai-saya/periode/2025/1/"))

    assert "Nilai Anda tahun 2025: 86 dari 100" in baru
    assert "Kehadiran: data 90 % menjadi 95 %, nilai 90 menjadi 95: +2 poin." in baru
    assert "Ini hasil lama. Yang berlaku untuk periode ini perhitungan ke-2" in lama
    assert siti.get("/nilai-saya/periode/2025/3/").status_code == 404


@pytest.mark.sekali
def test_past_periods_are_compared_with_those_of_the_same_kind(dunia: Dunia, siti: Client) -> None:
    dunia.sampaikan()
    dunia.masa = nilai.periode(2024)
    dunia.sampaikan(dunia.mentah(hadir="80"))

    halaman = kata(isi(siti, ALAMAT))

    assert "Nilai Anda tahun 2025: 84 dari 100" in halaman
    assert "84 +4" in halaman
    assert "Nilai Anda tahun 2024: 80 dari 100" in kata(isi(siti, "/nilai-saya/periode/2024/"))
    assert siti.get("/nilai-saya/periode/2023/").status_code == 404


@pytest.mark.sekali
def test_what_would_raise_it_is_honest_about_whose_hands_it_lies_in(
    dunia: Dunia, siti: Client
) -> None:
    dunia.sampaikan()

    halaman = kata(isi(siti, ALAMAT))

    assert "Dapat Anda usahakan sendiri Kehadiran dari 90 % menjadi 91 %" in halaman
    assert "Tidak di tangan Anda Predikat kinerja tahunan dari BAIK menjadi SANGAT BAIK" in halaman


@pytest.mark.sekali
def test_a_contested_line_says_so_and_cannot_be_contested_again(dunia: Dunia, siti: Client) -> None:
    dunia.sampaikan()
    Keberatan.objects.create(
        hasil=hasil_siti(dunia), pegawai=dunia.siti, tanggal=HARI_INI, diterima=HARI_INI,
        batas=date(2026, 6, 15), batas_putus=date(2026, 6, 22), alasan="Kehadiran keliru",
        kriteria=["K2"], dicatat_pada="2026-06-01T00:00Z", dicatat_oleh=dunia.akun,
    )  # fmt: skip

    halaman = kata(isi(siti, ALAMAT))

    assert "Kehadiran dibantah" in halaman
    assert (
        "Anda mengajukan keberatan pada 1 Juni 2026 : diajukan , diputus paling lambat" in halaman
    )
    assert "Ajukan keberatan" not in halaman


@pytest.mark.sekali
def test_the_page_costs_the_same_for_two_criteria_and_for_twelve(
    dunia: Dunia, siti: Client
) -> None:
    dunia.sampaikan()
    sedikit = kueri(siti, ALAMAT)
    banyak = [
        nilai.baris_kriteria(f"K{n}", "kehadiran", "5" if n < 9 else "15") for n in range(1, 13)
    ]
    lebar = nilai.perangkat_terbit(banyak, kode="LEBAR")
    bukti = dunia.mentah()["K2"]
    dunia.sampaikan({f"K{n}": bukti for n in range(1, 13)}, perangkat=lebar, sebab="kriteria")

    assert kueri(siti, ALAMAT) <= max(sedikit, MAKS_KUERI)
    assert "dihitung dari 12 kriteria" in isi(siti, ALAMAT)


@pytest.mark.sekali
def test_nobody_else_reaches_it_under_any_of_its_addresses(dunia: Dunia, client: Client) -> None:
    dunia.sampaikan()
    rekan = dunia.rekan[0]
    rekan.pengguna = dunia.kepala
    rekan.save()
    HasilPenilaian.objects.filter(pegawai=rekan).delete()

    for siapa in (dunia.kepala, dunia.bkd):
        orang = masuk_sebagai(client, siapa)
        for alamat in ("", "1/", "1/unduh/pdf/", "1/unduh/json/"):
            assert orang.get(f"/nilai-saya/periode/2025/{alamat}").status_code == 404
        assert orang.post("/nilai-saya/periode/2025/1/terima/").status_code == 404
        assert "84" not in kata(isi(orang, ALAMAT))


@pytest.mark.sekali
@pytest.mark.parametrize("alamat", ["tim/", "kompetensi/"])
def test_what_stands_beside_the_score_is_one_s_own_and_costs_little(
    dunia: Dunia, siti: Client, alamat: str
) -> None:
    halaman = kata(isi(siti, f"{ALAMAT}{alamat}"))

    assert "saya" in halaman
    assert kueri(siti, f"{ALAMAT}{alamat}") <= MAKS_KUERI
