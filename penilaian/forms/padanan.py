"""Shapes of what a person typed on the pages of matches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from pegawai.models import Jabatan, JenisJabatan, MacamPadanan
from pegawai.selectors.padanan import KELOMPOK
from penilaian.forms.saringan import Saringan
from penilaian.policies.padanan import MAKS_ALASAN
from penilaian.services.padanan import Keputusan

TETAP = "-"  # looked at; goes on under its own name
KUAT = 80  # from here on a proposal stands chosen until a person thinks otherwise
_SKOR = [("", "Semua"), ("100", "Nama sama persis"), ("80", "80 atau lebih")]


def keputusan_dari(dari: int, sasaran: str) -> Keputusan:
    """The decision a chosen target stands for."""
    macam = MacamPadanan.JABATAN
    if sasaran == TETAP:
        return Keputusan(macam, dari, abaikan=True)
    if sasaran.startswith(KELOMPOK):
        return Keputusan(macam, dari, rumpun=sasaran.removeprefix(KELOMPOK))
    return Keputusan(macam, dari, ke_id=int(sasaran) if sasaran.isdecimal() else None)


class _Saringan(Saringan):
    def isi(self) -> dict[str, Any]:
        """What was chosen, by the names of the selector's arguments."""
        self.is_valid()
        bersih = getattr(self, "cleaned_data", {})
        return {nama: bersih.get(nama) or "" for nama in self.fields}


class SaringanNama(_Saringan):
    """The names that wait."""

    q = forms.CharField(label="Nama jabatan", required=False, max_length=100)
    jenis = forms.ChoiceField(
        label="Jenis jabatan",
        required=False,
        choices=[("", "Semua")] + [c for c in JenisJabatan.choices if c[0] != "1"],
    )
    skor = forms.ChoiceField(label="Usulan terbaik", required=False, choices=_SKOR)

    def isi(self) -> dict[str, Any]:
        """The score as a number."""
        isi = super().isi()
        return {**isi, "skor": int(isi["skor"] or 0)}


class SaringanKeputusan(_Saringan):
    """Decisions in force, or those that ended."""

    q = forms.CharField(label="Nama lama atau sasaran", required=False, max_length=100)
    macam = forms.ChoiceField(
        label="Macam", required=False, choices=[("", "Semua"), *MacamPadanan.choices]
    )
    keadaan = forms.ChoiceField(
        label="Keadaan",
        required=False,
        choices=[("", "Berlaku"), ("berakhir", "Sudah berakhir")],
    )


class AlasanForm(forms.Form):
    """Every decision says why."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=MAKS_ALASAN,
        help_text="Tersimpan dalam jejak, misalnya “Nama lama menurut KepmenPANRB 11/2024”.",
        error_messages={"required": "Tuliskan alasan keputusan ini."},
    )


class AkhiriForm(AlasanForm):
    """Why a decision is taken back."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["alasan"].help_text = "Tersimpan dalam jejak, misalnya “Salah memilih jenjang”."


class PutuskanForm(AlasanForm):
    """One name: which target, and why."""

    sasaran = forms.CharField(max_length=150, widget=forms.HiddenInput)
    field_order = ("sasaran", "alasan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sasaran"].label = "Sasaran"
        pesan = "Pilih salah satu sasaran, atau tetap dengan namanya sendiri."
        self.fields["sasaran"].error_messages["required"] = pesan

    def keputusan(self, jabatan: Jabatan) -> Keputusan:
        """The decision as typed."""
        return keputusan_dari(jabatan.pk, self.cleaned_data["sasaran"])


class BanyakForm(AlasanForm):
    """Checked names, each with its chosen target."""

    def tandai(self, baris: Iterable[Any], *, semua: bool) -> None:
        """What is checked and chosen: as it was sent; else strong proposals are chosen, and
        checked too with ``semua``."""
        kiriman: Any = self.data
        for satu in baris:
            kuat = satu.usulan[0] if satu.usulan and satu.usulan[0].skor >= KUAT else None
            if self.is_bound:
                satu.dicentang = str(satu.pk) in kiriman.getlist("pilih")
                satu.dipilih = kiriman.get(f"ke-{satu.pk}", "")
            elif kuat is not None:
                satu.dicentang, satu.dipilih = semua, kuat.sasaran

    def clean(self) -> dict[str, Any]:
        """At least one name is checked, and every checked one has a target."""
        isi = super().clean() or {}
        kiriman: Any = self.data
        dipilih = [pk for pk in kiriman.getlist("pilih") if pk.isdecimal()]
        tanpa = [pk for pk in dipilih if not self.data.get(f"ke-{pk}")]
        if not dipilih:
            raise forms.ValidationError("Centang paling sedikit satu nama.")
        if tanpa:
            raise forms.ValidationError(
                f"{len(tanpa)} nama dicentang tanpa sasaran. Pilih sasaran atau buang centangnya."
            )
        isi["keputusan"] = [keputusan_dari(int(pk), self.data[f"ke-{pk}"]) for pk in dipilih]
        return isi
