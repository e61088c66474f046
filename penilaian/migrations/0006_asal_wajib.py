"""Every need names its own post; apart from 0005, because PostgreSQL alters no table it just filled."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("penilaian", "0005_asal_dan_lembar")]

    operations = [
        migrations.AlterField(
            model_name="kebutuhan",
            name="asal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="pegawai.formasi"
            ),
        ),
        migrations.AddConstraint(
            model_name="kebutuhan",
            constraint=models.UniqueConstraint(
                fields=("asal", "sumber"),
                name="penilaian_kebutuhan_asal_sumber",
                violation_error_message="Kebutuhan dari sumber itu sudah ada untuk formasi ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kebutuhan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dipakai", False), ("terhitung__isnull", True)),
                    models.Q(("dipakai", True), ("terhitung__isnull", False)),
                    _connector="OR",
                ),
                name="penilaian_kebutuhan_terhitung",
                violation_error_message="Kebutuhan yang dipakai harus memuat jumlah terhitung.",
            ),
        ),
    ]
