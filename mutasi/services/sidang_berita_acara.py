"""The minutes of a session: frozen, hashed, signed one by one over that hash."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.models import KehadiranSidang, SidangTPK, StatusSidang
from mutasi.policies import sidang as policies
from mutasi.selectors.sidang_boleh import kekurangan
from mutasi.selectors.sidang_naskah import isi_berita_acara
from mutasi.selectors.sidang_suara import kursi_sendiri
from mutasi.services.sidang_kabar import kabari
from organisasi.models import Pengguna
from toolkit.policy import Refusal, WrongMoment

S = StatusSidang
BERUBAH = (
    "Berita acara ini disusun ulang sejak Anda membacanya. Baca yang baru, lalu tanda tangani."
)


def sidik_isi(isi: str) -> str:
    """sha256 of the frozen minutes."""
    return sha256(isi.encode()).hexdigest()


@transaction.atomic
def susun_berita_acara(sidang_id: UUID, *, oleh: Pengguna, per: date) -> SidangTPK:
    """End the discussion and freeze what was said; from now on only signatures are added."""
    sidang = SidangTPK.objects.locked(sidang_id)
    policies.susun.check(sidang, oleh, per=per)
    kurang = kekurangan(sidang)
    if kurang:
        raise Refusal(" ".join(kurang), kode="belum_lengkap")
    sidang.disusun_pada, sidang.disusun_oleh = timezone.now(), oleh
    sidang.berita_acara = isi_berita_acara(sidang)
    sidang.sidik, sidang.status = sidik_isi(sidang.berita_acara), S.DITANDATANGANI
    sidang.save(update_fields=["disusun_pada", "disusun_oleh", "berita_acara", "sidik", "status"])
    kabari(sidang, "Berita acara sidang TPK menunggu tanda tangan Anda", sidang.sidik[:12])
    catat(
        tindakan.SIDANG_DICATAT, sidang, oleh=oleh,
        sesudah={"berita_acara": sidang.sidik, "agenda": sidang.agenda.count()},
    )  # fmt: skip
    return sidang


@transaction.atomic
def perbaiki(sidang_id: UUID, *, alasan: str, oleh: Pengguna, per: date) -> SidangTPK:
    """Take the minutes back before they are closed; every signature given falls with them."""
    sidang = SidangTPK.objects.locked(sidang_id)
    policies.perbaiki.check(sidang, oleh, per=per)
    if not alasan.strip():
        raise Refusal("Tulis apa yang diperbaiki.", kode="tanpa_alasan")
    lama = sidang.sidik
    gugur = sidang.kehadiran.exclude(sidik="").count()
    sidang.kehadiran.update(
        ditandatangani_pada=None, ditandatangani_oleh=None, sidik="", nomor_surat="", menolak=""
    )
    sidang.status, sidang.berita_acara, sidang.sidik = S.BERLANGSUNG, "", ""
    sidang.disusun_pada = sidang.disusun_oleh = None
    sidang.save(update_fields=["status", "berita_acara", "sidik", "disusun_pada", "disusun_oleh"])
    kabari(sidang, "Berita acara sidang TPK diperbaiki; tanda tangan gugur", f"gugur-{lama[:12]}")
    catat(
        tindakan.SIDANG_DICATAT, sidang, oleh=oleh, alasan=alasan,
        sebelum={"berita_acara": lama}, sesudah={"berita_acara": "", "tanda_tangan_gugur": gugur},
    )  # fmt: skip
    return sidang


@transaction.atomic
def tandatangani(sidang_id: UUID, *, sidik: str, oleh: Pengguna, per: date) -> KehadiranSidang:
    """Sign with one's own account the minutes that bear this hash, and no others."""
    sidang = SidangTPK.objects.locked(sidang_id)
    policies.tandatangani.check(sidang, oleh, per=per)
    if sidik != sidang.sidik:
        raise WrongMoment(BERUBAH)
    return _bubuhkan(sidang, kursi_sendiri(sidang, oleh), oleh)


@transaction.atomic
def catat_kertas(
    kursi_id: int, *, sidik: str, nomor: str, oleh: Pengguna, per: date
) -> KehadiranSidang:
    """A member signed on paper: the secretary records the number of that paper, visibly."""
    sidang, kursi = _kursi_orang(kursi_id, oleh, per)
    if sidik != sidang.sidik:
        raise WrongMoment(BERUBAH)
    if not nomor.strip():
        raise Refusal("Isi nomor lembar yang ditandatangani di kertas.", kode="nomor")
    return _bubuhkan(sidang, kursi, oleh, nomor_surat=nomor.strip())


@transaction.atomic
def tolak_kertas(kursi_id: int, *, alasan: str, oleh: Pengguna, per: date) -> KehadiranSidang:
    """A member who was there does not sign; the secretary records why."""
    sidang, kursi = _kursi_orang(kursi_id, oleh, per)
    return _tolak(sidang, kursi, alasan, oleh)


@transaction.atomic
def tolak(sidang_id: UUID, *, alasan: str, oleh: Pengguna, per: date) -> KehadiranSidang:
    """Say for oneself why one does not sign; the minutes say so."""
    sidang = SidangTPK.objects.locked(sidang_id)
    policies.tandatangani.check(sidang, oleh, per=per)
    return _tolak(sidang, kursi_sendiri(sidang, oleh), alasan, oleh)


def _kursi_orang(kursi_id: int, oleh: Pengguna, per: date) -> tuple[SidangTPK, KehadiranSidang]:
    """Somebody else's seat, the session held first."""
    sidang_id = KehadiranSidang.objects.values_list("sidang", flat=True).get(pk=kursi_id)
    sidang = SidangTPK.objects.locked(sidang_id)
    kursi = KehadiranSidang.objects.select_related("anggota", "sidang").get(pk=kursi_id)
    policies.wakili.check(kursi, oleh, per=per)
    return sidang, kursi


def _bubuhkan(
    sidang: SidangTPK, kursi: KehadiranSidang, oleh: Pengguna, *, nomor_surat: str = ""
) -> KehadiranSidang:
    kursi.ditandatangani_pada, kursi.ditandatangani_oleh = timezone.now(), oleh
    kursi.sidik, kursi.nomor_surat = sidang.sidik, nomor_surat
    kursi.save(update_fields=["ditandatangani_pada", "ditandatangani_oleh", "sidik", "nomor_surat"])
    _jejak(sidang, kursi, oleh, {"sidik": sidang.sidik, "kertas": nomor_surat})
    return kursi


def _tolak(
    sidang: SidangTPK, kursi: KehadiranSidang, alasan: str, oleh: Pengguna
) -> KehadiranSidang:
    if not alasan.strip():
        raise Refusal("Tulis alasan tidak menandatangani.", kode="tanpa_alasan")
    kursi.menolak = alasan.strip()[:500]
    kursi.save(update_fields=["menolak"])
    _jejak(sidang, kursi, oleh, {"sidik": sidang.sidik, "menolak": True}, alasan)
    return kursi


def _jejak(
    sidang: SidangTPK, kursi: KehadiranSidang, oleh: Pengguna, isi: dict[str, Any],
    alasan: str = "",
) -> None:  # fmt: skip
    catat(
        tindakan.SIDANG_DITANDATANGANI, sidang, oleh=oleh, alasan=alasan,
        sesudah={"anggota": kursi.anggota_id, **isi},
    )  # fmt: skip
