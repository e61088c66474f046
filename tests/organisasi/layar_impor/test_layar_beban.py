"""The pages of import while work is under way, and what they cost when a file is large."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from organisasi.izin import Peran
from organisasi.models import (
    Impor,
    Pengguna,
    PerubahanImpor,
    TemuanImpor,
)
from organisasi.selectors_impor import judul_kode
from tests.factories.organisasi import pengguna
from tests.helpers.htmx import periksa_potongan
from tests.helpers.impor_uji import DUA, diperiksa, kerjakan, unggah
from tests.helpers.layar import isi, kueri, masuk_sebagai
from toolkit.massal import sisipkan

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.sekali,
    pytest.mark.usefixtures("jenis_libur", "pada_hari_ini", "kantor"),
]

GALAT = (*DUA, ("", "Tanpa tanggal", "SKB"), ("01-01-2027", "TAHUN BARU", "SKB"))
MAKS_HTML = 150 * 1024
MAKS_KUERI = 15


@pytest.fixture
def raksasa(analis: Pengguna) -> Impor:
    """A file with 20,000 findings and 2,000 changed people with sixty changed cells each."""
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
    assert "Pemeriksaan dihentikan" in isi(masuk, "/impor/")
    assert "Periksa lagi" in isi(masuk, f"/impor/{impor.pk}/")


def test_a_colleagues_work_is_seen_only_by_those_who_may_see_all(
    client: Client, analis: Pengguna
) -> None:
    impor = unggah(analis)

    lain = masuk_sebagai(Client(), pengguna(Peran.ANALIS_BKD))
    kabid = masuk_sebagai(client, pengguna(Peran.KABID_MUTASI))

    assert lain.get(f"/proses/{impor.proses_id}/").status_code == 404
    assert lain.post(f"/proses/{impor.proses_id}/hentikan/").status_code == 404
    assert "Memeriksa libur.csv" in isi(kabid, f"/proses/{impor.proses_id}/")
    assert kabid.post(f"/proses/{impor.proses_id}/hentikan/").status_code == 403
    assert "Memeriksa libur.csv" in isi(kabid, "/proses/")
    assert "Belum ada pekerjaan latar" in isi(lain, "/proses/")


def test_a_worker_that_is_not_there_is_noticed(
    masuk: Client, analis: Pengguna, pada_hari_ini: Any
) -> None:
    impor = unggah(analis)
    pada_hari_ini.shift(60)

    assert "memastikan pekerja latar menyala" in isi(masuk, f"/impor/{impor.pk}/")


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

    ukuran, jumlah = len(isi(masuk, url).encode()), kueri(masuk, url)

    assert ukuran <= MAKS_HTML
    assert jumlah <= MAKS_KUERI


def test_the_list_asks_the_same_number_of_queries_for_one_file_and_for_many(
    masuk: Client, analis: Pengguna
) -> None:
    diperiksa(analis)
    satu = kueri(masuk, "/impor/")
    for _ in range(6):
        unggah(analis)

    assert kueri(masuk, "/impor/") == satu
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
