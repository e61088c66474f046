"""Acts on offices: what is known of them, opening one, closing one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from jejak.catat import catat
from organisasi import policies_unit, tindakan
from organisasi.models import JenisUnit, Pengguna, UnitKerja
from organisasi.services.pohon import susun_ulang_pohon
from toolkit.nilai import kunci_id
from toolkit.policy import Refusal

ATRIBUT = ("jenis", "urusan", "wilayah", "lintang", "bujur", "terpencil")


@transaction.atomic
def ubah_atribut_unit(
    unit_id: int, *, oleh: Pengguna, per: date, alasan: str, isi: Mapping[str, Any]
) -> UnitKerja:
    """Correct kind, urusan, kecamatan, coordinates, remoteness; a corrected kind is no guess."""
    unit = UnitKerja.objects.select_for_update(of=("self",)).get(pk=unit_id)
    policies_unit.ubah_unit.check(unit, oleh, per=per)
    berubah = {k: v for k, v in isi.items() if k in ATRIBUT and getattr(unit, k) != v}
    if not berubah:
        raise Refusal("Tidak ada yang berubah.", kode="tidak_berubah")
    lama = {nama: getattr(unit, nama) for nama in berubah}
    for nama, nilai in berubah.items():
        setattr(unit, nama, nilai)
    unit.jenis_dikoreksi = unit.jenis_dikoreksi or "jenis" in berubah
    unit.save(update_fields=[*berubah, "jenis_dikoreksi"])
    sebelum, sesudah = ({k: _teks(v) for k, v in nilai.items()} for nilai in (lama, berubah))
    catat(tindakan.UNIT_DIUBAH, unit, oleh=oleh, alasan=alasan, sebelum=sebelum, sesudah=sesudah)
    return unit


def _teks(nilai: Any) -> Any:
    return nilai if nilai is None or isinstance(nilai, bool | int) else str(nilai)


@transaction.atomic
def buka_unit(
    *,
    oleh: Pengguna,
    per: date,
    nama: str,
    induk: UnitKerja,
    jenis: str,
    mulai: date,
    siasn_id: str,
    alasan: str,
) -> UnitKerja:
    """Add an office that the last hierarchy of SIASN did not hold, under the id SIASN gave it."""
    policies_unit.ubah_unit.check(induk, oleh, per=per)
    kunci = kunci_id(siasn_id) or ""
    if UnitKerja.objects.filter(kunci=kunci).exists():
        raise Refusal("Unit dengan ID SIASN itu sudah ada.", kode="sudah_ada")
    if jenis not in JenisUnit.values:
        raise Refusal("Jenis unit tidak dikenal.", kode="jenis")
    unit = UnitKerja.objects.create(
        nama=nama,
        induk=induk,
        jenis=jenis,
        jenis_dikoreksi=True,
        dibuka=mulai,
        siasn_id=siasn_id,
        kunci=kunci,
    )
    susun_ulang_pohon()
    unit.refresh_from_db()
    sesudah = {"nama": nama, "induk": str(induk), "jenis": jenis, "dibuka": mulai}
    catat(tindakan.UNIT_DIBUKA, unit, oleh=oleh, alasan=alasan, sesudah=sesudah)
    return unit


@transaction.atomic
def tutup_unit(unit_id: int, *, oleh: Pengguna, per: date, ditutup: date, alasan: str) -> UnitKerja:
    """Close an office from a day on. Its people stay on the lists until they are moved."""
    unit = UnitKerja.objects.select_for_update(of=("self",)).get(pk=unit_id)
    anak = UnitKerja.objects.filter(induk=unit).aktif(per).count()
    policies_unit.tutup_unit.check(unit, oleh, per=per, anak=anak)
    unit.ditutup = ditutup
    unit.save(update_fields=["ditutup"])
    catat(
        tindakan.UNIT_DITUTUP,
        unit,
        oleh=oleh,
        alasan=alasan,
        sebelum={"ditutup": None},
        sesudah={"ditutup": ditutup},
    )
    return unit
