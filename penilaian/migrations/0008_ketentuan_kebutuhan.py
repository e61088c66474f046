"""Constants of the methods of needs; those nobody found a text for say so."""

from datetime import date

from django.db import migrations

ABK_LAMA = date(2011, 1, 1)
ABK = date(2020, 1, 1)  # as jke_menit
LAMA = date(2017, 4, 7)  # PP 11/2017 in force; earlier days are outside what SERASI judges
KEMENKES = date(2015, 1, 1)
JUKNIS_GURU = date(2011, 10, 3)
KANTOR = "Kebijakan instansi (bawaan)"
PERIKSA = "Perlu verifikasi Bagian Hukum."
KETENTUAN = [
    (
        "jke_menit",
        72_000,
        "menit per tahun",
        ABK_LAMA,
        "Peraturan Kepala BKN 19/2011",
        f"Jam kerja efektif 1.200 jam setahun, sebelum 1.250 jam. {PERIKSA}",
    ),
    (
        "jke_menit_kesehatan",
        72_000,
        "menit per tahun",
        KEMENKES,
        "Permenkes 33/2015",
        "ABK-Kes: 1.113 jam (5 hari) atau 1.155 jam (6 hari) dibulatkan menjadi 1.200 jam.",
    ),
    (
        "jam_kerja_formal_minggu",
        "37.5",
        "jam per minggu",
        LAMA,
        "Keppres 68/1995; Perpres 21/2023",
        "Tanpa waktu istirahat.",
    ),
    (
        "kelonggaran_persen",
        30,
        "persen jam kerja formal",
        LAMA,
        "KEP/75/M.PAN/7/2004; PermenPANRB 1/2020",
        f"Waktu luang untuk istirahat, ibadah, dan melepas lelah. {PERIKSA}",
    ),
    (
        "hari_libur_nasional",
        14,
        "hari per tahun",
        LAMA,
        "KEP/75/M.PAN/7/2004",
        f"Untuk menurunkan 235 dan 287 hari kerja efektif. {PERIKSA}",
    ),
    (
        "hari_cuti_tahunan",
        12,
        "hari per tahun",
        LAMA,
        "PP 11/2017 Pasal 312",
        PERIKSA,
    ),
    (
        "pengali_periode",
        {"hari": 240, "minggu": 48, "bulan": 12, "triwulan": 4, "semester": 2, "tahun": 1},
        "kali per tahun",
        ABK_LAMA,
        "Peraturan Kepala BKN 19/2011 (1.200 jam = 240 hari x 5 jam)",
        PERIKSA,
    ),
    (
        "pengali_periode",
        {"hari": 250, "minggu": 50, "bulan": 12, "triwulan": 4, "semester": 2, "tahun": 1},
        "kali per tahun",
        ABK,
        "PermenPANRB 1/2020 (1.250 jam = 250 hari x 5 jam)",
        f"Bukan 260 hari dan 52 minggu: itu melebihkan kebutuhan 4%. {PERIKSA}",
    ),
    (
        "kelas_ej",
        [
            {"kelas": "A", "di_atas": "1.00"},
            {"kelas": "B", "mulai": "0.90"},
            {"kelas": "C", "mulai": "0.70"},
            {"kelas": "D", "mulai": "0.50"},
            {"kelas": "E", "mulai": "0"},
        ],
        "beban per kapasitas",
        LAMA,
        "Permendagri 12/2008",
        f"Dibandingkan sebelum dibulatkan; A berarti beban melebihi orangnya. {PERIKSA}",
    ),
    ("awas_tugas_dominan_persen", 40, "persen beban jabatan", LAMA, KANTOR, ""),
    (
        "awas_beban_per_orang",
        ["0.5", "1.5"],
        "kebutuhan per pemangku",
        LAMA,
        KANTOR,
        "Di luar rentang ini angka beban patut diperiksa kembali.",
    ),
    (
        "wisn_batas_bulat",
        {"0": "0", "1": "0.1", "2": "0.2", "3": "0.3", "4": "0.4", "5": "0.5"},
        "pecahan menurut bilangan bulat",
        LAMA,
        "WHO, WISN User's Manual 2010",
        "Pecahan sampai batas ini dibulatkan ke bawah; baris 5 berlaku juga di atasnya. Batas di "
        f"atas 5 dan di bawah 1 belum ditemukan naskahnya. {PERIKSA}",
    ),
    (
        "wisn_rasio_kritis",
        "0.90",
        "tersedia per kebutuhan",
        LAMA,
        KANTOR,
        "Rasio di bawah ini disebut kritis.",
    ),
    (
        "jtm_minimal",
        24,
        "jam tatap muka per minggu",
        JUKNIS_GURU,
        "UU 14/2005 Pasal 35; Peraturan Bersama Lima Menteri 2011",
        "",
    ),
    (
        "jtm_maksimal",
        40,
        "jam tatap muka per minggu",
        JUKNIS_GURU,
        "UU 14/2005 Pasal 35; Peraturan Bersama Lima Menteri 2011",
        "",
    ),
    (
        "jtm_tugas_tambahan",
        {"kepala_sekolah": 6, "wakil_kepala_sekolah": 12},
        "jam tatap muka per minggu",
        JUKNIS_GURU,
        "Peraturan Bersama Lima Menteri 2011",
        "Jam mengajar yang tersisa bagi pemegang tugas tambahan.",
    ),
    (
        "jtm_tugas_tambahan",
        {"kepala_sekolah": 0, "wakil_kepala_sekolah": 12},
        "jam tatap muka per minggu",
        date(2018, 5, 22),
        "Permendikbud 15/2018",
        f"Kepala sekolah bertugas penuh, tidak wajib mengajar. {PERIKSA}",
    ),
    (
        "murid_per_rombel",
        {"SD": 32, "SMP": 36},
        "murid per rombel",
        date(2013, 6, 1),
        "Permendikbud 23/2013",
        f"Batas standar pelayanan minimal. {PERIKSA}",
    ),
    (
        "murid_per_rombel",
        {"TK": 15, "SD": 28, "SMP": 32, "SDLB": 5, "SMPLB": 8},
        "murid per rombel",
        date(2023, 8, 1),
        "Permendikbudristek 47/2023 Pasal 8",
        f"Pengecualian bila sekolah atau pendidik terbatas. {PERIKSA}",
    ),
    (
        "murid_per_guru_bk",
        [150, 225],
        "murid per guru BK",
        JUKNIS_GURU,
        "Peraturan Bersama Lima Menteri 2011",
        "Paling sedikit dan paling banyak.",
    ),
    (
        "guru_tetap_sd",
        {"kepala_sekolah": 1, "guru_kelas_per_rombel": 1, "guru_pjok": 1, "guru_agama": 1},
        "orang",
        JUKNIS_GURU,
        "Peraturan Bersama Lima Menteri 2011",
        "Guru agama menurut agama yang dianut murid.",
    ),
    (
        "guru_minimal_sd",
        {"biasa": 6, "khusus": 4},
        "orang per SD",
        date(2013, 6, 1),
        "Permendikbud 23/2013",
        "Khusus: daerah khusus.",
    ),
    (
        "puskesmas_minimal",
        {
            "perkotaan": {
                "dokter": 1, "dokter_gigi": 1, "perawat": 5, "bidan": 4, "kesehatan_masyarakat": 2,
                "kesehatan_lingkungan": 1, "atlm": 1, "gizi": 1, "kefarmasian": 1,
                "administrasi": 3, "pekarya": 2,
            },
            "perkotaan_rawat_inap": {
                "dokter": 2, "dokter_gigi": 1, "perawat": 8, "bidan": 7, "kesehatan_masyarakat": 2,
                "kesehatan_lingkungan": 1, "atlm": 1, "gizi": 2, "kefarmasian": 2,
                "administrasi": 3, "pekarya": 2,
            },
            "perdesaan": {
                "dokter": 1, "dokter_gigi": 1, "perawat": 5, "bidan": 4, "kesehatan_masyarakat": 1,
                "kesehatan_lingkungan": 1, "atlm": 1, "gizi": 1, "kefarmasian": 1,
                "administrasi": 2, "pekarya": 1,
            },
            "perdesaan_rawat_inap": {
                "dokter": 2, "dokter_gigi": 1, "perawat": 8, "bidan": 7, "kesehatan_masyarakat": 1,
                "kesehatan_lingkungan": 1, "atlm": 1, "gizi": 2, "kefarmasian": 1,
                "administrasi": 2, "pekarya": 1,
            },
            "terpencil": {
                "dokter": 1, "dokter_gigi": 1, "perawat": 5, "bidan": 4, "kesehatan_masyarakat": 1,
                "kesehatan_lingkungan": 1, "atlm": 1, "gizi": 1, "kefarmasian": 1,
                "administrasi": 2, "pekarya": 1,
            },
            "terpencil_rawat_inap": {
                "dokter": 2, "dokter_gigi": 1, "perawat": 8, "bidan": 7, "kesehatan_masyarakat": 1,
                "kesehatan_lingkungan": 1, "atlm": 1, "gizi": 2, "kefarmasian": 1,
                "administrasi": 2, "pekarya": 1,
            },
        },
        "orang per puskesmas",
        date(2014, 10, 17),
        "Permenkes 75/2014 Lampiran",
        "Diganti Permenkes 43/2019, lalu 19/2024; tabel keduanya belum ditemukan. Isi nilai baru "
        f"bila naskahnya ada. {PERIKSA}",
    ),
    (
        "puskesmas_tenaga_wajib",
        [
            "dokter", "dokter_gigi", "perawat", "bidan", "kesehatan_masyarakat",
            "kesehatan_lingkungan", "atlm", "gizi", "kefarmasian",
        ],
        "jenis tenaga",
        LAMA,
        "Pemantauan Kementerian Kesehatan: sembilan jenis tenaga",
        PERIKSA,
    ),
    (
        "pustu_minimal",
        {"perawat": 1, "bidan": 1},
        "orang per pustu",
        LAMA,
        "Pemantauan Kementerian Kesehatan",
        PERIKSA,
    ),
    (
        "akan_lowong_bulan",
        [6, 12],
        "bulan ke depan",
        LAMA,
        KANTOR,
        "Jabatan yang ditinggalkan sebelum bulan pertama disebut segera lowong.",
    ),
]  # fmt: skip


def isi(apps, schema_editor):
    baris = apps.get_model("organisasi", "NilaiKetentuan")
    baris.objects.bulk_create(
        baris(kode=k, nilai=n, satuan=s, mulai=m, dasar=d, catatan=c)
        for k, n, s, m, d, c in KETENTUAN
    )


def kosongkan(apps, schema_editor):
    baris = apps.get_model("organisasi", "NilaiKetentuan").objects
    for kode, _nilai, _satuan, mulai, *_ in KETENTUAN:
        baris.filter(kode=kode, mulai=mulai, ditetapkan_oleh=None).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("penilaian", "0007_berkas_lembar"),
        ("organisasi", "0005_penetapan_siapa_kapan"),
    ]

    operations = [migrations.RunPython(isi, kosongkan)]
