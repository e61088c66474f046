"""The filters of the list of people, read from the address. What makes no sense says nothing."""

from __future__ import annotations

from datetime import date

from django.http import QueryDict

from organisasi.models import JenisUnit
from pegawai.columns_daftar import BAWAAN, kolom_pegawai
from pegawai.models import JenisJabatan, Jenjang, StatusPegawai
from pegawai.selectors.saringan import DATA, URUTAN, Saringan

# Not part of what a view shows: which page of it, how many rows.
BUKAN_SARINGAN = ("hal", "ukuran")
TERPANJANG = 100


def baca_saringan(data: QueryDict, *, urut: str = "nama") -> Saringan:
    """The conditions as the address states them."""
    return Saringan(
        q=_teks(data, "q"),
        status=_satu_dari(data, "status", StatusPegawai.values),
        jenis=_satu_dari(data, "jenis", JenisJabatan.values),
        rumpun=_teks(data, "rumpun"),
        jenjang=_satu_dari(data, "jenjang", Jenjang.values),
        jabatan=_bilangan(data, "jabatan"),
        golongan=_bilangan(data, "golongan"),
        kedudukan=_bilangan(data, "kedudukan"),
        pendidikan=_bilangan(data, "pendidikan"),
        unit=_bilangan(data, "unit"),
        jenis_unit=_satu_dari(data, "jenis_unit", JenisUnit.values),
        urusan=_teks(data, "urusan"),
        kecamatan=_bilangan(data, "kecamatan"),
        data=_satu_dari(data, "data", DATA),
        pensiun_dari=_tanggal(data, "pensiun_dari"),
        pensiun_sampai=_tanggal(data, "pensiun_sampai"),
        jabatan_sampai=_tanggal(data, "jabatan_sampai"),
        urut=_satu_dari(data, "urut", URUTAN) or urut,
    )


def baca_kolom(data: QueryDict, *, per: date) -> list[str]:
    """The chosen columns in their own order; the name always leads."""
    dipilih = set(data.getlist("kolom")) or set(BAWAAN)
    return [k for k in kolom_pegawai(per=per) if k in dipilih or k == "nama"]


def kueri_tampilan(data: QueryDict) -> str:
    """The query string worth keeping: without page and page size, without empty fields."""
    bersih = data.copy()
    for nama in list(bersih):
        isi = [] if nama in BUKAN_SARINGAN else [n for n in bersih.getlist(nama) if n]
        bersih.setlist(nama, isi)
    return bersih.urlencode()


def _teks(data: QueryDict, nama: str) -> str:
    return data.get(nama, "").replace("\x00", "").strip()[:TERPANJANG]


def _satu_dari(data: QueryDict, nama: str, pilihan: object) -> str:
    nilai = data.get(nama, "")
    return nilai if nilai and nilai in pilihan else ""  # type: ignore[operator]


def _bilangan(data: QueryDict, nama: str) -> int | None:
    nilai = data.get(nama, "")
    return int(nilai) if nilai.isascii() and nilai.isdecimal() and len(nilai) < 18 else None


def _tanggal(data: QueryDict, nama: str) -> date | None:
    try:
        return date.fromisoformat(data.get(nama, ""))
    except ValueError:
        return None
