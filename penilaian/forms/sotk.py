"""Shapes of what is typed while a structure is drafted; a box carries the version that was seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from organisasi.models import JenisUnit, UnitKerja
from penilaian.models import KotakSotk, Nasib, RencanaSotk
from penilaian.policies.sotk import MIN_ALASAN
from penilaian.selectors import sotk as baca
from penilaian.selectors.sotk_pohon import BERUBAH, TANDA, Saringan, eselon
from penilaian.services.sotk_peta import kabar_basi, keturunan, sidik_kepala, sidik_kotak
from toolkit.formulir import bilangan

ESELON = [("", "Tanpa jabatan struktural")] + [
    (kode, f"Eselon {eselon(kode)}")
    for kode in ("11", "12", "21", "22", "31", "32", "41", "42", "51", "52")
]
TAMPIL = [("", "Semua kotak"), (BERUBAH, "Hanya yang berubah")] + [
    (kunci, kata.capitalize()) for kunci, (kata, _) in TANDA.items()
]
PUNCAK = [("", "Paling atas, di tempat cabang ini sekarang")]
BANYAK_BUKA = 30


def saringan(isi: Any) -> Saringan:
    """The view of the trees as the address says it: ``buka=u12`` an old unit, ``buka=k7`` a box."""
    tampil = isi.get("tampil", "")
    buka = [(satu[:1], bilangan(satu[1:])) for satu in isi.getlist("buka")[:BANYAK_BUKA]]
    return Saringan(
        q=isi.get("q", "").strip()[:100],
        tampil=tampil if tampil in dict(TAMPIL) else "",
        lama=[n for huruf, n in buka if huruf == "u" and n],
        baru=[n for huruf, n in buka if huruf == "k" and n],
    )


class Bilangan(forms.IntegerField):
    """A key chosen from a list that a search may have shortened; the act finds it or refuses."""

    widget = forms.Select


class BanyakBilangan(forms.TypedMultipleChoiceField):
    """Keys chosen from such a list."""

    def valid_value(self, value: str) -> bool:
        """Any key: the act knows which there are."""
        return bilangan(str(value)) is not None


class RencanaForm(forms.Form):
    """Name, day and regulation of a plan."""

    nama = forms.CharField(
        label="Nama rencana", max_length=255, help_text="Misalnya: Penataan Dinas Kearsipan 2027."
    )
    berlaku = forms.DateField(
        label="Mulai berlaku",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Paling cepat besok. Sampai tanggal itu struktur sekarang tidak berubah.",
    )
    dasar = forms.CharField(
        label="Dasar hukum atau nomor rancangan Perbup",
        required=False,
        max_length=255,
        help_text="Boleh menyusul; wajib sebelum ditetapkan.",
    )


class BerversiForm(forms.Form):
    """A form that knows which version the page showed, and says when somebody was faster."""

    versi = forms.CharField(widget=forms.HiddenInput, max_length=16)

    def __init__(
        self, *args: Any, rencana: RencanaSotk, apa: str, kini: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rencana, self.apa, self.kini = rencana, apa, kini
        self.fields["versi"].initial = kini

    def clean(self) -> dict[str, Any]:
        """Somebody else was faster: say so, keep what was typed, let the next save through."""
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("versi") != self.kini:
            data: Any = self.data.copy()  # type: ignore[attr-defined]
            data["versi"] = self.kini
            self.data = data
            raise forms.ValidationError(kabar_basi(self.rencana, self.apa))
        return isi


class KotakForm(BerversiForm):
    """What every form of a box shares."""

    def __init__(
        self, *args: Any, rencana: RencanaSotk, kotak: KotakSotk, alamat: Any, **kwargs: Any
    ) -> None:
        apa, kini = f"Kotak “{kotak}”", sidik_kotak(kotak)
        super().__init__(*args, rencana=rencana, apa=apa, kini=kini, **kwargs)
        self.kotak, self.alamat = kotak, alamat
        self.cari = alamat.get("cari", "").strip()[:100]
        self.siapkan()

    def siapkan(self) -> None:
        """Fill in what the box says now."""


class NamaForm(KotakForm):
    """Name and kind of a box."""

    nama = forms.CharField(label="Nama kotak", max_length=255)
    jenis = forms.ChoiceField(label="Jenis unit", choices=JenisUnit.choices)

    def siapkan(self) -> None:
        """As it stands."""
        self.initial.update({"nama": self.kotak.nama, "jenis": self.kotak.jenis})


class PimpinanForm(KotakForm):
    """The head of a box."""

    jabatan = forms.CharField(
        label="Nama jabatan pimpinan", required=False, max_length=255,
        help_text="Kosongkan bersama eselonnya bila kotak ini tanpa jabatan struktural.",
    )  # fmt: skip
    eselon_id = forms.ChoiceField(label="Eselon", required=False, choices=ESELON)

    def siapkan(self) -> None:
        """As it stands."""
        self.initial.update({"jabatan": self.kotak.jabatan, "eselon_id": self.kotak.eselon_id})

    def clean(self) -> dict[str, Any]:
        """Both or neither."""
        isi = super().clean()
        if bool(isi.get("jabatan")) != bool(isi.get("eselon_id")):
            self.add_error("eselon_id", "Isi nama jabatan dan eselonnya, atau kosongkan keduanya.")
        return isi


class PindahForm(KotakForm):
    """Where a box hangs."""

    induk_id = Bilangan(label="Kotak di atasnya", required=False)

    def siapkan(self) -> None:
        """Every box that is not below this one."""
        bawah = keturunan(self.rencana, self.kotak.pk)
        utama = [pk for pk in (self.kotak.induk_id, bilangan(self.data.get("induk_id", ""))) if pk]
        semua = baca.semua_kotak(self.rencana)
        pilihan = baca.pilihan_kotak(semua, self.cari, utama, [self.kotak.pk, *bawah])
        puncak = PUNCAK if self.rencana.cabang.induk_id else []
        self.fields["induk_id"].widget.choices = [*puncak, *pilihan]  # type: ignore[attr-defined]
        self.initial["induk_id"] = self.kotak.induk_id


class GabungForm(KotakForm):
    """Which old units go into a box beside its own."""

    lama = BanyakBilangan(
        label="Unit yang digabungkan ke kotak ini", coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu unit."},
    )  # fmt: skip

    def siapkan(self) -> None:
        """The units beside its own, or those searched for."""
        milik = list(self.kotak.peta.values_list("lama_id", flat=True))
        dekat = UnitKerja.objects.filter(pk__in=milik).order_by("kiri").first()
        asal: Any = self.data if self.is_bound else self.alamat
        terpilih = [n for satu in asal.getlist("lama") if (n := bilangan(satu))]
        pilihan = baca.pilihan_unit(self.rencana, self.cari, milik, dekat, terpilih)
        self.fields["lama"].choices = pilihan  # type: ignore[attr-defined]
        self.initial["lama"] = terpilih


class PecahForm(KotakForm):
    """Which unit of a box is split, and the names of the new boxes."""

    lama_id = forms.TypedChoiceField(label="Unit yang dipecah", coerce=int)
    nama = forms.CharField(
        label="Nama kotak pecahannya",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="Satu nama per baris. Kotak ini sendiri tetap ada sebagai salah satu pecahannya.",
    )

    def siapkan(self) -> None:
        """The units this box comes from."""
        rows = self.kotak.peta.select_related("lama").order_by("lama__kiri")
        self.fields["lama_id"].choices = [(r.lama_id, r.lama.nama) for r in rows]  # type: ignore[attr-defined]

    def clean_nama(self) -> list[str]:
        """One name per line, none twice."""
        nama = [" ".join(satu.split()) for satu in self.cleaned_data["nama"].splitlines()]
        nama = [satu for satu in nama if satu]
        if len({satu.casefold() for satu in nama}) < len(nama):
            raise forms.ValidationError("Ada nama yang ditulis dua kali.")
        if panjang := next((satu for satu in nama if len(satu) > 255), ""):
            raise forms.ValidationError(f"“{panjang[:40]}…” lebih dari 255 huruf.")
        return nama


class HapusForm(KotakForm):
    """What becomes of the boxes below one that is struck."""

    jumlah = forms.IntegerField(widget=forms.HiddenInput, required=False)
    bawah = forms.ChoiceField(
        label="Kotak di bawahnya",
        widget=forms.RadioSelect,
        choices=[("naik", "Naik satu tingkat"), ("ikut", "Ikut dihapus")],
        error_messages={"required": "Pilih: naik satu tingkat, atau ikut dihapus."},
    )

    def siapkan(self) -> None:
        """Asked for only when there is something below."""
        jumlah = len(keturunan(self.rencana, self.kotak.pk))
        self.initial["jumlah"] = jumlah
        if not jumlah:
            del self.fields["bawah"]


class TambahForm(forms.Form):
    """A box without an old unit."""

    nama = forms.CharField(label="Nama kotak", max_length=255)
    jenis = forms.ChoiceField(label="Jenis unit", choices=JenisUnit.choices, initial=JenisUnit.LAIN)
    induk_id = Bilangan(label="Kotak di atasnya", required=False)
    jabatan = forms.CharField(label="Nama jabatan pimpinan", required=False, max_length=255)
    eselon_id = forms.ChoiceField(label="Eselon", required=False, choices=ESELON)

    def __init__(self, *args: Any, rencana: RencanaSotk, cari: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        induk = self.data.get("induk_id") or self.initial.get("induk_id") or ""
        utama = [pk for pk in [bilangan(str(induk))] if pk]
        puncak = PUNCAK if rencana.cabang.induk_id else []
        pilihan = [*puncak, *baca.pilihan_kotak(baca.semua_kotak(rencana), cari, utama)]
        self.fields["induk_id"].widget.choices = pilihan  # type: ignore[attr-defined]
        self.fields["induk_id"].required = not puncak

    def clean(self) -> dict[str, Any]:
        """Both of the head or neither."""
        isi: dict[str, Any] = super().clean() or {}
        if bool(isi.get("jabatan")) != bool(isi.get("eselon_id")):
            self.add_error("eselon_id", "Isi nama jabatan dan eselonnya, atau kosongkan keduanya.")
        return isi


class UbahRencanaForm(RencanaForm, BerversiForm):
    """The same of a plan that others may be changing too."""

    def __init__(self, *args: Any, rencana: RencanaSotk, **kwargs: Any) -> None:
        awal = {"nama": rencana.nama, "berlaku": rencana.berlaku, "dasar": rencana.dasar}
        super().__init__(
            *args, rencana=rencana, apa="Rencana ini", kini=sidik_kepala(rencana), initial=awal,
            **kwargs,
        )  # fmt: skip


class KembalikanForm(forms.Form):
    """Bring an old unit back as it is, alone or with all below it."""

    beserta_bawah = forms.BooleanField(
        label="Beserta semua unit di bawahnya", required=False,
        help_text="Tanpa ini hanya kotak unit ini sendiri yang kembali seperti sekarang.",
    )  # fmt: skip


class BanyakForm(BerversiForm):
    """Where several posts go at once: confirmed in one box, or without a place."""

    pos = BanyakBilangan(
        label="Jabatan", coerce=int,
        error_messages={"required": "Centang paling sedikit satu jabatan."},
    )  # fmt: skip
    kotak_id = Bilangan(
        label="Kotak tujuan", required=False, help_text="Kosong berarti belum mendapat tempat."
    )
    alasan = forms.CharField(
        label="Alasan", min_length=MIN_ALASAN, max_length=500,
        help_text=f"Paling sedikit {MIN_ALASAN} huruf. Jangan menyebut nama orang.",
    )  # fmt: skip

    def __init__(self, *args: Any, kotak: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kotak_id"].widget.choices = [("", "—"), *kotak]  # type: ignore[attr-defined]

    @property
    def nasib(self) -> Nasib:
        """What the choice of a box, or of none, means."""
        return Nasib.PENGUKUHAN if self.cleaned_data["kotak_id"] else Nasib.BELUM


class TempatForm(BerversiForm):
    """Where a post of today or some of its holders go."""

    nasib = forms.ChoiceField(label="Penempatan", choices=Nasib.choices, widget=forms.RadioSelect)
    kotak_id = Bilangan(label="Kotak tujuan", required=False)
    jabatan_id = Bilangan(
        label="Jabatan fungsional tujuan", required=False,
        help_text="Hanya untuk penyetaraan. Cari namanya di atas lebih dahulu.",
    )  # fmt: skip
    alasan = forms.CharField(
        label="Alasan", min_length=MIN_ALASAN, max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=f"Paling sedikit {MIN_ALASAN} huruf. Jangan menyebut nama orang.",
    )  # fmt: skip
    orang = BanyakBilangan(label="Pemangku", required=False, coerce=int)

    def __init__(
        self, *args: Any, kotak: Sequence[tuple[int, str]], jf: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        for nama, isi in (("kotak_id", kotak), ("jabatan_id", jf)):
            self.fields[nama].widget.choices = [("", "—"), *isi]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A box for whoever gets a place, a JF for whoever becomes the equal of one."""
        isi = super().clean()
        if isi.get("nasib") in (Nasib.PENGUKUHAN, Nasib.PENYETARAAN) and not isi.get("kotak_id"):
            self.add_error("kotak_id", "Pilih kotak tujuannya.")
        if isi.get("nasib") == Nasib.PENYETARAAN and not isi.get("jabatan_id"):
            self.add_error("jabatan_id", "Pilih jabatan fungsional tujuannya.")
        return isi
