"""What a session began with, who froze its minutes, who refused to sign; closed, it stays as it is.

The guards refuse every change of a closed session and of its agenda, votes and signatures. A later
migration that rebuilds one of these tables on SQLite must lay the guards again.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

PESAN = "mutasi: sidang yang sudah ditutup tidak dapat diubah"
SIDANG = "mutasi_sidangtpk"
# Table -> how a row of it finds its session.
ANAK = {
    "mutasi_agendasidang": "{baris}.sidang_id",
    "mutasi_kehadiransidang": "{baris}.sidang_id",
    "mutasi_suarasidang": (
        "(SELECT sidang_id FROM mutasi_agendasidang WHERE id = {baris}.agenda_id)"
    ),
}


def _penjaga():
    """(name, event, table, condition)."""
    for kejadian in ("UPDATE", "DELETE"):
        yield f"{SIDANG}_jaga_{kejadian.lower()}", kejadian, SIDANG, "OLD.status = 'ditutup'"
    for tabel, induk in ANAK.items():
        for kejadian in ("INSERT", "UPDATE", "DELETE"):
            letak = induk.format(baris="NEW" if kejadian == "INSERT" else "OLD")
            syarat = f"(SELECT status FROM {SIDANG} WHERE id = {letak}) = 'ditutup'"  # noqa: S608
            yield f"{tabel}_jaga_{kejadian.lower()}", kejadian, tabel, syarat


def pasang(apps, schema_editor):
    """Lay the guards."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    for nama, kejadian, tabel, syarat in _penjaga():
        if sqlite:
            schema_editor.execute(
                f"CREATE TRIGGER {nama} BEFORE {kejadian} ON {tabel} FOR EACH ROW WHEN ({syarat}) "
                f"BEGIN SELECT RAISE(ABORT, '{PESAN}'); END",
                params=None,
            )
            continue
        balik = "OLD" if kejadian == "DELETE" else "NEW"
        schema_editor.execute(
            f"CREATE FUNCTION {nama}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {syarat} THEN "
            f"RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'integrity_constraint_violation'; "
            f"END IF; RETURN {balik}; END $$",
            params=None,
        )
        schema_editor.execute(
            f"CREATE TRIGGER {nama} BEFORE {kejadian} ON {tabel} FOR EACH ROW "
            f"EXECUTE FUNCTION {nama}()",
            params=None,
        )
        # ALWAYS: also when a session calls itself a replica.
        schema_editor.execute(f"ALTER TABLE {tabel} ENABLE ALWAYS TRIGGER {nama}", params=None)


def lepas(apps, schema_editor):
    """Take the guards away again."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    for nama, _, tabel, _ in _penjaga():
        di = "" if sqlite else f" ON {tabel}"
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {nama}{di}", params=None)
        if not sqlite:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {nama}()", params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("mutasi", "0006_hanya_tambah"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="kehadiransidang",
            name="menolak",
            field=models.CharField(
                blank=True, max_length=500, verbose_name="alasan tidak menandatangani"
            ),
        ),
        migrations.AddField(
            model_name="sidangtpk",
            name="disusun_oleh",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sidangtpk",
            name="disusun_pada",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="sidangtpk",
            name="ketua_menentukan",
            field=models.BooleanField(
                default=False, verbose_name="suara ketua menentukan bila seimbang"
            ),
        ),
        migrations.AddField(
            model_name="sidangtpk",
            name="pecahan",
            field=models.CharField(blank=True, max_length=10, verbose_name="pecahan kuorum"),
        ),
        migrations.AddConstraint(
            model_name="kehadiransidang",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ditandatangani_pada__isnull", True),
                    models.Q(models.Q(("sidik", ""), _negated=True), ("menolak", "")),
                    _connector="OR",
                ),
                name="mutasi_kehadiransidang_bersidik",
                violation_error_message="Tanda tangan memuat sidik berita acara yang dibaca.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sidangtpk",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("disusun_oleh__isnull", True), ("disusun_pada__isnull", True)),
                    models.Q(("disusun_oleh__isnull", False), ("disusun_pada__isnull", False)),
                    _connector="OR",
                ),
                name="mutasi_sidangtpk_disusun_siapa_kapan",
                violation_error_message="Penyusunan berita acara memuat siapa dan kapan.",
            ),
        ),
        migrations.RunPython(pasang, lepas),
    ]
