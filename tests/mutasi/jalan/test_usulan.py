"""Acts on one case: who may, what is frozen, what is void, what is refused and in which words."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from mutasi.alur import Aksi, Gerbang, StatusUsulan
from mutasi.kernel.jenis import Tahap
from mutasi.models import PertekBkn, UsulanMutasi
from mutasi.services import berkas as acts_berkas
from mutasi.services import jalan, usulan_batal
from mutasi.services import usulan as acts
from mutasi.services.berkas_massal import lakukan
from organisasi.izin import Peran
from organisasi.models import NilaiKetentuan, Pemberitahuan, Pengguna
from pegawai.models import HubunganKeluarga, Pegawai
from tests.factories import jalan as f
from tests.factories.organisasi import pengguna
from tests.mutasi.jalan.alat import ditolak, jejak

S = StatusUsulan
CUKUP = "Diperiksa dari dokumen asli di arsip kepegawaian."


def _tampak(usulan: UsulanMutasi, siapa: Pengguna) -> bool:
    return UsulanMutasi.objects.for_user(siapa, per=f.PER).filter(pk=usulan.pk).exists()


def test_handing_in_freezes_the_gates_and_makes_the_maker(k: f.Kantor) -> None:
    usulan = f.draf(k)
    acts.ubah_draf(usulan.pk, oleh=k.analis, per=f.PER, alasan="Beban kerja bertambah.")
    acts.ubah_draf(usulan.pk, oleh=k.analis, per=f.PER, alasan="Beban kerja bertambah.")

    usulan = acts.ajukan(usulan.pk, oleh=k.penyusun, per=f.PER)

    assert usulan.gerbang == [
        "telaah", "beritahu", "kesediaan", "tpk", "pyb", "spmt", "siasn", "evaluasi",
    ]  # fmt: skip
    assert (usulan.diajukan_oleh, usulan.alasan) == (k.penyusun, "Beban kerja bertambah.")
    assert jejak(usulan) == [
        "mutasi.usulan.dibuat", "mutasi.usulan.ditulis", "mutasi.usulan.ajukan",
    ]  # fmt: skip
    with ditolak("“Ubah isi”, yang menggugurkan"):
        acts.ubah_draf(usulan.pk, oleh=k.penyusun, per=f.PER, alasan="Lain.")
    with ditolak("pengusul", "menjadi pemverifikasi", kode="H24", status=403):
        acts.verifikasi(usulan.pk, oleh=k.penyusun, per=f.PER, catatan=f.CATATAN)
    with ditolak("tidak dapat lagi mengajukan"):
        acts.ajukan(usulan.pk, oleh=k.penyusun, per=f.PER)
    assert Pemberitahuan.objects.filter(untuk=k.analis, kunci__contains="berkas-ajukan").exists()


def test_a_window_adds_the_gate_of_permits_for_a_head_and_not_for_staff(k: f.Kantor) -> None:
    NilaiKetentuan.objects.filter(kode="tanggal_pelantikan_kepala_daerah").update(
        nilai="2026-05-20"
    )

    kasi = f.kasus(k, S.DIAJUKAN, jenjang="pengawas")
    staf = f.kasus(k, S.DIAJUKAN)

    assert Gerbang.IZIN in kasi.gerbang
    assert Gerbang.IZIN not in staf.gerbang


def test_verification_lists_every_failed_rule_with_its_basis_and_its_cure(k: f.Kantor) -> None:
    penuh = f.kursi(k.tujuan, butuh=0)
    usulan = f.kasus(k, S.DIAJUKAN, ke=penuh)
    usulan.pegawai.cpns = True
    usulan.pegawai.save(update_fields=["cpns"])

    with ditolak(
        "H02:", "H03: Pada TMT sudah terisi 0 dari 0 kursi (dasar: PP 11/2017",
        "Tunggu sampai ada kursi kosong", kode="aturan",
    ):  # fmt: skip
        acts.verifikasi(usulan.pk, oleh=k.analis, per=f.PER, catatan=f.CATATAN)
    usulan.refresh_from_db()
    assert (usulan.status, usulan.bekuan.count()) == (S.DIAJUKAN, 0)


def test_warnings_and_what_nobody_can_judge_want_a_written_reason_and_the_look_is_frozen(
    k: f.Kantor,
) -> None:
    usulan = f.kasus(k, S.DIAJUKAN)
    with ditolak("Tulis catatan verifikasinya.", kode="tanpa_catatan"):
        acts.verifikasi(usulan.pk, oleh=k.analis, per=f.PER, catatan=" ")
    with ditolak(
        "H04: Syarat pendidikan jabatan ini belum diisi (dasar", "W06:", kode="tanpa_alasan_w"
    ):
        acts.verifikasi(usulan.pk, oleh=k.analis, per=f.PER, catatan=f.CATATAN)
    with ditolak("paling sedikit", kode="alasan_pendek"):
        acts.tulis_alasan_w(usulan.pk, oleh=k.analis, per=f.PER, kode="W06", alasan="ya")

    f.tulis_alasan(k, usulan)
    usulan = acts.verifikasi(usulan.pk, oleh=k.analis, per=f.PER, catatan=f.CATATAN)

    beku = usulan.bekuan.get(untuk="verifikasi")
    isi = json.loads(beku.isi)
    assert isi["usulan"]["ke"] == usulan.ke_id
    assert {p["kode"] for p in isi["putusan"]} >= {"H01", "H03", "H21", "W06"}
    assert isi["alasan"]["W06"]["oleh"] == k.analis.pk
    assert usulan.persetujuan.get().sidik == f.acts.jalan.sidik_usulan(usulan)


def test_a_head_proposes_his_person_or_for_his_seat_and_bkd_takes_it_up(k: f.Kantor) -> None:
    orang, ke = f.orang(f.kursi(k.asal)), f.kursi(k.tujuan)
    isi: dict[str, Any] = {
        "pegawai": orang.pk,
        "ke": ke.pk,
        "jenis": "rotasi",
        "alasan": f.ALASAN,
        "tmt": f.TMT,
    }
    luar = pengguna(Peran.KEPALA_UNIT, unit=k.unit["bkd"], nama="Kepala lain")
    with ditolak("pegawai di unit Anda", status=403):
        acts.ajukan_dari_unit(oleh=luar, per=f.PER, **isi)

    usulan = acts.ajukan_dari_unit(oleh=k.kepala_tujuan, per=f.PER, **isi)

    assert (usulan.sumber, usulan.tahap, usulan.status) == ("unit", Tahap.TERBATAS, S.DIAJUKAN)
    siapa = [k.analis, k.kepala_tujuan, k.kepala_asal, f.akun(usulan)]
    assert [_tampak(usulan, satu) for satu in siapa] == [True, True, False, False]
    usulan_batal.kembalikan(usulan.pk, oleh=k.analis, per=f.PER, alasan="Kebutuhannya?")
    acts.ubah_draf(usulan.pk, oleh=k.kepala_tujuan, per=f.PER, alasan="Dua orang pensiun.")
    usulan = acts.ajukan(usulan.pk, oleh=k.kepala_tujuan, per=f.PER)
    assert usulan.versi == 2


def test_an_employee_asks_for_himself_and_takes_it_back(k: f.Kantor) -> None:
    orang, ke = f.orang(f.kursi(k.asal)), f.kursi(k.tujuan)
    saya = orang.pengguna
    assert saya is not None
    isi: dict[str, Any] = {
        "ke": ke.pk,
        "jenis": "permintaan_sendiri",
        "alasan": "Dekat orang tua.",
        "tmt": f.TMT,
    }
    with ditolak("tidak terhubung dengan data pegawai", status=403):
        acts.ajukan_sendiri(oleh=k.operator, per=f.PER, **isi)
    with ditolak("Tulis TMT", kode="isi"):
        acts.ajukan_sendiri(oleh=saya, per=f.PER, ke=ke.pk, jenis="rotasi", alasan="x")

    usulan = acts.ajukan_sendiri(oleh=saya, per=f.PER, **isi)

    assert (usulan.sumber, usulan.pegawai, usulan.status) == ("pegawai", orang, S.DIAJUKAN)
    assert [_tampak(usulan, satu) for satu in (saya, k.kabid)] == [True, True]
    usulan_batal.kembalikan(usulan.pk, oleh=k.analis, per=f.PER, alasan="Lampirkan surat.")
    assert Pemberitahuan.objects.filter(untuk=saya, judul__contains="dikembalikan").exists()
    acts.ubah_draf(usulan.pk, oleh=saya, per=f.PER, alasan="Dekat orang tua; surat terlampir.")
    assert acts.ajukan(usulan.pk, oleh=saya, per=f.PER).versi == 2
    with ditolak("tidak ditemukan", status=404):
        usulan_batal.tarik(usulan.pk, oleh=k.kepala_asal, per=f.PER, alasan="x")
    usulan_batal.tarik(usulan.pk, oleh=saya, per=f.PER, alasan="Batal pindah.")
    usulan.refresh_from_db()
    assert usulan.status == S.DIBATALKAN


def test_who_is_secretly_named_learns_nothing_when_he_asks_for_himself(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.DIAJUKAN, jenjang="pengawas")
    isi: dict[str, Any] = {
        "ke": f.kursi(k.tujuan).pk,
        "jenis": "permintaan_sendiri",
        "alasan": "x",
        "tmt": f.TMT,
    }

    minta = acts.ajukan_sendiri(oleh=f.akun(usulan), per=f.PER, **isi)

    assert minta.status == S.DIAJUKAN, "it waits beside the other, which is still secret"
    with ditolak("tidak ditemukan", status=404):
        acts.periksa(usulan.pk, oleh=f.akun(usulan), per=f.PER)


def test_a_change_under_way_voids_what_was_decided_and_keeps_how_far_it_is_known(
    k: f.Kantor,
) -> None:
    usulan = f.kasus(k, S.SIDANG_TPK)
    PertekBkn.objects.create(
        usulan=usulan, versi=1, nomor_imut="I-1", diusulkan=f.PER, batas=f.PER,
        otomatis_pada=f.PER, dibuat_pada=timezone.now(), dibuat_oleh=k.operator,
    )  # fmt: skip
    ubah: dict[str, Any] = {"oleh": k.kabid, "per": f.PER, "sebab": "Kursinya diisi orang lain."}
    with ditolak("Tidak ada yang berubah.", kode="sama"):
        usulan_batal.ubah_isi(usulan.pk, **ubah)
    with ditolak("Untuk orang lain, tulis usulan baru.", kode="orang_lain"):
        usulan_batal.ubah_isi(usulan.pk, **ubah, pegawai=f.orang(f.kursi(k.asal)).pk)
    tmt: dict[str, Any] = {"tmt": date(2026, 8, 1)}
    usulan = usulan_batal.ubah_isi(usulan.pk, **ubah, **tmt)

    assert (usulan.status, usulan.versi, usulan.tahap) == (S.DIAJUKAN, 2, "diberitahukan")
    assert not usulan.persetujuan.sah().exists()
    assert usulan.persetujuan.filter(sebab_gugur__contains="Isi diubah").count() == 3
    assert usulan.pertek.get().hasil == "dikembalikan"
    with ditolak("pengusul", "menjadi pemverifikasi", kode="H24", status=403):
        acts.verifikasi(usulan.pk, oleh=k.kabid, per=f.PER, catatan=f.CATATAN)
    assert f.jalankan(k, f.ambil(usulan), S.DIVERIFIKASI).bekuan.get(versi=2).untuk == "verifikasi"


def test_it_is_handed_over_frozen_with_what_heads_and_employee_said(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.DIKAJI)
    with ditolak("tidak berhak menyerahkan", status=403):
        acts.serahkan(usulan.pk, oleh=k.kabid, per=f.PER)

    usulan = acts.serahkan(usulan.pk, oleh=k.kepala, per=f.PER)

    isi = json.loads(usulan.bekuan.get(untuk="tpk").isi)
    assert isi["kesediaan"]["jawaban"] == "bersedia"
    assert [t["jawaban"] for t in isi["telaah"]] == ["setuju", "setuju"]
    assert jejak(usulan)[-1] == "mutasi.usulan.serahkan"


def test_the_ends_before_a_decree_have_each_their_hand_and_their_reason(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.DIREKOMENDASI, jenis="nomenklatur")
    with ditolak("tidak dapat lagi menarik"):
        usulan_batal.tarik(usulan.pk, oleh=k.penyusun, per=f.PER, alasan="x")
    with ditolak("tidak berhak membatalkan", status=403):
        usulan_batal.batalkan(usulan.pk, oleh=k.kabid, per=f.PER, alasan="x")
    with ditolak("Tulis alasannya.", kode="tanpa_alasan"):
        usulan_batal.gugurkan(usulan.pk, oleh=k.kabid, per=f.PER, alasan=" ")

    usulan_batal.gugurkan(usulan.pk, oleh=k.kabid, per=f.PER, alasan="Pegawai meninggal dunia.")
    lain = f.kasus(k, S.DIREKOMENDASI, jenis="nomenklatur")
    usulan_batal.batalkan(lain.pk, oleh=k.sekda, per=f.PER, alasan="Ditunda sampai APBD-P.")

    assert {f.ambil(u).status for u in (usulan, lain)} == {S.DIBATALKAN}


def test_an_act_on_many_answers_row_by_row_and_one_refused_stops_nobody(k: f.Kantor) -> None:
    tiga = [f.draf(k) for _ in range(3)]
    acts.ubah_draf(tiga[1].pk, oleh=k.penyusun, per=f.PER, tmt=date(2026, 7, 15))

    hasil = lakukan(Aksi.AJUKAN, [u.pk for u in tiga], oleh=k.penyusun, per=f.PER)
    ulang = lakukan(
        Aksi.AJUKAN, [tiga[0].pk, k.berkas.pk], oleh=k.penyusun, per=f.PER
    )  # the second is no case

    assert [h.berhasil for h in hasil] == [True, False, True]
    assert "tanggal 1" in hasil[1].kalimat
    assert [f.ambil(u).status for u in tiga] == [S.DIAJUKAN, S.DRAF, S.DIAJUKAN]
    assert [h.kalimat for h in ulang][1] == "Halaman atau data ini tidak ditemukan."
    assert "tidak dapat lagi mengajukan" in ulang[0].kalimat


def test_cases_of_a_file_count_seats_together_in_their_order(k: f.Kantor) -> None:
    isi = f.orang(f.kursi(k.tujuan))
    kursi = isi.formasi
    assert kursi is not None
    keluar = f.kasus(k, S.DIAJUKAN, pegawai=isi, ke=f.kursi(k.asal))
    masuk, kedua = (f.kasus(k, S.DIAJUKAN, ke=kursi) for _ in range(2))
    for satu in (keluar, masuk):
        f.tulis_alasan(k, satu)
        acts.verifikasi(satu.pk, oleh=k.analis, per=f.PER, catatan=f.CATATAN)

    with ditolak("H03: Pada TMT sudah terisi 1 dari 1 kursi", kode="aturan"):
        acts.verifikasi(kedua.pk, oleh=k.analis, per=f.PER, catatan=f.CATATAN)
    baru = acts_berkas.pecah(k.berkas.pk, [masuk.pk], oleh=k.penyusun, per=f.PER, nama="x")
    assert baru.usulan.get() == masuk


def test_a_row_that_breaks_a_constraint_is_refused_in_its_words_and_the_others_go_on(
    k: f.Kantor,
) -> None:
    retak, utuh = f.draf(k), f.draf(k)

    def tindakan(pk: UUID) -> None:
        ke = None if pk == retak.pk else utuh.ke
        UsulanMutasi.objects.filter(pk=pk).update(ke=ke)

    hasil = jalan.tiap_baris([retak.pk, utuh.pk], tindakan, berhasil="Jadi.")

    assert [(h.usulan, h.berhasil, h.kalimat) for h in hasil] == [
        (retak.pk, False, "Usulan menyebut jabatan tujuan atau instansi tujuan."),
        (utuh.pk, True, "Jadi."),
    ]  # fmt: skip
    assert f.ambil(retak).ke == retak.ke


def test_nobody_writes_a_case_about_himself_or_his_kin(k: f.Kantor) -> None:
    sendiri, ipar = f.orang(f.kursi(k.asal)), f.orang(f.kursi(k.asal))
    Pegawai.objects.filter(pk=sendiri.pk).update(pengguna=k.analis)
    HubunganKeluarga.objects.create(pegawai=sendiri, kerabat=ipar, jenis="ipar", mulai=f.PER)

    isi: Any = {"per": f.PER, "ke": f.kursi(k.tujuan).pk, "jenis": "rotasi", "alasan": f.ALASAN}

    for orang in (sendiri, ipar):
        with ditolak("H24", status=403):
            acts.tulis_usulan(k.berkas.pk, oleh=k.analis, pegawai=orang.pk, **isi)
    assert not UsulanMutasi.objects.exists()
    assert acts.tulis_usulan(k.berkas.pk, oleh=k.penyusun, pegawai=ipar.pk, **isi).status == S.DRAF
