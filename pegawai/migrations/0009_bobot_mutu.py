"""Weights of BKN's quality indicators and the terms they judge by: dated, for BKN revises them."""

from datetime import date

from django.db import migrations

LAMA = date(2017, 4, 7)  # as the other constants: earlier days are outside what SERASI judges
BKN = "Indikator kualitas data ASN (BKN)"
PERIKSA = "Nomor keputusannya perlu verifikasi Bagian Hukum."
DIMENSI = {"COM": "0.28", "TIM": "0.31", "ACC": "0.30", "CON": "0.11"}
INDIKATOR = {
    "COM_1": "20",
    "COM_2": "25",
    "COM_3": "20",
    "COM_4": "12.5",
    "COM_5": "17.5",
    "COM_6": "2.5",
    "COM_7": "2.5",
    "TIM_1": "22.73",
    "TIM_2": "18.18",
    "TIM_3": "13.64",
    "TIM_4": "15.91",
    "TIM_5": "15.91",
    "TIM_6": "13.64",
    "ACC_1": "9.52",
    "ACC_2": "21.43",
    "ACC_3": "7.14",
    "ACC_4": "9.52",
    "ACC_5": "4.76",
    "ACC_6": "11.90",
    "ACC_7": "7.14",
    "ACC_8": "14.29",
    "ACC_9": "4.76",
    "ACC_10": "9.52",
    "CON_1": "25",
    "CON_2": "25",
    "CON_3": "25",
    "CON_4": "25",
}
KETENTUAN = [
    (
        "mutu_bobot_dimensi",
        DIMENSI,
        "bagian dari satu",
        LAMA,
        BKN,
        f"COM kelengkapan, TIM kemutakhiran, ACC ketepatan, CON konsistensi. {PERIKSA}",
    ),
    (
        "mutu_bobot_indikator",
        INDIKATOR,
        "persen tiap dimensi",
        LAMA,
        BKN,
        "Seperti tercetak; jumlah tiap dimensi dapat meleset 0,02 karena pembulatan.",
    ),
    ("mutu_cpns_maks_bulan", 12, "bulan", LAMA, f"{BKN}; PP 11/2017 Pasal 34", "Indikator TIM_3."),
    ("mutu_struktural_min_bulan", 24, "bulan", LAMA, BKN, "Indikator ACC_3."),
    (
        "mutu_pppk_tahun_pertama",
        2019,
        "tahun",
        LAMA,
        "PP 49/2018",
        "Pengadaan PPPK pertama; indikator ACC_7.",
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
        ("pegawai", "0008_tmt_yang_dihitung"),
        ("organisasi", "0005_penetapan_siapa_kapan"),
    ]

    operations = [migrations.RunPython(isi, kosongkan)]
