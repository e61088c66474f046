"""Checking the whole trail in the database: chain, contents, heads, closed days of the access log.

Reads in constant memory while others go on writing: it checks the entries that were there when it
began.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from jejak import akses, bacaan
from jejak.kernel.rantai import JENIS_PERISTIWA, AkarDiberi, Pelanggaran, Pemeriksa
from jejak.models import AkarJejak, Peristiwa, PeristiwaQuerySet
from jejak.tindakan import ISI_DIHAPUS


@dataclass(frozen=True)
class Laporan:
    """What was found; ``kepala`` the hash of the last entry, ``akar`` the head over all."""

    entri: int
    kepala: str
    akar: str
    pelanggaran: tuple[Pelanggaran, ...]

    @property
    def sah(self) -> bool:
        """Nothing is wrong."""
        return not self.pelanggaran

    def json(self) -> dict[str, Any]:
        """The object of docs/antarmuka.md, section 7."""
        return {
            "entri": self.entri,
            "kepala": self.kepala,
            "akar": self.akar,
            "sah": self.sah,
            "pelanggaran": [asdict(satu) for satu in self.pelanggaran],
        }


def verifikasi(akar: AkarDiberi | None = None) -> Laporan:
    """Check everything; with ``akar`` also that the log still begins with what that head covers."""
    terbit = dict(AkarJejak.objects.values_list("urutan", "akar"))
    akhir = bacaan.akhir()
    pemeriksa = Pemeriksa(diberi=akar, terbit=terbit)
    for baris in bacaan.semua(sampai=akhir[0]):
        pemeriksa.baca(baris)
    _lepaskan_yang_baru_dihapus(pemeriksa)
    pemeriksa.selesai()
    _kepala(pemeriksa, akhir)
    _isi_yatim(pemeriksa)
    with bacaan.apa_adanya():
        for urutan, pesan in akses.hari_menyimpang():
            pemeriksa.langgar(urutan, "akses_menyimpang", pesan)
    return Laporan(
        pemeriksa.pohon.n,
        pemeriksa.kepala,
        pemeriksa.pohon.akar().hex(),
        tuple(pemeriksa.pelanggaran),
    )


def _dihapus() -> PeristiwaQuerySet:
    return Peristiwa.objects.filter(tindakan=ISI_DIHAPUS.kode, objek_jenis=JENIS_PERISTIWA)


def _lepaskan_yang_baru_dihapus(pemeriksa: Pemeriksa) -> None:
    """Content erased while we were reading is named by an entry after the last one we read."""
    if pemeriksa.hilang:
        baru = _dihapus().filter(urutan__gt=pemeriksa.pohon.n)
        nomor = baru.values_list("objek_id", flat=True)
        pemeriksa.hilang -= {int(satu) for satu in nomor if satu.isdecimal()}


def _kepala(pemeriksa: Pemeriksa, akhir: tuple[int, int, str]) -> None:
    terakhir, nomor, hash_ = akhir
    if (terakhir, pemeriksa.kepala) != (nomor, hash_):
        pesan = f"Entri terakhir nomor {terakhir}; kepala jejak mencatat nomor {nomor}."
        pemeriksa.langgar(nomor, "kepala_menyimpang", pesan)


def _isi_yatim(pemeriksa: Pemeriksa) -> None:
    for baris in bacaan.isi_tanpa_entri():
        pemeriksa.langgar(baris["urutan"], "isi_tanpa_entri", "Isi tanpa entri: disisipkan.")
