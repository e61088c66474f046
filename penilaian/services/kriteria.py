"""Acts on drafts of criteria: begin one, save it whole, throw it away.

``pada`` is the moment of the act; its local day is the day rights and constants are asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from penilaian import tindakan_nilai as tindakan
from penilaian.kernel.beda_kriteria import beda_perangkat
from penilaian.kernel.kriteria import Keluarga, Perangkat
from penilaian.kernel.set_siap import SET_SIAP
from penilaian.kernel.skala import SERATUS
from penilaian.models import KeadaanKriteria, Kriteria, SetKriteria
from penilaian.policies import kriteria as policies
from penilaian.snapshots.perangkat import perangkat_dari
from toolkit.massal import sisipkan
from toolkit.policy import OutOfReach, WrongMoment

_KOLOM = (
    "perangkat_id", "urutan", "kode", "bunyi", "dasar", "sumber", "satuan", "arah", "skala",
    "parameter", "bobot", "bukti", "bila_kosong",
)  # fmt: skip
_ISI = ("nama", "pengantar", "dasar", "bobot_minimal", "peringkat", "urutan_seri")


@dataclass(frozen=True)
class HasilSusun:
    """A saved draft, or the sentence why it could not be saved now; ``usang``: it had changed."""

    draf: SetKriteria | None = None
    kalimat: str = ""
    usang: bool = False


def hari(pada: datetime) -> date:
    """The local day of a moment."""
    return timezone.localtime(pada).date()


def kunci_set(pk: int) -> SetKriteria:
    """The version, held until the end of the transaction."""
    satu = SetKriteria.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if satu is None:
        raise OutOfReach()
    return satu


@transaction.atomic
def ambil_set_siap(kunci: str, *, pada: datetime, oleh: Pengguna) -> SetKriteria:
    """Begin a draft with a ready set: the next version of its code."""
    if kunci not in SET_SIAP:
        raise OutOfReach()
    return _mulai(SET_SIAP[kunci].perangkat, pada, oleh, asal="set siap pakai")


@transaction.atomic
def mulai_kosong(
    *, keluarga: str, kode: str, nama: str, dasar: str, pada: datetime, oleh: Pengguna
) -> SetKriteria:
    """Begin a draft without any criterion."""
    isi = Perangkat(
        keluarga=Keluarga(keluarga), kode=kode.strip().upper(), versi=1, nama=nama.strip(),
        pengantar="", dasar=dasar.strip(), berlaku_mulai=None, bobot_minimal=SERATUS,
        peringkat=False, urutan_seri=(), kriteria=(),
    )  # fmt: skip
    return _mulai(isi, pada, oleh, asal="kosong")


@transaction.atomic
def versi_baru(pk: int, *, pada: datetime, oleh: Pengguna) -> SetKriteria:
    """Begin the next version with the content of a published one."""
    satu = kunci_set(pk)
    if satu.keadaan != KeadaanKriteria.TERBIT:
        raise WrongMoment("Versi berikutnya disusun dari versi yang sudah terbit.")
    return _mulai(perangkat_dari(satu), pada, oleh, asal=f"versi {satu.versi}")


def _mulai(isi: Perangkat, pada: datetime, oleh: Pengguna, *, asal: str) -> SetKriteria:
    sendiri = SetKriteria.objects.filter(kode=isi.kode)
    terbuka = sendiri.exclude(keadaan=KeadaanKriteria.TERBIT).select_for_update().first()
    policies.mulai_draf.check(terbuka, oleh, per=hari(pada))
    lain = sendiri.exclude(keluarga=isi.keluarga.value).first()
    if lain is not None:
        raise WrongMoment(f"Kode {isi.kode} sudah dipakai untuk {lain.get_keluarga_display()}.")
    terakhir: int | None = sendiri.aggregate(v=Max("versi"))["v"]
    satu = SetKriteria.objects.create(
        keluarga=isi.keluarga.value, kode=isi.kode, versi=(terakhir or 0) + 1,
        dibuat_pada=pada, dibuat_oleh=oleh, **_nilai(isi),
    )  # fmt: skip
    _tulis_kriteria(satu, isi)
    sesudah = {"asal": asal, "versi": satu.versi, "kriteria": len(isi.kriteria)}
    catat(tindakan.KRITERIA_DISUSUN, satu, oleh=oleh, sesudah=sesudah)
    return satu


def coba_susun(
    pk: int, *, isi: Perangkat, stempel: int, pada: datetime, oleh: Pengguna
) -> HasilSusun:
    """Save what was typed; a wrong moment comes back as an answer, so nothing typed is lost."""
    try:
        draf = susun_kriteria(pk, isi=isi, stempel=stempel, pada=pada, oleh=oleh)
    except WrongMoment as tolak:
        return HasilSusun(kalimat=tolak.kalimat, usang=tolak.kode == policies.USANG)
    return HasilSusun(draf)


@transaction.atomic
def susun_kriteria(
    pk: int, *, isi: Perangkat, stempel: int, pada: datetime, oleh: Pengguna
) -> SetKriteria:
    """Save a draft whole: of two who edit the same one, the later is told.

    Family, code and version stay those of the draft, whatever ``isi`` says; without a difference
    nothing is written.
    """
    satu = kunci_set(pk)
    policies.susun.check(satu, oleh, per=hari(pada), stempel=stempel)
    beda = beda_perangkat(perangkat_dari(satu), isi)
    if not beda:
        return satu
    for nama, nilai in _nilai(isi).items():
        setattr(satu, nama, nilai)
    satu.stempel += 1
    satu.save(update_fields=[*_ISI, "stempel"])
    satu.kriteria.all().delete()
    _tulis_kriteria(satu, isi)
    catat(tindakan.KRITERIA_DISUSUN, satu, oleh=oleh, sesudah={"perubahan": list(beda)})
    return satu


@transaction.atomic
def buang_draf(pk: int, *, pada: datetime, oleh: Pengguna) -> None:
    """Throw a draft away with its questions and sessions; the trail keeps that it was there."""
    satu = kunci_set(pk)
    policies.buang.check(satu, oleh, per=hari(pada))
    catat(tindakan.KRITERIA_DIBUANG, satu, oleh=oleh, sebelum={"versi": satu.versi})
    satu.delete()


def _nilai(isi: Perangkat) -> dict[str, Any]:
    return {
        "nama": isi.nama, "pengantar": isi.pengantar, "dasar": isi.dasar,
        "bobot_minimal": isi.bobot_minimal, "peringkat": isi.peringkat,
        "urutan_seri": list(isi.urutan_seri),
    }  # fmt: skip


def _tulis_kriteria(satu: SetKriteria, isi: Perangkat) -> None:
    rows = (
        (
            satu.pk, nomor, k.kode, k.bunyi, k.dasar, k.sumber.value, k.satuan, k.arah.value,
            k.skala.jenis.value, k.skala.parameter(), k.bobot, k.bukti, k.bila_kosong.value,
        )
        for nomor, k in enumerate(isi.kriteria, 1)
    )  # fmt: skip
    sisipkan(Kriteria, _KOLOM, rows)
