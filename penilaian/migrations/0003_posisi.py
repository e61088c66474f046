"""The proxy through which this room reads posts."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("pegawai", "0002_acuan"), ("penilaian", "0002_ketentuan")]

    operations = [
        migrations.CreateModel(
            name="Posisi",
            fields=[],
            options={
                "verbose_name": "posisi",
                "verbose_name_plural": "posisi",
                "ordering": ["unit__kiri", "jabatan__nama"],
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("pegawai.formasi",),
        ),
    ]
