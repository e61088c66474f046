"""A letter that was made stays as it is: never removed, no word of it changed.

Only its PDF may come later, once (minutes are printed after their session is closed). A later
migration that rebuilds the table on SQLite must lay the guards again.
"""

from django.db import migrations

SURAT = "mutasi_surat"
TETAP = (
    "id", "jenis", "berkas_id", "usulan_id", "sidang_id", "nomor", "tanggal", "isi", "sidik",
    "kode", "dibuat_pada", "dibuat_oleh_id",
)  # fmt: skip
SEKALI = ("pdf", "pdf_sha256")
UBAH = "mutasi: surat yang sudah dibuat tidak dapat diubah"
HAPUS = "mutasi: surat yang sudah dibuat tidak dapat dihapus"


def _penjaga(sqlite):
    """(name, event, condition, message)."""
    beda = "IS NOT" if sqlite else "IS DISTINCT FROM"
    isi = " OR ".join(f"NEW.{k} {beda} OLD.{k}" for k in TETAP)
    pdf = " OR ".join(f"NEW.{k} {beda} OLD.{k}" for k in SEKALI)
    syarat = f"{isi} OR (OLD.pdf_sha256 <> '' AND ({pdf}))"
    return [
        (f"{SURAT}_jaga_update", "UPDATE", f" WHEN ({syarat})", UBAH),
        (f"{SURAT}_jaga_delete", "DELETE", "", HAPUS),
    ]


def pasang(apps, schema_editor):
    """Lay the guards."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    for nama, kejadian, bila, pesan in _penjaga(sqlite):
        if sqlite:
            schema_editor.execute(
                f"CREATE TRIGGER {nama} BEFORE {kejadian} ON {SURAT} FOR EACH ROW{bila} "
                f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END",
                params=None,
            )
            continue
        schema_editor.execute(
            f"CREATE FUNCTION {nama}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION '{pesan}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
            params=None,
        )
        schema_editor.execute(
            f"CREATE TRIGGER {nama} BEFORE {kejadian} ON {SURAT} FOR EACH ROW{bila} "
            f"EXECUTE FUNCTION {nama}()",
            params=None,
        )
        # ALWAYS: also when a session calls itself a replica.
        schema_editor.execute(f"ALTER TABLE {SURAT} ENABLE ALWAYS TRIGGER {nama}", params=None)


def lepas(apps, schema_editor):
    """Take the guards away again."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    for nama, *_ in _penjaga(sqlite):
        di = "" if sqlite else f" ON {SURAT}"
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {nama}{di}", params=None)
        if not sqlite:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {nama}()", params=None)


class Migration(migrations.Migration):
    dependencies = [("mutasi", "0012_keadaan_khusus_pertek_diam")]

    operations = [migrations.RunPython(pasang, lepas)]
