"""A migrated SQLite database kept between runs: 100 migrations take longer than most tests.

Its name is a hash of every migration and of the locked packages, so a changed one is built anew.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from functools import cache
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent.parent
FOLDER = AKAR / "tests" / "keluaran" / "cetakan"
BERSAMA = "file:memorydb_default?mode=memory&cache=shared"  # what Django calls it

_penahan: list[sqlite3.Connection] = []  # a database in memory lives as long as somebody holds it


@cache
def berkas() -> Path:
    """Where the database of these migrations lies, or would."""
    cap = hashlib.sha256((AKAR / "kunci-dev.txt").read_bytes())
    for satu in sorted(AKAR.glob("*/migrations/*.py")):
        cap.update(f"{satu.relative_to(AKAR)}\n".encode() + satu.read_bytes())
    return FOLDER / f"{cap.hexdigest()[:24]}.sqlite3"


def tuang() -> bool:
    """Fill Django's test database in memory from the file; False when there is none yet."""
    if not (asal := berkas()).exists():
        return False
    sasaran = sqlite3.connect(BERSAMA, uri=True)
    with sqlite3.connect(f"file:{asal}?mode=ro", uri=True) as sumber:
        sumber.backup(sasaran)
    sumber.close()
    _penahan.append(sasaran)
    return True


def simpan(sambungan: sqlite3.Connection) -> None:
    """Keep what migrations made; two processes may come at once, whole files replace each other."""
    if (tujuan := berkas()).exists():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    for usang in FOLDER.glob("*.sqlite3"):
        usang.unlink(missing_ok=True)
    sementara = tujuan.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(sementara) as salinan:
        sambungan.backup(salinan)
    salinan.close()
    sementara.replace(tujuan)


def salin(tujuan: Path) -> None:
    """Begin a database file with what is there; `migrate` then has little or nothing to do."""
    if (asal := berkas()).exists() and not tujuan.exists():
        shutil.copyfile(asal, tujuan)
