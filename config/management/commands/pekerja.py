"""``manage.py pekerja``: the worker. Jobs, dead workers' jobs, mail, and the chores of the day.

Start as many as you like on PostgreSQL; on SQLite one is enough, because there is one writer.
SIGTERM or Ctrl+C ends it after the job in hand; a second one ends it at once, and the job is taken
up again by the next worker.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from config.turunan import segarkan_hari_baru
from mutasi.services.bkn import ingatkan_bkn
from mutasi.services.jalan_harian import rawat_jalan
from mutasi.services.pelaksanaan import laksanakan_jatuh_tempo
from organisasi.models import Pengguna
from organisasi.models.pengguna import TEKNIS
from organisasi.services import harian
from organisasi.services.pemberitahuan import kirim_surel
from organisasi.services.proses import sapu
from pegawai.services.pengingat import ingatkan_penugasan
from pegawai.services.perbaikan import ingatkan_perbaikan
from penilaian.services.keberatan_pengingat import ingatkan_keberatan
from penilaian.services.sotk_berlaku import berlakukan_yang_jatuh_tempo

log = logging.getLogger("serasi.pekerja")

JEDA = 1.0  # seconds between two looks into an empty queue
JEDA_SAPU = 60.0
JEDA_SURAT = 10.0
JEDA_GALAT = 5.0
JEDA_ULANG = 300.0  # before a day's chores that failed are tried again


class Pekerja(Worker):
    """The library's worker, one task at a time, with our own duties between two tasks."""

    def __init__(self) -> None:
        super().__init__(
            queue_names=["default"],
            excluded_queue_names=[],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
        )
        self._tersapu = self._tersurat = float("-inf")
        self._hari: date | None = None  # the last day whose chores are done
        self._coba_lagi = float("-inf")

    def bekerja(self, *, sekali: bool) -> None:
        """Until told to stop; or, ``sekali``, until the queue is empty."""
        while self.running:
            try:
                close_old_connections()
                self.rawat()
                if self.satu_tugas():
                    continue
                if sekali:
                    self.rawat(segera=True)
                    return
            except DatabaseError:
                if sekali:
                    raise
                log.exception("Basis data tidak menjawab; dicoba lagi sebentar lagi.")
                time.sleep(JEDA_GALAT)
            time.sleep(JEDA)

    def satu_tugas(self) -> bool:
        """Run one waiting task, if there is one."""
        sebelum = self._run_tasks
        self.max_tasks = sebelum + 1
        self.run()
        return bool(self._run_tasks > sebelum)

    def rawat(self, *, segera: bool = False) -> None:
        """The duties whose time has come. A stop signal waits for them as it does for a task."""
        self.running_task = True
        try:
            kini, hari = time.monotonic(), timezone.localdate()
            if segera or kini - self._tersapu >= JEDA_SAPU:
                self._tersapu = kini
                _dengan_tabah(sapu)
            if segera or kini - self._tersurat >= JEDA_SURAT:
                self._tersurat = kini
                _dengan_tabah(kirim_surel)
            if hari != self._hari and (segera or kini >= self._coba_lagi):
                self._kerja_harian(hari, kini)
        finally:
            self.running_task = False

    def _kerja_harian(self, hari: date, kini: float) -> None:
        """The chores of the day, until all of them succeeded once; each finds its own work."""
        # A busy database is met again after seconds, any other failure after minutes.
        beres = [
            _dengan_tabah(lambda: harian.kerjakan(hari)),
            _dengan_tabah(lambda: berlakukan_yang_jatuh_tempo(per=hari, oleh=_sistem())),
            _dengan_tabah(lambda: laksanakan_jatuh_tempo(per=hari)),
            _dengan_tabah(lambda: segarkan_hari_baru(per=hari, oleh=_sistem())),
            _dengan_tabah(lambda: ingatkan_penugasan(per=hari)),
            _dengan_tabah(lambda: ingatkan_keberatan(per=hari)),
            _dengan_tabah(lambda: ingatkan_perbaikan(per=hari)),
            _dengan_tabah(lambda: rawat_jalan(per=hari)),
            _dengan_tabah(lambda: ingatkan_bkn(per=hari)),
        ]
        if all(beres):
            self._hari = hari
        else:
            self._coba_lagi = kini + JEDA_ULANG


def _sistem() -> Pengguna:
    return Pengguna.objects.get(nama_pengguna=TEKNIS)


def _dengan_tabah(kerja: Callable[[], object]) -> bool:
    """Whether the chore succeeded. One that fails is told in the log; people's jobs go on."""
    try:
        kerja()
    except DatabaseError:
        raise
    except Exception:
        log.exception("Kerja rutin gagal.")
        return False
    return True


class Command(BaseCommand):
    help = "Menjalankan pekerjaan latar: impor, surel, dan kerja harian."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sekali", action="store_true", help="berhenti setelah antrean kosong")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until stopped."""
        # One line per look into an empty queue would fill the log.
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
        pekerja = Pekerja()
        pekerja.configure_signals()
        log.info("Pekerja mulai.")
        pekerja.bekerja(sekali=options["sekali"])
        log.info("Pekerja berhenti.")
