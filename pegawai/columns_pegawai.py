"""The columns of SIASN's "data utama" export, each said once.

The order is that of the download; files may bring them in any order. ``simpan=False``: read only
to check length and hidden characters, never kept, never compared (religion, tax number, BPJS,
address).
"""

from __future__ import annotations

from toolkit import nilai
from toolkit.tabular import Column, Hasil, Pembersih, Temuan

MAKS_ID = 64
_KOSONG = Temuan("nama_kosong", "Nama tidak boleh kosong. Isi nama sesuai SIASN.")


def kode(mentah: object, maks: int) -> Hasil:
    """A small code: 5, 5.0, '05 and '5 are the same."""
    if mentah.__class__ is float and mentah.is_integer():  # type: ignore[attr-defined]
        return str(int(mentah)), ()  # type: ignore[call-overload]
    if isinstance(mentah, bool):
        return str(int(mentah)), ()
    bersih, temuan = nilai.nama(mentah, maks)
    if isinstance(bersih, str) and bersih.isdigit():
        bersih = bersih.lstrip("0") or "0"
    return bersih, temuan


def nama_orang(mentah: object, maks: int) -> Hasil:
    """A person's name; it must be there."""
    bersih, temuan = nilai.nama(mentah, maks)
    if bersih is None and not temuan:
        return None, (_KOSONG,)
    return bersih, temuan


def mentah(isi: object, maks: int) -> Hasil:
    """Judged together with the rest of its row."""
    return isi, ()


def _k(
    header: str,
    parse: Pembersih = nilai.nama,
    *,
    maks: int = 1_000,
    simpan: bool = True,
    wajib: bool = False,
    jenis: str = "teks",
) -> Column:
    return Column(
        header,
        header.lower().replace(" ", "_"),
        parse,
        wajib=wajib,
        simpan=simpan,
        maks=maks,
        jenis=jenis,  # type: ignore[arg-type]
    )


def _id(header: str) -> Column:
    return _k(header, maks=MAKS_ID)


def _kode(header: str, *, simpan: bool = True) -> Column:
    return _k(header, kode, maks=MAKS_ID, simpan=simpan)


def _tanggal(header: str) -> Column:
    return _k(header, nilai.tanggal, jenis="tanggal")


NIP = "NIP BARU"
NIP_LAMA = "NIP LAMA"
NIK = "NIK"
NAMA = "NAMA"
LAHIR = "TANGGAL LAHIR"

KOLOM_PEGAWAI: tuple[Column, ...] = (
    _id("PNS ID"),
    _k(NIP, mentah, wajib=True),
    _k(NIP_LAMA, nilai.nomor, maks=30),
    _k(NAMA, nama_orang, maks=nilai.MAKS_NAMA, wajib=True),
    _k("GELAR DEPAN"),
    _k("GELAR BELAKANG"),
    _id("TEMPAT LAHIR ID"),
    _k("TEMPAT LAHIR NAMA"),
    _tanggal(LAHIR),
    _k("JENIS KELAMIN"),
    _kode("AGAMA ID", simpan=False),
    _k("AGAMA NAMA", simpan=False),
    _kode("JENIS KAWIN ID"),
    _k("JENIS KAWIN NAMA"),
    _k(NIK, nilai.nomor, maks=30),
    _k("NOMOR HP", nilai.nomor),
    _k("EMAIL"),
    _k("EMAIL GOV"),
    _k("ALAMAT", nilai.teks, simpan=False),
    _k("NPWP NOMOR", nilai.nomor, simpan=False),
    _k("BPJS", nilai.nomor, simpan=False),
    _kode("JENIS PEGAWAI ID"),
    _k("JENIS PEGAWAI NAMA"),
    _kode("KEDUDUKAN HUKUM ID"),
    _k("KEDUDUKAN HUKUM NAMA"),
    _k("STATUS CPNS PNS"),
    _kode("KARTU ASN VIRTUAL"),
    _k("NOMOR SK CPNS", nilai.nomor_surat),
    _tanggal("TANGGAL SK CPNS"),
    _tanggal("TMT CPNS"),
    _k("NOMOR SK PNS", nilai.nomor_surat),
    _tanggal("TANGGAL SK PNS"),
    _tanggal("TMT PNS"),
    _kode("GOL AWAL ID"),
    _k("GOL AWAL NAMA"),
    _kode("GOL AKHIR ID"),
    _k("GOL AKHIR NAMA"),
    _tanggal("TMT GOLONGAN"),
    _k("MK TAHUN", nilai.bulat, jenis="bulat"),
    _k("MK BULAN", nilai.bulat, jenis="bulat"),
    _kode("JENIS JABATAN ID"),
    _k("JENIS JABATAN NAMA"),
    _id("JABATAN ID"),
    _k("JABATAN NAMA"),
    _tanggal("TMT JABATAN"),
    _kode("TINGKAT PENDIDIKAN ID"),
    _k("TINGKAT PENDIDIKAN NAMA"),
    _id("PENDIDIKAN ID"),
    _k("PENDIDIKAN NAMA"),
    _k("TAHUN LULUS", nilai.bulat, jenis="bulat"),
    _id("KPKN ID"),
    _k("KPKN NAMA"),
    _id("LOKASI KERJA ID"),
    _k("LOKASI KERJA NAMA"),
    _id("UNOR ID"),
    _k("UNOR NAMA"),
    _id("INSTANSI INDUK ID"),
    _k("INSTANSI INDUK NAMA"),
    _id("INSTANSI KERJA ID"),
    _k("INSTANSI KERJA NAMA"),
    _id("SATUAN KERJA INDUK ID"),
    _k("SATUAN KERJA INDUK NAMA"),
    _id("SATUAN KERJA KERJA ID"),
    _k("SATUAN KERJA KERJA NAMA"),
    _kode("IS VALID NIK"),
    _k("NAMA SEKOLAH"),
    _kode("FLAG IKD"),
)
TERSIMPAN: tuple[str, ...] = tuple(k.header for k in KOLOM_PEGAWAI if k.simpan)
"""What a month-to-month comparison looks at."""
TMT: tuple[str, ...] = ("TMT CPNS", "TMT PNS", "TMT GOLONGAN", "TMT JABATAN")
