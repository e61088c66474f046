"""A decree on its day: which day counts, in which order moves happen, what stands in the way.

A structural post is held from the inauguration on: when that comes after the TMT of the decree, the
day of the inauguration is the TMT (PermenPANRB 15/2019; PerKa BKN 7/2017).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from mutasi.kernel.jenis import ANTAR_INSTANSI, DI_TEMPAT, SAMPINGAN, JenisMutasi
from mutasi.kernel.rantai import Pindah, rantai

# The time in the old post counts on: the post is confirmed, renamed, prolonged or made equal.
MENERUS: Mapping[str, str] = {
    JenisMutasi.PENGUKUHAN: "Dikukuhkan",
    JenisMutasi.NOMENKLATUR: "Nomenklatur berubah",
    JenisMutasi.PERPANJANGAN_JPT: "Masa jabatan diperpanjang",
    JenisMutasi.PENYETARAAN: "Disetarakan",
}
# The code of the assignment that is opened beside the definitive post.
JENIS_SAMPINGAN: Mapping[str, str] = {
    JenisMutasi.PLT: "PLT",
    JenisMutasi.PLH: "PLH",
    JenisMutasi.PJ: "PJ",
    JenisMutasi.TUGAS_TAMBAHAN: "TT",
}
# Where the present post is not what the decree speaks of.
_TANPA_ASAL = ANTAR_INSTANSI | SAMPINGAN | {JenisMutasi.KEMBALI}


def hari_berlaku(tmt: date, dilantik: date | None) -> date:
    """The first day in the new post."""
    return tmt if dilantik is None else max(tmt, dilantik)


def meninggalkan_jabatan(jenis: str) -> bool:
    """Whether there is something to hand over at an old post of ours."""
    return jenis not in SAMPINGAN | DI_TEMPAT | {JenisMutasi.ANTAR_MASUK}


@dataclass(frozen=True)
class Perkara:
    """One case whose day has come. ``dari``, ``ke``: the posts under which holders are counted."""

    usulan: Any
    pegawai: int
    jenis: str
    hari: date
    dari: int | None
    ke: int | None

    @property
    def pindah(self) -> bool:
        """Whether a seat changes hands by it."""
        return self.jenis not in SAMPINGAN | DI_TEMPAT


def urutan(perkara: Iterable[Perkara]) -> list[tuple[Any, ...]]:
    """Groups in the order of execution: day by day, and within a day who leaves a seat first.

    A group of several is a ring, in which everybody waits for everybody: all at once or none.
    """
    hasil: list[tuple[Any, ...]] = []
    sehari = sorted(perkara, key=lambda p: p.hari)
    for _, isi in groupby(sehari, key=lambda p: p.hari):
        hasil += _sehari(list(isi))
    return hasil


def _sehari(semua: list[Perkara]) -> list[tuple[Any, ...]]:
    jalur = rantai(
        [Pindah(p.usulan, p.pegawai, p.dari, p.ke) for p in semua if p.pindah]
    )  # fmt: skip
    terikat = {satu for r in jalur for satu in r.baris}
    hasil = [(p.usulan,) for p in semua if p.usulan not in terikat]
    for satu in jalur:
        if satu.tertutup:
            hasil.append(satu.baris)
        else:
            hasil += [(baris,) for baris in reversed(satu.baris)]
    return hasil


@dataclass(frozen=True)
class Fakta:
    """What the register says on the day of execution about one case.

    ``kini``: the post of the open definitive assignment; ``mulai_kini`` its first day.
    ``penghuni``: how many others hold the structural seat and do not leave it with this group.
    """

    perkara: Perkara
    berhenti: date | None = None
    sebab_berhenti: str = ""
    kontrak_sampai: date | None = None
    kini: int | None = None
    nama_kini: str = ""
    mulai_kini: date | None = None
    unit_tutup: date | None = None
    jabatan_aktif: bool = True
    penghuni: int = 0
    sk: bool = True

    @property
    def sudah_di_sana(self) -> bool:
        """An import showed the new post before we did."""
        p = self.perkara
        return p.pindah and p.ke is not None and self.kini == p.ke and p.dari != p.ke


def penghalang(f: Fakta) -> str:
    """Why the case cannot be carried out; empty when it can."""
    p = f.perkara
    if not f.sk:
        return "SK yang berlaku untuk usulan ini tidak ditemukan."
    if f.berhenti is not None and p.jenis != JenisMutasi.ANTAR_MASUK:
        sebab = f" ({f.sebab_berhenti.lower()})" if f.sebab_berhenti else ""
        return f"Pegawai berhenti sejak {_hari(f.berhenti)}{sebab}."
    if f.kontrak_sampai is not None and f.kontrak_sampai < p.hari:
        return f"Kontrak pegawai berakhir {_hari(f.kontrak_sampai)}, sebelum TMT."
    if f.unit_tutup is not None and f.unit_tutup <= p.hari:
        return f"Unit tujuan ditutup sejak {_hari(f.unit_tutup)}."
    if not f.jabatan_aktif:
        return "Jabatan tujuan tidak berlaku lagi dalam referensi."
    if f.sudah_di_sana:
        return ""
    return _tempat(f)


def _tempat(f: Fakta) -> str:
    p = f.perkara
    # Who is confirmed sits in the post of the decree already: a structure in force took him there.
    semula, kata = (p.ke, "jabatan") if p.jenis in DI_TEMPAT else (p.dari, "jabatan lama")
    if p.jenis not in _TANPA_ASAL and f.kini != semula:
        kini = f.nama_kini or "tanpa jabatan"
        return f"Jabatan pegawai sekarang {kini}, bukan {kata} menurut SK."
    if p.jenis not in SAMPINGAN and f.mulai_kini is not None and f.mulai_kini > p.hari:
        return f"Pegawai baru menduduki jabatan sekarang sejak {_hari(f.mulai_kini)}, sesudah TMT."
    if p.pindah and f.penghuni:
        return "Jabatan tujuan masih diduduki pejabat lain."
    return ""


def _hari(hari: date) -> str:
    return f"{hari:%d-%m-%Y}"
