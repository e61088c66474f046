"""The filters of the pages of completeness; one that makes no sense filters nothing."""

from __future__ import annotations

from typing import Any

from django import forms

from organisasi.models import UnitKerja
from penilaian.selectors.kelengkapan import TANPA, Bingkai, SaringanKerja


class SaringanKerjaForm(forms.Form):
    """The period is part of the address and travels along."""

    opd = forms.ChoiceField(label="Perangkat daerah", required=False)
    sumber = forms.ChoiceField(label="Sumber yang kurang", required=False)
    q = forms.CharField(label="Nama atau NIP", required=False, max_length=100)
    unit = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, bingkai: Bingkai, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        opd: Any = self.fields["opd"]
        opd.choices = [("", "Semua"), *_opd(bingkai), (TANPA, "Belum punya unit")]
        sumber: Any = self.fields["sumber"]
        sumber.choices = [
            ("", "Semua yang belum lengkap"),
            *((s.kunci, s.nama) for s in bingkai.ukur.sumber),
        ]
        for nama, bidang in self.fields.items():
            gaya = "form-select" if isinstance(bidang, forms.ChoiceField) else "form-control"
            bidang.widget.attrs |= {"id": f"saring-{nama}", "class": gaya}

    def isi(self) -> SaringanKerja:
        """What was understood."""
        self.is_valid()
        c = self.cleaned_data
        unit = c.get("unit")
        return SaringanKerja(
            opd=c.get("opd", ""), unit=unit if unit and unit < 2**31 else None,
            sumber=c.get("sumber", ""), cari=c.get("q", "").strip(),
        )  # fmt: skip


def _opd(bingkai: Bingkai) -> list[tuple[str, str]]:
    """Offices of which the reader reaches at least one unit, by name."""
    terlihat = bingkai.jangkauan.saring(UnitKerja.objects.all(), prefix="")
    rows = UnitKerja.objects.filter(pk__in=terlihat.values("opd")).order_by("nama")
    return [(str(pk), nama) for pk, nama in rows.values_list("pk", "nama")]
