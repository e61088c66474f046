"""Recaps of a branch on paper and as a workbook: posts, then units with EU and PU."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from organisasi.services.cetak import Cap, Cetakan, cetak_pdf, cetak_xlsx
from penilaian.kernel.efektivitas import EfektivitasUnit
from penilaian.kernel.hitungan import angka
from penilaian.models import SumberKebutuhan
from penilaian.selectors.cetak_abk import BarisRekap, Rekap, RekapUnit
from penilaian.services.cetak_abk import nama_unit, pecah
from toolkit.tabular import Column
from toolkit.templatetags.tampilan import tanggal
from toolkit.xlsx import LembarTulis

POSISI_BERTANDA = 300  # about ten pages
_SUMBER = dict(SumberKebutuhan.choices)
_JABATAN = (
    ("No", 5), ("Jabatan", 58), ("Kelas", 8), ("Sumber", 14), ("Beban kerja (menit)", 20),
    ("Kebutuhan tepat", 16), ("Kebutuhan", 13), ("Bezetting", 13), ("+ / -", 9), ("EJ", 12),
    ("PJ", 6),
)  # fmt: skip
_UNIT = (
    ("No", 5), ("Unit", 70), ("Jabatan", 11), ("Kebutuhan", 14), ("Bezetting", 14), ("Kurang", 11),
    ("Lebih", 11), ("EU", 12), ("PU", 7),
)  # fmt: skip
_KIRI = frozenset({"Jabatan", "Unit", "Sumber"})
_LEMBAR_JABATAN = (
    Column("PERANGKAT DAERAH", "opd", lebar=30),
    Column("UNIT", "unit", lebar=34),
    Column("JABATAN", "jabatan", lebar=36),
    Column("JENIS JABATAN", "jenis", lebar=14),
    Column("KELAS", "kelas", jenis="bulat", lebar=8),
    Column("SUMBER KEBUTUHAN", "sumber", lebar=22),
    Column("BEBAN KERJA (menit setahun)", "beban", jenis="desimal", lebar=16),
    Column("KEBUTUHAN TEPAT", "tepat", jenis="desimal"),
    Column("KEBUTUHAN", "butuh", jenis="bulat"),
    Column("BEZETTING", "isi", jenis="bulat"),
    Column("SELISIH", "beda", jenis="bulat"),
    Column("EJ", "ej", jenis="desimal"),
    Column("PJ", "pj", lebar=6),
)
_LEMBAR_UNIT = (
    Column("UNIT", "unit", lebar=44),
    Column("JABATAN", "jabatan", jenis="bulat"),
    Column("KEBUTUHAN", "butuh", jenis="bulat"),
    Column("BEZETTING", "isi", jenis="bulat"),
    Column("KEKURANGAN", "kurang", jenis="bulat"),
    Column("KELEBIHAN", "lebih", jenis="bulat"),
    Column("EU", "eu", jenis="desimal"),
    Column("PU", "pu", lebar=6),
    Column("CATATAN", "catatan", lebar=70),
)


def rekap_pdf(r: Rekap, *, cap: Cap) -> Cetakan:
    """Both recaps on F4, lying."""
    data = {
        "judul": "REKAPITULASI ANALISIS BEBAN KERJA",
        "anak": [nama_unit(r.unit), f"Keadaan {tanggal(r.per)}"],
        "tabel": [_tabel_jabatan(r), _tabel_unit(r)],
        "catatan": _catatan(r),
    }
    bertanda = r.posisi <= POSISI_BERTANDA
    return cetak_pdf("abk_rekap.typ", data, nama="rekap-abk", cap=cap, bertanda=bertanda)


def rekap_xlsx(r: Rekap, *, cap: Cap) -> Cetakan:
    """The same, a sheet each."""
    hal = [
        ("Buku", "Rekapitulasi analisis beban kerja"), ("Unit", nama_unit(r.unit)),
        ("Keadaan per", tanggal(r.per)), *(("Catatan", c) for c in _catatan(r)),
    ]  # fmt: skip
    jabatan = [_sel_jabatan(b) for u in r.bagian for b in u.baris]
    unit = [_sel_unit(u.unit.nama, len(u.baris), u.jumlah, u.ukuran) for u in r.bagian]
    unit.append(_sel_unit("JUMLAH", r.posisi, r.jumlah, r.semua))
    lembar = [
        LembarTulis("Rekap jabatan", _LEMBAR_JABATAN, jabatan),
        LembarTulis("Rekap unit", _LEMBAR_UNIT, unit),
    ]
    return cetak_xlsx(lembar, hal, nama="rekap-abk", cap=cap)


def _tabel(
    judul: str, kolom: Sequence[tuple[str, int]], baris: Any, jumlah: Sequence[str]
) -> dict[str, Any]:
    return {
        "judul": judul,
        "kolom": [{"judul": n, "lebar": lebar, "angka": n not in _KIRI} for n, lebar in kolom],
        "baris": baris,
        "jumlah": list(jumlah),
    }


def _tabel_jabatan(r: Rekap) -> dict[str, Any]:
    baris: list[list[str]] = []
    for u in r.bagian:
        baris.append([_letak(u)])
        baris += [_baris_jabatan(n, b) for n, b in enumerate(u.baris, 1)]
    j = r.jumlah
    jumlah = ["", "Jumlah", "", "", "", "", angka(j["butuh"]), angka(j["isi"]), _kurang_lebih(j),
              _teks(r.semua.eu.nilai), r.semua.eu.kelas or ""]  # fmt: skip
    return _tabel("A. Rekapitulasi per jabatan", _JABATAN, baris, jumlah)


def _letak(u: RekapUnit) -> str:
    opd = u.unit.opd
    return u.unit.nama if opd is None or opd.pk == u.unit.pk else f"{u.unit.nama} · {opd.nama}"


def _baris_jabatan(nomor: int, b: BarisRekap) -> list[str]:
    p = b.posisi
    return [
        str(nomor), p.jabatan.nama, str(p.jabatan.kelas or ""),
        _SUMBER.get(p.sumber, "belum ada"), _teks(b.beban), _teks(b.tepat),
        "" if p.butuh is None else angka(p.butuh), angka(p.isi), bertanda(p.beda),
        _teks(None if b.ej is None else b.ej.nilai), (b.ej.kelas if b.ej else "") or "",
    ]  # fmt: skip


def _tabel_unit(r: Rekap) -> dict[str, Any]:
    baris = [
        _baris_unit(n, u.unit.nama, len(u.baris), u.jumlah, u.ukuran)
        for n, u in enumerate(r.bagian, 1)
    ]
    jumlah = _baris_unit("", "Jumlah", r.posisi, r.jumlah, r.semua)
    return _tabel("B. Rekapitulasi per unit", _UNIT, baris, jumlah)


def _baris_unit(
    nomor: object, nama: str, posisi: int, j: dict[str, int], ukuran: EfektivitasUnit
) -> list[str]:
    return [
        str(nomor), nama, angka(posisi), angka(j["butuh"]), angka(j["isi"]), angka(j["kurang"]),
        angka(j["lebih"]), _teks(ukuran.eu.nilai), ukuran.eu.kelas or "",
    ]  # fmt: skip


def _sel_jabatan(b: BarisRekap) -> list[object]:
    p = b.posisi
    ej = b.ej.nilai if b.ej else None
    return [
        p.unit.opd.nama if p.unit.opd else "", p.unit.nama, p.jabatan.nama,
        p.jabatan.get_jenis_display(), p.jabatan.kelas, _SUMBER.get(p.sumber, "belum ada"),
        _angka(b.beban), _angka(b.tepat), p.butuh, p.isi, p.beda, _angka(ej),
        (b.ej.kelas if b.ej else "") or "",
    ]  # fmt: skip


def _sel_unit(nama: str, posisi: int, j: dict[str, int], ukuran: EfektivitasUnit) -> list[object]:
    catatan = " ".join(t.pesan for t in ukuran.temuan)
    eu = ukuran.eu
    return [nama, posisi, j["butuh"], j["isi"], j["kurang"], j["lebih"], _angka(eu.nilai),
            eu.kelas or "", catatan]  # fmt: skip


def _catatan(r: Rekap) -> list[str]:
    terukur = sum(1 for u in r.bagian for b in u.baris if b.beban is not None)
    return [
        "Kekurangan dan kelebihan dijumlah per jabatan dan tidak saling menutup.",
        f"Beban, EJ, dan EU hanya bagi {angka(terukur)} dari {angka(r.posisi)} jabatan yang "
        f"kebutuhannya dihitung dari uraian tugas; JKE {angka(r.jke)} menit setahun.",
        "EJ = beban : (bezetting x JKE), PJ kelasnya; EU dan PU sama, atas semua jabatan unit yang "
        "bebannya terukur. Kelas dari nilai yang belum dibulatkan; A berarti beban melebihi waktu "
        "kerja.",
        *(t.pesan for t in r.semua.temuan),
    ]


def bertanda(beda: int | None) -> str:
    """+3, -2, 0; nothing without a need."""
    return "" if beda is None else f"+{angka(beda)}" if beda > 0 else angka(beda)


def _kurang_lebih(j: dict[str, int]) -> str:
    return f"-{angka(j['kurang'])}\n+{angka(j['lebih'])}"


def _teks(nilai: Fraction | None) -> str:
    return "" if nilai is None else angka(nilai)


def _angka(nilai: Fraction | None) -> float | None:
    return None if nilai is None else pecah(nilai)
