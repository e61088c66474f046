"""Workbooks that leave the import pages: the blank or filled template, the refused rows."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from organisasi.impor import JENIS, Hasil, JenisImpor
from organisasi.models import Impor
from organisasi.services.impor import refused_workbook
from toolkit.policy import WrongMoment
from toolkit.tabular import Problem
from toolkit.xlsx import LembarTulis, tulis_buku


def buku_templat(jenis: JenisImpor) -> tuple[bytes, int]:
    """Our own template, prefilled where data exist; and how many rows it carries."""
    baris = list(jenis.isi_templat())
    isi = BytesIO()
    tulis_buku(isi, [LembarTulis(jenis.label, jenis.kolom, baris)])
    return isi.getvalue(), len(baris)


def buku_ditolak(impor: Impor) -> tuple[bytes, int]:
    """The refused rows as they came, reasons beside them; and how many."""
    if not impor.berkas:
        raise WrongMoment("Berkas unggahan sudah dihapus. Unggah lagi untuk melihat barisnya.")
    masalah = [
        Problem(t.baris or 0, t.kolom or None, t.nilai, t.kode, t.pesan, "tolak")
        for t in impor.temuan.filter(tingkat="tolak")
    ]
    with TemporaryDirectory(prefix="serasi-") as folder:
        tujuan = Path(folder) / "ditolak.xlsx"
        jumlah = refused_workbook(
            Hasil(galat=masalah), Path(impor.berkas.path), JENIS[impor.jenis], tujuan,
            pemetaan=impor.pemetaan,
        )  # fmt: skip
        return tujuan.read_bytes(), jumlah
