"""Moves by SIASN's ids, for the export: the people and posts of many rows in a few queries.

An id given here because SIASN has none yet is no id of SIASN's, and stays out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mutasi.kernel.imut import Pindahan, TempatSiasn
from mutasi.kernel.perubahan import Pos, dilantik
from organisasi.kernel.id_lokal import AWALAN
from organisasi.models import Instansi
from pegawai.models import Formasi, JenisJabatan, JenisPenugasan, Pegawai
from penilaian.selectors.kompetensi_standar import jabatan_kernel

_INSTANSI, _SATKER = "INSTANSI KERJA ID", "SATUAN KERJA KERJA ID"


@dataclass(frozen=True)
class BarisPindah:
    """One row of a decree, or of a proposal. ``ke`` None: the post lies in another instansi."""

    pegawai: int
    dari: int | None
    ke: int | None
    tmt: date
    nomor_sk: str = ""
    tanggal_sk: date | None = None
    pelantikan: date | None = None
    penugasan: str = JenisPenugasan.DEFINITIF


def pindahan_imut(baris: Sequence[BarisPindah]) -> list[Pindahan]:
    """In the order given; a person who does not exist is left out. Three queries.

    The unit of work stays the one SIASN shows at the person.
    """
    orang = {
        o.pk: o
        for o in Pegawai.objects.filter(pk__in={b.pegawai for b in baris})
        .only("nip", "nama", "gelar_depan", "gelar_belakang", "pns_id", "siasn")
        .order_by()
    }
    ids = {pk for b in baris for pk in (b.dari, b.ke) if pk}
    rows = Formasi.objects.filter(pk__in=ids).select_related("unit", "jabatan__padanan")
    formasi = {f.pk: f for f in rows.order_by()}
    instansi = Instansi.objects.first()
    bawaan = instansi.siasn_id if instansi else ""
    return [
        _pindahan(b, orang[b.pegawai], formasi.get(b.dari or 0), formasi.get(b.ke or 0), bawaan)
        for b in baris
        if b.pegawai in orang
    ]


def _pindahan(
    b: BarisPindah, o: Pegawai, dari: Formasi | None, ke: Formasi | None, instansi: str
) -> Pindahan:
    samping = b.penugasan != JenisPenugasan.DEFINITIF
    return Pindahan(
        pns_id=o.pns_id,
        nip=o.nip,
        nama=o.nama_lengkap,
        asal=_tempat(dari),
        tujuan=_tempat(ke),
        instansi_id=instansi or o.siasn.get(_INSTANSI, ""),
        satuan_kerja_id=o.siasn.get(_SATKER, ""),
        tmt=b.tmt,
        nomor_sk=b.nomor_sk,
        tanggal_sk=b.tanggal_sk,
        pelantikan=b.pelantikan,
        penugasan=b.penugasan,
        wajib_lantik=False if samping else dilantik(_pos(dari), _pos(ke)),
    )


def _nama(f: Formasi) -> Any:
    return f.jabatan.padanan or f.jabatan


def _pos(f: Formasi | None) -> Pos:
    return Pos(jabatan_id=_nama(f).pk, jabatan=jabatan_kernel(_nama(f))) if f else Pos()


def _tempat(f: Formasi | None) -> TempatSiasn:
    if f is None:
        return TempatSiasn()
    nama = _nama(f)
    struktural = nama.jenis == JenisJabatan.STRUKTURAL
    return TempatSiasn(
        jabatan_id="" if struktural else _milik_siasn(nama.siasn_id),
        jenis=nama.jenis,
        unor_id=_milik_siasn(f.unit.siasn_id),
        eselon_id=nama.eselon_id,
        nama=nama.nama,
        unor=f.unit.nama,
    )


def _milik_siasn(siasn_id: str) -> str:
    return "" if siasn_id.startswith(AWALAN) else siasn_id
