"""The traces this room leaves."""

from __future__ import annotations

from jejak.tindakan import Tindakan

KEBUTUHAN_DITETAPKAN = Tindakan("penilaian.kebutuhan.ditetapkan", "menetapkan kebutuhan {objek}")
PERHITUNGAN_DISUSUN = Tindakan("penilaian.perhitungan.disusun", "menyusun uraian tugas {objek}")
PERHITUNGAN_DIPERIKSA = Tindakan("penilaian.perhitungan.diperiksa", "memeriksa perhitungan {objek}")
PERHITUNGAN_DIKEMBALIKAN = Tindakan(
    "penilaian.perhitungan.dikembalikan", "mengembalikan perhitungan {objek}"
)
PERHITUNGAN_DIPUTUSKAN = Tindakan(
    "penilaian.perhitungan.diputuskan", "memutuskan perhitungan {objek}"
)
LEMBAR_DIBACA = Tindakan("penilaian.lembar.dibaca", "membaca lembar ABK {objek}")
LEMBAR_DITERAPKAN = Tindakan("penilaian.lembar.diterapkan", "menerapkan lembar ABK {objek}")
LEMBAR_DIBUANG = Tindakan("penilaian.lembar.dibuang", "membuang lembar ABK {objek}")
