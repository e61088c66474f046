"""The permission matrix: which right opens each URL. A URL without a row fails the build.

``izin``: any of these rights opens it, ``MASUK`` needs only a login, ``MILIK_LAIN`` is shut to all
who did not make the thing. ``metode``: what it answers; anything else is 405. ``lingkup``: the
thing lies in a unit, and who holds the right over another unit gets 404.
"""

from __future__ import annotations

from organisasi.izin import Izin
from tests.house.matriks_jalan import JALAN
from tests.house.matriks_keputusan import KEPUTUSAN
from tests.house.matriks_meja import MEJA
from tests.house.matriks_nilai import NILAI
from tests.house.matriks_pelaksanaan import PELAKSANAAN
from tests.house.matriks_pengawasan import PENGAWASAN
from tests.house.matriks_sidang import SIDANG
from tests.house.pintu import (
    FORMULIR,
    GET,
    MASUK,
    MILIK_LAIN,
    POST,
    Pintu,
    masuk,
    milik_lain,
    oleh,
    publik,
)

__all__ = ["MASUK", "MATRIKS", "MILIK_LAIN", "PINTU_MASUK", "Pintu"]

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

_DISPOSISI = (Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN)

_DEPAN = {
    "beranda": masuk(),
    "sehat": publik(),
}

_ORGANISASI = {
    "kantor-baru": publik(FORMULIR),
    "aktivasi": publik(FORMULIR),
    "akun-saya": masuk(),
    "sesi-akhiri": masuk(POST),
    "pemberitahuan": masuk(),
    "pemberitahuan-baca-semua": masuk(POST),
    "pemberitahuan-baca": milik_lain(POST),
    "pengguna": oleh(Izin.PENGGUNA_LIHAT),
    "pengguna-buat": oleh(Izin.PENGGUNA_KELOLA, metode=FORMULIR),
    "peran-matriks": oleh(Izin.PENGGUNA_LIHAT),
    "pengguna-rincian": oleh(Izin.PENGGUNA_LIHAT),
    "pengguna-nonaktifkan": oleh(Izin.PENGGUNA_KELOLA, metode=POST),
    "pengguna-aktifkan": oleh(Izin.PENGGUNA_KELOLA, metode=POST),
    "pengguna-lepas-totp": oleh(Izin.PENGGUNA_KELOLA, metode=POST),
    "peran-beri": oleh(Izin.PERAN_BERI, metode=FORMULIR),
    "peran-cabut": oleh(Izin.PERAN_BERI, metode=POST),
    "peran-limpahkan": oleh(Izin.PELIMPAHAN_BERI, metode=FORMULIR),
    "slip": oleh(Izin.AKTIVASI_CETAK),
    "slip-cetak": oleh(Izin.AKTIVASI_CETAK, metode=POST),
    "slip-atur-ulang": oleh(Izin.AKTIVASI_CETAK, metode=FORMULIR, lingkup=True),
    "disposisi": oleh(*_DISPOSISI),
    "disposisi-catat": oleh(Izin.DISPOSISI_CATAT, metode=FORMULIR),
    "disposisi-rincian": oleh(*_DISPOSISI),
    "disposisi-sahkan": oleh(Izin.DISPOSISI_SAHKAN, metode=POST),
    "disposisi-pindaian": oleh(*_DISPOSISI),
    "ketentuan": oleh(Izin.KETENTUAN_LIHAT),
    # The new value and the new holiday are forms on these pages, for those who may.
    "hari-libur": oleh(Izin.KETENTUAN_LIHAT, metode=FORMULIR),
    "ketentuan-rincian": oleh(Izin.KETENTUAN_LIHAT, metode=FORMULIR),
    "jejak": oleh(Izin.JEJAK_LIHAT),
    "jejak-akses": oleh(Izin.AKSES_LIHAT),
    "jejak-verifikasi": oleh(Izin.JEJAK_EKSPOR, metode=FORMULIR),
    "jejak-ekspor": oleh(Izin.JEJAK_EKSPOR),
    "jejak-entri": oleh(Izin.JEJAK_LIHAT),
    "jejak-tanda-terima": oleh(Izin.JEJAK_EKSPOR),
    # What outsiders hold against us needs no account.
    "akar": publik(),
    "akar-arti": publik(),
    "akar-json": publik(),
    "akar-teks": publik(),
    "akar-alat": publik(),
    "akar-lanjutan": publik(),
    "impor": oleh(
        Izin.IMPOR_PEGAWAI,
        Izin.IMPOR_STRUKTUR,
        Izin.IMPOR_KEBUTUHAN,
        Izin.IMPOR_KINERJA,
        Izin.IMPOR_SEKTOR,
        Izin.KEBUTUHAN_USUL,
        Izin.KETENTUAN_UBAH,
    ),
    # The file of the matrix is one of employees; every kind is tried in its own test.
    "impor-unggah": oleh(Izin.IMPOR_PEGAWAI, metode=FORMULIR),
    "impor-templat": oleh(Izin.IMPOR_PEGAWAI),
    "impor-rincian": oleh(Izin.IMPOR_PEGAWAI),
    "impor-temuan": oleh(Izin.IMPOR_PEGAWAI),
    "impor-perubahan": oleh(Izin.IMPOR_PEGAWAI),
    "impor-ditolak": oleh(Izin.IMPOR_PEGAWAI),
    "impor-petakan": oleh(Izin.IMPOR_PEGAWAI, metode=FORMULIR),
    "impor-periksa": oleh(Izin.IMPOR_PEGAWAI, metode=POST),
    "impor-terapkan": oleh(Izin.IMPOR_PEGAWAI, metode=POST),
    "impor-buang": oleh(Izin.IMPOR_PEGAWAI, metode=POST),
    "proses": masuk(),
    # The work of the matrix is somebody else's; one's own is tried in its own test.
    "proses-rincian": oleh(Izin.PROSES_LIHAT),
    "proses-hentikan": milik_lain(POST),
}

_PEGAWAI = {
    "profil-saya": masuk(),
    # One's own declarations; those of others do not exist.
    "keluarga": masuk(FORMULIR),
    "keluarga-tarik": milik_lain(POST),
    # One's own requests; who answers them corrects data; who watches sees figures only.
    "perbaikan": masuk(FORMULIR),
    "perbaikan-daftar": oleh(Izin.PEGAWAI_UBAH),
    "perbaikan-ringkasan": oleh(Izin.AKSES_LIHAT),
    "perbaikan-rincian": oleh(Izin.PEGAWAI_UBAH, metode=FORMULIR),
    "perbaikan-bukti": oleh(Izin.PEGAWAI_UBAH),
    "daftar": oleh(Izin.PEGAWAI_LIHAT),
    "ekspor": oleh(Izin.PEGAWAI_EKSPOR),
    "cari": masuk(),
    "tampilan-simpan": masuk(POST),
    "tampilan-hapus": milik_lain(POST),
    "pensiun": oleh(Izin.PEGAWAI_LIHAT),
    "pensiun-ekspor": oleh(Izin.PEGAWAI_EKSPOR),
    "lima-tahun": oleh(Izin.PEGAWAI_LIHAT),
    "lima-tahun-ekspor": oleh(Izin.PEGAWAI_EKSPOR),
    "sementara": oleh(Izin.PEGAWAI_LIHAT),
    "sementara-ekspor": oleh(Izin.PEGAWAI_EKSPOR),
    "penugasan-akhiri": oleh(Izin.PEGAWAI_UBAH, metode=FORMULIR, lingkup=True),
    # A name of the nomenclature belongs to no unit; the holders it lists are within reach.
    "jabatan": oleh(Izin.UNIT_LIHAT),
    "jabatan-rincian": oleh(Izin.UNIT_LIHAT),
    "rincian": oleh(Izin.PEGAWAI_LIHAT, lingkup=True),
    "koreksi": oleh(Izin.PEGAWAI_UBAH, metode=FORMULIR, lingkup=True),
    "penugasan-catat": oleh(Izin.PEGAWAI_UBAH, metode=FORMULIR, lingkup=True),
    "pelatihan-catat": oleh(Izin.PEGAWAI_UBAH, metode=FORMULIR, lingkup=True),
    "sertifikat-catat": oleh(Izin.PEGAWAI_UBAH, metode=FORMULIR, lingkup=True),
    "tmt": oleh(Izin.PEGAWAI_UBAH, metode=FORMULIR, lingkup=True),
    "tmt-tarik": oleh(Izin.PEGAWAI_UBAH, metode=FORMULIR, lingkup=True),
    "disiplin-catat": oleh(Izin.PEGAWAI_UBAH, metode=FORMULIR, lingkup=True),
    "berhenti-catat": oleh(Izin.PEGAWAI_UBAH, metode=FORMULIR, lingkup=True),
    # Counts and people are bounded by reach; the code names an indicator, which lies in no unit.
    "mutu": oleh(Izin.MUTU_LIHAT),
    "mutu-indikator": oleh(Izin.MUTU_LIHAT),
    "mutu-unduh": oleh(Izin.PEGAWAI_EKSPOR),
    "mutu-ekspor": oleh(Izin.PEGAWAI_EKSPOR),
    "unit": oleh(Izin.UNIT_LIHAT),
    "unit-rincian": oleh(Izin.UNIT_LIHAT, lingkup=True),
    "unit-ubah": oleh(Izin.UNIT_UBAH, metode=FORMULIR, lingkup=True),
    "unit-tutup": oleh(Izin.UNIT_UBAH, metode=FORMULIR, lingkup=True),
    "unit-akun": oleh(Izin.AKTIVASI_CETAK, metode=FORMULIR, lingkup=True),
    "unit-buka": oleh(Izin.UNIT_UBAH, metode=FORMULIR, lingkup=True),
}

_SOTK = {
    "sotk": oleh(Izin.SOTK_LIHAT),
    **{
        f"sotk-{nama}": oleh(Izin.SOTK_LIHAT)
        for nama in ("rencana", "riwayat", "cetak", "kotak", "unit", "penempatan")
    },
    "sotk-akibat": oleh(Izin.SOTK_LIHAT),
    "sotk-tetapkan": oleh(Izin.SOTK_LIHAT),
    "sotk-putuskan": oleh(Izin.SOTK_TETAPKAN, metode=POST),
    **{
        f"sotk-{nama}": oleh(Izin.SOTK_SUSUN, metode=FORMULIR)
        for nama in ("baru", "ubah", "kotak-baru", "kotak-aksi", "tempatkan")
    },
    **{
        f"sotk-{nama}": oleh(Izin.SOTK_SUSUN, metode=POST)
        for nama in ("kembalikan", "tempatkan-banyak", "lepas")
    },
}

_JALAN = (Izin.KEBUTUHAN_PERIKSA, Izin.KEBUTUHAN_TETAPKAN)
_PENILAIAN = {
    **_SOTK,
    **NILAI,
    "kebutuhan": oleh(Izin.KEBUTUHAN_LIHAT),
    "daftar-formasi": oleh(Izin.KEBUTUHAN_LIHAT),
    "ekspor-formasi": oleh(Izin.KEBUTUHAN_LIHAT),
    "formasi": oleh(Izin.KEBUTUHAN_LIHAT, lingkup=True),
    "perhitungan": oleh(Izin.KEBUTUHAN_LIHAT, lingkup=True),
    "perhitungan-daftar": oleh(Izin.KEBUTUHAN_LIHAT),
    "perhitungan-banding": oleh(Izin.KEBUTUHAN_LIHAT, lingkup=True),
    "perhitungan-massal": oleh(*_JALAN, metode=FORMULIR),
    "perhitungan-periksa": oleh(Izin.KEBUTUHAN_PERIKSA, metode=FORMULIR, lingkup=True),
    "perhitungan-kembalikan": oleh(*_JALAN, metode=FORMULIR, lingkup=True),
    "perhitungan-putuskan": oleh(Izin.KEBUTUHAN_TETAPKAN, metode=FORMULIR, lingkup=True),
    "perhitungan-templat": oleh(Izin.KEBUTUHAN_PERIKSA, metode=FORMULIR, lingkup=True),
    "uraian": oleh(Izin.KEBUTUHAN_USUL, metode=FORMULIR, lingkup=True),
    "uraian-hitung": oleh(Izin.KEBUTUHAN_USUL, metode=POST, lingkup=True),
    "bantuan-norma": oleh(Izin.KEBUTUHAN_LIHAT),
    "faskes": oleh(Izin.KEBUTUHAN_LIHAT),
    "faskes-rincian": oleh(Izin.KEBUTUHAN_LIHAT, lingkup=True),
    "faskes-hitung": oleh(Izin.KEBUTUHAN_USUL, metode=FORMULIR, lingkup=True),
    "banding": oleh(Izin.KEBUTUHAN_LIHAT, lingkup=True),
    "banding-simpan": oleh(Izin.KEBUTUHAN_USUL, metode=POST, lingkup=True),
    # Workbooks, papers and charts of whatever lies within reach; a file made in the background
    # belongs to who asked for it.
    "buku-abk": oleh(Izin.KEBUTUHAN_LIHAT),
    "buku-abk-unduh": oleh(Izin.KEBUTUHAN_LIHAT),
    "cetak-abk": oleh(Izin.KEBUTUHAN_LIHAT),
    "cetak-abk-antre": oleh(Izin.KEBUTUHAN_LIHAT, metode=POST),
    "cetak-abk-hasil": milik_lain(),
    "perhitungan-cetak": oleh(Izin.KEBUTUHAN_LIHAT, lingkup=True),
    "peta-jabatan": oleh(Izin.KEBUTUHAN_LIHAT),
    "peta-jabatan-cetak": oleh(Izin.KEBUTUHAN_LIHAT),
    "unit": oleh(Izin.KEBUTUHAN_LIHAT, lingkup=True),
    "keseimbangan": oleh(Izin.KEBUTUHAN_LIHAT),
    "proyeksi": oleh(Izin.KEBUTUHAN_LIHAT),
    "proyeksi-posisi": oleh(Izin.KEBUTUHAN_LIHAT),
    "proyeksi-menjelang": oleh(Izin.KEBUTUHAN_LIHAT),
    "andaikan": oleh(Izin.KEBUTUHAN_LIHAT),
    "lowong": oleh(Izin.KEBUTUHAN_LIHAT),
    "tak-terhitung": oleh(Izin.KEBUTUHAN_LIHAT),
    # Pictures and sums over the reach; an office outside it is tried in their own tests.
    "peta-panas": oleh(Izin.KEBUTUHAN_LIHAT),
    "peta-panas-ekspor": oleh(Izin.KEBUTUHAN_LIHAT),
    "peta-kecamatan": oleh(Izin.KEBUTUHAN_LIHAT),
    "sekolah": oleh(Izin.KEBUTUHAN_LIHAT),
    "sekolah-rincian": oleh(Izin.KEBUTUHAN_LIHAT, lingkup=True),
    "sekolah-hitung": oleh(Izin.KEBUTUHAN_USUL, metode=FORMULIR, lingkup=True),
    # A name is the same in every unit: decided over the whole agency or not at all.
    "padanan": oleh(Izin.PADANAN_PUTUSKAN),
    "padanan-putuskan": oleh(Izin.PADANAN_PUTUSKAN, metode=POST),
    "padanan-ekspor": oleh(Izin.PADANAN_PUTUSKAN),
    "padanan-nama": oleh(Izin.PADANAN_PUTUSKAN, metode=FORMULIR),
    "padanan-keputusan": oleh(Izin.PADANAN_PUTUSKAN),
    "padanan-keputusan-ekspor": oleh(Izin.PADANAN_PUTUSKAN),
    "padanan-akhiri": oleh(Izin.PADANAN_PUTUSKAN, metode=FORMULIR),
    # An office's own needs sheet speaks of the whole agency; deciding names asks a second right.
    "lembar": oleh(Izin.IMPOR_KEBUTUHAN),
    "lembar-unggah": oleh(Izin.IMPOR_KEBUTUHAN, metode=FORMULIR),
    "lembar-rincian": oleh(Izin.IMPOR_KEBUTUHAN),
    "lembar-pola": oleh(Izin.IMPOR_KEBUTUHAN, metode=FORMULIR),
    "lembar-unit": oleh(Izin.IMPOR_KEBUTUHAN, metode=FORMULIR),
    "lembar-jabatan": oleh(Izin.IMPOR_KEBUTUHAN, metode=FORMULIR),
    "lembar-cari-unit": oleh(Izin.IMPOR_KEBUTUHAN),
    "lembar-cari-jabatan": oleh(Izin.IMPOR_KEBUTUHAN),
    "lembar-baris": oleh(Izin.IMPOR_KEBUTUHAN),
    "lembar-unduh": oleh(Izin.IMPOR_KEBUTUHAN),
    "lembar-templat": oleh(Izin.IMPOR_KEBUTUHAN),
    "lembar-terapkan": oleh(Izin.IMPOR_KEBUTUHAN, metode=FORMULIR),
    "lembar-cocokkan": oleh(Izin.IMPOR_KEBUTUHAN, metode=POST),
    "lembar-buang": oleh(Izin.IMPOR_KEBUTUHAN, metode=POST),
}

_PERMINTAAN = (Izin.PERMINTAAN_AJUKAN, Izin.PERMINTAAN_TANGGAPI)

# Critical posts stand beside their reserve lists, which are as secret as a draft.
_KRITIS = (Izin.KRITIS_TETAPKAN, Izin.RANCANGAN_SUSUN)

# Somebody else's draft: every door of it is shut to every role, and none of them learns why.
_RANCANGAN_LAIN = {
    GET: "lembar perubahan cari akibat langkah cetak",
    POST: "cetak-berkas masukkan batalkan tutup buka cabut hapus pulihkan urut alasan",
    FORMULIR: "ubah anggota baris-tambah baris",
}
_RANCANGAN = {
    "rancangan": oleh(Izin.RANCANGAN_SUSUN, Izin.RANCANGAN_BACA),
    "rancangan-baru": oleh(Izin.RANCANGAN_SUSUN, metode=FORMULIR),
    **{
        f"rancangan-{nama}": milik_lain(metode)
        for metode, semua in _RANCANGAN_LAIN.items()
        for nama in semua.split()
    },
}

_MUTASI = {
    **_RANCANGAN,
    **PENGAWASAN,
    **PELAKSANAAN,
    **MEJA,
    **SIDANG,
    **JALAN,
    **KEPUTUSAN,
    "calon": oleh(Izin.CALON_CARI),
    "calon-formasi": oleh(Izin.CALON_CARI, lingkup=True),
    "calon-banding": oleh(Izin.CALON_CARI, lingkup=True),
    # Who searches may also export people (a test of its own takes that right away).
    "calon-ekspor": oleh(Izin.CALON_CARI, lingkup=True),
    "duk": oleh(Izin.PEGAWAI_EKSPOR),
    "lowong-cetak": oleh(Izin.KEBUTUHAN_LIHAT),
    "kritis": oleh(*_KRITIS),
    "kritis-tandai": oleh(Izin.KRITIS_TETAPKAN, metode=FORMULIR),
    # A search for people comes by POST: no address holds whom it was about.
    "kritis-rincian": oleh(*_KRITIS, metode=FORMULIR),
    "kritis-lepas": oleh(Izin.KRITIS_TETAPKAN, metode=POST),
    "kritis-cadangan-tambah": oleh(Izin.KRITIS_TETAPKAN, metode=POST),
    "kritis-cadangan-ubah": oleh(Izin.KRITIS_TETAPKAN, metode=POST),
    "permintaan": oleh(*_PERMINTAAN),
    "permintaan-baru": oleh(Izin.PERMINTAAN_AJUKAN, metode=FORMULIR),
    "permintaan-rincian": oleh(*_PERMINTAAN, lingkup=True),
    "permintaan-tanggapi": oleh(Izin.PERMINTAAN_TANGGAPI, metode=POST, lingkup=True),
    "permintaan-tarik": oleh(Izin.PERMINTAAN_AJUKAN, metode=POST, lingkup=True),
}

MATRIKS: dict[str, Pintu] = {
    **_DEPAN,
    **{f"organisasi:{nama}": pintu for nama, pintu in _ORGANISASI.items()},
    **{f"pegawai:{nama}": pintu for nama, pintu in _PEGAWAI.items()},
    **{f"penilaian:{nama}": pintu for nama, pintu in _PENILAIAN.items()},
    **{f"mutasi:{nama}": pintu for nama, pintu in _MUTASI.items()},
}
