"""Columns of the assignments beside the definitive post, and of past histories."""

from __future__ import annotations

from collections.abc import Mapping

from pegawai.columns import MAKS_ID, nomor_pegawai
from pegawai.models import JenisPenugasan, RiwayatDisiplin, RiwayatSertifikat
from toolkit.nilai import bulat, nama, nomor_surat, tanggal
from toolkit.tabular import BERSIH, Column, Hasil, Pembersih, Temuan

MACAM = ("jabatan", "pangkat", "pendidikan", "pelatihan", "hukuman", "sertifikat")
_TAHUN = range(1950, 2101)
_JP = range(1, 2001)
_MACAM = {**{m: m for m in MACAM}, "diklat": "pelatihan", "disiplin": "hukuman"}
_PENUGASAN = {
    **{kode.casefold(): kode for kode in JenisPenugasan.values},
    "definitif": "D", "plt.": "PLT", "plh.": "PLH", "pj.": "PJ", "tugas tambahan": "TT",
    "pelaksana tugas": "PLT", "pelaksana harian": "PLH", "penjabat": "PJ",
}  # fmt: skip
TINGKAT = {
    **{kode.casefold(): kode for kode in RiwayatDisiplin.Tingkat.values},
    **{str(label).casefold(): str(kode) for kode, label in RiwayatDisiplin.Tingkat.choices},
}
SERTIFIKAT = {
    **{kode.casefold(): kode for kode in RiwayatSertifikat.Jenis.values},
    **{str(label).casefold(): str(kode) for kode, label in RiwayatSertifikat.Jenis.choices},
}


def _salah_satu(kamus: Mapping[str, str], kode: str, pesan: str) -> Pembersih:
    def bersihkan(nilai: object, maks: int) -> Hasil:
        isi, temuan = nama(nilai, maks)
        if isi is None:
            return None, temuan
        pilihan = kamus.get(" ".join(isi.split()).casefold())
        return (pilihan, temuan) if pilihan else (None, (Temuan(kode, pesan),))

    return bersihkan


def _bulat_dalam(rentang: range, kode: str, pesan: str) -> Pembersih:
    def bersihkan(nilai: object, maks: int) -> Hasil:
        isi, temuan = bulat(nilai, maks)
        if isi is not None and isi not in rentang:
            return None, (Temuan(kode, pesan),)
        return isi, temuan or BERSIH

    return bersihkan


PENUGASAN = (
    Column("NIP", "nip", nomor_pegawai, wajib=True, aliases=("NIP BARU",), lebar=20),
    Column("NAMA", "nama", nama, simpan=False, lebar=32),
    Column(
        "JENIS",
        "jenis",
        _salah_satu(_PENUGASAN, "jenis_tidak_dikenal", "Isi PLT, PLH, PJ, atau TT."),
        wajib=True,
        aliases=("JENIS PENUGASAN",),
    ),
    Column("UNOR ID", "unor_id", nama, wajib=True, maks=MAKS_ID, lebar=36),
    Column("UNOR NAMA", "unor", nama, simpan=False, lebar=36),
    Column("JABATAN ID", "jabatan_id", nama, maks=MAKS_ID, lebar=36),
    Column("JABATAN NAMA", "jabatan_nama", nama, maks=255, lebar=36),
    Column("TMT", "tmt", tanggal, wajib=True, jenis="tanggal"),
    Column("SELESAI", "selesai", tanggal, jenis="tanggal"),
    Column("NOMOR SK", "nomor_sk", nomor_surat, maks=255, lebar=30),
)

RIWAYAT = (
    Column("NIP", "nip", nomor_pegawai, wajib=True, aliases=("NIP BARU",), lebar=20),
    Column(
        "MACAM",
        "macam",
        _salah_satu(_MACAM, "macam_tidak_dikenal", f"Isi salah satu: {', '.join(MACAM)}."),
        wajib=True,
    ),
    Column("JENIS", "jenis", nama, maks=40),
    Column("URAIAN", "uraian", nama, maks=255, lebar=40),
    Column("KODE", "kode", nama, maks=MAKS_ID, aliases=("ID", "ID/KODE"), lebar=36),
    Column("UNOR ID", "unor_id", nama, maks=MAKS_ID, lebar=36),
    Column("MULAI", "mulai", tanggal, jenis="tanggal"),
    Column("SELESAI", "selesai", tanggal, jenis="tanggal"),
    Column("NOMOR", "nomor", nomor_surat, maks=150, lebar=30),
    Column(
        "TAHUN LULUS",
        "tahun",
        _bulat_dalam(_TAHUN, "tahun_tak_wajar", "Tahun lulus 1950 sampai 2100."),
        jenis="bulat",
    ),
    Column(
        "JP",
        "jam",
        _bulat_dalam(_JP, "jp_tak_wajar", "Jam pelajaran 1 sampai 2.000."),
        jenis="bulat",
    ),
    Column("KETERANGAN", "keterangan", nama, maks=255, lebar=40),
)

PETUNJUK_PENUGASAN = (
    (
        "Berkas ini",
        "Semua Plt., Plh., Pj., dan tugas tambahan di samping jabatan definitif.",
    ),
    ("JENIS", "PLT, PLH, PJ, atau TT. Jabatan definitif datang dari SIASN atau SK."),
    ("UNOR ID, JABATAN ID", "ID SIASN unit dan jabatan yang dirangkap."),
    ("JABATAN NAMA", "Cukup ini bagi tugas tambahan tanpa ID, misalnya Kepala Sekolah."),
    ("TMT", "Hari pertama penugasan."),
    ("SELESAI", "Hari pertama tidak berlaku lagi. Wajib untuk PLT, PLH, dan PJ."),
    ("Baris yang hilang", "Dilaporkan, tidak diakhiri. Untuk mengakhiri, isi SELESAI."),
)
PETUNJUK_RIWAYAT = (
    ("Berkas ini", "Satu baris satu riwayat. Yang masih berlaku sekarang datang dari SIASN."),
    ("MULAI dan SELESAI", "SELESAI adalah hari pertama tidak berlaku lagi."),
    (
        "jabatan",
        "Jabatan definitif yang sudah ditinggalkan. KODE = ID jabatan SIASN, atau URAIAN = nama "
        "jabatan bila tanpa ID. UNOR ID, atau KETERANGAN = nama unit. MULAI (TMT) dan SELESAI "
        "wajib. NOMOR = nomor SK.",
    ),
    ("pangkat", "KODE = golongan, misalnya III/a atau IX. MULAI (TMT) dan SELESAI wajib."),
    (
        "pendidikan",
        "KODE = ID program pendidikan SIASN, TAHUN LULUS wajib. MULAI = tanggal lulus bila ada. "
        "SELESAI tidak perlu diisi.",
    ),
    ("pelatihan", "URAIAN = nama, MULAI wajib, JP, KETERANGAN = penyelenggara."),
    (
        "hukuman",
        "JENIS = ringan, sedang, atau berat; URAIAN = jenis hukuman; MULAI wajib; NOMOR = nomor "
        "SK; KETERANGAN = proses bila masih diperiksa. Hanya terbaca oleh yang berhak.",
    ),
    (
        "sertifikat",
        "JENIS = ukom, str, sip, pendidik, atau lain; URAIAN = nama; MULAI wajib; SELESAI = akhir "
        "izin; NOMOR; KODE = jenjang (PT, MU, …) dan KETERANGAN = rumpun JF bagi uji kompetensi.",
    ),
)
