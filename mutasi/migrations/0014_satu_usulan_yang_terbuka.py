"""One known case per person; a secret one, or one that waits for verification, runs beside it."""

from django.db import migrations, models

MENGIKAT = [
    "diberitahukan",
    "dikaji",
    "dikembalikan_bkn",
    "direkomendasi",
    "disetujui_ppk",
    "disetujui_pyb",
    "ditelaah_unit",
    "ditolak_bkn",
    "ditunda",
    "diusulkan_bkn",
    "diverifikasi",
    "izin_luar",
    "menunggu_kesediaan",
    "menunggu_ppk",
    "proses_antar_instansi",
    "siap_diberitahukan",
    "sidang_tpk",
]


class Migration(migrations.Migration):
    dependencies = [("mutasi", "0013_surat_tetap")]

    operations = [
        migrations.RemoveConstraint("usulanmutasi", "mutasi_usulanmutasi_satu_berjalan"),
        migrations.AddConstraint(
            "usulanmutasi",
            models.UniqueConstraint(
                fields=["pegawai"],
                condition=models.Q(status__in=MENGIKAT)
                & ~models.Q(tahap="rahasia")
                & ~models.Q(jenis__in=["pj", "plh", "plt", "tugas_tambahan"]),
                name="mutasi_usulanmutasi_satu_berjalan",
                violation_error_message="Pegawai ini masih mempunyai usulan lain yang berjalan.",
            ),
        ),
    ]
