"""Many cases are read for the rules like one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mutasi.alur import StatusUsulan
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.aturan.kasus import DALAM, Kapasitas
from mutasi.kernel.jenis import JenjangSasaran, Rute
from mutasi.models import KedudukanTandaTangan, UsulanMutasi
from mutasi.selectors.aturan_usulan import nilai_usulan
from mutasi.services import aturan_jalan
from mutasi.snapshots.kasus import penandatangan
from mutasi.snapshots.kasus_orang import beda_siasn
from pegawai.models import HubunganKeluarga, Pegawai
from pegawai.selectors.keluarga import Lingkungan, bertemu_kerabat
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.helpers import dunia_meja
from toolkit.policy import WrongMoment

S, K = StatusUsulan, KedudukanTandaTangan


@pytest.mark.sekali
def test_300_cases_cost_the_queries_of_one(k: f.Kantor) -> None:
    u = f.kasus(k, S.DISETUJUI_PPK, jenjang="pengawas")
    fk.draf(k, [u])
    satu = {}
    for titik in Titik:
        with CaptureQueriesContext(connection) as kueri:
            nilai_usulan([u], titik, per=f.PER)
        satu[titik] = len(kueri)
    dunia_meja.gandakan(u, 299)
    semua = list(UsulanMutasi.objects.with_names())
    assert len(semua) == 300
    for titik in Titik:
        with CaptureQueriesContext(connection) as kueri:
            hasil = nilai_usulan(semua, titik, per=f.PER)
        assert len(kueri) <= satu[titik] + 1
        assert len(hasil) == 300
    assert max(satu.values()) <= 12


@pytest.mark.sekali
def test_one_refusal_names_every_rule_of_every_case(k: f.Kantor) -> None:
    satu, dua = f.kasus(k, S.DIKAJI), f.kasus(k, S.DIKAJI)
    satu.pegawai.cpns = True
    satu.pegawai.save()
    UsulanMutasi.objects.filter(pk=dua.pk).update(keadaan_khusus=True)

    with pytest.raises(WrongMoment) as tolak:
        aturan_jalan.pastikan([satu.pk, dua.pk], Titik.SIDANG, oleh=k.kepala, per=f.PER)

    assert tolak.value.kode == "H02"
    assert tolak.value.kalimat == (
        "H02: Masih CPNS (dasar: PerBKN 5/2019 (SK PNS)). Dapat diusulkan setelah diangkat menjadi "
        "PNS. W13: Ada keadaan khusus yang dinyatakan; jelaskan mengapa tetap dipindahkan (dasar: "
        "UU 27/2022 Pasal 4; UU 8/2016; UU 20/2023). Tulis alasannya, paling sedikit 30 huruf."
    )


@pytest.mark.sekali
def test_what_was_judged_before_the_lock_is_judged_again_when_the_case_changed(
    k: f.Kantor,
) -> None:
    u = f.kasus(k, S.DIKAJI)
    siap = aturan_jalan.nilai([u.pk], Titik.SIDANG, per=f.PER)[u.pk]
    u.pegawai.cpns = True
    u.pegawai.save()
    aturan_jalan.pastikan_satu(u, Titik.SIDANG, oleh=k.kepala, per=f.PER, siap=siap)
    u.versi += 1
    with pytest.raises(WrongMoment, match="H02"):
        aturan_jalan.pastikan_satu(u, Titik.SIDANG, oleh=k.kepala, per=f.PER, siap=siap)


@pytest.mark.sekali
def test_a_signer_is_read_with_his_levels_routes_and_days(k: f.Kantor) -> None:
    luas = fk.penandatangan(
        k, k.sekda, kedudukan=K.DELEGASI, sebutan="Sekretaris Daerah", antar_instansi=True
    )
    sempit = fk.penandatangan(
        k, k.kepala, kedudukan=K.DELEGASI, sebutan="Kepala BKPSDM", jenjang=["pelaksana"],
        selesai=f.PER,
    )  # fmt: skip
    pj = fk.penandatangan(k, k.bupati, kedudukan=K.PENJABAT, izin_mendagri="100/1", pertek_bkn="P")

    a, b, c = (penandatangan(p, f.PER) for p in (luas, sempit, pj))

    assert a.delegasi is not None
    assert a.delegasi.jenjang == frozenset(JenjangSasaran)
    assert a.delegasi.rute == {DALAM, *Rute}
    assert b.delegasi is not None
    assert (b.delegasi.jenjang, b.delegasi.rute) == ({"pelaksana"}, {DALAM})
    assert b.delegasi.selesai == f.PER
    assert (c.ppk, c.kapasitas, c.izin_mendagri) == (True, Kapasitas.PJ, "100/1")
    bekas = fk.penandatangan(k, k.bupati, selesai=f.PER)
    assert not penandatangan(bekas, f.PER).ppk


@pytest.mark.sekali
def test_H16_who_leaves_a_listed_post_passes_bkn_whatever_his_target(k: f.Kantor) -> None:
    turun = f.draf(
        k, jenis="demosi", pegawai=f.orang(f.kursi(k.asal, "pengawas")), ke=f.kursi(k.tujuan),
        dasar="Demosi karena kinerja: SK 800/1",
    )  # fmt: skip
    biasa = f.draf(k)

    turun, biasa = (f.jalankan(k, f.ambil(u), S.DIAJUKAN) for u in (turun, biasa))

    assert "bkn" in turun.gerbang
    assert "bkn" not in biasa.gerbang


@pytest.mark.sekali
def test_W11_what_siasn_printed_otherwise_is_named_and_spelling_is_no_difference(
    k: f.Kantor,
) -> None:
    sama, beda, belum = (f.orang(f.kursi(k.asal)) for _ in range(3))
    unit = k.asal.siasn_id
    sama.siasn = {"NIP BARU": sama.nip, "NAMA": f" {sama.nama.lower()} ", "UNOR ID": unit.lower()}
    beda.siasn = {"NIP BARU": beda.nip, "NAMA": "NAMA LAIN", "GOL AKHIR ID": "41"}
    for satu in (sama, beda):
        satu.save()

    hasil = beda_siasn(Pegawai.objects.filter(pk__in=[sama.pk, beda.pk, belum.pk]))

    assert hasil == {sama.pk: (), beda.pk: ("nama", "pangkat"), belum.pk: None}


@pytest.mark.sekali
def test_W08_asks_the_same_unit_and_the_line_of_reporting_only(k: f.Kantor) -> None:
    orang, staf, atasan = (
        f.orang(None),
        f.orang(f.kursi(k.tujuan)),
        f.orang(f.kursi(k.tujuan, "jpt")),
    )
    k.tujuan.refresh_from_db()
    di_tujuan = Lingkungan(k.tujuan.pk, k.tujuan.kiri, k.tujuan.kanan, memimpin=False)
    di_bawah = Lingkungan(0, k.tujuan.kiri, k.tujuan.kanan, memimpin=False)
    di_atas = Lingkungan(0, 0, 10_000, memimpin=True)

    def bertemu(kerabat: Pegawai, di: Lingkungan) -> bool:
        HubunganKeluarga.objects.all().delete()
        HubunganKeluarga.objects.create(
            pegawai=kerabat, kerabat=orang, jenis="anak", mulai=f.PER
        )  # fmt: skip
        return bertemu_kerabat({orang.pk: di}) == {orang.pk}

    assert bertemu(staf, di_tujuan)
    assert not bertemu(staf, di_bawah)  # a colleague in the office above leads nobody
    assert bertemu(atasan, di_bawah)
    assert bertemu(staf, di_atas)
    assert not bertemu_kerabat({staf.pk: di_tujuan})
