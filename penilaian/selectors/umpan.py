"""The conversation about somebody's work, as far as the reader may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from pegawai.models import Pegawai
from penilaian.models import AnggotaTim, UmpanBalik
from penilaian.policies import umpan as policies
from penilaian.policies.umpan import Hubungan
from penilaian.selectors.hubungan_nilai import anggota_saya, hubungan
from toolkit.policy import OutOfReach

TERBANYAK = 100  # conversations on one page
_PESAN = 400  # messages read


@dataclass(frozen=True)
class Utas:
    """An opening message and the replies to it, the oldest reply first."""

    awal: UmpanBalik
    balasan: tuple[UmpanBalik, ...]


@dataclass(frozen=True)
class Percakapan:
    """What the reader sees; ``alasan`` says why he may not write."""

    pegawai: Pegawai
    utas: tuple[Utas, ...]
    hubungan: Hubungan
    alasan: list[str]
    terpotong: bool

    @property
    def jumlah(self) -> int:
        """Messages, replies included."""
        return sum(1 + len(satu.balasan) for satu in self.utas)


def umpan_tentang(pegawai: Pegawai, pengguna: Any, *, per: date) -> Percakapan | None:
    """None for whoever may neither read nor write: to him there is no conversation.

    The person, his assessor and the assessor's superior read all; a team head reads what he began.
    """
    siapa = hubungan(pegawai, pengguna, per=per)
    semua = list(_pesan(pegawai, pengguna, siapa))
    awal = [satu for satu in semua if satu.balasan_dari_id is None]
    if not policies.baca.allows(siapa, bool(awal)):
        return None
    balasan: dict[int | None, list[UmpanBalik]] = {}
    for satu in reversed(semua):
        balasan.setdefault(satu.balasan_dari_id, []).append(satu)
    utas = tuple(Utas(satu, tuple(balasan.get(satu.pk, ()))) for satu in awal[:TERBANYAK])
    alasan = policies.tulis.reasons(pegawai, siapa, bool(awal))
    return Percakapan(pegawai, utas, siapa, alasan, len(semua) == _PESAN)


def _pesan(pegawai: Pegawai, pengguna: Any, siapa: Hubungan) -> QuerySet[UmpanBalik]:
    """The newest first, so what is cut off is the oldest."""
    rows = UmpanBalik.objects.filter(pegawai=pegawai)
    if not siapa.membaca_semua:
        sendiri = Q(oleh=pengguna, balasan_dari__isnull=True) | Q(balasan_dari__oleh=pengguna)
        rows = rows.filter(sendiri)
    return rows.select_related("oleh", "tim").order_by("-pada", "-pk")[:_PESAN]


def dibalas(pegawai: Pegawai, pengguna: Any, siapa: Hubungan, pk: int | None) -> UmpanBalik | None:
    """The opening message somebody answers; OutOfReach when it is none he sees."""
    if pk is None:
        return None
    satu = UmpanBalik.objects.filter(pegawai=pegawai, pk=pk).select_related("oleh").first()
    if satu is None or not (siapa.membaca_semua or _utasnya(satu, pengguna)):
        raise OutOfReach
    return satu if satu.balasan_dari_id is None else satu.balasan_dari


def _utasnya(satu: UmpanBalik, pengguna: Any) -> bool:
    awal = satu if satu.balasan_dari is None else satu.balasan_dari
    return awal.oleh_id == pengguna.pk


def anggota_tim_saya(saya: Pegawai | None, *, per: date) -> list[AnggotaTim]:
    """Members of the teams one heads: one may write to them."""
    return [] if saya is None else list(anggota_saya(saya.pk, per=per)[:TERBANYAK])


def pegawai_umpan(pk: int) -> Pegawai | None:
    """The person of the address; who may read is asked afterwards."""
    rows = Pegawai.objects.filter(pk=pk).select_related("unit__opd", "jabatan")
    return rows.defer("siasn").first()
