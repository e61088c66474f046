"""Constants of teams: what one target counts at most, and how much of a head's share counts."""

from datetime import date

from django.db import migrations

LAMA = date(2017, 4, 7)
KANTOR = "Kebijakan instansi (bawaan)"
KETENTUAN = [
    (
        "tim_batas_capaian",
        120,
        "persen target",
        LAMA,
        KANTOR,
        "Capaian satu target tim dihitung paling tinggi sekian, sehingga satu target tidak menutup "
        "target lain. Angkanya mengikuti nilai tertinggi PP 30/2019; paling besar 200.",
    ),
    (
        "tim_pengali_ketua",
        100,
        "persen porsi",
        LAMA,
        KANTOR,
        "Porsi ketua dihitung sekian persen dari yang tertulis; 100 berarti sama seperti anggota.",
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
    dependencies = [("penilaian", "0013_kriteria_kinerja_keberatan")]

    operations = [migrations.RunPython(isi, kosongkan)]
