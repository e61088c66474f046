"""The traces this room leaves."""

from __future__ import annotations

from jejak.tindakan import Tindakan

IMPOR_DITERAPKAN = Tindakan("organisasi.impor.diterapkan", "menerapkan berkas impor {objek}")
UNIT_DICATAT = Tindakan("organisasi.unit.dicatat", "mencatat unit {objek}")
UNIT_DIUBAH = Tindakan("organisasi.unit.diubah", "mengubah unit {objek}")
WILAYAH_DIUBAH = Tindakan("organisasi.wilayah.diubah", "mengubah wilayah {objek}")
