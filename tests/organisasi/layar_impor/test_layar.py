"""The pages of import as a browser gets them: who may, what they say, how big they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jejak.models import AksesData
from organisasi.izin import Peran
from organisasi.models import (
    HariLibur,
    Impor,
    Pengguna,
    PerubahanImpor,
    Proses,
    StatusImpor,
    StatusProses,
    TemuanImpor,
)
from organisasi.selectors_impor import judul_kode
from organisasi.services import impor_berkas as acts
from tests.factories.organisasi import kabupaten, pengguna
from tests.helpers.htmx import periksa_potongan
from tests.helpers.impor_uji import DUA, KOLOM, berkas, diperiksa, kerjakan, unggah
from toolkit.massal import sisipkan
from toolkit.xlsx import baca_tabel

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("jenis_libur", "pada_hari_ini", "kantor"),
]

GALAT = (*DUA, ("", "Tanpa tanggal", "SKB"), ("01-01-2027", "TAHUN BARU", "SKB"))
ASING = ("Tgl libur", "Nama liburan", "Ket")
MAKS_HTML = 150 * 1024
MAKS_KUERI = 15


@pytest.fixture
def kantor() -> None:
    kabupaten()


@pytest.fixture
def analis() -> Pengguna:
    return pengguna(Peran.ANALIS_BKD, nama="Rina")


@pytest.fixture
def masuk(client: Client, analis: Pengguna) -> Client:
    return _masuk(client, analis)


def _masuk(client: Client, siapa: Pengguna) -> Client:
    client.force_login(siapa, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _isi(client: Client, url: str) -> str:
    jawaban = client.get(url)
    assert jawaban.status_code == 200, url
    return jawaban.content.decode()


def _kueri(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as catatan:
        _isi(client, url)
    return len(catatan)


@pytest.fixture
def raksasa(analis: Pengguna) -> Impor:
    """A file with 20,000 findings and 20,000 changed people with many changed cells."""
    impor = diperiksa(analis, GALAT)
    kelompok = [
        {"tingkat": "tolak", "kode": f"kode_{n}", "jumlah": 500, "baris": 2, "kolom": "NAMA",
         "pesan": "Isi kolom ini tidak sesuai. " * 5}
        for n in range(40)
    ]  # fmt: skip
    impor.ringkasan |= {
        "kelompok": kelompok, "berubah": 20_000, "ditolak": 20_000,
        "perubahan": {f"KOLOM {n}": 300 for n in range(60)},
    }  # fmt: skip
    impor.save(update_fields=["ringkasan"])
    sisipkan(
        TemuanImpor, ("impor", "baris", "kolom", "nilai", "kode", "tingkat", "pesan"),
        ((impor.pk, n, "NAMA", "x" * 200, f"kode_{n % 40}", "tolak",
          "Isi kolom ini tidak sesuai. " * 8) for n in range(20_000)),
    )  # fmt: skip
    rincian = [[f"KOLOM {n}", "sebelum " * 20, "sesudah " * 20] for n in range(60)]
    sisipkan(
        PerubahanImpor, ("impor", "macam", "kunci", "nama", "baris", "rincian"),
        ((impor.pk, "berubah", f"{n:018d}", "NAMA PANJANG SEKALI, S.Pd.", n, rincian)
         for n in range(2_000)),
    )  # fmt: skip
    return impor


# --- who may --------------------------------------------------------------------------------------
@pytest.mark.parametrize("peran", [Peran.KEPALA_UNIT, Peran.PEGAWAI, Peran.INSPEKTORAT, Peran.DPO])
def test_roles_without_the_right_get_no_import_page(client: Client, peran: Peran) -> None:
    jawaban = _masuk(client, pengguna(peran)).get("/impor/")

    assert jawaban.status_code == 403
    assert "Anda tidak berhak mengimpor berkas." in jawaban.content.decode()


def test_a_kind_one_may_not_bring_does_not_exist(client: Client, analis: Pengguna) -> None:
    impor = diperiksa(analis)
    _masuk(client, pengguna(Peran.BAGIAN_ORGANISASI))

    assert "Hari libur" not in _isi(client, "/impor/")
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


def test_an_import_right_over_one_unit_is_not_enough(client: Client) -> None:
    sebagian = kabupaten()["disdik"]

    jawaban = _masuk(client, pengguna(Peran.ANALIS_BKD, unit=sebagian)).get("/impor/")

    assert jawaban.status_code == 403


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
    halaman = _isi(masuk, f"/impor/{impor.pk}/")
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

    halaman = _isi(masuk, f"/impor/{impor.pk}/")

    assert "<strong>3 dari 4 baris dapat diterapkan</strong>; 1 baris ditolak." in halaman
    assert "1 baris menunggu perbaikan dan tidak diterapkan." in halaman
    assert f"/impor/{impor.pk}/temuan/?tingkat=tolak&amp;kode=tanggal_kosong" in halaman
    assert "Belum ada data yang diubah." in halaman


def test_applying_from_the_page_ends_in_a_report(masuk: Client, analis: Pengguna) -> None:
    impor = diperiksa(analis, GALAT)

    assert masuk.post(f"/impor/{impor.pk}/terapkan/").status_code == 302
    assert "Menerapkan libur.csv" in _isi(masuk, f"/impor/{impor.pk}/")
    kerjakan(impor)

    halaman = _isi(masuk, f"/impor/{impor.pk}/")
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

    halaman = _isi(masuk, f"/impor/{diperiksa(analis).pk}/")

    assert "Berkas yang sama persis sudah diterapkan oleh Rina" in halaman


def test_figures_that_differ_from_the_preview_are_said(masuk: Client, analis: Pengguna) -> None:
    impor = diperiksa(analis)
    HariLibur.objects.create(tanggal=date(2026, 8, 17), nama="Hari Kemerdekaan")
    acts.minta_terapkan(impor.pk, oleh=analis)
    kerjakan(impor)

    halaman = _isi(masuk, f"/impor/{impor.pk}/")

    assert "berbeda dari pratinjau" in halaman
    assert "baru 2 menjadi 1, sama 0 menjadi 1" in halaman


def test_a_file_in_which_most_are_missing_is_doubted(masuk: Client, analis: Pengguna) -> None:
    for hari in range(1, 29):
        HariLibur.objects.create(tanggal=date(2026, 2, hari), nama=f"Libur {hari}")

    halaman = _isi(masuk, f"/impor/{diperiksa(analis).pk}/")

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

    assert kalimat in _isi(masuk, f"/impor/{impor.pk}/")
    assert "libur.csv" in _isi(masuk, "/impor/")


def _akhiri(impor: Impor, status: StatusProses, galat: str) -> None:
    Impor.objects.filter(pk=impor.pk).update(status=StatusImpor.DIUNGGAH)
    Proses.objects.filter(pk=impor.proses_id).update(
        status=status, galat=galat, selesai_pada=timezone.now()
    )


def test_what_a_cell_says_never_becomes_markup(masuk: Client, analis: Pengguna) -> None:
    jahat = "<script>alert(1)</script>"
    impor = diperiksa(analis, [("32-01-2026", jahat, "x"), (jahat, "y", "x")])

    halaman = _isi(masuk, f"/impor/{impor.pk}/temuan/")

    assert jahat not in halaman
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in halaman


# --- lists ----------------------------------------------------------------------------------------
def test_findings_are_filtered_by_level_and_kind(masuk: Client, analis: Pengguna) -> None:
    url = f"/impor/{diperiksa(analis, GALAT).pk}/temuan/"

    semua, tolak = _isi(masuk, url), _isi(masuk, f"{url}?tingkat=tolak")
    huruf = _isi(masuk, f"{url}?kode=huruf_besar")

    assert "Isi tanggalnya." in semua
    assert "Nama ditulis dengan huruf besar semua." in semua
    assert "Nama ditulis dengan huruf besar semua." not in tolak
    assert "Isi tanggalnya." not in huruf
    assert "Huruf besar (1)" in huruf


def test_changes_show_before_and_after_cell_by_cell(masuk: Client, analis: Pengguna) -> None:
    HariLibur.objects.create(tanggal=date(2026, 8, 17), nama="HUT RI")
    HariLibur.objects.create(tanggal=date(2026, 5, 1), nama="Hari Buruh")
    url = f"/impor/{diperiksa(analis).pk}/perubahan/"

    halaman = _isi(masuk, f"{url}?macam=berubah&kolom=NAMA LIBUR")

    assert '<td class="sebelum">HUT RI</td><td class="sesudah">Hari Kemerdekaan</td>' in halaman
    assert "1 di antaranya pada kolom NAMA LIBUR" in halaman
    assert "Tidak ada yang cocok" in _isi(masuk, f"{url}?macam=berubah&kolom=DASAR")
    assert "Hari Natal" in _isi(masuk, f"{url}?macam=baru")
    assert "Hari Buruh" in _isi(masuk, f"{url}?macam=keluar")


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

    halaman = _isi(masuk, f"/impor/{impor.pk}/petakan/")

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


# --- progress -------------------------------------------------------------------------------------
def test_the_box_stops_asking_and_reloads_the_page_when_the_work_is_done(
    masuk: Client, analis: Pengguna
) -> None:
    impor = unggah(analis)
    url = f"/impor/{impor.pk}/"

    menunggu = masuk.get(url, headers={"HX-Request": "true"})
    kerjakan(impor)
    selesai = masuk.get(url, headers={"HX-Request": "true"})

    assert 'hx-trigger="every 2s"' in menunggu.content.decode()
    assert "HX-Refresh" not in menunggu.headers
    assert selesai.headers["HX-Refresh"] == "true"


def test_the_stop_button_stops_and_returns_to_the_file(masuk: Client, analis: Pengguna) -> None:
    impor = unggah(analis)

    jawaban = masuk.post(f"/proses/{impor.proses_id}/hentikan/")

    assert jawaban.headers["Location"] == f"/impor/{impor.pk}/"
    assert "Pemeriksaan dihentikan" in _isi(masuk, "/impor/")
    assert "Periksa lagi" in _isi(masuk, f"/impor/{impor.pk}/")


def test_a_colleagues_work_is_seen_only_by_those_who_may_see_all(
    client: Client, analis: Pengguna
) -> None:
    impor = unggah(analis)

    lain = _masuk(Client(), pengguna(Peran.ANALIS_BKD))
    kabid = _masuk(client, pengguna(Peran.KABID_MUTASI))

    assert lain.get(f"/proses/{impor.proses_id}/").status_code == 404
    assert lain.post(f"/proses/{impor.proses_id}/hentikan/").status_code == 404
    assert "Memeriksa libur.csv" in _isi(kabid, f"/proses/{impor.proses_id}/")
    assert kabid.post(f"/proses/{impor.proses_id}/hentikan/").status_code == 403
    assert "Memeriksa libur.csv" in _isi(kabid, "/proses/")
    assert "Belum ada pekerjaan latar" in _isi(lain, "/proses/")


def test_a_worker_that_is_not_there_is_noticed(
    masuk: Client, analis: Pengguna, pada_hari_ini: Any
) -> None:
    impor = unggah(analis)
    pada_hari_ini.shift(60)

    assert "memastikan pekerja latar menyala" in _isi(masuk, f"/impor/{impor.pk}/")


# --- budgets --------------------------------------------------------------------------------------
def test_fragments_are_the_same_part_of_the_page(masuk: Client, analis: Pengguna) -> None:
    impor, antre = diperiksa(analis, GALAT), unggah(analis)

    periksa_potongan(masuk, "/impor/", "riwayat")
    periksa_potongan(masuk, f"/impor/{antre.pk}/", "kemajuan")
    periksa_potongan(masuk, f"/impor/{impor.pk}/temuan/", "tabel")
    periksa_potongan(masuk, f"/impor/{impor.pk}/perubahan/?macam=baru", "tabel")
    periksa_potongan(masuk, "/proses/", "tabel")
    periksa_potongan(masuk, f"/proses/{antre.proses_id}/", "kemajuan")


@pytest.mark.parametrize(
    "akhiran",
    ["", "temuan/?ukuran=100", "temuan/?tingkat=tolak&kode=kode_3", "perubahan/?macam=berubah",
     "perubahan/?macam=berubah&kolom=KOLOM 7", f"perubahan/?macam=berubah&kunci={1:018d}"],
)  # fmt: skip
def test_pages_stay_small_with_twenty_thousand_findings(
    masuk: Client, raksasa: Impor, akhiran: str
) -> None:
    url = f"/impor/{raksasa.pk}/{akhiran}"

    ukuran, kueri = len(_isi(masuk, url).encode()), _kueri(masuk, url)

    assert ukuran <= MAKS_HTML
    assert kueri <= MAKS_KUERI


def test_the_list_asks_the_same_number_of_queries_for_one_file_and_for_many(
    masuk: Client, analis: Pengguna
) -> None:
    diperiksa(analis)
    satu = _kueri(masuk, "/impor/")
    for _ in range(6):
        unggah(analis)

    assert _kueri(masuk, "/impor/") == satu
    assert satu <= MAKS_KUERI


@pytest.mark.parametrize(
    ("kode", "judul"),
    [
        ("nip_vs_tanggal_lahir", "NIP tidak cocok dengan tanggal lahir"),
        ("tmt_masa_depan", "TMT masa depan"),
        ("sel_rumus", "Sel rumus"),
    ],
)
def test_a_kind_of_finding_is_named_in_words(kode: str, judul: str) -> None:
    assert judul_kode(kode) == judul
