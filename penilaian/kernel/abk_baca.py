"""One row of tasks as people type it: the task, or why it cannot be used.

Codes of refused cells are those of the import kind `abk`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from penilaian.kernel.abk import Periode, Tugas
from penilaian.kernel.hitungan import TemuanHitung, Tingkat, angka, pecahan

URAIAN = "URAIAN TUGAS"
SATUAN = "SATUAN HASIL"
VOLUME = "VOLUME"
PERIODE = "PERIODE"
NORMA = "NORMA WAKTU (menit)"

_KATA_PERIODE = {
    **{satu.value: satu for satu in Periode},
    **{f"{satu.value}an": satu for satu in Periode},
    "harian": Periode.HARI,
    "tribulan": Periode.TRIWULAN,
}
_RIBUAN = re.compile(r"^-?\d{1,3}(\.\d{3})+(,\d+)?$")
_ANGKA = re.compile(r"^-?\d+([.,]\d+)?$")
_BERSATUAN = re.compile(r"^(?P<angka>[\d.,]+)\s*(?P<satuan>jam|menit|hari)\b")


@dataclass(frozen=True)
class TugasTerbaca:
    """Either a task, or the findings that refuse its row."""

    tugas: Tugas | None
    temuan: tuple[TemuanHitung, ...] = ()


def baca_tugas(
    *, uraian: Any, satuan: Any, volume: Any, periode: Any, norma: Any,
    boleh: Collection[Periode] = tuple(Periode),
) -> TugasTerbaca:  # fmt: skip
    """Five cells to a task; every cell that cannot be used is named, not only the first."""
    temuan: list[TemuanHitung] = []
    kata_uraian, kata_satuan = _kata(uraian), _kata(satuan)
    if not kata_uraian:
        temuan.append(_tolak("uraian_kosong", URAIAN, "Uraian tugas belum diisi."))
    if not kata_satuan:
        temuan.append(_tolak("satuan_kosong", SATUAN, "Satuan hasil belum diisi."))
    banyak = _volume(volume, temuan)
    waktu = _norma(norma, temuan)
    kapan = _periode(periode, boleh, temuan)
    if temuan or banyak is None or waktu is None or kapan is None:
        return TugasTerbaca(None, tuple(temuan))
    return TugasTerbaca(Tugas(kata_uraian, kata_satuan, banyak, kapan, waktu))


def tugas_ganda(kunci: Sequence[tuple[str, str, str]]) -> dict[int, int]:
    """Rows that repeat an earlier (unit, post, task): place of the row -> place of the first."""
    pertama: dict[tuple[str, str, str], int] = {}
    ganda: dict[int, int] = {}
    for i, (unit, jabatan, uraian) in enumerate(kunci):
        tanda = (unit, jabatan, " ".join(uraian.split()).casefold())
        if pertama.setdefault(tanda, i) != i:
            ganda[i] = pertama[tanda]
    return ganda


def baca_angka(isi: Any) -> Fraction | None:
    """A number, or a text that writes one the Indonesian way (1.250,5); None for anything else."""
    if isinstance(isi, bool):
        return None
    if isinstance(isi, int | float):
        return pecahan(isi) if isi == isi and abs(isi) != float("inf") else None
    teks = _kata(isi)
    if _RIBUAN.match(teks):
        teks = teks.replace(".", "")
    return pecahan(teks.replace(",", ".")) if _ANGKA.match(teks.replace(",", ".")) else None


def baca_periode(isi: Any) -> Periode | None:
    """A period in any of its usual words: bulan, bulanan, per bulan; None for anything else."""
    return _KATA_PERIODE.get(_kata(isi).casefold().removeprefix("per "))


def _volume(isi: Any, temuan: list[TemuanHitung]) -> Fraction | None:
    if not _kata(isi):
        temuan.append(_tolak("volume_kosong", VOLUME, "Volume belum diisi."))
        return None
    nilai = baca_angka(isi)
    if nilai is None:
        temuan.append(_tolak("volume_bukan_angka", VOLUME, f"Volume '{_kata(isi)}' bukan angka."))
    elif nilai < 0:
        temuan.append(_tolak("volume_negatif", VOLUME, f"Volume {angka(nilai)} kurang dari nol."))
    return nilai


def _norma(isi: Any, temuan: list[TemuanHitung]) -> Fraction | None:
    teks = _kata(isi)
    if not teks:
        temuan.append(_tolak("norma_kosong", NORMA, "Norma waktu belum diisi."))
        return None
    nilai = baca_angka(isi)
    if nilai is None:
        temuan.append(_tolak("norma_bukan_angka", NORMA, _norma_bukan_angka(teks)))
    elif nilai == 0:
        temuan.append(_tolak("norma_nol", NORMA, "Norma waktu nol; isi menit untuk satu hasil."))
    elif nilai < 0:
        temuan.append(
            _tolak("norma_negatif", NORMA, f"Norma waktu {angka(nilai)} kurang dari nol.")
        )
    return nilai


def _norma_bukan_angka(teks: str) -> str:
    """Hours written as hours are told in minutes; days have no fixed minutes."""
    cocok = _BERSATUAN.match(teks.casefold())
    nilai = baca_angka(cocok["angka"]) if cocok else None
    if cocok and nilai is not None and cocok["satuan"] != "hari":
        menit = nilai * 60 if cocok["satuan"] == "jam" else nilai
        return f"Norma waktu '{teks}' harus berupa angka dalam menit: tulis {angka(menit)}."
    return f"Norma waktu '{teks}' bukan angka; isi menit untuk satu hasil."


def _periode(isi: Any, boleh: Collection[Periode], temuan: list[TemuanHitung]) -> Periode | None:
    teks = _kata(isi)
    if not teks:
        temuan.append(_tolak("periode_kosong", PERIODE, "Periode volume belum diisi."))
        return None
    dibaca = baca_periode(teks)
    if dibaca is None or dibaca not in boleh:
        pilihan = ", ".join(satu.value for satu in Periode if satu in boleh)
        temuan.append(
            _tolak(
                "periode_tidak_dikenal", PERIODE,
                f"Periode '{teks}' tidak dikenal. Yang dikenal: {pilihan}.",
            )
        )  # fmt: skip
        return None
    return dibaca


def _kata(isi: Any) -> str:
    return "" if isi is None else " ".join(str(isi).split())


def _tolak(kode: str, kolom: str, pesan: str) -> TemuanHitung:
    return TemuanHitung(kode, pesan, Tingkat.TOLAK, kolom)
