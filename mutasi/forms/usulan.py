"""The shape of the acts on one case, and of what is written down beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from django import forms

from mutasi.forms.berkas import UsulanForm, teks
from mutasi.kernel.kesediaan import Alasan, Jawaban, kesalahan_jawaban
from mutasi.kernel.kesediaan_dasar import HUKUM_DASAR, JUDUL_DASAR
from mutasi.models import AlasanKesediaan, DokumenMasuk, JawabanKesediaan, JenisDokumenMasuk
from mutasi.services.surat_luar import IsiSurat
from organisasi.models import Pengguna
from pegawai.kernel.masa import tambah_bulan
from toolkit.formulir import hari
from toolkit.policy import Refusal

T = TypeVar("T")
PDF = {"accept": "application/pdf"}
PINDAIAN = {"accept": "application/pdf,image/jpeg,image/png"}


class TindakanForm(forms.Form):
    """A form whose act may refuse: what was typed stays, the sentence stands above it."""

    def laku(self, tindakan: Callable[[], T]) -> T | None:
        """Do it; a refusal of the moment becomes an error of the form, others are raised."""
        try:
            return tindakan()
        except Refusal as penolakan:
            if penolakan.status != 409:
                raise
            self.add_error(None, penolakan.kalimat)
            return None

    def isi(self) -> dict[str, Any]:
        """What the act takes."""
        return dict(self.cleaned_data)


class KosongForm(TindakanForm):
    """Nothing to be said."""


class PecahForm(TindakanForm):
    """The name of the file cases are split off into."""

    nama = forms.CharField(label="Nama berkas baru", max_length=150)


class SotkForm(TindakanForm):
    """Whose holders become cases."""

    rencana_id = forms.TypedChoiceField(
        label="Rencana SOTK", coerce=int, widget=forms.RadioSelect,
        error_messages={
            "required": "Pilih rencananya.",
            "invalid_choice": "Semua pemangku rencana ini sudah mempunyai usulan.",
        },
    )  # fmt: skip

    def __init__(self, *args: Any, rencana: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rencana_id"].choices = [(r.pk, r.nama) for r in rencana]  # type: ignore[attr-defined]


class CatatanForm(TindakanForm):
    """A word that may be left out."""

    catatan = teks("Catatan", wajib=False)


class VerifikasiForm(TindakanForm):
    """By which papers it was judged."""

    catatan = teks("Catatan verifikasi", "Berkas apa yang diperiksa dan apa yang ditemukan. "
                   "Dibaca TPK.", maks=4000)  # fmt: skip


class AlasanForm(TindakanForm):
    """Why."""

    alasan = teks("Alasan", "Dibaca pengusul dan tercatat di riwayat.", min_length=10)


class CaraForm(TindakanForm):
    """How the employee is told."""

    cara = forms.CharField(
        label="Cara memberitahu", max_length=100, initial="Pemberitahuan di SERASI",
        help_text="Misalnya: dipanggil atasan, surat nomor …, pemberitahuan di SERASI.",
    )  # fmt: skip


class PercakapanForm(TindakanForm):
    """What the superior and the employee said."""

    catatan = teks("Catatan percakapan", "Kapan, siapa yang berbicara, dan apa kata pegawainya.")


class DialogForm(TindakanForm):
    """The talk after *merasa belum mampu*."""

    hasil = teks("Hasil dialog")
    tawaran = forms.CharField(label="Pelatihan atau pendampingan yang ditawarkan", max_length=255)


class KesediaanForm(TindakanForm):
    """The employee's answer; why, in a word that can be counted and in his own."""

    jawaban = forms.ChoiceField(
        label="Jawaban", choices=JawabanKesediaan.choices, widget=forms.RadioSelect
    )
    alasan = forms.ChoiceField(
        label="Alasan", required=False, choices=[("", "Tidak disebut"), *AlasanKesediaan.choices],
        help_text="Wajib bila berkeberatan.",
    )  # fmt: skip
    uraian = teks("Uraian", "Dengan kata-kata sendiri. Rincian kesehatan tidak perlu ditulis.",
                  wajib=False)  # fmt: skip
    keadaan_khusus = forms.BooleanField(
        label="Ada keadaan yang meminta kehati-hatian", required=False,
        help_text="Misalnya pengaduan, kehamilan, sakit lama, atau kebutuhan disabilitas. Yang "
        "mana tidak ditanyakan dan tidak dicatat (W13).",
    )  # fmt: skip

    def __init__(self, *args: Any, min_huruf: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.min_huruf = min_huruf

    def clean(self) -> dict[str, Any]:
        """As the kernel reads an answer."""
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("jawaban"):
            alasan = Alasan(isi["alasan"]) if isi.get("alasan") else None
            for salah in kesalahan_jawaban(
                Jawaban(isi["jawaban"]), alasan, isi.get("uraian", ""), min_huruf=self.min_huruf
            ):
                self.add_error("alasan", salah)
        return isi


class KesediaanSuratForm(KesediaanForm):
    """The same, from a letter."""

    nomor_surat = forms.CharField(label="Nomor atau tanggal surat pegawai", max_length=100)
    surat = forms.FileField(label="Pindaian surat (PDF)", widget=forms.FileInput(attrs=PDF))


class KeadaanForm(TindakanForm):
    """Whether a condition asks for care; which one is not asked."""

    ada = forms.TypedChoiceField(
        label="Adakah keadaan yang meminta kehati-hatian?",
        choices=[("ya", "Ada"), ("tidak", "Tidak ada, sudah ditanyakan")],
        coerce=lambda kata: kata == "ya", widget=forms.RadioSelect,
        help_text="Pengaduan, kehamilan, sakit lama, atau kebutuhan disabilitas. Yang mana tidak "
        "dicatat; bila ada, alasan tetap memindahkan wajib ditulis (W13).",
    )  # fmt: skip


class DasarForm(TindakanForm):
    """On which ground the move goes on without consent."""

    kode = forms.ChoiceField(
        label="Dasar",
        choices=[(k.value, f"{k.value} {JUDUL_DASAR[k]} ({HUKUM_DASAR[k]})") for k in JUDUL_DASAR],
    )
    uraian = teks("Uraian", maks=500)
    nomor = forms.CharField(label="Nomor surat atau keputusan", max_length=100, required=False)
    tanggal = hari("Tanggal surat", wajib=False)
    oleh_ppk = forms.BooleanField(label="Ditandatangani PPK sendiri", required=False)
    sampai = hari("Penugasan berakhir", "Bila berbatas waktu.", wajib=False)


class SuratForm(TindakanForm):
    """A paper from outside about this case."""

    jenis = forms.ChoiceField(label="Jenis dokumen", choices=JenisDokumenMasuk.choices)
    nomor = forms.CharField(label="Nomor", max_length=100)
    tanggal = hari("Tanggal")
    penerbit = forms.CharField(label="Penerbit", max_length=150)
    jabatan_disebut = forms.CharField(
        label="Jabatan yang disebut", max_length=255, required=False,
        help_text="Untuk surat usul dan persetujuan PPK: jabatan yang akan diduduki.",
    )  # fmt: skip
    berlaku_sampai = hari(
        "Berlaku sampai", "Kosongkan bila tidak disebut: masa menurut jenisnya yang dipakai.",
        wajib=False,
    )  # fmt: skip
    catatan = forms.CharField(label="Catatan", max_length=500, required=False)
    berkas = forms.FileField(
        label="Pindaian (PDF, JPG, atau PNG, paling besar 10 MB)", required=False,
        widget=forms.FileInput(attrs=PINDAIAN),
    )  # fmt: skip

    @classmethod
    def pengganti(cls, data: Any, files: Any, lama: DokumenMasuk) -> SuratForm:
        """For the place of another of the same kind; its old last day is not taken over."""
        kolom = ("jenis", "nomor", "tanggal", "penerbit", "jabatan_disebut", "catatan")
        form = cls(data, files, initial={nama: getattr(lama, nama) for nama in kolom})
        form.fields["jenis"].disabled = True
        return form

    def surat(self) -> IsiSurat:
        """As the act takes it."""
        isi = dict(self.cleaned_data)
        berkas = isi.pop("berkas")
        return IsiSurat(**isi, berkas=berkas.read() if berkas else b"")


class TelaahForm(TindakanForm):
    """What the head of an office says."""

    setuju = forms.ChoiceField(
        label="Jawaban unit", widget=forms.RadioSelect,
        choices=[("ya", "Tidak berkeberatan"), ("tidak", "Berkeberatan")],
    )  # fmt: skip
    alasan = teks("Alasan", "Wajib bila berkeberatan; dibaca TPK bersama usulannya. Keberatan unit "
                  "tidak menghentikan usulan.", wajib=False)  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """An objection has its reason."""
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("setuju") == "tidak" and len(isi.get("alasan", "").strip()) < 10:
            self.add_error("alasan", "Tulis alasan keberatan unit, paling sedikit 10 huruf.")
        return isi

    def isi(self) -> dict[str, Any]:
        """Yes or no, and why."""
        nilai = self.cleaned_data
        return {"setuju": nilai["setuju"] == "ya", "alasan": nilai["alasan"]}


class AlasanWForm(TindakanForm):
    """Why a warning is accepted, or by what a rule nobody can check was judged."""

    kode = forms.RegexField(r"^[HW]\d\d$", widget=forms.HiddenInput)
    alasan = forms.CharField(label="Alasan", max_length=2000)


class AlasanBanyakForm(TindakanForm):
    """The same for many cases at once: one text per rule, empty where each case gets its own."""

    def __init__(self, *args: Any, diminta: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for satu in diminta:
            self.fields[f"alasan-{satu.kode}"] = teks(
                f"{satu.kode} {satu.judul}", f"Diminta {satu.banyak} usulan. Kosongkan bila "
                "tiap usulan perlu alasannya sendiri.", wajib=False, baris=2,
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """At least one of them."""
        isi: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(isi.values()):
            self.add_error(None, "Tulis alasan untuk paling sedikit satu aturan.")
        return isi

    def isi(self) -> dict[str, Any]:
        """Texts by code."""
        ada = {k.removeprefix("alasan-"): v for k, v in self.cleaned_data.items() if v}
        return {"alasan": ada}


class UbahIsiForm(UsulanForm, TindakanForm):
    """Other content under way, and why; decisions on the old content become void."""

    sebab = teks("Sebab perubahan", min_length=10, maks=1000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pegawai"].disabled = True
        self.fields["pegawai"].help_text = "Untuk orang lain, tulis usulan baru."


class UsulanUnitForm(UsulanForm, TindakanForm):
    """A head's proposal."""

    SEMUA: tuple[str, ...] = ("pegawai", "ke", "jenis", "alasan", "tmt", "selesai")
    # What a head asks for; the rest is BKD's to begin.
    JENIS = ("rotasi", "promosi", "permintaan_sendiri", "pppk", "guru", "plt", "plh",
             "tugas_tambahan", "kembali")  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("versi", "rute", "asal_luar", "tujuan_luar", "jenjang", "jenis_dasar",
                     "dasar"):  # fmt: skip
            del self.fields[nama]
        for nama in ("pegawai", "ke", "jenis", "alasan", "tmt"):
            self.fields[nama].required = True
        pilih: Any = self.fields["jenis"]
        pilih.choices = [satu for satu in pilih.choices if satu[0] in self.JENIS]
        siapa = "NIP atau sebagian nama: pegawai unit Anda, atau pegawai lain untuk unit Anda."
        self.fields["pegawai"].help_text = siapa
        self.fields["ke"].help_text = "Sebagian nama jabatan dan unitnya."

    @classmethod
    def unit(cls, data: Any, *, pengguna: Pengguna, per: date) -> UsulanUnitForm:
        """A new one, from the month after next."""
        awal = {"tmt": tambah_bulan(per.replace(day=1), 2)}
        return cls(data or None, initial=awal, pengguna=pengguna, per=per)

    def isi_penuh(self) -> dict[str, Any]:
        """Everything the act takes."""
        nilai = {k: self.cleaned_data[k] for k in self.SEMUA}
        return {k: v for k, v in nilai.items() if v is not None}
