"""Moves that are judged together: each as if the lines above it had been done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mutasi.kernel.rantai import Kursi, Pindah
from penilaian.kernel.perkara import Perkara
from penilaian.models import Posisi
from penilaian.snapshots import KetentuanHari, Pasangan, perkara_pasangan


@dataclass(frozen=True)
class Pelaku:
    """One line: its seats, its day, and the pair to judge (None where the line is incomplete).

    ``pindah.ke`` is the post under which the target is counted, ``pasangan.formasi`` the target
    itself; ``pasangan.akan_kosong`` is filled in here.
    """

    pindah: Pindah
    tmt: date
    pasangan: Pasangan | None


def baca_posisi_terhitung(ids: Collection[int | None], aturan: KetentuanHari) -> dict[int, Any]:
    """Posts under which seats are counted, with need, holders and names, in one query."""
    posisi: Any = Posisi.objects.filter(pk__in={pk for pk in ids if pk is not None})
    posisi = posisi.with_kebutuhan(
        eselon_berkursi=list(aturan.eselon_berkursi), pw_mengisi=aturan.pw_mengisi
    )
    return {p.pk: p for p in posisi.select_related("unit__opd", "jabatan").order_by()}


def perkara_serombongan(
    baris: Sequence[Pelaku], kursi: Mapping[int, Kursi], *, per: date, aturan: KetentuanHari
) -> list[Perkara | None]:
    """One case per line, in their order; None where there is no pair, or nobody knows it.

    A seat somebody of the group leaves falls free on his own day; a seat somebody above came to is
    taken. The number of queries does not depend on the number of lines.
    """
    pergi = _pergi(baris)
    datang: dict[int, set[int]] = defaultdict(set)
    letak, pasangan, penuh = [], [], []
    for n, satu in enumerate(baris):
        p = satu.pindah
        if satu.pasangan is None or p.ke is None or p.pegawai is None:
            continue
        kosong = tuple(hari for siapa, hari in pergi[p.ke].items() if siapa != p.pegawai)
        letak.append(n)
        pasangan.append(replace(satu.pasangan, akan_kosong=kosong))
        penuh.append(len(datang[p.ke] - {p.pegawai}))
        if p.mengisi and p.dari != p.ke:
            datang[p.ke].add(p.pegawai)
    hasil: list[Perkara | None] = [None] * len(baris)
    if not pasangan:
        return hasil
    kasus = perkara_pasangan(pasangan, per=per, aturan=aturan)
    for n, perkara, lebih in zip(letak, kasus, penuh, strict=True):
        if perkara is not None:
            hasil[n] = _di_tengah(perkara, lebih, kursi.get(baris[n].pindah.dari or 0))
    return hasil


def _pergi(baris: Sequence[Pelaku]) -> dict[int, dict[int, date]]:
    """Who leaves which post, and on which day; whoever is written twice leaves on the first."""
    hasil: dict[int, dict[int, date]] = defaultdict(dict)
    for satu in baris:
        p = satu.pindah
        if p.dari is not None and p.pegawai is not None and p.mengisi and p.dari != p.ke:
            lama = hasil[p.dari].get(p.pegawai, satu.tmt)
            hasil[p.dari][p.pegawai] = min(lama, satu.tmt)
    return hasil


def _di_tengah(kasus: Perkara, lebih: int, asal: Kursi | None) -> Perkara:
    """The case amid the other lines: ``lebih`` people came to the target before; what the person
    leaves is as full as the whole group makes it (a chain fills it again)."""
    if lebih and kasus.sasaran.isi is not None:
        kasus = replace(kasus, sasaran=replace(kasus.sasaran, isi=kasus.sasaran.isi + lebih))
    if asal is not None:
        kasus = replace(kasus, calon=replace(kasus.calon, asal_isi=asal.sesudah + 1))
    return kasus
