from django.db import migrations, models

import jejak.models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AkarJejak",
            fields=[
                ("urutan", jejak.models.NomorUrut(primary_key=True, serialize=False)),
                ("hash", models.CharField(max_length=64)),
                ("akar", models.CharField(max_length=64)),
                ("puncak", models.TextField()),
                ("waktu", models.DateTimeField()),
            ],
            options={
                "verbose_name": "akar jejak",
                "verbose_name_plural": "akar jejak",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="IsiPeristiwa",
            fields=[
                ("urutan", jejak.models.NomorUrut(primary_key=True, serialize=False)),
                ("garam", models.CharField(max_length=32)),
                ("isi", models.TextField()),
            ],
            options={
                "verbose_name": "isi peristiwa",
                "verbose_name_plural": "isi peristiwa",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="AksesData",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("waktu", models.DateTimeField()),
                ("hari", models.DateField()),
                ("pelaku_id", models.CharField(max_length=64)),
                ("pelaku_nama", models.TextField()),
                ("pelaku_unit", models.TextField()),
                ("pelaku_peran", models.TextField()),
                (
                    "sasaran",
                    models.CharField(
                        choices=[
                            ("pegawai", "data seorang pegawai"),
                            ("daftar", "daftar pegawai"),
                            ("ekspor", "ekspor"),
                        ],
                        max_length=10,
                    ),
                ),
                ("pegawai_id", models.CharField(max_length=64)),
                ("jumlah", models.PositiveIntegerField()),
                ("saringan", models.TextField()),
                ("apa", models.TextField()),
                ("alasan", models.TextField()),
                ("permintaan", models.CharField(max_length=64)),
                ("rahasia_sampai", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "akses data",
                "verbose_name_plural": "akses data",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["pegawai_id", "-id"], name="jejak_akses_pegawai"),
                    models.Index(fields=["pelaku_id", "-id"], name="jejak_akses_pelaku"),
                    models.Index(fields=["hari", "id"], name="jejak_akses_hari"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sasaran__in", ["daftar", "ekspor", "pegawai"])),
                        name="jejak_aksesdata_sasaran_dikenal",
                        violation_error_message="Sasaran akses tidak dikenal.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("sasaran", "pegawai")),
                                models.Q(("pegawai_id", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("sasaran", "pegawai"), _negated=True), ("pegawai_id", "")
                            ),
                            _connector="OR",
                        ),
                        name="jejak_aksesdata_pegawai_disebut",
                        violation_error_message="Akses data pegawai harus menyebut satu pegawai.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KepalaJejak",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False),
                ),
                ("urutan", models.BigIntegerField(default=0)),
                (
                    "hash",
                    models.CharField(
                        default="0000000000000000000000000000000000000000000000000000000000000000",
                        max_length=64,
                    ),
                ),
            ],
            options={
                "verbose_name": "kepala jejak",
                "verbose_name_plural": "kepala jejak",
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)),
                        name="jejak_kepalajejak_hanya_satu",
                        violation_error_message="Kepala jejak hanya satu.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Peristiwa",
            fields=[
                ("urutan", jejak.models.NomorUrut(primary_key=True, serialize=False)),
                ("versi", models.PositiveSmallIntegerField()),
                ("waktu", models.DateTimeField()),
                ("pelaku_id", models.CharField(max_length=64)),
                ("pelaku_peran", models.TextField()),
                ("tindakan", models.CharField(max_length=100)),
                ("objek_jenis", models.CharField(max_length=100)),
                ("objek_id", models.CharField(max_length=64)),
                ("permintaan", models.CharField(max_length=64)),
                ("hash_isi", models.CharField(max_length=64)),
                ("hash_sebelum", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "peristiwa",
                "verbose_name_plural": "peristiwa",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["objek_jenis", "objek_id", "-urutan"], name="jejak_objek"),
                    models.Index(fields=["pelaku_id", "-urutan"], name="jejak_pelaku"),
                    models.Index(fields=["tindakan", "-urutan"], name="jejak_tindakan"),
                    models.Index(fields=["waktu"], name="jejak_waktu"),
                ],
            },
        ),
    ]
