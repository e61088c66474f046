"""The sheet of a file of moves by keyboard alone: reached, read, changed, taken back, left."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.helpers.peramban import Layar, Situs, perlu_peramban

pytestmark = [pytest.mark.peramban, perlu_peramban]

BukaLayar = Callable[..., Layar]
SIAPKAN = """
import json
from datetime import date
from django.utils import timezone
from mutasi.services import berkas as acts_berkas, usulan as acts
from organisasi.izin import Peran
from organisasi.models import PenugasanPeran
from pegawai.models import Pegawai
oleh = PenugasanPeran.objects.filter(peran=Peran.ANALIS_BKD).earliest("pk").pengguna
per = timezone.localdate()
b = acts_berkas.buat_berkas(oleh=oleh, per=per, nama="Papan ketik", tmt=date(2030, 1, 1),
                            sumber="bkd", keterangan="Pemerataan pegawai antarunit.")
orang = list(Pegawai.objects.tercatat().filter(formasi__isnull=False, usulan__isnull=True)
             .exclude(pengguna=oleh).order_by("pk")[:{banyak} + 1])
# A small office has fewer people than lines: who is left over gets a task beside his post.
lain = list(Pegawai.objects.tercatat().filter(formasi__isnull=False).exclude(pengguna=oleh)
            .order_by("-pk"))
for n in range({banyak}):
    ada = n + 1 < len(orang)
    acts.tulis_usulan(
        b.pk, oleh=oleh, per=per, pegawai=(orang[n] if ada else lain[n - len(orang) + 1]).pk,
        ke=orang[(n + 1) % len(orang)].formasi_id, tmt=b.tmt,
        alasan="Pemerataan pegawai antarunit.",
        jenis="rotasi" if ada else "tugas_tambahan",
        selesai=None if ada else date(2030, 12, 31),
    )
print(json.dumps({{"url": f"/mutasi/berkas/{{b.pk}}/"}}))
"""
# Where the focus is: seen on the screen, with a ring, in which line and column.
FOKUS = """() => {
  const e = document.activeElement, g = getComputedStyle(e), r = e.getBoundingClientRect();
  const td = e.closest("#lembar td, #lembar th");
  return {
    tag: e.tagName, teks: e.textContent.trim().slice(0, 40), nama: e.getAttribute("name") || "",
    garis: g.outlineStyle !== "none" || g.boxShadow !== "none" || e.tagName === "DIALOG",
    tampak: r.width > 0 && r.height > 0 && r.bottom > 0 && r.right > 0
      && r.top < innerHeight && r.left < innerWidth,
    baris: td ? td.parentNode.rowIndex : 0, kolom: td ? td.cellIndex : -1,
  };
}"""


def siapkan(peragaan: Situs, banyak: int) -> str:
    """The address of a file of so many drafts."""
    keluar = peragaan.kantor.kelola("shell", "-v0", "-c", SIAPKAN.format(banyak=banyak))
    alamat: str = json.loads(keluar)["url"]
    return alamat


class Tangan:
    """Keys pressed one by one; each time the focus must be seen."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.banyak = 0

    def tekan(self, *tombol: str) -> dict[str, Any]:
        """Press them; where the focus is then."""
        for satu in tombol:
            self.page.keyboard.press(satu)
            self.banyak += 1
            fokus: dict[str, Any] = self.page.evaluate(FOKUS)
            assert fokus["tampak"], (satu, fokus)
            assert fokus["garis"] or fokus["tag"] == "BODY", (satu, fokus)
        return fokus

    def sampai(self, cocok: Callable[[dict[str, Any]], bool], tombol: str = "Tab") -> int:
        """The same key until there; how many times."""
        for kali in range(1, 200):
            if cocok(self.tekan(tombol)):
                return kali
        raise AssertionError(f"{tombol} never led there")


def tunggu(page: Any, kata: str, di: str) -> None:
    """Until it stands there."""
    page.locator(di).filter(has_text=kata).first.wait_for()


@pytest.mark.parametrize("banyak", [pytest.param(30), pytest.param(300, marks=pytest.mark.panjang)])
def test_a_file_of_moves_is_worked_on_by_keyboard_alone(
    layar: BukaLayar, peragaan: Situs, banyak: int
) -> None:
    url = siapkan(peragaan, banyak)
    satu = layar("analis_bkd")
    page = satu.page
    mulai = time.monotonic()
    jawaban = satu.buka(url)
    assert jawaban.status == 200
    page.wait_for_selector("#lembar[data-siap]")
    lama = time.monotonic() - mulai
    tangan = Tangan(page)
    masuk = tangan.sampai(lambda f: f["baris"] > 0)

    # To the last line of the page by one stroke, and back.
    akhir = tangan.tekan("Control+End")
    awal = tangan.tekan("Control+Home")
    assert (awal["baris"], akhir["baris"]) == (1, banyak + 1)  # the last is for a new case
    # A new post in the seventh line: letters, a choice, Enter; then taken back.
    tangan.tekan(*["ArrowDown"] * 6, *["Home"], *["ArrowRight"] * 3)
    sel = "#lembar tbody tr:nth-child(7) td:nth-child(4)"
    lama_isi = page.inner_text(sel)
    sebelum = tangan.banyak
    page.keyboard.type("guru")
    page.wait_for_selector("#pilihan-sel:not([hidden]) li[aria-selected=true]")
    tangan.tekan("ArrowDown")
    tangan.tekan("Enter")
    page.locator(".menyimpan").wait_for(state="detached")
    ketukan = tangan.banyak - sebelum + len("guru")
    assert page.inner_text(sel) != lama_isi
    tangan.tekan("Control+z")
    page.locator(sel).filter(has_text=lama_isi.splitlines()[0]).wait_for()
    # What one begins to type and does not want is dropped by Esc; nothing is trapped.
    tangan.tekan("F2", "Escape")
    tangan.tekan("Alt+Enter")
    page.wait_for_selector("#rincian[open] .jawaban")
    tangan.tekan("Escape")
    tangan.tekan("?")
    page.wait_for_selector("#bantuan[open]")
    tangan.tekan("Escape")
    # Two lines ticked for an act together, the act chosen and asked for from the keyboard.
    tangan.tekan("Control+Home", " ", "ArrowDown", " ")
    assert page.locator("#lembar input:checked").count() == 2
    keluar = tangan.tekan("Escape")
    assert keluar["baris"] == 0
    tangan.sampai(lambda f: f["nama"] == "aksi")
    tangan.tekan("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{url}massal/**")
    assert "2" in page.inner_text("main")
    assert satu.periksa() == []
    # Generous for a busy machine; four letters, an arrow and Enter give somebody another post.
    assert (lama < 20, masuk < 60, ketukan) == (True, True, 6)
