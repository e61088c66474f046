"""An office of its own in a scratch database, with a worker that is a real process to be killed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from tests.helpers import cetakan

AKAR = Path(__file__).resolve().parents[2]
SIAPKAN = """
from datetime import date
from pathlib import Path
from django.core.files.base import ContentFile
from organisasi.impor import JENIS
from organisasi.models import Pengguna, PenugasanPeran
from organisasi.services import impor_berkas, proses
siapa = Pengguna.objects.create_user("analis", "sandi-uji-1234", nama="Analis")
PenugasanPeran.objects.create(pengguna=siapa, peran="analis_bkd", mulai=date(2020, 1, 1))
isi = ContentFile(Path(BERKAS).read_bytes(), name="unor.csv")
impor = impor_berkas.unggah(isi, jenis=JENIS["unor"], per=date(2026, 6, 1), oleh=siapa)
proses.jalankan.call(impor.proses_id)
impor_berkas.minta_terapkan(impor.pk, oleh=siapa)
"""


LANGKAH = "SELECT langkah FROM organisasi_proses ORDER BY id DESC"
PERCOBAAN = "SELECT percobaan FROM organisasi_proses ORDER BY id DESC"


def hierarki(jumlah: int) -> bytes:
    """A hierarchy of units as SIASN writes it: one root, offices of fifty below it."""
    baris = ["ID;NAMA_UNOR;ID_ATASAN", f"{0:032X};Pemerintah Kabupaten Contoh;"]
    for n in range(1, jumlah):
        atasan = 0 if n % 50 == 1 else n - (n - 1) % 50
        baris.append(f"{n:032X};Unit Nomor {n};{atasan:032X}")
    return "\n".join(baris).encode()


class Kantor:
    """A scratch database, its files, and processes of ours against it."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.url = url
        self.env = {k: v for k, v in os.environ.items() if k not in ("DEBUG", "SECRET_KEY_FILE")}
        self.env |= {
            "DATABASE_URL": url,
            "BERKAS_DIR": str(folder / "berkas"),
            "SECRET_KEY": "hanya-untuk-uji-" + "x" * 50,
            "ALLOWED_HOSTS": "127.0.0.1",
            "LOKAL": "1",
            "PYTHONUTF8": "1",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }

    def kelola(self, *perintah: str) -> str:
        """``manage.py`` to its end; what it printed."""
        hasil = subprocess.run(
            [sys.executable, "manage.py", *perintah],
            cwd=AKAR, env=self.env, capture_output=True, text=True, check=False, timeout=180,
        )  # fmt: skip
        assert hasil.returncode == 0, hasil.stderr[-2000:]
        return hasil.stdout

    def siapkan(self, jumlah: int) -> None:
        """An uploaded and examined hierarchy whose applying waits in the queue."""
        berkas = self.folder / "unor.csv"
        berkas.write_bytes(hierarki(jumlah))
        if self.url.startswith("sqlite:"):
            cetakan.salin(Path(self.url.removeprefix("sqlite:///")))
        self.kelola("migrate", "-v0")
        self.kelola("shell", "-v0", "-c", f"BERKAS = {str(berkas)!r}\n{SIAPKAN}")

    def pekerja(self) -> subprocess.Popen[bytes]:
        """A worker that goes on until it is told, or made, to stop."""
        with (self.folder / "pekerja.log").open("ab") as catatan:
            return subprocess.Popen(
                [sys.executable, "manage.py", "pekerja"],
                cwd=AKAR, env=self.env, stdout=catatan, stderr=catatan,
            )  # fmt: skip

    def naskah(self, kode: str) -> subprocess.Popen[str]:
        """Python against this office in a process of its own."""
        return subprocess.Popen(
            [sys.executable, "manage.py", "shell", "-v0", "-c", kode],
            cwd=AKAR, env=self.env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def bunuh_saat(self, langkah: str, *, jeda: float = 0.0, batas: float = 60) -> None:
        """Start a worker and ``kill -9`` it as soon as its own try says that it is at this step."""
        sebelumnya = self.satu(PERCOBAAN)
        pekerja = self.pekerja()
        tenggat = time.monotonic() + batas
        try:
            while self.satu(PERCOBAAN) == sebelumnya or self.satu(LANGKAH) != langkah:
                assert pekerja.poll() is None, (self.folder / "pekerja.log").read_text()[-2000:]
                assert time.monotonic() < tenggat, f"the job never came to {langkah!r}"
                time.sleep(0.003)
            time.sleep(jeda)
        finally:
            pekerja.kill()
            pekerja.wait()

    def satu(self, sql: str) -> Any:
        """The first column of the first row."""
        with self.sambungan() as sambungan, closing(sambungan.cursor()) as kursor:
            kursor.execute(sql)
            baris = kursor.fetchone()
            return baris[0] if baris else None

    def baris(self, sql: str) -> Any:
        """The first row."""
        with self.sambungan() as sambungan, closing(sambungan.cursor()) as kursor:
            return kursor.execute(sql).fetchone()

    def waktu_berlalu(self) -> None:
        """The heartbeat grows old, as it would in two minutes."""
        with self.sambungan() as sambungan, closing(sambungan.cursor()) as kursor:
            kursor.execute("UPDATE organisasi_proses SET detak_pada = '2020-01-01 00:00:00+00:00'")
            sambungan.commit()

    @contextmanager
    def sambungan(self) -> Iterator[Any]:
        """A connection past Django: this process has another database open."""
        with closing(self._sambung()) as sambungan:
            yield sambungan

    def _sambung(self) -> Any:
        if self.url.startswith("sqlite"):
            return sqlite3.connect(self.folder / "kantor.sqlite3", timeout=30)
        import psycopg2

        return psycopg2.connect(self.url)


@contextmanager
def kantor(folder: Path) -> Iterator[Kantor]:
    """A scratch office on the kind of database the suite runs on."""
    if connection.vendor == "sqlite":
        yield Kantor(folder, f"sqlite:///{folder / 'kantor.sqlite3'}")
        return
    import psycopg2

    db = settings.DATABASES["default"]
    pangkal = f"postgres://{db['USER']}:{db['PASSWORD']}@{db['HOST']}:{db['PORT']}"
    nama = f"mati_{os.getpid()}_{time.monotonic_ns()}"
    with closing(psycopg2.connect(f"{pangkal}/postgres")) as induk:
        induk.autocommit = True
        kursor = induk.cursor()
        kursor.execute(f"CREATE DATABASE {nama}")
        try:
            yield Kantor(folder, f"{pangkal}/{nama}")
        finally:
            kursor.execute(f"DROP DATABASE {nama} WITH (FORCE)")
