"""Criteria in public: questions and answers on their page, sessions and whom they reached."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from jejak.catat import catat
from organisasi.models import Pengguna
from organisasi.services.pemberitahuan import beri_tahu
from penilaian import tindakan_nilai as tindakan
from penilaian.models import SetKriteria, SosialisasiKriteria, TanyaKriteria
from penilaian.policies import kriteria as policies
from penilaian.services.kriteria import hari, kunci_set
from toolkit.policy import OutOfReach


@transaction.atomic
def tanya_kriteria(pk: int, *, pertanyaan: str, pada: datetime, oleh: Pengguna) -> TanyaKriteria:
    """Ask about a version; the question stands on its page without the asker's name."""
    satu = kunci_set(pk)
    policies.tanya.check(satu, oleh)
    tanya = TanyaKriteria.objects.create(
        perangkat=satu, pertanyaan=pertanyaan.strip(), ditanyakan_pada=pada, ditanyakan_oleh=oleh
    )
    catat(tindakan.KRITERIA_DITANYAKAN, satu, oleh=oleh)
    return tanya


@transaction.atomic
def jawab_kriteria(pk: int, *, jawaban: str, pada: datetime, oleh: Pengguna) -> TanyaKriteria:
    """Answer a question once, in public; whoever asked is told."""
    rows = TanyaKriteria.objects.select_for_update(of=("self",))
    tanya = rows.select_related("perangkat", "ditanyakan_oleh").filter(pk=pk).first()
    if tanya is None:
        raise OutOfReach()
    policies.jawab.check(tanya, oleh, per=hari(pada))
    tanya.jawaban, tanya.dijawab_pada, tanya.dijawab_oleh = jawaban.strip(), pada, oleh
    tanya.save(update_fields=["jawaban", "dijawab_pada", "dijawab_oleh"])
    beri_tahu(
        tanya.ditanyakan_oleh, kunci=f"kriteria.jawab:{tanya.pk}",
        judul="Pertanyaan Anda tentang kriteria sudah dijawab",
        tautan=reverse("penilaian:kriteria-rincian", args=[tanya.perangkat_id]) + f"#t{tanya.pk}",
    )  # fmt: skip
    catat(tindakan.KRITERIA_DIJAWAB, tanya.perangkat, oleh=oleh)
    return tanya


@transaction.atomic
def catat_sosialisasi(
    pk: int, *, tanggal: date, cara: str, sasaran: int, hadir: int, unit_id: int | None = None,
    catatan: str = "", pada: datetime, oleh: Pengguna,
) -> SosialisasiKriteria:  # fmt: skip
    """Write down a session about a version: invited and present, counted."""
    satu: SetKriteria = kunci_set(pk)
    policies.sosialisasi.check(oleh, tanggal, per=hari(pada))
    baris = SosialisasiKriteria.objects.create(
        perangkat=satu, tanggal=tanggal, cara=cara.strip(), unit_id=unit_id, sasaran=sasaran,
        hadir=hadir, catatan=catatan.strip(), dicatat_pada=pada, dicatat_oleh=oleh,
    )  # fmt: skip
    sesudah = {"tanggal": tanggal, "sasaran": sasaran, "hadir": hadir}
    catat(tindakan.KRITERIA_DISOSIALISASIKAN, satu, oleh=oleh, sesudah=sesudah)
    return baris
