"""Decrees as forms: their texts, their number, what is done about one that is in force."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from mutasi.models import Keputusan, Penandatangan
from mutasi.selectors.keputusan import pilihan_penanda
from mutasi.selectors.keputusan_isi import Bunyi
from organisasi.models import Disposisi
from toolkit.formulir import hari

BAGIAN = ("menimbang", "mengingat", "diktum", "tembusan")


def alinea(label: str, *, baris: int, **lain: Any) -> forms.CharField:
    """Several lines of text."""
    return forms.CharField(
        label=label, max_length=20_000, widget=forms.Textarea(attrs={"rows": baris}), **lain
    )


def penanda(label: str = "Penanda tangan") -> forms.ModelChoiceField:
    """Who signs, of those in office today."""
    return forms.ModelChoiceField(
        label=label, queryset=Penandatangan.objects.none(), empty_label="Pilih penanda tangan"
    )


def isi_penanda(form: forms.Form, *, per: date) -> None:
    """Lay the signers of the day into the form."""
    bidang: Any = form.fields["penandatangan"]
    bidang.queryset = pilihan_penanda(per=per)
    bidang.label_from_instance = lambda p: (
        f"{p.sebutan} · {p.pengguna.nama} ({p.get_kedudukan_display()})"
    )


class KeputusanForm(forms.Form):
    """A draft. Long texts: one paragraph per line; empty means the usual words."""

    tentang = forms.CharField(
        label="Tentang", max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    tmt = hari("TMT", bantuan="Tanggal 1 sebuah bulan, kecuali ketentuan membolehkan lain.")
    penandatangan = penanda()
    tempat = forms.CharField(label="Ditetapkan di", max_length=100, required=False)
    menimbang = alinea(
        "Menimbang",
        baris=5,
        required=False,
        help_text="Satu alinea per baris; huruf a, b, c diberikan sendiri.",
    )
    mengingat = alinea(
        "Mengingat",
        baris=7,
        required=False,
        help_text="Tambahkan undang-undang pembentukan daerah, Perda perangkat "
        "daerah, dan Perkada setempat. Satu peraturan per baris.",
    )
    diktum = alinea(
        "Diktum",
        baris=6,
        required=False,
        help_text="KESATU, KEDUA, dan seterusnya; satu per baris. Kosongkan untuk "
        "bunyi yang biasa.",
    )
    tembusan = alinea("Tembusan", baris=5, required=False, help_text="Satu penerima per baris.")

    def __init__(self, *args: Any, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isi_penanda(self, per=per)

    def isian(self) -> dict[str, Any]:
        """As the acts take it."""
        isi = self.cleaned_data
        return {
            "tentang": " ".join(isi["tentang"].split()),
            "tmt": isi["tmt"],
            "penandatangan_id": isi["penandatangan"].pk,
            "bunyi": Bunyi(tempat=isi["tempat"], **{b: baris_teks(isi[b]) for b in BAGIAN}),
        }


def baris_teks(teks: str) -> tuple[str, ...]:
    """The lines of a text, blanks squeezed, empty ones left out."""
    return tuple(rapi for satu in teks.splitlines() if (rapi := " ".join(satu.split())))


def awal_bunyi(bunyi: Bunyi) -> dict[str, Any]:
    """The texts of a decree as the form shows them."""
    return {"tempat": bunyi.tempat, **{b: "\n".join(getattr(bunyi, b)) for b in BAGIAN}}


def awal_dari(k: Keputusan, bunyi: Bunyi) -> dict[str, Any]:
    """What the form of an existing draft begins with."""
    isi = {"tentang": k.tentang, "tmt": k.tmt, "penandatangan": k.penandatangan_id}
    return isi | awal_bunyi(bunyi)


class NomorForm(forms.Form):
    """Number and day by Bagian Hukum."""

    nomor = forms.CharField(
        label="Nomor SK",
        max_length=100,
        help_text="Lengkap seperti akan tercetak, misalnya 821.2/17/2026.",
    )
    tanggal = hari("Tanggal SK")


class AlasanForm(forms.Form):
    """Why."""

    alasan = forms.CharField(
        label="Alasan", min_length=10, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class TetapkanForm(forms.Form):
    """The signer's yes to exactly the draft he read."""

    sidik = forms.CharField(widget=forms.HiddenInput, max_length=64)
    yakin = forms.BooleanField(label="Saya sudah membaca naskah dan lampirannya dan menetapkannya.")


class KertasForm(forms.Form):
    """By which disposition the signer set it on paper."""

    disposisi = forms.ModelChoiceField(
        label="Disposisi",
        queryset=Disposisi.objects.none(),
        empty_label="Pilih disposisi",
        help_text="Hanya disposisi dari penanda tangan ini yang sudah disahkan orang kedua.",
    )

    def __init__(self, *args: Any, k: Keputusan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Disposisi.objects.filter(
            pejabat__pengguna=k.penandatangan.pengguna_id, disahkan_pada__isnull=False
        )
        bidang: Any = self.fields["disposisi"]
        bidang.queryset = rows.select_related("pejabat")


class UnggahForm(forms.Form):
    """The signed PDF."""

    berkas = forms.FileField(
        label="PDF bertanda tangan",
        help_text="Hasil TTE atau pindaian, paling besar 10 MB. Disimpan apa adanya dan tidak "
        "dapat diganti.",
    )


class _AtasKeputusan(forms.Form):
    """What every decree about a decree says."""

    alasan = forms.CharField(
        label="Alasan",
        min_length=10,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Masuk ke bagian Menimbang, sesudah kata “bahwa”.",
    )
    penandatangan = penanda()

    def __init__(self, *args: Any, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isi_penanda(self, per=per)

    def isian(self) -> dict[str, Any]:
        """As the acts take it."""
        isi = dict(self.cleaned_data)
        isi["penandatangan_id"] = isi.pop("penandatangan").pk
        return isi


class CabutForm(_AtasKeputusan):
    """Revoke: from when, and whether people return."""

    berlaku = hari(
        "Berlaku sejak",
        bantuan="Sampai dengan TMT lama: seolah-olah keputusan itu tidak pernah ada.",
    )
    pulihkan = forms.BooleanField(
        label="Kembalikan ke jabatan semula",
        required=False,
        initial=True,
        help_text="Bila tidak, kedudukannya ditetapkan dengan keputusan tersendiri.",
    )


class GantiForm(_AtasKeputusan):
    """Replace: a decree for the same people."""

    tentang = forms.CharField(
        label="Tentang", max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    tmt = hari("TMT yang baru")


class RalatForm(_AtasKeputusan):
    """Correct slips of the pen."""

    perbaikan = alinea(
        "Perbaikan",
        baris=4,
        help_text="Satu per baris: letak | tertulis | seharusnya. Contoh: Lampiran nomor 3, kolom "
        "4 | Penata, III/c | Penata Muda, III/a",
    )

    def clean_perbaikan(self) -> list[tuple[str, str, str]]:
        """Three parts each."""
        hasil = []
        for satu in filter(str.strip, self.cleaned_data["perbaikan"].splitlines()):
            bagian = [b.strip() for b in satu.split("|")]
            if len(bagian) != 3 or not all(bagian):
                raise forms.ValidationError(
                    "Tiap baris memuat tiga bagian yang dipisahkan garis tegak: letak | tertulis "
                    "| seharusnya."
                )
            hasil.append((bagian[0], bagian[1], bagian[2]))
        return hasil


class TerimaForm(forms.Form):
    """When excerpts were received."""

    tanggal = hari("Diterima pada")


class PeriksaForm(forms.Form):
    """A PDF to compare with what is kept; it is not stored."""

    berkas = forms.FileField(label="Berkas PDF", help_text="Paling besar 10 MB. Tidak disimpan.")
