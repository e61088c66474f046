"""Moves that hang together: A takes B's post, B takes C's; seats before and after a draft."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Pindah:
    """One line as far as seats go. ``dari``, ``ke``: the posts under which they are counted.

    ``mengisi``: whether the person counts as filling a seat (a constant decides for some).
    """

    baris: Hashable
    pegawai: int | None
    dari: int | None
    ke: int | None
    mengisi: bool = True


@dataclass(frozen=True)
class Rantai:
    """Lines in the order in which each takes the post the next one leaves; ``tertutup``: a ring."""

    baris: tuple[Any, ...]
    tertutup: bool


def rantai(pindah: Sequence[Pindah]) -> list[Rantai]:
    """Every chain of two lines or more, in the order of their first line.

    One seat is left to one follower: in a post of many seats the first that comes takes the seat of
    the first that leaves. A move inside the same post is no link.
    """
    jalan = [p for p in pindah if p.pegawai is not None and p.dari != p.ke]
    pergi: dict[int, deque[Hashable]] = defaultdict(deque)
    for satu in jalan:
        if satu.dari is not None:
            pergi[satu.dari].append(satu.baris)
    lanjut = {
        satu.baris: pergi[satu.ke].popleft()
        for satu in jalan
        if satu.ke is not None and pergi[satu.ke]
    }
    return _telusuri([satu.baris for satu in jalan], lanjut)


def _telusuri(urutan: Sequence[Hashable], lanjut: Mapping[Hashable, Hashable]) -> list[Rantai]:
    tempat = {baris: i for i, baris in enumerate(urutan)}
    belum = dict.fromkeys(urutan)
    hasil = []
    kepala = [baris for baris in urutan if baris not in set(lanjut.values())]
    for awal in [*kepala, *urutan]:  # open chains first; what is left are rings
        jalur = []
        kini: Hashable | None = awal
        while kini is not None and kini in belum:
            belum.pop(kini)
            jalur.append(kini)
            kini = lanjut.get(kini)
        if len(jalur) > 1:
            hasil.append(Rantai(tuple(jalur), tertutup=kini == awal))
    return sorted(hasil, key=lambda satu: min(tempat[baris] for baris in satu.baris))


@dataclass(frozen=True)
class Kursi:
    """A post before and after the draft; ``butuh`` None: no need known. Never netted."""

    formasi: int
    butuh: int | None
    isi: int
    keluar: int
    masuk: int

    @property
    def sesudah(self) -> int:
        """Holders when all of it has been done."""
        return self.isi - self.keluar + self.masuk

    @property
    def kosong(self) -> int:
        """Seats the draft leaves empty that were filled before."""
        penuh = self.isi if self.butuh is None else min(self.isi, self.butuh)
        if self.butuh is None:
            return penuh if self.sesudah == 0 and self.keluar else 0
        return max(0, penuh - self.sesudah)

    @property
    def lebih(self) -> int:
        """Holders beyond the need whom the draft brings there."""
        if self.butuh is None:
            return 0
        return max(0, self.sesudah - max(self.butuh, self.isi - self.keluar))


def kursi(
    pindah: Iterable[Pindah], keadaan: Mapping[int, tuple[int | None, int]]
) -> dict[int, Kursi]:
    """Every post the draft touches; ``keadaan``: (need, holders) by post.

    A person counts once per post, however often he is written down.
    """
    pergi: dict[int, set[int]] = defaultdict(set)
    datang: dict[int, set[int]] = defaultdict(set)
    for satu in pindah:
        if satu.pegawai is None or not satu.mengisi or satu.dari == satu.ke:
            continue
        if satu.dari is not None:
            pergi[satu.dari].add(satu.pegawai)
        if satu.ke is not None:
            datang[satu.ke].add(satu.pegawai)
    hasil = {}
    for formasi in pergi.keys() | datang.keys():
        butuh, isi = keadaan.get(formasi, (None, 0))
        hasil[formasi] = Kursi(formasi, butuh, isi, len(pergi[formasi]), len(datang[formasi]))
    return hasil
