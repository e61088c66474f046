"""The shape of what is typed for a team, a session, one name and the minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from mutasi.kernel.keterangan import KETERANGAN, Golongan
from mutasi.kernel.sidang import MAKS_PERTIMBANGAN, OTOMATIS, REKOMENDASI
from mutasi.models import KehadiranSidang, MacamSuara, MacamTim, TimPenilai
from organisasi.models import Pengguna
from toolkit.formulir import hari

CARA = [("tatap muka", "Tatap muka"), ("daring", "Daring"), ("hibrida", "Tatap muka dan daring")]
SUARA = [
    ("", "belum dicatat"),
    *[(m.value, m.label) for m in MacamSuara if m is not MacamSuara.MUNDUR],
]
_KETERANGAN = [
    (k.kode, k.kata)
    for k in KETERANGAN.values()
    if k.golongan is not Golongan.REKOMENDASI and k.kode not in OTOMATIS
]


def bilangan(daftar: Sequence[str]) -> list[int]:
    """Keys of ticked rows; anything else is left out."""
    return [int(t) for t in daftar if t.isascii() and t.isdecimal() and len(t) < 19]


def kunci_usulan(daftar: Sequence[str]) -> list[UUID]:
    """Keys of ticked cases; anything else is left out."""
    hasil = []
    for teks in daftar:
        try:
            hasil.append(UUID(teks))
        except ValueError:
            continue
    return hasil


class TimForm(forms.Form):
    """A decree and its seats; who can be seated follows from the roles given."""

    macam = forms.ChoiceField(label="Macam tim", choices=MacamTim.choices)
    nomor_sk = forms.CharField(label="Nomor SK pembentukan", max_length=100)
    tanggal_sk = hari("Tanggal SK")
    mulai = hari("Bertugas mulai")
    selesai = hari(
        "Bertugas sampai", wajib=False,
        bantuan="Kosongkan bila SK tidak menyebutnya. Tim sebelumnya yang belum berakhir "
        "berhenti pada hari tim ini mulai.",
    )  # fmt: skip
    ketua = forms.ModelChoiceField(
        label="Ketua merangkap anggota", queryset=Pengguna.objects.none(), empty_label="Pilih ketua"
    )
    anggota = forms.ModelMultipleChoiceField(
        label="Anggota", queryset=Pengguna.objects.none(), widget=forms.CheckboxSelectMultiple,
        help_text="Yang muncul di sini sudah diberi peran Anggota TPK.",
    )  # fmt: skip
    sekretaris = forms.ModelChoiceField(
        label="Sekretaris (tanpa suara)", queryset=Pengguna.objects.none(), required=False,
        empty_label="Tidak ada",
    )  # fmt: skip

    def __init__(self, *args: Any, calon: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, rows in calon.items():
            kolom: Any = self.fields[nama]
            kolom.queryset = rows

    def clean(self) -> dict[str, Any]:
        """The end comes after the beginning."""
        isi: dict[str, Any] = super().clean() or {}
        mulai, selesai = isi.get("mulai"), isi.get("selesai")
        if mulai and selesai and selesai <= mulai:
            self.add_error("selesai", "Hari berakhir sesudah hari mulai.")
        return isi


class AkhiriTimForm(forms.Form):
    """From which day it no longer sits."""

    selesai = hari("Tidak bertugas lagi sejak")


class JadwalForm(forms.Form):
    """When, where, how, and which team."""

    tim = forms.ModelChoiceField(
        label="Tim", queryset=TimPenilai.objects.none(), empty_label="Pilih tim"
    )
    tanggal = hari("Hari sidang")
    tempat = forms.CharField(label="Tempat", max_length=150)
    cara = forms.ChoiceField(label="Cara", choices=CARA)
    catatan = forms.CharField(
        label="Catatan untuk anggota", required=False, max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}), help_text="Jangan menyebut nama calon.",
    )  # fmt: skip

    def __init__(self, *args: Any, tim: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kolom: Any = self.fields["tim"]
        kolom.queryset = tim


class JadwalUlangForm(forms.Form):
    """Another day or place, and why."""

    tanggal = hari("Hari sidang")
    tempat = forms.CharField(label="Tempat", max_length=150)
    cara = forms.ChoiceField(label="Cara", choices=CARA)
    alasan = forms.CharField(
        label="Alasan", min_length=10, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class AlasanForm(forms.Form):
    """Why; the label says of what."""

    alasan = forms.CharField(
        min_length=10, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, label: str = "Alasan", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["alasan"].label = label


class HadirForm(forms.Form):
    """Who came, with a note for each seat."""

    def __init__(self, *args: Any, kursi: Sequence[KehadiranSidang], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kursi = list(kursi)
        for k in self.kursi:
            nama = k.anggota.pengguna.nama
            self.fields[f"hadir-{k.anggota_id}"] = forms.BooleanField(
                label=f"{nama} hadir", required=False, initial=k.hadir
            )
            self.fields[f"ket-{k.anggota_id}"] = forms.CharField(
                label=f"Keterangan {nama}", required=False, max_length=150, initial=k.keterangan
            )

    @property
    def baris(self) -> Iterator[tuple[KehadiranSidang, Any, Any]]:
        """Seat, tick and note beside each other."""
        for k in self.kursi:
            yield k, self[f"hadir-{k.anggota_id}"], self[f"ket-{k.anggota_id}"]

    def hasil(self) -> dict[str, dict[int, str]]:
        """As the act takes it."""
        data = self.cleaned_data
        ket = {k.anggota_id: data[f"ket-{k.anggota_id}"] for k in self.kursi}
        datang = {pk for pk in ket if data[f"hadir-{pk}"]}
        return {
            "hadir": {pk: t for pk, t in ket.items() if pk in datang},
            "tidak": {pk: t for pk, t in ket.items() if pk not in datang},
        }


class PutusanForm(forms.Form):
    """A recommendation with its ground."""

    rekomendasi = forms.ChoiceField(
        label="Rekomendasi", choices=[(k.kode, k.kata) for k in REKOMENDASI],
        widget=forms.RadioSelect,
    )  # fmt: skip
    alasan = forms.CharField(
        label="Pertimbangan", max_length=MAKS_PERTIMBANGAN,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mengapa orang ini, untuk jabatan ini. Dimuat di berita acara; dibaca yang "
        "bersangkutan sesudah SK.",
    )  # fmt: skip
    keterangan = forms.MultipleChoiceField(
        label="Keterangan baku", choices=_KETERANGAN, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    sepakat = forms.BooleanField(
        label="Anggota hadir yang tidak dicatat lain menyetujui putusan ini", required=False,
        initial=True,
    )  # fmt: skip


class ButirForm(PutusanForm):
    """The same for one name, with condition, the one in reserve, and the votes."""

    syarat = forms.CharField(label="Uraian syarat", required=False, max_length=500)
    nip_alternatif = forms.CharField(
        label="NIP pilihan pengganti", required=False, max_length=25,
        help_text="Kosongkan bila tidak ada.",
    )  # fmt: skip
    alasan_alternatif = forms.CharField(
        label="Alasan memilih penggantinya", required=False, max_length=450
    )

    def __init__(self, *args: Any, pemilih: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pemilih = list(pemilih)
        self.order_fields(["rekomendasi", "alasan", "syarat", "nip_alternatif",
                           "alasan_alternatif", "keterangan", "sepakat"])  # fmt: skip
        for a in self.pemilih:
            self.fields[f"suara-{a.pk}"] = forms.ChoiceField(
                label=f"Suara {a.pengguna.nama}", choices=SUARA, required=False
            )
            self.fields[f"catatan-{a.pk}"] = forms.CharField(
                label=f"Catatan {a.pengguna.nama}", required=False, max_length=450
            )

    @property
    def utama(self) -> list[Any]:
        """The fields before the votes."""
        return [self[nama] for nama in self.fields if not nama.startswith(("suara-", "catatan-"))]

    @property
    def baris_suara(self) -> Iterator[tuple[Any, Any, Any]]:
        """Member, vote and note beside each other."""
        for a in self.pemilih:
            yield a, self[f"suara-{a.pk}"], self[f"catatan-{a.pk}"]

    def suara(self) -> dict[int, tuple[str, str]]:
        """The votes as the act takes them."""
        data = self.cleaned_data
        return {a.pk: (data[f"suara-{a.pk}"], data[f"catatan-{a.pk}"]) for a in self.pemilih}


class SuaraForm(forms.Form):
    """One's own word on one name."""

    suara = forms.ChoiceField(label="Suara saya", choices=SUARA[1:], widget=forms.RadioSelect)
    catatan = forms.CharField(
        label="Catatan", required=False, max_length=450,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wajib bila tidak setuju; dimuat di berita acara sebagai pendapat berbeda.",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A dissent says why."""
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("suara") == MacamSuara.TIDAK and not isi.get("catatan", "").strip():
            self.add_error("catatan", "Pendapat berbeda memuat alasannya.")
        return isi


class TandaTanganForm(forms.Form):
    """One's own answer to the minutes one has read (``sidik``)."""

    sidik = forms.CharField(max_length=64, widget=forms.HiddenInput)
    jawaban = forms.ChoiceField(
        label="Jawaban saya", widget=forms.RadioSelect,
        choices=[("tanda", "Saya menandatangani berita acara ini"),
                 ("tolak", "Saya tidak menandatangani")],
    )  # fmt: skip
    alasan = forms.CharField(
        label="Alasan tidak menandatangani", required=False, max_length=450,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A refusal says why."""
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("jawaban") == "tolak" and not isi.get("alasan", "").strip():
            self.add_error("alasan", "Tulis alasan tidak menandatangani.")
        return isi


class KertasForm(forms.Form):
    """Somebody else's answer, recorded from paper."""

    sidik = forms.CharField(max_length=64, widget=forms.HiddenInput)
    jawaban = forms.ChoiceField(
        label="Jawaban", choices=[("kertas", "Ditandatangani di kertas"), ("tolak", "Menolak")]
    )
    isi = forms.CharField(label="Nomor lembar, atau alasan menolak", max_length=100)


class TutupForm(forms.Form):
    """The number of the minutes."""

    nomor = forms.CharField(
        label="Nomor berita acara", required=False, max_length=100,
        help_text="Nomor dari buku agenda surat.",
    )  # fmt: skip
    deret = forms.BooleanField(
        label="Ambil nomor berikutnya dari deret berita acara aplikasi ini", required=False
    )

    def clean(self) -> dict[str, Any]:
        """One or the other."""
        isi: dict[str, Any] = super().clean() or {}
        if bool(isi.get("nomor", "").strip()) == bool(isi.get("deret")):
            self.add_error("nomor", "Isi nomornya, atau ambil dari deret; salah satu saja.")
        return isi
