"""What is supposed, in the address only: nothing of it is ever saved."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from organisasi.models import Pengguna, UnitKerja
from penilaian.forms.saringan import Saringan, opd_terlihat

JKE_MIN, JKE_MAKS = 30_000, 150_000
TAHUN = [(str(n), "tahun ini" if n == 0 else f"{n} tahun lagi") for n in range(6)]
PW = [("", "Menurut ketentuan"), ("ya", "Mengisi kursi"), ("tidak", "Tidak mengisi kursi")]


_RIBUAN = re.compile(r"\d{1,3}(\.\d{3})+")  # 72.000, as people here write seventy-two thousand


class MenitField(forms.IntegerField):
    """A whole number, with or without the dots between its thousands."""

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str) and _RIBUAN.fullmatch(value.strip()):
            value = value.replace(".", "")
        return super().to_python(value)


class AndaianForm(Saringan):
    """The dials; an empty one leaves things as they are."""

    awalan = "andai"

    jke = MenitField(
        label="Jam kerja efektif (menit setahun)",
        required=False,
        min_value=JKE_MIN,
        max_value=JKE_MAKS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("min_value", "max_value", "invalid"),
            "isi menit setahun antara 30.000 dan 150.000, misalnya 72.000.",
        ),
    )
    volume = forms.DecimalField(
        label="Volume kerja naik/turun (%)",
        required=False,
        min_value=Decimal(-90),
        max_value=Decimal(300),
        decimal_places=2,
        localize=True,
    )
    tumbuh = forms.DecimalField(
        label="Pertumbuhan kebutuhan (% setahun)",
        required=False,
        min_value=Decimal(-20),
        max_value=Decimal(50),
        decimal_places=2,
        localize=True,
    )
    tahun = forms.ChoiceField(label="Dilihat", choices=TAHUN, required=False)
    pw = forms.ChoiceField(label="PPPK paruh waktu", choices=PW, required=False)
    efektif = forms.BooleanField(label="Bezetting efektif, bukan nominal", required=False)
    opd = forms.ModelChoiceField(
        label="Perangkat daerah",
        queryset=UnitKerja.objects.none(),
        required=False,
        empty_label="Semua",
    )

    def __init__(self, *args: Any, pengguna: Pengguna, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        opd: Any = self.fields["opd"]
        opd.queryset = opd_terlihat(pengguna, per=per)

    def saring(self, rows: Any) -> Any:
        """The posts of one OPD, or all."""
        opd = self.isi.get("opd")
        return rows.filter(unit__opd=opd) if opd else rows

    @property
    def isi(self) -> dict[str, Any]:
        """What was understood; a dial that makes no sense turns nothing and says why."""
        self.is_valid()
        return getattr(self, "cleaned_data", {})
