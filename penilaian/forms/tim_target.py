"""What a person types about the targets of a team and about unit indicators."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet

from penilaian.forms.berkas import periksa_bukti
from penilaian.forms.tim import angka
from penilaian.models import ArahKriteria, IndikatorUnit, TargetTim
from penilaian.services.bukti import DITERIMA
from penilaian.services.tim_target import IsiTarget

ARAH = [
    (ArahKriteria.NAIK, "Makin tinggi makin baik"),
    (ArahKriteria.TURUN, "Makin rendah makin baik"),
]


class BerkasBukti(forms.FileField):
    """A file of evidence, looked into before it is stored."""

    def __init__(self, siapa: str) -> None:
        super().__init__(
            label="Berkas bukti", required=False,
            help_text=f"{DITERIMA}, paling besar 10 MB. {siapa}",
            error_messages={"empty": "Berkas bukti ini kosong. Pilih lagi berkasnya."},
        )  # fmt: skip

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The same judgement as the act, beside its field."""
        return periksa_bukti(super().clean(data, initial))


class _PilihIndikator(forms.ModelChoiceField):
    """Indicators with the unit they belong to."""

    def label_from_instance(self, obj: Any) -> str:
        """Which unit's it is."""
        return f"{obj.nama} ({obj.unit.nama})"


class TargetForm(forms.Form):
    """One target of a period: its own numbers, or those of a unit's indicator."""

    uraian = forms.CharField(
        label="Target", max_length=255, error_messages={"required": "Isi apa yang ditargetkan."},
        help_text="Misalnya: Berkas layanan selesai tepat waktu.",
    )  # fmt: skip
    bobot = forms.DecimalField(
        label="Bobot (persen)", min_value=Decimal("0.01"), max_value=Decimal(100), max_digits=5,
        decimal_places=2, localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "required": "Isi bobotnya.", "max_value": "Bobot paling besar 100.",
            "min_value": "Bobot lebih dari 0.", "invalid": "Tulis angkanya saja.",
        },
    )  # fmt: skip
    indikator_unit = _PilihIndikator(
        label="Angka dari indikator unit", queryset=IndikatorUnit.objects.none(), required=False,
        empty_label="Tidak, target dan realisasi dicatat di sini",
        help_text="Bila dipilih, satuan, arah, target, dan realisasi mengikuti indikator itu.",
    )  # fmt: skip
    satuan = forms.CharField(
        label="Satuan", max_length=40, required=False, help_text="Misalnya: berkas, hari, %."
    )
    arah = forms.ChoiceField(label="Arah", choices=ARAH, required=False)
    target = angka("Angka target", wajib=False)

    def __init__(
        self, *args: Any, indikator: QuerySet[IndikatorUnit], satu: TargetTim | None, sisa: Decimal,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        pilih: Any = self.fields["indikator_unit"]
        pilih.queryset = indikator
        self.fields["bobot"].initial = sisa if sisa > 0 else None
        if satu is not None:
            for nama in self.fields:
                self.fields[nama].initial = getattr(satu, nama)
            if satu.indikator_unit_id is not None:
                self.fields["target"].initial = None

    def clean(self) -> dict[str, Any]:
        """Without an indicator it needs numbers of its own; a divisor is not zero."""
        isi = super().clean() or {}
        if isi.get("indikator_unit") or self.errors:
            return isi
        if not isi.get("satuan"):
            self.add_error("satuan", "Isi satuannya, atau pilih indikator unit.")
        if isi.get("target") is None:
            self.add_error("target", "Isi angka targetnya, atau pilih indikator unit.")
        elif isi["target"] == 0 and isi.get("arah") != ArahKriteria.TURUN:
            self.add_error("target", "Target 0 tidak dapat diukur bila makin tinggi makin baik.")
        return isi

    @property
    def isi(self) -> IsiTarget:
        """As the act takes it."""
        c = self.cleaned_data
        return IsiTarget(
            uraian=c["uraian"], satuan=c["satuan"], arah=c["arah"] or ArahKriteria.NAIK,
            bobot=c["bobot"], target=c["target"] or Decimal(0), indikator_unit=c["indikator_unit"],
        )  # fmt: skip


class RealisasiForm(forms.Form):
    """What was reached; empty means that it is not known (again)."""

    realisasi = angka(
        "Realisasi", wajib=False,
        bantuan="Tulis 0 hanya bila memang tidak ada hasilnya. Kosongkan bila belum diketahui.",
    )  # fmt: skip
    bukti = BerkasBukti("Dapat dibuka anggota tim dan yang melihat nilai unit ini.")

    def __init__(self, *args: Any, satu: TargetTim, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["realisasi"].initial = satu.realisasi
        if satu.bukti_id is not None:
            self.fields["bukti"].label = "Ganti berkas bukti"
