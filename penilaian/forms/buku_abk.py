"""Which office, and how: the choices of the pages that hand out workbooks, forms and charts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import Http404

from organisasi.izin import Izin
from organisasi.models import Pengguna, UnitKerja

BARIS_KOSONG = [("3", "3 baris"), ("0", "tidak ada"), ("10", "10 baris")]
SELURUH = "Seluruh jangkauan saya"


class PilihUnitForm(forms.Form):
    """An office within reach; nothing chosen: everything within reach. Lives in the address."""

    unit = forms.ModelChoiceField(
        label="Unit", queryset=UnitKerja.objects.none(), required=False, empty_label=SELURUH
    )
    kosong = forms.ChoiceField(
        label="Baris kosong per jabatan", choices=BARIS_KOSONG, required=False
    )

    def __init__(self, *args: Any, pengguna: Pengguna, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.terjangkau = UnitKerja.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
        unit: Any = self.fields["unit"]
        unit.queryset = self.terjangkau.select_related("opd")
        unit.widget.attrs |= {"class": "form-select", "id": "pilih-unit"}
        self.fields["kosong"].widget.attrs |= {"class": "form-select", "id": "pilih-kosong"}

    @property
    def baris_kosong(self) -> int:
        """Lines to write into, of a form that was asked for its unit."""
        return int(self.cleaned_data["kosong"] or BARIS_KOSONG[0][0])

    def unit_terpilih(self) -> UnitKerja | None:
        """The office, or None; one that is out of reach does not exist."""
        if not self.is_valid():
            raise Http404
        satu: UnitKerja | None = self.cleaned_data["unit"]
        kepala = self.terjangkau.filter(pk__in=self.terjangkau.values("opd")).order_by("nama")
        # The choice shows the offices at the top; others are chosen from the chart or their page.
        pilihan = [("", SELURUH), *((u.pk, u.nama) for u in kepala)]
        if satu is not None and satu.pk not in {u.pk for u in kepala}:
            pilihan.append((satu.pk, satu.nama))
        self.fields["unit"].widget.choices = pilihan  # type: ignore[attr-defined]
        return satu
