"""Papers about a case (D01-D11, permits, letters): kept with their hash, replaced, never edited."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi.kernel.waktu import dokumen_sampai
from mutasi.models import DokumenMasuk, JenisDokumenMasuk, UsulanMutasi
from mutasi.policies import dokumen_masuk as policies
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import jalan
from mutasi.services.berkas_pdf import simpan_pdf
from mutasi.tindakan_jalan import DOKUMEN_DICATAT
from organisasi.models import Pengguna
from toolkit.policy import OutOfReach, Refusal


class IsiDokumen(TypedDict, total=False):
    """What a paper says of itself; ``berkas`` the scan (PDF)."""

    jenis: str
    nomor: str
    tanggal: date
    penerbit: str
    jabatan_disebut: str
    berlaku_sampai: date | None
    catatan: str
    ditolak: bool
    berkas: UploadedFile | None


@transaction.atomic
def catat_dokumen(
    usulan_id: UUID, *, oleh: Pengguna, per: date, **isi: Unpack[IsiDokumen]
) -> DokumenMasuk:
    """Keep a paper; one that grows old gets the last day of its kind unless another is written."""
    usulan = jalan.kunci(usulan_id)
    policies.catat_dokumen.check(usulan, oleh, per=per)
    return _tulis(usulan, oleh=oleh, per=per, isi=isi)


@transaction.atomic
def ganti_dokumen(
    dokumen_id: int, *, oleh: Pengguna, per: date, **isi: Unpack[IsiDokumen]
) -> DokumenMasuk:
    """Put a new paper in the place of one, of the same kind."""
    milik = DokumenMasuk.objects.filter(pk=dokumen_id).values_list("usulan", flat=True).first()
    if milik is None:
        raise OutOfReach
    usulan = jalan.kunci(milik)
    lama = DokumenMasuk.objects.get(pk=dokumen_id)
    lama.usulan = usulan
    policies.ganti_dokumen.check(lama, oleh, per=per)
    lama.diganti_pada, lama.diganti_oleh = timezone.now(), oleh
    lama.save(update_fields=["diganti_pada", "diganti_oleh"])
    isi["jenis"] = lama.jenis
    return _tulis(usulan, oleh=oleh, per=per, isi=isi, mengganti=lama.pk)


def _tulis(
    usulan: UsulanMutasi,
    *,
    oleh: Pengguna,
    per: date,
    isi: IsiDokumen,
    mengganti: int | None = None,
) -> DokumenMasuk:
    nilai: dict[str, Any] = dict(isi)
    berkas = nilai.pop("berkas", None)
    jenis = nilai.get("jenis", "")
    if jenis not in JenisDokumenMasuk.values:
        raise Refusal("Pilih jenis dokumennya.", kode="jenis")
    if not str(nilai.get("nomor", "")).strip() or not str(nilai.get("penerbit", "")).strip():
        raise Refusal("Tulis nomor dan penerbit dokumennya.", kode="kosong")
    hari = nilai.get("tanggal")
    if hari is None or hari > per:
        raise Refusal("Tanggal dokumen wajib dan tidak boleh di masa depan.", kode="tanggal")
    if nilai.get("berlaku_sampai") is None:
        nilai["berlaku_sampai"] = dokumen_sampai(jenis, hari, tetapan_jalan(per=per))
    baris = DokumenMasuk(usulan=usulan, dicatat_pada=timezone.now(), dicatat_oleh=oleh, **nilai)
    if berkas is not None:
        baris.berkas_sha256 = simpan_pdf(baris.berkas, berkas)
    baris.save(force_insert=True)
    catat(
        DOKUMEN_DICATAT, usulan, oleh=oleh,
        sesudah={"jenis": jenis, "sha256": baris.berkas_sha256, "mengganti": mengganti},
    )  # fmt: skip
    return baris
