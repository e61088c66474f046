import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisasi", "0001_awal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GerbangKhusus",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=30, unique=True)),
                ("pola_unit", models.CharField(blank=True, max_length=120)),
                ("pola_jabatan", models.CharField(blank=True, max_length=120)),
                ("dokumen", models.CharField(max_length=120)),
                (
                    "instansi",
                    models.CharField(max_length=120, verbose_name="pejabat/instansi penerbit"),
                ),
                ("sebelum", models.CharField(max_length=20, verbose_name="harus ada sebelum")),
                ("dasar", models.CharField(max_length=255, verbose_name="dasar hukum")),
                ("terverifikasi", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "gerbang khusus",
                "verbose_name_plural": "gerbang khusus",
                "ordering": ["kode"],
            },
        ),
        migrations.CreateModel(
            name="KedudukanHukum",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=4, unique=True)),
                ("nama", models.CharField(max_length=80)),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[("PNS", "PNS"), ("PPPK", "PPPK"), ("PPPK_PW", "PPPK Paruh Waktu")],
                        max_length=8,
                    ),
                ),
                ("efektif", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "kedudukan hukum",
                "verbose_name_plural": "kedudukan hukum",
                "ordering": ["kode"],
            },
        ),
        migrations.CreateModel(
            name="Pendidikan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("siasn_id", models.CharField(max_length=64, unique=True)),
                ("nama", models.CharField(max_length=255)),
                ("aktif", models.BooleanField(default=True)),
                ("di_luar_referensi", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "pendidikan",
                "verbose_name_plural": "pendidikan",
                "ordering": ["nama"],
            },
        ),
        migrations.CreateModel(
            name="TingkatPendidikan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kode", models.CharField(max_length=4, unique=True)),
                ("nama", models.CharField(max_length=60)),
                ("urutan", models.PositiveSmallIntegerField()),
                ("kelompok", models.CharField(blank=True, max_length=40)),
            ],
            options={
                "verbose_name": "tingkat pendidikan",
                "verbose_name_plural": "tingkat pendidikan",
                "ordering": ["urutan"],
            },
        ),
        migrations.CreateModel(
            name="Golongan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("PNS", "PNS"), ("PPPK", "PPPK"), ("PPPK_PW", "PPPK Paruh Waktu")],
                        max_length=8,
                    ),
                ),
                ("siasn_id", models.CharField(max_length=4)),
                ("nama", models.CharField(max_length=8)),
                ("pangkat", models.CharField(blank=True, max_length=60)),
                ("urutan", models.PositiveSmallIntegerField()),
            ],
            options={
                "verbose_name": "golongan",
                "verbose_name_plural": "golongan",
                "ordering": ["status", "urutan"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("status", "siasn_id"),
                        name="pegawai_golongan_status_id",
                        violation_error_message="Golongan dengan status dan id itu sudah ada.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Jabatan",
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
                        blank=True,
                        choices=[("1", "Struktural"), ("2", "Fungsional"), ("4", "Pelaksana")],
                        max_length=1,
                        verbose_name="jenis",
                    ),
                ),
                (
                    "rumpun",
                    models.CharField(
                        blank=True, db_index=True, max_length=120, verbose_name="rumpun"
                    ),
                ),
                (
                    "jenjang",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("PM", "Pemula"),
                            ("TR", "Terampil"),
                            ("MH", "Mahir"),
                            ("PY", "Penyelia"),
                            ("PT", "Ahli Pertama"),
                            ("MU", "Ahli Muda"),
                            ("MA", "Ahli Madya"),
                            ("UT", "Ahli Utama"),
                        ],
                        max_length=2,
                        verbose_name="jenjang",
                    ),
                ),
                ("eselon_id", models.CharField(blank=True, max_length=2, verbose_name="eselon")),
                (
                    "kelas",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="kelas jabatan"
                    ),
                ),
                (
                    "bup",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="BUP"),
                ),
                ("pangkat_terendah", models.CharField(blank=True, max_length=8)),
                ("pangkat_tertinggi", models.CharField(blank=True, max_length=8)),
                ("bidang_pendidikan", models.TextField(blank=True)),
                ("pengalaman", models.TextField(blank=True)),
                ("pengisian", models.CharField(blank=True, max_length=60)),
                ("kompetensi", models.TextField(blank=True)),
                ("dasar", models.CharField(blank=True, max_length=255, verbose_name="dasar hukum")),
                ("gerbang", models.JSONField(default=list)),
                ("di_luar_referensi", models.BooleanField(default=False)),
                ("aktif", models.BooleanField(default=True)),
                (
                    "unit",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jabatan_struktural",
                        to="organisasi.unitkerja",
                    ),
                ),
                (
                    "pendidikan_minimal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="pegawai.tingkatpendidikan",
                    ),
                ),
            ],
            options={
                "verbose_name": "jabatan",
                "verbose_name_plural": "jabatan",
                "ordering": ["nama"],
            },
        ),
        migrations.CreateModel(
            name="Formasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("isi_pns", models.PositiveIntegerField(default=0, editable=False)),
                ("isi_pppk", models.PositiveIntegerField(default=0, editable=False)),
                ("isi_pppk_pw", models.PositiveIntegerField(default=0, editable=False)),
                ("efektif_pns", models.PositiveIntegerField(default=0, editable=False)),
                ("efektif_pppk", models.PositiveIntegerField(default=0, editable=False)),
                ("efektif_pppk_pw", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="formasi",
                        to="organisasi.unitkerja",
                    ),
                ),
                (
                    "jabatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="formasi",
                        to="pegawai.jabatan",
                    ),
                ),
            ],
            options={
                "verbose_name": "formasi",
                "verbose_name_plural": "formasi",
                "ordering": ["unit__kiri", "jabatan__nama"],
            },
        ),
        migrations.CreateModel(
            name="Pegawai",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nip", models.CharField(max_length=18, unique=True, verbose_name="NIP/NI PPPK")),
                ("nama", models.CharField(max_length=255, verbose_name="nama")),
                ("gelar_depan", models.CharField(blank=True, max_length=60)),
                ("gelar_belakang", models.CharField(blank=True, max_length=120)),
                (
                    "pns_id",
                    models.CharField(
                        blank=True, db_index=True, max_length=64, verbose_name="PNS ID"
                    ),
                ),
                ("tempat_lahir", models.CharField(blank=True, max_length=100)),
                ("lahir", models.DateField(null=True, verbose_name="tanggal lahir")),
                (
                    "kelamin",
                    models.CharField(blank=True, max_length=1, verbose_name="jenis kelamin"),
                ),
                ("kawin", models.CharField(blank=True, max_length=30, verbose_name="status kawin")),
                ("nik_sandi", models.BinaryField(null=True)),
                ("nik_samar", models.CharField(blank=True, max_length=17, verbose_name="NIK")),
                ("telepon", models.CharField(blank=True, max_length=20)),
                ("email", models.CharField(blank=True, max_length=255, verbose_name="surel")),
                (
                    "email_dinas",
                    models.CharField(blank=True, max_length=255, verbose_name="surel dinas"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("PNS", "PNS"), ("PPPK", "PPPK"), ("PPPK_PW", "PPPK Paruh Waktu")],
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("cpns", models.BooleanField(default=False, verbose_name="masih CPNS")),
                ("jenis_pegawai", models.CharField(blank=True, max_length=100)),
                ("tmt_cpns", models.DateField(null=True, verbose_name="TMT CPNS")),
                ("tmt_pns", models.DateField(null=True, verbose_name="TMT PNS")),
                ("sk_cpns", models.CharField(blank=True, max_length=255)),
                ("tanggal_sk_cpns", models.DateField(null=True)),
                ("sk_pns", models.CharField(blank=True, max_length=255)),
                ("tanggal_sk_pns", models.DateField(null=True)),
                ("tmt_golongan", models.DateField(null=True, verbose_name="TMT golongan")),
                (
                    "mk_tahun",
                    models.PositiveSmallIntegerField(
                        null=True, verbose_name="masa kerja golongan (tahun)"
                    ),
                ),
                (
                    "mk_bulan",
                    models.PositiveSmallIntegerField(
                        null=True, verbose_name="masa kerja golongan (bulan)"
                    ),
                ),
                ("tahun_lulus", models.PositiveSmallIntegerField(null=True)),
                ("lokasi_kerja", models.CharField(blank=True, max_length=100)),
                ("instansi_kerja_lain", models.CharField(blank=True, max_length=255)),
                (
                    "nik_valid",
                    models.BooleanField(null=True, verbose_name="NIK valid menurut SIASN"),
                ),
                ("siasn", models.JSONField(default=dict, editable=False)),
                (
                    "dilihat_pada",
                    models.DateField(null=True, verbose_name="terakhir ada di berkas per"),
                ),
                (
                    "hilang_sejak",
                    models.DateField(
                        blank=True, null=True, verbose_name="tidak ada di berkas sejak"
                    ),
                ),
                (
                    "berhenti",
                    models.DateField(blank=True, null=True, verbose_name="berhenti sejak"),
                ),
                ("alasan_berhenti", models.CharField(blank=True, max_length=100)),
                ("tmt_jabatan", models.DateField(null=True, verbose_name="TMT jabatan")),
                ("bup", models.PositiveSmallIntegerField(null=True, verbose_name="BUP")),
                ("tmt_pensiun", models.DateField(null=True, verbose_name="TMT pensiun")),
                (
                    "akhir_kontrak",
                    models.DateField(blank=True, null=True, verbose_name="akhir kontrak"),
                ),
                (
                    "formasi",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pegawai",
                        to="pegawai.formasi",
                    ),
                ),
                (
                    "golongan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pegawai.golongan",
                    ),
                ),
                (
                    "golongan_awal",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pegawai.golongan",
                    ),
                ),
                (
                    "jabatan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pegawai",
                        to="pegawai.jabatan",
                    ),
                ),
                (
                    "kedudukan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="pegawai.kedudukanhukum",
                    ),
                ),
                (
                    "pengguna",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="pegawai",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pegawai",
                        to="organisasi.unitkerja",
                    ),
                ),
                (
                    "pendidikan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pegawai.pendidikan",
                    ),
                ),
                (
                    "tingkat_pendidikan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pegawai.tingkatpendidikan",
                    ),
                ),
            ],
            options={
                "verbose_name": "pegawai",
                "verbose_name_plural": "pegawai",
                "ordering": ["nama", "pk"],
            },
        ),
        migrations.CreateModel(
            name="KataCari",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kata", models.CharField(max_length=40)),
                ("nama", models.CharField(max_length=255)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kata",
                        to="pegawai.pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "kata cari",
                "verbose_name_plural": "kata cari",
            },
        ),
        migrations.CreateModel(
            name="Identitas",
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
                        choices=[("NIP", "NIP"), ("NI_PPPK", "NI PPPK"), ("NIP_LAMA", "NIP lama")],
                        max_length=8,
                    ),
                ),
                ("nomor", models.CharField(db_index=True, max_length=18)),
                ("mulai", models.DateField(null=True)),
                ("selesai", models.DateField(blank=True, null=True)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identitas",
                        to="pegawai.pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "identitas",
                "verbose_name_plural": "identitas",
                "ordering": ["jenis", "mulai"],
            },
        ),
        migrations.CreateModel(
            name="Penugasan",
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
                            ("D", "Definitif"),
                            ("PLT", "Pelaksana tugas (Plt.)"),
                            ("PLH", "Pelaksana harian (Plh.)"),
                            ("PJ", "Penjabat (Pj.)"),
                            ("TT", "Tugas tambahan"),
                        ],
                        default="D",
                        max_length=3,
                    ),
                ),
                ("unor_id", models.CharField(blank=True, max_length=64)),
                ("unor_nama", models.CharField(blank=True, max_length=500)),
                ("jabatan_nama", models.CharField(blank=True, max_length=255)),
                ("tmt", models.DateField(null=True, verbose_name="TMT")),
                ("mulai", models.DateField(null=True)),
                ("selesai", models.DateField(blank=True, null=True)),
                ("nomor_sk", models.CharField(blank=True, max_length=255)),
                ("sumber", models.CharField(blank=True, max_length=60)),
                (
                    "formasi",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penugasan",
                        to="pegawai.formasi",
                    ),
                ),
                (
                    "jabatan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penugasan",
                        to="pegawai.jabatan",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="penugasan",
                        to="pegawai.pegawai",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penugasan",
                        to="organisasi.unitkerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "penugasan",
                "verbose_name_plural": "penugasan",
                "ordering": ["-mulai", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RiwayatDisiplin",
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
                    "tingkat",
                    models.CharField(
                        choices=[("R", "Ringan"), ("S", "Sedang"), ("B", "Berat")], max_length=1
                    ),
                ),
                ("jenis", models.CharField(max_length=150)),
                ("nomor_sk", models.CharField(blank=True, max_length=255)),
                ("sedang_proses", models.BooleanField(default=False)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pegawai.pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "riwayat disiplin",
                "verbose_name_plural": "riwayat disiplin",
                "ordering": ["-mulai", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RiwayatKinerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                (
                    "hasil",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("DI ATAS EKSPEKTASI", "Di atas ekspektasi"),
                            ("SESUAI EKSPEKTASI", "Sesuai ekspektasi"),
                            ("DI BAWAH EKSPEKTASI", "Di bawah ekspektasi"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "perilaku",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("DI ATAS EKSPEKTASI", "Di atas ekspektasi"),
                            ("SESUAI EKSPEKTASI", "Sesuai ekspektasi"),
                            ("DI BAWAH EKSPEKTASI", "Di bawah ekspektasi"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "predikat",
                    models.CharField(
                        choices=[
                            ("SANGAT BAIK", "Sangat Baik"),
                            ("BAIK", "Baik"),
                            ("BUTUH PERBAIKAN", "Butuh Perbaikan"),
                            ("KURANG", "Kurang"),
                            ("SANGAT KURANG", "Sangat Kurang"),
                        ],
                        max_length=20,
                    ),
                ),
                ("bertentangan", models.BooleanField(default=False)),
                ("sumber", models.CharField(blank=True, max_length=60)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kinerja",
                        to="pegawai.pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "riwayat kinerja",
                "verbose_name_plural": "riwayat kinerja",
                "ordering": ["-tahun"],
            },
        ),
        migrations.CreateModel(
            name="RiwayatPangkat",
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
                ("tmt", models.DateField(null=True, verbose_name="TMT")),
                (
                    "golongan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="pegawai.golongan"
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pegawai.pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "riwayat pangkat",
                "verbose_name_plural": "riwayat pangkat",
                "ordering": ["-mulai", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RiwayatPelatihan",
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
                ("nama", models.CharField(max_length=255)),
                ("jam", models.PositiveSmallIntegerField(null=True, verbose_name="JP")),
                ("penyelenggara", models.CharField(blank=True, max_length=255)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pegawai.pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "riwayat pelatihan",
                "verbose_name_plural": "riwayat pelatihan",
                "ordering": ["-mulai", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RiwayatStatus",
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
                    "status",
                    models.CharField(
                        choices=[("PNS", "PNS"), ("PPPK", "PPPK"), ("PPPK_PW", "PPPK Paruh Waktu")],
                        max_length=8,
                    ),
                ),
                (
                    "kedudukan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="pegawai.kedudukanhukum",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pegawai.pegawai",
                    ),
                ),
            ],
            options={
                "verbose_name": "riwayat status",
                "verbose_name_plural": "riwayat status",
                "ordering": ["-mulai", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RiwayatPendidikan",
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
                ("tahun_lulus", models.PositiveSmallIntegerField(null=True)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="pegawai.pegawai",
                    ),
                ),
                (
                    "pendidikan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="pegawai.pendidikan",
                    ),
                ),
                (
                    "tingkat",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="pegawai.tingkatpendidikan",
                    ),
                ),
            ],
            options={
                "verbose_name": "riwayat pendidikan",
                "verbose_name_plural": "riwayat pendidikan",
                "ordering": ["-tahun_lulus", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="pendidikan",
            name="tingkat",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="pegawai.tingkatpendidikan",
            ),
        ),
        migrations.AddConstraint(
            model_name="formasi",
            constraint=models.UniqueConstraint(
                fields=("unit", "jabatan"),
                name="pegawai_formasi_unit_jabatan",
                violation_error_message="Jabatan itu sudah ada di unit ini.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("efektif_pns__lte", models.F("isi_pns")),
                    ("efektif_pppk__lte", models.F("isi_pppk")),
                    ("efektif_pppk_pw__lte", models.F("isi_pppk_pw")),
                ),
                name="pegawai_formasi_efektif_wajar",
                violation_error_message="Bezetting efektif tidak dapat melebihi bezetting.",
            ),
        ),
        migrations.AddIndex(
            model_name="katacari",
            index=models.Index(
                fields=["kata", "nama", "pegawai"], name="pegawai_kat_kata_28a09c_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="identitas",
            constraint=models.UniqueConstraint(
                condition=models.Q(("selesai__isnull", True)),
                fields=("pegawai", "jenis"),
                name="pegawai_identitas_satu_terbuka",
                violation_error_message="Pegawai ini masih memakai nomor lain dari jenis yang sama.",
            ),
        ),
        migrations.AddIndex(
            model_name="penugasan",
            index=models.Index(
                fields=["formasi", "selesai"], name="pegawai_pen_formasi_928142_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="penugasan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mulai__isnull", True),
                    ("selesai__isnull", True),
                    ("mulai__lte", models.F("selesai")),
                    _connector="OR",
                ),
                name="pegawai_penugasan_mulai_selesai_urut",
                violation_error_message="Penugasan berakhir sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="penugasan",
            constraint=models.CheckConstraint(
                condition=models.Q(("jenis__in", ["D", "PJ", "PLH", "PLT", "TT"])),
                name="pegawai_penugasan_jenis_dikenal",
                violation_error_message="Jenis penugasan tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="penugasan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("selesai__isnull", True), ("jenis", "D")),
                fields=("pegawai",),
                name="pegawai_penugasan_satu_terbuka",
                violation_error_message="Pegawai ini masih menduduki jabatan definitif lain.",
            ),
        ),
        migrations.AddConstraint(
            model_name="riwayatdisiplin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mulai__isnull", True),
                    ("selesai__isnull", True),
                    ("mulai__lte", models.F("selesai")),
                    _connector="OR",
                ),
                name="pegawai_riwayatdisiplin_mulai_selesai_urut",
                violation_error_message="Riwayat berakhir sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="riwayatkinerja",
            constraint=models.UniqueConstraint(
                fields=("pegawai", "tahun"),
                name="pegawai_riwayatkinerja_sekali_setahun",
                violation_error_message="Predikat tahun itu sudah tercatat.",
            ),
        ),
        migrations.AddConstraint(
            model_name="riwayatpangkat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mulai__isnull", True),
                    ("selesai__isnull", True),
                    ("mulai__lte", models.F("selesai")),
                    _connector="OR",
                ),
                name="pegawai_riwayatpangkat_mulai_selesai_urut",
                violation_error_message="Riwayat berakhir sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="riwayatpangkat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("selesai__isnull", True)),
                fields=("pegawai",),
                name="pegawai_riwayatpangkat_satu_terbuka",
                violation_error_message="Pangkat lama belum diakhiri.",
            ),
        ),
        migrations.AddConstraint(
            model_name="riwayatpelatihan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mulai__isnull", True),
                    ("selesai__isnull", True),
                    ("mulai__lte", models.F("selesai")),
                    _connector="OR",
                ),
                name="pegawai_riwayatpelatihan_mulai_selesai_urut",
                violation_error_message="Riwayat berakhir sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="riwayatstatus",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mulai__isnull", True),
                    ("selesai__isnull", True),
                    ("mulai__lte", models.F("selesai")),
                    _connector="OR",
                ),
                name="pegawai_riwayatstatus_mulai_selesai_urut",
                violation_error_message="Riwayat berakhir sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="riwayatstatus",
            constraint=models.UniqueConstraint(
                condition=models.Q(("selesai__isnull", True)),
                fields=("pegawai",),
                name="pegawai_riwayatstatus_satu_terbuka",
                violation_error_message="Status lama belum diakhiri.",
            ),
        ),
        migrations.AddConstraint(
            model_name="riwayatpendidikan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("mulai__isnull", True),
                    ("selesai__isnull", True),
                    ("mulai__lte", models.F("selesai")),
                    _connector="OR",
                ),
                name="pegawai_riwayatpendidikan_mulai_selesai_urut",
                violation_error_message="Riwayat berakhir sebelum mulai.",
            ),
        ),
        migrations.AddConstraint(
            model_name="riwayatpendidikan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("selesai__isnull", True)),
                fields=("pegawai",),
                name="pegawai_riwayatpendidikan_satu_terbuka",
                violation_error_message="Pendidikan lama belum diakhiri.",
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(fields=["nama", "id"], name="pegawai_peg_nama_64e8b2_idx"),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                fields=["status", "nama", "id"], name="pegawai_peg_status_b959c8_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                fields=["unit", "nama", "id"], name="pegawai_peg_unit_id_9dcd0d_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(fields=["tmt_pensiun", "id"], name="pegawai_peg_tmt_pen_49b48d_idx"),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(fields=["tmt_jabatan", "id"], name="pegawai_peg_tmt_jab_64c942_idx"),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(fields=["hilang_sejak"], name="pegawai_peg_hilang__d296b7_idx"),
        ),
        migrations.AddConstraint(
            model_name="pegawai",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["PNS", "PPPK", "PPPK_PW"])),
                name="pegawai_pegawai_status_dikenal",
                violation_error_message="Status pegawai tidak dikenal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pegawai",
            constraint=models.CheckConstraint(
                condition=models.Q(("kelamin__in", ["", "L", "P"])),
                name="pegawai_pegawai_kelamin_dikenal",
                violation_error_message="Jenis kelamin ditulis L atau P.",
            ),
        ),
        migrations.AddIndex(
            model_name="jabatan",
            index=models.Index(fields=["nama"], name="pegawai_jab_nama_a43bdd_idx"),
        ),
    ]
