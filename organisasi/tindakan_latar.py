"""The traces of files brought in and of background work."""

from __future__ import annotations

from jejak.tindakan import Tindakan

IMPOR_DIUNGGAH = Tindakan("organisasi.impor.diunggah", "mengunggah berkas {objek}")
IMPOR_DIPETAKAN = Tindakan("organisasi.impor.dipetakan", "mencocokkan kolom berkas {objek}")
IMPOR_DIBUANG = Tindakan("organisasi.impor.dibuang", "membuang berkas {objek} sebelum diterapkan")
BERKAS_DIHAPUS = Tindakan("organisasi.impor.berkas_dihapus", "menghapus berkas unggahan {objek}")
PROSES_DIHENTIKAN = Tindakan("organisasi.proses.dihentikan", "menghentikan pekerjaan {objek}")
