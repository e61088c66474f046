"""Indexes in the order of the list of people, so that it costs the same at 2,000 and 200,000."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0002_ketentuan_dan_akun_sistem"),
        ("pegawai", "0002_acuan"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="pegawai",
            name="pegawai_peg_status_b959c8_idx",
        ),
        migrations.RemoveIndex(
            model_name="pegawai",
            name="pegawai_peg_unit_id_9dcd0d_idx",
        ),
        migrations.AlterField(
            model_name="pegawai",
            name="golongan",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pegawai.golongan",
            ),
        ),
        migrations.AlterField(
            model_name="pegawai",
            name="jabatan",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pegawai",
                to="pegawai.jabatan",
            ),
        ),
        migrations.AlterField(
            model_name="pegawai",
            name="kedudukan",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="pegawai.kedudukanhukum",
            ),
        ),
        migrations.AlterField(
            model_name="pegawai",
            name="tingkat_pendidikan",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pegawai.tingkatpendidikan",
            ),
        ),
        migrations.AlterField(
            model_name="pegawai",
            name="unit",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pegawai",
                to="organisasi.unitkerja",
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                fields=["status", "nama", "id", "berhenti"], name="pegawai_peg_status_3fc306_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                fields=["unit", "nama", "id", "berhenti"], name="pegawai_peg_unit_id_d1ecdb_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                fields=["jabatan", "nama", "id", "berhenti"], name="pegawai_peg_jabatan_1e587f_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                fields=["golongan", "nama", "id", "berhenti"], name="pegawai_peg_golonga_a88ca5_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                fields=["kedudukan", "nama", "id", "berhenti"],
                name="pegawai_peg_keduduk_1b114c_idx",
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                fields=["tingkat_pendidikan", "nama", "id", "berhenti"],
                name="pegawai_peg_tingkat_55d050_idx",
            ),
        ),
    ]
