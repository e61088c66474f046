"""Scanned papers of the road: PDF by content, of a bounded size, kept under their hash."""

from __future__ import annotations

from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db.models.fields.files import FieldFile

from organisasi.services.disposisi import MAKS_UKURAN, akhiran
from toolkit.policy import WrongMoment


def baca_pdf(berkas: UploadedFile) -> tuple[bytes, str]:
    """(content, sha256); refuses what is larger than 10 MB or no PDF by its content."""
    if berkas.size is None or berkas.size > MAKS_UKURAN:
        raise WrongMoment("Berkas paling besar 10 MB.", kode="ukuran")
    isi = berkas.read()
    if akhiran(isi) != "pdf":
        raise WrongMoment("Berkas harus berupa PDF.", kode="bukan_pdf")
    return isi, sha256(isi).hexdigest()


def simpan_pdf(tempat: FieldFile, berkas: UploadedFile) -> str:
    """Keep the file in the (unsaved) row's field; its sha256. Part of another act."""
    isi, sidik = baca_pdf(berkas)
    tempat.save(f"{sidik[:16]}.pdf", ContentFile(isi), save=False)
    return sidik
