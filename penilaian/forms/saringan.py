"""What the filters of the needs pages share."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from organisasi.izin import Izin
from organisasi.models import Pengguna, UnitKerja
from organisasi.models.unit import UnitKerjaQuerySet


class Saringan(forms.Form):
    """Filters live in the address; one that makes no sense filters nothing."""

    awalan = "saring"  # of the ids: a page may hold another form with the same names

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, bidang in self.fields.items():
            bidang.widget.attrs["id"] = f"{self.awalan}-{nama}"
            if not isinstance(bidang, forms.BooleanField):
                pilihan = isinstance(bidang, forms.ChoiceField)
                bidang.widget.attrs["class"] = "form-select" if pilihan else "form-control"


def opd_terlihat(pengguna: Pengguna, *, per: date) -> UnitKerjaQuerySet:
    """The OPD of which this person sees the needs of at least one unit, by name."""
    terlihat = UnitKerja.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
    return UnitKerja.objects.filter(pk__in=terlihat.values("opd")).order_by("nama")
