"""Moves between instansi (B1-B3): the letters are there, so the case goes on (H15)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from mutasi.alur import Aksi
from mutasi.models import UsulanMutasi
from mutasi.selectors.meja_antar import putusan_antar
from mutasi.selectors.meja_izin import surat_usulan
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import jalan
from mutasi.services.aturan_jalan import kalimat
from mutasi.services.izin_luar import izin_kurang, lengkapi_gerbang
from mutasi.services.jalan import HasilBaris
from organisasi.models import Pengguna
from penilaian.kernel.putusan import Hasil
from toolkit.policy import WrongMoment


@transaction.atomic
def lengkapi_antar(usulan_id: UUID, *, oleh: Pengguna, per: date) -> UsulanMutasi:
    """On to BKN: the receiving PPK's proposal and the giving PPK's consent name the post, and
    Mendagri was asked where the route wants it. Refused with what is missing."""
    usulan = jalan.mulai(usulan_id, Aksi.LENGKAPI_ANTAR, oleh=oleh, per=per)
    surat = surat_usulan([usulan.pk])[usulan.pk]
    putusan = putusan_antar(usulan, surat, tetapan_jalan(per=per))
    if putusan.putusan is not Hasil.LOLOS:
        raise WrongMoment(kalimat(putusan), kode=putusan.kode)
    kolom = lengkapi_gerbang(usulan, izin_kurang(usulan, per=per))
    return jalan.maju(usulan, Aksi.LENGKAPI_ANTAR, oleh=oleh, kolom=kolom)


def lengkapi_banyak(usulan: Iterable[UUID], *, oleh: Pengguna, per: date) -> list[HasilBaris]:
    """Each in its own savepoint."""
    return jalan.tiap_baris(
        sorted(usulan),
        lambda pk: lengkapi_antar(pk, oleh=oleh, per=per),
        berhasil="Surat antarinstansi lengkap; usulan diteruskan.", oleh=oleh, per=per,
    )  # fmt: skip
