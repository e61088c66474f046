"""The workbook beside its rows, and rows whose number cannot be used."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("penilaian", "0006_asal_wajib"),
    ]

    operations = [
        migrations.AddField(
            model_name="lembarabk",
            name="berkas",
            field=models.FileField(blank=True, upload_to="lembar/%Y/%m/"),
        ),
        migrations.AlterField(
            model_name="barislembar",
            name="keadaan",
            field=models.CharField(
                blank=True,
                choices=[
                    ("cocok", "Cocok"),
                    ("sisa_unit", "Unit belum dikenal"),
                    ("sisa_jabatan", "Jabatan belum dikenal"),
                    ("sisa_angka", "Angka tidak dapat dipakai"),
                    ("diabaikan", "Diputuskan bukan data register"),
                ],
                max_length=12,
            ),
        ),
    ]
