"""For which office a list is printed; the choice lives in the address."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import Http404

from organisasi.izin import Izin
from organisasi.models import Pengguna, UnitKerja


class UnitCetakForm(forms.Form):
    """An office within reach; nothing chosen: everything within reach."""

    unit = forms.ModelChoiceField(
        label="Unit", queryset=UnitKerja.objects.none(), required=False,
        empty_label="Seluruh jangkauan saya",
    )  # fmt: skip

    def __init__(
        self, *args: Any, pengguna: Pengguna, izin: Izin, per: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.terjangkau = UnitKerja.objects.for_user(pengguna, izin, per=per)
        unit: Any = self.fields["unit"]
        unit.queryset = self.terjangkau
        unit.widget.attrs |= {"class": "form-select", "id": "cetak-unit"}

    def unit_terpilih(self) -> UnitKerja | None:
        """The office, or None; one that is out of reach does not exist."""
        if not self.is_valid():
            raise Http404
        satu: UnitKerja | None = self.cleaned_data["unit"]
        kepala = self.terjangkau.filter(pk__in=self.terjangkau.values("opd")).order_by("nama")
        # The choice shows the offices at the top; a school is chosen from its own page.
        pilihan = [("", "Seluruh jangkauan saya"), *((u.pk, u.nama) for u in kepala)]
        if satu is not None and satu.pk not in {u.pk for u in kepala}:
            pilihan.append((satu.pk, satu.nama))
        self.fields["unit"].widget.choices = pilihan  # type: ignore[attr-defined]
        return satu
