"""When a mail may be tried (again): the lease of the worker that sends it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0003_akhiri_sesi")]

    operations = [
        migrations.AddField(
            model_name="pemberitahuan",
            name="kirim_lagi_pada",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
