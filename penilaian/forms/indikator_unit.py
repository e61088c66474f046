"""What a person types about unit indicators and their results."""

from __future__ import annotations

from typing import Any

from django import forms

from penilaian.forms.tim import angka, hari
from penilaian.forms.tim_target import ARAH, BerkasBukti
from penilaian.models import CapaianUnit, IndikatorUnit, SumberIndikatorUnit
from penilaian.policies.indikator_unit import angka_mustahil


class _NamaForm(forms.Form):
    """What may be corrected later."""

    nama = forms.CharField(
        label="Nama indikator", max_length=255, error_messages={"required": "Isi namanya."}
    )
    dasar = forms.CharField(label="Dasar", required=False, max_length=255)


class IndikatorForm(_NamaForm):
    """A new indicator of a unit."""

    kode = forms.SlugField(
        label="Kode", max_length=30, help_text="Huruf, angka, dan tanda hubung; misalnya IKM-1.",
        error_messages={
            "required": "Isi kodenya.", "invalid": "Kode hanya huruf, angka, dan tanda hubung.",
        },
    )  # fmt: skip
    sumber = forms.ChoiceField(label="Sumber", choices=SumberIndikatorUnit.choices)
    satuan = forms.CharField(
        label="Satuan", max_length=40, help_text="Misalnya: hari, pengaduan, nilai, %.",
        error_messages={"required": "Isi satuannya."},
    )  # fmt: skip
    arah = forms.ChoiceField(label="Arah", choices=ARAH)
    mulai = hari("Dipakai sejak")
    field_order = ("kode", "nama", "sumber", "satuan", "arah", "dasar", "mulai")

    def __init__(self, *args: Any, unit: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit

    def clean_kode(self) -> str:
        """One in its unit, whatever the case."""
        kode = str(self.cleaned_data["kode"]).upper()
        if IndikatorUnit.objects.filter(unit=self.unit, kode=kode).exists():
            raise forms.ValidationError(f"Kode {kode} sudah dipakai unit ini.")
        return kode


class UbahIndikatorForm(_NamaForm):
    """Name, basis and the last day."""

    selesai = hari("Dipakai sampai", wajib=False, bantuan="Kosongkan selama masih dipakai.")

    def __init__(self, *args: Any, satu: IndikatorUnit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.satu = satu
        for nama in self.fields:
            self.fields[nama].initial = getattr(satu, nama)

    def clean_selesai(self) -> Any:
        """Not before it began."""
        selesai = self.cleaned_data["selesai"]
        if selesai is not None and selesai < self.satu.mulai:
            raise forms.ValidationError("Tanggal ini sebelum indikator mulai dipakai.")
        return selesai


class CapaianForm(forms.Form):
    """Target and value of one period with their source."""

    target = angka("Target")
    nilai = angka(
        "Nilai yang dicapai", wajib=False,
        bantuan="Kosongkan bila belum diketahui; kosong tidak pernah dihitung nol.",
    )  # fmt: skip
    sumber = forms.CharField(
        label="Sumber angka", max_length=255, help_text="Misalnya: laporan survei semester II.",
        error_messages={"required": "Sebutkan dari mana angkanya."},
    )  # fmt: skip
    bukti = BerkasBukti("Dapat dibuka yang mengelola atau melihat nilai unit ini.")

    def __init__(
        self, *args: Any, indikator: IndikatorUnit, satu: CapaianUnit | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.indikator = indikator
        for nama in ("target", "nilai", "sumber") if satu else ():
            self.fields[nama].initial = getattr(satu, nama)
        if satu is not None and satu.bukti_id is not None:
            self.fields["bukti"].label = "Ganti berkas bukti"

    def clean(self) -> dict[str, Any]:
        """An index of satisfaction lies between 25 and 100."""
        isi = super().clean() or {}
        for nama in ("target", "nilai"):
            if salah := angka_mustahil(self.indikator.sumber, isi.get(nama)):
                self.add_error(nama, salah)
        return isi
