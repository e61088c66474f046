"""Background work: scheduled with the act that wants it, run once, never lost.

The library (django-tasks) carries a job to a worker and forgets it when that worker is killed. The
row of :class:`Proses` is the truth: who claims it raises ``percobaan``, and only the holder of that
number may write about it; who stops beating for :data:`BASI` loses it to :func:`sapu`, which queues
it again, at most :data:`MAKS_PERCOBAAN` times. A job must therefore bear being run twice: it
computes outside a transaction and closes in one that looks first whether the work was done.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from jejak.catat import catat
from organisasi import policies_proses, tindakan_latar
from organisasi.impor import Dibatalkan
from organisasi.models import Pengguna, Proses, StatusProses
from organisasi.services.detak import Detak, GiliranHilang
from organisasi.services.pemberitahuan import beri_tahu
from toolkit.policy import Refusal
from toolkit.tabular import BerkasDitolak

log = logging.getLogger(__name__)

BASI = timedelta(seconds=90)  # silent for so long: its worker is taken for dead
MAKS_PERCOBAAN = 3
JEDA_ULANG = timedelta(seconds=15)  # after a busy database
LAMA = timedelta(seconds=60)  # longer work is announced when it ends, for those who left the page
RETENSI_TUGAS = timedelta(days=7)

Hasil = Mapping[str, Any] | None


@dataclass(frozen=True)
class Pekerjaan:
    """One kind of work: ``fungsi(parameter, oleh=, kemajuan=)`` gives what the page may show.

    ``bertahap``: kept piece by piece, so what was done before an end in the middle stays.
    """

    jenis: str
    fungsi: Callable[..., Hasil]
    bertahap: bool = False

    @property
    def sisa(self) -> str:
        """What an end in the middle leaves behind, in one sentence."""
        if self.bertahap:
            return "Yang sudah dikerjakan sebelum itu tetap berlaku."
        return "Tidak ada yang diubah."


PEKERJAAN: dict[str, Pekerjaan] = {}


def daftarkan(semua: Iterable[Pekerjaan]) -> None:
    """Called once by ``config`` with the one list of all kinds of work."""
    for pekerjaan in semua:
        if pekerjaan.jenis in PEKERJAAN:
            raise ValueError(f"jenis pekerjaan {pekerjaan.jenis!r} didaftarkan dua kali")
        PEKERJAAN[pekerjaan.jenis] = pekerjaan


@transaction.atomic
def jadwalkan(
    jenis: str,
    *,
    judul: str,
    parameter: Mapping[str, Any],
    untuk: Pengguna,
    tautan: str = "",
) -> Proses:
    """Queue a job; it becomes visible to workers with the commit of the act that calls this.

    The queue is a table of the same database, so act and job are stored together or not at all.
    ``tautan`` is the page that shows the result.
    """
    if jenis not in PEKERJAAN:
        raise ValueError(f"jenis pekerjaan {jenis!r} tidak dikenal")
    proses = Proses.objects.create(
        jenis=jenis,
        judul=judul,
        parameter={**parameter, "tautan": tautan},
        untuk=untuk,
        dibuat_pada=timezone.now(),
    )
    _antrekan(proses)
    return proses


def _antrekan(proses: Proses, *, jeda: timedelta | None = None) -> None:
    tugas = jalankan.using(run_after=timezone.now() + jeda) if jeda else jalankan
    proses.tugas_id = str(tugas.enqueue(proses.pk).id)
    proses.save(update_fields=["tugas_id"])


@task()
def jalankan(proses_id: int) -> None:
    """What a worker does with one job. Never raises: every end is written into the row."""
    proses = _ambil(proses_id)
    if proses is None:
        return
    try:
        with Detak(proses) as kemajuan:
            kemajuan(0, "Mulai")
            pekerjaan = PEKERJAAN[proses.jenis]
            hasil = pekerjaan.fungsi(proses.parameter, oleh=proses.untuk, kemajuan=kemajuan)
        _akhiri(proses, StatusProses.SELESAI, hasil=hasil, kemajuan=100)
    except GiliranHilang:
        log.warning("Proses %s diambil alih pekerja lain.", proses_id)
    except Dibatalkan:
        _akhiri(proses, StatusProses.DIBATALKAN, galat=_sisa(proses))
    except Refusal as penolakan:
        _akhiri(proses, StatusProses.GAGAL, galat=penolakan.kalimat)
    except BerkasDitolak as galat:
        _akhiri(proses, StatusProses.GAGAL, galat=galat.pesan)
    except OperationalError:
        log.exception("Basis data menolak proses %s.", proses_id)
        _ulangi(proses, "Basis data terlalu sibuk. Coba lagi beberapa menit lagi.", JEDA_ULANG)
    except Exception:
        log.exception("Proses %s gagal.", proses_id)
        _akhiri(
            proses,
            StatusProses.GAGAL,
            galat=f"Terjadi kesalahan pada sistem. {_sisa(proses)} "
            f"Sampaikan nomor pekerjaan {proses_id} kepada admin sistem.",
        )


def _ambil(proses_id: int) -> Proses | None:
    """Claim the job, or None when another worker has it or it is over."""
    kini = timezone.now()
    terambil = Proses.objects.filter(pk=proses_id, status=StatusProses.ANTRE).update(
        status=StatusProses.BERJALAN,
        mulai_pada=kini,
        detak_pada=kini,
        percobaan=F("percobaan") + 1,
        kemajuan=0,
    )
    if not terambil:
        return None
    return Proses.objects.select_related("untuk").get(pk=proses_id)


def _sisa(proses: Proses) -> str:
    """The sentence of this kind of work; before its first try nothing can have changed."""
    pekerjaan = PEKERJAAN.get(proses.jenis)
    return pekerjaan.sisa if pekerjaan and proses.percobaan else "Tidak ada yang diubah."


@transaction.atomic
def _akhiri(proses: Proses, status: StatusProses, *, galat: str = "", **nilai: Any) -> None:
    """Write the end, unless the job was taken from us meanwhile; tell whoever has left the page."""
    kini = timezone.now()
    milikku = Proses.objects.filter(
        pk=proses.pk, status=StatusProses.BERJALAN, percobaan=proses.percobaan
    )
    if not milikku.update(status=status, galat=galat, selesai_pada=kini, **nilai):
        return
    if status == StatusProses.GAGAL or kini - proses.dibuat_pada > LAMA:
        beri_tahu(
            proses.untuk,
            kunci=f"proses-{proses.pk}-{status}",
            judul=f"{proses.judul}: {StatusProses(status).label.lower()}",
            isi=galat,
            tautan=proses.parameter.get("tautan", ""),
        )


@transaction.atomic
def _ulangi(proses: Proses, galat: str, jeda: timedelta | None = None) -> None:
    """Queue once more, or give up with a reason when it was tried often enough."""
    if proses.batal_diminta:
        _akhiri(proses, StatusProses.DIBATALKAN, galat=_sisa(proses))
        return
    if proses.percobaan >= MAKS_PERCOBAAN:
        _akhiri(proses, StatusProses.GAGAL, galat=galat)
        return
    milikku = Proses.objects.filter(
        pk=proses.pk, status=StatusProses.BERJALAN, percobaan=proses.percobaan
    )
    if milikku.update(status=StatusProses.ANTRE, langkah="Menunggu giliran lagi", kemajuan=0):
        _antrekan(proses, jeda=jeda)


@transaction.atomic
def hentikan(proses_id: int, *, oleh: Pengguna) -> Proses:
    """Ask running work to stop; waiting work ends at once."""
    proses = Proses.objects.select_for_update().get(pk=proses_id)
    policies_proses.hentikan.check(proses, oleh)
    proses.batal_diminta = True
    if proses.status == StatusProses.ANTRE:
        proses.status = StatusProses.DIBATALKAN
        proses.selesai_pada = timezone.now()
        proses.galat = _sisa(proses)
    proses.save(update_fields=["batal_diminta", "status", "selesai_pada", "galat"])
    catat(tindakan_latar.PROSES_DIHENTIKAN, proses, oleh=oleh)
    return proses


@transaction.atomic
def sapu() -> list[int]:
    """Take up again what a dead worker left, and what the queue lost; the jobs it touched."""
    batas = timezone.now() - BASI
    basi = Proses.objects.select_for_update(skip_locked=True).filter(
        status=StatusProses.BERJALAN, detak_pada__lt=batas
    )
    tersapu = []
    for proses in basi:
        log.warning("Proses %s tidak berdetak sejak %s.", proses.pk, proses.detak_pada)
        DBTaskResult.objects.filter(pk=proses.tugas_id, status=TaskResultStatus.RUNNING).update(
            status=TaskResultStatus.FAILED, finished_at=timezone.now()
        )
        _ulangi(
            proses,
            f"Pekerjaan terhenti di tengah jalan {proses.percobaan} kali, mungkin karena server "
            f"dimatikan atau kehabisan memori. {_sisa(proses)}",
        )
        tersapu.append(proses.pk)
    return tersapu + _antrekan_yang_tercecer(batas)


def _antrekan_yang_tercecer(batas: Any) -> list[int]:
    """Waiting rows whose task is gone: its worker died between taking the task and the row."""
    antre = Proses.objects.select_for_update(skip_locked=True).filter(
        status=StatusProses.ANTRE, dibuat_pada__lt=batas
    )
    menunggu = list(antre)
    siap = DBTaskResult.objects.filter(
        pk__in=[p.tugas_id for p in menunggu if p.tugas_id], status=TaskResultStatus.READY
    )
    hidup = {str(pk) for pk in siap.values_list("pk", flat=True)}
    tercecer = [p for p in menunggu if p.tugas_id not in hidup]
    for proses in tercecer:
        _antrekan(proses)
    return [p.pk for p in tercecer]


def buang_tugas_lama() -> int:
    """Forget finished tasks of the library; what people see stands in :class:`Proses`."""
    lama = DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - RETENSI_TUGAS)
    return int(lama.delete()[0])
