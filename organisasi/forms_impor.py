"""The shape of what a person types about a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from organisasi.impor import JenisImpor
from organisasi.services.impor_berkas import MAKS_UKURAN
from organisasi.services.impor_kepala import usulkan
from toolkit.tabular import Column, kunci_kepala

TAHUN_AWAL = 2000


class UnggahForm(forms.Form):
    """A file, the day it speaks for, and what its kind wants to know besides."""

    berkas = forms.FileField(
        label="Berkas",
        help_text="Excel (.xlsx) atau CSV, paling besar 50 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={
            "required": "Pilih berkas yang akan diunggah.",
            "empty": "Berkas ini kosong. Simpan ulang, lalu pilih lagi.",
        },
    )
    per = forms.DateField(
        label="Keadaan per tanggal",
        help_text="Hari berkas ini diunduh dari sumbernya atau disusun.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Isi tanggal keadaan berkas."},
    )

    def __init__(self, *args: Any, jenis: JenisImpor, hari_ini: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hari_ini = hari_ini
        self.fields["per"].initial = hari_ini
        self.parameter = jenis.parameter
        for nama in jenis.parameter:
            self.fields[nama] = _isian(nama, hari_ini)

    def clean_berkas(self) -> UploadedFile:
        """Refuse before the file is stored."""
        berkas: UploadedFile = self.cleaned_data["berkas"]
        if berkas.size and berkas.size > MAKS_UKURAN:
            raise forms.ValidationError("Berkas lebih besar dari 50 MB. Bagi menjadi beberapa.")
        return berkas

    def clean_per(self) -> date:
        """A file cannot know the future."""
        per: date = self.cleaned_data["per"]
        if per > self.hari_ini:
            raise forms.ValidationError("Tanggal ini belum tiba. Isi hari berkas diunduh.")
        return per

    @property
    def isi_parameter(self) -> dict[str, str]:
        """What the kind wanted to know, as text."""
        return {nama: str(self.cleaned_data[nama]) for nama in self.parameter}


def _isian(nama: str, hari_ini: date) -> forms.Field:
    if nama == "tahun":
        return forms.IntegerField(
            label="Tahun penilaian", min_value=TAHUN_AWAL, max_value=hari_ini.year,
            initial=hari_ini.year - 1, help_text="Tahun kinerja yang dinilai dalam berkas ini.",
        )  # fmt: skip
    if nama == "periode":
        return forms.CharField(
            label="Kode periode", max_length=20,
            help_text="Periode yang sudah dibuka, misalnya 2025, 2025-TW1, atau 2025-03.",
            error_messages={"required": "Isi kode periodenya, misalnya 2025-TW1."},
        )  # fmt: skip
    return forms.CharField(label=nama.replace("_", " ").capitalize(), max_length=100)


class PemetaanForm(forms.Form):
    """Which column of the file is which of ours; empty means: leave it out."""

    def __init__(
        self, *args: Any, kepala: Sequence[Sequence[Any]], kolom: Sequence[Column], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kepala = kepala
        self.kolom = kolom
        judul = [satu[0] for satu in kepala]
        usul = usulkan(judul, kolom)
        for i, nama in enumerate(judul):
            self.fields[f"k{i}"] = forms.CharField(
                label=f"Kolom kami untuk {nama}", required=False, initial=usul[nama],
                max_length=100, widget=forms.TextInput(
                    attrs={"list": "kolom-kami", "class": "form-control form-control-sm",
                           "autocomplete": "off"}
                ),
            )  # fmt: skip

    def baris(self) -> Iterable[tuple[str, list[str], forms.BoundField]]:
        """(header, samples, field) for the table."""
        for i, (judul, contoh) in enumerate(self.kepala):
            yield judul, contoh, self[f"k{i}"]

    def clean(self) -> dict[str, Any]:
        """Every name is one of ours, none twice, the needed ones all there."""
        dikenal = {kunci_kepala(k.header): k.header for k in self.kolom}
        terpakai: dict[str, str] = {}
        self.pemetaan: dict[str, str] = {}
        for i, (judul, _) in enumerate(self.kepala):
            ketikan = self.cleaned_data.get(f"k{i}", "")
            milik = dikenal.get(kunci_kepala(ketikan), "")
            if ketikan and not milik:
                self.add_error(f"k{i}", f"“{ketikan}” bukan nama kolom kami. Pilih dari daftar.")
            elif milik in terpakai:
                self.add_error(f"k{i}", f"{milik} sudah dipasangkan dengan {terpakai[milik]}.")
            elif milik:
                terpakai[milik] = judul
            self.pemetaan[judul] = milik
        kurang = [k.header for k in self.kolom if k.wajib and k.header not in terpakai]
        if kurang:
            raise forms.ValidationError(f"Kolom wajib belum dipasangkan: {', '.join(kurang)}.")
        return self.cleaned_data
