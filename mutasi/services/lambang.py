"""The emblems above an office's papers: tried before they are laid, withdrawn, never edited."""

from __future__ import annotations

from datetime import date

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.models import Lambang, MacamLambang
from mutasi.policies import lambang as policies
from mutasi.services.naskah_lambang import BITA_MAKS, akhiran, periksa_lambang, sidik_lambang
from organisasi.models import Pengguna
from toolkit.policy import OutOfReach, Refusal, WrongMoment


@transaction.atomic
def pasang_lambang(macam: str, *, oleh: Pengguna, per: date, gambar: UploadedFile) -> Lambang:
    """Lay a picture that can be printed; drafts written before it ask to be refreshed."""
    policies.kelola.check(oleh, per=per)
    if macam not in MacamLambang.values:
        raise OutOfReach()
    isi = gambar.read(BITA_MAKS + 1)  # no more than it takes to see that it is too large
    if cela := periksa_lambang(isi):
        raise Refusal(" ".join(cela), kode="gambar")
    sidik = sidik_lambang(isi)
    dipakai = Lambang.objects.select_for_update().filter(macam=macam, dicabut_pada__isnull=True)
    lama = dipakai.first()
    if lama is not None and lama.gambar_sha256 == sidik:
        raise WrongMoment("Gambar ini sudah menjadi lambang kantor.", kode="sama")
    if lama is not None:
        _akhiri(lama, oleh)
    baru = Lambang(
        macam=macam, gambar_sha256=sidik, diunggah_pada=timezone.now(), diunggah_oleh=oleh
    )
    baru.gambar.save(f"{sidik[:16]}.{akhiran(isi)}", ContentFile(isi), save=False)
    baru.save(force_insert=True)
    catat(tindakan.LAMBANG_DIPASANG, baru, oleh=oleh, sesudah={"sha256": sidik})
    return baru


@transaction.atomic
def cabut_lambang(lambang_id: int, *, oleh: Pengguna, per: date) -> Lambang:
    """Withdraw it; new papers have the drawn placeholder again, old ones keep theirs."""
    satu = Lambang.objects.select_for_update().filter(pk=lambang_id).first()
    if satu is None:
        raise OutOfReach()
    policies.cabut.check(satu, oleh, per=per)
    _akhiri(satu, oleh)
    return satu


def _akhiri(satu: Lambang, oleh: Pengguna) -> None:
    satu.dicabut_pada, satu.dicabut_oleh = timezone.now(), oleh
    satu.save(update_fields=["dicabut_pada", "dicabut_oleh"])
    catat(tindakan.LAMBANG_DICABUT, satu, oleh=oleh)
