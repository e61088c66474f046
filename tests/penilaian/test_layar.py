"""The pages of needs: the answer first, the same number of queries, exports of what is filtered."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
import python_calamine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisasi.izin import Peran
from pegawai.models import JenisJabatan, Penugasan
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.helpers.htmx import periksa_potongan

pytestmark = pytest.mark.django_db


@pytest.fixture
def dinas(pada_hari_ini: Any) -> dict[str, Any]:
    """One school short of two teachers, one with one too many, an empty seat of a head."""
    unit = org.kabupaten()
    guru = peg.jabatan("Guru Ahli Pertama", rumpun="Guru")
    kepala = peg.jabatan(
        "Kepala Dinas", jenis=JenisJabatan.STRUKTURAL, unit=unit["disdik"], eselon_id="22"
    )
    sd1, sd2 = peg.formasi(unit["sd1"], guru), peg.formasi(unit["sd2"], guru)
    nilai.kebutuhan(sd1, 3)
    nilai.kebutuhan(sd2, 1)
    peg.pegawai("ANI", post=sd1)
    peg.pegawai("BUDI", post=sd2)
    peg.pegawai("CITRA", post=sd2)
    return {**unit, "f1": sd1, "f2": sd2, "kursi": peg.formasi(unit["disdik"], kepala)}


@pytest.fixture
def analis(dinas: dict[str, Any]) -> Client:
    """An analyst, logged in."""
    klien = Client()
    klien.force_login(org.pengguna(Peran.ANALIS_BKD))
    return klien


def isi(klien: Client, nama: str, *args: Any, kueri: str = "") -> str:
    """The page as text."""
    jawaban = klien.get(reverse(nama, args=args) + kueri)
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


def test_needs_page_opens_with_shortage_and_excess_that_do_not_cancel(analis: Client) -> None:
    halaman = isi(analis, "penilaian:kebutuhan")

    assert "<strong>3 orang</strong>" in halaman
    assert "<strong>1 orang</strong>" in halaman
    assert "tidak saling menutup" in halaman


@pytest.mark.parametrize(
    "kelompok", ["opd", "jenis", "urusan", "kecamatan", "rumpun", "jenis-jabatan", "ngawur"]
)
def test_totals_of_every_grouping_are_the_same(analis: Client, kelompok: str) -> None:
    jawaban = analis.get(reverse("penilaian:kebutuhan"), {"kelompok": kelompok})

    baris = jawaban.context["r"].baris
    assert sum(b["kekurangan"] for b in baris) == 3
    assert sum(b["kelebihan"] for b in baris) == 1


@pytest.mark.parametrize(
    ("kueri", "jumlah"),
    [
        pytest.param("", 3, id="all posts"),
        pytest.param("?keadaan=kurang", 2, id="short: one school and the empty seat"),
        pytest.param("?keadaan=lebih", 1, id="too many"),
        pytest.param("?keadaan=kosong", 1, id="nobody there"),
        pytest.param("?rumpun=Guru", 2, id="job family"),
        pytest.param("?rumpun=-", 1, id="without a job family"),
        pytest.param("?q=sd+2", 1, id="words of unit or post"),
        pytest.param("?jenis_unit=dinas", 1, id="kind of unit"),
        pytest.param("?opd=999999&keadaan=ngawur", 3, id="nonsense filters nothing"),
    ],
)
def test_list_of_posts_shows_what_its_address_filters(
    analis: Client, kueri: str, jumlah: int
) -> None:
    jawaban = analis.get(reverse("penilaian:daftar-formasi") + kueri)

    assert jawaban.context["page"].paginator.count == jumlah


def test_workbook_holds_exactly_the_filtered_posts(analis: Client) -> None:
    jawaban = analis.get(reverse("penilaian:ekspor-formasi"), {"keadaan": "lebih"})

    buku = python_calamine.CalamineWorkbook.from_filelike(BytesIO(b"".join(jawaban)))
    baris = buku.get_sheet_by_name("Formasi").to_python()
    assert len(baris) == 2
    baris_isi = dict(zip(baris[0], baris[1], strict=True))
    assert (baris_isi["UNIT"], baris_isi["KELEBIHAN"]) == ("SD Negeri 2 Contoh", 1.0)
    ringkas = dict(buku.get_sheet_by_name("Ringkasan").to_python()[1:])
    assert ringkas["Kebutuhan"] == 1.0


def test_name_that_looks_like_a_formula_stays_text_in_the_workbook(
    analis: Client, dinas: dict[str, Any]
) -> None:
    jahat = peg.jabatan('=HYPERLINK("http://contoh.example")', rumpun="")
    nilai.kebutuhan(peg.formasi(dinas["sd1"], jahat), 1)

    jawaban = analis.get(reverse("penilaian:ekspor-formasi"), {"q": "HYPERLINK"})

    isi_buku = b"".join(jawaban)
    baris = python_calamine.CalamineWorkbook.from_filelike(BytesIO(isi_buku))
    sel = baris.get_sheet_by_name("Formasi").to_python()[1]
    assert '=HYPERLINK("http://contoh.example")' in sel


def test_post_page_shows_its_holders_and_the_source_of_its_need(
    analis: Client, dinas: dict[str, Any]
) -> None:
    halaman = isi(analis, "penilaian:formasi", dinas["f2"].pk)

    assert "kelebihan 1 orang" in halaman
    assert "BUDI" in halaman
    assert "CITRA" in halaman
    assert "Penetapan kebutuhan" in halaman


def test_post_of_another_office_does_not_exist_for_a_unit_head(dinas: dict[str, Any]) -> None:
    klien = Client()
    klien.force_login(org.pengguna(Peran.KEPALA_UNIT, unit=dinas["sd1"]))

    assert klien.get(reverse("penilaian:formasi", args=[dinas["f1"].pk])).status_code == 200
    assert klien.get(reverse("penilaian:formasi", args=[dinas["f2"].pk])).status_code == 404


def test_employee_without_the_right_is_told_so(dinas: dict[str, Any]) -> None:
    klien = Client()
    klien.force_login(org.pengguna(Peran.PEGAWAI, unit=dinas["sd1"]))

    jawaban = klien.get(reverse("penilaian:kebutuhan"))

    assert jawaban.status_code == 403
    assert "tidak mencakup kebutuhan" in jawaban.content.decode()


def test_organisation_office_sees_numbers_of_a_post_but_no_names(dinas: dict[str, Any]) -> None:
    klien = Client()
    klien.force_login(org.pengguna(Peran.BAGIAN_ORGANISASI))

    halaman = isi(klien, "penilaian:formasi", dinas["f2"].pk)

    assert "kelebihan 1 orang" in halaman
    assert "BUDI" not in halaman
    assert "tidak termasuk jangkauan peran Anda" in halaman


def test_person_with_a_closed_unit_stands_on_the_list_of_the_uncounted(
    analis: Client, dinas: dict[str, Any]
) -> None:
    orang = peg.pegawai("DEWI")
    Penugasan.objects.filter(pegawai=orang).update(unor_id="ABC", unor_nama="Unit Lama")

    halaman = isi(analis, "penilaian:tak-terhitung")

    assert "DEWI" in halaman
    assert "Unit tidak ada di hierarki" in halaman


def test_who_sees_needs_but_no_people_sees_how_many_and_not_who(dinas: dict[str, Any]) -> None:
    orang = peg.pegawai("DEWI")
    Penugasan.objects.filter(pegawai=orang).update(unor_id="ABC", unor_nama="Unit Lama")
    klien = Client()
    klien.force_login(org.pengguna(Peran.BAGIAN_ORGANISASI))

    halaman = isi(klien, "penilaian:tak-terhitung")

    assert "<strong>1 orang</strong>" in halaman
    assert "DEWI" not in halaman
    assert orang.nip not in halaman.replace(" ", "")
    assert "Nama tidak ditampilkan" in halaman


def test_empty_office_is_told_how_to_begin(pada_hari_ini: Any) -> None:
    org.kabupaten()
    klien = Client()
    klien.force_login(org.pengguna(Peran.ANALIS_BKD))

    assert "Mulailah dengan mengimpor" in isi(klien, "penilaian:kebutuhan")


@pytest.mark.parametrize(
    ("nama", "id_"),
    [
        ("penilaian:kebutuhan", "tabel"),
        ("penilaian:daftar-formasi", "tabel"),
        ("penilaian:lowong", "tabel"),
        ("penilaian:tak-terhitung", "tabel"),
    ],
)
def test_fragment_is_the_same_part_of_the_page(analis: Client, nama: str, id_: str) -> None:
    periksa_potongan(analis, reverse(nama), id_)


@pytest.mark.parametrize(
    "nama", ["penilaian:kebutuhan", "penilaian:daftar-formasi", "penilaian:lowong"]
)
def test_more_posts_cost_no_more_queries(analis: Client, dinas: dict[str, Any], nama: str) -> None:
    def kueri() -> int:
        with CaptureQueriesContext(connection) as catatan:
            analis.get(reverse(nama))
        return len(catatan)

    kueri()
    sedikit = kueri()
    for i in range(20):
        post = peg.formasi(dinas["sd1"], peg.jabatan(f"Jabatan {i} yang bernama panjang sekali"))
        nilai.kebutuhan(post, 2)
    banyak = kueri()

    assert sedikit == banyak <= 15
