"""What is asked before a plan of a structure takes its next step."""

from __future__ import annotations

from typing import Any

from django import forms

from organisasi.models import JenisUnit
from penilaian.models import Nasib
from penilaian.policies.sotk import MIN_ALASAN

LIHAT = [("orang", "Orang"), ("unit", "Unit sekarang"), ("kotak", "Struktur kelak")]


class TetapkanForm(forms.Form):
    """The regulation, and that the consequences were read."""

    dasar = forms.CharField(
        label="Peraturan yang menetapkan", max_length=255,
        help_text="Nomor, tahun, dan judulnya. Contoh: Perbup 12/2026 tentang Dinas Kearsipan.",
    )  # fmt: skip
    setuju = forms.BooleanField(label="Saya sudah membaca akibatnya di halaman ini")


class AlasanForm(forms.Form):
    """Why a step is taken back."""

    alasan = forms.CharField(
        label="Alasan", max_length=500, min_length=MIN_ALASAN,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=f"Paling sedikit {MIN_ALASAN} huruf. Jangan menyebut nama orang.",
    )  # fmt: skip


class BerlakukanForm(forms.Form):
    """That the consequences were read."""

    setuju = forms.BooleanField(label="Saya sudah membaca akibatnya di halaman ini")


class SaringanAkibat(forms.Form):
    """Which people or boxes of the outcome are shown; unknown values show all."""

    q = forms.CharField(label="Nama", required=False, max_length=100)
    nasib = forms.ChoiceField(
        label="Menjadi", required=False,
        choices=[("", "Semua"), *Nasib.choices, ("masih", "Masih menunggu tempat")],
    )  # fmt: skip
    jenis = forms.ChoiceField(
        label="Jenis unit", required=False, choices=[("", "Semua"), *JenisUnit.choices]
    )

    def nilai(self, nama: str) -> Any:
        """The value, empty where the address carries nothing we know."""
        self.is_valid()
        return self.cleaned_data.get(nama, "")
