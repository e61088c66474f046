"""A decree on its day: histories, totals, order, what stops it, and what follows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import time_machine

from jejak.models import Peristiwa
from mutasi.alur import Aksi, StatusUsulan
from mutasi.models import PermintaanPegawai
from mutasi.services import jalan, pelaksanaan
from mutasi.services import permintaan as acts_permintaan
from mutasi.services.pelaksanaan import laksanakan, laksanakan_bersama, laksanakan_jatuh_tempo
from mutasi.services.pelaksanaan_pulih import pulihkan, pulihkan_banyak
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan
from pegawai.models import Formasi, Pegawai, Penugasan
from pegawai.services.register import catat_pemberhentian
from tests.factories.organisasi import pengguna
from tests.helpers.dunia_pelaksanaan import (
    PER,
    TMT,
    Pelaksana,
    ambil,
    ber_sk,
    berakun,
    keputusan,
    kursi,
    pelaksana,
    setuju_ppk,
    staf,
)
from toolkit.policy import WrongMoment

pytestmark = pytest.mark.django_db
S = StatusUsulan
LEWAT = date(2026, 7, 2)


@pytest.fixture
def k(pada_hari_ini: Any) -> Pelaksana:
    """BKD on 1 June 2026."""
    return pelaksana()


def riwayat(orang: Pegawai) -> list[tuple[int | None, date | None, date | None]]:
    """The definitive history, oldest first."""
    rows = Penugasan.objects.definitif().filter(pegawai=orang).order_by("mulai", "pk")
    return list(rows.values_list("formasi", "mulai", "selesai"))


def isi(post: Formasi) -> int:
    """Holders as stored."""
    return Formasi.objects.get(pk=post.pk).isi_pns


def test_pada_tmt_jabatan_lama_ditutup_dan_yang_baru_dibuka(k: Pelaksana) -> None:
    lama, baru = staf(k.unit["sd1"]), staf(k.unit["sd2"])
    orang = berakun("SITI", lama)
    minta = acts_permintaan.ajukan(
        baru.pk, oleh=pengguna(Peran.KEPALA_UNIT, unit=k.unit["sd2"]), per=PER, jumlah=1,
        alasan="Tidak ada pengelola sejak awal semester.",
    )  # fmt: skip
    usulan = ber_sk(orang, baru, k)

    laksanakan(usulan.pk, per=LEWAT)

    usulan = ambil(usulan)
    assert usulan.status == S.BERLAKU
    assert usulan.tahap == "diumumkan"
    assert riwayat(orang) == [(lama.pk, date(2020, 3, 1), TMT), (baru.pk, TMT, None)]
    terbuka = Penugasan.objects.get(pegawai=orang, selesai=None)
    sk = usulan.keputusan.get().keputusan
    assert (terbuka.nomor_sk, terbuka.sumber) == (sk.nomor, f"SK {sk.nomor}")
    orang.refresh_from_db()
    assert (orang.formasi_id, orang.unit_id, orang.tmt_jabatan) == (baru.pk, baru.unit_id, TMT)
    assert (isi(lama), isi(baru)) == (0, 1)
    assert PermintaanPegawai.objects.get(pk=minta.pk).status == "dipenuhi"
    assert [e.jatuh_tempo for e in usulan.jadwal_evaluasi.all()] == [
        date(2026, 10, 1), date(2027, 1, 1), date(2027, 7, 1),
    ]  # fmt: skip
    assert usulan.serah_terima.count() == 5
    judul = dict(Pemberitahuan.objects.values_list("untuk", "judul"))
    assert judul[orang.pengguna_id] == "Keputusan mutasi Anda mulai berlaku"
    assert judul[k.kepala_asal.pk] == "Seorang pegawai meninggalkan unit Anda"
    assert judul[k.kepala_tujuan.pk] == "Seorang pegawai masuk ke unit Anda"
    kode = set(Peristiwa.objects.values_list("tindakan", flat=True))
    assert {"mutasi.usulan.laksanakan", "pegawai.penugasan.diubah"} <= kode


def test_dua_kali_dijalankan_sama_dengan_sekali(k: Pelaksana) -> None:
    orang = berakun("SITI", staf(k.unit["sd1"]))
    usulan = ber_sk(orang, staf(k.unit["sd2"]), k)
    assert [h.terlaksana for h in laksanakan_jatuh_tempo(per=LEWAT)] == [True]
    sebelum, jejak = riwayat(orang), Peristiwa.objects.count()

    assert laksanakan_jatuh_tempo(per=LEWAT) == []
    laksanakan(usulan.pk, per=LEWAT)

    assert riwayat(orang) == sebelum
    assert Peristiwa.objects.count() == jejak


def test_sebelum_tmt_riwayat_tidak_berubah(k: Pelaksana) -> None:
    orang = berakun("SITI", staf(k.unit["sd1"]))
    usulan = ber_sk(orang, staf(k.unit["sd2"]), k)
    assert laksanakan_jatuh_tempo(per=date(2026, 6, 30)) == []
    with pytest.raises(WrongMoment, match="TMT-nya 01-07-2026, belum tiba"):
        laksanakan(usulan.pk, per=date(2026, 6, 30))
    assert riwayat(orang) == [(usulan.dari_id, date(2020, 3, 1), None)]


def _lantik(k: Pelaksana, *usulan: Any) -> None:
    for satu in usulan:
        jalan.maju(ambil(satu), Aksi.LANTIK, oleh=k.analis)


def _tiga(k: Pelaksana) -> tuple[list[Formasi], list[Pegawai]]:
    posts = [kursi(k.unit[n]) for n in ("sd1", "sd2", "bidang")]
    return posts, [berakun(f"PEJABAT {n}", post) for n, post in enumerate(posts)]


def test_rantai_tiga_orang_dijalankan_dari_yang_pergi_lebih_dahulu(k: Pelaksana) -> None:
    posts, orang = _tiga(k)
    ujung = kursi(k.unit["disdik"])
    semua = [
        setuju_ppk(satu, ke, k.analis, jenjang="administrator")
        for satu, ke in zip(orang, [posts[1], posts[2], ujung], strict=True)
    ]
    keputusan(*semua, oleh=k.bupati)
    _lantik(k, *semua)

    hasil = laksanakan_jatuh_tempo(per=LEWAT)

    assert [h.usulan for h in hasil] == [semua[2].pk, semua[1].pk, semua[0].pk]
    assert all(h.terlaksana for h in hasil)
    assert [isi(p) for p in (*posts, ujung)] == [0, 1, 1, 1]


def test_kursi_yang_masih_diduduki_menahan_yang_menunggunya_saja(k: Pelaksana) -> None:
    posts, orang = _tiga(k)
    ujung, lain = kursi(k.unit["disdik"]), staf(k.unit["sd1"])
    semua = [
        setuju_ppk(satu, ke, k.analis, jenjang="administrator")
        for satu, ke in zip(orang, [posts[1], posts[2], ujung], strict=True)
    ]
    bebas = ber_sk(berakun("STAF", lain), staf(k.unit["sd2"]), k)
    keputusan(*semua, oleh=k.bupati)
    _lantik(k, *semua)
    ujung.jabatan.aktif = False
    ujung.jabatan.save()

    hasil = {h.usulan: h for h in laksanakan_jatuh_tempo(per=LEWAT)}

    assert hasil[semua[2].pk].kalimat == "Jabatan tujuan tidak berlaku lagi dalam referensi."
    assert hasil[semua[1].pk].kalimat == "Jabatan tujuan masih diduduki pejabat lain."
    assert not hasil[semua[0].pk].terlaksana
    assert hasil[bebas.pk].terlaksana
    kabar = Pemberitahuan.objects.filter(judul__startswith="Sebuah keputusan", untuk=k.analis)
    assert kabar.count() == 3
    laksanakan_jatuh_tempo(per=LEWAT)
    assert kabar.count() == 3

    # Mended, the next run goes on where this one stopped.
    ujung.jabatan.aktif = True
    ujung.jabatan.save()
    assert [h.terlaksana for h in laksanakan_jatuh_tempo(per=LEWAT)] == [True, True, True]


def test_cincin_dijalankan_bersama_atau_tidak_sama_sekali(k: Pelaksana) -> None:
    posts, orang = _tiga(k)
    semua = [
        setuju_ppk(satu, posts[(n + 1) % 3], k.analis, jenjang="administrator")
        for n, satu in enumerate(orang)
    ]
    keputusan(*semua, oleh=k.bupati)
    _lantik(k, *semua[:2])
    assert [h.terlaksana for h in laksanakan_jatuh_tempo(per=LEWAT)] == [False, False]
    _lantik(k, semua[2])

    assert [h.terlaksana for h in laksanakan_jatuh_tempo(per=LEWAT)] == [True] * 3
    assert [isi(p) for p in posts] == [1, 1, 1]
    assert riwayat(orang[0])[-1] == (posts[1].pk, TMT, None)


def test_yang_gagal_di_tengah_dilanjutkan_jalan_berikutnya(
    k: Pelaksana, monkeypatch: pytest.MonkeyPatch
) -> None:
    semua = [
        ber_sk(berakun(f"STAF {n}", staf(k.unit["sd1"])), staf(k.unit["sd2"]), k) for n in range(3)
    ]
    asli, panggilan = pelaksanaan.segarkan_pindah, []

    def mati(*args: Any, **kwargs: Any) -> None:
        panggilan.append(args)
        if len(panggilan) == 2:
            raise RuntimeError("listrik padam")
        asli(*args, **kwargs)

    monkeypatch.setattr(pelaksanaan, "segarkan_pindah", mati)
    with pytest.raises(RuntimeError, match="listrik padam"):
        laksanakan_jatuh_tempo(per=LEWAT)
    assert [ambil(u).status for u in semua].count(S.BERLAKU) == 1
    assert Penugasan.objects.filter(mulai=TMT).count() == 1

    monkeypatch.setattr(pelaksanaan, "segarkan_pindah", asli)
    assert len(laksanakan_jatuh_tempo(per=LEWAT)) == 2
    assert Penugasan.objects.filter(mulai=TMT).count() == 3


def test_yang_meninggal_sebelum_tmt_tidak_diberlakukan(k: Pelaksana) -> None:
    orang = berakun("SITI", staf(k.unit["sd1"]))
    usulan = ber_sk(orang, staf(k.unit["sd2"]), k)
    with time_machine.travel("2026-06-20 09:00 +0700", tick=False):
        catat_pemberhentian(orang.pk, oleh=k.kabid, per=date(2026, 6, 20), mulai=date(2026, 6, 15),
                            sebab="Meninggal dunia", alasan="Akta kematian")  # fmt: skip
    (hasil,) = laksanakan_jatuh_tempo(per=LEWAT)
    assert hasil.kalimat == "Pegawai berhenti sejak 15-06-2026 (meninggal dunia)."
    assert ambil(usulan).status == S.SK_DITETAPKAN
    assert Penugasan.objects.filter(pegawai=orang, selesai=None).count() == 0


def test_pejabat_yang_belum_dilantik_menunggu_dan_tmtnya_hari_pelantikan(k: Pelaksana) -> None:
    from mutasi.models import Pelantikan, PesertaPelantikan

    asal, tujuan = kursi(k.unit["sd1"]), kursi(k.unit["sd2"])
    orang, plt = berakun("PEJABAT", asal), berakun("PLT", staf(k.unit["sd2"]))
    Penugasan.objects.create(
        pegawai=plt, jenis="PLT", formasi=tujuan, unit=tujuan.unit, jabatan=tujuan.jabatan,
        tmt=PER, mulai=PER, selesai=date(2026, 9, 1),
    )  # fmt: skip
    usulan = setuju_ppk(orang, tujuan, k.analis, jenjang="administrator")
    sk = keputusan(usulan, oleh=k.bupati)
    assert laksanakan_jatuh_tempo(per=LEWAT) == []
    with pytest.raises(WrongMoment, match="belum dilantik"):
        laksanakan(usulan.pk, per=LEWAT)
    acara = Pelantikan.objects.create(
        keputusan=sk, tanggal=date(2026, 7, 6), tempat="Pendopo", pejabat="Bupati",
        dibuat_pada=usulan.sejak, dibuat_oleh=k.analis,
    )  # fmt: skip
    PesertaPelantikan.objects.create(pelantikan=acara, usulan=usulan, hadir=True)
    _lantik(k, usulan)
    assert laksanakan_jatuh_tempo(per=date(2026, 7, 5)) == []

    laksanakan(usulan.pk, per=date(2026, 7, 6))

    assert riwayat(orang)[-1] == (tujuan.pk, date(2026, 7, 6), None)
    assert Penugasan.objects.get(pegawai=plt, jenis="PLT").selesai == date(2026, 7, 6)


def test_pengukuhan_meneruskan_masa_jabatan(k: Pelaksana) -> None:
    post = staf(k.unit["sd1"])
    orang = berakun("SITI", post)
    usulan = ber_sk(orang, post, k, jenis="pengukuhan")
    laksanakan(usulan.pk, per=LEWAT)
    baru = Penugasan.objects.get(pegawai=orang, selesai=None)
    assert (baru.tmt, baru.tmt_hitung) == (TMT, date(2020, 3, 1))
    assert baru.alasan_tmt_hitung.startswith("Dikukuhkan dengan SK 800/")
    orang.refresh_from_db()
    assert orang.tmt_hitung == date(2020, 3, 1)
    assert ambil(usulan).status == S.SPMT
    assert isi(post) == 1


def test_plt_dibuka_di_samping_dan_langsung_selesai(k: Pelaksana) -> None:
    orang, kosong = berakun("SITI", staf(k.unit["sd1"])), kursi(k.unit["sd2"])
    usulan = ber_sk(orang, kosong, k, jenis="plt", jenjang="administrator",
                    selesai=date(2026, 10, 1))  # fmt: skip
    laksanakan(usulan.pk, per=LEWAT)
    samping = Penugasan.objects.sampingan().get(pegawai=orang)
    assert (samping.jenis, samping.mulai, samping.selesai) == ("PLT", TMT, date(2026, 10, 1))
    assert ambil(usulan).status == S.SELESAI
    assert isi(kosong) == 0


def test_yang_pindah_keluar_berhenti_dan_yang_masuk_menempati(k: Pelaksana) -> None:
    asal, tujuan = staf(k.unit["sd1"]), staf(k.unit["sd2"])
    pergi = berakun("PERGI", asal)
    datang = berakun("DATANG", None)
    keluar = ber_sk(pergi, None, k, jenis="antar_keluar", tujuan_luar="Kabupaten Lain", rute="B1")
    masuk = ber_sk(datang, tujuan, k, jenis="antar_masuk", asal_luar="Kota Lain", rute="B1")
    assert [h.terlaksana for h in laksanakan_jatuh_tempo(per=LEWAT)] == [True, True]
    pergi.refresh_from_db()
    assert (pergi.berhenti, pergi.alasan_berhenti) == (TMT, "Pindah ke Kabupaten Lain")
    assert (isi(asal), isi(tujuan)) == (0, 1)
    assert not ambil(masuk).serah_terima.exists()
    assert ambil(keluar).serah_terima.count() == 5


def test_yang_sudah_dipindah_impor_tidak_dibuka_dua_kali(k: Pelaksana) -> None:
    lama, baru = staf(k.unit["sd1"]), staf(k.unit["sd2"])
    orang = berakun("SITI", lama)
    usulan = ber_sk(orang, baru, k)
    Penugasan.objects.filter(pegawai=orang).update(selesai=TMT)
    Penugasan.objects.create(
        pegawai=orang, formasi=baru, unit=baru.unit, jabatan=baru.jabatan, tmt=TMT, mulai=TMT
    )
    laksanakan(usulan.pk, per=LEWAT)
    assert riwayat(orang)[1:] == [(baru.pk, TMT, None)]
    assert Penugasan.objects.get(pegawai=orang, selesai=None).nomor_sk.startswith("800/")


def test_fakta_yang_berubah_disebut(k: Pelaksana) -> None:
    orang = berakun("SITI", staf(k.unit["sd1"]))
    usulan = ber_sk(orang, staf(k.unit["sd2"]), k)
    lain = staf(k.unit["bidang"], "Pengelola Lain")
    Penugasan.objects.filter(pegawai=orang).update(
        formasi=lain, unit=lain.unit, jabatan=lain.jabatan
    )
    with pytest.raises(WrongMoment, match="sekarang Pengelola Lain · Bidang Mutasi, bukan"):
        laksanakan(usulan.pk, per=LEWAT)


def test_pencabutan_memulihkan_sejak_harinya_atau_seolah_tidak_pernah(k: Pelaksana) -> None:
    lama, baru = staf(k.unit["sd1"]), staf(k.unit["sd2"])
    orang = berakun("SITI", lama)
    usulan = ber_sk(orang, baru, k)
    laksanakan(usulan.pk, per=LEWAT)
    sk = usulan.keputusan.get().keputusan
    cabut = keputusan(usulan, oleh=k.bupati, cabut=sk, tmt=date(2026, 8, 1))

    pulihkan(usulan.pk, keputusan=cabut, oleh=k.bupati, per=date(2026, 8, 3))

    assert riwayat(orang)[1:] == [
        (baru.pk, TMT, date(2026, 8, 1)), (lama.pk, date(2026, 8, 1), None),
    ]  # fmt: skip
    kembali = Penugasan.objects.get(pegawai=orang, selesai=None)
    assert (kembali.nomor_sk, kembali.tmt_hitung) == (cabut.nomor, date(2020, 3, 1))
    assert (isi(lama), isi(baru)) == (1, 0)

    dua = berakun("BUDI", staf(k.unit["sd1"]))
    kasus = ber_sk(dua, staf(k.unit["sd2"]), k)
    laksanakan(kasus.pk, per=LEWAT)
    cabut = keputusan(kasus, oleh=k.bupati, cabut=kasus.keputusan.get().keputusan, tmt=TMT)
    pulihkan(kasus.pk, keputusan=cabut, oleh=k.bupati, per=date(2026, 8, 3))
    assert riwayat(dua)[1:] == [(kasus.ke_id, TMT, TMT), (kasus.dari_id, TMT, None)]
    kembali = Penugasan.objects.get(pegawai=dua, selesai=None)
    assert (kembali.tmt, kembali.tmt_hitung) == (date(2020, 3, 1), None)


def test_pencabutan_satu_mata_rantai_menolak_kursi_terisi_seluruhnya_boleh(k: Pelaksana) -> None:
    posts, orang = _tiga(k)
    semua = [
        setuju_ppk(satu, posts[(n + 1) % 3], k.analis, jenjang="administrator")
        for n, satu in enumerate(orang)
    ]
    sk = keputusan(*semua, oleh=k.bupati)
    _lantik(k, *semua)
    laksanakan_bersama([u.pk for u in semua], per=LEWAT)
    cabut = keputusan(*semua, oleh=k.bupati, cabut=sk, tmt=date(2026, 8, 1))
    with pytest.raises(WrongMoment, match="sudah diduduki orang lain"):
        pulihkan(semua[0].pk, keputusan=cabut, oleh=k.bupati, per=date(2026, 8, 3))

    pulihkan_banyak([u.pk for u in semua], keputusan=cabut, oleh=k.bupati, per=date(2026, 8, 3))

    assert [riwayat(o)[-1][0] for o in orang] == [p.pk for p in posts]
