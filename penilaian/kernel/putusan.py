"""What a rule answers: a verdict of five words, with its sentence, its figures and its cure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from penilaian.kernel.perkara import Perkara, belum_tercatat


class Hasil(StrEnum):
    """The verdict of one rule on one person and one post."""

    LOLOS = "lolos"
    TIDAK_LOLOS = "tidak_lolos"
    TIDAK_DAPAT_DIPERIKSA = "tidak_dapat_diperiksa"
    BUTUH_IZIN = "butuh_izin"  # H12, H18: allowed once somebody outside has agreed
    PERINGATAN = "peringatan"  # W: allowed with a written reason


class Penyedia(StrEnum):
    """Who supplies what is not known."""

    BKD = "BKD/BKPSDM"
    SIASN = "SIASN (lewat BKD/BKPSDM)"
    OPD = "OPD"
    PEGAWAI = "pegawai yang bersangkutan"
    KINERJA = "e-Kinerja (lewat BKD/BKPSDM)"
    ORGANISASI = "Bagian Organisasi"
    PEMBINA = "instansi pembina JF (lewat BKD/BKPSDM)"
    INSPEKTORAT = "Inspektorat"


@dataclass(frozen=True)
class Putusan:
    """One rule's answer. ``angka`` is plain JSON: numbers, texts, ISO dates, None.

    ``perbaikan`` says what would cure it; for what is not known it names who supplies the fact,
    and ``penyedia`` says so once more for counting. ``dapat_diperbaiki`` is about a refusal: time,
    an act or a document may cure it.
    """

    kode: str
    putusan: Hasil
    bunyi: str
    angka: Mapping[str, Any] = field(default_factory=dict)
    perbaikan: str = ""
    dasar: str = ""
    dapat_diperbaiki: bool = False
    penyedia: Penyedia | None = None

    def json(self) -> dict[str, Any]:
        """As the search prints it (antarmuka, section 4)."""
        return {
            "kode": self.kode,
            "putusan": self.putusan.value,
            "angka": dict(self.angka),
            "bunyi": self.bunyi,
            "perbaikan": self.perbaikan,
        }


@dataclass(frozen=True)
class Temuan:
    """What a rule's function gives back; the rule adds its code and its basis."""

    putusan: Hasil
    bunyi: str
    angka: Mapping[str, Any] = field(default_factory=dict)
    perbaikan: str = ""
    dapat_diperbaiki: bool = False
    penyedia: Penyedia | None = None

    def sebagai(self, kode: str, dasar: str) -> Putusan:
        """The verdict of the rule with this code and basis."""
        return Putusan(
            kode=kode,
            putusan=self.putusan,
            bunyi=self.bunyi,
            angka={k: _json(v) for k, v in self.angka.items()},
            perbaikan=self.perbaikan,
            dasar=dasar,
            dapat_diperbaiki=self.dapat_diperbaiki,
            penyedia=self.penyedia,
        )


def lolos(bunyi: str, **angka: Any) -> Temuan:
    """Met, or not applicable: the sentence says which."""
    return Temuan(Hasil.LOLOS, bunyi, angka)


def gagal(bunyi: str, perbaikan: str, *, pulih: bool, **angka: Any) -> Temuan:
    """Not met; ``pulih``: time, an act or a document may cure it."""
    return Temuan(Hasil.TIDAK_LOLOS, bunyi, angka, perbaikan, dapat_diperbaiki=pulih)


def tak_tahu(bunyi: str, penyedia: Penyedia, perlu: str, **angka: Any) -> Temuan:
    """The data are not there; ``perlu`` is what ``penyedia`` must supply."""
    # "e-Kinerja" is a name and keeps its letter at the head of a sentence.
    awal = penyedia.value[0] if penyedia is Penyedia.KINERJA else penyedia.value[0].upper()
    perbaikan = f"{awal}{penyedia.value[1:]} melengkapi {perlu}."
    return Temuan(Hasil.TIDAK_DAPAT_DIPERIKSA, bunyi, angka, perbaikan, penyedia=penyedia)


def butuh_izin(bunyi: str, perbaikan: str, **angka: Any) -> Temuan:
    """Allowed once the named approval is there."""
    return Temuan(Hasil.BUTUH_IZIN, bunyi, angka, perbaikan)


def awas(bunyi: str, **angka: Any) -> Temuan:
    """Allowed with a written reason."""
    return Temuan(Hasil.PERINGATAN, bunyi, angka, "Tulis alasan yang dapat dipertanggungjawabkan.")


def salah_satu(*nilai: bool | None) -> bool | None:
    """Kleene's or."""
    if any(nilai):
        return True
    return None if None in nilai else False


def gabung(*bagian: Temuan) -> Temuan:
    """A rule of several parts: one failure fails it, else one unknown leaves it open.

    A failure is curable when every failed part is. The sentences of the deciding parts are kept,
    the figures of all.
    """
    for hasil in (Hasil.TIDAK_LOLOS, Hasil.TIDAK_DAPAT_DIPERIKSA, Hasil.LOLOS):
        penentu = [satu for satu in bagian if satu.putusan is hasil]
        if penentu:
            break
    angka = {kunci: nilai for satu in bagian for kunci, nilai in satu.angka.items()}
    return Temuan(
        hasil,
        " ".join(satu.bunyi for satu in penentu),
        angka,
        " ".join(satu.perbaikan for satu in penentu if satu.perbaikan),
        dapat_diperbaiki=all(satu.dapat_diperbaiki for satu in penentu),
        penyedia=penentu[0].penyedia,
    )


def bila(
    berlaku: bool | None,
    ya: Callable[[], Temuan],
    tidak: Callable[[], Temuan],
    *,
    perkara: Perkara,
) -> Temuan:
    """One answer when the rule applies, another when it does not; the same one decides anyway.

    When nobody knows whether it applies, two equal verdicts are an answer, else there is none.
    """
    if berlaku is not None:
        return ya() if berlaku else tidak()
    satu, dua = ya(), tidak()
    if satu.putusan is dua.putusan and satu.dapat_diperbaiki == dua.dapat_diperbaiki:
        return satu
    kurang = belum_tercatat(perkara.calon.jabatan, perkara.sasaran.jabatan)
    return tak_tahu(
        f"Jenis perpindahannya belum dapat ditentukan karena {kurang} belum tercatat.",
        Penyedia.BKD,
        kurang,
    )


@dataclass(frozen=True)
class Syarat:
    """A numbered rule: code, title, basis, what it looks at, the constants it reads, the check.

    ``peka``: its words tell of discipline; shown only to those with that right.
    """

    kode: str
    judul: str
    dasar: str
    memeriksa: str
    uji: Callable[[Perkara], Temuan]
    ketentuan: tuple[str, ...] = ()
    peka: bool = False

    def __call__(self, perkara: Perkara) -> Putusan:
        """The verdict on one case."""
        return self.uji(perkara).sebagai(self.kode, self.dasar)


def syarat(
    kode: str,
    *,
    judul: str,
    dasar: str,
    memeriksa: str,
    ketentuan: tuple[str, ...] = (),
    peka: bool = False,
) -> Callable[[Callable[[Perkara], Temuan]], Syarat]:
    """A function becomes a rule; the one list of rules stands in ``syarat.py``."""

    def jadikan(uji: Callable[[Perkara], Temuan]) -> Syarat:
        return Syarat(kode, judul, dasar, memeriksa, uji, ketentuan, peka)

    return jadikan


def _json(nilai: Any) -> Any:
    if isinstance(nilai, date):
        return nilai.isoformat()
    if isinstance(nilai, (list, tuple, set, frozenset)):
        return [_json(satu) for satu in nilai]
    return nilai
