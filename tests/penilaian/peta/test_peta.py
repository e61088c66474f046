"""The pictures of needs: their sums agree with the list of posts behind every number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
import python_calamine
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja, Wilayah
from organisasi.services.pohon import susun_ulang_pohon
from pegawai.models import Formasi, JenisJabatan
from penilaian.forms.kebutuhan import SaringanPosisi
from penilaian.kernel.abk import Periode, Tugas
from penilaian.models import Kebutuhan
from penilaian.selectors.kebutuhan import daftar_posisi
from tests.conftest import HARI_INI
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.helpers.htmx import periksa_potongan
from tests.helpers.layar import isi, kueri, masuk_sebagai

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
PANAS, WILAYAH = "penilaian:peta-panas", "penilaian:peta-kecamatan"


@pytest.fixture
def dunia(pada_hari_ini: Any) -> dict[str, Any]:
    """Two schools of two kecamatan, one short and one over; a bidang without a place."""
    unit = org.kabupaten()
    guru = peg.jabatan("Guru Ahli Pertama", rumpun="Guru")
    perawat = peg.jabatan("Perawat Terampil", rumpun="Perawat")
    umum = peg.jabatan("Pengolah Data", jenis=JenisJabatan.PELAKSANA)
    sd1, sd2 = peg.formasi(unit["sd1"], guru), peg.formasi(unit["sd2"], guru)
    uks, data = peg.formasi(unit["sd2"], perawat), peg.formasi(unit["bidang"], umum)
    nilai.kebutuhan(sd1, 3)
    nilai.kebutuhan(sd2, 1)
    nilai.kebutuhan(uks, 2)
    nilai.kebutuhan(data, 1)
    for post in (sd1, sd2, sd2):
        peg.pegawai(post=post)
    titik = {"lintang": Decimal("-1.2"), "bujur": Decimal("116.8")}
    dekat = Wilayah.objects.create(kode="99.01.01", nama="Hulu", tingkat="kecamatan", **titik)
    jauh = Wilayah.objects.create(kode="99.01.02", nama="Hilir", tingkat="kecamatan")
    UnitKerja.objects.filter(pk=unit["sd1"].pk).update(wilayah=dekat)
    UnitKerja.objects.filter(pk=unit["sd2"].pk).update(wilayah=jauh, terpencil=True)
    return {**unit, "dekat": dekat, "jauh": jauh, "sd1_guru": sd1, "sd2_guru": sd2}


@pytest.fixture
def siapa(dunia: dict[str, Any]) -> Pengguna:
    """An analyst."""
    return org.pengguna(Peran.ANALIS_BKD)


@pytest.fixture
def analis(client: Client, siapa: Pengguna) -> Client:
    """The same, logged in."""
    return masuk_sebagai(client, siapa)


def peta(client: Client, **kueri: Any) -> Any:
    """The heat map as the page was given it."""
    jawaban = client.get(reverse(PANAS), kueri)
    assert jawaban.status_code == 200
    return jawaban.context["p"]


def jumlah_daftar(siapa: Pengguna, kueri: str) -> tuple[int, int]:
    """(shortage, excess) of the list of posts an address opens."""
    form = SaringanPosisi(QueryDict(kueri), pengguna=siapa, per=HARI_INI)
    total = daftar_posisi(siapa, form, per=HARI_INI).total
    return total["kekurangan"], total["kelebihan"]


def semua_sel(satu: Any) -> Iterator[tuple[Any, str]]:
    """Every number of the map that opens a list, with the address."""
    yield satu.total, satu.kueri_total
    yield from ((k.jumlah, k.kueri) for k in satu.kolom if k.rumpun)
    for baris in satu.baris:
        yield baris.jumlah, baris.kueri
        yield from ((s.jumlah, s.kueri) for s in baris.sel if s and s.kueri)


def tautan(halaman: str, pola: str) -> str:
    """The first link of a page whose address fits."""
    cocok = re.search(rf'href="({pola})"', halaman)
    assert cocok, pola
    return cocok[1].replace("&amp;", "&")


def test_every_number_of_the_heat_map_is_the_sum_of_the_list_it_opens(
    analis: Client, siapa: Pengguna, dunia: dict[str, Any]
) -> None:
    luar = peg.formasi(dunia["akar"], peg.jabatan("Tanpa Jenis", jenis=""))
    nilai.kebutuhan(luar, 4)

    for isian in ({}, {"induk": dunia["disdik"].pk}, {"macam": "kesehatan"}, {"keadaan": "lebih"}):
        satu = peta(analis, **isian)
        sel = list(semua_sel(satu))
        assert [(j.kurang, j.lebih) for j, _ in sel] == [jumlah_daftar(siapa, k) for _, k in sel]
        assert satu.total.kurang == sum(b.jumlah.kurang for b in satu.baris)
        assert satu.total.lebih == sum(k.jumlah.lebih for k in satu.kolom)

    kunci = {(b.nama, b.jumlah.kurang, b.jumlah.lebih) for b in peta(analis).baris}
    assert kunci == {
        ("Dinas Pendidikan", 4, 1), ("Badan Kepegawaian", 1, 0), ("Tanpa perangkat daerah", 4, 0),
    }  # fmt: skip


def test_cell_says_both_gaps_by_sign_and_word_and_the_largest_stands_first(
    analis: Client, dunia: dict[str, Any]
) -> None:
    halaman = isi(analis, reverse(PANAS))
    lebih = peta(analis, warna="lebih", skala="persen", induk=dunia["disdik"].pk)

    assert '<span class="visually-hidden">kurang </span>−2</span>' in halaman
    assert '<span class="visually-hidden">lebih </span>+1</span>' in halaman
    assert [k.judul for k in peta(analis).kolom] == ["Guru", "Perawat", "Pelaksana"]
    assert [b.nama for b in lebih.baris] == ["SD Negeri 2 Contoh", "SD Negeri 1 Contoh"]
    assert [(s.kelas, s.persen) if s else None for s in lebih.baris[0].sel] == [
        (5, "100%"), (0, ""),
    ]  # fmt: skip
    assert lebih.baris[1].sel[1] is None
    assert lebih.legenda[-1] == (5, "lebih dari 75%")
    periksa_potongan(analis, reverse(PANAS), "peta")


def test_families_beyond_a_dozen_are_one_column_that_opens_them(
    analis: Client, dunia: dict[str, Any]
) -> None:
    for i in range(14):
        post = peg.formasi(dunia["bkd"], peg.jabatan(f"JF {i:02d}", rumpun=f"JF {i:02d}"))
        nilai.kebutuhan(post, 20 - i)

    satu = peta(analis)
    dua = analis.get(f"{reverse(PANAS)}?{satu.kueri_lain}").context["p"]

    assert len(satu.kolom) == 13
    assert satu.kolom[-1].judul == "Lainnya"
    assert satu.lain == 5
    assert [k.judul for k in dua.kolom] == [
        "JF 12", "JF 13", "Guru", "Perawat", "Pelaksana", "Lainnya",
    ]  # fmt: skip
    assert sum(k.jumlah.kurang for k in satu.kolom) == satu.total.kurang
    assert sum(k.jumlah.kurang for k in dua.kolom) == satu.total.kurang


def test_workbook_holds_what_the_map_shows(analis: Client, dunia: dict[str, Any]) -> None:
    jawaban = analis.get(
        reverse("penilaian:peta-panas-ekspor"), {"macam": "guru", "induk": dunia["disdik"].pk}
    )
    buku = python_calamine.CalamineWorkbook.from_filelike(BytesIO(b"".join(jawaban)))

    ringkas = {r[0]: r[1] for r in buku.get_sheet_by_index(0).to_python()}
    assert ringkas["Macam jabatan"] == "Guru"
    assert ringkas["Baris"] == "Dinas Pendidikan"
    assert buku.get_sheet_by_index(1).to_python() == [
        ["UNIT", "GURU KURANG", "GURU LEBIH", "JUMLAH KURANG", "JUMLAH LEBIH"],
        ["SD Negeri 1 Contoh", 2, 0, 2, 0],
        ["SD Negeri 2 Contoh", 0, 1, 0, 1],
        ["Jumlah", 2, 1, 2, 1],
    ]


def test_head_of_a_school_sees_his_school_alone_and_no_other_office(
    client: Client, dunia: dict[str, Any]
) -> None:
    masuk_sebagai(client, org.pengguna(Peran.KEPALA_UNIT, unit=dunia["sd1"]))

    assert [(b.nama, b.jumlah.kurang) for b in peta(client).baris] == [("Dinas Pendidikan", 2)]
    dalam = peta(client, induk=dunia["disdik"].pk)
    assert [b.nama for b in dalam.baris] == ["SD Negeri 1 Contoh"]
    asing = client.get(reverse(PANAS), {"induk": dunia["bkd"].pk})
    assert asing.status_code == 404
    assert client.get(reverse(PANAS), {"induk": 999_999}).status_code == 404


def test_districts_are_drawn_where_they_lie_and_the_rest_is_named(
    analis: Client, siapa: Pengguna, dunia: dict[str, Any]
) -> None:
    halaman = isi(analis, reverse(WILAYAH))
    p = analis.get(reverse(WILAYAH)).context["p"]

    assert [(k.nama, k.jumlah["kekurangan"], k.jumlah["kelebihan"]) for k in p.kecamatan] == [
        ("Hilir", 2, 1), ("Hulu", 2, 0),
    ]  # fmt: skip
    assert [s.nama for s in p.gambar.lambang] == ["Hulu"]
    assert "tanpa koordinat" in halaman
    assert "◆ 1 unit" in halaman
    assert [u.nama for u in p.unit_tanpa] == ["Bidang Mutasi"]
    assert reverse("pegawai:unit-ubah", args=[dunia["bidang"].pk]) in halaman
    for k in (*p.kecamatan, p.tanpa):
        asal = k.jumlah["kekurangan"], k.jumlah["kelebihan"]
        assert jumlah_daftar(siapa, k.kueri) == asal
    periksa_potongan(analis, reverse(WILAYAH), "peta")


def test_district_without_a_centre_stands_amid_its_offices(
    analis: Client, dunia: dict[str, Any]
) -> None:
    UnitKerja.objects.filter(pk=dunia["sd2"].pk).update(lintang="-1.5", bujur="117.1")

    gambar = analis.get(reverse(WILAYAH), {"macam": "guru"}).context["p"].gambar

    assert {s.nama: (s.kurang > 0, s.lebih > 0) for s in gambar.lambang} == {
        "Hulu": (True, False), "Hilir ◆": (False, True),
    }  # fmt: skip
    letak = {s.kecamatan.nama: (s.x, s.y) for s in gambar.lambang}
    assert letak["Hulu"][0] < letak["Hilir"][0]
    assert letak["Hulu"][1] < letak["Hilir"][1]


def test_map_without_any_place_says_how_to_begin(analis: Client, dunia: dict[str, Any]) -> None:
    Wilayah.objects.update(lintang=None, bujur=None)

    halaman = isi(analis, reverse(WILAYAH))

    assert "Belum ada kecamatan yang diketahui letaknya" in halaman
    assert "Tabel kecamatan" in halaman


@pytest.mark.parametrize("nama", [PANAS, WILAYAH])
def test_office_without_posts_is_told_how_to_begin(
    client: Client, pada_hari_ini: Any, nama: str
) -> None:
    org.kabupaten()
    masuk_sebagai(client, org.pengguna(Peran.ANALIS_BKD))

    assert "Belum ada formasi" in isi(client, reverse(nama))
    assert "Longgarkan saringan" in isi(client, reverse(nama) + "?macam=pelaksana")


def dari_angka_ke_baris_tugas(client: Client, daftar: str, butuh: int) -> None:
    """Two clicks on: the only post of the list, its need, the tasks that need was made of."""
    jawaban = client.get(daftar)
    page = list(jawaban.context["page"])
    assert [p.butuh for p in page] == [butuh]
    posisi = isi(client, tautan(jawaban.content.decode(), r"/kebutuhan/formasi/\d+/"))
    assert f"= {butuh}, menjadi <strong>{butuh} orang</strong>" in posisi

    jawaban = client.get(tautan(posisi, r"/kebutuhan/perhitungan/\d+/"))
    tugas = jawaban.context["r"].tugas

    assert [t.uraian.uraian for t in tugas] == ["Mengajar", "Menilai"]
    assert sum(Decimal(t.orang.replace(",", ".")) for t in tugas) == butuh
    assert sum(int(t.menit.replace(".", "")) for t in tugas) == butuh * 75_000


@pytest.mark.parametrize("awal", ["penilaian:kebutuhan", PANAS, WILAYAH])
def test_three_clicks_lead_from_a_sum_to_the_rows_of_tasks(
    analis: Client, dunia: dict[str, Any], awal: str
) -> None:
    Kebutuhan.objects.filter(formasi=dunia["sd1_guru"]).delete()
    nilai.perhitungan_abk(
        dunia["sd1_guru"],
        Tugas.isi("Mengajar", "jam", 1000, Periode.BULAN, 15),
        Tugas.isi("Menilai", "siswa", 250, Periode.BULAN, 15),
    )
    halaman = isi(analis, reverse(awal) + ("?kelompok=kecamatan" if "peta" not in awal else ""))
    if awal == PANAS:
        dinas = dunia["disdik"].pk
        halaman = isi(analis, tautan(halaman, rf"\?induk={dinas}").join([reverse(awal), ""]))
        pola = rf"\.\./formasi/\?jabatan_jenis=2&amp;rumpun=Guru&amp;di_bawah={dunia['sd1'].pk}"
        pola = pola.replace("jabatan_jenis", "jenis_jabatan")
        daftar = tautan(halaman, pola).removeprefix("../formasi/")
    else:
        pola = rf"/kebutuhan/formasi/\?kecamatan={dunia['dekat'].pk}"
        daftar = tautan(halaman, pola).removeprefix("/kebutuhan/formasi/")

    dari_angka_ke_baris_tugas(analis, f"/kebutuhan/formasi/{daftar}", butuh=3)


def test_pictures_cost_as_many_queries_for_a_thousand_offices_as_for_a_few(
    analis: Client, dunia: dict[str, Any]
) -> None:
    saringan = "?sejak=2026-01-01&macam=guru&opd=-&jenis_jabatan=-"
    semua = [reverse(nama) for nama in (PANAS, WILAYAH, "penilaian:kebutuhan")]
    semua.append(reverse("penilaian:daftar-formasi") + saringan)
    kueri(analis, semua[0])
    sedikit = [kueri(analis, url) for url in semua]

    besarkan(dunia)

    assert [kueri(analis, url) for url in semua] == sedikit
    assert max(sedikit) <= 15
    assert max(len(analis.get(url).content) for url in semua) < 150_000


def besarkan(dunia: dict[str, Any]) -> None:
    """Fifty OPD of twenty offices, 4,000 posts in thirty families, each short or over."""
    opd = [
        UnitKerja(nama=f"Dinas Urusan Nomor {i}", induk=dunia["akar"], siasn_id=f"o{i}",
                  kunci=f"o{i}", jenis="dinas")
        for i in range(50)
    ]  # fmt: skip
    UnitKerja.objects.bulk_create(opd)
    anak = [
        UnitKerja(nama=f"Unit {i}", induk=opd[i % 50], siasn_id=f"u{i}", kunci=f"u{i}",
                  wilayah=dunia["dekat"])
        for i in range(950)
    ]  # fmt: skip
    UnitKerja.objects.bulk_create(anak)
    susun_ulang_pohon()
    rumpun = [peg.jabatan(f"Pengelola Rumpun Urusan {i}", rumpun=f"Pengelola Rumpun Urusan {i}")
              for i in range(30)]  # fmt: skip
    tempat = [*opd, *anak]
    posts = Formasi.objects.bulk_create(
        Formasi(unit=tempat[i % 1000], jabatan=rumpun[(i // 1000 + i * 7) % 30], isi_pns=i % 4)
        for i in range(4000)
    )
    contoh = Kebutuhan.objects.earliest("pk")
    Kebutuhan.objects.bulk_create(
        Kebutuhan(
            formasi=post, asal=post, sumber="penetapan", mentah=2, jumlah=2, per=contoh.per,
            ditetapkan_pada=contoh.ditetapkan_pada, ditetapkan_oleh=contoh.ditetapkan_oleh,
            dipakai=True, terhitung=2,
        )
        for post in posts
    )  # fmt: skip
