"""The sheet of a draft in a browser: by keyboard only, two people at once, on a phone."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.helpers.peramban import UKURAN, Layar, Situs, perlu_peramban

pytestmark = [pytest.mark.peramban, perlu_peramban]

BukaLayar = Callable[..., Layar]
SIAPKAN = """
import json
from datetime import date
from django.utils import timezone
from mutasi.services import rancangan as acts, rancangan_baris as acts_baris
from organisasi.izin import Peran
from organisasi.models import PenugasanPeran
from pegawai.models import Pegawai
oleh = PenugasanPeran.objects.filter(peran=Peran.ANALIS_BKD).earliest("pk").pengguna
kedua = PenugasanPeran.objects.filter(peran=Peran.KABID_MUTASI).earliest("pk").pengguna
r = acts.buat_rancangan(oleh=oleh, nama="Papan ketik", tmt=date(2027, 1, 4))
acts.undang(r.pk, kedua, oleh=oleh, ubah=True, per=timezone.localdate())
orang = list(Pegawai.objects.tercatat().filter(formasi__isnull=False).order_by("pk")[:60])
for n in range({banyak}):
    isi = {{"pegawai": orang[n % 50].pk, "ke": orang[n % 50 + 1].formasi_id}}
    acts_baris.tambah_baris(r.pk, oleh=oleh, isi=isi)
print(json.dumps({{"url": f"/rancangan/{{r.pk}}/", "nip": [p.nip for p in orang]}}))
"""


def siapkan(peragaan: Situs, banyak: int) -> tuple[str, list[str]]:
    """A draft of so many lines, shared by the analyst and the head of section."""
    keluar = peragaan.kantor.kelola("shell", "-v0", "-c", SIAPKAN.format(banyak=banyak))
    hasil = json.loads(keluar)
    return hasil["url"], hasil["nip"]


def buka(layar: BukaLayar, peran: str, url: str, **lain: Any) -> Layar:
    """The sheet, ready for keys."""
    satu = layar(peran, **lain)
    assert satu.buka(url).status == 200
    satu.page.wait_for_selector("#lembar[data-siap]")
    return satu


def tunggu(page: Any, kata: str, di: str = "#lembar") -> None:
    """Until it stands there (asked from outside: the page itself evaluates no text)."""
    page.locator(di).filter(has_text=kata).first.wait_for()


def test_five_lines_are_filled_moved_taken_back_and_read_by_keyboard_only(
    layar: BukaLayar, peragaan: Situs
) -> None:
    url, nip = siapkan(peragaan, 0)
    satu = buka(layar, "analis_bkd", url)
    page, tekan = satu.page, satu.page.keyboard
    while not page.evaluate("document.activeElement.closest('.lembar-bungkus')"):
        tekan.press("Tab")
    if page.evaluate("!document.activeElement.closest('td')"):
        tekan.press("Enter")

    for n, nomor in enumerate(nip[:5]):
        tekan.type(nomor)
        tekan.press("Tab")
        tekan.type("guru")
        page.wait_for_selector("#pilihan-sel:not([hidden]) li[aria-selected=true]")
        tekan.press("ArrowDown")
        assert n or satu.periksa() == []
        tekan.press("Tab")
        tekan.type(f"usul {n + 1}")
        tekan.press("Enter")
        tekan.press("Home")
        tekan.press("ArrowRight")
    tunggu(page, "5 perpindahan", "#ringkasan")
    tunggu(page, "usul 5")
    tekan.press("Control+Home")
    tekan.press("Alt+ArrowDown")
    tunggu(page, "usul 1", "#lembar tbody tr:nth-child(2)")
    tekan.press("Control+z")
    tunggu(page, "usul 1", "#lembar tbody tr:nth-child(1)")
    tekan.press("Alt+Enter")
    page.wait_for_selector("#rincian[open] .jawaban")
    assert satu.periksa() == []
    tekan.press("Escape")
    tekan.press("?")
    page.wait_for_selector("#bantuan[open]")
    assert satu.periksa() == []
    tekan.press("Escape")

    page.reload()
    page.wait_for_selector("#lembar[data-siap]")
    assert [page.locator("#lembar tbody tr").nth(n).inner_text().count(f"usul {n + 1}")
            for n in range(5)] == [1] * 5  # fmt: skip
    assert page.locator("#lembar tbody tr").count() == 6


def test_two_people_see_each_other_and_lose_nothing(layar: BukaLayar, peragaan: Situs) -> None:
    url, _ = siapkan(peragaan, 2)
    satu = buka(layar, "analis_bkd", url)
    dua = buka(layar, "kabid_mutasi", url)
    catatan = "#lembar tbody tr:nth-child({}) td:nth-child(5)"

    satu.page.click(catatan.format(1))
    satu.page.keyboard.type("kata analis")
    dua.page.click(catatan.format(1))
    dua.page.keyboard.type("kata kabid")
    dua.page.keyboard.press("Enter")
    tunggu(dua.page, "kata kabid")
    dua.page.locator(".menyimpan").wait_for(state="detached")
    satu.page.keyboard.press("Enter")
    satu.page.wait_for_selector("#pemberitahuan [role=alert]")

    pesan = satu.page.inner_text("#pemberitahuan")
    assert "sekarang “kata kabid”, isian Anda “kata analis”" in pesan
    # The sentence stands first; the typed words come back when the line was read anew.
    satu.page.locator("input.sel-isian:focus").wait_for()
    assert satu.page.evaluate("document.activeElement.value") == "kata analis"
    satu.page.keyboard.press("Enter")
    tunggu(dua.page, "kata analis")
    assert "mengubah baris" in dua.page.inner_text("#kabar")
    satu.keluhan.clear()  # the 409 that was asked for


@pytest.mark.panjang
def test_three_hundred_lines_are_reached_by_keys_and_stay_light(
    layar: BukaLayar, peragaan: Situs
) -> None:
    url, _ = siapkan(peragaan, 300)
    satu = layar("analis_bkd")

    jawaban = satu.buka(url)
    satu.page.wait_for_selector("#lembar[data-siap]")
    satu.page.click("#lembar tbody tr:first-child td:nth-child(5)")
    satu.page.keyboard.press("Control+End")
    satu.page.keyboard.press("ArrowUp")
    satu.page.keyboard.type("baris terakhir")
    satu.page.keyboard.press("Enter")
    tunggu(satu.page, "baris terakhir")

    assert satu.page.locator("#lembar tbody tr").count() == 301
    assert satu.page.evaluate("document.activeElement.closest('tr').rowIndex") == 301
    assert satu.periksa(jawaban) == []


@pytest.mark.panjang
@pytest.mark.parametrize("lebar", UKURAN)
@pytest.mark.parametrize("ujung", ["", "akibat/", "langkah/", "anggota/", "baris/", "ubah/"])
def test_the_pages_of_a_draft_are_clean(
    layar: BukaLayar, peragaan: Situs, rancangan_dua: str, ujung: str, lebar: int
) -> None:
    satu = layar("analis_bkd", lebar=lebar)

    jawaban = satu.buka(rancangan_dua + ujung)

    assert satu.periksa(jawaban) == []


@pytest.fixture(scope="module")
def rancangan_dua(peragaan: Situs) -> str:
    """The address of a draft of two lines."""
    return siapkan(peragaan, 2)[0]


def test_without_javascript_a_line_is_added_and_changed(layar: BukaLayar, peragaan: Situs) -> None:
    url, nip = siapkan(peragaan, 0)
    satu = layar("analis_bkd", js=False)
    satu.buka(url)

    satu.page.click("text=Tambah baris")
    satu.page.fill("input[name=pegawai]", nip[0])
    satu.page.click("main form button[type=submit]:has-text('Simpan')")
    satu.page.click("#lembar tbody th a")
    satu.page.fill("input[name=catatan]", "tanpa skrip")
    satu.page.click("main form button[type=submit]:has-text('Simpan')")

    assert "tanpa skrip" in satu.page.inner_text("#lembar tbody tr")
