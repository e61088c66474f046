"""The shape of what is pasted into a file: many people and posts, and what they share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from mutasi.forms.berkas import UsulanForm, teks
from mutasi.kernel.dasar import tulis_dasar
from mutasi.kernel.jenis import ANTAR_INSTANSI
from mutasi.kernel.tempelan import Tempelan, baca
from mutasi.models import BerkasMutasi
from mutasi.services.berkas import MAKS_USULAN
from organisasi.models import Pengguna
from toolkit.formulir import bilangan

_PILIHAN = re.compile(r"^ke-(\d{1,4})$", re.ASCII)
# One for all lines cannot be said of these: each has its own other instansi, or is its own post.
_SATU_SATU = ("versi", "pegawai", "ke", "rute", "asal_luar", "tujuan_luar", "jenjang")


class TempelForm(UsulanForm):
    """The lines, and of the one-line form what holds for all of them alike."""

    field_order = (  # type: ignore[assignment]
        "baris", "jenis", "tmt", "alasan", "selesai", "jenis_dasar", "dasar",
    )  # fmt: skip
    BERSAMA = ("jenis", "tmt", "alasan", "selesai")

    baris = teks("Baris dari Excel", baris=8, maks=100_000)

    def __init__(self, *args: Any, tempat: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tempat = tempat
        for nama in _SATU_SATU:
            del self.fields[nama]
        for nama in ("jenis", "alasan", "tmt"):
            self.fields[nama].required = True
        jenis: Any = self.fields["jenis"]
        jenis.choices = [satu for satu in jenis.choices if satu[0] not in ANTAR_INSTANSI]
        self.fields["baris"].help_text = (
            "Tiga kolom: NIP, unit kerja tujuan (nama atau ID SIASN), jabatan tujuan. Kolom "
            f"keempat boleh berisi OPD-nya. Paling banyak {tempat} baris."
        )
        self.fields["baris"].widget.attrs |= {"spellcheck": "false", "wrap": "off"}

    @classmethod
    def tempel(
        cls, data: Any, berkas: BerkasMutasi, *, pengguna: Pengguna, per: date
    ) -> TempelForm:
        """With what the whole file shares, and room for what it does not hold yet."""
        awal = {"tmt": berkas.tmt, "jenis": "rotasi", "alasan": berkas.keterangan}
        tempat = MAKS_USULAN - berkas.usulan.count()
        return cls(data or None, initial=awal, tempat=tempat, pengguna=pengguna, per=per)

    def clean_baris(self) -> list[Tempelan]:
        """At least one line, and no more than the file holds; what is wrong in them is told in
        the preview."""
        baris = baca(self.cleaned_data["baris"])
        if not baris:
            raise forms.ValidationError("Tempel paling sedikit satu baris.")
        if len(baris) > self.tempat:
            raise forms.ValidationError(
                f"Ada {len(baris)} baris; berkas ini masih memuat {self.tempat} usulan lagi dari "
                f"{MAKS_USULAN}. Kurangi barisnya, atau buat berkas lain."
            )
        return baris

    def bersama(self) -> dict[str, Any]:
        """What the act takes beside person and post."""
        nilai = self.cleaned_data
        dasar = tulis_dasar(nilai["jenis_dasar"], nilai["dasar"])
        return {**{nama: nilai[nama] for nama in self.BERSAMA}, "dasar": dasar}

    def pilihan(self, kiriman: Mapping[str, str]) -> dict[int, int]:
        """The posts chosen in the preview, by number of line."""
        hasil = {}
        for nama, nilai in kiriman.items():
            cocok, pk = _PILIHAN.match(nama), bilangan(nilai)
            if cocok and pk:
                hasil[int(cocok[1])] = pk
        return hasil
