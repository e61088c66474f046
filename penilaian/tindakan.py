"""The traces this room leaves."""

from __future__ import annotations

from jejak.tindakan import Tindakan

KEBUTUHAN_DITETAPKAN = Tindakan("penilaian.kebutuhan.ditetapkan", "menetapkan kebutuhan {objek}")
LEMBAR_DIBACA = Tindakan("penilaian.lembar.dibaca", "membaca lembar ABK {objek}")
LEMBAR_DITERAPKAN = Tindakan("penilaian.lembar.diterapkan", "menerapkan lembar ABK {objek}")
LEMBAR_DIBUANG = Tindakan("penilaian.lembar.dibuang", "membuang lembar ABK {objek}")
