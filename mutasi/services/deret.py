"""Own series of numbers: gapless, because whoever issues holds the row of the series."""

from __future__ import annotations

from mutasi.models import DeretNomor


def berikut(deret: str, *, tahun: int) -> int:
    """The next number of the series in that year; given back when the transaction fails.

    Call it inside the act that uses the number.
    """
    DeretNomor.objects.get_or_create(deret=deret, tahun=tahun)
    baris = DeretNomor.objects.select_for_update().get(deret=deret, tahun=tahun)
    baris.terakhir += 1
    baris.save(update_fields=["terakhir"])
    return baris.terakhir
