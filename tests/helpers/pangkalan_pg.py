"""A PostgreSQL server for one test run: started in a temporary folder, gone afterwards.

Standard library only, because kelola.py uses it before it knows anything else. The server listens
on a free port of 127.0.0.1 behind a password nobody else knows, and does not wait for the disk.
"""

import contextlib
import ctypes
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VERSI_TERENDAH = 15
FOLDER = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/usr/local/pgsql/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
    "C:/Program Files/PostgreSQL/*/bin",
)
TANPA_TUNGGU = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "200",
    # A test's rows are rolled back: statistics taken in between call full tables empty, and the
    # planner then walks 20,000 rows in a nested loop, on one day and not on the next.
    "autovacuum": "off",
    # What waits for ever falls with its name instead of holding the whole run.
    "statement_timeout": "120s",
}


class TidakAda(Exception):
    """No server can be started here; the message says why, in Indonesian."""


def _calon() -> Iterator[Path]:
    pg_config = shutil.which("pg_config")
    if pg_config:
        hasil = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        if hasil.returncode == 0:
            yield Path(hasil.stdout.strip())
    for pola in FOLDER:
        pangkal = Path(pola).anchor
        yield from sorted(Path(pangkal).glob(pola[len(pangkal) :]), reverse=True)
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        yield Path(folder)


def _versi(folder: Path) -> int:
    """The major version of the server in this folder, or 0."""
    postgres, initdb = (shutil.which(nama, path=str(folder)) for nama in ("postgres", "initdb"))
    if not (postgres and initdb):
        return 0
    hasil = subprocess.run([postgres, "--version"], capture_output=True, text=True, check=False)
    cocok = re.search(r"\(PostgreSQL\) (\d+)", hasil.stdout)
    return int(cocok.group(1)) if cocok else 0


def cari() -> Path:
    """The folder with the newest usable server."""
    versi = {folder: _versi(folder) for folder in dict.fromkeys(_calon())}
    terbaik = max(versi, key=lambda folder: versi[folder], default=None)
    if terbaik is None or versi[terbaik] == 0:
        raise TidakAda("peladen PostgreSQL (initdb dan postgres) tidak terpasang di komputer ini")
    if versi[terbaik] < VERSI_TERENDAH:
        raise TidakAda(
            f"PostgreSQL {versi[terbaik]} terlalu lama, perlu {VERSI_TERENDAH} atau lebih baru"
        )
    return terbaik


def _ikut_mati() -> None:
    """Linux: when a run is killed without a word, its server goes too."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(1, signal.SIGQUIT)


def _sebagai(folder: Path) -> dict[str, Any]:
    """What Popen needs: PostgreSQL refuses to run as root, so root lends the folder to another."""
    pilihan: dict[str, Any] = {"cwd": folder}
    if sys.platform == "win32":
        return pilihan
    pilihan["start_new_session"] = True
    if sys.platform == "linux":
        pilihan["preexec_fn"] = _ikut_mati
    if os.geteuid() == 0:
        import pwd

        nama = [akun.pw_name for akun in pwd.getpwall()]
        akun = pwd.getpwnam("postgres" if "postgres" in nama else "nobody")
        os.chown(folder, akun.pw_uid, akun.pw_gid)
        for isi in folder.iterdir():
            os.chown(isi, akun.pw_uid, akun.pw_gid)
        pilihan |= {"user": akun.pw_uid, "group": akun.pw_gid, "extra_groups": []}
    return pilihan


def _port_bebas() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def _ekor(catatan: Path) -> str:
    baris = catatan.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return baris[-1] if baris else "tanpa pesan"


def _tunggu(proses: subprocess.Popen[Any], catatan: Path, detik: float = 30) -> None:
    tenggat = time.monotonic() + detik
    while time.monotonic() < tenggat:
        if "ready to accept connections" in catatan.read_text(encoding="utf-8", errors="replace"):
            return
        if proses.poll() is not None:
            break
        time.sleep(0.05)
    raise TidakAda(f"PostgreSQL tidak mau menyala: {_ekor(catatan)}")


def _matikan(proses: subprocess.Popen[Any]) -> None:
    if proses.poll() is None:
        proses.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGQUIT)
    try:
        proses.wait(15)
    except subprocess.TimeoutExpired:
        proses.kill()
        proses.wait()


@contextlib.contextmanager
def peladen() -> Iterator[str]:
    """A running, empty server; gives its DATABASE_URL."""
    bin_pg = cari()
    with tempfile.TemporaryDirectory(prefix="serasi-pg-", ignore_cleanup_errors=True) as sementara:
        folder = Path(sementara)
        sandi, port = secrets.token_hex(16), _port_bebas()
        catatan = folder / "catatan"
        catatan.touch()
        (folder / "sandi").write_text(sandi, encoding="ascii")
        sebagai = _sebagai(folder)
        lingkungan = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        lingkungan |= {"HOME": str(folder), "LC_ALL": "C"}
        initdb = [str(bin_pg / "initdb"), "-D", "data", "-U", "uji", "--pwfile=sandi", "-A"]
        initdb += ["scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"]
        with catatan.open("ab") as keluaran:
            pasang: dict[str, Any] = {"stdout": keluaran, "stderr": keluaran, "env": lingkungan}
            if subprocess.run(initdb, check=False, **pasang, **sebagai).returncode != 0:
                raise TidakAda(f"initdb gagal: {_ekor(catatan)}")
            perintah = [str(bin_pg / "postgres"), "-D", "data", "-p", str(port)]
            for nama, nilai in TANPA_TUNGGU.items():
                perintah += ["-c", f"{nama}={nilai}"]
            proses = subprocess.Popen(perintah, **pasang, **sebagai)
            try:
                _tunggu(proses, catatan)
                yield f"postgres://uji:{sandi}@127.0.0.1:{port}/postgres"
            finally:
                _matikan(proses)
