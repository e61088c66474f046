"""One decision of the PyB or the PPK on one case, at the desk or from paper.

What the TPK recommended, and for the PPK what the PyB said, is compared at the very moment; who
departs from it writes why, and the decision is marked (W10).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from mutasi.alur import Aksi
from mutasi.kernel.aturan.dasar import Titik
from mutasi.models import UsulanMutasi
from mutasi.policies import putusan as policies
from mutasi.policies.pengganti import sebagai
from mutasi.policies.ppk import putuskan_rantai
from mutasi.selectors.aturan_usulan import Nilai, kunci
from mutasi.selectors.meja_akibat import menunggu_kursi
from mutasi.selectors.meja_izin import IzinDiminta, izin_diminta, kurang_izin
from mutasi.selectors.meja_simpangan import (
    Rekomendasi,
    menyimpang_dari,
    putusan_pyb,
    rekomendasi_tpk,
)
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import aturan_jalan, jalan
from mutasi.services.izin_luar import lengkapi_gerbang
from mutasi.services.jalan import HasilBaris
from organisasi.models import Disposisi, Pengguna
from toolkit.policy import WrongMoment

# To agree the rules must hold; to refuse or return never waits for them.
TITIK = {Aksi.SETUJUI_PYB: Titik.PYB, Aksi.SETUJUI_PPK: Titik.PPK}
# What takes back that the person leaves his seat.
MELEPAS_KURSI = frozenset(
    {Aksi.TOLAK_PYB, Aksi.TOLAK_PPK, Aksi.KEMBALIKAN_PPK, Aksi.KEMBALIKAN_PYB}
)
BERHASIL = {
    Aksi.SETUJUI_PYB: "Disetujui PyB.",
    Aksi.KEMBALIKAN_PYB: "Dikembalikan untuk dikaji lagi.",
    Aksi.TOLAK_PYB: "Ditolak PyB.",
    Aksi.SETUJUI_PPK: "Disetujui PPK.",
    Aksi.KEMBALIKAN_PPK: "Dikembalikan untuk dikaji lagi.",
    Aksi.TOLAK_PPK: "Ditolak PPK.",
}


@dataclass(frozen=True)
class Dilihat:
    """What was said of one case, who waits for its seat, which permits are missing; it counts as
    long as the case is the one it was read of (``kunci``)."""

    kunci: tuple[Any, ...]
    tpk: Rekomendasi | None
    pyb_setuju: bool
    menunggu: Sequence[UsulanMutasi]
    kurang: Sequence[IzinDiminta] | None


@dataclass(frozen=True)
class Putusan:
    """What is decided. ``rantai_disadari``: seen that others wait for the seats refused here.

    ``bersama``: the other cases decided the same way in the same breath. ``versi``: the version of
    each case the decider had before him. ``siap``: what the rules said of many, ``dilihat`` what
    else lies before the decider, both read together before the locks.
    """

    aksi: Aksi
    alasan: str = ""
    rantai_disadari: bool = False
    bersama: frozenset[UUID] = frozenset()
    versi: Mapping[UUID, int] = field(default_factory=dict)
    siap: Mapping[UUID, Nilai] = field(default_factory=dict)
    dilihat: Mapping[UUID, Dilihat] = field(default_factory=dict)


@transaction.atomic
def putuskan(usulan_id: UUID, putusan: Putusan, *, oleh: Pengguna, per: date) -> UsulanMutasi:
    """Decide at the desk."""
    usulan = jalan.mulai(usulan_id, putusan.aksi, oleh=oleh, per=per)
    return _tulis(usulan, putusan, oleh=oleh, per=per)


def putuskan_banyak(
    usulan: Iterable[UUID], putusan: Putusan, *, oleh: Pengguna, per: date
) -> list[HasilBaris]:
    """The same decision on each case; who is refused does not stop the others."""
    ids = sorted(usulan)
    bersama = _bersama(putusan, ids, per)
    return jalan.tiap_baris(
        ids,
        lambda pk: putuskan(pk, bersama, oleh=oleh, per=per),
        berhasil=BERHASIL[putusan.aksi], oleh=oleh, per=per,
    )  # fmt: skip


def _bersama(putusan: Putusan, ids: list[UUID], per: date) -> Putusan:
    """With what is the same for every row, read once."""
    aksi = putusan.aksi
    siap = aturan_jalan.nilai(ids, TITIK[aksi], per=per) if aksi in TITIK else {}
    usulan = list(UsulanMutasi.objects.with_names().filter(pk__in=ids))
    bersama = frozenset(ids)
    dilihat = _lihat(usulan, aksi, bersama, per=per)
    return replace(putusan, bersama=bersama, siap=siap, dilihat=dilihat)


def _lihat(
    usulan: Sequence[UsulanMutasi], aksi: Aksi, bersama: frozenset[UUID], *, per: date
) -> dict[UUID, Dilihat]:
    """By case, in a number of queries that does not depend on how many there are."""
    ids = [u.pk for u in usulan]
    tpk = rekomendasi_tpk(ids)
    pyb = putusan_pyb(ids) if aksi is Aksi.TOLAK_PPK else {}
    menunggu = menunggu_kursi(usulan, per=per, bersama=bersama) if aksi in MELEPAS_KURSI else {}
    izin = izin_diminta(usulan, per=per) if aksi is Aksi.SETUJUI_PYB else None
    return {
        u.pk: Dilihat(
            kunci(u), tpk.get(u.pk), u.pk in pyb, menunggu.get(u.pk, ()),
            None if izin is None else kurang_izin(izin.get(u.pk, ())),
        )
        for u in usulan
    }  # fmt: skip


def catat_keputusan_kertas(
    usulan: Iterable[UUID], putusan: Putusan, disposisi_id: int, *, oleh: Pengguna, per: date
) -> list[HasilBaris]:
    """Record what the official decided on paper: his the decision, ``oleh`` only wrote it down.

    The paper counts once a second person has compared it with its scan, and only for the file it
    names; the official is asked as he was on its day: seen, entitled, not his own case.
    """
    ids = sorted(usulan)
    bersama = _bersama(putusan, ids, per)
    kertas = Disposisi.objects.select_related("pejabat__pengguna").get(pk=disposisi_id)
    return jalan.tiap_baris(
        ids,
        lambda pk: _dari_kertas(pk, bersama, disposisi_id, oleh=oleh, per=per),
        berhasil=f"Dicatat dari kertas. {BERHASIL[putusan.aksi]}",
        oleh=kertas.pejabat.pengguna, per=kertas.tanggal,
    )  # fmt: skip


@transaction.atomic
def _dari_kertas(
    usulan_id: UUID, putusan: Putusan, disposisi_id: int, *, oleh: Pengguna, per: date
) -> UsulanMutasi:
    rows = Disposisi.objects.select_for_update(of=("self",)).select_related("pejabat__pengguna")
    disposisi = rows.get(pk=disposisi_id)
    usulan = jalan.kunci(usulan_id)
    policies.catat_kertas.check(
        usulan, putusan.aksi, disposisi, oleh, per=per, kerabat=jalan.berkerabat(usulan, oleh)
    )
    pejabat = disposisi.pejabat.pengguna
    usulan = jalan.mulai(usulan_id, putusan.aksi, oleh=pejabat, per=disposisi.tanggal)
    return _tulis(usulan, putusan, oleh=pejabat, per=per, disposisi=disposisi, pencatat=oleh)


def _tulis(
    usulan: UsulanMutasi, putusan: Putusan, *, oleh: Pengguna, per: date, **kertas: Any
) -> UsulanMutasi:
    aksi, alasan = putusan.aksi, putusan.alasan.strip()
    if putusan.versi.get(usulan.pk, usulan.versi) != usulan.versi:
        raise WrongMoment("Isi usulan berubah sejak Anda membukanya; baca lagi.", kode="versi")
    d = putusan.dilihat.get(usulan.pk)
    if d is None or d.kunci != kunci(usulan):
        d = _lihat([usulan], aksi, putusan.bersama, per=per)[usulan.pk]
    simpang = menyimpang_dari(aksi, d.tpk, pyb_setuju=d.pyb_setuju)
    k = tetapan_jalan(per=per)
    policies.beralasan.check(aksi, alasan, menyimpang=simpang, min_huruf=k.min_huruf_alasan)
    if aksi in TITIK:
        siap = putusan.siap.get(usulan.pk)
        aturan_jalan.pastikan_satu(usulan, TITIK[aksi], oleh=oleh, per=per, siap=siap)
    putuskan_rantai.check(list(d.menunggu), disadari=putusan.rantai_disadari)
    kolom = lengkapi_gerbang(usulan, d.kurang)
    peran = sebagai(usulan, aksi, oleh, per=per)
    return jalan.maju(
        usulan, aksi, oleh=oleh, alasan=alasan, menyimpang=bool(simpang),
        peran=peran, catatan=_catatan(simpang, peran, kertas.get("disposisi")), kolom=kolom,
        **kertas,
    )  # fmt: skip


def _catatan(simpang: tuple[str, ...], peran: str, disposisi: Disposisi | None) -> dict[str, Any]:
    """What the trail says beside the states."""
    catatan: dict[str, Any] = {}
    if simpang:
        catatan["menyimpang_dari"] = list(simpang)
    if peran:
        catatan["sebagai"] = peran
    if disposisi is not None:
        catatan["disposisi"] = disposisi.nomor
    return catatan
