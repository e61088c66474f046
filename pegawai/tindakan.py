"""The traces this room leaves."""

from jejak.tindakan import Tindakan

DATA_DIKOREKSI = Tindakan("pegawai.data.dikoreksi", "mengoreksi data {objek}")
PENUGASAN_DICATAT = Tindakan("pegawai.penugasan.dicatat", "mencatat penugasan {objek}")
PENUGASAN_DIUBAH = Tindakan("pegawai.penugasan.diubah", "memperbarui penugasan {objek}")
PENUGASAN_DIAKHIRI = Tindakan("pegawai.penugasan.diakhiri", "mengakhiri penugasan {objek}")
PEMBERHENTIAN_DICATAT = Tindakan("pegawai.berhenti.dicatat", "mencatat pemberhentian {objek}")
DISIPLIN_DICATAT = Tindakan("pegawai.disiplin.dicatat", "mencatat hukuman disiplin {objek}")
PELATIHAN_DICATAT = Tindakan("pegawai.pelatihan.dicatat", "mencatat pelatihan {objek}")

JABATAN_DICATAT = Tindakan("pegawai.jabatan.dicatat", "mencatat jabatan {objek}")
JABATAN_DIUBAH = Tindakan("pegawai.jabatan.diubah", "mengubah jabatan {objek}")

PEGAWAI_DICATAT = Tindakan("pegawai.pegawai.dicatat", "mencatat pegawai {objek} dari berkas SIASN")
PEGAWAI_DIUBAH_IMPOR = Tindakan(
    "pegawai.pegawai.diubah_impor", "memperbarui pegawai {objek} dari berkas SIASN"
)
PEGAWAI_HILANG = Tindakan(
    "pegawai.pegawai.hilang", "menandai pegawai {objek} tidak ada lagi di berkas SIASN"
)
PEGAWAI_KEMBALI = Tindakan(
    "pegawai.pegawai.kembali", "menandai pegawai {objek} ada lagi di berkas SIASN"
)
TURUNAN_DIHITUNG = Tindakan("pegawai.turunan.dihitung", "menghitung ulang {objek}")

JABATAN_DI_LUAR = Tindakan(
    "pegawai.jabatan.di_luar_referensi", "mencatat jabatan {objek} di luar referensi"
)
PENDIDIKAN_DIUBAH = Tindakan("pegawai.pendidikan.diubah", "mengubah program pendidikan {objek}")
KINERJA_DICATAT = Tindakan("pegawai.kinerja.dicatat", "mencatat kinerja {objek}")
KINERJA_DIUBAH = Tindakan("pegawai.kinerja.diubah", "mengubah kinerja {objek}")

PADANAN_DIPUTUSKAN = Tindakan("pegawai.padanan.diputuskan", "memutuskan padanan {objek}")
PADANAN_DIAKHIRI = Tindakan("pegawai.padanan.diakhiri", "mengakhiri padanan {objek}")
KELOMPOK_DICATAT = Tindakan("pegawai.jabatan.kelompok", "mencatat JF tanpa jenjang {objek}")
TMT_DIKOREKSI = Tindakan("pegawai.tmt.dikoreksi", "mengoreksi TMT yang dihitung {objek}")
# The tie itself stays with the declarer: the trail says that a declaration was made, by whom.
KELUARGA_DINYATAKAN = Tindakan("pegawai.keluarga.dinyatakan", "menyatakan hubungan keluarga")
KELUARGA_DITARIK = Tindakan("pegawai.keluarga.ditarik", "menarik pernyataan hubungan keluarga")
RIWAYAT_DICATAT = Tindakan("pegawai.riwayat.dicatat", "mencatat riwayat {objek}")
RIWAYAT_DIUBAH = Tindakan("pegawai.riwayat.diubah", "mengubah riwayat {objek}")
PERBAIKAN_DIMINTA = Tindakan("pegawai.perbaikan.diminta", "meminta perbaikan data {objek}")
PERBAIKAN_DITANGGAPI = Tindakan(
    "pegawai.perbaikan.ditanggapi", "menanggapi permintaan perbaikan data {objek}"
)
