"""The shape of what a person types into a draft. People and posts are found by what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from mutasi.kernel.dasar import PILIHAN, baca_dasar, tulis_dasar
from mutasi.models import BarisRancangan, Rancangan
from mutasi.selectors import rancangan_cari as cari
from mutasi.selectors.calon import TERJAUH
from organisasi.models import Pengguna
from pegawai.kernel.masa import tambah_bulan
from toolkit.templatetags.tampilan import tanggal

TERLAMA = timedelta(days=366)  # a paper may follow the move, not by years
NOMOR = "#"  # a value picked from a list begins with it: "#123"


class JudulForm(forms.Form):
    """Name, day and note of a draft."""

    nama = forms.CharField(
        label="Nama rancangan", max_length=150,
        help_text="Hanya dibaca orang yang disebut di rancangan ini.",
    )  # fmt: skip
    tmt = forms.DateField(
        label="Rencana TMT",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Aturan diperiksa seolah semua perpindahan berlaku pada hari ini.",
    )
    keterangan = forms.CharField(
        label="Keterangan", required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dari, self.sampai = per - TERLAMA, per + TERJAUH

    @classmethod
    def baru(cls, data: Any, *, per: date, tmt: str = "") -> JudulForm:
        """For a new draft: on the day that was searched for, else the first of next month."""
        try:
            dicari = date.fromisoformat(tmt)
        except ValueError:
            dicari = per
        bulan_depan = tambah_bulan(per.replace(day=1), 1)
        awal = {"tmt": dicari if dicari > per and not data else bulan_depan}
        return cls(data or None, initial=awal, per=per)

    @classmethod
    def untuk(cls, data: Any, rancangan: Rancangan, *, per: date) -> JudulForm:
        """Filled with what it says now."""
        awal = {k: getattr(rancangan, k) for k in ("nama", "tmt", "keterangan")}
        return cls(data or None, initial=awal, per=per)

    def clean_tmt(self) -> date:
        """A day one can plan for, or the one the draft has had all along."""
        tmt: date = self.cleaned_data["tmt"]
        if not self.dari <= tmt <= self.sampai and tmt != self.initial.get("tmt"):
            raise forms.ValidationError(
                f"Pilih hari antara {tanggal(self.dari)} dan {tanggal(self.sampai)}."
            )
        return tmt


class BarisForm(forms.Form):
    """One line, or some of its columns: what was not sent is left as it is."""

    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)
    pegawai = forms.CharField(
        label="Pegawai", required=False, max_length=300,
        help_text="NIP, atau sebagian nama. Kosongkan bila orangnya masih dicari.",
    )  # fmt: skip
    ke = forms.CharField(
        label="Jabatan baru", required=False, max_length=600,
        help_text="Sebagian nama jabatan dan unitnya. Kosongkan bila tempatnya masih dicari.",
    )  # fmt: skip
    catatan = forms.CharField(label="Catatan", required=False, max_length=500)
    jenis_dasar = forms.ChoiceField(
        label="Dispensasi atau dasar demosi", required=False, choices=PILIHAN
    )
    dasar = forms.CharField(
        label="Nomor dan bunyi dasarnya", required=False, max_length=200,
        help_text="Misalnya: SE MenPANRB 19/2023 huruf b, atau nomor SK hukuman disiplin.",
    )  # fmt: skip

    def __init__(self, *args: Any, pengguna: Pengguna, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pengguna, self.per = pengguna, per

    @classmethod
    def untuk(cls, data: Any, baris: BarisRancangan, *, pengguna: Pengguna, per: date) -> BarisForm:
        """Filled with what the line says now."""
        jenis, teks = baca_dasar(baris.dasar)
        awal = {
            "versi": baris.versi,
            "pegawai": baris.pegawai.nip if baris.pegawai else "",
            "ke": str(baris.ke) if baris.ke else "",
            "catatan": baris.catatan,
            "jenis_dasar": jenis,
            "dasar": teks,
        }
        return cls(data or None, initial=awal, pengguna=pengguna, per=per)

    def clean_pegawai(self) -> int | None:
        """An id, or None."""
        rows = cari.orang_terjangkau(self.pengguna, per=self.per)
        return self._temukan(
            "pegawai", rows, lambda q: cari.cari_orang(self.pengguna, q, per=self.per),
            lambda p: f"{p.nama_lengkap} · {p.nip} · {p.unit or 'tanpa unit'}",
        )  # fmt: skip

    def clean_ke(self) -> int | None:
        """An id, or None."""
        rows = cari.jabatan_terjangkau(self.pengguna, per=self.per)
        return self._temukan(
            "ke", rows, lambda q: cari.cari_jabatan(self.pengguna, q, per=self.per), str
        )

    def _temukan(
        self,
        nama: str,
        rows: Any,
        temukan: Callable[[str], Sequence[Any]],
        sebut: Callable[[Any], str],
    ) -> int | None:
        teks = self.cleaned_data[nama].strip()
        if not teks:
            return None
        if teks.startswith(NOMOR) and teks[1:].isdecimal():
            if rows.filter(pk=int(teks[1:])).exists():
                return int(teks[1:])
            raise forms.ValidationError("Pilihan ini tidak ada lagi. Cari sekali lagi.")
        ada = list(temukan(teks))
        tepat = [x for x in ada if teks in (getattr(x, "nip", ""), str(x))]
        if len(tepat) == 1 or len(ada) == 1:
            pk: int = (tepat or ada)[0].pk
            return pk
        if not ada:
            raise forms.ValidationError("Tidak ditemukan. Tulis bagian lain dari namanya.")
        pilihan = [("", "Pilih salah satu"), *((f"{NOMOR}{x.pk}", sebut(x)) for x in ada)]
        self.fields[nama].widget = forms.Select(choices=pilihan)
        raise forms.ValidationError(f"Ada {len(ada)} atau lebih yang cocok. Pilih satu.")

    def isi(self) -> dict[str, Any]:
        """The columns that were sent and are not as the line had them."""
        nilai = self.cleaned_data
        hasil: dict[str, Any] = {
            k: nilai[k] for k in ("pegawai", "ke", "catatan") if k in self.changed_data
        }
        if {"jenis_dasar", "dasar"} & set(self.changed_data) and "jenis_dasar" in self.data:
            hasil["dasar"] = tulis_dasar(nilai["jenis_dasar"], nilai["dasar"])
        return {k: v for k, v in hasil.items() if k == "dasar" or k in self.data}

    def tanpa(self, keberatan: str) -> bool:
        """Whether nothing speaks against it; what does stands above the form."""
        if keberatan:
            self.add_error(None, keberatan)
            self.data = {**dict(self.data.items()), "versi": self.initial["versi"]}
        return not keberatan


class AlasanForm(forms.Form):
    """Why a warning is accepted."""

    kode = forms.RegexField(r"^W\d\d$", widget=forms.HiddenInput)
    alasan = forms.CharField(max_length=1000)


class UndangForm(forms.Form):
    """Somebody to be named in a draft."""

    siapa = forms.ModelChoiceField(
        Pengguna.objects.none(), label="Orang", empty_label="Pilih orang",
        help_text="Hanya yang perannya mengizinkan. Ia tidak diberi tahu; rancangan ini "
        "muncul di daftarnya.",
    )  # fmt: skip
    ubah = forms.ChoiceField(
        label="Boleh", choices=[("", "Membaca"), ("1", "Membaca dan mengubah")], required=False
    )

    def __init__(self, *args: Any, calon: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["siapa"].queryset = calon  # type: ignore[attr-defined]
