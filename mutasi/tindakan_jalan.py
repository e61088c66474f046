"""The traces of the road: one per act of the table, and those beside it.

What happens before a move is announced is secret: its entries stand in the chain like all others,
but no page of the trail shows them; the case's own page does, to those who may see the case.
"""

from __future__ import annotations

from jejak.tindakan import Tindakan
from mutasi.alur import Aksi

# These happen in the open: the decree has been handed over.
_TERBUKA = frozenset(
    {Aksi.LANTIK, Aksi.LAKSANAKAN, Aksi.CATAT_SPMT, Aksi.SINKRONKAN, Aksi.SELESAIKAN, Aksi.CABUT}
)
MENURUT_AKSI: dict[Aksi, Tindakan] = {
    aksi: Tindakan(
        f"mutasi.usulan.{aksi.value}", f"{aksi.label} {{objek}}", rahasia=aksi not in _TERBUKA
    )
    for aksi in Aksi
}

BERKAS_DIBUAT = Tindakan("mutasi.berkas.dibuat", "membuat {objek}", rahasia=True)
BERKAS_DIUBAH = Tindakan("mutasi.berkas.diubah", "mengubah {objek}", rahasia=True)
BERKAS_DIPECAH = Tindakan("mutasi.berkas.dipecah", "memecah {objek}", rahasia=True)
BERKAS_MENYEBUT = Tindakan("mutasi.berkas.menyebut", "menyebut orang di {objek}", rahasia=True)
BERKAS_MENCABUT = Tindakan("mutasi.berkas.mencabut", "mencabut orang dari {objek}", rahasia=True)
USULAN_DIBUAT = Tindakan("mutasi.usulan.dibuat", "menulis {objek}", rahasia=True)
USULAN_DITULIS = Tindakan("mutasi.usulan.ditulis", "memperbaiki draf {objek}", rahasia=True)
ALASAN_DITULIS = Tindakan("mutasi.usulan.alasan", "menulis alasan di {objek}", rahasia=True)
TELAAH_DIJAWAB = Tindakan("mutasi.usulan.telaah_dijawab", "menelaah {objek}", rahasia=True)
PERCAKAPAN_DICATAT = Tindakan(
    "mutasi.usulan.percakapan", "mencatat percakapan tentang {objek}", rahasia=True
)
PENYAMPAIAN_DIBUKA = Tindakan("mutasi.usulan.dibuka", "membaca pemberitahuan {objek}", rahasia=True)
DASAR_SEPIHAK = Tindakan(
    "mutasi.usulan.dasar_sepihak", "menyebut dasar tanpa kesediaan di {objek}", rahasia=True
)
FAKTA_BERUBAH = Tindakan(
    "mutasi.usulan.fakta", "menandai data yang berubah pada {objek}", rahasia=True
)
KEADAAN_DINYATAKAN = Tindakan(
    "mutasi.usulan.keadaan", "menyatakan ada tidaknya keadaan khusus pada {objek}", rahasia=True
)
KESEDIAAN_DIJAWAB = Tindakan("mutasi.usulan.kesediaan", "menjawab {objek}", rahasia=True)
DIALOG_DICATAT = Tindakan("mutasi.usulan.dialog", "mencatat dialog tentang {objek}", rahasia=True)
DOKUMEN_DICATAT = Tindakan("mutasi.usulan.dokumen", "mencatat dokumen {objek}", rahasia=True)
DIUMUMKAN = Tindakan("mutasi.usulan.diumumkan", "mengumumkan {objek}")
TITIPAN_DICATAT = Tindakan("mutasi.titipan.dicatat", "mencatat titipan", rahasia=True)

TIM_DICATAT = Tindakan("mutasi.tim.dicatat", "mencatat {objek}")
SIDANG_DIJADWALKAN = Tindakan("mutasi.sidang.dijadwalkan", "menjadwalkan {objek}", rahasia=True)
SIDANG_DIBUKA = Tindakan("mutasi.sidang.dibuka", "membuka {objek}", rahasia=True)
SIDANG_DICATAT = Tindakan("mutasi.sidang.dicatat", "mencatat di {objek}", rahasia=True)
SIDANG_DITANDATANGANI = Tindakan(
    "mutasi.sidang.ditandatangani", "menandatangani berita acara {objek}", rahasia=True
)
SIDANG_DITUTUP = Tindakan("mutasi.sidang.ditutup", "menutup {objek}", rahasia=True)
SIDANG_BATAL = Tindakan("mutasi.sidang.batal", "membatalkan {objek}", rahasia=True)

KEPUTUSAN_DISUSUN = Tindakan("mutasi.keputusan.disusun", "menyusun {objek}", rahasia=True)
KEPUTUSAN_DINOMORI = Tindakan("mutasi.keputusan.dinomori", "memberi nomor {objek}", rahasia=True)
KEPUTUSAN_DITETAPKAN = Tindakan("mutasi.keputusan.ditetapkan", "menetapkan {objek}", rahasia=True)
KEPUTUSAN_BATAL = Tindakan("mutasi.keputusan.batal", "membatalkan draf {objek}", rahasia=True)
KEPUTUSAN_BERTANDA = Tindakan("mutasi.keputusan.bertanda", "mengunggah {objek} bertanda tangan")
PETIKAN_DITERIMA = Tindakan(
    "mutasi.keputusan.petikan_diterima", "mencatat petikan diterima dari {objek}", rahasia=True
)
SURAT_DIBUAT = Tindakan("mutasi.surat.dibuat", "membuat {objek}", rahasia=True)
TEMPLAT_DIUNGGAH = Tindakan("mutasi.templat.diunggah", "mengunggah templat {objek}")
TEMPLAT_DICABUT = Tindakan("mutasi.templat.dicabut", "mencabut templat {objek}")
LAMBANG_DIPASANG = Tindakan("mutasi.lambang.dipasang", "memasang {objek} pada naskah")
LAMBANG_DICABUT = Tindakan("mutasi.lambang.dicabut", "mencabut {objek} dari naskah")

PELANTIKAN_DIJADWALKAN = Tindakan("mutasi.pelantikan.dijadwalkan", "menjadwalkan {objek}")
PELANTIKAN_DIBATALKAN = Tindakan("mutasi.pelantikan.dibatalkan", "membatalkan {objek}")
SERAH_TERIMA = Tindakan("mutasi.serah_terima", "menandai serah terima {objek}")
KEBERATAN_DIAJUKAN = Tindakan("mutasi.keberatan.diajukan", "mengajukan keberatan atas {objek}")
KEBERATAN_TERLAMBAT = Tindakan(
    "mutasi.keberatan.terlambat", "mengajukan keberatan yang terlambat atas {objek}"
)
KEBERATAN_DIPUTUS = Tindakan("mutasi.keberatan.diputus", "memutus {objek}")
ALUR_DIUSULKAN = Tindakan("mutasi.alur.diusulkan", "mengusulkan langkah wajib {objek}")
ATURAN_ALUR = Tindakan("mutasi.alur.ditetapkan", "menetapkan langkah wajib {objek}")
ALUR_DITOLAK = Tindakan("mutasi.alur.ditolak", "menolak usulan langkah wajib {objek}")
PENANDATANGAN_DICATAT = Tindakan("mutasi.penandatangan.dicatat", "mencatat penanda tangan {objek}")
PENANDATANGAN_DIUBAH = Tindakan("mutasi.penandatangan.diubah", "mengubah penanda tangan {objek}")
