"""Drafts of decrees: written from approved cases, mended, numbered, given up.

A draft's ``isi`` is the frozen paper as it would be set now, so that who signs sets exactly what he
read; whatever changes the draft writes it anew.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.kernel.naskah import beku
from mutasi.kernel.naskah.keputusan import Keputusan as NaskahKeputusan
from mutasi.kernel.naskah.periksa import periksa
from mutasi.kernel.nomor import CaraNomor
from mutasi.kernel.waktu import tmt_usul
from mutasi.models import (
    BarisKeputusan,
    BerkasMutasi,
    JenisKeputusan,
    Keputusan,
    Penandatangan,
    StatusKeputusan,
    UsulanMutasi,
)
from mutasi.policies import keputusan as policies
from mutasi.policies.pengganti import pemegang
from mutasi.selectors.keputusan_isi import Bunyi, diktum_usual, kasus_lengkap, susun_naskah
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import jalan
from organisasi.izin import Izin
from organisasi.models import Pengguna
from organisasi.services.pemberitahuan import beri_tahu, beri_tahu_banyak
from penilaian.kernel.kata import tanggal
from toolkit.policy import OutOfReach, Refusal, WrongMoment

TANPA_BUNYI = Bunyi()


def kunci(keputusan_id: UUID) -> Keputusan:
    """The decree, held until the end of the transaction."""
    try:
        return Keputusan.objects.locked(keputusan_id)
    except Keputusan.DoesNotExist:
        raise OutOfReach() from None


def halaman(k: Keputusan) -> str:
    """The page of a decree, for messages."""
    return reverse("mutasi:keputusan-rincian", args=[k.pk])


def kode_baru() -> str:
    """The unguessable part of a check page's address: 256 random bits."""
    return secrets.token_urlsafe(32)


@transaction.atomic
def susun_keputusan(
    berkas_id: UUID,
    *,
    oleh: Pengguna,
    per: date,
    usulan_ids: Collection[UUID],
    tentang: str,
    tmt: date,
    penandatangan_id: int,
    bunyi: Bunyi = TANPA_BUNYI,
) -> Keputusan:
    """Draft a decree from approved cases of one file; several drafts where signers differ."""
    berkas = BerkasMutasi.objects.locked(berkas_id)
    policies.susun.check(berkas, oleh, per=per)
    penanda = penandatangan_berlaku(penandatangan_id, per=per)
    k = Keputusan(
        berkas=berkas, tentang=tentang.strip(), tmt=tmt, penandatangan=penanda, kode=kode_baru(),
        disusun_pada=timezone.now(), disusun_oleh=oleh,
    )  # fmt: skip
    periksa_tmt(tmt, per=per)
    usulan = _kunci_usulan(usulan_ids, k, oleh=oleh, per=per)
    k.save(force_insert=True)
    tulis_baris(k, usulan)
    tulis_isi(k, susun_naskah(k, usulan, bunyi, per=per))
    k.save(update_fields=["isi", "sidik"])
    kabari_hukum(k, per=per)
    catat(
        tindakan.KEPUTUSAN_DISUSUN, k, oleh=oleh,
        sesudah={"berkas": berkas.nomor, "usulan": len(usulan), "sidik": k.sidik},
    )  # fmt: skip
    return k


def penandatangan_berlaku(pk: int, *, per: date) -> Penandatangan:
    """Known and in office; whether he may sign these is H13's question, asked when it is set."""
    satu = Penandatangan.objects.berlaku(per).select_related("pengguna").filter(pk=pk).first()
    if satu is None:
        raise Refusal(
            "Pilih penanda tangan yang kewenangannya berlaku hari ini.", kode="penandatangan"
        )
    return satu


def periksa_tmt(tmt: date, *, per: date) -> None:
    """The first of a month, where the office wants it so."""
    awal = tmt_usul(tmt, tetapan_jalan(per=per))
    if awal != tmt:
        raise Refusal(
            f"TMT jatuh pada tanggal 1 menurut ketentuan; pilih {tanggal(awal)} atau tanggal 1 "
            "bulan lain.",
            kode="tmt_awal_bulan",
        )


def _kunci_usulan(
    ids: Collection[UUID], k: Keputusan, *, oleh: Pengguna, per: date
) -> list[UsulanMutasi]:
    if not ids:
        raise Refusal("Pilih paling sedikit satu usulan.", kode="kosong")
    if len(set(ids)) > policies.MAKS_BARIS:
        raise Refusal(f"Satu SK paling banyak {policies.MAKS_BARIS} orang.", kode="terlalu_banyak")
    for pk in sorted(set(ids)):
        usulan = kunci_satu(pk)
        policies.masukkan.check(usulan, k, oleh, per=per, kerabat=jalan.berkerabat(usulan, oleh))
    return kasus_lengkap(ids)


def kunci_satu(pk: UUID) -> UsulanMutasi:
    """One case, held; 404 when there is none."""
    try:
        return jalan.kunci(pk)
    except UsulanMutasi.DoesNotExist:
        raise OutOfReach() from None


def tulis_baris(
    k: Keputusan, usulan: Sequence[UsulanMutasi], *, pulihkan: Collection[Any] = ()
) -> None:
    """The rows of the annex in the order of its cases; those of a draft are written anew."""
    BarisKeputusan.objects.bulk_create(
        BarisKeputusan(keputusan=k, usulan=u, urutan=n, pulihkan=u.pk in pulihkan)
        for n, u in enumerate(usulan, 1)
    )


def tulis_isi(k: Keputusan, naskah: Any) -> None:
    """Freeze the paper into the row (not saved); faults that would spoil it are refused."""
    if salah := periksa(naskah):
        raise Refusal(" ".join(salah[:5]), kode="naskah")
    k.isi = beku.kanonik(naskah)
    k.sidik = beku.sidik(k.isi)


def bunyi_dari(k: Keputusan) -> Bunyi:
    """The texts a draft has now; a correction has none of these."""
    naskah = beku.baca(k.isi)
    if not isinstance(naskah, NaskahKeputusan):
        return TANPA_BUNYI
    return Bunyi(naskah.menimbang, naskah.mengingat, naskah.diktum, naskah.tembusan, naskah.tempat)


@transaction.atomic
def ubah_draf(
    keputusan_id: UUID,
    *,
    oleh: Pengguna,
    per: date,
    tentang: str,
    tmt: date,
    penandatangan_id: int,
    bunyi: Bunyi = TANPA_BUNYI,
) -> Keputusan:
    """Give a draft other texts, another day, another signer; its rows are read afresh."""
    k = kunci(keputusan_id)
    policies.ubah_draf.check(k, oleh, per=per)
    if k.jenis == JenisKeputusan.MUTASI:
        periksa_tmt(tmt, per=per)
    bunyi = _ikut_tmt(k, bunyi)
    k.tentang, k.tmt = tentang.strip(), tmt
    k.penandatangan = penandatangan_berlaku(penandatangan_id, per=per)
    _tulis_ulang(k, bunyi, per=per)
    k.save(update_fields=["tentang", "tmt", "penandatangan", "isi", "sidik"])
    catat(tindakan.KEPUTUSAN_DISUSUN, k, oleh=oleh, sesudah={"sidik": k.sidik})
    return k


def _ikut_tmt(k: Keputusan, bunyi: Bunyi) -> Bunyi:
    """The usual words are written anew: they name the TMT, which may be another one now."""
    usulan = kasus_lengkap(k.baris.values_list("usulan", flat=True))
    usual = diktum_usual(k, usulan, pulih=k.baris.filter(pulihkan=True).exists())
    return replace(bunyi, diktum=()) if bunyi.diktum == usual else bunyi


@transaction.atomic
def segarkan_draf(keputusan_id: UUID, *, oleh: Pengguna, per: date) -> Keputusan:
    """Read the rows of a draft afresh (names, ranks, papers); its texts stay."""
    k = kunci(keputusan_id)
    policies.ubah_draf.check(k, oleh, per=per)
    _tulis_ulang(k, bunyi_dari(k), per=per)
    k.save(update_fields=["isi", "sidik"])
    catat(tindakan.KEPUTUSAN_DISUSUN, k, oleh=oleh, sesudah={"sidik": k.sidik})
    return k


def _tulis_ulang(k: Keputusan, bunyi: Bunyi, *, per: date) -> None:
    tulis_isi(k, naskah_kini(k, bunyi, per=per))


def naskah_kini(k: Keputusan, bunyi: Bunyi, *, per: date) -> NaskahKeputusan:
    """The paper of a draft by the facts of today."""
    baris = list(k.baris.order_by("urutan").values_list("usulan", "pulihkan"))
    usulan = kasus_lengkap(pk for pk, _ in baris)
    pulih = frozenset(pk for pk, kembali in baris if kembali)
    return susun_naskah(k, usulan, bunyi, per=per, pulihkan=pulih)


@transaction.atomic
def batalkan_draf(keputusan_id: UUID, *, oleh: Pengguna, per: date, alasan: str) -> Keputusan:
    """Give a draft up; its cases may go into another one."""
    k = kunci(keputusan_id)
    policies.batalkan_draf.check(k, oleh, per=per)
    if not alasan.strip():
        raise Refusal("Tulis alasan membatalkan draf.", kode="tanpa_alasan")
    k.status = StatusKeputusan.BATAL
    k.save(update_fields=["status"])
    catat(tindakan.KEPUTUSAN_BATAL, k, oleh=oleh, alasan=alasan.strip())
    return k


@transaction.atomic
def nomori(
    keputusan_id: UUID, *, oleh: Pengguna, per: date, nomor: str, tanggal: date
) -> Keputusan:
    """Bagian Hukum enters the number and the day of the decree."""
    k = kunci(keputusan_id)
    cara = tetapan_jalan(per=per).nomor_sk_cara
    policies.nomori.check(k, oleh, per=per, cara=cara)
    nomor = " ".join(nomor.split())
    if not nomor:
        raise Refusal("Tulis nomor SK.", kode="nomor")
    if tanggal > per:
        raise Refusal("Tanggal SK tidak boleh di masa depan.", kode="tanggal")
    if Keputusan.objects.filter(nomor__iexact=nomor).exclude(pk=k.pk).exists():
        raise Refusal(f"Nomor {nomor} sudah dipakai keputusan lain.", kode="nomor_ganda")
    k.nomor, k.tanggal = nomor, tanggal
    k.dinomori_pada, k.dinomori_oleh = timezone.now(), oleh
    _isi_bernomor(k, per=per)
    k.save(update_fields=["nomor", "tanggal", "dinomori_pada", "dinomori_oleh", "isi", "sidik"])
    beri_tahu(
        k.penandatangan.pengguna, kunci=f"sk-siap-{k.pk}-{k.sidik[:8]}",
        judul="Sebuah keputusan sudah bernomor dan menunggu Anda tetapkan",
        tautan=halaman(k),
    )  # fmt: skip
    catat(
        tindakan.KEPUTUSAN_DINOMORI, k, oleh=oleh,
        sesudah={"nomor": nomor, "tanggal": tanggal, "sidik": k.sidik},
    )  # fmt: skip
    return k


def _isi_bernomor(k: Keputusan, *, per: date) -> None:
    """Number and day into the frozen paper; a decree's signer is named as of its own day."""
    if k.jenis == JenisKeputusan.RALAT:
        tulis_isi(k, replace(beku.baca(k.isi), nomor=k.nomor, tanggal=k.tanggal))
        return
    _tulis_ulang(k, bunyi_dari(k), per=per)


@transaction.atomic
def lepas_nomor(keputusan_id: UUID, *, oleh: Pengguna, per: date, alasan: str) -> Keputusan:
    """Take number and day off a draft, so that it can be mended; the number may be given again."""
    k = kunci(keputusan_id)
    policies.lepas_nomor.check(k, oleh, per=per)
    if not alasan.strip():
        raise Refusal("Tulis alasan melepas nomor.", kode="tanpa_alasan")
    lama = k.nomor
    k.nomor, k.tanggal, k.dinomori_pada, k.dinomori_oleh = "", None, None, None
    _isi_bernomor(k, per=per)
    k.save(update_fields=["nomor", "tanggal", "dinomori_pada", "dinomori_oleh", "isi", "sidik"])
    catat(
        tindakan.KEPUTUSAN_DINOMORI, k, oleh=oleh, alasan=alasan.strip(),
        sebelum={"nomor": lama}, sesudah={"nomor": ""},
    )  # fmt: skip
    return k


def kabari_hukum(k: Keputusan, *, per: date) -> None:
    """Whoever numbers decrees hears of a new draft, where numbers come from him."""
    if tetapan_jalan(per=per).nomor_sk_cara is CaraNomor.BAGIAN_HUKUM:
        beri_tahu_banyak(
            pemegang(Izin.KEPUTUSAN_NOMORI, per=per), kunci=f"sk-nomor-{k.pk}",
            judul="Draf keputusan menunggu nomor dan tanggal",
            tautan=halaman(k),
        )  # fmt: skip


def cocok(k: Keputusan, *, per: date) -> None:
    """Refuse when the facts behind a draft are no longer those it was written from."""
    lama = beku.baca(k.isi)
    if not isinstance(lama, NaskahKeputusan):
        return
    baru = naskah_kini(k, bunyi_dari(k), per=per)
    if baru == lama:
        return
    beda = [
        str(a.nomor) for a, b in zip(lama.lampiran, baru.lampiran, strict=False) if a != b
    ]  # fmt: skip
    letak = f"baris {', '.join(beda[:5])}" if beda else "dasar, lambang, atau penanda tangannya"
    raise WrongMoment(
        f"Data yang menjadi isi draf berubah sejak disusun ({letak}). Perbarui isi draf, lalu baca "
        "lagi sebelum ditetapkan.",
        kode="draf_usang",
    )
