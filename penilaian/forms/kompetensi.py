"""Shapes of what is typed on the pages of competences, standards and boxes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from organisasi.izin import Izin
from organisasi.models import Pengguna, UnitKerja
from penilaian.forms.kebutuhan import NomorField
from penilaian.forms.saringan import Saringan
from penilaian.kernel.kompetensi import NAMA_LEVEL
from penilaian.models import JenisKompetensi, Kompetensi
from penilaian.selectors import kompetensi_daftar, kompetensi_katalog
from penilaian.selectors.kebutuhan_kompetensi import KELOMPOK
from penilaian.selectors.kompetensi_daftar import SaringanOrang
from penilaian.selectors.kompetensi_lingkup import Lingkup, opd_terlihat, sebutan_rumpun
from penilaian.selectors.talenta import SaringanTalenta

LEVEL = [(nomor, f"{nomor} · {nama}") for nomor, nama in enumerate(NAMA_LEVEL, 1)]
_JENIS = [("", "Semua"), *JenisKompetensi.choices]
_PENDIDIKAN = [
    ("", "Semua"), ("tidak", "Tidak memenuhi"), ("periksa", "Perlu diperiksa"),
    ("memenuhi", "Memenuhi"),
]  # fmt: skip


class SaringanLingkup(Saringan):
    """An OPD within reach and a job family; shared by all pages of competences."""

    izin = Izin.NILAI_LIHAT

    opd = forms.ModelChoiceField(
        label="Perangkat daerah", queryset=UnitKerja.objects.none(), required=False,
        empty_label="Semua",
    )  # fmt: skip
    rumpun = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)

    def __init__(self, *args: Any, pengguna: Pengguna, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pengguna, self.per = pengguna, per
        opd: Any = self.fields["opd"]
        opd.queryset = opd_terlihat(pengguna, self.izin, per=per)

    @property
    def isi(self) -> dict[str, Any]:
        """What was asked for; a wrong value asks for nothing."""
        self.is_valid()
        return {nama: self.cleaned_data.get(nama) for nama in self.fields}

    @property
    def lingkup(self) -> Lingkup:
        """The people the page is about."""
        isi = self.isi
        opd = isi["opd"].pk if isi["opd"] else None
        return Lingkup(self.pengguna, self.per, opd, isi["rumpun"] or "", self.izin)

    @property
    def nama_rumpun(self) -> str:
        """The family in words, if one is named."""
        return sebutan_rumpun(self.isi["rumpun"] or "")


class SaringanUnit(SaringanLingkup):
    """The filters of needed against held."""

    jenis = forms.ChoiceField(label="Jenis kompetensi", choices=_JENIS, required=False)
    kelompok = forms.ChoiceField(
        label="Kelompokkan menurut", choices=list(KELOMPOK.items()), required=False
    )
    field_order = ("opd", "jenis", "kelompok", "rumpun")


class SaringanPendidikan(SaringanLingkup):
    """The filters of the pairs of post and diploma."""

    q = forms.CharField(label="Jabatan atau ijazah", required=False, max_length=100)
    keadaan = forms.ChoiceField(label="Keadaan", choices=_PENDIDIKAN, required=False)
    field_order = ("q", "opd", "keadaan", "rumpun")


class SaringanDaftar(SaringanLingkup):
    """The filters of the list of people; a jabatan with a diploma comes from a link only."""

    kompetensi = forms.ModelChoiceField(
        label="Kompetensi", queryset=Kompetensi.objects.filter(aktif=True), to_field_name="kode",
        required=False, empty_label="Semua",
    )  # fmt: skip
    level = forms.TypedChoiceField(
        label="Level yang diminta", choices=[("", "Semua"), *LEVEL], coerce=int, required=False,
        empty_value=None,
    )  # fmt: skip
    keadaan = forms.ChoiceField(label="Keadaan", required=False)
    jabatan = NomorField()
    tingkat = forms.CharField(required=False, max_length=4, widget=forms.HiddenInput)
    pendidikan = NomorField()
    tanpa = forms.BooleanField(required=False, widget=forms.HiddenInput)
    field_order = ("opd", "kompetensi", "level", "keadaan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keadaan: Any = self.fields["keadaan"]
        bernama = bool(self.data.get("kompetensi"))
        daftar = kompetensi_daftar.KEADAAN if bernama else kompetensi_daftar.KEADAAN_ORANG
        keadaan.choices = list(daftar)

    @property
    def saringan(self) -> SaringanOrang:
        """As the selector asks for it."""
        isi = self.isi
        return SaringanOrang(
            isi["kompetensi"], isi["level"], isi["keadaan"] or "", isi["jabatan"],
            isi["tingkat"] or "", isi["pendidikan"], bool(isi["tanpa"]),
        )  # fmt: skip


class SaringanJabatan(Saringan):
    """The filters of the list of standards."""

    q = forms.CharField(label="Jabatan atau rumpun", required=False, max_length=100)
    keadaan = forms.ChoiceField(
        label="Keadaan", choices=list(kompetensi_katalog.KEADAAN), required=False
    )
    rumpun = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)

    @property
    def isi(self) -> dict[str, str]:
        """What was asked for; a wrong value asks for nothing."""
        self.is_valid()
        return {nama: self.cleaned_data.get(nama) or "" for nama in self.fields}


class SaringanKamus(Saringan):
    """The filters of the dictionary."""

    q = forms.CharField(label="Kata", required=False, max_length=100)
    jenis = forms.ChoiceField(label="Jenis", choices=_JENIS, required=False)

    @property
    def isi(self) -> dict[str, str]:
        """What was asked for; a wrong value asks for nothing."""
        self.is_valid()
        return {nama: self.cleaned_data.get(nama) or "" for nama in self.fields}


class SaringanKotak(SaringanLingkup):
    """The filters of the boxes."""

    izin = Izin.TALENTA_LIHAT

    tahun = forms.IntegerField(required=False, min_value=2000, max_value=2100)
    kotak = forms.TypedChoiceField(
        label="Kotak", choices=[("", "Semua"), *((n, f"Kotak {n}") for n in range(1, 10))],
        coerce=int, required=False, empty_value=None,
    )  # fmt: skip
    bertentangan = forms.BooleanField(label="Hanya yang bertentangan", required=False)
    field_order = ("opd", "tahun", "kotak", "bertentangan", "rumpun")

    @property
    def saringan(self) -> SaringanTalenta:
        """As the selector asks for it."""
        isi = self.isi
        return SaringanTalenta(
            isi["tahun"], isi["kotak"], bool(isi["bertentangan"]),
            isi["opd"].pk if isi["opd"] else None, isi["rumpun"] or "",
        )  # fmt: skip


class KompetensiForm(forms.Form):
    """A technical competence; its levels in words, one field each."""

    kode = forms.CharField(
        label="Kode", max_length=30, help_text="Seperti di dokumen standarnya, misalnya T.KEU.01."
    )
    nama = forms.CharField(label="Nama", max_length=150)
    uraian = forms.CharField(
        label="Uraian", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    dasar = forms.CharField(label="Dasar hukum", max_length=255)

    def __init__(self, *args: Any, lama: Kompetensi | None = None, **kwargs: Any) -> None:
        if lama is not None:
            awal = {"kode": lama.kode, "nama": lama.nama, "uraian": lama.uraian}
            kalimat = {f"level_{n}": satu for n, satu in enumerate(lama.tingkat, 1)}
            kwargs["initial"] = awal | kalimat | {"dasar": lama.dasar, "aktif": lama.aktif}
        super().__init__(*args, **kwargs)
        self.lama = lama
        for nomor, nama in LEVEL:
            self.fields[f"level_{nomor}"] = forms.CharField(
                label=f"Level {nama}", widget=forms.Textarea(attrs={"rows": 2}), max_length=1000
            )
        if lama is not None:
            del self.fields["kode"]
            self.fields["aktif"] = forms.BooleanField(
                label="Dipakai", required=False,
                help_text="Yang tidak dipakai keluar dari standar dan perhitungan; riwayatnya "
                "tetap tersimpan.",
            )  # fmt: skip

    def clean_kode(self) -> str:
        """A code names one entry."""
        kode: str = self.cleaned_data["kode"].strip()
        if Kompetensi.objects.filter(kode__iexact=kode).exists():
            raise forms.ValidationError("Kode ini sudah dipakai kompetensi lain.")
        return kode

    @property
    def hasil(self) -> dict[str, Any]:
        """As the acts take it."""
        isi = self.cleaned_data
        nama = ["nama", "uraian", "dasar", "aktif" if self.lama else "kode"]
        tingkat = [isi[f"level_{nomor}"] for nomor, _ in LEVEL]
        return {satu: isi[satu] for satu in nama} | {"tingkat": tingkat}


class StandarForm(forms.Form):
    """A level one jabatan asks from a day on."""

    kompetensi = forms.ModelChoiceField(
        label="Kompetensi", queryset=Kompetensi.objects.filter(aktif=True).order_by("kode"),
        empty_label="Pilih kompetensi",
    )  # fmt: skip
    level = forms.TypedChoiceField(
        label="Level", choices=[("", "Pilih level"), *LEVEL], coerce=int, empty_value=None
    )
    mulai = forms.DateField(
        label="Berlaku sejak",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Standar lama kompetensi ini berakhir sehari sebelumnya.",
    )
    dasar = forms.CharField(label="Dasar", max_length=255)

    @property
    def hasil(self) -> dict[str, Any]:
        """As the act takes it."""
        isi = self.cleaned_data
        lain = {nama: isi[nama] for nama in ("level", "mulai", "dasar")}
        return {"kompetensi_id": isi["kompetensi"].pk} | lain


class AkhiriStandarForm(forms.Form):
    """The last day of a standard."""

    selesai = forms.DateField(
        label="Berlaku sampai",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Sesudah itu berlaku standar biasa menurut jenjang, bila ada.",
    )


class NipForm(forms.Form):
    """The number of the person somebody asks about."""

    nip = forms.RegexField(
        r"^[0-9]{18}$", label="NIP pegawai", strip=True,
        error_messages={"invalid": "NIP terdiri atas 18 angka."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
