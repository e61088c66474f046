"""The rows of the matrix about sessions of the TPK."""

from __future__ import annotations

from organisasi.izin import Izin
from tests.house.pintu import FORMULIR, POST, Pintu, oleh

_LIHAT = oleh(Izin.SIDANG_LIHAT)
_KELOLA = oleh(Izin.SIDANG_KELOLA, metode=FORMULIR)
_KELOLA_POST = oleh(Izin.SIDANG_KELOLA, metode=POST)
_TIM = oleh(Izin.TIM_PENILAI_BENTUK, metode=FORMULIR)
# The members of the world's team all came; a chair who was not there is told so.
_ANGGOTA = (Izin.SIDANG_IKUT, Izin.SIDANG_KELOLA)
_BUKA = (Izin.SIDANG_KELOLA, Izin.SIDANG_PIMPIN)

SIDANG: dict[str, Pintu] = {
    "sidang": _LIHAT,
    "sidang-jadwalkan": _KELOLA,
    "sidang-tim": _LIHAT,
    "sidang-tim-baru": _TIM,
    "sidang-tim-akhiri": _TIM,
    "sidang-rincian": _LIHAT,
    "sidang-jadwal": _KELOLA,
    "sidang-batal": _KELOLA_POST,
    "sidang-agenda": _KELOLA,
    "sidang-keluarkan": _KELOLA_POST,
    "sidang-buka": oleh(*_BUKA, metode=FORMULIR),
    "sidang-kehadiran": oleh(*_BUKA, metode=FORMULIR),
    "sidang-putuskan": _KELOLA_POST,
    "sidang-butir": _LIHAT,
    "sidang-banding": _LIHAT,
    "sidang-butir-catat": _KELOLA_POST,
    "sidang-suara": oleh(Izin.SIDANG_IKUT, metode=POST),
    "sidang-mundur": oleh(*_ANGGOTA, metode=POST),
    "sidang-susun": _KELOLA_POST,
    "sidang-perbaiki": oleh(*_BUKA, metode=POST),
    "sidang-tanda-tangan": oleh(*_ANGGOTA, metode=FORMULIR),
    "sidang-kertas": _KELOLA_POST,
    "sidang-tutup": oleh(Izin.SIDANG_PIMPIN, metode=FORMULIR),
    "sidang-teruskan": oleh(Izin.SIDANG_PIMPIN, metode=POST),
    "sidang-pdf": _LIHAT,
}
