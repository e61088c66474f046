"""The shape of what is typed about the time in a post and about certificates."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from pegawai.forms.orang import BeralasanForm, Tanggal
from pegawai.models import Jenjang, RiwayatSertifikat
from toolkit.templatetags.tampilan import tanggal


class TmtForm(BeralasanForm):
    """From which day the present post counts, and why."""

    tmt_hitung = Tanggal(label="Dihitung sejak")
    alasan = forms.CharField(
        label="Alasan",
        min_length=10,
        max_length=255,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tampil di samping TMT tercetak. Sebut dasar atau nomor suratnya.",
    )

    def __init__(self, *args: Any, tercetak: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._tercetak = tercetak
        self.fields["tmt_hitung"].help_text = f"Lebih awal daripada {tanggal(tercetak)}."

    def clean_tmt_hitung(self) -> date:
        """A correction lengthens the time in the post."""
        hari: date = self.cleaned_data["tmt_hitung"]
        if self._tercetak is not None and hari >= self._tercetak:
            raise forms.ValidationError("Harus lebih awal daripada TMT tercetak.")
        return hari


class SertifikatForm(BeralasanForm):
    """A certificate or a licence."""

    jenis = forms.ChoiceField(label="Jenis", choices=RiwayatSertifikat.Jenis.choices)
    nama = forms.CharField(label="Nama sertifikat", max_length=255)
    nomor = forms.CharField(label="Nomor", max_length=150, required=False)
    mulai = Tanggal(label="Berlaku sejak")
    selesai = Tanggal(
        label="Berlaku sampai",
        required=False,
        help_text="Hari pertama tidak berlaku lagi. Kosongkan bila seumur hidup.",
    )
    rumpun = forms.CharField(
        label="Untuk rumpun JF",
        max_length=120,
        required=False,
        help_text="Bagi uji kompetensi: nama JF tanpa jenjang, misalnya Perencana.",
    )
    jenjang = forms.ChoiceField(
        label="Untuk jenjang",
        choices=[("", "Tidak untuk jenjang tertentu"), *Jenjang.choices],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A licence does not end before it begins."""
        isi = super().clean() or {}
        mulai, selesai = isi.get("mulai"), isi.get("selesai")
        if mulai and selesai and selesai <= mulai:
            self.add_error("selesai", "Tanggal akhir harus sesudah tanggal mulai.")
        return isi
