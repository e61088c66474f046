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
    ket: str = ""  # one sentence beside the entry where there is room


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
            Butir(
                "Keseimbangan beban",
                "penilaian:keseimbangan",
                "",
                _LIHAT,
                ket="Seberapa merata beban kerja antarjabatan, unit, dan rumpun.",
            ),
            Butir(
                "Lowong dan akan lowong",
                "penilaian:lowong",
                "",
                _LIHAT,
                ket="Kursi kosong hari ini, dan yang kosong karena pensiun.",
            ),
            Butir("Tak terhitung", "penilaian:tak-terhitung", "", _LIHAT),
        ),
    ),
    (
        "Peta",
        (
            Butir(
                "Peta jabatan",
                "penilaian:peta-jabatan",
                "",
                _LIHAT,
                ket="Unit sebagai kotak dengan jabatan, kelas, kebutuhan, dan isinya.",
            ),
            Butir(
                "Peta panas",
                "penilaian:peta-panas",
                "",
                _LIHAT,
                ket="Perangkat daerah dan rumpun jabatan: di mana kurang, di mana lebih.",
            ),
            Butir(
                "Peta kecamatan",
                "penilaian:peta-kecamatan",
                "",
                _LIHAT,
                ket="Kecamatan mana yang kekurangan guru, tenaga kesehatan, atau pelaksana.",
            ),
        ),
    ),
    (
        "Menghitung",
        (
            Butir(
                "Perhitungan",
                "penilaian:perhitungan-daftar",
                "",
                _LIHAT,
                ket="Draf, pemeriksaan, dan keputusan beban kerja per formasi.",
            ),
            Butir(
                "Buku dan formulir ABK",
                "penilaian:buku-abk",
                "",
                _LIHAT,
                ket="Uraian tugas keluar dan masuk lewat Excel; formulir dan rekap untuk dicetak.",
            ),
            Butir("Norma waktu dan JKE", "penilaian:bantuan-norma", "", _LIHAT),
        ),
    ),
    (
        "Sektor",
        (
            Butir(
                "Sekolah",
                "penilaian:sekolah",
                "",
                _LIHAT,
                ket="Rombel dan jam mengajar: kebutuhan guru per sekolah dan mapel.",
            ),
            Butir(
                "Faskes",
                "penilaian:faskes",
                "",
                _LIHAT,
                ket="Ketenagaan minimal puskesmas, STR, dan SIP.",
            ),
        ),
    ),
    (
        "Ke depan",
        (
            Butir(
                "Proyeksi",
                "penilaian:proyeksi",
                "",
                _LIHAT,
                ket="Kebutuhan dan bezetting sampai lima tahun: pensiun, kontrak, pertumbuhan.",
            ),
            Butir(
                "Andaikan",
                "penilaian:andaikan",
                "",
                _LIHAT,
                ket="Akibat jam kerja, volume, atau ketentuan lain, tanpa menyimpan apa pun.",
            ),
        ),
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
    """The groups of the rooms of needs this person may enter; the nearest page is the current."""
    held = hak(pengguna).izin
    terbuka = [
        (judul, [(b, url) for b in isi if held & set(b.izin) and (url := _alamat(b.url))])
        for judul, isi in KEBUTUHAN
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
