"""A published set of criteria never changes: the database itself refuses, whoever asks.

Publishing is the one UPDATE that passes, and only with weights that sum to 100. A later migration
that rebuilds a table on SQLite must lay the guards again; a test says so.
"""

from django.db import migrations

SET, BARIS = "penilaian_setkriteria", "penilaian_kriteria"
PESAN = "penilaian: kriteria yang sudah terbit tidak dapat diubah atau dihapus"
PESAN_SISIP = "penilaian: kriteria terbit dari draf yang diperiksa, tidak disisipkan"
PESAN_BOBOT = "penilaian: kriteria terbit bila jumlah bobotnya tepat 100"
NAMA = [f"penilaian_jaga_{t}_{k}" for t in ("baris", "set") for k in ("hapus", "sisip", "ubah")]

# REPLACE on SQLite removes the row in its way without waking a DELETE trigger, so whoever comes
# with the key of a published row is refused before.
_MENIMPA_SET = """EXISTS (SELECT 1 FROM penilaian_setkriteria s WHERE s.keadaan = 'terbit' AND (s.id = NEW.id
    OR (s.kode = NEW.kode AND (s.versi = NEW.versi OR s.berlaku_mulai = NEW.berlaku_mulai))))"""
_MENIMPA_BARIS = """EXISTS (SELECT 1 FROM penilaian_kriteria k
    JOIN penilaian_setkriteria s ON s.id = k.perangkat_id WHERE k.id = NEW.id AND s.keadaan = 'terbit')"""
_INDUK = "EXISTS (SELECT 1 FROM penilaian_setkriteria WHERE keadaan = 'terbit' AND id IN (%s))"
_BOBOT = """(SELECT COALESCE(ROUND(SUM(bobot) * 100), 0) FROM penilaian_kriteria
    WHERE perangkat_id = NEW.id)"""
_SQLITE = {
    "set_ubah": (SET, "UPDATE", ((f"OLD.keadaan = 'terbit' OR {_MENIMPA_SET}", PESAN),
                                 (f"NEW.keadaan = 'terbit' AND {_BOBOT} <> 10000", PESAN_BOBOT))),
    "set_hapus": (SET, "DELETE", (("OLD.keadaan = 'terbit'", PESAN),)),
    "set_sisip": (SET, "INSERT", ((_MENIMPA_SET, PESAN), ("NEW.keadaan = 'terbit'", PESAN_SISIP))),
    "baris_ubah": (BARIS, "UPDATE", (
        (f"{_INDUK % 'OLD.perangkat_id, NEW.perangkat_id'} OR {_MENIMPA_BARIS}", PESAN),
    )),
    "baris_hapus": (BARIS, "DELETE", ((_INDUK % "OLD.perangkat_id", PESAN),)),
    "baris_sisip": (BARIS, "INSERT", (
        (f"{_INDUK % 'NEW.perangkat_id'} OR {_MENIMPA_BARIS}", PESAN),
    )),
}  # fmt: skip

_TOLAK = "RAISE EXCEPTION '%s' USING ERRCODE = 'integrity_constraint_violation'"
_JAGA_SET = f"""CREATE FUNCTION penilaian_jaga_set() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.keadaan = 'terbit' THEN {_TOLAK % PESAN_SISIP}; END IF;
        RETURN NEW;
    END IF;
    IF OLD.keadaan = 'terbit' THEN {_TOLAK % PESAN}; END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF NEW.keadaan = 'terbit' AND {_BOBOT} <> 10000 THEN {_TOLAK % PESAN_BOBOT}; END IF;
    RETURN NEW;
END $$"""
# FOR SHARE: whoever publishes at this moment is waited for, then his version counts.
_JAGA_BARIS = """CREATE FUNCTION penilaian_jaga_baris() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE induk bigint[] := ARRAY[]::bigint[]; keadaan_induk text;
BEGIN
    IF TG_OP <> 'INSERT' THEN induk := induk || OLD.perangkat_id; END IF;
    IF TG_OP <> 'DELETE' THEN induk := induk || NEW.perangkat_id; END IF;
    FOR keadaan_induk IN SELECT keadaan FROM penilaian_setkriteria WHERE id = ANY(induk) FOR SHARE LOOP
        IF keadaan_induk = 'terbit' THEN TOLAK; END IF;
    END LOOP;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$""".replace("TOLAK", _TOLAK % PESAN)


def pasang(apps, schema_editor):
    """Lay the guards of both tables."""
    if schema_editor.connection.vendor == "sqlite":
        for nama, (tabel, kejadian, larangan) in _SQLITE.items():
            isi = " ".join(f"SELECT RAISE(ABORT, '{p}') WHERE {bila};" for bila, p in larangan)
            schema_editor.execute(
                f"CREATE TRIGGER penilaian_jaga_{nama} BEFORE {kejadian} ON {tabel} "
                f"FOR EACH ROW BEGIN {isi} END",
                params=None,
            )
        return
    schema_editor.execute(_JAGA_SET, params=None)
    schema_editor.execute(_JAGA_BARIS, params=None)
    for nama, (tabel, kejadian, _) in _SQLITE.items():
        schema_editor.execute(
            f"CREATE TRIGGER penilaian_jaga_{nama} BEFORE {kejadian} ON {tabel} FOR EACH ROW "
            f"EXECUTE FUNCTION penilaian_jaga_{nama.split('_')[0]}()",
            params=None,
        )
        # ALWAYS: also when a session calls itself a replica.
        schema_editor.execute(
            f"ALTER TABLE {tabel} ENABLE ALWAYS TRIGGER penilaian_jaga_{nama}", params=None
        )


def lepas(apps, schema_editor):
    """Take the guards away again."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    for nama, (tabel, *_) in _SQLITE.items():
        di = "" if sqlite else f" ON {tabel}"
        schema_editor.execute(f"DROP TRIGGER IF EXISTS penilaian_jaga_{nama}{di}", params=None)
    if not sqlite:
        for nama in ("set", "baris"):
            schema_editor.execute(f"DROP FUNCTION IF EXISTS penilaian_jaga_{nama}()", params=None)


class Migration(migrations.Migration):
    dependencies = [("penilaian", "0014_ketentuan_tim")]

    operations = [migrations.RunPython(pasang, lepas)]
