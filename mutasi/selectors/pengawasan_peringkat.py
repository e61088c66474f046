"""Departures from the ranking, as the signed minutes of closed sessions tell them.

The minutes are frozen, so a later change of scores or criteria changes no finding. Points are
compared only between candidates all of whose criteria were measured.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from mutasi.models import AgendaSidang, PutusanSidang, SidangTPK, StatusSidang, UsulanMutasi
from mutasi.selectors.pengawasan import (
    Bagian,
    Baris,
    Masa,
    dengan_nama,
    kasus,
    ke_mana,
    siapa,
    terbuka,
)
from organisasi.models import Pengguna

BELUM_DIUMUMKAN = "calon lain (usulannya belum diumumkan)"


@dataclass(frozen=True)
class Lompatan:
    """Somebody was recommended for a post although another had more points."""

    usulan: UUID
    poin: Decimal
    nip_lain: str
    nama_lain: str
    poin_lain: Decimal
    alasan: str
    sidang: str


def lompatan(berita_acara: str, nomor: str) -> Iterator[Lompatan]:
    """Every such name in the frozen minutes of one session."""
    isi = json.loads(berita_acara)
    bahasan = json.loads(isi["naskah"])["isi"]["jabatan"]
    for butir, satu in zip(isi["agenda"], bahasan, strict=False):
        if butir["putusan"] != PutusanSidang.REKOMENDASI:
            continue
        poin = {c["nip"]: jumlah for c in satu["calon"] if (jumlah := _poin(c)) is not None}
        nama = {c["nip"]: c["nama"] for c in satu["calon"]}
        milik = poin.get(satu["utama"])
        if milik is None:
            continue
        lain = max(poin, key=lambda nip: (poin[nip], nip == satu["utama"]))
        if poin[lain] > milik:
            yield Lompatan(
                UUID(butir["usulan"]), milik, lain, nama[lain], poin[lain], butir["alasan"], nomor
            )


def _poin(calon: dict[str, Any]) -> Decimal | None:
    """The sum as the minutes print it ("12,50"); None when a criterion was not measured."""
    nilai = calon["nilai"]
    if not nilai or any(not satu.replace(",", "").isdecimal() for satu in nilai):
        return None
    return sum((Decimal(satu.replace(",", ".")) for satu in nilai), Decimal(0))


def bagian_peringkat(pengguna: Pengguna, masa: Masa, *, per: date) -> Bagian:
    """The newest session first; in five queries."""
    rows = {u.pk: u for u in dengan_nama(kasus(pengguna, masa, per=per))}
    semua = _lompatan_sidang(rows)
    tertutup = _tertutup(pengguna, {s.nip_lain for s in semua}, per=per)
    baris = []
    for satu in semua:
        u = rows[satu.usulan]
        lain = BELUM_DIUMUMKAN if satu.nip_lain in tertutup else (
            f"{satu.nama_lain} ({satu.nip_lain})"
        )  # fmt: skip
        sel = (siapa(u), ke_mana(u), _koma(satu.poin), lain, _koma(satu.poin_lain), satu.alasan,
               satu.sidang)  # fmt: skip
        baris.append(Baris(sel, u.pk))
    return Bagian(
        "peringkat", "Menyimpang dari peringkat",
        "Direkomendasikan meskipun calon lain untuk jabatan yang sama mempunyai nilai kriteria "
        "lebih tinggi, menurut berita acara TPK yang ditandatangani. Nilai hanya dibandingkan "
        "bila semua kriteria kedua orang itu terukur.",
        ("Yang direkomendasikan", "Jabatan", "Nilainya", "Yang lebih tinggi", "Nilainya lebih",
         "Pertimbangan TPK", "Berita acara"),
        tuple(baris), "Tidak ada yang direkomendasikan melewati calon dengan nilai lebih tinggi.",
    )  # fmt: skip


def _lompatan_sidang(rows: dict[UUID, UsulanMutasi]) -> list[Lompatan]:
    agenda = AgendaSidang.objects.filter(usulan__in=list(rows))
    sidang = SidangTPK.objects.filter(
        pk__in=agenda.values("sidang"), status=StatusSidang.DITUTUP
    ).exclude(berita_acara="")
    ditemukan = [
        satu
        for isi, nomor in sidang.order_by("-tanggal", "-pk").values_list("berita_acara", "nomor")
        for satu in lompatan(isi, nomor)
    ]
    return [satu for satu in ditemukan if satu.usulan in rows]


def _tertutup(pengguna: Pengguna, nip: set[str], *, per: date) -> set[str]:
    """Of these people those about whom a case runs that is not announced: they stay unnamed."""
    lain = UsulanMutasi.objects.filter(pegawai__nip__in=nip)
    lain = lain.exclude(pk__in=terbuka(pengguna, per=per).order_by().values("pk"))
    return set(lain.order_by().values_list("pegawai__nip", flat=True))


def _koma(poin: Decimal) -> str:
    return f"{poin:.2f}".replace(".", ",")
