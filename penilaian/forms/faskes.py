"""Shapes of what a person fills in on the pages of health facilities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from pegawai.models import Jabatan
from penilaian.policies.faskes import bagi_kebutuhan
from penilaian.selectors.faskes import KEADAAN, RincianFaskes
from penilaian.selectors.faskes_pos import PosTenaga, bagi_rata
from penilaian.services.faskes import Bagian

MAKS_ORANG = 999


class SaringanFaskes(forms.Form):
    """The filters of the list; they live in the address."""

    q = forms.CharField(
        label="Nama puskesmas", required=False, max_length=100,
        widget=forms.TextInput(attrs={"class": "form-control"}),
    )  # fmt: skip
    keadaan = forms.ChoiceField(
        label="Keadaan", choices=KEADAAN, required=False,
        widget=forms.Select(attrs={"class": "form-select"}),
    )  # fmt: skip

    @property
    def isi(self) -> dict[str, str]:
        """What was asked for; a wrong value asks for nothing."""
        self.is_valid()
        return {nama: self.cleaned_data.get(nama, "") for nama in ("q", "keadaan")}


@dataclass(frozen=True)
class BarisBagi:
    """A post on the form with its two cells."""

    pos: PosTenaga
    tenaga: Any
    orang: Any


@dataclass(frozen=True)
class BarisBaru:
    """A kind of staff without a post in the unit, and the name a new post would have."""

    tenaga: str
    butuh: int
    jabatan: Any


class BagiForm(forms.Form):
    """Which post gets how many people of which kind of staff."""

    def __init__(
        self, *args: Any, rincian: RincianFaskes, jabatan: Mapping[str, Sequence[Jabatan]],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.butuh = {b.tenaga: b.butuh for b in rincian.baris if b.butuh is not None}
        self.pos = {p.formasi.pk: p for p in rincian.pos}
        pilihan = [("", "tidak ikut"), *((kata, kata) for kata in self.butuh)]
        rata: dict[int, int] = {}
        for b in rincian.baris:
            rata |= bagi_rata(b.butuh or 0, b.pos)
        for pk, p in self.pos.items():
            nama = p.formasi.jabatan.nama
            tenaga = p.tenaga if p.tenaga in self.butuh else ""
            self.fields[f"tenaga_{pk}"] = forms.ChoiceField(
                label=f"Jenis tenaga {nama}", choices=pilihan, required=False, initial=tenaga
            )
            self.fields[f"orang_{pk}"] = forms.IntegerField(
                label=f"Orang {nama}", min_value=0, max_value=MAKS_ORANG, required=False,
                initial=rata.get(pk) if tenaga else None,
                widget=forms.NumberInput(attrs={"class": "num", "inputmode": "numeric"}),
                error_messages={"invalid": "Isi dengan bilangan bulat."},
            )  # fmt: skip
        self.kosong = [b for b in rincian.baris if b.butuh and not b.pos]
        for n, b in enumerate(self.kosong):
            daftar = [(str(j.pk), j.nama) for j in jabatan.get(b.tenaga, ())]
            self.fields[f"baru_{n}"] = forms.ChoiceField(
                label=f"Formasi baru {b.tenaga}", choices=[("", "belum dimasukkan"), *daftar],
                required=False,
            )  # fmt: skip

    @property
    def baris(self) -> list[BarisBagi]:
        """Posts of the unit with their cells."""
        return [
            BarisBagi(p, self[f"tenaga_{pk}"], self[f"orang_{pk}"]) for pk, p in self.pos.items()
        ]

    @property
    def baris_baru(self) -> list[BarisBaru]:
        """Kinds without a post."""
        return [
            BarisBaru(b.tenaga, b.butuh or 0, self[f"baru_{n}"]) for n, b in enumerate(self.kosong)
        ]

    @property
    def bagi(self) -> dict[int, Bagian]:
        """Shares by key of the post; without a kind of staff a post stays out."""
        isi = self.cleaned_data
        return {
            pk: Bagian(isi[f"tenaga_{pk}"], isi[f"orang_{pk}"] or 0)
            for pk in self.pos
            if isi.get(f"tenaga_{pk}")
        }

    @property
    def baru(self) -> dict[int, Bagian]:
        """Whole needs by key of the jabatan a new post is made for."""
        return {
            int(self.cleaned_data[f"baru_{n}"]): Bagian(b.tenaga, b.butuh or 0)
            for n, b in enumerate(self.kosong)
            if self.cleaned_data.get(f"baru_{n}")
        }

    def clean(self) -> dict[str, Any]:
        """Shares come to the need of their kind; said at a cell of that kind."""
        isi = super().clean() or {}
        if self.errors:
            return isi
        bagian: dict[str, list[int]] = defaultdict(list)
        for satu in (*self.bagi.values(), *self.baru.values()):
            bagian[satu.tenaga].append(satu.orang)
        tempat = {satu.tenaga: f"orang_{pk}" for pk, satu in reversed(self.bagi.items())}
        for kata, orang in bagian.items():
            for kalimat in bagi_kebutuhan.reasons(self.butuh, {kata: orang}):
                self.add_error(tempat.get(kata), kalimat)
        if not bagian:
            self.add_error(None, "Pilih jenis tenaga bagi paling sedikit satu formasi.")
        return isi
