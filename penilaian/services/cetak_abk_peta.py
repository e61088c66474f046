"""Peta jabatan on paper: the boxes of one branch, and its posts as a table behind them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from organisasi.services.cetak import Cap, Cetakan, cetak_pdf
from pegawai.models import JenisJabatan
from penilaian.kernel.hitungan import angka
from penilaian.selectors.peta_jabatan import Kotak
from penilaian.services.cetak_abk import PALING_BANYAK_BERTANDA
from penilaian.services.cetak_abk_rekap import bertanda
from toolkit.templatetags.tampilan import tanggal

KERTAS = {"f4": (5, False), "a3": (7, True)}  # columns of boxes, whether A3
_KOLOM = (
    ("No", 5), ("Unit", 44), ("Jabatan", 48), ("Kelas", 8), ("Kebutuhan", 11), ("Bezetting", 11),
    ("+ / -", 9), ("Keadaan", 14),
)  # fmt: skip
_ANGKA = frozenset({"Kelas", "Kebutuhan", "Bezetting", "+ / -"})


def peta_pdf(akar: Kotak, kertas: str, *, per: date, cap: Cap) -> Cetakan:
    """``kertas`` is a key of ``KERTAS``."""
    kolom, a3 = KERTAS[kertas]
    data = {
        "judul": f"Peta jabatan {akar.unit.nama}",
        "anak": f"{akar.unit.nama}, keadaan {tanggal(per)}",
        "a3": a3,
        "kolom": kolom,
        "akar": _kotak(akar),
        "tabel": _tabel(akar),
    }
    return cetak_pdf(
        "abk_peta.typ", data, nama="peta-jabatan", cap=cap,
        bertanda=akar.bawah <= PALING_BANYAK_BERTANDA,
    )  # fmt: skip


def _kotak(k: Kotak) -> dict[str, Any]:
    return {
        "nama": k.unit.nama,
        "posisi": [_posisi(p) for p in k.posisi],
        "bawah": _bawah(k),
        "anak": [_kotak(a) for a in k.anak],
    }


def _posisi(p: Any) -> dict[str, Any]:
    return {
        "nama": p.jabatan.nama,
        "kepala": p.jabatan.jenis == JenisJabatan.STRUKTURAL,
        "kelas": str(p.jabatan.kelas or ""),
        "butuh": "" if p.butuh is None else angka(p.butuh),
        "isi": angka(p.isi),
        "beda": bertanda(p.beda),
    }


def _bawah(k: Kotak) -> str:
    """The sums of a box that has others below it."""
    if not k.anak:
        return ""
    j = k.jumlah
    return (
        f"Bersama {angka(k.bawah)} unit di bawahnya: K {angka(j['kebutuhan'])}, "
        f"B {angka(j['bezetting'])}, kurang {angka(j['kekurangan'])}, lebih {angka(j['kelebihan'])}"
    )


def _tabel(akar: Kotak) -> dict[str, Any]:
    baris = [
        [str(n), unit, p.jabatan.nama, str(p.jabatan.kelas or ""),
         "" if p.butuh is None else angka(p.butuh), angka(p.isi), bertanda(p.beda), keadaan(p)]
        for n, (unit, p) in enumerate(_urut(akar), 1)
    ]  # fmt: skip
    return {
        "judul": f"Daftar jabatan ({angka(len(baris))})",
        "kolom": [{"judul": n, "lebar": lebar, "angka": n in _ANGKA} for n, lebar in _KOLOM],
        "baris": baris,
    }


def _urut(k: Kotak) -> Iterator[tuple[str, Any]]:
    for p in k.posisi:
        yield k.unit.nama, p
    for anak in k.anak:
        yield from _urut(anak)


def keadaan(p: Any) -> str:
    """The gap in words."""
    if p.beda is None:
        return "belum ada kebutuhan"
    if p.beda == 0:
        return "pas"
    return f"kurang {angka(-p.beda)}" if p.beda < 0 else f"lebih {angka(p.beda)}"
