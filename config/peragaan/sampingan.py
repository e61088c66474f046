"""What no export shows: heads of schools (tugas tambahan), acting heads, sanctions, training."""

from __future__ import annotations

from datetime import date

from config.peragaan.berkas import awal_bulan
from jejak.catat import Objek, catat_banyak
from organisasi.models import Pengguna
from pegawai import tindakan
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import (
    Formasi,
    JenisJabatan,
    JenisPenugasan,
    Pegawai,
    Penugasan,
    RiwayatDisiplin,
    RiwayatPelatihan,
    StatusPegawai,
)
from toolkit.massal import perbarui

SEKOLAH = ("sd", "smp")
# Months since the letter, months until its end: ending, too long, ended, running.
_MASA = ((2, 1), (5, 2), (3, 0), (1, 2))


def penugasan_sampingan(*, oleh: Pengguna, per: date) -> None:
    """The oldest teacher of two schools in three heads it; every third empty seat has a Plt."""
    baru = [*_kepala_sekolah(per), *_plt(per)]
    Penugasan.objects.bulk_create(baru)
    catat_banyak(
        tindakan.PENUGASAN_DICATAT,
        (
            (Objek("pegawai.penugasan", str(p.pk), str(p)), None, {"jenis": p.jenis})
            for p in Penugasan.objects.exclude(jenis=JenisPenugasan.DEFINITIF).order_by("pk")
        ),
        oleh=oleh,
        alasan="Data peragaan",
    )
    _riwayat(per)
    _kontrak(per)


def _kepala_sekolah(per: date) -> list[Penugasan]:
    guru: dict[int, Pegawai] = {}
    rows = Pegawai.objects.filter(unit__jenis__in=SEKOLAH, status="PNS", jabatan__rumpun="Guru")
    for orang in rows.select_related("unit").order_by("unit_id", "lahir", "pk"):
        guru.setdefault(orang.unit_id or 0, orang)
    return [
        Penugasan(
            pegawai=orang,
            jenis=JenisPenugasan.TT,
            unit=orang.unit,
            jabatan_nama="Kepala Sekolah",
            tmt=awal_bulan(per, 20 + i % 40),
            mulai=awal_bulan(per, 20 + i % 40),
            sumber="peragaan",
        )
        for i, orang in enumerate(guru.values())
        if i % 3
    ]


def _plt(per: date) -> list[Penugasan]:
    kosong = Formasi.objects.filter(
        jabatan__jenis=JenisJabatan.STRUKTURAL, isi_pns=0, isi_pppk=0, isi_pppk_pw=0
    ).select_related("unit", "jabatan")
    pejabat = list(
        Pegawai.objects.filter(jabatan__jenis=JenisJabatan.STRUKTURAL).order_by("pk")[:500]
    )
    if not pejabat:
        return []
    return [
        Penugasan(
            pegawai=pejabat[(i * 7) % len(pejabat)],
            jenis=JenisPenugasan.PLT,
            unit=post.unit,
            jabatan=post.jabatan,
            formasi=post,
            tmt=awal_bulan(per, mulai),
            mulai=awal_bulan(per, mulai),
            selesai=awal_bulan(per, -sisa),
            nomor_sk=f"800/{100 + i}/PLT",
            sumber="peragaan",
        )
        for i, post in enumerate(kosong.order_by("pk"))
        for mulai, sisa in [_MASA[i // 3 % len(_MASA)]]
        if i % 3 == 0
    ]


def _riwayat(per: date) -> None:
    orang = list(Pegawai.objects.filter(status="PNS").order_by("pk").values_list("pk", flat=True))
    RiwayatDisiplin.objects.bulk_create(
        RiwayatDisiplin(
            pegawai_id=pk, tingkat="R", jenis="Teguran tertulis", mulai=awal_bulan(per, 14),
            selesai=awal_bulan(per, 8), sumber="peragaan",
        )
        for pk in orang[::211]
    )  # fmt: skip
    RiwayatPelatihan.objects.bulk_create(
        RiwayatPelatihan(
            pegawai_id=pk, nama="Pelatihan pelayanan publik", jam=24, mulai=awal_bulan(per, 9),
            selesai=awal_bulan(per, 9), penyelenggara="BKPSDM Kabupaten Contoh", sumber="peragaan",
        )
        for pk in orang[::5]
    )  # fmt: skip


def _kontrak(per: date) -> None:
    """Contracts of PPPK end by the year in which they were taken on: four of them."""
    rows = Pegawai.objects.filter(status=StatusPegawai.PPPK).order_by("pk")
    perbarui(
        Pegawai,
        ("akhir_kontrak",),
        [
            (pk, tambah_bulan(per, 10 + 12 * (nomor % 4)))
            for nomor, pk in enumerate(rows.values_list("pk", flat=True))
        ],
    )
