"""A constant and a disposition say who set them and when, or neither."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisasi", "0004_pemberitahuan_kirim_lagi"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="nilaiketentuan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ditetapkan_oleh__isnull", True), ("ditetapkan_pada__isnull", True)),
                    models.Q(
                        ("ditetapkan_oleh__isnull", False), ("ditetapkan_pada__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="organisasi_nilaiketentuan_ditetapkan_siapa_kapan",
                violation_error_message="Penetapan harus memuat siapa dan kapan.",
            ),
        ),
    ]
