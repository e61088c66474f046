"""Files that were never uploaded: the command line and the demonstration keep the same record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from django.utils import timezone

from organisasi.impor import Hasil, JenisImpor, diam
from organisasi.models import Impor, Pengguna, StatusImpor
from organisasi.services.impor import konteks_dari, terapkan_berkas
from organisasi.services.impor_ringkasan import ringkas, simpan_rincian


def terapkan_langsung(
    path: Path,
    jenis: JenisImpor,
    *,
    per: date,
    oleh: Pengguna,
    parameter: Mapping[str, str] | None = None,
    kemajuan: Callable[[int, str], None] = diam,
) -> Hasil:
    """Apply a file where it lies; the list of imports shows it beside those of the browser.

    The record stands or falls with the rows. The file itself is not kept.
    """

    def penutup(hasil: Hasil) -> None:
        kini = timezone.now()
        impor = Impor.objects.create(
            jenis=jenis.kode,
            nama_berkas=path.name[:255],
            sha256=konteks_dari(hasil).sha256,
            ukuran=path.stat().st_size,
            per=per,
            parameter=dict(parameter or {}),
            status=StatusImpor.DITERAPKAN,
            ringkasan=ringkas(hasil),
            diunggah_pada=kini,
            diunggah_oleh=oleh,
            diterapkan_pada=kini,
            diterapkan_oleh=oleh,
            berkas_dihapus_pada=kini,
        )
        simpan_rincian(impor, hasil)

    return terapkan_berkas(
        path,
        jenis,
        per=per,
        oleh=oleh,
        parameter=parameter,
        kemajuan=kemajuan,
        penutup=penutup,
    )
