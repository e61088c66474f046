"""The shape of what is typed about a file and its lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from mutasi.forms.rancangan import BarisForm, JudulForm, UndangForm
from mutasi.kernel.dasar import PILIHAN, baca_dasar, tulis_dasar
from mutasi.kernel.jenis import NAMA_JENIS, NAMA_JENJANG, NAMA_RUTE, NAMA_SUMBER, Sumber, pilihan
from mutasi.models import BerkasMutasi, UsulanMutasi
from organisasi.models import Pengguna
from toolkit.formulir import hari

# What BKD may write by hand; heads, employees and drafts bring theirs themselves.
SUMBER = [(k, v) for k, v in pilihan(NAMA_SUMBER) if k in (Sumber.BKD, Sumber.SOTK)]


def teks(label: str, bantuan: str = "", *, wajib: bool = True, baris: int = 3,
         maks: int = 2000, **lain: Any) -> forms.CharField:  # fmt: skip
    """Several lines of words."""
    return forms.CharField(
        label=label, required=wajib, help_text=bantuan, max_length=maks,
        widget=forms.Textarea(attrs={"rows": baris}), **lain,
    )  # fmt: skip


class BerkasForm(JudulForm):
    """Name, day, note and origin of a file."""

    sumber = forms.ChoiceField(label="Asal", choices=SUMBER)

    def __init__(self, *args: Any, per: date, ubah: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, per=per, **kwargs)
        self.fields["nama"].label = "Nama berkas"
        self.fields["nama"].help_text = "Hanya dibaca mereka yang memproses berkas ini."
        self.fields["keterangan"].label = "Kebutuhan atau alasan bersama"
        self.fields["keterangan"].help_text = "Dipakai sebagai alasan baris yang belum ditulis."
        if ubah:
            del self.fields["sumber"]

    @classmethod
    def ubahan(cls, data: Any, berkas: BerkasMutasi, *, per: date) -> BerkasForm:
        """Filled with what it says now; where it came from stays."""
        awal = {k: getattr(berkas, k) for k in ("nama", "tmt", "keterangan")}
        return cls(data or None, initial=awal, per=per, ubah=True)


class SebutForm(UndangForm):
    """Somebody to be named in a file."""

    def __init__(self, *args: Any, calon: Any, **kwargs: Any) -> None:
        super().__init__(*args, calon=calon, **kwargs)
        self.fields[
            "siapa"
        ].help_text = (
            "Hanya yang perannya mengizinkan. Ia tidak diberi tahu; berkas ini muncul di daftarnya."
        )


class UsulanForm(BarisForm):
    """One case: who, to where, as what, from when, why. What was not sent is left as it is."""

    field_order = ("versi", "pegawai", "jenis", "ke", "alasan", "tmt")

    jenis = forms.ChoiceField(label="Jenis mutasi", choices=pilihan(NAMA_JENIS), required=False)
    alasan = teks("Kebutuhan atau alasan", "Apa yang dibutuhkan unit atau mengapa ia dipindahkan.",
                  wajib=False, maks=4000)  # fmt: skip
    tmt = hari("TMT", wajib=False)
    selesai = hari("Berakhir", "Hanya untuk Plt., Plh., Pj., tugas tambahan, dan perpanjangan.",
                   wajib=False)  # fmt: skip
    rute = forms.ChoiceField(
        label="Rute antarinstansi", required=False,
        choices=[("", "Bukan antarinstansi"), *pilihan(NAMA_RUTE)],
    )  # fmt: skip
    asal_luar = forms.CharField(label="Instansi asal", max_length=200, required=False)
    tujuan_luar = forms.CharField(label="Instansi tujuan", max_length=200, required=False)
    jenjang = forms.ChoiceField(
        label="Jenjang jabatan di instansi lain", required=False,
        choices=[("", "Menurut jabatan tujuan"), *pilihan(NAMA_JENJANG)],
    )  # fmt: skip
    catatan = None  # type: ignore[assignment]

    SEMUA: tuple[str, ...] = (
        "pegawai", "ke", "jenis", "alasan", "tmt", "selesai", "rute", "asal_luar", "tujuan_luar",
        "jenjang",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pegawai"].help_text = "NIP, atau sebagian nama."
        self.fields[
            "ke"
        ].help_text = "Sebagian nama jabatan dan unitnya. Kosongkan bila tujuannya instansi lain."
        self.fields["jenis_dasar"].choices = PILIHAN  # type: ignore[attr-defined]

    @classmethod
    def usulan(
        cls, data: Any, usulan: UsulanMutasi, *, pengguna: Pengguna, per: date
    ) -> UsulanForm:
        """Filled with what the case says now."""
        jenis, dasar = baca_dasar(usulan.dasar)
        awal = {k: getattr(usulan, k) for k in cls.SEMUA}
        awal |= {
            "versi": usulan.versi, "pegawai": usulan.pegawai.nip,
            "ke": str(usulan.ke) if usulan.ke else "", "jenis_dasar": jenis, "dasar": dasar,
        }  # fmt: skip
        return cls(data or None, initial=awal, pengguna=pengguna, per=per)

    @classmethod
    def baris_baru(
        cls, data: Any, berkas: BerkasMutasi, *, pengguna: Pengguna, per: date
    ) -> UsulanForm:
        """A new line, with what the whole file shares."""
        awal = {"tmt": berkas.tmt, "jenis": "rotasi", "alasan": berkas.keterangan}
        return cls(data or None, initial=awal, pengguna=pengguna, per=per)

    def clean(self) -> dict[str, Any]:
        """Written on what was read: not over somebody else's newer version."""
        isi: dict[str, Any] = super().clean() or {}
        dibaca, kini = isi.get("versi"), self.initial.get("versi")
        if dibaca is not None and kini is not None and dibaca != kini:
            self.add_error(
                None, "Usulan ini berubah sejak Anda membukanya. Muat ulang, lalu ubah lagi."
            )
        return isi

    def isi(self) -> dict[str, Any]:
        """The columns that were sent and are not as they were."""
        nilai = self.cleaned_data
        ubah = [k for k in self.SEMUA if k in self.changed_data and k in self.data]
        hasil = {k: nilai[k] for k in ubah if nilai[k] is not None or k in ("ke", "selesai")}
        if {"jenis_dasar", "dasar"} & set(self.changed_data) and "jenis_dasar" in self.data:
            hasil["dasar"] = tulis_dasar(nilai["jenis_dasar"], nilai["dasar"])
        return hasil

    def isi_baru(self) -> dict[str, Any]:
        """Everything of a new line; what was not sent is as the file shares it."""
        bersama = {k: v for k, v in self.initial.items() if k not in self.data}
        dikirim = {k: self.cleaned_data[k] for k in self.SEMUA if k in self.data}
        return {**bersama, **self.isi(), **{k: v for k, v in dikirim.items() if v}}


class KenaForm(forms.Form):
    """Which act on which chosen lines; confirmed or not yet."""

    usulan = forms.MultipleChoiceField(
        label="Usulan", error_messages={"required": "Centang paling sedikit satu baris."}
    )
    aksi = forms.ChoiceField(label="Tindakan", error_messages={"required": "Pilih tindakannya."})

    def __init__(self, *args: Any, ids: Sequence[str], aksi: Sequence[tuple[str, str]],
                 **kwargs: Any) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields["usulan"].choices = [(satu, satu) for satu in ids]  # type: ignore[attr-defined]
        self.fields["aksi"].choices = aksi  # type: ignore[attr-defined]
