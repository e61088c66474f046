"""The pulse of a running Proses: progress out, a pressed stop button in.

SQLite has one writer. While the job's own transaction is open, nothing may be written about it from
here: on the same connection it would vanish in the job's transaction, on another it would wait for
it. So the working thread writes only between transactions; a second thread with a connection of its
own keeps the pulse, which on PostgreSQL goes on during the job's transaction and on SQLite waits
until it is over.
"""

from __future__ import annotations

import logging
import threading
import time
from types import TracebackType

from django.db import DatabaseError, connection
from django.utils import timezone

from organisasi.impor import Dibatalkan
from organisasi.models import Proses, StatusProses

log = logging.getLogger(__name__)

JEDA_DETAK = 5.0  # seconds between two beats when the work itself says nothing
JEDA_TULIS = 1.0  # seconds between two writes of progress


class GiliranHilang(Exception):
    """Another worker took the job over: this one was silent for too long and must stop."""


class Detak:
    """Called as ``kemajuan(percent, step)`` by the job; a context manager around it."""

    def __init__(self, proses: Proses) -> None:
        self._pk = proses.pk
        self._percobaan = proses.percobaan
        self._keadaan = (0, "")
        self._tertulis = ""
        self._saat = 0.0
        self._batal = threading.Event()
        self._hilang = threading.Event()
        self._selesai = threading.Event()
        self._benang = threading.Thread(target=self._berdetak, daemon=True)

    def __enter__(self) -> Detak:
        self._kedalaman = len(connection.atomic_blocks)
        self._benang.start()
        return self

    def __exit__(
        self,
        jenis: type[BaseException] | None,
        galat: BaseException | None,
        jejak: TracebackType | None,
    ) -> None:
        self._selesai.set()
        self._benang.join()

    def __call__(self, persen: int, langkah: str) -> None:
        """Say how far the work is; raises when it should end here."""
        self._keadaan = (max(0, min(persen, 100)), langkah[:255])
        if len(connection.atomic_blocks) == self._kedalaman:
            kini = time.monotonic()
            if langkah != self._tertulis or kini - self._saat >= JEDA_TULIS:
                self._tulis()
                self._saat, self._tertulis = kini, langkah
        if self._hilang.is_set():
            raise GiliranHilang
        if self._batal.is_set():
            raise Dibatalkan

    def _tulis(self) -> None:
        persen, langkah = self._keadaan
        milikku = Proses.objects.filter(
            pk=self._pk, status=StatusProses.BERJALAN, percobaan=self._percobaan
        )
        if not milikku.update(kemajuan=persen, langkah=langkah, detak_pada=timezone.now()):
            self._hilang.set()
        elif milikku.filter(batal_diminta=True).exists():
            self._batal.set()

    def _berdetak(self) -> None:
        try:
            while not self._selesai.wait(JEDA_DETAK):
                try:
                    self._tulis()
                except DatabaseError as galat:  # a busy SQLite; the next beat says it again
                    log.debug("Detak proses %s tertunda: %s", self._pk, galat)
        finally:
            connection.close()
