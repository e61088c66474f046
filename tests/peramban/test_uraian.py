"""The sheet of task rows in a browser: by keyboard alone, counted while typing, and bare."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.helpers.peramban import Layar, Situs, perlu_peramban

pytestmark = [pytest.mark.peramban, perlu_peramban]


def tab_ke(page: Any, nama: str) -> None:
    """Walk on by the tabulator until the field or button of that name (or value) has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        kini = page.evaluate("[document.activeElement.name, document.activeElement.value]")
        if nama in kini:
            return
    raise AssertionError(f"{nama} is out of the keyboard's reach")


def test_task_is_typed_and_saved_by_keyboard_alone(
    layar: Callable[..., Layar], peragaan: Situs
) -> None:
    satu = layar("operator_opd")
    page = satu.page
    satu.buka(peragaan.alamat["penilaian:uraian"])
    lama = int(page.input_value("[name=jumlah]"))
    tab_ke(page, "tambah")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"[name=t-{lama}-uraian]:focus")

    page.keyboard.type("Memindai arsip")
    for nama, isi in (("satuan", "berkas"), ("volume", "1.250,5"), ("norma", "2")):
        tab_ke(page, f"t-{lama}-{nama}")
        page.keyboard.type(isi)
    tab_ke(page, f"t-{lama}-satuan_norma")
    page.keyboard.press("j")

    # 1,250.5 results a month (the period of the row above) of two hours each, told while one types.
    page.wait_for_selector(f"#m-{lama} >> text=1.800.720")
    assert satu.periksa() == []
    tab_ke(page, "simpan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kebutuhan/perhitungan/*/")
    assert "tersimpan" in page.inner_text("#pemberitahuan")


def test_sheet_works_without_scripts_and_enter_only_counts(
    layar: Callable[..., Layar], peragaan: Situs
) -> None:
    satu = layar("operator_opd", js=False, lebar=390)
    page = satu.page
    satu.buka(peragaan.alamat["penilaian:uraian"])

    page.click("text=Tambah baris")
    terakhir = int(page.input_value("[name=jumlah]")) - 1
    page.fill(f"[name=t-{terakhir}-volume]", "tiga")
    page.press(f"[name=t-{terakhir}-volume]", "Enter")

    assert "Yang belum dapat dihitung" in page.inner_text(".ringkasan-galat")
    assert page.input_value(f"[name=t-{terakhir}-volume]") == "tiga"
