"""From kept text to the columns of ``Pegawai``: dates, codes looked up, words cut to fit.

Whatever is cut here stays whole in ``Pegawai.siasn``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pegawai.columns_pegawai import LAHIR, NAMA, NIP_LAMA
from pegawai.kernel import nip as kernel_nip
from pegawai.kernel.cela import Cela
from pegawai.kernel.nik import samarkan
from pegawai.models import Jabatan, JenisJabatan, Pegawai, Pendidikan, StatusPegawai
from pegawai.services.impor_pegawai_acuan import Acuan, terkunci
from pegawai.services.impor_pegawai_baca import Isian
from pegawai.services.impor_pegawai_periksa import KELAMIN, LULUS_PALING_AWAL
from pegawai.services.turunan import jenis_dari_siasn
from toolkit.nilai import kunci_id
from toolkit.sandi import sandikan

# field of Pegawai: header of the export
_TEKS = {
    "nama": NAMA,
    "gelar_depan": "GELAR DEPAN",
    "gelar_belakang": "GELAR BELAKANG",
    "pns_id": "PNS ID",
    "tempat_lahir": "TEMPAT LAHIR NAMA",
    "kawin": "JENIS KAWIN NAMA",
    "telepon": "NOMOR HP",
    "email": "EMAIL",
    "email_dinas": "EMAIL GOV",
    "jenis_pegawai": "JENIS PEGAWAI NAMA",
    "sk_cpns": "NOMOR SK CPNS",
    "sk_pns": "NOMOR SK PNS",
    "lokasi_kerja": "LOKASI KERJA NAMA",
}
_TANGGAL = {
    "tmt_cpns": "TMT CPNS",
    "tmt_pns": "TMT PNS",
    "tanggal_sk_cpns": "TANGGAL SK CPNS",
    "tanggal_sk_pns": "TANGGAL SK PNS",
    "tmt_golongan": "TMT GOLONGAN",
}


@dataclass(frozen=True)
class Rujukan:
    """Rows of the register the file's ids lead to."""

    acuan: Acuan
    jabatan: dict[str, int]
    pendidikan: dict[str, int]


def siapkan_rujukan(isian: Isian, acuan: Acuan) -> Rujukan:
    """Look up jabatan and study programmes; what no reference knows is registered as such."""
    jabatan = dict(terkunci(Jabatan.objects.values_list("siasn_id", "pk")))
    pendidikan = dict(terkunci(Pendidikan.objects.values_list("siasn_id", "pk")))
    jabatan |= _daftarkan_jabatan(isian, acuan, jabatan)
    pendidikan |= _daftarkan_pendidikan(isian, acuan, pendidikan)
    return Rujukan(acuan, jabatan, pendidikan)


def _daftarkan_jabatan(isian: Isian, acuan: Acuan, ada: dict[str, int]) -> dict[str, int]:
    kolom = zip(
        *map(isian.kolom, ("JABATAN ID", "JABATAN NAMA", "JENIS JABATAN ID", "JENIS JABATAN NAMA")),
        strict=True,
    )
    asing: dict[str, Jabatan] = {}
    for siasn_id, nama, jenis_id, jenis_nama in kolom:
        kunci = kunci_id(siasn_id)
        if siasn_id is None or kunci is None or kunci in ada or kunci in asing:
            continue
        jenis = jenis_dari_siasn(
            {"JENIS JABATAN ID": jenis_id or "", "JENIS JABATAN NAMA": jenis_nama or ""}
        )
        unit = acuan.unit.get(kunci) if jenis == JenisJabatan.STRUKTURAL else None
        asing[kunci] = Jabatan(
            siasn_id=siasn_id,
            kunci=kunci,
            nama=(nama or siasn_id)[:255],
            jenis=jenis,
            unit_id=unit,
            di_luar_referensi=True,
        )
    return {j.kunci: j.pk for j in Jabatan.objects.bulk_create(asing.values(), batch_size=500)}


def _daftarkan_pendidikan(isian: Isian, acuan: Acuan, ada: dict[str, int]) -> dict[str, int]:
    kolom = zip(
        *map(isian.kolom, ("PENDIDIKAN ID", "PENDIDIKAN NAMA", "TINGKAT PENDIDIKAN ID")),
        strict=True,
    )
    asing: dict[str, Pendidikan] = {}
    for siasn_id, nama, tingkat in kolom:
        kunci = kunci_id(siasn_id)
        if siasn_id is None or kunci is None or kunci in ada or kunci in asing:
            continue
        asing[kunci] = Pendidikan(
            siasn_id=siasn_id,
            nama=(nama or siasn_id)[:255],
            tingkat_id=acuan.tingkat.get(tingkat or ""),
            di_luar_referensi=True,
        )
    baru = Pendidikan.objects.bulk_create(asing.values(), batch_size=500)
    return dict(zip(asing, (p.pk for p in baru), strict=True))


def kolom_pegawai(
    isian: Isian, status: StatusPegawai, rujukan: Rujukan, per: date
) -> dict[str, Sequence[Any]]:
    """The columns of ``Pegawai`` that come from the file, NIK and what is derived excepted."""
    acuan = rujukan.acuan
    n = len(isian)
    hasil: dict[str, Sequence[Any]] = {
        medan: isian.ubah(header, _pemotong(medan), "") for medan, header in _TEKS.items()
    }
    hasil |= {medan: isian.tanggal(header) for medan, header in _TANGGAL.items()}
    hasil["nip"] = isian.nip
    hasil["lahir"], hasil["kelamin"] = _dari_nomor(isian)
    hasil["status"] = [status] * n
    hasil["kedudukan"] = isian.ubah("KEDUDUKAN HUKUM ID", acuan.kedudukan.get)
    hasil["cpns"] = isian.ubah("STATUS CPNS PNS", lambda v: v.upper() == "C", False)
    for medan, awal in (("golongan_awal", "GOL AWAL"), ("golongan", "GOL AKHIR")):
        hasil[medan] = [
            acuan.golongan_dari(status, kode, nama)
            for kode, nama in zip(
                isian.kolom(f"{awal} ID"), isian.kolom(f"{awal} NAMA"), strict=True
            )
        ]
    hasil["mk_tahun"] = isian.ubah("MK TAHUN", _bilangan(range(61)))
    hasil["mk_bulan"] = isian.ubah("MK BULAN", _bilangan(range(12)))
    hasil["tahun_lulus"] = isian.ubah(
        "TAHUN LULUS", _bilangan(range(LULUS_PALING_AWAL, per.year + 2))
    )
    hasil["tingkat_pendidikan"] = isian.ubah("TINGKAT PENDIDIKAN ID", acuan.tingkat.get)
    hasil["pendidikan"] = isian.ubah(
        "PENDIDIKAN ID", lambda v: rujukan.pendidikan.get(kunci_id(v) or "")
    )
    hasil["nik_valid"] = isian.ubah("IS VALID NIK", lambda v: v == "1")
    hasil["instansi_kerja_lain"] = _instansi_lain(isian)
    hasil["siasn"] = [*isian.siasn()]
    return hasil


def kolom_nik(nik: Sequence[str | None]) -> dict[str, Sequence[Any]]:
    """NIK as it is stored: encrypted, and masked for the eye."""
    return {
        "nik_sandi": [sandikan(n) if n else None for n in nik],
        "nik_samar": [samarkan(n)[:17] for n in nik],
    }


def nip_lama(isian: Isian) -> list[str]:
    """Old numbers with the zeros a spreadsheet took away; what is no number is left out."""
    return isian.ubah(NIP_LAMA, lambda v: v.zfill(9) if v.isdigit() and len(v) <= 18 else "", "")


def unit_dan_jabatan(isian: Isian, rujukan: Rujukan) -> list[tuple[int | None, int | None]]:
    """Where each person sits, as far as the tree and the register know."""
    unit = isian.ubah("UNOR ID", lambda v: rujukan.acuan.unit.get(kunci_id(v) or ""))
    jabatan = isian.ubah("JABATAN ID", lambda v: rujukan.jabatan.get(kunci_id(v) or ""))
    return list(zip(unit, jabatan, strict=True))


def potong(header: str, maks: int, isian: Isian) -> list[str]:
    """A column of words cut to fit."""
    return isian.ubah(header, lambda v: v[:maks], "")


def _pemotong(medan: str) -> Callable[[str], str]:
    maks: int = Pegawai._meta.get_field(medan).max_length  # type: ignore[union-attr, assignment]
    return lambda teks: teks[:maks]


def _bilangan(wajar: range) -> Callable[[str], int | None]:
    """A whole number, or nothing when it is no sensible one (a warning has said so)."""
    return lambda teks: int(teks) if int(teks) in wajar else None


def _dari_nomor(isian: Isian) -> tuple[list[date | None], list[str]]:
    """Birthday and sex; where a cell is empty the number itself tells them."""
    lahir = isian.tanggal(LAHIR)
    kelamin = isian.ubah("JENIS KELAMIN", lambda v: str(KELAMIN.get(v, "")), "")
    for i, (hari, huruf) in enumerate(zip(lahir, kelamin, strict=True)):
        if hari is None or not huruf:
            nomor = kernel_nip.baca(isian.nip[i])
            if not isinstance(nomor, Cela):
                lahir[i] = hari or nomor.lahir
                kelamin[i] = huruf or str(nomor.kelamin)
    return lahir, kelamin


def _instansi_lain(isian: Isian) -> list[str]:
    kolom = ("INSTANSI INDUK ID", "INSTANSI KERJA ID", "INSTANSI KERJA NAMA")
    return [
        (nama or kerja)[:255] if kerja is not None and induk is not None and kerja != induk else ""
        for induk, kerja, nama in zip(*map(isian.kolom, kolom), strict=True)
    ]
