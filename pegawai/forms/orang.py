"""The shape of what a person types about people and units."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from organisasi.models import JenisUnit, UnitKerja, Wilayah
from pegawai.models import Formasi, JenisPenugasan, Pegawai, RiwayatDisiplin

SEBAB = (
    "Pensiun mencapai BUP",
    "Pensiun atas permintaan sendiri",
    "Pensiun janda/duda (meninggal)",
    "Pindah instansi",
    "Mengundurkan diri",
    "Kontrak berakhir",
    "Diberhentikan",
)


class Tanggal(forms.DateField):
    """A day, picked or typed."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class BeralasanForm(forms.Form):
    """Every act on a file says why."""

    alasan = forms.CharField(
        label="Alasan",
        min_length=10,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tersimpan dalam jejak. Sebut dasar atau nomor suratnya.",
    )
    field_order: list[str] | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([nama for nama in self.fields if nama != "alasan"] + ["alasan"])

    def isi(self) -> dict[str, Any]:
        """What was typed, without the reason."""
        return {k: v for k, v in self.cleaned_data.items() if k != "alasan"}


class KosongForm(forms.Form):
    """Nothing to type: only a consequence to confirm."""


class KoreksiForm(BeralasanForm):
    """Facts that may be corrected here until SIASN prints something new."""

    nama = forms.CharField(label="Nama tanpa gelar", max_length=255)
    gelar_depan = forms.CharField(label="Gelar depan", max_length=60, required=False)
    gelar_belakang = forms.CharField(label="Gelar belakang", max_length=120, required=False)
    tempat_lahir = forms.CharField(label="Tempat lahir", max_length=100, required=False)
    lahir = Tanggal(label="Tanggal lahir", required=False)
    kelamin = forms.ChoiceField(
        label="Jenis kelamin", required=False,
        choices=[("", "Tidak diketahui"), ("L", "Laki-laki"), ("P", "Perempuan")],
    )  # fmt: skip
    telepon = forms.CharField(label="Telepon", max_length=20, required=False)
    email = forms.EmailField(label="Surel", max_length=255, required=False)
    email_dinas = forms.EmailField(label="Surel dinas", max_length=255, required=False)
    tmt_cpns = Tanggal(label="TMT CPNS", required=False)
    tmt_pns = Tanggal(label="TMT PNS", required=False)
    tmt_golongan = Tanggal(label="TMT golongan", required=False)
    akhir_kontrak = Tanggal(label="Akhir kontrak (PPPK)", required=False)
    instansi_kerja_lain = forms.CharField(
        label="Bekerja di instansi lain", max_length=255, required=False
    )

    @classmethod
    def untuk(cls, data: Any, orang: Pegawai) -> KoreksiForm:
        """Filled with what is recorded now."""
        return cls(
            data,
            initial={nama: getattr(orang, nama) for nama in cls.base_fields if nama != "alasan"},
        )


class PenugasanForm(BeralasanForm):
    """PLT, PLH, PJ or an additional task, at a post of one unit."""

    jenis = forms.ChoiceField(
        label="Jenis penugasan",
        choices=[c for c in JenisPenugasan.choices if c[0] != JenisPenugasan.DEFINITIF],
    )
    formasi = forms.ModelChoiceField(
        label="Formasi", queryset=Formasi.objects.none(), empty_label="Pilih formasi"
    )
    mulai = Tanggal(label="Mulai")
    selesai = Tanggal(label="Berakhir", required=False, help_text="Wajib untuk Plt., Plh., dan Pj.")
    nomor_sk = forms.CharField(label="Nomor surat perintah atau SK", max_length=255)

    def __init__(self, *args: Any, unit: UnitKerja | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        posts = Formasi.objects.filter(unit=unit).select_related("jabatan", "unit")
        pilihan: Any = self.fields["formasi"]
        pilihan.queryset = posts.order_by("jabatan__nama")
        pilihan.label_from_instance = lambda f: f.jabatan.nama

    def clean(self) -> dict[str, Any]:
        """Dates in order; acting assignments have an end."""
        isi = super().clean() or {}
        mulai, selesai = isi.get("mulai"), isi.get("selesai")
        if mulai and selesai and selesai <= mulai:
            self.add_error("selesai", "Tanggal akhir harus sesudah tanggal mulai.")
        if isi.get("jenis") != JenisPenugasan.TT and mulai and not selesai:
            self.add_error("selesai", "Plt., Plh., dan Pj. harus memiliki tanggal akhir.")
        return isi


class AkhiriForm(BeralasanForm):
    """The first day on which the assignment is over."""

    selesai = Tanggal(label="Berakhir pada", help_text="Hari pertama penugasan tidak berlaku lagi.")

    def __init__(self, *args: Any, mulai: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._mulai = mulai

    def clean_selesai(self) -> date:
        """Not before it began."""
        selesai: date = self.cleaned_data["selesai"]
        if self._mulai and selesai < self._mulai:
            raise forms.ValidationError("Penugasan tidak dapat berakhir sebelum mulai.")
        return selesai


class PemberhentianForm(BeralasanForm):
    """That somebody left, since when and why."""

    mulai = Tanggal(label="Berhenti sejak")
    sebab = forms.ChoiceField(label="Sebab", choices=[(s, s) for s in SEBAB])

    @staticmethod
    def awal(orang: Pegawai, per: date) -> dict[str, date | None]:
        """The day that suggests itself: none still to come, one records what took effect."""
        hari = (h for h in (orang.tmt_pensiun, orang.hilang_sejak) if h and h <= per)
        return {"mulai": next(hari, None)}


class DisiplinForm(BeralasanForm):
    """A sanction."""

    tingkat = forms.ChoiceField(label="Tingkat", choices=RiwayatDisiplin.Tingkat.choices)
    jenis = forms.CharField(label="Jenis hukuman", max_length=150)
    mulai = Tanggal(label="Berlaku sejak")
    selesai = Tanggal(label="Berlaku sampai", required=False)
    nomor_sk = forms.CharField(label="Nomor SK", max_length=255, required=False)
    sedang_proses = forms.BooleanField(label="Masih dalam proses pemeriksaan", required=False)


class PelatihanForm(BeralasanForm):
    """A training."""

    nama = forms.CharField(label="Nama pelatihan", max_length=255)
    penyelenggara = forms.CharField(label="Penyelenggara", max_length=255, required=False)
    mulai = Tanggal(label="Mulai")
    selesai = Tanggal(label="Selesai", required=False)
    jam = forms.IntegerField(
        label="Jam pelajaran (JP)", min_value=1, max_value=2000, required=False
    )


class TampilanForm(forms.Form):
    """A saved view: its name and the query of the list."""

    nama = forms.CharField(max_length=80)
    kueri = forms.CharField(max_length=2000, required=False)


class AtributUnitForm(BeralasanForm):
    """What is known of an office beside its name."""

    jenis = forms.ChoiceField(label="Jenis unit", choices=JenisUnit.choices)
    urusan = forms.CharField(label="Urusan", max_length=100, required=False)
    wilayah = forms.ModelChoiceField(
        label="Kecamatan", queryset=Wilayah.objects.none(), required=False,
        empty_label="Belum ditetapkan",
    )  # fmt: skip
    terpencil = forms.NullBooleanField(
        label="Terpencil",
        widget=forms.Select(choices=[("", "Belum ditetapkan"), ("True", "Ya"), ("False", "Tidak")]),
    )
    lintang = forms.DecimalField(
        label="Lintang", min_value=-11, max_value=6, decimal_places=6, required=False
    )
    bujur = forms.DecimalField(
        label="Bujur", min_value=95, max_value=141, decimal_places=6, required=False
    )

    @classmethod
    def untuk(cls, data: Any, unit: UnitKerja, kode_wilayah: str) -> AtributUnitForm:
        """Filled with what is recorded now; kecamatan are those of the agency's own area."""
        awal = {nama: getattr(unit, nama) for nama in cls.base_fields if nama != "alasan"}
        form = cls(data, initial=awal)
        kecamatan = Wilayah.objects.filter(tingkat__iexact="kecamatan")
        if kode_wilayah:
            kecamatan = kecamatan.filter(kode__startswith=kode_wilayah)
        pilihan: Any = form.fields["wilayah"]
        pilihan.queryset = kecamatan
        return form


class TutupUnitForm(BeralasanForm):
    """From which day an office is closed."""

    ditutup = Tanggal(label="Ditutup sejak")


class BukaUnitForm(BeralasanForm):
    """A new office below another one."""

    nama = forms.CharField(label="Nama unit", max_length=255)
    jenis = forms.ChoiceField(label="Jenis unit", choices=JenisUnit.choices)
    siasn_id = forms.CharField(
        label="ID SIASN", max_length=64, help_text="ID yang diberikan SIASN untuk unit baru ini."
    )
    mulai = Tanggal(label="Dibuka sejak")
