"""The shape of what is recorded about a signer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from mutasi.kernel.jenis import NAMA_JENJANG, pilihan
from mutasi.models import KedudukanTandaTangan, Penandatangan
from mutasi.selectors.penandatangan import calon_penandatangan
from mutasi.services.penandatangan import IsiPenandatangan
from organisasi.models import Pengguna
from toolkit.formulir import hari


class PenandatanganForm(forms.Form):
    """Who, in what capacity, for which levels, from when, on which paper."""

    pengguna = forms.ModelChoiceField(
        label="Siapa", queryset=Pengguna.objects.none(), empty_label="Pilih",
        help_text="PPK, PyB, dan Kepala BKPSDM; Anda sendiri tidak ada di daftar ini.",
    )  # fmt: skip
    kedudukan = forms.ChoiceField(label="Kedudukan", choices=KedudukanTandaTangan.choices)
    sebutan = forms.CharField(
        label="Sebutan jabatan di SK", max_length=150, help_text="Misalnya BUPATI CONTOH."
    )
    jenjang = forms.MultipleChoiceField(
        label="Jenjang jabatan", required=False, choices=pilihan(NAMA_JENJANG),
        widget=forms.CheckboxSelectMultiple,
        help_text="Kosong berarti semua jenjang; wajib diisi untuk pendelegasian.",
    )  # fmt: skip
    antar_instansi = forms.BooleanField(label="Juga perpindahan antarinstansi", required=False)
    mulai = hari("Mulai")
    selesai = hari("Berakhir", "Kosongkan bila tanpa batas.", wajib=False)
    dasar = forms.CharField(label="Nomor keputusan", max_length=255)
    izin_mendagri = forms.CharField(
        label="Nomor persetujuan Mendagri", max_length=150, required=False,
        help_text="Untuk penjabat, Plt., dan Plh. (H13); dapat dilengkapi kemudian.",
    )  # fmt: skip
    pertek_bkn = forms.CharField(
        label="Nomor pertimbangan teknis BKN", max_length=150, required=False
    )

    def __init__(self, *args: Any, oleh: Pengguna, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        siapa: Any = self.fields["pengguna"]
        siapa.queryset = calon_penandatangan(oleh, per=per)
        self.fields["mulai"].initial = per

    def clean(self) -> dict[str, Any]:
        """The end lies after the beginning; a delegation names its levels."""
        data: dict[str, Any] = super().clean() or {}
        mulai, selesai = data.get("mulai"), data.get("selesai")
        if mulai and selesai and selesai <= mulai:
            self.add_error("selesai", "Kewenangan berakhir sesudah mulai.")
        if data.get("kedudukan") == KedudukanTandaTangan.DELEGASI and not data.get("jenjang"):
            self.add_error("jenjang", "Sebutkan jenjang yang didelegasikan.")
        return data

    def isian(self) -> tuple[Pengguna, IsiPenandatangan]:
        """As the act takes it."""
        data = dict(self.cleaned_data)
        return data.pop("pengguna"), IsiPenandatangan(**data)


class IzinForm(forms.Form):
    """The numbers an acting head still needs."""

    izin_mendagri = forms.CharField(
        label="Nomor persetujuan Mendagri", max_length=150, required=False
    )
    pertek_bkn = forms.CharField(
        label="Nomor pertimbangan teknis BKN", max_length=150, required=False
    )

    @classmethod
    def untuk(cls, data: Any, satu: Penandatangan) -> IzinForm:
        """Only what is not there yet."""
        form = cls(data or None, auto_id="izin-%s")
        for nama in [n for n in form.fields if getattr(satu, n)]:
            del form.fields[nama]
        return form

    def isian(self) -> dict[str, str]:
        """Both numbers; empty where nothing was asked."""
        return {n: self.cleaned_data.get(n, "") for n in ("izin_mendagri", "pertek_bkn")}


class AkhiriForm(forms.Form):
    """From which day he signs no more, and why."""

    selesai = hari("Tidak lagi sejak")
    alasan = forms.CharField(
        label="Alasan", min_length=10, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
