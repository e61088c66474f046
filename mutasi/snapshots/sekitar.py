"""A case among the others of its file: whose seat falls free, who comes to which, all read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from mutasi.alur import SEBELUM_SK, StatusUsulan
from mutasi.kernel.jenis import SAMPINGAN
from mutasi.models import UsulanMutasi
from organisasi.selectors import Cacah
from pegawai.models import Formasi, JenisJabatan, StatusPegawai
from penilaian.snapshots import KetentuanHari, Tempat, baca_tempat

# A decree alone moves nobody: until its day the histories know the old seat.
BELUM_BERLAKU = (*SEBELUM_SK, StatusUsulan.SK_DITETAPKAN, StatusUsulan.DILANTIK)
_SAMPINGAN = {j.value for j in SAMPINGAN}


class BarisBerkas(NamedTuple):
    """One case of a file that still counts."""

    pk: UUID
    berkas_id: UUID
    urutan: int
    pegawai_id: int
    pegawai__nama: str
    pegawai__status: str
    pegawai__formasi_id: int | None
    jenis: str
    tmt: date
    dari_id: int | None
    dari__dihitung_ke_id: int | None
    ke_id: int | None
    ke__dihitung_ke_id: int | None
    dari__jabatan__jenis: str | None
    dari__jabatan__eselon_id: str | None
    ke__jabatan__jenis: str | None
    ke__jabatan__eselon_id: str | None

    @property
    def dari(self) -> int | None:
        """The post under which the seat he leaves is counted; where he sits in the new one already
        (a structure in force, an import before the decree), that one: he moves no more."""
        if self.ke_id is not None and self.pegawai__formasi_id in (self.ke_id, self.ke):
            return self.ke
        return self.dari__dihitung_ke_id or self.dari_id

    @property
    def ke(self) -> int | None:
        """The post under which the seat he comes to is counted."""
        return self.ke__dihitung_ke_id or self.ke_id

    @property
    def definitif(self) -> bool:
        """Whether the own post changes; a task beside it moves nobody."""
        return self.jenis not in _SAMPINGAN

    def mengisi(self, aturan: KetentuanHari) -> bool:
        """Whether the person counts as filling a seat."""
        return aturan.pw_mengisi or self.pegawai__status != StatusPegawai.PPPK_PW


@dataclass(frozen=True)
class Sekitar:
    """``baris``: every case of the files that still counts, in their order; ``tempat``: the people
    asked about, and the posts of all of them. ``manajerial``: managerial posts of the instansi
    (None: not asked)."""

    baris: tuple[BarisBerkas, ...]
    tempat: Tempat
    manajerial: int | None = None

    @property
    def menurut_berkas(self) -> Mapping[UUID, list[BarisBerkas]]:
        """The lines file by file."""
        hasil: dict[UUID, list[BarisBerkas]] = defaultdict(list)
        for satu in self.baris:
            hasil[satu.berkas_id].append(satu)
        return hasil


def baca_sekitar(
    usulan: Sequence[UsulanMutasi], *, per: date, aturan: KetentuanHari,
    posisi: Mapping[int, Any] | None = None, manajerial: bool = False,
) -> Sekitar:  # fmt: skip
    """Around these cases, in five queries; in four where ``posisi`` holds all posts of their
    files."""
    berkas = {u.berkas_id for u in usulan}
    rows: Any = UsulanMutasi.objects.filter(berkas__in=berkas, status__in=BELUM_BERLAKU)
    kolom: tuple[Any, ...] = BarisBerkas._fields
    if manajerial:
        kolom = (*kolom, Cacah(_manajerial()))
    isi = list(rows.order_by("berkas", "urutan").values_list(*kolom))
    lebar = len(BarisBerkas._fields)
    baris = tuple(BarisBerkas._make(row[:lebar]) for row in isi)
    tempat = baca_tempat(
        {u.pegawai_id for u in usulan},
        _formasi(usulan, baris), per=per, aturan=aturan, posisi=posisi,
    )  # fmt: skip
    return Sekitar(baris, tempat, isi[0][lebar] if manajerial and isi else None)


def _formasi(usulan: Sequence[UsulanMutasi], baris: Collection[BarisBerkas]) -> set[int]:
    """Every post the cases and their files touch, and where the people sit now."""
    ada = {pk for u in usulan for pk in (u.dari_id, u.ke_id, u.pegawai.formasi_id)}
    ada |= {pk for b in baris for pk in (b.dari_id, b.ke_id, b.dari, b.ke)}
    return {pk for pk in ada if pk is not None}


def _manajerial() -> Any:
    rows = Formasi.objects.filter(jabatan__jenis=JenisJabatan.STRUKTURAL)
    rows = rows.filter(jabatan__eselon_id__gte="11", jabatan__eselon_id__lt="50")
    return rows.order_by().values("pk")
