"""What a run stands on: the set in force, the people of a period, their raw values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from django.db.models import QuerySet

from pegawai.models import Pegawai
from penilaian.kernel.akun import Mentah
from penilaian.kernel.kriteria import Perangkat, SumberNilai
from penilaian.models import KeluargaKriteria, Kriteria, Penilaian, PeriodeKinerja, SetKriteria
from penilaian.selectors.hasil_tim import hasil_tim
from penilaian.selectors.penilai import unit_pada
from penilaian.selectors.tetapan import tetapan_penilaian
from penilaian.snapshots.kinerja import PAKET, BahanKinerja, Lingkup, Orang
from penilaian.snapshots.perangkat import perangkat_dari


def _berlaku(periode: PeriodeKinerja) -> QuerySet[SetKriteria]:
    return SetKriteria.objects.berlaku(periode.selesai).filter(keluarga=KeluargaKriteria.KINERJA)


def _urutan(awalan: str = "") -> tuple[str, ...]:
    """The one that came into force last stands first."""
    return f"-{awalan}berlaku_mulai", f"-{awalan}diterbitkan_pada", f"{awalan}kode"


def perangkat_berlaku(periode: PeriodeKinerja) -> list[SetKriteria]:
    """The published sets of the kinerja family in force on the period's last day; the first is
    taken unless another is chosen."""
    return list(_berlaku(periode).order_by(*_urutan()))


def perangkat_utama(periode: PeriodeKinerja) -> tuple[SetKriteria, Perangkat] | None:
    """The one taken unless another is chosen, with its criteria, in one query; None: none in
    force."""
    rows = Kriteria.objects.filter(perangkat__in=_berlaku(periode)).select_related("perangkat")
    semua = list(rows.order_by(*_urutan("perangkat__"), "urutan"))
    if not semua:
        return None
    satu = semua[0].perangkat
    return satu, perangkat_dari(satu, [k for k in semua if k.perangkat_id == satu.pk])


def terakhir(periode: PeriodeKinerja) -> Penilaian | None:
    """The latest run of a period, delivered or not."""
    rows = Penilaian.objects.filter(periode=periode).select_related("periode", "perangkat")
    return rows.order_by("-nomor").first()


def tersampaikan(periode: PeriodeKinerja) -> Penilaian | None:
    """The run that counts: the last delivered one."""
    rows = Penilaian.objects.filter(periode=periode, disampaikan_pada__isnull=False)
    return rows.select_related("periode", "perangkat").order_by("-nomor").first()


def orang_periode(periode: PeriodeKinerja) -> list[Orang]:
    """Who was in service on the last day of the period, with the unit of that day; by key."""
    unit = unit_pada(None, per=periode.selesai)
    nip = dict(Pegawai.objects.order_by().values_list("pk", "nip"))
    return [Orang(pk, nip[pk], unit[pk]) for pk in sorted(unit)]


def bahan_kinerja(periode: PeriodeKinerja, perangkat: Perangkat, *, per: date) -> BahanKinerja:
    """The reader of raw values. What depends on a constant reads that of the period's end."""
    pakai_tim = any(k.sumber is SumberNilai.KONTRIBUSI_TIM for k in perangkat.kriteria)
    tim = hasil_tim(periode, None, per=periode.selesai) if pakai_tim else {}
    aturan = tetapan_penilaian(per=periode.selesai)
    return BahanKinerja(Lingkup(periode, perangkat, per, aturan, tim))


def mentah_kinerja(
    periode: PeriodeKinerja,
    perangkat: Perangkat,
    *,
    per: date,
    orang: list[Orang] | None = None,
) -> Iterator[tuple[Orang, dict[str, Mentah]]]:
    """The raw values of everybody of the period, by the code of the criterion. ``orang``: they,
    where the caller has asked already."""
    bahan = bahan_kinerja(periode, perangkat, per=per)
    for paket in berpaket(orang_periode(periode) if orang is None else orang):
        yield from bahan.paket(paket)


def berpaket(orang: list[Orang]) -> Iterator[list[Orang]]:
    """In steps that bound memory."""
    antre = iter(orang)
    while paket := list(islice(antre, PAKET)):
        yield paket
