"""The pages of import as a browser gets them: who may, what they say, how big they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from jejak.models import AksesData
from organisasi.izin import Peran
from organisasi.models import (
    HariLibur,
    Impor,
    Pengguna,
    Proses,
    StatusImpor,
    StatusProses,
)
from organisasi.selectors_impor import berikutnya
from organisasi.services import impor_berkas as acts
from tests.factories.organisasi import kabupaten, pengguna
from tests.helpers.impor_uji import DUA, KOLOM, berkas, diperiksa, kerjakan
from tests.helpers.layar import isi, masuk_sebagai
from toolkit.xlsx import baca_tabel

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("jenis_libur", "pada_hari_ini", "kantor"),
]

GALAT = (*DUA, ("", "Tanpa tanggal", "SKB"), ("01-01-2027", "TAHUN BARU", "SKB"))
ASING = ("Tgl libur", "Nama liburan", "Ket")


# --- who may --------------------------------------------------------------------------------------
@pytest.mark.parametrize("peran", [Peran.TPK_ANGGOTA, Peran.PEGAWAI, Peran.INSPEKTORAT, Peran.DPO])
def test_roles_without_the_right_get_no_import_page(client: Client, peran: Peran) -> None:
    jawaban = masuk_sebagai(client, pengguna(peran)).get("/impor/")

    assert jawaban.status_code == 403
    assert "Anda tidak berhak mengimpor berkas." in jawaban.content.decode()


def test_a_kind_one_may_not_bring_does_not_exist(client: Client, analis: Pengguna) -> None:
    impor = diperiksa(analis)
    masuk_sebagai(client, pengguna(Peran.BAGIAN_ORGANISASI))

    assert "Hari libur" not in isi(client, "/impor/")
    for url in (
        "/impor/unggah/libur-uji/",
        "/impor/templat/libur-uji/",
        f"/impor/{impor.pk}/",
        f"/impor/{impor.pk}/temuan/",
        f"/impor/{impor.pk}/perubahan/",
        f"/impor/{impor.pk}/ditolak/",
        f"/impor/{impor.pk}/petakan/",
    ):
        assert client.get(url).status_code == 404, url
    for aksi in ("periksa", "terapkan", "buang", "petakan"):
        assert client.post(f"/impor/{impor.pk}/{aksi}/").status_code == 404, aksi


def test_over_one_unit_one_brings_only_what_is_bound_row_by_row(client: Client) -> None:
    sebagian = kabupaten()["disdik"]
    masuk_sebagai(client, pengguna(Peran.ANALIS_BKD, unit=sebagian))

    daftar = isi(client, "/impor/")

    assert "Rombel" in daftar
    assert "Data utama pegawai" not in daftar
    assert "Hari libur" not in daftar


@pytest.mark.parametrize("aksi", ["periksa", "terapkan", "buang"])
def test_acts_are_posts(masuk: Client, analis: Pengguna, aksi: str) -> None:
    assert masuk.get(f"/impor/{diperiksa(analis).pk}/{aksi}/").status_code == 405


# --- upload ---------------------------------------------------------------------------------------
def test_an_upload_leads_to_the_page_that_waits(masuk: Client) -> None:
    jawaban = masuk.post(
        "/impor/unggah/libur-uji/",
        {"berkas": berkas(DUA), "per": "2026-05-31", "tahun": "2025"},
    )

    impor = Impor.objects.get()
    assert jawaban.headers["Location"] == f"/impor/{impor.pk}/"
    assert (impor.per, impor.parameter) == (date(2026, 5, 31), {"tahun": "2025"})
    halaman = isi(masuk, f"/impor/{impor.pk}/")
    assert "Menunggu giliran" in halaman
    assert 'hx-trigger="every 2s"' in halaman


@pytest.mark.parametrize(
    ("isian", "kalimat"),
    [
        pytest.param({}, "Pilih berkas yang akan diunggah.", id="no file"),
        pytest.param({"per": "2026-06-02"}, "Tanggal ini belum tiba.", id="tomorrow"),
        pytest.param({"per": ""}, "Isi tanggal keadaan berkas.", id="no day"),
        pytest.param({"tahun": "2031"}, "2026", id="a year that was not"),
    ],
)
def test_a_wrong_form_links_its_errors_to_the_fields(
    masuk: Client, isian: dict[str, str], kalimat: str
) -> None:
    data = {"per": "2026-06-01", "tahun": "2025"} | isian

    jawaban = masuk.post("/impor/unggah/libur-uji/", data)

    halaman = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "Periksa kembali isian ini" in halaman
    assert kalimat in halaman
    assert '<a href="#id_' in halaman
    assert not Impor.objects.exists()


def test_the_template_of_a_kind_can_be_read_back(masuk: Client) -> None:
    jawaban = masuk.get("/impor/templat/libur-uji/")

    assert jawaban.headers["Content-Disposition"] == 'attachment; filename="templat-libur-uji.xlsx"'
    assert jawaban.content.startswith(b"PK")


# --- preview, report ------------------------------------------------------------------------------
def test_the_preview_gives_the_answer_first_and_what_applying_means(
    masuk: Client, analis: Pengguna
) -> None:
    impor = diperiksa(analis, GALAT)

    halaman = isi(masuk, f"/impor/{impor.pk}/")

    assert "<strong>3 dari 4 baris dapat diterapkan</strong>; 1 baris ditolak." in halaman
    assert "1 baris menunggu perbaikan dan tidak diterapkan." in halaman
    assert f"/impor/{impor.pk}/temuan/?tingkat=tolak&amp;kode=tanggal_kosong" in halaman
    assert "Belum ada data yang diubah." in halaman


def test_applying_from_the_page_ends_in_a_report(masuk: Client, analis: Pengguna) -> None:
    impor = diperiksa(analis, GALAT)

    assert masuk.post(f"/impor/{impor.pk}/terapkan/").status_code == 302
    assert "Menerapkan libur.csv" in isi(masuk, f"/impor/{impor.pk}/")
    kerjakan(impor)

    halaman = isi(masuk, f"/impor/{impor.pk}/")
    assert "<strong>3 dari 4 baris diterapkan</strong> oleh Rina" in halaman
    assert "Data yang belum dapat dipercaya" in halaman
    assert f"/impor/{impor.pk}/terapkan/" not in halaman


def test_a_double_click_gets_a_sentence(masuk: Client, analis: Pengguna) -> None:
    impor = diperiksa(analis)
    masuk.post(f"/impor/{impor.pk}/terapkan/")

    jawaban = masuk.post(f"/impor/{impor.pk}/terapkan/")

    assert jawaban.status_code == 409
    assert "Menerapkan libur.csv sedang berjalan" in jawaban.content.decode()


def test_the_same_file_applied_before_is_said(masuk: Client, analis: Pengguna) -> None:
    pertama = diperiksa(analis)
    acts.minta_terapkan(pertama.pk, oleh=analis)
    kerjakan(pertama)

    halaman = isi(masuk, f"/impor/{diperiksa(analis).pk}/")

    assert "Berkas yang sama persis sudah diterapkan oleh Rina" in halaman


def test_figures_that_differ_from_the_preview_are_said(masuk: Client, analis: Pengguna) -> None:
    impor = diperiksa(analis)
    HariLibur.objects.create(tanggal=date(2026, 8, 17), nama="Hari Kemerdekaan")
    acts.minta_terapkan(impor.pk, oleh=analis)
    kerjakan(impor)

    halaman = isi(masuk, f"/impor/{impor.pk}/")

    assert "berbeda dari pratinjau" in halaman
    assert "baru 2 menjadi 1, sama 0 menjadi 1" in halaman


def test_a_file_in_which_most_are_missing_is_doubted(masuk: Client, analis: Pengguna) -> None:
    for hari in range(1, 29):
        HariLibur.objects.create(tanggal=date(2026, 2, hari), nama=f"Libur {hari}")

    halaman = isi(masuk, f"/impor/{diperiksa(analis).pk}/")

    assert "Berkas ini tampak tidak lengkap." in halaman
    assert "28 baris ditandai tidak ada di berkas" in halaman


@pytest.mark.parametrize(
    ("siapkan", "kalimat"),
    [
        pytest.param(
            lambda impor: kerjakan(acts.buang(impor.pk, oleh=impor.diunggah_oleh)),
            "Berkas ini dibuang sebelum diterapkan.",
            id="thrown away",
        ),
        pytest.param(
            lambda impor: Impor.objects.filter(pk=impor.pk).update(
                status=StatusImpor.DITOLAK, galat="Berkas ini rusak."
            ),
            "Berkas ini rusak.",
            id="unusable",
        ),
        pytest.param(
            lambda impor: _akhiri(impor, StatusProses.GAGAL, "Terjadi kesalahan pada sistem."),
            "Terjadi kesalahan pada sistem.",
            id="the look failed",
        ),
        pytest.param(
            lambda impor: _akhiri(impor, StatusProses.DIBATALKAN, ""), "Periksa lagi", id="stopped"
        ),
    ],
)
def test_every_end_of_a_file_has_its_page(
    masuk: Client, analis: Pengguna, siapkan: Callable[[Impor], Any], kalimat: str
) -> None:
    impor = diperiksa(analis)
    siapkan(impor)

    assert kalimat in isi(masuk, f"/impor/{impor.pk}/")
    assert "libur.csv" in isi(masuk, "/impor/")


def _akhiri(impor: Impor, status: StatusProses, galat: str) -> None:
    Impor.objects.filter(pk=impor.pk).update(status=StatusImpor.DIUNGGAH)
    Proses.objects.filter(pk=impor.proses_id).update(
        status=status, galat=galat, selesai_pada=timezone.now()
    )


def test_what_a_cell_says_never_becomes_markup(masuk: Client, analis: Pengguna) -> None:
    jahat = "<script>alert(1)</script>"
    impor = diperiksa(analis, [("32-01-2026", jahat, "x"), (jahat, "y", "x")])

    halaman = isi(masuk, f"/impor/{impor.pk}/temuan/")

    assert jahat not in halaman
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in halaman


# --- lists ----------------------------------------------------------------------------------------
def test_findings_are_filtered_by_level_and_kind(masuk: Client, analis: Pengguna) -> None:
    url = f"/impor/{diperiksa(analis, GALAT).pk}/temuan/"

    semua, tolak = isi(masuk, url), isi(masuk, f"{url}?tingkat=tolak")
    huruf = isi(masuk, f"{url}?kode=huruf_besar")

    assert "Isi tanggalnya." in semua
    assert "Nama ditulis dengan huruf besar semua." in semua
    assert "Nama ditulis dengan huruf besar semua." not in tolak
    assert "Isi tanggalnya." not in huruf
    assert "Huruf besar (1)" in huruf


def test_changes_show_before_and_after_cell_by_cell(masuk: Client, analis: Pengguna) -> None:
    HariLibur.objects.create(tanggal=date(2026, 8, 17), nama="HUT RI")
    HariLibur.objects.create(tanggal=date(2026, 5, 1), nama="Hari Buruh")
    url = f"/impor/{diperiksa(analis).pk}/perubahan/"

    halaman = isi(masuk, f"{url}?macam=berubah&kolom=NAMA LIBUR")

    assert '<td class="sebelum">HUT RI</td><td class="sesudah">Hari Kemerdekaan</td>' in halaman
    assert "1 di antaranya pada kolom NAMA LIBUR" in halaman
    assert "Tidak ada yang cocok" in isi(masuk, f"{url}?macam=berubah&kolom=DASAR")
    assert "Hari Natal" in isi(masuk, f"{url}?macam=baru")
    assert "Hari Buruh" in isi(masuk, f"{url}?macam=keluar")


def test_the_refused_rows_come_back_as_a_workbook_with_their_reasons(
    masuk: Client, analis: Pengguna
) -> None:
    impor = diperiksa(analis, GALAT)

    jawaban = masuk.get(f"/impor/{impor.pk}/ditolak/")

    with TemporaryDirectory() as folder:
        buku = Path(folder) / "ditolak.xlsx"
        buku.write_bytes(BytesIO(jawaban.content).read())
        baris = [b.nilai for b in baca_tabel(buku, KOLOM).baris()]
    assert baris == [["TANGGAL: Isi tanggalnya.", "", "Tanpa tanggal", "SKB"]]


def test_looking_at_rows_about_people_is_noted(masuk: Client, analis: Pengguna) -> None:
    impor = diperiksa(analis, GALAT)

    masuk.get(f"/impor/{impor.pk}/temuan/?tingkat=tolak")
    masuk.get(f"/impor/{impor.pk}/perubahan/?macam=baru")
    masuk.get(f"/impor/{impor.pk}/ditolak/")

    catatan = list(AksesData.objects.order_by("id").values_list("sasaran", "apa", "jumlah"))
    assert catatan == [
        ("daftar", "temuan pada baris berkas", 1),
        ("daftar", "daftar baru menurut berkas", 3),
        ("ekspor", "baris impor yang ditolak", 1),
    ]


# --- matching columns -----------------------------------------------------------------------------
def test_unknown_headers_are_shown_with_samples_and_a_proposal(
    masuk: Client, analis: Pengguna
) -> None:
    impor = diperiksa(analis, kepala=ASING)

    halaman = isi(masuk, f"/impor/{impor.pk}/petakan/")

    assert 'name="k0" value="TANGGAL"' in halaman
    assert 'name="k1" value="NAMA LIBUR"' in halaman
    assert "17-08-2026; 25-12-2026" in halaman


def test_matched_headers_go_back_to_the_look(masuk: Client, analis: Pengguna) -> None:
    impor = diperiksa(analis, kepala=ASING)

    jawaban = masuk.post(
        f"/impor/{impor.pk}/petakan/", {"k0": "tanggal", "k1": "Nama_Libur", "k2": ""}
    )

    assert jawaban.headers["Location"] == f"/impor/{impor.pk}/"
    assert kerjakan(impor).status == StatusImpor.DIPERIKSA


@pytest.mark.parametrize(
    ("isian", "kalimat"),
    [
        pytest.param({"k0": "TANGGAL"}, "Kolom wajib belum dipasangkan: NAMA LIBUR.", id="missing"),
        pytest.param({"k0": "TANGGAL", "k1": "TANGGAL"}, "sudah dipasangkan dengan", id="twice"),
        pytest.param({"k0": "UMUR"}, "bukan nama kolom kami", id="unknown"),
    ],
)
def test_a_wrong_matching_says_what_is_wrong(
    masuk: Client, analis: Pengguna, isian: dict[str, str], kalimat: str
) -> None:
    impor = diperiksa(analis, kepala=ASING)

    jawaban = masuk.post(f"/impor/{impor.pk}/petakan/", isian)

    assert jawaban.status_code == 422
    assert kalimat in jawaban.content.decode()


def test_a_known_layout_has_nothing_to_match(masuk: Client, analis: Pengguna) -> None:
    impor = diperiksa(analis)

    jawaban = masuk.get(f"/impor/{impor.pk}/petakan/")

    assert jawaban.headers["Location"] == f"/impor/{impor.pk}/"


def test_the_first_load_names_the_file_that_comes_next() -> None:
    analis = pengguna(Peran.ANALIS_BKD)
    for jenis in ("unor", "jabatan-struktural", "jabatan-fungsional", "jabatan-pelaksana"):
        Impor.objects.create(
            jenis=jenis, nama_berkas="a.xlsx", sha256="0" * 64, per=date(2026, 6, 1),
            status=StatusImpor.DITERAPKAN, diunggah_pada=timezone.now(), diunggah_oleh=analis,
            diterapkan_pada=timezone.now(), diterapkan_oleh=analis,
        )  # fmt: skip

    lanjut = berikutnya(analis)

    assert lanjut is not None
    assert lanjut.kode == "pegawai"
