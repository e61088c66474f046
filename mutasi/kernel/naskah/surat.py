"""Letters: the proposal to BKN or PPK, nota dinas, invitation, declarations, notice, receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from mutasi.kernel.naskah.bahan import Naskah, Orang, Rujukan


@dataclass(frozen=True, kw_only=True)
class Surat(Naskah):
    """What letters share. ``kepada``: the lines of the address after "Yth."; ``isi``, ``penutup``:
    paragraphs."""

    kepada: tuple[str, ...]
    di: str = ""
    sifat: str = "Biasa"
    banyak_lampiran: str = "-"
    hal: str
    isi: tuple[str, ...]
    penutup: tuple[str, ...] = ()

    @property
    def judul(self) -> str:
        return f"{self.JUDUL} {self.nomor}".strip()


@dataclass(frozen=True)
class BarisUsulan:
    """One person of the daftar nominatif of a proposal (peraturan-mutasi 6.3)."""

    nomor: int
    nama: str
    nip: str
    pangkat: str
    jabatan_lama: str
    jabatan_usulan: str
    alasan: str


@dataclass(frozen=True)
class BerkasLampiran:
    """One of the documents D01-D11 and whether it lies with the proposal."""

    kode: str
    nama: str
    keadaan: str


@dataclass(frozen=True, kw_only=True)
class SuratUsulan(Surat):
    """The proposal; ``beku.sidik_daftar`` of ``daftar`` stands in the letter and below the list."""

    JENIS: ClassVar[str] = "surat_usulan"
    TEMPLAT: ClassVar[str] = "surat.typ"
    JUDUL: ClassVar[str] = "Surat Usulan"

    daftar: tuple[BarisUsulan, ...]
    berkas: tuple[BerkasLampiran, ...] = ()
    narahubung: str = ""


@dataclass(frozen=True, kw_only=True)
class NotaDinas(Surat):
    """A note inside the government; ``dari``: the sender's office."""

    JENIS: ClassVar[str] = "nota_dinas"
    TEMPLAT: ClassVar[str] = "surat.typ"
    JUDUL: ClassVar[str] = "Nota Dinas"

    dari: str


@dataclass(frozen=True, kw_only=True)
class Undangan(Surat):
    """The invitation to an inauguration, at least one working day before it (PerKa BKN 7/2017)."""

    JENIS: ClassVar[str] = "undangan"
    TEMPLAT: ClassVar[str] = "surat.typ"
    JUDUL: ClassVar[str] = "Undangan"

    hari: date
    pukul: str
    ruang: str
    acara: str
    pakaian: str = ""
    diundang: tuple[Orang, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Pernyataan(Naskah):
    """SPP (was inaugurated), SPMJ (holds the post) or SPMT (works): what the allowance is paid on.

    ``pernyata``: who declares; ``mulai``: the day of the inauguration or of the work's beginning.
    """

    JENIS: ClassVar[str] = "pernyataan"
    TEMPLAT: ClassVar[str] = "pernyataan.typ"
    JUDUL: ClassVar[str] = "Surat Pernyataan"

    macam: Literal["SPP", "SPMJ", "SPMT"]
    pernyata: Orang
    pegawai: Orang
    keputusan: Rujukan
    mulai: date
    tunjangan: str = ""

    @property
    def judul(self) -> str:
        return f"{self.macam} {self.nomor}".strip()


@dataclass(frozen=True)
class Perubahan:
    """One matter that changes, or stays (then both are the same)."""

    hal: str
    sekarang: str
    menjadi: str
    keterangan: str = ""


@dataclass(frozen=True, kw_only=True)
class Pemberitahuan(Naskah):
    """What changes for you: told before it is decided. ``hak``: what the person may do, and how."""

    JENIS: ClassVar[str] = "pemberitahuan"
    TEMPLAT: ClassVar[str] = "pemberitahuan.typ"
    JUDUL: ClassVar[str] = "Apa yang Berubah bagi Anda"

    pegawai: Orang
    pengantar: str
    perubahan: tuple[Perubahan, ...]
    hak: tuple[str, ...]
    jawab_sampai: date | None = None
    narahubung: str = ""
    minta_jawaban: bool = True


@dataclass(frozen=True)
class BarisTerima:
    """One petikan handed over; ``sidik``: the hash its footer shows."""

    nomor: int
    nama: str
    nip: str
    jabatan_baru: str
    sidik: str


@dataclass(frozen=True, kw_only=True)
class TandaTerima(Naskah):
    """The list an OPD signs when it fetches its petikan; ``penanda`` hands them over."""

    JENIS: ClassVar[str] = "tanda_terima"
    TEMPLAT: ClassVar[str] = "tanda_terima.typ"
    JUDUL: ClassVar[str] = "Tanda Terima Petikan"

    opd: str
    keputusan: Rujukan
    baris: tuple[BarisTerima, ...]
