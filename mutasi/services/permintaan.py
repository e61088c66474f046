"""Acts on requests for people: ask, answer, withdraw. Messages name posts, never candidates."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan
from mutasi.kernel.permintaan import MIN_ALASAN, Aksi, tujuan
from mutasi.models import PermintaanPegawai, StatusPermintaan
from mutasi.policies import permintaan as policies
from organisasi.izin import Izin
from organisasi.models import Pengguna, PenugasanPeran
from organisasi.services.pemberitahuan import beri_tahu
from pegawai.models import Formasi
from toolkit.policy import WrongMoment


@transaction.atomic
def ajukan(
    formasi_id: int,
    *,
    oleh: Pengguna,
    per: date,
    jumlah: int,
    alasan: str,
    dibutuhkan: date | None = None,
) -> PermintaanPegawai:
    """Ask for ``jumlah`` people in a post; one running request per post."""
    # The post is held, so that of two requests at once the second meets the first.
    formasi = Formasi.objects.select_for_update(of=("self",)).with_names().get(pk=formasi_id)
    policies.ajukan.check(formasi, oleh, per=per)
    _periksa(jumlah, alasan)
    baru = PermintaanPegawai(
        formasi=formasi, jumlah=jumlah, alasan=alasan.strip(), dibutuhkan=dibutuhkan,
        diajukan_pada=timezone.now(), diajukan_oleh=oleh,
    )  # fmt: skip
    baru.save(force_insert=True)
    _kabari_bkd(baru, oleh, per, "Permintaan pegawai baru menunggu tanggapan")
    catat(
        tindakan.PERMINTAAN_DIAJUKAN, baru, oleh=oleh, alasan=baru.alasan,
        sesudah={"jumlah": jumlah} | ({"dibutuhkan": dibutuhkan} if dibutuhkan else {}),
    )  # fmt: skip
    return baru


def _periksa(jumlah: int, alasan: str) -> None:
    if jumlah < 1:
        raise WrongMoment("Permintaan paling sedikit satu orang.", kode="jumlah")
    if len(alasan.strip()) < MIN_ALASAN:
        raise WrongMoment(f"Alasan paling sedikit {MIN_ALASAN} huruf.", kode="alasan")


@transaction.atomic
def tanggapi(
    permintaan_id: int, *, oleh: Pengguna, per: date, aksi: Aksi, tanggapan: str
) -> PermintaanPegawai:
    """Answer for BKD: accept, refuse with the reason, or declare it fulfilled."""
    baris = PermintaanPegawai.objects.locked(permintaan_id)
    policies.tanggapi.check(baris, oleh, per=per, aksi=aksi)
    if aksi == Aksi.TOLAK and not tanggapan.strip():
        raise WrongMoment("Penolakan harus beralasan.", kode="alasan")
    lama = baris.status
    baris.status = str(tujuan(lama, aksi))
    baris.tanggapan = tanggapan.strip()
    baris.ditanggapi_pada, baris.ditanggapi_oleh = timezone.now(), oleh
    baris.save(update_fields=["status", "tanggapan", "ditanggapi_pada", "ditanggapi_oleh"])
    if baris.diajukan_oleh_id != oleh.pk:
        _kabari(
            baris.diajukan_oleh, baris,
            f"Permintaan pegawai Anda: {baris.get_status_display().lower()}",
        )  # fmt: skip
    catat(
        tindakan.PERMINTAAN_DITANGGAPI, baris, oleh=oleh, alasan=baris.tanggapan,
        sebelum={"status": lama}, sesudah={"status": baris.status},
    )  # fmt: skip
    return baris


@transaction.atomic
def tarik(permintaan_id: int, *, oleh: Pengguna, per: date, alasan: str) -> PermintaanPegawai:
    """Withdraw a running request."""
    baris = PermintaanPegawai.objects.locked(permintaan_id)
    policies.tarik.check(baris, oleh, per=per)
    lama = baris.status
    baris.status = StatusPermintaan.DITARIK
    baris.save(update_fields=["status"])
    if baris.diajukan_oleh_id != oleh.pk:
        _kabari(baris.diajukan_oleh, baris, "Permintaan pegawai Anda ditarik")
    _kabari_bkd(baris, oleh, per, "Permintaan pegawai ditarik")
    catat(
        tindakan.PERMINTAAN_DITARIK, baris, oleh=oleh, alasan=alasan.strip(),
        sebelum={"status": lama}, sesudah={"status": baris.status},
    )  # fmt: skip
    return baris


def _kabari(untuk: Pengguna, baris: PermintaanPegawai, judul: str) -> None:
    beri_tahu(
        untuk,
        kunci=f"permintaan-{baris.pk}-{baris.status}-{untuk.pk}",
        judul=judul,
        isi=f"{baris}.",
        tautan=reverse("mutasi:permintaan-rincian", args=[baris.pk]),
    )


def _kabari_bkd(baris: PermintaanPegawai, oleh: Pengguna, per: date, judul: str) -> None:
    """Everybody who may answer this request, but not its author."""
    kiri = baris.formasi.unit.kiri
    tugas = PenugasanPeran.objects.aktif(per).memberi(Izin.PERMINTAAN_TANGGAPI)
    tugas = tugas.filter(pengguna__is_active=True).select_related("pengguna", "unit")
    penerima = {
        satu.pengguna_id: satu.pengguna
        for satu in tugas.order_by("pk")
        if satu.unit is None or satu.unit.kiri <= kiri <= satu.unit.kanan
    }
    for pk, pengguna in sorted(penerima.items()):
        if pk != oleh.pk:
            _kabari(pengguna, baris, judul)
