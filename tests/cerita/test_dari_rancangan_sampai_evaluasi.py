"""The whole road once, through the browser's door: from a secret draft to the evaluation.

For staff, and for a JF post, which also passes BKN and the inauguration. Who does what is said by
the client that sends the form; nothing is written past the pages.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from mutasi.models import AgendaSidang, BerkasMutasi, Rancangan, TelaahUnit, UsulanMutasi
from mutasi.services.usulan_aturan import alasan_berlaku, perlu_alasan
from mutasi.snapshots.pasangan_usulan import putusan_usulan
from organisasi.models import Pengguna
from pegawai.models import Formasi, Pegawai, Penugasan
from tests.factories.jalan import kantor, kursi, orang
from tests.helpers import cerita_jalan as cerita
from tests.helpers.cerita_jalan import KATA, PerambanHari, S, ambil

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]


@pytest.mark.parametrize("jenjang", ["pelaksana", "jf"])
def test_a_move_from_a_draft_to_its_evaluation(pada_hari_ini: Any, jenjang: str) -> None:
    k = kantor()
    lama, baru = kursi(k.asal, jenjang), kursi(k.tujuan, jenjang)
    ani = orang(lama, "ANI WIJAYA")
    akun = ani.pengguna
    assert akun is not None
    p = PerambanHari(k)

    u = _rancangan_menjadi_usulan(p, ani, baru)
    _verifikasi_dan_telaah(p, u, akun)
    _tahu_dan_bersedia(p, u, akun)
    _sidang(p, u)
    cerita.pyb(p, [u])
    if jenjang == "jf":
        cerita.bkn(p, [u])
    cerita.ppk(p, [u])
    sk = cerita.ditetapkan(p, [u])
    assert sk.nomor in p.baca(akun, "petikan-saya")
    with time_machine.travel(date(2026, 7, 2)):
        _berlaku(PerambanHari(k), ambil(u), sk)  # a month later everybody logs in again
    p.catat_lama(jenjang)

    ani.refresh_from_db()
    lama.refresh_from_db()
    baru.refresh_from_db()
    assert (ani.formasi_id, ani.unit_id) == (baru.pk, k.tujuan.pk)
    assert (lama.isi_pns, baru.isi_pns) == (0, 1), "needs see the move"
    akhir, awal = Penugasan.objects.filter(pegawai=ani).order_by("-mulai")[:2]
    assert (awal.selesai, akhir.mulai, akhir.nomor_sk) == (cerita.TMT, cerita.TMT, sk.nomor)
    assert list(u.jadwal_evaluasi.values_list("bulan", flat=True)) == [3, 6, 12]
    lewat = {"usulkan_bkn", "catat_pertek", "lantik"} if jenjang == "pelaksana" else set()
    assert cerita.langkah_jejak(u) == [satu for satu in cerita.URUTAN if satu not in lewat]


def _rancangan_menjadi_usulan(p: PerambanHari, ani: Pegawai, baru: Formasi) -> UsulanMutasi:
    k, penyusun = p.k, p.k.penyusun
    p.kirim(penyusun, "rancangan-baru", nama="Rotasi Juli", tmt="2026-07-01")
    rancangan = Rancangan.objects.get()
    p.kirim(penyusun, "rancangan-baris-tambah", rancangan.pk, pegawai=ani.nip, ke=f"#{baru.pk}")
    assert ani.nama in p.baca(penyusun, "rancangan-lembar", rancangan.pk)
    p.kirim(penyusun, "berkas-dari-rancangan", rancangan.pk, nama="Rotasi Juli")
    satu = BerkasMutasi.objects.exclude(pk=k.berkas.pk).get()
    for siapa in (k.analis, k.kabid, k.kepala):
        p.kirim(penyusun, "berkas-anggota", satu.pk, siapa=siapa.pk, ubah="1")
    u = UsulanMutasi.objects.with_names().get()
    assert u.status == S.DRAF
    assert p.tertutup(k.sekda, "usulan-rincian", u.pk)
    assert ani.nama in p.baca(k.kabid, "berkas-lembar", satu.pk)
    p.aksi(penyusun, u, "ajukan")
    assert ambil(u).status == S.DIAJUKAN
    return u


def _tulis_alasan(p: PerambanHari, u: UsulanMutasi) -> None:
    """A reason for each warning, on the page that asks for it."""
    ada = alasan_berlaku(u)
    for putusan in perlu_alasan(putusan_usulan([u], per=date(2026, 6, 1))[u.pk]):
        if putusan.kode not in ada:
            p.kirim(p.k.analis, "usulan-alasan", u.pk, kode=putusan.kode, alasan=KATA)


def _verifikasi_dan_telaah(p: PerambanHari, u: UsulanMutasi, akun: Pengguna) -> None:
    k = p.k
    _tulis_alasan(p, u)
    p.aksi(k.analis, u, "verifikasi", catatan=cerita.CATATAN)
    assert ambil(u).status == S.DIVERIFIKASI
    p.aksi(k.kabid, u, "periksa")
    assert ambil(u).status == S.DITELAAH_UNIT
    for siapa in (k.kepala_asal, k.kepala_tujuan):
        assert "ANI WIJAYA" in p.baca(siapa, "telaah")
    asal = TelaahUnit.objects.get(usulan=u, sisi="asal")
    tujuan = TelaahUnit.objects.get(usulan=u, sisi="tujuan")
    assert (
        p.milik(k.kepala_tujuan).get(reverse("mutasi:telaah-jawab", args=[asal.pk])).status_code
        == 404
    )
    p.kirim(k.kepala_asal, "telaah-jawab", asal.pk, setuju="tidak", alasan="Dua orang sedang cuti.")
    p.kirim(k.kepala_tujuan, "telaah-jawab", tujuan.pk, setuju="ya")
    assert ambil(u).status == S.SIAP_DIBERITAHUKAN
    assert p.tertutup(akun, "usulan-saya-rincian", u.pk), "not told yet"


def _tahu_dan_bersedia(p: PerambanHari, u: UsulanMutasi, akun: Pengguna) -> None:
    k = p.k
    p.aksi(k.analis, u, "beritahukan", cara="Dipanggil atasan")
    assert ambil(u).status == S.MENUNGGU_KESEDIAAN
    halaman = p.baca(akun, "usulan-saya-rincian", u.pk)
    assert "berubah bagi Anda" in halaman
    jawab = {"versi": "1", "jawaban": "bersedia"}
    p.kirim(akun, "usulan-saya-jawab", u.pk, **jawab)
    p.kirim(k.kepala_asal, "usulan-catat", u.pk, "percakapan",
            catatan="Dibicarakan 1 Juni; ia menerima.")  # fmt: skip
    p.aksi(k.kabid, u, "kaji")
    assert ambil(u).status == S.DIKAJI
    p.aksi(k.kepala, u, "serahkan")
    assert ambil(u).status == S.SIDANG_TPK


def _sidang(p: PerambanHari, u: UsulanMutasi) -> None:
    k = p.k
    sidang = cerita.sidang_dibuka(p, [u])
    butir = AgendaSidang.objects.get()
    assert "Dua orang sedang cuti." in p.baca(k.anggota_tpk[0], "usulan-lembar", u.pk)
    p.kirim(k.kabid, "sidang-butir-catat", sidang.pk, butir.pk, rekomendasi="direkomendasikan",
            alasan=KATA, sepakat="on")  # fmt: skip
    cerita.tutup_sidang(p, sidang)
    assert ambil(u).status == S.DIREKOMENDASI


def _berlaku(p: PerambanHari, u: UsulanMutasi, sk: Any) -> None:
    k = p.k
    pdf = p.milik(k.penyusun).get(reverse("mutasi:keputusan-naskah", args=[sk.pk]))
    assert pdf.content.startswith(b"%PDF")
    if "lantik" in u.gerbang:
        cerita.dilantik(p, sk, [u])
    assert cerita.diberlakukan(p)["berlaku"] == 1
    assert ambil(u).status == S.BERLAKU
    p.kirim(k.kepala_tujuan, "pelaksanaan-spmt", u.pk, nomor="800/9", tanggal="2026-07-02",
            mulai="2026-07-01")  # fmt: skip
    p.kirim(k.operator, "pelaksanaan-siasn", u.pk, siasn_id="A1")
    assert ambil(u).status == S.EVALUASI
    assert "Pengawasan" in p.baca(k.inspektorat, "pengawasan")
