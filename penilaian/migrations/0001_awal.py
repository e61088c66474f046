import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pegawai", "0001_awal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Kebutuhan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sumber",
                    models.CharField(
                        choices=[
                            ("abk", "ABK"),
                            ("wisn", "WISN"),
                            ("guru", "Perhitungan guru"),
                            ("puskesmas", "Ketenagaan minimal puskesmas"),
                            ("penetapan", "Penetapan kebutuhan"),
                            ("struktur", "Struktur organisasi"),
                        ],
                        max_length=10,
                    ),
                ),
                ("mentah", models.DecimalField(decimal_places=4, max_digits=12)),
                ("jumlah", models.PositiveIntegerField()),
                ("per", models.DateField()),
                ("dasar", models.CharField(blank=True, max_length=255)),
                ("ditetapkan_pada", models.DateTimeField()),
                ("dipakai", models.BooleanField(default=False)),
                (
                    "ditetapkan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "formasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kebutuhan",
                        to="pegawai.formasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "kebutuhan",
                "verbose_name_plural": "kebutuhan",
                "ordering": ["formasi", "sumber"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("formasi", "sumber"),
                        name="penilaian_kebutuhan_formasi_sumber",
                        violation_error_message="Kebutuhan dari sumber itu sudah ada untuk formasi ini.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dipakai", True)),
                        fields=("formasi",),
                        name="penilaian_kebutuhan_satu_dipakai",
                        violation_error_message="Hanya satu sumber kebutuhan yang dipakai per formasi.",
                    ),
                ],
            },
        ),
    ]
