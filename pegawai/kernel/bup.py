"""BUP: at what age a jabatan retires its holder (UU 20/2023 Pasal 55; PP 11/2017 Pasal 239-240)."""

from __future__ import annotations

from dataclasses import dataclass

STRUKTURAL = "1"
FUNGSIONAL = "2"
PELAKSANA = "4"


@dataclass(frozen=True)
class KetentuanBUP:
    """The ages, in years, in force on a day."""

    jpt: int
    struktural_lain: int
    pelaksana: int


def bup(jenis: str, eselon_id: str, acuan: int | None, ketentuan: KetentuanBUP) -> int | None:
    """The age at which the holder retires, or None when nobody knows.

    ``acuan`` is the age the reference of JF states; without it a JF has no known BUP: its level
    decides, and a guess would put people on the wrong list.
    """
    if jenis == STRUKTURAL:
        return ketentuan.jpt if eselon_id.startswith("2") else ketentuan.struktural_lain
    if jenis == PELAKSANA:
        return ketentuan.pelaksana
    return acuan
