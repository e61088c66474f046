"""Who acts when the case is the actor's own or of his kin: somebody always can, and it is said."""

from __future__ import annotations

import pytest

from mutasi.alur import Aksi, StatusUsulan
from mutasi.models import UsulanMutasi
from mutasi.policies.jalan import Hadapan
from mutasi.policies.pengganti import PENGGANTI, siapa_pengganti
from mutasi.selectors.usulan_rincian import rincian
from mutasi.services import berkas as acts_berkas
from mutasi.services import jalan, ppk, pyb
from mutasi.services import usulan as acts
from mutasi.services.putusan import Putusan, catat_keputusan_kertas
from organisasi.izin import Peran
from organisasi.models import Pengguna
from pegawai.models import HubunganKeluarga, Pegawai
from tests.factories import jalan as f
from tests.factories.organisasi import pengguna
from tests.helpers import dunia_meja as m
from tests.mutasi.jalan.alat import ditolak

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
S = StatusUsulan


def kerabat(k: f.Kantor, u: UsulanMutasi, siapa: Pengguna) -> None:
    """The person of the case is kin of this official."""
    orang = f.orang(f.kursi(k.asal))
    Pegawai.objects.filter(pk=orang.pk).update(pengguna=siapa)
    HubunganKeluarga.objects.create(pegawai=u.pegawai, kerabat=orang, jenis="ipar", mulai=f.PER)


@pytest.mark.parametrize("sendiri", [True, False])
def test_the_pyb_hands_over_the_case_of_the_head_of_bkpsdm_and_still_endorses_it(
    k: f.Kantor, sendiri: bool
) -> None:
    u = f.kasus(k, S.DIKAJI)
    assert siapa_pengganti(u, Aksi.SERAHKAN, per=f.PER) == ""
    acts_berkas.sebut_anggota(u.berkas_id, k.sekda, oleh=k.penyusun, per=f.PER, ubah=False)
    with ditolak("tidak berhak", status=403):
        acts.serahkan(u.pk, oleh=k.sekda, per=f.PER)
    if sendiri:
        Pegawai.objects.filter(pk=u.pegawai_id).update(pengguna=k.kepala)
    else:
        kerabat(k, u, k.kepala)
    u = f.ambil(u)

    with ditolak("H24", "diambil PyB (Sekda)", status=403):
        acts.serahkan(u.pk, oleh=k.kepala, per=f.PER)
    kata = "Langkah Kepala BKPSDM diambil PyB (Sekda). Sebut ia di berkas ini"
    assert rincian(u, k.kabid, per=f.PER).pengganti.startswith(kata)
    acts.serahkan(u.pk, oleh=k.sekda, per=f.PER)

    assert u.persetujuan.get(aksi=Aksi.SERAHKAN).peran == PENGGANTI
    assert Hadapan.baca(f.ambil(u), k.sekda, per=f.PER).pernah == ()
    larangan = jalan.larangan(f.ambil(u), Aksi.SETUJUI_PYB, k.sekda, per=f.PER)
    assert not any("H24" in satu for satu in larangan)


def test_the_head_of_bkpsdm_takes_the_step_of_a_kabid_besides_his_own(k: f.Kantor) -> None:
    u = f.kasus(k, S.DIVERIFIKASI)
    kerabat(k, u, k.kabid)
    with ditolak("H24", status=403):
        acts.periksa(u.pk, oleh=k.kabid, per=f.PER)
    kata = "Langkah Kepala Bidang Mutasi diambil Kepala BKPSDM."
    assert siapa_pengganti(u, Aksi.PERIKSA, per=f.PER) == kata

    acts.periksa(u.pk, oleh=k.kepala, per=f.PER)

    assert u.persetujuan.get(aksi=Aksi.PERIKSA).peran == PENGGANTI
    larangan = jalan.larangan(f.ambil(u), Aksi.SERAHKAN, k.kepala, per=f.PER)
    assert not any("H24" in satu for satu in larangan)


def test_a_head_who_checks_in_a_kabids_stead_without_need_keeps_that_role(k: f.Kantor) -> None:
    u = f.kasus(k, S.DIVERIFIKASI)

    acts.periksa(u.pk, oleh=k.kepala, per=f.PER)

    larangan = jalan.larangan(f.ambil(u), Aksi.SERAHKAN, k.kepala, per=f.PER)
    assert "Anda sudah bertindak sebagai pemeriksa" in larangan[0]


def test_the_superior_of_the_ppk_decides_on_the_ppks_kin_by_letter(k: f.Kantor) -> None:
    u = m.direkomendasi(k)
    pyb.setujui_pyb(u.pk, oleh=k.sekda, per=f.PER)
    kerabat(k, u, k.bupati)
    u = f.ambil(u)
    with ditolak("H24", "pejabat atasannya (Gubernur atau Mendagri)", status=403):
        ppk.setujui_ppk(u.pk, oleh=k.bupati, per=f.PER, alasan=f.SETUJU)
    assert "Gubernur" in rincian(u, k.kabid, per=f.PER).pengganti
    gubernur = pengguna(Peran.PPK, nama="Gubernur")
    surat = m.kertas(gubernur, Peran.PPK, u.berkas.nomor, catat=k.analis, sah=k.kabid)

    putusan = Putusan(Aksi.SETUJUI_PPK, f.SETUJU)
    (hasil,) = catat_keputusan_kertas([u.pk], putusan, surat.pk, oleh=k.analis, per=f.PER)

    assert hasil.kalimat == "Dicatat dari kertas. Disetujui PPK."
    assert u.persetujuan.get(aksi=Aksi.SETUJUI_PPK).diputus_oleh == gubernur
    assert siapa_pengganti(u, Aksi.SETUJUI_PPK, per=f.PER) == ""
