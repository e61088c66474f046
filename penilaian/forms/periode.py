"""Opening a period: one code."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from penilaian.kernel.masa_periode import baca_kode, usul_kode
from penilaian.models import PeriodeKinerja
from penilaian.services.periode import BENTUK_KODE
from toolkit.templatetags.tampilan import tanggal


class BukaPeriodeForm(forms.Form):
    """The code of the period; suggestions not opened yet are offered as a list."""

    kode = forms.CharField(
        label="Kode periode",
        max_length=20,
        help_text="2025 untuk setahun, 2025-TW1 untuk triwulan, 2025-03 untuk sebulan. Tanggalnya "
        "mengikuti kode.",
        error_messages={"required": BENTUK_KODE},
        widget=forms.TextInput(attrs={"list": "usul-periode", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ada = set(PeriodeKinerja.objects.values_list("kode", flat=True))
        masa = [baca_kode(kode) for kode in usul_kode(per) if kode not in ada]
        self.usul = [
            (m.kode, f"{m.nama}: {tanggal(m.mulai)} sampai {tanggal(m.selesai)}") for m in masa if m
        ]

    def clean_kode(self) -> str:
        """A code that stands for a period."""
        masa = baca_kode(self.cleaned_data["kode"])
        if masa is None:
            raise forms.ValidationError(BENTUK_KODE)
        if PeriodeKinerja.objects.filter(kode=masa.kode).exists():
            raise forms.ValidationError(f"{masa.nama} sudah dibuka.")
        return masa.kode
