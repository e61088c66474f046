"""How long a look at people for a plan stays sealed in the access log."""

from __future__ import annotations

from datetime import date

from pegawai.kernel.masa import tambah_bulan

BULAN = 12  # after the day of the plan everybody knows of it anyway


def rahasia_sampai(tmt: date, *, per: date) -> date:
    """A year beyond the day planned for, and never less than a year from now."""
    return tambah_bulan(max(tmt, per), BULAN)
