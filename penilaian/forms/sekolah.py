"""What a person types on the pages of schools: filters, and choices before drafts are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import slugify

from organisasi.models import JenisUnit
from organisasi.models.unit import UnitKerjaQuerySet
from penilaian.forms.saringan import Saringan
from penilaian.kernel.hitungan import angka
from penilaian.kernel.sekolah import BarisGuru
from penilaian.policies.sekolah import ALASAN_MINIMAL
from penilaian.selectors.sekolah import JENJANG
from penilaian.selectors.sekolah_layar import PosGuru
from penilaian.services.sekolah import Putusan
from toolkit.cari import memuat

KEADAAN = [
    ("", "Semua"),
    ("kurang", "Kekurangan guru"),
    ("lebih", "Kelebihan guru"),
    ("pas", "Pas"),
    ("putuskan", "Perlu diputuskan"),
    ("belum", "Belum ada data rombel"),
]


class SaringanSekolah(Saringan):
    """The filters of the list of schools."""

    q = forms.CharField(label="Nama sekolah", required=False, max_length=100)
    kecamatan = forms.ChoiceField(label="Kecamatan", required=False)
    jenis = forms.ChoiceField(
        label="Jenjang",
        required=False,
        choices=[("", "Semua"), *((kode, JenisUnit(kode).label) for kode in JENJANG)],
    )
    keadaan = forms.ChoiceField(label="Keadaan", choices=KEADAAN, required=False)
    jabatan = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)

    def __init__(self, *args: Any, sekolah: UnitKerjaQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kecamatan: Any = self.fields["kecamatan"]
        isi = sekolah.filter(wilayah__isnull=False).order_by("wilayah__nama")
        pilihan = isi.values_list("wilayah", "wilayah__nama").distinct()
        kecamatan.choices = [("", "Semua"), *((str(pk), nama) for pk, nama in pilihan)]
        self.is_valid()

    def isi(self, nama: str) -> str:
        """What one filter asks for; empty for none, or for nonsense."""
        return str(getattr(self, "cleaned_data", {}).get(nama) or "")

    def saring(self, rows: UnitKerjaQuerySet) -> UnitKerjaQuerySet:
        """Schools by name, district and level."""
        rows = rows.filter(memuat(self.isi("q"), "nama"))
        if self.isi("kecamatan"):
            rows = rows.filter(wilayah=int(self.isi("kecamatan")))
        if self.isi("jenis"):
            rows = rows.filter(jenis=self.isi("jenis"))
        return rows


class HitungGuruForm(forms.Form):
    """Per post of teachers: which post of the school it counts under; where the guide leaves two
    numbers open, which one and why."""

    def __init__(
        self, *args: Any, baris: Sequence[BarisGuru], pos: Sequence[PosGuru],
        bawaan: Mapping[str, int], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        # What must be settled stands first; the rest is filled in already.
        urut = sorted((b for b in baris if b.hitungan is not None), key=lambda b: not b.pilihan)
        self.baris = {slugify(b.jabatan): b for b in urut}
        jabatan = [(str(p.formasi.pk), p.formasi.jabatan.nama) for p in pos]
        umum = jabatan[0][0] if jabatan else ""
        for kunci, satu in self.baris.items():
            if satu.pilihan:
                self._tambah_pilihan(kunci, satu)
            self.fields[f"pos-{kunci}"] = forms.ChoiceField(
                label=_judul(satu), choices=jabatan, initial=str(bawaan.get(satu.jabatan, umum))
            )

    def _tambah_pilihan(self, kunci: str, satu: BarisGuru) -> None:
        pilihan = [
            (str(p.guru), f"{p.guru} guru, masing-masing {angka(p.jtm_masing, 2)} jam")
            for p in satu.pilihan
        ]
        self.fields[f"guru-{kunci}"] = forms.ChoiceField(
            label=f"Berapa guru {satu.jabatan}? (kasus per kasus)",
            choices=[("", "Pilih …"), *pilihan],
            help_text="Kedua jumlah tidak memberi tiap guru 24 sampai 40 jam.",
        )
        self.fields[f"alasan-{kunci}"] = forms.CharField(
            label=f"Alasan jumlah guru {satu.jabatan}", min_length=ALASAN_MINIMAL, max_length=200,
            help_text="Tersimpan bersama nama Anda di perhitungannya.",
        )  # fmt: skip

    @property
    def pos(self) -> dict[str, int]:
        """Post of teachers -> post of the school."""
        return {b.jabatan: int(self.cleaned_data[f"pos-{k}"]) for k, b in self.baris.items()}

    @property
    def putusan(self) -> dict[str, Putusan]:
        """What was chosen where the guide leaves it open."""
        return {
            b.jabatan: Putusan(
                int(self.cleaned_data[f"guru-{k}"]), self.cleaned_data[f"alasan-{k}"]
            )
            for k, b in self.baris.items()
            if b.pilihan
        }


def _judul(satu: BarisGuru) -> str:
    nama = satu.jabatan[:1].upper() + satu.jabatan[1:]
    banyak = " atau ".join(str(p.guru) for p in satu.pilihan) or satu.butuh
    return f"{nama} ({banyak} orang) dihitung di jabatan"
