"""The shape of a declaration of a family tie."""

from __future__ import annotations

from typing import Any

from django import forms

from pegawai.models import JenisHubungan, Pegawai
from pegawai.selectors.keluarga import cari_kerabat
from pegawai.services.keluarga import TIDAK_COCOK


class KeluargaForm(forms.Form):
    """Who, and how related."""

    nip = forms.CharField(
        label="NIP atau NI PPPK",
        max_length=24,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    nama = forms.CharField(
        label="Nama lengkap",
        max_length=255,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Seperti pada SK; gelar boleh ikut. Dicocokkan dengan NIP-nya.",
    )
    jenis = forms.ChoiceField(
        label="Ia adalah … saya", choices=[("", "Pilih hubungan"), *JenisHubungan.choices]
    )

    def __init__(self, *args: Any, orang: Pegawai, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._orang = orang

    def clean(self) -> dict[str, Any]:
        """A number and a name that belong together, and not one's own."""
        isi = super().clean() or {}
        if isi.get("nip") and isi.get("nama"):
            kerabat = cari_kerabat(isi["nip"], isi["nama"])
            if kerabat is None:
                self.add_error("nip", TIDAK_COCOK)
            elif kerabat.pk == self._orang.pk:
                self.add_error("nip", "Hubungan keluarga dinyatakan dengan orang lain.")
        return isi
