"""Invented "data utama" exports of any size: people who exist nowhere, in SIASN's layout.

Everything follows from the row's number, so the same call makes the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from config.peragaan.susunan import INSTANSI_ID, NAMA
from pegawai.columns_pegawai import KOLOM_PEGAWAI

KEPALA = tuple(k.header for k in KOLOM_PEGAWAI)
KEDUDUKAN = {"PNS": (1.0, "Aktif"), "PPPK": (71.0, "PPPK Aktif"), "PPPK_PW": (101.0, "Paruh Waktu")}
GOLONGAN = {"PNS": (33.0, "III/c"), "PPPK": (31.0, "IX"), "PPPK_PW": ("", "")}
_SUKU = ("MA", "RI", "SU", "TO", "LA", "WA", "DE", "KA", "NI", "BU", "PA", "YA", "LU", "HE", "RA")
_NOL = date(1966, 6, 2)

Isi = Mapping[str, object]


def nama(nomor: int) -> str:
    """A name nobody bears, of one to three words."""
    kata = []
    for geser in range(1 + nomor % 3):
        acak = (nomor + 7) * 2_654_435_761 >> (3 * geser)
        kata.append("".join(_SUKU[acak >> s & 15 if acak >> s & 15 < 15 else 3] for s in (0, 4, 8)))
    return " ".join(kata)


def nip(nomor: int, status: str = "PNS") -> str:
    """A number that agrees with the row's other cells."""
    lahir, tmt = _hari(nomor)
    sisip = f"{tmt:%Y%m}" if status == "PNS" else f"{tmt.year}21"
    return f"{lahir:%Y%m%d}{sisip}{1 + nomor % 2}{1 + nomor % 999:03d}"


def _hari(nomor: int) -> tuple[date, date]:
    lahir = _NOL + timedelta(days=nomor * 7 % 11_500)
    return lahir, date(lahir.year + 22 + nomor % 5, 1 + nomor % 12, 1)


def orang(
    nomor: int,
    *,
    status: str = "PNS",
    unit: tuple[str, str] = ("", ""),
    jabatan: tuple[str, str] = ("", ""),
    **ganti: object,
) -> dict[str, object]:
    """One row by header; ``ganti`` replaces cells (blanks of the header as underscores)."""
    lahir, tmt = _hari(nomor)
    kedudukan, golongan = KEDUDUKAN[status], GOLONGAN[status]
    isi: dict[str, object] = {
        "PNS ID": f"{nomor * 1_000_003:032x}",
        "NIP BARU": f"'{nip(nomor, status)}",
        "NIP LAMA": float(100_000_000 + nomor) if status == "PNS" else "",
        "NAMA": nama(nomor),
        "GELAR BELAKANG": ("S.Pd", "S.E.", "A.Md.Keb", "")[nomor % 4],
        "TEMPAT LAHIR ID": f"{nomor % 60:032X}",
        "TEMPAT LAHIR NAMA": nama(nomor % 60),
        "TANGGAL LAHIR": lahir,
        "JENIS KELAMIN": "MF"[nomor % 2],
        "AGAMA ID": 1.0,
        "AGAMA NAMA": "Islam",
        "JENIS KAWIN ID": 1.0,
        "JENIS KAWIN NAMA": "Menikah",
        "NIK": f"'99{nomor:014d}",
        "NOMOR HP": float(80_000_000_000 + nomor),
        "EMAIL": f"orang{nomor}@contoh.example",
        "ALAMAT": f"JL. CONTOH NO. {nomor}",
        "NPWP NOMOR": f"'{nomor:015d}",
        "BPJS": f"'{nomor:013d}",
        "JENIS PEGAWAI ID": 15.0,
        "JENIS PEGAWAI NAMA": "PNS Daerah Kab./Kota yang bekerja pada Kab./Kota",
        "KEDUDUKAN HUKUM ID": kedudukan[0],
        "KEDUDUKAN HUKUM NAMA": kedudukan[1],
        "STATUS CPNS PNS": "P",
        "KARTU ASN VIRTUAL": "1",
        "NOMOR SK CPNS": f"800/{nomor}/BKD/{tmt.year}",
        "TANGGAL SK CPNS": tmt - timedelta(days=10),
        "TMT CPNS": tmt,
        "NOMOR SK PNS": f"821/{nomor}/BKD/{tmt.year + 1}",
        "TANGGAL SK PNS": tmt + timedelta(days=355),
        "TMT PNS": date(tmt.year + 1, tmt.month, 1) if status == "PNS" else "",
        "GOL AWAL ID": golongan[0],
        "GOL AWAL NAMA": golongan[1],
        "GOL AKHIR ID": golongan[0],
        "GOL AKHIR NAMA": golongan[1],
        "TMT GOLONGAN": date(2020 + nomor % 6, 4, 1) if status == "PNS" else "",
        "MK TAHUN": float(nomor % 33),
        "MK BULAN": float(nomor % 12),
        "JENIS JABATAN ID": 2.0,
        "JENIS JABATAN NAMA": "Jabatan Fungsional",
        "JABATAN ID": jabatan[0],
        "JABATAN NAMA": jabatan[1],
        "TMT JABATAN": date(2016 + nomor % 10, 1 + nomor % 12, 1),
        "TINGKAT PENDIDIKAN ID": 40.0,
        "TINGKAT PENDIDIKAN NAMA": "S-1/Sarjana",
        "PENDIDIKAN ID": f"{nomor % 400:032X}",
        "PENDIDIKAN NAMA": f"S-1 {nama(nomor % 400)}",
        "TAHUN LULUS": float(lahir.year + 23),
        "KPKN ID": "C2",
        "LOKASI KERJA ID": f"{nomor % 25:032X}",
        "LOKASI KERJA NAMA": nama(nomor % 25),
        "UNOR ID": unit[0],
        "UNOR NAMA": unit[1],
        **{f"INSTANSI {apa} ID": INSTANSI_ID for apa in ("INDUK", "KERJA")},
        **{f"INSTANSI {apa} NAMA": NAMA for apa in ("INDUK", "KERJA")},
        **{f"SATUAN KERJA {apa} ID": "6B873AFC" for apa in ("INDUK", "KERJA")},
        **{f"SATUAN KERJA {apa} NAMA": NAMA for apa in ("INDUK", "KERJA")},
        "IS VALID NIK": 1.0,
        "FLAG IKD": float(nomor % 2),
    }
    isi.update({kunci.replace("_", " "): nilai for kunci, nilai in ganti.items()})
    return isi


def baris(orang: Isi, kepala: Sequence[str] = KEPALA) -> list[object]:
    """The cells of a row in the order of a header."""
    return [orang.get(h, "") for h in kepala]


def banyak(
    jumlah: int,
    unit: Sequence[tuple[str, str]],
    jabatan: Sequence[tuple[str, str]],
    *,
    status: str = "PNS",
) -> Iterator[dict[str, object]]:
    """So many people, spread over the units and jabatan."""
    for nomor in range(jumlah):
        yield orang(
            nomor,
            status=status,
            unit=unit[nomor * 7 % len(unit)],
            jabatan=jabatan[nomor * 11 % len(jabatan)],
        )


def tulis_ekspor(
    tujuan: Path,
    semua: Iterable[Isi],
    *,
    kepala: Sequence[str] = KEPALA,
    lembar: str = "pns_22FF1EFE",
) -> Path:
    """A workbook as offices have it: header in row 1, real dates, numbers where Excel made them."""
    with xlsxwriter.Workbook(
        str(tujuan),
        {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False},
    ) as buku:
        ws = buku.add_worksheet(lembar[:31])
        tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})
        ws.write_row(0, 0, kepala)
        for r, satu in enumerate(semua, 1):
            for c, nilai in enumerate(baris(satu, kepala)):
                if isinstance(nilai, date):
                    ws.write_datetime(r, c, nilai, tanggal)  # type: ignore[arg-type]
                elif isinstance(nilai, float | int):
                    ws.write_number(r, c, nilai)
                elif nilai:
                    ws.write_string(r, c, str(nilai))
    return tujuan
