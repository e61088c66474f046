"""Meja saya: what waits for one person by state and desk, and where everything else lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Min, Q

from mutasi.alur import BERJALAN, Aksi, StatusUsulan
from mutasi.selectors.usulan_tunggu import LANJUT, MEJA, mendesak, menunggu_saya, terlihat
from organisasi.models import Pengguna

BANYAK = 10
PINTU = {
    StatusUsulan.DITELAAH_UNIT: "mutasi:telaah",
    StatusUsulan.SIDANG_TPK: "mutasi:sidang",
    StatusUsulan.DIREKOMENDASI: "mutasi:meja-pyb",
    StatusUsulan.PROSES_ANTAR_INSTANSI: "mutasi:meja-bkn",
    StatusUsulan.DISETUJUI_PYB: "mutasi:meja-bkn",
    StatusUsulan.MENUNGGU_PPK: "mutasi:meja-ppk",
    StatusUsulan.DISETUJUI_PPK: "mutasi:keputusan",
}


@dataclass(frozen=True)
class Tumpukan:
    """The cases of one state: how many, how many late, since when the oldest."""

    status: StatusUsulan
    jumlah: int
    lewat: int
    tertua: datetime | None
    siapa: str
    aksi: Aksi | None

    @property
    def meja(self) -> str:
        """The page where one decides on these, by its URL name; empty: the list of cases."""
        return PINTU.get(self.status, "")


@dataclass(frozen=True)
class Meja:
    """The page. ``tunggu``: what waits for me; ``papan``: every desk with its states."""

    tunggu: list[Tumpukan]
    baris: list[Any]
    papan: list[tuple[str, list[Tumpukan]]]
    telaah: int

    @property
    def jumlah(self) -> int:
        """How many wait for me."""
        return sum(satu.jumlah for satu in self.tunggu)

    @property
    def lewat(self) -> int:
        """How many of them are late."""
        return sum(satu.lewat for satu in self.tunggu)

    @property
    def berjalan(self) -> int:
        """How many run at all, as far as this person may know."""
        return sum(satu.jumlah for _, isi in self.papan for satu in isi)


def meja(pengguna: Pengguna, *, per: date) -> Meja:
    """Four queries over the cases, however many there are."""
    saya = menunggu_saya(pengguna, per=per)
    milik = _tumpukan(saya, per)
    semua = _tumpukan(terlihat(pengguna, per=per).filter(status__in=BERJALAN), per)
    papan = [(nama, [semua[s] for s in keadaan if s in semua]) for nama, keadaan in MEJA]
    return Meja(
        tunggu=[milik[s] for s in StatusUsulan if s in milik],
        baris=list(mendesak(saya.with_names(), per)[:BANYAK]),
        papan=[(nama, isi) for nama, isi in papan if isi],
        telaah=milik[StatusUsulan.DITELAAH_UNIT].jumlah
        if StatusUsulan.DITELAAH_UNIT in milik else 0,
    )  # fmt: skip


def _tumpukan(rows: Any, per: date) -> Mapping[StatusUsulan, Tumpukan]:
    hitung = rows.order_by().values("status").annotate(
        jumlah=Count("pk"), lewat=Count("pk", filter=Q(tenggat__lt=per)), tertua=Min("sejak")
    )  # fmt: skip
    return {
        StatusUsulan(h["status"]): Tumpukan(
            StatusUsulan(h["status"]), h["jumlah"], h["lewat"], h["tertua"],
            LANJUT[h["status"]][1], LANJUT[h["status"]][0],
        )
        for h in hitung
    }  # fmt: skip
