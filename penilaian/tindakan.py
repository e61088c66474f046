"""The traces this room leaves."""

from __future__ import annotations

from jejak.tindakan import Tindakan

KEBUTUHAN_DITETAPKAN = Tindakan("penilaian.kebutuhan.ditetapkan", "menetapkan kebutuhan {objek}")
PERHITUNGAN_DISUSUN = Tindakan("penilaian.perhitungan.disusun", "menyusun uraian tugas {objek}")
PERHITUNGAN_DIHITUNG = Tindakan("penilaian.perhitungan.dihitung", "menghitung kebutuhan {objek}")
PERHITUNGAN_DIPERIKSA = Tindakan("penilaian.perhitungan.diperiksa", "memeriksa perhitungan {objek}")
PERHITUNGAN_DIKEMBALIKAN = Tindakan(
    "penilaian.perhitungan.dikembalikan", "mengembalikan perhitungan {objek}"
)
PERHITUNGAN_DIPUTUSKAN = Tindakan(
    "penilaian.perhitungan.diputuskan", "memutuskan perhitungan {objek}"
)
TEMPLAT_URAIAN_DIPILIH = Tindakan(
    "penilaian.templat_uraian.dipilih", "memilih templat uraian tugas {objek}"
)
SEKOLAH_DICATAT = Tindakan("penilaian.sekolah.dicatat", "mencatat rombel {objek}")
FASKES_DICATAT = Tindakan("penilaian.faskes.dicatat", "mencatat tenaga kesehatan {objek}")
SOTK_DISUSUN = Tindakan("penilaian.sotk.disusun", "menyusun rencana SOTK {objek}")
SOTK_DIUBAH = Tindakan("penilaian.sotk.diubah", "mengubah rencana SOTK {objek}")
SOTK_DITETAPKAN = Tindakan("penilaian.sotk.ditetapkan", "menetapkan rencana SOTK {objek}")
SOTK_DIKEMBALIKAN = Tindakan(
    "penilaian.sotk.dikembalikan", "mengembalikan rencana SOTK {objek} menjadi draf"
)
SOTK_DIBATALKAN = Tindakan("penilaian.sotk.dibatalkan", "membatalkan rencana SOTK {objek}")
SOTK_DIBERLAKUKAN = Tindakan("penilaian.sotk.diberlakukan", "memberlakukan rencana SOTK {objek}")
LEMBAR_DIBACA = Tindakan("penilaian.lembar.dibaca", "membaca lembar ABK {objek}")
LEMBAR_DITERAPKAN = Tindakan("penilaian.lembar.diterapkan", "menerapkan lembar ABK {objek}")
LEMBAR_DIBUANG = Tindakan("penilaian.lembar.dibuang", "membuang lembar ABK {objek}")
