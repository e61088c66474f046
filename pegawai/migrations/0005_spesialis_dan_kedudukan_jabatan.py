"""Two levels of education that SIASN's list of studies uses, and where a JF may stand."""

from django.db import migrations, models

# Beside S-2 and S-3, as KKNI (Perpres 8/2012) places them: levels 8 and 9.
TINGKAT = [("47", "Spesialis", "S-2", "45"), ("49", "Subspesialis", "S-3", "50")]


def isi(apps, schema_editor):
    tingkat = apps.get_model("pegawai", "TingkatPendidikan")
    for kode, nama, kelompok, setara in TINGKAT:
        urutan = tingkat.objects.get(kode=setara).urutan
        tingkat.objects.create(kode=kode, nama=nama, urutan=urutan, kelompok=kelompok)


def kosongkan(apps, schema_editor):
    apps.get_model("pegawai", "TingkatPendidikan").objects.filter(
        kode__in=[baris[0] for baris in TINGKAT]
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("pegawai", "0004_indeks_formasi_dan_tanggal"),
    ]

    operations = [
        migrations.AddField(
            model_name="jabatan",
            name="kedudukan",
            field=models.TextField(
                blank=True, default="", verbose_name="instansi yang boleh memiliki"
            ),
            preserve_default=False,
        ),
        migrations.RunPython(isi, kosongkan),
    ]
