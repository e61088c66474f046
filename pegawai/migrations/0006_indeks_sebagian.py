"""Find the few missing people and the few side assignments without walking through all."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0005_penetapan_siapa_kapan"),
        ("pegawai", "0005_spesialis_dan_kedudukan_jabatan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="pegawai",
            name="pegawai_peg_hilang__d296b7_idx",
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                condition=models.Q(("hilang_sejak__isnull", False)),
                fields=["hilang_sejak"],
                name="pegawai_pegawai_hilang",
            ),
        ),
        migrations.AddIndex(
            model_name="penugasan",
            index=models.Index(
                condition=models.Q(("jenis", "D"), _negated=True),
                fields=["unit"],
                name="pegawai_penugasan_sampingan",
            ),
        ),
    ]
