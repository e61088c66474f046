"""What is wrong with a paper, in sentences; nothing here changes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from mutasi.kernel.jenis import DI_TEMPAT, NAMA_JENIS
from mutasi.kernel.naskah.bahan import Naskah, Penanda
from mutasi.kernel.naskah.berita_acara import BahasanJabatan, BeritaAcaraSumpah, BeritaAcaraTpk
from mutasi.kernel.naskah.kata import DIKTUM_MAKS
from mutasi.kernel.naskah.keputusan import Keputusan, Petikan, Ralat
from mutasi.kernel.naskah.surat import Pemberitahuan, SuratUsulan, TandaTerima, Undangan

PARAGRAF_MAKS = 6000  # characters of one text; a row of a table with more would leave the page
SEL_MAKS = 500  # characters of one text inside a row
NIP = 18
# Kinds that confirm, rename or prolong the post a person holds.
_DI_TEMPAT = frozenset(NAMA_JENIS[jenis] for jenis in DI_TEMPAT)


def periksa(naskah: Naskah) -> list[str]:
    """Every fault that would spoil the print or contradict itself; none is a good paper."""
    return [*_umum(naskah), *_khusus(naskah)]


def siap_terbit(naskah: Naskah) -> list[str]:
    """What is missing besides before the paper may be shown without DRAF."""
    hasil = periksa(naskah)
    # A receipt list is signed by hand and carries the number of the decree it is about.
    if not naskah.nomor.strip() and not isinstance(naskah, (TandaTerima, Pemberitahuan)):
        hasil.append("Nomor naskah belum diisi.")
    if naskah.tanggal is None:
        hasil.append("Tanggal naskah belum diisi.")
    if not naskah.penanda.nama.strip():
        hasil.append("Nama penanda tangan belum diisi.")
    if isinstance(naskah, BeritaAcaraTpk) and not naskah.akar:
        hasil.append("Akar jejak saat sidang ditutup belum dicatat dalam berita acara.")
    return hasil


def _umum(naskah: Naskah) -> Iterator[str]:
    if not naskah.kop.baris:
        yield "Kop naskah belum diisi."
    for letak, teks, dalam_baris in _teks(naskah, naskah.JUDUL, False):
        batas = SEL_MAKS if dalam_baris else PARAGRAF_MAKS
        if len(teks) > batas:
            yield f"{letak} terlalu panjang: {len(teks)} huruf, paling banyak {batas}."
        if any(huruf != "\n" and not huruf.isprintable() for huruf in teks):
            yield f"{letak} memuat karakter yang tidak dapat dicetak."
    yield from _penanda(naskah.penanda)
    if isinstance(naskah, Petikan):
        yield from _penanda(naskah.pengesah)
    if isinstance(naskah, Keputusan) and naskah.pengesah is not None:
        yield from (f"Pengesah petikan: {satu}" for satu in _penanda(naskah.pengesah))


def _penanda(p: Penanda) -> Iterator[str]:
    if not p.jabatan.strip():
        yield "Jabatan penanda tangan belum diisi."
    if p.kepala_daerah and p.nip:
        yield "Kepala daerah menandatangani tanpa NIP."
    if p.kepala_daerah and p.atas_nama:
        yield "Kepala daerah menandatangani atas namanya sendiri."
    if p.nip and not _nip(p.nip):
        yield f"NIP penanda tangan {p.nip} bukan {NIP} angka."
    if p.nama and not p.nip and not p.kepala_daerah:
        yield f"NIP {p.nama} sebagai penanda tangan belum diisi."


def _nip(teks: str) -> bool:
    return len(teks) == NIP and teks.isascii() and teks.isdecimal()


def _khusus(naskah: Naskah) -> Iterator[str]:
    for kelas, pemeriksa in _PEMERIKSA.items():
        if isinstance(naskah, kelas):
            yield from pemeriksa(naskah)


def _keputusan(k: Keputusan) -> Iterator[str]:
    for nama, isi in (
        ("Tentang", k.tentang.strip()), ("Menimbang", k.menimbang), ("Mengingat", k.mengingat),
        ("Diktum", k.diktum),
    ):  # fmt: skip
        if not isi:
            yield f"{nama} belum diisi."
    if len(k.diktum) > DIKTUM_MAKS:
        yield f"Diktum paling banyak {DIKTUM_MAKS}; naskah ini memuat {len(k.diktum)}."
    if [b.nomor for b in k.lampiran] != list(range(1, len(k.lampiran) + 1)):
        yield "Nomor baris lampiran tidak berurutan dari 1."
    yield from _orang(k.lampiran, "Lampiran")
    for b in k.lampiran:
        if b.lama is not None and b.lama == b.baru and b.jenis not in _DI_TEMPAT:
            yield f"Baris {b.nomor} ({b.nama}): jabatan lama dan jabatan baru sama."


def _petikan(p: Petikan) -> Iterator[str]:
    yield from _orang((p.baris,), "Petikan")
    if len(p.diktum) > DIKTUM_MAKS:
        yield f"Diktum paling banyak {DIKTUM_MAKS}; naskah ini memuat {len(p.diktum)}."


def _orang(baris: Any, letak: str) -> Iterator[str]:
    for b in baris:
        if not b.nama.strip():
            yield f"{letak} baris {b.nomor}: nama belum diisi."
        if not _nip(b.nip):
            yield f"{letak} baris {b.nomor} ({b.nama}): NIP bukan {NIP} angka."
    for nip, kali in Counter(b.nip for b in baris).items():
        if kali > 1:
            yield f"{letak} memuat NIP {nip} {kali} kali."


def _tpk(ba: BeritaAcaraTpk) -> Iterator[str]:
    wajib = (
        ("Dasar sidang", ba.dasar), ("SK Tim Penilai Kinerja", ba.sk_tpk), ("Agenda", ba.agenda),
        ("Pernyataan kuorum", ba.kuorum), ("Daftar hadir", [a for a in ba.anggota if a.hadir]),
        ("Jabatan yang dibahas", ba.jabatan), ("Tempat sidang", ba.ruang),
    )  # fmt: skip
    yield from (f"{nama} belum diisi." for nama, isi in wajib if not isi)
    hadir = {a.nama for a in ba.anggota if a.hadir}
    for s in ba.penyingkiran:
        if s.nama not in hadir:
            yield f"{s.nama} menyingkir dari {s.perkara}, tetapi tidak tercatat hadir."
    for j in ba.jabatan:
        yield from _bahasan(j)


def _bahasan(j: BahasanJabatan) -> Iterator[str]:
    apa = f"{j.tempat.jabatan} ({j.tempat.unit})"
    calon = {c.nip for c in j.calon}
    if not j.calon:
        yield f"{apa}: belum ada calon yang dibahas."
    if not j.alasan.strip():
        yield f"{apa}: alasan rekomendasi belum ditulis."
    for kedudukan, nip in (("utama", j.utama), ("cadangan", j.cadangan)):
        if nip and nip not in calon:
            yield f"{apa}: rekomendasi {kedudukan} bukan salah satu calon yang dibahas."
    if j.utama and j.utama == j.cadangan:
        yield f"{apa}: rekomendasi utama dan cadangan adalah orang yang sama."
    for c in j.calon:
        if len(c.nilai) != len(j.kriteria):
            yield f"{apa}: nilai {c.nama} tidak sebanyak kriterianya."


def _sumpah(ba: BeritaAcaraSumpah) -> Iterator[str]:
    if not ba.disumpah:
        yield "Belum ada pejabat yang diambil sumpah/janjinya."
    if len(ba.saksi) != 2:
        yield f"Berita acara sumpah memerlukan 2 saksi; tercatat {len(ba.saksi)}."
    if not ba.rohaniwan:
        yield "Rohaniwan pendamping belum diisi."


def _usulan(s: SuratUsulan) -> Iterator[str]:
    if not s.daftar:
        yield "Daftar nominatif usulan masih kosong."
    yield from _orang(s.daftar, "Daftar nominatif")


def _undangan(s: Undangan) -> Iterator[str]:
    if s.tanggal is not None and s.tanggal >= s.hari:
        yield "Undangan harus bertanggal sebelum hari pelantikan."


def _ralat(r: Ralat) -> Iterator[str]:
    if not r.baris:
        yield "Belum ada yang diralat."
    for b in r.baris:
        if b.tertulis == b.seharusnya:
            yield f"{b.letak}: yang tertulis dan yang seharusnya sama."


def _terima(t: TandaTerima) -> Iterator[str]:
    yield from _orang(t.baris, "Tanda terima")


_PEMERIKSA: dict[type[Naskah], Callable[[Any], Iterator[str]]] = {
    Keputusan: _keputusan, Petikan: _petikan, BeritaAcaraTpk: _tpk, BeritaAcaraSumpah: _sumpah,
    SuratUsulan: _usulan, Undangan: _undangan, Ralat: _ralat, TandaTerima: _terima,
}  # fmt: skip


def _teks(nilai: Any, letak: str, dalam_baris: bool) -> Iterator[tuple[str, str, bool]]:
    """Every text of a paper, where it stands, and whether that is a row of a table."""
    if isinstance(nilai, str):
        yield letak, nilai, dalam_baris
    elif isinstance(nilai, tuple):
        for n, satu in enumerate(nilai, 1):
            yield from _teks(satu, f"{letak}, butir {n}", dalam_baris or is_dataclass(satu))
    elif is_dataclass(nilai):
        for f in fields(nilai):
            yield from _teks(
                getattr(nilai, f.name), f"{letak}, {f.name.replace('_', ' ')}", dalam_baris
            )
