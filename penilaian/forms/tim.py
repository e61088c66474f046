"""What a person types about teams: the paper, a membership, its end."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from pegawai.models import Pegawai
from penilaian.models import AnggotaTim, PeranTim, TimKerja
from penilaian.policies.tim import Masa
from penilaian.selectors.tim import pegawai_bernip

KEADAAN = [
    ("", "Semua"), ("bekerja", "Sedang bekerja"), ("berakhir", "Sudah berakhir"),
    ("saya", "Tim saya"),
]  # fmt: skip


def hari(label: str, *, wajib: bool = True, bantuan: str = "") -> forms.DateField:
    """A day, as every form of this room asks for one."""
    return forms.DateField(
        label=label, required=wajib, help_text=bantuan,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Isi tanggalnya.", "invalid": "Tanggal ini tidak terbaca."},
    )  # fmt: skip


def angka(
    label: str, *, wajib: bool = True, bantuan: str = "", atas: Decimal | None = None
) -> forms.DecimalField:
    """An exact number with a comma, two decimals, not below zero."""
    return forms.DecimalField(
        label=label, required=wajib, min_value=Decimal(0), max_value=atas, max_digits=14,
        decimal_places=2, localize=True, help_text=bantuan,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "required": "Isi angkanya.", "invalid": "Tulis angkanya saja, misalnya 82,5.",
            "min_value": "Angka ini tidak dapat kurang dari nol.",
        },
    )  # fmt: skip


class TimForm(forms.Form):
    """The paper of a team; its last day only while it is formed."""

    nama = forms.CharField(
        label="Nama tim", max_length=255, error_messages={"required": "Isi nama tim."}
    )
    mandat = forms.CharField(
        label="Mandat", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang harus dihasilkan tim ini.",
        error_messages={"required": "Isi apa yang harus dihasilkan tim ini."},
    )  # fmt: skip
    dasar = forms.CharField(
        label="Nomor SK atau surat tugas", max_length=255,
        error_messages={"required": "Isi nomor SK atau surat tugasnya."},
    )  # fmt: skip
    mulai = hari("Mulai")
    selesai = hari(
        "Sampai", wajib=False, bantuan="Kosongkan bila surat tugasnya tanpa batas waktu."
    )

    def __init__(self, *args: Any, tim: TimKerja | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if tim is not None:
            del self.fields["selesai"]
            for nama in self.fields:
                self.fields[nama].initial = getattr(tim, nama)

    def clean(self) -> dict[str, Any]:
        """The end is not before the beginning."""
        isi = super().clean() or {}
        if isi.get("mulai") and isi.get("selesai") and isi["selesai"] < isi["mulai"]:
            self.add_error("selesai", "Tanggal ini sebelum tim mulai.")
        return isi


class _KerjaForm(forms.Form):
    """What somebody does in a team, and how much of his team work it is."""

    peran = forms.ChoiceField(label="Peran", choices=PeranTim.choices, initial=PeranTim.ANGGOTA)
    tugas = forms.CharField(label="Tugas di tim", required=False, max_length=255)
    porsi = forms.DecimalField(
        label="Porsi (persen)", max_value=Decimal(100), min_value=Decimal("0.01"), max_digits=5,
        decimal_places=2, localize=True, initial=100,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        help_text="Bagian tim ini dari seluruh kerja timnya: 100 bila hanya di tim ini, misalnya "
        "60 dan 40 bila ia bekerja di dua tim.",
        error_messages={
            "required": "Isi porsinya.", "max_value": "Porsi paling besar 100 persen.",
            "min_value": "Porsi lebih dari 0 persen.", "invalid": "Tulis angkanya saja.",
        },
    )  # fmt: skip


class AnggotaForm(_KerjaForm):
    """Somebody new, by his exact number."""

    nip = forms.CharField(
        label="NIP atau NI PPPK", max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="Pegawai unit lain boleh menjadi anggota: tulis NIP lengkapnya.",
        error_messages={"required": "Tulis NIP, atau cari namanya di atas lalu pilih."},
    )  # fmt: skip
    mulai = hari("Mulai")
    selesai = hari("Sampai", wajib=False, bantuan="Kosongkan bila belum ditentukan.")
    field_order = ("nip", "peran", "tugas", "porsi", "mulai", "selesai")
    pegawai: Pegawai

    def clean_nip(self) -> str:
        """18 digits of somebody in service; blanks as printed do not count."""
        nip = "".join(self.cleaned_data["nip"].split())
        if len(nip) != 18 or not nip.isdecimal():
            raise forms.ValidationError("NIP dan NI PPPK terdiri atas 18 angka. Periksa lagi.")
        orang = pegawai_bernip(nip)
        if orang is None:
            raise forms.ValidationError("Tidak ada pegawai aktif dengan NIP ini. Periksa angkanya.")
        self.pegawai = orang
        return nip

    @property
    def masa(self) -> Masa:
        """From when until when, and as what."""
        isi = self.cleaned_data
        return Masa(isi["mulai"], isi["selesai"], isi["peran"])


class UbahAnggotaForm(_KerjaForm):
    """From which day on something changes."""

    mulai = hari(
        "Berlaku mulai",
        bantuan="Sampai hari sebelumnya peran dan porsi yang lama tetap dihitung.",
    )
    field_order = ("peran", "tugas", "porsi", "mulai")

    def __init__(self, *args: Any, anggota: AnggotaTim, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("peran", "tugas", "porsi"):
            self.fields[nama].initial = getattr(anggota, nama)

    @property
    def masa(self) -> Masa:
        """Open, as the membership was."""
        return Masa(self.cleaned_data["mulai"], None, self.cleaned_data["peran"])


class AkhiriForm(forms.Form):
    """The last day."""

    selesai = hari("Hari terakhir", bantuan="Hari ini masih dihitung.")


class BubarkanForm(AkhiriForm):
    """The last day of a team, and why."""

    alasan = forms.CharField(
        label="Alasan", min_length=10, max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Sebutkan alasannya.", "min_length": "Alasan paling sedikit 10 huruf.",
        },
    )  # fmt: skip
