"""The technical account ``sistem`` and the constants of law that step 1 reads."""

from datetime import date

from django.db import migrations

LAMA = date(2017, 4, 7)  # PP 11/2017 in force; earlier days are outside what SERASI judges
KETENTUAN = [
    (
        "eselon_berkursi",
        ["21", "22", "31", "32", "41", "42"],
        "id eselon SIASN",
        LAMA,
        "PP 11/2017; referensi jabatan struktural SIASN",
        "Satu kursi per jabatan struktural; eselon 99 (sekolah, pustu) dipimpin JF dengan tugas tambahan.",
    ),
    (
        "pppk_pw_mengisi_formasi",
        True,
        "",
        LAMA,
        "Kebijakan instansi (bawaan)",
        "PPPK paruh waktu dihitung mengisi satu kursi; jumlah terpisah selalu ditampilkan.",
    ),
    ("bup_jpt", 60, "tahun", LAMA, "UU 20/2023 Pasal 55; PP 11/2017 Pasal 239", ""),
    ("bup_struktural_lain", 58, "tahun", LAMA, "UU 20/2023 Pasal 55; PP 11/2017 Pasal 239", ""),
    ("bup_pelaksana", 58, "tahun", LAMA, "UU 20/2023 Pasal 55; PP 11/2017 Pasal 239", ""),
    ("min_bulan_jabatan", 24, "bulan", LAMA, "PP 11/2017 Pasal 190 ayat (3)", ""),
    (
        "maks_bulan_jabatan",
        60,
        "bulan",
        LAMA,
        "PP 11/2017 Pasal 190 ayat (3)",
        "Lewat dari ini pegawai ditandai sudah waktunya dirotasi.",
    ),
    (
        "awas_bulan_jabatan",
        54,
        "bulan",
        LAMA,
        "Kebijakan instansi (bawaan)",
        "Mulai di sini pegawai ditandai mendekati lima tahun.",
    ),
    ("pensiun_horizon_bulan", 12, "bulan", LAMA, "Kebijakan instansi (bawaan)", ""),
    (
        "tmt_masa_depan_bulan",
        12,
        "bulan",
        LAMA,
        "Kebijakan impor",
        "TMT lebih jauh dari ini di muka dianggap salah ketik.",
    ),
    (
        "lahir_paling_akhir",
        2008,
        "tahun",
        LAMA,
        "Kebijakan impor",
        "Kelahiran sesudahnya belum mungkin menjadi ASN.",
    ),
    (
        "plt_maks_bulan",
        3,
        "bulan",
        LAMA,
        "SE BKN 1/SE/I/2021 (perlu verifikasi bagian hukum)",
        "Dapat diperpanjang satu kali.",
    ),
    ("slip_aktivasi_hari", 14, "hari", LAMA, "Kebijakan instansi (bawaan)", ""),
    (
        "retensi_akses_bulan",
        60,
        "bulan",
        LAMA,
        "UU 27/2022 Pasal 31; belum ada angka nasional (JRA daerah)",
        "",
    ),
    (
        "retensi_berkas_impor_hari",
        30,
        "hari",
        LAMA,
        "UU 27/2022 Pasal 16 ayat (2) huruf g",
        "Berkas unggahan dihapus sesudahnya; sidik dan ringkasannya tetap.",
    ),
]


def isi(apps, schema_editor):
    akun = apps.get_model("organisasi", "Pengguna")
    akun.objects.create(
        nama_pengguna="sistem",
        nama="Akun teknis SERASI",
        password="!",  # noqa: S106 - matches no password
        teknis=True,
        is_active=False,
    )
    baris = apps.get_model("organisasi", "NilaiKetentuan")
    baris.objects.bulk_create(
        baris(kode=kode, nilai=nilai, satuan=satuan, mulai=mulai, dasar=dasar, catatan=catatan)
        for kode, nilai, satuan, mulai, dasar, catatan in KETENTUAN
    )


def kosongkan(apps, schema_editor):
    apps.get_model("organisasi", "NilaiKetentuan").objects.filter(
        kode__in=[k[0] for k in KETENTUAN]
    ).delete()
    apps.get_model("organisasi", "Pengguna").objects.filter(nama_pengguna="sistem").delete()


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0001_awal")]

    operations = [migrations.RunPython(isi, kosongkan)]
