"""Completeness: the same answer as a run would give, per office, per source, person by person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
import python_calamine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organisasi.izin import Peran
from pegawai.models import Pegawai, RiwayatKinerja, RiwayatPelatihan
from penilaian.kernel.kelonggaran import Himpunan, bandingkan
from penilaian.models import HasilPenilaian, Inovasi, Penilaian
from penilaian.selectors.kelengkapan import SaringanKerja, bingkai, daftar_kerja, kelengkapan
from penilaian.services.penilaian import Permintaan, hitung_nilai
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories.nilai import (
    PREDIKAT,
    baris_kriteria,
    nilai_indikator,
    perangkat_terbit,
    periode,
)

pytestmark = [pytest.mark.django_db]
PER = date(2026, 6, 1)


def _kriteria() -> list[dict[str, Any]]:
    tabel = {"skala": "tabel", "parameter": {"isi": PREDIKAT}, "satuan": "predikat"}
    dibagi = {"bila_kosong": "bobot_dibagi"}
    return [
        baris_kriteria("K1", "predikat_tahunan", "50", **tabel),
        baris_kriteria("K2", "kehadiran", "20", **dibagi),
        baris_kriteria("K3", "inovasi", "10", **dibagi),
        baris_kriteria("K4", "pelatihan_jp", "10", **dibagi),
        baris_kriteria("K5", "capaian_skp", "10", **dibagi),
    ]


@pytest.fixture
def dinas(pada_hari_ini: Any) -> dict[str, Any]:
    """Two schools with people in every state; the set asks for 70 % of the weight."""
    unit = org.kabupaten()
    guru = peg.jabatan("Guru Ahli Pertama", rumpun="Guru")
    sd1, sd2 = peg.formasi(unit["sd1"], guru), peg.formasi(unit["sd2"], guru)
    masa = periode(2025)
    perangkat_terbit(_kriteria(), bobot_minimal=Decimal(70))
    nama = ("LENGKAP", "TANPA PREDIKAT", "BERTENTANGAN", "RINGAN", "MUSTAHIL", "KOSONG")
    orang = {n: peg.pegawai(n, post=sd2 if n == "KOSONG" else sd1) for n in nama}
    for n in ("LENGKAP", "BERTENTANGAN", "RINGAN", "MUSTAHIL"):
        RiwayatKinerja.objects.create(
            pegawai=orang[n], tahun=2025, predikat="BAIK", bertentangan=n == "BERTENTANGAN"
        )
    for n in ("LENGKAP", "TANPA PREDIKAT"):
        nilai_indikator(orang[n], masa, hari_kerja=200, hari_hadir=190, capaian_skp=100)
    nilai_indikator(orang["MUSTAHIL"], masa, hari_kerja=200, hari_hadir=260)
    RiwayatPelatihan.objects.create(
        pegawai=orang["LENGKAP"], nama="Diklat", mulai=date(2025, 3, 1), jam=20
    )
    # RINGAN: only the predicate and (nothing waits, the year is over) no innovation: 60 of 70.
    Inovasi.objects.create(
        pegawai=orang["KOSONG"], periode=masa, judul="Antrean", manfaat="Cepat.",
        tanggal=date(2025, 5, 1), diajukan_pada=timezone.now(),
        diajukan_oleh=org.pengguna(Peran.PEGAWAI),
    )  # fmt: skip
    return {**unit, "masa": masa, "orang": orang, "analis": org.pengguna(Peran.ANALIS_BKD)}


def _klien(siapa: Any) -> Client:
    klien = Client()
    klien.force_login(siapa)
    return klien


def _isi(siapa: Any, nama: str, kueri: str = "") -> str:
    jawaban = _klien(siapa).get(reverse(f"penilaian:{nama}") + kueri)
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


def test_the_database_counts_what_a_run_would_find(dinas: dict[str, Any]) -> None:
    b = bingkai(dinas["masa"], dinas["analis"], per=PER)
    assert b is not None

    hasil = kelengkapan(b)
    lengkap = set(b.orang().filter(b.ukur.lengkap).values_list("pk", flat=True))
    rusak = set(b.orang().filter(b.ukur.rusak).values_list("pk", flat=True))
    hitung_nilai(Permintaan(dinas["masa"], PER, dinas["analis"]))

    run = dict(HasilPenilaian.objects.values_list("pegawai", "keadaan"))
    assert lengkap == {pk for pk, k in run.items() if k == "angka"}
    assert rusak == {pk for pk, k in run.items() if k == "tidak_dapat_diperiksa"}
    j = hasil.jumlah
    assert (j.orang, j.lengkap, j.kurang, j.rusak) == (6, 1, 3, 2)
    assert dict(j.sumber) == {
        "predikat_tahunan": 3, "kehadiran": 4, "inovasi": 1, "pelatihan_jp": 5, "capaian_skp": 4,
    }  # fmt: skip
    assert [(k.nama, k.orang, k.lengkap, k.persen) for k in hasil.kelompok] == [
        ("Dinas Pendidikan", 6, 1, 16)
    ]
    per_unit = kelengkapan(b, opd=dinas["disdik"].pk)
    assert [(k.nama, k.kurang, k.rusak) for k in per_unit.kelompok] == [
        ("SD Negeri 1 Contoh", 2, 2), ("SD Negeri 2 Contoh", 1, 0),
    ]  # fmt: skip


def test_the_work_list_says_what_is_missing_and_who_fills_it(dinas: dict[str, Any]) -> None:
    b = bingkai(dinas["masa"], dinas["analis"], per=PER)
    assert b is not None

    def nama(**saring: Any) -> list[str]:
        return [o.nama for o in daftar_kerja(b, SaringanKerja(**saring))]

    assert nama() == ["BERTENTANGAN", "MUSTAHIL", "RINGAN", "TANPA PREDIKAT", "KOSONG"]
    assert nama(sumber="inovasi") == ["KOSONG"]
    assert nama(unit=dinas["sd2"].pk) == ["KOSONG"]
    assert nama(opd=str(dinas["bkd"].pk)) == []
    assert nama(cari="tanpa") == ["TANPA PREDIKAT"]
    assert nama(cari=dinas["orang"]["KOSONG"].nip) == ["KOSONG"]
    halaman = _isi(dinas["analis"], "kelengkapan-orang", "?periode=2025")
    assert "<strong>5 orang</strong> belum dapat dinilai" in halaman
    assert "Predikat kinerja tahunan: belum ada" in halaman
    assert "Predikat kinerja tahunan: tidak dapat dipakai" in halaman
    assert "Operator kepegawaian unit: perbaiki angka yang tidak mungkin" in halaman


@pytest.mark.sekali
def test_the_workbook_is_what_is_filtered_and_reach_bounds_it(dinas: dict[str, Any]) -> None:
    operator = org.pengguna(Peran.OPERATOR_OPD, unit=dinas["sd2"])
    Pegawai.objects.filter(nama="KOSONG").update(nama='=HYPERLINK("http://x")')

    jawaban = _klien(operator).get(reverse("penilaian:kelengkapan-unduh"))

    buku = python_calamine.CalamineWorkbook.from_filelike(BytesIO(b"".join(jawaban)))
    baris = buku.get_sheet_by_name("Daftar kerja").to_python()
    assert baris[0][:4] == ["PERANGKAT DAERAH", "UNIT", "NIP", "NAMA"]
    assert {(b[1], b[3]) for b in baris[1:]} == {("SD Negeri 2 Contoh", '=HYPERLINK("http://x")')}
    assert baris[1][5] == "Predikat kinerja tahunan: belum ada"
    assert "<strong>0 dari 1 orang</strong>" in _isi(operator, "kelengkapan")
    assert "SD Negeri 1" not in _isi(operator, "kelengkapan", f"?opd={dinas['disdik'].pk}")


@pytest.mark.sekali
def test_the_overview_says_where_the_period_stands_before_and_after_a_run(
    dinas: dict[str, Any],
) -> None:
    sebelum = _isi(dinas["analis"], "kinerja")
    hitung_nilai(Permintaan(dinas["masa"], PER, dinas["analis"]))
    sesudah = _isi(dinas["analis"], "kinerja")
    kabid = _isi(org.pengguna(Peran.KABID_MUTASI), "kinerja")
    kepala = org.pengguna(Peran.KEPALA_BKPSDM)
    Penilaian.objects.update(disampaikan_pada=timezone.now(), disampaikan_oleh=kepala)
    disampaikan = _isi(kepala, "kinerja")
    ulang = Permintaan(dinas["masa"], PER, dinas["analis"], alasan="Penilai berganti.", paksa=True)
    hitung_nilai(ulang)
    lagi = _isi(kepala, "kinerja")

    assert "<strong>1 datanya lengkap</strong>" in sebelum
    assert "Nilainya <a" in sebelum
    assert "<strong>1 dinilai</strong>" in sesudah
    assert "3 belum lengkap" in sesudah
    assert "belum disampaikan" in sesudah
    assert '<span class="besar">1</span><span class="ket">inovasi menunggu verifikasi' in kabid
    tunggu = '<span class="besar">{}</span><span class="ket">perhitungan menunggu disampaikan'
    assert tunggu.format(0) in disampaikan
    assert tunggu.format(1) in lagi
    asing = _klien(org.pengguna(Peran.PEGAWAI)).get(reverse("penilaian:kinerja"))
    assert asing.status_code == 403


@pytest.mark.sekali
def test_pages_without_criteria_say_how_to_begin(pada_hari_ini: Any) -> None:
    org.kabupaten()
    analis = org.pengguna(Peran.ANALIS_BKD)

    assert "Belum ada periode" in _isi(analis, "kinerja")
    periode(2025)
    for nama in ("kinerja", "kelengkapan", "kelengkapan-orang"):
        assert "Belum ada kriteria yang berlaku" in _isi(analis, nama)
    assert _klien(analis).get(reverse("penilaian:kelengkapan-unduh")).status_code == 404
    assert "Belum ada perhitungan" in _isi(analis, "sebaran")


@pytest.mark.sekali
def test_the_spread_has_medians_and_hides_groups_too_small(dinas: dict[str, Any]) -> None:
    hitung_nilai(Permintaan(dinas["masa"], PER, dinas["analis"]))
    assert "kurang dari 5" in _isi(dinas["analis"], "sebaran")
    guru = dinas["orang"]["LENGKAP"].formasi
    for n in range(5):
        orang = peg.pegawai(f"GURU {n}", post=guru)
        kata = "BAIK" if n < 3 else "SANGAT BAIK"
        RiwayatKinerja.objects.create(pegawai=orang, tahun=2025, predikat=kata)
        nilai_indikator(orang, dinas["masa"], hari_kerja=100, hari_hadir=100, capaian_skp=100)
    hitung_nilai(Permintaan(dinas["masa"], PER, dinas["analis"]))

    halaman = _isi(dinas["analis"], "sebaran")
    skor = sorted(
        HasilPenilaian.objects.filter(penilaian__nomor=2, skor__isnull=False).values_list(
            "skor", flat=True
        )
    )
    tengah = f"{(skor[2] + skor[3]) / 2:.2f}".replace(".", ",")

    assert len(skor) == 6
    assert f"Nilai tengah <strong>{tengah}</strong> dari 6 orang" in halaman
    assert "angka ini tidak memutuskan yang mana" in halaman
    assert "Guru" in _isi(dinas["analis"], "sebaran", "?menurut=rumpun")


def test_an_assessor_is_set_beside_the_others_and_small_groups_have_no_figures() -> None:
    def himpunan(*skor: int) -> Himpunan:
        return Himpunan(len(skor), Decimal(sum(skor)), Decimal(sum(n * n for n in skor)))

    semua = himpunan(80, 80, 80, 80, 90, 60, 62, 64, 66, 68)

    k = bandingkan(himpunan(80, 80, 80, 80, 90), semua, minimal=5)

    assert (k.rata, k.rata_lain, k.selisih) == (Decimal(82), Decimal(64), Decimal(18))
    assert (k.simpangan, k.simpangan_lain) == (Decimal("4.00"), Decimal("2.83"))
    assert k.bunyi == "18 poin di atas rata-rata penilai lain"
    kecil = bandingkan(himpunan(80, 80), semua, minimal=5)
    assert (kecil.rata, kecil.selisih, kecil.bunyi) == (None, None, "kurang dari 5 orang")
