"""The rules' answers for the eyes of a reader: discipline is told only to those who may know it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from penilaian.kernel.peringatan import PERINGATAN, PERINGATAN_ORANG
from penilaian.kernel.putusan import Hasil, Putusan, Syarat
from penilaian.kernel.syarat import SYARAT

ATURAN: dict[str, Syarat] = {s.kode: s for s in (*SYARAT, *PERINGATAN, *PERINGATAN_ORANG)}
_TERTUTUP = {
    Hasil.LOLOS: "Terpenuhi.",
    Hasil.TIDAK_LOLOS: "Tidak terpenuhi.",
    Hasil.TIDAK_DAPAT_DIPERIKSA: "Belum dapat diperiksa.",
}
_SIAPA = "Rinciannya hanya untuk peran yang berhak melihat riwayat disiplin."


@dataclass(frozen=True)
class Pembaca:
    """Over whom a reader may see discipline."""

    jangkauan: Jangkauan

    @classmethod
    def dari(cls, pengguna: Any, *, per: date) -> Pembaca:
        """By the right ``disiplin.lihat`` on the day."""
        return cls(Jangkauan.milik(pengguna, Izin.DISIPLIN_LIHAT, per=per))

    def syarat(self, putusan: Iterable[Putusan], kiri: int | None) -> tuple[Putusan, ...]:
        """Pair rules: the verdict stays, its words and figures go."""
        if self.jangkauan.memuat(kiri):
            return tuple(putusan)
        return tuple(
            replace(p, bunyi=f"{_TERTUTUP[p.putusan]} {_SIAPA}", angka={}, perbaikan="")
            if ATURAN[p.kode].peka
            else p
            for p in putusan
        )

    def peringatan(self, putusan: Sequence[Putusan], kiri: int | None) -> tuple[Putusan, ...]:
        """Warnings: one about discipline would tell by being there."""
        if self.jangkauan.memuat(kiri):
            return tuple(putusan)
        return tuple(p for p in putusan if not ATURAN[p.kode].peka)
