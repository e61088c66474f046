"""Matches in force, and what may be proposed for a name that has none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db.models import QuerySet

from organisasi.models import UnitKerja
from pegawai.kernel.kemiripan import Acuan, Lema, Usulan, bakukan_unit
from pegawai.models import Jabatan, JenisJabatan, MacamPadanan, Padanan

KELOMPOK = "kelompok:"  # how a target names a JF without jenjang that need not exist yet
_PAKET = 500


def padanan_nama(kunci: Collection[str]) -> dict[str, Padanan]:
    """The decisions in force for job names of workbooks, by ``jenjang.kunci_nama`` of the name."""
    return _tertulis(MacamPadanan.NAMA, kunci)


def padanan_unit(kunci: Collection[str]) -> dict[str, Padanan]:
    """The decisions in force for unit names of workbooks, by ``jenjang.kunci_nama``."""
    return _tertulis(MacamPadanan.UNIT, kunci)


def _tertulis(macam: MacamPadanan, kunci: Collection[str]) -> dict[str, Padanan]:
    semua = sorted(set(kunci))
    rows = Padanan.objects.berlaku().filter(macam=macam).with_names()
    return {
        p.kunci: p
        for awal in range(0, len(semua), _PAKET)
        for p in rows.filter(kunci__in=semua[awal : awal + _PAKET])
    }


@dataclass(frozen=True)
class UsulanSasaran:
    """A proposed target: ``sasaran`` is how a form names it, ``nama`` how a person does."""

    sasaran: str
    nama: str
    skor: int

    @classmethod
    def dari(cls, usulan: Usulan) -> UsulanSasaran:
        """With the words that tell a group of levels from a jabatan."""
        sasaran = str(usulan.kunci)
        return cls(sasaran, nama_sasaran(sasaran, usulan.nama), usulan.skor)


def nama_sasaran(sasaran: str, nama: str) -> str:
    """A JF without jenjang says so."""
    return f"{nama} (semua jenjang)" if sasaran.startswith(KELOMPOK) else nama


def jabatan_sasaran() -> QuerySet[Jabatan]:
    """The nomenclature in force that a name may be matched to."""
    return Jabatan.objects.filter(
        aktif=True, di_luar_referensi=False, kelompok=False, unit__isnull=True, padanan__isnull=True
    ).exclude(jenis=JenisJabatan.STRUKTURAL)


def acuan_jabatan() -> Acuan:
    """Every target, indexed for similarity: jabatan by their keys, families as groups."""
    lema, jenjang_dari = [], defaultdict(set)
    for pk, nama, jenjang, keluarga, jenis in (
        jabatan_sasaran().order_by("pk").values_list("pk", "nama", "jenjang", "rumpun", "jenis")
    ):
        lema.append(Lema(str(pk), nama, jenjang, jenis=jenis))
        if jenjang and keluarga:
            jenjang_dari[keluarga].add(jenjang)
    jf = JenisJabatan.FUNGSIONAL.value
    rumpun = sorted(r for r, jenjang in jenjang_dari.items() if len(jenjang) > 1)
    lema += [Lema(KELOMPOK + r, r, kelompok=True, jenis=jf) for r in rumpun]
    return Acuan(lema)


def usulan_jabatan(
    teks: Iterable[str], *, n: int = 3, acuan: Acuan | None = None
) -> dict[str, list[UsulanSasaran]]:
    """The best targets for job names of a workbook; one index serves a whole sheet."""
    hasil = (acuan or acuan_jabatan()).usulan_banyak(teks, n=n)
    return {satu: [*map(UsulanSasaran.dari, usulan)] for satu, usulan in hasil.items()}


class BerNama(Protocol):
    """A jabatan of the register, or a row that says as much about one."""

    pk: int
    nama: str
    jenjang: str
    jenis: str


def usulan_untuk(
    semua: Iterable[BerNama], *, n: int = 3, acuan: Acuan | None = None
) -> Mapping[int, list[UsulanSasaran]]:
    """The best targets for jabatan of the register, whose kind and level are known."""
    acuan = acuan or acuan_jabatan()
    return {
        j.pk: [
            UsulanSasaran.dari(u)
            for u in acuan.usulan(j.nama, n=n, jenjang=j.jenjang, jenis=j.jenis)
        ]
        for j in semua
    }


@dataclass(frozen=True)
class UsulanUnit:
    """A proposed unit and the OPD that tells it from its namesakes."""

    pk: int
    nama: str
    opd: str
    skor: int


def acuan_unit(*, per: date, di_bawah: UnitKerja | None = None) -> Acuan:
    """Open units, or only one of them with everything below it, indexed for similarity."""
    rows = UnitKerja.objects.aktif(per)
    if di_bawah is not None:
        rows = rows.filter(kiri__gte=di_bawah.kiri, kiri__lte=di_bawah.kanan)
    baris = rows.order_by("pk").values_list("pk", "nama")
    return Acuan((Lema(pk, nama) for pk, nama in baris), bakukan_unit)


def usulan_unit(
    teks: Iterable[str],
    *,
    per: date,
    di_bawah: UnitKerja | None = None,
    n: int = 3,
    acuan: Acuan | None = None,
) -> dict[str, list[UsulanUnit]]:
    """The best units for names of a workbook, among those below ``di_bawah`` if given."""
    hasil = (acuan or acuan_unit(per=per, di_bawah=di_bawah)).usulan_banyak(teks, n=n)
    pk = {int(str(u.kunci)) for usulan in hasil.values() for u in usulan}
    opd = dict(UnitKerja.objects.filter(pk__in=pk).order_by().values_list("pk", "opd__nama"))
    return {
        satu: [
            UsulanUnit(kunci, u.nama, opd.get(kunci) or "", u.skor)
            for u in usulan
            for kunci in (int(str(u.kunci)),)
        ]
        for satu, usulan in hasil.items()
    }
