"""Decrees that walked by real acts: signers, drafts, numbered and set ones."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from django.db import transaction
from django.utils import timezone

from mutasi.alur import JAUH, Aksi, StatusUsulan
from mutasi.models import KedudukanTandaTangan, Keputusan, Penandatangan, UsulanMutasi
from mutasi.services import jalan
from mutasi.services import keputusan as acts
from mutasi.services.keputusan_tetap import tetapkan
from organisasi.models import Pengguna
from tests.factories import jalan as f

PER, TMT = f.PER, f.TMT
TENTANG = "Pemindahan Pegawai di Lingkungan Pemerintah Kabupaten Contoh"
_nomor = count(1)


def penandatangan(
    k: f.Kantor, pengguna: Pengguna, *, kedudukan: str = KedudukanTandaTangan.DEFINITIF,
    sebutan: str = "Bupati Contoh", mulai: date = date(2025, 2, 20), **isi: Any,
) -> Penandatangan:  # fmt: skip
    """Who may sign, since the last inauguration of the regional head."""
    return Penandatangan.objects.create(
        pengguna=pengguna, kedudukan=kedudukan, sebutan=sebutan, mulai=mulai,
        dasar="SK Mendagri 131/1/2025", dicatat_pada=timezone.now(), dicatat_oleh=k.hukum, **isi,
    )  # fmt: skip


def penanda_ppk(k: f.Kantor) -> Penandatangan:
    """The regional head as signer, once per office."""
    if "penandatangan" not in k.bawaan:
        k.bawaan["penandatangan"] = penandatangan(k, k.bupati)
    return k.bawaan["penandatangan"]


def setuju(
    k: f.Kantor, banyak: int = 1, *, jenis: str = "pppk", gerbang: tuple[str, ...] = (), **isi: Any
) -> list[UsulanMutasi]:
    """Written cases put before the PPK and approved by him: what lies between has its own tests."""
    return [_setuju(k, f.draf(k, jenis=jenis, **isi), gerbang) for _ in range(banyak)]


@transaction.atomic
def _setuju(k: f.Kantor, usulan: UsulanMutasi, gerbang: tuple[str, ...]) -> UsulanMutasi:
    menunggu = StatusUsulan.MENUNGGU_PPK
    f.tulis_alasan(k, usulan)
    UsulanMutasi.objects.filter(pk=usulan.pk).update(
        status=menunggu, tahap="terbatas", terjauh=JAUH[menunggu], gerbang=list(gerbang),
        diajukan_pada=timezone.now(), diajukan_oleh=k.penyusun,
    )  # fmt: skip
    return jalan.maju(
        f.ambil(usulan), Aksi.SETUJUI_PPK, oleh=k.bupati, alasan=f.ALASAN
    )  # fmt: skip


def draf(k: f.Kantor, usulan: list[UsulanMutasi] | None = None, **isi: Any) -> Keputusan:
    """A draft of these cases, else of a new one."""
    usulan = usulan if usulan is not None else setuju(k)
    lengkap = {"tentang": TENTANG, "tmt": TMT, "penandatangan_id": penanda_ppk(k).pk, **isi}
    return acts.susun_keputusan(
        usulan[0].berkas_id, oleh=k.penyusun, per=PER, usulan_ids=[u.pk for u in usulan],
        **lengkap,
    )  # fmt: skip


def bernomor(k: f.Kantor, draf_: Keputusan | None = None, nomor: str = "") -> Keputusan:
    """The draft with a number and day by Bagian Hukum."""
    satu = draf_ or draf(k)
    nomor = nomor or f"821.2/{next(_nomor)}/2026"
    return acts.nomori(satu.pk, oleh=k.hukum, per=PER, nomor=nomor, tanggal=PER)


def ditetapkan(k: f.Kantor, usulan: list[UsulanMutasi] | None = None, **isi: Any) -> Keputusan:
    """A set decree."""
    satu = bernomor(k, draf(k, usulan, **isi))
    return tetapkan(satu.pk, oleh=satu.penandatangan.pengguna, per=PER)
