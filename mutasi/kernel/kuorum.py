"""Whether a session of the TPK can decide, and what it decided about one name.

No national text rules this (a region's decree on its TPK does): the share and the mode are dated
constants. Our reading, stated wherever it is used:

- The quorum of a session counts members with a vote; the secretary without a vote counts nowhere.
- Who recuses himself from a name stays present for the session, but for that name he counts neither
  as member nor as present: the share must also be reached among the others.
- Consensus (mufakat) means that nobody of the voters is against; who abstains does not break it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil


class Mode(StrEnum):
    """How a name is decided."""

    MUFAKAT = "mufakat"
    SUARA = "suara terbanyak"
    MUFAKAT_LALU_SUARA = "mufakat, lalu suara terbanyak"


class Suara(StrEnum):
    """What a member says about a name."""

    SETUJU = "setuju"
    TIDAK = "tidak setuju"
    ABSTAIN = "abstain"


class HasilNama(StrEnum):
    """What came of one name."""

    DITERIMA = "diterima"
    DITOLAK = "ditolak"
    SERI = "seri"
    BELUM_MUFAKAT = "belum mufakat"
    TIDAK_SAH = "tidak sah"


@dataclass(frozen=True)
class Anggota:
    """A member of the TPK in one session; ``bersuara`` False: the secretary."""

    id: int
    hadir: bool = False
    bersuara: bool = True
    ketua: bool = False


@dataclass(frozen=True)
class Kuorum:
    """How many have a vote, how many of them came, how many were needed."""

    anggota: int
    hadir: int
    perlu: int

    @property
    def sah(self) -> bool:
        """Enough came; a team without members never meets."""
        return self.anggota > 0 and self.hadir >= self.perlu

    @property
    def kalimat(self) -> str:
        """For the minutes."""
        ukuran = f"Hadir {self.hadir} dari {self.anggota} anggota, kuorum {self.perlu}"
        return f"{ukuran}: {'sidang sah' if self.sah else 'sidang tidak sah'}."


@dataclass(frozen=True)
class PutusanNama:
    """The outcome for one name with its figures and the sentence for the minutes."""

    hasil: HasilNama
    setuju: int
    tidak: int
    abstain: int
    menghindar: int
    kalimat: str


def kuorum_perlu(anggota: int, pecahan: Fraction) -> int:
    """The least number that reaches the share: 2/3 of 7 is 5. Never less than one."""
    return max(1, ceil(anggota * pecahan))


def kuorum(
    anggota: Sequence[Anggota], pecahan: Fraction, menghindar: Collection[int] = ()
) -> Kuorum:
    """Of a session, or of one name from which some recuse themselves."""
    dihitung = [a for a in anggota if a.bersuara and a.id not in menghindar]
    hadir = sum(a.hadir for a in dihitung)
    return Kuorum(len(dihitung), hadir, kuorum_perlu(len(dihitung), pecahan))


def putuskan_nama(
    anggota: Sequence[Anggota],
    suara: Mapping[int, Suara],
    *,
    pecahan: Fraction,
    mode: Mode,
    menghindar: Collection[int] = (),
    ketua_menentukan: bool = False,
) -> PutusanNama:
    """What the votes on one name come to.

    Votes of those who are absent, have none or recuse themselves are an error of the caller. A
    member who came and said nothing abstains.
    """
    sidang, nama = kuorum(anggota, pecahan), kuorum(anggota, pecahan, menghindar)
    pemilih = {a.id for a in anggota if a.bersuara and a.hadir and a.id not in menghindar}
    asing = suara.keys() - pemilih
    if asing:
        raise ValueError(f"suara dari yang tidak berhak: {sorted(asing)}")
    isi = Counter(suara.get(satu, Suara.ABSTAIN) for satu in pemilih)
    setuju, tidak, abstain = (isi[satu] for satu in Suara)
    hasil = HasilNama.TIDAK_SAH
    if sidang.sah and nama.sah:
        hasil = _hasil(setuju, tidak, mode)
    if hasil is HasilNama.SERI and ketua_menentukan:
        hasil = _suara_ketua(anggota, suara)
    hindar = sum(a.bersuara and a.hadir and a.id in menghindar for a in anggota)
    kalimat = _kalimat(hasil, setuju, tidak, abstain, hindar)
    return PutusanNama(hasil, setuju, tidak, abstain, hindar, kalimat)


def _hasil(setuju: int, tidak: int, mode: Mode) -> HasilNama:
    if mode is not Mode.SUARA:
        if tidak == 0 and setuju:
            return HasilNama.DITERIMA
        if setuju == 0 and tidak:
            return HasilNama.DITOLAK
        if mode is Mode.MUFAKAT:
            return HasilNama.BELUM_MUFAKAT
    if setuju == tidak:
        return HasilNama.SERI
    return HasilNama.DITERIMA if setuju > tidak else HasilNama.DITOLAK


def _suara_ketua(anggota: Sequence[Anggota], suara: Mapping[int, Suara]) -> HasilNama:
    """The chair's own vote tips the scale; without one the tie stays."""
    kata = {suara.get(a.id) for a in anggota if a.ketua}
    if Suara.SETUJU in kata:
        return HasilNama.DITERIMA
    return HasilNama.DITOLAK if Suara.TIDAK in kata else HasilNama.SERI


def _kalimat(hasil: HasilNama, setuju: int, tidak: int, abstain: int, menghindar: int) -> str:
    if hasil is HasilNama.TIDAK_SAH:
        return "Kuorum tidak tercapai; nama ini belum dapat diputuskan."
    teks = f"{setuju} setuju, {tidak} tidak setuju, {abstain} abstain"
    if menghindar:
        teks += f", {menghindar} menghindar"
    akhir = {
        HasilNama.SERI: "suara seimbang, nama ini ditunda",
        HasilNama.BELUM_MUFAKAT: "belum mufakat, nama ini ditunda",
    }.get(hasil, hasil.value)
    return f"{teks}: {akhir}."
