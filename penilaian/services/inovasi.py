"""Innovations: proposed by the person, verified by somebody else, counted once by their title."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from organisasi.services.pemberitahuan import beri_tahu
from pegawai.models import Pegawai
from penilaian import tindakan_nilai
from penilaian.models import Inovasi, KeadaanInovasi, MacamBukti
from penilaian.policies import inovasi as policies
from penilaian.services.bukti import simpan_bukti
from penilaian.services.periode import kunci_periode
from toolkit.policy import OutOfReach, WrongMoment


@dataclass(frozen=True)
class IsiInovasi:
    """What is proposed: the idea, what it brings and how that was measured, since when."""

    judul: str
    manfaat: str
    tanggal: date
    berkas: UploadedFile | None = None


@transaction.atomic
def ajukan_inovasi(periode_id: int, isi: IsiInovasi, *, per: date, oleh: Pengguna) -> Inovasi:
    """Propose one's own innovation for the period it began in.

    The same title is proposed once in a period, unless it was not accepted before.
    """
    periode = kunci_periode(periode_id)
    pegawai = Pegawai.objects.filter(pengguna=oleh).first()
    policies.ajukan_inovasi.check(pegawai)
    if pegawai is None:
        raise OutOfReach  # never: the policy has refused it in better words
    policies.masa_inovasi.check(periode, isi.tanggal, per=per)
    kembar = Inovasi.objects.filter(pegawai=pegawai, periode=periode, judul__iexact=isi.judul)
    if kembar.exclude(keadaan=KeadaanInovasi.DITOLAK).exists():
        raise WrongMoment(f"“{isi.judul}” sudah Anda ajukan untuk {periode.nama}.", kode="kembar")
    bukti = None
    if isi.berkas is not None:
        bukti = simpan_bukti(isi.berkas, macam=MacamBukti.INOVASI, pegawai=pegawai, oleh=oleh)
    baru = Inovasi.objects.create(
        pegawai=pegawai, periode=periode, judul=isi.judul, manfaat=isi.manfaat,
        tanggal=isi.tanggal, bukti=bukti, diajukan_pada=timezone.now(), diajukan_oleh=oleh,
    )  # fmt: skip
    isi_jejak = {"periode": periode.kode, "tanggal": isi.tanggal}
    catat(tindakan_nilai.INOVASI_DIAJUKAN, baru, oleh=oleh, sesudah=isi_jejak)
    return baru


@transaction.atomic
def putuskan_inovasi(
    inovasi_id: int, *, terima: bool, alasan: str, per: date, oleh: Pengguna
) -> Inovasi:
    """Accept it or not, with the reason; the person is told."""
    rows = Inovasi.objects.select_related("pegawai__unit", "pegawai__pengguna", "periode")
    satu = rows.select_for_update(of=("self",)).get(pk=inovasi_id)
    satu.periode = kunci_periode(satu.periode_id)
    policies.putuskan_inovasi.check(satu, oleh, per=per)
    if len(alasan.strip()) < policies.ALASAN_MINIMAL:
        raise WrongMoment("Sebutkan alasan keputusannya.", kode="alasan")
    satu.keadaan = KeadaanInovasi.TERVERIFIKASI if terima else KeadaanInovasi.DITOLAK
    satu.alasan = alasan.strip()
    satu.diputuskan_pada, satu.diputuskan_oleh = timezone.now(), oleh
    satu.save(update_fields=["keadaan", "alasan", "diputuskan_pada", "diputuskan_oleh"])
    catat(
        tindakan_nilai.INOVASI_DIPUTUSKAN, satu, oleh=oleh, alasan=satu.alasan,
        sesudah={"keadaan": satu.keadaan},
    )  # fmt: skip
    if satu.pegawai.pengguna is not None:
        beri_tahu(
            satu.pegawai.pengguna, kunci=f"inovasi:{satu.pk}",
            judul=f"Inovasi Anda: {satu.get_keadaan_display().lower()}", isi=satu.alasan,
            tautan=reverse("penilaian:inovasi-saya"),
        )  # fmt: skip
    return satu
