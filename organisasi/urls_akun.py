"""Doors of login, passwords and second factor; the work is done by allauth.

Only the doors SERASI needs are open. Allauth reverses the names of others here and there, so those
exist and answer 404 (sign-up, e-mail pages) or say what to do instead (a forgotten password).
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as pemulihan
from allauth.mfa.totp import views as totp
from allauth.socialaccount import views as sosial
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.conf import settings
from django.urls import path

from organisasi.views import akun

urlpatterns = [
    path("masuk/", account.login, name="account_login"),
    path("keluar/", account.logout, name="account_logout"),
    path("nonaktif/", account.account_inactive, name="account_inactive"),
    path("sandi/", account.password_change, name="account_change_password"),
    path("pastikan/", account.reauthenticate, name="account_reauthenticate"),
    path("lupa-sandi/", akun.lupa_sandi, name="account_reset_password"),
    path("dua-langkah/", mfa.index, name="mfa_index"),
    path("dua-langkah/masuk/", mfa.authenticate, name="mfa_authenticate"),
    path("dua-langkah/pastikan/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("dua-langkah/pasang/", totp.activate_totp, name="mfa_activate_totp"),
    path("dua-langkah/cabut/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("pemulihan/", pemulihan.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("pemulihan/buat/", pemulihan.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("pemulihan/unduh/", pemulihan.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("tutup/daftar/", akun.tertutup, name="account_signup"),
    path("tutup/surel/", akun.tertutup, name="account_email"),
    path("tutup/sandi-awal/", akun.tertutup, name="account_set_password"),
    path("tutup/kode/", akun.tertutup, name="account_confirm_login_code"),
    path("tutup/surel-dikirim/", akun.tertutup, name="account_email_verification_sent"),
    path("tutup/sso-daftar/", akun.tertutup, name="socialaccount_signup"),
    path("tutup/sso/", akun.tertutup, name="socialaccount_connections"),
]

if "openid_connect" in settings.SOCIALACCOUNT_PROVIDERS:
    urlpatterns += [
        path("oidc/<provider_id>/login/", oidc.login, name="openid_connect_login"),
        path("oidc/<provider_id>/login/callback/", oidc.callback, name="openid_connect_callback"),
        path("oidc-batal/", sosial.login_cancelled, name="socialaccount_login_cancelled"),
        path("oidc-galat/", sosial.login_error, name="socialaccount_login_error"),
    ]
