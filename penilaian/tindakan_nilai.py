"""The traces of criteria, measuring, scores, objections and competences."""

from __future__ import annotations

from jejak.tindakan import Tindakan

KRITERIA_DISUSUN = Tindakan("penilaian.kriteria.disusun", "menyusun kriteria {objek}")
KRITERIA_DIPERIKSA = Tindakan("penilaian.kriteria.diperiksa", "memeriksa kriteria {objek}")
KRITERIA_DIKEMBALIKAN = Tindakan(
    "penilaian.kriteria.dikembalikan", "mengembalikan kriteria {objek}"
)
KRITERIA_DITERBITKAN = Tindakan("penilaian.kriteria.diterbitkan", "menerbitkan kriteria {objek}")
KRITERIA_DIBUANG = Tindakan("penilaian.kriteria.dibuang", "membuang draf kriteria {objek}")
KRITERIA_DITANYAKAN = Tindakan("penilaian.kriteria.ditanyakan", "bertanya tentang kriteria {objek}")
KRITERIA_DIJAWAB = Tindakan(
    "penilaian.kriteria.dijawab", "menjawab pertanyaan tentang kriteria {objek}"
)
KRITERIA_DISOSIALISASIKAN = Tindakan(
    "penilaian.kriteria.disosialisasikan", "mencatat sosialisasi kriteria {objek}"
)
PERIODE_DIBUKA = Tindakan("penilaian.periode.dibuka", "membuka periode kinerja {objek}")
PERIODE_DITUTUP = Tindakan("penilaian.periode.ditutup", "menutup periode kinerja {objek}")
INDIKATOR_DICATAT = Tindakan("penilaian.indikator.dicatat", "mencatat indikator kinerja {objek}")
BUKTI_DIUNGGAH = Tindakan("penilaian.bukti.diunggah", "mengunggah bukti {objek}")
INOVASI_DIAJUKAN = Tindakan("penilaian.inovasi.diajukan", "mengajukan inovasi {objek}")
INOVASI_DIPUTUSKAN = Tindakan("penilaian.inovasi.diputuskan", "memutuskan inovasi {objek}")
TIM_DIBENTUK = Tindakan("penilaian.tim.dibentuk", "membentuk tim kerja {objek}")
TIM_DIUBAH = Tindakan("penilaian.tim.diubah", "mengubah tim kerja {objek}")
TARGET_TIM_DICATAT = Tindakan("penilaian.tim.target", "mencatat target tim {objek}")
INDIKATOR_UNIT_DICATAT = Tindakan(
    "penilaian.indikator_unit.dicatat", "mencatat indikator unit {objek}"
)
PENILAI_DITETAPKAN = Tindakan("penilaian.penilai.ditetapkan", "menetapkan pejabat penilai {objek}")
PENILAIAN_DIHITUNG = Tindakan("penilaian.penilaian.dihitung", "menghitung {objek}")
PENILAIAN_DISAMPAIKAN = Tindakan("penilaian.penilaian.disampaikan", "menyampaikan hasil {objek}")
HASIL_DIAKUI = Tindakan("penilaian.hasil.diakui", "menyatakan menerima hasil {objek}")
KEBERATAN_DIAJUKAN = Tindakan("penilaian.keberatan.diajukan", "mengajukan keberatan {objek}")
KEBERATAN_DICATAT = Tindakan("penilaian.keberatan.dicatat", "mencatat surat keberatan {objek}")
KEBERATAN_DIPERIKSA = Tindakan("penilaian.keberatan.diperiksa", "memeriksa keberatan {objek}")
KEBERATAN_PEMUTUS_DITUNJUK = Tindakan(
    "penilaian.keberatan.pemutus", "menunjuk pejabat yang memutus keberatan {objek}"
)
KEBERATAN_DITERANGKAN = Tindakan(
    "penilaian.keberatan.diterangkan", "memberi keterangan pada keberatan {objek}"
)
KEBERATAN_DICABUT = Tindakan("penilaian.keberatan.dicabut", "mencabut keberatan {objek}")
KEBERATAN_DIPUTUS = Tindakan("penilaian.keberatan.diputus", "memutus keberatan {objek}")
PUTUSAN_SURAT_DICATAT = Tindakan(
    "penilaian.keberatan.putusan_dicatat", "mencatat surat putusan keberatan {objek}"
)
PUTUSAN_SURAT_DIKEMBALIKAN = Tindakan(
    "penilaian.keberatan.putusan_dikembalikan", "mengembalikan catatan putusan keberatan {objek}"
)
KEBERATAN_DILAKSANAKAN = Tindakan(
    "penilaian.keberatan.dilaksanakan", "melaksanakan putusan keberatan {objek}"
)
UMPAN_DITULIS = Tindakan("penilaian.umpan.ditulis", "menulis umpan balik untuk {objek}")
# Nobody but the two learns of it, overseers of the trail included.
KONSELING_DIMINTA = Tindakan(
    "penilaian.konseling.diminta", "meminta konseling {objek}", rahasia=True
)
KONSELING_DIUBAH = Tindakan(
    "penilaian.konseling.diubah", "mencatat konseling {objek}", rahasia=True
)
TINDAK_LANJUT_DIUSULKAN = Tindakan(
    "penilaian.tindak_lanjut.diusulkan", "menghitung usul tindak lanjut {objek}"
)
TINDAK_LANJUT_DIPUTUSKAN = Tindakan(
    "penilaian.tindak_lanjut.diputuskan", "memutuskan tindak lanjut {objek}"
)
KOMPETENSI_DICATAT = Tindakan("penilaian.kompetensi.dicatat", "mencatat kompetensi {objek}")
STANDAR_DICATAT = Tindakan("penilaian.kompetensi.standar", "mencatat standar kompetensi {objek}")
STANDAR_DIAKHIRI = Tindakan(
    "penilaian.kompetensi.standar_diakhiri", "mengakhiri standar kompetensi {objek}"
)
KAMUS_DIUBAH = Tindakan("penilaian.kompetensi.kamus", "mengubah kamus kompetensi {objek}")
TALENTA_DICATAT = Tindakan("penilaian.talenta.dicatat", "mencatat kotak talenta {objek}")
