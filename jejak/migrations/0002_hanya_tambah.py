"""The database refuses what the trail must never see: changes, removals, gaps, a broken chain.

Changes and removals are refused row by row. Insertions are checked row by row on SQLite and once
per statement on PostgreSQL, where a call per row would cost more than the row itself.

TRUNCATE on PostgreSQL is guarded by rights (``docs/jejak.md``), because a trigger on it would break
the flush of transactional tests.
"""

# ruff: noqa: S608 - every part of these statements stands in this file.
from django.db import migrations

AWAL = "0" * 64
PERISTIWA, ISI = "jejak_peristiwa", "jejak_isiperistiwa"
AKAR, AKSES = "jejak_akarjejak", "jejak_aksesdata"

PESAN_URUTAN = "jejak: urutan harus menyambung tanpa sela"
PESAN_RANTAI = "jejak: hash_sebelum tidak sama dengan hash entri terakhir"
PESAN_ISI_BARU = "jejak: isi harus milik satu entri yang belum berisi"
PESAN_AKSES_BARU = "jejak: hari catatan akses ini sudah ditutup"
PESAN_TETAP = "jejak: peristiwa tidak dapat diubah atau dihapus"
PESAN_AKAR = "jejak: akar yang terbit tidak dapat diubah atau dihapus"
PESAN_ISI_UBAH = "jejak: isi peristiwa tidak dapat diubah"
PESAN_ISI_HAPUS = "jejak: isi hanya dapat dihapus dengan entri jejak.dihapus"
PESAN_AKSES_UBAH = "jejak: catatan akses tidak dapat diubah"
PESAN_AKSES_HAPUS = "jejak: catatan akses hanya dapat dihapus dengan entri jejak.akses_dipangkas"

# (name, table, event, message, condition under which the row OLD is refused)
LAMA = [
    ("peristiwa_ubah", PERISTIWA, "UPDATE", PESAN_TETAP, "1 = 1"),
    ("peristiwa_hapus", PERISTIWA, "DELETE", PESAN_TETAP, "1 = 1"),
    ("akar_ubah", AKAR, "UPDATE", PESAN_AKAR, "1 = 1"),
    ("akar_hapus", AKAR, "DELETE", PESAN_AKAR, "1 = 1"),
    ("isi_ubah", ISI, "UPDATE", PESAN_ISI_UBAH, "1 = 1"),
    ("isi_hapus", ISI, "DELETE", PESAN_ISI_HAPUS,
     f"NOT EXISTS (SELECT 1 FROM {PERISTIWA} WHERE tindakan = 'jejak.dihapus'"
     " AND objek_jenis = 'jejak.peristiwa' AND objek_id = CAST(OLD.urutan AS text))"),
    ("akses_ubah", AKSES, "UPDATE", PESAN_AKSES_UBAH, "1 = 1"),
    ("akses_hapus", AKSES, "DELETE", PESAN_AKSES_HAPUS,
     f"NOT EXISTS (SELECT 1 FROM {PERISTIWA} WHERE tindakan = 'jejak.akses_dipangkas'"
     " AND objek_jenis = 'jejak.akses' AND objek_id > {hari})"),
]  # fmt: skip

# (name, table, [(message, condition under which a new row is refused)]). The row before must be
# there with the right hash; as no number is given twice, that leaves no gap. SQLite compares with
# the last number as well, before the row is in: INSERT OR REPLACE wakes no DELETE trigger.
_DITUTUP = (
    f"EXISTS (SELECT 1 FROM {PERISTIWA} WHERE tindakan = 'jejak.akses_ditutup'"
    " AND objek_jenis = 'jejak.akses' AND objek_id = {hari})"
)
_SEBELUM = f"(SELECT {{kolom}} FROM {PERISTIWA} p WHERE p.urutan = {{b}}.urutan - 1)"
BARU_SQLITE = [
    ("peristiwa_baru", PERISTIWA, [
        (PESAN_URUTAN, f"NEW.urutan <> coalesce((SELECT max(urutan) FROM {PERISTIWA}), 0) + 1"),
        (PESAN_RANTAI,
         f"NEW.hash_sebelum <> coalesce({_SEBELUM.format(kolom='hash', b='NEW')}, '{AWAL}')"),
    ]),
    ("isi_baru", ISI, [
        (PESAN_ISI_BARU,
         f"NOT EXISTS (SELECT 1 FROM {PERISTIWA} WHERE urutan = NEW.urutan)"
         f" OR EXISTS (SELECT 1 FROM {ISI} WHERE urutan = NEW.urutan)"),
    ]),
    ("akses_baru", AKSES, [(PESAN_AKSES_BARU, _DITUTUP.format(hari="NEW.hari"))]),
]  # fmt: skip
BARU_POSTGRESQL = [
    ("peristiwa_baru", PERISTIWA, [
        (PESAN_URUTAN, f"b.urutan <> 1 AND {_SEBELUM.format(kolom='urutan', b='b')} IS NULL"),
        (PESAN_RANTAI,
         f"b.hash_sebelum <> coalesce({_SEBELUM.format(kolom='hash', b='b')}, '{AWAL}')"),
    ]),
    ("isi_baru", ISI, [
        (PESAN_ISI_BARU, f"(SELECT urutan FROM {PERISTIWA} p WHERE p.urutan = b.urutan) IS NULL"),
    ]),
    ("akses_baru", AKSES, [
        (PESAN_AKSES_BARU, _DITUTUP.format(hari="to_char(b.hari, 'YYYY-MM-DD')")),
    ]),
]  # fmt: skip

NAMA = sorted(f"jejak_jaga_{nama}" for nama, *_ in [*LAMA, *BARU_SQLITE])
HARI_LAMA = {"sqlite": "OLD.hari", "postgresql": "to_char(OLD.hari, 'YYYY-MM-DD') COLLATE \"C\""}


def _sqlite(execute):
    lama = [(nama, tabel, kejadian, [(pesan, syarat.format(hari=HARI_LAMA["sqlite"]))])
            for nama, tabel, kejadian, pesan, syarat in LAMA]  # fmt: skip
    baru = [(nama, tabel, "INSERT", tolakan) for nama, tabel, tolakan in BARU_SQLITE]
    for nama, tabel, kejadian, tolakan in [*lama, *baru]:
        badan = " ".join(
            f"SELECT RAISE(ABORT, '{pesan}') WHERE {syarat};" for pesan, syarat in tolakan
        )
        execute(
            f"CREATE TRIGGER jejak_jaga_{nama} BEFORE {kejadian} ON {tabel} FOR EACH ROW "
            f"BEGIN {badan} END",
            params=None,
        )


def _postgresql(execute):
    for nama, tabel, kejadian, pesan, syarat in LAMA:
        syarat = syarat.format(hari=HARI_LAMA["postgresql"])
        kembali = "OLD" if kejadian == "DELETE" else "NEW"
        _fungsi(execute, nama, f"IF {syarat} THEN {_tolak(pesan)} END IF; RETURN {kembali};")
        _pemicu(execute, nama, tabel, f"BEFORE {kejadian}", "FOR EACH ROW")
    for nama, tabel, tolakan in BARU_POSTGRESQL:
        badan = " ".join(
            f"IF EXISTS (SELECT 1 FROM baru b WHERE {syarat}) THEN {_tolak(pesan)} END IF;"
            for pesan, syarat in tolakan
        )
        _fungsi(execute, nama, f"{badan} RETURN NULL;")
        cara = "REFERENCING NEW TABLE AS baru FOR EACH STATEMENT"
        _pemicu(execute, nama, tabel, "AFTER INSERT", cara)


def _tolak(pesan):
    return f"RAISE EXCEPTION '{pesan}' USING ERRCODE = 'integrity_constraint_violation';"


def _fungsi(execute, nama, badan):
    # Without seqscan: a plan made while the table was small must not live on when it is large.
    execute(
        f"CREATE FUNCTION jejak_jaga_{nama}() RETURNS trigger LANGUAGE plpgsql "
        f"SET enable_seqscan = off AS $$ BEGIN {badan} END $$",
        params=None,
    )


def _pemicu(execute, nama, tabel, kapan, cara):
    execute(
        f"CREATE TRIGGER jejak_jaga_{nama} {kapan} ON {tabel} {cara} "
        f"EXECUTE FUNCTION jejak_jaga_{nama}()",
        params=None,
    )
    # ALWAYS: also when a session calls itself a replica.
    execute(f"ALTER TABLE {tabel} ENABLE ALWAYS TRIGGER jejak_jaga_{nama}", params=None)


def pasang(apps, schema_editor):
    """Lay every guard."""
    lay = {"sqlite": _sqlite, "postgresql": _postgresql}[schema_editor.connection.vendor]
    lay(schema_editor.execute)


def lepas(apps, schema_editor):
    """Take every guard away again."""
    for nama, tabel, *_ in [*LAMA, *BARU_SQLITE]:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS jejak_jaga_{nama}", params=None)
        else:
            schema_editor.execute(
                f"DROP TRIGGER IF EXISTS jejak_jaga_{nama} ON {tabel}", params=None
            )
            schema_editor.execute(f"DROP FUNCTION IF EXISTS jejak_jaga_{nama}()", params=None)


class Migration(migrations.Migration):
    dependencies = [("jejak", "0001_catatan")]

    operations = [migrations.RunPython(pasang, lepas)]
