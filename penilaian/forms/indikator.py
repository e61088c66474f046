"""What a person types about measured values: filters of the list, values of one group."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from organisasi.models import Pengguna
from pegawai.models import RiwayatKinerja
from penilaian.forms.berkas import periksa_bukti
from penilaian.forms.saringan import Saringan
from penilaian.kernel.sumber_nilai import SumberNilai
from penilaian.kernel.ukuran import KATA, Masa, Nilai, periksa
from penilaian.models import Indikator, PeriodeKinerja
from penilaian.policies.indikator import ALASAN_MINIMAL
from penilaian.selectors.indikator import KELOMPOK, Kelompok, pilihan_unit
from penilaian.selectors.nilai_tercatat import Tersimpan, polos
from penilaian.selectors.periode import daftar_periode
from penilaian.selectors.tetapan import tetapan_penilaian
from penilaian.services.bukti import DITERIMA
from penilaian.services.indikator import IsiIndikator, stempel

TANPA = [("", "Semua"), *((k.kunci, f"Belum ada {k.sebutan}") for k in KELOMPOK.values())]


class SaringanUkur(Saringan):
    """Period and unit: what the lists of measuring share."""

    periode = forms.ChoiceField(label="Periode", required=False)
    unit = forms.ChoiceField(label="Unit", required=False)

    def __init__(self, *args: Any, pengguna: Pengguna, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        periode: Any = self.fields["periode"]
        unit: Any = self.fields["unit"]
        self.semua_periode = list(daftar_periode())
        periode.choices = [("", "Terbaru"), *((p.kode, p.nama) for p in self.semua_periode)]
        pilihan = pilihan_unit(pengguna, per=per)
        unit.choices = [("", "Semua unit"), *((str(pk), nama) for pk, nama in pilihan)]
        self.is_valid()

    @property
    def masa(self) -> PeriodeKinerja | None:
        """The period asked for; else the newest one still open, else the newest."""
        kode = self.isi().get("periode")
        diminta = [p for p in self.semua_periode if p.kode == kode]
        terbuka = [p for p in self.semua_periode if p.ditutup_pada is None]
        return next(iter(diminta or terbuka or self.semua_periode), None)

    def isi(self) -> Mapping[str, Any]:
        """What the address asks for, without the nonsense in it."""
        return getattr(self, "cleaned_data", {})


class SaringanIndikator(SaringanUkur):
    """The filters of the list of people."""

    belum = forms.ChoiceField(label="Yang belum ada", choices=TANPA, required=False)
    q = forms.CharField(label="Nama atau NIP", required=False, max_length=100)

    field_order = ("periode", "unit", "belum", "q")

    def saring(self) -> dict[str, Any]:
        """As the reader of the list asks for it."""
        isi = self.isi()
        return {"q": isi.get("q"), "unit": isi.get("unit"), "isi": isi.get("belum")}


def _bidang(kode: str) -> forms.Field:
    judul = Indikator(kode).label
    if kode in KATA:
        semua = RiwayatKinerja.Predikat if kode == "predikat" else RiwayatKinerja.Rating
        pilihan = [("", "Belum ada"), *semua.choices]
        return forms.ChoiceField(label=judul, choices=pilihan, required=False)
    if kode == "capaian_skp":
        bawah, atas = SumberNilai.CAPAIAN_SKP.batas
        return forms.DecimalField(
            label=judul, required=False, min_value=bawah, max_value=atas, decimal_places=2,
        )  # fmt: skip
    return forms.IntegerField(label=judul, required=False, min_value=0)


class NilaiForm(forms.Form):
    """All indicators of one group for one person and period, with source and evidence."""

    def __init__(
        self, *args: Any, kelompok: Kelompok, periode: PeriodeKinerja,
        tercatat: Mapping[str, Tersimpan], sumber: str = "", **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.kelompok, self.periode, self.tercatat = kelompok, periode, tercatat
        self.peringatan: list[str] = []
        for kode in kelompok.kode:
            bidang = self.fields[kode] = _bidang(kode)
            if kode in tercatat:
                ada = tercatat[kode].nilai
                bidang.initial = ada if kode in (*KATA, "capaian_skp") else int(ada)
        self.fields["sumber"] = forms.CharField(
            label="Sumber angka", max_length=255, initial=sumber,
            error_messages={"required": "Sebutkan dari mana angka ini."},
            help_text="Misalnya: rekap mesin presensi bulan Maret, lembar kendali tugas.",
        )  # fmt: skip
        self.fields["berkas"] = forms.FileField(
            label="Berkas bukti", required=False,
            help_text=f"{DITERIMA}, paling besar 10 MB. Hanya pegawai itu, pencatat, dan yang "
            "melihat nilainya yang dapat membukanya.",
            error_messages={"empty": "Berkas bukti ini kosong. Pilih lagi berkasnya."},
        )  # fmt: skip
        self.fields["alasan"] = forms.CharField(
            label="Alasan koreksi", required=False, max_length=500, min_length=ALASAN_MINIMAL,
            help_text="Wajib bila ada nilai yang sudah tercatat berubah atau dikosongkan.",
        )  # fmt: skip
        self.fields["stempel"] = forms.CharField(
            widget=forms.HiddenInput, required=False, initial=stempel(tercatat, kelompok.kode)
        )

    def clean_berkas(self) -> UploadedFile | None:
        """Refuse a file of another kind beside its field."""
        return periksa_bukti(self.cleaned_data.get("berkas"))

    def clean(self) -> dict[str, Any]:
        """What cannot be true stands beside its value; a correction has its reason."""
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        if any(kode in self.errors for kode in self.kelompok.kode):
            return isi
        nilai = {kode: n for kode, n in self._nilai().items() if n is not None}
        k = tetapan_penilaian(per=self.periode.selesai)
        for cela in periksa(nilai, Masa(self.periode.mulai, self.periode.selesai), k):
            if cela.menolak:
                self.add_error(cela.indikator, cela.bunyi)
            else:
                self.peringatan.append(cela.bunyi)
        if self._mengoreksi() and not isi.get("alasan") and "alasan" not in self.errors:
            self.add_error("alasan", "Sebutkan alasan koreksinya.")
        return isi

    def _mengoreksi(self) -> bool:
        """Whether a value in force would change or go."""
        lama, jadi = polos(dict(self.tercatat)), self._nilai()
        return any(lama[kode] != jadi[kode] for kode in self.kelompok.kode if kode in lama)

    def _nilai(self) -> dict[str, Nilai | None]:
        return {kode: _bersih(self.cleaned_data.get(kode)) for kode in self.kelompok.kode}

    def isi(self) -> IsiIndikator:
        """As the act takes it."""
        data = self.cleaned_data
        return IsiIndikator(
            self._nilai(), data["sumber"], data.get("berkas"), data["alasan"], data["stempel"]
        )


def _bersih(isi: Any) -> Nilai | None:
    if isi is None or isi == "":
        return None
    return isi if isinstance(isi, str | Decimal) else Decimal(isi)
