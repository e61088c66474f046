"""What the doors of the road share: fetching within sight, noting who looked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from jejak import akses
from mutasi.kernel.jenis import Tahap
from mutasi.kernel.rahasia import rahasia_sampai
from mutasi.models import BerkasMutasi, UsulanMutasi
from mutasi.policies import jalan as policies
from mutasi.selectors.berkas import berkas_terlihat
from toolkit.policy import Policy


def pintu(buka: Policy[Any]) -> Callable[[HttpRequest], date]:
    """The entrance of a room: the day, for whom its policy lets in."""

    def masuk(request: HttpRequest) -> date:
        per = timezone.localdate()
        buka.check(request.user, per=per)
        return per

    return masuk


masuk = pintu(policies.buka)


def ambil_usulan(request: HttpRequest, pk: UUID) -> UsulanMutasi:
    """A case in sight; to others it does not exist."""
    per = timezone.localdate()
    rows = UsulanMutasi.objects.for_user(request.user, per=per).with_names()
    return get_object_or_404(rows, pk=pk)


def ambil_berkas(request: HttpRequest, pk: UUID) -> BerkasMutasi:
    """A file in sight."""
    rows = berkas_terlihat(request.user, per=timezone.localdate())  # type: ignore[arg-type]
    berkas: BerkasMutasi = get_object_or_404(rows.select_related("dibuat_oleh"), pk=pk)
    return berkas


def catat_lihat(request: HttpRequest, usulan: UsulanMutasi) -> None:
    """One look at one case. Until it is announced the entry stays sealed, and says nothing."""
    if usulan.pegawai.pengguna_id == request.user.pk:
        return
    rahasia = usulan.tahap != Tahap.DIUMUMKAN
    sampai = rahasia_sampai(usulan.tmt, per=timezone.localdate()) if rahasia else None
    akses.lihat(
        usulan.pegawai_id, oleh=request.user, apa="usulan mutasi",  # type: ignore[arg-type]
        alasan="membuka usulan", rahasia_sampai=sampai,
    )  # fmt: skip


def catat_daftar(request: HttpRequest, jumlah: int, *, saringan: str = "") -> None:
    """One look at a list of cases; sealed like the cases in it."""
    per = timezone.localdate()
    if jumlah:
        akses.lihat_daftar(
            oleh=request.user, apa="usulan mutasi", alasan="daftar usulan",  # type: ignore[arg-type]
            jumlah=jumlah, saringan=saringan, rahasia_sampai=rahasia_sampai(per, per=per),
        )  # fmt: skip
