"""The shape of an objection to a decree, of a letter of objection, and of the ruling."""

from __future__ import annotations

from django import forms

from mutasi.services.keberatan_mutasi import MIN_ALASAN, Surat
from toolkit.formulir import hari

KEADAAN = [("", "Menunggu putusan"), ("semua", "Semua")]


class KeberatanForm(forms.Form):
    """Why one objects."""

    alasan = forms.CharField(
        label="Alasan keberatan", min_length=MIN_ALASAN, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=f"Paling sedikit {MIN_ALASAN} huruf: apa yang keliru dalam keputusan dan apa "
        "yang Anda minta.",
    )  # fmt: skip


class SuratKeberatanForm(KeberatanForm):
    """A letter that came on paper."""

    nomor = forms.CharField(label="Nomor surat", max_length=100)
    diterima = hari("Surat diterima pada", bantuan="Hari pada tanda terima surat; ini yang "
                    "menentukan apakah masih tepat waktu.")  # fmt: skip
    field_order = ("nomor", "diterima", "alasan")

    def surat(self) -> Surat:
        """As the act wants it."""
        return Surat(self.cleaned_data["nomor"], self.cleaned_data["diterima"])


class PutusanForm(forms.Form):
    """The ruling of the PPK."""

    kabul = forms.TypedChoiceField(
        label="Putusan", coerce=lambda nilai: nilai == "ya", widget=forms.RadioSelect,
        choices=[("ya", "Dikabulkan: keputusan dicabut atau diralat"),
                 ("tidak", "Ditolak: keputusan tetap")],
    )  # fmt: skip
    pertimbangan = forms.CharField(
        label="Pertimbangan", max_length=4000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Dibaca oleh pegawai yang mengajukan keberatan.",
    )  # fmt: skip
