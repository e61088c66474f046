"""The decree, its excerpt for one person, and its correction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mutasi.kernel.naskah.bahan import Naskah, Penanda, Rujukan, Tempat

JUDUL_LAMPIRAN = "Daftar Pegawai Negeri Sipil yang Diangkat dan Ditempatkan dalam Jabatan"
FRASA = "DENGAN RAHMAT TUHAN YANG MAHA ESA"


@dataclass(frozen=True)
class BarisLampiran:
    """One person of the annex (peraturan-mutasi 6.2); ``lama`` is missing for a first posting.

    ``opd``: through whose hands the petikan goes out.
    """

    nomor: int
    nama: str
    nip: str
    pangkat: str
    golongan: str
    tmt_pangkat: date | None
    pendidikan: str
    lama: Tempat | None
    baru: Tempat
    jenis: str
    tmt: date
    keterangan: str = ""
    opd: str = ""


@dataclass(frozen=True, kw_only=True)
class Keputusan(Naskah):
    """A decree. ``penetap``: the office that decrees, in the words of its title (BUPATI CONTOH).

    ``pengesah`` will certify its excerpts; frozen with it, so that an excerpt printed in two years
    is the same to the last byte.
    """

    JENIS: ClassVar[str] = "keputusan"
    TEMPLAT: ClassVar[str] = "sk_keputusan.typ"
    JUDUL: ClassVar[str] = "Keputusan"

    penetap: str
    tentang: str
    menimbang: tuple[str, ...]
    mengingat: tuple[str, ...]
    memperhatikan: tuple[str, ...] = ()
    diktum: tuple[str, ...]
    lampiran: tuple[BarisLampiran, ...] = ()
    judul_lampiran: str = JUDUL_LAMPIRAN
    frasa: str = FRASA
    pengesah: Penanda | None = None

    @property
    def judul(self) -> str:
        return f"Keputusan {self.penetap} {self.nomor}".strip()


@dataclass(frozen=True, kw_only=True)
class Petikan(Naskah):
    """One row of a decree for one person. ``penanda`` signed the decree, ``pengesah`` certifies
    the excerpt; ``sidik_keputusan``: the hash of the decree's frozen text."""

    JENIS: ClassVar[str] = "petikan"
    TEMPLAT: ClassVar[str] = "sk_petikan.typ"
    JUDUL: ClassVar[str] = "Petikan"

    penetap: str
    tentang: str
    diktum: tuple[str, ...]
    baris: BarisLampiran
    pengesah: Penanda
    sidik_keputusan: str
    frasa: str = FRASA

    @property
    def judul(self) -> str:
        return f"Petikan Keputusan {self.penetap} {self.nomor}".strip()


def petikan_dari(
    keputusan: Keputusan, baris: BarisLampiran, *, sidik: str, pengesah: Penanda
) -> Petikan:
    """The excerpt of ``keputusan`` for the person of ``baris``; ``sidik``: the decree's hash."""
    k = keputusan
    return Petikan(
        instansi=k.instansi, kop=k.kop, penanda=k.penanda, nomor=k.nomor, tanggal=k.tanggal,
        tempat=k.tempat, penetap=k.penetap, tentang=k.tentang, diktum=k.diktum, baris=baris,
        pengesah=pengesah, sidik_keputusan=sidik, frasa=k.frasa,
    )  # fmt: skip


@dataclass(frozen=True)
class BarisRalat:
    """One place that was wrong."""

    letak: str
    tertulis: str
    seharusnya: str


@dataclass(frozen=True, kw_only=True)
class Ralat(Naskah):
    """A correction of a signed paper, which itself stays as it is."""

    JENIS: ClassVar[str] = "ralat"
    TEMPLAT: ClassVar[str] = "ralat.typ"
    JUDUL: ClassVar[str] = "Ralat"

    rujukan: Rujukan
    alasan: str
    baris: tuple[BarisRalat, ...]
    sidik_rujukan: str = ""
