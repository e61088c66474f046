"""A copy of the TMT that counts, for lists; and how often an acting term may be extended."""

from datetime import date

from django.conf import settings
from django.db import migrations, models
from django.db.models import F

PERPANJANGAN = "plt_maks_perpanjangan"


def isi(apps, schema_editor):
    """Nobody can have corrected a TMT before this column existed for the lists."""
    apps.get_model("pegawai", "Pegawai").objects.update(tmt_hitung=F("tmt_jabatan"))
    apps.get_model("organisasi", "NilaiKetentuan").objects.get_or_create(
        kode=PERPANJANGAN,
        mulai=date(2017, 4, 7),
        defaults={
            "nilai": 1,
            "satuan": "kali",
            "dasar": "SE BKN 1/SE/I/2021 (perlu verifikasi bagian hukum)",
            "catatan": "Setiap kali paling lama plt_maks_bulan.",
        },
    )


def kosongkan(apps, schema_editor):
    apps.get_model("organisasi", "NilaiKetentuan").objects.filter(kode=PERPANJANGAN).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0005_penetapan_siapa_kapan"),
        ("pegawai", "0007_padanan_dan_keluarga"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="pegawai",
            name="tmt_hitung",
            field=models.DateField(null=True, verbose_name="TMT yang dihitung"),
        ),
        migrations.AddIndex(
            model_name="pegawai",
            index=models.Index(
                fields=["tmt_hitung", "id", "berhenti"], name="pegawai_peg_tmt_hit_76378d_idx"
            ),
        ),
        migrations.RunPython(isi, kosongkan),
    ]
