"""The first day: an empty database becomes the office of one agency, once.

Who may do it is whoever can read the key on the server: it is printed by ``manage.py kunci_awal``
and kept only as a file beside the database. The file is gone once the office is open.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from jejak.catat import catat, kunci_kepala
from organisasi import tindakan
from organisasi.izin import Peran
from organisasi.models import Instansi, Pengguna, PenugasanPeran
from organisasi.selectors import kantor_kosong
from toolkit.policy import NotAllowed, WrongMoment

SUDAH = "SERASI sudah dibuka untuk sebuah instansi. Masuklah dengan akun Anda."


@dataclass(frozen=True)
class KantorBaru:
    """The agency, and the person who opens it."""

    nama: str
    jenis: str
    wilayah: str
    nama_pengguna: str
    nama_admin: str
    sandi: str


def berkas_kunci() -> Path:
    """Where the key waits: beside the uploaded files, readable by the server's account alone."""
    return Path(settings.MEDIA_ROOT).parent / "kunci-awal.txt"


def siapkan_kunci() -> str:
    """The key of an office that is not open yet; the same until used. Raises WrongMoment."""
    if not kantor_kosong():
        raise WrongMoment(SUDAH, kode="sudah_dibuka")
    berkas = berkas_kunci()
    if not berkas.exists():
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.touch(mode=0o600)
        berkas.write_text(secrets.token_hex(8), encoding="ascii")
    return berkas.read_text(encoding="ascii").strip()


def kunci_cocok(kunci: str) -> bool:
    """Whether this is the key of this server."""
    berkas = berkas_kunci()
    if not berkas.exists():
        return False
    benar = berkas.read_text(encoding="ascii").strip()
    return bool(benar) and constant_time_compare(benar, kunci.strip())


def dirikan_kantor(kantor: KantorBaru, *, kunci: str, per: date) -> Pengguna:
    """Agency and first administrator. Two people at once: one of them is told it is done."""
    if not kantor_kosong():
        raise WrongMoment(SUDAH, kode="sudah_dibuka")
    if not kunci_cocok(kunci):
        raise NotAllowed("Kunci awal tidak cocok. Lihat kunci yang dicetak di komputer server.")
    try:
        admin = _dirikan(kantor, per)
    except IntegrityError as error:
        raise WrongMoment(SUDAH, kode="sudah_dibuka") from error
    berkas_kunci().unlink(missing_ok=True)
    return admin


@transaction.atomic
def _dirikan(kantor: KantorBaru, per: date) -> Pengguna:
    # The head of the trail is the one row that an empty database has: it is the lock.
    kunci_kepala()
    if not kantor_kosong():
        raise WrongMoment(SUDAH, kode="sudah_dibuka")
    instansi, _ = Instansi.objects.update_or_create(
        pk=1, defaults={"nama": kantor.nama, "jenis": kantor.jenis, "wilayah": kantor.wilayah}
    )
    admin = Pengguna.objects.create_user(kantor.nama_pengguna, kantor.sandi, nama=kantor.nama_admin)
    PenugasanPeran.objects.create(
        pengguna=admin, peran=Peran.ADMIN_SISTEM, mulai=per, dasar="Pembukaan SERASI",
        diberikan_pada=timezone.now(), diberikan_oleh=admin,
    )  # fmt: skip
    catat(
        tindakan.KANTOR_DIDIRIKAN, instansi, oleh=admin,
        sesudah={"nama": instansi.nama, "jenis": instansi.jenis, "admin": admin.nama},
    )  # fmt: skip
    return admin


@transaction.atomic
def kenali_instansi(siasn_id: str, *, oleh: Pengguna) -> bool:
    """Keep the agency's id of SIASN from its first file of employees; one it has already stays.

    From then on a file of another agency can be told apart. Returns whether it was kept.
    """
    instansi = Instansi.objects.select_for_update().filter(siasn_id="").first()
    if instansi is None:
        return False
    instansi.siasn_id = siasn_id
    instansi.save(update_fields=["siasn_id"])
    catat(
        tindakan.INSTANSI_DIKENALI, instansi, oleh=oleh,
        sebelum={"siasn_id": ""}, sesudah={"siasn_id": siasn_id},
    )  # fmt: skip
    return True
