"""Proposing an innovation, deciding about one, filtering the list."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from penilaian.forms.berkas import periksa_bukti
from penilaian.forms.indikator import SaringanUkur
from penilaian.models import KeadaanInovasi
from penilaian.policies.inovasi import ALASAN_MINIMAL, masa_inovasi
from penilaian.selectors.inovasi import periode_terbuka
from penilaian.services.bukti import DITERIMA
from penilaian.services.inovasi import IsiInovasi


class SaringanInovasi(SaringanUkur):
    """The filters of the list."""

    keadaan = forms.ChoiceField(
        label="Keadaan", required=False, choices=[("", "Semua"), *KeadaanInovasi.choices]
    )
    q = forms.CharField(label="Judul, nama, atau NIP", required=False, max_length=100)


class AjukanInovasiForm(forms.Form):
    """One's own idea, what it brought and how that was measured."""

    periode: Any = forms.ModelChoiceField(
        label="Periode", queryset=None, empty_label=None,
        error_messages={"required": "Pilih periodenya."},
    )  # fmt: skip
    judul = forms.CharField(
        label="Judul inovasi", max_length=255, min_length=5,
        error_messages={"required": "Beri judul inovasinya."},
    )  # fmt: skip
    manfaat = forms.CharField(
        label="Manfaat dan cara mengukurnya", max_length=2000, min_length=20,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Apa yang berubah, berapa sebelum dan sesudahnya, dan dari mana angkanya.",
        error_messages={"required": "Ceritakan manfaatnya dan cara mengukurnya."},
    )  # fmt: skip
    tanggal = forms.DateField(
        label="Mulai diterapkan", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Isi hari inovasi mulai diterapkan."},
    )  # fmt: skip
    berkas = forms.FileField(
        label="Berkas bukti", required=False,
        help_text=f"{DITERIMA}, paling besar 10 MB. Tanpa bukti, pemeriksa hanya punya cerita.",
        error_messages={"empty": "Berkas bukti ini kosong. Pilih lagi berkasnya."},
    )  # fmt: skip

    def __init__(self, *args: Any, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.per = per
        bidang: Any = self.fields["periode"]
        bidang.queryset = periode_terbuka(per)
        self.fields["tanggal"].widget.attrs["max"] = per.isoformat()

    def clean_berkas(self) -> UploadedFile | None:
        """Refuse a file of another kind beside its field."""
        return periksa_bukti(self.cleaned_data.get("berkas"))

    def clean(self) -> dict[str, Any]:
        """The day lies in the period."""
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        if isi.get("periode") and isi.get("tanggal"):
            for kalimat in masa_inovasi.reasons(isi["periode"], isi["tanggal"], per=self.per):
                self.add_error("tanggal", kalimat)
        return isi

    def isi(self) -> IsiInovasi:
        """As the act takes it."""
        data = self.cleaned_data
        return IsiInovasi(data["judul"], data["manfaat"], data["tanggal"], data.get("berkas"))


class PutusInovasiForm(forms.Form):
    """Accepted or not, and why."""

    putusan = forms.ChoiceField(
        label="Keputusan", widget=forms.RadioSelect,
        choices=[("terima", "Terima: manfaatnya nyata"), ("tolak", "Tidak terima")],
        error_messages={"required": "Pilih salah satu keputusan."},
    )  # fmt: skip
    alasan = forms.CharField(
        label="Alasan", min_length=ALASAN_MINIMAL, max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang diperiksa, dan mengapa keputusannya demikian. Terbaca oleh pengusul.",
        error_messages={"required": "Sebutkan alasan keputusannya."},
    )  # fmt: skip

    @property
    def terima(self) -> bool:
        """Whether it was accepted."""
        return bool(self.cleaned_data["putusan"] == "terima")
