"""Needs: plain functions with fixed values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils import timezone

from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi
from penilaian.kernel.abk import Periode, Tugas
from penilaian.models import (
    BarisLembar,
    Kebutuhan,
    LembarAbk,
    PerhitunganKebutuhan,
    Rombel,
    SumberKebutuhan,
)
from penilaian.selectors.tetapan import tetapan_kebutuhan
from penilaian.services.perhitungan import (
    BarisUraian,
    BebanJabatan,
    hitung_abk,
    tulis_final,
)


def kebutuhan(
    post: Formasi,
    jumlah: int,
    *,
    sumber: str = SumberKebutuhan.PENETAPAN,
    per: date = date(2026, 6, 1),
    dipakai: bool = True,
) -> Kebutuhan:
    """A need that counts."""
    return Kebutuhan.objects.create(
        asal=post,
        formasi=post,
        sumber=sumber,
        mentah=Decimal(jumlah),
        jumlah=jumlah,
        per=per,
        dasar="uji",
        ditetapkan_pada=timezone.now(),
        ditetapkan_oleh=Pengguna.objects.get(nama_pengguna="sistem"),
        dipakai=dipakai,
        terhitung=jumlah if dipakai else None,
    )


def perhitungan_abk(
    post: Formasi, *tugas: Tugas, per: date = date(2026, 6, 1)
) -> PerhitunganKebutuhan:
    """A final computation of the post from these tasks (by default one of a full year's work)."""
    tugas = tugas or (Tugas.isi("Menata arsip", "berkas", 250, Periode.BULAN, 25),)
    hitungan = hitung_abk(tugas, tetapan_kebutuhan(per=per))
    beban = BebanJabatan(post.pk, str(post), [BarisUraian(t) for t in tugas], hitungan)
    tulis_final(
        [beban],
        sumber=SumberKebutuhan.ABK,
        per=per,
        dasar="uji",
        oleh=Pengguna.objects.get(nama_pengguna="sistem"),
    )
    return PerhitunganKebutuhan.objects.berlaku().get(formasi=post)


def lembar_abk(oleh: Pengguna, *, kebutuhan: int = 2) -> LembarAbk:
    """A needs sheet with one row whose unit nobody knows; its workbook was not kept."""
    lembar = LembarAbk.objects.create(
        nama_berkas="abk.xlsx",
        sha256="0" * 64,
        lembar="FORMULIR 3",
        per=date(2026, 6, 1),
        pola={"lembar": "FORMULIR 3", "baris_pertama": 2, "nama": "B", "kebutuhan": "D"},
        dibaca_pada=timezone.now(),
        dibaca_oleh=oleh,
    )
    BarisLembar.objects.create(
        lembar=lembar,
        nomor=2,
        macam="posisi",
        bagian="Pelaksana",
        teks_unit="DINAS ANTAH BERANTAH",
        teks_jabatan="Juru Antah",
        kebutuhan=Decimal(kebutuhan),
        keadaan="sisa_unit",
    )
    return lembar


def kelas(
    unit: UnitKerja,
    nama: str = "1A",
    *,
    tingkat: int = 1,
    murid: int = 20,
    semester: str = "20252",
    per: date = date(2026, 6, 1),
) -> Rombel:
    """A class of a school; the one there is when it reported it before."""
    isi = {"tingkat": tingkat, "murid": murid, "per": per, "sumber": "uji"}
    kunci = {"unit": unit, "semester": semester, "nama": nama}
    return Rombel.objects.get_or_create(**kunci, defaults=isi)[0]
