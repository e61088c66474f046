"""Shapes of what a person typed on the pages of runs and results."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from organisasi.izin import Izin
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Pegawai
from penilaian.forms.saringan import Saringan
from penilaian.models import (
    HasilPenilaian,
    KeadaanNilai,
    KeluargaKriteria,
    PeriodeKinerja,
    SetKriteria,
)
from penilaian.selectors.penilaian_beda import MACAM
from toolkit.cari import memuat

_TANGGAL = {"type": "date"}


class SaringanHasil(Saringan):
    """The filters of the results of one run; ``dari`` and ``sampai`` come from the distribution."""

    q = forms.CharField(label="Nama, NIP, atau unit", required=False, max_length=100)
    opd = forms.ModelChoiceField(
        label="Perangkat daerah", queryset=UnitKerja.objects.none(), required=False,
        empty_label="Semua",
    )  # fmt: skip
    keadaan = forms.ChoiceField(
        label="Keadaan", required=False, choices=[("", "Semua"), *KeadaanNilai.choices]
    )
    kelompok = forms.CharField(label="Rumpun", required=False, max_length=150)
    dari = forms.DecimalField(
        label="Skor mulai", required=False, min_value=0, max_value=100, decimal_places=2
    )
    sampai = forms.DecimalField(
        label="Skor kurang dari", required=False, min_value=0, max_value=101, decimal_places=2
    )

    def __init__(self, *args: Any, pengguna: Pengguna, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        terlihat = UnitKerja.objects.for_user(pengguna, Izin.NILAI_LIHAT, per=per)
        opd: Any = self.fields["opd"]
        opd.queryset = UnitKerja.objects.filter(pk__in=terlihat.values("opd")).order_by("nama")
        self.is_valid()
        self.isi: dict[str, Any] = getattr(self, "cleaned_data", {})

    def saring(self, rows: QuerySet[HasilPenilaian]) -> QuerySet[HasilPenilaian]:
        """Narrow by what was typed."""
        rows = rows.filter(
            memuat(self.isi.get("q", ""), "pegawai__nama", "pegawai__nip", "unit__nama")
        )
        syarat = {
            "keadaan": self.isi.get("keadaan"),
            "unit__opd": self.isi.get("opd"),
            "kelompok__iexact": self.isi.get("kelompok"),
        }
        rows = rows.filter(**{k: v for k, v in syarat.items() if v})
        if self.isi.get("dari") is not None:
            rows = rows.filter(skor__gte=self.isi["dari"])
        sampai: Decimal | None = self.isi.get("sampai")
        return rows if sampai is None else rows.filter(skor__lt=sampai)

    @property
    def tersaring(self) -> bool:
        """Whether anything is left out."""
        return any(v not in (None, "") for v in self.isi.values())


class SaringanBeda(Saringan):
    """Which changes to list."""

    q = forms.CharField(label="Nama, NIP, atau unit", required=False, max_length=100)
    macam = forms.ChoiceField(
        label="Perubahan", required=False,
        choices=[("", "Semua yang berubah"), *((k, v) for k, v in MACAM.items() if k != "tetap")],
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_valid()
        self.isi: dict[str, Any] = getattr(self, "cleaned_data", {})

    def saring(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow by what was typed; what did not change is never listed."""
        rows = rows.filter(
            memuat(self.isi.get("q", ""), "pegawai__nama", "pegawai__nip", "unit__nama")
        )
        macam = self.isi.get("macam")
        return rows.filter(macam=macam) if macam else rows.exclude(macam="tetap")


class HitungForm(forms.Form):
    """What to compute."""

    periode = forms.ModelChoiceField(
        label="Periode", queryset=PeriodeKinerja.objects.all(), empty_label="Pilih periode"
    )
    perangkat = forms.ModelChoiceField(
        label="Kriteria",
        queryset=SetKriteria.objects.none(),
        required=False,
        empty_label="Yang paling akhir berlaku pada akhir periode",
        help_text="Hanya kriteria kinerja yang terbit; yang dipilih harus berlaku pada hari "
        "terakhir periode.",
    )
    paksa = forms.BooleanField(
        label="Hitung walau tidak ada data yang berubah",
        required=False,
        help_text="Misalnya karena pejabat penilai berganti. Wajib beralasan.",
    )
    alasan = forms.CharField(
        label="Alasan", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        perangkat: Any = self.fields["perangkat"]
        perangkat.queryset = SetKriteria.objects.terbit().filter(keluarga=KeluargaKriteria.KINERJA)


class PenilaiForm(forms.Form):
    """Who assesses somebody from a day on."""

    nip = forms.CharField(label="NIP pejabat penilai", max_length=30)
    mulai = forms.DateField(
        label="Mulai", widget=forms.DateInput(attrs=_TANGGAL, format="%Y-%m-%d")
    )
    dasar = forms.CharField(label="Surat atau keputusan dasarnya", max_length=255)

    def clean_nip(self) -> Pegawai:
        """The person in service who carries the number."""
        nomor = "".join(self.cleaned_data["nip"].split())
        satu = Pegawai.objects.tercatat().filter(Q(nip=nomor)).first()
        if satu is None:
            raise forms.ValidationError("Tidak ada pegawai yang masih bekerja dengan NIP itu.")
        return satu
