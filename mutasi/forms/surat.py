"""Letters as forms: each kind asks for what the file does not know."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from mutasi.forms.keputusan import alinea, baris_teks
from mutasi.kernel.naskah.bahan import Penanda
from mutasi.kernel.perubahan import Uang
from mutasi.models import JenisSurat
from mutasi.selectors.surat import PELANTIKAN, PER_ORANG, IsiSurat, Pilihan
from pegawai.kernel.tunjangan import tulis_rupiah
from toolkit.formulir import hari

J = JenisSurat
_SURAT = ("kepada", "di", "sifat", "hal", "isi", "penutup")
# Which fields beside number, day and signer each kind has.
BIDANG: dict[JenisSurat, tuple[str, ...]] = {
    J.USULAN: (*_SURAT, "narahubung"),
    J.NOTA_DINAS: (*_SURAT, "dari"),
    J.UNDANGAN: (*_SURAT, "pelantikan", "pukul"),
    J.BA_SUMPAH: ("pelantikan", "pukul"),
    J.SPP: ("usulan", "tunjangan"),
    J.SPMJ: ("usulan", "tunjangan"),
    J.SPMT: ("usulan", "tunjangan"),
    J.PEMBERITAHUAN: ("usulan", "narahubung"),
}
_WAJIB = frozenset({"nomor", "kepada", "usulan", "pelantikan"})
_UMUM = ("nomor", "tanggal", "jabatan", "nama", "nip", "pangkat")


class SuratForm(forms.Form):
    """One letter; long texts have one paragraph per line, empty ones get the usual words."""

    usulan = forms.ChoiceField(label="Tentang pegawai")
    pelantikan = forms.TypedChoiceField(label="Pelantikan", coerce=int)
    nomor = forms.CharField(label="Nomor surat", max_length=100)
    tanggal = hari("Tanggal surat")
    kepada = alinea("Kepada (Yth.)", baris=2, help_text="Satu penerima per baris.")
    di = forms.CharField(label="Di", max_length=100)
    sifat = forms.CharField(label="Sifat", max_length=50, initial="Biasa")
    hal = forms.CharField(label="Hal", max_length=200, help_text="Kosongkan untuk yang biasa.")
    dari = forms.CharField(label="Dari", max_length=200)
    pukul = forms.CharField(label="Pukul", max_length=20, initial="09.00")
    isi = alinea("Isi", baris=4, help_text="Satu alinea per baris; kosongkan untuk yang biasa.")
    penutup = alinea("Penutup", baris=2)
    narahubung = forms.CharField(label="Narahubung", max_length=200)
    tunjangan = forms.CharField(
        label="Tunjangan jabatan", max_length=60, help_text="Misalnya Rp540.000,00."
    )
    jabatan = forms.CharField(label="Jabatan penanda tangan", max_length=200)
    nama = forms.CharField(label="Nama penanda tangan", max_length=200)
    nip = forms.CharField(label="NIP penanda tangan", max_length=18, min_length=18)
    pangkat = forms.CharField(label="Pangkat penanda tangan", max_length=60)

    def __init__(
        self, *args: Any, pilihan: Pilihan, tunjangan: Uang | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if tunjangan is not None:
            self.fields["tunjangan"].initial = f"{tulis_rupiah(tunjangan.rupiah)},00"
            self.fields["tunjangan"].help_text = f"Dari tabel tunjangan: {tunjangan.dasar}."
        jenis = pilihan.jenis
        ada = {*_UMUM, *BIDANG[jenis]}
        for nama in list(self.fields):
            if nama not in ada:
                del self.fields[nama]
            elif nama not in _WAJIB and nama not in ("tanggal", "jabatan", "nama", "nip"):
                self.fields[nama].required = False
        if jenis == J.PEMBERITAHUAN:
            self.fields["nomor"].required = False
        if jenis in PER_ORANG:
            self.fields["usulan"].choices = [  # type: ignore[attr-defined]
                (str(u.pk), f"{u.urutan}. {u.pegawai}") for u in pilihan.usulan
            ]
        if jenis in PELANTIKAN:
            self.fields["pelantikan"].choices = [  # type: ignore[attr-defined]
                (p.pk, f"{p.tanggal:%d-%m-%Y}, {p.tempat}") for p in pilihan.pelantikan
            ]

    def isian(self) -> IsiSurat:
        """As the act takes it."""
        isi = self.cleaned_data
        penanda = Penanda(isi["jabatan"], isi["nama"], isi["nip"], isi["pangkat"])
        nama = ("di", "sifat", "hal", "dari", "pukul", "narahubung", "tunjangan")
        teks: dict[str, Any] = {k: isi[k] for k in nama if k in isi}
        baris: dict[str, Any] = {
            k: baris_teks(isi[k]) for k in ("kepada", "isi", "penutup") if k in isi
        }
        hari_: date = isi["tanggal"]
        return IsiSurat(isi["nomor"].strip(), hari_, penanda, **baris, **teks)


class TemplatForm(forms.Form):
    """An office's Word template."""

    berkas = forms.FileField(label="Berkas Word (.docx)", help_text="Paling besar 2 MB.")


class LambangForm(forms.Form):
    """A picture of an emblem."""

    gambar = forms.FileField(
        label="Gambar", help_text="PNG atau JPEG, paling besar 400 KB.",
        widget=forms.ClearableFileInput(attrs={"accept": "image/png,image/jpeg"}),
    )  # fmt: skip
