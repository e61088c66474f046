"""Task rows of posts, and the versions of the need they make."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pegawai", "0011_padanan_tanpa_sasaran"),
        ("penilaian", "0009_ketentuan_kebutuhan_terketik"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PerhitunganKebutuhan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sumber",
                    models.CharField(
                        choices=[
                            ("abk", "ABK"),
                            ("wisn", "WISN"),
                            ("guru", "Perhitungan guru"),
                            ("puskesmas", "Ketenagaan minimal puskesmas"),
                            ("penetapan", "Penetapan kebutuhan"),
                            ("struktur", "Struktur organisasi"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "metode",
                    models.CharField(
                        choices=[
                            ("tugas_per_tugas", "Tugas per tugas jabatan"),
                            ("hasil_kerja", "Hasil kerja"),
                            ("objek_kerja", "Objek kerja"),
                            ("peralatan_kerja", "Peralatan kerja"),
                            ("wisn", "WISN"),
                            ("wisn_81", "WISN lama"),
                            ("abk_kes", "ABK-Kes"),
                            ("guru", "Perhitungan guru"),
                            ("puskesmas", "Ketenagaan minimal puskesmas"),
                        ],
                        max_length=20,
                    ),
                ),
                ("versi", models.PositiveIntegerField()),
                (
                    "keadaan",
                    models.CharField(
                        choices=[
                            ("draf", "Draf"),
                            ("diperiksa", "Sudah diperiksa"),
                            ("final", "Final"),
                        ],
                        default="draf",
                        max_length=10,
                    ),
                ),
                (
                    "jalur",
                    models.CharField(
                        choices=[("isian", "Isian di layar"), ("impor", "Impor")],
                        default="isian",
                        max_length=6,
                    ),
                ),
                ("per", models.DateField(verbose_name="keadaan per tanggal")),
                ("dasar", models.CharField(blank=True, max_length=255)),
                ("tetapan", models.JSONField(default=list)),
                ("menit", models.CharField(blank=True, max_length=80)),
                ("jke_menit", models.PositiveIntegerField(null=True)),
                ("mentah", models.DecimalField(decimal_places=4, max_digits=12)),
                ("jumlah", models.PositiveIntegerField()),
                (
                    "pembulatan",
                    models.CharField(
                        choices=[
                            ("setengah_naik", "pecahan 0,5 ke atas naik"),
                            ("naik", "selalu naik"),
                            ("wisn", "batas WISN"),
                            ("guru", "menurut jam tiap guru"),
                            ("tabel", "angka tetap"),
                        ],
                        max_length=15,
                    ),
                ),
                ("dibuat_pada", models.DateTimeField()),
                ("diperiksa_pada", models.DateTimeField(null=True)),
                ("diputuskan_pada", models.DateTimeField(null=True)),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diperiksa_oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diputuskan_oleh",
                    models.ForeignKey(
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
                        related_name="perhitungan",
                        to="pegawai.formasi",
                    ),
                ),
            ],
            options={
                "verbose_name": "perhitungan kebutuhan",
                "verbose_name_plural": "perhitungan kebutuhan",
                "ordering": ["formasi", "sumber", "-versi"],
            },
        ),
        migrations.AddField(
            model_name="kebutuhan",
            name="perhitungan",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="kebutuhan",
                to="penilaian.perhitungankebutuhan",
            ),
        ),
        migrations.CreateModel(
            name="UraianTugas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urutan", models.PositiveIntegerField()),
                ("uraian", models.CharField(max_length=500, verbose_name="uraian tugas")),
                ("satuan", models.CharField(max_length=100, verbose_name="satuan hasil")),
                ("volume", models.DecimalField(decimal_places=6, max_digits=14)),
                (
                    "periode",
                    models.CharField(
                        choices=[
                            ("hari", "hari"),
                            ("minggu", "minggu"),
                            ("bulan", "bulan"),
                            ("triwulan", "triwulan"),
                            ("semester", "semester"),
                            ("tahun", "tahun"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "norma_menit",
                    models.DecimalField(
                        decimal_places=6, max_digits=14, verbose_name="norma waktu (menit)"
                    ),
                ),
                ("catatan", models.CharField(blank=True, max_length=500)),
                (
                    "alasan",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="alasan angka tidak lazim"
                    ),
                ),
                (
                    "perhitungan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tugas",
                        to="penilaian.perhitungankebutuhan",
                    ),
                ),
            ],
            options={
                "verbose_name": "uraian tugas",
                "verbose_name_plural": "uraian tugas",
                "ordering": ["perhitungan", "urutan"],
            },
        ),
        migrations.AddConstraint(
            model_name="perhitungankebutuhan",
            constraint=models.UniqueConstraint(
                fields=("formasi", "sumber", "versi"),
                name="penilaian_perhitungankebutuhan_versi",
                violation_error_message="Versi perhitungan itu sudah ada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perhitungankebutuhan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("keadaan", "final"), _negated=True),
                fields=("formasi", "sumber"),
                name="penilaian_perhitungankebutuhan_satu_terbuka",
                violation_error_message="Masih ada perhitungan formasi ini yang belum final.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perhitungankebutuhan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sumber__in", ["abk", "guru", "penetapan", "puskesmas", "struktur", "wisn"])
                ),
                name="penilaian_perhitungankebutuhan_sumber_dikenal",
                violation_error_message="Sumber kebutuhan tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perhitungankebutuhan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "metode__in",
                        [
                            "abk_kes",
                            "guru",
                            "hasil_kerja",
                            "objek_kerja",
                            "peralatan_kerja",
                            "puskesmas",
                            "tugas_per_tugas",
                            "wisn",
                            "wisn_81",
                        ],
                    )
                ),
                name="penilaian_perhitungankebutuhan_metode_dikenal",
                violation_error_message="Metode perhitungan tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perhitungankebutuhan",
            constraint=models.CheckConstraint(
                condition=models.Q(("keadaan__in", ["diperiksa", "draf", "final"])),
                name="penilaian_perhitungankebutuhan_keadaan_dikenal",
                violation_error_message="Keadaan perhitungan tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perhitungankebutuhan",
            constraint=models.CheckConstraint(
                condition=models.Q(("jalur__in", ["impor", "isian"])),
                name="penilaian_perhitungankebutuhan_jalur_dikenal",
                violation_error_message="Jalur perhitungan tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perhitungankebutuhan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pembulatan__in", ["guru", "naik", "setengah_naik", "tabel", "wisn"])
                ),
                name="penilaian_perhitungankebutuhan_pembulatan_dikenal",
                violation_error_message="Cara pembulatan tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perhitungankebutuhan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("diperiksa_oleh__isnull", True), ("diperiksa_pada__isnull", True)),
                    models.Q(("diperiksa_oleh__isnull", False), ("diperiksa_pada__isnull", False)),
                    _connector="OR",
                ),
                name="penilaian_perhitungankebutuhan_diperiksa_siapa_kapan",
                violation_error_message="Pemeriksaan harus memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perhitungankebutuhan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("diputuskan_oleh__isnull", True), ("diputuskan_pada__isnull", True)),
                    models.Q(
                        ("diputuskan_oleh__isnull", False), ("diputuskan_pada__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="penilaian_perhitungankebutuhan_diputuskan_siapa_kapan",
                violation_error_message="Keputusan harus memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perhitungankebutuhan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("diperiksa_oleh__isnull", True),
                    models.Q(("diperiksa_oleh", models.F("dibuat_oleh")), _negated=True),
                    _connector="OR",
                ),
                name="penilaian_perhitungankebutuhan_pemeriksa_lain",
                violation_error_message="Pemeriksa perhitungan tidak boleh pembuatnya sendiri.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perhitungankebutuhan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("diperiksa_oleh__isnull", True),
                        ("diputuskan_oleh__isnull", True),
                        ("keadaan", "draf"),
                    ),
                    models.Q(
                        ("diperiksa_oleh__isnull", False),
                        ("diputuskan_oleh__isnull", True),
                        ("keadaan", "diperiksa"),
                    ),
                    models.Q(
                        ("diperiksa_oleh__isnull", False),
                        ("diputuskan_oleh__isnull", False),
                        ("jalur", "isian"),
                        ("keadaan", "final"),
                    ),
                    models.Q(
                        ("diperiksa_oleh__isnull", True),
                        ("diputuskan_oleh__isnull", True),
                        ("jalur", "impor"),
                        ("keadaan", "final"),
                    ),
                    _connector="OR",
                ),
                name="penilaian_perhitungankebutuhan_jalan",
                violation_error_message="Perhitungan menjadi final sesudah diperiksa dan diputuskan, atau langsung bila diputuskan di atas kertas dan diimpor.",
            ),
        ),
        migrations.AddConstraint(
            model_name="perhitungankebutuhan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("jke_menit__isnull", True), ("menit", "")),
                    models.Q(
                        models.Q(("menit", ""), _negated=True),
                        ("jke_menit__gt", 0),
                        ("jke_menit__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="penilaian_perhitungankebutuhan_menit_jke",
                violation_error_message="Menit kerja dan JKE harus disimpan bersama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="uraiantugas",
            constraint=models.UniqueConstraint(
                fields=("perhitungan", "urutan"),
                name="penilaian_uraiantugas_urutan",
                violation_error_message="Dua uraian tugas mempunyai nomor urut yang sama.",
            ),
        ),
        migrations.AddConstraint(
            model_name="uraiantugas",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("periode__in", ["bulan", "hari", "minggu", "semester", "tahun", "triwulan"])
                ),
                name="penilaian_uraiantugas_periode_dikenal",
                violation_error_message="Periode volume tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="uraiantugas",
            constraint=models.CheckConstraint(
                condition=models.Q(("volume__gte", 0)),
                name="penilaian_uraiantugas_volume",
                violation_error_message="Volume tidak dapat kurang dari nol.",
            ),
        ),
        migrations.AddConstraint(
            model_name="uraiantugas",
            constraint=models.CheckConstraint(
                condition=models.Q(("norma_menit__gt", 0)),
                name="penilaian_uraiantugas_norma",
                violation_error_message="Norma waktu harus lebih dari nol.",
            ),
        ),
    ]
