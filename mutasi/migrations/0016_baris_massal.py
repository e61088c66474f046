"""What became of each row of a bulk act in the background, kept with the act itself."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mutasi", "0015_pelantikan_batal"),
        ("organisasi", "0006_sektor_dan_sotk"),
    ]

    operations = [
        migrations.CreateModel(
            name="BarisMassal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("berhasil", models.BooleanField()),
                ("kalimat", models.TextField()),
                ("pada", models.DateTimeField()),
                (
                    "proses",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisasi.proses",
                    ),
                ),
                (
                    "usulan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="mutasi.usulanmutasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "baris tindakan massal",
                "verbose_name_plural": "baris tindakan massal",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["proses", "usulan"],
                        name="mutasi_barismassal_sekali",
                        violation_error_message=(
                            "Baris ini sudah dikerjakan dalam pekerjaan yang sama."
                        ),
                    )
                ],
            },
        ),
    ]
