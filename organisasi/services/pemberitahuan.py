"""Messages for people, and the outbox from which the worker mails.

A message is queued in the transaction of the act it tells about: an act that is rolled back tells
nobody. The mail names the matter and nothing else; who wants to know more logs in, because mail is
read on shared computers and passes through foreign servers.

Reading a message leaves no trace: it changes nothing but the reader's own bell.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from email.utils import make_msgid
from hashlib import sha256
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.db import connection
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from jejak.catat import OutsideTransaction
from organisasi.models import Pemberitahuan, Pengguna

log = logging.getLogger(__name__)

MAKS_KIRIM = 5
SEWA = timedelta(minutes=5)  # doubled with every failure
KEDALUWARSA = timedelta(days=7)  # older news is not mailed; it stays on the page
SEKALI_KIRIM = 50
SURAT = (
    "Yth. {nama},\n\nAda pemberitahuan baru untuk Anda di SERASI:\n\n    {judul}\n\n"
    "Rinciannya tidak dikirim lewat surel. Masuk ke SERASI, lalu pilih lonceng di kanan atas.\n\n"
    "Surel ini dikirim otomatis; jangan dibalas.\n"
)


def beri_tahu(untuk: Pengguna, *, kunci: str, judul: str, isi: str = "", tautan: str = "") -> None:
    """Queue a message, once per ``kunci``; raises outside a transaction.

    ``judul`` goes out by mail: no number, name or case of a third person in it.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction("Pemberitahuan hanya diantrekan di dalam transaksi tindakannya.")
    pesan = Pemberitahuan(
        untuk=untuk, kunci=kunci, judul=judul[:255], isi=isi, tautan=tautan,
        dibuat_pada=timezone.now(),
    )  # fmt: skip
    Pemberitahuan.objects.bulk_create([pesan], ignore_conflicts=True)


def beri_tahu_banyak(
    untuk: Iterable[int], *, kunci: str, judul: str, isi: str = "", tautan: str = ""
) -> int:
    """Queue the same message for many users (by their keys); each once per ``kunci``.

    As :func:`beri_tahu`, with as few statements for thousands as for one; how many were asked for.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction("Pemberitahuan hanya diantrekan di dalam transaksi tindakannya.")
    kini = timezone.now()
    pesan = [
        Pemberitahuan(
            untuk_id=pk, kunci=f"{kunci}-{pk}", judul=judul[:255], isi=isi, tautan=tautan,
            dibuat_pada=kini,
        )
        for pk in untuk
    ]  # fmt: skip
    Pemberitahuan.objects.bulk_create(pesan, ignore_conflicts=True, batch_size=2_000)
    return len(pesan)


def tandai_dibaca(untuk: Pengguna, *, pk: int | None = None) -> int:
    """Mark one message (or all) of this person as read; how many were unread."""
    belum = Pemberitahuan.objects.filter(untuk=untuk, dibaca_pada__isnull=True)
    if pk is not None:
        belum = belum.filter(pk=pk)
    return belum.update(dibaca_pada=timezone.now())


def kirim_surel() -> int:
    """Mail what waits to those who have an address; how many left.

    Each message is claimed by raising ``gagal`` before it is sent, so two workers never send the
    same one, nothing is locked while a mail server thinks, and a killed worker costs one attempt.
    """
    terkirim = 0
    penghubung = get_connection()
    for pesan in _menunggu(timezone.now())[:SEKALI_KIRIM]:
        if not _sewa(pesan):
            continue
        try:
            penghubung.send_messages([_surat(pesan)])
        except (SMTPException, OSError) as galat:
            log.warning("Surel untuk pemberitahuan %s gagal: %s", pesan.pk, galat)
            Pemberitahuan.objects.filter(pk=pesan.pk).update(galat=type(galat).__name__)
            continue
        Pemberitahuan.objects.filter(pk=pesan.pk).update(
            dikirim_pada=timezone.now(), gagal=F("gagal") - 1, galat=""
        )
        terkirim += 1
    return terkirim


def _menunggu(kini: datetime) -> QuerySet[Pemberitahuan]:
    return (
        Pemberitahuan.objects.filter(
            dikirim_pada__isnull=True,
            dibuat_pada__gte=kini - KEDALUWARSA,
            gagal__lt=MAKS_KIRIM,
            untuk__is_active=True,
        )
        .filter(Q(kirim_lagi_pada__isnull=True) | Q(kirim_lagi_pada__lte=kini))
        .exclude(untuk__email="")
        .select_related("untuk")
        .order_by("pk")
    )


def _sewa(pesan: Pemberitahuan) -> bool:
    return bool(
        Pemberitahuan.objects.filter(
            pk=pesan.pk, gagal=pesan.gagal, dikirim_pada__isnull=True,
            kirim_lagi_pada=pesan.kirim_lagi_pada,
        ).update(
            gagal=pesan.gagal + 1, kirim_lagi_pada=timezone.now() + SEWA * 2**pesan.gagal
        )
    )  # fmt: skip


def _surat(pesan: Pemberitahuan) -> EmailMessage:
    # The same message sent twice (a worker died between sending and noting it) has the same id.
    sidik = sha256(pesan.kunci.encode()).hexdigest()[:24]
    return EmailMessage(
        subject=f"SERASI: {' '.join(pesan.judul.split())}",
        body=SURAT.format(nama=pesan.untuk.nama, judul=pesan.judul),
        to=[pesan.untuk.email],
        headers={"Message-ID": f"<{sidik}@{make_msgid().rpartition('@')[2]}"},
    )
