"""Constants of the road from proposal to decree: session, BKN, decree, inauguration, objection.

Flat tables and lists of one kind, so that the page of constants can show and change every one.
"""

from datetime import date

from django.db import migrations

LAMA = date(2017, 4, 7)  # PP 11/2017 in force; earlier days are outside what SERASI judges
BKN_2026 = date(2026, 1, 20)  # the day on which the head of BKN announced the limit
KANTOR = "Kebijakan instansi (bawaan)"
PERIKSA = "Perlu verifikasi Bagian Hukum."
LANTIK = "PerKa BKN 7/2017; PP 11/2017 Pasal 63, 93, dan 141"
TPK = "SK pembentukan TPK"
BKN = "Pernyataan Kepala BKN 20-21 Januari 2026"
ANTAR = "PP 11/2017 Pasal 192-194; PerBKN 5/2019; SE BKN 3/SE/VIII/2019"
UU_30 = "UU 30/2014 Pasal 75-78"
HARI = "hari kerja"
KETENTUAN = [
    # Decree, TMT, inauguration.
    (
        "pelantikan_maks_hari_kerja",
        30,
        HARI,
        LAMA,
        LANTIK,
        "Dihitung sejak hari sesudah SK ditetapkan.",
    ),
    ("pelantikan_undangan_hari_kerja", 1, HARI, LAMA, LANTIK, "Sebelum hari pelantikan."),
    (
        "tmt_boleh_sebelum_sk",
        False,
        "",
        LAMA,
        KANTOR,
        "Ya: TMT boleh mendahului tanggal SK, dengan dasar yang disebut di SK.",
    ),
    (
        "tmt_awal_bulan",
        True,
        "",
        LAMA,
        KANTOR,
        "TMT yang diusulkan jatuh pada tanggal 1 agar gaji dan tunjangan tidak terpotong.",
    ),
    (
        "gaji_tutup_tanggal",
        10,
        "tanggal",
        LAMA,
        KANTOR,
        "Perubahan sesudah tanggal ini masuk daftar gaji sebulan lebih lambat.",
    ),
    # The session of the TPK.
    (
        "tpk_kuorum",
        "2/3",
        "bagian anggota",
        LAMA,
        TPK,
        f"Aturan nasional tentang kuorum TPK tidak ditemukan. {PERIKSA}",
    ),
    (
        "tpk_mode",
        "mufakat, lalu suara terbanyak",
        "",
        LAMA,
        TPK,
        "Pilihan: mufakat; suara terbanyak; mufakat, lalu suara terbanyak. Aturan nasional tidak "
        f"ditemukan. {PERIKSA}",
    ),
    (
        "tpk_ketua_menentukan",
        False,
        "",
        LAMA,
        TPK,
        f"Ya: bila suara seimbang, suara ketua menentukan. Tidak: nama itu ditunda. {PERIKSA}",
    ),
    ("tpk_calon_minimal", 1, "orang per jabatan", LAMA, KANTOR, ""),
    ("tpk_calon_banding", 3, "orang per jabatan", LAMA, KANTOR, "Yang disandingkan di lembar TPK."),
    ("tpk_undangan_hari_kerja", 2, HARI, LAMA, KANTOR, "Antara undangan dan sidang."),
    # BKN and Mendagri.
    (
        "pertek_kelas",
        ["jpt", "administrator", "pengawas", "jf_memimpin"],
        "jenjang jabatan",
        LAMA,
        "Perpres 116/2022; petunjuk I-MUT BKN",
        "Pilihan lain: jf, pelaksana. jf_memimpin: JF yang memimpin satuan (kepala puskesmas, "
        f"kepala sekolah). Daftar jabatan yang wajib lewat I-MUT belum pasti. {PERIKSA}",
    ),
    (
        "pertek_hari_kerja",
        15,
        HARI,
        LAMA,
        "Norma layanan BKN sebelum 2026",
        f"Sejak berkas lengkap. {PERIKSA}",
    ),
    ("pertek_hari_kerja", 5, HARI, BKN_2026, BKN, f"Dasar tertulisnya belum ditemukan. {PERIKSA}"),
    (
        "pertek_otomatis_hari_kerja",
        0,
        "hari kerja ke-",
        LAMA,
        "Norma layanan BKN sebelum 2026",
        "0: diamnya BKN tidak pernah berarti setuju.",
    ),
    (
        "pertek_otomatis_hari_kerja",
        6,
        "hari kerja ke-",
        BKN_2026,
        BKN,
        f"Pada hari kerja ini usul disetujui otomatis. Dasar tertulisnya belum ditemukan. {PERIKSA}",
    ),
    (
        "pertek_hitung_besok",
        True,
        "",
        LAMA,
        BKN,
        f"Ya: hari pengajuan adalah hari ke-0. Tidak: hari ke-1. {PERIKSA}",
    ),
    (
        "pertek_berlaku_bulan",
        0,
        "bulan",
        LAMA,
        KANTOR,
        f"0: tanpa batas, karena masa berlaku pertek tidak ditemukan. {PERIKSA}",
    ),
    (
        "antar_penerbit_sk",
        {"B1": "Gubernur", "B2": "Mendagri", "B3": "Kepala BKN"},
        "pejabat per rute",
        LAMA,
        ANTAR,
        "B1 dalam satu provinsi; B2 antarprovinsi; B3 dari atau ke instansi pusat. Penerbit B3 "
        f"dari ingatan. {PERIKSA}",
    ),
    (
        "antar_pemberi_pertek",
        {"B1": "Kepala Kanreg BKN", "B2": "Kepala BKN", "B3": "Kepala BKN"},
        "pejabat per rute",
        LAMA,
        ANTAR,
        "Putusan MK 121/PUU-XXII/2024: pengawas sistem merit dapat berganti sebelum 16 Oktober "
        f"2027. Pemberi pada B3 dari ingatan. {PERIKSA}",
    ),
    (
        "antar_koordinasi",
        ["B2"],
        "rute",
        LAMA,
        "Permendagri 58/2019 Pasal 3 ayat (2)",
        "Rute yang lebih dulu dikoordinasikan dengan Mendagri.",
    ),
    (
        "lapor_mendagri_hari_kerja",
        7,
        HARI,
        LAMA,
        "SE Mendagri 100.2.1.3/1575/SJ",
        "Penggantian pejabat di dalam jendela Pilkada dilaporkan paling lambat hari kerja ini.",
    ),
    # Heads and employee.
    (
        "telaah_diam_hari_kerja",
        5,
        HARI,
        LAMA,
        KANTOR,
        "Sesudah ini usulan berjalan terus dengan catatan bahwa kepala unit tidak menjawab.",
    ),
    (
        "kesediaan_jawab_hari_kerja",
        5,
        HARI,
        LAMA,
        KANTOR,
        "Waktu menjawab bagi pegawai. Diam tidak pernah berarti bersedia.",
    ),
    ("kesediaan_berlaku_bulan", 6, "bulan", LAMA, KANTOR, "Sesudah ini kesediaan ditanyakan lagi."),
    (
        "dokumen_berlaku_bulan",
        {"D06": 6, "D09": 6, "D10": 6},
        "bulan",
        LAMA,
        KANTOR,
        "Surat pernyataan disiplin (D06) dan tugas belajar (D09), surat bebas temuan (D10).",
    ),
    # Warnings about a whole file of cases.
    (
        "awas_jendela_hari",
        60,
        "hari",
        LAMA,
        KANTOR,
        "Mutasi sedekat ini menjelang jendela Pilkada atau pelantikan kepala daerah diperingatkan.",
    ),
    (
        "awas_berkas_orang",
        50,
        "orang",
        LAMA,
        KANTOR,
        "Berkas dengan orang lebih banyak dari ini diperingatkan.",
    ),
    (
        "awas_berkas_manajerial_persen",
        10,
        "persen jabatan manajerial",
        LAMA,
        KANTOR,
        "Berkas yang mengganti lebih banyak dari ini diperingatkan.",
    ),
    # Reminders.
    ("pengingat_hari_kerja", [3, 1], "hari kerja sebelum batas", LAMA, KANTOR, ""),
    ("eskalasi_hari_kerja", 3, "hari kerja sesudah batas", LAMA, KANTOR, "Atasan diberi tahu."),
    # Objection to a decree.
    (
        "sk_keberatan_hari_kerja",
        21,
        HARI,
        LAMA,
        UU_30,
        f"Sejak SK diumumkan atau diterima. {PERIKSA}",
    ),
    (
        "sk_keberatan_putus_hari_kerja",
        10,
        HARI,
        LAMA,
        UU_30,
        f"Lewat dari ini keberatan dianggap dikabulkan. {PERIKSA}",
    ),
    ("sk_banding_hari_kerja", 10, HARI, LAMA, UU_30, f"Sejak putusan keberatan. {PERIKSA}"),
    ("sk_banding_putus_hari_kerja", 10, HARI, LAMA, UU_30, PERIKSA),
    ("sk_gugat_hari", 90, "hari", LAMA, "UU 5/1986 Pasal 55", f"Gugatan ke PTUN. {PERIKSA}"),
    (
        "evaluasi_bulan",
        [3, 6, 12],
        "bulan sesudah TMT",
        LAMA,
        KANTOR,
        "Evaluasi sesudah pindah. Bentuk nasionalnya tidak ditemukan.",
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
        ("mutasi", "0002_langkah_hanya_tambah"),
        ("organisasi", "0006_sektor_dan_sotk"),
    ]

    operations = [migrations.RunPython(isi, kosongkan)]
