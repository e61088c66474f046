"""Posts and people: plain functions with fixed values."""

from __future__ import annotations

from datetime import date
from itertools import count

from organisasi.models import UnitKerja
from pegawai.models import (
    Formasi,
    Golongan,
    Jabatan,
    JenisJabatan,
    KedudukanHukum,
    Pegawai,
    Penugasan,
    StatusPegawai,
)

_nomor = count(1)


def jabatan(
    nama: str = "Guru Ahli Pertama",
    *,
    jenis: str = JenisJabatan.FUNGSIONAL,
    jenjang: str = "",
    bup: int | None = 60,
    rumpun: str = "",
    siasn_id: str = "",
    unit: UnitKerja | None = None,
    eselon_id: str = "",
) -> Jabatan:
    """A name in the nomenclature."""
    siasn_id = siasn_id or f"{next(_nomor):032X}"
    return Jabatan.objects.create(
        siasn_id=siasn_id,
        kunci=siasn_id.lower(),
        nama=nama,
        jenis=jenis,
        jenjang=jenjang,
        bup=bup,
        rumpun=rumpun,
        unit=unit,
        eselon_id=eselon_id,
    )


def formasi(unit: UnitKerja, jabatan: Jabatan) -> Formasi:
    """A post."""
    return Formasi.objects.get_or_create(unit=unit, jabatan=jabatan)[0]


def nip(lahir: date, nomor: int) -> str:
    """The ``nomor``-th number of a woman born that day: after 999 people, the next month."""
    bulan, urut = divmod(nomor - 1, 999)
    return f"{lahir:%Y%m%d}{2010 + bulan // 12}{1 + bulan % 12:02d}2{urut + 1:03d}"


def pegawai(
    nama: str = "SITI RAHMA",
    *,
    post: Formasi | None = None,
    status: str = StatusPegawai.PNS,
    lahir: date = date(1986, 9, 26),
    tmt: date = date(2020, 3, 1),
    kedudukan: str = "1",
) -> Pegawai:
    """A person, in a post if one is given; stored totals are kept by ``segarkan_isi``."""
    from pegawai.services.turunan import segarkan_isi

    golongan_id = {"PNS": "33", "PPPK": "31"}.get(status)
    orang = Pegawai.objects.create(
        nip=nip(lahir, next(_nomor)),
        nama=nama,
        lahir=lahir,
        kelamin="P",
        status=status,
        kedudukan=KedudukanHukum.objects.get(kode=kedudukan),
        golongan=Golongan.objects.filter(status=status, siasn_id=golongan_id).first(),
        unit=post.unit if post else None,
        jabatan=post.jabatan if post else None,
        formasi=post,
        tmt_jabatan=tmt,
        tmt_hitung=tmt,
        bup=post.jabatan.bup if post else None,
    )
    Penugasan.objects.create(
        pegawai=orang,
        formasi=post,
        unit=post.unit if post else None,
        jabatan=post.jabatan if post else None,
        tmt=tmt,
        mulai=tmt,
    )
    if post:
        segarkan_isi([post.pk], per=date(2026, 6, 1))
        post.refresh_from_db()
    return orang
