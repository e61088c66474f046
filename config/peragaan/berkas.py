"""The invented agency as files of an office: the demonstration enters by the front door."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date
from math import cos, sin, sqrt
from pathlib import Path
from typing import Any

from config.peragaan.susunan import INSTANSI_ID, KECAMATAN, LAMA, PUSAT, Kabupaten
from pegawai.columns_pegawai import KOLOM_PEGAWAI
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, tulis_buku

_LEMBAR = {"PNS": "pns", "PPPK": "pppk", "PPPK_PW": "pppk_paruh_waktu"}
KODE = "99.01"  # a region code that no region has
LINTANG, BUJUR = -1.2, 116.8
_SUDUT_EMAS = 2.399963  # radians: a spiral of points that never stand behind one another
_BERLETAK = frozenset({"sd", "smp", "puskesmas", "pustu"})  # offices with a place of their own
_PREDIKAT = (
    ("SANGAT BAIK", "DI ATAS EKSPEKTASI", "DI ATAS EKSPEKTASI", 8),
    ("BAIK", "SESUAI EKSPEKTASI", "SESUAI EKSPEKTASI", 84),
    ("BUTUH PERBAIKAN", "DI BAWAH EKSPEKTASI", "SESUAI EKSPEKTASI", 5),
    ("KURANG", "SESUAI EKSPEKTASI", "DI BAWAH EKSPEKTASI", 3),
)


def tulis(path: Path, judul: Sequence[str], baris: Iterable[Sequence[Any]], lembar: str) -> Path:
    """One sheet with a header and rows, as SIASN gives them."""
    kolom = [Column(j, j, jenis=_jenis(j)) for j in judul]
    with path.open("wb") as berkas:
        tulis_buku(berkas, [LembarTulis(lembar, kolom, baris)])
    return path


def _jenis(judul: str) -> Any:
    return "tanggal" if judul.startswith(("TMT", "TANGGAL")) else "teks"


def berkas_struktur(k: Kabupaten, folder: Path) -> list[tuple[str, Path]]:
    """Hierarchy, three references, districts and attributes of units: (kind, file) in order."""
    tingkat: dict[str, int] = {}
    for u in k.unit:
        tingkat[u.id] = tingkat[u.induk] + 1 if u.induk else 0
    unor = [(u.id, " " * 6 * tingkat[u.id] + u.nama, u.induk) for u in k.unit]
    struktural = [(u.id, u.nama, u.kepala, u.eselon) for u in k.unit]
    jf = [(j.id, j.nama, str(j.bup), j.jenjang) for j in k.jabatan.values() if j.jenis == "2"]
    # The old name stays out of the reference: such is the dirt the analyst must find.
    pelaksana = [(j.id, j.nama) for j in k.jabatan.values() if j.jenis == "4" and j.nama != LAMA]
    wilayah = [(KODE, "Kabupaten Contoh", "kabupaten/kota", LINTANG, BUJUR), *_kecamatan()]
    daftar: list[tuple[str, Sequence[str], Sequence[Sequence[Any]]]] = [
        ("unor", ("ID", "NAMA_UNOR", "ID_ATASAN"), unor),
        ("jabatan-struktural", ("ID", "Nama_unor", "Nama_jabatan", "Eselon_id"), struktural),
        ("jabatan-fungsional", ("ID", "Nama", "BUP", "JENJANG"), jf),
        ("jabatan-pelaksana", ("ID", "Nama"), pelaksana),
        ("wilayah", ("kode", "nama", "tingkat", "lat", "lng"), wilayah),
        ("atribut-unor", ("UNOR ID", "UNOR NAMA", "JENIS", "URUSAN", "KODE KECAMATAN", "LINTANG",
                          "BUJUR", "TERPENCIL"), _atribut(k)),
    ]  # fmt: skip
    return [
        (jenis, tulis(folder / f"{jenis}.xlsx", judul, baris, jenis))
        for jenis, judul, baris in daftar
    ]


def _kecamatan() -> list[tuple[Any, ...]]:
    """Districts with the coordinates of their centres."""
    return [
        (f"{KODE}.{i + 1:02d}", nama, "kecamatan", *_letak(i)) for i, nama in enumerate(KECAMATAN)
    ]


def _letak(kecamatan: int, *, geser: int = 0) -> tuple[float, float]:
    """A spiral around the centre of the kabupaten; ``geser`` steps aside within the district."""
    jauh = 0.03 if kecamatan < PUSAT else 0.06 + 0.035 * kecamatan
    arah = _SUDUT_EMAS * kecamatan
    lintang, bujur = LINTANG + jauh * cos(arah), BUJUR + jauh * sin(arah)
    sudut, langkah = _SUDUT_EMAS * geser, 0.0018 * sqrt(geser)
    return round(lintang + langkah * cos(sudut), 6), round(bujur + langkah * sin(sudut), 6)


def _atribut(k: Kabupaten) -> list[tuple[Any, ...]]:
    """What and where each office is; a few say no district yet, as in every register."""
    hasil: list[tuple[Any, ...]] = []
    for i, u in enumerate(k.unit):
        kode = "" if u.jenis in _BERLETAK and i % 67 == 0 else f"{KODE}.{u.kecamatan + 1:02d}"
        titik = _letak(u.kecamatan, geser=i) if u.jenis in _BERLETAK and kode else (None, None)
        terpencil = "YA" if u.kecamatan >= 8 else "TIDAK"
        hasil.append((u.id, u.nama, u.jenis, u.urusan, kode, *titik, terpencil))
    return hasil


def berkas_pegawai(status: str, baris: Sequence[dict[str, Any]], folder: Path, nama: str) -> Path:
    """One export of one status in SIASN's 67 columns."""
    judul = [k.header for k in KOLOM_PEGAWAI]
    lembar = f"{_LEMBAR[status]}_{INSTANSI_ID}"[:31]
    return tulis(folder / nama, judul, ([row.get(j) for j in judul] for row in baris), lembar)


def berkas_kebutuhan(k: Kabupaten, folder: Path) -> Path:
    """What each post needs; a few posts stay without, as in every office."""
    baris = [
        (p.unit.id, p.jabatan.id, p.jabatan.nama, str(p.kebutuhan))
        for i, p in enumerate(k.pos)
        if p.jabatan.jenis != "1" and i % 41
    ]
    judul = ("UNOR ID", "JABATAN ID", "JABATAN NAMA", "KEBUTUHAN")
    return tulis(folder / "kebutuhan.xlsx", judul, baris, "kebutuhan")


def berkas_kinerja(nip: Sequence[str], folder: Path, *, tahun: int, benih: int) -> Path:
    """Predicates of one year; about one in twelve is missing."""
    acak = random.Random(benih + tahun)  # noqa: S311
    baris = []
    for nomor in nip:
        if acak.random() < 0.08:
            continue
        predikat, hasil, perilaku, _ = acak.choices(_PREDIKAT, [p[3] for p in _PREDIKAT])[0]
        baris.append((nomor, hasil, perilaku, predikat))
    judul = ("NIP", "HASIL KERJA", "PERILAKU KERJA", "PREDIKAT KINERJA")
    return tulis(folder / f"kinerja_{tahun}.xlsx", judul, baris, "kinerja")


def awal_bulan(per: date, mundur: int = 0) -> date:
    """First day of the month, so many months back."""
    tahun, bulan = divmod(per.year * 12 + per.month - 1 - mundur, 12)
    return date(tahun, bulan + 1, 1)
