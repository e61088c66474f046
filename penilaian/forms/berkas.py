"""A file of evidence beside its field: refused there, before the act is asked."""

from __future__ import annotations

from django import forms
from django.core.files.uploadedfile import UploadedFile

from organisasi.services.disposisi import MAKS_UKURAN
from penilaian.services.bukti import jenis_bukti
from toolkit.policy import Refusal


def periksa_bukti(berkas: UploadedFile | None) -> UploadedFile | None:
    """The file, rewound; ValidationError with the sentence of the act."""
    if berkas is None:
        return None
    if not berkas.size or berkas.size > MAKS_UKURAN:
        raise forms.ValidationError("Bukti paling besar 10 MB.")
    try:
        jenis_bukti(berkas.read(), str(berkas.name))
    except Refusal as tolak:
        raise forms.ValidationError(tolak.kalimat) from tolak
    berkas.seek(0)
    return berkas
