"""Inaugurations: what is arranged, who waits for one, until when, and what the days' rule says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from mutasi.alur import Gerbang, StatusUsulan
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.waktu import batas_pelantikan
from mutasi.models import (
    Keputusan,
    Pelantikan,
    PesertaPelantikan,
    StatusKeputusan,
    UsulanMutasi,
)
from mutasi.selectors.aturan_usulan import nilai_usulan
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.snapshots.kasus import Rencana
from organisasi.selectors import libur
from penilaian.kernel.putusan import Putusan


def _terjadwal() -> QuerySet[PesertaPelantikan]:
    """Invited to one that is still to come."""
    rows = PesertaPelantikan.objects.filter(
        hadir__isnull=True, pelantikan__dibatalkan_pada__isnull=True
    )
    return rows.order_by()


def menunggu_lantik(keputusan: Keputusan) -> list[UsulanMutasi]:
    """Cases of the decree that must be sworn in and stand in no arranged inauguration."""
    rows = UsulanMutasi.objects.filter(
        keputusan__keputusan=keputusan, status=StatusUsulan.SK_DITETAPKAN
    )
    rows = rows.exclude(pk__in=_terjadwal().values("usulan")).with_names().order_by("urutan", "pk")
    return [u for u in rows if Gerbang.LANTIK in u.gerbang]


def larangan_hari(
    usulan: Sequence[UsulanMutasi],
    keputusan: Keputusan,
    tanggal: date,
    undangan: date | None,
    *,
    per: date,
) -> list[Putusan]:
    """What the rules of the road have against these days for any of these people (H12, H18, H25),
    or against their seats (H22: who was to leave stays after all); each sentence once."""
    acara = Pelantikan(keputusan=keputusan, tanggal=tanggal, undangan=undangan)
    kata = {
        (p.kode, p.bunyi): p
        for tolak in larangan_tiap(usulan, acara, per=per).values() for p in tolak
    }  # fmt: skip
    return list(kata.values())


def larangan_tiap(
    usulan: Sequence[UsulanMutasi], acara: Pelantikan, *, per: date
) -> dict[UUID, list[Putusan]]:
    """The same by case: what the rules of the road and of its file have against swearing him in."""
    if not usulan:
        return {}
    rencana = Rencana(acara.keputusan, acara)
    semua = nilai_usulan(usulan, Titik.PELANTIKAN, per=per, rencana=rencana)
    return {
        pk: [p for p in satu.halangan if p in satu.jalan or p in satu.berkas]
        for pk, satu in semua.items()
    }


def kursi_tidak_kosong(
    usulan: Sequence[UsulanMutasi], acara: Pelantikan, *, per: date
) -> dict[UUID, list[Putusan]]:
    """Of these, whose seat does not fall free (H22); the days were judged when it was arranged."""
    semua = larangan_tiap(usulan, acara, per=per)
    return {pk: [p for p in tolak if p.kode == "H22"] for pk, tolak in semua.items()}


def batas(keputusan: Keputusan) -> date:
    """The last lawful day of an inauguration for this decree."""
    sk = keputusan.tanggal or keputusan.tmt
    return batas_pelantikan(sk, tetapan_jalan(per=sk), libur(sk))


@dataclass(frozen=True)
class Menunggu:
    """A decree some of whose people are not sworn in nor invited yet."""

    keputusan: Keputusan
    jumlah: int
    batas: date
    lewat: bool


def keputusan_menunggu(pengguna: Any, *, per: date) -> list[Menunggu]:
    """The decrees in sight with people to be sworn in, the most urgent first."""
    rows = UsulanMutasi.objects.for_user(pengguna, per=per).filter(
        status=StatusUsulan.SK_DITETAPKAN, keputusan__keputusan__status=StatusKeputusan.DITETAPKAN
    )
    hitung: Counter[Any] = Counter()
    rows = rows.exclude(pk__in=_terjadwal().values("usulan"))
    for gerbang, kunci in rows.values_list("gerbang", "keputusan__keputusan"):
        hitung[kunci] += Gerbang.LANTIK in gerbang
    kunci_sk = [pk for pk, n in hitung.items() if n]
    semua = list(Keputusan.objects.filter(pk__in=kunci_sk).select_related("berkas"))
    if not semua:
        return []
    sejak = min(k.tanggal or k.tmt for k in semua)
    merah, k = libur(sejak), tetapan_jalan(per=per)
    hasil = [
        Menunggu(satu, hitung[satu.pk], hari, hari < per)
        for satu in semua
        for hari in (batas_pelantikan(satu.tanggal or satu.tmt, k, merah),)
    ]
    return sorted(hasil, key=lambda m: m.batas)


def daftar(pengguna: Any, *, per: date) -> QuerySet[Pelantikan]:
    """Inaugurations of decrees in sight with how many come, came and stayed away."""
    tampak = Keputusan.objects.for_user(pengguna, per=per).order_by().values("pk")
    return (
        Pelantikan.objects.filter(keputusan__in=tampak)
        .select_related("keputusan")
        .annotate(
            jumlah=Count("peserta"),
            hadir=Count("peserta", filter=Q(peserta__hadir=True)),
            tidak=Count("peserta", filter=Q(peserta__hadir=False)),
        )
        .order_by("-tanggal", "-pk")
    )


def peserta(pelantikan: Pelantikan) -> list[PesertaPelantikan]:
    """Everybody invited, in the order of the decree."""
    rows = pelantikan.peserta.select_related(
        "usulan__pegawai__golongan", "usulan__ke__jabatan", "usulan__ke__unit",
        "usulan__dari__jabatan", "usulan__dari__unit",
    )  # fmt: skip
    return list(rows.defer("usulan__pegawai__siasn").order_by("usulan__urutan", "pk"))


def tersisa(rows: Iterable[PesertaPelantikan]) -> int:
    """How many are not recorded yet."""
    return sum(1 for satu in rows if satu.hadir is None)
