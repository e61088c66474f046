"""What changed between two accounts of one person, in sentences that sum to the difference."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from penilaian.kernel.akun import Akun, Baris, Keadaan
from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.hitung_skor import sumbangan

_NOL = Decimal("0.0000")


class SebabBeda(StrEnum):
    """Why a line gives other points than before."""

    DATA = "data"
    SKALA = "skala"
    BOBOT = "bobot"
    MASUK = "masuk"  # measured now, not before
    KELUAR = "keluar"  # measured before, not now


@dataclass(frozen=True)
class Beda:
    """One change. ``selisih`` in points; None while one of the accounts has no score, for then
    there is no difference to be explained, only what happened."""

    kriteria: str
    sebab: SebabBeda
    selisih: Decimal | None
    bunyi: str


def beda(lama: Akun, baru: Akun) -> tuple[Beda, ...]:
    """Every change, in the order of the new set, then what is no longer there.

    Where both have a score, the differences sum to ``baru.skor - lama.skor`` exactly.
    """
    ada_skor = lama.skor is not None and baru.skor is not None
    dulu = {satu.kriteria: satu for satu in lama.baris}
    kini = {satu.kriteria for satu in baru.baris}
    hasil: list[Beda] = []
    for satu in baru.baris:
        hasil += _satu(dulu.get(satu.kriteria), satu, ada_skor=ada_skor)
    for satu in lama.baris:
        if satu.kriteria not in kini:
            hasil += _satu(satu, None, ada_skor=ada_skor)
    return tuple(hasil)


def _satu(dulu: Baris | None, kini: Baris | None, *, ada_skor: bool) -> list[Beda]:
    if dulu is not None and dulu.terukur:
        if kini is not None and kini.terukur:
            return [*_nilai(dulu, kini, ada_skor), *_bobot(dulu, kini, ada_skor)]
        return [_keluar(dulu, kini, ada_skor)]
    if kini is not None and kini.terukur:
        sebab = f"{_nama(kini)} kini terukur ({_mentah(kini)})"
        return [_beda(kini, SebabBeda.MASUK, kini.sumbangan or _NOL, sebab, ada_skor)]
    return []


def _keluar(dulu: Baris, kini: Baris | None, ada_skor: bool) -> Beda:
    turun = -(dulu.sumbangan or _NOL)
    if kini is None:
        sebab = f"{_nama(dulu)} tidak lagi termasuk kriteria"
    elif kini.mentah.keadaan is Keadaan.TIDAK_DAPAT_DIPERIKSA:
        sebab = f"{_nama(dulu)} kini tidak dapat diperiksa (tadinya {_mentah(dulu)})"
    else:
        sebab = f"{_nama(dulu)} kini belum ada datanya (tadinya {_mentah(dulu)})"
    return _beda(dulu, SebabBeda.KELUAR, turun, sebab, ada_skor)


def _nilai(dulu: Baris, kini: Baris, ada_skor: bool) -> list[Beda]:
    """Other points for the line itself, counted at the old weight."""
    nilai = kini.nilai or _NOL
    selisih = sumbangan(dulu.bobot_pakai, nilai) - (dulu.sumbangan or _NOL)
    lama_baru = f"nilai {bunyi_angka(dulu.nilai or _NOL)} menjadi {bunyi_angka(nilai)}"
    if kini.mentah.nilai != dulu.mentah.nilai:
        akibat = lama_baru if kini.nilai != dulu.nilai else "nilainya tetap"
        sebab = f"{_nama(kini)}: data {_mentah(dulu)} menjadi {_mentah(kini)}, {akibat}"
        return [_beda(kini, SebabBeda.DATA, selisih, sebab, ada_skor)]
    if kini.nilai != dulu.nilai:
        sebab = f"{_nama(kini)}: skala berubah, {lama_baru}"
        return [_beda(kini, SebabBeda.SKALA, selisih, sebab, ada_skor)]
    return []


def _bobot(dulu: Baris, kini: Baris, ada_skor: bool) -> list[Beda]:
    """What the other weight does, at the new points."""
    if kini.bobot_pakai == dulu.bobot_pakai:
        return []
    selisih = (kini.sumbangan or _NOL) - sumbangan(dulu.bobot_pakai, kini.nilai or _NOL)
    lama_baru = f"{bunyi_angka(dulu.bobot_pakai)} % menjadi {bunyi_angka(kini.bobot_pakai)} %"
    sebab = f"{_nama(kini)}: bobot yang dipakai {lama_baru}"
    return [_beda(kini, SebabBeda.BOBOT, selisih, sebab, ada_skor)]


def _beda(baris: Baris, sebab: SebabBeda, selisih: Decimal, kata: str, ada_skor: bool) -> Beda:
    if not ada_skor:
        return Beda(baris.kriteria, sebab, None, f"{kata}.")
    return Beda(baris.kriteria, sebab, selisih, f"{kata}: {bunyi_selisih(selisih)} poin.")


def bunyi_selisih(selisih: Decimal) -> str:
    """With its sign: +1,25, −0,5, 0."""
    tulis = bunyi_angka(abs(selisih))
    return tulis if not selisih else f"{'+' if selisih > 0 else '−'}{tulis}"


def _nama(baris: Baris) -> str:
    return baris.sumber.nama


def _mentah(baris: Baris) -> str:
    nilai = baris.mentah.nilai
    return bunyi_angka(nilai, baris.sumber.satuan) if isinstance(nilai, Decimal) else str(nilai)
