"""Spans of time as the regulations count them: whole months, age, retirement, working days.

One definition carries the rest: a month later is the same day of the next month, or its last day
where there is no such day. So a span of n months is over exactly on the day `tambah_bulan` says.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

_SEHARI = timedelta(days=1)
_SENIN_JUMAT = frozenset(range(5))


def tambah_bulan(hari: date, bulan: int) -> date:
    """The same day so many months on (or back); 31 January plus one is the end of February."""
    tahun, sisa = divmod(hari.year * 12 + hari.month - 1 + bulan, 12)
    return date(tahun, sisa + 1, min(hari.day, monthrange(tahun, sisa + 1)[1]))


def tambah_tahun(hari: date, tahun: int) -> date:
    """Like `tambah_bulan`: 29 February becomes 28 February in a common year."""
    return tambah_bulan(hari, 12 * tahun)


def bulan_penuh(mulai: date, sampai: date) -> int:
    """How many whole months have passed; negative when `sampai` is earlier.

    The largest n for which `tambah_bulan(mulai, n)` is not after `sampai`.
    """
    bulan = (sampai.year - mulai.year) * 12 + sampai.month - mulai.month
    return bulan if tambah_bulan(mulai, bulan) <= sampai else bulan - 1


def tahun_penuh(mulai: date, sampai: date) -> int:
    """Whole years, by whole months."""
    return bulan_penuh(mulai, sampai) // 12


def tmt_dihitung(tercetak: date | None, koreksi: date | None) -> date | None:
    """The TMT from which the rules count: a correction only ever lengthens the time in a post.

    A later file may print a day before the correction; then the file says more than it did.
    """
    if koreksi is None or (tercetak is not None and tercetak <= koreksi):
        return tercetak
    return koreksi


def umur(lahir: date, per: date) -> int:
    """Age in years on a day; on the birthday itself one is already older."""
    return tahun_penuh(lahir, per)


def tmt_pensiun(lahir: date, bup: int) -> date:
    """First day of the month after the month in which the age limit is reached.

    Counted from the month of birth alone: who was born on the 1st retires in the next month too,
    and 29 February needs no leap year.
    """
    return tambah_bulan(lahir.replace(day=1), 12 * bup + 1)


def akhir_bulan(hari: date) -> date:
    """The last day of that month."""
    return hari.replace(day=monthrange(hari.year, hari.month)[1])


def hari_kerja(
    mulai: date,
    sampai: date,
    libur: Collection[date],
    hari_pekan: Collection[int] = _SENIN_JUMAT,
) -> int:
    """Working days from `mulai` to `sampai`, both counted; `hari_pekan` 0 is Monday.

    The holidays are the caller's to give: an empty calendar means that there are none.
    """
    if sampai < mulai:
        return 0
    pekan, sisa = divmod((sampai - mulai).days + 1, 7)
    jumlah = pekan * len(set(hari_pekan))
    jumlah += sum((mulai.weekday() + i) % 7 in hari_pekan for i in range(sisa))
    return jumlah - sum(
        mulai <= hari <= sampai and hari.weekday() in hari_pekan for hari in set(libur)
    )


def tambah_hari_kerja(
    mulai: date,
    hari: int,
    libur: Collection[date],
    hari_pekan: Collection[int] = _SENIN_JUMAT,
) -> date:
    """The working day on which a term of so many working days ends, begun the day after."""
    if hari < 0 or not hari_pekan:
        raise ValueError("A term has no negative length, and a week at least one working day.")
    tanggal_merah = frozenset(libur)
    kini = mulai
    while hari:
        kini += _SEHARI
        if kini.weekday() in hari_pekan and kini not in tanggal_merah:
            hari -= 1
    return kini
