"""Activation slips: a printed one-time code in exchange for a first (or new) password.

Only a keyed hash of the code is kept. The code has 50 random bits and five tries, so the hash need
not be slow, which matters when the slips of a whole office are printed at once.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from jejak.catat import Pelaku, catat
from organisasi import policies, tindakan
from organisasi.izin import Peran
from organisasi.models import Pengguna, SlipAktivasi
from organisasi.selectors import nilai_ketentuan
from toolkit.policy import WrongMoment

# Without what a printer makes look alike: 0 O, 1 I L, 5 S, 8 B, 2 Z.
HURUF = "ACDEFGHJKMNPQRTUVWXY34679"
PANJANG = 11
MAKS_PERCOBAAN = 5
MAKS_SEKALIGUS = 500
CATATAN_TERPENDEK = 10


@dataclass(frozen=True)
class SlipTercetak:
    """What goes onto paper, and nowhere else."""

    pengguna: Pengguna
    unit: str
    kode: str
    berlaku_sampai: datetime

    @property
    def kode_berkelompok(self) -> str:
        """As printed: ACDE-FGHJ-KMN."""
        return "-".join(self.kode[i : i + 4] for i in range(0, len(self.kode), 4))


@transaction.atomic
def cetak_slip(pengguna_ids: Sequence[int], *, oleh: Pengguna, per: date) -> list[SlipTercetak]:
    """Slips for accounts that never had a password; earlier slips of theirs lose their force."""
    if not pengguna_ids:
        raise WrongMoment("Tidak ada akun yang menunggu slip di unit ini.", kode="kosong")
    if len(pengguna_ids) > MAKS_SEKALIGUS:
        raise WrongMoment(
            f"Paling banyak {MAKS_SEKALIGUS} slip sekali cetak.", kode="terlalu_banyak"
        )
    rows = Pengguna.objects.select_for_update().filter(pk__in=pengguna_ids).order_by("nama", "pk")
    hasil = []
    for akun in rows:
        policies.cetak_slip.check(akun, oleh)
        hasil.append(_slip_baru(akun, oleh, per))
    for slip in hasil:
        catat(tindakan.SLIP_DICETAK, slip.pengguna, oleh=oleh,
              sesudah={"berlaku_sampai": slip.berlaku_sampai})  # fmt: skip
    return hasil


@transaction.atomic
def atur_ulang(pengguna_id: int, *, oleh: Pengguna, cara_periksa: str, per: date) -> SlipTercetak:
    """A slip for somebody who stands here without his password; how he was recognised is kept."""
    akun = Pengguna.objects.locked(pengguna_id)
    policies.atur_ulang.check(akun, oleh)
    if len(cara_periksa.strip()) < CATATAN_TERPENDEK:
        raise WrongMoment("Tulis bagaimana identitas orang ini diperiksa.", kode="tanpa_catatan")
    slip = _slip_baru(akun, oleh, per)
    catat(tindakan.SLIP_ATUR_ULANG, akun, oleh=oleh, alasan=cara_periksa,
          sesudah={"berlaku_sampai": slip.berlaku_sampai})  # fmt: skip
    return slip


def _slip_baru(akun: Pengguna, oleh: Pengguna, per: date) -> SlipTercetak:
    kini = timezone.now()
    hari = int(nilai_ketentuan("slip_aktivasi_hari", per=per))
    kode = "".join(secrets.choice(HURUF) for _ in range(PANJANG))
    akun.slip.filter(dipakai_pada__isnull=True, berlaku_sampai__gt=kini).update(berlaku_sampai=kini)
    slip = SlipAktivasi.objects.create(
        pengguna=akun, sidik=_sidik(akun, kode), dibuat_pada=kini, dibuat_oleh=oleh,
        berlaku_sampai=kini + timedelta(days=hari),
    )  # fmt: skip
    pegawai = akun.penugasan.filter(peran=Peran.PEGAWAI).aktif(per)
    tugas = pegawai.with_unit().first()
    return SlipTercetak(akun, str(tugas.unit or "") if tugas else "", kode, slip.berlaku_sampai)


def _sidik(akun: Pengguna, kode: str) -> str:
    return salted_hmac("organisasi.slip", f"{akun.pk}:{kode}", algorithm="sha256").hexdigest()


def rapikan_kode(kode: str) -> str:
    """As typed to as made: capitals, without blanks and hyphens."""
    return "".join(huruf for huruf in kode.upper() if huruf.isalnum())


@transaction.atomic
def pakai_slip(nama_pengguna: str, kode: str, sandi: str) -> bool:
    """Set the password if the code is right; a wrong one is counted, whatever becomes of it.

    The answer is the same for an unknown name, a wrong code, an expired or used slip.
    """
    nama = Pengguna.normalize_username(nama_pengguna)
    akun = Pengguna.objects.select_for_update().filter(nama_pengguna=nama, is_active=True).first()
    slip = akun and akun.slip.filter(
        dipakai_pada__isnull=True, berlaku_sampai__gt=timezone.now(), percobaan__lt=MAKS_PERCOBAAN
    ).order_by("-pk").first()  # fmt: skip
    if not akun or not slip:
        return False
    if not constant_time_compare(slip.sidik, _sidik(akun, rapikan_kode(kode))):
        slip.percobaan += 1
        slip.save(update_fields=["percobaan"])
        orang = Pelaku(id="", nama="Seseorang yang belum masuk", peran="")
        catat(tindakan.SLIP_SALAH, akun, oleh=orang, sesudah={"percobaan": slip.percobaan})
        return False
    slip.dipakai_pada = timezone.now()
    slip.save(update_fields=["dipakai_pada"])
    akun.set_password(sandi)
    akun.wajib_ganti_sandi = False
    akun.putaran_sesi += 1
    akun.save(update_fields=["password", "wajib_ganti_sandi", "putaran_sesi"])
    catat(tindakan.SLIP_DIPAKAI, akun, oleh=akun)
    return True
