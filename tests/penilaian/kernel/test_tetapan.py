"""A constant changes what was computed with it, and nothing else; every result names its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from penilaian.kernel.abk import Periode, Tugas, dari_tugas
from penilaian.kernel.abk_kes import Penunjang, abk_kes
from penilaian.kernel.beban_guru import BebanGuru, bagi_jam, keadaan_guru
from penilaian.kernel.efektivitas import BebanPosisi, efektivitas, efektivitas_unit
from penilaian.kernel.guru import JamMapel, guru_bk, guru_mapel, guru_sd, guru_smp, rombel_ideal
from penilaian.kernel.hitungan import Tetapan
from penilaian.kernel.keseimbangan import keseimbangan
from penilaian.kernel.proyeksi_posisi import Keluar, Sebab, akan_lowong
from penilaian.kernel.puskesmas import puskesmas, pustu
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.kernel.waktu import Kalender, turunkan_jke, waktu_tersedia
from penilaian.kernel.wisn import Kegiatan, rasio_wisn, wisn
from tests.helpers.kebutuhan import ketentuan

K = ketentuan()
PER = date(2026, 6, 1)
TUGAS = [Tugas.isi("a", "lap", 7, periode, 95) for periode in Periode]
KEGIATAN = [Kegiatan.isi("periksa", 52_800, 10)]
WAKTU = waktu_tersedia(Kalender.pekan(5, {"libur": 60}), jam_per_hari=8)
POSISI = [BebanPosisi(Fraction(67_500), 1, 1), BebanPosisi(Fraction(30_000), 0, 1)]

HITUNGAN: dict[str, Callable[[KetentuanKebutuhan], Any]] = {
    "abk": lambda k: dari_tugas(TUGAS, k),
    "abk-kes": lambda k: abk_kes(KEGIATAN, k, penunjang=[Penunjang.isi("rapat", 600)]),
    "wisn": lambda k: wisn(KEGIATAN, WAKTU, k),
    "rasio wisn": lambda k: rasio_wisn(90, 100, k),
    "jke": lambda k: turunkan_jke(k, hari_per_pekan=5),
    "ej": lambda k: efektivitas(Fraction(67_500), 1, k),
    "eu": lambda k: efektivitas_unit(POSISI, k),
    "keseimbangan": lambda k: keseimbangan([("u", p) for p in POSISI], k)["u"],
    "rombel": lambda k: rombel_ideal([28, 56, 84], "SD", k),
    "guru mapel": lambda k: guru_mapel(
        "IPA", [JamMapel.isi("VII", 8, 5)], k, tugas_tambahan=["wakil kepala sekolah"]
    ),
    "guru sd": lambda k: guru_sd([1, 0], ["Islam"], k, jam_per_rombel={"guru PJOK": 30}),
    "guru smp": lambda k: guru_smp([4], {"IPA": [6]}, 225, k),
    "guru bk": lambda k: guru_bk(225, k),
    "keadaan guru": lambda k: keadaan_guru(BebanGuru("Ani", {"IPA": Fraction(24)}, "IPA"), k),
    "bagi jam": lambda k: bagi_jam(Fraction(48), 2, k),
    "puskesmas": lambda k: puskesmas("terpencil", k, abk_kes={"perawat": abk_kes(KEGIATAN, k)}),
    "pustu": pustu,
    "akan lowong": lambda k: akan_lowong(
        [Keluar("a", date(2026, 12, 1), Sebab.PENSIUN)], k, per=PER
    ),
}


def lain(nilai: Any) -> Any:
    """Another value of the same shape: every number one lower, a list of words the other way."""
    if isinstance(nilai, int):
        return nilai - 1 if nilai else nilai
    if isinstance(nilai, dict):
        return {kata: lain(isi) for kata, isi in nilai.items()}
    return nilai[::-1] if isinstance(nilai[0], str) else [lain(isi) for isi in nilai]


def nama_tetapan(hasil: Any) -> Iterator[str]:
    """Every constant named anywhere inside a result."""
    if isinstance(hasil, Tetapan):
        yield hasil.nama
    elif isinstance(hasil, tuple | list):
        for satu in hasil:
            yield from nama_tetapan(satu)
    elif is_dataclass(hasil):
        for f in fields(hasil):
            yield from nama_tetapan(getattr(hasil, f.name))


@pytest.mark.parametrize("nama", HITUNGAN)
def test_a_constant_changes_only_what_names_it(nama: str) -> None:
    hitung = HITUNGAN[nama]
    sebelum = hitung(K)
    disebut = set(nama_tetapan(sebelum))

    assert disebut, "no result without its constants"
    for kode, nilai in K.asal.items():
        sesudah = hitung(K.andaikan(**{kode: lain(nilai)}))
        assert (sesudah != sebelum) == (kode in disebut), kode
