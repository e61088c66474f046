"""The road of a request for people: a small closed table, and who may take which step."""

from __future__ import annotations

from enum import StrEnum

MIN_ALASAN = 30  # characters: shorter than that no request can say why


class Aksi(StrEnum):
    """What may happen to a request: BKD answers, the office that asked withdraws."""

    TERIMA = "terima"
    TOLAK = "tolak"
    PENUHI = "penuhi"
    TARIK = "tarik"


JUDUL = {
    Aksi.TERIMA: "Terima dan carikan",
    Aksi.TOLAK: "Tolak",
    Aksi.PENUHI: "Nyatakan dipenuhi",
    Aksi.TARIK: "Tarik permintaan",
}
MENANGGAPI = (Aksi.TERIMA, Aksi.PENUHI, Aksi.TOLAK)

# (where it stands, what happens) -> where it stands then. What is not here does not exist.
JALAN: dict[tuple[str, Aksi], str] = {
    ("diajukan", Aksi.TERIMA): "diterima",
    ("diajukan", Aksi.TOLAK): "ditolak",
    ("diajukan", Aksi.TARIK): "ditarik",
    ("diterima", Aksi.PENUHI): "dipenuhi",
    ("diterima", Aksi.TOLAK): "ditolak",
    ("diterima", Aksi.TARIK): "ditarik",
}


def tujuan(status: str, aksi: Aksi) -> str | None:
    """Where the step leads, or None when it cannot be taken from there."""
    return JALAN.get((status, aksi))


def langkah(status: str, di_antara: tuple[Aksi, ...] = tuple(Aksi)) -> list[Aksi]:
    """The steps that can be taken from there, in the order they are offered."""
    return [aksi for aksi in di_antara if (status, aksi) in JALAN]
