"""Shapes of what a person types about a needs sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, BinaryIO, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import RegexValidator
from django.http import QueryDict

from organisasi.services.impor_berkas import MAKS_UKURAN
from pegawai.models import MacamPadanan
from pegawai.selectors.padanan import KELOMPOK
from penilaian.kernel.lembar_pola import Pola
from penilaian.selectors.lembar_padan import ABAIKAN
from penilaian.services.lembar_baca import periksa_unggahan
from penilaian.services.padanan import Keputusan
from toolkit.tabular import BerkasDitolak

_SASARAN = re.compile(rf"(?:(\d{{1,18}})|{KELOMPOK}(.{{1,120}})|({ABAIKAN}))\|(\d{{1,3}})")
_HURUF = RegexValidator(r"^[A-Za-z]{1,3}$", "Isi huruf kolom seperti yang terlihat di Excel: A, B.")


class UnggahLembarForm(forms.Form):
    """A workbook and the day it speaks for."""

    berkas = forms.FileField(
        label="Buku kerja",
        help_text="Excel (.xlsx), paling besar 50 MB. Kepala bertingkat dan sel gabungan boleh.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={
            "required": "Pilih buku kerja yang akan dibaca.",
            "empty": "Berkas ini kosong. Simpan ulang, lalu pilih lagi.",
        },
    )
    per = forms.DateField(
        label="Keadaan per tanggal",
        help_text="Hari yang diterangkan buku kerja ini; menjadi dasar penetapan kebutuhannya.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Isi tanggal keadaan buku kerja."},
    )

    def __init__(self, *args: Any, hari_ini: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hari_ini = hari_ini
        self.fields["per"].initial = hari_ini

    def clean_berkas(self) -> UploadedFile:
        """Refuse before anything is stored, with the sentence that says what to do."""
        berkas: UploadedFile = self.cleaned_data["berkas"]
        if berkas.size and berkas.size > MAKS_UKURAN:
            raise forms.ValidationError("Berkas lebih besar dari 50 MB. Bagi menjadi beberapa.")
        try:
            periksa_unggahan(cast("BinaryIO", berkas), berkas.name or "")
        except BerkasDitolak as galat:
            raise forms.ValidationError(galat.pesan) from galat
        return berkas

    def clean_per(self) -> date:
        """A workbook cannot know the future."""
        per: date = self.cleaned_data["per"]
        if per > self.hari_ini:
            raise forms.ValidationError("Tanggal ini belum tiba. Isi hari keadaan buku kerja.")
        return per


class PolaForm(forms.Form):
    """How a sheet is read: the sheet, the first row, the columns by letter."""

    lembar = forms.ChoiceField(label="Lembar")
    baris_pertama = forms.IntegerField(
        label="Baris data pertama", min_value=1, max_value=100_000,
        help_text="Baris pertama di bawah kepala tabel.",
    )  # fmt: skip
    nama = forms.CharField(label="Kolom nama unit dan jabatan", max_length=3, validators=[_HURUF])
    kebutuhan = forms.CharField(label="Kolom kebutuhan (ABK)", max_length=3, validators=[_HURUF])
    bezetting = forms.CharField(
        label="Kolom bezetting", max_length=3, validators=[_HURUF], required=False
    )
    unit = forms.CharField(
        label="Kolom nama unit per baris", max_length=3, validators=[_HURUF], required=False,
        help_text="Kosongkan bila unit hanya ditulis sebagai judul.",
    )  # fmt: skip
    jenis = forms.CharField(
        label="Kolom jenis jabatan", max_length=3, validators=[_HURUF], required=False,
        help_text="Misalnya FT atau JFU. Baris berjenis tidak pernah menjadi judul unit.",
    )  # fmt: skip
    urut = forms.CharField(
        label="Kolom nomor urut perangkat daerah", max_length=3, validators=[_HURUF],
        required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, lembar: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lembar"].choices = [(nama, nama) for nama in lembar]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """No column is two things."""
        isi = super().clean() or {}
        terpakai: dict[str, str] = {}
        for nama in ("nama", "kebutuhan", "bezetting", "unit", "jenis", "urut"):
            huruf = str(isi.get(nama) or "").upper()
            isi[nama] = huruf
            if huruf and huruf in terpakai:
                label = self.fields[terpakai[huruf]].label
                self.add_error(nama, f"Kolom {huruf} sudah dipakai untuk “{label}”.")
            terpakai[huruf] = nama
        return isi

    def pola(self) -> Pola:
        """What the person chose."""
        return Pola.dari_json(self.cleaned_data)


class PutusanForm(forms.Form):
    """Decisions about the names that were ticked: ``pilih`` the numbers, ``t-n`` the name as it is
    remembered, ``s-n`` the target with its score."""

    alasan = forms.CharField(
        label="Alasan keputusan",
        max_length=255,
        help_text="Tersimpan bersama setiap padanan yang Anda putuskan sekarang.",
        error_messages={"required": "Tuliskan alasan keputusan ini."},
    )

    def __init__(self, data: QueryDict | None, *, macam: MacamPadanan, alasan: str) -> None:
        super().__init__(data, initial={"alasan": alasan})
        self.macam = macam
        self.keputusan: list[Keputusan] = []

    def clean(self) -> dict[str, Any]:
        """Every ticked name has a target."""
        data = cast("QueryDict", self.data)
        for nomor in data.getlist("pilih"):
            teks = data.get(f"t-{nomor}", "").strip()
            temu = _SASARAN.fullmatch(data.get(f"s-{nomor}", ""))
            if not teks or temu is None:
                raise forms.ValidationError(f"Pilih sasaran untuk “{teks or nomor}”.")
            ke, rumpun, abaikan, skor = temu.groups()
            self.keputusan.append(
                Keputusan(
                    self.macam, teks, ke_id=int(ke) if ke else None, rumpun=rumpun or "",
                    abaikan=bool(abaikan), skor=min(int(skor), 100),
                )
            )  # fmt: skip
        if not self.keputusan:
            raise forms.ValidationError("Centang dahulu nama yang diputuskan.")
        return super().clean() or {}
