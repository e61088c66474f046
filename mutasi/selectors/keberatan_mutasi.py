"""Objections to decrees: the clock of each, one's own decrees, the list of the office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from mutasi.kernel.waktu import JamKeberatanSk, jam_keberatan_sk
from mutasi.models import BarisKeputusan, KeberatanMutasi, Keputusan, UsulanMutasi
from mutasi.policies.keberatan_mutasi import DAPAT
from mutasi.selectors.pelaksanaan import sk_berlaku
from mutasi.selectors.pelantikan import libur
from mutasi.selectors.tetapan_jalan import tetapan_jalan


def diterima(usulan: UsulanMutasi, keputusan: Keputusan, *, per: date) -> date:
    """From which day the term runs: the extract was handed over, or the decree was carried out.

    Before either the term has not begun: whoever objects on that day knows of it from then.
    """
    baris = BarisKeputusan.objects.filter(keputusan=keputusan, usulan=usulan).first()
    if baris is not None and baris.petikan_diterima is not None:
        return baris.petikan_diterima
    if usulan.dilaksanakan_pada is not None:
        return timezone.localdate(usulan.dilaksanakan_pada)
    return per


def jam(
    usulan: UsulanMutasi, keputusan: Keputusan, *, per: date, diajukan: date | None = None
) -> JamKeberatanSk:
    """The days of this objection by the constants of the day the decree was received."""
    terima = diterima(usulan, keputusan, per=per)
    return jam_keberatan_sk(
        terima, tetapan_jalan(per=terima), libur(terima), diajukan=diajukan
    )  # fmt: skip


@dataclass(frozen=True)
class KeputusanSaya:
    """A decree about oneself: until when one may object, and the objection there is."""

    usulan: UsulanMutasi
    keputusan: Keputusan
    batas: date
    keberatan: KeberatanMutasi | None
    lewat: bool


def keputusan_saya(pengguna: Any, *, per: date) -> list[KeputusanSaya]:
    """Every decree about the user himself, the newest first."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per)
    rows = rows.filter(pegawai__pengguna=pengguna, status__in=DAPAT)
    semua = list(rows.with_names().order_by("-tmt", "-pk")[:20])
    sk = sk_berlaku(u.pk for u in semua)
    ada = {
        k.usulan_id: k for k in KeberatanMutasi.objects.filter(usulan__in=semua)
    }  # fmt: skip
    hasil = []
    for u in semua:
        if u.pk in sk:
            batas = jam(u, sk[u.pk], per=per).ajukan
            hasil.append(KeputusanSaya(u, sk[u.pk], batas, ada.get(u.pk), per > batas))
    return hasil


def daftar(pengguna: Any, keadaan: str, *, per: date) -> QuerySet[KeberatanMutasi]:
    """Objections in sight; those undecided, the most urgent first, unless all are asked for."""
    tampak = UsulanMutasi.objects.for_user(pengguna, per=per).order_by().values("pk")
    rows = KeberatanMutasi.objects.filter(usulan__in=tampak).select_related(
        "usulan__pegawai", "usulan__berkas", "keputusan", "usulan__ke__jabatan", "usulan__ke__unit"
    )
    if keadaan == "semua":
        return rows.order_by("-diajukan_pada")
    return rows.filter(putusan="").order_by("batas_putus", "pk")


def hitung(pengguna: Any, *, per: date) -> dict[str, int]:
    """How many are undecided, overdue, upheld and refused."""
    tampak = UsulanMutasi.objects.for_user(pengguna, per=per).order_by().values("pk")
    return KeberatanMutasi.objects.filter(usulan__in=tampak).aggregate(
        menunggu=Count("pk", filter=Q(putusan="")),
        lewat=Count("pk", filter=Q(putusan="", batas_putus__lt=per)),
        dikabulkan=Count("pk", filter=Q(putusan="dikabulkan")),
        ditolak=Count("pk", filter=Q(putusan="ditolak")),
    )


def beri_lewat(rows: Iterable[Any], *, per: date) -> None:
    """Put ``lewat`` on the objections of one page."""
    for satu in rows:
        satu.lewat = not satu.putusan and satu.batas_putus < per
