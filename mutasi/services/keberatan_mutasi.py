"""Objections to decrees (UU 30/2014 Pasal 75-77). None stops a decree by itself.

Late ones are refused with their sentence; the page then gives a receipt of the attempt. Upheld, the
decree is taken back or corrected by a new one, which BKD is asked to draw up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.models import KeberatanMutasi, Keputusan, PutusanKeberatanMutasi, UsulanMutasi
from mutasi.policies import keberatan_mutasi as policies
from mutasi.selectors import keberatan_mutasi as baca
from mutasi.selectors.pelaksanaan import sk_berlaku
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import jalan
from mutasi.services.usulan_kabar import pemegang
from organisasi.izin import Izin
from organisasi.models import Pengguna
from organisasi.services.pemberitahuan import beri_tahu_banyak
from toolkit.policy import OutOfReach, WrongMoment

MIN_ALASAN = policies.MIN_ALASAN
ALAMAT = "/mutasi/keberatan/"


@dataclass(frozen=True)
class Surat:
    """A letter: its number and the day on its receipt."""

    nomor: str
    diterima: date


@transaction.atomic
def ajukan_keberatan(usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str) -> KeberatanMutasi:
    """Object to the decree about oneself; on the last day still in time."""
    usulan, sk = _kunci(usulan_id)
    batas = baca.jam(usulan, sk, per=per).ajukan
    policies.ajukan.check(usulan, oleh, batas=batas, masuk=per, sudah=_sudah(usulan, sk))
    return _buat(usulan, sk, alasan, batas=batas, masuk=per, surat=None, oleh=oleh, per=per)


@transaction.atomic
def terima_keberatan(
    usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str
) -> KeberatanMutasi | None:
    """What the page does with an objection; None: it came late.

    The late one is not examined. Who sent it gets a receipt with the day and the limit (a message
    of his own and a trace), for the court that he may still turn to.
    """
    usulan, sk = _kunci(usulan_id)
    batas = baca.jam(usulan, sk, per=per).ajukan
    if per <= batas:
        return ajukan_keberatan(usulan_id, oleh=oleh, per=per, alasan=alasan)
    # Nothing else may speak against it: then the refusal is another one.
    policies.ajukan.check(usulan, oleh, batas=batas, masuk=batas, sudah=_sudah(usulan, sk))
    catat(
        tindakan.KEBERATAN_TERLAMBAT, usulan, oleh=oleh, sesudah={"batas": batas, "masuk": per}
    )  # fmt: skip
    beri_tahu_banyak(
        [oleh.pk], kunci=f"keberatan-mutasi-lambat:{usulan.pk}:{per:%Y%m%d}",
        judul="Tanda terima: keberatan Anda masuk sesudah batas waktu",
        isi=f"Masuk {per:%d-%m-%Y} atas SK nomor {sk.nomor}; batasnya {batas:%d-%m-%Y} "
        "(21 hari kerja, UU 30/2014 Pasal 77), jadi tidak diperiksa. Gugatan ke PTUN tetap "
        "terbuka menurut undang-undang.",
        tautan="/mutasi-saya/keberatan/",
    )  # fmt: skip
    return None


@transaction.atomic
def catat_surat_keberatan(
    usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str, surat: Surat
) -> KeberatanMutasi:
    """Write down a letter of the employee; the day it was received counts."""
    usulan, sk = _kunci(usulan_id)
    batas = baca.jam(usulan, sk, per=surat.diterima).ajukan
    policies.catat_surat.check(
        usulan, oleh, per=per, batas=batas, masuk=surat.diterima, sudah=_sudah(usulan, sk),
        kerabat=jalan.berkerabat(usulan, oleh),
    )  # fmt: skip
    if not surat.nomor.strip():
        raise WrongMoment("Tulis nomor suratnya.", kode="nomor")
    return _buat(
        usulan, sk, alasan, batas=batas, masuk=surat.diterima, surat=surat, oleh=oleh, per=per
    )


def _kunci(usulan_id: UUID) -> tuple[UsulanMutasi, Keputusan]:
    """The case, held: of two objections at once the second meets the first."""
    usulan = jalan.kunci(usulan_id)
    sk = sk_berlaku([usulan.pk]).get(usulan.pk)
    if sk is None:
        raise OutOfReach()
    return usulan, sk


def _sudah(usulan: UsulanMutasi, sk: Keputusan) -> bool:
    return KeberatanMutasi.objects.filter(usulan=usulan, keputusan=sk).exists()


def _buat(
    usulan: UsulanMutasi, sk: Keputusan, alasan: str, *, batas: date, masuk: date,
    surat: Surat | None, oleh: Pengguna, per: date,
) -> KeberatanMutasi:  # fmt: skip
    if len(alasan.strip()) < MIN_ALASAN:
        raise WrongMoment(f"Tulis alasannya, paling sedikit {MIN_ALASAN} huruf.", kode="alasan")
    putus = baca.jam(usulan, sk, per=masuk, diajukan=masuk).putus or masuk
    baru = KeberatanMutasi(
        usulan=usulan, keputusan=sk, alasan=alasan.strip(), batas=batas, batas_putus=putus,
        wakil=surat is not None, nomor_surat=surat.nomor.strip() if surat else "",
        diajukan_pada=timezone.now(), diajukan_oleh=oleh,
    )  # fmt: skip
    baru.save(force_insert=True)
    _kabari(baru, (Izin.USULAN_PUTUSKAN, Izin.KEPUTUSAN_SUSUN), "diajukan",
            "Keberatan atas sebuah keputusan menunggu putusan", per=per)  # fmt: skip
    catat(
        tindakan.KEBERATAN_DIAJUKAN, baru, oleh=oleh,
        sesudah={"batas": batas, "batas_putus": putus, "surat": baru.wakil},
    )  # fmt: skip
    return baru


def _kabari(
    keberatan: KeberatanMutasi, izin: tuple[Izin, ...], perihal: str, judul: str, *, per: date
) -> None:
    akun = {pk for satu in izin for pk in pemegang(keberatan.usulan, satu, per=per)}
    beri_tahu_banyak(
        sorted(akun), kunci=f"keberatan-mutasi-{perihal}:{keberatan.pk}", judul=judul,
        isi=f"Batas putusan {keberatan.batas_putus:%d-%m-%Y}.", tautan=f"{ALAMAT}{keberatan.pk}/",
    )  # fmt: skip


@transaction.atomic
def putuskan_keberatan(
    keberatan_id: int, *, oleh: Pengguna, per: date, kabul: bool, pertimbangan: str
) -> KeberatanMutasi:
    """The PPK decides with reasons; upheld, BKD is asked for the decree that follows."""
    satu = (
        KeberatanMutasi.objects.select_for_update(of=("self",))
        .select_related("usulan__pegawai", "usulan__berkas", "keputusan")
        .get(pk=keberatan_id)
    )
    kerabat = jalan.berkerabat(satu.usulan, oleh)
    policies.putuskan.check(satu, oleh, per=per, kerabat=kerabat)
    paling_sedikit = int(tetapan_jalan(per=per).min_huruf_alasan)
    if len(pertimbangan.strip()) < paling_sedikit:
        raise WrongMoment(
            f"Tulis pertimbangannya, paling sedikit {paling_sedikit} huruf.", kode="alasan"
        )
    hasil = PutusanKeberatanMutasi.DIKABULKAN if kabul else PutusanKeberatanMutasi.DITOLAK
    satu.putusan, satu.pertimbangan = hasil, pertimbangan.strip()
    satu.diputus_pada, satu.diputus_oleh = timezone.now(), oleh
    satu.save(update_fields=["putusan", "pertimbangan", "diputus_pada", "diputus_oleh"])
    if kabul:
        _kabari(satu, (Izin.KEPUTUSAN_SUSUN,), "dikabulkan",
                "Keberatan dikabulkan: susun keputusan pencabutan atau ralat", per=per)  # fmt: skip
    _kabari_pegawai(satu)
    catat(tindakan.KEBERATAN_DIPUTUS, satu, oleh=oleh, sesudah={"putusan": hasil.value})
    return satu


def _kabari_pegawai(satu: KeberatanMutasi) -> None:
    akun = satu.usulan.pegawai.pengguna_id
    if akun is not None:
        beri_tahu_banyak(
            [akun], kunci=f"keberatan-mutasi-putus:{satu.pk}",
            judul="Keberatan Anda atas keputusan sudah diputus",
            isi="Buka halaman keberatan untuk membaca pertimbangannya.",
            tautan="/mutasi-saya/keberatan/",
        )  # fmt: skip
