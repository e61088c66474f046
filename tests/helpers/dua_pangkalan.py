"""The suite on both databases, one after the other; the worse of the two results counts.

Standard library only: kelola.py calls it, with the Python that has the packages.
"""

import contextlib
import os
import subprocess
import tempfile
import time
import urllib.parse
from pathlib import Path

from tests.helpers import pangkalan_pg

AKAR = Path(__file__).resolve().parent.parent.parent


def lingkungan(url: str, berkas: str) -> dict[str, str]:
    """Production settings on plain http, and nothing of what the shell happens to hold."""
    # With PYTHONDONTWRITEBYTECODE every process of the suite would compile every package again.
    buang = ("SECRET_KEY_FILE", "DEBUG", "PYTHONDONTWRITEBYTECODE")
    env = {k: v for k, v in os.environ.items() if k not in buang}
    return env | {
        "DATABASE_URL": url
        or "sqlite:///" + urllib.parse.quote(f"{berkas}/uji.sqlite3", safe="/:"),
        "BERKAS_DIR": berkas,
        "SECRET_KEY": "hanya-untuk-uji-" + "x" * 50,
        "ALLOWED_HOSTS": "127.0.0.1,localhost,testserver",
        "LOKAL": "1",
        "PYTHONUTF8": "1",
    }


def _pytest(python: Path, nama: str, url: str, tambahan: list[str]) -> int:
    print(f"\n=== Uji pada {nama} ===", flush=True)
    mulai = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="serasi-uji-", ignore_cleanup_errors=True) as berkas:
        perintah = [str(python), "-m", "pytest", *tambahan]
        status = subprocess.run(
            perintah, cwd=AKAR, env=lingkungan(url, berkas), check=False
        ).returncode
    hasil = "lulus" if status == 0 else f"GAGAL (status {status})"
    print(f"=== {nama}: {hasil}, {time.monotonic() - mulai:.0f} detik ===", flush=True)
    return status


def uji(python: Path, tambahan: list[str]) -> int:
    """Run pytest twice; a machine without PostgreSQL is told that half of it was skipped."""
    inti = min(4, os.cpu_count() or 1)
    # A single file is done before the other processes have started.
    if inti > 1 and all(kata.startswith(("--cov", "--panjang")) for kata in tambahan):
        # In order: tests that empty the database (transactions of their own) come last in each
        # process, because the constants that migrations brought are gone after them.
        tambahan = ["-n", str(inti), "--dist", "load", *tambahan]
    with contextlib.ExitStack() as menyala:
        try:
            url = menyala.enter_context(pangkalan_pg.peladen())
        except pangkalan_pg.TidakAda as sebab:
            status = _pytest(python, "SQLite", "", tambahan)
            print(f"\n=== PostgreSQL: DILEWATI, karena {sebab} ===", flush=True)
            return status
        cetakan = menyala.enter_context(_cetak(python, url))
        status = _pytest(python, "SQLite", "", tambahan)
        if cetakan.wait() != 0:
            return max(status, 1)
        # The first run has counted the lines; tracing them again would only cost time. What never
        # asks a database has given its one answer already.
        kedua = [kata for kata in tambahan if not kata.startswith("--cov")]
        return max(status, _pytest(python, "PostgreSQL", url, ["--hanya-basis-data", *kedua]))


def _cetak(python: Path, url: str) -> subprocess.Popen[bytes]:
    """Migrate what PostgreSQL copies for each new database, while SQLite is being tested.

    Every process of the second run would else spend half a minute on its own migrations.
    """
    return subprocess.Popen(
        [str(python), "manage.py", "migrate", "-v0"],
        cwd=AKAR,
        env=lingkungan(f"{url.rpartition('/')[0]}/template1", tempfile.gettempdir()),
    )
