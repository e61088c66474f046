"""The shape of an outside request as it is written down."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from mutasi.selectors.rancangan_cari import jabatan_terjangkau, orang_terjangkau
from mutasi.services.titipan import IsiTitipan
from organisasi.models import Pengguna
from pegawai.models import Formasi, Pegawai

CARA = ("Bertatap muka", "Telepon", "Pesan singkat atau WhatsApp", "Surat", "Lewat orang lain")


class TitipanForm(forms.Form):
    """About whom (found on the page), for which post if one was named, who asked what and how."""

    pegawai = forms.ModelChoiceField(
        queryset=Pegawai.objects.none(), widget=forms.HiddenInput,
        error_messages={
            "required": "Pilih pegawainya dari hasil pencarian.",
            "invalid_choice": "Pegawai itu tidak ditemukan.",
        },
    )  # fmt: skip
    pihak = forms.CharField(label="Siapa yang meminta", max_length=150)
    kedudukan = forms.CharField(
        label="Jabatan atau hubungannya", max_length=150, required=False,
        help_text="Misalnya anggota DPRD, keluarga, pengurus partai, atasan.",
    )  # fmt: skip
    cara = forms.ChoiceField(label="Lewat apa", choices=[(satu, satu) for satu in CARA])
    isi = forms.CharField(
        label="Apa yang diminta", min_length=10, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Tulis seperti yang disampaikan, tanpa tanggapan.",
    )  # fmt: skip
    tanggal = forms.DateField(
        label="Diterima pada",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    formasi = forms.ModelChoiceField(
        queryset=Formasi.objects.none(), required=False, widget=forms.HiddenInput,
        error_messages={"invalid_choice": "Jabatan itu tidak ditemukan."},
    )  # fmt: skip

    def __init__(self, *args: Any, pengguna: Pengguna, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        orang: Any = self.fields["pegawai"]
        jabatan: Any = self.fields["formasi"]
        orang.queryset = orang_terjangkau(pengguna, per=per).select_related("unit__opd")
        jabatan.queryset = jabatan_terjangkau(pengguna, per=per).select_related("jabatan", "unit")
        self.fields["tanggal"].initial = per
        self._per = per

    def clean_tanggal(self) -> date:
        """Not a day to come."""
        hari: date = self.cleaned_data["tanggal"]
        if hari > self._per:
            raise forms.ValidationError("Hari ini atau sebelumnya.")
        return hari

    def isian(self) -> IsiTitipan:
        """As the act takes it."""
        data = {k: v for k, v in self.cleaned_data.items() if k not in ("pegawai", "formasi")}
        return IsiTitipan(**data)
