"""All sessions of an account can be ended at once: a session is tied to this number."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0002_ketentuan_dan_akun_sistem")]

    operations = [
        migrations.AddField(
            model_name="pengguna",
            name="putaran_sesi",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
    ]
