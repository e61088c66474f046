"""Dispositions on paper of officials who never log in: recorded with a scan, confirmed by two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi import policies, tindakan
from organisasi.models import Disposisi, Pengguna, PenugasanPeran
from toolkit.policy import WrongMoment

MAKS_UKURAN = 10 * 1024 * 1024
# First bytes of what a scanner makes. The name of a file proves nothing.
TANDA = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}
JENIS_ISI = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True)
class IsiDisposisi:
    """What the paper says, and its scan."""

    nomor: str
    tanggal: date
    pejabat: PenugasanPeran
    perihal: str
    isi: str
    pindaian: bytes


def akhiran(pindaian: bytes) -> str:
    """pdf, jpg or png by content; "" for anything else."""
    return next((nama for tanda, nama in TANDA.items() if pindaian.startswith(tanda)), "")


@transaction.atomic
def catat_disposisi(isi: IsiDisposisi, *, oleh: Pengguna, per: date) -> Disposisi:
    """Record it; it counts only after a second person has compared it with the scan."""
    policies.catat_disposisi.check(oleh)
    if isi.tanggal > per:
        raise WrongMoment("Tanggal disposisi tidak boleh di masa depan.", kode="tanggal")
    if not isi.pejabat.aktif_pada(isi.tanggal):
        raise WrongMoment(
            "Pejabat itu tidak memegang perannya pada tanggal disposisi.", kode="pejabat"
        )
    if len(isi.pindaian) > MAKS_UKURAN:
        raise WrongMoment("Pindaian paling besar 10 MB.", kode="ukuran")
    jenis = akhiran(isi.pindaian)
    if not jenis:
        raise WrongMoment("Pindaian harus berupa berkas PDF, JPG, atau PNG.", kode="bukan_pindaian")
    sidik = sha256(isi.pindaian).hexdigest()
    baru = Disposisi(
        nomor=isi.nomor, tanggal=isi.tanggal, pejabat=isi.pejabat, perihal=isi.perihal,
        isi=isi.isi, pindaian_sha256=sidik, dicatat_pada=timezone.now(), dicatat_oleh=oleh,
    )  # fmt: skip
    baru.pindaian.save(f"{sidik[:16]}.{jenis}", ContentFile(isi.pindaian), save=False)
    baru.save(force_insert=True)
    catat(
        tindakan.DISPOSISI_DICATAT, baru, oleh=oleh,
        sesudah={
            "pejabat": f"{isi.pejabat.pengguna.nama} ({isi.pejabat.get_peran_display()})",
            "tanggal": isi.tanggal, "sha256": sidik,
        },
    )  # fmt: skip
    return baru


@transaction.atomic
def sahkan_disposisi(disposisi_id: int, *, oleh: Pengguna) -> Disposisi:
    """Confirm, as a second person, that the record agrees with the unchanged scan."""
    baris = Disposisi.objects.select_for_update().get(pk=disposisi_id)
    policies.sahkan_disposisi.check(baris, oleh)
    with baris.pindaian.open("rb") as berkas:
        if sha256(berkas.read()).hexdigest() != baris.pindaian_sha256:
            raise WrongMoment(
                "Pindaian berubah sejak dicatat; catat ulang disposisi ini.", kode="sidik"
            )
    baris.disahkan_pada, baris.disahkan_oleh = timezone.now(), oleh
    baris.save(update_fields=["disahkan_pada", "disahkan_oleh"])
    catat(tindakan.DISPOSISI_DISAHKAN, baris, oleh=oleh, sesudah={"sha256": baris.pindaian_sha256})
    return baris
