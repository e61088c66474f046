"""The minutes of the Tim Penilai Kinerja and of an oath of office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mutasi.kernel.naskah.bahan import Naskah, Orang, Penanda, Tempat


@dataclass(frozen=True)
class Anggota:
    """A member of the TPK; ``keterangan`` says why somebody was absent or who stood in."""

    nama: str
    jabatan: str
    kedudukan: str
    hadir: bool
    keterangan: str = ""


@dataclass(frozen=True)
class Penyingkiran:
    """A member who left the deliberation of a person or post."""

    nama: str
    perkara: str
    alasan: str


@dataclass(frozen=True)
class CalonDibahas:
    """A candidate; ``nilai`` stands in the order of the ``kriteria`` of the post."""

    nama: str
    nip: str
    jabatan: str
    nilai: tuple[str, ...] = ()


@dataclass(frozen=True)
class PendapatLain:
    """What a member held against the recommendation."""

    nama: str
    isi: str


@dataclass(frozen=True)
class BahasanJabatan:
    """One post of the session. ``utama`` may be empty: nobody was recommended, ``alasan`` says why.

    ``peringatan``: the warnings (W01-W18) with the written reason each was passed with. ``putusan``
    is the remark of the controlled vocabulary, ``suara`` the votes and quorum for this name.
    """

    tempat: Tempat
    lowong: str
    syarat: tuple[str, ...]
    kriteria: tuple[str, ...]
    calon: tuple[CalonDibahas, ...]
    utama: str
    alasan: str
    cadangan: str = ""
    ketentuan: tuple[str, ...] = ()
    peringatan: tuple[str, ...] = ()
    pendapat_lain: tuple[PendapatLain, ...] = ()
    putusan: str = ""
    suara: str = ""


@dataclass(frozen=True, kw_only=True)
class BeritaAcaraTpk(Naskah):
    """Minutes of one session (peraturan-mutasi 2); ``penanda`` is the chair, ``tanggal`` the day.

    ``akar``: the head of the trail when the session was closed, over its first ``akar_ukuran``
    entries; nothing as long as it is open. ``sidik_isi``: sha256 of what the members signed.
    """

    JENIS: ClassVar[str] = "berita_acara_tpk"
    TEMPLAT: ClassVar[str] = "ba_tpk.typ"
    JUDUL: ClassVar[str] = "Berita Acara Sidang Tim Penilai Kinerja"

    ruang: str
    mulai: str
    selesai: str
    dasar: tuple[str, ...]
    sk_tpk: str
    anggota: tuple[Anggota, ...]
    kuorum: str
    penyingkiran: tuple[Penyingkiran, ...] = ()
    agenda: tuple[str, ...]
    jabatan: tuple[BahasanJabatan, ...]
    permintaan_luar: tuple[str, ...] = ()
    sidik_isi: str = ""
    akar: str = ""
    akar_ukuran: int = 0


SUMPAH = (
    "Bahwa saya, akan setia dan taat kepada Undang-Undang Dasar Negara Republik Indonesia Tahun "
    "1945 serta menjalankan segala peraturan perundang-undangan dengan selurus-lurusnya, demi "
    "dharma bakti saya kepada bangsa dan negara;",
    "Bahwa saya dalam menjalankan tugas jabatan, akan menjunjung etika jabatan, bekerja dengan "
    "sebaik-baiknya, dan dengan penuh rasa tanggung jawab;",
    "Bahwa saya, akan menjaga integritas, tidak menyalahgunakan kewenangan, serta menghindarkan "
    "diri dari perbuatan tercela.",
)


@dataclass(frozen=True)
class Disumpah:
    """Who takes the oath, and before which words (``Demi Allah, saya bersumpah``)."""

    orang: Orang
    jabatan_baru: Tempat


@dataclass(frozen=True)
class Pendamping:
    """A rohaniwan or a witness."""

    nama: str
    jabatan: str
    nip: str = ""


@dataclass(frozen=True, kw_only=True)
class BeritaAcaraSumpah(Naskah):
    """Minutes of an inauguration and oath; ``penanda`` took the oath (PerKa BKN 7/2017)."""

    JENIS: ClassVar[str] = "berita_acara_sumpah"
    TEMPLAT: ClassVar[str] = "ba_sumpah.typ"
    JUDUL: ClassVar[str] = "Berita Acara Pengambilan Sumpah/Janji Jabatan"

    ruang: str
    pukul: str
    dasar: tuple[str, ...]
    disumpah: tuple[Disumpah, ...]
    rohaniwan: tuple[Pendamping, ...]
    saksi: tuple[Pendamping, ...]
    pelantik: Penanda | None = None
    sumpah: tuple[str, ...] = SUMPAH
