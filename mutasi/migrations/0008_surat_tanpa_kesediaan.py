"""The paper a move without consent rests on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mutasi", "0007_sidang_lengkap")]

    operations = [
        migrations.AddField(
            model_name="usulanmutasi",
            name="surat_tanpa_kesediaan",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
