"""What is asked around criteria: how a draft begins, its steps, questions, answers, sessions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator

from organisasi.models import UnitKerja
from penilaian.kernel.set_siap import SET_SIAP
from penilaian.models import KeluargaKriteria
from penilaian.policies.kriteria import MIN_ALASAN

_HARI = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AmbilForm(forms.Form):
    """Which ready set a draft begins with."""

    kunci = forms.ChoiceField(
        initial=next(iter(SET_SIAP)),
        label="Set siap pakai", widget=forms.RadioSelect,
        choices=[(s.kunci, f"{s.perangkat.nama}. {s.perlu}") for s in SET_SIAP.values()],
    )  # fmt: skip


class KosongForm(forms.Form):
    """A draft without any criterion."""

    keluarga = forms.ChoiceField(label="Menilai apa", choices=KeluargaKriteria.choices)
    kode = forms.CharField(
        label="Kode", max_length=30,
        validators=[RegexValidator(r"^[A-Za-z][A-Za-z0-9-]*$", "Pakai huruf, angka, dan tanda -.")],
        help_text="Pendek dan tetap, misalnya KIN. Semua versi memakai kode yang sama.",
    )  # fmt: skip
    nama = forms.CharField(label="Nama", max_length=150)
    dasar = forms.CharField(label="Dasar hukum", max_length=255)


class AlasanForm(forms.Form):
    """Why a checked version goes back."""

    alasan = forms.CharField(
        label="Apa yang harus diperbaiki", max_length=500, min_length=MIN_ALASAN,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=f"Paling sedikit {MIN_ALASAN} huruf. Jangan menyebut nama orang.",
    )  # fmt: skip


class StempelForm(forms.Form):
    """That the draft is still the one that was read."""

    stempel = forms.IntegerField(widget=forms.HiddenInput)


class TerbitkanForm(StempelForm):
    """From which day the version counts."""

    mulai = forms.DateField(label="Berlaku sejak", widget=_HARI)

    def __init__(self, *args: Any, paling_awal: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mulai"].widget.attrs["min"] = paling_awal.isoformat()


class TanyaForm(forms.Form):
    """A question, which everybody will read."""

    pertanyaan = forms.CharField(
        label="Pertanyaan Anda", max_length=2000, min_length=10,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tampil di halaman ini tanpa nama Anda. Jangan menyebut nama orang.",
    )  # fmt: skip


class JawabForm(forms.Form):
    """The answer, which everybody will read."""

    jawaban = forms.CharField(
        label="Jawaban", max_length=4000, min_length=5, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Tampil untuk umum dan tidak dapat diubah lagi. Jangan menyebut nama orang.",
    )  # fmt: skip


class SosialisasiForm(forms.Form):
    """A session: when, how, for whom, how many were invited and came."""

    tanggal = forms.DateField(label="Tanggal", widget=_HARI)
    cara = forms.CharField(
        label="Cara dan tempat", max_length=255, help_text="Contoh: rapat di aula, siaran daring."
    )
    unit_id = forms.TypedChoiceField(
        label="Perangkat daerah", required=False, coerce=int, empty_value=None
    )
    sasaran = forms.IntegerField(label="Yang diundang", min_value=1, max_value=1_000_000)
    hadir = forms.IntegerField(label="Yang hadir", min_value=0, max_value=1_000_000)
    catatan = forms.CharField(
        label="Catatan", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Tampil untuk umum. Jangan menyebut nama orang.",
    )  # fmt: skip

    def __init__(self, *args: Any, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Departments are the offices the units name as theirs.
        ids = UnitKerja.objects.aktif(per).exclude(opd=None).order_by().values("opd").distinct()
        opd = UnitKerja.objects.filter(pk__in=ids).order_by("nama").values_list("pk", "nama")
        pilihan = [("", "Semua perangkat daerah"), *opd]
        self.fields["unit_id"].choices = pilihan  # type: ignore[attr-defined]
        self.fields["tanggal"].widget.attrs["max"] = per.isoformat()

    def clean(self) -> dict[str, Any]:
        """Nobody comes who was not invited."""
        isi = super().clean() or {}
        if isi.get("hadir", 0) > isi.get("sasaran", 0) and "sasaran" in isi:
            self.add_error("hadir", "Yang hadir tidak dapat lebih dari yang diundang.")
        return isi
