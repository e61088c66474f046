"""What stands between a case and its next act: the rules, and the consent of whom it concerns.

Both are asked anew from the register, which costs; the page of a case asks for them beside itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mutasi.alur import Gerbang, StatusUsulan
from mutasi.kernel.kesediaan import Lanjut
from mutasi.kernel.kesediaan_dasar import DASAR_PEKA
from mutasi.models import UsulanMutasi
from mutasi.selectors.kesediaan_usulan import kesediaan
from mutasi.selectors.rancangan_baris import TERTUTUP
from mutasi.selectors.usulan_baris import Rincian, rincian_baris
from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna

S = StatusUsulan
MEMINTA = (S.DIBERITAHUKAN, S.MENUNGGU_KESEDIAAN, S.DIKAJI)


@dataclass(frozen=True)
class Syarat:
    """``sedia`` is None where nobody's consent is asked now. ``bunyi``: where consent stands, in
    the words this reader may read."""

    aturan: Rincian
    sedia: Lanjut | None
    bunyi: str

    @property
    def kurang(self) -> list[str]:
        """What is missing, each with what would cure it."""
        return list(self._kurang())

    def _kurang(self) -> Iterator[str]:
        if self.aturan.beku is None:
            for a in self.aturan.gagal:
                yield f"{a.p.kode} {a.judul}: {a.p.perbaikan or a.p.bunyi}"
            kode = [a.p.kode for a in self.aturan.belum_beralasan]
            if kode:
                yield f"Alasan tertulis untuk {', '.join(kode)}."
        if self.sedia is not None and not self.sedia.boleh:
            yield f"{self.bunyi} {self.sedia.perbaikan}".strip()


def syarat(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> Syarat:
    """For the eyes of this reader."""
    diminta = usulan.status in MEMINTA and Gerbang.KESEDIAAN in usulan.gerbang
    sedia = kesediaan(usulan, per=per) if diminta else None
    disiplin = not Jangkauan.milik(pengguna, Izin.DISIPLIN_LIHAT, per=per).kosong
    tertutup = usulan.dasar_tanpa_kesediaan in DASAR_PEKA and not disiplin
    bunyi = sedia.bunyi if sedia else ""
    return Syarat(
        rincian_baris(usulan, pengguna, per=per), sedia, TERTUTUP if tertutup else bunyi
    )  # fmt: skip
