"""The database guards what was said, seen and signed.

Frozen looks, answers, dialogues and outside requests are only added; stays and decisions are never
removed; a decree that was set keeps its number, day, content and files. A later migration that
rebuilds one of these tables on SQLite must lay the guards again; a test says so.
"""

from django.db import migrations

HANYA_TAMBAH = {
    "mutasi_bekuanusulan": "bekuan usulan",
    "mutasi_kesediaan": "jawaban kesediaan",
    "mutasi_dialogkesediaan": "dialog kesediaan",
    "mutasi_titipan": "catatan titipan",
}
TAK_TERHAPUS = {
    "mutasi_persetujuan": "persetujuan",
    "mutasi_singgah": "persinggahan usulan",
    "mutasi_penyampaianusulan": "penyampaian usulan",
    "mutasi_pertekbkn": "pertek",
    "mutasi_bariskeputusan": "baris keputusan",
}
TETAP = ("isi", "sidik", "nomor", "tanggal", "tmt", "tentang", "pdf_sha256", "kode", "jenis")
SYARAT = (
    "OLD.status NOT IN ('draf', 'batal') AND (NEW.status IN ('draf', 'batal') OR "
    + " OR ".join(f"NEW.{k} <> OLD.{k}" for k in TETAP)
    + " OR (OLD.bertanda_sha256 <> '' AND NEW.bertanda_sha256 <> OLD.bertanda_sha256))"
)
KEPUTUSAN = "mutasi_keputusan"


def _penjaga():
    """(name, event, table, condition, message)."""
    for tabel, apa in HANYA_TAMBAH.items():
        pesan = f"mutasi: {apa} tidak dapat diubah atau dihapus"
        for kejadian in ("UPDATE", "DELETE"):
            yield f"{tabel}_jaga_{kejadian.lower()}", kejadian, tabel, "", pesan
    for tabel, apa in TAK_TERHAPUS.items():
        yield f"{tabel}_jaga_delete", "DELETE", tabel, "", f"mutasi: {apa} tidak dapat dihapus"
    pesan = "mutasi: keputusan yang sudah ditetapkan tidak dapat diubah"
    yield f"{KEPUTUSAN}_jaga_update", "UPDATE", KEPUTUSAN, SYARAT, pesan
    pesan = "mutasi: keputusan yang sudah ditetapkan tidak dapat dihapus"
    yield (
        f"{KEPUTUSAN}_jaga_delete", "DELETE", KEPUTUSAN, "OLD.status NOT IN ('draf', 'batal')",
        pesan,
    )  # fmt: skip


def pasang(apps, schema_editor):
    """Lay the guards."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    for nama, kejadian, tabel, syarat, pesan in _penjaga():
        bila = f" WHEN ({syarat})" if syarat else ""
        if sqlite:
            schema_editor.execute(
                f"CREATE TRIGGER {nama} BEFORE {kejadian} ON {tabel} FOR EACH ROW{bila} "
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
            f"CREATE TRIGGER {nama} BEFORE {kejadian} ON {tabel} FOR EACH ROW{bila} "
            f"EXECUTE FUNCTION {nama}()",
            params=None,
        )
        # ALWAYS: also when a session calls itself a replica.
        schema_editor.execute(f"ALTER TABLE {tabel} ENABLE ALWAYS TRIGGER {nama}", params=None)


def lepas(apps, schema_editor):
    """Take the guards away again."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    for nama, _, tabel, _, _ in _penjaga():
        di = "" if sqlite else f" ON {tabel}"
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {nama}{di}", params=None)
        if not sqlite:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {nama}()", params=None)


class Migration(migrations.Migration):
    dependencies = [("mutasi", "0005_langkah_wajib")]

    operations = [migrations.RunPython(pasang, lepas)]
