"""An office's own Word templates: tried before they are kept, withdrawn, never edited."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.models import JenisSurat, TemplatSurat
from mutasi.policies import surat as policies
from mutasi.selectors.surat import WORD
from mutasi.services.naskah_word import periksa_templat, templat_bawaan
from organisasi.models import Pengguna
from toolkit.policy import OutOfReach, Refusal, WrongMoment

MAKS_UKURAN = 2 * 1024 * 1024


def templat_berlaku(jenis: str) -> bytes | None:
    """The office's newest template in use; None where it has none."""
    rows = TemplatSurat.objects.filter(jenis=jenis, dicabut_pada__isnull=True)
    satu = rows.order_by("-diunggah_pada", "-pk").first()
    if satu is None:
        return None
    with satu.berkas.open("rb") as berkas:
        isi: bytes = berkas.read()
    return isi


def bawaan(jenis: str) -> bytes:
    """The template to start from."""
    if jenis not in WORD:
        raise OutOfReach()
    return templat_bawaan(WORD[JenisSurat(jenis)])


@transaction.atomic
def unggah_templat(jenis: str, *, oleh: Pengguna, per: date, berkas: UploadedFile) -> TemplatSurat:
    """Keep a template that can be filled; what speaks against one is said in sentences."""
    policies.buka.check(oleh, per=per)
    if jenis not in WORD:
        raise OutOfReach()
    if berkas.size is None or berkas.size > MAKS_UKURAN:
        raise WrongMoment("Templat paling besar 2 MB.", kode="ukuran")
    isi = berkas.read()
    if cela := periksa_templat(WORD[JenisSurat(jenis)], isi):
        raise Refusal(" ".join(cela[:3]), kode="templat")
    sidik = sha256(isi).hexdigest()
    templat = TemplatSurat(
        jenis=jenis, berkas_sha256=sidik, diunggah_pada=timezone.now(), diunggah_oleh=oleh
    )
    templat.berkas.save(f"{sidik[:16]}.docx", ContentFile(isi), save=False)
    templat.save(force_insert=True)
    catat(tindakan.TEMPLAT_DIUNGGAH, templat, oleh=oleh, sesudah={"sha256": sidik})
    return templat


@transaction.atomic
def cabut_templat(templat_id: int, *, oleh: Pengguna, per: date) -> TemplatSurat:
    """Withdraw one; the newest of the others serves, or the one built here."""
    templat = TemplatSurat.objects.select_for_update().filter(pk=templat_id).first()
    if templat is None:
        raise OutOfReach()
    policies.cabut_templat.check(templat, oleh, per=per)
    templat.dicabut_pada, templat.dicabut_oleh = timezone.now(), oleh
    templat.save(update_fields=["dicabut_pada", "dicabut_oleh"])
    catat(tindakan.TEMPLAT_DICABUT, templat, oleh=oleh)
    return templat
