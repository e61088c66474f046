"""How alike two names of jabatan or of units are, 0 to 100; and the best proposals of a register.

Deterministic and symmetric in what it normalises: case, punctuation, line breaks, abbreviations and
the old words for levels as real workbooks and exports write them. A proposal is never more than
that: a person decides.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from pegawai.kernel.jenjang import SEBUTAN

# Words a name carries without being told apart by them.
_ABAIKAN = frozenset(["dan", "atau", "serta", "di", "pada", "jf", "jft", "jfu", "usul"])
_SINGKATAN: dict[str, str] = {
    "adm": "administrasi", "asn": "aparatur sipil negara", "bag": "bagian", "bid": "bidang",
    "bkd": "badan kepegawaian daerah", "dinkes": "dinas kesehatan", "disdik": "dinas pendidikan",
    "dr": "dokter", "drg": "dokter gigi", "ka": "kepala", "kaban": "kepala badan",
    "kabag": "kepala bagian", "kabid": "kepala bidang", "kades": "kepala desa",
    "kadis": "kepala dinas", "kapus": "kepala puskesmas", "kasek": "kepala sekolah",
    "kasi": "kepala seksi", "kasie": "kepala seksi", "kasubag": "kepala sub bagian",
    "kasubbag": "kepala sub bagian", "kasubbid": "kepala sub bidang",
    "kasubid": "kepala sub bidang", "kb": "keluarga berencana", "kec": "kecamatan",
    "kel": "kelurahan", "kepeg": "kepegawaian", "kepsek": "kepala sekolah", "keu": "keuangan",
    "lab": "laboratorium", "monev": "monitoring evaluasi",
    "p2upd": "pengawas penyelenggaraan urusan pemerintahan daerah",
    "pbj": "pengadaan barang jasa", "pkm": "puskesmas",
    "plkb": "petugas lapangan keluarga berencana",
    "ppupd": "pengawas penyelenggaraan urusan pemerintahan daerah", "puskes": "puskesmas",
    "rs": "rumah sakit", "rsu": "rumah sakit umum", "rsud": "rumah sakit umum daerah",
    "sarpras": "sarana prasarana", "sdm": "sumber daya manusia", "sdn": "sd negeri",
    "sekcam": "sekretaris kecamatan", "sekda": "sekretaris daerah",
    "sekdin": "sekretaris dinas", "sekdis": "sekretaris dinas",
    "seklur": "sekretaris kelurahan", "sekr": "sekretariat", "sekret": "sekretariat",
    "setda": "sekretariat daerah", "setwan": "sekretariat dprd", "sie": "seksi",
    "smpn": "smp negeri", "subag": "sub bagian", "subbag": "sub bagian",
    "subbagian": "sub bagian", "subbid": "sub bidang", "subbidang": "sub bidang",
    "subid": "sub bidang", "tekhnis": "teknis", "tkn": "tk negeri", "tu": "tata usaha",
    "umpeg": "umum kepegawaian", "uptd": "upt",
}  # fmt: skip
_GABUNGAN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bsatpol(?: pp)?\b"), "satuan polisi pamong praja"),
    (re.compile(r"\bpol pp\b"), "polisi pamong praja"),
    (re.compile(r"\bsub(?:bag| bag)\b"), "sub bagian"),
    (re.compile(r"\btk (?=[ivx]+\b)"), "tingkat "),
)
# What a workbook calls a unit when it means the seat that leads it.
_SEBUTAN_UNIT: dict[str, str] = {
    "sekretaris": "sekretariat", "inspektur": "inspektorat", "camat": "kecamatan",
    "lurah": "kelurahan",
}  # fmt: skip
_BUKAN_NAMA = re.compile(r"[^a-z0-9]+")

_LAMA: dict[str, str] = {
    "pelaksana lanjutan": "MH", "pelaksana pemula": "PM", "pelaksana": "TR",
    "pertama": "PT", "muda": "MU", "madya": "MA", "utama": "UT",
}  # fmt: skip
_KINI = "|".join(SEBUTAN)
_DULU = "|".join(_LAMA)
_DI_BELAKANG = re.compile(rf"\s+(?:(?:{_DULU}|{_KINI})\s+)?({_KINI})$")
_DULU_DI_BELAKANG = re.compile(rf"\s+({_DULU})$")
_DI_DEPAN = re.compile(rf"^({_KINI})\s+")

CALON = 24  # candidates of the rough search that are looked at closely
PALING_KECIL = 50  # below this a proposal is more often wrong than right
_KATA_MIRIP = 0.55  # below this two words are two words
_BOBOT_KATA = 0.6


class Bakuan(NamedTuple):
    """A name as it is compared: its words without the level, and the level it states."""

    kata: tuple[str, ...]
    jenjang: str = ""

    @property
    def teks(self) -> str:
        """The words in one line."""
        return " ".join(self.kata)


def bakukan_jabatan(nama: str) -> Bakuan:
    """Words and level of a job name: "Perawat Pelaksana Lanjutan" is (perawat), MH."""
    teks = " ".join(_kata(nama))
    for pola in (_DI_BELAKANG, _DI_DEPAN, _DULU_DI_BELAKANG):
        if (temu := pola.search(teks)) and len(temu[0].strip()) < len(teks):
            sisa = (teks[: temu.start()] + teks[temu.end() :]).split()
            return Bakuan(tuple(sisa), SEBUTAN.get(temu[1]) or _LAMA[temu[1]])
    return Bakuan(tuple(teks.split()))


def bakukan_unit(nama: str) -> Bakuan:
    """Words of a unit; "Kepala Bidang Mutasi" and "BID. MUTASI" are the same unit."""
    kata = [k for k in _kata(nama) if k not in ("kabupaten", "kota")]
    if len(kata) > 1 and kata[0] == "kepala":
        kata = kata[1:]
    if kata:
        kata[0] = _SEBUTAN_UNIT.get(kata[0], kata[0])
    return Bakuan(tuple(kata))


@lru_cache(maxsize=8192)
def _kata(nama: str) -> tuple[str, ...]:
    rapat = _BUKAN_NAMA.sub(" ", nama.casefold().replace("&", " dan ")).strip()
    for pola, ganti in _GABUNGAN:
        rapat = pola.sub(ganti, rapat)
    panjang = " ".join(_SINGKATAN.get(satu, satu) for satu in rapat.split())
    kata = [satu for satu in panjang.split() if satu not in _ABAIKAN]
    return tuple(kata or rapat.split())


def kemiripan_jabatan(satu: str, dua: str) -> int:
    """0-100; the same name on another level is at most 90, so that it is never "the same"."""
    kiri, kanan = bakukan_jabatan(satu), bakukan_jabatan(dua)
    nilai = _nilai(kiri.kata, kanan.kata)
    return nilai if kiri.jenjang == kanan.jenjang else min(nilai, 90)


def kemiripan_unit(satu: str, dua: str) -> int:
    """0-100 between two names of units."""
    return _nilai(bakukan_unit(satu).kata, bakukan_unit(dua).kata)


def _nilai(kiri: tuple[str, ...], kanan: tuple[str, ...]) -> int:
    """Words that meet (a misspelt one in part) and triplets of letters that meet, mixed."""
    if kiri == kanan:
        return 100
    if not kiri or not kanan:
        return 0
    kiri, kanan = sorted((kiri, kanan))  # equal answers whichever of them is asked about
    huruf = _dice(_tiga_nama(kiri), _tiga_nama(kanan))
    campur = _BOBOT_KATA * _kata_bertemu(kiri, kanan) + (1 - _BOBOT_KATA) * huruf
    return min(99, int(campur * 100 + 0.5))


def _kata_bertemu(kiri: Sequence[str], kanan: Sequence[str]) -> float:
    """Dice over words weighted by their length; each word meets at most one."""
    sisa = list(kanan)
    bertemu = 0.0
    for satu in sorted(kiri, key=lambda k: (-len(k), k)):
        mirip, dua = max(((_mirip_kata(satu, k), k) for k in sisa), default=(0.0, ""))
        if mirip >= _KATA_MIRIP:
            sisa.remove(dua)
            bertemu += mirip * (len(satu) + len(dua))
    return bertemu / (sum(map(len, kiri)) + sum(map(len, kanan)))


@lru_cache(maxsize=65536)
def _mirip_kata(satu: str, dua: str) -> float:
    if satu == dua:
        return 1.0
    return _dice(_tiga_huruf(satu), _tiga_huruf(dua))


def _dice(satu: frozenset[str], dua: frozenset[str]) -> float:
    return 2 * len(satu & dua) / (len(satu) + len(dua))


@lru_cache(maxsize=16384)
def _tiga_huruf(teks: str) -> frozenset[str]:
    bingkai = f" {teks} "
    return frozenset(bingkai[i : i + 3] for i in range(len(bingkai) - 2))


class Lema(NamedTuple):
    """A name of the register that may be proposed. A ``kelompok`` is a JF without jenjang."""

    kunci: Hashable
    nama: str
    jenjang: str = ""
    kelompok: bool = False
    jenis: str = ""


class Usulan(NamedTuple):
    """One proposal."""

    kunci: Hashable
    nama: str
    skor: int


class _Tanya(NamedTuple):
    """What may be proposed at all."""

    jenjang: str
    jenis: str

    def cocok(self, lema: Lema) -> bool:
        """Same kind where both are known; never across the levels of JF."""
        if self.jenis and lema.jenis and self.jenis != lema.jenis:
            return False
        if self.jenjang:
            return lema.jenjang == self.jenjang or not (lema.jenjang or lema.kelompok)
        return not lema.jenjang


@dataclass(frozen=True)
class _Sama:
    """Names of the register that share their words (levels of one JF, say)."""

    kata: tuple[str, ...]
    lema: tuple[Lema, ...]


class Acuan:
    """The register's names, indexed once for many questions."""

    def __init__(
        self, lema: Iterable[Lema], bakukan: Callable[[str], Bakuan] = bakukan_jabatan
    ) -> None:
        self._bakukan = bakukan
        menurut: dict[tuple[str, ...], list[Lema]] = defaultdict(list)
        for satu in lema:
            menurut[bakukan(satu.nama).kata].append(satu)
        self._semua = [_Sama(kata, tuple(rows)) for kata, rows in sorted(menurut.items())]
        self._huruf: dict[str, list[int]] = defaultdict(list)
        self._banyak = [0] * len(self._semua)
        for i, sama in enumerate(self._semua):
            for tiga in _tiga_nama(sama.kata):
                self._huruf[tiga].append(i)
                self._banyak[i] += 1

    def usulan(
        self,
        nama: str,
        *,
        n: int = 3,
        jenjang: str = "",
        jenis: str = "",
        paling_kecil: int = PALING_KECIL,
    ) -> list[Usulan]:
        """The best ``n``, best first. ``jenjang``, ``jenis``: known from elsewhere than the name.

        With a level only names of that level (or without any) are proposed; without one only names
        without level, a JF then as the group of all its levels.
        """
        asal = self._bakukan(nama)
        tanya = _Tanya(jenjang or asal.jenjang, jenis)
        calon = [
            Usulan(lema.kunci, lema.nama, skor)
            for i in self._dekat(asal.kata, tanya)
            if (skor := _nilai(asal.kata, self._semua[i].kata)) >= paling_kecil
            for lema in self._semua[i].lema
            if tanya.cocok(lema)
        ]
        return sorted(calon, key=lambda u: (-u.skor, u.nama, str(u.kunci)))[:n]

    def usulan_banyak(
        self, nama: Iterable[str], *, n: int = 3, paling_kecil: int = PALING_KECIL
    ) -> Mapping[str, list[Usulan]]:
        """The same for many names."""
        return {
            satu: self.usulan(satu, n=n, paling_kecil=paling_kecil) for satu in dict.fromkeys(nama)
        }

    def _dekat(self, kata: tuple[str, ...], tanya: _Tanya) -> list[int]:
        """The candidates that share most triplets of letters, by a Dice of their sets."""
        bertemu: Counter[int] = Counter()
        milik = _tiga_nama(kata)
        for tiga in milik:
            bertemu.update(self._huruf.get(tiga, ()))
        dice = ((2 * sama / (len(milik) + self._banyak[i]), -i) for i, sama in bertemu.items())
        urut = (-minus for _, minus in sorted(dice, reverse=True))
        return [*islice((i for i in urut if any(map(tanya.cocok, self._semua[i].lema))), CALON)]


@lru_cache(maxsize=16384)
def _tiga_nama(kata: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(_tiga_huruf, kata)) if kata else frozenset()
