"""A small office without a single fault, one of each kind of person, for the board to be broken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import (
    JenisJabatan,
    Pegawai,
    Pendidikan,
    Penugasan,
    RiwayatKinerja,
    TingkatPendidikan,
)
from tests.factories import organisasi as org
from tests.factories import pegawai as peg

PER = date(2026, 6, 1)


@dataclass(frozen=True)
class Kantor:
    """Units, one clean person of each kind, an analyst over all and an operator over one OPD."""

    unit: dict[str, UnitKerja]
    guru: Pegawai
    kepala: Pegawai
    pelaksana: Pegawai
    cpns: Pegawai
    pppk: Pegawai
    sarjana: Pendidikan
    analis: Pengguna
    operator: Pengguna


def kantor() -> Kantor:
    """Teacher, trial-year teacher and PPPK at a school; the head of the agency; a clerk."""
    unit = org.kabupaten()
    tingkat = TingkatPendidikan.objects.get(kode="40")
    sarjana = Pendidikan.objects.create(siasn_id="S1", nama="S-1 PENDIDIKAN", tingkat=tingkat)
    guru = peg.jabatan("Guru Ahli Pertama", rumpun="Guru", jenjang="PT")
    kepala = peg.jabatan(
        "Kepala Badan", jenis=JenisJabatan.STRUKTURAL, unit=unit["bkd"], eselon_id="22", bup=60
    )
    kepala.pangkat_terendah = "IV/b"
    kepala.save()
    pelaksana = peg.jabatan("Pengadministrasi Umum", jenis=JenisJabatan.PELAKSANA, bup=58)
    sekolah = peg.formasi(unit["sd1"], guru)

    def orang(nama: str, post: Any, status: str = "PNS", **isi: Any) -> Pegawai:
        return _rapi(peg.pegawai(nama, post=post, status=status), sarjana, **isi)

    return Kantor(
        unit=unit,
        guru=orang("GURU", sekolah),
        kepala=orang("KEPALA", peg.formasi(unit["bkd"], kepala), golongan="IV/b"),
        pelaksana=orang("PELAKSANA", peg.formasi(unit["bidang"], pelaksana)),
        cpns=orang("CPNS", sekolah, cpns=True, tmt_pns=None, mulai=date(2026, 1, 1)),
        pppk=orang(
            "PPPK", sekolah, "PPPK", kedudukan="71", tmt_pns=None, mulai=date(2024, 3, 1),
            jenis_pegawai="",
        ),
        sarjana=sarjana,
        analis=org.pengguna(Peran.ANALIS_BKD, nama="Analis"),
        operator=org.pengguna(Peran.OPERATOR_OPD, unit=unit["disdik"], nama="Operator"),
    )  # fmt: skip


def _rapi(
    orang: Pegawai,
    pendidikan: Pendidikan,
    *,
    mulai: date = date(2012, 3, 1),
    golongan: str = "",
    kedudukan: str = "",
    **isi: Any,
) -> Pegawai:
    """Every field that an indicator looks at, in agreement with the others."""
    from pegawai.models import Golongan, KedudukanHukum

    tengah = f"{mulai:%Y}21" if orang.status != "PNS" else f"{mulai:%Y%m}"
    awal = {
        "nip": f"{orang.lahir:%Y%m%d}{tengah}2{orang.nip[-3:]}",
        "pns_id": f"ID{orang.pk}",
        "gelar_belakang": "S.Pd.",
        "email": "nama@contoh.example",
        "telepon": "800012345678",
        "nik_samar": "9901********0001",
        "nik_valid": True,
        "tmt_cpns": mulai,
        "tmt_pns": date(2013, 3, 1),
        "tmt_pensiun": date(2046, 10, 1),
        "jenis_pegawai": "PNS Daerah Kab./Kota yang bekerja pada Kab./Kota",
        "pendidikan": pendidikan,
        "tingkat_pendidikan": pendidikan.tingkat,
    }
    if golongan:
        awal["golongan"] = Golongan.objects.get(status="PNS", nama=golongan)
    if kedudukan:
        awal["kedudukan"] = KedudukanHukum.objects.get(kode=kedudukan)
    ubah(orang, **awal | isi)
    for tahun in (2024, 2025):
        RiwayatKinerja.objects.create(pegawai=orang, tahun=tahun, predikat="BAIK")
    return orang


def ubah(orang: Pegawai, **isi: Any) -> None:
    """These fields become this."""
    for nama, nilai in isi.items():
        setattr(orang, nama, nilai)
    orang.save(update_fields=list(isi))


def penugasan(orang: Pegawai, **isi: Any) -> None:
    """What the open assignment of the person says."""
    Penugasan.objects.filter(pegawai=orang).update(**isi)
