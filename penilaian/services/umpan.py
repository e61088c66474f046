"""Feedback: added, dated, told to whom it concerns; never changed and never taken back."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from organisasi.services.pemberitahuan import beri_tahu
from pegawai.models import Pegawai
from penilaian import tindakan_nilai as tindakan
from penilaian.models import UmpanBalik
from penilaian.policies import umpan as policies
from penilaian.policies.umpan import MIN_ISI, Hubungan
from penilaian.selectors.hubungan_nilai import akun_pegawai, hubungan, pasangan_seorang
from penilaian.selectors.umpan import dibalas
from toolkit.policy import WrongMoment


@transaction.atomic
def tulis_umpan(
    pegawai_id: int, isi: str, *, balas: int | None = None, per: date, oleh: Pengguna
) -> UmpanBalik:
    """Add a message about somebody's work, or an answer to one."""
    # The row is held so that nobody leaves or changes hands between the question and the writing.
    pegawai = Pegawai.objects.locked(pegawai_id)
    siapa = hubungan(pegawai, oleh, per=per)
    awal = dibalas(pegawai, oleh, siapa, balas)
    policies.tulis.check(pegawai, siapa, awal is not None)
    if len(isi.strip()) < MIN_ISI:
        raise WrongMoment(f"Tulis sedikitnya {MIN_ISI} huruf.", kode="isi")
    baru = UmpanBalik.objects.create(
        pegawai=pegawai, balasan_dari=awal, tim_id=_tim(siapa), isi=isi.strip(),
        pada=timezone.now(), oleh=oleh,
    )  # fmt: skip
    _kabari(baru, awal, siapa, per=per)
    # The trail says that somebody wrote, never what.
    catat(tindakan.UMPAN_DITULIS, pegawai, oleh=oleh)
    return baru


def _tim(siapa: Hubungan) -> int | None:
    """Written as head of a team unless one is nearer to the person."""
    return siapa.tim[0] if siapa.tim and not siapa.membaca_semua else None


def _kabari(baru: UmpanBalik, awal: UmpanBalik | None, siapa: Hubungan, *, per: date) -> None:
    """The person, unless he wrote; then his assessor and whom he answers."""
    pegawai = baru.pegawai
    if not siapa.sendiri:
        penerima, url = {pegawai.pengguna_id}, reverse("penilaian:umpan-saya")
        judul = "Ada umpan balik baru tentang pekerjaan Anda"
    else:
        penilai = pasangan_seorang(pegawai, per=per).penilai_id
        penerima = {*akun_pegawai([penilai]), *([awal.oleh_id] if awal else [])}
        url = reverse("penilaian:umpan", args=[pegawai.pk])
        judul = "Ada balasan umpan balik dari pegawai yang Anda nilai atau pimpin"
    for satu in Pengguna.objects.filter(pk__in=penerima - {baru.oleh_id, None}, is_active=True):
        beri_tahu(satu, kunci=f"umpan:{baru.pk}:{satu.pk}", judul=judul, tautan=url)
