"""What is recorded after a decree for many people at once: two columns pasted from a sheet."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from mutasi.forms.berkas import teks
from toolkit.formulir import hari

MAKS_BARIS = 300
# A NIP of 18 digits, perhaps written with blanks, and what stands beside it.
_BARIS = re.compile(r"^((?:\d ?){17}\d)\s*[\s;,|]\s*(\S.*)$")


class BarisForm(forms.Form):
    """Lines of NIP and a value. ``baris`` gives them as pairs."""

    baris = teks("Baris dari Excel", baris=10, maks=40_000)
    kolom = ""
    maks = 0

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["baris"].help_text = (
            f"Salin dua kolom, NIP dan {self.kolom}: satu orang per baris, paling banyak "
            f"{MAKS_BARIS}."
        )

    def clean_baris(self) -> list[tuple[str, str]]:
        """Pairs; what cannot be read is named by its line."""
        hasil: dict[str, str] = {}
        salah: list[str] = []
        for nomor, satu in enumerate(self.cleaned_data["baris"].splitlines(), 1):
            if not satu.strip():
                continue
            cocok = _BARIS.match(satu.strip())
            nip = cocok[1].replace(" ", "") if cocok else ""
            if cocok is None or len(cocok[2].strip()) > self.maks:
                salah.append(f"Baris {nomor} tidak berisi NIP 18 angka dan {self.kolom}.")
            elif nip in hasil:
                salah.append(f"Baris {nomor} mengulang NIP {nip}.")
            else:
                hasil[nip] = cocok[2].strip()
        if len(hasil) > MAKS_BARIS:
            salah.append(f"Paling banyak {MAKS_BARIS} baris sekaligus.")
        if salah:
            raise forms.ValidationError(salah[:5])
        return list(hasil.items())

    def isi(self) -> dict[str, Any]:
        """What the act takes beside the pairs."""
        return {k: v for k, v in self.cleaned_data.items() if k != "baris"}


class SpmtBanyakForm(BarisForm):
    """Statements of one day: their numbers, and since when these people work there."""

    field_order = ("tanggal", "mulai", "baris")
    kolom, maks = "nomor SPMT", 100
    tanggal = hari("Tanggal surat")
    mulai = hari("Melaksanakan tugas sejak", bantuan="Paling awal pada TMT.")


class SiasnBanyakForm(BarisForm):
    """What SIASN gave back for each of them."""

    kolom, maks = "id riwayat jabatan SIASN", 64
