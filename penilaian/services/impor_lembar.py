"""Kind ``lembar-abk``: an office's own needs workbook, by the matching that is remembered.

Its table is found by what its header says, not by our columns; names nobody decided are refused
rows here and wait on the screens of the sheet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from organisasi.impor import Hasil, JenisImpor, Konteks, Perubahan
from organisasi.izin import Izin
from penilaian.columns.lembar import LEMBAR, TEMPLAT
from penilaian.kernel.lembar_abk import Terbaca, neraca
from penilaian.kernel.lembar_kata import PEMISAH
from penilaian.models import KeadaanBaris, Kebutuhan, LembarAbk, SumberKebutuhan
from penilaian.selectors.lembar import Akibat, Posisi, akibat
from penilaian.selectors.lembar_cocok import Cocok, Pencocok
from penilaian.services.lembar import catat_penerapan, dasar, jalur_kursi, simpan_bacaan
from penilaian.services.lembar_baca import Bacaan, TabelLembar, baca_isi, buka_lembar
from penilaian.services.lembar_tulis import tulis_posisi
from penilaian.services.padanan import kunci_padanan
from toolkit.lembar import Tabel
from toolkit.tabular import Problem

KOLOM = "KEBUTUHAN"
NAMA = LEMBAR["nama"].header
_TOLAK: dict[KeadaanBaris, tuple[str, str]] = {
    KeadaanBaris.SISA_UNIT: (
        "unit_belum_dipadankan",
        "Unit ini belum dikenal. Padankan sekali di layar Lembar ABK; keputusannya diingat.",
    ),
    KeadaanBaris.SISA_JABATAN: (
        "jabatan_belum_dipadankan",
        "Nama jabatan ini belum dikenal. Padankan sekali di layar Lembar ABK; "
        "keputusannya diingat.",
    ),
}


@dataclass(frozen=True)
class Muatan:
    """The sheet as it was read, and what its sums would do."""

    tabel: TabelLembar
    bacaan: Bacaan
    pencocok: Pencocok
    akibat: Akibat


def periksa(tabel: Tabel, konteks: Konteks) -> Hasil:
    """Match rows, add them up by post, compare with the needs in force."""
    if not isinstance(tabel, TabelLembar):
        raise TypeError("Tabel ini tidak dibaca sebagai lembar ABK.")
    bacaan = baca_isi(tabel)
    pencocok = Pencocok(per=konteks.per, kursi=jalur_kursi(bacaan))
    hasil = Hasil(peringatan=[m for m in bacaan.masalah if m.tingkat == "peringatan"])
    berangka = [b for b in bacaan.posisi if b.kebutuhan is not None or b.rusak]
    semua = [(b, _cocokkan(pencocok, b)) for b in berangka]
    butuh: dict[Posisi, Decimal] = defaultdict(Decimal)
    for baris, cocok in semua:
        if posisi := _posisi(cocok):
            butuh[posisi] += baris.kebutuhan or 0
    muatan = Muatan(tabel, bacaan, pencocok, akibat(butuh, konteks.per))
    _hitung(hasil, semua, muatan)
    _sebut(hasil, semua, muatan)
    hasil.muatan = muatan
    return hasil


def terapkan(hasil: Hasil, konteks: Konteks) -> None:
    """Keep the sheet with its rows, write the sums of the matched ones."""
    muatan: Muatan = hasil.muatan
    kunci_padanan()
    lembar = LembarAbk(
        nama_berkas=konteks.nama_berkas[:255],
        sha256=konteks.sha256,
        per=konteks.per,
        dibaca_pada=timezone.now(),
        dibaca_oleh=konteks.oleh,
    )
    simpan_bacaan(lembar, muatan.tabel, muatan.bacaan, pencocok=muatan.pencocok, oleh=konteks.oleh)
    tulis_posisi(muatan.akibat, per=konteks.per, dasar=dasar(lembar), oleh=konteks.oleh)
    catat_penerapan(lembar, muatan.akibat, oleh=konteks.oleh)


def _cocokkan(pencocok: Pencocok, baris: Terbaca) -> Cocok:
    return pencocok.cocokkan(baris.jalur, baris.teks, kursi=baris.kursi, rusak=baris.rusak)


def _posisi(cocok: Cocok) -> Posisi | None:
    if cocok.keadaan != KeadaanBaris.COCOK or cocok.unit is None or cocok.jabatan is None:
        return None
    return cocok.unit, cocok.jabatan


def _hitung(hasil: Hasil, semua: list[tuple[Terbaca, Cocok]], muatan: Muatan) -> None:
    """Each row counts as its post does; what nobody matched is refused."""
    berubah = {u.posisi: u for u in muatan.akibat.berubah}
    cela = {m.baris: m for m in reversed(muatan.bacaan.masalah) if m.tingkat == "tolak"}
    disebut: set[Posisi] = set()
    for baris, cocok in semua:
        hasil.baris += 1
        if cocok.keadaan in _TOLAK or cocok.keadaan == KeadaanBaris.SISA_ANGKA:
            hasil.ditolak += 1
            hasil.galat.append(_galat(baris, cocok, cela))
            continue
        hasil.diterima += 1
        posisi = _posisi(cocok)
        if posisi in muatan.akibat.baru:
            hasil.baru += 1
        elif posisi in berubah:
            hasil.berubah += 1
            hasil.perubahan[KOLOM] = hasil.perubahan.get(KOLOM, 0) + 1
        else:
            hasil.sama += 1
        if posisi and posisi not in disebut:
            disebut.add(posisi)
            hasil.rincian += _rincian(baris, posisi, muatan.akibat, berubah)
        if cocok.keadaan == KeadaanBaris.DIABAIKAN:
            hasil.peringatan.append(_diabaikan(baris))
    hasil.keluar = muatan.akibat.keluar


def _rincian(
    baris: Terbaca, posisi: Posisi, hasil: Akibat, berubah: dict[Posisi, Any]
) -> Iterator[Perubahan]:
    kunci, nama = "/".join(map(str, posisi)), f"{baris.teks} · {PEMISAH.join(baris.jalur)}"[:255]
    if posisi in hasil.baru:
        yield Perubahan("baru", kunci, nama, baris.nomor)
    elif posisi in berubah:
        satu = berubah[posisi]
        rincian = ((KOLOM, f"{satu.lama.normalize():f}", f"{satu.baru.normalize():f}"),)
        yield Perubahan("berubah", kunci, nama, baris.nomor, rincian)


def _galat(baris: Terbaca, cocok: Cocok, cela: dict[int, Problem]) -> Problem:
    if cocok.keadaan not in _TOLAK:
        return cela[baris.nomor]
    kode, pesan = _TOLAK[cocok.keadaan]
    nilai = PEMISAH.join(baris.jalur) if kode.startswith("unit") else baris.teks
    return Problem(baris.nomor, NAMA, nilai, kode, pesan)


def _diabaikan(baris: Terbaca) -> Problem:
    pesan = "Nama ini sudah diputuskan bukan data register; kursinya tidak ditulis."
    return Problem(baris.nomor, NAMA, baris.teks, "bukan_data_register", pesan, "peringatan")


def _sebut(hasil: Hasil, semua: list[tuple[Terbaca, Cocok]], muatan: Muatan) -> None:
    """The balance by section, and every total the workbook states beside the sum of its rows."""
    rows = [(b.bagian, b.kebutuhan, c.keadaan == KeadaanBaris.COCOK) for b, c in semua]
    judul = f"Lembar {muatan.tabel.lembar.nama}"
    per_bagian = neraca(rows)
    semua_kursi = neraca((judul, n, k) for _, n, k in rows)
    jumlah = sum((kursi.lembar for kursi in per_bagian.values()), Decimal(0))
    for nama, kursi in [*semua_kursi.items(), *sorted(per_bagian.items())]:
        hasil.catatan.append(
            f"{nama}: {_angka(kursi.lembar)} kursi = {_angka(kursi.cocok)} cocok + "
            f"{_angka(kursi.sisa)} sisa."
        )
    for p in muatan.tabel.pernyataan:
        beda = Decimal(str(p.nilai)) - jumlah
        hasil.catatan.append(
            f"Sel {p.sel} lembar {p.lembar} menyebut {_angka(Decimal(str(p.nilai)))} "
            f"({p.sebutan}); selisih dengan jumlah barisnya {_angka(beda)}."
        )
    kosong = len(muatan.bacaan.posisi) - len(semua)
    if kosong:
        hasil.catatan.append(
            f"{kosong} baris jabatan tidak menyebut kebutuhan; tidak dibaca sebagai nol."
        )
    if muatan.akibat.lebih_muda:
        hasil.catatan.append("Register sudah memuat penetapan yang lebih baru daripada berkas ini.")


def _angka(nilai: Decimal) -> str:
    return f"{nilai.normalize():f}"


def _isi_templat() -> Iterator[Sequence[Any]]:
    """Every post with a decided need, in the layout of the kind ``kebutuhan``."""
    rows = (
        Kebutuhan.objects.order_by()
        .filter(sumber=SumberKebutuhan.PENETAPAN)
        .select_related("asal__unit", "asal__jabatan")
    )
    for k in rows.order_by("asal__unit__kiri", "asal__jabatan__nama"):
        unit, jabatan = k.asal.unit, k.asal.jabatan
        yield unit.siasn_id, unit.nama, jabatan.siasn_id, jabatan.nama, k.mentah


IMPOR_LEMBAR_ABK = JenisImpor(
    kode="lembar-abk",
    label="Lembar ABK kantor sendiri",
    keterangan="Buku kerja kebutuhan tanpa ID, kepala bertingkat; nama dipadankan lewat layar.",
    izin=Izin.IMPOR_KEBUTUHAN,
    kolom=tuple(LEMBAR.values()),
    periksa=periksa,
    terapkan=terapkan,
    isi_templat=_isi_templat,
    templat=TEMPLAT,
    urutan=61,
    cari_tabel=buka_lembar,
    pintu="penilaian:lembar-unggah",
)
