"""Whether a condition asking for care was declared (W13); a proposal BKN's silence never approves."""

from django.db import migrations, models

PERTEK = "mutasi_pertekbkn"


def jaga_lagi(apps, schema_editor):
    """SQLite makes the table anew and loses its guard (0006); PostgreSQL keeps it."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {PERTEK}_jaga_delete", params=None)
        schema_editor.execute(
            f"CREATE TRIGGER {PERTEK}_jaga_delete BEFORE DELETE ON {PERTEK} FOR EACH ROW "
            "BEGIN SELECT RAISE(ABORT, 'mutasi: pertek tidak dapat dihapus'); END",
            params=None,
        )


class Migration(migrations.Migration):
    dependencies = [("mutasi", "0011_langkah_wajib_dua_orang")]

    operations = [
        migrations.AddField(
            model_name="usulanmutasi",
            name="keadaan_khusus",
            field=models.BooleanField(blank=True, null=True, verbose_name="ada keadaan khusus"),
        ),
        migrations.RunPython(migrations.RunPython.noop, jaga_lagi),
        migrations.AlterField(
            model_name="pertekbkn",
            name="otomatis_pada",
            field=models.DateField(blank=True, null=True, verbose_name="disetujui otomatis pada"),
        ),
        migrations.RunPython(jaga_lagi, migrations.RunPython.noop),
    ]
