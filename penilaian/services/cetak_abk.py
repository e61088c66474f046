"""ABK forms on paper and as a workbook: tasks, minutes, need, effectiveness, signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils import timezone

from organisasi.models import UnitKerja
from organisasi.services.cetak import Cap, Cetakan, cetak_pdf, cetak_xlsx
from penilaian.kernel.abk import BarisTugas
from penilaian.kernel.hitungan import angka
from penilaian.models import CaraBulat, JalurHitung, KeadaanHitung, UraianTugas
from penilaian.selectors.cetak_abk import Formulir
from toolkit.tabular import Column
from toolkit.templatetags.tampilan import tanggal
from toolkit.xlsx import LembarTulis

TELITI = 6
PALING_BANYAK_BERTANDA = 50  # pages or so; longer papers leave out the structure tags
SELURUH = "Seluruh unit dalam jangkauan pencetak"
_KOLOM = (
    ("No", 6, True), ("Uraian tugas", 50, False), ("Satuan hasil", 17, False),
    ("Volume", 15, True), ("Periode", 13, False), ("Volume setahun", 16, True),
    ("Norma (menit)", 14, True), ("WPT (menit setahun)", 19, True), ("Kebutuhan (orang)", 18, True),
)  # fmt: skip
_TUGAS = (
    Column("PERANGKAT DAERAH", "opd", lebar=30),
    Column("UNIT", "unit", lebar=32),
    Column("JABATAN", "jabatan", lebar=32),
    Column("VERSI", "versi", lebar=16),
    Column("NO", "no", jenis="bulat", lebar=6),
    Column("URAIAN TUGAS", "uraian", lebar=50),
    Column("SATUAN HASIL", "satuan", lebar=16),
    Column("VOLUME", "volume", jenis="desimal"),
    Column("PERIODE", "periode", lebar=10),
    Column("VOLUME SETAHUN", "setahun", jenis="desimal"),
    Column("NORMA WAKTU (menit)", "norma", jenis="desimal"),
    Column("WPT (menit setahun)", "wpt", jenis="desimal"),
    Column("KEBUTUHAN (orang)", "orang", jenis="desimal"),
)
_HASIL = (
    Column("PERANGKAT DAERAH", "opd", lebar=30),
    Column("UNIT", "unit", lebar=32),
    Column("JABATAN", "jabatan", lebar=32),
    Column("KELAS JABATAN", "kelas", jenis="bulat", lebar=10),
    Column("VERSI", "versi", lebar=16),
    Column("JUMLAH WPT (menit)", "wpt", jenis="desimal"),
    Column("JKE (menit)", "jke", jenis="desimal"),
    Column("KEBUTUHAN TEPAT", "tepat", jenis="desimal"),
    Column("PEMBULATAN", "cara", lebar=24),
    Column("KEBUTUHAN", "jumlah", jenis="bulat"),
    Column("BEZETTING", "isi", jenis="bulat"),
    Column("SELISIH", "beda", jenis="bulat"),
    Column("EJ", "ej", jenis="desimal"),
    Column("PJ", "pj", lebar=6),
)


def nama_unit(unit: UnitKerja | None) -> str:
    """For whom a paper is."""
    return unit.nama if unit else SELURUH


def formulir_pdf(
    semua: Sequence[Formulir], *, nama: str, unit: str, per: date, cap: Cap
) -> Cetakan:
    """One form after the other, each on its own page."""
    data = {
        "judul": f"Formulir analisis beban kerja {unit}",
        "formulir": [_formulir(f, per) for f in semua],
    }
    bertanda = len(semua) <= PALING_BANYAK_BERTANDA
    return cetak_pdf("abk_formulir.typ", data, nama=nama, cap=cap, bertanda=bertanda)


def formulir_xlsx(
    semua: Sequence[Formulir], *, nama: str, unit: str, per: date, cap: Cap
) -> Cetakan:
    """The same as a workbook: tasks with the sum of each post, and what each post comes to."""
    hal = [
        ("Buku", "Formulir analisis beban kerja"), ("Unit", unit), ("Keadaan per", tanggal(per)),
        ("Jabatan", str(len(semua))), *(("Catatan", c) for c in CATATAN),
    ]  # fmt: skip
    lembar = [
        LembarTulis("Uraian tugas", _TUGAS, [b for f in semua for b in _baris_xlsx(f)]),
        LembarTulis("Hasil per jabatan", _HASIL, [_hasil_xlsx(f) for f in semua]),
    ]
    return cetak_xlsx(lembar, hal, nama=nama, cap=cap)


CATATAN = (
    "WPT: waktu penyelesaian tugas setahun = volume setahun x norma waktu. Kebutuhan dibulatkan "
    "sekali, dari jumlah tepat, tidak per tugas.",
    "EJ = beban setahun : (pemangku x JKE). PJ: A di atas 1,00; B mulai 0,90; C mulai 0,70; D "
    "mulai 0,50; E di bawahnya, dari nilai yang belum dibulatkan. A bukan pujian: bebannya "
    "melebihi waktu kerja pemangkunya.",
)


def _identitas(f: Formulir) -> tuple[str, str, str]:
    post = f.perhitungan.formasi
    opd = post.unit.opd.nama if post.unit.opd else ""
    return opd, post.unit.nama, post.jabatan.nama


def _versi(f: Formulir) -> str:
    satu = f.perhitungan
    if hasattr(satu, "kebutuhan"):
        return f"{satu.versi}, berlaku"
    keadaan = "final, tidak berlaku" if satu.keadaan == KeadaanHitung.FINAL else satu.keadaan
    return f"{satu.versi}, {keadaan}"


def _formulir(f: Formulir, per: date) -> dict[str, Any]:
    opd, unit, jabatan = _identitas(f)
    kelas = f.perhitungan.formasi.jabatan.kelas
    return {
        "keadaan": _keadaan(f),
        "identitas": [
            ["Nama jabatan", jabatan],
            ["Kelas jabatan", str(kelas) if kelas else "belum ditetapkan"],
            ["Unit kerja", unit],
            *([["Perangkat daerah", opd]] if opd and opd != unit else []),
            ["Keadaan per", tanggal(f.perhitungan.per)],
            ["Dasar", f.perhitungan.dasar or "-"],
        ],
        "kolom": [{"judul": j, "lebar": n, "angka": kanan} for j, n, kanan in _KOLOM],
        "baris": [_baris(n, *t) for n, t in enumerate(_tugas(f), 1)],
        "jumlah": [angka(f.menit), angka(f.perhitungan.nilai, TELITI)],
        "hasil": _hasil(f, per),
        "tanda": _tanda(f),
    }


def _keadaan(f: Formulir) -> str:
    """Said at the top of whatever is not the need in force."""
    satu = f.perhitungan
    if hasattr(satu, "kebutuhan"):
        return ""
    if satu.keadaan == KeadaanHitung.FINAL:
        return f"VERSI {satu.versi}, TIDAK BERLAKU LAGI"
    kata = "SUDAH DIPERIKSA" if satu.keadaan == KeadaanHitung.DIPERIKSA else "DRAF"
    return f"{kata}, BELUM DIPUTUSKAN"


def _tugas(f: Formulir) -> Iterator[tuple[UraianTugas, BarisTugas]]:
    return zip(f.uraian, f.baris, strict=True)


def _baris(nomor: int, t: UraianTugas, b: BarisTugas) -> list[str]:
    return [
        str(nomor), t.uraian, t.satuan, angka(b.tugas.volume, TELITI), t.periode,
        angka(b.volume_setahun, TELITI), angka(b.tugas.norma, TELITI), angka(b.menit),
        angka(b.orang),
    ]  # fmt: skip


def _hasil(f: Formulir, per: date) -> list[list[str]]:
    satu = f.perhitungan
    kata, cara = "menjadi", "satu kursi per jabatan struktural"
    if satu.pembulatan != CaraBulat.TABEL:
        kata, cara = "dibulatkan menjadi", satu.get_pembulatan_display()
    jke = f"{angka(Fraction(satu.jke_menit or 1))} menit setahun"
    hasil = [
        ["Jam kerja efektif (JKE)", jke],
        ["Kebutuhan", f"{angka(f.menit)} : {angka(Fraction(satu.jke_menit or 1))} = "
         f"{angka(satu.nilai, TELITI)}, {kata} {angka(satu.jumlah)} orang ({cara})"],
    ]  # fmt: skip
    if f.pemangku is None:
        nama = satu.formasi.dihitung_ke.jabatan.nama if satu.formasi.dihitung_ke else ""
        return [*hasil, ["Bezetting", f"dihitung di bawah nama {nama}"]]
    hasil.append(
        [f"Bezetting per {tanggal(per)}", f"{f.pemangku} orang, {selisih_kata(f.pemangku, satu)}"]
    )
    if f.ej is not None and f.ej.nilai is not None:
        hasil.append(["Efektivitas jabatan (EJ)", f"{angka(f.ej.nilai)}, PJ {f.ej.kelas}"])
    else:
        hasil.append(["Efektivitas jabatan (EJ)", "belum ada: jabatan ini tanpa pemangku"])
    return hasil


def selisih_kata(isi: int, satu: Any) -> str:
    """By word and sign."""
    beda = isi - satu.jumlah
    if beda == 0:
        return "pas"
    return f"kurang {-beda} (-{-beda})" if beda < 0 else f"lebih {beda} (+{beda})"


def _tanda(f: Formulir) -> list[dict[str, str]]:
    """Maker, checker, decider, as far as they are known; on paper decided, all by hand."""
    satu = f.perhitungan
    if satu.jalur == JalurHitung.IMPOR:
        return [{"peran": p, "nama": "", "hari": ""} for p in ("Penyusun", "Pemeriksa", "Pemutus")]
    siapa = (
        ("Penyusun", satu.dibuat_oleh, satu.dibuat_pada),
        ("Pemeriksa", satu.diperiksa_oleh, satu.diperiksa_pada),
        ("Pemutus", satu.diputuskan_oleh, satu.diputuskan_pada),
    )
    return [
        {
            "peran": peran,
            "nama": orang.nama if orang else "",
            "hari": tanggal(timezone.localtime(kapan)) if kapan else "",
        }
        for peran, orang, kapan in siapa
    ]


def _baris_xlsx(f: Formulir) -> Iterator[list[object]]:
    awal = [*_identitas(f), _versi(f)]
    for n, (t, b) in enumerate(_tugas(f), 1):
        yield [
            *awal, n, t.uraian, t.satuan, float(t.volume), t.periode, pecah(b.volume_setahun),
            float(t.norma_menit), pecah(b.menit), pecah(b.orang),
        ]  # fmt: skip
    kosong = [None] * 5
    yield [*awal, None, "JUMLAH", *kosong, pecah(f.menit), pecah(f.perhitungan.nilai)]


def _hasil_xlsx(f: Formulir) -> list[object]:
    satu = f.perhitungan
    ej = f.ej.nilai if f.ej is not None else None
    return [
        *_identitas(f)[:3], satu.formasi.jabatan.kelas, _versi(f), pecah(f.menit), satu.jke_menit,
        pecah(satu.nilai), satu.get_pembulatan_display(), satu.jumlah, f.pemangku,
        None if f.pemangku is None else f.pemangku - satu.jumlah,
        None if ej is None else pecah(ej), f.ej.kelas if f.ej and f.ej.kelas else "",
    ]  # fmt: skip


def pecah(nilai: Fraction) -> float:
    """A cell's number, to six decimals."""
    return round(float(nilai), TELITI)
