"""The shape of a ruling: what was decided, on which grounds, and the values to use per line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from penilaian.forms.keberatan import BERKAS
from penilaian.kernel.sumber_nilai import SumberNilai
from penilaian.models import PutusanKeberatan
from penilaian.selectors.keberatan import BarisPerkara
from penilaian.services.keberatan_putus import (
    MIN_PERTIMBANGAN,
    MIN_SEBAB,
    IsiPutusan,
    KoreksiBaris,
)


def angka(teks: str) -> Decimal:
    """A number as people write it: 1.250,5 or 95.5. ValidationError for anything else."""
    polos = teks.replace(" ", "")
    if "," in polos:
        polos = polos.replace(".", "").replace(",", ".")
    try:
        nilai = Decimal(polos)
    except InvalidOperation:
        raise forms.ValidationError("Tulis angka, misalnya 95,5.") from None
    if not nilai.is_finite():
        raise forms.ValidationError("Tulis angka, misalnya 95,5.")
    return nilai


class PutusForm(forms.Form):
    """The ruling; the value to use and the reason for each line it corrects."""

    putusan = forms.ChoiceField(
        label="Putusan", choices=PutusanKeberatan.choices, widget=forms.RadioSelect
    )
    pertimbangan = forms.CharField(
        label="Pertimbangan", min_length=MIN_PERTIMBANGAN, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=f"Paling sedikit {MIN_PERTIMBANGAN} huruf; dibaca kedua pihak.",
    )  # fmt: skip

    def __init__(self, *args: Any, baris: Sequence[BarisPerkara], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._baris = baris
        for n, satu in enumerate(baris):
            self.fields[f"mentah_{n}"] = _isian(satu)
            self.fields[f"sebab_{n}"] = forms.CharField(
                label=f"Alasan koreksi {satu.kode}", required=False, max_length=500
            )

    @property
    def pokok(self) -> Iterator[Any]:
        """The fields besides those of the lines."""
        lain = ("mentah_", "sebab_")
        return (satu for satu in self if not satu.name.startswith(lain))

    @property
    def koreksi(self) -> Iterator[tuple[BarisPerkara, Any, Any]]:
        """Each line with its two fields."""
        for n, satu in enumerate(self._baris):
            yield satu, self[f"mentah_{n}"], self[f"sebab_{n}"]

    def clean(self) -> dict[str, Any]:
        """Values that can be true, a reason for each, and as the ruling says."""
        isi: dict[str, Any] = super().clean() or {}
        self.hasil: list[KoreksiBaris] = []
        for n, satu in enumerate(self._baris):
            if isi.get(f"mentah_{n}", ""):
                self._satu(n, satu, isi)
        putusan = isi.get("putusan")
        terisi = any(isi.get(f"mentah_{n}") for n, _ in enumerate(self._baris))
        if putusan == PutusanKeberatan.DITOLAK and terisi:
            self.add_error("putusan", "Keberatan yang ditolak tidak mengubah satu baris pun.")
        elif putusan and putusan != PutusanKeberatan.DITOLAK and not terisi and not self.errors:
            self.add_error("putusan", "Isi nilai yang dipakai untuk paling sedikit satu baris.")
        return isi

    def _satu(self, n: int, baris: BarisPerkara, isi: dict[str, Any]) -> None:
        mentah: Decimal | str = isi[f"mentah_{n}"]
        sumber: SumberNilai = baris.akun.sumber
        if not sumber.kata:
            try:
                mentah = angka(str(mentah))
            except forms.ValidationError as galat:
                self.add_error(f"mentah_{n}", galat)
                return
        if salah := sumber.salah(mentah):
            self.add_error(f"mentah_{n}", salah)
        sebab = isi.get(f"sebab_{n}", "").strip()
        if len(sebab) < MIN_SEBAB:
            self.add_error(f"sebab_{n}", f"Tulis alasannya, paling sedikit {MIN_SEBAB} huruf.")
        self.hasil.append(KoreksiBaris(baris.kode, mentah, sebab))

    def isi(self) -> IsiPutusan:
        """As the act takes it."""
        d = self.cleaned_data
        return IsiPutusan(d["putusan"], d["pertimbangan"], tuple(self.hasil))


def _isian(baris: BarisPerkara) -> forms.Field:
    sumber = baris.akun.sumber
    label = f"Nilai yang dipakai untuk {baris.kode}"
    if sumber.kata:
        pilihan = [("", "Tetap"), *((kata, kata) for kata in sumber.kata)]
        return forms.ChoiceField(label=label, required=False, choices=pilihan)
    return forms.CharField(
        label=f"{label} ({sumber.satuan})", required=False, max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )  # fmt: skip


class PutusanSuratForm(PutusForm):
    """The same from a letter, with its number, day and scan."""

    nomor = forms.CharField(label="Nomor surat putusan", max_length=100)
    tanggal = forms.DateField(
        label="Tanggal surat putusan",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    pindaian = forms.FileField(label="Pindaian surat putusan", help_text=BERKAS)
    field_order = ("nomor", "tanggal", "pindaian", "putusan", "pertimbangan")

    @property
    def surat(self) -> dict[str, Any]:
        """The letter as the act takes it."""
        return {nama: self.cleaned_data[nama] for nama in ("nomor", "tanggal", "pindaian")}
