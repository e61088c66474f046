"""Why a head was published. SQLite builds the table anew, so its guards are laid again."""

from importlib import import_module

from django.db import migrations, models

penjaga = import_module("jejak.migrations.0002_hanya_tambah")


class Migration(migrations.Migration):
    dependencies = [("jejak", "0002_hanya_tambah")]

    operations = [
        migrations.RunPython(penjaga.lepas, penjaga.pasang),
        migrations.AddField(
            model_name="akarjejak",
            name="sebab",
            field=models.CharField(default="", max_length=150),
        ),
        migrations.RunPython(penjaga.pasang, penjaga.lepas),
    ]
