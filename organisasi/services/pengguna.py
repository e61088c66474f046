"""Accounts: made, closed and opened again by somebody else; sessions ended; passwords replaced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from jejak.catat import Objek, catat, catat_banyak
from organisasi import policies, tindakan
from organisasi.izin import Peran
from organisasi.models import Pengguna, PenugasanPeran, UnitKerja
from toolkit.policy import WrongMoment


@dataclass(frozen=True)
class CalonAkun:
    """A person of the register who should have an account."""

    nip: str
    nama: str
    unit: UnitKerja | None


@transaction.atomic
def buat_pengguna(nama_pengguna: str, *, nama: str, oleh: Pengguna, email: str = "") -> Pengguna:
    """An account without a password: its owner sets one with a printed slip."""
    policies.buat_pengguna.check(oleh)
    name = Pengguna.normalize_username(nama_pengguna)
    if Pengguna.objects.filter(nama_pengguna=name).exists():
        raise WrongMoment("NIP atau nama pengguna itu sudah dipakai akun lain.", kode="nama_ganda")
    baru = Pengguna.objects.create_user(name, nama=nama.strip(), email=email)
    catat(tindakan.AKUN_DIBUAT, baru, oleh=oleh, sesudah={"nama": baru.nama})
    return baru


@transaction.atomic
def siapkan_akun(calon: Iterable[CalonAkun], *, oleh: Pengguna, per: date) -> dict[str, int]:
    """Accounts with the role of employee for people of the register; existing ones stay untouched.

    Returns NIP to account id for everyone asked for. Nobody can enter before a slip is handed over.
    """
    semua = {Pengguna.normalize_username(c.nip): c for c in calon}
    policies.siapkan_akun.check([c.unit for c in semua.values()], oleh)
    ada = dict(Pengguna.objects.filter(nama_pengguna__in=semua).values_list("nama_pengguna", "pk"))
    kini = timezone.now()
    baru = [
        Pengguna(nama_pengguna=nip, nama=c.nama, password=f"!{nip}", dibuat_pada=kini)
        for nip, c in semua.items()
        if nip not in ada
    ]
    for akun in baru:
        akun.set_unusable_password()
    Pengguna.objects.bulk_create(baru, batch_size=1000)
    PenugasanPeran.objects.bulk_create(
        (
            PenugasanPeran(
                pengguna=akun, peran=Peran.PEGAWAI, unit=semua[akun.nama_pengguna].unit,
                mulai=per, dasar="Register pegawai", diberikan_pada=kini, diberikan_oleh=oleh,
            )
            for akun in baru
        ),
        batch_size=1000,
    )  # fmt: skip
    catat_banyak(
        tindakan.AKUN_DIBUAT,
        ((Objek.dari(akun), None, {"nama": akun.nama, "peran": "Pegawai"}) for akun in baru),
        oleh=oleh,
    )
    return ada | {akun.nama_pengguna: akun.pk for akun in baru}


@transaction.atomic
def nonaktifkan_pengguna(pengguna_id: int, *, oleh: Pengguna, alasan: str) -> Pengguna:
    """Close an account; whoever is inside is outside with the next click."""
    PenugasanPeran.objects.kunci_admin()
    akun = Pengguna.objects.locked(pengguna_id)
    policies.nonaktifkan_pengguna.check(akun, oleh)
    akun.is_active = False
    akun.putaran_sesi += 1
    akun.save(update_fields=["is_active", "putaran_sesi"])
    catat(tindakan.AKUN_DINONAKTIFKAN, akun, oleh=oleh, alasan=alasan,
          sebelum={"aktif": True}, sesudah={"aktif": False})  # fmt: skip
    return akun


@transaction.atomic
def aktifkan_pengguna(pengguna_id: int, *, oleh: Pengguna, alasan: str) -> Pengguna:
    """Open a closed account again, with the password it had."""
    akun = Pengguna.objects.locked(pengguna_id)
    policies.aktifkan_pengguna.check(akun, oleh)
    akun.is_active = True
    akun.save(update_fields=["is_active"])
    catat(tindakan.AKUN_DIAKTIFKAN, akun, oleh=oleh, alasan=alasan,
          sebelum={"aktif": False}, sesudah={"aktif": True})  # fmt: skip
    return akun


@transaction.atomic
def akhiri_sesi(*, oleh: Pengguna) -> Pengguna:
    """End all sessions of one's own account; the caller renews the one he is in."""
    akun = Pengguna.objects.locked(oleh.pk)
    akun.putaran_sesi += 1
    akun.save(update_fields=["putaran_sesi"])
    catat(tindakan.SESI_DIAKHIRI, akun, oleh=oleh)
    return akun


@transaction.atomic
def ganti_sandi(akun: Pengguna, sandi: str) -> None:
    """The owner replaces his password; other sessions end. ``akun`` is the object of the request:
    the session that is open is renewed from it afterwards."""
    Pengguna.objects.locked(akun.pk)
    akun.set_password(sandi)
    akun.wajib_ganti_sandi = False
    akun.save(update_fields=["password", "wajib_ganti_sandi"])
    catat(tindakan.SANDI_DIGANTI, akun, oleh=akun)


@transaction.atomic
def lepas_totp(pengguna_id: int, *, oleh: Pengguna, alasan: str) -> None:
    """Take the second factor off the account of somebody who lost his telephone."""
    akun = Pengguna.objects.locked(pengguna_id)
    policies.lepas_totp.check(akun, oleh)
    authenticators: Any = akun.authenticator_set  # type: ignore[attr-defined]
    authenticators.all().delete()
    akun.putaran_sesi += 1
    akun.save(update_fields=["putaran_sesi"])
    catat(tindakan.TOTP_DILEPAS, akun, oleh=oleh, alasan=alasan)
