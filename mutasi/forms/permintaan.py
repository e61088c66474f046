"""The shape of a request for people and of its answer."""

from __future__ import annotations

from typing import Any

from django import forms

from mutasi.kernel.permintaan import JUDUL, MENANGGAPI, MIN_ALASAN, Aksi, langkah
from mutasi.models import StatusPermintaan

KEADAAN = [("", "Yang berjalan"), ("semua", "Semua"), *StatusPermintaan.choices]


class PermintaanForm(forms.Form):
    """How many people, since when, and why."""

    jumlah = forms.IntegerField(label="Jumlah orang", min_value=1, max_value=999, initial=1)
    dibutuhkan = forms.DateField(
        label="Dibutuhkan sejak",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Kosongkan bila dibutuhkan secepatnya.",
    )
    alasan = forms.CharField(
        label="Alasan",
        min_length=MIN_ALASAN,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=(
            f"Paling sedikit {MIN_ALASAN} huruf: pekerjaan apa yang tertunda dan mengapa tidak "
            "dapat ditangani pegawai yang ada. Jangan menyebut nama calon."
        ),
    )


class TanggapanForm(forms.Form):
    """BKD's answer; a refusal says why."""

    aksi = forms.ChoiceField(label="Tanggapan", widget=forms.RadioSelect)
    tanggapan = forms.CharField(
        label="Penjelasan",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila ditolak. Dibaca oleh unit yang meminta; jangan menyebut nama calon.",
    )

    def __init__(self, *args: Any, status: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aksi: Any = self.fields["aksi"]
        aksi.choices = [(satu.value, JUDUL[satu]) for satu in langkah(status, MENANGGAPI)]

    def clean_aksi(self) -> Aksi:
        """As the road names it."""
        return Aksi(self.cleaned_data["aksi"])

    def clean(self) -> dict[str, Any]:
        """Refused: then why."""
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("aksi") == Aksi.TOLAK and not isi.get("tanggapan", "").strip():
            self.add_error("tanggapan", "Tulis alasan penolakan.")
        return isi


class TarikForm(forms.Form):
    """Why it is withdrawn."""

    alasan = forms.CharField(
        label="Alasan menarik", min_length=10, max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
