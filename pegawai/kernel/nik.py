"""NIK: shown in part, and compared with what else is known; never refused for itself.

16 digits: region, day (plus 40 for women), month, two digits of the year, serial. A NIK is not
computed anew when its owner moves, so a difference is a question and not a fault.
"""

from __future__ import annotations

from datetime import date

from pegawai.kernel.cela import Cela
from pegawai.kernel.nip import Kelamin

_PANJANG = 16
_TAMBAH_PEREMPUAN = 40


def samarkan(nik: str | None) -> str:
    """`3404********0001`: enough to recognise one's own, not enough to use."""
    if not nik:
        return ""
    if len(nik) < 12:
        return "*" * len(nik)
    return f"{nik[:4]}{'*' * (len(nik) - 8)}{nik[-4:]}"


def periksa(
    nik: str | None, *, lahir: date | None = None, kelamin: Kelamin | None = None
) -> tuple[Cela, ...]:
    """Warnings only; an empty NIK is not one."""
    if not nik:
        return ()
    if not (nik.isascii() and nik.isdigit()):
        return (_cela("nik_bukan_angka", "NIK memuat huruf atau tanda. Isi dengan 16 digit saja."),)
    if len(nik) == _PANJANG + 1:
        return (_cela("nik_17_digit", "NIK berisi 17 digit, seharusnya 16. Periksa lagi."),)
    if len(nik) != _PANJANG:
        pesan = f"NIK berisi {len(nik)} digit, seharusnya 16. Periksa lagi."
        return (_cela("nik_panjang", pesan),)
    hari = int(nik[6:8])
    perempuan = hari > _TAMBAH_PEREMPUAN
    cela: list[Cela] = []
    if kelamin is not None and perempuan != (kelamin is Kelamin.PEREMPUAN):
        pesan = "Jenis kelamin menurut NIK berbeda. Periksa NIK dan jenis kelamin."
        cela.append(_cela("nik_vs_kelamin", pesan))
    if lahir is not None:
        hari -= _TAMBAH_PEREMPUAN if perempuan else 0
        if (hari, nik[8:12]) != (lahir.day, f"{lahir:%m%y}"):
            pesan = "Tanggal lahir menurut NIK berbeda. Periksa NIK dan tanggal lahir."
            cela.append(_cela("nik_vs_tanggal_lahir", pesan))
    return tuple(cela)


def _cela(kode: str, pesan: str) -> Cela:
    return Cela(kode, pesan, "peringatan")
