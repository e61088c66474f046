"""Computing in the background: queued by an act, stoppable, seen with its progress."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from organisasi.models import Pengguna, Proses
from organisasi.services.proses import jadwalkan
from penilaian.models import PeriodeKinerja, SetKriteria
from penilaian.policies import penilaian as policies
from penilaian.selectors.bahan_nilai import perangkat_berlaku
from penilaian.services.penilaian import Permintaan, hitung_nilai

NILAI = "penilaian.nilai"


@transaction.atomic
def antrekan_nilai(minta: Permintaan, *, tautan: str) -> Proses:
    """Queue the computation of a period; ``tautan`` is the page that shows the run."""
    pilihan = perangkat_berlaku(minta.periode)
    policies.hitung.check(minta.periode, minta.oleh, ada_perangkat=bool(pilihan), per=minta.per)
    return jadwalkan(
        NILAI,
        judul=f"Menghitung penilaian {minta.periode}"[:255],
        parameter={
            "periode": minta.periode.pk,
            "perangkat": minta.perangkat.pk if minta.perangkat else None,
            "alasan": minta.alasan,
            "paksa": minta.paksa,
        },
        untuk=minta.oleh,
        tautan=tautan,
    )


def nilai_latar(
    parameter: Mapping[str, Any],
    *,
    per: date,
    oleh: Pengguna,
    kemajuan: Callable[[int, str], None],
) -> dict[str, Any]:
    """What the worker does. Run twice it finds nothing changed, and makes no second run."""
    periode = PeriodeKinerja.objects.get(pk=parameter["periode"])
    perangkat = SetKriteria.objects.filter(pk=parameter["perangkat"]).first()
    jawaban = hitung_nilai(
        Permintaan(
            periode,
            per,
            oleh,
            alasan=parameter["alasan"],
            perangkat=perangkat,
            paksa=parameter["paksa"],
        ),
        kemajuan,
    )
    return {"penilaian": jawaban.penilaian.pk, "kalimat": jawaban.kalimat}
