"""Constants that the rules about a person and a post read."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("penilaian", "0003_posisi"),
        ("organisasi", "0005_penetapan_siapa_kapan"),
    ]

    operations: list = []
