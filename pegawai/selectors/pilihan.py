"""What the filters of lists offer: every code table in one query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat

from organisasi.models import Jangkauan, JenisUnit, UnitKerja, Wilayah
from pegawai.models import (
    Formasi,
    Golongan,
    Jabatan,
    JenisJabatan,
    Jenjang,
    KedudukanHukum,
    StatusPegawai,
    TingkatPendidikan,
)
from pegawai.selectors.saringan import DATA, Saringan


@dataclass(frozen=True)
class Pilihan:
    """One filter: its name in the address, its label, what may be chosen, what is chosen.

    ``lebih``: one of the filters that stand behind "Saringan lain".
    """

    nama: str
    judul: str
    opsi: tuple[tuple[str, str], ...]
    kini: str
    lebih: bool = True


def _ambil(rows: QuerySet[Any], macam: str, kunci: str, teks: Any, urut: Any) -> QuerySet[Any]:
    return rows.order_by().values_list(
        Value(macam, output_field=CharField()),
        Cast(kunci, CharField()),
        Cast(teks, CharField()),
        Cast(urut, CharField()),
    )


def pilihan_saringan(s: Saringan, jangkauan: Jangkauan) -> list[Pilihan]:
    """The filters of the list of people, with the present choice marked."""
    tabel = _tabel(s, jangkauan)

    def satu(nama: str, judul: str, opsi: Any, *, lebih: bool = True) -> Pilihan:
        kini = getattr(s, nama)
        return Pilihan(nama, judul, tuple(opsi), "" if kini is None else str(kini), lebih)

    return [
        satu("status", "Status", StatusPegawai.choices, lebih=False),
        satu("unit", "OPD atau unit", tabel["unit"], lebih=False),
        satu("jenis", "Jenis jabatan", JenisJabatan.choices, lebih=False),
        satu("golongan", "Golongan", tabel["golongan"], lebih=False),
        satu("data", "Data yang perlu diperiksa", DATA.items(), lebih=False),
        satu("rumpun", "Rumpun jabatan", tabel["rumpun"]),
        satu("jenjang", "Jenjang", Jenjang.choices),
        satu("pendidikan", "Pendidikan", tabel["pendidikan"]),
        satu("kedudukan", "Kedudukan hukum", tabel["kedudukan"]),
        satu("jenis_unit", "Jenis unit", JenisUnit.choices),
        satu("urusan", "Urusan", tabel["urusan"]),
        satu("kecamatan", "Kecamatan", tabel["kecamatan"]),
    ]


def _tabel(s: Saringan, jangkauan: Jangkauan) -> dict[str, list[tuple[str, str]]]:
    """Code tables, OPD within reach, and the families, urusan and kecamatan that are in use."""
    unit = jangkauan.saring(UnitKerja.objects.all(), prefix="")
    opd = unit.tingkat_satu() if jangkauan.semua else unit.filter(tingkat__lte=1)
    if s.unit:
        opd = opd | unit.filter(pk=s.unit)
    terisi = Exists(Formasi.objects.filter(jabatan=OuterRef("pk")))
    rumpun = Jabatan.objects.filter(terisi).exclude(rumpun="")
    dipakai = Exists(UnitKerja.objects.filter(wilayah=OuterRef("pk")))
    golongan = Concat("nama", Value(" · "), "status")
    baris = _ambil(opd, "unit", "pk", "nama", "nama").union(
        _ambil(Golongan.objects.all(), "golongan", "pk", golongan, Concat("status", "siasn_id")),
        _ambil(KedudukanHukum.objects.all(), "kedudukan", "pk", "nama", "nama"),
        _ambil(TingkatPendidikan.objects.all(), "pendidikan", "pk", "nama", "kode"),
        _ambil(rumpun, "rumpun", "rumpun", "rumpun", "rumpun"),
        _ambil(unit.exclude(urusan=""), "urusan", "urusan", "urusan", "urusan"),
        _ambil(Wilayah.objects.filter(dipakai), "kecamatan", "pk", "nama", "nama"),
    )
    hasil: dict[str, list[tuple[str, str]]] = {
        nama: []
        for nama in ("unit", "golongan", "kedudukan", "pendidikan", "rumpun", "urusan", "kecamatan")
    }
    for macam, kunci, teks, _ in sorted(baris, key=lambda b: (b[3].zfill(3), b[2])):
        hasil[macam].append((kunci, teks))
    return hasil
