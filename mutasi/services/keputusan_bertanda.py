"""The signed file of a decree: brought back once, kept unchanged, compared with what was set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.models import Keputusan
from mutasi.policies import keputusan as policies
from mutasi.services.berkas_pdf import baca_pdf
from mutasi.services.keputusan import kunci
from organisasi.models import Pengguna
from toolkit.policy import WrongMoment


class Banding(StrEnum):
    """What a signed file is beside the PDF that was set."""

    DITAMBAHI = "ditambahi"
    LAIN = "lain"


KALIMAT = {
    Banding.DITAMBAHI: "Isinya PDF dari SERASI yang ditambahi tanda tangan elektronik; bagian "
    "aslinya tidak berubah.",
    Banding.LAIN: "Berkas ini berbeda dari PDF yang dibuat SERASI, seperti halnya pindaian. "
    "Bandingkan isinya dengan mata; berkasnya tetap disimpan apa adanya.",
}


@dataclass(frozen=True)
class HasilUnggah:
    """The decree with its signed file, and how that file relates to ours."""

    keputusan: Keputusan
    banding: Banding

    @property
    def kalimat(self) -> str:
        """For the person who uploaded it."""
        return KALIMAT[self.banding]


@transaction.atomic
def unggah_bertanda(
    keputusan_id: UUID, *, oleh: Pengguna, per: date, berkas: UploadedFile
) -> HasilUnggah:
    """Keep the signed PDF (TTE or scan) byte by byte with its hash; never replaced (H27).

    Our own PDF is refused: it bears no signature.
    """
    k = kunci(keputusan_id)
    policies.unggah_bertanda.check(k, oleh, per=per)
    isi, sidik = baca_pdf(berkas)
    if sidik == k.pdf_sha256:
        raise WrongMoment(
            "Berkas ini sama persis dengan PDF dari SERASI, jadi belum bertanda tangan.",
            kode="belum_bertanda",
        )
    k.bertanda_sha256 = sidik
    k.bertanda.save(f"{sidik[:16]}-bertanda.pdf", ContentFile(isi), save=False)
    k.bertanda_pada, k.bertanda_oleh = timezone.now(), oleh
    k.save(update_fields=["bertanda", "bertanda_sha256", "bertanda_pada", "bertanda_oleh"])
    hasil = HasilUnggah(k, _banding(k, isi))
    catat(
        tindakan.KEPUTUSAN_BERTANDA, k, oleh=oleh,
        sesudah={"sha256": sidik, "banding": hasil.banding.value},
    )  # fmt: skip
    return hasil


def _banding(k: Keputusan, isi: bytes) -> Banding:
    """An electronic signature is appended: what was there before stays, byte by byte."""
    with k.pdf.open("rb") as asli:
        return Banding.DITAMBAHI if isi.startswith(asli.read()) else Banding.LAIN
