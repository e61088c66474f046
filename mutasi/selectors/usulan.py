"""The list of all cases a person may know of, filtered as the address says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q

from mutasi.alur import BERJALAN, StatusUsulan
from mutasi.selectors.usulan_tunggu import di_tangan, mendesak, menunggu_saya, terlihat
from organisasi.models import Pengguna


@dataclass(frozen=True)
class DaftarUsulan:
    """The rows as filtered, and what stands where without the filter of the state."""

    rows: Any
    berjalan: int
    lewat: int
    semua: int


def daftar(pengguna: Pengguna, isi: Mapping[str, Any], *, per: date) -> DaftarUsulan:
    """Without a state: what runs, the most urgent first; else the newest first."""
    hitung = terlihat(pengguna, per=per).aggregate(
        semua=Count("pk"),
        berjalan=Count("pk", filter=Q(status__in=BERJALAN)),
        lewat=Count("pk", filter=Q(status__in=BERJALAN, tenggat__lt=per)),
    )
    return DaftarUsulan(rows=tersaring(pengguna, isi, per=per).with_names(), **hitung)


def tersaring(pengguna: Pengguna, isi: Mapping[str, Any], *, per: date) -> Any:
    """Exactly what the filters leave."""
    saya = isi.get("tunggu") == "saya"
    rows = menunggu_saya(pengguna, per=per) if saya else terlihat(pengguna, per=per)
    if isi.get("tunggu") == "lewat":
        rows = rows.filter(status__in=BERJALAN, tenggat__lt=per)
    rows = cocok(rows, isi)
    if isi.get("q"):
        q = isi["q"].strip()
        rows = rows.filter(
            Q(pegawai__nama__icontains=q) | Q(pegawai__nip__startswith=q.replace(" ", ""))
            | Q(berkas__nomor__icontains=q)
        )  # fmt: skip
    if isi.get("status"):
        return rows.order_by(F("sejak").desc(), "pk")
    return mendesak(rows.filter(status__in=BERJALAN), per)


def cocok(rows: Any, isi: Mapping[str, Any]) -> Any:
    """By state, kind, stage and source."""
    if isi.get("status") in StatusUsulan.values:
        rows = rows.filter(status=isi["status"])
    for kolom in ("jenis", "tahap", "sumber"):
        if isi.get(kolom):
            rows = rows.filter(**{kolom: isi[kolom]})
    return rows


def beri_siapa(rows: Any, *, per: date) -> None:
    """Put on every case of one page its state in short, with whom it lies, whether it is late."""
    for satu in rows:
        satu.ringkas = satu.get_status_display().split(",")[0]
        satu.siapa = di_tangan(satu.status)
        satu.lewat = bool(satu.tenggat and satu.tenggat < per and not satu.berakhir)
