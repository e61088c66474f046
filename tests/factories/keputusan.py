"""Decrees that walked by real acts: signers, drafts, numbered and set ones."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from mutasi.alur import StatusUsulan
from mutasi.models import KedudukanTandaTangan, Keputusan, Penandatangan, UsulanMutasi
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


def setuju(k: f.Kantor, banyak: int = 1, *, jenis: str = "pppk", **isi: Any) -> list[UsulanMutasi]:
    """Cases the PPK approved, by the shortest road (no session)."""
    return [
        f.kasus(k, StatusUsulan.DISETUJUI_PPK, jenis=jenis, **isi) for _ in range(banyak)
    ]  # fmt: skip


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
