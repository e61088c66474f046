"""Workbooks that leave the import pages: the blank or filled template, the refused rows."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from organisasi.impor import JENIS, Hasil, JenisImpor, Konteks
from organisasi.models import Impor, Pengguna
from organisasi.services.impor import refused_workbook, tulis_templat
from toolkit.policy import WrongMoment
from toolkit.tabular import Problem


def buku_templat(jenis: JenisImpor, *, oleh: Pengguna) -> tuple[bytes, int]:
    """Our own template, prefilled where data exist; and how many rows it carries."""
    with TemporaryDirectory(prefix="serasi-") as folder:
        tujuan = Path(folder) / "templat.xlsx"
        jumlah = tulis_templat(jenis, tujuan, oleh=oleh)
        return tujuan.read_bytes(), jumlah


def buku_ditolak(impor: Impor) -> tuple[bytes, int]:
    """The refused rows as they came, reasons beside them; and how many."""
    if not impor.berkas:
        raise WrongMoment("Berkas unggahan sudah dihapus. Unggah lagi untuk melihat barisnya.")
    with TemporaryDirectory(prefix="serasi-") as folder:
        tujuan = Path(folder) / "ditolak.xlsx"
        jumlah = refused_workbook(
            _hasil_tersimpan(impor), Path(impor.berkas.path), JENIS[impor.jenis], tujuan,
            pemetaan=impor.pemetaan,
        )  # fmt: skip
        return tujuan.read_bytes(), jumlah


def _hasil_tersimpan(impor: Impor) -> Hasil:
    """The refusals as the last look at the file found them."""
    masalah = [
        Problem(t.baris or 0, t.kolom or None, t.nilai, t.kode, t.pesan, "tolak")
        for t in impor.temuan.filter(tingkat="tolak")
    ]
    konteks = Konteks(
        per=impor.per, oleh=impor.diunggah_oleh, nama_berkas=impor.nama_berkas, sha256=impor.sha256
    )
    return Hasil(galat=masalah, konteks=konteks)
