"""The clocks of the road: limits in working days, BKN's silence, the TMT, objections to a decree.

A limit of n working days begins the day after; holidays are the caller's to give (the editable
calendar), and an empty calendar means that there are none.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from pegawai.kernel.masa import hari_kerja, tambah_bulan, tambah_hari_kerja

_SEHARI = timedelta(days=1)
Libur = Collection[date]


def hari_kerja_antara(mulai: date, sampai: date, libur: Libur) -> int:
    """Working days after ``mulai`` up to and including ``sampai``; negative the other way round."""
    if sampai < mulai:
        return -hari_kerja_antara(sampai, mulai, libur)
    return hari_kerja(mulai + _SEHARI, sampai, libur)


def mundur_hari_kerja(dari: date, hari: int, libur: Libur) -> date:
    """The working day so many working days before; 0 is the day itself."""
    merah = frozenset(libur)
    kini = dari
    while hari:
        kini -= _SEHARI
        hari -= hari_kerja(kini, kini, merah)
    return kini


@dataclass(frozen=True)
class JamPertek:
    """``batas``: the last day on which BKN may answer; ``otomatis``: the day on which silence is
    approval, None where it never is."""

    diajukan: date
    batas: date
    otomatis: date | None


def jam_pertek(diajukan: date, k: KetentuanJalan, libur: Libur) -> JamPertek:
    """Submitted on Monday 2 November 2026: day 5 is Monday 9, automatic on Tuesday 10.

    ``pertek_hitung_besok`` False counts the day of submission as day 1 (if it is a working day).
    """

    def hari_ke(n: int) -> date:
        sudah = 0 if k.pertek_hitung_besok else hari_kerja(diajukan, diajukan, libur)
        return tambah_hari_kerja(diajukan, max(0, n - sudah), libur)

    otomatis = k.pertek_otomatis_hari_kerja
    return JamPertek(
        diajukan, hari_ke(k.pertek_hari_kerja), hari_ke(otomatis) if otomatis else None
    )


def pertek_sampai(tanggal: date, k: KetentuanJalan) -> date | None:
    """The last day of a pertek of that day; None: no limit is known."""
    if not k.pertek_berlaku_bulan:
        return None
    return tambah_bulan(tanggal, k.pertek_berlaku_bulan)


def batas_pelantikan(tanggal_sk: date, k: KetentuanJalan, libur: Libur) -> date:
    """The last day in time: of a decree of 2 November 2026 without holidays 14 December."""
    return tambah_hari_kerja(tanggal_sk, k.pelantikan_maks_hari_kerja, libur)


def batas_undangan(pelantikan: date, k: KetentuanJalan, libur: Libur) -> date:
    """The last day on which the invitation may go out."""
    return mundur_hari_kerja(pelantikan, k.pelantikan_undangan_hari_kerja, libur)


def batas_lapor_mendagri(pelantikan: date, k: KetentuanJalan, libur: Libur) -> date:
    """Until when a replacement inside a window is reported."""
    return tambah_hari_kerja(pelantikan, k.lapor_mendagri_hari_kerja, libur)


def tmt_usul(sejak: date, k: KetentuanJalan) -> date:
    """The earliest TMT from that day on: the first of a month where the office wants it so."""
    if not k.tmt_awal_bulan or sejak.day == 1:
        return sejak
    return tambah_bulan(sejak.replace(day=1), 1)


def awal_semester(sejak: date, k: KetentuanJalan) -> date:
    """The first day of a semester from that day on: when teachers move."""
    hari = sejak if sejak.day == 1 else tambah_bulan(sejak.replace(day=1), 1)
    while hari.month not in k.guru_tmt_bulan:
        hari = tambah_bulan(hari, 1)
    return hari


def gaji_mulai(mulai_tugas: date, k: KetentuanJalan) -> date:
    """First day of the month whose payroll knows the new post.

    The month after the start; one later when the start falls after the payroll is closed.
    """
    lambat = mulai_tugas.day > k.gaji_tutup_tanggal
    return tambah_bulan(mulai_tugas.replace(day=1), 2 if lambat else 1)


def jadwal_evaluasi(tmt: date, k: KetentuanJalan) -> tuple[date, ...]:
    """The days on which a move is looked at again."""
    return tuple(tambah_bulan(tmt, bulan) for bulan in k.evaluasi_bulan)


def batas_telaah(diminta: date, k: KetentuanJalan, libur: Libur) -> date:
    """The last day of a head's review; the day after, the case goes on without it."""
    return tambah_hari_kerja(diminta, k.telaah_diam_hari_kerja, libur)


def batas_kesediaan(diminta: date, k: KetentuanJalan, libur: Libur) -> date:
    """Until when the employee is waited for; silence is never consent."""
    return tambah_hari_kerja(diminta, k.kesediaan_jawab_hari_kerja, libur)


def kesediaan_sampai(dijawab: date, k: KetentuanJalan) -> date:
    """The last day on which an answer still counts."""
    return tambah_bulan(dijawab, k.kesediaan_berlaku_bulan)


def dokumen_sampai(kode: str, tanggal: date, k: KetentuanJalan) -> date | None:
    """The last day of a letter (D06, D09, D10); None for one that does not grow old."""
    bulan = k.dokumen_berlaku_bulan.get(kode)
    return tambah_bulan(tanggal, bulan) if bulan else None


def pengingat(batas: date, k: KetentuanJalan, libur: Libur) -> tuple[date, ...]:
    """The days on which whoever still has to act is reminded, the earliest first."""
    return tuple(mundur_hari_kerja(batas, hari, libur) for hari in k.pengingat_hari_kerja)


def eskalasi_pada(batas: date, k: KetentuanJalan, libur: Libur) -> date:
    """The day on which the superior of who did not act is told."""
    return tambah_hari_kerja(batas, k.eskalasi_hari_kerja, libur)


@dataclass(frozen=True)
class JamKeberatanSk:
    """The last days in time; what has not begun has none.

    ``gugatan``: the suit before the PTUN, counted from the last answer in writing.
    """

    ajukan: date
    putus: date | None
    banding: date | None
    putus_banding: date | None
    gugatan: date


def jam_keberatan_sk(
    diterima: date,
    k: KetentuanJalan,
    libur: Libur,
    *,
    diajukan: date | None = None,
    diputus: date | None = None,
    dibanding: date | None = None,
    banding_diputus: date | None = None,
) -> JamKeberatanSk:
    """Received, objected, decided, appealed: each begun step has its limit."""

    def sesudah(hari: date | None, n: int) -> date | None:
        return tambah_hari_kerja(hari, n, libur) if hari else None

    terakhir = banding_diputus or diputus or diterima
    return JamKeberatanSk(
        ajukan=tambah_hari_kerja(diterima, k.sk_keberatan_hari_kerja, libur),
        putus=sesudah(diajukan, k.sk_keberatan_putus_hari_kerja),
        banding=sesudah(diputus, k.sk_banding_hari_kerja),
        putus_banding=sesudah(dibanding, k.sk_banding_putus_hari_kerja),
        gugatan=terakhir + k.sk_gugat_hari * _SEHARI,
    )
