"""Published criteria: what is measured, by which scale, with which weight, on which legal basis.

A set is judged whole before it is published (:func:`cela`) and has one canonical text, whose
sha256 stands beside every score computed with it.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256 as _sha256
from typing import Any

from penilaian.kernel.angka_kata import bunyi_angka, teks_angka
from penilaian.kernel.kata import daftar
from penilaian.kernel.skala import (
    NOL,
    SERATUS,
    Arah,
    JenisSkala,
    Linear,
    Rasio,
    Skala,
    SkalaKeliru,
    Tabel,
    Tangga,
    skala_dari,
)
from penilaian.kernel.sumber_nilai import JenisNilai, Keluarga, SumberNilai

__all__ = [
    "Arah", "BilaKosong", "JenisNilai", "JenisSkala", "Keluarga", "Kriteria", "Linear",
    "Perangkat", "Rasio", "Skala", "SkalaKeliru", "SumberNilai", "Tabel", "Tangga", "cela",
    "kanonik", "sha256", "skala_dari",
]  # fmt: skip

_DESIMAL_BOBOT = 2


class BilaKosong(StrEnum):
    """What a missing value does: leave the score open, or give its weight to the others."""

    TIDAK_LENGKAP = "tidak_lengkap"
    BOBOT_DIBAGI = "bobot_dibagi"


@dataclass(frozen=True)
class Kriteria:
    """One criterion. ``bobot`` in percent of the set, at most two decimals; ``bukti`` says which
    evidence is required."""

    kode: str
    bunyi: str
    dasar: str
    sumber: SumberNilai
    satuan: str
    arah: Arah
    skala: Skala
    bobot: Decimal
    bukti: str
    bila_kosong: BilaKosong


@dataclass(frozen=True)
class Perangkat:
    """A set of criteria in one version.

    ``bobot_minimal``: below this measured weight (percent) there is no score even where weights
    may be shared. ``urutan_seri``: codes of criteria by which equal scores are told apart.
    """

    keluarga: Keluarga
    kode: str
    versi: int
    nama: str
    pengantar: str
    dasar: str
    berlaku_mulai: date | None
    bobot_minimal: Decimal
    peringkat: bool
    urutan_seri: tuple[str, ...]
    kriteria: tuple[Kriteria, ...]


def cela(perangkat: Perangkat) -> tuple[str, ...]:
    """Everything that forbids publication, a sentence each; empty: it may be published."""
    return (
        *_cela_umum(perangkat),
        *_cela_bobot(perangkat),
        *_cela_seri(perangkat),
        *(kalimat for satu in perangkat.kriteria for kalimat in _cela_kriteria(satu, perangkat)),
    )


def _cela_umum(perangkat: Perangkat) -> list[str]:
    isian = {
        "Kode": perangkat.kode,
        "Nama": perangkat.nama,
        "Pengantar": perangkat.pengantar,
        "Dasar hukum": perangkat.dasar,
    }
    kalimat = [f"{nama} perangkat kriteria belum diisi." for nama, v in isian.items() if _hampa(v)]
    ganda = [k for k, n in Counter(satu.kode for satu in perangkat.kriteria).items() if n > 1]
    if ganda:
        kalimat.append(f"Kode kriteria dipakai lebih dari sekali: {daftar(sorted(ganda))}.")
    return kalimat


def _cela_bobot(perangkat: Perangkat) -> list[str]:
    if not perangkat.kriteria:
        return ["Perangkat belum berisi satu pun kriteria."]
    kalimat = []
    jumlah = sum((satu.bobot for satu in perangkat.kriteria), NOL)
    if jumlah != SERATUS:
        kalimat.append(f"Jumlah bobot harus tepat 100, sekarang {bunyi_angka(jumlah)}.")
    minimal = perangkat.bobot_minimal
    if not NOL <= minimal <= SERATUS:
        kalimat.append(f"Bobot terukur minimal {bunyi_angka(minimal)} harus antara 0 dan 100.")
    dibagi = all(satu.bila_kosong is BilaKosong.BOBOT_DIBAGI for satu in perangkat.kriteria)
    if dibagi and minimal == NOL:
        kalimat.append(
            "Semua bobot boleh dibagi dan bobot terukur minimal 0: satu kriteria saja sudah "
            "menjadi skor. Tetapkan bobot terukur minimal di atas 0."
        )
    return kalimat


def _cela_seri(perangkat: Perangkat) -> list[str]:
    sendiri = {satu.kode for satu in perangkat.kriteria}
    kalimat = [
        f"Penentu seri '{kode}' bukan kriteria perangkat ini."
        for kode in perangkat.urutan_seri
        if kode not in sendiri
    ]
    if len(set(perangkat.urutan_seri)) != len(perangkat.urutan_seri):
        kalimat.append("Penentu seri menyebut kriteria yang sama lebih dari sekali.")
    return kalimat


def _cela_kriteria(kriteria: Kriteria, perangkat: Perangkat) -> list[str]:
    isian = {
        "kode": kriteria.kode,
        "bunyi": kriteria.bunyi,
        "dasar hukum": kriteria.dasar,
        "satuan": kriteria.satuan,
        "bukti": kriteria.bukti,
    }
    kalimat = [f"{nama} belum diisi" for nama, teks in isian.items() if _hampa(teks)]
    if kriteria.bobot <= NOL:
        kalimat.append(f"bobot {bunyi_angka(kriteria.bobot)} harus lebih dari 0")
    if not kriteria.bobot.is_finite() or round(kriteria.bobot, _DESIMAL_BOBOT) != kriteria.bobot:
        kalimat.append(f"bobot {kriteria.bobot} paling banyak dua angka di belakang koma")
    if perangkat.keluarga not in kriteria.sumber.keluarga:
        kalimat.append(
            f"sumber '{kriteria.sumber.nama}' bukan untuk kriteria {perangkat.keluarga.value}"
        )
    kalimat += _cela_skala(kriteria)
    return [f"Kriteria {kriteria.kode or '(tanpa kode)'}: {satu}." for satu in kalimat]


def _cela_skala(kriteria: Kriteria) -> list[str]:
    skala, sumber = kriteria.skala, kriteria.sumber
    if isinstance(skala, Tabel) is not (sumber.jenis is JenisNilai.KATA):
        perlu = "kata, jadi skalanya harus tabel" if sumber.kata else "angka, jadi bukan tabel"
        return [f"sumber '{sumber.nama}' berupa {perlu}"]
    kalimat = []
    if isinstance(skala, Tabel):
        kurang = [kata for kata in sumber.kata if kata not in skala.isi]
        asing = [kata for kata in skala.isi if kata not in sumber.kata]
        if kurang:
            kalimat.append(f"tabel belum memberi nilai untuk {daftar(kurang)}")
        if asing:
            kalimat.append(f"tabel memuat kata di luar sumbernya: {daftar(sorted(asing))}")
        searah = not sumber.uraian.berurut or kriteria.arah in skala.arah(sumber.kata)
    else:
        searah = skala.arah is kriteria.arah
    if not searah:
        kata = "naik" if kriteria.arah is Arah.NAIK else "turun"
        kalimat.append(f"skala berlawanan dengan arahnya: nilai harus {kata} bila data naik")
    luar = [n for n in _nilai_tertulis(skala) if not NOL <= n <= SERATUS]
    if luar:
        kalimat.append(f"nilai {daftar(map(bunyi_angka, luar))} di luar 0 sampai 100")
    return kalimat


def _nilai_tertulis(skala: Skala) -> list[Decimal]:
    if isinstance(skala, Tabel):
        return list(skala.isi.values())
    return [nilai for _, nilai in skala.anak] if isinstance(skala, Tangga) else []


def _hampa(teks: str) -> bool:
    return not teks.strip()


def kanonik(perangkat: Perangkat) -> str:
    """The one text of a set: keys sorted, numbers without trailing zeros, text in form NFC."""
    isi = {
        "keluarga": perangkat.keluarga.value,
        "kode": perangkat.kode,
        "versi": perangkat.versi,
        "nama": perangkat.nama,
        "pengantar": perangkat.pengantar,
        "dasar": perangkat.dasar,
        "berlaku_mulai": perangkat.berlaku_mulai and perangkat.berlaku_mulai.isoformat(),
        "bobot_minimal": teks_angka(perangkat.bobot_minimal),
        "peringkat": perangkat.peringkat,
        "urutan_seri": list(perangkat.urutan_seri),
        "kriteria": [_isi_kriteria(satu) for satu in perangkat.kriteria],
    }
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", teks)


def sha256(perangkat: Perangkat) -> str:
    """Fingerprint of the canonical text, in hexadecimal."""
    return _sha256(kanonik(perangkat).encode()).hexdigest()


def _isi_kriteria(kriteria: Kriteria) -> dict[str, Any]:
    return {
        "kode": kriteria.kode,
        "bunyi": kriteria.bunyi,
        "dasar": kriteria.dasar,
        "sumber": kriteria.sumber.value,
        "satuan": kriteria.satuan,
        "arah": kriteria.arah.value,
        "skala": {"jenis": kriteria.skala.jenis.value, **kriteria.skala.parameter()},
        "bobot": teks_angka(kriteria.bobot),
        "bukti": kriteria.bukti,
        "bila_kosong": kriteria.bila_kosong.value,
    }
