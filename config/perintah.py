"""What every command of ANTARMUKA section 1 shares: --json, exit statuses, the actor."""

from __future__ import annotations

import gc
import json
import sys
from abc import ABC, abstractmethod
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from organisasi.models import Pengguna, UnitKerja
from organisasi.models.pengguna import TEKNIS
from toolkit.nilai import kunci_id

SELESAI, TIDAK_TERPAKAI, SEBAGIAN, DITOLAK = 0, 2, 3, 4


class Berhenti(Exception):  # noqa: N818
    """Ends a command with an exit status and one sentence on standard error."""

    def __init__(self, status: int, kalimat: str, *, kode: str = "ditolak") -> None:
        super().__init__(kalimat)
        self.status = status
        self.kalimat = kalimat
        self.kode = kode


class Perintah(BaseCommand, ABC):
    """A command that speaks as ANTARMUKA demands; subclasses implement ``jalankan``."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--json", metavar="BERKAS", help="tulis hasil sebagai JSON ('-' = layar)"
        )
        parser.add_argument("--oleh", default=TEKNIS, help="nama pengguna pelaku")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run, write the result, leave with the right status."""
        if options["json"] == "-":
            # Only the object belongs on standard output; everything else goes beside it.
            self.stdout_json, self.stdout = self.stdout, self.stderr
        # What start-up made lives until the end: no need to search it for garbage at every step.
        gc.freeze()
        try:
            status, hasil = self.jalankan(**options)
        except Berhenti as berhenti:
            self.stderr.write(berhenti.kalimat)
            if options["json"] and berhenti.status == DITOLAK:
                self._tulis(options["json"], {"kode": berhenti.kode, "pesan": berhenti.kalimat})
            sys.exit(berhenti.status)
        if options["json"]:
            self._tulis(options["json"], hasil)
        else:
            self.ringkas(hasil)
        if status:
            sys.exit(status)

    @abstractmethod
    def jalankan(self, **options: Any) -> tuple[int, dict[str, Any]]:
        """Do the work; (exit status, the object)."""

    def ringkas(self, hasil: dict[str, Any]) -> None:
        """A readable summary when no JSON was asked for."""
        self.stdout.write(json.dumps(hasil, ensure_ascii=False, indent=2, default=str))

    def _tulis(self, tujuan: str, hasil: dict[str, Any]) -> None:
        # On one line: with an indent Python's encoder is ten times slower, and megabytes come out.
        teks = json.dumps(hasil, ensure_ascii=False, default=str) + "\n"
        if tujuan == "-":
            self.stdout_json.write(teks, ending="")
        else:
            Path(tujuan).write_text(teks, encoding="utf-8")


def tanggal(teks: str | None, bawaan: date) -> date:
    """``YYYY-MM-DD`` or the default; anything else ends the command with a sentence."""
    if not teks:
        return bawaan
    try:
        return date.fromisoformat(teks)
    except ValueError as error:
        raise Berhenti(
            TIDAK_TERPAKAI, f"Tanggal '{teks}' tidak terbaca. Tulis seperti 2026-06-01."
        ) from error


def unit(unor_id: str) -> UnitKerja:
    """The office ``--unit`` names, however its id is spelt."""
    satu = UnitKerja.objects.filter(kunci=kunci_id(unor_id) or "").first()
    if satu is None:
        raise Berhenti(
            TIDAK_TERPAKAI,
            f"Unit '{unor_id}' tidak ada. Periksa nilai --unit pada hierarki unor.",
        )
    return satu


def pelaku(nama: str) -> Pengguna:
    """The account a command acts for."""
    akun = Pengguna.objects.filter(nama_pengguna=nama).first()
    if akun is None:
        raise Berhenti(TIDAK_TERPAKAI, f"Pengguna '{nama}' tidak ada. Periksa nilai --oleh.")
    return akun
