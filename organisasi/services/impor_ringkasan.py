"""What is kept of a look at a file: counts and groups in one JSON, every finding as a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from organisasi.impor import Hasil, Perubahan
from organisasi.models import Impor, PerubahanImpor, TemuanImpor
from toolkit.massal import sisipkan
from toolkit.tabular import Problem, tampil

JUMLAH = ("baris", "diterima", "ditolak", "baru", "berubah", "sama", "keluar")
KOLOM_TEMUAN = ("impor", "baris", "kolom", "nilai", "kode", "tingkat", "pesan")
KOLOM_PERUBAHAN = ("impor", "macam", "kunci", "nama", "baris", "rincian")

Isian = tuple[Sequence[str], Iterable[Sequence[Any]]]


def ringkas(hasil: Hasil) -> dict[str, Any]:
    """Everything the preview says without opening a list."""
    return {
        **{nama: getattr(hasil, nama) for nama in JUMLAH},
        "perubahan": dict(sorted(hasil.perubahan.items(), key=lambda satu: -satu[1])),
        "kolom_hilang": hasil.kolom_hilang,
        "kolom_asing": hasil.kolom_asing,
        "catatan": hasil.catatan,
        "kelompok": _kelompok(chain(hasil.galat, hasil.peringatan)),
    }


def simpan_rincian(impor: Impor, hasil: Hasil) -> None:
    """Every finding and every change as a row, in place of those of an earlier look."""
    impor.temuan.all().delete()
    impor.perubahan.all().delete()
    sisipkan(TemuanImpor, *baris_temuan(impor.pk, hasil))
    sisipkan(PerubahanImpor, *baris_perubahan(impor.pk, hasil))


def _kelompok(temuan: Iterable[Problem]) -> list[dict[str, Any]]:
    """Findings by level and kind: how many, and the first of them as the example."""
    hasil: dict[tuple[str, str], dict[str, Any]] = {}
    for satu in temuan:
        kunci = (satu.tingkat, satu.kode)
        if kunci not in hasil:
            hasil[kunci] = {
                "tingkat": satu.tingkat, "kode": satu.kode, "jumlah": 0,
                "baris": satu.baris, "kolom": satu.kolom or "", "pesan": satu.pesan,
            }  # fmt: skip
        hasil[kunci]["jumlah"] += 1
    urut = {"tolak": 0, "peringatan": 1, "abaikan": 2}
    return sorted(hasil.values(), key=lambda k: (urut[k["tingkat"]], -k["jumlah"], k["kode"]))


def beda(pratinjau: Mapping[str, Any], hasil: Hasil) -> list[list[Any]]:
    """[[count's name, previewed, applied], ...] where the register had moved meanwhile."""
    return [
        [nama, pratinjau.get(nama), getattr(hasil, nama)]
        for nama in JUMLAH
        if pratinjau.get(nama) != getattr(hasil, nama)
    ]


def baris_temuan(impor_id: int, hasil: Hasil) -> Isian:
    """Every finding, as columns and rows."""
    return KOLOM_TEMUAN, (
        (impor_id, t.baris, t.kolom or "", tampil(t.nilai) or "", t.kode, t.tingkat, t.pesan)
        for t in chain(hasil.galat, hasil.peringatan)
    )


def baris_perubahan(impor_id: int, hasil: Hasil) -> Isian:
    """Everybody new, changed or gone; cell by cell only for the changed."""
    return KOLOM_PERUBAHAN, (
        (impor_id, p.macam, p.kunci[:130], p.nama[:255], p.baris, _rincian(p))
        for p in hasil.rincian
    )


def _rincian(perubahan: Perubahan) -> list[list[Any]]:
    if perubahan.macam != "berubah":
        return []
    return [[kolom, _polos(dulu), _polos(kini)] for kolom, dulu, kini in perubahan.rincian]


def _polos(nilai: Any) -> Any:
    if nilai is None or isinstance(nilai, str | int | float):
        return nilai
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)
