"""What anybody may know of a paper by the code printed on it; no name of an employee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from mutasi.kernel.naskah import beku
from mutasi.kernel.naskah.keputusan import Keputusan as NaskahKeputusan
from mutasi.kernel.naskah.keputusan import petikan_dari
from mutasi.models import JenisKeputusan, JenisSurat, Keputusan, StatusKeputusan, Surat

K = StatusKeputusan
_OLEH = {
    JenisKeputusan.PENCABUTAN: "Dicabut",
    JenisKeputusan.MUTASI: "Diganti",
    JenisKeputusan.RALAT: "Diralat",
}


class Banding(StrEnum):
    """What an uploaded file is beside the kept ones."""

    SAMA = "sama"
    BERTANDA = "bertanda"
    LAIN = "lain"


@dataclass(frozen=True)
class Perubahan:
    """A later paper about this one."""

    kata: str
    nomor: str
    tanggal: date | None
    kode: str


@dataclass(frozen=True)
class HalamanPeriksa:
    """Number, day, subject, signer, state, hashes."""

    judul: str
    nomor: str
    tanggal: date | None
    tentang: str
    penanda: str
    sidik: str
    pdf: str
    bertanda: str
    berlaku: bool
    keadaan: str
    perubahan: tuple[Perubahan, ...] = ()
    petikan: int = 0
    sidik_petikan: str = ""
    petikan_dicabut: bool = False


def halaman_periksa(kode: str, *, petikan: int = 0) -> HalamanPeriksa | None:
    """The paper with this code; None where there is none, or only a draft.

    ``petikan``: the row whose excerpt was scanned; its hash is shown, its person is not.
    """
    rows = Keputusan.objects.exclude(status__in=(K.DRAF, K.BATAL))
    k = rows.filter(kode=kode).first()
    if k is not None:
        return _keputusan(k, petikan)
    surat = Surat.objects.filter(kode=kode).first()
    return _surat(surat) if surat is not None else None


def _keputusan(k: Keputusan, petikan: int) -> HalamanPeriksa:
    naskah = beku.baca(k.isi)
    sidik = _sidik_petikan(k, naskah, petikan)
    rows = k.perubahan.exclude(status__in=(K.DRAF, K.BATAL)).order_by("tanggal", "ditetapkan_pada")
    return HalamanPeriksa(
        judul=naskah.judul, nomor=k.nomor, tanggal=k.tanggal, tentang=k.tentang,
        penanda=_penanda(naskah), sidik=k.sidik, pdf=k.pdf_sha256, bertanda=k.bertanda_sha256,
        berlaku=k.status == K.DITETAPKAN, keadaan=K(k.status).label,
        perubahan=tuple(_perubahan(satu, k) for satu in rows),
        petikan=petikan if sidik else 0, sidik_petikan=sidik,
        petikan_dicabut=bool(sidik) and _baris_dicabut(k, petikan),
    )  # fmt: skip


def _baris_dicabut(k: Keputusan, nomor: int) -> bool:
    """Whether a revocation took this row out of a decree that stays in force for others."""
    return k.baris.filter(
        urutan=nomor, usulan__keputusan__keputusan__ubah_dari=k,
        usulan__keputusan__keputusan__jenis=JenisKeputusan.PENCABUTAN,
        usulan__keputusan__keputusan__status=K.DITETAPKAN,
    ).exists()  # fmt: skip


def _perubahan(baru: Keputusan, lama: Keputusan) -> Perubahan:
    kata = _OLEH[JenisKeputusan(baru.jenis)]
    if baru.jenis == JenisKeputusan.PENCABUTAN and lama.status == K.DITETAPKAN:
        kata = "Dicabut sebagian"
    return Perubahan(kata, baru.nomor, baru.tanggal, baru.kode)


def _sidik_petikan(k: Keputusan, naskah: Any, nomor: int) -> str:
    if not nomor or not isinstance(naskah, NaskahKeputusan):
        return ""
    baris = next((b for b in naskah.lampiran if b.nomor == nomor), None)
    if baris is None:
        return ""
    pengesah = naskah.pengesah or naskah.penanda
    return beku.sidik(beku.kanonik(petikan_dari(naskah, baris, sidik=k.sidik, pengesah=pengesah)))


def _surat(s: Surat) -> HalamanPeriksa:
    naskah = beku.baca(s.isi)
    return HalamanPeriksa(
        judul=JenisSurat(s.jenis).label, nomor=s.nomor, tanggal=s.tanggal,
        tentang=_hal(naskah), penanda=_penanda(naskah), sidik=s.sidik, pdf=s.pdf_sha256,
        bertanda="", berlaku=True, keadaan="Tercatat",
    )  # fmt: skip


def _hal(naskah: Any) -> str:
    """The subject; letters about one person are named by their kind alone."""
    return str(getattr(naskah, "hal", "") or naskah.JUDUL)


def _penanda(naskah: Any) -> str:
    return ", ".join(filter(None, (naskah.penanda.jabatan, naskah.penanda.nama)))


def banding(h: HalamanPeriksa, sidik: str) -> Banding:
    """Whether a file with this hash is one of those kept."""
    if sidik and sidik == h.bertanda:
        return Banding.BERTANDA
    return Banding.SAMA if sidik and sidik == h.pdf else Banding.LAIN
