"""A file of structural moves as BKD has it: chains and a ring, one session, one decree, one oath.

Twelve people in every run, forty under ``--panjang``. What is asked of the whole file has one form
for the whole file; only the TPK speaks on each name.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from mutasi.models import (
    AgendaSidang,
    BerkasMutasi,
    Keputusan,
    PesertaPelantikan,
    Rancangan,
    SerahTerima,
    SuaraSidang,
    UsulanMutasi,
)
from organisasi.models import UnitKerja
from pegawai.models import Formasi, Pegawai, Penugasan
from tests.factories.jalan import Kantor, kantor, kursi, orang
from tests.helpers import cerita_jalan as cerita
from tests.helpers.cerita_jalan import KATA, PerambanHari, S, keadaan
from tests.helpers.pdf import halaman_teks

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
RANTAI = 5
Perpindahan = list[tuple[Pegawai, Formasi]]
LEWAT = {"telaah", "beritahukan", "kaji"}  # nobody is asked about a structural post


@pytest.mark.parametrize("banyak", [7, pytest.param(40, marks=pytest.mark.panjang)])
def test_a_structural_file_from_its_draft_to_the_evaluation(
    pada_hari_ini: Any, tmp_path: Path, banyak: int
) -> None:
    k = kantor()
    pindah = _orang_dan_kursi(k, banyak)
    p = PerambanHari(k)

    usulan = _berkas(p, pindah)
    _sampai_sidang(p, usulan)
    _sidang(p, usulan)
    cerita.pyb(p, usulan)
    assert keadaan(usulan) == {S.DISETUJUI_PYB: banyak}
    cerita.bkn(p, usulan)
    cerita.ppk(p, usulan)
    sk = cerita.ditetapkan(p, usulan)
    _lampiran_memuat_semua(p, sk, usulan)
    with time_machine.travel(date(2026, 7, 2)):
        _berlaku(p.hari_lain(date(2026, 7, 2)), sk, usulan)
    p.catat_lama(f"rombongan {banyak}")

    _riwayat_dan_kebutuhan(pindah, sk)
    lewat = [satu for satu in cerita.URUTAN if satu not in LEWAT]
    assert all(cerita.langkah_jejak(u) == lewat for u in usulan)
    cerita.jejak_utuh(tmp_path)


def _orang_dan_kursi(k: Kantor, banyak: int) -> Perpindahan:
    """A ring, then chains of five: each takes the seat of the next, the last a vacant one.

    Every second chain is of administrators, whose first comes up from a lower post.
    """
    lingkar = [orang(kursi(_selang(k, n), "pengawas")) for n in range(banyak % RANTAI or RANTAI)]
    pindah = list(zip(lingkar, map(_kursi, (*lingkar[1:], lingkar[0])), strict=True))
    for nomor in range(_rantai(banyak)):
        jenjang = "administrator" if nomor % 2 else "pengawas"
        isi = [orang(kursi(_selang(k, n), jenjang if n else "pengawas")) for n in range(RANTAI)]
        tujuan = [*map(_kursi, isi[1:]), kursi(k.tujuan, jenjang)]
        pindah += zip(isi, tujuan, strict=True)
    return pindah


def _rantai(banyak: int) -> int:
    """How many chains there are beside the ring."""
    return (banyak - 1) // RANTAI


def _selang(k: Kantor, nomor: int) -> UnitKerja:
    return (k.asal, k.tujuan)[nomor % 2]


def _kursi(o: Pegawai) -> Formasi:
    assert o.formasi is not None
    return o.formasi


def _berkas(p: PerambanHari, pindah: Perpindahan) -> list[UsulanMutasi]:
    """Typed line by line into a draft, as into a sheet; the draft becomes a file at one press."""
    k, penyusun = p.k, p.k.penyusun
    p.kirim(penyusun, "rancangan-baru", nama="Penataan Juli", tmt="2026-07-01")
    rancangan = Rancangan.objects.get()
    for siapa, ke in pindah:
        p.kirim(penyusun, "rancangan-baris-tambah", rancangan.pk, pegawai=siapa.nip,
                ke=f"#{ke.pk}")  # fmt: skip
    p.kirim(penyusun, "berkas-dari-rancangan", rancangan.pk, nama="Penataan Juli")
    satu = BerkasMutasi.objects.exclude(pk=k.berkas.pk).get()
    for siapa in (k.analis, k.kabid, k.kepala):
        p.kirim(penyusun, "berkas-anggota", satu.pk, siapa=siapa.pk, ubah="1")
    return list(UsulanMutasi.objects.with_names().filter(berkas=satu).order_by("urutan"))


def _sampai_sidang(p: PerambanHari, usulan: Sequence[UsulanMutasi]) -> None:
    k = p.k
    p.massal(k.penyusun, usulan, "ajukan")
    diminta = cerita.beralasan(p, usulan)
    mengakhiri = [u for u in usulan if _menjadi_lowong(u, usulan)]
    sekali = {"W12": 1}  # so many structural moves at once: one reason for the whole file
    assert diminta == {"W06": len(mengakhiri), **sekali}, "a chain fills the seats it empties"
    p.massal(k.analis, usulan, "verifikasi", catatan=cerita.CATATAN)
    p.massal(k.kabid, usulan, "periksa")
    assert keadaan(usulan) == {S.DIKAJI: len(usulan)}
    p.massal(k.kepala, usulan, "serahkan")
    assert keadaan(usulan) == {S.SIDANG_TPK: len(usulan)}


def _menjadi_lowong(u: UsulanMutasi, usulan: Sequence[UsulanMutasi]) -> bool:
    return u.dari_id not in {satu.ke_id for satu in usulan}


def _sidang(p: PerambanHari, usulan: Sequence[UsulanMutasi]) -> None:
    """Each name has its ground and its votes; one member dissents on the first."""
    k = p.k
    sidang = cerita.sidang_dibuka(p, usulan)
    butir = AgendaSidang.objects.filter(sidang=sidang).select_related("usulan__ke__jabatan")
    pemilih = list(sidang.tim.anggota.exclude(kedudukan="sekretaris").order_by("pk"))
    for nomor, satu in enumerate(butir.order_by("usulan__urutan")):
        suara = {f"suara-{a.pk}": "setuju" for a in pemilih}
        if nomor == 0:
            suara |= {f"suara-{pemilih[-1].pk}": "tidak", f"catatan-{pemilih[-1].pk}": KATA}
        assert satu.usulan.ke is not None
        p.kirim(k.kabid, "sidang-butir-catat", sidang.pk, satu.pk, sepakat="on",
                rekomendasi="direkomendasikan",
                alasan=f"{KATA} Tepat untuk {satu.usulan.ke.jabatan}.", **suara)  # fmt: skip
    banyak = len(usulan) * len(pemilih)
    suara_ = SuaraSidang.objects.filter(agenda__sidang=sidang)
    assert (suara_.count(), suara_.filter(suara="tidak").count()) == (banyak, 1)
    cerita.tutup_sidang(p, sidang)
    assert keadaan(usulan) == {S.DIREKOMENDASI: len(usulan)}


def _lampiran_memuat_semua(p: PerambanHari, sk: Keputusan, usulan: Sequence[UsulanMutasi]) -> None:
    pdf = p.milik(p.k.penyusun).get(reverse("mutasi:keputusan-naskah", args=[sk.pk]))
    teks = " ".join(halaman_teks(pdf.content))
    assert not [u.pegawai.nip for u in usulan if u.pegawai.nip not in teks]


def _berlaku(p: PerambanHari, sk: Keputusan, usulan: Sequence[UsulanMutasi]) -> None:
    cerita.dilantik(p, sk, usulan)
    assert set(PesertaPelantikan.objects.values_list("hadir", flat=True)) == {True}
    hasil = cerita.diberlakukan(p)
    assert (hasil["berlaku"], hasil["terhambat"]) == (len(usulan), [])
    assert keadaan(usulan) == {S.BERLAKU: len(usulan)}
    assert SerahTerima.objects.filter(usulan__in=usulan).values("usulan").distinct().count() == len(
        usulan
    )
    cerita.spmt_dan_siasn(p, usulan)
    assert keadaan(usulan) == {S.EVALUASI: len(usulan)}


def _riwayat_dan_kebutuhan(pindah: Perpindahan, sk: Keputusan) -> None:
    """Everybody sits where the decree says since the day; each seat has the holders it should."""
    for siapa, ke in pindah:
        akhir, awal = Penugasan.objects.filter(pegawai=siapa).order_by("-mulai")[:2]
        assert (awal.selesai, awal.formasi_id) == (cerita.TMT, siapa.formasi_id)
        assert (akhir.mulai, akhir.selesai, akhir.formasi_id) == (cerita.TMT, None, ke.pk)
        assert akhir.nomor_sk == sk.nomor
    terisi = {ke.pk for _, ke in pindah}
    lowong = {siapa.formasi_id for siapa, _ in pindah} - terisi
    isi = dict(Formasi.objects.filter(pk__in=terisi | lowong).values_list("pk", "isi_pns"))
    assert isi == {**dict.fromkeys(terisi, 1), **dict.fromkeys(lowong, 0)}
    assert len(lowong) == _rantai(len(pindah)), "each chain leaves the seat of its first"
    for u in UsulanMutasi.objects.filter(berkas=sk.berkas):
        assert list(u.jadwal_evaluasi.values_list("bulan", flat=True)) == [3, 6, 12]
