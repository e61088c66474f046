"""One case before the rules of the road: dates, papers and people, as plain data.

What nobody knows is None. A place is named by a key of the caller's choice (``tujuan``): the rules
only compare it, so that a post of another instansi can have one too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.jenis import JenjangSasaran, Rute, jenjang_dari
from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from mutasi.kernel.kuorum import Kuorum
from penilaian.kernel.perkara import Gerbang, Jabatan

JF_MEMIMPIN = "jf_memimpin"  # a JF who heads a puskesmas or a school
DALAM = "dalam"  # the route of a move inside the instansi


@dataclass(frozen=True)
class Surat:
    """A letter as this case sees it: does it name this person, and which post does it name?

    ``tujuan`` empty: it names none. ``berkas``: the signed file is stored.
    """

    nomor: str = ""
    tanggal: date | None = None
    berkas: bool = False
    memuat_nama: bool = False
    tujuan: str = ""


class Arah(StrEnum):
    """Where the person goes, seen from this instansi."""

    DALAM = "dalam"
    MASUK = "masuk"
    KELUAR = "keluar"


class HasilPertek(StrEnum):
    """BKN's answer."""

    DISETUJUI = "disetujui"
    OTOMATIS = "otomatis"
    DITOLAK = "ditolak"
    DIKEMBALIKAN = "dikembalikan"


@dataclass(frozen=True)
class Pertek:
    """BKN's consideration.

    Where silence became approval there is no letter: ``surat.nomor`` is the number of the proposal
    in I-MUT, and ``otomatis_pada`` the day (``waktu.jam_pertek``).
    """

    surat: Surat
    hasil: HasilPertek | None
    pemberi: str = ""
    otomatis_pada: date | None = None
    berlaku_sampai: date | None = None
    pernah_dikembalikan: bool = False


class Kapasitas(StrEnum):
    """How a signer holds his office."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    PJ = "pj"


SEBUTAN_KAPASITAS = {
    Kapasitas.DEFINITIF: "pejabat definitif",
    Kapasitas.PLT: "Plt.",
    Kapasitas.PLH: "Plh.",
    Kapasitas.PJ: "Pj.",
}


@dataclass(frozen=True)
class Delegasi:
    """What a decree of the PPK lets another sign: levels of posts, routes, from when until when.

    Only the levels named are covered; ``rute`` holds ``"dalam"`` and the codes of ``Rute``.
    ``mulai`` is the first day, ``selesai`` the first day after.
    """

    nomor: str
    jenjang: frozenset[str]
    rute: frozenset[str]
    mulai: date
    selesai: date | None = None


@dataclass(frozen=True)
class Penandatangan:
    """Who signs the decree: the PPK himself (``delegasi`` None), or whom he empowered.

    ``izin_mendagri``, ``pertek_bkn``: numbers of what lets an acting regional head change the
    status of employees at all; else the permit and the pertek of the case itself must be there.
    """

    sebutan: str
    ppk: bool
    kapasitas: Kapasitas
    delegasi: Delegasi | None = None
    izin_mendagri: str = ""
    pertek_bkn: str = ""


@dataclass(frozen=True)
class SidangTpk:
    """What the TPK's minutes say about this person.

    ``tujuan``: the posts for which the minutes name him -> his place there (1: recommended first,
    0: named and not recommended). ``ditandatangani``: closed by the signatures.
    """

    nomor: str
    tanggal: date | None
    ditandatangani: bool
    kuorum: Kuorum | None
    tujuan: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Keputusan:
    """Who decided and why; what the person may do about it. ``manusia``: no technical account."""

    nama: str
    manusia: bool
    setuju: bool
    alasan: str
    alasan_terlihat: bool
    dapat_keberatan: bool


@dataclass(frozen=True)
class SkLuar:
    """The decree of another office in a move between instansi."""

    penerbit: str
    surat: Surat


@dataclass(frozen=True)
class Kasus:
    """Everything the rules of the road ask of one case, before the act ``menuju``.

    ``tanggal_sk`` and ``tanggal_pelantikan``: set or planned. ``perlu_tpk`` and ``perlu_lantik``
    come from the matrix of steps. ``libur`` holds the holidays around these days.
    """

    menuju: Titik
    ketentuan: KetentuanJalan
    tujuan: str
    asal: Jabatan = Jabatan()
    sasaran: Jabatan = Jabatan()
    asal_memimpin: bool | None = None
    sasaran_memimpin: bool | None = None
    asal_gerbang: tuple[Gerbang, ...] | None = ()
    sasaran_gerbang: tuple[Gerbang, ...] | None = ()
    surat_gerbang: Mapping[Gerbang, Surat] = field(default_factory=dict)
    arah: Arah = Arah.DALAM
    rute: Rute | None = None
    perlu_tpk: bool | None = None
    perlu_lantik: bool | None = None
    libur: frozenset[date] = frozenset()
    # Days.
    tmt: date | None = None
    tanggal_sk: date | None = None
    tanggal_undangan: date | None = None
    tanggal_pelantikan: date | None = None
    # Papers.
    sidang: SidangTpk | None = None
    izin_mendagri: Surat | None = None
    pertek: Pertek | None = None
    usul: Surat | None = None
    persetujuan: Surat | None = None
    koordinasi_mendagri: Surat | None = None
    sk_luar: SkLuar | None = None
    # Deciders.
    penandatangan: Penandatangan | None = None
    putusan_pyb: Keputusan | None = None
    putusan_ppk: Keputusan | None = None
    # What warnings ask.
    kerabat_selingkungan: bool | None = None
    keadaan_khusus: bool | None = None
    beda_siasn: tuple[str, ...] | None = None
    berubah: tuple[str, ...] = ()  # facts that changed since the snapshot the TPK saw

    @property
    def antar_instansi(self) -> bool:
        """The move crosses the border of the instansi."""
        return self.arah is not Arah.DALAM

    @property
    def kode_rute(self) -> str:
        """As a delegation names it."""
        return self.rute.value if self.rute else DALAM


def jenjang(jabatan: Jabatan) -> JenjangSasaran | None:
    """The level of a post as the matrix of steps and a delegation name it; None: not recorded."""
    return jenjang_dari(jabatan.jenis, jabatan.eselon_id)


def yang_kurang(surat: Surat | None, *, tujuan: str = "") -> list[str]:
    """What a letter lacks to count for this case, in words; ``tujuan``: the post it must name."""
    if surat is None:
        return ["suratnya"]
    kurang = []
    if not surat.nomor.strip():
        kurang.append("nomor")
    if surat.tanggal is None:
        kurang.append("tanggal")
    if not surat.berkas:
        kurang.append("berkas bertanda tangan")
    if not surat.memuat_nama:
        kurang.append("nama yang bersangkutan")
    if tujuan and surat.tujuan != tujuan:
        kurang.append("jabatan yang diusulkan")
    return kurang
