"""Entries of the trail about coming and going.

Everything else in SERASI is an act that calls the trail itself. Logging in is done by allauth,
whose code we do not own, so its own hooks call us: the adapter for passwords, sessions and
failures, and, because allauth offers nothing else there, its signals for the second factor. This
file is the only one that listens to a signal; it decides nothing and only writes down.

Each entry has a transaction of its own, right after allauth's: what allauth does cannot be undone
from here, so a process killed between the two leaves a change of the second factor without entry.

A failed login with an unknown name leaves no entry (anybody could fill the trail from outside, and
people type passwords into the wrong field); axes keeps and counts it in its own table.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.mfa import signals
from django.db import transaction
from django.utils import timezone

from jejak.catat import BerPelaku, Pelaku, catat
from jejak.models import Peristiwa
from jejak.tindakan import Tindakan
from organisasi import tindakan
from organisasi.models import Pengguna

LUAR = Pelaku(id="", nama="Seseorang yang belum masuk", peran="")
MAKS_KODE_SALAH = 5
JEDA_KODE = timedelta(minutes=15)


@transaction.atomic
def _tulis(jenis: Tindakan, akun: Pengguna, oleh: BerPelaku) -> None:
    catat(jenis, akun, oleh=oleh)


def berhasil(akun: Pengguna) -> None:
    """Somebody came in."""
    _tulis(tindakan.MASUK, akun, akun)


def keluar(akun: Pengguna) -> None:
    """Somebody left."""
    _tulis(tindakan.KELUAR, akun, akun)


def gagal(nama: str, *, terkunci: bool) -> None:
    """Somebody knew a name but not its password, or is locked out by now.

    What is tried during a lockout leaves no further entry: else anybody who knows a name could
    fill the trail from outside.
    """
    akun = Pengguna.objects.filter(nama_pengguna=Pengguna.normalize_username(nama)).first()
    if akun is None:
        return
    if not terkunci:
        _tulis(tindakan.MASUK_GAGAL, akun, LUAR)
    elif not _terkunci_tercatat(akun):
        _tulis(tindakan.MASUK_TERKUNCI, akun, LUAR)


def _terkunci_tercatat(akun: Pengguna) -> bool:
    """Whether the lockout has its entry: a new one begins with failures that were written down."""
    gagal_masuk = Peristiwa.objects.atas(akun._meta.label_lower, akun.pk).filter(
        tindakan__in=(tindakan.MASUK_GAGAL.kode, tindakan.MASUK_TERKUNCI.kode)
    )
    terakhir = gagal_masuk.order_by("-urutan").values_list("tindakan", flat=True).first()
    return terakhir == tindakan.MASUK_TERKUNCI.kode


def kode_terlalu_sering_salah(akun: Pengguna) -> bool:
    """Whether the second factor was guessed too often: counted in the trail, so that neither a
    restart nor a second server process forgets it."""
    salah = Peristiwa.objects.atas(akun._meta.label_lower, akun.pk).filter(
        tindakan=tindakan.KODE_SALAH.kode, waktu__gt=timezone.now() - JEDA_KODE
    )
    return salah[:MAKS_KODE_SALAH].count() >= MAKS_KODE_SALAH


def _kode_salah(*, user: Pengguna, reauthentication: bool = False, **_: Any) -> None:
    _tulis(tindakan.KODE_SALAH, user, user if reauthentication else LUAR)


def _ditambah(*, user: Pengguna, authenticator: Any, **_: Any) -> None:
    totp = authenticator.type == authenticator.Type.TOTP
    _tulis(tindakan.TOTP_DIPASANG if totp else tindakan.KODE_PEMULIHAN_DIBUAT, user, user)


def _diganti(*, user: Pengguna, **_: Any) -> None:
    _tulis(tindakan.KODE_PEMULIHAN_DIBUAT, user, user)


def _dicabut(*, user: Pengguna, authenticator: Any, **_: Any) -> None:
    if authenticator.type == authenticator.Type.TOTP:
        _tulis(tindakan.TOTP_DICABUT, user, user)


def dengarkan() -> None:
    """Called once when the program starts."""
    signals.authentication_failed.connect(_kode_salah, dispatch_uid="organisasi.kode_salah")
    signals.authenticator_added.connect(_ditambah, dispatch_uid="organisasi.totp_ditambah")
    signals.authenticator_reset.connect(_diganti, dispatch_uid="organisasi.totp_diganti")
    signals.authenticator_removed.connect(_dicabut, dispatch_uid="organisasi.totp_dicabut")
