"""The database refuses to change or remove a step of a draft; adding is all there is.

A later migration that rebuilds the table on SQLite must lay the guards again; a test says so.
"""

from django.db import migrations

TABEL = "mutasi_langkahrancangan"
PESAN = "mutasi: langkah rancangan tidak dapat diubah atau dihapus"
PENJAGA = {"mutasi_jaga_langkah_ubah": "UPDATE", "mutasi_jaga_langkah_hapus": "DELETE"}


def pasang(apps, schema_editor):
    """Lay both guards."""
    if schema_editor.connection.vendor == "sqlite":
        for nama, kejadian in PENJAGA.items():
            schema_editor.execute(
                f"CREATE TRIGGER {nama} BEFORE {kejadian} ON {TABEL} FOR EACH ROW "
                f"BEGIN SELECT RAISE(ABORT, '{PESAN}'); END",
                params=None,
            )
        return
    schema_editor.execute(
        "CREATE FUNCTION mutasi_jaga_langkah() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        params=None,
    )
    for nama, kejadian in PENJAGA.items():
        schema_editor.execute(
            f"CREATE TRIGGER {nama} BEFORE {kejadian} ON {TABEL} FOR EACH ROW "
            "EXECUTE FUNCTION mutasi_jaga_langkah()",
            params=None,
        )
        # ALWAYS: also when a session calls itself a replica.
        schema_editor.execute(f"ALTER TABLE {TABEL} ENABLE ALWAYS TRIGGER {nama}", params=None)


def lepas(apps, schema_editor):
    """Take both guards away again."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    for nama in PENJAGA:
        di = "" if sqlite else f" ON {TABEL}"
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {nama}{di}", params=None)
    if not sqlite:
        schema_editor.execute("DROP FUNCTION IF EXISTS mutasi_jaga_langkah()", params=None)


class Migration(migrations.Migration):
    dependencies = [("mutasi", "0001_rancangan_permintaan_kritis")]

    operations = [migrations.RunPython(pasang, lepas)]
