"""The methods of needs in words: what docs/aturan prints, beside the code that computes them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Penjelasan:
    """One method: its formula as the text prints it, its rounding, the constants it reads."""

    judul: str
    dasar: str
    rumus: tuple[str, ...]
    pembulatan: str
    ketentuan: tuple[str, ...] = ()


_SETENGAH = "pecahan 0,5 ke atas naik, sekali pada jumlah jabatan"

PENJELASAN: tuple[Penjelasan, ...] = (
    Penjelasan(
        "Jam kerja efektif (JKE)",
        "KEP/75/M.PAN/7/2004; PermenPANRB 1/2020",
        (
            "hari kerja = hari kalender - libur mingguan - libur nasional - cuti",
            "jam efektif seminggu = jam formal x (1 - kelonggaran)",
            "jam setahun = hari kerja x jam efektif seminggu / hari kerja sepekan",
        ),
        "angka yang dipakai ditetapkan (JKE), penurunannya ditampilkan",
        (
            "jke_menit", "menit_kerja_formal_minggu", "kelonggaran_persen", "hari_libur_nasional",
            "hari_cuti_tahunan",
        ),
    ),
    Penjelasan(
        "ABK: tugas per tugas jabatan",
        "KEP/75/M.PAN/7/2004; PermenPANRB 1/2020",
        (
            "menit setahun = volume x pengali periode x norma waktu",
            "kebutuhan = jumlah menit setahun / JKE",
        ),
        _SETENGAH,
        (
            "jke_menit", "pengali_periode", "awas_tugas_dominan_persen", "awas_beban_per_orang",
        ),
    ),
    Penjelasan(
        "ABK: hasil kerja dan objek kerja",
        "KEP/75/M.PAN/7/2004",
        ("kebutuhan = beban / standar kemampuan rata-rata (satuan dan periode sama)",),
        _SETENGAH,
        ("pengali_periode",),
    ),
    Penjelasan(
        "ABK: peralatan kerja",
        "KEP/75/M.PAN/7/2004",
        ("kebutuhan = jumlah alat x orang / alat menurut rasio penggunaan alat",),
        _SETENGAH,
    ),
    Penjelasan(
        "Efektivitas jabatan (EJ) dan unit (EU)",
        "Permendagri 12/2008",
        (
            "EJ = menit setahun jabatan / (pemangku x JKE)",
            "EU = jumlah menit setahun / (jumlah pemangku x JKE), hanya jabatan yang diukur",
        ),
        "kelas dari nilai sebelum dibulatkan; ditampilkan 4 desimal",
        ("jke_menit", "kelas_ej"),
    ),
    Penjelasan(
        "Keseimbangan beban",
        "Kebijakan instansi",
        (
            "rata = beban / kapasitas jabatan yang berpemangku",
            "simpangan = jumlah (pemangku x jarak EJ dari rata) / jumlah pemangku",
            "beban berpindah = setengah jumlah (pemangku x jarak EJ dari rata), dalam orang",
        ),
        "tidak dibulatkan",
        ("jke_menit", "kelas_ej"),
    ),
    Penjelasan(
        "WISN",
        "WHO, WISN User's Manual 2010",
        (
            "beban baku = waktu kerja tersedia / waktu per kegiatan",
            "A = jumlah (kegiatan setahun / beban baku)",
            "B = 1 / (1 - jumlah kelonggaran kategori)",
            "C = jumlah jam kelonggaran perorangan / jam kerja tersedia",
            "kebutuhan = A x B + C; rasio = tersedia / kebutuhan",
        ),
        "turun selama pecahannya tidak melebihi batas menurut bilangan bulatnya",
        ("wisn_batas_bulat", "wisn_rasio_kritis"),
    ),
    Penjelasan(
        "WISN lama",
        "Kepmenkes 81/2004",
        ("kebutuhan = jumlah (kegiatan setahun / beban baku) + standar kelonggaran",),
        _SETENGAH,
    ),
    Penjelasan(
        "ABK-Kes",
        "Permenkes 33/2015",
        (
            "SBK = waktu kerja tersedia / norma waktu; JKT = capaian / SBK",
            "FTP = waktu tugas penunjang / waktu kerja tersedia; STP = 1 / (1 - FTP)",
            "kebutuhan = jumlah JKT x STP",
        ),
        _SETENGAH,
        ("jke_menit_kesehatan",),
    ),
    Penjelasan(
        "Rombel ideal",
        "Peraturan Bersama Lima Menteri 2011",
        ("rombel = jumlah per tingkat dari (murid / murid per rombel)",),
        "naik pada setiap tingkat",
        ("murid_per_rombel",),
    ),
    Penjelasan(
        "Guru mata pelajaran",
        "Peraturan Bersama Lima Menteri 2011",
        (
            "JTM = jumlah (rombel x jam seminggu)",
            "kebutuhan = (JTM - jam pemegang tugas tambahan) / JTM minimal + pemegang tugas "
            "tambahan selain kepala sekolah",
        ),
        "turun selama tiap guru paling banyak JTM maksimal; selain itu diputuskan per kasus",
        ("jtm_minimal", "jtm_maksimal", "jtm_tugas_tambahan"),
    ),
    Penjelasan(
        "Guru SD, guru BK, kepala sekolah",
        "Peraturan Bersama Lima Menteri 2011",
        (
            "guru kelas = rombel; PJOK, tiap agama, dan kepala sekolah menurut tabel",
            "guru BK = murid / murid paling banyak per guru",
        ),
        "guru BK naik; lainnya angka tabel",
        ("guru_tetap_sd", "guru_minimal_sd", "murid_per_guru_bk"),
    ),
    Penjelasan(
        "Ketenagaan minimal puskesmas",
        "Permenkes 75/2014",
        ("kebutuhan = yang lebih besar dari tabel minimal dan ABK-Kes, per jenis tenaga",),
        "angka tabel, atau pembulatan ABK-Kes",
        (
            "puskesmas_minimal_perkotaan", "puskesmas_minimal_perkotaan_rawat_inap",
            "puskesmas_minimal_perdesaan", "puskesmas_minimal_perdesaan_rawat_inap",
            "puskesmas_minimal_terpencil", "puskesmas_minimal_terpencil_rawat_inap",
            "puskesmas_tenaga_wajib", "pustu_minimal",
        ),
    ),
    Penjelasan(
        "Proyeksi lima tahun",
        "PP 11/2017 Pasal 5-8",
        (
            "kebutuhan tahun t = kebutuhan mentah x (1 + pertumbuhan)^t",
            "bezetting tahun t = bezetting - pensiun - akhir kontrak - pindah + masuk",
        ),
        "pecahan 0,5 ke atas naik setiap tahun, dari nilai sebelum dibulatkan",
        ("akan_lowong_bulan",),
    ),
)  # fmt: skip
