"""What the doors of one session share: finding it, noting the look, finding one name in it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from jejak import akses
from mutasi.kernel.rahasia import rahasia_sampai
from mutasi.models import AgendaSidang, SidangTPK
from mutasi.policies.tampak import tandai_tampak
from mutasi.selectors import sidang as baca
from mutasi.selectors import sidang_butir as baca_butir


def ambil(request: HttpRequest, pk: UUID, per: date | None = None) -> SidangTPK:
    """A session in sight; to others it does not exist."""
    per = per or timezone.localdate()
    rows = baca.sidang_terlihat(request.user, per=per)  # type: ignore[arg-type]
    sidang: SidangTPK = get_object_or_404(rows, pk=pk)
    return sidang


def ambil_butir(request: HttpRequest, pk: UUID, butir: int) -> AgendaSidang:
    """One name of a session in sight."""
    siapa, per = request.user, timezone.localdate()
    rows = baca_butir.butir_terlihat(siapa, pk, butir, per=per)
    satu: AgendaSidang = get_object_or_404(rows)
    tandai_tampak(satu.sidang, siapa, per=per)
    return satu


def catat_lihat(
    request: HttpRequest, sidang: SidangTPK, jumlah: int, *, ekspor: bool = False
) -> None:
    """One look at a session's names, sealed like the cases on it."""
    catat = akses.lihat_ekspor if ekspor else akses.lihat_daftar
    if jumlah:
        catat(
            oleh=request.user, apa="sidang TPK", alasan="agenda sidang",  # type: ignore[arg-type]
            jumlah=jumlah, rahasia_sampai=rahasia_sampai(sidang.tanggal, per=timezone.localdate()),
        )  # fmt: skip


def catat_lihat_orang(request: HttpRequest, butir: AgendaSidang) -> None:
    """One look at one candidate."""
    akses.lihat(
        butir.usulan.pegawai_id, oleh=request.user, apa="sidang TPK",  # type: ignore[arg-type]
        alasan="pembahasan sidang",
        rahasia_sampai=rahasia_sampai(butir.usulan.tmt, per=timezone.localdate()),
    )  # fmt: skip
