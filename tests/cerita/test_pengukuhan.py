"""A department gets new names: everybody in it is confirmed, by one file and one decree.

Twenty people in every run, two hundred under ``--panjang``. The structure is drafted, decided and
put into force on its own pages; its holders become cases at one press: heads are confirmed and
sworn in, staff only follow the new name.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from mutasi.models import BerkasMutasi, Keputusan, UsulanMutasi
from organisasi.izin import Peran
from organisasi.models import UnitKerja
from pegawai.models import Formasi, Jabatan, JenisJabatan, Pegawai, Penugasan
from penilaian.models import KotakSotk, RencanaSotk
from tests.factories.jalan import Kantor, kantor, orang
from tests.factories.organisasi import pengguna
from tests.factories.organisasi import unit as unit_baru
from tests.factories.pegawai import formasi, jabatan
from tests.factories.penilaian import kebutuhan
from tests.helpers import cerita_jalan as cerita
from tests.helpers.cerita_jalan import PerambanHari, S, keadaan
from tests.helpers.pdf import halaman_teks

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
PER_BIDANG = 10  # a head and nine of his staff
BERLAKU = date(2026, 6, 2)
STAF = ["ajukan", "verifikasi", "periksa", "beritahukan", "kaji", "serahkan", "setujui_pyb",
        "setujui_ppk", "tetapkan", "laksanakan", "sinkronkan"]  # fmt: skip
KEPALA = ["ajukan", "verifikasi", "periksa", "serahkan", "setujui_pyb", "usulkan_bkn",
          "catat_pertek", "setujui_ppk", "tetapkan", "lantik", "laksanakan",
          "sinkronkan"]  # fmt: skip


@pytest.mark.parametrize("banyak", [10, pytest.param(200, marks=pytest.mark.panjang)])
def test_a_new_structure_ends_as_one_decree_for_everybody_in_it(
    pada_hari_ini: Any, tmp_path: Path, banyak: int
) -> None:
    k = kantor()
    bidang = [_bidang(k, n) for n in range(banyak // PER_BIDANG)]
    p = PerambanHari(k)

    _struktur(p, bidang)
    with time_machine.travel(BERLAKU):
        p = p.hari_lain(BERLAKU)
        usulan = _berkas(p, banyak)
        kepala = [u for u in usulan if u.jenis == "pengukuhan"]
        staf = [u for u in usulan if u.jenis == "nomenklatur"]
        assert (len(kepala), len(staf)) == (len(bidang), banyak - len(bidang))
        _sampai_ppk(p, usulan, kepala, staf)
        cerita.ppk(p, usulan)
        sk = cerita.ditetapkan(p, usulan)
        pdf = p.milik(k.penyusun).get(reverse("mutasi:keputusan-naskah", args=[sk.pk])).content
        lampiran = " ".join(halaman_teks(pdf))
        assert not [u.pegawai.nip for u in usulan if u.pegawai.nip not in lampiran]
    with time_machine.travel(date(2026, 7, 2)):
        p = p.hari_lain(date(2026, 7, 2))
        cerita.dilantik(p, sk, kepala)
        hasil = cerita.diberlakukan(p)
        assert (hasil["berlaku"], hasil["terhambat"]) == (banyak, [])
        cerita.spmt_dan_siasn(p, usulan)
    assert keadaan(usulan) == {S.SELESAI: banyak}
    p.catat_lama(f"pengukuhan {banyak}")

    for u in usulan:
        _riwayat(u, sk)
        assert cerita.langkah_jejak(u) == (KEPALA if u in kepala else STAF)
    terisi = Formasi.objects.filter(unit__in=bidang).values_list("isi_pns", flat=True)
    assert sorted(n for n in terisi if n) == [1] * len(bidang) + [PER_BIDANG - 1] * len(bidang)
    cerita.jejak_utuh(tmp_path)


def _bidang(k: Kantor, nomor: int) -> UnitKerja:
    """A bidang with its head and nine of its staff in one post."""
    nama = f"Bidang Layanan {nomor:02d}"
    unit = unit_baru(nama, induk=k.asal, jenis="bidang", siasn_id=f"{nomor:031x}b")
    kursi = Jabatan.objects.create(
        siasn_id=unit.siasn_id, kunci=unit.kunci, nama=f"Kepala {nama}", unit=unit, bup=58,
        jenis=JenisJabatan.STRUKTURAL, eselon_id="32",
    )  # fmt: skip
    post = formasi(unit, jabatan(f"Pengolah Data {nomor}", jenis=JenisJabatan.PELAKSANA, bup=58))
    kebutuhan(post, PER_BIDANG - 1)
    orang(formasi(unit, kursi), f"KEPALA {nomor:02d}")
    for n in range(1, PER_BIDANG):
        orang(post, f"STAF {nomor:02d} {n}")
    return unit


def _struktur(p: PerambanHari, bidang: list[UnitKerja]) -> None:
    """Bagian Organisasi renames each bidang and its head; the Sekda decides; the day comes."""
    k = p.k
    ortala = pengguna(Peran.BAGIAN_ORGANISASI, nama="Bagian Organisasi")
    baru = reverse("penilaian:sotk-baru") + f"?cabang={k.asal.pk}"
    p.milik(ortala).post(
        baru, {"nama": "Penataan 2026", "berlaku": BERLAKU.isoformat(), "dasar": "Perbup 12/2026"}
    )
    rencana = RencanaSotk.objects.get()
    for nomor, unit in enumerate(bidang):
        nama = f"Bidang Pelayanan Terpadu {nomor:02d}"
        for aksi, isi in (
            ("nama", {"nama": nama, "jenis": "bidang"}),
            ("pimpinan", {"jabatan": f"Kepala {nama}", "eselon_id": "32"}),
        ):
            kotak = KotakSotk.objects.get(rencana=rencana, asal=unit)
            halaman = p.milik(ortala).get(
                reverse("penilaian:sotk-kotak-aksi", args=[rencana.pk, kotak.pk, aksi])
            )
            versi = halaman.context["form"]["versi"].value()
            p.kirim(ortala, "penilaian:sotk-kotak-aksi", rencana.pk, kotak.pk, aksi,
                    versi=versi, **isi)  # fmt: skip
    putuskan = "penilaian:sotk-putuskan"
    p.kirim(k.sekda, putuskan, rencana.pk, "tetapkan", dasar="Perbup 12/2026", setuju="on")
    with time_machine.travel(BERLAKU):
        p.hari_lain(BERLAKU).kirim(k.sekda, putuskan, rencana.pk, "berlakukan", setuju="on")
    for unit in bidang:
        unit.refresh_from_db()
        assert unit.nama.startswith("Bidang Pelayanan Terpadu")


def _berkas(p: PerambanHari, banyak: int) -> list[UsulanMutasi]:
    k, penyusun = p.k, p.k.penyusun
    assert f"Buat {banyak} usulan" in p.baca(penyusun, "berkas-dari-sotk")
    p.kirim(penyusun, "berkas-dari-sotk", rencana_id=RencanaSotk.objects.get().pk)
    satu = BerkasMutasi.objects.exclude(pk=k.berkas.pk).get()
    for siapa in (k.analis, k.kabid, k.kepala):
        p.kirim(penyusun, "berkas-anggota", satu.pk, siapa=siapa.pk, ubah="1")
    assert "semua sudah" in p.baca(penyusun, "berkas-dari-sotk")
    return list(UsulanMutasi.objects.with_names().filter(berkas=satu).order_by("urutan"))


def _sampai_ppk(
    p: PerambanHari,
    usulan: list[UsulanMutasi],
    kepala: list[UsulanMutasi],
    staf: list[UsulanMutasi],
) -> None:
    k = p.k
    p.massal(k.penyusun, usulan, "ajukan")
    cerita.beralasan(p, usulan)
    p.massal(k.analis, usulan, "verifikasi", catatan=cerita.CATATAN)
    p.massal(k.kabid, usulan, "periksa")
    assert keadaan(staf) == {S.SIAP_DIBERITAHUKAN: len(staf)}
    p.massal(k.analis, staf, "beritahukan", cara="Apel pagi dan surat edaran")
    p.massal(k.kabid, staf, "kaji")
    p.massal(k.kepala, usulan, "serahkan")
    cerita.pyb(p, usulan)
    assert keadaan(kepala) == {S.DISETUJUI_PYB: len(kepala)}
    cerita.bkn(p, usulan)


def _riwayat(u: UsulanMutasi, sk: Keputusan) -> None:
    """The same seat before and after, the decree's number on it, and the time counted on."""
    siapa = Pegawai.objects.get(pk=u.pegawai_id)
    akhir, awal = Penugasan.objects.filter(pegawai=siapa).order_by("-mulai")[:2]
    assert (awal.selesai, akhir.mulai, akhir.selesai) == (cerita.TMT, cerita.TMT, None)
    assert (akhir.formasi_id, siapa.formasi_id) == (u.ke_id, u.ke_id)
    assert (akhir.nomor_sk, akhir.tmt_hitung) == (sk.nomor, date(2020, 3, 1))
    assert siapa.tmt_hitung == date(2020, 3, 1), "time in post counts on"
