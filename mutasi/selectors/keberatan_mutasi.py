"""Objections to decrees: the clock of each, one's own decrees, the list of the office."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from mutasi.kernel.waktu import JamKeberatanSk, jam_keberatan_sk
from mutasi.models import BarisKeputusan, KeberatanMutasi, Keputusan, UsulanMutasi
from mutasi.policies.keberatan_mutasi import DAPAT
from mutasi.selectors.pelaksanaan import sk_berlaku
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from organisasi.selectors import libur
from toolkit.policy import OutOfReach


def diterima(usulan: UsulanMutasi, keputusan: Keputusan, *, per: date) -> date:
    """From which day the term runs: the extract was handed over, or the decree was carried out.

    Before either the term has not begun: whoever objects on that day knows of it from then.
    """
    return _diterima([usulan], {usulan.pk: keputusan}, per=per)[usulan.pk]


def _diterima(
    usulan: Sequence[UsulanMutasi], sk: Mapping[UUID, Keputusan], *, per: date
) -> dict[UUID, date]:
    rows = BarisKeputusan.objects.filter(usulan__in=list(sk), keputusan__in=list(sk.values()))
    petikan = {b.usulan_id: b.petikan_diterima for b in rows}
    return {
        u.pk: petikan.get(u.pk)
        or (timezone.localdate(u.dilaksanakan_pada) if u.dilaksanakan_pada else per)
        for u in usulan if u.pk in sk
    }  # fmt: skip


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


def satu_saya(pengguna: Any, usulan: UUID, *, per: date) -> KeputusanSaya:
    """One decree about oneself; to others it does not exist."""
    for satu in keputusan_saya(pengguna, per=per):
        if satu.usulan.pk == usulan:
            return satu
    raise OutOfReach()


def keputusan_saya(pengguna: Any, *, per: date) -> list[KeputusanSaya]:
    """The latest decrees about the user himself, the newest first."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per)
    rows = rows.filter(pegawai__pengguna=pengguna, status__in=DAPAT)
    semua = list(rows.with_names().order_by("-tmt", "-pk")[:10])
    sk = sk_berlaku(u.pk for u in semua)
    ada = {
        k.usulan_id: k for k in KeberatanMutasi.objects.filter(usulan__in=semua)
    }  # fmt: skip
    terima = _diterima(semua, sk, per=per)
    merah = libur(min(terima.values(), default=per))
    tetapan = {hari: tetapan_jalan(per=hari) for hari in sorted(set(terima.values()))}
    hasil = []
    for u in semua:
        if u.pk in sk:
            hari = terima[u.pk]
            batas = jam_keberatan_sk(hari, tetapan[hari], merah).ajukan
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
