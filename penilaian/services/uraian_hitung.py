"""What typed rows come to while they are typed: computed as saving would, and kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from penilaian.kernel.abk import menit_setahun
from penilaian.kernel.abk_periksa import periksa_abk
from penilaian.kernel.efektivitas import Efektivitas, efektivitas
from penilaian.kernel.hitungan import angka
from penilaian.selectors.perhitungan import TELITI, Patut, patut_diperiksa
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.perhitungan import BarisUraian, hitung_abk


@dataclass(frozen=True)
class HitunganKetikan:
    """The need of the rows that can be read. ``menit_baris`` by the place of the row."""

    tugas: int
    belum: int
    menit: str
    jke: int
    nilai: str
    orang: int
    kursi: bool
    pemangku: int
    ej: Efektivitas
    ej_teks: str
    menit_baris: Mapping[int, str]
    patut: Sequence[Patut]


def hitung_ketikan(
    semua: Sequence[BarisUraian | None], *, belum: int, posisi: Any, kursi: bool, per: date
) -> HitunganKetikan:
    """``semua`` row by row, None where there is no task; ``belum``: rows that cannot be read yet.

    ``posisi`` carries ``isi``.
    """
    k = tetapan_kebutuhan(per=per)
    tempat = [n for n, satu in enumerate(semua) if satu is not None]
    baris = [satu for satu in semua if satu is not None]
    hitungan = hitung_abk([b.tugas for b in baris], k, kursi=kursi)
    menit = menit_setahun(hitungan)
    ej = efektivitas(menit, posisi.isi, k)
    temuan = periksa_abk(hitungan, k, pemangku=posisi.isi) if baris else ()
    return HitunganKetikan(
        tugas=len(baris),
        belum=belum,
        menit=angka(menit),
        jke=int(k.jke_menit),
        nilai=angka(hitungan.nilai, TELITI),
        orang=hitungan.bulat if baris else 0,
        kursi=kursi,
        pemangku=posisi.isi,
        ej=ej,
        ej_teks="" if ej.nilai is None else angka(ej.nilai, TELITI),
        menit_baris=dict(zip(tempat, (angka(b.menit) for b in hitungan.baris), strict=True)),
        patut=patut_diperiksa(temuan, [b.alasan for b in baris], tempat),
    )
