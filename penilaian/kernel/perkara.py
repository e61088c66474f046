"""One case before the rules: a person, a post, the law of the day, and the road between them.

Nothing here guesses: what nobody knows is None, and a rule that needs it says so. Levels, grades
and kinds carry SIASN's codes as the tables store them (without leading zeros).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from penilaian.kernel.ketentuan import Ketentuan

__all__ = [
    "Calon",
    "DasarDemosi",
    "Dispensasi",
    "Gerbang",
    "Hukuman",
    "Jalur",
    "Jabatan",
    "Ketentuan",
    "Lisensi",
    "Pengalaman",
    "Perkara",
    "Sasaran",
    "UjiKompetensi",
]


class Jalur(StrEnum):
    """How far the move goes."""

    DALAM_INSTANSI = "dalam_instansi"
    ANTAR_INSTANSI = "antar_instansi"


class DasarDemosi(StrEnum):
    """The grounds on which somebody may go down (H21)."""

    SANKSI = "sanksi"
    KINERJA = "kinerja"
    RESTRUKTURISASI = "restrukturisasi"
    PERMINTAAN_SENDIRI = "permintaan_sendiri"


@dataclass(frozen=True)
class Jabatan:
    """Where a jabatan stands: all that the kind of a move depends on.

    ``jenis`` 1 struktural, 2 fungsional, 4 pelaksana; ``jenjang`` and ``rumpun`` only for a JF,
    ``eselon_id`` only for a structural one.
    """

    jenis: str | None = None
    eselon_id: str | None = None
    jenjang: str | None = None
    rumpun: str | None = None


def belum_tercatat(asal: Jabatan, tujuan: Jabatan) -> str:
    """What is not recorded of two posts, in words: "jenjang jabatan sekarang"."""
    kurang = [
        f"{sebutan} {letak}"
        for jabatan, letak in ((asal, "jabatan sekarang"), (tujuan, "jabatan tujuan"))
        for sebutan in _kosong(jabatan)
    ]
    return " dan ".join(kurang) if kurang else "tingkat salah satu jabatan"


def _kosong(jabatan: Jabatan) -> tuple[str, ...]:
    if jabatan.jenis is None:
        return ("jenis",)
    perlu = {
        "1": (("eselon", jabatan.eselon_id),),
        "2": (("jenjang", jabatan.jenjang), ("rumpun", jabatan.rumpun)),
    }.get(jabatan.jenis, ())
    return tuple(sebutan for sebutan, nilai in perlu if nilai is None)


@dataclass(frozen=True)
class Pengalaman:
    """An earlier post, from a day until a day; the present one is not among them."""

    jabatan: Jabatan
    mulai: date | None
    selesai: date | None


@dataclass(frozen=True)
class Hukuman:
    """A sanction: R ringan, S sedang, B berat. ``selesai`` None: still running."""

    tingkat: str
    mulai: date | None = None
    selesai: date | None = None
    sedang_proses: bool = False


@dataclass(frozen=True)
class UjiKompetensi:
    """A competence test for one level of one JF."""

    rumpun: str
    jenjang: str
    lulus: bool
    tanggal: date | None


@dataclass(frozen=True)
class Lisensi:
    """A professional licence (STR, SIP, sertifikat pendidik); no end: for life."""

    jenis: str
    rumpun: str = ""
    berlaku_sampai: date | None = None


@dataclass(frozen=True)
class Gerbang:
    """An extra approval a special office needs (H18)."""

    dokumen: str
    instansi: str
    sebelum: str
    dasar: str = ""


@dataclass(frozen=True)
class Calon:
    """What is known of a person on the day of judgement.

    ``tmt_jabatan`` is the TMT that counts for the rules (a renaming does not reset it).
    ``riwayat`` holds the earlier posts; ``riwayat_lengkap`` says whether they are all of them
    (otherwise their months are only a lower bound). ``predikat`` holds (year, predicate).
    Empty tuples mean "known to be none"; None means that nobody has said: where the register of
    discipline counts as complete (``register_disiplin_lengkap``), no entry is ``hukuman=()`` and
    ``proses_peradilan=False``, otherwise both are None.
    """

    status: str | None = None  # PNS | PPPK | PPPK_PW
    kedudukan: str | None = None  # SIASN's code: "1" aktif
    cpns: bool | None = None
    lahir: date | None = None
    lahir_berbeda: bool | None = None  # the birth dates in NIP and NIK disagree
    tmt_cpns: date | None = None
    tmt_pns: date | None = None
    akhir_kontrak: date | None = None
    # the present post
    jabatan: Jabatan = Jabatan()
    jabatan_id: int | None = None
    formasi_id: int | None = None
    unit_id: int | None = None
    kelas: int | None = None
    tmt_jabatan: date | None = None
    tmt_pensiun: date | None = None
    memimpin_satuan: bool | None = None  # a JF who heads a puskesmas or a school
    gerbang: tuple[Gerbang, ...] | None = ()
    asal_butuh: int | None = None  # need and holders of the post he would leave
    asal_isi: int | None = None
    # what he brings
    golongan: str | None = None  # "III/d"; PNS only
    pendidikan: str | None = None  # SIASN's code of the level
    program_studi: str | None = None
    predikat: tuple[tuple[int, str], ...] = ()
    riwayat: tuple[Pengalaman, ...] = ()
    riwayat_lengkap: bool = False
    pengalaman_bidang: tuple[tuple[str, int], ...] | None = None  # (rumpun, months), attested
    uji_kompetensi: tuple[UjiKompetensi, ...] | None = None
    lisensi: tuple[Lisensi, ...] | None = None
    # what stands in the way
    hukuman: tuple[Hukuman, ...] | None = None
    proses_peradilan: bool | None = None
    ikatan_dinas: bool | None = None
    ikatan_dinas_sampai: date | None = None


@dataclass(frozen=True)
class Sasaran:
    """What a post asks, and how full it is.

    ``akan_kosong`` holds the days on which holders leave (a retirement, a chain in the same
    draft): those on or before the TMT free a seat. ``berlaku``: the post stands in the map of
    posts in force. ``bidang_pendidikan`` is the sentence of the regulation; empty: no field named.
    """

    jabatan: Jabatan = Jabatan()
    jabatan_id: int | None = None
    formasi_id: int | None = None
    unit_id: int | None = None
    nama: str = ""
    kelas: int | None = None
    bup: int | None = None
    pangkat_terendah: str | None = None  # "III/d"
    pangkat_tertinggi: str | None = None
    pendidikan_minimal: str | None = None  # SIASN's code of the level
    bidang_pendidikan: str = ""
    pengisian: str = ""  # "PNS", "PNS dan PPPK"; empty: not recorded
    memimpin_satuan: bool | None = None
    gerbang: tuple[Gerbang, ...] | None = ()
    ada_plt: bool | None = None
    berlaku: bool | None = True
    butuh: int | None = None
    isi: int | None = None
    akan_kosong: tuple[date, ...] = ()

    def isi_pada(self, tmt: date) -> int | None:
        """Holders left on that day."""
        if self.isi is None:
            return None
        return max(0, self.isi - sum(hari <= tmt for hari in self.akan_kosong))


@dataclass(frozen=True)
class Dispensasi:
    """Leave to move somebody before his time: its basis, and for JPT the ground of SE 19/2023.

    ``alasan_jpt``: a kinerja, b strategi organisasi, c kemampuan, d rekomendasi pemeriksa.
    """

    dasar: str
    alasan_jpt: str = ""


@dataclass(frozen=True)
class Perkara:
    """A person and a post on one day. ``per``: the day of judgement; ``tmt``: of the move."""

    calon: Calon
    sasaran: Sasaran
    ketentuan: Ketentuan
    per: date
    tmt: date
    jalur: Jalur = Jalur.DALAM_INSTANSI
    permintaan_sendiri: bool = False
    dispensasi: Dispensasi | None = None
    dasar_demosi: DasarDemosi | None = None
    restrukturisasi: bool = False
    penempatan_cpns: bool = False  # the first placement of a CPNS by his own decree
    pengecualian_pendidikan: str = ""  # the basis of an exception (remote regions)

    @property
    def antar_instansi(self) -> bool:
        """The move leaves the instansi."""
        return self.jalur == Jalur.ANTAR_INSTANSI

    @property
    def turun(self) -> DasarDemosi | None:
        """The ground for going down, own wish included."""
        if self.dasar_demosi is None and self.permintaan_sendiri:
            return DasarDemosi.PERMINTAAN_SENDIRI
        return self.dasar_demosi
