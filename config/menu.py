"""The menu: one list; each entry names the right that shows it. Rooms without data stay out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse

from organisasi.izin import Izin
from organisasi.selectors import hak


@dataclass(frozen=True)
class Butir:
    """One entry; shown to those who hold any of ``izin`` (or have a file of their own)."""

    judul: str
    url: str
    ikon: str
    izin: tuple[Izin, ...] = ()
    pribadi: bool = False
    awalan: tuple[str, ...] = ()


MENU: tuple[Butir, ...] = (
    Butir("Beranda", "beranda", "house"),
    Butir("Profil saya", "pegawai:profil-saya", "person-badge", pribadi=True),
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


# The rooms of needs, in the order an analyst asks: where do we stand, how is it computed, what do
# the sectors say, what comes. One line per page; a page that is not built yet stays out.
_LIHAT = (Izin.KEBUTUHAN_LIHAT,)
KEBUTUHAN: tuple[tuple[str, tuple[Butir, ...]], ...] = (
    (
        "Hari ini",
        (
            Butir("Kesenjangan", "penilaian:kebutuhan", "", _LIHAT),
            Butir("Formasi", "penilaian:daftar-formasi", "", _LIHAT),
            Butir("Lowong dan akan lowong", "penilaian:lowong", "", _LIHAT),
            Butir("Tak terhitung", "penilaian:tak-terhitung", "", _LIHAT),
        ),
    ),
    (
        "Peta",
        (
            Butir("Peta panas", "penilaian:peta-panas", "", _LIHAT),
            Butir("Peta kecamatan", "penilaian:peta-kecamatan", "", _LIHAT),
        ),
    ),
    (
        "Menghitung",
        (
            Butir("Perhitungan", "penilaian:perhitungan-daftar", "", _LIHAT),
            Butir("Norma waktu dan JKE", "penilaian:bantuan-norma", "", _LIHAT),
        ),
    ),
    (
        "Sektor",
        (
            Butir("Sekolah", "penilaian:sekolah", "", _LIHAT),
            Butir("Faskes", "penilaian:faskes", "", _LIHAT),
        ),
    ),
    ("Ke depan", ()),
)


def bagian_kebutuhan(pengguna: Any, path: str) -> list[dict[str, Any]]:
    """The groups of the rooms of needs this person may enter; the nearest page is the current."""
    held = hak(pengguna).izin
    groups = []
    for judul, isi in KEBUTUHAN:
        pintu = [
            {"judul": b.judul, "url": url}
            for b in isi
            if held.intersection(b.izin) and (url := _alamat(b.url))
        ]
        if pintu:
            groups.append({"judul": judul, "url": pintu[0]["url"], "isi": pintu})
    semua = [p["url"] for g in groups for p in g["isi"] if path.startswith(p["url"])]
    kini = max(semua, key=len, default="")
    for group in groups:
        for pintu in group["isi"]:
            pintu["di_sini"] = pintu["url"] == kini
        group["di_sini"] = any(p["di_sini"] for p in group["isi"])
    return groups


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
