"""Counselling as the two see it. No list of anybody else's exists, for no role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from organisasi.izin import Izin
from organisasi.models import Pengguna, PenugasanPeran
from pegawai.models import Pegawai
from penilaian.models import Konseling
from penilaian.policies import konseling as policies
from penilaian.selectors.hubungan_nilai import akun_pegawai, pasangan_seorang
from toolkit.policy import OutOfReach
from toolkit.sandi import SandiRusak, buka


def milik(pengguna: Any) -> QuerySet[Konseling]:
    """Those one asked for and those one was asked for."""
    rows = Konseling.objects.filter(Q(pegawai__pengguna=pengguna) | Q(konselor=pengguna))
    return rows.select_related("pegawai", "konselor").defer("pegawai__siasn", "catatan_sandi")


def konselor_bagi(pegawai: Pegawai, *, per: date) -> QuerySet[Pengguna]:
    """Whom this person may ask: his assessor and the officials of BKPSDM who compute scores."""
    tugas = PenugasanPeran.objects.aktif(per).memberi(Izin.NILAI_HITUNG)
    penilai = akun_pegawai([pasangan_seorang(pegawai, per=per).penilai_id])
    rows = Pengguna.objects.filter(Q(pk__in=tugas.values("pengguna")) | Q(pk__in=penilai))
    return (
        rows.filter(is_active=True, teknis=False).exclude(pk=pegawai.pengguna_id).order_by("nama")
    )


@dataclass(frozen=True)
class HalamanKonseling:
    """One case with what the reader may do; ``catatan`` in clear, for the two."""

    satu: Konseling
    sebagai_konselor: bool
    catatan: str
    alasan_jadwal: list[str]
    alasan_selesai: list[str]
    alasan_batal: list[str]


def halaman_konseling(pk: int, pengguna: Any, *, per: date) -> HalamanKonseling:
    """Raises OutOfReach for everybody but the two."""
    satu = Konseling.objects.filter(pk=pk).select_related("pegawai__unit", "konselor").first()
    if satu is None:
        raise OutOfReach
    policies.lihat.check(satu, pengguna)
    return HalamanKonseling(
        satu, satu.konselor_id == pengguna.pk,
        _terbuka(satu),
        policies.jadwalkan.reasons(satu, pengguna, None, per=per),
        policies.selesaikan.reasons(satu, pengguna, per=per),
        policies.batalkan.reasons(satu, pengguna),
    )  # fmt: skip


def _terbuka(satu: Konseling) -> str:
    """The note in clear; a sentence where the key of this office is another by now."""
    if not satu.catatan_sandi:
        return ""
    try:
        return buka(bytes(satu.catatan_sandi))
    except SandiRusak as rusak:
        return str(rusak)
