"""When teachers move: one constant of the road."""

from datetime import date

from django.db import migrations

LAMA = date(2017, 4, 7)
KETENTUAN = [
    (
        "guru_tmt_bulan",
        [1, 7],
        "bulan",
        LAMA,
        "Kebijakan instansi (bawaan); kalender pendidikan",
        "Guru berpindah pada tanggal 1 bulan awal semester, agar kelas tidak berganti guru.",
    ),
]


def isi(apps, schema_editor):
    """The value a fresh installation starts with."""
    baris = apps.get_model("organisasi", "NilaiKetentuan")
    baris.objects.bulk_create(
        baris(kode=k, nilai=n, satuan=s, mulai=m, dasar=d, catatan=c)
        for k, n, s, m, d, c in KETENTUAN
    )


def kosongkan(apps, schema_editor):
    """Without it."""
    baris = apps.get_model("organisasi", "NilaiKetentuan").objects
    for kode, _nilai, _satuan, mulai, *_ in KETENTUAN:
        baris.filter(kode=kode, mulai=mulai, ditetapkan_oleh=None).delete()


class Migration(migrations.Migration):
    dependencies = [("mutasi", "0009_nomor_sk")]

    operations = [migrations.RunPython(isi, kosongkan)]
