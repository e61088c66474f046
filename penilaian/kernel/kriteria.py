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
    "Arah", "BilaKosong", "Cela", "JenisNilai", "JenisSkala", "Keluarga", "Kriteria", "Linear",
    "Perangkat", "Rasio", "Skala", "SkalaKeliru", "SumberNilai", "Tabel", "Tangga", "cela",
    "cela_terletak", "kanonik", "sha256", "skala_dari",
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


@dataclass(frozen=True)
class Cela:
    """Why a set may not be published yet, and where: ``isian`` names the field, ``nomor`` the
    criterion it belongs to, from 0; None: a field of the set itself."""

    kalimat: str
    isian: str
    nomor: int | None = None


def cela(perangkat: Perangkat) -> tuple[str, ...]:
    """Everything that forbids publication, a sentence each; empty: it may be published."""
    return tuple(satu.kalimat for satu in cela_terletak(perangkat))


def cela_terletak(perangkat: Perangkat) -> tuple[Cela, ...]:
    """The same, each with its place."""
    return (
        *_cela_umum(perangkat),
        *_cela_bobot(perangkat),
        *_cela_seri(perangkat),
        *(
            satu
            for nomor, kriteria in enumerate(perangkat.kriteria)
            for satu in _cela_kriteria(nomor, kriteria, perangkat)
        ),
    )


def _cela_umum(perangkat: Perangkat) -> list[Cela]:
    isian = {
        "kode": ("Kode", perangkat.kode),
        "nama": ("Nama", perangkat.nama),
        "pengantar": ("Pengantar", perangkat.pengantar),
        "dasar": ("Dasar hukum", perangkat.dasar),
    }
    semua = [
        Cela(f"{nama} perangkat kriteria belum diisi.", letak)
        for letak, (nama, teks) in isian.items()
        if _hampa(teks)
    ]
    kode = [satu.kode for satu in perangkat.kriteria]
    ganda = sorted(satu for satu, n in Counter(kode).items() if n > 1)
    if ganda:
        kedua = kode.index(ganda[0], kode.index(ganda[0]) + 1)
        kalimat = f"Kode kriteria dipakai lebih dari sekali: {daftar(ganda)}."
        semua.append(Cela(kalimat, "kode", kedua))
    return semua


def _cela_bobot(perangkat: Perangkat) -> list[Cela]:
    if not perangkat.kriteria:
        return [Cela("Perangkat belum berisi satu pun kriteria.", "kriteria")]
    semua = []
    jumlah = sum((satu.bobot for satu in perangkat.kriteria), NOL)
    if jumlah != SERATUS:
        kalimat = f"Jumlah bobot harus tepat 100, sekarang {bunyi_angka(jumlah)}."
        semua.append(Cela(kalimat, "bobot", 0))
    minimal = perangkat.bobot_minimal
    if not NOL <= minimal <= SERATUS:
        kalimat = f"Bobot terukur minimal {bunyi_angka(minimal)} harus antara 0 dan 100."
        semua.append(Cela(kalimat, "bobot_minimal"))
    dibagi = all(satu.bila_kosong is BilaKosong.BOBOT_DIBAGI for satu in perangkat.kriteria)
    if dibagi and minimal == NOL:
        kalimat = (
            "Semua bobot boleh dibagi dan bobot terukur minimal 0: satu kriteria saja sudah "
            "menjadi skor. Tetapkan bobot terukur minimal di atas 0."
        )
        semua.append(Cela(kalimat, "bobot_minimal"))
    return semua


def _cela_seri(perangkat: Perangkat) -> list[Cela]:
    sendiri = {satu.kode for satu in perangkat.kriteria}
    kalimat = [
        f"Penentu seri '{kode}' bukan kriteria perangkat ini."
        for kode in perangkat.urutan_seri
        if kode not in sendiri
    ]
    if len(set(perangkat.urutan_seri)) != len(perangkat.urutan_seri):
        kalimat.append("Penentu seri menyebut kriteria yang sama lebih dari sekali.")
    return [Cela(satu, "urutan_seri") for satu in kalimat]


def _cela_kriteria(nomor: int, kriteria: Kriteria, perangkat: Perangkat) -> list[Cela]:
    isian = {
        "kode": ("kode", kriteria.kode),
        "bunyi": ("bunyi", kriteria.bunyi),
        "dasar": ("dasar hukum", kriteria.dasar),
        "satuan": ("satuan", kriteria.satuan),
        "bukti": ("bukti", kriteria.bukti),
    }
    semua = [
        (letak, f"{nama} belum diisi") for letak, (nama, teks) in isian.items() if _hampa(teks)
    ]
    if kriteria.bobot <= NOL:
        semua.append(("bobot", f"bobot {bunyi_angka(kriteria.bobot)} harus lebih dari 0"))
    if not kriteria.bobot.is_finite() or round(kriteria.bobot, _DESIMAL_BOBOT) != kriteria.bobot:
        semua.append(("bobot", f"bobot {kriteria.bobot} paling banyak dua angka di belakang koma"))
    if perangkat.keluarga not in kriteria.sumber.keluarga:
        kalimat = f"sumber '{kriteria.sumber.nama}' bukan untuk kriteria {perangkat.keluarga.value}"
        semua.append(("sumber", kalimat))
    semua += _cela_skala(kriteria)
    nama = kriteria.kode or "(tanpa kode)"
    return [Cela(f"Kriteria {nama}: {kalimat}.", letak, nomor) for letak, kalimat in semua]


def _cela_skala(kriteria: Kriteria) -> list[tuple[str, str]]:
    skala, sumber = kriteria.skala, kriteria.sumber
    if isinstance(skala, Tabel) is not (sumber.jenis is JenisNilai.KATA):
        perlu = "kata, jadi skalanya harus tabel" if sumber.kata else "angka, jadi bukan tabel"
        return [("skala", f"sumber '{sumber.nama}' berupa {perlu}")]
    semua = []
    if isinstance(skala, Tabel):
        kurang = [kata for kata in sumber.kata if kata not in skala.isi]
        asing = [kata for kata in skala.isi if kata not in sumber.kata]
        if kurang:
            semua.append(("parameter", f"tabel belum memberi nilai untuk {daftar(kurang)}"))
        if asing:
            kalimat = f"tabel memuat kata di luar sumbernya: {daftar(sorted(asing))}"
            semua.append(("parameter", kalimat))
        searah = not sumber.uraian.berurut or kriteria.arah in skala.arah(sumber.kata)
    else:
        searah = skala.arah is kriteria.arah
    if not searah:
        kata = "naik" if kriteria.arah is Arah.NAIK else "turun"
        kalimat = f"skala berlawanan dengan arahnya: nilai harus {kata} bila data naik"
        semua.append(("arah", kalimat))
    luar = [n for n in _nilai_tertulis(skala) if not NOL <= n <= SERATUS]
    if luar:
        semua.append(("parameter", f"nilai {daftar(map(bunyi_angka, luar))} di luar 0 sampai 100"))
    return semua


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
