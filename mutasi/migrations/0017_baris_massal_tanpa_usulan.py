"""A refused line of a paste is told under the key of a case that was never written."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mutasi", "0016_baris_massal")]

    operations = [
        migrations.AlterField(
            model_name="barismassal",
            name="usulan",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="mutasi.usulanmutasi",
            ),
        ),
    ]
