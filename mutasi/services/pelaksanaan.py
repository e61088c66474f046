"""Carrying decrees out on their day: histories, totals, what follows from them; by the system.

Every case is a transaction of its own (a ring of cases one together), so that whatever stopped a
run, the next one goes on where it ended; a case already carried out is left alone. A future day
changes nothing before it comes: the histories tell what is true today, and
``selectors.keadaan_pada`` what will be.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from mutasi.alur import Aksi
from mutasi.kernel.jenis import JenisMutasi
from mutasi.kernel.pelaksanaan import JENIS_SAMPINGAN, MENERUS, urutan
from mutasi.models import UsulanMutasi
from mutasi.policies import pelaksanaan as policies
from mutasi.selectors import pelaksanaan as baca
from mutasi.services import jalan
from mutasi.services.pelaksanaan_lanjut import kabari_berlaku, kabari_terhambat, lanjutkan
from organisasi.models import Pengguna, Proses
from organisasi.models.pengguna import TEKNIS
from organisasi.services.proses import jadwalkan
from pegawai.models import Pegawai
from pegawai.services.pindah import (
    DasarPindah,
    akhiri_sementara,
    keluarkan_pegawai,
    pindahkan_pegawai,
    segarkan_pindah,
    terima_kembali,
    tugaskan_di_samping,
)
from toolkit.policy import Refusal, WrongMoment

log = logging.getLogger(__name__)
LAKSANAKAN = "mutasi.laksanakan"
Kemajuan = Callable[[int, str], None]


@dataclass(frozen=True)
class Hasil:
    """What became of one case on its day."""

    usulan: UUID
    terlaksana: bool
    kalimat: str


def laksanakan(usulan_id: UUID, *, per: date) -> UsulanMutasi:
    """Carry one case out; carried out before, nothing happens. Refuses with what stands in the way.

    Raises ``WrongMoment`` before its day, without its inauguration, or when the facts have changed.
    """
    return laksanakan_bersama([usulan_id], per=per)[0]


@transaction.atomic
def laksanakan_bersama(usulan: Sequence[UUID], *, per: date) -> list[UsulanMutasi]:
    """The same for a ring of cases that take each other's seats: all of them or none."""
    sistem = Pengguna.objects.get(nama_pengguna=TEKNIS)
    semua = [jalan.kunci(pk) for pk in sorted(usulan)]
    belum = [u for u in semua if u.dilaksanakan_pada is None]
    if not belum:
        return semua
    orang = {pk: Pegawai.objects.locked(pk) for pk in sorted({u.pegawai_id for u in belum})}
    keadaan = baca.keadaan(belum, serentak=orang.keys())
    for satu in keadaan.values():
        policies.laksanakan.check(satu.usulan, satu, per=per)
    posts: set[int] = set()
    for satu in keadaan.values():
        posts |= _tulis_riwayat(satu, orang[satu.usulan.pegawai_id], oleh=sistem, per=per)
    segarkan_pindah(orang.keys(), posts, oleh=sistem, per=per)
    for satu in keadaan.values():
        _majukan(satu, oleh=sistem, per=per)
    return semua


def _tulis_riwayat(satu: baca.Keadaan, orang: Pegawai, *, oleh: Pengguna, per: date) -> set[int]:
    u, sk = satu.usulan, satu.keputusan
    if sk is None:
        raise WrongMoment(satu.halangan)
    dasar = DasarPindah(sk.nomor, satu.hari, oleh, per)
    if u.jenis == JenisMutasi.ANTAR_KELUAR:
        return keluarkan_pegawai(orang, dasar, sebab=f"Pindah ke {u.tujuan_luar}")
    if u.ke is None:
        raise WrongMoment("Usulan ini tidak menyebut jabatan tujuan.")
    if u.jenis in JENIS_SAMPINGAN:
        jenis = JENIS_SAMPINGAN[u.jenis]
        return tugaskan_di_samping(orang, u.ke, dasar, jenis=jenis, selesai=u.selesai)
    if u.jenis == JenisMutasi.ANTAR_MASUK:
        terima_kembali(orang, dasar)
    akhiri_sementara(u.ke, dasar)
    return pindahkan_pegawai(orang, u.ke, dasar, menerus=MENERUS.get(u.jenis, ""))


def _majukan(satu: baca.Keadaan, *, oleh: Pengguna, per: date) -> None:
    u = satu.usulan
    u.dilaksanakan_pada, u.dilaksanakan_oleh = timezone.now(), oleh
    lanjutkan(u, satu.hari, oleh=oleh, per=per)
    jalan.maju(
        u, Aksi.LAKSANAKAN, oleh=oleh, catatan={"tmt": satu.hari},
        kolom=["dilaksanakan_pada", "dilaksanakan_oleh"],
    )  # fmt: skip
    kabari_berlaku(u, satu.hari, per=per)


def laksanakan_jatuh_tempo(*, per: date, kemajuan: Kemajuan | None = None) -> list[Hasil]:
    """Every case whose day has come, who leaves a seat before who takes it.

    What stands in the way of one case stops those that wait for its seat and no other; BKD is told
    once per reason. ``kemajuan`` may end the run between two cases by raising.
    """
    tunggu = {u.pk: u for u in baca.jatuh_tempo(per=per)}
    hari = baca.hari_dilantik(tunggu)
    kelompok = urutan(baca.perkara(u, hari.get(pk)) for pk, u in tunggu.items())
    hasil: list[Hasil] = []
    for nomor, isi in enumerate(kelompok):
        if kemajuan is not None:
            kemajuan(nomor * 100 // len(kelompok), f"{len(hasil)} dari {len(tunggu)} usulan")
        hasil += _satu_kelompok(isi, tunggu, per=per)
    return hasil


def _satu_kelompok(
    isi: Sequence[UUID], tunggu: Mapping[UUID, UsulanMutasi], *, per: date
) -> list[Hasil]:
    try:
        laksanakan_bersama(isi, per=per)
    except (Refusal, IntegrityError) as galat:
        if isinstance(galat, IntegrityError):
            log.exception("Usulan %s tidak dapat diberlakukan.", isi)
        kalimat = getattr(galat, "kalimat", "Riwayat pegawai ini bertentangan dengan SK.")
        for pk in isi:
            _sampaikan(tunggu[pk], kalimat, per=per)
        return [Hasil(pk, False, kalimat) for pk in isi]
    return [Hasil(pk, True, "Berlaku.") for pk in isi]


@transaction.atomic
def _sampaikan(usulan: UsulanMutasi, kalimat: str, *, per: date) -> None:
    """Told once per reason: the key of the message holds its hash."""
    kabari_terhambat(usulan, kalimat, sha256(kalimat.encode()).hexdigest()[:12], per=per)


@transaction.atomic
def antrekan(*, oleh: Pengguna, per: date, tautan: str) -> Proses:
    """Queue a run; its page shows how far it is and stops it."""
    policies.menjalankan.check(oleh, per=per)
    return jadwalkan(
        LAKSANAKAN, judul="Memberlakukan keputusan mutasi", parameter={}, untuk=oleh, tautan=tautan
    )


def ringkas(hasil: Sequence[Hasil]) -> dict[str, Any]:
    """What the page of the run and the command say."""
    terhambat = [h for h in hasil if not h.terlaksana]
    berlaku = len(hasil) - len(terhambat)
    return {
        "berlaku": berlaku,
        "terhambat": [{"usulan": str(h.usulan), "sebab": h.kalimat} for h in terhambat],
        "kalimat": f"{berlaku} usulan berlaku, {len(terhambat)} tidak dapat diberlakukan.",
    }
