"""Drafts by hand, requests of units, critical posts with their reserve."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pegawai", "0007_padanan_dan_keluarga"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="JabatanKritis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("alasan", models.CharField(max_length=500)),
                ("mulai", models.DateField(verbose_name="kritis sejak")),
                ("selesai", models.DateField(blank=True, null=True)),
                ("ditetapkan_pada", models.DateTimeField()),
                (
                    "ditetapkan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "formasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kritis",
                        to="pegawai.formasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "jabatan kritis",
                "verbose_name_plural": "jabatan kritis",
                "ordering": ["formasi__unit__kiri", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Cadangan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField()),
                ("catatan", models.CharField(blank=True, max_length=500)),
                ("mulai", models.DateField()),
                ("selesai", models.DateField(blank=True, null=True)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pegawai.pegawai",
                    ),
                ),
                (
                    "kritis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cadangan",
                        to="mutasi.jabatankritis",
                    ),
                ),
            ],
            options={
                "verbose_name": "cadangan",
                "verbose_name_plural": "cadangan",
                "ordering": ["urutan", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PermintaanPegawai",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "jumlah",
                    models.PositiveSmallIntegerField(default=1, verbose_name="jumlah orang"),
                ),
                ("alasan", models.TextField(verbose_name="alasan")),
                (
                    "dibutuhkan",
                    models.DateField(blank=True, null=True, verbose_name="dibutuhkan sejak"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diajukan", "Diajukan"),
                            ("diterima", "Diterima, sedang dicarikan"),
                            ("dipenuhi", "Dipenuhi"),
                            ("ditolak", "Ditolak"),
                            ("ditarik", "Ditarik"),
                        ],
                        default="diajukan",
                        max_length=10,
                    ),
                ),
                ("diajukan_pada", models.DateTimeField()),
                ("tanggapan", models.TextField(blank=True, verbose_name="tanggapan")),
                ("ditanggapi_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "diajukan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ditanggapi_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "formasi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="permintaan",
                        to="pegawai.formasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "permintaan pegawai",
                "verbose_name_plural": "permintaan pegawai",
                "ordering": ["-diajukan_pada", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="BarisRancangan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urutan", models.PositiveIntegerField()),
                ("catatan", models.CharField(blank=True, max_length=500, verbose_name="catatan")),
                (
                    "dasar",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="dasar dispensasi/demosi"
                    ),
                ),
                ("versi", models.PositiveIntegerField(default=1)),
                ("dihapus", models.BooleanField(default=False)),
                ("diubah_pada", models.DateTimeField()),
                (
                    "dari",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pegawai.formasi",
                    ),
                ),
                (
                    "diubah_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ke",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pegawai.formasi",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pegawai.pegawai",
                    ),
                ),
                (
                    "permintaan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="mutasi.permintaanpegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "baris rancangan",
                "verbose_name_plural": "baris rancangan",
                "ordering": ["urutan", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Rancangan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                ("keterangan", models.TextField(blank=True, verbose_name="keterangan")),
                ("tmt", models.DateField(verbose_name="rencana TMT")),
                ("versi", models.PositiveIntegerField(default=0)),
                ("dibuat_pada", models.DateTimeField()),
                ("ditutup_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ditutup_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "rancangan",
                "verbose_name_plural": "rancangan",
                "ordering": ["-dibuat_pada", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="LangkahRancangan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.PositiveIntegerField()),
                (
                    "macam",
                    models.CharField(
                        choices=[
                            ("buat", "membuat rancangan"),
                            ("ubah_judul", "mengubah nama atau TMT"),
                            ("tambah", "menambah baris"),
                            ("ubah", "mengubah baris"),
                            ("hapus", "menghapus baris"),
                            ("urut", "memindahkan urutan baris"),
                            ("alasan", "menulis alasan peringatan"),
                            ("batal", "membatalkan langkah"),
                            ("undang", "menyebut orang di rancangan"),
                            ("cabut", "mencabut orang dari rancangan"),
                            ("cetak", "mencetak rancangan"),
                            ("tutup", "menutup rancangan"),
                        ],
                        max_length=12,
                    ),
                ),
                ("sebelum", models.JSONField(default=dict)),
                ("sesudah", models.JSONField(default=dict)),
                ("garam", models.CharField(max_length=32)),
                ("sidik", models.CharField(max_length=64)),
                ("pada", models.DateTimeField()),
                (
                    "baris",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="langkah",
                        to="mutasi.barisrancangan",
                    ),
                ),
                (
                    "membatalkan",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dibatalkan_oleh",
                        to="mutasi.langkahrancangan",
                    ),
                ),
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rancangan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="langkah",
                        to="mutasi.rancangan",
                    ),
                ),
            ],
            options={
                "verbose_name": "langkah rancangan",
                "verbose_name_plural": "langkah rancangan",
                "ordering": ["-nomor"],
            },
        ),
        migrations.AddField(
            model_name="barisrancangan",
            name="rancangan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="baris",
                to="mutasi.rancangan",
            ),
        ),
        migrations.CreateModel(
            name="AnggotaRancangan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ubah", models.BooleanField(default=False, verbose_name="boleh mengubah")),
                ("diundang_pada", models.DateTimeField()),
                ("dicabut_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "dicabut_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diundang_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rancangan_saya",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rancangan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="anggota",
                        to="mutasi.rancangan",
                    ),
                ),
            ],
            options={
                "verbose_name": "anggota rancangan",
                "verbose_name_plural": "anggota rancangan",
                "ordering": ["diundang_pada", "pk"],
            },
        ),
        migrations.CreateModel(
            name="AlasanPeringatan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=4, verbose_name="peringatan")),
                ("alasan", models.TextField(verbose_name="alasan")),
                ("ditulis_pada", models.DateTimeField()),
                (
                    "ditulis_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ke",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pegawai.formasi",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pegawai.pegawai",
                    ),
                ),
                (
                    "baris",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="alasan",
                        to="mutasi.barisrancangan",
                    ),
                ),
            ],
            options={
                "verbose_name": "alasan peringatan",
                "verbose_name_plural": "alasan peringatan",
                "ordering": ["-ditulis_pada", "-pk"],
                "indexes": [
                    models.Index(fields=["baris", "kode"], name="mutasi_alas_baris_i_ca971b_idx")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="jabatankritis",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mulai__isnull", True),
                    ("selesai__isnull", True),
                    ("mulai__lte", models.F("selesai")),
                    _connector="OR",
                ),
                name="mutasi_jabatankritis_mulai_selesai_urut",
                violation_error_message="Tanda kritis berakhir sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="jabatankritis",
            constraint=models.UniqueConstraint(
                condition=models.Q(("selesai__isnull", True)),
                fields=("formasi",),
                name="mutasi_jabatankritis_satu_terbuka",
                violation_error_message="Jabatan ini sudah ditandai kritis.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cadangan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mulai__isnull", True),
                    ("selesai__isnull", True),
                    ("mulai__lte", models.F("selesai")),
                    _connector="OR",
                ),
                name="mutasi_cadangan_mulai_selesai_urut",
                violation_error_message="Cadangan berakhir sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cadangan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("selesai__isnull", True)),
                fields=("kritis", "pegawai"),
                name="mutasi_cadangan_satu_terbuka",
                violation_error_message="Orang ini sudah ada di cadangan.",
            ),
        ),
        migrations.AddIndex(
            model_name="permintaanpegawai",
            index=models.Index(
                fields=["status", "-diajukan_pada"], name="mutasi_perm_status_57c98b_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="permintaanpegawai",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ["diajukan", "dipenuhi", "ditarik", "diterima", "ditolak"])
                ),
                name="mutasi_permintaanpegawai_status_dikenal",
                violation_error_message="Status permintaan tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="permintaanpegawai",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ditanggapi_oleh__isnull", True), ("ditanggapi_pada__isnull", True)),
                    models.Q(
                        ("ditanggapi_oleh__isnull", False), ("ditanggapi_pada__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="mutasi_permintaanpegawai_ditanggapi_siapa_kapan",
                violation_error_message="Tanggapan harus memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="permintaanpegawai",
            constraint=models.CheckConstraint(
                condition=models.Q(("jumlah__gte", 1)),
                name="mutasi_permintaanpegawai_jumlah_wajar",
                violation_error_message="Permintaan paling sedikit satu orang.",
            ),
        ),
        migrations.AddConstraint(
            model_name="permintaanpegawai",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["diajukan", "diterima"])),
                fields=("formasi",),
                name="mutasi_permintaanpegawai_satu_berjalan",
                violation_error_message="Masih ada permintaan yang berjalan untuk jabatan ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rancangan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ditutup_oleh__isnull", True), ("ditutup_pada__isnull", True)),
                    models.Q(("ditutup_oleh__isnull", False), ("ditutup_pada__isnull", False)),
                    _connector="OR",
                ),
                name="mutasi_rancangan_ditutup_siapa_kapan",
                violation_error_message="Penutupan memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="langkahrancangan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "macam__in",
                        [
                            "alasan",
                            "batal",
                            "buat",
                            "cabut",
                            "cetak",
                            "hapus",
                            "tambah",
                            "tutup",
                            "ubah",
                            "ubah_judul",
                            "undang",
                            "urut",
                        ],
                    )
                ),
                name="mutasi_langkahrancangan_macam_dikenal",
                violation_error_message="Macam langkah tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="langkahrancangan",
            constraint=models.UniqueConstraint(
                fields=("rancangan", "nomor"),
                name="mutasi_langkahrancangan_nomor",
                violation_error_message="Langkah rancangan bernomor ganda.",
            ),
        ),
        migrations.AddConstraint(
            model_name="langkahrancangan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("membatalkan__isnull", True), ("macam", "batal"), _connector="OR"
                ),
                name="mutasi_langkahrancangan_batal_menyebut",
                violation_error_message="Hanya pembatalan yang menunjuk langkah lain.",
            ),
        ),
        migrations.AddIndex(
            model_name="barisrancangan",
            index=models.Index(
                fields=["rancangan", "dihapus", "urutan"], name="mutasi_bari_rancang_5b1301_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="anggotarancangan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dicabut_oleh__isnull", True), ("dicabut_pada__isnull", True)),
                    models.Q(("dicabut_oleh__isnull", False), ("dicabut_pada__isnull", False)),
                    _connector="OR",
                ),
                name="mutasi_anggotarancangan_dicabut_siapa_kapan",
                violation_error_message="Pencabutan memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggotarancangan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("dicabut_pada__isnull", True)),
                fields=("rancangan", "pengguna"),
                name="mutasi_anggotarancangan_satu_terbuka",
                violation_error_message="Orang ini sudah disebut di rancangan ini.",
            ),
        ),
    ]
