"""Computations of task rows and their constants: checked against each other, redone on purpose.

A version keeps the constants it was computed with, so a new JKE changes nothing by itself. Whoever
wants the new figure asks for it: a draft beside the version in force, to be checked and decided
like any other. Nothing here touches a version that is final.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import transaction

from organisasi.models import Pengguna, UnitKerja
from penilaian.kernel.abk import Periode, Tugas, dari_tugas, menit_setahun
from penilaian.kernel.hitungan import Pembulatan, bulatkan
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.models import (
    KeadaanHitung,
    MetodeHitung,
    PerhitunganKebutuhan,
    SumberKebutuhan,
    UraianTugas,
)
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.perhitungan import BarisUraian
from penilaian.services.terhitung import paket
from penilaian.services.uraian import coba_susun
from toolkit.policy import WrongMoment

_TUGAS = ("perhitungan", "uraian", "satuan", "volume", "periode", "norma_menit")


class _Saat:
    """The constants as each version names them; few versions name different ones."""

    def __init__(self, k: KetentuanKebutuhan) -> None:
        self._k = k
        self._ada: dict[str, KetentuanKebutuhan] = {}

    def itu(self, tetapan: list[dict[str, Any]]) -> KetentuanKebutuhan:
        """The constants of one version over those of the day."""
        kunci = json.dumps(tetapan, sort_keys=True)
        if kunci not in self._ada:
            isi = {satu["nama"]: satu["nilai"] for satu in tetapan}
            self._ada[kunci] = self._k.andaikan(**isi)
        return self._ada[kunci]


def perhitungan_menyimpang(*, per: date) -> list[int]:
    """Versions whose minutes, raw need or people do not follow from their own tasks and constants.

    Reads only: a final version is never mended, it is replaced by the next.
    """
    saat = _Saat(tetapan_kebutuhan(per=per))
    rows = PerhitunganKebutuhan.objects.filter(
        sumber=SumberKebutuhan.ABK, metode=MetodeHitung.TUGAS_PER_TUGAS, jke_menit__isnull=False
    )
    rows = rows.only("menit", "mentah", "jumlah", "tetapan", "pembulatan", "jke_menit")
    semua = {satu.pk: satu for satu in rows.order_by("pk")}
    ada = dict(_tugas_per_versi(semua))
    return [
        pk
        for pk, satu in semua.items()
        if not _sesuai(satu, ada.get(pk, []), saat.itu(satu.tetapan))
    ]


def _tugas_per_versi(pk: Collection[int]) -> Iterator[tuple[int, list[Tugas]]]:
    rows = UraianTugas.objects.filter(perhitungan__sumber=SumberKebutuhan.ABK)
    isi = rows.order_by("perhitungan", "urutan").values_list(*_TUGAS).iterator()
    for versi, baris in groupby(isi, key=itemgetter(0)):
        if versi in pk:
            yield versi, [Tugas.isi(u, s, v, Periode(p), n) for _, u, s, v, p, n in baris]


def _sesuai(satu: PerhitunganKebutuhan, tugas: list[Tugas], k: KetentuanKebutuhan) -> bool:
    hitungan = dari_tugas(tugas, k)
    bulat = Pembulatan(satu.pembulatan)
    # A box of the structure is one seat whatever its load: its number is the table's.
    jumlah = (
        satu.jumlah
        if bulat is Pembulatan.TABEL
        else bulatkan(hitungan.nilai, bulat, k.wisn_batas_bulat)
    )
    return (
        menit_setahun(hitungan) == Fraction(satu.menit)
        and k.jke_menit == satu.jke_menit
        and (hitungan.mentah, jumlah) == (satu.mentah, satu.jumlah)
    )


@dataclass(frozen=True)
class Susulan:
    """One post under the constants of the day. ``draf``: the new draft, when it was written."""

    formasi_id: int
    nama: str
    jumlah: int
    jumlah_baru: int
    mentah: str
    mentah_baru: str
    draf: int | None = None


@dataclass(frozen=True)
class HasilUlang:
    """What a recomputation on purpose did, or would do."""

    susulan: list[Susulan]
    sama: int  # decided under the constants of the day already
    terbuka: list[str]  # a draft or a checked version is under way: left alone

    @property
    def berubah(self) -> int:
        """For how many posts another number of people comes out."""
        return sum(1 for s in self.susulan if s.jumlah != s.jumlah_baru)


@transaction.atomic
def hitung_ulang_abk(
    *,
    per: date,
    oleh: Pengguna,
    unit: UnitKerja | None = None,
    formasi: Collection[int] | None = None,
    tulis: bool = False,
) -> HasilUlang:
    """The computations in force of these posts under the constants of the day.

    With ``tulis`` each becomes a new draft of its post, with its trace; the need in force stays
    until somebody checks and decides the draft. A post with work under way is left alone.
    """
    k = tetapan_kebutuhan(per=per)
    hasil = HasilUlang([], 0, [])
    sama = 0
    for potong in paket([*_berlaku(unit, formasi, per)]):
        rows = PerhitunganKebutuhan.objects.filter(pk__in=potong).prefetch_related("tugas")
        rows = rows.select_related("formasi__unit", "formasi__jabatan").order_by("pk")
        terbuka = _terbuka(rows)
        for satu in rows:
            if _ketentuan_sama(satu, k):
                sama += 1
            elif satu.formasi_id in terbuka:
                hasil.terbuka.append(str(satu.formasi))
            elif (susulan := _susulan(satu, k, per=per, oleh=oleh, tulis=tulis)) is not None:
                hasil.susulan.append(susulan)
            else:
                hasil.terbuka.append(str(satu.formasi))
    return HasilUlang(hasil.susulan, sama, hasil.terbuka)


def _berlaku(unit: UnitKerja | None, formasi: Collection[int] | None, per: date) -> Iterator[int]:
    """Of offices still open: nobody writes tasks for a closed one."""
    rows = PerhitunganKebutuhan.objects.berlaku().filter(
        sumber=SumberKebutuhan.ABK, metode=MetodeHitung.TUGAS_PER_TUGAS
    )
    rows = rows.exclude(formasi__unit__ditutup__lte=per)
    if unit is not None:
        rows = rows.filter(formasi__unit__kiri__gte=unit.kiri, formasi__unit__kiri__lte=unit.kanan)
    if formasi is not None:
        rows = rows.filter(formasi__in=formasi)
    return rows.order_by("pk").values_list("pk", flat=True).iterator()


def _terbuka(rows: Any) -> set[int]:
    lain = PerhitunganKebutuhan.objects.exclude(keadaan=KeadaanHitung.FINAL)
    posts = [satu.formasi_id for satu in rows]
    lain = lain.filter(sumber=SumberKebutuhan.ABK, formasi__in=posts)
    return set(lain.values_list("formasi", flat=True))


def _ketentuan_sama(satu: PerhitunganKebutuhan, k: KetentuanKebutuhan) -> bool:
    return all(k.asal.get(t["nama"]) == t["nilai"] for t in satu.tetapan)


def _susulan(
    satu: PerhitunganKebutuhan, k: KetentuanKebutuhan, *, per: date, oleh: Pengguna, tulis: bool
) -> Susulan | None:
    """None when somebody began a draft since: his work is not written over."""
    baris = [BarisUraian(t.tugas, t.catatan, t.alasan, t.macam) for t in satu.tugas.all()]
    draf = None
    if tulis:
        susun = coba_susun(satu.formasi_id, baris=baris, per=per, oleh=oleh, stempel="")
        if susun.usang:
            return None
        if (draf := susun.draf) is None:
            raise WrongMoment(f"{satu.formasi}: {susun.kalimat}")
    hitungan = dari_tugas([b.tugas for b in baris], k)
    kursi = satu.pembulatan == Pembulatan.TABEL
    return Susulan(
        formasi_id=satu.formasi_id,
        nama=str(satu.formasi),
        jumlah=satu.jumlah,
        jumlah_baru=draf.jumlah if draf else satu.jumlah if kursi else hitungan.bulat,
        mentah=f"{satu.mentah:.4f}",
        mentah_baru=f"{hitungan.mentah:.4f}",
        draf=None if draf is None else draf.pk,
    )
