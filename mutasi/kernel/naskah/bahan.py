"""Parts that several papers share, and the paper they are all made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal


@dataclass(frozen=True)
class Kop:
    """The head of a paper. ``negara``: the emblem of state above a regional head's decree;
    ``daerah``: the emblem of the region left of the office's name and address.

    ``lambang``: sha256 of the picture the office gave, or nothing for the drawn placeholder.
    """

    jenis: Literal["negara", "daerah"]
    baris: tuple[str, ...]
    alamat: str = ""
    lambang: str = ""


@dataclass(frozen=True)
class Penanda:
    """Who signs. ``atas_nama``: the office signed for (``a.n. BUPATI CONTOH``), or nothing.

    An elected head bears no NIP on a decree (Permendagri 1/2023); everybody else does.
    """

    jabatan: str
    nama: str
    nip: str = ""
    pangkat: str = ""
    atas_nama: str = ""
    kepala_daerah: bool = False


@dataclass(frozen=True)
class Paraf:
    """One step of the chain of initials; the day only when it was recorded."""

    jabatan: str
    nama: str = ""
    tanggal: date | None = None


# The usual chain, from the one who drafted to the one before the signer.
RANTAI_PARAF = (
    "Konseptor", "Kepala Bidang Mutasi", "Kepala BKPSDM", "Asisten", "Sekretaris Daerah",
)  # fmt: skip


@dataclass(frozen=True)
class Tempat:
    """A post as a decree names it; ``jenjang`` is the eselon or the jenjang, ``kelas`` 1 to 17."""

    jabatan: str
    unit: str
    jenjang: str = ""
    kelas: str = ""


@dataclass(frozen=True)
class Orang:
    """An employee as papers introduce him."""

    nama: str
    nip: str
    pangkat: str = ""
    jabatan: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Rujukan:
    """Another paper this one speaks of."""

    judul: str
    nomor: str
    tanggal: date
    tentang: str = ""

    @property
    def kalimat(self) -> str:
        """Keputusan Bupati Contoh Nomor 1 Tahun 2026 tentang ..."""
        return f"{self.judul} Nomor {self.nomor}" + (
            f" tentang {self.tentang}" * bool(self.tentang)
        )


@dataclass(frozen=True, kw_only=True)
class Naskah:
    """What every paper has. ``nomor`` and ``tanggal`` stay empty until they are given."""

    JENIS: ClassVar[str] = ""
    TEMPLAT: ClassVar[str] = ""
    JUDUL: ClassVar[str] = ""

    instansi: str
    kop: Kop
    penanda: Penanda
    nomor: str = ""
    tanggal: date | None = None
    tempat: str = ""
    paraf: tuple[Paraf, ...] = ()
    tembusan: tuple[str, ...] = ()

    @property
    def judul(self) -> str:
        """The title, as the file's metadata carry it."""
        return f"{self.JUDUL} {self.nomor}".strip()
