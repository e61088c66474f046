"""A move in the shape operators retype into I-MUT and SIASN: its field names, its codes, its dates.

Field names and codes are those of SIASN's service (peraturan-mutasi 4.1, 6.2). Every cell is text:
a NIP read as a number loses digits, and dates are written dd-mm-yyyy.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from penilaian.kernel.tingkat import FUNGSIONAL, PELAKSANA, STRUKTURAL


class JenisMutasiSiasn(StrEnum):
    """The two SIASN knows."""

    JABATAN = "MJ"
    UNOR = "MU"


@dataclass(frozen=True)
class TempatSiasn:
    """A post by SIASN's ids: of the jabatan, of the unit; ``sub``: of a sub-jabatan, if any."""

    jabatan_id: str = ""
    jenis: str = ""
    unor_id: str = ""
    eselon_id: str = ""
    sub: str = ""
    nama: str = ""
    unor: str = ""


@dataclass(frozen=True)
class Pindahan:
    """One row of a decree as the export needs it. ``penugasan``: D, PLT, PLH, PJ or TT;
    ``pelantikan`` None: nobody is inaugurated, or not yet."""

    pns_id: str
    nip: str
    nama: str
    asal: TempatSiasn
    tujuan: TempatSiasn
    instansi_id: str
    satuan_kerja_id: str
    tmt: date
    nomor_sk: str = ""
    tanggal_sk: date | None = None
    pelantikan: date | None = None
    penugasan: str = "D"
    wajib_lantik: bool | None = None


@dataclass(frozen=True)
class BarisImut:
    """The cells of one row; the attributes carry SIASN's own names, in the order retyped."""

    nip: str
    nama: str
    pnsId: str  # noqa: N815 - SIASN's spelling
    jenisMutasiId: str  # noqa: N815
    jenisPenugasanId: str  # noqa: N815
    jenisJabatan: str  # noqa: N815
    eselonId: str  # noqa: N815
    jabatanFungsionalId: str  # noqa: N815
    jabatanFungsionalUmumId: str  # noqa: N815
    subJabatanId: str  # noqa: N815
    namaJabatan: str  # noqa: N815
    unorId: str  # noqa: N815
    namaUnor: str  # noqa: N815
    satuanKerjaId: str  # noqa: N815
    instansiId: str  # noqa: N815
    nomorSk: str  # noqa: N815
    tanggalSk: str  # noqa: N815
    tmtJabatan: str  # noqa: N815
    tmtMutasi: str  # noqa: N815
    tmtPelantikan: str  # noqa: N815
    catatan: str


NAMA_KOLOM: tuple[str, ...] = tuple(f.name for f in fields(BarisImut))


def jenis_mutasi(asal: TempatSiasn, tujuan: TempatSiasn) -> JenisMutasiSiasn | None:
    """MJ when the jabatan changes, whatever the unit does; MU when only the unit does.

    A structural jabatan is its unit: leading another one is another jabatan. None where nothing
    changes, or nobody knows.
    """
    if STRUKTURAL in (asal.jenis, tujuan.jenis):
        sama = asal.jenis == tujuan.jenis and asal.unor_id == tujuan.unor_id
        return None if sama else JenisMutasiSiasn.JABATAN
    if not asal.jabatan_id or not tujuan.jabatan_id:
        return None
    if asal.jabatan_id != tujuan.jabatan_id:
        return JenisMutasiSiasn.JABATAN
    if not asal.unor_id or asal.unor_id == tujuan.unor_id:
        return None
    return JenisMutasiSiasn.UNOR


def baris_imut(p: Pindahan, *, sesudah_sk: bool) -> BarisImut:
    """The row, with what is missing in its last cell: one bad row never stops the others.

    I-MUT is asked before the decree, SIASN is told after it (``sesudah_sk``).
    """
    jenis, tujuan = jenis_mutasi(p.asal, p.tujuan), p.tujuan
    return BarisImut(
        nip=p.nip,
        nama=p.nama,
        pnsId=p.pns_id,
        jenisMutasiId=jenis or "",
        jenisPenugasanId=p.penugasan,
        jenisJabatan=tujuan.jenis,
        eselonId=tujuan.eselon_id if tujuan.jenis == STRUKTURAL else "",
        jabatanFungsionalId=tujuan.jabatan_id if tujuan.jenis == FUNGSIONAL else "",
        jabatanFungsionalUmumId=tujuan.jabatan_id if tujuan.jenis == PELAKSANA else "",
        subJabatanId=tujuan.sub,
        namaJabatan=tujuan.nama,
        unorId=tujuan.unor_id,
        namaUnor=tujuan.unor,
        satuanKerjaId=p.satuan_kerja_id,
        instansiId=p.instansi_id,
        nomorSk=p.nomor_sk,
        tanggalSk=tulis_tanggal(p.tanggal_sk),
        tmtJabatan=tulis_tanggal(p.tmt),
        tmtMutasi=tulis_tanggal(p.tmt),
        tmtPelantikan=tulis_tanggal(p.pelantikan),
        catatan="; ".join(kekurangan(p, sesudah_sk=sesudah_sk)),
    )


def tulis_tanggal(hari: date | None) -> str:
    """dd-mm-yyyy, or nothing."""
    return f"{hari.day:02d}-{hari.month:02d}-{hari.year:04d}" if hari else ""


def kekurangan(p: Pindahan, *, sesudah_sk: bool) -> list[str]:
    """What the row would be sent back for, in words."""
    tujuan = p.tujuan
    wajib = (
        (p.pns_id, "PNS ID belum tercatat"),
        (p.nip, "NIP belum tercatat"),
        (p.instansi_id, "ID instansi di SIASN belum diisi"),
        (p.satuan_kerja_id, "ID satuan kerja belum tercatat"),
        (tujuan.unor_id, "unor tujuan tidak ada di SIASN"),
        (tujuan.jenis, "jenis jabatan tujuan belum tercatat"),
    )
    surat = ((p.nomor_sk, "nomor SK belum ada"), (p.tanggal_sk, "tanggal SK belum ada"))
    hasil = [kata for nilai, kata in wajib + surat * sesudah_sk if not nilai]
    if tujuan.jenis == STRUKTURAL and not tujuan.eselon_id:
        hasil.append("eselon jabatan tujuan belum tercatat")
    if tujuan.jenis in (FUNGSIONAL, PELAKSANA) and not tujuan.jabatan_id:
        hasil.append("jabatan tujuan tidak ada di referensi SIASN")
    if jenis_mutasi(p.asal, p.tujuan) is None:
        hasil.append("jenis mutasi belum dapat ditentukan dari jabatan dan unornya")
    if sesudah_sk and p.wajib_lantik and p.pelantikan is None:
        hasil.append("tanggal pelantikan belum ada")
    return hasil
