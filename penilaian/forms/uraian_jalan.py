"""Shapes of the road of a computation: filters of the list, the word each step asks for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Case, QuerySet, Value, When

from organisasi.models import Pengguna, UnitKerja
from penilaian.forms.saringan import Saringan, opd_terlihat
from penilaian.models import KeadaanHitung, PerhitunganKebutuhan, SumberKebutuhan
from penilaian.selectors.perhitungan_jalan import Langkah
from toolkit.cari import memuat

BERLAKU = "berlaku"
_TUNGGU = [("periksa", "menunggu saya periksa"), ("putuskan", "menunggu saya putuskan")]


class SaringanHitung(Saringan):
    """The filters of the list of computations."""

    q = forms.CharField(label="Jabatan atau unit", required=False, max_length=100)
    opd = forms.ModelChoiceField(
        label="Perangkat daerah", queryset=UnitKerja.objects.none(), required=False,
        empty_label="Semua",
    )  # fmt: skip
    keadaan = forms.ChoiceField(
        label="Keadaan", required=False,
        choices=[("", "Semua"), *KeadaanHitung.choices, (BERLAKU, "Berlaku")],
    )  # fmt: skip
    sumber = forms.ChoiceField(
        label="Cara hitung", required=False, choices=[("", "Semua"), *SumberKebutuhan.choices]
    )
    tunggu = forms.ChoiceField(label="Menunggu", required=False, choices=[("", "Semua"), *_TUNGGU])

    def __init__(self, *args: Any, pengguna: Pengguna, per: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        opd: Any = self.fields["opd"]
        opd.queryset = opd_terlihat(pengguna, per=per)
        self.is_valid()
        self.isi: dict[str, Any] = getattr(self, "cleaned_data", {})

    @property
    def menunggu(self) -> Langkah | None:
        """The step whose waiting list is asked for."""
        return Langkah(self.isi["tunggu"]) if self.isi.get("tunggu") else None

    def saring(self, rows: QuerySet[PerhitunganKebutuhan]) -> QuerySet[PerhitunganKebutuhan]:
        """Narrow; those under way first, then the latest."""
        rows = rows.filter(
            memuat(self.isi.get("q", ""), "formasi__jabatan__nama", "formasi__unit__nama")
        )
        if self.isi.get("opd"):
            rows = rows.filter(formasi__unit__opd=self.isi["opd"])
        if self.isi.get("sumber"):
            rows = rows.filter(sumber=self.isi["sumber"])
        if self.isi.get("keadaan") == BERLAKU:
            rows = rows.filter(kebutuhan__isnull=False)
        elif self.isi.get("keadaan"):
            rows = rows.filter(keadaan=self.isi["keadaan"])
        selesai = Case(When(keadaan=KeadaanHitung.FINAL, then=Value(1)), default=Value(0))
        return rows.annotate(selesai=selesai).order_by("selesai", "-dibuat_pada", "pk")


class LangkahForm(forms.Form):
    """One step: the version as it was read, and the word the step asks for."""

    stempel = forms.CharField(widget=forms.HiddenInput, max_length=100)

    def __init__(self, *args: Any, langkah: Langkah, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if langkah == Langkah.KEMBALIKAN:
            self.fields["kata"] = forms.CharField(
                label="Apa yang harus diperbaiki", max_length=500,
                widget=forms.Textarea(attrs={"rows": 3}),
                error_messages={"required": "Sebutkan apa yang harus diperbaiki."},
                help_text="Dibaca penyusunnya saat membuka draf itu lagi, dan tersimpan di jejak.",
            )  # fmt: skip
        elif langkah == Langkah.PUTUSKAN:
            self.fields["kata"] = dasar_field()

    @property
    def kata(self) -> str:
        """What was written, or nothing where nothing is asked."""
        return str(getattr(self, "cleaned_data", {}).get("kata", ""))


def dasar_field() -> forms.CharField:
    """On what a need is decided."""
    return forms.CharField(
        label="Dasar keputusan", max_length=255,
        error_messages={"required": "Sebutkan dasar keputusannya."},
        help_text="Misalnya “Perbup 12/2026” atau nomor nota dinas.",
    )  # fmt: skip


class BanyakForm(forms.Form):
    """One step for ticked versions, each as it was read."""

    def __init__(self, *args: Any, langkah: Langkah, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if langkah == Langkah.PUTUSKAN:
            self.fields["kata"] = dasar_field()

    @property
    def kata(self) -> str:
        """The basis of a decision."""
        return str(getattr(self, "cleaned_data", {}).get("kata", ""))


def langkah_massal(teks: str) -> Langkah:
    """Checking unless deciding was asked for: only these two are done to many."""
    return Langkah.PUTUSKAN if teks == Langkah.PUTUSKAN else Langkah.PERIKSA


def dibaca(pilihan: list[str]) -> dict[int, str]:
    """Keys with their stamps (``12:2026-06-01T…``, or a bare key) as the boxes carry them."""
    return {
        int(pk): satu
        for satu in pilihan[:500]
        if (pk := satu.partition(":")[0]).isdecimal() and len(pk) < 16
    }
