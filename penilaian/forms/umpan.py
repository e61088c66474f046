"""Writing feedback; asking for counselling, its day and its note; deciding about a proposal."""

from __future__ import annotations

from typing import Any

from django import forms

from penilaian.models import JenisTindakLanjut, KeadaanTindakLanjut
from penilaian.policies.konseling import MIN_CATATAN
from penilaian.policies.tindak_lanjut import MIN_ALASAN
from penilaian.policies.umpan import MIN_ISI

_BELUM = {"required": "Tulis isinya dahulu."}


class UmpanForm(forms.Form):
    """One message."""

    isi = forms.CharField(
        label="Pesan", min_length=MIN_ISI, max_length=2000, error_messages=_BELUM,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sebut pekerjaannya, apa akibatnya, dan apa yang dapat dilakukan berikutnya. "
        "Pesan tidak dapat diubah atau dihapus.",
    )  # fmt: skip


class MintaKonselingForm(forms.Form):
    """Whom one asks, and about what."""

    konselor: Any = forms.ModelChoiceField(
        label="Dengan siapa", queryset=None, empty_label="Pilih orangnya",
        error_messages={"required": "Pilih dengan siapa Anda ingin berbicara."},
    )  # fmt: skip
    hal = forms.CharField(
        label="Tentang apa", max_length=255, error_messages=_BELUM,
        help_text="Singkat saja; hanya Anda berdua yang membacanya.",
    )  # fmt: skip

    def __init__(self, *args: Any, boleh: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bidang: Any = self.fields["konselor"]
        bidang.queryset = boleh
        bidang.label_from_instance = lambda siapa: siapa.nama


class JadwalForm(forms.Form):
    """The day."""

    jadwal = forms.DateField(
        label="Tanggal", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Isi tanggalnya."},
    )  # fmt: skip


class CatatanForm(forms.Form):
    """What was said, kept encrypted."""

    catatan = forms.CharField(
        label="Catatan", min_length=MIN_CATATAN, max_length=4000, error_messages=_BELUM,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Disimpan tersandi; hanya Anda berdua yang dapat membacanya.",
    )  # fmt: skip


class PutusUsulForm(forms.Form):
    """The reason of a decision."""

    alasan = forms.CharField(
        label="Alasan", min_length=MIN_ALASAN, max_length=500, error_messages=_BELUM,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bila diterima, pegawai membaca alasan ini.",
    )  # fmt: skip


class SaringanUsul(forms.Form):
    """The filters of the list; one that makes no sense filters nothing."""

    keadaan = forms.ChoiceField(
        label="Keadaan", required=False, choices=[("", "Semua"), *KeadaanTindakLanjut.choices]
    )
    jenis = forms.ChoiceField(
        label="Jenis", required=False, choices=[("", "Semua"), *JenisTindakLanjut.choices]
    )
    q = forms.CharField(label="Nama atau NIP", required=False, max_length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, bidang in self.fields.items():
            gaya = "form-select" if isinstance(bidang, forms.ChoiceField) else "form-control"
            bidang.widget.attrs |= {"id": f"saring-{nama}", "class": gaya}

    def isi(self) -> dict[str, str]:
        """What was understood."""
        self.is_valid()
        return {nama: teks for nama, teks in self.cleaned_data.items() if teks}
