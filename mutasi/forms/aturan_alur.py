"""The shape of a proposal of other gates, and of the word that ends one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from mutasi.models import AturanAlur
from mutasi.policies.aturan_alur import DAPAT_DIWAJIBKAN, cela_gerbang


class AturanAlurForm(forms.Form):
    """Which gates, from which day, on which basis."""

    gerbang = forms.MultipleChoiceField(
        label="Langkah wajib",
        choices=[(g.value, g.label) for g in DAPAT_DIWAJIBKAN],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tandai sedikitnya satu langkah."},
    )
    mulai = forms.DateField(
        label="Berlaku sejak",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Hanya usulan yang diajukan sejak hari itu yang mengikutinya.",
    )
    dasar = forms.CharField(label="Dasar hukum", max_length=255)
    catatan = forms.CharField(
        label="Mengapa diubah", max_length=255, min_length=10,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, jenis: str, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._jenis, self._per = jenis, per

    @classmethod
    def dari(cls, data: Any, aturan: AturanAlur | None, *, jenis: str, per: date) -> AturanAlurForm:
        """Filled with what counts now."""
        awal: dict[str, Any] = {"mulai": per}
        if aturan is not None:
            awal |= {"gerbang": aturan.gerbang, "dasar": aturan.dasar}
        return cls(data or None, initial=awal, jenis=jenis, per=per)

    def clean_mulai(self) -> date:
        """Not a day that has passed."""
        hari: date = self.cleaned_data["mulai"]
        if hari < self._per:
            raise forms.ValidationError("Langkah wajib tidak berlaku surut.")
        return hari

    def clean_gerbang(self) -> list[str]:
        """A list of gates that is a road."""
        gerbang: list[str] = self.cleaned_data["gerbang"]
        if cela := cela_gerbang(self._jenis, gerbang):
            raise forms.ValidationError(list(cela))
        return gerbang


class AlasanForm(forms.Form):
    """Why."""

    alasan = forms.CharField(
        label="Alasan", min_length=10, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
