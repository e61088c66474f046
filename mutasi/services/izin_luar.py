"""Consents of officials outside: Mendagri in a political window, the gates of special offices.

A case that needs several waits for all of them; each paper is laid to every case it names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from mutasi.alur import Aksi, Gerbang
from mutasi.models import UsulanMutasi
from mutasi.policies import bkn as policies
from mutasi.selectors.meja_izin import IzinDiminta, izin_diminta, kurang_izin
from mutasi.services import jalan
from mutasi.services.jalan import HasilBaris
from mutasi.services.surat_luar import IsiSurat, Tersimpan, lekatkan, simpan
from organisasi.models import Pengguna
from penilaian.kernel.kata import daftar
from toolkit.policy import WrongMoment


def izin_kurang(usulan: UsulanMutasi, *, per: date) -> list[IzinDiminta]:
    """The permits asked of one case that have not come."""
    return kurang_izin(izin_diminta([usulan], per=per).get(usulan.pk, ()))


def lengkapi_gerbang(usulan: UsulanMutasi, kurang: Sequence[IzinDiminta] | None) -> tuple[str, ...]:
    """Add the stop for permits when one is missing by now; the columns to save.

    The day moves on between the submission and this act: a window may have opened, an office may
    have become special. What was asked before stays asked.
    """
    if Gerbang.IZIN in usulan.gerbang or not kurang:
        return ()
    usulan.gerbang = [*usulan.gerbang, Gerbang.IZIN.value]
    return ("gerbang",)


def catat_izin(
    usulan: Iterable[UUID], kunci: str, isi: IsiSurat, *, oleh: Pengguna, per: date
) -> list[HasilBaris]:
    """Lay one permit (``IzinDiminta.kunci``) to every case it names; complete cases go on."""
    policies.mencatat.check(oleh, per=per)
    policies.hari_surat.check(isi.tanggal, per=per)
    if not isi.berkas:
        raise WrongMoment("Lampirkan berkas izin yang memuat nama-namanya.", kode="berkas")
    berkas = simpan(isi.berkas, "dokumen-masuk", per=per)
    return _tiap_satu(
        usulan, lambda pk: _catat_satu(pk, kunci, isi, berkas, oleh=oleh, per=per),
        oleh=oleh, per=per,
    )  # fmt: skip


def teruskan_izin(usulan: Iterable[UUID], *, oleh: Pengguna, per: date) -> list[HasilBaris]:
    """Send on the cases whose permits all came before they stopped here."""
    return _tiap_satu(usulan, lambda pk: _teruskan_satu(pk, oleh=oleh, per=per), oleh=oleh, per=per)


def catat_penolakan_izin(
    usulan: Iterable[UUID], kunci: str, isi: IsiSurat, *, oleh: Pengguna, per: date, alasan: str
) -> list[HasilBaris]:
    """Record that a permit was refused: the case ends."""
    policies.mencatat.check(oleh, per=per)
    policies.hari_surat.check(isi.tanggal, per=per)
    berkas = simpan(isi.berkas, "dokumen-masuk", per=per)
    return jalan.tiap_baris(
        sorted(usulan),
        lambda pk: _tolak_satu(pk, kunci, isi, berkas, oleh=oleh, per=per, alasan=alasan),
        berhasil="Penolakan izin dicatat; usulan ditolak.", oleh=oleh, per=per,
    )  # fmt: skip


def _tiap_satu(
    usulan: Iterable[UUID], satu: Callable[[UUID], str], *, oleh: Pengguna, per: date
) -> list[HasilBaris]:
    """As ``jalan.tiap_baris``, with what is still waited for as the word of each row."""
    kata: dict[UUID, str] = {}
    return jalan.tiap_baris(
        sorted(usulan), lambda pk: kata.__setitem__(pk, satu(pk)), berhasil=kata.__getitem__,
        oleh=oleh, per=per,
    )  # fmt: skip


@transaction.atomic
def _catat_satu(
    pk: UUID, kunci: str, isi: IsiSurat, berkas: Tersimpan, *, oleh: Pengguna, per: date
) -> str:
    usulan = jalan.mulai(pk, Aksi.CATAT_IZIN, oleh=oleh, per=per)
    diminta = _diminta(usulan, kunci, per=per)
    lekatkan(usulan, _sesuai(isi, diminta), berkas, oleh=oleh)
    return _maju_bila_lengkap(usulan, oleh=oleh, per=per)


@transaction.atomic
def _teruskan_satu(pk: UUID, *, oleh: Pengguna, per: date) -> str:
    usulan = jalan.mulai(pk, Aksi.CATAT_IZIN, oleh=oleh, per=per)
    kurang = kurang_izin(izin_diminta([usulan], per=per).get(pk, ()))
    if kurang:
        raise WrongMoment(f"Belum ada {_sebut(kurang)}.", kode="izin_kurang")
    return _maju_bila_lengkap(usulan, oleh=oleh, per=per)


@transaction.atomic
def _tolak_satu(
    pk: UUID,
    kunci: str,
    isi: IsiSurat,
    berkas: Tersimpan,
    *,
    oleh: Pengguna,
    per: date,
    alasan: str,
) -> None:
    usulan = jalan.mulai(pk, Aksi.CATAT_TOLAK_IZIN, oleh=oleh, per=per)
    diminta = _diminta(usulan, kunci, per=per)
    lekatkan(usulan, _sesuai(isi, diminta), berkas, oleh=oleh, ditolak=True)
    jalan.maju(usulan, Aksi.CATAT_TOLAK_IZIN, oleh=oleh, alasan=alasan)


def _diminta(usulan: UsulanMutasi, kunci: str, *, per: date) -> IzinDiminta:
    semua = izin_diminta([usulan], per=per).get(usulan.pk, ())
    for satu in semua:
        if satu.kunci == kunci:
            return satu
    raise WrongMoment("Izin ini tidak diminta untuk usulan ini.", kode="izin_lain")


def _sesuai(isi: IsiSurat, diminta: IzinDiminta) -> IsiSurat:
    """The paper as the gate names it: whose, and for which document."""
    return IsiSurat(
        jenis=diminta.jenis, nomor=isi.nomor, tanggal=isi.tanggal, penerbit=diminta.penerbit,
        berlaku_sampai=isi.berlaku_sampai, catatan=diminta.dokumen, berkas=isi.berkas,
    )  # fmt: skip


def _maju_bila_lengkap(usulan: UsulanMutasi, *, oleh: Pengguna, per: date) -> str:
    kurang = kurang_izin(izin_diminta([usulan], per=per).get(usulan.pk, ()))
    if kurang:
        return f"Izin dicatat; masih menunggu {_sebut(kurang)}."
    jalan.maju(usulan, Aksi.CATAT_IZIN, oleh=oleh)
    return "Semua izin sudah ada; usulan menunggu keputusan PPK."


def _sebut(kurang: Iterable[IzinDiminta]) -> str:
    return daftar(f"{satu.dokumen} dari {satu.penerbit}" for satu in kurang)
