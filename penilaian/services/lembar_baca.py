"""An office's own needs workbook opened: how it is read, its rows, the totals it states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from penilaian.columns.lembar import LEMBAR, PENENTU
from penilaian.kernel.lembar_abk import Macam, Mentah, Terbaca, baca_baris, tepat
from penilaian.kernel.lembar_pola import (
    CUPLIKAN,
    Gabungan,
    Kepala,
    Lembaran,
    Pernyataan,
    Pola,
    cari_kepala,
    cari_pernyataan,
    huruf_kolom,
    nomor_kolom,
    usulkan,
)
from penilaian.models import LembarAbk, StatusLembar
from toolkit.lembar import Lembar, Tabel
from toolkit.tabular import BerkasDitolak, Kecocokan, Problem, urai
from toolkit.xlsx import Buku, baca_buku


@dataclass(frozen=True)
class TabelLembar(Tabel):
    """A table found by its place instead of its headers, with what the book says of itself."""

    pola: Pola = Pola("", 1, "A", "B")
    pernyataan: tuple[Pernyataan, ...] = ()
    semua_lembar: tuple[str, ...] = ()

    @property
    def judul(self) -> dict[str, str]:
        """The words above each column that is read, by letter."""
        letak = self.pola.letak().values()
        return {huruf_kolom(i): self.kepala[i] for i in letak if i < len(self.kepala)}


@dataclass(frozen=True)
class Bacaan:
    """All rows of the sheet in order, and what is wrong with some."""

    baris: list[Terbaca]
    masalah: list[Problem]

    @property
    def posisi(self) -> list[Terbaca]:
        """Rows with a job."""
        return [b for b in self.baris if b.macam is Macam.POSISI]


def buka_lembar(buku: Buku, pola: Pola | None = None, *, semua: bool = True) -> TabelLembar:
    """The needs table of the book, read as ``pola`` says, or as remembered, or as proposed.

    ``semua`` looks for stated totals too, which reads every sheet. Raises ``BerkasDitolak``.
    """
    dibaca = [satu for satu in buku.lembar if pola is None or satu.nama == pola.lembar]
    atas = [_lembaran(satu, CUPLIKAN) for satu in dibaca]
    pola = pola or _ingat(usulkan(atas), atas)
    if pola is None:
        raise BerkasDitolak(
            "lembar_abk_tidak_dikenal",
            "Tidak ada lembar dengan kolom nama jabatan dan kolom kebutuhan (ABK) pada "
            "40 baris pertamanya. Periksa apakah ini buku kerja kebutuhan pegawai.",
        )
    lembar = next((satu for satu in buku.lembar if satu.nama == pola.lembar), None)
    if lembar is None:
        raise BerkasDitolak("lembar_tidak_ada", f"Lembar {pola.lembar} tidak ada di berkas ini.")
    return TabelLembar(
        lembar=lembar,
        baris_kepala=pola.baris_pertama - 1,
        kepala=_judul(next(a for a in atas if a.nama == pola.lembar), pola),
        kecocokan=_kecocokan(pola),
        pola=pola,
        pernyataan=tuple(_pernyataan(buku)) if semua else (),
        semua_lembar=tuple(satu.nama for satu in buku.lembar),
    )


def baca_isi(tabel: TabelLembar, *, paling_banyak: int | None = None) -> Bacaan:
    """Every row below the header understood; ``paling_banyak`` for a glance at the first ones."""
    masalah: list[Problem] = []
    mentah = _mentah(tabel, masalah)
    return Bacaan(list(islice(baca_baris(mentah), paling_banyak)), masalah)


@dataclass(frozen=True)
class CaraBaca:
    """What a way of reading gives: the words above its columns, the first rows as they are
    understood; or the sentence why it gives nothing."""

    tabel: TabelLembar | None = None
    contoh: list[Terbaca] = field(default_factory=list)
    galat: str = ""


def intip(path: Path, nama: str, pola: Pola, *, contoh: int) -> CaraBaca:
    """Try a way of reading on the kept workbook; nothing is kept of it."""
    with baca_buku(path, nama=nama) as buku:
        try:
            tabel = buka_lembar(buku, pola, semua=False)
            return CaraBaca(tabel, baca_isi(tabel, paling_banyak=contoh).baris)
        except BerkasDitolak as galat:
            return CaraBaca(galat=galat.pesan)


def intip_lembar(lembar: LembarAbk, pola: Pola | None = None, *, contoh: int = 15) -> CaraBaca:
    """The same on the workbook of a sheet that was brought; as it is read now without ``pola``."""
    if not lembar.berkas:
        return CaraBaca()
    pola = pola or Pola.dari_json(lembar.pola)
    return intip(Path(lembar.berkas.path), lembar.nama_berkas, pola, contoh=contoh)


def periksa_unggahan(berkas: BinaryIO, nama: str) -> None:
    """Whether the upload holds a needs sheet at all; raises ``BerkasDitolak``."""
    berkas.seek(0)
    with baca_buku(berkas, nama=nama) as buku:
        buka_lembar(buku, semua=False)
    berkas.seek(0)


def pola_tersimpan(tabel: TabelLembar) -> dict[str, Any]:
    """How the sheet was read, as it is kept: with the words of the header, to know it again."""
    semua = list(tabel.semua_lembar)
    return {**tabel.pola.sebagai_json(), "kepala": tabel.judul, "semua_lembar": semua}


def _lembaran(lembar: Lembar, paling_banyak: int | None) -> Lembaran:
    baris = list(islice(lembar.baris(), paling_banyak))
    gabungan = [
        Gabungan(g.baris_awal, g.kolom_awal, g.baris_akhir, g.kolom_akhir)
        for g in lembar.pindaian.gabungan
    ]
    return Lembaran(lembar.nama, baris, gabungan)


def _pernyataan(buku: Buku) -> Iterator[Pernyataan]:
    for lembar in buku.lembar:
        yield from cari_pernyataan(_lembaran(lembar, None))


def _ingat(usul: Pola | None, atas: Sequence[Lembaran]) -> Pola | None:
    """How a sheet of this name with the same header words was read last time."""
    if usul is None:
        return None
    lalu = (
        LembarAbk.objects.filter(lembar=usul.lembar)
        .exclude(status=StatusLembar.DIBUANG)
        .order_by("-pk")
        .first()
    )
    if lalu is None:
        return usul
    pola = Pola.dari_json(lalu.pola)
    judul = _judul(next(a for a in atas if a.nama == usul.lembar), pola)
    kini = {huruf_kolom(i): judul[i] for i in pola.letak().values() if i < len(judul)}
    return pola if kini == lalu.pola.get("kepala") else usul


def _judul(lembar: Lembaran, pola: Pola) -> tuple[str, ...]:
    """The words above every column, or its letter; as wide as the rows of the top."""
    nama = nomor_kolom(pola.nama)
    calon = [k for k in cari_kepala(lembar) if k.baris_pertama <= pola.baris_pertama]
    tepat = [k for k in calon if k.kolom_nama == nama] or calon
    kepala = tepat[-1] if tepat else Kepala(0, 0, nama, {})
    lebar = max([*pola.letak().values(), *(len(n) - 1 for _, n in lembar.baris)]) + 1
    return tuple(" ".join(kepala.judul.get(i, ())) or huruf_kolom(i) for i in range(lebar))


def _kecocokan(pola: Pola) -> Kecocokan:
    letak = pola.letak()
    posisi = {i: LEMBAR[k] for k, i in sorted(letak.items(), key=lambda pasang: pasang[1])}
    hilang = tuple(k.header for nama, k in LEMBAR.items() if nama not in letak)
    return Kecocokan(posisi=posisi, hilang=hilang, hilang_wajib=(), asing=(), ganda=())


def _mentah(tabel: TabelLembar, masalah: list[Problem]) -> Iterator[Mentah]:
    for nomor, nilai, temuan in tabel.baris():
        isi, cela = urai(nomor, nilai, tabel.posisi)
        semua = [*temuan, *cela]
        kebutuhan = isi.get("kebutuhan")
        rusak = any(_merusak(m, kebutuhan is not None) for m in semua)
        masalah += [m if rusak and m.kolom in PENENTU else _ringan(m) for m in semua]
        yield Mentah(
            nomor=nomor,
            teks=isi.get("teks") or "",
            bezetting=_tepat(isi.get("bezetting")),
            kebutuhan=_tepat(kebutuhan),
            unit=isi.get("unit") or "",
            jenis=isi.get("jenis") or "",
            urut=isi.get("urut"),
            rusak=rusak,
        )


def _tepat(nilai: Decimal | None) -> Decimal | None:
    return None if nilai is None else tepat(nilai)


def _merusak(masalah: Problem, berangka: bool) -> bool:
    """Whether the seats of the row cannot be used: its number is at fault, or whose it is."""
    if masalah.tingkat != "tolak" or masalah.kolom not in PENENTU:
        return False
    return berangka or masalah.kolom == LEMBAR["kebutuhan"].header


def _ringan(masalah: Problem) -> Problem:
    """A fault outside the seats is told, and refuses nothing."""
    return replace(masalah, tingkat="peringatan") if masalah.tingkat == "tolak" else masalah
