import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Pengguna",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "nama_pengguna",
                    models.CharField(
                        max_length=64,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9a-z_.\\-]+$",
                                "Nama pengguna hanya memuat angka, huruf kecil, titik, dan garis.",
                            )
                        ],
                        verbose_name="NIP atau nama pengguna",
                    ),
                ),
                ("nama", models.CharField(max_length=255, verbose_name="nama")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                ("is_active", models.BooleanField(default=True, verbose_name="aktif")),
                ("teknis", models.BooleanField(default=False, verbose_name="akun teknis")),
                (
                    "dibuat_pada",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("wajib_ganti_sandi", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "pengguna",
                "verbose_name_plural": "pengguna",
                "ordering": ["nama"],
            },
        ),
        migrations.CreateModel(
            name="HariLibur",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tanggal", models.DateField(unique=True, verbose_name="tanggal")),
                ("nama", models.CharField(max_length=150, verbose_name="nama")),
                ("cuti_bersama", models.BooleanField(default=False, verbose_name="cuti bersama")),
                ("dasar", models.CharField(blank=True, max_length=255, verbose_name="dasar")),
            ],
            options={
                "verbose_name": "hari libur",
                "verbose_name_plural": "hari libur",
                "ordering": ["tanggal"],
            },
        ),
        migrations.CreateModel(
            name="Wilayah",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=13, unique=True)),
                ("nama", models.CharField(max_length=100)),
                ("tingkat", models.CharField(max_length=20)),
                ("lintang", models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                ("bujur", models.DecimalField(decimal_places=6, max_digits=9, null=True)),
            ],
            options={
                "verbose_name": "wilayah",
                "verbose_name_plural": "wilayah",
                "ordering": ["kode"],
            },
        ),
        migrations.CreateModel(
            name="Proses",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jenis", models.CharField(max_length=60)),
                ("judul", models.CharField(max_length=255)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("antre", "Menunggu giliran"),
                            ("berjalan", "Berjalan"),
                            ("selesai", "Selesai"),
                            ("gagal", "Gagal"),
                            ("dibatalkan", "Dihentikan"),
                        ],
                        default="antre",
                        max_length=12,
                    ),
                ),
                ("parameter", models.JSONField(default=dict)),
                ("hasil", models.JSONField(blank=True, null=True)),
                ("kemajuan", models.PositiveSmallIntegerField(default=0)),
                ("langkah", models.CharField(blank=True, max_length=255)),
                ("galat", models.TextField(blank=True)),
                ("dibuat_pada", models.DateTimeField()),
                ("mulai_pada", models.DateTimeField(blank=True, null=True)),
                ("detak_pada", models.DateTimeField(blank=True, null=True)),
                ("selesai_pada", models.DateTimeField(blank=True, null=True)),
                ("percobaan", models.PositiveSmallIntegerField(default=0)),
                ("batal_diminta", models.BooleanField(default=False)),
                ("tugas_id", models.CharField(blank=True, max_length=64)),
                (
                    "untuk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proses",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "proses",
                "verbose_name_plural": "proses",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Impor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jenis", models.CharField(max_length=40, verbose_name="jenis")),
                ("nama_berkas", models.CharField(max_length=255, verbose_name="nama berkas")),
                ("berkas", models.FileField(blank=True, upload_to="impor/%Y/%m/")),
                ("sha256", models.CharField(max_length=64)),
                ("ukuran", models.PositiveBigIntegerField(default=0)),
                ("per", models.DateField(verbose_name="keadaan per tanggal")),
                ("parameter", models.JSONField(default=dict)),
                ("pemetaan", models.JSONField(default=dict)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diunggah", "Diunggah"),
                            ("perlu_pemetaan", "Menunggu pencocokan kolom"),
                            ("diperiksa", "Sudah diperiksa, belum diterapkan"),
                            ("diterapkan", "Diterapkan"),
                            ("ditolak", "Berkas tidak dapat dipakai"),
                            ("dibuang", "Dibuang"),
                        ],
                        default="diunggah",
                        max_length=16,
                    ),
                ),
                ("ringkasan", models.JSONField(default=dict)),
                ("galat", models.TextField(blank=True)),
                ("diunggah_pada", models.DateTimeField()),
                ("diterapkan_pada", models.DateTimeField(blank=True, null=True)),
                ("berkas_dihapus_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "diterapkan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "diunggah_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proses",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="organisasi.proses",
                    ),
                ),
            ],
            options={
                "verbose_name": "impor",
                "verbose_name_plural": "impor",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="SlipAktivasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sidik", models.CharField(max_length=128)),
                ("dibuat_pada", models.DateTimeField()),
                ("berlaku_sampai", models.DateTimeField()),
                ("dipakai_pada", models.DateTimeField(blank=True, null=True)),
                ("percobaan", models.PositiveSmallIntegerField(default=0)),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="slip",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "slip aktivasi",
                "verbose_name_plural": "slip aktivasi",
            },
        ),
        migrations.CreateModel(
            name="TampilanTersimpan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("halaman", models.CharField(max_length=60)),
                ("nama", models.CharField(max_length=80, verbose_name="nama")),
                ("kueri", models.CharField(blank=True, max_length=2000)),
                (
                    "pemilik",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tampilan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "tampilan tersimpan",
                "verbose_name_plural": "tampilan tersimpan",
                "ordering": ["nama"],
            },
        ),
        migrations.CreateModel(
            name="TemuanImpor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("baris", models.PositiveIntegerField(null=True)),
                ("kolom", models.CharField(blank=True, max_length=100)),
                ("nilai", models.CharField(blank=True, max_length=300)),
                ("kode", models.CharField(max_length=40)),
                ("tingkat", models.CharField(max_length=10)),
                ("pesan", models.TextField()),
                (
                    "impor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="temuan",
                        to="organisasi.impor",
                    ),
                ),
            ],
            options={
                "verbose_name": "temuan impor",
                "verbose_name_plural": "temuan impor",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="UnitKerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("siasn_id", models.CharField(max_length=64, unique=True, verbose_name="ID SIASN")),
                ("kunci", models.CharField(db_index=True, editable=False, max_length=64)),
                ("nama", models.CharField(max_length=255, verbose_name="nama")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("pemda", "Pemerintah daerah"),
                            ("sekretariat", "Sekretariat"),
                            ("dinas", "Dinas"),
                            ("badan", "Badan"),
                            ("inspektorat", "Inspektorat"),
                            ("satpol", "Satuan Polisi Pamong Praja"),
                            ("kecamatan", "Kecamatan"),
                            ("kelurahan", "Kelurahan"),
                            ("puskesmas", "Puskesmas"),
                            ("pustu", "Puskesmas pembantu"),
                            ("rsud", "Rumah sakit"),
                            ("tk", "TK/PAUD"),
                            ("sd", "SD"),
                            ("smp", "SMP"),
                            ("sma", "SMA/SMK"),
                            ("sekolah_lain", "Sekolah lain"),
                            ("upt", "UPT/UPTD"),
                            ("bagian", "Bagian"),
                            ("bidang", "Bidang"),
                            ("subbagian", "Subbagian"),
                            ("seksi", "Seksi"),
                            ("kelompok_jf", "Kelompok jabatan fungsional"),
                            ("lain", "Lainnya"),
                        ],
                        default="lain",
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                ("jenis_dikoreksi", models.BooleanField(default=False)),
                ("urusan", models.CharField(blank=True, max_length=100, verbose_name="urusan")),
                (
                    "lintang",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True),
                ),
                (
                    "bujur",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True),
                ),
                ("terpencil", models.BooleanField(blank=True, null=True, verbose_name="terpencil")),
                ("dibuka", models.DateField(blank=True, null=True, verbose_name="dibuka")),
                ("ditutup", models.DateField(blank=True, null=True, verbose_name="ditutup")),
                ("tingkat", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("kiri", models.PositiveIntegerField(db_index=True, default=0, editable=False)),
                ("kanan", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "induk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anak",
                        to="organisasi.unitkerja",
                    ),
                ),
                (
                    "opd",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="organisasi.unitkerja",
                    ),
                ),
                (
                    "wilayah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="unit",
                        to="organisasi.wilayah",
                    ),
                ),
            ],
            options={
                "verbose_name": "unit kerja",
                "verbose_name_plural": "unit kerja",
                "ordering": ["kiri"],
            },
        ),
        migrations.CreateModel(
            name="PenugasanPeran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "peran",
                    models.CharField(
                        choices=[
                            ("admin_sistem", "Admin sistem"),
                            ("analis_bkd", "Analis BKD"),
                            ("kabid_mutasi", "Kepala Bidang Mutasi"),
                            ("kepala_bkpsdm", "Kepala BKPSDM"),
                            ("operator_opd", "Operator kepegawaian OPD"),
                            ("operator_siasn", "Operator I-MUT/SIASN"),
                            ("bagian_organisasi", "Bagian Organisasi"),
                            ("bagian_hukum", "Bagian Hukum"),
                            ("koordinator_disdik", "Koordinator Disdik"),
                            ("koordinator_dinkes", "Koordinator Dinkes"),
                            ("kepala_unit", "Kepala unit"),
                            ("penilai", "Pejabat penilai"),
                            ("tpk_anggota", "Anggota TPK"),
                            ("tpk_sekretaris", "Sekretaris TPK"),
                            ("tpk_ketua", "Ketua TPK"),
                            ("pyb", "Pejabat yang Berwenang (Sekda)"),
                            ("ppk", "Pejabat Pembina Kepegawaian"),
                            ("pegawai", "Pegawai"),
                            ("inspektorat", "Inspektorat"),
                            ("dpo", "Pejabat Pelindungan Data Pribadi"),
                        ],
                        max_length=30,
                        verbose_name="peran",
                    ),
                ),
                (
                    "sifat",
                    models.CharField(
                        choices=[
                            ("tetap", "Tetap"),
                            ("plt", "Pelaksana tugas (Plt.)"),
                            ("plh", "Pelaksana harian (Plh.)"),
                        ],
                        default="tetap",
                        max_length=5,
                        verbose_name="sifat",
                    ),
                ),
                ("mulai", models.DateField(verbose_name="mulai")),
                ("selesai", models.DateField(blank=True, null=True, verbose_name="selesai")),
                (
                    "dasar",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="dasar (nomor surat)"
                    ),
                ),
                ("diberikan_pada", models.DateTimeField(null=True)),
                ("dicabut_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "diberikan_oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                    "mewakili",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pelimpahan",
                        to="organisasi.penugasanperan",
                    ),
                ),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penugasan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="peran",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "penugasan peran",
                "verbose_name_plural": "penugasan peran",
                "ordering": ["pengguna", "peran", "mulai"],
            },
        ),
        migrations.CreateModel(
            name="Instansi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=255, verbose_name="nama instansi")),
                (
                    "singkatan",
                    models.CharField(blank=True, max_length=50, verbose_name="singkatan"),
                ),
                (
                    "jenis",
                    models.CharField(default="kabupaten", max_length=20, verbose_name="jenis"),
                ),
                (
                    "siasn_id",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="ID instansi di SIASN"
                    ),
                ),
                (
                    "wilayah",
                    models.CharField(blank=True, max_length=13, verbose_name="kode wilayah"),
                ),
                (
                    "peragaan",
                    models.BooleanField(default=False, verbose_name="basis data peragaan"),
                ),
                (
                    "akar",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "instansi",
                "verbose_name_plural": "instansi",
            },
        ),
        migrations.CreateModel(
            name="NilaiKetentuan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=60, verbose_name="kode")),
                ("nilai", models.JSONField(verbose_name="nilai")),
                ("satuan", models.CharField(blank=True, max_length=30, verbose_name="satuan")),
                ("mulai", models.DateField(verbose_name="berlaku sejak")),
                ("dasar", models.CharField(max_length=255, verbose_name="dasar hukum")),
                ("catatan", models.TextField(blank=True, verbose_name="catatan")),
                ("ditetapkan_pada", models.DateTimeField(null=True)),
                (
                    "ditetapkan_oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "nilai ketentuan",
                "verbose_name_plural": "nilai ketentuan",
                "ordering": ["kode", "-mulai"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kode", "mulai"),
                        name="organisasi_nilaiketentuan_kode_mulai",
                        violation_error_message="Ketentuan ini sudah memiliki nilai yang mulai hari itu.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Pemberitahuan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.CharField(max_length=120, unique=True)),
                ("judul", models.CharField(max_length=255)),
                ("isi", models.TextField(blank=True)),
                ("tautan", models.CharField(blank=True, max_length=255)),
                ("dibuat_pada", models.DateTimeField()),
                ("dibaca_pada", models.DateTimeField(blank=True, null=True)),
                ("dikirim_pada", models.DateTimeField(blank=True, null=True)),
                ("gagal", models.PositiveSmallIntegerField(default=0)),
                ("galat", models.CharField(blank=True, max_length=255)),
                (
                    "untuk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pemberitahuan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "pemberitahuan",
                "verbose_name_plural": "pemberitahuan",
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(
                        fields=["untuk", "dibaca_pada"], name="organisasi__untuk_i_c79b78_idx"
                    ),
                    models.Index(fields=["dikirim_pada"], name="organisasi__dikirim_5abab7_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PemetaanKolom",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jenis", models.CharField(max_length=40)),
                ("sumber", models.CharField(max_length=64)),
                ("pemetaan", models.JSONField(default=dict)),
                ("diubah_pada", models.DateTimeField()),
                (
                    "diubah_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "pemetaan kolom",
                "verbose_name_plural": "pemetaan kolom",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jenis", "sumber"),
                        name="organisasi_pemetaankolom_sekali",
                        violation_error_message="Tata letak ini sudah dipetakan.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Disposisi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nomor", models.CharField(max_length=100, verbose_name="nomor surat/disposisi")),
                ("tanggal", models.DateField(verbose_name="tanggal disposisi")),
                ("perihal", models.CharField(max_length=255, verbose_name="perihal")),
                ("isi", models.TextField(verbose_name="isi disposisi")),
                ("pindaian", models.FileField(upload_to="disposisi/%Y/", verbose_name="pindaian")),
                ("pindaian_sha256", models.CharField(max_length=64)),
                ("dicatat_pada", models.DateTimeField()),
                ("disahkan_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "dicatat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "disahkan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pejabat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disposisi",
                        to="organisasi.penugasanperan",
                    ),
                ),
            ],
            options={
                "verbose_name": "disposisi",
                "verbose_name_plural": "disposisi",
                "ordering": ["-tanggal", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("disahkan_oleh__isnull", True),
                            models.Q(("disahkan_oleh", models.F("dicatat_oleh")), _negated=True),
                            _connector="OR",
                        ),
                        name="organisasi_disposisi_dua_orang",
                        violation_error_message="Pengesah disposisi harus orang lain dari pencatatnya.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("disahkan_oleh__isnull", True), ("disahkan_pada__isnull", True)
                            ),
                            models.Q(
                                ("disahkan_oleh__isnull", False), ("disahkan_pada__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="organisasi_disposisi_disahkan_siapa_kapan",
                        violation_error_message="Pengesahan harus memuat siapa dan kapan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PerubahanImpor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("macam", models.CharField(max_length=8)),
                ("kunci", models.CharField(max_length=130)),
                ("nama", models.CharField(blank=True, max_length=255)),
                ("baris", models.PositiveIntegerField(null=True)),
                ("rincian", models.JSONField(default=list)),
                (
                    "impor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="perubahan",
                        to="organisasi.impor",
                    ),
                ),
            ],
            options={
                "verbose_name": "perubahan impor",
                "verbose_name_plural": "perubahan impor",
                "ordering": ["pk"],
                "indexes": [
                    models.Index(fields=["impor", "macam"], name="organisasi__impor_i_e97451_idx")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="proses",
            index=models.Index(
                fields=["untuk", "-dibuat_pada"], name="organisasi__untuk_i_e36ba8_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="proses",
            constraint=models.CheckConstraint(
                condition=models.Q(("kemajuan__lte", 100)),
                name="organisasi_proses_kemajuan_0_100",
                violation_error_message="Kemajuan berada di antara 0 dan 100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="proses",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("selesai_pada__isnull", False),
                        ("status__in", ["dibatalkan", "gagal", "selesai"]),
                    ),
                    models.Q(
                        models.Q(("status__in", ["dibatalkan", "gagal", "selesai"]), _negated=True),
                        ("selesai_pada__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="organisasi_proses_berakhir_bertanggal",
                violation_error_message="Proses yang berakhir harus memiliki waktu selesai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="impor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("diterapkan_oleh__isnull", True), ("diterapkan_pada__isnull", True)),
                    models.Q(
                        ("diterapkan_oleh__isnull", False), ("diterapkan_pada__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="organisasi_impor_diterapkan_siapa_kapan",
                violation_error_message="Penerapan harus memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="impor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("diterapkan_pada__isnull", False), ("status", "diterapkan")),
                    models.Q(
                        models.Q(("status", "diterapkan"), _negated=True),
                        ("diterapkan_pada__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="organisasi_impor_diterapkan_bertanggal",
                violation_error_message="Hanya impor yang diterapkan memiliki waktu penerapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="slipaktivasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("dibuat_pada__isnull", True),
                    ("berlaku_sampai__isnull", True),
                    ("dibuat_pada__lte", models.F("berlaku_sampai")),
                    _connector="OR",
                ),
                name="organisasi_slipaktivasi_dibuat_pada_berlaku_sampai_urut",
                violation_error_message="Slip berakhir sebelum dibuat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="tampilantersimpan",
            constraint=models.UniqueConstraint(
                fields=("pemilik", "halaman", "nama"),
                name="organisasi_tampilantersimpan_nama_sekali",
                violation_error_message="Anda sudah menyimpan tampilan dengan nama itu.",
            ),
        ),
        migrations.AddIndex(
            model_name="temuanimpor",
            index=models.Index(
                fields=["impor", "tingkat", "kode"], name="organisasi__impor_i_8d8d55_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="penugasanperan",
            index=models.Index(fields=["pengguna", "peran"], name="organisasi__penggun_c99f1b_idx"),
        ),
        migrations.AddConstraint(
            model_name="penugasanperan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mulai__isnull", True),
                    ("selesai__isnull", True),
                    ("mulai__lte", models.F("selesai")),
                    _connector="OR",
                ),
                name="organisasi_penugasanperan_mulai_selesai_urut",
                violation_error_message="Peran berakhir sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="penugasanperan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("diberikan_oleh__isnull", True), ("diberikan_pada__isnull", True)),
                    models.Q(("diberikan_oleh__isnull", False), ("diberikan_pada__isnull", False)),
                    _connector="OR",
                ),
                name="organisasi_penugasanperan_diberikan_siapa_kapan",
                violation_error_message="Pemberian peran harus memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="penugasanperan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dicabut_oleh__isnull", True), ("dicabut_pada__isnull", True)),
                    models.Q(("dicabut_oleh__isnull", False), ("dicabut_pada__isnull", False)),
                    _connector="OR",
                ),
                name="organisasi_penugasanperan_dicabut_siapa_kapan",
                violation_error_message="Pencabutan peran harus memuat siapa dan kapan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="penugasanperan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "peran__in",
                        [
                            "admin_sistem",
                            "analis_bkd",
                            "bagian_hukum",
                            "bagian_organisasi",
                            "dpo",
                            "inspektorat",
                            "kabid_mutasi",
                            "kepala_bkpsdm",
                            "kepala_unit",
                            "koordinator_dinkes",
                            "koordinator_disdik",
                            "operator_opd",
                            "operator_siasn",
                            "pegawai",
                            "penilai",
                            "ppk",
                            "pyb",
                            "tpk_anggota",
                            "tpk_ketua",
                            "tpk_sekretaris",
                        ],
                    )
                ),
                name="organisasi_penugasanperan_peran_dikenal",
                violation_error_message="Peran tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="penugasanperan",
            constraint=models.CheckConstraint(
                condition=models.Q(("sifat__in", ["plh", "plt", "tetap"])),
                name="organisasi_penugasanperan_sifat_dikenal",
                violation_error_message="Sifat peran tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="penugasanperan",
            constraint=models.CheckConstraint(
                condition=models.Q(("sifat", "tetap"), ("selesai__isnull", False), _connector="OR"),
                name="organisasi_penugasanperan_wakil_berbatas",
                violation_error_message="Plt/Plh harus memiliki tanggal akhir.",
            ),
        ),
        migrations.AddConstraint(
            model_name="instansi",
            constraint=models.CheckConstraint(
                condition=models.Q(("pk", 1)),
                name="organisasi_instansi_satu_baris",
                violation_error_message="Profil instansi hanya satu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="unitkerja",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("dibuka__isnull", True),
                    ("ditutup__isnull", True),
                    ("dibuka__lte", models.F("ditutup")),
                    _connector="OR",
                ),
                name="organisasi_unitkerja_dibuka_ditutup_urut",
                violation_error_message="Unit ditutup sebelum dibuka.",
            ),
        ),
    ]
