"""Letters from outside that name many people: stored once, laid to every case they name.

A paper about one case is kept by ``services.dokumen_masuk``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi.models import DokumenMasuk, UsulanMutasi
from mutasi.policies import bkn as policies
from mutasi.services import jalan
from mutasi.services.jalan import HasilBaris
from mutasi.tindakan_jalan import DOKUMEN_DICATAT
from organisasi.models import Pengguna
from organisasi.services.disposisi import MAKS_UKURAN, akhiran
from toolkit.policy import WrongMoment


@dataclass(frozen=True)
class IsiSurat:
    """What a letter says, and its scan (empty: there is none yet, so it proves nothing)."""

    jenis: str
    nomor: str
    tanggal: date
    penerbit: str
    jabatan_disebut: str = ""
    berlaku_sampai: date | None = None
    catatan: str = ""
    berkas: bytes = b""


@dataclass(frozen=True)
class Tersimpan:
    """Where a scan lies, and its sha256; both empty without one."""

    nama: str = ""
    sidik: str = ""


def simpan(isi: bytes, folder: str, *, per: date) -> Tersimpan:
    """Store a scan under its own hash: the same letter for forty names is one file.

    Refuses what is no PDF, JPG or PNG by its content, and what is larger than 10 MB.
    """
    if not isi:
        return Tersimpan()
    if len(isi) > MAKS_UKURAN:
        raise WrongMoment("Berkas paling besar 10 MB.", kode="ukuran")
    jenis = akhiran(isi)
    if not jenis:
        raise WrongMoment("Berkas harus berupa PDF, JPG, atau PNG.", kode="bukan_pindaian")
    sidik = sha256(isi).hexdigest()
    nama = f"{folder}/{per.year}/{sidik}.{jenis}"
    if not default_storage.exists(nama):
        nama = default_storage.save(nama, ContentFile(isi))
    return Tersimpan(nama, sidik)


def catat_surat(
    usulan: Iterable[UUID], isi: IsiSurat, *, oleh: Pengguna, per: date
) -> list[HasilBaris]:
    """Lay a letter to every case it names, whatever they wait for; one report per case."""
    policies.hari_surat.check(isi.tanggal, per=per)
    berkas = simpan(isi.berkas, "dokumen-masuk", per=per)
    return jalan.tiap_baris(
        sorted(usulan),
        lambda pk: _catat_satu(pk, isi, berkas, oleh=oleh, per=per),
        berhasil="Surat dicatat.",
    )


@transaction.atomic
def _catat_satu(
    pk: UUID, isi: IsiSurat, berkas: Tersimpan, *, oleh: Pengguna, per: date
) -> DokumenMasuk:
    usulan = jalan.kunci(pk)
    kerabat = jalan.berkerabat(usulan, oleh)
    policies.catat_surat.check(usulan, oleh, per=per, kerabat=kerabat)
    return lekatkan(usulan, isi, berkas, oleh=oleh)


def lekatkan(
    usulan: UsulanMutasi,
    isi: IsiSurat,
    berkas: Tersimpan,
    *,
    oleh: Pengguna,
    ditolak: bool = False,
) -> DokumenMasuk:
    """The row itself, to a locked case; an older letter for the same purpose is replaced."""
    kini = timezone.now()
    DokumenMasuk.objects.filter(
        usulan=usulan, jenis=isi.jenis, penerbit__iexact=isi.penerbit, catatan=isi.catatan,
        diganti_pada__isnull=True,
    ).update(diganti_pada=kini, diganti_oleh=oleh)  # fmt: skip
    surat = DokumenMasuk.objects.create(
        usulan=usulan, jenis=isi.jenis, nomor=isi.nomor, tanggal=isi.tanggal,
        penerbit=isi.penerbit, jabatan_disebut=isi.jabatan_disebut,
        berlaku_sampai=isi.berlaku_sampai, berkas=berkas.nama, berkas_sha256=berkas.sidik,
        ditolak=ditolak, catatan=isi.catatan, dicatat_pada=kini, dicatat_oleh=oleh,
    )  # fmt: skip
    catat(
        DOKUMEN_DICATAT, usulan, oleh=oleh,
        sesudah={
            "jenis": isi.jenis, "nomor": isi.nomor, "tanggal": isi.tanggal,
            "ditolak": ditolak, "sha256": berkas.sidik,
        },
    )  # fmt: skip
    return surat
