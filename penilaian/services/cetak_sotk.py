"""The comparison of a present and a planned structure on paper and as a workbook.

For Bagian Hukum: what becomes of every unit, then the planned structure numbered as in the annex of
a regulation. It names offices and posts, never people.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from organisasi.models import JenisUnit
from organisasi.services.cetak import Cap, Cetakan, cetak_pdf, cetak_xlsx
from penilaian.models import Hubungan, KeadaanSotk
from penilaian.selectors.sotk import Rencana
from penilaian.selectors.sotk_pohon import TANDA, bernomor, eselon
from toolkit.tabular import Column
from toolkit.templatetags.tampilan import tanggal
from toolkit.xlsx import LembarTulis

BERTANDA = 300  # rows up to which the PDF also carries its structure for screen readers
_BANDING = (
    ("No", 7), ("Struktur sekarang", 34), ("Menjadi", 14), ("Struktur yang direncanakan", 38),
    ("Di bawah", 30), ("Jabatan pimpinan", 32), ("Eselon", 8),
)  # fmt: skip
_SUSUNAN = (
    ("No", 12), ("Unit organisasi", 44), ("Jenis", 16), ("Jabatan pimpinan", 40), ("Eselon", 8),
    ("Berasal dari", 44),
)  # fmt: skip
_LEMBAR_BANDING = (
    Column("NO", "no", lebar=10),
    Column("STRUKTUR SEKARANG", "lama", lebar=44),
    Column("MENJADI", "menjadi", lebar=14),
    Column("STRUKTUR YANG DIRENCANAKAN", "baru", lebar=44),
    Column("DI BAWAH", "induk", lebar=36),
    Column("JABATAN PIMPINAN", "pimpinan", lebar=40),
    Column("ESELON", "eselon", lebar=8),
)
_LEMBAR_SUSUNAN = (
    Column("NO", "no", lebar=12),
    Column("UNIT ORGANISASI", "nama", lebar=48),
    Column("JENIS", "jenis", lebar=18),
    Column("JABATAN PIMPINAN", "pimpinan", lebar=40),
    Column("ESELON", "eselon", lebar=8),
    Column("BERASAL DARI", "asal", lebar=48),
)
_LAIN = ("pindah", "pimpinan")
_TETAP = TANDA[Hubungan.TETAP][0]
_JENIS = dict(JenisUnit.choices)


def baris_banding(isi: Rencana) -> list[list[str]]:
    """One line per old unit and box it goes to, in the order of the present tree."""
    g = isi.gambar
    hasil = []
    for nomor, satu in bernomor(g.simpul_lama):
        tujuan = [g.kotak[b] for b, _ in g.tujuan.get(satu.pk, ()) if b is not None]
        lain = {k for b in tujuan for k in g.simpul_baru[b.pk].kata if b.asal_id == satu.pk}
        kata = ", ".join([satu.tanda[0][0], *(TANDA[k][0] for k in _LAIN if k in lain)])
        if not tujuan:
            hasil.append([nomor, satu.nama, kata, "", "", "", ""])
        for n, k in enumerate(tujuan):
            induk = g.kotak[k.induk_id].nama if k.induk_id else ""
            awal = [nomor, satu.nama, kata] if n == 0 else ["", "", ""]
            hasil.append([*awal, k.nama, induk, k.jabatan, eselon(k.eselon_id)])
    return hasil


def baris_susunan(isi: Rencana) -> list[list[str]]:
    """Every box of the plan, numbered, with the units it comes from."""
    hasil = []
    for nomor, satu in bernomor(isi.gambar.simpul_baru):
        k = isi.gambar.kotak[satu.pk]
        milik = isi.gambar.sumber.get(k.pk, ())
        dari = [isi.gambar.unit[u][0] for u, _ in milik if u in isi.gambar.unit]
        asal = ", ".join(dari) or "baru"
        jenis = str(_JENIS.get(k.jenis, k.jenis))
        hasil.append([nomor, k.nama, jenis, k.jabatan, eselon(k.eselon_id), asal])
    return hasil


def sotk_pdf(isi: Rencana, *, cap: Cap) -> Cetakan:
    """Both tables on F4, lying."""
    banding, susunan = baris_banding(isi), baris_susunan(isi)
    ringan = len(banding) + len(susunan) <= BERTANDA
    catatan = ["Unit yang dihapus tidak mempunyai tujuan dalam struktur yang direncanakan."]
    if not ringan:
        tetap = len(banding)
        banding = [b for b in banding if b[2] != _TETAP]
        tetap -= len(banding)
        catatan.append(f"{tetap} unit yang tetap hanya dimuat di bagian B; Excel memuat semuanya.")
    data = {
        "judul": "PERBANDINGAN STRUKTUR ORGANISASI SEKARANG DAN YANG DIRENCANAKAN",
        "anak": [isi.rencana.nama, *(f"{hal}: {kata}" for hal, kata in _keterangan(isi)[1:])],
        "tabel": [
            _tabel("A. Struktur sekarang dan perubahannya", _BANDING, banding),
            _tabel("B. Susunan organisasi yang direncanakan", _SUSUNAN, susunan),
        ],
        "catatan": catatan,
        "tanda_tangan": False,
    }
    return cetak_pdf("daftar.typ", data, nama="perbandingan-sotk", cap=cap, bertanda=ringan)


def sotk_xlsx(isi: Rencana, *, cap: Cap) -> Cetakan:
    """Both tables as sheets."""
    lembar = [
        LembarTulis("Perbandingan", _LEMBAR_BANDING, baris_banding(isi)),
        LembarTulis("Susunan baru", _LEMBAR_SUSUNAN, baris_susunan(isi)),
    ]
    return cetak_xlsx(lembar, _keterangan(isi), nama="perbandingan-sotk", cap=cap)


CETAK: Mapping[str, Callable[..., Cetakan]] = {"pdf": sotk_pdf, "xlsx": sotk_xlsx}


def _keterangan(isi: Rencana) -> list[tuple[str, str]]:
    r = isi.rencana
    keadaan = "DRAF, belum ditetapkan" if r.keadaan == KeadaanSotk.DRAF else r.get_keadaan_display()
    return [
        ("Rencana", r.nama),
        ("Cabang", r.cabang.nama),
        ("Mulai berlaku", tanggal(r.berlaku)),
        ("Dasar hukum", r.dasar or "belum ada"),
        ("Keadaan", keadaan),
    ]


def _tabel(
    judul: str, kolom: tuple[tuple[str, float], ...], baris: list[list[str]]
) -> dict[str, Any]:
    kepala = [{"judul": n, "lebar": lebar, "angka": False} for n, lebar in kolom]
    return {"judul": judul, "kolom": kepala, "baris": baris}
