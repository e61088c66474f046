"""Tables of amounts may gain rows for a day they already have; the newest row of a day counts."""

from django.db import migrations, models

_NAMA = "organisasi_nilaiketentuan_kode_mulai"
_TABEL = ["tambahan_penghasilan_kelas", "tunjangan_fungsional", "tunjangan_struktural"]


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0006_sektor_dan_sotk")]

    operations = [
        migrations.RemoveConstraint(model_name="nilaiketentuan", name=_NAMA),
        migrations.AddConstraint(
            model_name="nilaiketentuan",
            constraint=models.UniqueConstraint(
                fields=["kode", "mulai"],
                condition=~models.Q(kode__in=_TABEL),
                name=_NAMA,
                violation_error_message="Ketentuan ini sudah memiliki nilai yang mulai hari itu.",
            ),
        ),
    ]
