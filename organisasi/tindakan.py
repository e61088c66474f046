"""The traces this room leaves."""

from __future__ import annotations

from jejak.tindakan import Tindakan

IMPOR_DITERAPKAN = Tindakan("organisasi.impor.diterapkan", "menerapkan berkas impor {objek}")
UNIT_DICATAT = Tindakan("organisasi.unit.dicatat", "mencatat unit {objek}")
UNIT_DIUBAH = Tindakan("organisasi.unit.diubah", "mengubah unit {objek}")
WILAYAH_DIUBAH = Tindakan("organisasi.wilayah.diubah", "mengubah wilayah {objek}")

AKUN_DIBUAT = Tindakan("organisasi.akun.dibuat", "membuat akun {objek}")
AKUN_DINONAKTIFKAN = Tindakan("organisasi.akun.dinonaktifkan", "menonaktifkan akun {objek}")
AKUN_DIAKTIFKAN = Tindakan("organisasi.akun.diaktifkan", "mengaktifkan kembali akun {objek}")
SESI_DIAKHIRI = Tindakan("organisasi.akun.sesi_diakhiri", "mengakhiri semua sesi {objek}")
SANDI_DIGANTI = Tindakan("organisasi.akun.sandi_diganti", "mengganti sandi {objek}")
TOTP_DILEPAS = Tindakan("organisasi.akun.totp_dilepas", "melepas kode dua langkah {objek}")

MASUK = Tindakan("organisasi.masuk.berhasil", "masuk sebagai {objek}")
KELUAR = Tindakan("organisasi.masuk.keluar", "keluar dari {objek}")
MASUK_GAGAL = Tindakan("organisasi.masuk.gagal", "gagal masuk sebagai {objek}")
MASUK_TERKUNCI = Tindakan("organisasi.masuk.terkunci", "terkunci dari akun {objek}")
KODE_SALAH = Tindakan("organisasi.masuk.kode_salah", "salah mengisi kode dua langkah {objek}")
TOTP_DIPASANG = Tindakan("organisasi.totp.dipasang", "memasang kode dua langkah {objek}")
TOTP_DICABUT = Tindakan("organisasi.totp.dicabut", "mencabut kode dua langkah {objek}")
KODE_PEMULIHAN_DIBUAT = Tindakan("organisasi.totp.pemulihan", "membuat kode pemulihan {objek}")

SLIP_DICETAK = Tindakan("organisasi.slip.dicetak", "mencetak slip aktivasi {objek}")
SLIP_ATUR_ULANG = Tindakan(
    "organisasi.slip.atur_ulang", "mengatur ulang sandi {objek} dengan tatap muka"
)
SLIP_SALAH = Tindakan("organisasi.slip.salah", "salah mengisi kode slip {objek}")
SLIP_DIPAKAI = Tindakan("organisasi.slip.dipakai", "memakai slip aktivasi {objek}")

PERAN_DIBERI = Tindakan("organisasi.peran.diberi", "memberi peran {objek}")
PERAN_DICABUT = Tindakan("organisasi.peran.dicabut", "mencabut peran {objek}")
PERAN_DIPINDAHKAN = Tindakan(
    "organisasi.peran.dipindahkan", "memindahkan peran ke unit pegawainya yang baru: {objek}"
)
WEWENANG_DILIMPAHKAN = Tindakan("organisasi.peran.dilimpahkan", "melimpahkan wewenang {objek}")

DISPOSISI_DICATAT = Tindakan("organisasi.disposisi.dicatat", "mencatat disposisi {objek}")
DISPOSISI_DISAHKAN = Tindakan("organisasi.disposisi.disahkan", "mengesahkan disposisi {objek}")

KETENTUAN_DITETAPKAN = Tindakan("organisasi.ketentuan.ditetapkan", "menetapkan ketentuan {objek}")
LIBUR_DITAMBAH = Tindakan("organisasi.libur.ditambah", "menambah hari libur {objek}")

KANTOR_DIDIRIKAN = Tindakan("organisasi.kantor.didirikan", "membuka SERASI untuk {objek}")
INSTANSI_DIKENALI = Tindakan("organisasi.instansi.dikenali", "mencatat ID SIASN milik {objek}")

UNIT_DITUTUP = Tindakan("organisasi.unit.ditutup", "menutup unit {objek}")
UNIT_DIBUKA = Tindakan("organisasi.unit.dibuka", "membuka unit {objek}")
TAMPILAN_DISIMPAN = Tindakan("organisasi.tampilan.disimpan", "menyimpan tampilan {objek}")
TAMPILAN_DIHAPUS = Tindakan("organisasi.tampilan.dihapus", "menghapus tampilan {objek}")

AKUN_PERAGAAN = Tindakan("organisasi.akun.peragaan", "membuat akun peragaan {objek}")
