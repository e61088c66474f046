"""The permission matrix: which right opens each URL. A URL without a row fails the build.

``izin``: any of these rights opens it (over any unit, unless ``lingkup``); ``PUBLIK`` needs no
login; ``MASUK`` needs only a login. ``lingkup``: the thing lies in a unit, and who holds the right
over another unit gets 404.
"""

from __future__ import annotations

from dataclasses import dataclass

from organisasi.izin import Izin

PUBLIK: frozenset[Izin] = frozenset()
MASUK = None


@dataclass(frozen=True)
class Pintu:
    """One row of the matrix."""

    izin: frozenset[Izin] | None
    metode: str = "GET"
    lingkup: bool = False
    publik: bool = False


def oleh(*izin: Izin, metode: str = "GET", lingkup: bool = False) -> Pintu:
    """Opened by any of these rights."""
    return Pintu(frozenset(izin), metode, lingkup)


def publik(metode: str = "GET") -> Pintu:
    """Opened to everybody."""
    return Pintu(PUBLIK, metode, publik=True)


def masuk(metode: str = "GET") -> Pintu:
    """Opened to everybody who is logged in (one's own things)."""
    return Pintu(MASUK, metode)


_IMPOR = (Izin.IMPOR_PEGAWAI, Izin.IMPOR_STRUKTUR, Izin.IMPOR_KEBUTUHAN, Izin.IMPOR_KINERJA)
_AKUN = (
    "account_login account_logout account_inactive account_change_password account_reauthenticate "
    "account_reset_password mfa_index mfa_authenticate mfa_reauthenticate mfa_activate_totp "
    "mfa_deactivate_totp mfa_view_recovery_codes mfa_generate_recovery_codes "
    "mfa_download_recovery_codes account_signup account_email account_set_password "
    "account_confirm_login_code account_email_verification_sent socialaccount_signup "
    "socialaccount_connections socialaccount_login_cancelled socialaccount_login_error "
    "openid_connect_login openid_connect_callback"
)
# Doors of login: allauth's own tests hold them; ours are in tests/organisasi.
PINTU_MASUK = frozenset(_AKUN.split())

MATRIKS: dict[str, Pintu] = {
    "beranda": masuk(),
    "sehat": publik(),
    "organisasi:kantor-baru": publik(),
    "organisasi:aktivasi": publik(),
    "organisasi:akun-saya": masuk(),
    "organisasi:sesi-akhiri": masuk("POST"),
    "organisasi:pemberitahuan": masuk(),
    "organisasi:pemberitahuan-baca-semua": masuk("POST"),
    "organisasi:pemberitahuan-baca": masuk("POST"),
    "organisasi:pengguna": oleh(Izin.PENGGUNA_LIHAT),
    "organisasi:pengguna-buat": oleh(Izin.PENGGUNA_KELOLA),
    "organisasi:peran-matriks": oleh(Izin.PENGGUNA_LIHAT),
    "organisasi:pengguna-rincian": oleh(Izin.PENGGUNA_LIHAT),
    "organisasi:pengguna-nonaktifkan": oleh(Izin.PENGGUNA_KELOLA, metode="POST"),
    "organisasi:pengguna-aktifkan": oleh(Izin.PENGGUNA_KELOLA, metode="POST"),
    "organisasi:pengguna-lepas-totp": oleh(Izin.PENGGUNA_KELOLA, metode="POST"),
    "organisasi:peran-beri": oleh(Izin.PERAN_BERI),
    "organisasi:peran-cabut": oleh(Izin.PERAN_BERI, metode="POST"),
    "organisasi:peran-limpahkan": oleh(Izin.PELIMPAHAN_BERI),
    "organisasi:slip": oleh(Izin.AKTIVASI_CETAK),
    "organisasi:slip-cetak": oleh(Izin.AKTIVASI_CETAK, metode="POST"),
    "organisasi:slip-atur-ulang": oleh(Izin.AKTIVASI_CETAK, metode="POST"),
    "organisasi:disposisi": oleh(Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN),
    "organisasi:disposisi-catat": oleh(Izin.DISPOSISI_CATAT),
    "organisasi:disposisi-rincian": oleh(Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN),
    "organisasi:disposisi-sahkan": oleh(Izin.DISPOSISI_SAHKAN, metode="POST"),
    "organisasi:disposisi-pindaian": oleh(Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN),
    "organisasi:ketentuan": oleh(Izin.KETENTUAN_LIHAT),
    "organisasi:hari-libur": oleh(Izin.KETENTUAN_LIHAT),
    "organisasi:ketentuan-rincian": oleh(Izin.KETENTUAN_LIHAT),
    "organisasi:jejak": oleh(Izin.JEJAK_LIHAT),
    "organisasi:jejak-akses": oleh(Izin.AKSES_LIHAT),
    "organisasi:jejak-verifikasi": oleh(Izin.JEJAK_EKSPOR),
    "organisasi:jejak-ekspor": oleh(Izin.JEJAK_EKSPOR, metode="POST"),
    "organisasi:jejak-entri": oleh(Izin.JEJAK_LIHAT),
    "organisasi:impor": oleh(*_IMPOR),
    "organisasi:impor-unggah": oleh(Izin.IMPOR_PEGAWAI),
    "organisasi:impor-templat": oleh(Izin.IMPOR_PEGAWAI),
    "organisasi:impor-rincian": oleh(Izin.IMPOR_PEGAWAI),
    "organisasi:impor-temuan": oleh(Izin.IMPOR_PEGAWAI),
    "organisasi:impor-perubahan": oleh(Izin.IMPOR_PEGAWAI),
    "organisasi:impor-ditolak": oleh(Izin.IMPOR_PEGAWAI),
    "organisasi:impor-petakan": oleh(Izin.IMPOR_PEGAWAI),
    "organisasi:impor-periksa": oleh(Izin.IMPOR_PEGAWAI, metode="POST"),
    "organisasi:impor-terapkan": oleh(Izin.IMPOR_PEGAWAI),
    "organisasi:impor-buang": oleh(Izin.IMPOR_PEGAWAI, metode="POST"),
    "organisasi:proses": masuk(),
    "organisasi:proses-rincian": oleh(Izin.PROSES_LIHAT),
    "organisasi:proses-hentikan": oleh(metode="POST"),
    "penilaian:kebutuhan": oleh(Izin.KEBUTUHAN_LIHAT),
    "penilaian:daftar-formasi": oleh(Izin.KEBUTUHAN_LIHAT),
    "penilaian:ekspor-formasi": oleh(Izin.KEBUTUHAN_LIHAT),
    "penilaian:formasi": oleh(Izin.KEBUTUHAN_LIHAT, lingkup=True),
    "penilaian:lowong": oleh(Izin.KEBUTUHAN_LIHAT),
    "penilaian:tak-terhitung": oleh(Izin.KEBUTUHAN_LIHAT),
}
