"""Constants of judging people: predicates, attendance, competence, talent, the clock of objections.

Flat tables and lists of one kind, so that the page of constants can show and change every one.
"""

from datetime import date

from django.db import migrations

LAMA = date(2017, 4, 7)  # PP 11/2017 in force; earlier days are outside what SERASI judges
PP_30 = date(2019, 4, 26)
TALENTA = date(2020, 1, 1)  # PermenPANRB 3/2020; its own day was not found
PP_94 = date(2021, 8, 31)
PERMEN_6 = date(2022, 2, 10)
KANTOR = "Kebijakan instansi (bawaan)"
PERIKSA = "Perlu verifikasi Bagian Hukum."
SE_POLA = "SE MenPANRB tentang penetapan predikat kinerja"
POLA = f"Pola ini peringatan, tidak menolak penilaian. Nomor surat edarannya {PERIKSA.lower()}"
ATAS, SESUAI, BAWAH = "DI ATAS EKSPEKTASI", "SESUAI EKSPEKTASI", "DI BAWAH EKSPEKTASI"
KETENTUAN = [
    # PP 30/2019.
    (
        "pp30_batas_predikat",
        {"SANGAT BAIK": 110, "BAIK": 90, "CUKUP": 70, "KURANG": 50},
        "nilai paling rendah",
        PP_30,
        "PP 30/2019 Pasal 41",
        "Sangat Baik hanya bila ada ide atau cara baru yang bermanfaat; tanpa itu Baik. Di bawah "
        f"angka terakhir Sangat Kurang. Batas Kurang dari ingatan. {PERIKSA}",
    ),
    ("pp30_nilai_maks", 120, "nilai", PP_30, "PP 30/2019 Pasal 41", ""),
    (
        "pp30_bobot_skp",
        {"tanpa rekan dan bawahan": 70, "dengan rekan dan bawahan": 60},
        "persen, sisanya perilaku",
        PP_30,
        "PP 30/2019 Pasal 41",
        "Menurut siapa yang ikut menilai perilaku.",
    ),
    # PermenPANRB 6/2022.
    (
        "matriks_predikat",
        {
            f"{ATAS} / {ATAS}": "SANGAT BAIK",
            f"{ATAS} / {SESUAI}": "BAIK",
            f"{ATAS} / {BAWAH}": "KURANG",
            f"{SESUAI} / {ATAS}": "BAIK",
            f"{SESUAI} / {SESUAI}": "BAIK",
            f"{SESUAI} / {BAWAH}": "KURANG",
            f"{BAWAH} / {ATAS}": "BUTUH PERBAIKAN",
            f"{BAWAH} / {SESUAI}": "BUTUH PERBAIKAN",
            f"{BAWAH} / {BAWAH}": "SANGAT KURANG",
        },
        "predikat",
        PERMEN_6,
        "PermenPANRB 6/2022 Lampiran",
        f"Hasil kerja / perilaku kerja. Isi kotaknya dari ingatan. {PERIKSA}",
    ),
    ("distribusi_istimewa", {"maksimal SANGAT BAIK": 70}, "persen pegawai", PERMEN_6, SE_POLA, POLA),
    (
        "distribusi_baik",
        {"maksimal BAIK": 70, "ada BUTUH PERBAIKAN + KURANG": 1},
        "persen pegawai; ada: orang",
        PERMEN_6,
        SE_POLA,
        POLA,
    ),
    (
        "distribusi_butuh_perbaikan",
        {"minimal BUTUH PERBAIKAN": 60, "maksimal SANGAT BAIK": 10},
        "persen pegawai",
        PERMEN_6,
        SE_POLA,
        POLA,
    ),
    (
        "distribusi_kurang",
        {"minimal KURANG": 60, "minimal BUTUH PERBAIKAN": 10, "maksimal SANGAT BAIK": 10},
        "persen pegawai",
        PERMEN_6,
        SE_POLA,
        POLA,
    ),
    (
        "distribusi_sangat_kurang",
        {
            "minimal SANGAT KURANG": 60, "minimal KURANG + BUTUH PERBAIKAN": 10,
            "maksimal SANGAT BAIK": 0,
        },
        "persen pegawai",
        PERMEN_6,
        SE_POLA,
        POLA,
    ),
    (
        "distribusi_unit_kecil",
        10,
        "pegawai",
        LAMA,
        KANTOR,
        "Unit di bawah jumlah ini tidak dapat memenuhi persentase dengan tepat.",
    ),
    (
        "distribusi_toleransi_orang",
        1,
        "orang",
        LAMA,
        KANTOR,
        "Kelonggaran bagi unit kecil; tidak berlaku bagi batas nol persen.",
    ),
    # PP 94/2021 and attendance: warnings, never a sanction.
    (
        "pp94_hari",
        [3, 4, 7, 11, 14, 17, 21, 25, 28],
        "hari kerja setahun",
        PP_94,
        "PP 94/2021 Pasal 9-11",
        "Hari kumulatif pertama setiap jenis hukuman, seurut dengan tiga daftar PP 94/2021 lainnya.",
    ),
    (
        "pp94_tingkat",
        [*["ringan"] * 3, *["sedang"] * 3, *["berat"] * 3],
        "tingkat hukuman",
        PP_94,
        "PP 94/2021 Pasal 9-11",
        "Seurut dengan hari.",
    ),
    (
        "pp94_jenis",
        [
            "teguran lisan",
            "teguran tertulis",
            "pernyataan tidak puas secara tertulis",
            *["pemotongan tunjangan kinerja 25%"] * 3,
            "penurunan jabatan setingkat lebih rendah",
            "pembebasan dari jabatan menjadi jabatan pelaksana",
            "pemberhentian dengan hormat tidak atas permintaan sendiri",
        ],
        "jenis hukuman",
        PP_94,
        "PP 94/2021 Pasal 9-11",
        "Seurut dengan hari.",
    ),
    (
        "pp94_bulan",
        [0, 0, 0, 6, 9, 12, 12, 12, 0],
        "bulan",
        PP_94,
        "PP 94/2021 Pasal 9-11",
        "Lama hukuman, seurut dengan hari; 0 bila tanpa jangka waktu.",
    ),
    (
        "pp94_hari_berturut",
        10,
        "hari kerja berturut-turut",
        PP_94,
        "PP 94/2021 Pasal 11 ayat (2) huruf d",
        f"Jenis hukuman yang terakhir; gaji dihentikan bulan berikutnya. {PERIKSA}",
    ),
    (
        "pp94_menit_sehari",
        450,
        "menit per hari",
        PP_94,
        "PP 94/2021; Peraturan BKN 6/2022",
        f"7,5 jam terlambat dan pulang cepat dihitung sehari tidak masuk, dari ingatan. {PERIKSA}",
    ),
    (
        "tl_batas_menit",
        [1, 31, 61],
        "menit terlambat",
        LAMA,
        KANTOR,
        "Menit pertama TL1, TL2, dan TL3, seperti lazim pada aplikasi presensi ASN.",
    ),
    (
        "psw_batas_menit",
        [1, 31, 61, 91],
        "menit pulang lebih cepat",
        LAMA,
        KANTOR,
        "Menit pertama PSW1 sampai PSW4, seperti lazim pada aplikasi presensi ASN.",
    ),
    # Competence.
    (
        "jpm_batas_syarat",
        [80, 68],
        "persen JPM",
        LAMA,
        "Peraturan menteri tentang uji kompetensi (Berita Negara 35/2020)",
        "Mulai angka pertama Memenuhi Syarat, mulai angka kedua Masih Memenuhi Syarat, di bawahnya "
        f"Kurang Memenuhi Syarat. {PERIKSA}",
    ),
    (
        "jpm_batas_pemetaan",
        [90, 78],
        "persen JPM",
        LAMA,
        "Peraturan BKN 26/2019",
        "Mulai angka pertama Optimal, mulai angka kedua Cukup Optimal, di bawahnya Kurang Optimal. "
        f"Angkanya dari penerapan sebuah pemda. {PERIKSA}",
    ),
    (
        "jpm_bobot_teknis",
        {"PT": 60, "MU": 50, "MA": 40},
        "persen, sisanya mansoskul",
        LAMA,
        "Peraturan menteri tentang uji kompetensi (Berita Negara 35/2020)",
        "Menurut jenjang JF: PT ahli pertama, MU ahli muda, MA ahli madya. Mansoskul: manajerial "
        f"dan sosial kultural. {PERIKSA}",
    ),
    (
        "asesmen_berlaku_bulan",
        36,
        "bulan",
        LAMA,
        "PermenPANRB 38/2017; Peraturan BKN 26/2019",
        f"Dua sampai tiga tahun menurut berbagai sumber. {PERIKSA}",
    ),
    (
        "level_standar",
        {
            "pelaksana": 1, "pengawas": 2, "administrator": 3, "JPT pratama": 4, "JPT madya": 5,
            "JPT utama": 5,
        },
        "level kompetensi",
        LAMA,
        "PermenPANRB 38/2017",
        f"Level biasa bila standar jabatannya belum ditetapkan, dari ingatan. {PERIKSA}",
    ),
    (
        "jp_minimal_setahun",
        20,
        "jam pelajaran per tahun",
        LAMA,
        "PP 11/2017 Pasal 203 ayat (4)",
        "",
    ),
    # Talent.
    (
        "talenta_kotak",
        {
            f"{ATAS} / TINGGI": 9, f"{ATAS} / MENENGAH": 7, f"{ATAS} / RENDAH": 4,
            f"{SESUAI} / TINGGI": 8, f"{SESUAI} / MENENGAH": 5, f"{SESUAI} / RENDAH": 2,
            f"{BAWAH} / TINGGI": 6, f"{BAWAH} / MENENGAH": 3, f"{BAWAH} / RENDAH": 1,
        },
        "kotak",
        TALENTA,
        "PermenPANRB 3/2020 Lampiran",
        f"Kinerja / potensial. Dibaca dari empat aplikasi pemerintah, bukan naskahnya. {PERIKSA}",
    ),
    (
        "talenta_rekomendasi",
        {
            "1": "diproses sesuai ketentuan peraturan perundangan",
            "2": "bimbingan kinerja, pengembangan kompetensi, penempatan yang sesuai",
            "3": "bimbingan kinerja, konseling kinerja, pengembangan kompetensi, penempatan yang "
            "sesuai",
            "4": "rotasi, pengembangan kompetensi",
            "5": "penempatan yang sesuai, bimbingan kinerja, pengembangan kompetensi",
            "6": "penempatan yang sesuai, bimbingan kinerja, konseling kinerja",
            "7": "dipertahankan, masuk Kelompok Rencana Suksesi Instansi, rotasi/pengayaan jabatan, "
            "pengembangan kompetensi, tugas belajar",
            "8": "dipertahankan, masuk Kelompok Rencana Suksesi Instansi, rotasi/perluasan jabatan, "
            "bimbingan kinerja",
            "9": "dipromosikan dan dipertahankan, masuk Kelompok Rencana Suksesi Instansi/Nasional, "
            "penghargaan",
        },
        "rekomendasi per kotak",
        TALENTA,
        "PermenPANRB 3/2020 Lampiran",
        f"Dibaca dari empat aplikasi pemerintah, bukan naskahnya. {PERIKSA}",
    ),
    (
        "talenta_batas_kinerja",
        [80, 60],
        "nilai sumbu",
        TALENTA,
        KANTOR,
        "Mulai angka pertama di atas ekspektasi, mulai angka kedua sesuai, di bawahnya di bawah. "
        "Batas resmi belum ditemukan dan berbeda-beda antaraplikasi.",
    ),
    (
        "talenta_batas_potensial",
        [80, 60],
        "nilai sumbu",
        TALENTA,
        KANTOR,
        "Mulai angka pertama tinggi, mulai angka kedua menengah, di bawahnya rendah. Batas resmi "
        "belum ditemukan dan berbeda-beda antaraplikasi.",
    ),
    # Objections, corrections, publication.
    (
        "keberatan_hari",
        14,
        "hari sejak diterima",
        PP_30,
        "PP 30/2019 Pasal 59",
        "Hari menurut satuan hari keberatan.",
    ),
    (
        "keberatan_satuan_hari",
        "kalender",
        "kalender atau kerja",
        PP_30,
        "PP 30/2019 Pasal 59",
        f"Peraturan menyebut hari; satu modul pelatihan menyebut hari kerja. {PERIKSA}",
    ),
    (
        "keberatan_geser_libur",
        True,
        "",
        PP_30,
        KANTOR,
        "Batas yang jatuh pada hari libur bergeser ke hari kerja berikutnya: tafsir SERASI yang "
        f"menguntungkan pegawai. {PERIKSA}",
    ),
    (
        "keberatan_putus_hari",
        21,
        "hari sejak diajukan",
        LAMA,
        KANTOR,
        f"Menurut satuan hari keberatan; batas waktu memutus belum ditemukan naskahnya. {PERIKSA}",
    ),
    ("keberatan_ingatkan_hari", 3, "hari sebelum batas", LAMA, KANTOR, ""),
    (
        "terima_otomatis_hari",
        14,
        "hari sejak disampaikan",
        LAMA,
        KANTOR,
        "Hasil yang disampaikan dan tidak diakui dianggap diterima sesudah sekian hari. " + PERIKSA,
    ),
    (
        "perbaikan_data_jam",
        72,
        "jam",
        LAMA,
        "UU 27/2022 Pasal 30",
        f"3 x 24 jam sejak permintaan, hari libur dihitung. {PERIKSA}",
    ),
    (
        "kriteria_jeda_terbit_hari",
        14,
        "hari",
        LAMA,
        KANTOR,
        "Antara kriteria diterbitkan dan mulai berlaku.",
    ),
    (
        "kelompok_minimal",
        5,
        "orang",
        LAMA,
        KANTOR,
        "Sebaran kelompok yang lebih kecil tidak ditampilkan.",
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
    dependencies = [("penilaian", "0011_sektor_dan_sotk")]

    operations = [migrations.RunPython(isi, kosongkan)]
