"""A served demonstration of its own, and a Chromium that looks at it.

Both are real processes on a database file of their own, so they know nothing of the test database.
"""

from __future__ import annotations

import gzip
import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from tests.helpers import cetakan
from tests.helpers.pekerja_mati import AKAR, Kantor

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ALAT = find_spec("playwright") and find_spec("axe_playwright_python")
perlu_peramban = pytest.mark.skipif(
    not (CHROMIUM and ALAT), reason="playwright or a Chromium of the system is not here"
)
ARGUMEN = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
    "--no-first-run", "--lang=id",
)  # fmt: skip
UKURAN = {1366: 768, 390: 844}
UKURAN_SENDIRI = UKURAN | {360: 780}  # pages about oneself are read on small phones
MAKS_HTML = 150 * 1024
MAKS_ASET = 500 * 1024
KELUARAN = AKAR / "tests" / "keluaran" / "gambar"

# Runs inside the served database: what a browser needs to come in, and where the things are.
SIAPKAN = """
import json
from functools import cache
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse
from django.utils import timezone
from organisasi.models import Pengguna
from tests.helpers.dunia import dunia_peragaan
from tests.helpers.milik_sendiri import milik_sendiri
from tests.house.matriks import MATRIKS
@cache
def masuk(akun):
    s = SessionStore()
    s["_auth_user_id"] = str(akun.pk)
    s["_auth_user_backend"] = "allauth.account.auth_backends.AuthenticationBackend"
    s["_auth_user_hash"] = akun.get_session_auth_hash()
    s.set_expiry(86400)
    s.create()
    return s.session_key
# What is one's own in the demonstration, before the world of the matrix adds to it.
milik = milik_sendiri()
dunia = dunia_peragaan(timezone.localdate())
sesi = {peran.value: masuk(akun) for peran, akun in dunia.orang.items()}
milik = {nama: [masuk(akun), jalur] for nama, (akun, jalur) in milik.items()}
alamat = {n: reverse(n, kwargs=dunia.argumen.get(n, {})) for n in MATRIKS}
print(json.dumps({"sesi": sesi, "alamat": alamat, "milik": milik}))
"""


@dataclass
class Situs:
    """A running SERASI: its address, a session per role, a path per URL name."""

    kantor: Kantor
    pangkal: str
    sesi: dict[str, str] = field(default_factory=dict)
    alamat: dict[str, str] = field(default_factory=dict)
    # Per page that opens to one person: a session of that person, and its path.
    milik: dict[str, tuple[str, str]] = field(default_factory=dict)


def _porta() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        porta: int = soket.getsockname()[1]
        return porta


@contextmanager
def situs(folder: Path, *, pegawai: int) -> Iterator[Situs]:
    """Build the database (``pegawai`` 0: an empty office), serve it, let a worker work."""
    kantor = Kantor(folder, f"sqlite:///{folder / 'kantor.sqlite3'}")
    cetakan.salin(folder / "kantor.sqlite3")
    kantor.kelola("migrate", "-v0")
    hasil = {}
    if pegawai:
        kantor.kelola("demo", "--pegawai", str(pegawai))
        hasil = json.loads(kantor.kelola("shell", "-v0", "-c", SIAPKAN))
    porta = _porta()
    perintah = [sys.executable, "-m", "waitress", f"--listen=127.0.0.1:{porta}", "--threads=4"]
    with (folder / "pelayan.log").open("wb") as catatan:
        pelayan = subprocess.Popen(
            [*perintah, "config.wsgi:application"],
            cwd=AKAR, env=kantor.env, stdout=catatan, stderr=catatan,
        )  # fmt: skip
    pekerja = kantor.pekerja()
    try:
        pangkal = f"http://127.0.0.1:{porta}"
        _tunggu(pangkal, pelayan)
        yield Situs(kantor, pangkal, **hasil)
    finally:
        for proses in (pelayan, pekerja):
            proses.kill()
            proses.wait()


def _unduh(alamat: str) -> bytes:
    with urlopen(alamat, timeout=10) as jawaban:  # noqa: S310 (our own server)
        isi: bytes = jawaban.read()
        return isi


def _tunggu(pangkal: str, pelayan: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert pelayan.poll() is None, "the server did not start"
        try:
            _unduh(f"{pangkal}/sehat/")
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server never answered")


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser of the system, without any network of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as alat:
        browser = alat.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMEN))
        try:
            yield browser
        finally:
            browser.close()


class Layar:
    """One browser window of one role at one size; it notes what goes wrong by itself."""

    def __init__(
        self, browser: Any, tempat: Situs, *, peran: str = "", sesi: str = "", lebar: int = 1366,
        js: bool = True,
    ) -> None:  # fmt: skip
        from axe_playwright_python.sync_playwright import Axe

        self.tempat, self.lebar = tempat, lebar
        self.konteks = browser.new_context(
            viewport={"width": lebar, "height": UKURAN_SENDIRI[lebar]}, locale="id-ID",
            java_script_enabled=js, reduced_motion="reduce",
        )  # fmt: skip
        if sesi := sesi or tempat.sesi.get(peran, ""):
            kue = {"name": "sessionid", "value": sesi, "url": tempat.pangkal}
            self.konteks.add_cookies([kue])
        self.axe = Axe()
        self.keluhan: list[str] = []
        self.aset: dict[str, int] = {}
        self.page = self.konteks.new_page()
        self.page.on("console", self._konsol)
        self.page.on("pageerror", lambda galat: self.keluhan.append(f"script: {galat}"))
        self.page.on("request", self._permintaan)
        self.page.on("response", self._catat_aset)

    def _konsol(self, pesan: Any) -> None:
        # The answer 404 of the page itself is told there too, and is what was asked for.
        if pesan.type in ("error", "warning") and "the server responded with" not in pesan.text:
            self.keluhan.append(f"console: {pesan.text}")

    def _permintaan(self, permintaan: Any) -> None:
        asal = urlsplit(permintaan.url)
        if asal.scheme != "data" and f"{asal.scheme}://{asal.netloc}" != self.tempat.pangkal:
            self.keluhan.append(f"request to {permintaan.url}")

    def _catat_aset(self, jawaban: Any) -> None:
        if "/static/" in jawaban.url:
            self.aset[jawaban.url] = jawaban.status
            if jawaban.status >= 400:
                self.keluhan.append(f"{jawaban.status} {jawaban.url}")

    def buka(self, jalur: str) -> Any:
        """Go there; the answer of the server."""
        return self.page.goto(self.tempat.pangkal + jalur, wait_until="load")

    def beban(self) -> int:
        """Bytes of all static files so far, compressed as a server sends them."""
        return sum(len(gzip.compress(_unduh(alamat))) for alamat in self.aset)

    def periksa(self, jawaban: Any = None) -> list[str]:
        """Everything that is wrong with the page as it stands: [] is what one wants."""
        masalah, self.keluhan = self.keluhan, []
        masalah = masalah + self._axe()
        lebar = self.page.evaluate("document.documentElement.scrollWidth")
        if lebar > self.lebar:
            masalah.append(f"the page is {lebar} px wide on a screen of {self.lebar}")
        if jawaban is not None and len(jawaban.body()) > MAKS_HTML:
            masalah.append(f"HTML of {len(jawaban.body())} bytes")
        return masalah

    def _axe(self) -> list[str]:
        hasil = self.axe.run(self.page).response["violations"]
        return [
            f"axe {satu['id']}: {simpul['html'][:120]}"
            for satu in hasil
            for simpul in satu["nodes"][:3]
        ]

    def potret(self, nama: str, *, folder: Path = KELUARAN) -> Path:
        """A picture of the whole page."""
        tujuan = folder / f"{nama}-{self.lebar}.png"
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=tujuan, full_page=True)
        return tujuan

    def tutup(self) -> None:
        """Close the window."""
        self.konteks.close()
