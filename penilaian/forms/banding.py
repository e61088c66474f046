"""Available working time as a person fills it in beside ABK and WISN."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from penilaian.kernel.banding import IsianWaktu
from penilaian.kernel.hitungan import desimal

POTONGAN = {"libur": "libur nasional", "cuti": "cuti tahunan", "lain": "sakit, pelatihan, lainnya"}


def _hari(label: str, bantuan: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=120, help_text=bantuan,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "form-control"}),
        error_messages={"required": "Isi jumlah harinya; 0 bila tidak ada."},
    )  # fmt: skip


class WaktuForm(forms.Form):
    """Days and hours; in the address, so that a supposition can be sent to somebody."""

    pekan = forms.TypedChoiceField(
        label="Hari kerja sepekan", choices=[(5, "5 hari"), (6, "6 hari")], coerce=int,
        widget=forms.Select(attrs={"class": "form-select"}),
    )  # fmt: skip
    libur = _hari("Libur nasional (hari)")
    cuti = _hari("Cuti tahunan (hari)")
    lain = _hari("Sakit, pelatihan, lainnya (hari)")
    jam = forms.DecimalField(
        label="Jam kerja sehari", min_value=Decimal("0.5"), max_value=Decimal(24),
        max_digits=6, decimal_places=4, localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "form-control"}),
        help_text="Jam efektif sesudah kelonggaran; tulis 7,5 untuk jam formal.",
        error_messages={"required": "Isi jam kerja sehari."},
    )  # fmt: skip

    @classmethod
    def awal(cls, isian: IsianWaktu) -> dict[str, Any]:
        """The form filled with a time."""
        hari = {kunci: int(isian.potongan.get(nama, 0)) for kunci, nama in POTONGAN.items()}
        jam = Decimal(f"{desimal(isian.jam_per_hari).normalize():f}")
        return {"pekan": isian.hari_per_pekan, **hari, "jam": jam}

    @classmethod
    def dari(cls, data: Any) -> WaktuForm:
        """Bound when the address speaks of time at all."""
        return cls(data if "jam" in data or "pekan" in data else None)

    @property
    def isian(self) -> IsianWaktu | None:
        """What was filled in; None when nothing was, or not rightly."""
        if not self.is_bound or not self.is_valid():
            return None
        isi = self.cleaned_data
        potongan = {nama: isi[kunci] for kunci, nama in POTONGAN.items() if isi[kunci]}
        return IsianWaktu.isi(isi["pekan"], potongan, isi["jam"])

    def clean(self) -> dict[str, Any]:
        """At least one working day must be left."""
        isi = super().clean() or {}
        if not self.errors and sum(isi[kunci] for kunci in POTONGAN) >= isi["pekan"] * 52:
            self.add_error("lain", "Tidak ada hari kerja yang tersisa.")
        return isi
