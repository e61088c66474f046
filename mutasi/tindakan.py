"""The traces this room leaves."""

from jejak.tindakan import Tindakan

# What happens in a draft stands in ``LangkahRancangan``; the trail keeps a sealed proof of it.
RANCANGAN_DILANGKAH = Tindakan("mutasi.rancangan.langkah", "bekerja di {objek}", rahasia=True)

PERMINTAAN_DIAJUKAN = Tindakan("mutasi.permintaan.diajukan", "mengajukan permintaan {objek}")
PERMINTAAN_DITANGGAPI = Tindakan("mutasi.permintaan.ditanggapi", "menanggapi permintaan {objek}")
PERMINTAAN_DITARIK = Tindakan("mutasi.permintaan.ditarik", "menarik permintaan {objek}")

KRITIS_DITANDAI = Tindakan("mutasi.kritis.ditandai", "menandai jabatan kritis {objek}")
KRITIS_DILEPAS = Tindakan("mutasi.kritis.dilepas", "melepas tanda jabatan kritis {objek}")
# Who is in reserve is as secret as a draft: the trail says that the list changed, not for whom.
CADANGAN_DIUBAH = Tindakan("mutasi.kritis.cadangan", "mengubah cadangan {objek}", rahasia=True)
