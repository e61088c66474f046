"""The shape of a request of correction and of its answer."""

from __future__ import annotations

from typing import Any

from django import forms

from pegawai.models import HalPerbaikan, KeadaanPerbaikan
from pegawai.services.perbaikan import MIN_TANGGAPAN, IsiPermintaan

KEADAAN = [
    ("", "Yang menunggu"), ("lewat", "Lewat batas"), *KeadaanPerbaikan.choices[1:],
    ("semua", "Semua"),
]  # fmt: skip


class PerbaikanForm(forms.Form):
    """What is written, what it should be, why, and the proof."""

    hal = forms.ChoiceField(
        label="Bagian data", choices=[("", "Pilih bagian"), *HalPerbaikan.choices]
    )
    tertulis = forms.CharField(label="Yang tertulis sekarang", max_length=500)
    seharusnya = forms.CharField(label="Yang seharusnya", max_length=500)
    alasan = forms.CharField(
        label="Penjelasan", max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    berkas = forms.FileField(
        label="Bukti", required=False,
        help_text="Misalnya SK atau ijazah: PDF, JPG, atau PNG, paling besar 10 MB.",
    )  # fmt: skip

    @classmethod
    def awal(cls, kueri: Any) -> dict[str, str]:
        """What the address already says: which part, what is written there."""
        hal = kueri.get("hal", "")
        return {
            "hal": hal if hal in HalPerbaikan.values else "",
            "tertulis": kueri.get("tertulis", "")[:500].replace("\x00", ""),
        }

    def isi(self) -> IsiPermintaan:
        """As the act takes it."""
        return IsiPermintaan(**self.cleaned_data)


class TanggapanForm(forms.Form):
    """Put right, or not, and the words that go with it."""

    keadaan = forms.ChoiceField(
        label="Tanggapan", choices=KeadaanPerbaikan.choices[1:], widget=forms.RadioSelect
    )
    tanggapan = forms.CharField(
        label="Penjelasan", min_length=MIN_TANGGAPAN, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang diperbaiki, atau mengapa tidak. Dibaca oleh pegawainya.",
    )  # fmt: skip
