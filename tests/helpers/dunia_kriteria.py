"""Criteria for the world of the matrix: a published version, a draft, a question, a session."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from django.utils import timezone

from penilaian.models import KeadaanKriteria, SetKriteria, SosialisasiKriteria, TanyaKriteria
from penilaian.services.kriteria import ambil_set_siap
from penilaian.services.kriteria_tanya import catat_sosialisasi, tanya_kriteria
from tests.factories.nilai import perangkat_terbit

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia

PUBLIK = ("rincian", "json", "pdf", "banding", "versi-baru", "tanya", "sosialisasi")
DRAF = ("ubah", "langkah", "buang", "simulasi", "simulasi-jalankan")


def kriteria(dunia: Dunia) -> None:
    """By the analyst; the draft that is there already is taken."""
    pada = timezone.make_aware(datetime.combine(dunia.per, time(9)))
    terbit = SetKriteria.objects.terbit().order_by("pk").first() or perangkat_terbit()
    draf = SetKriteria.objects.filter(keadaan=KeadaanKriteria.DRAF).first()
    draf = draf or ambil_set_siap("kinerja-lengkap", pada=pada, oleh=dunia.analis)
    satu = tanya_kriteria(draf.pk, pertanyaan="Bagaimana bila cuti?", pada=pada, oleh=dunia.analis)
    catat_sosialisasi(
        terbit.pk, tanggal=dunia.per, cara="Rapat", sasaran=10, hadir=8, pada=pada,
        oleh=dunia.analis,
    )  # fmt: skip
    dunia.catat("penilaian", *(f"kriteria-{nama}" for nama in PUBLIK), pk=terbit.pk)
    dunia.catat("penilaian", *(f"kriteria-{nama}" for nama in DRAF), pk=draf.pk)
    dunia.catat("penilaian", "kriteria-putuskan", pk=draf.pk, aksi="periksa")
    dunia.catat("penilaian", "kriteria-jawab", pk=satu.pk)


def perbanyak_kriteria(dunia: Dunia, kali: int) -> None:
    """More questions and sessions on the published version."""
    pk, kini = dunia.argumen["penilaian:kriteria-rincian"]["pk"], timezone.now()
    TanyaKriteria.objects.bulk_create(
        TanyaKriteria(perangkat_id=pk, pertanyaan=f"Tanya {n}", ditanyakan_pada=kini,
                      ditanyakan_oleh=dunia.analis)
        for n in range(kali)
    )  # fmt: skip
    SosialisasiKriteria.objects.bulk_create(
        SosialisasiKriteria(perangkat_id=pk, tanggal=dunia.per, cara=f"Rapat {n}", sasaran=9,
                            hadir=9, unit=dunia.unit["sd1"], dicatat_pada=kini,
                            dicatat_oleh=dunia.analis)
        for n in range(kali)
    )  # fmt: skip
