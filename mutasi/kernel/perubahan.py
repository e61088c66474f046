"""What changes for a person who moves: post by post, fact by fact, in the words of a letter.

What nobody recorded is said to be so; no figure is guessed. ``Arah`` speaks of the figure, never of
its worth: a later retirement goes up, and whether that is good is for the person to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from mutasi.kernel.jarak import Letak, jarak_km
from pegawai.kernel.masa import bulan_penuh, tmt_pensiun
from pegawai.kernel.tunjangan import kunci_jf, tulis_rupiah
from penilaian.kernel import perpindahan
from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.kata import tanggal
from penilaian.kernel.kompetensi import Kesesuaian, Kompetensi, kesesuaian
from penilaian.kernel.perkara import Jabatan
from penilaian.kernel.perpindahan import antar_jabatan, identik_jf
from penilaian.kernel.tingkat import FUNGSIONAL, PELAKSANA, STRUKTURAL, manajerial

BELUM = "belum tercatat"
GARIS_LURUS = (
    "Garis lurus antara kedua tempat kerja; di jalan lebih jauh. Alamat rumah tidak dicatat."
)


class Hal(StrEnum):
    """What is looked at, in the order of the letter; the words are those of the page."""

    JABATAN = "Jabatan"
    TINGKAT = "Jenis dan jenjang"
    UNIT = "Unit kerja"
    OPD = "Perangkat daerah"
    KECAMATAN = "Kecamatan"
    JARAK = "Jarak antara kedua tempat kerja"
    TERPENCIL = "Daerah terpencil"
    TUGAS = "Uraian tugas"
    KOMPETENSI = "Kompetensi terhadap standar jabatan"
    KELAS = "Kelas jabatan"
    TUNJANGAN = "Tunjangan jabatan per bulan"
    TAMBAHAN = "Tambahan penghasilan per bulan"
    BUP = "Batas usia pensiun"
    PENSIUN = "TMT pensiun"
    PELANTIKAN = "Pelantikan"


class Arah(StrEnum):
    """How the new stands to the old."""

    NAIK = "naik"
    TURUN = "turun"
    TETAP = "tetap"
    GANTI = "berganti"
    TAK_TAHU = "belum diketahui"


@dataclass(frozen=True)
class Rincian:
    """One line below a change: a task that comes, a competence that lacks."""

    sebutan: str
    isi: str


@dataclass(frozen=True)
class Perubahan:
    """One fact before and after. ``lama`` and ``baru`` are words for the page."""

    hal: Hal
    lama: str
    baru: str
    arah: Arah
    penjelasan: str = ""
    rincian: tuple[Rincian, ...] = ()


class Uang(NamedTuple):
    """Whole rupiah a month, and the text that says so."""

    rupiah: int
    dasar: str


@dataclass(frozen=True)
class Pos:
    """What is known of one post as its holder would meet it; empty and None: not recorded.

    ``tugas`` is None without any description of tasks; ``templat``: the tasks are those of the
    model of the jabatan, not of this unit. ``kompetensi``: what the post asks and what this person
    was found to have.
    """

    nama: str = ""
    jabatan_id: int | None = None
    jabatan: Jabatan = Jabatan()
    tingkat: str = ""
    kelas: int | None = None
    tunjangan: Uang | None = None
    tambahan: Uang | None = None
    bup: int | None = None
    tugas: tuple[str, ...] | None = None
    templat: bool = False
    kompetensi: tuple[Kompetensi, ...] = ()
    unit_id: int | None = None
    unit: str = ""
    opd_id: int | None = None
    opd: str = ""
    kecamatan: str = ""
    letak: Letak | None = None
    terpencil: bool | None = None


def perubahan(asal: Pos, tujuan: Pos, *, lahir: date | None) -> tuple[Perubahan, ...]:
    """All facts, the unchanged too, in the order of ``Hal``."""
    return (
        _nama(Hal.JABATAN, asal.nama, tujuan.nama),
        _tingkat(asal, tujuan),
        _nama(Hal.UNIT, asal.unit, tujuan.unit, _sama(asal.unit_id, tujuan.unit_id)),
        _nama(Hal.OPD, asal.opd, tujuan.opd, _sama(asal.opd_id, tujuan.opd_id)),
        _nama(Hal.KECAMATAN, asal.kecamatan, tujuan.kecamatan),
        _jarak(asal, tujuan),
        _terpencil(asal.terpencil, tujuan.terpencil),
        _tugas(asal, tujuan),
        _kompetensi(asal, tujuan),
        _angka(Hal.KELAS, asal.kelas, tujuan.kelas, str),
        _uang(Hal.TUNJANGAN, asal.tunjangan, tujuan.tunjangan),
        _uang(Hal.TAMBAHAN, asal.tambahan, tujuan.tambahan),
        _angka(Hal.BUP, asal.bup, tujuan.bup, _tahun),
        _pensiun(asal.bup, tujuan.bup, lahir),
        _pelantikan(asal, tujuan),
    )


def tunjangan_jabatan(
    jabatan: Jabatan, struktural: Mapping[str, Uang], fungsional: Mapping[str, Uang]
) -> Uang | None:
    """From the dated tables: by SIASN's eselon, by family and level; None where they are silent."""
    if jabatan.jenis == STRUKTURAL:
        return struktural.get(jabatan.eselon_id or "")
    if jabatan.jenis == FUNGSIONAL and jabatan.rumpun and jabatan.jenjang:
        return fungsional.get(kunci_jf(jabatan.rumpun, jabatan.jenjang))
    return None


def dilantik(asal: Pos, tujuan: Pos) -> bool | None:
    """Whether the new post is entered by an inauguration (PP 11/2017 Pasal 63, 93, 141).

    Pelaksana are not sworn in; a JF who only changes his unit stays in the jabatan he swore for.
    None where the kind is not known, for eselon V, of which the texts do not speak, and for a
    structural post one holds already: an extension is not sworn, a pengukuhan is.
    """
    jenis = tujuan.jabatan.jenis
    if jenis is None or (jenis == STRUKTURAL and _sama(asal.jabatan_id, tujuan.jabatan_id)):
        return None
    if jenis == PELAKSANA or _jf_sama(asal, tujuan):
        return False
    if jenis == FUNGSIONAL:
        return True
    return True if manajerial(tujuan.jabatan) else None


def _jf_sama(asal: Pos, tujuan: Pos) -> bool:
    if not asal.jabatan.jenis == tujuan.jabatan.jenis == FUNGSIONAL:
        return False
    if asal.jabatan_id is not None and asal.jabatan_id == tujuan.jabatan_id:
        return True
    return identik_jf(asal.jabatan, tujuan.jabatan) is True


def _sama(satu: int | None, dua: int | None) -> bool:
    return satu is not None and satu == dua


def _nama(hal: Hal, lama: str, baru: str, sama: bool = False) -> Perubahan:
    """``sama``: the same row of the register, however it is written."""
    if not lama or not baru:
        arah = Arah.TAK_TAHU
    else:
        arah = Arah.TETAP if sama or lama == baru else Arah.GANTI
    return Perubahan(hal, lama or BELUM, baru or BELUM, arah)


_ARAH_TINGKAT = {
    perpindahan.Arah.NAIK: Arah.NAIK,
    perpindahan.Arah.TURUN: Arah.TURUN,
    perpindahan.Arah.SETARA: Arah.TETAP,
}


def _tingkat(asal: Pos, tujuan: Pos) -> Perubahan:
    """By the table of equal tiers: level between groups is said so, though the words differ."""
    arah = antar_jabatan(asal.jabatan, tujuan.jabatan).arah
    beda = asal.tingkat != tujuan.tingkat
    hasil = Arah.TAK_TAHU if arah is None else _ARAH_TINGKAT[arah]
    setara = hasil is Arah.TETAP and beda
    return Perubahan(
        Hal.TINGKAT,
        asal.tingkat or BELUM,
        tujuan.tingkat or BELUM,
        Arah.GANTI if setara else hasil,
        "Kedua jabatan setingkat." if setara else "",
    )


def _jarak(asal: Pos, tujuan: Pos) -> Perubahan:
    if _sama(asal.unit_id, tujuan.unit_id):
        return Perubahan(Hal.JARAK, "", "0 km", Arah.TETAP, "Tempat kerjanya tetap.")
    if asal.letak is None or tujuan.letak is None:
        kurang = [p.unit or kata for p, kata in ((asal, "tempat kerja sekarang"),
                  (tujuan, "tempat kerja tujuan")) if p.letak is None]  # fmt: skip
        kalimat = f"Koordinat {' dan '.join(kurang)} belum tercatat."
        return Perubahan(Hal.JARAK, "", BELUM, Arah.TAK_TAHU, kalimat)
    km = jarak_km(asal.letak, tujuan.letak)
    kalimat = GARIS_LURUS
    if asal.letak.perkiraan or tujuan.letak.perkiraan:
        kalimat = f"Perkiraan dari titik tengah kecamatan. {kalimat}"
    return Perubahan(Hal.JARAK, "", _km(km), Arah.GANTI if km else Arah.TETAP, kalimat)


def _km(km: float) -> str:
    return f"{bunyi_angka(Decimal(str(round(km, 1))))} km"


def _terpencil(lama: bool | None, baru: bool | None) -> Perubahan:
    kata = {True: "ya", False: "tidak", None: BELUM}
    if lama is None or baru is None:
        arah = Arah.TAK_TAHU
    else:
        arah = Arah.TETAP if lama == baru else Arah.GANTI
    return Perubahan(Hal.TERPENCIL, kata[lama], kata[baru], arah)


def _tugas(asal: Pos, tujuan: Pos) -> Perubahan:
    lama, baru = _daftar_tugas(asal.tugas), _daftar_tugas(tujuan.tugas)
    if not lama or not baru:
        semua = tuple(Rincian("Tugas di jabatan tujuan", isi) for isi in baru.values())
        return Perubahan(Hal.TUGAS, _banyak(lama), _banyak(baru), Arah.TAK_TAHU,
                         _asal_tugas(asal, tujuan), semua)  # fmt: skip
    datang = [baru[kunci] for kunci in baru if kunci not in lama]
    pergi = [lama[kunci] for kunci in lama if kunci not in baru]
    rincian = (
        *(Rincian("Tugas baru", isi) for isi in datang),
        *(Rincian("Tidak lagi", isi) for isi in pergi),
    )
    kalimat = f"{len(baru) - len(datang)} sama, {len(datang)} baru, {len(pergi)} tidak lagi."
    catatan = _asal_tugas(asal, tujuan)
    return Perubahan(
        Hal.TUGAS, _banyak(lama), _banyak(baru), Arah.GANTI if rincian else Arah.TETAP,
        f"{kalimat} {catatan}".strip(), rincian,
    )  # fmt: skip


def _daftar_tugas(tugas: tuple[str, ...] | None) -> dict[str, str]:
    """Tasks by their spelling without case and blanks: two offices write the same in two ways."""
    return {" ".join(isi.casefold().split()).rstrip(".;"): isi for isi in tugas or ()}


def _banyak(tugas: Mapping[str, str]) -> str:
    return f"{len(tugas)} tugas" if tugas else BELUM


def _asal_tugas(asal: Pos, tujuan: Pos) -> str:
    dari = [kata for pos, kata in ((asal, "jabatan sekarang"), (tujuan, "jabatan tujuan"))
            if pos.templat]  # fmt: skip
    return f"Tugas {' dan '.join(dari)} menurut templat jabatannya." if dari else ""


def _kompetensi(asal: Pos, tujuan: Pos) -> Perubahan:
    """Levels lacking; every one of them is a training to be offered."""
    lama, baru = kesesuaian(asal.kompetensi), kesesuaian(tujuan.kompetensi)
    tahu = _terbaca(lama) and _terbaca(baru)
    rincian = tuple(
        Rincian("Pelatihan ditawarkan", f"{k.nama}: level {k.dicapai}, diminta {k.standar}")
        for k in baru.baris if (k.selisih or 0) < 0
    ) + tuple(Rincian("Belum dinilai", nama) for nama in baru.belum_dinilai)  # fmt: skip
    arah = _banding(lama.kekurangan, baru.kekurangan) if tahu else Arah.TAK_TAHU
    kalimat = ""
    if not baru.baris:
        kalimat = "Standar kompetensi jabatan tujuan belum ditetapkan."
    elif baru.kekurangan:
        kalimat = "Pelatihan ditawarkan untuk setiap kompetensi yang kurang."
    return Perubahan(Hal.KOMPETENSI, _sesuai(lama), _sesuai(baru), arah, kalimat, rincian)


def _terbaca(k: Kesesuaian) -> bool:
    return bool(k.baris) and not k.belum_dinilai


def _sesuai(k: Kesesuaian) -> str:
    if not k.baris:
        return "standar belum ada"
    if len(k.belum_dinilai) == len(k.baris):
        return "belum dinilai"
    inti = f"kurang {k.kekurangan} level" if k.kekurangan else "terpenuhi"
    return f"{inti}, {len(k.belum_dinilai)} belum dinilai" if k.belum_dinilai else inti


def _banding(lama: int, baru: int) -> Arah:
    if lama == baru:
        return Arah.TETAP
    return Arah.NAIK if baru > lama else Arah.TURUN


def _tahun(nilai: int) -> str:
    return f"{nilai} tahun"


def _angka(hal: Hal, lama: int | None, baru: int | None, tulis: Callable[[int], str]) -> Perubahan:
    arah = Arah.TAK_TAHU if lama is None or baru is None else _banding(lama, baru)
    kata = [BELUM if nilai is None else tulis(nilai) for nilai in (lama, baru)]
    return Perubahan(hal, kata[0], kata[1], arah)


def _uang(hal: Hal, lama: Uang | None, baru: Uang | None) -> Perubahan:
    """Each amount with its basis; a post of which no table speaks is named."""
    kata = [f"{tulis_rupiah(u.rupiah)} ({u.dasar})" if u else BELUM for u in (lama, baru)]
    if lama is None or baru is None:
        sisi = (("sekarang", lama), ("tujuan", baru))
        kosong = " dan ".join(sebut for sebut, uang in sisi if uang is None)
        kalimat = f"Besaran untuk jabatan {kosong} belum ada di tabelnya."
        return Perubahan(hal, kata[0], kata[1], Arah.TAK_TAHU, kalimat)
    arah = _banding(lama.rupiah, baru.rupiah)
    beda = tulis_rupiah(abs(baru.rupiah - lama.rupiah))
    ganti = {Arah.NAIK: f"{beda} lebih besar.", Arah.TURUN: f"{beda} lebih kecil."}
    return Perubahan(hal, kata[0], kata[1], arah, ganti.get(arah, ""))


def _pensiun(lama: int | None, baru: int | None, lahir: date | None) -> Perubahan:
    if lahir is None:
        return Perubahan(Hal.PENSIUN, BELUM, BELUM, Arah.TAK_TAHU, "Tanggal lahir belum tercatat.")
    hari = [None if bup is None else tmt_pensiun(lahir, bup) for bup in (lama, baru)]
    kata = [BELUM if satu is None else tanggal(satu) for satu in hari]
    satu, dua = hari
    if satu is None or dua is None:
        kalimat = "Batas usia pensiun salah satu jabatan belum tercatat."
        return Perubahan(Hal.PENSIUN, kata[0], kata[1], Arah.TAK_TAHU, kalimat)
    bulan = abs(bulan_penuh(satu, dua))
    arah = Arah.TETAP if satu == dua else Arah.NAIK if dua > satu else Arah.TURUN
    beda = {Arah.NAIK: f"{bulan} bulan lebih lambat.", Arah.TURUN: f"{bulan} bulan lebih cepat."}
    return Perubahan(Hal.PENSIUN, kata[0], kata[1], arah, beda.get(arah, ""))


def _pelantikan(asal: Pos, tujuan: Pos) -> Perubahan:
    perlu = dilantik(asal, tujuan)
    if perlu is None:
        return Perubahan(Hal.PELANTIKAN, "", BELUM, Arah.TAK_TAHU,
                         "Menurut keputusannya.")  # fmt: skip
    if perlu:
        return Perubahan(Hal.PELANTIKAN, "", "dilantik dan diambil sumpah", Arah.GANTI,
                         "Undangan paling lambat satu hari kerja sebelumnya.")  # fmt: skip
    kalimat = "Jabatannya tetap, hanya unitnya yang berganti." if _jf_sama(asal, tujuan) else ""
    return Perubahan(Hal.PELANTIKAN, "", "tidak dilantik", Arah.TETAP, kalimat)
