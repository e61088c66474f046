"""Three sessions for the world of the matrix: called, running, waiting for signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from mutasi.alur import JAUH, StatusUsulan
from mutasi.models import (
    AgendaSidang,
    BerkasMutasi,
    KedudukanTim,
    KehadiranSidang,
    MacamTim,
    SidangTPK,
    TimPenilai,
    UsulanMutasi,
)
from mutasi.services import sidang as acts
from mutasi.services import sidang_berita_acara as acts_ba
from mutasi.services import sidang_putusan as acts_putusan
from mutasi.services import sidang_tim as acts_tim
from organisasi.izin import Peran
from organisasi.models import Pengguna
from tests.factories.pegawai import formasi, jabatan, pegawai
from tests.factories.sidang import isi

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia

DIJADWALKAN = "jadwal agenda buka"
BERLANGSUNG = "rincian batal keluarkan kehadiran putuskan susun"
DITANDATANGANI = "perbaiki tanda-tangan tutup teruskan pdf"
# Everybody with a right to act in a session has a seat in the world's team.
KURSI = (Peran.TPK_ANGGOTA, Peran.KEPALA_BKPSDM, Peran.KABID_MUTASI, Peran.TPK_SEKRETARIS)


def sidang(dunia: Dunia) -> None:
    """Every door of them."""
    tim = _tim(dunia)
    dunia.catat("mutasi", "sidang-tim-akhiri", pk=tim.pk)
    berkas = BerkasMutasi.objects.create(
        nomor="B-SIDANG-1", nama="Rombongan sidang", sumber="bkd", tmt=dunia.per,
        dibuat_pada=timezone.now(), dibuat_oleh=_sekretaris(dunia),
    )  # fmt: skip
    dijadwalkan, berlangsung, ditanda = (_satu(dunia, tim, berkas, n) for n in (1, 2, 3))
    _alamat(dunia, DIJADWALKAN, dijadwalkan)
    for satu in (berlangsung, ditanda):
        semua = {a.pk: "" for a in tim.anggota.all()}
        acts.buka(satu.pk, hadir=semua, tidak={}, oleh=_sekretaris(dunia), per=dunia.per)
    _alamat(dunia, BERLANGSUNG, berlangsung)
    butir = berlangsung.agenda.get()
    nama = [f"sidang-{k}" for k in ("butir", "banding", "butir-catat", "suara", "mundur")]
    dunia.catat("mutasi", *nama, pk=berlangsung.pk, butir=butir.pk)
    nama_tunggal = ditanda.agenda.get()
    acts_putusan.catat_putusan(nama_tunggal.pk, isi(), oleh=_sekretaris(dunia), per=dunia.per)
    ditanda = acts_ba.susun_berita_acara(ditanda.pk, oleh=_sekretaris(dunia), per=dunia.per)
    acts_ba.tandatangani(
        ditanda.pk, sidik=ditanda.sidik, oleh=dunia.orang[Peran.TPK_KETUA], per=dunia.per
    )
    _alamat(dunia, DITANDATANGANI, ditanda)
    kursi = KehadiranSidang.objects.get(
        sidang=ditanda, anggota__pengguna=dunia.orang[Peran.TPK_ANGGOTA]
    )
    dunia.catat("mutasi", "sidang-kertas", pk=ditanda.pk, kursi=kursi.pk)


def _alamat(dunia: Dunia, kata: str, satu: SidangTPK) -> None:
    dunia.catat("mutasi", *(f"sidang-{k}" for k in kata.split()), pk=satu.pk)


def _sekretaris(dunia: Dunia) -> Pengguna:
    return dunia.orang[Peran.KABID_MUTASI]


def _tim(dunia: Dunia) -> TimPenilai:
    ketua = dunia.orang[Peran.TPK_KETUA]
    kursi = {ketua: KedudukanTim.KETUA}
    for peran in KURSI:
        if peran in dunia.orang:
            kursi.setdefault(dunia.orang[peran], KedudukanTim.ANGGOTA)
    return acts_tim.catat_tim(
        macam=MacamTim.TPK, nomor_sk="800/TPK/DUNIA", tanggal_sk=dunia.per, mulai=dunia.per,
        selesai=None, anggota=[acts_tim.Kursi(*satu) for satu in kursi.items()],
        oleh=_sekretaris(dunia), per=dunia.per,
    )  # fmt: skip


def _satu(dunia: Dunia, tim: TimPenilai, berkas: BerkasMutasi, urutan: int) -> SidangTPK:
    satu = acts.jadwalkan(
        tim_id=tim.pk, tanggal=dunia.per, tempat="Ruang rapat", cara="tatap muka",
        oleh=_sekretaris(dunia), per=dunia.per,
    )  # fmt: skip
    tambah_butir(dunia, satu, berkas, urutan)
    return satu


def tambah_butir(dunia: Dunia, satu: SidangTPK, berkas: BerkasMutasi, urutan: int) -> AgendaSidang:
    """A case that waits for this session."""
    kini, siapa = timezone.now(), _sekretaris(dunia)
    # A post of his own: what others count of a post must not grow with sessions.
    post = formasi(dunia.posisi[0].unit, jabatan(f"Guru Sidang {urutan}"))
    orang = pegawai(f"ORANG SIDANG {urutan}", post=post)
    usulan = UsulanMutasi.objects.create(
        berkas=berkas, urutan=urutan, pegawai=orang, dari=orang.formasi, ke=dunia.posisi[-1],
        jenis="rotasi", jenjang="jf", sumber="bkd", alasan="Kebutuhan unit tujuan.",
        tmt=dunia.per, status=StatusUsulan.SIDANG_TPK, tahap="terbatas", gerbang=["tpk", "pyb"],
        terjauh=JAUH[StatusUsulan.SIDANG_TPK], sejak=kini, dibuat_pada=kini, dibuat_oleh=siapa,
        diajukan_pada=kini, diajukan_oleh=siapa,
    )  # fmt: skip
    return AgendaSidang.objects.create(sidang=satu, usulan=usulan, urutan=urutan, versi=1)


def perbanyak_sidang(dunia: Dunia, kali: int) -> None:
    """More names on the running session, more sessions on the list."""
    satu = SidangTPK.objects.get(pk=dunia.argumen["mutasi:sidang-rincian"]["pk"])
    berkas = BerkasMutasi.objects.get(nomor="B-SIDANG-1")
    for nomor in range(kali):
        tambah_butir(dunia, satu, berkas, 100 + nomor)
        acts.jadwalkan(
            tim_id=satu.tim_id, tanggal=dunia.per, tempat=f"Ruang {nomor}", cara="daring",
            oleh=_sekretaris(dunia), per=dunia.per,
        )  # fmt: skip
