"""The filters of the lists of cases and files, as the address states them."""

from __future__ import annotations

from typing import Any

from django import forms

from mutasi.alur import StatusUsulan
from mutasi.kernel.jenis import NAMA_JENIS, NAMA_SUMBER, Tahap, pilihan
from penilaian.forms.saringan import Saringan

NAMA_TAHAP_PENDEK: dict[str, str] = {
    Tahap.RAHASIA: "Rahasia",
    Tahap.TERBATAS: "Terbatas",
    Tahap.DIBERITAHUKAN: "Diberitahukan",
    Tahap.DIUMUMKAN: "Diumumkan",
}
KEADAAN = [("", "Yang berjalan"), ("semua", "Semua"), *StatusUsulan.choices]


class _SaringanJalan(Saringan):
    """What both lists filter by; a wrong value filters nothing."""

    awalan = "s"

    q = forms.CharField(label="Cari", required=False, max_length=100,
                        widget=forms.TextInput(attrs={"type": "search"}))  # fmt: skip
    status = forms.ChoiceField(label="Keadaan", choices=KEADAAN, required=False)
    jenis = forms.ChoiceField(
        label="Jenis", choices=[("", "Semua jenis"), *pilihan(NAMA_JENIS)], required=False
    )
    tahap = forms.ChoiceField(
        label="Kerahasiaan", required=False,
        choices=[("", "Semua tahap"), *pilihan(NAMA_TAHAP_PENDEK)],
    )  # fmt: skip
    sumber = forms.ChoiceField(
        label="Asal", choices=[("", "Semua asal"), *pilihan(NAMA_SUMBER)], required=False
    )

    def isi(self) -> dict[str, Any]:
        """What was asked for."""
        self.is_valid()
        return {nama: self.cleaned_data.get(nama, "") for nama in self.fields}

    def kalimat(self) -> str:
        """The filters in words, for the export and the access log; a name searched stays out."""
        isi = self.isi()
        kata = []
        for nama, bidang in self.fields.items():
            if isinstance(bidang, forms.ChoiceField) and isi[nama]:
                pilih: Any = bidang.choices
                kata.append(f"{bidang.label}: {dict(pilih)[isi[nama]]}")
        if isi["q"]:
            kata.append("dengan kata pencarian")
        return "; ".join(kata)


class SaringanUsulan(_SaringanJalan):
    """The filters of the list of cases."""

    tunggu = forms.ChoiceField(
        label="Giliran", required=False,
        choices=[("", "Semua"), ("saya", "Menunggu saya"), ("lewat", "Lewat batas waktu")],
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "Nama, NIP, atau nomor berkas"


class SaringanBerkas(_SaringanJalan):
    """The filters of the list of files."""

    tutup = forms.ChoiceField(
        label="Berkas", required=False,
        choices=[("", "Terbuka"), ("tutup", "Ditutup"), ("semua", "Semua")],
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].label = "Nomor atau nama berkas"
        self.fields["status"].choices = [("", "Semua keadaan"), *KEADAAN[2:]]  # type: ignore[attr-defined]
