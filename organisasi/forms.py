"""The shape of what a person typed about accounts, roles, dispositions and constants."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.password_validation import validate_password

from organisasi.izin import Peran
from organisasi.masuk import kode_terlalu_sering_salah
from organisasi.models import Pengguna, PenugasanPeran, SifatPeran, UnitKerja
from organisasi.services.disposisi import MAKS_UKURAN
from organisasi.services.kantor import kunci_cocok
from organisasi.services.ketentuan import baca_nilai, sebutan, sejenis
from organisasi.services.peran import Pelimpahan, PermintaanPeran

TERLALU_SERING = "Terlalu banyak kode yang salah. Tunggu 15 menit, lalu coba lagi."
LAMA_PASTI = {"autocomplete": "off"}


def _tanggal(label: str, **lain: Any) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, **lain)


# --- coming in -----------------------------------------------------------------------------------
class MasukForm(LoginForm):
    """NIP typed with or without blanks, or a user name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, sandi = self.fields["login"], self.fields["password"]
        login.label, sandi.label = "NIP atau nama pengguna", "Sandi"
        login.widget.attrs.pop("placeholder", None)
        sandi.widget.attrs.pop("placeholder", None)
        sandi.help_text = ""

    def clean_login(self) -> str:
        return Pengguna.normalize_username(super().clean_login())


class _KodeTerbatas:
    """Wrong codes are counted in the database; five in a quarter of an hour are enough."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kode = self.fields["code"]  # type: ignore[attr-defined]
        kode.label = "Kode dari aplikasi, atau kode pemulihan"
        kode.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "text"}

    def clean_code(self) -> str:
        if kode_terlalu_sering_salah(self.user):  # type: ignore[attr-defined]
            raise forms.ValidationError(TERLALU_SERING)
        kode: str = super().clean_code()  # type: ignore[misc]
        return kode


class KodeMasukForm(_KodeTerbatas, AuthenticateForm):
    """The second factor at login."""


class KodePasangForm(ActivateTOTPForm):
    """The first code, which proves that the telephone has the key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kode = self.fields["code"]
        kode.label = "Enam angka dari aplikasi"
        kode.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric"}


class KodeUlangForm(_KodeTerbatas, ReauthenticateForm):
    """The second factor asked for again before something delicate."""


class SandiBaruForm(forms.Form):
    """A new password, typed twice; the subject is who will use it."""

    sandi = forms.CharField(
        label="Sandi baru",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Paling sedikit 10 karakter, tidak hanya angka, dan tidak memuat nama atau NIP.",
    )
    sandi_lagi = forms.CharField(
        label="Sandi baru sekali lagi",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        sandi, lagi = data.get("sandi"), data.get("sandi_lagi")
        if sandi and lagi and sandi != lagi:
            self.add_error("sandi_lagi", "Kedua sandi tidak sama.")
        if sandi:
            orang = Pengguna(nama_pengguna=data.get("nama_pengguna", ""), nama=data.get("nama", ""))
            try:
                validate_password(sandi, orang)
            except forms.ValidationError as galat:
                self.add_error("sandi", galat)
        return data


class AktivasiForm(SandiBaruForm):
    """NIP and code of the slip, and the password wanted."""

    nama_pengguna = forms.CharField(
        label="NIP atau nama pengguna", max_length=64,
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )  # fmt: skip
    kode = forms.CharField(
        label="Kode pada slip", max_length=30, widget=forms.TextInput(attrs=LAMA_PASTI),
        help_text="Huruf besar atau kecil, dengan atau tanpa tanda hubung.",
    )  # fmt: skip
    field_order = ("nama_pengguna", "kode", "sandi", "sandi_lagi")


# --- the first day -------------------------------------------------------------------------------
class KantorForm(SandiBaruForm):
    """The key of the server, the agency, the first administrator."""

    kunci = forms.CharField(
        label="Kunci awal", max_length=64, widget=forms.TextInput(attrs=LAMA_PASTI),
        help_text="Dicetak di layar komputer server saat SERASI pertama dijalankan.",
    )  # fmt: skip
    nama_instansi = forms.CharField(
        label="Nama instansi", max_length=255, help_text="Contoh: Pemerintah Kabupaten Contoh."
    )
    jenis = forms.ChoiceField(
        label="Jenis",
        choices=[("kabupaten", "Kabupaten"), ("kota", "Kota"), ("provinsi", "Provinsi")],
    )
    wilayah = forms.RegexField(
        r"^\d{2}(\.\d{2})?$", label="Kode wilayah Kemendagri", required=False,
        help_text="Dua angka provinsi, atau seperti 33.21. Boleh dikosongkan.",
        error_messages={"invalid": "Tulis seperti 33 atau 33.21."},
    )  # fmt: skip
    nama = forms.CharField(label="Nama Anda", max_length=255)
    nama_pengguna = forms.RegexField(
        r"^[0-9A-Za-z_.\- ]+$", label="NIP atau nama pengguna Anda", max_length=64,
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
        error_messages={"invalid": "Hanya angka, huruf, titik, garis, dan garis bawah."},
    )  # fmt: skip
    field_order = (
        "kunci", "nama_instansi", "jenis", "wilayah", "nama", "nama_pengguna", "sandi",
        "sandi_lagi",
    )  # fmt: skip

    def clean_kunci(self) -> str:
        kunci: str = self.cleaned_data["kunci"]
        if not kunci_cocok(kunci):
            raise forms.ValidationError("Kunci tidak cocok dengan yang dicetak di komputer server.")
        return kunci

    def clean_nama_pengguna(self) -> str:
        return Pengguna.normalize_username(self.cleaned_data["nama_pengguna"])


# --- accounts and roles --------------------------------------------------------------------------
class PenggunaForm(forms.Form):
    """A new account."""

    nama_pengguna = forms.RegexField(
        r"^[0-9A-Za-z_.\- ]+$", label="NIP atau nama pengguna", max_length=64,
        error_messages={"invalid": "Hanya angka, huruf, titik, garis, dan garis bawah."},
        help_text="Pegawai memakai NIP; spasi diabaikan.",
    )  # fmt: skip
    nama = forms.CharField(label="Nama lengkap", max_length=255)
    email = forms.EmailField(label="Surel", required=False)

    def clean_nama_pengguna(self) -> str:
        nama = Pengguna.normalize_username(self.cleaned_data["nama_pengguna"])
        if Pengguna.objects.filter(nama_pengguna=nama).exists():
            raise forms.ValidationError("NIP atau nama pengguna itu sudah dipakai akun lain.")
        return nama


class AlasanForm(forms.Form):
    """Why."""

    alasan = forms.CharField(
        label="Alasan", min_length=10, max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"min_length": "Tulis alasannya, paling sedikit 10 huruf."},
    )  # fmt: skip


class BerkeberatanForm(forms.Form):
    """A form that shows the refusals of a policy where the person is still typing."""

    def tanpa(self, keberatan: list[str]) -> bool:
        """Whether there are none; else they stand in the summary."""
        for kalimat in keberatan:
            self.add_error(None, kalimat)
        return not keberatan


class UnitDicariForm(BerkeberatanForm):
    """An office by (part of) its name; when several match, the form asks which one.

    A list of all offices would be thousands of lines long.
    """

    unit = forms.CharField(
        label="Unit kerja", max_length=255, required=False,
        widget=forms.TextInput(attrs=LAMA_PASTI),
        help_text="Tulis sebagian namanya. Berlaku juga untuk semua unit di bawahnya.",
    )  # fmt: skip
    unit_dipilih = forms.ChoiceField(
        label="Unit mana yang dimaksud", required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.calon = list(self._cari(str(self["unit"].value() or ""), per)) if self.is_bound else []
        pilihan = self.fields["unit_dipilih"]
        pilihan.choices = [(str(u.pk), self._sebut(u)) for u in self.calon]  # type: ignore[attr-defined]
        if len(self.calon) < 2:
            del self.fields["unit_dipilih"]

    @staticmethod
    def _cari(kata: str, per: date) -> Any:
        rows = UnitKerja.objects.aktif(per).select_related("opd", "induk")
        kata = kata.strip()
        if not kata:
            return []
        return rows.filter(nama__iexact=kata)[:20] or rows.filter(nama__icontains=kata)[:20]

    @staticmethod
    def _sebut(unit: UnitKerja) -> str:
        return f"{unit.nama} ({unit.induk.nama})" if unit.induk else unit.nama

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        dipilih = data.pop("unit_dipilih", "")
        tepat = (
            self.calon if len(self.calon) == 1 else [u for u in self.calon if str(u.pk) == dipilih]
        )
        if data.get("unit") and not tepat:
            if self.calon:
                self.add_error("unit_dipilih", "Ada beberapa unit yang cocok. Pilih salah satu.")
            else:
                self.add_error("unit", "Tidak ada unit dengan nama itu.")
        data["unit"] = tepat[0] if tepat else None
        return data


class PeranForm(UnitDicariForm):
    """A role over a unit, from a day on."""

    peran = forms.ChoiceField(label="Peran", choices=[("", "Pilih peran"), *Peran.choices])
    mulai = _tanggal("Mulai")
    selesai = _tanggal(
        "Berakhir", required=False, help_text="Hari pertama peran tidak berlaku lagi."
    )
    dasar = forms.CharField(label="Nomor surat (dasar)", max_length=255)
    field_order = ("peran", "unit", "unit_dipilih", "mulai", "selesai", "dasar")

    def __init__(self, *args: Any, per: date, **kwargs: Any) -> None:
        super().__init__(*args, per=per, **kwargs)
        self.fields["mulai"].initial = per
        self.fields["unit"].help_text += " Kosongkan untuk peran seluruh instansi."

    @property
    def minta(self) -> PermintaanPeran:
        """What was asked for."""
        return PermintaanPeran(**self.cleaned_data)


class PelimpahanForm(BerkeberatanForm):
    """Plt. or Plh.: by NIP, from a day until a day."""

    kepada = forms.CharField(label="NIP atau nama pengguna penerima", max_length=64)
    sifat = forms.ChoiceField(
        label="Sebagai", choices=[c for c in SifatPeran.choices if c[0] != SifatPeran.TETAP]
    )
    mulai = _tanggal("Mulai")
    selesai = _tanggal("Berakhir", help_text="Hari pertama wewenang tidak berlaku lagi.")
    dasar = forms.CharField(label="Nomor surat perintah", max_length=255)

    def clean_kepada(self) -> Pengguna:
        nama = Pengguna.normalize_username(self.cleaned_data["kepada"])
        akun = Pengguna.objects.orang().filter(nama_pengguna=nama).first()
        if akun is None:
            raise forms.ValidationError("Akun dengan NIP atau nama itu tidak ditemukan.")
        return akun

    @property
    def minta(self) -> Pelimpahan:
        """What was asked for."""
        isi = dict(self.cleaned_data)
        return Pelimpahan(kepada_id=isi.pop("kepada").pk, **isi)


class TatapMukaForm(forms.Form):
    """How the person who stands here was recognised."""

    cara_periksa = forms.CharField(
        label="Bagaimana identitas diperiksa", min_length=10, max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Contoh: datang sendiri, KTP dan kartu pegawai dicocokkan dengan fotonya.",
        error_messages={"min_length": "Tulis bagaimana identitasnya diperiksa."},
    )  # fmt: skip


# --- dispositions and constants ------------------------------------------------------------------
class DisposisiForm(forms.Form):
    """A disposition on paper and its scan."""

    pejabat = forms.ModelChoiceField(
        label="Pejabat", queryset=PenugasanPeran.objects.none(), empty_label="Pilih pejabat"
    )
    nomor = forms.CharField(label="Nomor surat atau disposisi", max_length=100)
    tanggal = _tanggal("Tanggal disposisi")
    perihal = forms.CharField(label="Perihal", max_length=255)
    isi = forms.CharField(
        label="Isi disposisi", max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Salin seperti tertulis.",
    )  # fmt: skip
    pindaian = forms.FileField(
        label="Pindaian", help_text="PDF, JPG, atau PNG, paling besar 10 MB."
    )

    def __init__(self, *args: Any, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pejabat = self.fields["pejabat"]
        rows = PenugasanPeran.objects.filter(peran__in=PEJABAT_DISPOSISI).aktif(per)
        pejabat.queryset = rows.select_related("pengguna", "unit")  # type: ignore[attr-defined]
        pejabat.label_from_instance = (  # type: ignore[attr-defined]
            lambda tugas: f"{tugas.pengguna.nama} · {tugas.get_peran_display()}"
        )

    def clean_pindaian(self) -> Any:
        berkas = self.cleaned_data["pindaian"]
        if berkas.size > MAKS_UKURAN:
            raise forms.ValidationError("Pindaian paling besar 10 MB.")
        return berkas


PEJABAT_DISPOSISI = (Peran.PPK, Peran.PYB, Peran.KEPALA_BKPSDM, Peran.TPK_KETUA)


class KetentuanForm(forms.Form):
    """A new value of one constant; its kind follows from the present value."""

    nilai = forms.CharField(label="Nilai baru", max_length=500)
    mulai = _tanggal("Berlaku sejak")
    dasar = forms.CharField(label="Dasar hukum", max_length=255)
    catatan = forms.CharField(
        label="Catatan", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, contoh: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.contoh = contoh
        self.fields["nilai"].help_text = f"Berupa {sebutan(contoh)}."

    def clean_nilai(self) -> Any:
        nilai = baca_nilai(self.contoh, self.cleaned_data["nilai"])
        if not sejenis(self.contoh, nilai):
            raise forms.ValidationError(f"Nilai harus berupa {sebutan(self.contoh)}.")
        return nilai


class HariLiburForm(forms.Form):
    """A holiday."""

    tanggal = _tanggal("Tanggal")
    nama = forms.CharField(label="Nama hari libur", max_length=150)
    cuti_bersama = forms.BooleanField(label="Cuti bersama", required=False)
    dasar = forms.CharField(label="Dasar (nomor keputusan)", max_length=255)
