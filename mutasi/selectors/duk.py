"""The Daftar Urut Kepangkatan of an office: PNS within reach, in the order the law gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from mutasi.kernel.duk import OrangDuk, kunci_urut, tingkat_latihan, yang_kurang
from organisasi.izin import Izin
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Pegawai, RiwayatPelatihan, StatusPegawai
from penilaian.kernel.perkara import Jabatan


@dataclass(frozen=True)
class BarisDuk:
    """One person with the facts that gave him his number."""

    nomor: int
    orang: Pegawai
    bahan: OrangDuk


@dataclass(frozen=True)
class IsiDuk:
    """The list, and what it does not say. ``unit`` None: everything within reach."""

    unit: UnitKerja | None
    per: date
    baris: list[BarisDuk]
    kurang: list[tuple[str, int]]
    cpns: int


def _pns(pengguna: Pengguna, unit: UnitKerja | None, per: date) -> Any:
    rows = Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_EKSPOR, per=per).tercatat()
    rows = rows.filter(status=StatusPegawai.PNS, formasi__isnull=False)
    if unit is not None:
        rows = rows.filter(unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan)
    return rows


def ringkas_duk(pengguna: Pengguna, unit: UnitKerja | None, *, per: date) -> dict[str, int]:
    """How many the list would hold, and how many lack a fact, without reading the people."""
    pns = Q(cpns=False)
    return dict(
        _pns(pengguna, unit, per).order_by().aggregate(
            pns=Count("pk", filter=pns),
            tak_dimuat=Count("pk", filter=~pns),
            tanpa_golongan=Count("pk", filter=pns & Q(golongan__isnull=True)),
            tanpa_tmt_golongan=Count("pk", filter=pns & Q(tmt_golongan__isnull=True)),
            tanpa_tmt_jabatan=Count("pk", filter=pns & Q(tmt_jabatan__isnull=True)),
            tanpa_masa_kerja=Count("pk", filter=pns & Q(mk_tahun__isnull=True)),
            tanpa_pendidikan=Count("pk", filter=pns & Q(tingkat_pendidikan__isnull=True)),
        )
    )  # fmt: skip


def isi_duk(pengguna: Pengguna, unit: UnitKerja | None, *, per: date) -> IsiDuk:
    """Everybody in order; three queries whatever their number. CPNS hold no rank yet."""
    semua = _pns(pengguna, unit, per)
    rows = (
        semua.filter(cpns=False)
        .select_related("golongan", "tingkat_pendidikan", "pendidikan", "jabatan", "unit__opd")
        .defer("siasn", "nik_sandi")
        .order_by()
    )
    latihan = _latihan(rows)
    bahan = sorted(
        ((_bahan(o, latihan.get(o.pk)), o) for o in rows), key=lambda s: kunci_urut(s[0])
    )
    return IsiDuk(
        unit=unit,
        per=per,
        baris=[BarisDuk(nomor, o, b) for nomor, (b, o) in enumerate(bahan, 1)],
        kurang=yang_kurang(b for b, _ in bahan),
        cpns=semua.filter(cpns=True).count(),
    )


def _latihan(orang: Any) -> dict[int, tuple[int, date | None]]:
    """The highest leadership training of each, and the day it was first passed."""
    hasil: dict[int, tuple[int, date | None]] = {}
    rows = RiwayatPelatihan.objects.filter(pegawai__in=orang.values("pk"))
    for pegawai, nama, mulai, selesai in rows.order_by("pk").values_list(
        "pegawai_id", "nama", "mulai", "selesai"
    ):
        nilai, lulus = tingkat_latihan(nama), selesai or mulai
        if nilai is None:
            continue
        lama = hasil.get(pegawai)
        urut = (-nilai, lulus or date.max)
        if lama is None or urut < (-lama[0], lama[1] or date.max):
            hasil[pegawai] = (nilai, lulus)
    return hasil


def _bahan(o: Pegawai, latihan: tuple[int, date | None] | None) -> OrangDuk:
    j = o.jabatan
    bulan = None if o.mk_tahun is None else 12 * o.mk_tahun + (o.mk_bulan or 0)
    return OrangDuk(
        nip=o.nip,
        nama=o.nama,
        golongan=o.golongan.urutan if o.golongan else None,
        tmt_golongan=o.tmt_golongan,
        jabatan=Jabatan(j.jenis or None, j.eselon_id or None, j.jenjang or None, j.rumpun or None)
        if j
        else Jabatan(),
        tmt_jabatan=o.tmt_jabatan,
        masa_kerja=bulan,
        latihan=latihan,
        pendidikan=o.tingkat_pendidikan.urutan if o.tingkat_pendidikan else None,
        tahun_lulus=o.tahun_lulus,
        lahir=o.lahir,
    )
