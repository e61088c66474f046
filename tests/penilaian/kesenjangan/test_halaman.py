"""Pages of load, years ahead and what-if: the answer first, posts never netted, nothing saved."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisasi.izin import Peran
from organisasi.models import UnitKerja
from pegawai.models import Formasi, JenisJabatan, Pegawai, StatusPegawai
from penilaian.kernel.abk import Periode, Tugas
from penilaian.models import Kebutuhan
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.helpers.htmx import periksa_potongan

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]


def _beban(post: Formasi, menit: int, orang: int, nama: str, **lain: Any) -> list[Pegawai]:
    """A post with so many minutes of work a year, and its holders."""
    nilai.perhitungan_abk(post, Tugas.isi(f"Kerja {nama}", "berkas", menit, Periode.TAHUN, 1))
    return [peg.pegawai(f"{nama} {n}", post=post, **lain) for n in range(orang)]


@pytest.fixture
def kantor(pada_hari_ini: Any) -> dict[str, Any]:
    """A school with a heavy and a light post, a contract that ends, a retirement, an empty seat."""
    unit = org.kabupaten()
    berat = peg.formasi(unit["sd1"], peg.jabatan("Arsiparis Terampil", rumpun="Arsiparis"))
    ringan = peg.formasi(unit["sd1"], peg.jabatan("Pranata Komputer Mahir", rumpun="Pranata"))
    lain = peg.formasi(unit["sd2"], berat.jabatan)
    orang = _beban(berat, 187_500, 2, "BERAT")  # 2.5 people -> 3
    _beban(ringan, 75_000, 3, "RINGAN", status=StatusPegawai.PPPK)  # 1 person
    _beban(lain, 112_500, 1, "LAIN", status=StatusPegawai.PPPK_PW)  # 1.5 -> 2
    kursi: dict[str, Any] = {
        "jenis": JenisJabatan.STRUKTURAL,
        "unit": unit["disdik"],
        "eselon_id": "22",
    }
    peg.formasi(unit["disdik"], peg.jabatan("Kepala Dinas", **kursi))
    Pegawai.objects.filter(pk=orang[0].pk).update(tmt_pensiun=date(2027, 1, 1))
    Pegawai.objects.filter(status=StatusPegawai.PPPK).update(akhir_kontrak=date(2028, 3, 1))
    klien = Client()
    klien.force_login(org.pengguna(Peran.ANALIS_BKD))
    return {"klien": klien, "unit": unit, "berat": berat, "ringan": ringan, "lain": lain}


def isi(kantor: dict[str, Any], nama: str, kueri: str = "", **argumen: Any) -> str:
    """The page as text."""
    jawaban = kantor["klien"].get(reverse(f"penilaian:{nama}", kwargs=argumen) + kueri)
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


def test_unit_page_says_both_gaps_and_what_its_one_number_hides(kantor: dict[str, Any]) -> None:
    halaman = isi(kantor, "unit", pk=kantor["unit"]["sd1"].pk)

    assert "kekurangan 1 orang</strong> di 1 jabatan" in halaman
    assert "kelebihan 2 orang</strong> di 1 jabatan" in halaman
    assert "Efektivitas unit (EU) <strong>0,7000</strong>" in halaman
    assert "satu angka ini menutupi dua keadaan" in halaman
    assert "dengan EJ 1,2500 (2 pemangku)" in halaman
    assert "dengan EJ 0,3333 (3 pemangku)" in halaman
    assert "1,1 orang</span>" in halaman, "half of 2 x (1.25 - 0.7) + 3 x (0.7 - 1/3)"
    assert "EU menutupi selisih yang berlawanan" in halaman
    assert halaman.index("Arsiparis Terampil</a></th>") < halaman.index(
        "Pranata Komputer Mahir</a></th>"
    )
    periksa_potongan(
        kantor["klien"], reverse("penilaian:unit", args=[kantor["unit"]["sd1"].pk]), "pos"
    )


def test_branch_of_an_office_adds_its_schools_without_netting(kantor: dict[str, Any]) -> None:
    halaman = isi(kantor, "unit", pk=kantor["unit"]["disdik"].pk)

    assert "kekurangan 3 orang</span>" in halaman
    assert 'keadaan=kurang&amp;urut=kurang">3 jabatan</a>' in halaman
    assert "kelebihan 2 orang</span>" in halaman
    assert 'keadaan=lebih&amp;urut=lebih">1 jabatan</a>' in halaman
    assert reverse("penilaian:unit", args=[kantor["unit"]["sd1"].pk]) in halaman


def test_unit_of_a_neighbour_does_not_exist(kantor: dict[str, Any]) -> None:
    kantor["klien"].force_login(org.pengguna(Peran.KEPALA_UNIT, unit=kantor["unit"]["sd2"]))

    for pk in (kantor["unit"]["sd1"].pk, 999_999):
        assert kantor["klien"].get(reverse("penilaian:unit", args=[pk])).status_code == 404


@pytest.mark.parametrize(
    ("kelompok", "nama"),
    [("opd", "Dinas Pendidikan"), ("unit", "SD Negeri 2"), ("jenis", "SD"), ("rumpun", "Pranata"),
     ("zz", "Dinas Pendidikan")],
)  # fmt: skip
def test_balance_compares_groups_by_the_spread_of_their_load(
    kantor: dict[str, Any], kelompok: str, nama: str
) -> None:
    halaman = isi(kantor, "keseimbangan", f"?kelompok={kelompok}&urut=berat")

    assert "dari EJ <strong>0,33</strong> sampai <strong>1,50</strong>" in halaman
    assert nama in halaman
    assert "EJ dari" in halaman


def test_projection_takes_people_off_on_their_day_and_keeps_both_gaps(
    kantor: dict[str, Any],
) -> None:
    halaman = isi(kantor, "proyeksi")
    diperpanjang = isi(kantor, "proyeksi", "?kontrak=on&tumbuh=10")
    kosong = isi(kantor, "proyeksi", "?q=tidakada")

    assert 'kekurangan menjadi <strong class="kurang">5 orang</strong>' in halaman
    assert "0 kursi segera" in halaman
    assert "1 akan lowong" in halaman
    assert "kontrak dianggap diperpanjang" in diperpanjang
    assert 'kelebihan <span class="lebih">1 orang' in diperpanjang
    assert "Tidak ada formasi yang cocok" in kosong
    periksa_potongan(kantor["klien"], reverse("penilaian:proyeksi") + "?tumbuh=3", "hasil")


def test_year_of_the_projection_leads_to_its_posts_and_soon_empty_seats(
    kantor: dict[str, Any],
) -> None:
    kurang = isi(kantor, "proyeksi-posisi", "?tahun=2028&keadaan=kurang")
    lebih = isi(kantor, "proyeksi-posisi", "?tahun=2026&keadaan=lebih")
    menjelang = isi(kantor, "proyeksi-menjelang", f"?unit={kantor['unit']['sd1'].pk}")
    luar = isi(kantor, "proyeksi-menjelang", f"?unit={kantor['unit']['sd2'].pk}")

    assert "Formasi pada akhir 2028" in kurang
    assert "Pranata Komputer Mahir" in kurang
    assert "Pranata Komputer Mahir" in lebih
    assert "Arsiparis" not in lebih
    assert "1 Januari 2027" in menjelang
    assert "1 (kurang)" in menjelang
    assert "BERAT" not in menjelang, "posts, not names"
    assert "Tidak ada pemangku yang pensiun" in luar


def test_what_if_shows_before_and_after_and_saves_nothing(kantor: dict[str, Any]) -> None:
    def simpanan() -> list[Any]:
        return list(Kebutuhan.objects.order_by("pk").values())

    sebelum = simpanan()

    diam = isi(kantor, "andaikan")
    jke = isi(kantor, "andaikan", "?jke=150000")
    volume = isi(kantor, "andaikan", "?volume=300&pw=tidak&efektif=on&tumbuh=2&tahun=5")
    bertitik = isi(kantor, "andaikan", "?jke=150.000")
    salah = isi(kantor, "andaikan", "?jke=5&volume=abc")

    assert "Belum ada yang diandaikan" in diam
    assert "<strong>Tidak ada yang disimpan</strong>" in diam
    assert 'kekurangan menjadi <strong class="kurang">1 orang</strong> (kini 3)' in jke
    assert 'kekurangan menjadi <strong class="kurang">1 orang</strong> (kini 3)' in bertitik
    assert "2 formasi berubah tandanya" in jke
    assert "Arsiparis Terampil" in jke
    assert "berubah tandanya" in volume
    assert "Ada isian yang belum dapat dipakai" in salah
    assert "Belum ada yang diandaikan" in salah
    assert simpanan() == sebelum
    periksa_potongan(kantor["klien"], reverse("penilaian:andaikan") + "?volume=20", "hasil")


def test_pages_ask_as_often_for_many_posts_as_for_few(kantor: dict[str, Any]) -> None:
    alamat = {
        "unit": {"pk": kantor["unit"]["sd1"].pk}, "keseimbangan": {}, "proyeksi": {},
        "proyeksi-posisi": {}, "proyeksi-menjelang": {}, "andaikan": {},
    }  # fmt: skip

    def kueri() -> dict[str, int]:
        hasil = {}
        for nama, argumen in alamat.items():
            with CaptureQueriesContext(connection) as hitung:
                isi(kantor, nama, "?volume=10&tumbuh=1", **argumen)
            hasil[nama] = len(hitung)
        return hasil

    awal = kueri()
    for n in range(12):
        post = peg.formasi(
            UnitKerja.objects.get(pk=kantor["unit"]["sd1"].pk), peg.jabatan(f"Jabatan {n}")
        )
        _beban(post, 75_000 + n, 1, f"ORANG {n}")

    assert kueri() == awal
    assert max(awal.values()) <= 15
