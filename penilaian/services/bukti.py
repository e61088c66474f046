"""Files of evidence: taken in by what they are, not by what they are called."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna, UnitKerja
from organisasi.services.disposisi import MAKS_UKURAN, akhiran
from pegawai.models import Pegawai
from penilaian.models import Bukti, MacamBukti
from penilaian.tindakan_nilai import BUKTI_DIUNGGAH
from toolkit.policy import WrongMoment

_OFFICE = "application/vnd.openxmlformats-officedocument"
JENIS_ISI = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "docx": f"{_OFFICE}.wordprocessingml.document",
}
DITERIMA = "PDF, PNG, JPG, XLSX, atau DOCX"
# The part that makes a package of Office what it is.
_INTI = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx"}
_NAMA_MAKS = 255


@transaction.atomic
def simpan_bukti(
    berkas: UploadedFile,
    *,
    macam: str,
    pegawai: Pegawai | None = None,
    unit: UnitKerja | None = None,
    oleh: Pengguna,
) -> Bukti:
    """Keep the file, about one person or one unit, and leave its trace.

    Part of another act, which has asked its own policy. WrongMoment for a file too large, empty, of
    another kind, or whose name says another kind than its content.
    """
    nama = str(berkas.name or "bukti").replace("\\", "/").rsplit("/", 1)[-1][-_NAMA_MAKS:]
    if berkas.size is None or berkas.size > MAKS_UKURAN:
        raise WrongMoment("Bukti paling besar 10 MB.", kode="ukuran")
    isi = berkas.read()
    jenis = jenis_bukti(isi, nama)
    sidik = sha256(isi).hexdigest()
    baru = Bukti(
        macam=MacamBukti(macam), pegawai=pegawai, unit=unit, nama=nama, sha256=sidik,
        ukuran=len(isi), diunggah_pada=timezone.now(), diunggah_oleh=oleh,
    )  # fmt: skip
    baru.berkas.save(f"{sidik[:16]}.{jenis}", ContentFile(isi), save=False)
    baru.save(force_insert=True)
    catat(
        BUKTI_DIUNGGAH, baru, oleh=oleh,
        sesudah={"macam": macam, "tentang": str(pegawai or unit), "sha256": sidik},
    )  # fmt: skip
    return baru


def jenis_bukti(isi: bytes, nama: str) -> str:
    """pdf, png, jpg, xlsx or docx by content; WrongMoment for anything else."""
    if not isi:
        raise WrongMoment("Berkas bukti ini kosong. Pilih lagi berkasnya.", kode="kosong")
    jenis = akhiran(isi) or _jenis_office(isi)
    if not jenis:
        raise WrongMoment(f"Bukti harus berupa berkas {DITERIMA}.", kode="jenis_berkas")
    tertulis = nama.rsplit(".", 1)[-1].lower() if "." in nama else ""
    if tertulis.replace("jpeg", "jpg") != jenis:
        raise WrongMoment(
            f"Isi {nama} adalah {jenis.upper()}, bukan seperti namanya. Simpan ulang sebagai "
            f".{jenis}, lalu unggah lagi.",
            kode="nama_berkas",
        )
    return jenis


def _jenis_office(isi: bytes) -> str:
    """xlsx or docx, and neither when it carries macros."""
    try:
        with ZipFile(BytesIO(isi)) as paket:
            bagian = set(paket.namelist())
    except (BadZipFile, NotImplementedError, ValueError, OSError):
        # Broken, of a version nobody writes, or with names and offsets that cannot be read.
        return ""
    if "[Content_Types].xml" not in bagian or any(b.endswith("vbaProject.bin") for b in bagian):
        return ""
    return next((jenis for inti, jenis in _INTI.items() if inti in bagian), "")
