"""The shape of a decision on many cases, and of what is recorded about BKN and permits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from mutasi.alur import Aksi
from mutasi.forms.berkas import teks
from mutasi.models import JenisDokumenMasuk
from mutasi.selectors.meja_putusan import MAKS_SEKALIGUS
from mutasi.services.putusan import Putusan
from organisasi.services.disposisi import MAKS_UKURAN
from toolkit.formulir import hari

J = JenisDokumenMasuk
SURAT = [(j.value, j.label) for j in (J.USUL_PPK, J.SETUJU_PPK, J.D11)]


def dibaca(kiriman: Iterable[str]) -> dict[UUID, int]:
    """The ticked cases with the version that was read (0: not said); nonsense falls out."""
    hasil: dict[UUID, int] = {}
    for satu in kiriman:
        kunci, _, versi = satu.partition(":")
        try:
            pk = UUID(kunci)
        except ValueError:
            continue
        hasil[pk] = int(versi) if versi.isascii() and versi.isdecimal() and len(versi) < 9 else 0
        if len(hasil) == MAKS_SEKALIGUS:
            break
    return hasil


def aksi_dari(kata: str, boleh: Sequence[Aksi]) -> Aksi:
    """The act a button names; for anything else the first."""
    return next((satu for satu in boleh if satu.value == kata), boleh[0])


class PutusanForm(forms.Form):
    """Why; and that the consequences for others were seen. How long a reason is, the act says."""

    alasan = teks("Alasan", wajib=False, baris=3)
    rantai = forms.BooleanField(
        label="Saya sudah melihat usulan lain yang kehilangan kursinya karena putusan ini",
        required=False,
        error_messages={"required": "Centang sesudah melihat akibatnya."},
    )

    def __init__(
        self,
        *args: Any,
        wajib: bool,
        panjang: int = 0,
        menyimpang: bool = False,
        menunggu: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        alasan: Any = self.fields["alasan"]
        alasan.required = wajib or bool(panjang)
        if panjang:
            alasan.validators.append(_paling_sedikit(panjang))
            alasan.help_text = (
                f"Paling sedikit {panjang} huruf, untuk semua nama yang dicentang. "
                + (
                    "Putusan ini menyimpang dari rekomendasi; alasannya dibaca Inspektorat (W10)."
                    if menyimpang
                    else "Dibaca yang bersangkutan bersama putusannya (H26)."
                )
            )
        elif not wajib:
            alasan.help_text = "Boleh dikosongkan."
        if menunggu:
            self.fields["rantai"].required = True
        else:
            del self.fields["rantai"]

    def putusan(self, aksi: Aksi, versi: Mapping[UUID, int]) -> Putusan:
        """As the act takes it; a version nobody said is not compared."""
        isi = self.cleaned_data
        return Putusan(
            aksi,
            isi["alasan"],
            rantai_disadari=isi.get("rantai", False),
            versi={pk: v for pk, v in versi.items() if v},
        )


def _paling_sedikit(panjang: int) -> Any:
    def periksa(nilai: str) -> None:
        if len(" ".join(nilai.split())) < panjang:
            raise forms.ValidationError(f"Tulis paling sedikit {panjang} huruf.")

    return periksa


class KertasForm(forms.Form):
    """What a paper decides, and its reason as it stands there."""

    aksi = forms.ChoiceField(label="Isi keputusan", widget=forms.RadioSelect)
    alasan = teks(
        "Alasan menurut disposisi",
        "Wajib bila dikembalikan, ditolak, atau menyimpang dari TPK (W10). Tulis seperti di "
        "kertas.",
        wajib=False,
    )
    rantai = PutusanForm.base_fields["rantai"]

    def __init__(self, *args: Any, aksi: Sequence[Aksi], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan: Any = self.fields["aksi"]
        pilihan.choices = [(a.value, KATA[a]) for a in aksi]

    def clean_aksi(self) -> Aksi:
        """As the road names it."""
        return Aksi(self.cleaned_data["aksi"])


KATA = {
    Aksi.SETUJUI_PYB: "Setuju",
    Aksi.KEMBALIKAN_PYB: "Dikembalikan untuk dikaji lagi",
    Aksi.TOLAK_PYB: "Ditolak",
    Aksi.SETUJUI_PPK: "Setuju",
    Aksi.KEMBALIKAN_PPK: "Dikembalikan untuk dikaji lagi",
    Aksi.TOLAK_PPK: "Ditolak",
}


def berkas(label: str, *, wajib: bool = True, bantuan: str = "") -> forms.FileField:
    """A scan; what it really is, the act looks at."""
    return forms.FileField(
        label=label,
        required=wajib,
        help_text=bantuan or "PDF, JPG, atau PNG, paling besar 10 MB.",
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        max_length=200,
    )


class LangkahForm(forms.Form):
    """One step at the desk of BKN. ``isi()`` is what its act takes beside the cases."""

    def isi(self) -> dict[str, Any]:
        """The typed values; a file as its bytes."""
        hasil = dict(self.cleaned_data)
        if "berkas" in hasil:
            scan = hasil["berkas"]
            hasil["berkas"] = scan.read() if scan else b""
        hasil.pop("memuat", None)
        return hasil

    def clean_berkas(self) -> Any:
        """Too large is said beside the field."""
        scan = self.cleaned_data["berkas"]
        if scan and scan.size > MAKS_UKURAN:
            raise forms.ValidationError("Berkas paling besar 10 MB.")
        return scan


_MEMUAT = "Surat ini memuat nama setiap pegawai yang dicentang"
_BELUM = {"required": "Cocokkan nama-namanya dengan surat, lalu centang."}


class SuratForm(LangkahForm):
    """A letter of a move between instansi, laid to the ticked cases."""

    jenis = forms.ChoiceField(label="Surat", choices=SURAT)
    nomor = forms.CharField(label="Nomor", max_length=100)
    tanggal = hari("Tanggal")
    penerbit = forms.CharField(
        label="Penerbit", max_length=150, help_text="Misalnya Wali Kota Contoh."
    )
    jabatan_disebut = forms.CharField(
        label="Jabatan yang disebut",
        max_length=255,
        required=False,
        help_text="Persis seperti di surat; usul dan persetujuan menyebut jabatan yang sama (H15).",
    )
    berkas = berkas("Pindaian surat")
    memuat = forms.BooleanField(label=_MEMUAT, error_messages=_BELUM)


class UsulForm(LangkahForm):
    """A submission to I-MUT."""

    nomor_imut = forms.CharField(label="Nomor usul I-MUT", max_length=100)
    diusulkan = hari("Tanggal diusulkan", "Batas lima hari kerja dihitung dari tanggal ini.")
    alasan = teks(
        "Apa yang sudah diperbaiki",
        "Wajib untuk usulan yang pernah dikembalikan BKN, paling sedikit 30 huruf (W14).",
        wajib=False,
        baris=2,
    )


class PertekForm(LangkahForm):
    """The pertek as BKN gave it."""

    nomor = forms.CharField(label="Nomor pertek", max_length=100)
    tanggal = hari("Tanggal pertek")
    berlaku_sampai = hari("Berlaku sampai", "Kosongkan bila tidak disebut.", wajib=False)
    berkas = berkas("Berkas pertek")
    memuat = forms.BooleanField(
        label="Pertek ini memuat nama setiap pegawai yang dicentang", error_messages=_BELUM
    )


class OtomatisForm(LangkahForm):
    """Silence that became approval."""

    alasan = teks(
        "Keterangan",
        "Paling sedikit 30 huruf: dari mana diketahui bahwa BKN tidak menjawab (W14).",
        baris=2,
    )


class JawabanForm(LangkahForm):
    """BKN's remarks when it returns or refuses."""

    tanggal = hari("Tanggal jawaban BKN")
    catatan = teks("Catatan NSPK dari BKN", baris=3)


class IzinForm(LangkahForm):
    """A permit from outside, laid to the ticked cases it names."""

    kunci = forms.ChoiceField(label="Izin")
    nomor = forms.CharField(label="Nomor", max_length=100)
    tanggal = hari("Tanggal")
    berlaku_sampai = hari("Berlaku sampai", "Kosongkan bila tidak disebut.", wajib=False)
    berkas = berkas("Berkas izin")
    memuat = forms.BooleanField(label=_MEMUAT, error_messages=_BELUM)

    def __init__(self, *args: Any, izin: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan: Any = self.fields["kunci"]
        pilihan.choices = izin


class TolakIzinForm(IzinForm):
    """A permit that was refused, with the reason the letter gives."""

    berlaku_sampai = None  # type: ignore[assignment]
    berkas = berkas("Surat penolakan", wajib=False)
    memuat = None  # type: ignore[assignment]
    alasan = teks("Alasan penolakan menurut surat", baris=2)
