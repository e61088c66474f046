"""Counting posts, retirements and terms reads the index alone; who left has an index of his own."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0005_penetapan_siapa_kapan"),
        ("pegawai", "0003_indeks_daftar"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="pegawai",
            name="pegawai_peg_tmt_pen_49b48d_idx",
        ),
        migrations.RemoveIndex(
            model_name="pegawai",
            name="pegawai_peg_tmt_jab_64c942_idx",
        ),
        migrations.AlterField(
            model_name="pegawai",
            name="formasi",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pegawai",
                to="pegawai.formasi",
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                fields=["formasi", "nama", "id", "berhenti"], name="pegawai_peg_formasi_e05429_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                fields=["tmt_pensiun", "id", "berhenti"], name="pegawai_peg_tmt_pen_9475fc_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                fields=["tmt_jabatan", "id", "berhenti"], name="pegawai_peg_tmt_jab_6bb84d_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                condition=models.Q(("berhenti__isnull", False)),
                fields=["berhenti"],
                name="pegawai_pegawai_berhenti",
            ),
        ),
    ]
