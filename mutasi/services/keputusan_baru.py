"""Decrees about decrees: drafts that revoke, replace or correct one that is in force (H27).

The old one is never touched; it is marked when the new one is set (``keputusan_tetap``).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.alur import SUDAH_BERLAKU
from mutasi.kernel.naskah import beku
from mutasi.kernel.naskah.keputusan import BarisRalat, Ralat
from mutasi.models import JenisKeputusan, Keputusan, UsulanMutasi
from mutasi.policies import keputusan as policies
from mutasi.policies.jalan import banyak_orang
from mutasi.selectors.keputusan_isi import (
    Bunyi,
    kasus_lengkap,
    pemerintah,
    penanda_dari,
    rujukan,
    susun_naskah,
)
from mutasi.services import jalan
from mutasi.services.keputusan import (
    TANPA_BUNYI,
    kabari_hukum,
    kode_baru,
    kunci,
    kunci_satu,
    penandatangan_berlaku,
    periksa_tmt,
    tulis_baris,
    tulis_isi,
)
from organisasi.models import Pengguna
from toolkit.policy import Refusal


def _baru(lama: Keputusan, jenis: JenisKeputusan, *, oleh: Pengguna, **isi: object) -> Keputusan:
    return Keputusan(
        jenis=jenis, berkas=lama.berkas, ubah_dari=lama, kode=kode_baru(),
        disusun_pada=timezone.now(), disusun_oleh=oleh, **isi,
    )  # fmt: skip


def _simpan(
    k: Keputusan, naskah: object, usulan: Sequence[UsulanMutasi], *, oleh: Pengguna, per: date,
    pulihkan: Collection[UUID] = (),
) -> Keputusan:  # fmt: skip
    tulis_isi(k, naskah)
    k.save(force_insert=True)
    tulis_baris(k, usulan, pulihkan=pulihkan)
    kabari_hukum(k, per=per)
    catat(
        tindakan.KEPUTUSAN_DISUSUN, k, oleh=oleh, alasan=k.alasan,
        sesudah={"jenis": k.jenis, "atas": k.ubah_dari.nomor if k.ubah_dari else "",
                 "usulan": len(usulan)},
    )  # fmt: skip
    return k


def _wajib_alasan(alasan: str, apa: str) -> str:
    if not alasan.strip():
        raise Refusal(f"Tulis alasan {apa}.", kode="tanpa_alasan")
    return alasan.strip()


@transaction.atomic
def susun_pencabutan(
    keputusan_id: UUID,
    *,
    oleh: Pengguna,
    per: date,
    alasan: str,
    berlaku: date,
    penandatangan_id: int,
    usulan_ids: Collection[UUID] | None = None,
    pulihkan: bool = True,
    bunyi: Bunyi = TANPA_BUNYI,
) -> Keputusan:
    """Draft the revocation of a decree, or of some of its rows.

    ``berlaku``: from which day; a day up to the old TMT revokes as if it had never been.
    ``pulihkan``: whether people return to their former posts; whose move has not taken place yet
    never left.
    """
    lama = kunci(keputusan_id)
    policies.ubah_dengan_baru.check(lama, oleh, per=per, apa="dicabut")
    alasan = _wajib_alasan(alasan, "mencabut")
    ada = set(lama.baris.values_list("usulan", flat=True))
    dipilih = ada if usulan_ids is None else ada & set(usulan_ids)
    if not dipilih:
        raise Refusal("Pilih paling sedikit satu orang dari keputusan ini.", kode="kosong")
    for pk in sorted(dipilih):
        usulan = kunci_satu(pk)
        kerabat = jalan.berkerabat(usulan, oleh)
        policies.cabut_usulan.check(usulan, oleh, per=per, kerabat=kerabat)
    semua = kasus_lengkap(dipilih)
    kembali = {u.pk for u in semua if pulihkan or u.status not in SUDAH_BERLAKU}
    k = _baru(
        lama, JenisKeputusan.PENCABUTAN, oleh=oleh, alasan=alasan, tmt=berlaku,
        tentang=f"Pencabutan Keputusan Nomor {lama.nomor} tentang {lama.tentang}"[:500],
        penandatangan=penandatangan_berlaku(penandatangan_id, per=per),
    )  # fmt: skip
    naskah = susun_naskah(k, semua, bunyi, per=per, pulihkan=frozenset(kembali))
    return _simpan(k, naskah, semua, oleh=oleh, per=per, pulihkan=kembali)


@transaction.atomic
def susun_pengganti(
    keputusan_id: UUID,
    *,
    oleh: Pengguna,
    per: date,
    alasan: str,
    tentang: str,
    tmt: date,
    penandatangan_id: int,
    bunyi: Bunyi = TANPA_BUNYI,
) -> Keputusan:
    """Draft a decree for the same people that takes the place of one not carried out yet."""
    lama = kunci(keputusan_id)
    policies.ubah_dengan_baru.check(lama, oleh, per=per, apa="diganti")
    alasan = _wajib_alasan(alasan, "mengganti")
    periksa_tmt(tmt, per=per)
    for pk in sorted(lama.baris.values_list("usulan", flat=True)):
        usulan = kunci_satu(pk)
        kerabat = jalan.berkerabat(usulan, oleh)
        policies.ganti_usulan.check(usulan, oleh, per=per, kerabat=kerabat)
    semua = kasus_lengkap(lama.baris.values_list("usulan", flat=True))
    k = _baru(
        lama, JenisKeputusan.MUTASI, oleh=oleh, alasan=alasan, tentang=tentang.strip(), tmt=tmt,
        penandatangan=penandatangan_berlaku(penandatangan_id, per=per),
    )  # fmt: skip
    return _simpan(k, susun_naskah(k, semua, bunyi, per=per), semua, oleh=oleh, per=per)


@transaction.atomic
def susun_ralat(
    keputusan_id: UUID,
    *,
    oleh: Pengguna,
    per: date,
    alasan: str,
    perbaikan: Sequence[tuple[str, str, str]],
    penandatangan_id: int,
) -> Keputusan:
    """Draft a correction: where, as written, as it should be. The decree stays in force.

    For slips of the pen only; another post or another day is a new decree.
    """
    lama = kunci(keputusan_id)
    policies.ubah_dengan_baru.check(lama, oleh, per=per, apa="diralat")
    alasan = _wajib_alasan(alasan, "meralat")
    semua = kasus_lengkap(lama.baris.values_list("usulan", flat=True))
    banyak_orang.check([usulan.pegawai_id for usulan in semua], oleh)
    k = _baru(
        lama, JenisKeputusan.RALAT, oleh=oleh, alasan=alasan, tmt=lama.tmt,
        tentang=f"Ralat Keputusan Nomor {lama.nomor} tentang {lama.tentang}"[:500],
        penandatangan=penandatangan_berlaku(penandatangan_id, per=per),
    )  # fmt: skip
    return _simpan(k, _ralat(k, lama, perbaikan, per=per), semua, oleh=oleh, per=per)


def _ralat(
    k: Keputusan, lama: Keputusan, perbaikan: Sequence[tuple[str, str, str]], *, per: date
) -> Ralat:
    induk = beku.baca(lama.isi)
    return Ralat(
        instansi=pemerintah(), kop=induk.kop, penanda=penanda_dari(k.penandatangan, per=per),
        tempat=induk.tempat, rujukan=rujukan(lama), alasan=k.alasan, sidik_rujukan=lama.sidik,
        baris=tuple(BarisRalat(*(bagian.strip() for bagian in satu)) for satu in perbaikan),
    )  # fmt: skip
