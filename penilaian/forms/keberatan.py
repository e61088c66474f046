"""The shape of an objection, of what its sides say, and of who decides it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from pegawai.models import Pegawai
from penilaian.kernel.skor import Baris
from penilaian.models import KeadaanKeberatan, PihakKeberatan
from penilaian.services.keberatan import MIN_ALASAN, IsiKeberatan, Surat
from toolkit.formulir import bilangan, hari

KEADAAN = [
    ("", "Yang berjalan"), *KeadaanKeberatan.choices,
    ("hitung", "Menunggu dihitung ulang"), ("semua", "Semua"),
]  # fmt: skip
MAKS_BERKAS = 5
BERKAS = "PDF, PNG, JPG, XLSX, atau DOCX, paling besar 10 MB tiap berkas."


def saringan(kueri: Any) -> dict[str, Any]:
    """The filters of the list; what nobody knows filters nothing."""
    keadaan = kueri.get("keadaan", "")
    return {
        "q": kueri.get("q", "").strip()[:100].replace("\x00", ""),
        "keadaan": keadaan if keadaan in dict(KEADAAN) else "",
        "lewat": kueri.get("lewat") == "1",
        "unit": bilangan(kueri.get("unit", "")),
    }


class BanyakBerkas(forms.FileInput):
    """Several files in one field."""

    allow_multiple_selected = True


class BerkasField(forms.FileField):
    """A list of files; empty when none was chosen."""

    widget = BanyakBerkas

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each by itself, and not too many."""
        semua = data if isinstance(data, list | tuple) else [data] if data else []
        if len(semua) > MAKS_BERKAS:
            raise forms.ValidationError(f"Paling banyak {MAKS_BERKAS} berkas.")
        if self.required and not semua:
            raise forms.ValidationError(self.error_messages["required"])
        satu = super().clean
        return [satu(berkas, initial) for berkas in semua]


def _teks(label: str, **lain: Any) -> forms.CharField:
    """A long text."""
    biasa: dict[str, Any] = {"max_length": 4000, "widget": forms.Textarea(attrs={"rows": 5})}
    return forms.CharField(label=label, **(biasa | lain))


class AjukanForm(forms.Form):
    """Which lines, why, with which files."""

    kriteria = forms.MultipleChoiceField(
        label="Baris yang Anda bantah", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Tidak memilih satu pun berarti membantah seluruh hasil.",
    )  # fmt: skip
    alasan = _teks(
        "Alasan", min_length=MIN_ALASAN,
        help_text=f"Apa yang keliru dan mengapa, paling sedikit {MIN_ALASAN} huruf.",
    )  # fmt: skip
    berkas = BerkasField(
        label="Berkas pendukung", required=False,
        help_text=f"Boleh lebih dari satu, paling banyak {MAKS_BERKAS}. {BERKAS}",
    )  # fmt: skip

    def __init__(self, *args: Any, baris: Sequence[tuple[str, str, Baris]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan: Any = self.fields["kriteria"]
        pilihan.choices = [(kode, bunyi) for kode, bunyi, _ in baris]

    def isi(self) -> IsiKeberatan:
        """As the act takes it."""
        d = self.cleaned_data
        return IsiKeberatan(d["alasan"], tuple(d["kriteria"]), tuple(d["berkas"]))


class SuratForm(AjukanForm):
    """The same from a letter; its scan is the first file."""

    nomor = forms.CharField(label="Nomor surat", max_length=100)
    diterima = hari(
        "Tanggal pada tanda terima",
        bantuan="Tanggal ini yang menentukan tepat waktu atau tidak, bukan hari pencatatan.",
    )
    berkas = BerkasField(
        label="Pindaian surat dan lampirannya", help_text=f"Paling sedikit suratnya. {BERKAS}"
    )
    field_order = ("nomor", "diterima", "kriteria", "alasan", "berkas")

    def surat(self) -> Surat:
        """As the act takes it."""
        return Surat(self.cleaned_data["nomor"], self.cleaned_data["diterima"])


class KeteranganForm(forms.Form):
    """What one side says; the office says whose paper it records."""

    pihak = forms.ChoiceField(label="Keterangan dari", choices=PihakKeberatan.choices)
    isi = _teks("Keterangan")
    berkas = forms.FileField(label="Berkas", required=False, help_text=BERKAS)

    def __init__(self, *args: Any, mencatat: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not mencatat:
            del self.fields["pihak"]
            return
        self.fields["berkas"].required = True
        self.fields["berkas"].label = "Pindaian keterangan tertulis"

    @property
    def data_isi(self) -> dict[str, Any]:
        """As the act takes it."""
        berkas: UploadedFile | None = self.cleaned_data["berkas"]
        pihak = self.cleaned_data.get("pihak", "")
        return {"isi": self.cleaned_data["isi"], "berkas": berkas, "pihak": pihak}


class CabutForm(forms.Form):
    """Why it is withdrawn, if one wants to say so."""

    alasan = _teks(
        "Alasan mencabut", required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class KembalikanForm(forms.Form):
    """What does not agree with the scan."""

    alasan = _teks(
        "Yang tidak cocok", min_length=10, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class PemutusForm(forms.Form):
    """Who decides instead, and why."""

    nip = forms.CharField(
        label="NIP pejabat yang memutus", max_length=24,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    alasan = _teks("Alasan", min_length=MIN_ALASAN, max_length=500)

    def clean_nip(self) -> Pegawai:
        """The colleague with this number."""
        nip = "".join(self.cleaned_data["nip"].split())
        orang = Pegawai.objects.defer("siasn", "nik_sandi").filter(nip=nip).first()
        if orang is None:
            raise forms.ValidationError("Tidak ada pegawai dengan NIP itu.")
        return orang
