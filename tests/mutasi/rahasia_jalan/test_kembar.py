"""A case one may not know of and one that never was answer alike, at each of its doors.

The same status, words and length, whoever knocks, by reading and by sending: from the answer one
does not learn that there is something behind the door. In every run somebody knocks at every
fourth door; with ``--panjang`` everybody does at all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID
from zlib import crc32

import pytest
from django.urls import get_resolver, reverse

from mutasi.alur import StatusUsulan
from mutasi.models import UsulanMutasi
from tests.factories import jalan as f
from tests.house.matriks import MATRIKS
from tests.mutasi.rahasia_jalan import medan as m_
from tests.mutasi.rahasia_jalan import sapuan

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
TIADA = UUID("00000000-0000-4000-8000-000000000000")
ORANG = (
    "analis_bkd", "inspektorat", "kepala_unit", "kepala_unit, OPD lain", "tpk_ketua", "pyb", "ppk",
    "operator_siasn", "bagian_hukum", "dpo", "admin_sistem", "ia sendiri, pelaksana",
    "rekan, pelaksana", m_.PUBLIK,
)  # fmt: skip
LAIN = {"kunci": "beritahukan", "bentuk": "xlsx", "jenis": "nota_dinas", "anggota": 1}


def kunci(u: UsulanMutasi | None) -> dict[str, dict[str, Any]]:
    """What the doors of cases and files take, by the beginning of their names."""
    usulan, berkas = (u.pk, u.berkas_id) if u else (TIADA, TIADA)
    return {
        "usulan-": {"pk": usulan, "surat": TIADA},
        "berkas-": {"pk": berkas, "usulan": usulan},
        "surat-": {"pk": berkas},
        "keputusan-susun": {"berkas": berkas},
    }


def pintu() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """(name, its group, method, what it takes) of every door of a case or its file."""
    (ruang,) = [r for r in get_resolver().url_patterns if getattr(r, "namespace", "") == "mutasi"]
    for satu in ruang.url_patterns:
        ambil = tuple(satu.pattern.converters)
        for awalan, isi in kunci(None).items():
            if satu.name.startswith(awalan) and set(ambil) <= {*isi, *LAIN} and set(ambil) & {*isi}:
                for metode in MATRIKS[f"mutasi:{satu.name}"].dijawab:
                    yield satu.name, awalan, metode, ambil


def test_a_case_one_may_not_know_of_answers_as_one_that_never_was(
    pada_hari_ini: Any, pytestconfig: pytest.Config
) -> None:
    m = m_.medan()
    u = f.jalankan(m.k, m_.tulis(m, "pelaksana"), StatusUsulan.DIVERIFIKASI)
    ada, tiada, beda = kunci(u), kunci(None), []
    panjang = pytestconfig.getoption("--panjang")
    semua = list(pintu())
    for nama, awalan, metode, ambil in semua if panjang else semua[::4]:
        banyak = len(ORANG) if panjang else 1
        for n in range(banyak):
            siapa = ORANG[(crc32(f"{nama}{metode}".encode()) + n) % len(ORANG)]
            dua = [
                reverse(f"mutasi:{nama}", kwargs={k: {**LAIN, **isi[awalan]}[k] for k in ambil})
                for isi in (ada, tiada)
            ]
            satu, lain = sapuan.kembar(m.siapa[siapa], *dua, metode)
            if satu != lain or satu[:3] == "200":
                beda.append((nama, metode, siapa, satu[:80], lain[:80]))

    assert beda == []
    assert len(semua) >= 40, "the doors are still found by their names"
