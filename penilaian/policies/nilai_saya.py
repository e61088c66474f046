"""Who may acknowledge a result, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from organisasi.models import Pengguna
from penilaian.kernel.kata import tanggal
from penilaian.models import HasilPenilaian
from toolkit.policy import OutOfReach, Policy, Refusal


@Policy
def akui(
    hasil: HasilPenilaian, pengguna: Pengguna, *, terakhir: bool, otomatis: date, per: date
) -> Iterator[Refusal | str]:
    """Say that one received one's own result: once, and only the one that counts.

    ``hasil`` comes with its run and its person. ``otomatis``: the day from which it counts as
    received by itself; from then on the statement would move no term any more.
    """
    if hasil.pegawai.pengguna_id != pengguna.pk or hasil.penilaian.disampaikan_pada is None:
        yield OutOfReach()
        return
    if hasil.diakui_pada is not None:
        yield f"Anda sudah menyatakan menerima hasil ini pada {tanggal(hasil.diakui_pada)}."
    elif not terakhir:
        yield "Hasil ini sudah digantikan oleh perhitungan yang lebih baru."
    elif otomatis <= per:
        yield f"Hasil ini sudah dianggap diterima sejak {tanggal(otomatis)}."
