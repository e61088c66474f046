"""A whole file of cases before the rules: its lines, the seats they touch, the scores they use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from penilaian.kernel.kriteria import Perangkat
from penilaian.kernel.perkara import Jabatan


@dataclass(frozen=True)
class Baris:
    """One case as far as seats and days go. ``dari``, ``ke``: the posts it is counted under.

    ``pegawai`` None: somebody not in the register yet (from another instansi). ``berakhir``: the
    person leaves the service or the instansi, so no post follows. ``definitif`` False: Plt., Plh.,
    an additional task: the own post stays. ``mengisi``: counts as filling a seat.
    """

    id: int
    nama: str
    pegawai: int | None
    dari: int | None
    ke: int | None
    tmt: date | None
    berakhir: bool = False
    definitif: bool = True
    mengisi: bool = True
    asal: Jabatan = Jabatan()
    sasaran: Jabatan = Jabatan()
    asal_memimpin: bool | None = None
    sasaran_memimpin: bool | None = None

    @property
    def berpindah(self) -> bool:
        """Whether it empties or fills a seat."""
        return self.definitif and self.mengisi and self.dari != self.ke


@dataclass(frozen=True)
class KursiAwal:
    """A post before the file: need (None: not known), holders, and the days on which some of them
    leave by other ways (a retirement)."""

    nama: str
    butuh: int | None
    isi: int
    akan_kosong: tuple[date, ...] = ()


@dataclass(frozen=True)
class Berkas:
    """``kursi`` by the ids of ``Baris.dari`` and ``ke``.

    ``jabatan_manajerial``: how many managerial posts the instansi has; ``perangkat``: the published
    sets whose scores the file shows.
    """

    baris: tuple[Baris, ...]
    ketentuan: KetentuanJalan
    kursi: Mapping[int, KursiAwal] = field(default_factory=dict)
    tanggal_sk: date | None = None
    jabatan_manajerial: int | None = None
    perangkat: tuple[Perangkat, ...] = ()

    @property
    def hari(self) -> date | None:
        """The day on which the file strikes: of the decree, or the first TMT."""
        return self.tanggal_sk or min((b.tmt for b in self.baris if b.tmt), default=None)
