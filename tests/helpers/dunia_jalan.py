"""A file, a case before its panel, and reviews of both sides for the world of the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from mutasi.alur import JAUH, StatusUsulan
from mutasi.models import (
    AnggotaBerkas,
    BerkasMutasi,
    DokumenMasuk,
    Rancangan,
    Singgah,
    TelaahUnit,
    UsulanMutasi,
)
from organisasi.izin import Peran
from organisasi.models import UnitKerja
from pegawai.models import Pegawai
from tests.factories.organisasi import pengguna
from tests.factories.pegawai import formasi, jabatan, pegawai

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia

BERKAS = "lembar ubah anggota tutup cari akibat baris-tambah tempel massal kesiapan"
USULAN = "rincian aturan riwayat lembar ubah alasan"
SAYA = "rincian jawab dibuka perbaiki tarik"


def berkas_dan_usulan(dunia: Dunia) -> None:
    """Every door of them."""
    kini = timezone.now()
    penyusun = pengguna(Peran.ANALIS_BKD, nama="Penyusun berkas")
    berkas = BerkasMutasi.objects.create(
        nomor="B-JALAN-1", nama="Rombongan jalan", sumber="bkd", tmt=dunia.per,
        dibuat_pada=kini, dibuat_oleh=penyusun,
    )  # fmt: skip
    anggota = AnggotaBerkas.objects.create(
        berkas=berkas, pengguna=penyusun, ubah=True, diundang_pada=kini, diundang_oleh=penyusun
    )
    u = tambah_usulan(dunia, berkas, 1)
    Singgah.objects.create(
        usulan=u, status=u.status, versi=1, masuk_pada=kini, oleh=penyusun, aksi="periksa"
    )
    dunia.catat("mutasi", *(f"berkas-{k}" for k in BERKAS.split()), pk=berkas.pk)
    dunia.catat("mutasi", "berkas-cabut", pk=berkas.pk, anggota=anggota.pk)
    dunia.catat("mutasi", "berkas-baris", "berkas-baris-ubah", pk=berkas.pk, usulan=u.pk)
    dunia.catat("mutasi", "berkas-imut-ekspor", pk=berkas.pk, bentuk="csv")
    dunia.catat("mutasi", "berkas-dari-rancangan", pk=Rancangan.objects.earliest("dibuat_pada").pk)
    dunia.catat("mutasi", *(f"usulan-{k}" for k in USULAN.split()), pk=u.pk)
    # Acts whose forms ask more than a reason: sent back before anybody asks who sent them.
    dunia.catat("mutasi", "usulan-aksi", pk=u.pk, kunci="beritahukan")
    dunia.catat("mutasi", "usulan-catat", pk=u.pk, kunci="percakapan")
    surat = DokumenMasuk.objects.create(
        usulan=u, jenis="lain", nomor="1", tanggal=dunia.per, penerbit="Contoh",
        dicatat_pada=kini, dicatat_oleh=penyusun,
    )  # fmt: skip
    dunia.catat("mutasi", "usulan-dokumen-ganti", pk=u.pk, dokumen=surat.pk)
    dunia.catat("mutasi", *(f"usulan-saya-{k}" for k in SAYA.split()), pk=u.pk)
    dunia.catat("mutasi", "usulan-saya-unduh", pk=u.pk, surat=u.pk)
    luar = UnitKerja.objects.exclude(opd=dunia.unit["disdik"].pk).order_by("-kiri")[0]
    for satu, unit in ((False, dunia.unit["disdik"]), (True, luar)):
        telaah = TelaahUnit.objects.create(
            usulan=tambah_usulan(dunia, berkas, 3 if satu else 2), sisi="asal", unit=unit,
            versi=1, batas=dunia.per,
        )  # fmt: skip
        dunia.catat("mutasi", "telaah-jawab", luar=satu, pk=telaah.pk)


def tambah_usulan(dunia: Dunia, berkas: BerkasMutasi, urutan: int) -> UsulanMutasi:
    """A case that both heads are asked about, once before the panel already."""
    kini = timezone.now()
    # A post of his own: how many hold the world's post is counted on other pages.
    post = formasi(dunia.posisi[0].unit, jabatan(f"Guru Jalan {urutan}"))
    orang: Pegawai = pegawai(f"ORANG JALAN {urutan}", post=post)
    return UsulanMutasi.objects.create(
        berkas=berkas, urutan=urutan, pegawai=orang, dari=orang.formasi, ke=dunia.posisi[-1],
        jenis="rotasi", jenjang="jf", sumber="bkd", alasan="Kebutuhan unit tujuan.",
        tmt=dunia.per, status=StatusUsulan.DITELAAH_UNIT, tahap="terbatas",
        gerbang=["telaah", "tpk", "pyb"], terjauh=JAUH[StatusUsulan.SIDANG_TPK], sejak=kini,
        dibuat_pada=kini, dibuat_oleh=berkas.dibuat_oleh, diajukan_pada=kini,
        diajukan_oleh=berkas.dibuat_oleh,
    )  # fmt: skip
