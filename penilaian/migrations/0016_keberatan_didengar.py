"""Both sides of an objection are heard; what was decided, and what was said, stays as it is.

Rulings on paper wait for a second person. The database refuses to change or remove a decided or
withdrawn objection; once only, an upheld one is given the run that carried it out. A later
migration that rebuilds the tables on SQLite must lay the guards again; a test says so.
"""

from datetime import date

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KEBERATAN, KETERANGAN = "penilaian_keberatan", "penilaian_keterangankeberatan"
PESAN = "penilaian: keberatan yang selesai dan keterangannya tidak dapat diubah atau dihapus"
TETAP = (
    "id",
    "hasil_id",
    "pegawai_id",
    "jalur",
    "nomor_surat",
    "tanggal",
    "diterima",
    "batas",
    "batas_putus",
    "alasan",
    "kriteria",
    "penilai_id",
    "pemutus_id",
    "keadaan",
    "putusan",
    "pertimbangan",
    "koreksi",
    "dicatat_pada",
    "dicatat_oleh_id",
    "diperiksa_pada",
    "diperiksa_oleh_id",
    "diputus_pada",
    "diputus_oleh_id",
)
SELESAI = "OLD.keadaan IN ('diputus', 'dicabut')"
# The one change that may still come, once: the run that carried the ruling out.
DILAKSANAKAN = (
    "OLD.keadaan = 'diputus' AND OLD.penilaian_ulang_id IS NULL "
    "AND NEW.penilaian_ulang_id IS NOT NULL"
)
PENJAGA = (
    ("penilaian_jaga_keberatan_ubah", KEBERATAN, "UPDATE"),
    ("penilaian_jaga_keberatan_hapus", KEBERATAN, "DELETE"),
    ("penilaian_jaga_keterangan_ubah", KETERANGAN, "UPDATE"),
    ("penilaian_jaga_keterangan_hapus", KETERANGAN, "DELETE"),
)
KETENTUAN = [
    (
        "keberatan_tanggapan_hari",
        7,
        "hari sejak diminta",
        date(2017, 4, 7),
        "Kebijakan instansi (bawaan)",
        "Menurut satuan hari keberatan. Sesudahnya keberatan dapat diputus tanpa keterangan "
        "pejabat penilai, dan hal itu dicatat. Perlu verifikasi Bagian Hukum.",
    )
]


def syarat(tabel, kejadian, sama):
    """When the guard refuses; everything about statements."""
    if tabel == KETERANGAN:
        return ""
    if kejadian == "DELETE":
        return f"WHEN ({SELESAI})"
    serupa = " AND ".join(f"OLD.{k} {sama} NEW.{k}" for k in TETAP)
    return f"WHEN ({SELESAI} AND NOT ({DILAKSANAKAN} AND {serupa}))"


def pasang(apps, schema_editor):
    """Lay the guards."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    if not sqlite:
        schema_editor.execute(
            "CREATE FUNCTION penilaian_jaga_keberatan() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'integrity_constraint_violation'; "
            "END $$",
            params=None,
        )
    for nama, tabel, kejadian in PENJAGA:
        bila = syarat(tabel, kejadian, "IS" if sqlite else "IS NOT DISTINCT FROM")
        laku = (
            f"BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
            if sqlite
            else "EXECUTE FUNCTION penilaian_jaga_keberatan()"
        )
        schema_editor.execute(
            f"CREATE TRIGGER {nama} BEFORE {kejadian} ON {tabel} FOR EACH ROW {bila} {laku}",
            params=None,
        )
        if not sqlite:  # ALWAYS: also when a session calls itself a replica.
            schema_editor.execute(f"ALTER TABLE {tabel} ENABLE ALWAYS TRIGGER {nama}", params=None)


def lepas(apps, schema_editor):
    """Take the guards away again."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    for nama, tabel, _ in PENJAGA:
        di = "" if sqlite else f" ON {tabel}"
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {nama}{di}", params=None)
    if not sqlite:
        schema_editor.execute("DROP FUNCTION IF EXISTS penilaian_jaga_keberatan()", params=None)


def isi(apps, schema_editor):
    baris = apps.get_model("organisasi", "NilaiKetentuan")
    baris.objects.bulk_create(
        baris(kode=k, nilai=n, satuan=s, mulai=m, dasar=d, catatan=c)
        for k, n, s, m, d, c in KETENTUAN
    )


def kosongkan(apps, schema_editor):
    baris = apps.get_model("organisasi", "NilaiKetentuan").objects
    for kode, _nilai, _satuan, mulai, *_ in KETENTUAN:
        baris.filter(kode=kode, mulai=mulai, ditetapkan_oleh=None).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("pegawai", "0012_permintaan_perbaikan"),
        ("penilaian", "0015_kriteria_terkunci"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PutusanSurat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.CharField(max_length=100, verbose_name="nomor surat putusan")),
                ("tanggal", models.DateField(verbose_name="tanggal putusan")),
                (
                    "putusan",
                    models.CharField(
                        choices=[
                            ("dikabulkan", "Dikabulkan"),
                            ("sebagian", "Dikabulkan sebagian"),
                            ("ditolak", "Ditolak"),
                        ],
                        max_length=10,
                    ),
                ),
                ("pertimbangan", models.TextField(max_length=4000, verbose_name="pertimbangan")),
                ("koreksi", models.JSONField(blank=True, default=list)),
                ("dicatat_pada", models.DateTimeField()),
                ("disahkan_pada", models.DateTimeField(blank=True, null=True)),
                ("ditolak_pada", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "putusan keberatan lewat surat",
                "verbose_name_plural": "putusan keberatan lewat surat",
                "ordering": ["-pk"],
            },
        ),
        migrations.AddField(
            model_name="keberatan",
            name="diperiksa_oleh",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="keberatan",
            name="diperiksa_pada",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="keberatan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("diperiksa_oleh__isnull", True), ("diperiksa_pada__isnull", True)),
                    models.Q(("diperiksa_oleh__isnull", False), ("diperiksa_pada__isnull", False)),
                    _connector="OR",
                ),
                name="penilaian_keberatan_diperiksa_siapa_kapan",
                violation_error_message="Pemeriksaan harus memuat siapa dan kapan.",
            ),
        ),
        migrations.AddField(
            model_name="putusansurat",
            name="bukti",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="penilaian.bukti"
            ),
        ),
        migrations.AddField(
            model_name="putusansurat",
            name="dicatat_oleh",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="putusansurat",
            name="disahkan_oleh",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="putusansurat",
            name="ditolak_oleh",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="putusansurat",
            name="keberatan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="putusan_surat",
                to="penilaian.keberatan",
            ),
        ),
        migrations.AddConstraint(
            model_name="putusansurat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ditolak_pada__isnull", True)),
                fields=("keberatan",),
                name="penilaian_putusansurat_satu",
                violation_error_message="Putusan lewat surat untuk keberatan ini sudah dicatat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="putusansurat",
            constraint=models.CheckConstraint(
                condition=models.Q(("putusan__in", ["dikabulkan", "ditolak", "sebagian"])),
                name="penilaian_putusansurat_putusan_dikenal",
                violation_error_message="Putusan keberatan tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="putusansurat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("disahkan_oleh__isnull", True), ("disahkan_pada__isnull", True)),
                    models.Q(("disahkan_oleh__isnull", False), ("disahkan_pada__isnull", False)),
                    _connector="OR",
                ),
                name="penilaian_putusansurat_disahkan_siapa_kapan",
                violation_error_message="Pengesahan harus memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="putusansurat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ditolak_oleh__isnull", True), ("ditolak_pada__isnull", True)),
                    models.Q(("ditolak_oleh__isnull", False), ("ditolak_pada__isnull", False)),
                    _connector="OR",
                ),
                name="penilaian_putusansurat_ditolak_siapa_kapan",
                violation_error_message="Penolakan catatan harus memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="putusansurat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("disahkan_pada__isnull", True), ("ditolak_pada__isnull", True), _connector="OR"
                ),
                name="penilaian_putusansurat_satu_jalan",
                violation_error_message="Catatan putusan disahkan atau ditolak, tidak keduanya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="putusansurat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("disahkan_oleh__isnull", True),
                    models.Q(("disahkan_oleh", models.F("dicatat_oleh")), _negated=True),
                    _connector="OR",
                ),
                name="penilaian_putusansurat_dua_orang",
                violation_error_message="Pengesah putusan harus orang lain dari pencatatnya.",
            ),
        ),
        migrations.RunPython(isi, kosongkan),
        migrations.RunPython(pasang, lepas),
    ]
