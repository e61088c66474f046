"""What the address of the pictures of needs may ask for."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms

from penilaian.forms.kebutuhan import NomorField, SaringanPosisi

DIWARISI = ("keadaan", "macam", "jenis_unit")


class SaringanPeta(SaringanPosisi):
    """The filters of the list of posts that make sense over a whole picture."""

    dipakai: tuple[str, ...] = DIWARISI

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in set(SaringanPosisi.base_fields) - set(self.dipakai):
            del self.fields[nama]
        self.is_valid()

    @property
    def kueri_daftar(self) -> dict[str, str]:
        """The same filters as the list of posts names them."""
        return {n: str(self.cleaned_data[n]) for n in self.dipakai if self.cleaned_data.get(n)}

    @property
    def kata(self) -> list[tuple[str, str]]:
        """(label, chosen word) of each choice that narrows."""
        pilihan = [
            (str(f.label), dict(getattr(f.field, "choices", ())), self.cleaned_data.get(f.name))
            for f in self.visible_fields()
        ]
        return [(label, kata[nilai]) for label, kata, nilai in pilihan if nilai]


class SaringanPanas(SaringanPeta):
    """The heat map: which gap is coloured, on which scale, below which office, which families."""

    warna = forms.ChoiceField(
        label="Warna menurut",
        choices=[("kurang", "Kekurangan"), ("lebih", "Kelebihan")],
        required=False,
    )
    skala = forms.ChoiceField(
        label="Ukuran",
        choices=[("orang", "Jumlah orang"), ("persen", "Persen kebutuhan")],
        required=False,
    )
    induk = NomorField()
    kolom = NomorField()

    @property
    def warna_kini(self) -> str:
        """``kurang`` or ``lebih``."""
        return self.cleaned_data.get("warna") or "kurang"

    @property
    def skala_kini(self) -> str:
        """``orang`` or ``persen``."""
        return self.cleaned_data.get("skala") or "orang"

    @property
    def induk_kini(self) -> int | None:
        """The office whose parts are the rows; none: the whole agency."""
        return self.cleaned_data.get("induk")

    @property
    def kolom_kini(self) -> int:
        """Which dozen of families is spread out, from 1."""
        return self.cleaned_data.get("kolom") or 1

    def kueri_peta(self, **ganti: Any) -> str:
        """The address of this map with some parameters changed; None drops one."""
        isi = {
            **self.kueri_daftar,
            "warna": self.cleaned_data.get("warna"),
            "skala": self.cleaned_data.get("skala"),
            "induk": self.induk_kini,
            **ganti,
        }
        return urlencode({nama: nilai for nama, nilai in isi.items() if nilai})


class SaringanWilayah(SaringanPeta):
    """The map of districts."""

    dipakai = ("macam", "jenis_unit")
