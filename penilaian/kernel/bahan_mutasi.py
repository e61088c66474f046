"""Raw values of the mutasi family: one person before one post, with the sentence of each.

What the register does not know is missing, with whoever must supply it; it is never zero. Months
from an incomplete history would be a lower bound, and a lower bound earns no points: it is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from pegawai.kernel.masa import bulan_penuh, tambah_bulan
from penilaian.kernel.akun import Mentah
from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.bidang import bidang_cocok
from penilaian.kernel.pengalaman import masa_serumpun
from penilaian.kernel.perkara import Perkara
from penilaian.kernel.sumber_nilai import SumberNilai
from penilaian.kernel.syarat_kursi import pendidikan_terendah
from penilaian.kernel.tingkat import SEBUTAN_PENDIDIKAN, urutan_pendidikan

SIASN = "pengelola SIASN, lewat impor berkas"
ORGANISASI = "Bagian Organisasi, pada syarat jabatan"
BKD = "Badan Kepegawaian"
_PREDIKAT = SumberNilai.PREDIKAT_DUA_TAHUN.kata
_TANGGA = sorted({urutan_pendidikan(kode) or 0 for kode in SEBUTAN_PENDIDIKAN})
_SETAHUN = 12


@dataclass(frozen=True)
class Tambahan:
    """What the rules of a pair do not read; None: not known."""

    jam_pelatihan: int | None = None  # in the year before the day of judgement
    jpm: Decimal | None = None  # capped, in percent
    skor_kinerja: Decimal | None = None
    kotak: int | None = None


def mentah_mutasi(sumber: SumberNilai, perkara: Perkara, tambahan: Tambahan) -> Mentah:
    """The raw value of one source; ValueError for a source of the other family."""
    if sumber not in _CARA:
        raise ValueError(f"{sumber} bukan sumber kriteria mutasi")
    return _CARA[sumber](perkara, tambahan)


def _dua_tahun(perkara: Perkara) -> tuple[str, str] | Mentah:
    """The predicates of the two last full years, the older first; or what is missing."""
    ada = dict(perkara.calon.predikat)
    tahun = (perkara.per.year - 2, perkara.per.year - 1)
    kurang = [str(t) for t in tahun if t not in ada]
    if kurang:
        return Mentah.kosong(f"Predikat tahun {' dan '.join(kurang)} belum tercatat", SIASN)
    return ada[tahun[0]], ada[tahun[1]]


def _predikat(perkara: Perkara, _: Tambahan) -> Mentah:
    dua = _dua_tahun(perkara)
    if isinstance(dua, Mentah):
        return dua
    rendah = min(dua, key=_letak)
    return Mentah.ada(rendah, f"Predikat dua tahun terakhir {dua[0]} lalu {dua[1]}")


def _tren(perkara: Perkara, _: Tambahan) -> Mentah:
    dua = _dua_tahun(perkara)
    if isinstance(dua, Mentah):
        return dua
    lalu, kini = (_letak(satu) for satu in dua)
    arah = "NAIK" if kini > lalu else "TURUN" if kini < lalu else "TETAP"
    return Mentah.ada(arah, f"Predikat {dua[0]} menjadi {dua[1]}")


def _letak(predikat: str) -> int:
    """From the worst up; a word nobody knows stands lowest and is refused by the source itself."""
    return _PREDIKAT.index(predikat) if predikat in _PREDIKAT else -1


def _pendidikan_lebih(perkara: Perkara, _: Tambahan) -> Mentah:
    punya = urutan_pendidikan(perkara.calon.pendidikan)
    if punya is None:
        return Mentah.kosong("Tingkat pendidikan belum tercatat", SIASN)
    minimal = pendidikan_terendah(perkara.sasaran, perkara.ketentuan)
    perlu = urutan_pendidikan(minimal)
    if minimal is None or perlu is None:
        return Mentah.kosong("Tingkat pendidikan paling rendah jabatan belum diisi", ORGANISASI)
    lebih = _TANGGA.index(punya) - _TANGGA.index(perlu)
    return Mentah.ada(
        Decimal(lebih),
        f"Pendidikan {SEBUTAN_PENDIDIKAN[perkara.calon.pendidikan or '']}, paling rendah "
        f"{SEBUTAN_PENDIDIKAN[minimal]}",
    )


def _pendidikan_linear(perkara: Perkara, _: Tambahan) -> Mentah:
    program = perkara.calon.program_studi
    cocok = bidang_cocok(perkara.sasaran.bidang_pendidikan, program)
    if cocok is None:
        if not program:
            return Mentah.kosong("Program studi belum tercatat", SIASN)
        return Mentah.kosong(f"Kesesuaian {program} dengan jabatan perlu dinilai orang", BKD)
    if cocok:
        return Mentah.ada("YA", "Bidang pendidikan sesuai atau tidak disyaratkan")
    return Mentah.ada("TIDAK", f"{program} bukan bidang yang disyaratkan")


def _masa_jabatan(perkara: Perkara, _: Tambahan) -> Mentah:
    mulai = perkara.calon.tmt_jabatan
    if mulai is None or mulai > perkara.per:
        return Mentah.kosong("TMT jabatan sekarang belum tercatat", SIASN)
    bulan = bulan_penuh(mulai, perkara.per)
    return Mentah.ada(Decimal(bulan), f"Menduduki jabatan sekarang {bulan} bulan penuh")


def _serumpun(perkara: Perkara, _: Tambahan) -> Mentah:
    rumpun = perkara.sasaran.jabatan.rumpun
    if not rumpun:
        return Mentah.kosong("Jabatan tujuan tidak termasuk satu rumpun jabatan fungsional", BKD)
    masa = masa_serumpun(perkara.calon, rumpun, perkara.per)
    if not masa.pasti:
        return Mentah.kosong(
            f"Riwayat jabatan belum lengkap; pengalaman serumpun paling sedikit {masa.bulan} bulan",
            SIASN,
        )
    return Mentah.ada(Decimal(masa.bulan), f"{masa.bulan} bulan dalam jabatan {rumpun}")


def _uji(perkara: Perkara, _: Tambahan) -> Mentah:
    semua, tujuan = perkara.calon.uji_kompetensi, perkara.sasaran.jabatan
    if not (tujuan.rumpun and tujuan.jenjang):
        return Mentah.kosong("Jabatan tujuan tidak mempunyai uji kompetensi", BKD)
    if semua is None:
        return Mentah.kosong("Riwayat uji kompetensi belum tercatat", SIASN)
    sejak = tambah_bulan(perkara.per, -perkara.ketentuan.awas_uji_kompetensi_bulan)
    lulus = [
        u for u in semua
        if u.lulus and (u.rumpun, u.jenjang) == (tujuan.rumpun, tujuan.jenjang)
        and u.tanggal is not None and u.tanggal >= sejak
    ]  # fmt: skip
    if lulus:
        return Mentah.ada("LULUS", "Lulus uji kompetensi jabatan tujuan yang masih berlaku")
    return Mentah.ada("BELUM", "Belum ada uji kompetensi jabatan tujuan yang masih berlaku")


def _kelas(perkara: Perkara, _: Tambahan) -> Mentah:
    kini, tujuan = perkara.calon.kelas, perkara.sasaran.kelas
    if kini is None or tujuan is None:
        letak = "jabatan sekarang" if kini is None else "jabatan tujuan"
        return Mentah.kosong(f"Kelas {letak} belum diisi", ORGANISASI)
    return Mentah.ada(Decimal(abs(kini - tujuan)), f"Kelas {kini} ke kelas {tujuan}")


def _pelatihan(perkara: Perkara, tambahan: Tambahan) -> Mentah:
    if tambahan.jam_pelatihan is None:
        return Mentah.kosong("Riwayat pelatihan belum tercatat", SIASN)
    return Mentah.ada(
        Decimal(tambahan.jam_pelatihan), f"{tambahan.jam_pelatihan} JP dalam {_SETAHUN} bulan"
    )


def _angka(nilai: Decimal | None, nama: str, siapa: str) -> Mentah:
    if nilai is None:
        return Mentah.kosong(f"{nama} belum ada", siapa)
    return Mentah.ada(nilai, f"{nama} {bunyi_angka(nilai)}")


def _kotak(perkara: Perkara, tambahan: Tambahan) -> Mentah:
    if tambahan.kotak is None:
        return Mentah.kosong("Kotak manajemen talenta belum diimpor", BKD)
    return Mentah.ada(str(tambahan.kotak), f"Kotak {tambahan.kotak} menurut SIMATA")


_CARA: dict[SumberNilai, Callable[[Perkara, Tambahan], Mentah]] = {
    SumberNilai.PREDIKAT_DUA_TAHUN: _predikat,
    SumberNilai.TREN_PREDIKAT: _tren,
    SumberNilai.PENDIDIKAN_LEBIH: _pendidikan_lebih,
    SumberNilai.PENDIDIKAN_LINEAR: _pendidikan_linear,
    SumberNilai.MASA_JABATAN: _masa_jabatan,
    SumberNilai.PENGALAMAN_RUMPUN: _serumpun,
    SumberNilai.UJI_KOMPETENSI: _uji,
    SumberNilai.KESAMAAN_KELAS: _kelas,
    SumberNilai.PELATIHAN_JP: _pelatihan,
    SumberNilai.JPM: lambda _, t: _angka(t.jpm, "JPM", BKD),
    SumberNilai.SKOR_KINERJA: lambda _, t: _angka(t.skor_kinerja, "Skor kinerja", BKD),
    SumberNilai.KOTAK_TALENTA: _kotak,
}
