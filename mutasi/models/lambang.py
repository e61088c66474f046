"""The emblems above an office's papers."""

from __future__ import annotations

from django.db import models

from toolkit.constraints import both_or_neither, one_of


class MacamLambang(models.TextChoices):
    """Which head it stands in (Permendagri 1/2023): a regional head's, or the region's."""

    NEGARA = "negara", "Lambang negara"
    DAERAH = "daerah", "Lambang daerah"


class Lambang(models.Model):
    """A picture an office gave for the head of its papers; one of each kind is in use.

    A withdrawn one stays: papers frozen with it name it by its hash.
    """

    macam = models.CharField(max_length=6, choices=MacamLambang)
    gambar = models.FileField(upload_to="lambang/")
    gambar_sha256 = models.CharField(max_length=64)
    diunggah_pada = models.DateTimeField()
    diunggah_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    dicabut_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "lambang"
        verbose_name_plural = "lambang"
        ordering = ["macam", "-diunggah_pada", "-pk"]
        constraints = [
            one_of("macam", MacamLambang, message="Macam lambang tidak dikenal."),
            both_or_neither("dicabut", message="Pencabutan lambang memuat siapa dan kapan."),
            models.UniqueConstraint(
                fields=["macam"],
                condition=models.Q(dicabut_pada__isnull=True),
                name="%(app_label)s_%(class)s_satu_dipakai",
                violation_error_message="Lambang ini baru saja dipasang orang lain.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_macam_display().lower()

    @property
    def bentuk(self) -> str:
        """``png`` or ``jpg``."""
        return str(self.gambar.name).rpartition(".")[2]
