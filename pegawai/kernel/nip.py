"""NIP and NI PPPK: read the 18 digits, or say what is wrong with them.

NIP: birth day, year and month of TMT CPNS, sex, serial (PerKa BKN 22/2007).
NI PPPK: birth day, year of the first appointment, a code from 21 on, sex, serial.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pegawai.kernel.cela import Cela

LAHIR_PALING_AKHIR = 2008
"""Born later, nobody is old enough to serve."""

_UMUR_DIANGKAT = range(17, 47)
_KODE_PPPK_PERTAMA = 21
_BOLEH_DIBUANG = re.compile(r"[\s\u00a0]+")


class JenisNomor(StrEnum):
    NIP = "NIP"
    NI_PPPK = "NI PPPK"


class Kelamin(StrEnum):
    LAKI_LAKI = "L"
    PEREMPUAN = "P"


@dataclass(frozen=True, slots=True)
class Nomor:
    """A readable number. `bulan` is the month of TMT CPNS; an NI PPPK has `kode` instead."""

    angka: str
    jenis: JenisNomor
    lahir: date
    tahun: int
    bulan: int | None
    kode: int | None
    kelamin: Kelamin
    urut: int

    @property
    def tmt_cpns(self) -> date | None:
        """First day of the month; an NI PPPK only knows its year."""
        return None if self.bulan is None else date(self.tahun, self.bulan, 1)

    @property
    def berkelompok(self) -> str:
        """As it is printed: `19860926 201505 1 001`."""
        a = self.angka
        return f"{a[:8]} {a[8:14]} {a[14]} {a[15:]}"

    def __str__(self) -> str:
        return self.angka


def baca(nilai: object) -> Nomor | Cela:
    """The number in a cell, or the first thing that is wrong with it.

    Apostrophes in front and blanks between are how people write it; a number cell is refused,
    for a spreadsheet keeps 15 digits and has already changed the rest.
    """
    if isinstance(nilai, bool | int | float):
        return Cela(
            "nip_berupa_angka",
            "NIP tersimpan sebagai angka, sehingga tiga digit terakhirnya sudah rusak. "
            "Format selnya sebagai teks dan ketik ulang 18 digitnya.",
        )
    angka = _BOLEH_DIBUANG.sub("", "" if nilai is None else str(nilai)).lstrip("'")
    if not angka or angka.casefold() == "null":
        return Cela("nip_kosong", "NIP kosong. Isi dengan 18 digit NIP atau NI PPPK.")
    if not (angka.isascii() and angka.isdigit()):
        return Cela("nip_bukan_angka", "NIP memuat huruf atau tanda. Isi dengan 18 digit saja.")
    if len(angka) != 18:
        return Cela("nip_panjang", f"NIP berisi {len(angka)} digit, seharusnya 18. Periksa lagi.")
    return _urai(angka)


def _urai(angka: str) -> Nomor | Cela:
    lahir = _tanggal(angka[:8])
    if lahir is None:
        return Cela(
            "nip_tanggal_mustahil",
            f"Delapan digit pertama NIP ({angka[6:8]}-{angka[4:6]}-{angka[:4]}) bukan tanggal "
            "yang ada di kalender. Periksa NIP-nya.",
        )
    tahun, petunjuk = int(angka[8:12]), int(angka[12:14])
    if tahun < 1900 or not (1 <= petunjuk <= 12 or petunjuk >= _KODE_PPPK_PERTAMA):
        return Cela(
            "nip_bulan_mustahil",
            f"Digit 9-14 NIP ({angka[8:14]}) bukan tahun dan bulan TMT CPNS, "
            "dan bukan tahun dan kode PPPK. Periksa NIP-nya.",
        )
    if angka[14] not in "12":
        return Cela(
            "nip_kelamin_mustahil",
            f"Digit ke-15 NIP ({angka[14]}) harus 1 (laki-laki) atau 2 (perempuan).",
        )
    if angka[15:] == "000":
        return Cela("nip_urut_nol", "Tiga digit terakhir NIP tidak boleh 000. Periksa NIP-nya.")
    pppk = petunjuk >= _KODE_PPPK_PERTAMA
    return Nomor(
        angka=angka,
        jenis=JenisNomor.NI_PPPK if pppk else JenisNomor.NIP,
        lahir=lahir,
        tahun=tahun,
        bulan=None if pppk else petunjuk,
        kode=petunjuk if pppk else None,
        kelamin=Kelamin.LAKI_LAKI if angka[14] == "1" else Kelamin.PEREMPUAN,
        urut=int(angka[15:]),
    )


def silang(
    nomor: Nomor,
    *,
    lahir: date | None = None,
    kelamin: Kelamin | None = None,
    tmt_cpns: date | None = None,
) -> tuple[Cela, ...]:
    """Where the number and the other columns tell different things; what is empty is not asked."""
    cela: list[Cela] = []
    if lahir is not None and lahir != nomor.lahir:
        cela.append(
            Cela(
                "nip_vs_tanggal_lahir",
                f"Tanggal lahir {lahir:%d-%m-%Y}, menurut NIP {nomor.lahir:%d-%m-%Y}. "
                "Perbaiki salah satunya.",
            )
        )
    if kelamin is not None and kelamin != nomor.kelamin:
        cela.append(
            Cela(
                "nip_vs_kelamin",
                f"Jenis kelamin {kelamin}, menurut digit ke-15 NIP {nomor.kelamin}. "
                "Perbaiki salah satunya.",
            )
        )
    if tmt_cpns is not None and not _sesuai_tmt(nomor, tmt_cpns):
        menurut = f"{nomor.bulan:02d}-{nomor.tahun}" if nomor.bulan else str(nomor.tahun)
        cela.append(
            Cela(
                "nip_vs_tmt_cpns",
                f"TMT CPNS {tmt_cpns:%d-%m-%Y}, menurut NIP {menurut}. Periksa SK-nya.",
                "peringatan",
            )
        )
    return tuple(cela)


def kewajaran(nomor: Nomor, per: date) -> tuple[Cela, ...]:
    """Ages and days nobody has, seen from a day. PPPK may begin at any age below retirement."""
    cela: list[Cela] = []
    if nomor.lahir.year > LAHIR_PALING_AKHIR or nomor.lahir > per:
        cela.append(umur_tak_wajar(nomor.lahir))
    elif nomor.bulan is not None and nomor.tahun - nomor.lahir.year not in _UMUR_DIANGKAT:
        cela.append(
            Cela(
                "nip_umur_diangkat",
                f"Menurut NIP diangkat pada umur {nomor.tahun - nomor.lahir.year} tahun. "
                "Periksa NIP-nya.",
                "peringatan",
            )
        )
    if (nomor.tahun, nomor.bulan or 1) > (per.year + 1, per.month):
        cela.append(
            Cela(
                "nip_tmt_masa_depan",
                f"Menurut NIP diangkat tahun {nomor.tahun}, lebih dari setahun lagi. "
                "Periksa NIP-nya.",
                "peringatan",
            )
        )
    return tuple(cela)


def umur_tak_wajar(lahir: date) -> Cela:
    return Cela(
        "umur_tak_wajar",
        f"Lahir {lahir:%d-%m-%Y}: terlalu muda untuk menjadi ASN. Periksa tanggal lahir dan NIP.",
    )


def _sesuai_tmt(nomor: Nomor, tmt_cpns: date) -> bool:
    if nomor.bulan is None:
        return nomor.tahun == tmt_cpns.year
    return (nomor.tahun, nomor.bulan) == (tmt_cpns.year, tmt_cpns.month)


def _tanggal(delapan: str) -> date | None:
    try:
        lahir = date(int(delapan[:4]), int(delapan[4:6]), int(delapan[6:]))
    except ValueError:
        return None
    return lahir if lahir.year >= 1900 else None
