"""Deliver a run: from then on each employee sees his result, and the clock of objections runs."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from organisasi.services.pemberitahuan import beri_tahu_banyak
from penilaian import tindakan_nilai as tindakan
from penilaian.models import HasilPenilaian, Penilaian, PeriodeKinerja
from penilaian.policies import penilaian as policies
from penilaian.selectors.bahan_nilai import terakhir, tersampaikan

TAUTAN = "/nilai-saya/"


@transaction.atomic
def sampaikan(
    penilaian: Penilaian,
    *,
    oleh: Pengguna,
    per: date,
    tautan: str = TAUTAN,
    pada: datetime | None = None,
) -> Penilaian:
    """Deliver the latest run of its period.

    A result that says the same as in the run delivered before keeps its day of delivery and its
    receipt: nobody gets a second time to object to what he knew. ``tautan`` is the employee's page,
    ``pada`` the moment it stands for: now, unless the past is told.
    """
    periode = PeriodeKinerja.objects.select_for_update().get(pk=penilaian.periode_id)
    satu = Penilaian.objects.select_for_update(of=("self",)).get(pk=penilaian.pk)
    satu.periode = periode
    kini = terakhir(periode)
    lebih_baru = kini is not None and kini.pk != satu.pk
    policies.sampaikan.check(satu, oleh, ada_lebih_baru=lebih_baru, per=per)
    lama = tersampaikan(periode)
    satu.disampaikan_pada, satu.disampaikan_oleh = pada or timezone.now(), oleh
    satu.save(update_fields=["disampaikan_pada", "disampaikan_oleh"])
    semua = HasilPenilaian.objects.filter(penilaian=satu)
    tetap = _sama(semua, lama)
    baru = semua.exclude(pk__in=tetap.values("pk")) if lama else semua
    orang = list(
        baru.filter(pegawai__pengguna__is_active=True).values_list("pegawai__pengguna", flat=True)
    )
    jumlah_tetap = _sampaikan(semua, tetap, lama, per)
    beri_tahu_banyak(
        orang,
        kunci=f"nilai-{satu.pk}",
        judul=f"Hasil penilaian kinerja {periode} dapat dilihat",
        isi="Buka nilai Anda untuk melihat tiap barisnya dan menyatakan sudah menerimanya.",
        tautan=tautan,
    )
    catat(
        tindakan.PENILAIAN_DISAMPAIKAN, satu, oleh=oleh,
        sesudah={"jumlah": satu.jumlah, "tetap": jumlah_tetap, "diberi_tahu": len(orang)},
    )  # fmt: skip
    return satu


def _lalu(lama: Penilaian) -> QuerySet[HasilPenilaian]:
    return HasilPenilaian.objects.filter(penilaian=lama, pegawai=OuterRef("pegawai"))


def _sama(semua: QuerySet[HasilPenilaian], lama: Penilaian | None) -> QuerySet[HasilPenilaian]:
    """Those whose account is, letter by letter, that of the run delivered before."""
    if lama is None:
        return semua.none()
    return semua.filter(Exists(_lalu(lama).filter(sha256=OuterRef("sha256"))))


def _sampaikan(
    semua: QuerySet[HasilPenilaian],
    tetap: QuerySet[HasilPenilaian],
    lama: Penilaian | None,
    per: date,
) -> int:
    semua.update(disampaikan_pada=per)
    if lama is None:
        return 0
    return tetap.update(
        disampaikan_pada=Subquery(_lalu(lama).values("disampaikan_pada")[:1]),
        diakui_pada=Subquery(_lalu(lama).values("diakui_pada")[:1]),
    )
