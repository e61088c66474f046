"""The one door to a file of evidence."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from jejak import akses
from penilaian.models import Bukti
from penilaian.policies.bukti import buka as boleh_buka
from penilaian.services.bukti import JENIS_ISI


@require_safe
def buka(request: HttpRequest, pk: int) -> FileResponse:
    """As a download: what came from outside is not opened inside our page."""
    rows = Bukti.objects.select_related("pegawai__unit", "unit")
    satu = get_object_or_404(rows, pk=pk)
    boleh_buka.check(satu, request.user, per=timezone.localdate())
    _catat_lihat(request, satu)
    jenis = JENIS_ISI[str(satu.berkas.name).rsplit(".", 1)[-1]]
    berkas = satu.berkas.open("rb")
    jawaban = FileResponse(berkas, as_attachment=True, filename=satu.nama, content_type=jenis)
    jawaban["Cache-Control"] = "no-store, private"
    return jawaban


def _catat_lihat(request: HttpRequest, satu: Bukti) -> None:
    """Somebody else's eyes on a person's evidence are noted."""
    if satu.pegawai is not None and satu.pegawai.pengguna_id != request.user.pk:
        akses.lihat(
            satu.pegawai.pk, oleh=request.user, apa=f"bukti {satu.get_macam_display().lower()}",
            alasan="mengunduh berkas bukti",
        )  # fmt: skip
