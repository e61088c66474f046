"""Rights, roles, and which role holds which right. Reviewed like code, because it is code.

Who holds which role over which unit since when is data (``PenugasanPeran``).
"""

from __future__ import annotations

from django.db.models import TextChoices


class Izin(TextChoices):
    """One right; a policy or a list asks for exactly one of these."""

    PENGGUNA_LIHAT = "pengguna.lihat", "Melihat daftar pengguna dan peran"
    PENGGUNA_KELOLA = "pengguna.kelola", "Membuat dan menonaktifkan akun"
    PERAN_BERI = "peran.beri", "Memberi dan mencabut peran"
    AKTIVASI_CETAK = "aktivasi.cetak", "Mencetak slip aktivasi dan mengatur ulang sandi"
    PELIMPAHAN_BERI = "pelimpahan.beri", "Melimpahkan wewenang (Plt/Plh)"
    DISPOSISI_CATAT = "disposisi.catat", "Mencatat disposisi pejabat"
    DISPOSISI_SAHKAN = "disposisi.sahkan", "Mengesahkan catatan disposisi"
    JEJAK_LIHAT = "jejak.lihat", "Melihat jejak"
    JEJAK_EKSPOR = "jejak.ekspor", "Mengekspor dan memverifikasi jejak"
    AKSES_LIHAT = "akses.lihat", "Melihat catatan akses data pribadi"
    UNIT_LIHAT = "unit.lihat", "Melihat unit dan formasi"
    UNIT_UBAH = "unit.ubah", "Mengubah atribut unit"
    PEGAWAI_LIHAT = "pegawai.lihat", "Melihat data pegawai"
    PEGAWAI_EKSPOR = "pegawai.ekspor", "Mengekspor daftar pegawai"
    PEGAWAI_UBAH = "pegawai.ubah", "Mencatat dan mengoreksi data pegawai"
    DISIPLIN_LIHAT = "disiplin.lihat", "Melihat riwayat disiplin"
    IMPOR_STRUKTUR = "impor.struktur", "Mengimpor unit, jabatan, dan acuan"
    IMPOR_PEGAWAI = "impor.pegawai", "Mengimpor data pegawai"
    IMPOR_KEBUTUHAN = "impor.kebutuhan", "Mengimpor kebutuhan"
    IMPOR_KINERJA = "impor.kinerja", "Mengimpor kinerja"
    IMPOR_SEKTOR = "impor.sektor", "Mengimpor data sekolah dan tenaga kesehatan"
    KEBUTUHAN_LIHAT = "kebutuhan.lihat", "Melihat kebutuhan dan kesenjangan"
    KEBUTUHAN_USUL = "kebutuhan.usul", "Menyusun uraian tugas dan mengusulkan kebutuhan"
    KEBUTUHAN_PERIKSA = "kebutuhan.periksa", "Memeriksa perhitungan kebutuhan"
    KEBUTUHAN_TETAPKAN = "kebutuhan.tetapkan", "Memutuskan perhitungan kebutuhan"
    SOTK_LIHAT = "sotk.lihat", "Melihat rencana struktur organisasi (SOTK)"
    SOTK_SUSUN = "sotk.susun", "Menyusun rencana struktur organisasi (SOTK)"
    SOTK_TETAPKAN = "sotk.tetapkan", "Menetapkan rencana struktur organisasi (SOTK)"
    PADANAN_PUTUSKAN = "padanan.putuskan", "Memutuskan padanan nama jabatan dan unit"
    MUTU_LIHAT = "mutu.lihat", "Melihat mutu data pegawai"
    CALON_CARI = "calon.cari", "Mencari calon untuk satu jabatan"
    PERMINTAAN_AJUKAN = "permintaan.ajukan", "Mengajukan permintaan pegawai"
    PERMINTAAN_TANGGAPI = "permintaan.tanggapi", "Menanggapi permintaan pegawai"
    KRITIS_TETAPKAN = "kritis.tetapkan", "Menetapkan jabatan kritis dan cadangannya"
    RANCANGAN_SUSUN = "rancangan.susun", "Menyusun rancangan mutasi"
    RANCANGAN_BACA = "rancangan.baca", "Dapat disebut sebagai pembaca rancangan mutasi"
    KRITERIA_SUSUN = "kriteria.susun", "Menyusun draf kriteria dan menjawab pertanyaan"
    KRITERIA_PERIKSA = "kriteria.periksa", "Memeriksa draf kriteria"
    KRITERIA_TERBITKAN = "kriteria.terbitkan", "Menerbitkan kriteria"
    INDIKATOR_CATAT = "indikator.catat", "Mencatat kehadiran, tugas, dan indikator kinerja"
    INOVASI_VERIFIKASI = "inovasi.verifikasi", "Memverifikasi inovasi"
    TIM_KELOLA = "tim.kelola", "Mengelola tim kerja dan indikator unit"
    NILAI_LIHAT = "nilai.lihat", "Melihat nilai kinerja dan kompetensi pegawai"
    NILAI_HITUNG = "nilai.hitung", "Menghitung penilaian dan mengelola periode"
    NILAI_SAMPAIKAN = "nilai.sampaikan", "Menyampaikan hasil penilaian"
    TINDAK_LANJUT_PUTUSKAN = "tindak_lanjut.putuskan", "Memutuskan usul penghargaan dan pembinaan"
    KEBERATAN_LIHAT = "keberatan.lihat", "Melihat keberatan atas penilaian"
    KEBERATAN_CATAT = "keberatan.catat", "Mencatat keberatan dan putusan yang datang lewat surat"
    KOMPETENSI_KELOLA = (
        "kompetensi.kelola",
        "Mengelola kamus, standar, dan asesmen kompetensi",
    )
    TALENTA_LIHAT = "talenta.lihat", "Melihat kotak talenta"
    USULAN_LIHAT = "usulan.lihat", "Melihat usulan mutasi yang terbuka baginya"
    USULAN_AJUKAN = "usulan.ajukan", "Mengajukan usulan mutasi"
    USULAN_PROSES = "usulan.proses", "Memproses berkas mutasi di BKD"
    USULAN_VERIFIKASI = "usulan.verifikasi", "Memverifikasi usulan mutasi"
    USULAN_PERIKSA = "usulan.periksa", "Memeriksa dan meneruskan usulan mutasi"
    USULAN_TELAAH = "usulan.telaah", "Menelaah usulan mutasi sebagai unit asal atau tujuan"
    USULAN_BERITAHU = "usulan.beritahu", "Memberitahukan usulan kepada pegawai"
    USULAN_SERAHKAN = "usulan.serahkan", "Menyerahkan usulan ke TPK"
    USULAN_SETUJUI_PYB = "usulan.setujui_pyb", "Memutuskan usulan sebagai PyB"
    USULAN_PUTUSKAN = "usulan.putuskan", "Memutuskan usulan sebagai PPK"
    USULAN_BATALKAN = "usulan.batalkan", "Membatalkan usulan sebelum SK"
    USULAN_AWASI = "usulan.awasi", "Mengawasi mutasi: penyimpangan, titipan, kecepatan"
    SIDANG_LIHAT = "sidang.lihat", "Melihat sidang TPK"
    SIDANG_KELOLA = "sidang.kelola", "Menyiapkan dan mencatat sidang TPK"
    SIDANG_IKUT = "sidang.ikut", "Bersidang dan menandatangani sebagai anggota TPK"
    SIDANG_PIMPIN = "sidang.pimpin", "Memimpin dan menutup sidang TPK"
    TIM_PENILAI_BENTUK = "tpk.bentuk", "Mencatat SK pembentukan TPK"
    BKN_CATAT = "bkn.catat", "Mencatat I-MUT, pertek, izin luar, dan SIASN"
    KEPUTUSAN_SUSUN = "keputusan.susun", "Menyusun SK dan surat mutasi"
    KEPUTUSAN_NOMORI = "keputusan.nomori", "Memberi nomor SK"
    KEPUTUSAN_TETAPKAN = "keputusan.tetapkan", "Menetapkan dan mencabut SK mutasi"
    PELANTIKAN_KELOLA = "pelantikan.kelola", "Mengelola pelantikan dan serah terima"
    SPMT_CATAT = "spmt.catat", "Mencatat SPMT"
    TITIPAN_CATAT = "titipan.catat", "Mencatat permintaan pihak luar (titipan)"
    TITIPAN_LIHAT = "titipan.lihat", "Melihat catatan titipan"
    ALUR_TETAPKAN = "alur.tetapkan", "Menetapkan langkah wajib dan penanda tangan"
    KETENTUAN_LIHAT = "ketentuan.lihat", "Melihat ketentuan dan hari libur"
    KETENTUAN_UBAH = "ketentuan.ubah", "Menetapkan ketentuan dan hari libur"
    PROSES_LIHAT = "proses.lihat", "Melihat semua proses latar"
    INSTANSI_UBAH = "instansi.ubah", "Mengubah profil instansi"


class Peran(TextChoices):
    """A role as offices know it. Held over a unit and everything below it, for a time."""

    ADMIN_SISTEM = "admin_sistem", "Admin sistem"
    ANALIS_BKD = "analis_bkd", "Analis BKD"
    KABID_MUTASI = "kabid_mutasi", "Kepala Bidang Mutasi"
    KEPALA_BKPSDM = "kepala_bkpsdm", "Kepala BKPSDM"
    OPERATOR_OPD = "operator_opd", "Operator kepegawaian OPD"
    OPERATOR_SIASN = "operator_siasn", "Operator I-MUT/SIASN"
    BAGIAN_ORGANISASI = "bagian_organisasi", "Bagian Organisasi"
    BAGIAN_HUKUM = "bagian_hukum", "Bagian Hukum"
    KOORDINATOR_DISDIK = "koordinator_disdik", "Koordinator Disdik"
    KOORDINATOR_DINKES = "koordinator_dinkes", "Koordinator Dinkes"
    KEPALA_UNIT = "kepala_unit", "Kepala unit"
    PENILAI = "penilai", "Pejabat penilai"
    TPK_ANGGOTA = "tpk_anggota", "Anggota TPK"
    TPK_SEKRETARIS = "tpk_sekretaris", "Sekretaris TPK"
    TPK_KETUA = "tpk_ketua", "Ketua TPK"
    PYB = "pyb", "Pejabat yang Berwenang (Sekda)"
    PPK = "ppk", "Pejabat Pembina Kepegawaian"
    PEGAWAI = "pegawai", "Pegawai"
    INSPEKTORAT = "inspektorat", "Inspektorat"
    DPO = "dpo", "Pejabat Pelindungan Data Pribadi"


_MELIHAT_UNIT = {Izin.UNIT_LIHAT, Izin.KEBUTUHAN_LIHAT, Izin.KETENTUAN_LIHAT}
_MELIHAT_ORANG = _MELIHAT_UNIT | {Izin.PEGAWAI_LIHAT}
_ANALIS = _MELIHAT_ORANG | {
    Izin.PEGAWAI_EKSPOR,
    Izin.PEGAWAI_UBAH,
    Izin.DISIPLIN_LIHAT,
    Izin.UNIT_UBAH,
    Izin.IMPOR_STRUKTUR,
    Izin.IMPOR_PEGAWAI,
    Izin.IMPOR_KEBUTUHAN,
    Izin.IMPOR_KINERJA,
    Izin.IMPOR_SEKTOR,
    Izin.SOTK_LIHAT,
    Izin.DISPOSISI_CATAT,
    Izin.PADANAN_PUTUSKAN,
    Izin.MUTU_LIHAT,
    Izin.CALON_CARI,
    Izin.PERMINTAAN_TANGGAPI,
    Izin.RANCANGAN_SUSUN,
    Izin.RANCANGAN_BACA,
    Izin.KRITERIA_SUSUN,
    Izin.INDIKATOR_CATAT,
    Izin.NILAI_LIHAT,
    Izin.NILAI_HITUNG,
    Izin.KEBERATAN_CATAT,
    Izin.KOMPETENSI_KELOLA,
    Izin.TALENTA_LIHAT,
    Izin.USULAN_LIHAT,
    Izin.USULAN_AJUKAN,
    Izin.USULAN_PROSES,
    Izin.USULAN_VERIFIKASI,
    Izin.USULAN_BERITAHU,
    Izin.KEPUTUSAN_SUSUN,
    Izin.PELANTIKAN_KELOLA,
    Izin.TITIPAN_CATAT,
}
# What the head of an office and an assessor do with the results of their own people.
_MENILAI = {
    Izin.NILAI_LIHAT,
    Izin.INDIKATOR_CATAT,
    Izin.INOVASI_VERIFIKASI,
    Izin.TINDAK_LANJUT_PUTUSKAN,
}
# ... and what he does about moves of his people: proposes, answers, receives, reports.
_MEMIMPIN = _MENILAI | {
    Izin.TIM_KELOLA,
    Izin.USULAN_LIHAT,
    Izin.USULAN_AJUKAN,
    Izin.USULAN_TELAAH,
    Izin.SPMT_CATAT,
    Izin.TITIPAN_CATAT,
}
_PIMPINAN_BKD = (
    _ANALIS
    | _MEMIMPIN
    | {
        Izin.KRITERIA_PERIKSA,
        Izin.KEBERATAN_LIHAT,
        Izin.KRITIS_TETAPKAN,
        Izin.USULAN_PERIKSA,
        Izin.SIDANG_LIHAT,
        Izin.SIDANG_KELOLA,
        Izin.TIM_PENILAI_BENTUK,
        # Also for a head who asks on paper; one hands on only the rights one holds oneself.
        Izin.PERMINTAAN_AJUKAN,
        Izin.KEBUTUHAN_USUL,
        Izin.PENGGUNA_LIHAT,
        Izin.PELIMPAHAN_BERI,
        Izin.DISPOSISI_SAHKAN,
        Izin.KETENTUAN_UBAH,
        Izin.PROSES_LIHAT,
        Izin.JEJAK_LIHAT,
    }
)
_SIDANG = _MELIHAT_ORANG | {
    Izin.DISIPLIN_LIHAT,
    Izin.RANCANGAN_BACA,
    Izin.NILAI_LIHAT,
    Izin.TALENTA_LIHAT,
    Izin.USULAN_LIHAT,
    Izin.SIDANG_LIHAT,
    Izin.TITIPAN_CATAT,
    Izin.TITIPAN_LIHAT,
}
# Whoever hands on the role of a unit head holds all of it himself.
_PUNCAK = (
    _SIDANG
    | _MEMIMPIN
    | {
        Izin.KRITERIA_TERBITKAN,
        Izin.PELIMPAHAN_BERI,
        Izin.MUTU_LIHAT,
        Izin.PERMINTAAN_AJUKAN,
        Izin.KEBUTUHAN_USUL,
        Izin.KEBUTUHAN_TETAPKAN,
        Izin.SOTK_LIHAT,
        Izin.SOTK_TETAPKAN,
        Izin.USULAN_BATALKAN,
        Izin.KEPUTUSAN_TETAPKAN,
    }
)
# Knows the schools or the health facilities, and computes their needs by their own rules.
_KOORDINATOR = _MELIHAT_ORANG | {
    Izin.PEGAWAI_EKSPOR,
    Izin.MUTU_LIHAT,
    Izin.IMPOR_SEKTOR,
    Izin.KEBUTUHAN_USUL,
}

IZIN_PERAN: dict[Peran, frozenset[Izin]] = {
    # Runs the machine, sees no file of a person: the superuser has no power over domain acts.
    Peran.ADMIN_SISTEM: frozenset(
        {
            Izin.PENGGUNA_LIHAT,
            Izin.PENGGUNA_KELOLA,
            Izin.PERAN_BERI,
            Izin.AKTIVASI_CETAK,
            Izin.PROSES_LIHAT,
            Izin.UNIT_LIHAT,
            Izin.IMPOR_STRUKTUR,
            Izin.INSTANSI_UBAH,
            Izin.KETENTUAN_LIHAT,
        }
    ),
    Peran.ANALIS_BKD: frozenset(_ANALIS),
    Peran.KABID_MUTASI: frozenset(_PIMPINAN_BKD),
    Peran.KEPALA_BKPSDM: frozenset(
        _PIMPINAN_BKD
        | {
            Izin.AKSES_LIHAT,
            Izin.KEBUTUHAN_TETAPKAN,
            Izin.KRITERIA_TERBITKAN,
            Izin.NILAI_SAMPAIKAN,
            Izin.USULAN_SERAHKAN,
            Izin.KEPUTUSAN_TETAPKAN,
            Izin.ALUR_TETAPKAN,
            Izin.TITIPAN_LIHAT,
        }
    ),
    Peran.OPERATOR_OPD: frozenset(
        _MELIHAT_ORANG
        | {
            Izin.AKTIVASI_CETAK,
            Izin.PEGAWAI_EKSPOR,
            Izin.MUTU_LIHAT,
            Izin.PERMINTAAN_AJUKAN,
            Izin.KEBUTUHAN_USUL,
            Izin.INDIKATOR_CATAT,
            Izin.TIM_KELOLA,
            Izin.KEBERATAN_CATAT,
            Izin.USULAN_LIHAT,
            Izin.TITIPAN_CATAT,
        }
    ),
    Peran.OPERATOR_SIASN: frozenset(
        _MELIHAT_ORANG
        | {
            Izin.PEGAWAI_EKSPOR,
            Izin.IMPOR_PEGAWAI,
            Izin.IMPOR_STRUKTUR,
            Izin.MUTU_LIHAT,
            Izin.USULAN_LIHAT,
            Izin.BKN_CATAT,
        }
    ),
    Peran.BAGIAN_ORGANISASI: frozenset(
        _MELIHAT_UNIT
        | {
            Izin.UNIT_UBAH,
            Izin.IMPOR_STRUKTUR,
            Izin.IMPOR_KEBUTUHAN,
            Izin.KEBUTUHAN_PERIKSA,
            Izin.PADANAN_PUTUSKAN,
            Izin.SOTK_LIHAT,
            Izin.SOTK_SUSUN,
        }
    ),
    Peran.BAGIAN_HUKUM: frozenset(
        {
            Izin.UNIT_LIHAT,
            Izin.KETENTUAN_LIHAT,
            Izin.KETENTUAN_UBAH,
            Izin.SOTK_LIHAT,
            Izin.KRITERIA_PERIKSA,
            Izin.USULAN_LIHAT,
            Izin.KEPUTUSAN_NOMORI,
            Izin.ALUR_TETAPKAN,
        }
    ),
    Peran.KOORDINATOR_DISDIK: frozenset(_KOORDINATOR),
    Peran.KOORDINATOR_DINKES: frozenset(_KOORDINATOR),
    Peran.KEPALA_UNIT: frozenset(
        _MELIHAT_ORANG | _MEMIMPIN | {Izin.MUTU_LIHAT, Izin.PERMINTAAN_AJUKAN, Izin.KEBUTUHAN_USUL}
    ),
    Peran.PENILAI: frozenset(_MELIHAT_ORANG | _MENILAI),
    Peran.TPK_ANGGOTA: frozenset(_SIDANG | {Izin.SIDANG_IKUT}),
    Peran.TPK_SEKRETARIS: frozenset(_SIDANG | {Izin.SIDANG_KELOLA}),
    Peran.TPK_KETUA: frozenset(_SIDANG | {Izin.SIDANG_IKUT, Izin.SIDANG_PIMPIN}),
    Peran.PYB: frozenset(_PUNCAK | {Izin.USULAN_SETUJUI_PYB, Izin.TIM_PENILAI_BENTUK}),
    Peran.PPK: frozenset(_PUNCAK | {Izin.USULAN_PUTUSKAN, Izin.TIM_PENILAI_BENTUK}),
    # One's own file needs no right; what others may see is decided by the roles above.
    Peran.PEGAWAI: frozenset({Izin.KETENTUAN_LIHAT}),
    Peran.INSPEKTORAT: frozenset(
        _MELIHAT_ORANG
        | {
            Izin.DISIPLIN_LIHAT,
            Izin.MUTU_LIHAT,
            Izin.NILAI_LIHAT,
            Izin.TALENTA_LIHAT,
            Izin.KEBERATAN_LIHAT,
            Izin.USULAN_LIHAT,
            Izin.USULAN_AWASI,
            Izin.TITIPAN_LIHAT,
            Izin.JEJAK_LIHAT,
            Izin.JEJAK_EKSPOR,
            Izin.AKSES_LIHAT,
            Izin.PENGGUNA_LIHAT,
            Izin.PROSES_LIHAT,
        }
    ),
    Peran.DPO: frozenset(
        {Izin.AKSES_LIHAT, Izin.JEJAK_LIHAT, Izin.PENGGUNA_LIHAT, Izin.KETENTUAN_LIHAT}
    ),
}

# A second factor is demanded of those who can change much or see much.
PERAN_BERTOTP: frozenset[Peran] = frozenset(
    {
        Peran.ADMIN_SISTEM,
        Peran.ANALIS_BKD,
        Peran.KABID_MUTASI,
        Peran.KEPALA_BKPSDM,
        Peran.OPERATOR_SIASN,
        Peran.PYB,
        Peran.PPK,
        Peran.INSPEKTORAT,
        Peran.DPO,
    }
)

# Held over the whole agency only: a unit below the root would make no sense for these.
PERAN_SEINSTANSI: frozenset[Peran] = PERAN_BERTOTP | {
    Peran.BAGIAN_ORGANISASI,
    Peran.BAGIAN_HUKUM,
    Peran.TPK_ANGGOTA,
    Peran.TPK_SEKRETARIS,
    Peran.TPK_KETUA,
}

# Files brought by these rights are bound row by row by the reach of whoever brings them; a file of
# any other kind knows no borders and asks for the right over the whole agency.
IZIN_IMPOR_BERBATAS: frozenset[Izin] = frozenset(
    {Izin.IMPOR_SEKTOR, Izin.KEBUTUHAN_USUL, Izin.INDIKATOR_CATAT, Izin.TIM_KELOLA}
)

# Rights that pass to nobody for a while: a Plt. or Plh. may not decide what changes the legal
# status of employment (SE BKN 1/SE/I/2021).
WEWENANG_TAK_TERLIMPAH: frozenset[Izin] = frozenset(
    {
        Izin.USULAN_SETUJUI_PYB,
        Izin.USULAN_PUTUSKAN,
        Izin.USULAN_BATALKAN,
        Izin.KEPUTUSAN_TETAPKAN,
    }
)

# Handed on for a while only by those who hold them, or by the PPK or PyB himself.
PELIMPAHAN_PUNCAK: frozenset[Peran] = frozenset({Peran.PYB, Peran.PPK})


def izin_dari(peran: str, *, mewakili: bool) -> frozenset[Izin]:
    """The rights of a role; fewer for those who hold it as Plt. or Plh."""
    held = IZIN_PERAN[Peran(peran)]
    return held - WEWENANG_TAK_TERLIMPAH if mewakili else held
