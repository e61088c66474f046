"""Requests to put one's data right, and their answer within three times 24 hours.

UU 27/2022 Pasal 6 and 30. The clock runs through nights and holidays. The trail keeps that somebody
asked and was answered, and which part of the file; what was written stays with the request.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from jejak.catat import catat
from organisasi.izin import Izin
from organisasi.models import Pengguna, PenugasanPeran
from organisasi.selectors import nilai_ketentuan
from organisasi.services.disposisi import MAKS_UKURAN, akhiran
from organisasi.services.pemberitahuan import beri_tahu
from pegawai import tindakan
from pegawai.models import KeadaanPerbaikan, Pegawai, PermintaanPerbaikan
from pegawai.policies import perbaikan as policies
from toolkit.policy import WrongMoment

MIN_TANGGAPAN = 10


@dataclass(frozen=True)
class IsiPermintaan:
    """What stands there, what should, why, and a proof (or none)."""

    hal: str
    tertulis: str
    seharusnya: str
    alasan: str = ""
    berkas: UploadedFile | None = None


@transaction.atomic
def minta_perbaikan(
    pegawai_id: int, *, isi: IsiPermintaan, oleh: Pengguna, per: date
) -> PermintaanPerbaikan:
    """Ask; the clock begins now."""
    orang = Pegawai.objects.locked(pegawai_id)
    terbuka = PermintaanPerbaikan.objects.filter(
        pegawai=orang, keadaan=KeadaanPerbaikan.DIAJUKAN
    ).count()
    policies.minta.check(orang, oleh, terbuka)
    kini = timezone.now()
    jam = int(nilai_ketentuan("perbaikan_data_jam", per=per))
    baru = PermintaanPerbaikan(
        pegawai=orang, hal=isi.hal, tertulis=isi.tertulis.strip(),
        seharusnya=isi.seharusnya.strip(), alasan=isi.alasan.strip(), diajukan_pada=kini,
        batas_pada=kini + timedelta(hours=jam),
    )  # fmt: skip
    if isi.berkas is not None:
        _lampirkan(baru, isi.berkas)
    baru.save(force_insert=True)
    _kabari_petugas(baru, orang, _petugas(orang, oleh, per))
    catat(tindakan.PERBAIKAN_DIMINTA, orang, oleh=oleh, sesudah={"bagian": baru.hal})
    return baru


def _lampirkan(permintaan: PermintaanPerbaikan, berkas: UploadedFile) -> None:
    if berkas.size is None or berkas.size > MAKS_UKURAN:
        raise WrongMoment("Bukti paling besar 10 MB.", kode="ukuran")
    isi = berkas.read()
    jenis = akhiran(isi)
    if not jenis:
        raise WrongMoment("Bukti harus berupa berkas PDF, JPG, atau PNG.", kode="jenis_berkas")
    sidik = sha256(isi).hexdigest()
    nama = str(berkas.name or f"bukti.{jenis}").replace("\\", "/").rsplit("/", 1)[-1]
    permintaan.berkas_nama, permintaan.berkas_sha256 = nama[-255:], sidik
    permintaan.berkas.save(f"{sidik[:16]}.{jenis}", ContentFile(isi), save=False)


@transaction.atomic
def tanggapi_perbaikan(
    permintaan_id: int, *, keadaan: str, tanggapan: str, oleh: Pengguna, per: date
) -> PermintaanPerbaikan:
    """Say what was done, or why nothing was; once."""
    rows = PermintaanPerbaikan.objects.select_for_update(of=("self",))
    baris = rows.select_related("pegawai__unit", "pegawai__pengguna").get(pk=permintaan_id)
    policies.tanggapi.check(baris, oleh, per=per)
    if keadaan not in (KeadaanPerbaikan.DIPERBAIKI, KeadaanPerbaikan.DITOLAK):
        raise WrongMoment("Pilih sudah diperbaiki atau tidak diperbaiki.", kode="keadaan")
    if len(tanggapan.strip()) < MIN_TANGGAPAN:
        raise WrongMoment(
            f"Tulis apa yang dilakukan atau mengapa tidak, paling sedikit {MIN_TANGGAPAN} huruf.",
            kode="tanggapan",
        )
    baris.keadaan, baris.tanggapan = keadaan, tanggapan.strip()
    baris.ditanggapi_pada, baris.ditanggapi_oleh = timezone.now(), oleh
    baris.save(update_fields=["keadaan", "tanggapan", "ditanggapi_pada", "ditanggapi_oleh"])
    if baris.pegawai.pengguna is not None:
        beri_tahu(
            baris.pegawai.pengguna, kunci=f"perbaikan-jawab:{baris.pk}",
            judul="Permintaan perbaikan data Anda ditanggapi",
            isi=f"{baris.get_hal_display()}: {baris.get_keadaan_display().lower()}.",
            tautan=reverse("pegawai:perbaikan"),
        )  # fmt: skip
    catat(
        tindakan.PERBAIKAN_DITANGGAPI, baris.pegawai, oleh=oleh,
        sesudah={"bagian": baris.hal, "keadaan": keadaan},
    )  # fmt: skip
    return baris


@transaction.atomic
def ingatkan_perbaikan(*, per: date) -> int:
    """Remind, once each, of requests overdue at the beginning of the day; how many there are."""
    awal = timezone.make_aware(datetime.combine(per, time.min))
    lewat = PermintaanPerbaikan.objects.filter(
        keadaan=KeadaanPerbaikan.DIAJUKAN, batas_pada__lt=awal
    ).select_related("pegawai__unit")
    for satu in lewat:
        petugas = _petugas(satu.pegawai, None, per)
        _kabari_petugas(satu, satu.pegawai, petugas, "Permintaan perbaikan data lewat batasnya")
    return len(lewat)


def _petugas(orang: Pegawai, selain: Pengguna | None, per: date) -> list[Pengguna]:
    """Those who correct the data of this person's unit, himself left out."""
    tugas = PenugasanPeran.objects.aktif(per).memberi(Izin.PEGAWAI_UBAH)
    tugas = tugas.filter(pengguna__is_active=True).select_related("pengguna", "unit")
    kiri = orang.unit.kiri if orang.unit else None
    penerima = {
        t.pengguna_id: t.pengguna
        for t in tugas.order_by("pk")
        if t.unit is None or (kiri is not None and t.unit.kiri <= kiri <= t.unit.kanan)
    }
    bukan = {orang.pengguna_id, selain.pk if selain else None}
    return [penerima[pk] for pk in sorted(penerima) if pk not in bukan]


def _kabari_petugas(
    permintaan: PermintaanPerbaikan,
    orang: Pegawai,
    petugas: Iterable[Pengguna],
    judul: str = "Permintaan perbaikan data menunggu tanggapan",
) -> None:
    jenis = "baru" if judul.endswith("tanggapan") else "lewat"
    for satu in petugas:
        beri_tahu(
            satu, kunci=f"perbaikan-{jenis}:{permintaan.pk}:{satu.pk}", judul=judul,
            isi=f"{orang}: {permintaan.get_hal_display().lower()}.",
            tautan=reverse("pegawai:perbaikan-rincian", args=[permintaan.pk]),
        )  # fmt: skip
