"""The menu: one list; each entry names the right that shows it. Rooms without data stay out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse

from config.menu_ruang import KEBUTUHAN, KINERJA, MUTASI, Butir
from organisasi.izin import Izin
from organisasi.selectors import hak

MENU: tuple[Butir, ...] = (
    Butir("Beranda", "beranda", "house"),
    Butir("Profil saya", "pegawai:profil-saya", "person-badge", pribadi=True),
    Butir("Nilai saya", "penilaian:nilai-saya", "clipboard-data", pribadi=True),
    Butir("Mutasi saya", "mutasi:usulan-saya", "signpost-split", pribadi=True),
    Butir("Pegawai", "pegawai:daftar", "people", (Izin.PEGAWAI_LIHAT,), awalan=("/pegawai/",)),
    Butir("Unit & Formasi", "pegawai:unit", "diagram-3", (Izin.UNIT_LIHAT,), awalan=("/unit/",)),
    Butir(
        "Kebutuhan",
        "penilaian:kebutuhan",
        "bar-chart",
        (Izin.KEBUTUHAN_LIHAT,),
        awalan=("/kebutuhan/",),
    ),
    Butir(
        "Kinerja",
        "penilaian:kinerja",
        "speedometer2",
        (Izin.NILAI_LIHAT, Izin.INDIKATOR_CATAT),
        awalan=("/kinerja/",),
    ),
    Butir("Kriteria", "penilaian:kriteria", "list-check", awalan=("/kriteria/",)),
    Butir(
        "Rencana SOTK",
        "penilaian:sotk",
        "diagram-2",
        (Izin.SOTK_LIHAT,),
        awalan=("/sotk/",),
    ),
    Butir(
        "Cari calon",
        "mutasi:calon",
        "person-lines-fill",
        (Izin.CALON_CARI,),
        awalan=("/calon/", "/kritis/"),
    ),
    Butir(
        "Rancangan",
        "mutasi:rancangan",
        "table",
        (Izin.RANCANGAN_SUSUN, Izin.RANCANGAN_BACA),
        awalan=("/rancangan/",),
    ),
    Butir(
        "Mutasi",
        "mutasi:meja",
        "signpost-2",
        (Izin.USULAN_LIHAT, Izin.TITIPAN_CATAT),
        awalan=("/mutasi/",),
    ),
    Butir(
        "Permintaan",
        "mutasi:permintaan",
        "person-plus",
        (Izin.PERMINTAAN_AJUKAN, Izin.PERMINTAAN_TANGGAPI),
        awalan=("/permintaan/",),
    ),
    Butir(
        "Mutu data",
        "pegawai:mutu",
        "clipboard-check",
        (Izin.MUTU_LIHAT,),
        awalan=("/mutu-data/",),
    ),
    Butir(
        "Padanan nama",
        "penilaian:padanan",
        "link-45deg",
        (Izin.PADANAN_PUTUSKAN,),
        awalan=("/padanan/", "/lembar-abk/"),
    ),
    Butir(
        "Impor",
        "organisasi:impor",
        "box-arrow-in-down",
        (
            Izin.IMPOR_PEGAWAI,
            Izin.IMPOR_STRUKTUR,
            Izin.IMPOR_KEBUTUHAN,
            Izin.IMPOR_KINERJA,
            Izin.IMPOR_SEKTOR,
            Izin.KEBUTUHAN_USUL,
            Izin.INDIKATOR_CATAT,
            Izin.TIM_KELOLA,
            Izin.KOMPETENSI_KELOLA,
            Izin.KETENTUAN_UBAH,
        ),
        awalan=("/impor/",),
    ),
    Butir(
        "Ketentuan",
        "organisasi:ketentuan",
        "book",
        (Izin.KETENTUAN_LIHAT,),
        awalan=("/ketentuan/",),
    ),
    Butir(
        "Disposisi",
        "organisasi:disposisi",
        "envelope-paper",
        (Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN),
        awalan=("/disposisi/",),
    ),
    Butir(
        "Pengguna & peran",
        "organisasi:pengguna",
        "key",
        (Izin.PENGGUNA_LIHAT,),
        awalan=("/pengguna/", "/peran/"),
    ),
    Butir(
        "Slip aktivasi",
        "organisasi:slip",
        "ticket-perforated",
        (Izin.AKTIVASI_CETAK,),
        awalan=("/slip/",),
    ),
    Butir(
        "Jejak",
        "organisasi:jejak",
        "fingerprint",
        (Izin.JEJAK_LIHAT, Izin.AKSES_LIHAT),
        awalan=("/jejak/",),
    ),
)


@dataclass(frozen=True)
class Pintu:
    """A page of one group; ``di_sini``: the reader stands on it or below it."""

    judul: str
    url: str
    ket: str
    di_sini: bool


@dataclass(frozen=True)
class Bagian:
    """A group with at least one page."""

    judul: str
    isi: tuple[Pintu, ...]

    @property
    def url(self) -> str:
        """Its first page."""
        return self.isi[0].url

    @property
    def di_sini(self) -> bool:
        """Whether the reader stands in it."""
        return any(p.di_sini for p in self.isi)


def bagian_kebutuhan(pengguna: Any, path: str) -> list[Bagian]:
    """The groups of the rooms of needs this person may enter."""
    return _bagian(KEBUTUHAN, pengguna, path)


def bagian_kinerja(pengguna: Any, path: str) -> list[Bagian]:
    """The groups of the rooms of performance this person may enter."""
    return _bagian(KINERJA, pengguna, path)


def bagian_mutasi(pengguna: Any, path: str) -> list[Bagian]:
    """The pages of the room of moves that are open to this person."""
    return _bagian(MUTASI, pengguna, path)


def _bagian(
    ruang: tuple[tuple[str, tuple[Butir, ...]], ...], pengguna: Any, path: str
) -> list[Bagian]:
    """Groups with at least one page for this person; the nearest page is the current one."""
    held = hak(pengguna).izin
    terbuka = [
        (judul, [(b, url) for b in isi if held & set(b.izin) and (url := _alamat(b.url))])
        for judul, isi in ruang
    ]
    semua = [url for _, isi in terbuka for _, url in isi if path.startswith(url)]
    kini = max(semua, key=len, default="")
    return [
        Bagian(judul, tuple(Pintu(b.judul, url, b.ket, url == kini) for b, url in isi))
        for judul, isi in terbuka
        if isi
    ]


def _alamat(nama: str) -> str:
    """Empty for a room whose doors are not built yet."""
    try:
        return reverse(nama)
    except NoReverseMatch:
        return ""


def menu_untuk(pengguna: Any, path: str) -> list[dict[str, Any]]:
    """The entries this person sees, with the current one marked."""
    held = hak(pengguna)
    entries = []
    for butir in MENU:
        if butir.izin and not held.izin.intersection(butir.izin):
            continue
        if butir.pribadi and not held.punya_berkas:
            continue
        if not (url := _alamat(butir.url)):
            continue
        here = path == url or (butir.url != "beranda" and path.startswith(butir.awalan or (url,)))
        entries.append({"judul": butir.judul, "url": url, "ikon": butir.ikon, "di_sini": here})
    return entries
