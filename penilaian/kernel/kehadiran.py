"""Attendance: shares of a period, bands of lateness, and the band of PP 94/2021 as a warning.

A band speaks to the superior, who summons and examines; nothing here is a sanction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from penilaian.kernel.hitungan import angka, desimal
from penilaian.kernel.kata import daftar
from penilaian.kernel.kinerja import NilaiMustahil
from penilaian.kernel.tetapan_nilai import JenjangHukuman, KetentuanPenilaian

ANGKA_PERSEN = 4  # decimals of a share


@dataclass(frozen=True)
class Kehadiran:
    """What a file says about one person and one period; None is not known, and never zero.

    ``tepat_waktu``: days present without late arrival or early leave. ``tanpa_alasan``: working
    days absent without a valid reason, ``berturut`` the longest run of them; ``alasan_sah``:
    working days of leave and the like, by which nobody loses.
    """

    hari_kerja: int | None = None
    hadir: int | None = None
    tepat_waktu: int | None = None
    terlambat_menit: int | None = None
    pulang_cepat_menit: int | None = None
    tanpa_alasan: int | None = None
    berturut: int | None = None
    alasan_sah: int | None = None


@dataclass(frozen=True)
class RingkasanKehadiran:
    """Shares in percent; None where they cannot be known. ``mustahil``: what cannot be true."""

    persen_hadir: Decimal | None
    persen_tepat_waktu: Decimal | None
    mustahil: tuple[str, ...] = ()


def ringkas(h: Kehadiran) -> RingkasanKehadiran:
    """Present of the working days without lawful absence, on time of the days present; nothing from
    impossible figures."""
    salah = mustahil(h)
    if salah:
        return RingkasanKehadiran(None, None, salah)
    if not h.hari_kerja:
        return RingkasanKehadiran(None, None)
    wajib = h.hari_kerja - (h.alasan_sah or 0)
    return RingkasanKehadiran(_persen(h.hadir, wajib), _persen(h.tepat_waktu, h.hadir))


def _persen(bagian: int | None, dari: int | None) -> Decimal | None:
    if bagian is None or not dari:
        return None
    return desimal(Fraction(100 * bagian, dari), ANGKA_PERSEN)


_NAMA = {
    "hari_kerja": "Hari kerja",
    "hadir": "Hari hadir",
    "tepat_waktu": "Hari tepat waktu",
    "terlambat_menit": "Menit terlambat",
    "pulang_cepat_menit": "Menit pulang cepat",
    "tanpa_alasan": "Hari tanpa alasan",
    "berturut": "Hari tanpa alasan berturut-turut",
    "alasan_sah": "Hari dengan alasan sah",
}
# The first is never more than the second.
_PALING_BANYAK = (
    ("hadir", "hari_kerja"),
    ("tepat_waktu", "hari_kerja"),
    ("tepat_waktu", "hadir"),
    ("tanpa_alasan", "hari_kerja"),
    ("berturut", "hari_kerja"),
    ("berturut", "tanpa_alasan"),
    ("alasan_sah", "hari_kerja"),
)


def mustahil(h: Kehadiran) -> tuple[str, ...]:
    """Everything in the figures that cannot be true, each as a sentence."""
    ada = {nama: getattr(h, nama) for nama in _NAMA}
    salah = [
        f"{_NAMA[nama]} {n}, tidak dapat di bawah nol."
        for nama, n in ada.items()
        if n is not None and n < 0
    ]
    for kecil, besar in _PALING_BANYAK:
        a, b = ada[kecil], ada[besar]
        if a is not None and b is not None and a > b:
            salah.append(f"{_NAMA[kecil]} {a}, melebihi {_NAMA[besar].lower()} {b}.")
    jumlah = (h.hadir or 0) + (h.tanpa_alasan or 0) + (h.alasan_sah or 0)
    if h.hari_kerja is not None and jumlah > h.hari_kerja and not salah:
        bagian = [
            f"{nama} {n}"
            for nama, n in (
                ("hari hadir", h.hadir), ("hari tanpa alasan", h.tanpa_alasan),
                ("hari dengan alasan sah", h.alasan_sah),
            )
            if n is not None
        ]  # fmt: skip
        salah.append(
            f"{daftar(bagian).capitalize()} berjumlah {jumlah}, melebihi hari kerja {h.hari_kerja}."
        )
    return tuple(salah)


# --- bands of minutes ----------------------------------------------------------------------------
def pita_terlambat(menit: int, k: KetentuanPenilaian) -> str | None:
    """TL1 to TL3 of one late arrival; None when in time."""
    return _pita("TL", menit, k.tl_batas_menit)


def pita_pulang_cepat(menit: int, k: KetentuanPenilaian) -> str | None:
    """PSW1 to PSW4 of one early leave; None when in time."""
    return _pita("PSW", menit, k.psw_batas_menit)


def _pita(nama: str, menit: int, batas: tuple[int, ...]) -> str | None:
    if menit < 0:
        raise NilaiMustahil(f"Menit {menit}, tidak dapat di bawah nol.")
    nomor = sum(menit >= satu for satu in batas)
    return f"{nama}{nomor}" if nomor else None


# --- PP 94/2021 ----------------------------------------------------------------------------------
@dataclass(frozen=True)
class HariSetara:
    """Minutes as whole days of absence; the rest waits for more."""

    hari: int
    sisa_menit: int


def hari_setara(menit: int, k: KetentuanPenilaian) -> HariSetara:
    """Whole days, rounded down."""
    if menit < 0:
        raise NilaiMustahil(f"Menit {menit}, tidak dapat di bawah nol.")
    return HariSetara(*divmod(menit, k.pp94_menit_sehari))


@dataclass(frozen=True)
class AbsenSetahun:
    """Absence of one calendar year so far: days, days from minutes, the longest run.

    ``lengkap`` False: some period did not say, so it is at least this much. A run over the border
    of two periods is not seen.
    """

    hari: int
    dari_menit: HariSetara
    berturut: int
    lengkap: bool

    @property
    def jumlah(self) -> int:
        """Days that PP 94/2021 counts."""
        return self.hari + self.dari_menit.hari


def absen_setahun(periode: Iterable[Kehadiran], k: KetentuanPenilaian) -> AbsenSetahun:
    """All periods of one calendar year together; minutes are summed before they become days.

    Impossible figures are left out and make the sum incomplete.
    """
    semua = list(periode)
    layak = [satu for satu in semua if not mustahil(satu)]
    menit = sum((satu.terlambat_menit or 0) + (satu.pulang_cepat_menit or 0) for satu in layak)
    return AbsenSetahun(
        sum(satu.tanpa_alasan or 0 for satu in layak),
        hari_setara(menit, k),
        max((satu.berturut or 0 for satu in layak), default=0),
        lengkap=len(layak) == len(semua) and all(_lengkap(satu) for satu in layak),
    )


def _lengkap(h: Kehadiran) -> bool:
    return None not in (h.tanpa_alasan, h.terlambat_menit, h.pulang_cepat_menit, h.berturut)


@dataclass(frozen=True)
class PitaPp94:
    """The row of PP 94/2021 that so many days reach, and the warning to the superior."""

    tingkat: str
    jenis: str
    bulan: int  # 0: without a term
    bunyi: str


def pita_pp94(hari: int, k: KetentuanPenilaian, *, berturut: int = 0) -> PitaPp94 | None:
    """By cumulative days of one calendar year, or by a run of days in a row; None below both."""
    if hari < 0 or berturut < 0:
        raise NilaiMustahil("Hari tidak masuk tidak dapat di bawah nol.")
    if berturut >= k.pp94_hari_berturut:
        return _awas(k.pp94[-1], f"{berturut} hari kerja berturut-turut")
    tercapai = [satu for satu in k.pp94 if hari >= satu.hari]
    return _awas(tercapai[-1], f"{angka(hari)} hari kerja dalam setahun") if tercapai else None


def _awas(satu: JenjangHukuman, lama: str) -> PitaPp94:
    jangka = f" selama {satu.bulan} bulan" if satu.bulan else ""
    return PitaPp94(
        satu.tingkat, satu.jenis, satu.bulan,
        f"Peringatan bagi atasan, bukan hukuman: tidak masuk tanpa alasan yang sah {lama}. "
        f"PP 94/2021 menyebut hukuman {satu.tingkat}: {satu.jenis}{jangka}. Panggil dan periksa "
        "pegawai lebih dahulu.",
    )  # fmt: skip
