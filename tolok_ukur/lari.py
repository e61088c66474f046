"""Run a piece of the measure in a fresh process: seconds, peak memory, and what it printed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

AKAR = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Lari:
    """One run: seconds it measured itself, peak resident megabytes, its own figures."""

    detik: float
    puncak_mb: float
    hasil: dict[str, Any]


def lingkungan(basis: Path) -> dict[str, str]:
    """An environment that points at one SQLite file."""
    return {
        **os.environ,
        "DEBUG": "0",
        "LOKAL": "1",
        "ALLOWED_HOSTS": "testserver,127.0.0.1",
        "SECRET_KEY": "tolok-ukur-bukan-rahasia-" * 3,
        "DATABASE_URL": f"sqlite:///{basis}",
        "LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }


def segar(kerja: str, basis: Path, **argumen: Any) -> Lari:
    """Run ``tolok_ukur.kerja.<kerja>(**argumen)`` in a process of its own."""
    perintah = [sys.executable, "-m", "tolok_ukur.kerja", kerja, json.dumps(argumen, default=str)]
    proses = subprocess.run(  # noqa: S603 - our own module
        perintah, cwd=AKAR, env=lingkungan(basis), capture_output=True, text=True, check=False
    )
    if proses.returncode:
        raise SystemExit(f"pengukuran '{kerja}' gagal:\n{proses.stderr[-2000:]}")
    isi = json.loads(proses.stdout.splitlines()[-1])
    return Lari(isi["detik"], isi["puncak_mb"], isi["hasil"])


def ulang(kali: int, kerja: str, basis: Path, **argumen: Any) -> Lari:
    """The run with the median of the seconds."""
    return tengah([segar(kerja, basis, **argumen) for _ in range(kali)])


def bergantian(kali: int, basis: Path, *kerja: tuple[str, dict[str, Any]]) -> list[Lari]:
    """Several pieces in turns, each with its median: what else the machine does hits all alike."""
    semua = [[segar(nama, basis, **argumen) for nama, argumen in kerja] for _ in range(kali)]
    return [tengah([putaran[n] for putaran in semua]) for n in range(len(kerja))]


def tengah(lari: list[Lari]) -> Lari:
    """The run with the median of the seconds."""
    detik = median(satu.detik for satu in lari)
    return min(lari, key=lambda satu: abs(satu.detik - detik))


def kelola(basis: Path, *perintah: str) -> None:
    """One management command on that database, silently."""
    subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *perintah],
        cwd=AKAR,
        env=lingkungan(basis),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
