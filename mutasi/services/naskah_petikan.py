"""Excerpts of a decree by the hundred: one after the other, and bundled per OPD for handing over.

Nothing is kept: a generator holds one file at a time, a bundle one OPD, and the bundle is written
to an open file as it grows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from mutasi.kernel.naskah.bahan import Penanda, Rujukan
from mutasi.kernel.naskah.beku import baca, kanonik, sidik
from mutasi.kernel.naskah.keputusan import Petikan
from mutasi.kernel.naskah.surat import BarisTerima, TandaTerima
from mutasi.services.naskah_pdf import Wujud, naskah_pdf, petikan_pdf, saat

TANPA_OPD = "Tanpa perangkat daerah"
GABUNG_MAKS = 50  # excerpts in one file; more go into a second one, so that memory stays small
_BUKAN_NAMA = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True)
class PetikanBeku:
    """The canonical text of an excerpt and its own check page."""

    teks: str
    url: str = ""


def bundel_petikan(
    daftar: Iterable[PetikanBeku],
    wujud: Wujud,
    berkas: BinaryIO,
    *,
    penyerah: Penanda,
    kemajuan: Callable[[int], object] = lambda selesai: None,
) -> int:
    """Write a ZIP with, per OPD, its excerpts for the printer and the list it signs; how many.

    ``kemajuan`` is told how many excerpts are done, after each file. The same excerpts give the
    same bytes.
    """
    per_opd: dict[str, list[PetikanBeku]] = {}
    for satu in daftar:
        per_opd.setdefault(_petikan(satu).baris.opd or TANPA_OPD, []).append(satu)
    selesai = 0
    with ZipFile(berkas, "w", ZIP_STORED) as arsip:
        for nomor, (opd, milik) in enumerate(sorted(per_opd.items()), 1):
            awal = f"{nomor:02d}-{_nama(opd)}"
            for ke, bagian in enumerate(_potong(milik), 1):
                akhiran = f"-{ke}" if len(milik) > GABUNG_MAKS else ""
                urls = [p.url or wujud.url for p in bagian]
                pdf = petikan_pdf([p.teks for p in bagian], wujud, urls=urls)
                _simpan(arsip, f"{awal}/petikan{akhiran}.pdf", pdf.isi, milik[0])
                selesai += len(bagian)
                kemajuan(selesai)
            for ke, terima in enumerate(tanda_terima(milik, opd=opd, penyerah=penyerah), 1):
                daftar_pdf = naskah_pdf(kanonik(terima), Wujud(draf=wujud.draf, cap=wujud.cap))
                _simpan(
                    arsip, f"{awal}/tanda-terima{f'-{ke}' * (ke > 1)}.pdf", daftar_pdf.isi, milik[0]
                )
    return selesai


def tanda_terima(
    milik: Sequence[PetikanBeku], *, opd: str, penyerah: Penanda
) -> Iterator[TandaTerima]:
    """The lists an OPD signs, one per decree."""
    terurut = sorted(((_petikan(p), p) for p in milik), key=lambda pasang: _kunci(pasang[0]))
    for _, sekelompok in groupby(terurut, key=lambda pasang: _kunci(pasang[0])[:2]):
        isi = list(sekelompok)
        p = isi[0][0]
        yield TandaTerima(
            instansi=p.instansi, kop=p.kop, penanda=penyerah, tempat=p.tempat, opd=opd,
            tanggal=None,
            keputusan=Rujukan(
                f"Keputusan {p.penetap}", p.nomor, p.tanggal or saat(p).date(), p.tentang
            ),
            baris=tuple(
                BarisTerima(n, q.baris.nama, q.baris.nip, q.baris.baru.jabatan, sidik(beku.teks))
                for n, (q, beku) in enumerate(isi, 1)
            ),
        )  # fmt: skip


def _kunci(p: Petikan) -> tuple[str, str, int]:
    return p.nomor, p.sidik_keputusan, p.baris.nomor


def _petikan(satu: PetikanBeku) -> Petikan:
    naskah = baca(satu.teks)
    if not isinstance(naskah, Petikan):
        raise TypeError(f"{naskah.JENIS} is no petikan")
    return naskah


def _potong(milik: Sequence[PetikanBeku]) -> Iterator[Sequence[PetikanBeku]]:
    return (milik[n : n + GABUNG_MAKS] for n in range(0, len(milik), GABUNG_MAKS))


def _nama(opd: str) -> str:
    """An OPD as a folder: 60 characters of letters and digits."""
    return _BUKAN_NAMA.sub("-", opd).strip("-").lower()[:60].rstrip("-")


def _simpan(arsip: ZipFile, nama: str, isi: bytes, contoh: PetikanBeku) -> None:
    pada = max(saat(_petikan(contoh)), datetime(1980, 1, 1, tzinfo=UTC))
    info = ZipInfo(nama, date_time=(pada.year, pada.month, pada.day, 0, 0, 0))
    info.external_attr = 0o600 << 16
    arsip.writestr(info, isi)
