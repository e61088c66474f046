"""Matches of names, family ties, certificates; the TMT that the rules count from."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0005_penetapan_siapa_kapan"),
        ("pegawai", "0006_indeks_sebagian"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HubunganKeluarga",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("pasangan", "Suami/istri"),
                            ("orang_tua", "Orang tua"),
                            ("anak", "Anak"),
                            ("saudara", "Saudara kandung"),
                            ("ipar", "Ipar, mertua, atau menantu"),
                        ],
                        max_length=10,
                        verbose_name="hubungan",
                    ),
                ),
                ("mulai", models.DateField(verbose_name="dinyatakan pada")),
                ("selesai", models.DateField(blank=True, null=True, verbose_name="ditarik pada")),
            ],
            options={
                "verbose_name": "hubungan keluarga",
                "verbose_name_plural": "hubungan keluarga",
                "ordering": ["-mulai", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Padanan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "macam",
                    models.CharField(
                        choices=[
                            ("jabatan", "Jabatan di register"),
                            ("nama", "Nama jabatan di berkas"),
                            ("unit", "Nama unit di berkas"),
                        ],
                        max_length=8,
                        verbose_name="macam",
                    ),
                ),
                ("kunci", models.CharField(blank=True, max_length=500)),
                ("teks", models.CharField(blank=True, max_length=500, verbose_name="tertulis")),
                (
                    "abaikan",
                    models.BooleanField(default=False, verbose_name="bukan apa pun di register"),
                ),
                (
                    "skor",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="kemiripan (0-100)"
                    ),
                ),
                ("alasan", models.CharField(blank=True, max_length=255)),
                ("mulai", models.DateField(verbose_name="berlaku sejak")),
                ("selesai", models.DateField(blank=True, null=True)),
                ("diputuskan_pada", models.DateTimeField()),
            ],
            options={
                "verbose_name": "padanan",
                "verbose_name_plural": "padanan",
                "ordering": ["-diputuskan_pada", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RiwayatSertifikat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mulai", models.DateField(null=True)),
                ("selesai", models.DateField(blank=True, null=True)),
                ("sumber", models.CharField(blank=True, max_length=60)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("ukom", "Uji kompetensi"),
                            ("str", "STR"),
                            ("sip", "SIP"),
                            ("pendidik", "Sertifikat pendidik"),
                            ("lain", "Sertifikat lain"),
                        ],
                        max_length=8,
                    ),
                ),
                ("nama", models.CharField(max_length=255)),
                ("nomor", models.CharField(blank=True, max_length=150)),
                (
                    "rumpun",
                    models.CharField(blank=True, max_length=120, verbose_name="untuk rumpun JF"),
                ),
                (
                    "jenjang",
                    models.CharField(blank=True, max_length=2, verbose_name="untuk jenjang"),
                ),
            ],
            options={
                "verbose_name": "riwayat sertifikat",
                "verbose_name_plural": "riwayat sertifikat",
                "ordering": ["-mulai", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="formasi",
            name="dihitung_ke",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="alias",
                to="pegawai.formasi",
            ),
        ),
        migrations.AddField(
            model_name="jabatan",
            name="kelompok",
            field=models.BooleanField(default=False, verbose_name="kelompok JF tanpa jenjang"),
        ),
        migrations.AddField(
            model_name="jabatan",
            name="padanan",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pegawai.jabatan",
            ),
        ),
        migrations.AddField(
            model_name="penugasan",
            name="alasan_tmt_hitung",
            field=models.CharField(blank=True, db_default="", max_length=255),
        ),
        migrations.AddField(
            model_name="penugasan",
            name="tmt_hitung",
            field=models.DateField(blank=True, null=True, verbose_name="TMT yang dihitung"),
        ),
        migrations.AddConstraint(
            model_name="penugasan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tmt_hitung__isnull", True),
                    models.Q(("alasan_tmt_hitung", ""), _negated=True),
                    _connector="OR",
                ),
                name="pegawai_penugasan_tmt_hitung_beralasan",
                violation_error_message="Koreksi TMT harus beralasan.",
            ),
        ),
        migrations.AddField(
            model_name="hubungankeluarga",
            name="kerabat",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="pegawai.pegawai"
            ),
        ),
        migrations.AddField(
            model_name="hubungankeluarga",
            name="pegawai",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="pegawai.pegawai"
            ),
        ),
        migrations.AddField(
            model_name="padanan",
            name="dari",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="padanan_dari",
                to="pegawai.jabatan",
            ),
        ),
        migrations.AddField(
            model_name="padanan",
            name="diputuskan_oleh",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="padanan",
            name="ke_jabatan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="padanan_ke",
                to="pegawai.jabatan",
            ),
        ),
        migrations.AddField(
            model_name="padanan",
            name="ke_unit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="padanan",
                to="organisasi.unitkerja",
            ),
        ),
        migrations.AddField(
            model_name="riwayatsertifikat",
            name="pegawai",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="pegawai.pegawai"
            ),
        ),
        migrations.AddConstraint(
            model_name="hubungankeluarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("jenis__in", ["anak", "ipar", "orang_tua", "pasangan", "saudara"])
                ),
                name="pegawai_hubungankeluarga_jenis_dikenal",
                violation_error_message="Jenis hubungan tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="hubungankeluarga",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mulai__isnull", True),
                    ("selesai__isnull", True),
                    ("mulai__lte", models.F("selesai")),
                    _connector="OR",
                ),
                name="pegawai_hubungankeluarga_mulai_selesai_urut",
                violation_error_message="Pernyataan ditarik sebelum dibuat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="hubungankeluarga",
            constraint=models.UniqueConstraint(
                condition=models.Q(("selesai__isnull", True)),
                fields=("pegawai", "kerabat"),
                name="pegawai_hubungankeluarga_satu_terbuka",
                violation_error_message="Hubungan dengan orang ini sudah Anda nyatakan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="hubungankeluarga",
            constraint=models.CheckConstraint(
                condition=models.Q(("pegawai", models.F("kerabat")), _negated=True),
                name="pegawai_hubungankeluarga_bukan_diri",
                violation_error_message="Hubungan keluarga dinyatakan dengan orang lain.",
            ),
        ),
        migrations.AddIndex(
            model_name="padanan",
            index=models.Index(fields=["macam", "kunci"], name="pegawai_pad_macam_bbac87_idx"),
        ),
        migrations.AddConstraint(
            model_name="padanan",
            constraint=models.CheckConstraint(
                condition=models.Q(("macam__in", ["jabatan", "nama", "unit"])),
                name="pegawai_padanan_macam_dikenal",
                violation_error_message="Macam padanan tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="padanan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mulai__isnull", True),
                    ("selesai__isnull", True),
                    ("mulai__lte", models.F("selesai")),
                    _connector="OR",
                ),
                name="pegawai_padanan_mulai_selesai_urut",
                violation_error_message="Padanan berakhir sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="padanan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("selesai__isnull", True), ("macam", "jabatan")),
                fields=("dari",),
                name="pegawai_padanan_satu_terbuka",
                violation_error_message="Jabatan ini sudah mempunyai padanan; akhiri dahulu yang lama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="padanan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("macam__in", ["nama", "unit"]), ("selesai__isnull", True)),
                fields=("macam", "kunci"),
                name="pegawai_padanan_nama_terbuka",
                violation_error_message="Nama ini sudah mempunyai padanan; akhiri yang lama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="padanan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("dari__isnull", False), ("ke_jabatan__isnull", False), ("macam", "jabatan")
                    ),
                    models.Q(
                        ("dari__isnull", True),
                        ("ke_unit__isnull", True),
                        ("macam", "nama"),
                        models.Q(("ke_jabatan__isnull", False), ("abaikan", True), _connector="OR"),
                    ),
                    models.Q(
                        ("dari__isnull", True),
                        ("ke_jabatan__isnull", True),
                        ("macam", "unit"),
                        models.Q(("ke_unit__isnull", False), ("abaikan", True), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="pegawai_padanan_sasaran",
                violation_error_message="Padanan harus menyebut sasarannya.",
            ),
        ),
        migrations.AddConstraint(
            model_name="padanan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("dari__isnull", True),
                    models.Q(("dari", models.F("ke_jabatan")), _negated=True),
                    _connector="OR",
                ),
                name="pegawai_padanan_bukan_diri",
                violation_error_message="Jabatan tidak dapat dipadankan dengan dirinya sendiri.",
            ),
        ),
        migrations.AddConstraint(
            model_name="riwayatsertifikat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mulai__isnull", True),
                    ("selesai__isnull", True),
                    ("mulai__lte", models.F("selesai")),
                    _connector="OR",
                ),
                name="pegawai_riwayatsertifikat_mulai_selesai_urut",
                violation_error_message="Riwayat berakhir sebelum mulai.",
            ),
        ),
    ]
