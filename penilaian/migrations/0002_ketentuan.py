"""Constants that the analysis of needs reads."""

from datetime import date

from django.db import migrations

KETENTUAN = [
    (
        "jke_menit",
        75_000,
        "menit per tahun",
        date(2020, 1, 1),
        "PermenPANRB 1/2020",
        "Jam kerja efektif 1.250 jam setahun.",
    ),
    (
        "kebutuhan_usang_hari",
        400,
        "hari",
        date(2017, 4, 7),
        "Kebijakan instansi (bawaan)",
        "Kebutuhan yang lebih tua dari ini diberi tanda 'periksa'.",
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
        kode__in=[k[0] for k in KETENTUAN]
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("penilaian", "0001_awal"),
        ("organisasi", "0002_ketentuan_dan_akun_sistem"),
    ]

    operations = [migrations.RunPython(isi, kosongkan)]
