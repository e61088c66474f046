"""The lists that are printed from the register: DUK and vacancies, as PDF and as workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from mutasi.columns.cetak import (
    AKAN_LOWONG,
    DUK,
    LOWONG_KURANG,
    LOWONG_STRUKTURAL,
    latihan,
    masa_kerja,
)
from mutasi.policies.cetak import muat_di_pdf
from mutasi.selectors.duk import BarisDuk, IsiDuk
from mutasi.selectors.lowong import IsiLowong
from organisasi.services.cetak import Cap, Cetakan, cetak_pdf, cetak_xlsx
from toolkit.tabular import Column
from toolkit.templatetags.tampilan import tanggal
from toolkit.xlsx import LembarTulis, baris_objek

URUTAN_DUK = (
    "Urutan menurut PP 15/1979 dan SE BAKN 03/SE/1980: pangkat, TMT pangkat, tingkat jabatan "
    "(JPT, Administrator setara Ahli Madya, Pengawas setara Ahli Muda, pelaksana), TMT jabatan, "
    "masa kerja golongan, pelatihan kepemimpinan, pendidikan, usia."
)


# Heads of columns that hold figures: they stand on the right.
ANGKA = frozenset(
    {"Kelas", "Kebutuhan", "Bezetting", "Kurang", "Butuh", "Isi", "Keluar", "Masuk", "Menjadi"}
)


def hari(nilai: date | None) -> str:
    """01-06-2026, as tables print a day; nothing when it is not known."""
    return f"{nilai:%d-%m-%Y}" if nilai else ""


def tabel(
    judul: str, kolom: Sequence[tuple[str, float]], baris: Iterable[Sequence[object]], **lain: Any
) -> dict[str, Any]:
    """A table for the template: heads with their share of the width, and rows of text."""
    return {
        "judul": judul,
        "kolom": [{"judul": n, "lebar": lebar, "angka": n in ANGKA} for n, lebar in kolom],
        "baris": [["" if n is None else str(n) for n in satu] for satu in baris],
        **lain,
    }


def _nama_unit(unit: Any) -> str:
    return unit.nama if unit else "Seluruh unit dalam jangkauan pencetak"


def _unit_opd(unit: Any) -> str:
    opd = f"\n{unit.opd.nama}" if unit.opd_id and unit.opd_id != unit.pk else ""
    return f"{unit.nama}{opd}"


# --- DUK -----------------------------------------------------------------------------------------
_KOLOM_DUK = (
    ("No", 5), ("Nama\nNIP", 23), ("Pangkat\nGol. ruang", 14), ("TMT\npangkat", 10),
    ("Jabatan\nUnit", 34), ("Eselon", 7), ("TMT\njabatan", 10), ("Masa\nkerja", 9),
    ("Latihan\njabatan", 10), ("Pendidikan\ntahun lulus", 19), ("Tanggal\nlahir", 10),
)  # fmt: skip


def _baris_duk(b: BarisDuk) -> list[object]:
    o, gol = b.orang, b.orang.golongan
    return [
        b.nomor,
        f"{o.nama_lengkap}\n{o.nip}",
        f"{gol.pangkat}\n{gol.nama}" if gol else "",
        hari(o.tmt_golongan),
        f"{o.jabatan.nama if o.jabatan else ''}\n{o.unit.nama if o.unit else ''}".strip(),
        o.jabatan.eselon if o.jabatan else "",
        hari(o.tmt_jabatan),
        masa_kerja(b.bahan.masa_kerja),
        latihan(b),
        f"{o.pendidikan or o.tingkat_pendidikan or ''}\n{o.tahun_lulus or ''}".strip(),
        hari(o.lahir),
    ]


def _catatan_duk(isi: IsiDuk) -> list[str]:
    kurang = "; ".join(f"{nama} {n} orang" for nama, n in isi.kurang)
    return [
        URUTAN_DUK,
        "Memuat PNS. CPNS belum mempunyai pangkat"
        + (f" dan tidak dimuat: {isi.cpns} orang." if isi.cpns else " dan tidak dimuat."),
        f"Belum tercatat: {kurang}. Yang belum tercatat ditempatkan sesudah yang tercatat."
        if kurang
        else "Semua bahan pengurutan tercatat.",
    ]


def duk_pdf(isi: IsiDuk, *, cap: Cap) -> Cetakan:
    """The list on F4, lying."""
    muat_di_pdf.check(len(isi.baris))
    data = {
        "judul": "DAFTAR URUT KEPANGKATAN PEGAWAI NEGERI SIPIL",
        "anak": [_nama_unit(isi.unit), f"Keadaan {tanggal(isi.per)}"],
        "tabel": [tabel("", _KOLOM_DUK, (_baris_duk(b) for b in isi.baris))],
        "catatan": _catatan_duk(isi),
        "tanda_tangan": True,
    }
    return cetak_pdf("daftar.typ", data, nama="duk", cap=cap)


def duk_xlsx(isi: IsiDuk, *, cap: Cap) -> Cetakan:
    """The same as a workbook, one fact per cell."""
    hal = [
        ("Daftar", "Daftar Urut Kepangkatan PNS"), ("Unit", _nama_unit(isi.unit)),
        ("Keadaan per", tanggal(isi.per)), *(("Catatan", c) for c in _catatan_duk(isi)),
    ]  # fmt: skip
    lembar = [LembarTulis("DUK", DUK, baris_objek(DUK, isi.baris))]
    return cetak_xlsx(lembar, hal, nama="duk", cap=cap)


# --- vacancies -----------------------------------------------------------------------------------
def _tabel_lowong(isi: IsiLowong) -> list[dict[str, Any]]:
    struktural = [
        [n, p.jabatan.nama, _unit_opd(p.unit), p.jabatan.eselon, p.jabatan.kelas]
        for n, p in enumerate(isi.struktural, 1)
    ]
    kurang = [
        [n, p.jabatan.nama, _unit_opd(p.unit), p.jabatan.kelas, p.butuh, p.isi, p.kurang]
        for n, p in enumerate(isi.kurang, 1)
    ]
    akan = [
        [n, hari(a.tmt), a.formasi.jabatan.nama, _unit_opd(a.formasi.unit),
         f"{a.nama}\n{a.nip}".strip()]
        for n, a in enumerate(isi.akan, 1)
    ]  # fmt: skip
    kosong = "Tidak ada."
    return [
        tabel(f"A. Jabatan struktural kosong ({len(struktural)})",
              [("No", 5), ("Jabatan", 40), ("Unit", 45), ("Eselon", 8), ("Kelas", 7)],
              struktural, kosong=kosong),
        tabel(f"B. Jabatan lain yang kurang dari kebutuhan ({len(kurang)} jabatan, "
              f"{isi.jumlah_kurang} orang)",
              [("No", 5), ("Jabatan", 40), ("Unit", 45), ("Kelas", 7), ("Kebutuhan", 10),
               ("Bezetting", 10), ("Kurang", 8)], kurang, kosong=kosong),
        tabel(f"C. Akan lowong karena pensiun dalam {isi.bulan} bulan ({len(akan)})",
              [("No", 5), ("TMT pensiun", 11), ("Jabatan", 36), ("Unit", 40), ("Pemangku", 24)],
              akan, kosong=kosong),
    ]  # fmt: skip


def _catatan_lowong(isi: IsiLowong) -> list[str]:
    catatan = [
        "Kekurangan dijumlah per jabatan; kelebihan di jabatan lain tidak menutupnya.",
        "Jabatan tanpa kebutuhan yang ditetapkan tidak dimuat di bagian B.",
    ]
    if isi.orang < len(isi.akan):
        catatan.append("Nama pemangku hanya dicetak bagi yang berhak melihat data pegawai.")
    return catatan


def lowong_pdf(isi: IsiLowong, *, cap: Cap) -> Cetakan:
    """The three lists on F4, lying."""
    muat_di_pdf.check(len(isi.struktural) + len(isi.kurang) + len(isi.akan))
    data = {
        "judul": "DAFTAR JABATAN LOWONG DAN AKAN LOWONG",
        "anak": [_nama_unit(isi.unit), f"Keadaan {tanggal(isi.per)}"],
        "tabel": _tabel_lowong(isi),
        "catatan": _catatan_lowong(isi),
        "tanda_tangan": True,
    }
    return cetak_pdf("daftar.typ", data, nama="daftar-lowong", cap=cap)


def lowong_xlsx(isi: IsiLowong, *, cap: Cap) -> Cetakan:
    """The same, a sheet each."""
    hal = [
        ("Daftar", "Daftar jabatan lowong dan akan lowong"), ("Unit", _nama_unit(isi.unit)),
        ("Keadaan per", tanggal(isi.per)), *(("Catatan", c) for c in _catatan_lowong(isi)),
    ]  # fmt: skip
    return cetak_xlsx(
        [
            _lembar("Struktural kosong", LOWONG_STRUKTURAL, isi.struktural),
            _lembar("Kurang dari kebutuhan", LOWONG_KURANG, isi.kurang),
            _lembar("Akan lowong", AKAN_LOWONG, isi.akan),
        ],
        hal, nama="daftar-lowong", cap=cap,
    )  # fmt: skip


def _lembar(nama: str, kolom: Sequence[Column], benda: Iterable[Any]) -> LembarTulis:
    return LembarTulis(nama, kolom, baris_objek(kolom, benda))
