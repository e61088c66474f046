"""A frozen paper (mutasi.kernel.naskah) to a PDF. It renders and decides nothing.

The same canonical text shown the same way gives the same bytes, on every machine and day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from mutasi.kernel.naskah.bahan import Naskah
from mutasi.kernel.naskah.beku import baca, sidik, sidik_daftar
from mutasi.kernel.naskah.berita_acara import BeritaAcaraSumpah, BeritaAcaraTpk
from mutasi.kernel.naskah.bunyi import pernyataan
from mutasi.kernel.naskah.kata import hari_tanggal, panjang, pendek, urutan
from mutasi.kernel.naskah.keputusan import Keputusan, Petikan, Ralat
from mutasi.kernel.naskah.surat import Pernyataan, SuratUsulan, TandaTerima, Undangan
from mutasi.services.naskah_lambang import lambang_svg
from organisasi.services.cetak import dapat_putus
from toolkit.kode_qr import kode_qr
from toolkit.pdf import Pdf, buat_pdf

BERTANDA = 60  # rows up to which a paper carries its structure for screen readers
KATA_TERPANJANG = 24  # letters that fit the narrowest column of names
_TANPA_HARI = date(2000, 1, 1)  # in the file's metadata, when the paper has no day yet


@dataclass(frozen=True)
class Wujud:
    """How a paper is shown; none of it is content, so the hash in the footer stays the same.

    ``draf``: DRAF over every page; it goes when the paper is numbered and ready to be signed.
    ``tte``: room and words of an electronic signature instead of one for the pen. ``url``: the
    check page the code leads to; an unguessable id, never a NIK, a name or a birthday. ``cap``: who
    printed it and when.
    """

    draf: bool = True
    tte: bool = False
    url: str = ""
    cap: str = ""


def naskah_pdf(teks: str, wujud: Wujud) -> Pdf:
    """The paper of a canonical text; NaskahRusak when it is none.

    Up to :data:`BERTANDA` rows with the structure for screen readers.
    """
    naskah = baca(teks)
    if isinstance(naskah, Petikan):
        return petikan_pdf([teks], wujud)
    data = {**bahan_cetak(naskah, teks, wujud), "gambar": _gambar([naskah])}
    ringan = _banyak(naskah) <= BERTANDA
    return buat_pdf(naskah.TEMPLAT, data, waktu=saat(naskah), bertanda=ringan)


def petikan_pdf(teks: list[str], wujud: Wujud, *, urls: list[str] | None = None) -> Pdf:
    """Excerpts after each other in one file, each with its own page numbers, hash and code.

    ``urls``: one check page each; without them all lead to that of ``wujud``.
    """
    semua = [baca(satu) for satu in teks]
    daftar = [
        bahan_cetak(naskah, satu, wujud, url=urls[n] if urls else None)
        for n, (naskah, satu) in enumerate(zip(semua, teks, strict=True))
    ]
    awal = semua[0]
    data = {
        "judul": awal.judul, "instansi": awal.instansi, "daftar": daftar, "gambar": _gambar(semua)
    }  # fmt: skip
    ringan = len(teks) <= BERTANDA
    return buat_pdf(Petikan.TEMPLAT, data, waktu=saat(awal), bertanda=ringan)


def saat(naskah: Naskah) -> datetime:
    """The time in the file's metadata: midnight (UTC) of the paper's own day."""
    return datetime.combine(naskah.tanggal or _TANPA_HARI, time(), UTC)


def bahan_cetak(
    naskah: Naskah, teks: str, wujud: Wujud, *, url: str | None = None
) -> dict[str, Any]:
    """What a template gets: the content in plain JSON with days in words, and how to show it."""
    alamat = wujud.url if url is None else url
    isi = {**_polos(naskah), **_tambahan(naskah)}
    return {
        "naskah": {**dapat_putus(isi, huruf=KATA_TERPANJANG), "judul": naskah.judul},
        "sidik": sidik(teks),
        "qr": kode_qr(alamat) if alamat else "",
        "draf": wujud.draf,
        "tte": wujud.tte,
        "cap": wujud.cap,
    }


def _gambar(semua: Iterable[Naskah]) -> dict[str, str]:
    """By hash the emblems these papers name: each once, however many papers bear it."""
    sidik_ = {naskah.kop.lambang for naskah in semua} - {""}
    return {satu: lambang_svg(satu) for satu in sorted(sidik_)}


def _polos(nilai: Any) -> Any:
    """Dataclasses as mappings, days as ``p`` (1 Juni 2026) and ``s`` (01-06-2026)."""
    if is_dataclass(nilai):
        return {f.name: _polos(getattr(nilai, f.name)) for f in fields(nilai)}
    if isinstance(nilai, tuple):
        return [_polos(satu) for satu in nilai]
    if isinstance(nilai, date):
        return {"p": panjang(nilai), "s": pendek(nilai)}
    return nilai


def _tambahan(naskah: Naskah) -> dict[str, Any]:
    """What a paper says besides its own fields, by its kind."""
    isi: dict[str, Any] = {"jenis_naskah": naskah.JENIS}
    for kelas, tambah in _TAMBAH.items():
        if isinstance(naskah, kelas):
            isi |= tambah(naskah)
    return isi


def _diktum(naskah: Keputusan | Petikan) -> dict[str, Any]:
    return {"diktum": [[urutan(n), isi] for n, isi in enumerate(naskah.diktum, 1)]}


def _hari(naskah: BeritaAcaraTpk | BeritaAcaraSumpah) -> dict[str, Any]:
    return {"hari_kata": hari_tanggal(naskah.tanggal) if naskah.tanggal else ""}


def _rujukan(naskah: Ralat | TandaTerima) -> dict[str, Any]:
    dasar = naskah.rujukan if isinstance(naskah, Ralat) else naskah.keputusan
    return {"dasar_kata": f"{dasar.kalimat}, tanggal {panjang(dasar.tanggal)}"}


def _usulan(naskah: SuratUsulan) -> dict[str, Any]:
    return {"sidik_daftar": sidik_daftar(naskah.daftar)}


def _undangan(naskah: Undangan) -> dict[str, Any]:
    return {"hari_kata": hari_tanggal(naskah.hari).split(",", 1)[0]}


def _pernyataan(naskah: Pernyataan) -> dict[str, Any]:
    judul, isi = pernyataan(
        naskah.macam, jabatan=naskah.pegawai.jabatan, unit=naskah.pegawai.unit,
        mulai=naskah.mulai, keputusan=naskah.keputusan, tunjangan=naskah.tunjangan,
    )  # fmt: skip
    return {"kepala_kata": judul, "isi_kata": isi}


_TAMBAH: dict[type[Naskah], Callable[[Any], dict[str, Any]]] = {
    Keputusan: _diktum, Petikan: _diktum, BeritaAcaraTpk: _hari, BeritaAcaraSumpah: _hari,
    Ralat: _rujukan, TandaTerima: _rujukan, SuratUsulan: _usulan, Undangan: _undangan,
    Pernyataan: _pernyataan,
}  # fmt: skip


def _banyak(naskah: Naskah) -> int:
    """Rows of the longest table."""
    return max(
        (len(isi) for f in fields(naskah) if isinstance(isi := getattr(naskah, f.name), tuple)),
        default=0,
    )
