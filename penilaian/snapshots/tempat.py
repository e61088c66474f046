"""People and the posts around them, each table asked once for both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import IntegerField, Value

from pegawai.models import Pegawai
from penilaian.kernel.perkara import Calon, Sasaran
from penilaian.snapshots.ketentuan import KetentuanHari
from penilaian.snapshots.orang import Terbaca, Tugas, baca_orang, penugasan_orang
from penilaian.snapshots.sasaran import (
    PEMANGKU,
    Pemangku,
    baca_posisi,
    baca_sasaran,
    pemangku_dari,
    penugasan_kursi,
)


@dataclass(frozen=True)
class Tempat:
    """Posts as ``baca_posisi`` reads them, the same as posts to be filled, and the people."""

    posisi: Mapping[int, Any]
    sasaran: Mapping[int, Sasaran]
    calon: Mapping[int, Calon]


def baca_tempat(
    orang: Collection[int], formasi: Collection[int], *, per: date, aturan: KetentuanHari,
    posisi: Mapping[int, Any] | None = None,
) -> Tempat:  # fmt: skip
    """In four queries, or five where somebody sits in a post not among ``formasi``; fewer where
    ``posisi`` was read before."""
    if posisi is None:
        posisi = baca_posisi(formasi, aturan=aturan)
    tugas, pemangku = _penugasan(orang, posisi, per, aturan)
    sasaran = baca_sasaran(posisi, per=per, aturan=aturan, posisi=posisi, pemangku=pemangku)
    rows = Pegawai.objects.filter(pk__in=set(orang))
    bacaan = baca_orang(rows, per=per, aturan=aturan, terbaca=Terbaca(posisi, tugas))
    return Tempat(posisi, sasaran, {satu.pk: satu.calon for satu in bacaan.orang})


def _penugasan(
    orang: Collection[int], posisi: Collection[int], per: date, aturan: KetentuanHari
) -> tuple[dict[int, list[Tugas]], Pemangku]:
    """What these people did and do, and who sits in these posts."""
    kolom = tuple(dict.fromkeys((*Tugas._fields, *PEMANGKU)))
    arm = [
        rows.annotate(arm=Value(n, output_field=IntegerField())).values_list(*kolom, "arm")
        for n, rows in enumerate(
            (
                penugasan_orang({"pegawai__in": set(orang)}, per=per),
                penugasan_kursi(posisi, per=per),
            )
        )
    ]
    tugas: dict[int, list[Tugas]] = defaultdict(list)
    duduk = []
    for *isi, n in arm[0].union(arm[1], all=True):
        satu = dict(zip(kolom, isi, strict=True))
        if n:
            duduk.append(tuple(satu[nama] for nama in PEMANGKU))
        else:
            tugas[satu["pegawai_id"]].append(Tugas(*(satu[nama] for nama in Tugas._fields)))
    return tugas, pemangku_dari(duduk, per=per, pw_mengisi=aturan.pw_mengisi)
