"""A need knows the post it was written for; workbooks of needs and their rows."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def isi_asal(apps, schema_editor):
    kebutuhan = apps.get_model("penilaian", "Kebutuhan")
    kebutuhan.objects.update(asal=models.F("formasi"))
    kebutuhan.objects.filter(dipakai=True).update(terhitung=models.F("jumlah"))


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0005_penetapan_siapa_kapan"),
        ("pegawai", "0007_padanan_dan_keluarga"),
        ("penilaian", "0004_ketentuan_syarat"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BarisLembar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.PositiveIntegerField(verbose_name="baris")),
                (
                    "macam",
                    models.CharField(
                        choices=[
                            ("unit", "Judul unit"),
                            ("bagian", "Judul bagian"),
                            ("posisi", "Jabatan"),
                            ("jumlah", "Baris jumlah"),
                            ("lain", "Bukan data"),
                        ],
                        max_length=8,
                    ),
                ),
                ("bagian", models.CharField(blank=True, max_length=255, verbose_name="bagian")),
                (
                    "teks_unit",
                    models.CharField(blank=True, max_length=500, verbose_name="unit tertulis"),
                ),
                (
                    "teks_jabatan",
                    models.CharField(blank=True, max_length=500, verbose_name="jabatan tertulis"),
                ),
                ("bezetting", models.IntegerField(null=True)),
                ("kebutuhan", models.DecimalField(decimal_places=4, max_digits=12, null=True)),
                (
                    "keadaan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("cocok", "Cocok"),
                            ("sisa_unit", "Unit belum dikenal"),
                            ("sisa_jabatan", "Jabatan belum dikenal"),
                            ("diabaikan", "Diputuskan bukan data register"),
                        ],
                        max_length=12,
                    ),
                ),
            ],
            options={
                "verbose_name": "baris lembar ABK",
                "verbose_name_plural": "baris lembar ABK",
                "ordering": ["lembar", "nomor"],
            },
        ),
        migrations.CreateModel(
            name="LembarAbk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama_berkas", models.CharField(max_length=255, verbose_name="nama berkas")),
                ("sha256", models.CharField(max_length=64)),
                ("lembar", models.CharField(max_length=60, verbose_name="lembar")),
                ("per", models.DateField(verbose_name="keadaan per tanggal")),
                ("pola", models.JSONField(default=dict)),
                ("pernyataan", models.JSONField(default=list)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("dibaca", "Dibaca, belum diterapkan"),
                            ("diterapkan", "Diterapkan"),
                            ("dibuang", "Dibuang"),
                        ],
                        default="dibaca",
                        max_length=10,
                    ),
                ),
                ("dibaca_pada", models.DateTimeField()),
                ("diterapkan_pada", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "lembar ABK",
                "verbose_name_plural": "lembar ABK",
                "ordering": ["-pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="kebutuhan",
            name="penilaian_kebutuhan_formasi_sumber",
        ),
        migrations.AddField(
            model_name="kebutuhan",
            name="asal",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pegawai.formasi",
            ),
        ),
        migrations.AddField(
            model_name="kebutuhan",
            name="terhitung",
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
        migrations.RunPython(isi_asal, migrations.RunPython.noop, elidable=False),
        migrations.AddField(
            model_name="barislembar",
            name="jabatan",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pegawai.jabatan",
            ),
        ),
        migrations.AddField(
            model_name="barislembar",
            name="unit",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisasi.unitkerja",
            ),
        ),
        migrations.AddField(
            model_name="lembarabk",
            name="dibaca_oleh",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="lembarabk",
            name="diterapkan_oleh",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="barislembar",
            name="lembar",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="baris",
                to="penilaian.lembarabk",
            ),
        ),
        migrations.AddConstraint(
            model_name="lembarabk",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["dibaca", "dibuang", "diterapkan"])),
                name="penilaian_lembarabk_status_dikenal",
                violation_error_message="Status lembar tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lembarabk",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("diterapkan_oleh__isnull", True), ("diterapkan_pada__isnull", True)),
                    models.Q(
                        ("diterapkan_oleh__isnull", False), ("diterapkan_pada__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="penilaian_lembarabk_diterapkan_siapa_kapan",
                violation_error_message="Penerapan harus memuat siapa dan kapan.",
            ),
        ),
        migrations.AddIndex(
            model_name="barislembar",
            index=models.Index(
                fields=["lembar", "keadaan", "nomor"], name="penilaian_b_lembar__524e9d_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="barislembar",
            constraint=models.UniqueConstraint(
                fields=("lembar", "nomor"),
                name="penilaian_barislembar_nomor",
                violation_error_message="Baris itu sudah dibaca.",
            ),
        ),
        migrations.AddConstraint(
            model_name="barislembar",
            constraint=models.CheckConstraint(
                condition=models.Q(("macam__in", ["bagian", "jumlah", "lain", "posisi", "unit"])),
                name="penilaian_barislembar_macam_dikenal",
                violation_error_message="Macam baris tidak dikenal.",
            ),
        ),
    ]
