"""Constants that the pair rules (H, W) read; those nobody found a text for say so."""

from datetime import date

from django.db import migrations

LAMA = date(2017, 4, 7)  # PP 11/2017 in force; earlier days are outside what SERASI judges
SE_19 = date(2023, 9, 22)
KANTOR = "Kebijakan instansi (bawaan)"
PERIKSA = "Perlu verifikasi Bagian Hukum."
KETENTUAN = [
    (
        "kedudukan_aktif",
        ["1", "71", "101"],
        "kode kedudukan hukum SIASN",
        LAMA,
        "Referensi kedudukan hukum SIASN",
        "1 PNS aktif, 71 PPPK aktif, 101 PPPK paruh waktu aktif.",
    ),
    (
        "min_bulan_dispensasi",
        24,
        "bulan",
        LAMA,
        "PP 11/2017 Pasal 190 ayat (3)",
        "Sebelum SE MenPANRB 19/2023 belum ada dispensasi.",
    ),
    (
        "min_bulan_dispensasi",
        6,
        "bulan",
        SE_19,
        "SE MenPANRB 19/2023; pernyataan Kepala BKN 1 Juli 2025",
        f"Belum ditemukan naskah yang menyebut enam bulan. {PERIKSA}",
    ),
    ("awas_pindah_kali", 2, "kali", LAMA, KANTOR, ""),
    ("awas_pindah_bulan", 36, "bulan", LAMA, KANTOR, ""),
    (
        "pendidikan_min_jpt",
        "35",
        "kode tingkat pendidikan SIASN",
        LAMA,
        "PP 11/2017 Pasal 107 huruf c",
        "D-IV atau S-1.",
    ),
    (
        "pendidikan_min_administrator",
        "35",
        "kode tingkat pendidikan SIASN",
        LAMA,
        "PP 11/2017 Pasal 54 ayat (1)",
        f"D-IV atau S-1. {PERIKSA}",
    ),
    (
        "pendidikan_min_pengawas",
        "30",
        "kode tingkat pendidikan SIASN",
        LAMA,
        "PP 11/2017 Pasal 54 ayat (4)",
        f"D-III atau setara. {PERIKSA}",
    ),
    (
        "pendidikan_min_jf_keahlian",
        "35",
        "kode tingkat pendidikan SIASN",
        LAMA,
        "PermenPANRB 1/2023",
        "D-IV atau S-1.",
    ),
    (
        "pendidikan_min_jf_keterampilan",
        "15",
        "kode tingkat pendidikan SIASN",
        LAMA,
        "PermenPANRB 1/2023",
        "SMA atau sederajat.",
    ),
    (
        "min_bulan_pengalaman_jpt",
        24,
        "bulan",
        LAMA,
        "PP 11/2017 Pasal 107 huruf c",
        f"Sebagai Administrator atau JF Ahli Madya. {PERIKSA}",
    ),
    (
        "min_bulan_pengalaman_jpt_kumulatif",
        60,
        "bulan",
        LAMA,
        "PP 11/2017 Pasal 107 huruf c",
        "Kumulatif di bidang tugas; keterkaitan bidang dinilai panitia seleksi.",
    ),
    (
        "min_bulan_pengalaman_administrator",
        36,
        "bulan",
        LAMA,
        "PP 11/2017 Pasal 54 ayat (1)",
        "Sebagai Pengawas atau JF setingkat, kumulatif.",
    ),
    (
        "min_bulan_pengalaman_pengawas",
        48,
        "bulan",
        LAMA,
        "PP 11/2017 Pasal 54 ayat (4)",
        f"Sebagai Pelaksana atau JF setingkat. {PERIKSA}",
    ),
    (
        "maks_pangkat_di_bawah",
        1,
        "tingkat golongan ruang",
        LAMA,
        "PP 13/2002",
        f"Pangkat satu tingkat di bawah yang terendah masih boleh. {PERIKSA}",
    ),
    (
        "predikat_minimal",
        ["BAIK", "SANGAT BAIK"],
        "predikat kinerja",
        LAMA,
        "PerBKN 5/2019; PermenPANRB 6/2022",
        "",
    ),
    ("predikat_minimal_tahun", 2, "tahun", LAMA, "PerBKN 5/2019; PermenPANRB 1/2023", ""),
    (
        "jpt_usia_maks",
        56,
        "tahun",
        LAMA,
        "PP 11/2017 Pasal 107 huruf c",
        "Saat pertama kali diangkat; dihitung dalam tahun penuh.",
    ),
    (
        "jf_usia_maks",
        {"PM": 53, "TR": 53, "MH": 53, "PY": 53, "PT": 53, "MU": 53, "MA": 55, "UT": 60},
        "tahun menurut jenjang",
        LAMA,
        "PermenPANRB 1/2023",
        "Masuk JF dari luar; dihitung dalam tahun penuh.",
    ),
    ("jf_usia_maks_antar_ahli_utama", 63, "tahun", LAMA, "PermenPANRB 1/2023", ""),
    (
        "jf_ahli_utama_sebelum_bup_tahun",
        1,
        "tahun",
        LAMA,
        "PermenPANRB 1/2023",
        "JPT yang masuk Ahli Utama: paling lambat satu tahun sebelum BUP.",
    ),
    ("min_bulan_pengalaman_jf", 24, "bulan", LAMA, "PermenPANRB 1/2023", ""),
    (
        "min_bulan_pengalaman_jf_restrukturisasi",
        12,
        "bulan",
        LAMA,
        "PermenPANRB 1/2023",
        "Kumulatif, bila restrukturisasi atau kebutuhan strategis.",
    ),
    (
        "lisensi_jf",
        {
            "Guru": "sertifikat pendidik",
            "Apoteker": "STR",
            "Asisten Apoteker": "STR",
            "Bidan": "STR",
            "Dokter": "STR",
            "Dokter Gigi": "STR",
            "Fisioterapis": "STR",
            "Nutrisionis": "STR",
            "Penata Anestesi": "STR",
            "Perawat": "STR",
            "Perekam Medis": "STR",
            "Pranata Laboratorium Kesehatan": "STR",
            "Psikolog Klinis": "STR",
            "Radiografer": "STR",
            "Refraksionis Optisien": "STR",
            "Tenaga Sanitasi Lingkungan": "STR",
            "Terapis Gigi dan Mulut": "STR",
        },
        "rumpun JF: lisensi",
        LAMA,
        "UU 17/2023; UU 14/2005",
        f"Daftar rumpun dapat ditambah instansi. {PERIKSA}",
    ),
    (
        "ikatan_tahun_antar_instansi",
        10,
        "tahun",
        LAMA,
        "PermenPANRB 27/2021 Pasal 52; PermenPANRB 6/2024 Pasal 59 ayat (2)",
        "Dihitung sejak TMT PNS; hanya permintaan sendiri ke instansi lain.",
    ),
    (
        "ikatan_mulai_tmt_cpns",
        "2022-01-01",
        "tanggal",
        LAMA,
        "PermenPANRB 27/2021 Pasal 52",
        f"Seleksi tahun 2021 ber-TMT CPNS sejak 2022. {PERIKSA}",
    ),
    ("bulan_jendela_pilkada", 6, "bulan", LAMA, "UU 10/2016 Pasal 71 ayat (2)", PERIKSA),
    ("bulan_jendela_pelantikan", 6, "bulan", LAMA, "UU 10/2016 Pasal 162 ayat (3)", ""),
    (
        "tanggal_penetapan_paslon",
        "",  # a JSON null would be a database NULL, which the column refuses
        "tanggal",
        LAMA,
        "Keputusan KPU",
        "Kosong: belum ditetapkan. Isi dengan tanggal penetapan pasangan calon di daerah ini.",
    ),
    (
        "tanggal_pelantikan_kepala_daerah",
        "",  # a JSON null would be a database NULL, which the column refuses
        "tanggal",
        LAMA,
        "Keputusan Mendagri",
        "Kosong: belum diisi. Isi dengan tanggal pelantikan kepala daerah yang terakhir.",
    ),
    (
        "register_disiplin_lengkap",
        True,
        "",
        LAMA,
        KANTOR,
        "Ya: pegawai tanpa catatan dianggap tidak sedang kena hukuman atau proses; surat pernyataan "
        "(D06) tetap wajib. Tidak: promosi tampil sebagai tidak dapat diperiksa.",
    ),
    ("awas_pensiun_bulan", 24, "bulan", LAMA, KANTOR, ""),
    ("awas_kontrak_bulan", 12, "bulan", LAMA, KANTOR, ""),
    ("awas_disiplin_bulan", 36, "bulan", LAMA, KANTOR, "Contoh dari aturan sebagian JF."),
    ("awas_uji_kompetensi_bulan", 36, "bulan", LAMA, KANTOR, PERIKSA),
    (
        "awas_sumber_minimal_persen",
        75,
        "persen kebutuhan",
        LAMA,
        KANTOR,
        "Unit asal ditandai bila sesudah perpindahan terisi kurang dari ini.",
    ),
    ("min_huruf_alasan", 30, "huruf", LAMA, KANTOR, "Panjang alasan tertulis atas peringatan."),
    (
        "hampir_maks_aturan",
        1,
        "aturan",
        LAMA,
        KANTOR,
        "Sebanyak ini aturan yang gagal tetapi dapat diperbaiki masih disebut hampir memenuhi.",
    ),
]


def isi(apps, schema_editor):
    baris = apps.get_model("organisasi", "NilaiKetentuan")
    baris.objects.bulk_create(
        baris(kode=k, nilai=n, satuan=s, mulai=m, dasar=d, catatan=c)
        for k, n, s, m, d, c in KETENTUAN
    )


def kosongkan(apps, schema_editor):
    apps.get_model("organisasi", "NilaiKetentuan").objects.filter(
        kode__in=[k[0] for k in KETENTUAN], ditetapkan_oleh=None
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("penilaian", "0003_posisi"),
        ("organisasi", "0005_penetapan_siapa_kapan"),
    ]

    operations = [migrations.RunPython(isi, kosongkan)]
