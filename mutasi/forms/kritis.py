"""The shape of what is typed about critical posts and their reserve lists."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from mutasi.services.kritis import AksiCadangan
from organisasi.izin import Izin
from organisasi.models import Pengguna
from pegawai.models import Pegawai


class KritisForm(forms.Form):
    """Why the post may not stay empty, or why the mark goes."""

    alasan = forms.CharField(
        label="Alasan", min_length=10, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class CadanganForm(forms.Form):
    """Who, found on the page, and a note."""

    pegawai = forms.ModelChoiceField(
        queryset=Pegawai.objects.none(),
        widget=forms.HiddenInput,
        error_messages={
            "required": "Pilih orangnya dari hasil pencarian.",
            "invalid_choice": "Orang itu tidak ditemukan.",
        },
    )
    catatan = forms.CharField(label="Catatan", required=False, max_length=500)

    def __init__(self, *args: Any, pengguna: Pengguna, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        orang: Any = self.fields["pegawai"]
        terlihat = Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per)
        orang.queryset = terlihat.select_related("unit")


class UbahCadanganForm(forms.Form):
    """One step on one line of the list."""

    aksi = forms.ChoiceField(choices=[(a.value, a.value) for a in AksiCadangan])
    catatan = forms.CharField(required=False, max_length=500)

    def clean_aksi(self) -> AksiCadangan:
        """As the act names it."""
        return AksiCadangan(self.cleaned_data["aksi"])
