"""A row of gates counts when a second person confirmed it; nobody records himself as signer."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mutasi", "0010_semester_guru"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="aturanalur",
            name="mutasi_aturanalur_mulai",
        ),
        migrations.AddField(
            model_name="aturanalur",
            name="alasan_tolak",
            field=models.CharField(blank=True, max_length=500, verbose_name="alasan menolak"),
        ),
        migrations.AddField(
            model_name="aturanalur",
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
            model_name="aturanalur",
            name="disahkan_pada",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="aturanalur",
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
            model_name="aturanalur",
            name="ditolak_pada",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="aturanalur",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ditolak_pada__isnull", True)),
                fields=("jenis", "jenjang", "mulai"),
                name="mutasi_aturanalur_mulai",
                violation_error_message="Langkah wajib ini sudah ditetapkan mulai hari itu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aturanalur",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("disahkan_oleh__isnull", True), ("disahkan_pada__isnull", True)),
                    models.Q(("disahkan_oleh__isnull", False), ("disahkan_pada__isnull", False)),
                    _connector="OR",
                ),
                name="mutasi_aturanalur_disahkan_siapa_kapan",
                violation_error_message="Pengesahan memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aturanalur",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ditolak_oleh__isnull", True), ("ditolak_pada__isnull", True)),
                    models.Q(("ditolak_oleh__isnull", False), ("ditolak_pada__isnull", False)),
                    _connector="OR",
                ),
                name="mutasi_aturanalur_ditolak_siapa_kapan",
                violation_error_message="Penolakan memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aturanalur",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("disahkan_pada__isnull", True),
                    ("ditolak_pada__isnull", True),
                    ("diusulkan_pada__isnull", False),
                ),
                fields=("jenis", "jenjang"),
                name="mutasi_aturanalur_satu_menunggu",
                violation_error_message="Masih ada usulan langkah wajib yang menunggu pengesahan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aturanalur",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("disahkan_oleh__isnull", True),
                    models.Q(
                        ("diusulkan_oleh__isnull", False),
                        models.Q(("disahkan_oleh", models.F("diusulkan_oleh")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="mutasi_aturanalur_orang_lain",
                violation_error_message="Langkah wajib disahkan orang lain daripada pengusulnya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aturanalur",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("disahkan_pada__isnull", True), ("ditolak_pada__isnull", True), _connector="OR"
                ),
                name="mutasi_aturanalur_satu_putusan",
                violation_error_message="Usulan langkah wajib disahkan atau ditolak, tidak dua.",
            ),
        ),
        migrations.AddConstraint(
            model_name="penandatangan",
            constraint=models.CheckConstraint(
                condition=models.Q(("pengguna", models.F("dicatat_oleh")), _negated=True),
                name="mutasi_penandatangan_bukan_diri",
                violation_error_message="Penanda tangan dicatat oleh orang lain.",
            ),
        ),
    ]
