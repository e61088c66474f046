"""The distance between groups above which the simulator of criteria warns."""

from datetime import date

from django.db import migrations

LAMA = date(2017, 4, 7)
KANTOR = "Kebijakan instansi (bawaan)"
KETENTUAN = [
    (
        "simulasi_awas_jarak",
        2,
        "poin",
        LAMA,
        KANTOR,
        "Bila draf kriteria mengubah nilai rata-rata dua golongan (jenis kelamin, umur, tempat) "
        "dengan jarak lebih dari ini, simulator memperingatkan. Peringatan saja.",
    ),
]


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
    dependencies = [("penilaian", "0017_kamus_kompetensi")]

    operations = [migrations.RunPython(isi, kosongkan)]
