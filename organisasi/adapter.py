"""What allauth asks us: no sign-up, no e-mail, our words, our trail, secrets encrypted at rest."""

from __future__ import annotations

import time
from base64 import b64decode, b64encode
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import redirect

from organisasi import masuk
from organisasi.models import Pengguna
from organisasi.selectors import hak
from organisasi.services import pengguna as acts
from toolkit.sandi import buka, sandikan

SALAH = "NIP (atau nama pengguna) dan sandi tidak cocok. Periksa lagi keduanya."


def nama_masuk(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The name under which axes counts failures: blanks and capitals make no new name."""
    typed = (credentials or {}).get("username") or request.POST.get("login", "")
    return Pengguna.normalize_username(str(typed))[:255]


def alamat_ip(request: HttpRequest) -> str | None:
    """The address under which axes counts failures: the one every other limit counts by."""
    try:
        return AkunAdapter(request).get_client_ip(request)
    except PermissionDenied:  # no address at all: a request that came from no browser
        return None


class AkunAdapter(DefaultAccountAdapter):
    """Login by NIP or user name; accounts are made by acts only."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Akun ini nonaktif.",
        "enter_current_password": "Isi sandi Anda yang sekarang.",
        "incorrect_code": "Kode tidak cocok. Tunggu kode berikutnya di aplikasi, lalu coba lagi.",
        "incorrect_password": "Sandi tidak cocok.",
        "too_many_login_attempts": "Terlalu banyak percobaan. Coba lagi beberapa menit lagi.",
        "username_password_mismatch": SALAH,
        "rate_limited": "Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for himself."""
        return False

    def clean_username(self, username: str, shallow: bool = False) -> str:
        """NIP without blanks, names in lower case."""
        return Pengguna.normalize_username(username)

    def set_password(self, user: Pengguna, password: str) -> None:
        """Through the act, so that it leaves its trace."""
        acts.ganti_sandi(user, password)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not within minutes of coming in: who is sent to set up his second factor just did."""
        perlu = super().is_reauthentication_required(app=app, **kwargs)
        return bool(perlu) and not _baru_masuk(self.request)

    def login(self, request: HttpRequest, user: Pengguna) -> None:
        """After all steps were passed."""
        super().login(request, user)
        masuk.berhasil(user)

    def logout(self, request: HttpRequest) -> None:
        """Leaving a half-finished login leaves no trace: nobody was inside."""
        user = request.user
        super().logout(request)
        if user.is_authenticated:
            masuk.keluar(user)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong password, unknown name, or locked out."""
        terkunci = bool(getattr(request, "axes_locked_out", False))
        masuk.gagal(str(credentials.get("username", "")), terkunci=terkunci)

    def add_message(self, request: HttpRequest, level: int, message_template: Any = None,
                    *args: Any, **kwargs: Any) -> None:  # fmt: skip
        """Our own few words instead of allauth's many; silence for the rest."""
        kalimat = PESAN.get(str(message_template))
        if kalimat:
            messages.add_message(request, level, kalimat)


def _baru_masuk(request: HttpRequest | None) -> bool:
    if request is None:
        return False
    cara = get_authentication_records(request, request.user)
    return bool(cara) and time.time() - cara[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT


PESAN = {
    "account/messages/password_changed.txt": "Sandi Anda sudah diganti.",
    "mfa/messages/totp_activated.txt": (
        "Kode dua langkah aktif. Simpan kode pemulihan di tempat aman."
    ),
    "mfa/messages/totp_deactivated.txt": "Kode dua langkah dicabut.",
    "mfa/messages/recovery_codes_generated.txt": "Kode pemulihan yang baru sudah dibuat.",
}


class MfaAdapter(DefaultMFAAdapter):
    """The second factor: secrets encrypted with the key of the register."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": (
            "Peran Anda mewajibkan kode dua langkah, jadi tidak dapat dicabut. Bila telepon Anda "
            "hilang, minta admin sistem melepasnya lalu pasang yang baru."
        ),
        "cannot_generate_recovery_codes": "Pasang kode dua langkah terlebih dahulu.",
        "incorrect_code": AkunAdapter.error_messages["incorrect_code"],
    }

    def encrypt(self, text: str) -> str:
        """As stored."""
        return b64encode(sandikan(text)).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """As used."""
        return buka(b64decode(encrypted_text))

    def get_totp_label(self, user: Pengguna) -> str:
        """What the telephone shows: the name, not the NIP."""
        return user.nama

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not while a role demands it."""
        return not hak(authenticator.user).bertotp


class SosialAdapter(DefaultSocialAccountAdapter):
    """The office's own single sign-on opens existing accounts by NIP or user name, nothing else."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Link on first use; refuse whoever has no account here."""
        if sociallogin.is_existing:
            return
        claims = sociallogin.account.extra_data
        claims = claims.get("userinfo", claims)
        # The NIP is the office's word; a user name may be the person's own and never overrules it.
        wanted = str(claims.get("nip") or claims.get("preferred_username") or "")
        rows = Pengguna.objects.orang().filter(is_active=True)
        akun = rows.filter(nama_pengguna=Pengguna.normalize_username(wanted)).first()
        if akun is None:
            messages.error(request, "Akun SSO ini belum terdaftar di SERASI. Hubungi admin sistem.")
            raise ImmediateHttpResponse(redirect("account_login"))
        sociallogin.connect(request, akun)
