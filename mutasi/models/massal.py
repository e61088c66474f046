"""BarisMassal: what became of one case of a bulk act that ran in the background."""

from __future__ import annotations

from django.db import models


class BarisMassal(models.Model):
    """Written in the transaction of the act itself: a row is done and told once, or neither.

    ``usulan`` may name a case that was to be written and was refused: then there is none.
    """

    proses = models.ForeignKey("organisasi.Proses", on_delete=models.CASCADE, related_name="+")
    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    berhasil = models.BooleanField()
    kalimat = models.TextField()
    pada = models.DateTimeField()

    class Meta:
        verbose_name = "baris tindakan massal"
        verbose_name_plural = "baris tindakan massal"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proses", "usulan"],
                name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Baris ini sudah dikerjakan dalam pekerjaan yang sama.",
            ),
        ]

    def __str__(self) -> str:
        return "selesai" if self.berhasil else "ditolak"
