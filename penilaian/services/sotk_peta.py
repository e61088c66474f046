"""The map of a plan kept true: who goes where decides what each relation is called.

Nobody chooses "ganti nama" or "gabung" from a list; the word follows from the boxes and arrows, so
that the map can never say one thing and the boxes another.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from jejak.selectors import riwayat
from organisasi.models import UnitKerja
from penilaian.models import Hubungan, KotakSotk, PetaKotak, RencanaSotk
from toolkit.policy import WrongMoment


@dataclass(frozen=True)
class Kepala:
    """What a box says of itself."""

    nama: str
    jenis: str
    jabatan: str
    eselon_id: str


def hubungan(tujuan: int, sumber: int, *, nama_sama: bool) -> Hubungan:
    """What an arrow is: from a unit with ``tujuan`` boxes to a box with ``sumber`` units."""
    if tujuan > 1:
        return Hubungan.PECAH
    if sumber > 1:
        return Hubungan.GABUNG
    return Hubungan.TETAP if nama_sama else Hubungan.GANTI_NAMA


def selaraskan(rencana: RencanaSotk) -> None:
    """After any change: abolished units say so, relations are named anew, boxes know whom they
    continue (one of their own units; the only one, when the two belong to each other alone)."""
    rows = list(rencana.peta.select_related("lama", "baru"))
    tujuan: dict[int, list[PetaKotak]] = defaultdict(list)
    sumber: dict[int, list[PetaKotak]] = defaultdict(list)
    for r in rows:
        if r.baru_id is not None:
            tujuan[r.lama_id].append(r)
            sumber[r.baru_id].append(r)
    sisa = [r.pk for r in rows if r.baru_id is None and tujuan[r.lama_id]]
    rencana.peta.filter(pk__in=sisa).delete()
    _teruskan(rencana, tujuan, sumber)
    berubah = []
    for r in rows:
        if r.baru is None:
            continue
        baru = hubungan(
            len(tujuan[r.lama_id]), len(sumber[r.baru.pk]), nama_sama=r.baru.nama == r.lama.nama
        )
        if r.hubungan != baru:
            r.hubungan = baru
            berubah.append(r)
    PetaKotak.objects.bulk_update(berubah, ["hubungan"], batch_size=500)


def _teruskan(
    rencana: RencanaSotk, tujuan: dict[int, list[PetaKotak]], sumber: dict[int, list[PetaKotak]]
) -> None:
    lepas, sambung = [], []
    for kotak in rencana.kotak.all():
        milik = sumber[kotak.pk]
        if kotak.asal_id is not None and kotak.asal_id not in {r.lama_id for r in milik}:
            kotak.asal_id = None
            lepas.append(kotak)
        if kotak.asal_id is None and len(milik) == 1 and len(tujuan[milik[0].lama_id]) == 1:
            kotak.asal_id = milik[0].lama_id
            sambung.append(kotak)
    # Two steps: a unit must be free before another box continues it.
    for satu in lepas:
        rencana.kotak.filter(pk=satu.pk).update(asal=None)
    KotakSotk.objects.bulk_update(sambung, ["asal"])


def arahkan(rencana: RencanaSotk, lama: Iterable[int], ke: Iterable[KotakSotk]) -> None:
    """These units go into these boxes and nowhere else."""
    lama, ke = list(lama), list(ke)
    rencana.peta.filter(lama__in=lama).delete()
    PetaKotak.objects.bulk_create(
        PetaKotak(rencana=rencana, lama_id=satu, baru=kotak, hubungan=Hubungan.GABUNG)
        for satu in lama
        for kotak in ke
    )


def lepaskan(rencana: RencanaSotk, kotak: Iterable[int]) -> int:
    """Cut every arrow into these boxes; returns how many units were left without any."""
    kotak = list(kotak)
    lama = set(rencana.peta.filter(baru__in=kotak).values_list("lama_id", flat=True))
    rencana.peta.filter(baru__in=kotak).delete()
    ada = set(rencana.peta.filter(lama__in=lama).values_list("lama_id", flat=True))
    PetaKotak.objects.bulk_create(
        PetaKotak(rencana=rencana, lama_id=satu, hubungan=Hubungan.HAPUS)
        for satu in sorted(lama - ada)
    )
    return len(lama - ada)


def keturunan(rencana: RencanaSotk, kotak: int) -> set[int]:
    """Keys of every box below this one."""
    anak: dict[int | None, list[int]] = defaultdict(list)
    for pk, induk in rencana.kotak.values_list("pk", "induk_id"):
        anak[induk].append(pk)
    hasil: set[int] = set()
    antre = list(anak[kotak])
    while antre:
        satu = antre.pop()
        if satu not in hasil:
            hasil.add(satu)
            antre += anak[satu]
    return hasil


def atasan(rencana: RencanaSotk, kotak: KotakSotk) -> set[int]:
    """Keys of every box above this one."""
    induk = dict(rencana.kotak.values_list("pk", "induk_id"))
    hasil: set[int] = set()
    atas = kotak.induk_id
    while atas is not None and atas not in hasil:
        hasil.add(atas)
        atas = induk.get(atas)
    return hasil


def kotak_terdekat(rencana: RencanaSotk, unit: UnitKerja) -> KotakSotk | None:
    """The box that continues the nearest office above this unit in the branch of today."""
    punya = {k.asal_id: k for k in rencana.kotak.exclude(asal=None)}
    leluhur = UnitKerja.objects.filter(kiri__lt=unit.kiri, kanan__gte=unit.kanan).order_by("-kiri")
    for pk in leluhur.values_list("pk", flat=True):
        if pk in punya:
            return punya[pk]
    return None


def sidik_kotak(kotak: KotakSotk) -> str:
    """A short fingerprint of everything a person sees of a box: the version of an edit."""
    lama = sorted(kotak.peta.values_list("lama_id", flat=True))
    isi = (kotak.nama, kotak.jenis, kotak.jabatan, kotak.eselon_id, kotak.induk_id, lama)
    return _sidik(isi)


def sidik_kepala(rencana: RencanaSotk) -> str:
    """The same of the plan's own name, day and basis."""
    return _sidik((rencana.nama, rencana.berlaku, rencana.dasar))


def sidik_tempat(rencana: RencanaSotk, dari: int | None = None) -> str:
    """The same of what was decided by hand about one post and its holders, or about all."""
    rows = rencana.penempatan.order_by("pk")
    rows = rows if dari is None else rows.filter(dari=dari)
    bidang = ("dari_id", "pegawai_id", "nasib", "kotak_id", "jabatan_id", "alasan")
    return _sidik(list(rows.values_list(*bidang)))


def _sidik(isi: object) -> str:
    return hashlib.sha256(repr(isi).encode()).hexdigest()[:16]


def tolak_basi(rencana: RencanaSotk, apa: str, versi: str, kini: str) -> None:
    """Refuse an edit of what somebody changed since the page was shown; ``""`` asks not."""
    if versi and versi != kini:
        raise WrongMoment(kabar_basi(rencana, apa), kode="sudah_berubah")


def kabar_basi(rencana: RencanaSotk, apa: str) -> str:
    """Who changed the plan last, and that nothing was written."""
    akhir = riwayat(rencana, jumlah=1).baris
    siapa = (
        f"{akhir[0].pelaku} pukul {timezone.localtime(akhir[0].waktu):%H.%M}"
        if akhir
        else "orang lain"
    )
    return (
        f"{apa} sudah berubah sejak halaman ini dibuka; perubahan terakhir oleh {siapa}. "
        "Isian Anda belum disimpan; periksa, lalu simpan sekali lagi."
    )
