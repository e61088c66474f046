"""What happens to an uploaded file: kept, looked at, matched, applied once, thrown away.

The heavy halves (:func:`periksa`, :func:`terapkan`) run in the worker and may be run twice; what a
person presses only queues them. The file itself lies under a random name that no URL serves.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi import policies, policies_impor, tindakan_latar
from organisasi.impor import JENIS, Hasil, JenisImpor, diam
from organisasi.models import (
    Impor,
    PemetaanKolom,
    Pengguna,
    Proses,
    StatusImpor,
    StatusProses,
)
from organisasi.services.impor import periksa_berkas, terapkan_berkas
from organisasi.services.impor_kepala import Kepala, kepala_berkas
from organisasi.services.impor_ringkasan import beda, ringkas, simpan_rincian
from organisasi.services.proses import jadwalkan
from toolkit.policy import Refusal
from toolkit.tabular import BerkasDitolak

MAKS_UKURAN = 50 * 1024 * 1024
PERIKSA, TERAPKAN = "impor.periksa", "impor.terapkan"
# Refusals of a file that a person can lift by saying which column is which.
DAPAT_DIPETAKAN = frozenset({"kepala_tidak_ditemukan", "kolom_wajib_hilang"})

Kemajuan = Callable[[int, str], None]


def unggah(
    berkas: File[bytes],
    *,
    jenis: JenisImpor,
    per: date,
    oleh: Pengguna,
    parameter: Mapping[str, str] | None = None,
    nama_berkas: str = "",
) -> Impor:
    """Keep the file and queue the first look at it. ``per`` is the day the file speaks for."""
    policies.mengimpor.check(jenis.izin, oleh)
    if berkas.size > MAKS_UKURAN:
        raise Refusal("Berkas lebih besar dari 50 MB. Bagi menjadi beberapa berkas.")
    impor = Impor(
        jenis=jenis.kode,
        nama_berkas=_nama(nama_berkas or str(berkas.name)),
        sha256=_sidik(berkas),
        ukuran=berkas.size,
        per=per,
        parameter=dict(parameter or {}),
        diunggah_oleh=oleh,
        diunggah_pada=timezone.now(),
    )
    impor.berkas.save(secrets.token_hex(16), berkas, save=False)
    try:
        _catat_unggahan(impor, oleh)
    except BaseException:
        impor.berkas.storage.delete(str(impor.berkas.name))
        raise
    return impor


@transaction.atomic
def _catat_unggahan(impor: Impor, oleh: Pengguna) -> None:
    impor.save()
    _jalankan(impor, PERIKSA, "Memeriksa", oleh)
    catat(
        tindakan_latar.IMPOR_DIUNGGAH, impor, oleh=oleh,
        sesudah={"jenis": impor.jenis, "sha256": impor.sha256, "ukuran": impor.ukuran,
                 "per": impor.per, "parameter": impor.parameter},
    )  # fmt: skip


def periksa(impor_id: int, *, oleh: Pengguna, kemajuan: Kemajuan = diam) -> Impor:
    """Look at the file and keep what was found for the page; writes nothing into the register."""
    impor = Impor.objects.get(pk=impor_id)
    jenis = JENIS[impor.jenis]
    try:
        impor.pemetaan, hasil = _lihat(impor, jenis, oleh, kemajuan)
    except BerkasDitolak as galat:
        return _simpan_penolakan(impor, jenis, galat)
    kemajuan(95, "Menyusun pratinjau")
    return _simpan_pratinjau(impor, hasil)


def _lihat(
    impor: Impor, jenis: JenisImpor, oleh: Pengguna, kemajuan: Kemajuan
) -> tuple[dict[str, str], Hasil]:
    """The result, with the matching of columns that led to it: given, or remembered."""

    def coba(pemetaan: dict[str, str]) -> Hasil:
        return periksa_berkas(
            Path(impor.berkas.path), jenis, per=impor.per, oleh=oleh, parameter=impor.parameter,
            pemetaan=pemetaan, nama_berkas=impor.nama_berkas, kemajuan=kemajuan,
        )  # fmt: skip

    try:
        return impor.pemetaan, coba(impor.pemetaan)
    except BerkasDitolak as galat:
        ingatan = None if impor.pemetaan else _ingatan(impor, jenis, galat)
        if ingatan is None:
            raise
        return ingatan, coba(ingatan)


def _ingatan(impor: Impor, jenis: JenisImpor, galat: BerkasDitolak) -> dict[str, str] | None:
    """How somebody matched the same headers before."""
    if galat.kode not in DAPAT_DIPETAKAN:
        return None
    kepala = kepala_berkas(Path(impor.berkas.path))
    ditemukan = (
        kepala and PemetaanKolom.objects.filter(jenis=jenis.kode, sumber=kepala.sidik).first()
    )
    return dict(ditemukan.pemetaan) if ditemukan else None


@transaction.atomic
def _simpan_penolakan(impor: Impor, jenis: JenisImpor, galat: BerkasDitolak) -> Impor:
    kepala: Kepala | None = None
    if galat.kode in DAPAT_DIPETAKAN:
        kepala = kepala_berkas(Path(impor.berkas.path))
    terkunci = Impor.objects.locked(impor.pk)
    if terkunci.status not in policies_impor.TERBUKA:
        return terkunci
    terkunci.status = StatusImpor.PERLU_PEMETAAN if kepala else StatusImpor.DITOLAK
    terkunci.ringkasan = {"kepala": kepala.sebagai_json()} if kepala else {}
    terkunci.galat = galat.pesan
    terkunci.save(update_fields=["status", "ringkasan", "galat"])
    return terkunci


@transaction.atomic
def _simpan_pratinjau(impor: Impor, hasil: Hasil) -> Impor:
    terkunci = Impor.objects.locked(impor.pk)
    if terkunci.status not in policies_impor.TERBUKA:
        return terkunci
    terkunci.pemetaan = impor.pemetaan
    terkunci.status = StatusImpor.DIPERIKSA
    terkunci.galat = ""
    terkunci.ringkasan = ringkas(hasil)
    terkunci.save(update_fields=["pemetaan", "status", "galat", "ringkasan"])
    simpan_rincian(terkunci, hasil)
    return terkunci


@transaction.atomic
def petakan(impor_id: int, *, pemetaan: Mapping[str, str], oleh: Pengguna) -> Impor:
    """Say which column of the file is which of ours; remembered for files with the same headers."""
    impor = Impor.objects.locked(impor_id)
    policies_impor.petakan.check(impor, JENIS[impor.jenis].izin, oleh)
    sebelum = impor.pemetaan
    impor.pemetaan = dict(pemetaan)
    impor.status = StatusImpor.DIUNGGAH
    impor.save(update_fields=["pemetaan", "status"])
    PemetaanKolom.objects.update_or_create(
        jenis=impor.jenis,
        sumber=Kepala.sidik_dari(pemetaan),
        defaults={
            "pemetaan": impor.pemetaan, "diubah_oleh": oleh, "diubah_pada": timezone.now(),
        },
    )  # fmt: skip
    _jalankan(impor, PERIKSA, "Memeriksa", oleh)
    catat(
        tindakan_latar.IMPOR_DIPETAKAN, impor, oleh=oleh,
        sebelum={"pemetaan": sebelum}, sesudah={"pemetaan": impor.pemetaan},
    )  # fmt: skip
    return impor


@transaction.atomic
def minta_periksa(impor_id: int, *, oleh: Pengguna) -> Impor:
    """Look at the file once more: after a stop, a failure, or because the register changed.

    Leaves no trace of its own: looking changes nothing.
    """
    impor = Impor.objects.locked(impor_id)
    policies_impor.petakan.check(impor, JENIS[impor.jenis].izin, oleh)
    _jalankan(impor, PERIKSA, "Memeriksa", oleh)
    return impor


@transaction.atomic
def minta_terapkan(impor_id: int, *, oleh: Pengguna) -> Impor:
    """Queue the applying; a second click, or a second person, is refused. The trace follows it."""
    impor = Impor.objects.locked(impor_id)
    policies_impor.terapkan.check(impor, JENIS[impor.jenis].izin, oleh)
    _jalankan(impor, TERAPKAN, "Menerapkan", oleh)
    return impor


def terapkan(impor_id: int, *, oleh: Pengguna, kemajuan: Kemajuan = diam) -> Impor:
    """Apply the good rows and say so in the file's own row, in one transaction.

    Run again after its worker was killed, it finds either nothing done or everything done.
    """
    impor = Impor.objects.select_related("diunggah_oleh").get(pk=impor_id)
    if impor.status == StatusImpor.DITERAPKAN:
        return impor
    jenis = JENIS[impor.jenis]
    _masih_siap(impor, jenis, oleh)

    def penutup(hasil: Hasil) -> None:
        _tandai_diterapkan(impor_id, jenis, hasil, oleh)

    terapkan_berkas(
        Path(impor.berkas.path), jenis, per=impor.per, oleh=oleh, parameter=impor.parameter,
        pemetaan=impor.pemetaan, nama_berkas=impor.nama_berkas, kemajuan=kemajuan,
        impor_id=impor_id, penutup=penutup,
    )  # fmt: skip
    return Impor.objects.get(pk=impor_id)


def _masih_siap(impor: Impor, jenis: JenisImpor, oleh: Pengguna) -> None:
    """The policy of the button, asked from inside the very job it queued."""
    impor.proses = None
    policies_impor.terapkan.check(impor, jenis.izin, oleh)


def _tandai_diterapkan(impor_id: int, jenis: JenisImpor, hasil: Hasil, oleh: Pengguna) -> None:
    impor = Impor.objects.locked(impor_id)
    _masih_siap(impor, jenis, oleh)
    pratinjau = impor.ringkasan
    impor.status = StatusImpor.DITERAPKAN
    impor.diterapkan_oleh = oleh
    impor.diterapkan_pada = timezone.now()
    impor.ringkasan = {**ringkas(hasil), "beda": beda(pratinjau, hasil)}
    impor.save(update_fields=["status", "diterapkan_oleh", "diterapkan_pada", "ringkasan"])
    simpan_rincian(impor, hasil)


@transaction.atomic
def buang(impor_id: int, *, oleh: Pengguna) -> Impor:
    """Throw the file away with everything that was read from it; the row and its hash stay."""
    impor = Impor.objects.locked(impor_id)
    policies_impor.buang.check(impor, JENIS[impor.jenis].izin, oleh)
    impor.status = StatusImpor.DIBUANG
    impor.ringkasan = {}
    impor.save(update_fields=["status", "ringkasan"])
    _hapus_isi(impor)
    catat(tindakan_latar.IMPOR_DIBUANG, impor, oleh=oleh, sesudah={"sha256": impor.sha256})
    return impor


def _hapus_isi(impor: Impor) -> None:
    """The file and the personal data that findings and changes copied from it."""
    impor.temuan.all().delete()
    impor.perubahan.all().delete()
    nama, simpanan = str(impor.berkas.name), impor.berkas.storage
    impor.berkas_dihapus_pada = timezone.now()
    impor.berkas.name = ""
    impor.ringkasan.pop("kepala", None)  # samples of the columns are cells of the file
    impor.save(update_fields=["berkas", "berkas_dihapus_pada", "ringkasan"])
    if nama:
        transaction.on_commit(lambda: simpanan.delete(nama))


@transaction.atomic
def hapus_berkas_lama(*, sebelum: date, oleh: Pengguna) -> int:
    """Delete files (and what was copied from them) uploaded before the day; how many."""
    lama = (
        Impor.objects.select_for_update(of=("self",))
        .filter(berkas_dihapus_pada__isnull=True, diunggah_pada__date__lt=sebelum)
        .exclude(proses__status__in=[StatusProses.ANTRE, StatusProses.BERJALAN])
    )
    terhapus = 0
    for impor in lama.order_by("pk"):
        _hapus_isi(impor)
        catat(tindakan_latar.BERKAS_DIHAPUS, impor, oleh=oleh, sesudah={"sha256": impor.sha256})
        terhapus += 1
    return terhapus


def _jalankan(impor: Impor, pekerjaan: str, kata: str, oleh: Pengguna) -> Proses:
    impor.proses = jadwalkan(
        pekerjaan,
        judul=f"{kata} {impor.nama_berkas}"[:255],
        parameter={"impor_id": impor.pk},
        untuk=oleh,
        tautan=f"/impor/{impor.pk}/",
    )
    impor.save(update_fields=["proses"])
    return impor.proses


def _sidik(berkas: File[bytes]) -> str:
    sidik = hashlib.sha256()
    for potong in berkas.chunks():
        sidik.update(potong)
    berkas.seek(0)
    return sidik.hexdigest()


def _nama(nama: str) -> str:
    """The name a person gave, for display only: no path, nothing invisible, not too long."""
    bersih = "".join(c for c in nama.replace("\\", "/").rpartition("/")[2] if c.isprintable())
    return bersih[-150:].strip() or "berkas"
