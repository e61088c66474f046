"""``kill -9`` of the web server amid presses, and of the worker amid carrying out."""

from __future__ import annotations

import http.client
import json
import random
import re
import socket
import subprocess
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from threading import Event, Thread
from typing import Any

import pytest

from tests.helpers.pekerja_mati import Kantor
from tests.mutasi.mati.perjalanan import ALASAN
from tests.mutasi.mati.test_mati import periksa

pytestmark = pytest.mark.panjang

SISA = "SELECT count(*) FROM mutasi_usulanmutasi WHERE status IN ('menunggu_ppk', 'disetujui_ppk')"
BELUM_BERLAKU = "SELECT count(*) FROM mutasi_usulanmutasi WHERE status = 'sk_ditetapkan'"


def _kode(fungsi: str) -> str:
    nama = fungsi.partition("(")[0]
    return f"from tests.mutasi.mati.pelayan import {nama}; {fungsi}"


def _tanya(di: Kantor, fungsi: str) -> Any:
    """What a function of the other process prints, as data."""
    keluaran = di.kelola("shell", "-v0", "-c", _kode(fungsi))
    return json.loads(keluaran.splitlines()[-1])


@contextmanager
def _proses(di: Kantor, fungsi: str) -> Iterator[subprocess.Popen[str]]:
    satu = di.naskah(_kode(fungsi))
    assert satu.stdout is not None
    assert satu.stdout.readline().strip() == "mulai", satu.communicate()[1][-2000:]
    try:
        yield satu
    finally:
        satu.kill()
        satu.communicate()


def _port() -> int:
    with closing(socket.socket()) as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


class Bupati(Thread):
    """Presses what is left to press, as fast as the server answers; gives up when it dies."""

    def __init__(self, port: int, sesi: str, tugas: dict[str, Any]) -> None:
        super().__init__(daemon=True)
        self.port, self.sesi, self.tugas = port, sesi, tugas
        self.menekan = Event()
        self.ditolak: list[str] = []

    def run(self) -> None:
        """Approve case by case, then set decree by decree."""
        with suppress(OSError, http.client.HTTPException):
            token = self._token()
            self.menekan.set()
            for pk in self.tugas["setuju"]:
                isi = {"aksi": "setujui_ppk", "pilih": pk, "alasan": ALASAN, "yakin": "ya"}
                self._kirim(self.tugas["putuskan"], isi, token)
            for alamat, sidik in self.tugas["tetapkan"]:
                self._kirim(alamat, {"sidik": sidik, "yakin": "on"}, token)

    def _token(self) -> str:
        for _ in range(100):
            with suppress(ConnectionRefusedError):
                _, _, badan = self._minta("GET", "/mutasi/meja-ppk/")
                cocok = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', badan)
                assert cocok is not None, badan[:500]
                return cocok[1]
            time.sleep(0.05)
        raise AssertionError("the server never listened")

    def _kirim(self, alamat: str, isi: dict[str, str], token: str) -> None:
        badan = urllib.parse.urlencode({**isi, "csrfmiddlewaretoken": token})
        status, _, jawaban = self._minta("POST", alamat, badan)
        if status not in (200, 302):
            self.ditolak.append(f"{alamat}: {status} {jawaban[:300]}")

    def _minta(self, metode: str, alamat: str, badan: str = "") -> tuple[int, Any, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as s:
            kepala = {"Cookie": f"sessionid={self.sesi}; csrftoken={self.kue}" if self.kue
                      else f"sessionid={self.sesi}"}  # fmt: skip
            if badan:
                kepala["Content-Type"] = "application/x-www-form-urlencoded"
            s.request(metode, alamat, badan or None, kepala)
            jawaban = s.getresponse()
            for kue in jawaban.headers.get_all("Set-Cookie") or []:
                if kue.startswith("csrftoken="):
                    self.kue = kue.partition("=")[2].partition(";")[0]
            return jawaban.status, jawaban.headers, jawaban.read().decode()

    kue = ""


def _tekan(di: Kantor, sesi: str, jeda: float) -> tuple[bool, list[str]]:
    """Serve, press, kill so long after the first press; whether it died in the middle."""
    port, tugas = _port(), _tanya(di, "tugas()")
    with _proses(di, f"layani({port})"):
        bupati = Bupati(port, sesi, tugas)
        bupati.start()
        assert bupati.menekan.wait(60)
        bupati.join(jeda)
        di_tengah = bupati.is_alive()
    bupati.join(60)
    return di_tengah, bupati.ditolak


def _kerjakan(di: Kantor, jeda: float) -> bool:
    """Queue what is left, let a worker begin, kill it; whether there was work left."""
    if not _tanya(di, "antre()")["sisa"]:
        return False
    with _proses(di, "kerja()"):
        time.sleep(jeda)
    di.waktu_berlalu()
    return True


@pytest.mark.parametrize("benih", range(5))
def test_a_web_server_and_a_worker_killed_at_random_lose_and_double_nothing(
    di: Kantor, benih: int
) -> None:
    """Five offices, some twenty kills each."""
    acak = random.Random(benih)  # noqa: S311 - moments, not secrets
    sesi = _tanya(di, "tamu()")["sesi"]
    mati = 0
    for _ in range(30):
        if not di.satu(SISA):
            break
        di_tengah, ditolak = _tekan(di, sesi, acak.uniform(0.0, 0.5))
        assert ditolak == []
        mati += di_tengah
    while di.satu(SISA):
        _tekan(di, sesi, 60)
    for _ in range(20):
        if not _kerjakan(di, acak.uniform(0.0, 1.2)):
            break
        mati += 1
    _tanya(di, "antre()")
    di.waktu_berlalu()
    di.kelola("shell", "-v0", "-c", _kode("kerja(sekali=True)"))

    assert mati >= 5
    assert di.satu(BELUM_BERLAKU) == 0
    periksa(di)
    print(f"dibunuh di tengah pekerjaan: {mati} kali")  # noqa: T201 - read with -s
