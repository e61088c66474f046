"""Acts that send a case back, change it under way, or end it."""

from __future__ import annotations

from datetime import date
from typing import Unpack
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mutasi.alur import Aksi
from mutasi.models import HasilPertek, PertekBkn, UsulanMutasi
from mutasi.policies import usulan as policies
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import jalan
from mutasi.services.usulan import (
    Dinilai,
    gugurkan_persetujuan,
    mulai_pengusul,
    urut_gerbang,
)
from mutasi.services.usulan_isi import Isi, isikan, kesalahan_tmt
from mutasi.services.usulan_kabar import kabari, kabari_pegawai
from mutasi.snapshots.pasangan_usulan import putusan_usulan
from organisasi.models import Pengguna
from toolkit.policy import Refusal, WrongMoment


@transaction.atomic
def kembalikan(usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str) -> UsulanMutasi:
    """Back to who proposed it, with what has to be mended."""
    usulan = jalan.mulai(usulan_id, Aksi.KEMBALIKAN, oleh=oleh, per=per)
    jalan.maju(usulan, Aksi.KEMBALIKAN, oleh=oleh, alasan=alasan)
    if policies.permintaan_sendiri(usulan, usulan.dibuat_oleh):
        kabari_pegawai(usulan, "kembali", "Permintaan Anda dikembalikan untuk diperbaiki", alasan)
    else:
        kabari(usulan, [usulan.dibuat_oleh_id, usulan.diajukan_oleh_id], "kembali",
               "Usulan mutasi dikembalikan untuk diperbaiki", alasan)  # fmt: skip
    return usulan


@transaction.atomic
def ubah_isi(
    usulan_id: UUID, *, oleh: Pengguna, per: date, sebab: str, putusan: Dinilai = None,
    **isi: Unpack[Isi],
) -> UsulanMutasi:  # fmt: skip
    """Change the content under way: a new version, which another verifies from the beginning.

    Voids every decision on the old content and what BKN was asked; the gates are those of the new
    content. Who changes it is the maker of the new content and takes no other role in it (H24); how
    far the case is known stays as it is.
    """
    usulan = jalan.mulai(usulan_id, Aksi.UBAH, oleh=oleh, per=per)
    orang = usulan.pegawai_id
    if not isikan(usulan, **isi):
        raise Refusal("Tidak ada yang berubah.", kode="sama")
    if usulan.pegawai_id != orang:
        raise Refusal("Untuk orang lain, tulis usulan baru.", kode="orang_lain")
    if salah := list(kesalahan_tmt(usulan, tetapan_jalan(per=per), per=per)):
        raise WrongMoment(" ".join(salah), kode="tmt")
    usulan.versi += 1
    gugur = gugurkan_persetujuan(usulan, f"Isi diubah: {sebab}")
    _tarik_pertek(usulan, oleh=oleh)
    usulan.dasar_tanpa_kesediaan = usulan.uraian_tanpa_kesediaan = ""
    usulan.surat_tanpa_kesediaan = {}
    usulan.diajukan_pada, usulan.diajukan_oleh = timezone.now(), oleh
    if putusan is None:
        putusan = putusan_usulan([usulan], per=per)[usulan.pk]
    usulan.gerbang = urut_gerbang(usulan, putusan, per=per)
    usulan.catatan_verifikasi = ""
    usulan.save()
    return jalan.maju(usulan, Aksi.UBAH, oleh=oleh, alasan=sebab, catatan={"gugur": gugur})


def _tarik_pertek(usulan: UsulanMutasi, *, oleh: Pengguna) -> None:
    """What BKN was asked about the old content is no question any more."""
    PertekBkn.objects.filter(usulan=usulan, dijawab_pada__isnull=True).update(
        hasil=HasilPertek.DIKEMBALIKAN, catatan="Ditarik: isi usulan berubah atau usulan berakhir.",
        dijawab_pada=timezone.now(), dijawab_oleh=oleh,
    )  # fmt: skip


@transaction.atomic
def tarik(usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str) -> UsulanMutasi:
    """Withdraw before the TPK has recommended it: its proposer, the employee his own request, or
    BKD."""
    usulan = mulai_pengusul(usulan_id, Aksi.TARIK, oleh=oleh, per=per)
    policies.tarik.check(usulan, oleh, per=per)
    return _akhiri(usulan, Aksi.TARIK, oleh=oleh, alasan=alasan)


@transaction.atomic
def batalkan(usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str) -> UsulanMutasi:
    """PyB or PPK ends it after the recommendation and before a decree."""
    usulan = jalan.mulai(usulan_id, Aksi.BATALKAN, oleh=oleh, per=per)
    return _akhiri(usulan, Aksi.BATALKAN, oleh=oleh, alasan=alasan)


@transaction.atomic
def gugurkan(usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str) -> UsulanMutasi:
    """Kabid ends a case whose ground fell away: death, resignation, retirement, another fact."""
    usulan = jalan.mulai(usulan_id, Aksi.GUGURKAN, oleh=oleh, per=per)
    return _akhiri(usulan, Aksi.GUGURKAN, oleh=oleh, alasan=alasan)


def _akhiri(usulan: UsulanMutasi, aksi: Aksi, *, oleh: Pengguna, alasan: str) -> UsulanMutasi:
    _tarik_pertek(usulan, oleh=oleh)
    return jalan.maju(usulan, aksi, oleh=oleh, alasan=alasan)
