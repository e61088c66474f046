"""What a browser sees of the pages people open most; in every run."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import siasn
from tests.helpers.peramban import MAKS_ASET, Layar, Situs, perlu_peramban

pytestmark = [pytest.mark.peramban, perlu_peramban]

BukaLayar = Callable[..., Layar]
# One of each kind of page; all pages, as every role, in both sizes: --panjang (test_semua.py).
CONTOH = (
    ("", "/akun/masuk/", 390),
    ("analis_bkd", "beranda", 1366),
    ("pegawai", "beranda", 390),
    ("analis_bkd", "pegawai:daftar", 390),
    ("analis_bkd", "pegawai:rincian", 1366),
    ("analis_bkd", "penilaian:kebutuhan", 390),
    ("analis_bkd", "mutasi:calon-formasi", 1366),
    ("analis_bkd", "/tidak-ada/", 390),
)


@pytest.mark.parametrize(("peran", "nama", "lebar"), CONTOH)
def test_a_page_is_clean(
    layar: BukaLayar, peragaan: Situs, peran: str, nama: str, lebar: int
) -> None:
    satu = layar(peran, lebar=lebar)

    jawaban = satu.buka(peragaan.alamat.get(nama, nama))

    assert jawaban.status == (404 if nama == "/tidak-ada/" else 200)
    assert satu.periksa(jawaban) == []


def test_axe_really_looks(layar: BukaLayar) -> None:
    satu = layar()
    satu.buka("/akun/masuk/")
    satu.page.evaluate("document.querySelector('label').remove()")

    masalah = satu.periksa()

    assert any("axe label" in kalimat for kalimat in masalah)


def test_the_first_visit_brings_little(layar: BukaLayar) -> None:
    satu = layar()

    satu.buka("/akun/masuk/")

    assert satu.beban() <= MAKS_ASET, satu.aset


def _berkas(folder: Path, peragaan: Situs) -> Path:
    """Three invented people in a school of the demonstration, and a row nobody can read."""
    unit = peragaan.kantor.baris(
        "SELECT siasn_id, nama FROM organisasi_unitkerja WHERE jenis = 'smp' ORDER BY id"
    )
    guru = peragaan.kantor.baris(
        "SELECT siasn_id, nama FROM pegawai_jabatan WHERE nama LIKE 'Guru%' ORDER BY id"
    )
    semua = [*siasn.banyak(3, [unit], [guru]), siasn.orang(9) | {"NIP BARU": "bukan nip"}]
    return siasn.tulis_ekspor(folder / "pns.xlsx", semua)


@pytest.mark.parametrize("js", [True, False], ids=["js", "tanpa-js"])
def test_a_file_of_employees_goes_from_upload_to_report(
    layar: BukaLayar, peragaan: Situs, tmp_path: Path, js: bool
) -> None:
    satu = layar("analis_bkd", js=js)
    page = satu.page
    satu.buka("/impor/")
    satu.buka("/impor/unggah/pegawai/")
    page.set_input_files("input[type=file]", _berkas(tmp_path, peragaan))

    page.click("main button[type=submit]")
    page.wait_for_url(re.compile(r"/impor/\d+/$"))
    _tunggu(satu, "button:has-text('Terapkan')")
    _bersih(satu, js=js)
    page.click("button:has-text('Terapkan')")
    _tunggu(satu, "text=baris diterapkan oleh")

    assert "NIP bukan angka" in page.inner_text("main")
    _bersih(satu, js=js)


def _bersih(satu: Layar, *, js: bool) -> None:
    """Axe needs JavaScript itself; without it only the flow is tried."""
    assert not js or satu.periksa() == []


def _tunggu(satu: Layar, pemilih: str, *, kali: int = 60) -> None:
    """Reload, as a person without JavaScript would, until the page shows it."""
    for _ in range(kali):
        if satu.page.locator(pemilih).count():
            return
        satu.page.wait_for_timeout(500)
        satu.page.reload()
    raise AssertionError(satu.page.inner_text("main")[:800])


@pytest.mark.parametrize("lebar", [390])
def test_a_form_with_errors_says_them_and_leads_to_the_field(
    layar: BukaLayar, peragaan: Situs, lebar: int
) -> None:
    satu = layar("analis_bkd", lebar=lebar)
    satu.buka(peragaan.alamat["pegawai:pelatihan-catat"])
    satu.page.eval_on_selector("main form", "form => form.noValidate = true")

    satu.page.click("main form button[type=submit]")
    satu.page.wait_for_selector(".ringkasan-galat")

    assert satu.page.evaluate("document.activeElement.matches('.ringkasan-galat')")
    tujuan = satu.page.get_attribute(".ringkasan-galat a", "href")
    assert tujuan
    assert satu.page.locator(tujuan).count() == 1
    assert satu.periksa() == []


def _fokus(page: Any) -> dict[str, Any]:
    isi: dict[str, Any] = page.evaluate(
        """() => {
          const e = document.activeElement, g = getComputedStyle(e), r = e.getBoundingClientRect();
          return {tag: e.tagName, href: e.getAttribute('href') || '', kelas: e.className,
                  nama: e.getAttribute('name') || '',
                  garis: g.outlineStyle !== 'none' || g.boxShadow !== 'none',
                  tampak: r.width > 0 && r.height > 0 && r.right > 0 && r.bottom > 0};
        }"""
    )
    return isi


def test_the_keyboard_reaches_everything_and_one_sees_where_it_is(
    layar: BukaLayar, peragaan: Situs
) -> None:
    satu = layar("analis_bkd")
    satu.buka(peragaan.alamat["pegawai:daftar"])
    jejak = []
    for _ in range(150):
        satu.page.keyboard.press("Tab")
        jejak.append(_fokus(satu.page))

    assert jejak[0]["href"] == "#isi"
    assert [f for f in jejak if not f["tampak"]] == []
    assert [f for f in jejak if not f["garis"] and f["tag"] != "BODY"] == []
    assert any(f["href"] == "/kebutuhan/" for f in jejak)
    assert any(f["nama"] == "q" for f in jejak)
    assert any("tabel-bungkus" in f["kelas"] for f in jejak)
    assert any("hal=2" in f["href"] for f in jejak)


def test_filters_and_pages_work_without_javascript(layar: BukaLayar, peragaan: Situs) -> None:
    satu = layar("analis_bkd", js=False)
    satu.buka(peragaan.alamat["pegawai:daftar"])

    satu.page.click("a[href*='hal=2']")
    halaman_dua = satu.page.url
    satu.page.fill("main input[name=q]", "zzzz tidak ada")
    satu.page.click("main form button[type=submit]:has-text('Saring')")

    assert "hal=2" in halaman_dua
    assert "zzzz" in satu.page.url
    assert satu.page.locator("main table tbody tr").count() == 0


def test_a_phone_without_javascript_still_has_a_menu(layar: BukaLayar) -> None:
    satu = layar("analis_bkd", lebar=390, js=False)

    satu.buka("/")

    assert satu.page.locator("nav[aria-label='Menu utama'] a[href='/pegawai/']").is_visible()
