"""Requests, critical posts and a draft for the world of the matrix."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mutasi.models import BarisRancangan, JabatanKritis, PermintaanPegawai
from mutasi.services import kritis as acts_kritis
from mutasi.services import permintaan as acts_permintaan
from mutasi.services import rancangan as acts_rancangan
from mutasi.services import rancangan_baris as acts_baris
from organisasi.izin import Peran
from organisasi.models import Pengguna
from pegawai.models import Formasi, Pegawai
from tests.factories.organisasi import pengguna

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia


def minta_pegawai(post: Formasi, *, per: date) -> PermintaanPegawai:
    """A request for one more in this post, by the head of its unit."""
    kepala = pengguna(Peran.KEPALA_UNIT, unit=post.unit, nama="Kepala yang meminta")
    return acts_permintaan.ajukan(
        post.pk, oleh=kepala, per=per, jumlah=1,
        alasan="Dua kelas tidak mempunyai guru sejak awal semester.",
    )  # fmt: skip


def permintaan_dan_kritis(dunia: Dunia) -> None:
    """A request of each side."""
    kata = ("permintaan-rincian", "permintaan-tanggapi", "permintaan-tarik")
    for nomor, post in enumerate(dunia.posisi[:2]):
        baris = minta_pegawai(post, per=dunia.per)
        dunia.catat("mutasi", *kata, luar=bool(nomor), pk=baris.pk)
    kepala = dunia.orang[Peran.KABID_MUTASI]
    kritis = tandai_kritis(kepala, dunia.posisi[0], per=dunia.per)
    kata = ("kritis-rincian", "kritis-lepas", "kritis-cadangan-tambah")
    dunia.catat("mutasi", *kata, pk=kritis.pk)
    orang = Pegawai.objects.exclude(formasi=dunia.posisi[0]).earliest("pk")
    baris = acts_kritis.tambah_cadangan(kritis.pk, orang, oleh=kepala, per=dunia.per)
    dunia.catat("mutasi", "kritis-cadangan-ubah", pk=baris.pk)


def tandai_kritis(oleh: Pengguna, post: Formasi, *, per: date) -> JabatanKritis:
    """A post that may not stay empty."""
    return acts_kritis.tandai(post.pk, oleh=oleh, per=per, alasan="Tidak ada penggantinya.")


def rancangan_lain(dunia: Dunia) -> BarisRancangan:
    """A draft of one line by an analyst who is nobody in the matrix."""
    penyusun = pengguna(Peran.ANALIS_BKD, nama="Penyusun lain")
    satu = acts_rancangan.buat_rancangan(oleh=penyusun, nama="Rahasia lain", tmt=dunia.per)
    post = dunia.posisi[0]
    orang = Pegawai.objects.filter(formasi__isnull=False).earliest("pk")
    isi = {"pegawai": orang.pk, "ke": post.pk}
    return acts_baris.tambah_baris(satu.pk, oleh=penyusun, isi=isi)


def rancangan(dunia: Dunia) -> None:
    """Every door of it."""
    satu = rancangan_lain(dunia)
    kata = (
        "lembar perubahan cari akibat langkah batalkan tutup buka ubah anggota baris-tambah cetak"
    )
    nama = [f"rancangan-{k}" for k in kata.split()]
    dunia.catat("mutasi", *nama, pk=satu.rancangan_id)
    anggota = satu.rancangan.anggota.get()
    dunia.catat("mutasi", "rancangan-cabut", pk=satu.rancangan_id, anggota=anggota.pk)
    cetak = {"jenis": "nominatif", "bentuk": "xlsx"}
    dunia.catat("mutasi", "rancangan-cetak-berkas", pk=satu.rancangan_id, **cetak)
    kata = ("baris", "hapus", "pulihkan", "urut", "alasan")
    nama = [f"rancangan-{k}" for k in kata]
    dunia.catat("mutasi", *nama, pk=satu.rancangan_id, baris=satu.pk)
