"""Into what every post and every holder falls when a structure becomes another one.

Each gets exactly one fate, with its reason. A decision by hand about a person counts before one
about his post, and that before the map of the boxes. The map confirms nobody in a seat it cannot be
sure of: a split unit, an abolished one, two heads for one seat wait for a decision.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from penilaian.kernel.kata import daftar


class Nasib(StrEnum):
    """Where a holder ends."""

    PENGUKUHAN = "pengukuhan"
    PENYETARAAN = "penyetaraan"
    BELUM = "belum"


class Hubungan(StrEnum):
    """What becomes of an old unit."""

    TETAP = "tetap"
    GANTI_NAMA = "ganti_nama"
    GABUNG = "gabung"
    PECAH = "pecah"
    HAPUS = "hapus"


MENERUSKAN = frozenset({Hubungan.TETAP, Hubungan.GANTI_NAMA})


@dataclass(frozen=True)
class UnitLama:
    """An office of today; ``induk`` is None where its parent is the agency's outside."""

    pk: int
    nama: str
    induk: int | None = None


@dataclass(frozen=True)
class Kotak:
    """A box of tomorrow; ``asal`` is the unit it continues, ``eselon`` empty without a head."""

    pk: int
    nama: str
    induk: int | None = None
    asal: int | None = None
    jabatan: str = ""
    eselon: str = ""


@dataclass(frozen=True)
class Peta:
    """One old unit to one box, or to none."""

    lama: int
    hubungan: Hubungan
    baru: int | None = None


@dataclass(frozen=True)
class Pos:
    """A post of today as people are counted there: ``isi`` holders, ``eselon`` of a seat."""

    pk: int
    unit: int
    jabatan: int
    struktural: bool = False
    eselon: str = ""
    isi: int = 0


@dataclass(frozen=True)
class Keputusan:
    """A decision by hand about a post, or about one holder of it (``pegawai``)."""

    dari: int
    nasib: Nasib
    pegawai: int | None = None
    kotak: int | None = None
    jabatan: int | None = None
    jenis: str = ""  # of that jabatan: 1 structural, 2 functional, 4 executor
    alasan: str = ""


@dataclass(frozen=True)
class Draf:
    """A whole plan beside the present it changes. ``luar`` is the parent of a box without one."""

    unit: Sequence[UnitLama]
    kotak: Sequence[Kotak]
    peta: Sequence[Peta]
    pos: Sequence[Pos] = ()
    keputusan: Sequence[Keputusan] = ()
    berlaku: date = date.max
    luar: int | None = None

    @cached_property
    def unit_pk(self) -> Mapping[int, UnitLama]:
        """Offices by key."""
        return {u.pk: u for u in self.unit}

    @cached_property
    def kotak_pk(self) -> Mapping[int, Kotak]:
        """Boxes by key."""
        return {k.pk: k for k in self.kotak}

    @cached_property
    def peta_unit(self) -> Mapping[int, Sequence[Peta]]:
        """Rows of the map by old unit."""
        hasil: dict[int, list[Peta]] = defaultdict(list)
        for satu in self.peta:
            hasil[satu.lama].append(satu)
        return hasil

    @cached_property
    def sumber_kotak(self) -> Mapping[int, Sequence[int]]:
        """Old units by the box they go to."""
        hasil: dict[int, list[int]] = defaultdict(list)
        for satu in self.peta:
            if satu.baru is not None:
                hasil[satu.baru].append(satu.lama)
        return hasil

    @cached_property
    def pewaris(self) -> Mapping[int, Kotak]:
        """Old units to the box that continues them: same row, same history."""
        return {k.asal: k for k in self.kotak if k.asal is not None}


@dataclass(frozen=True)
class Tujuan:
    """The fate of a post or a holder. ``jabatan`` None: the same kind, or the seat of the box."""

    nasib: Nasib
    alasan: str
    kotak: int | None = None
    jabatan: int | None = None
    tangan: bool = False


@dataclass(frozen=True)
class Pemangku:
    """Somebody in a post, or in a unit without any post that counts him."""

    pegawai: int
    unit: int
    pos: int | None = None


@dataclass(frozen=True)
class Akibat:
    """The fates of all posts, and through them of everybody."""

    draf: Draf
    pos: Mapping[int, Tujuan]
    orang: Mapping[tuple[int, int], Tujuan]  # (post, person) decided by hand
    # Posts whose seat several heads want, by box; each has at least one holder.
    berebut: Mapping[int, Sequence[int]] = field(default_factory=dict)

    @cached_property
    def pos_pk(self) -> Mapping[int, Pos]:
        """Posts by key."""
        return {p.pk: p for p in self.draf.pos}

    def nasib(self, satu: Pemangku) -> Tujuan:
        """The one fate of a holder."""
        if satu.pos is None or satu.pos not in self.pos:
            return _menurut_unit(self.draf, satu.unit)
        return self.orang.get((satu.pos, satu.pegawai)) or self.pos[satu.pos]

    def jumlah(self) -> Counter[Nasib]:
        """How many holders of posts fall into each fate."""
        hasil: Counter[Nasib] = Counter()
        tersendiri = Counter(pos for pos, _ in self.orang)
        for satu in self.draf.pos:
            hasil[self.pos[satu.pk].nasib] += max(0, satu.isi - tersendiri[satu.pk])
        for tujuan in self.orang.values():
            hasil[tujuan.nasib] += 1
        return hasil


def tentukan(draf: Draf) -> Akibat:
    """Fates by decision and by map; then seats wanted by several heads are taken back."""
    menurut_pos = {k.dari: k for k in draf.keputusan if k.pegawai is None}
    dikenal = {p.pk for p in draf.pos}
    orang = {
        (k.dari, k.pegawai): _menurut_tangan(draf, k)
        for k in draf.keputusan
        if k.pegawai is not None and k.dari in dikenal
    }
    pos = {
        satu.pk: (
            _menurut_tangan(draf, menurut_pos[satu.pk])
            if satu.pk in menurut_pos
            else _menurut_peta(draf, satu)
        )
        for satu in draf.pos
    }
    berebut = _perebutan(draf, pos, orang)
    for kotak, yang in berebut.items():
        tangan = [pos[p].tangan or any(dari == p for dari, _ in orang) for p in yang]
        for satu in yang:
            if not pos[satu].tangan:
                pos[satu] = Tujuan(Nasib.BELUM, _kalimat_berebut(draf, kotak, tangan))
    return Akibat(draf, pos, orang, berebut)


def _menurut_tangan(draf: Draf, satu: Keputusan) -> Tujuan:
    kotak = draf.kotak_pk.get(satu.kotak or 0)
    if satu.nasib is Nasib.BELUM or kotak is None:
        alasan = satu.alasan or "Diputuskan: belum mendapat tempat."
        return Tujuan(Nasib.BELUM, alasan, tangan=True)
    kata = "Dikukuhkan" if satu.nasib is Nasib.PENGUKUHAN else "Disetarakan"
    alasan = satu.alasan or f"{kata} di {kotak.nama} dengan keputusan."
    return Tujuan(satu.nasib, alasan, kotak.pk, satu.jabatan, tangan=True)


def _menurut_unit(draf: Draf, unit: int) -> Tujuan:
    """Where the map alone sends an office: one box, or nowhere yet."""
    peta = draf.peta_unit.get(unit, ())
    tujuan = [p.baru for p in peta if p.baru is not None and p.baru in draf.kotak_pk]
    if not peta:
        return Tujuan(Nasib.BELUM, "Unit ini belum dipetakan.")
    if not tujuan:
        return Tujuan(Nasib.BELUM, "Unit ini dihapus.")
    if len(tujuan) > 1:
        nama = daftar(draf.kotak_pk[t].nama for t in tujuan)
        return Tujuan(Nasib.BELUM, f"Unit ini dipecah ke {nama}; pilih salah satu.")
    kotak = draf.kotak_pk[tujuan[0]]
    kata = {
        Hubungan.TETAP: "tetap",
        Hubungan.GANTI_NAMA: f"berganti nama menjadi {kotak.nama}",
        Hubungan.GABUNG: f"digabung ke {kotak.nama}",
    }.get(peta[0].hubungan, f"diteruskan {kotak.nama}")
    return Tujuan(Nasib.PENGUKUHAN, f"Unit {kata}.", kotak.pk)


def _menurut_peta(draf: Draf, satu: Pos) -> Tujuan:
    """A head goes along only into a seat of the same level."""
    tujuan = _menurut_unit(draf, satu.unit)
    if not satu.struktural or tujuan.kotak is None:
        return tujuan
    kotak = draf.kotak_pk[tujuan.kotak]
    if not kotak.jabatan:
        return Tujuan(Nasib.BELUM, f"{kotak.nama} tidak lagi mempunyai jabatan pimpinan.")
    if kotak.eselon != satu.eselon:
        return Tujuan(Nasib.BELUM, f"Eselon jabatan pimpinan {kotak.nama} berbeda dari sekarang.")
    return replace(tujuan, alasan=f"{tujuan.alasan} Jabatan pimpinannya: {kotak.jabatan}.")


def _perebutan(
    draf: Draf, pos: Mapping[int, Tujuan], orang: Mapping[tuple[int, int], Tujuan]
) -> dict[int, Sequence[int]]:
    """Boxes whose one seat holders of several old posts would take, with those posts."""
    kursi = {p.pk for p in draf.pos if p.struktural}
    tersendiri = Counter(dari for dari, _ in orang)
    peminat: dict[int, list[int]] = defaultdict(list)
    for satu in draf.pos:
        tujuan = pos[satu.pk]
        if satu.struktural and satu.isi > tersendiri[satu.pk] and _ke_kursi(tujuan):
            peminat[tujuan.kotak or 0].append(satu.pk)
    for (dari, _), tujuan in orang.items():
        if dari in kursi and _ke_kursi(tujuan) and dari not in peminat[tujuan.kotak or 0]:
            peminat[tujuan.kotak or 0].append(dari)
    return {kotak: tuple(yang) for kotak, yang in peminat.items() if len(yang) > 1}


def _ke_kursi(tujuan: Tujuan) -> bool:
    """Whether a head stays a head there."""
    return tujuan.nasib is Nasib.PENGUKUHAN and tujuan.jabatan is None


def _kalimat_berebut(draf: Draf, kotak: int, tangan: Sequence[bool]) -> str:
    """``tangan``: for each post that wants the seat, whether a person decided so."""
    satu = draf.kotak_pk[kotak]
    kursi = satu.jabatan or satu.nama
    if any(tangan):
        return f"Kursi {kursi} sudah diputuskan untuk pejabat lain."
    return f"{len(tangan)} pejabat untuk satu kursi {kursi}; putuskan siapa."
