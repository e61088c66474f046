"""Papers from outside (D01-D11, permits, letters): stored once, laid to every case they name.

A paper is never edited: a newer one takes its place and the old one stays, marked so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from os import utime
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi.kernel.waktu import dokumen_sampai
from mutasi.models import DokumenMasuk, JenisDokumenMasuk, UsulanMutasi
from mutasi.policies import bkn as policies
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import jalan
from mutasi.services.jalan import HasilBaris
from mutasi.tindakan_jalan import DOKUMEN_DICATAT
from organisasi.models import Pengguna
from organisasi.services.disposisi import MAKS_UKURAN, akhiran
from toolkit.policy import OutOfReach, WrongMoment


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
    try:  # in use again: young, so that no sweep takes it before its row is there
        utime(default_storage.path(nama))
    except FileNotFoundError:
        nama = default_storage.save(nama, ContentFile(isi))
    return Tersimpan(nama, sidik)


def catat_surat(
    usulan: Iterable[UUID], isi: IsiSurat, *, oleh: Pengguna, per: date
) -> list[HasilBaris]:
    """Lay a letter to every case it names, whatever they wait for; one report per case."""
    isi = _lengkap(isi, per=per)
    berkas = simpan(isi.berkas, "dokumen-masuk", per=per)
    return jalan.tiap_baris(
        sorted(usulan),
        lambda pk: _catat_satu(pk, isi, berkas, oleh=oleh, per=per),
        berhasil="Surat dicatat.", oleh=oleh, per=per,
    )  # fmt: skip


@transaction.atomic
def ganti_surat(dokumen_id: int, isi: IsiSurat, *, oleh: Pengguna, per: date) -> DokumenMasuk:
    """Put another paper of the same kind in the place of one; ``isi.jenis`` is not asked."""
    milik = DokumenMasuk.objects.filter(pk=dokumen_id).values_list("usulan", flat=True).first()
    if milik is None:
        raise OutOfReach
    usulan = jalan.kunci(milik)
    lama = DokumenMasuk.objects.select_related("usulan__pegawai").get(pk=dokumen_id)
    policies.ganti_surat.check(lama, oleh, per=per, kerabat=jalan.berkerabat(usulan, oleh))
    isi = _lengkap(replace(isi, jenis=lama.jenis), per=per)
    berkas = simpan(isi.berkas, "dokumen-masuk", per=per)
    lama.diganti_pada, lama.diganti_oleh = timezone.now(), oleh
    lama.save(update_fields=["diganti_pada", "diganti_oleh"])
    return lekatkan(usulan, isi, berkas, oleh=oleh, mengganti=lama.pk)


def _lengkap(isi: IsiSurat, *, per: date) -> IsiSurat:
    """As it is kept: one that grows old gets the last day of its kind unless it names another."""
    if isi.jenis not in JenisDokumenMasuk.values:
        raise WrongMoment("Pilih jenis dokumennya.", kode="jenis")
    if not isi.nomor.strip() or not isi.penerbit.strip():
        raise WrongMoment("Tulis nomor dan penerbit dokumennya.", kode="kosong")
    policies.hari_surat.check(isi.tanggal, per=per)
    sampai = isi.berlaku_sampai or dokumen_sampai(isi.jenis, isi.tanggal, tetapan_jalan(per=per))
    return replace(isi, berlaku_sampai=sampai)


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
    mengganti: int | None = None,
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
            "ditolak": ditolak, "sha256": berkas.sidik, "mengganti": mengganti,
        },
    )  # fmt: skip
    return surat
