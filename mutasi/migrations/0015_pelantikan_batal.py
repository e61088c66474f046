"""An inauguration that does not take place is called off, with who, when and why."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mutasi", "0014_satu_usulan_yang_terbuka"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="pelantikan",
            name="alasan_batal",
            field=models.CharField(blank=True, max_length=500, verbose_name="alasan pembatalan"),
        ),
        migrations.AddField(
            model_name="pelantikan",
            name="dibatalkan_oleh",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pelantikan",
            name="dibatalkan_pada",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="pelantikan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dibatalkan_oleh__isnull", True), ("dibatalkan_pada__isnull", True)),
                    models.Q(
                        ("dibatalkan_oleh__isnull", False), ("dibatalkan_pada__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="mutasi_pelantikan_dibatalkan_siapa_kapan",
                violation_error_message="Pembatalan memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pelantikan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("alasan_batal", ""), ("dibatalkan_pada__isnull", True)),
                    models.Q(
                        ("dibatalkan_pada__isnull", False),
                        ("dilaksanakan_pada__isnull", True),
                        models.Q(("alasan_batal", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="mutasi_pelantikan_batal_beralasan",
                violation_error_message="Pelantikan yang dibatalkan memuat alasan dan belum dilaksanakan.",
            ),
        ),
    ]
