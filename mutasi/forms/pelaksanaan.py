"""The shape of what is recorded after a decree, and the filters of its lists."""

from __future__ import annotations

from copy import copy
from datetime import date
from typing import Any

from django import forms

from mutasi.selectors.keadaan_pada import MACAM, MAKS_TAHUN
from mutasi.selectors.pelaksanaan_layar import TUNGGU
from organisasi.models import UnitKerja
from pegawai.kernel.masa import tambah_tahun
from penilaian.forms.saringan import Saringan
from toolkit.formulir import hari


class BatalLantikForm(forms.Form):
    """Why an inauguration does not take place."""

    alasan = forms.CharField(
        label="Alasan", min_length=10, max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tercatat di jejak. Tulis sebabnya tanpa menyebut nama peserta.",
    )  # fmt: skip


class SaringanPelaksanaan(Saringan):
    """Which cases after a decree."""

    awalan = "s"

    q = forms.CharField(label="Nama, NIP, jabatan, atau berkas", required=False, max_length=100,
                        widget=forms.TextInput(attrs={"type": "search"}))  # fmt: skip
    tunggu = forms.ChoiceField(label="Keadaan", choices=list(TUNGGU.items()), required=False)

    def isi(self) -> dict[str, str]:
        """What was asked for; a wrong value filters nothing."""
        self.is_valid()
        return {nama: self.cleaned_data.get(nama, "") for nama in self.fields}


class SaringanKeadaan(Saringan):
    """A day ahead, and which posts of it."""

    awalan = "s"

    tanggal = hari("Tanggal", wajib=False)
    opd = forms.ModelChoiceField(
        label="Perangkat daerah", queryset=UnitKerja.objects.none(), required=False,
        empty_label="Semua",
    )  # fmt: skip
    macam = forms.ChoiceField(label="Tampilkan", choices=list(MACAM.items()), required=False)
    q = forms.CharField(label="Jabatan atau unit", required=False, max_length=100,
                        widget=forms.TextInput(attrs={"type": "search"}))  # fmt: skip

    def __init__(self, *args: Any, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.per = per
        opd: Any = self.fields["opd"]
        opd.queryset = UnitKerja.objects.filter(
            pk__in=UnitKerja.objects.aktif(per).values("opd")
        ).order_by("nama")
        self.is_valid()
        self.bersih: dict[str, Any] = self.cleaned_data
        # The box shows the day that is shown below it, asked for or not.
        ditampilkan: Any = copy(self.data)  # what was sent cannot be written to
        ditampilkan["tanggal"] = self.hari.isoformat()
        self.data = ditampilkan

    @property
    def hari(self) -> date:
        """The day asked for; without one, the first of the next quarter of a year."""
        akhir = tambah_tahun(self.per, MAKS_TAHUN)
        diminta = self.bersih.get("tanggal")
        return min(max(diminta, self.per), akhir) if diminta else _triwulan(self.per)

    @property
    def kalimat_hari(self) -> str:
        """Why another day is shown than the one asked for; empty when it is that one."""
        diminta = self.bersih.get("tanggal")
        if diminta is None or diminta == self.hari:
            return ""
        if diminta < self.per:
            return "Hari yang sudah lewat dibaca di riwayat jabatan; ditampilkan keadaan hari ini."
        return f"Keadaan dihitung paling jauh {MAKS_TAHUN} tahun ke depan."

    def isi(self) -> dict[str, Any]:
        """As the selector wants it."""
        opd = self.bersih.get("opd")
        return {
            "opd": opd.pk if opd else None,
            "q": self.bersih.get("q", ""),
            "macam": self.bersih.get("macam", ""),
        }

    def kalimat(self) -> str:
        """The filters in words, for the export and the access log."""
        opd, macam = self.bersih.get("opd"), self.bersih.get("macam", "")
        kata = [f"pada {self.hari:%d-%m-%Y}", opd.nama if opd else "", MACAM.get(macam, "")]
        return "; ".join(satu for satu in (*kata, self.bersih.get("q", "")) if satu)


def _triwulan(per: date) -> date:
    bulan = (per.month - 1) // 3 * 3 + 4
    return date(per.year + (bulan > 12), (bulan - 1) % 12 + 1, 1)


class SpmtForm(forms.Form):
    """The statement of the receiving head."""

    nomor = forms.CharField(label="Nomor SPMT", max_length=100)
    tanggal = hari("Tanggal surat")
    mulai = hari("Melaksanakan tugas sejak", bantuan="Paling awal pada TMT.")


class SiasnForm(forms.Form):
    """What SIASN gave back."""

    siasn_id = forms.CharField(
        label="Id riwayat jabatan di SIASN", max_length=64,
        help_text="Disalin dari riwayat jabatan yang baru diunggah ke SIASN.",
    )  # fmt: skip


class SerahTerimaForm(forms.Form):
    """One item of the handover."""

    catatan = forms.CharField(required=False, max_length=255)


class AcaraForm(forms.Form):
    """An inauguration."""

    tanggal = hari("Hari pelantikan")
    undangan = hari(
        "Undangan disampaikan",
        bantuan="Tertulis, paling lambat satu hari kerja sebelum pelantikan.",
    )
    tempat = forms.CharField(label="Tempat", max_length=150)
    pejabat = forms.CharField(
        label="Dilantik oleh", max_length=200, help_text="PPK atau pejabat yang ditunjuknya."
    )
    saksi_satu = forms.CharField(label="Saksi pertama", max_length=200, required=False)
    saksi_dua = forms.CharField(label="Saksi kedua", max_length=200, required=False)
    rohaniwan = forms.CharField(label="Rohaniwan", max_length=200, required=False)


class HadirForm(forms.Form):
    """Who was there: ticked; all others stayed away."""

    hadir = forms.TypedMultipleChoiceField(
        label="Hadir", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    keterangan = forms.CharField(
        label="Sebab yang tidak hadir", max_length=150, required=False,
        help_text="Mereka tetap menunggu dan dapat dijadwalkan lagi.",
    )  # fmt: skip

    def __init__(self, *args: Any, peserta: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._peserta = peserta
        hadir: Any = self.fields["hadir"]
        hadir.choices = [(pk, str(pk)) for pk in peserta]

    def isi(self) -> dict[str, Any]:
        """As the act wants it."""
        datang = self.cleaned_data["hadir"]
        return {
            "hadir": datang,
            "tidak_hadir": sorted(set(self._peserta) - set(datang)),
            "keterangan": self.cleaned_data["keterangan"],
        }
