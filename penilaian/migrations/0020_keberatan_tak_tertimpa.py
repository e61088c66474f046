"""A finished objection, and what was said in it, is not overwritten by REPLACE either.

REPLACE on SQLite removes the row in its way without waking a DELETE trigger, so whoever comes with
its key, or with an objection to the same result, is refused before. PostgreSQL knows no REPLACE.
"""

from django.db import migrations

PESAN = "penilaian: keberatan yang selesai dan keterangannya tidak dapat diubah atau dihapus"
PENJAGA = {
    "penilaian_jaga_keberatan_timpa": (
        "penilaian_keberatan",
        "k.keadaan IN ('diputus', 'dicabut') AND (k.id = NEW.id OR (k.keadaan <> 'dicabut' "
        "AND NEW.keadaan <> 'dicabut' AND k.hasil_id = NEW.hasil_id))",
    ),
    "penilaian_jaga_keterangan_timpa": ("penilaian_keterangankeberatan", "k.id = NEW.id"),
}


def pasang(apps, schema_editor):
    """Lay the guards."""
    if schema_editor.connection.vendor != "sqlite":
        return
    for nama, (tabel, sama) in PENJAGA.items():
        bila = f"EXISTS (SELECT 1 FROM {tabel} k WHERE {sama})"  # noqa: S608 - our own words
        schema_editor.execute(
            f"CREATE TRIGGER {nama} BEFORE INSERT ON {tabel} FOR EACH ROW WHEN {bila} "
            f"BEGIN SELECT RAISE(ABORT, '{PESAN}'); END",
            params=None,
        )


def lepas(apps, schema_editor):
    """Take them away again."""
    if schema_editor.connection.vendor == "sqlite":
        for nama in PENJAGA:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {nama}", params=None)


class Migration(migrations.Migration):
    dependencies = [("penilaian", "0019_ketentuan_tindak_lanjut")]

    operations = [migrations.RunPython(pasang, lepas, elidable=False)]
