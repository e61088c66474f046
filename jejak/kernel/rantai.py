"""The chain: the hash of an entry, the hash of its content, and the check of a whole log.

``hash_isi`` = sha256(salt ‖ content as stored); ``hash`` = sha256(canonical JSON of the columns in
:data:`KOLOM`, the hash of the entry before among them). The check reads entry by entry and keeps
nothing but the last hash, the peaks of the tree and the numbers whose content is missing.

``periksa_jejak.py`` repeats this check without the project; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from jejak.kernel.kanonik import kanonik
from jejak.kernel.merkle import Pohon

VERSI = 1
AWAL = "0" * 64
KODE_DIHAPUS = "jejak.dihapus"
JENIS_PERISTIWA = "jejak.peristiwa"
BATAS_PELANGGARAN = 1000

KOLOM = (
    "urutan",
    "versi",
    "waktu",
    "pelaku_id",
    "pelaku_peran",
    "tindakan",
    "objek_jenis",
    "objek_id",
    "permintaan",
    "hash_isi",
    "hash_sebelum",
)
BARIS = (*KOLOM, "hash", "garam", "isi")

_GARAM = re.compile(r"[0-9a-f]{32}", re.ASCII)
_AKAR = re.compile(r"(?:(\d{1,18}):)?([0-9a-f]{64})", re.ASCII)


def hash_isi(garam: bytes, isi: str) -> str:
    """What the immutable entry keeps of its content."""
    return sha256(garam + isi.encode()).hexdigest()


def hash_entri(kolom: Mapping[str, Any]) -> str:
    """The hash of an entry, over exactly the columns of :data:`KOLOM`."""
    return sha256(kanonik({nama: kolom[nama] for nama in KOLOM}).encode()).hexdigest()


@dataclass(frozen=True)
class Pelanggaran:
    """One thing that is wrong with the log; ``urutan`` 0 when no entry can be named."""

    urutan: int
    kode: str
    pesan: str


@dataclass(frozen=True)
class AkarDiberi:
    """A published head: over ``n`` entries; over some beginning of the log when n is None."""

    hex: str
    n: int | None = None

    def __str__(self) -> str:
        return self.hex if self.n is None else f"{self.n}:{self.hex}"


def baca_akar(teks: str) -> AkarDiberi:
    """Read ``<n>:<hex>`` or ``<hex>``; anything else is a ValueError with a sentence."""
    cocok = _AKAR.fullmatch(teks.strip().lower())
    if cocok is None:
        raise ValueError("Akar ditulis <jumlah entri>:<64 angka heksadesimal>, atau heksanya saja.")
    return AkarDiberi(cocok[2], int(cocok[1]) if cocok[1] else None)


@dataclass
class Pemeriksa:
    """Checks a log while it streams by; call :meth:`baca` per entry, then :meth:`selesai`."""

    diberi: AkarDiberi | None = None
    terbit: Mapping[int, str] = field(default_factory=dict)
    pelanggaran: list[Pelanggaran] = field(default_factory=list)
    pohon: Pohon = field(default_factory=Pohon)
    kepala: str = AWAL
    hilang: set[int] = field(default_factory=set)
    _urutan: int = 0
    _akar_ditemukan: bool = False
    _lebih: int = 0

    def __post_init__(self) -> None:
        self._periksa_akar()

    def langgar(self, urutan: object, kode: str, pesan: str) -> None:
        """Note a violation; a log that is broken throughout does not fill the memory."""
        if len(self.pelanggaran) >= BATAS_PELANGGARAN:
            self._lebih += 1
            return
        nomor = urutan if isinstance(urutan, int) else self.pohon.n + 1
        self.pelanggaran.append(Pelanggaran(nomor, kode, pesan))

    def baca(self, baris: Mapping[str, Any]) -> None:
        """Check one entry with its content: a mapping with the keys of :data:`BARIS`."""
        urutan = baris["urutan"]
        if urutan != self._urutan + 1:
            self.langgar(
                urutan, "urutan_putus", f"Nomor {urutan} menyusul nomor {self._urutan}: tidak urut."
            )
        if baris["hash_sebelum"] != self.kepala:
            self.langgar(
                urutan, "rantai_putus", "hash_sebelum tidak sama dengan hash entri sebelumnya."
            )
        dihitung = self._hash(baris)
        if baris["hash"] != dihitung:
            self.langgar(urutan, "hash_entri", "Kolom entri tidak sesuai dengan hash-nya: diubah.")
        self._periksa_isi(baris)
        self._periksa_penghapusan(baris)
        self.kepala = str(baris["hash"])
        self._urutan = urutan if isinstance(urutan, int) else self._urutan + 1
        self.pohon.tambah(bytes.fromhex(dihitung))
        self._periksa_akar()

    def selesai(self) -> list[Pelanggaran]:
        """Close the check: what could only be known at the end."""
        for urutan in sorted(self.hilang):
            self.langgar(urutan, "isi_hilang", "Isi entri tidak ada, tanpa catatan penghapusan.")
        self._akar_di_akhir()
        if self._lebih:
            pesan = f"Masih ada {self._lebih} pelanggaran lain yang tidak ditulis di sini."
            self.pelanggaran.append(Pelanggaran(0, "terlalu_banyak", pesan))
            self._lebih = 0
        return self.pelanggaran

    def _hash(self, baris: Mapping[str, Any]) -> str:
        try:
            return hash_entri(baris)
        except (TypeError, ValueError, KeyError):
            self.langgar(baris["urutan"], "bentuk", "Kolom entri berisi nilai yang tidak dikenal.")
            return AWAL

    def _periksa_isi(self, baris: Mapping[str, Any]) -> None:
        garam, isi, urutan = baris["garam"], baris["isi"], baris["urutan"]
        if garam is None and isi is None:
            if isinstance(urutan, int):
                self.hilang.add(urutan)
            return
        cocok = isinstance(garam, str) and isinstance(isi, str) and _GARAM.fullmatch(garam)
        if cocok:
            cocok = hash_isi(bytes.fromhex(garam), isi) == baris["hash_isi"]
        if not cocok:
            self.langgar(urutan, "hash_isi", "Isi entri tidak sesuai dengan hash_isi: diubah.")

    def _periksa_penghapusan(self, baris: Mapping[str, Any]) -> None:
        if baris["tindakan"] != KODE_DIHAPUS or baris["objek_jenis"] != JENIS_PERISTIWA:
            return
        sasaran = str(baris["objek_id"])
        nomor = int(sasaran) if sasaran.isdecimal() and len(sasaran) < 19 else 0
        if nomor in self.hilang:
            self.hilang.discard(nomor)
        else:
            self.langgar(
                nomor, "isi_kembali", f"Entri {baris['urutan']} menghapus isi yang masih ada."
            )

    def _periksa_akar(self) -> None:
        n = self.pohon.n
        if n in self.terbit and self.pohon.akar().hex() != self.terbit[n]:
            self.langgar(n, "akar_terbit_berbeda", f"Akar yang terbit atas {n} entri tidak cocok.")
        if self.diberi is None or self._akar_ditemukan:
            return
        if self.diberi.n in (None, n):
            self._akar_ditemukan = self.pohon.akar().hex() == self.diberi.hex

    def _akar_di_akhir(self) -> None:
        n = self.pohon.n
        for lebih in sorted(nomor for nomor in self.terbit if nomor > n):
            pesan = f"Akar pernah terbit atas {lebih} entri; kini hanya ada {n}."
            self.langgar(0, "jejak_terpotong", pesan)
        if self.diberi is None or self._akar_ditemukan:
            return
        if self.diberi.n is not None and self.diberi.n > n:
            pesan = f"Akar yang diberikan meliputi {self.diberi.n} entri; kini hanya ada {n}."
            self.langgar(0, "jejak_terpotong", pesan)
        elif self.diberi.n is not None:
            pesan = f"Akar yang diberikan tidak cocok dengan {self.diberi.n} entri pertama."
            self.langgar(0, "akar_berbeda", pesan)
        else:
            pesan = "Akar yang diberikan tidak cocok dengan awal jejak ini, sampai entri mana pun."
            self.langgar(0, "akar_berbeda", pesan)
