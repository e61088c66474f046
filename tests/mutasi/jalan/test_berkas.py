"""Files: numbers, people named, what begins them, splitting and closing."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from jejak.models import Peristiwa
from mutasi.alur import StatusUsulan
from mutasi.models import (
    AgendaSidang,
    BarisRancangan,
    BerkasMutasi,
    Rancangan,
    SidangTPK,
    TimPenilai,
    UsulanMutasi,
)
from mutasi.services import berkas as acts
from mutasi.services import rancangan as acts_rancangan
from mutasi.services import rancangan_baris as acts_baris
from mutasi.services import usulan as acts_usulan
from mutasi.services import usulan_batal
from mutasi.services.berkas_asal import berkas_dari_sotk, dari_rancangan
from organisasi.izin import Peran
from pegawai.models import Pegawai
from penilaian.models import KotakSotk, PenempatanSotk, RencanaSotk
from tests.factories import jalan as f
from tests.factories.organisasi import pengguna
from tests.mutasi.jalan.alat import ditolak

S = StatusUsulan


def test_files_are_numbered_without_gaps_and_one_that_fails_takes_no_number(k: f.Kantor) -> None:
    with ditolak("tidak berhak membuat berkas", status=403):
        acts.buat_berkas(oleh=k.kepala_asal, per=f.PER, nama="x", tmt=f.TMT, sumber="bkd")
    dua = k.berkas_baru()
    tahun_depan = acts.buat_berkas(
        oleh=k.penyusun, per=date(2027, 1, 4), nama="Baru", tmt=date(2027, 2, 1), sumber="bkd"
    )

    assert [k.berkas.nomor, dua.nomor] == ["B-2026-0001", "B-2026-0002"]
    assert tahun_depan.nomor == "B-2027-0001"
    assert Peristiwa.objects.filter(tindakan="mutasi.berkas.dibuat").count() == 3


def test_a_secret_file_exists_for_those_named_in_it_and_for_nobody_else(k: f.Kantor) -> None:
    lain = pengguna(Peran.ANALIS_BKD, nama="Analis lain")
    with ditolak("tidak ditemukan", status=404):
        acts.sebut_anggota(k.berkas.pk, lain, oleh=lain, per=f.PER, ubah=True)
    with ditolak("tidak mengizinkannya memproses"):
        acts.sebut_anggota(k.berkas.pk, k.sekda, oleh=k.penyusun, per=f.PER, ubah=True)
    pembaca = acts.sebut_anggota(k.berkas.pk, k.sekda, oleh=k.penyusun, per=f.PER, ubah=False)
    with ditolak("sudah disebut"):
        acts.sebut_anggota(k.berkas.pk, k.sekda, oleh=k.penyusun, per=f.PER, ubah=False)
    with ditolak("sebagai pembaca", status=403):
        acts.ubah_berkas(k.berkas.pk, oleh=k.sekda, per=f.PER, nama="x", tmt=f.TMT)
    assert BerkasMutasi.objects.for_user(k.sekda, per=f.PER).count() == 1

    acts.cabut_anggota(k.berkas.pk, pembaca.pk, oleh=k.penyusun, per=f.PER)
    pembuat = k.berkas.anggota.get(pengguna=k.penyusun)

    assert not BerkasMutasi.objects.for_user(k.sekda, per=f.PER).exists()
    with ditolak("Pembuat berkas tidak dapat dicabut"):
        acts.cabut_anggota(k.berkas.pk, pembuat.pk, oleh=k.analis, per=f.PER)
    with ditolak("sudah dicabut"):
        acts.cabut_anggota(k.berkas.pk, pembaca.pk, oleh=k.penyusun, per=f.PER)
    with ditolak("tidak ditemukan", status=404):
        acts.cabut_anggota(k.berkas.pk, 0, oleh=k.penyusun, per=f.PER)


def test_the_name_of_a_file_stays_out_of_the_trail(k: f.Kantor) -> None:
    acts.ubah_berkas(
        k.berkas.pk, oleh=k.penyusun, per=f.PER, nama="Geser Pak Kadis", tmt=date(2026, 8, 1)
    )

    k.berkas.refresh_from_db()
    terakhir = Peristiwa.objects.filter(tindakan="mutasi.berkas.diubah").latest("urutan")
    assert k.berkas.nama == "Geser Pak Kadis"
    assert "Kadis" not in str(terakhir.__dict__)


def test_cases_are_split_off_with_the_people_but_not_out_of_a_running_session(
    k: f.Kantor,
) -> None:
    tiga = [f.kasus(k, S.DIAJUKAN) for _ in range(3)]
    tim = TimPenilai.objects.create(
        nomor_sk="1", tanggal_sk=f.PER, mulai=f.PER, dicatat_pada=timezone.now(),
        dicatat_oleh=k.kabid,
    )  # fmt: skip
    sidang = SidangTPK.objects.create(
        tim=tim, tanggal=f.PER, tempat="Aula", dibuat_pada=timezone.now(), dibuat_oleh=k.kabid
    )
    AgendaSidang.objects.create(sidang=sidang, usulan=tiga[0], urutan=1, versi=1)
    pecah: dict[str, Any] = {"oleh": k.penyusun, "per": f.PER, "nama": "Pecahan"}

    with ditolak("Usulan nomor 1 sedang disidangkan.", kode="bersidang"):
        acts.pecah(k.berkas.pk, [tiga[0].pk], **pecah)
    with ditolak("sisakan paling sedikit satu", kode="semua"):
        acts.pecah(k.berkas.pk, [u.pk for u in tiga], **pecah)
    with ditolak("Pilih usulan dari berkas ini.", kode="bukan_dari_berkas"):
        acts.pecah(k.berkas_baru().pk, [tiga[1].pk], **pecah)
    baru = acts.pecah(k.berkas.pk, [tiga[2].pk, tiga[1].pk], **pecah)

    assert list(baru.usulan.values_list("pk", "urutan")) == [(tiga[1].pk, 1), (tiga[2].pk, 2)]
    assert baru.dipecah_dari == k.berkas
    assert set(baru.anggota.aktif().values_list("pengguna", flat=True)) == set(
        k.berkas.anggota.aktif().values_list("pengguna", flat=True)
    )


def test_a_file_is_closed_when_every_case_has_ended_and_takes_no_more(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.DIAJUKAN)
    with ditolak("Masih ada 1 usulan yang berjalan"):
        acts.tutup(k.berkas.pk, oleh=k.penyusun, per=f.PER)
    usulan_batal.tarik(usulan.pk, oleh=k.penyusun, per=f.PER, alasan="Tidak jadi.")

    acts.tutup(k.berkas.pk, oleh=k.penyusun, per=f.PER)

    with ditolak("sudah ditutup"):
        f.draf(k)


def test_a_complete_draft_becomes_a_file_of_draft_cases(k: f.Kantor) -> None:
    rancangan = acts_rancangan.buat_rancangan(oleh=k.penyusun, nama="Rotasi", tmt=f.TMT)
    for siapa, ubah in ((k.sekda, False), (k.analis, True)):
        acts_rancangan.undang(rancangan.pk, siapa, oleh=k.penyusun, ubah=ubah, per=f.PER)
    baris, sibuk = _isi_rancangan(k, rancangan), f.kasus(k, S.DIAJUKAN).pegawai
    acts_baris.tambah_baris(
        rancangan.pk, oleh=k.penyusun, isi={"pegawai": sibuk.pk, "ke": f.kursi(k.tujuan).pk}
    )
    dari: dict[str, Any] = {"oleh": k.penyusun, "per": f.PER}

    with ditolak(
        "Baris 5 belum lengkap", "Baris 4 menurunkan jabatan tanpa dasar demosi",
        "Baris 6 menyebut orang yang masih mempunyai usulan berjalan", kode="baris",
    ):  # fmt: skip
        dari_rancangan(rancangan.pk, **dari)
    with ditolak("tidak berhak membuat berkas", status=403):
        dari_rancangan(rancangan.pk, oleh=k.sekda, per=f.PER)
    with ditolak("tidak ditemukan", status=404):
        dari_rancangan(rancangan.pk, oleh=k.kabid, per=f.PER)
    for satu in rancangan.baris.filter(urutan__gte=baris[4].urutan):
        acts_baris.hapus_baris(rancangan.pk, satu.pk, oleh=k.penyusun)
    acts_baris.ubah_baris(
        rancangan.pk, baris[3].pk, oleh=k.penyusun, versi=1,
        isi={"dasar": "Demosi karena kinerja: predikat Kurang dua tahun"},
    )  # fmt: skip
    berkas = dari_rancangan(rancangan.pk, **dari)

    masuk = list(berkas.usulan.order_by("urutan"))
    assert [u.jenis for u in masuk] == ["promosi", "pppk", "rotasi", "demosi"]
    assert {u.status for u in masuk} == {S.DRAF}
    assert masuk[0].alasan == "Kursi kosong sejak Mei."
    assert "Rotasi" in masuk[1].alasan
    assert [a.kode for a in masuk[0].alasan_w.all()] == ["W06"]
    assert masuk[0].baris_rancangan == baris[0]
    assert dict(berkas.anggota.values_list("pengguna", "ubah")) == {
        k.penyusun.pk: True, k.sekda.pk: False, k.analis.pk: True,
    }  # fmt: skip
    kosong = acts_rancangan.buat_rancangan(oleh=k.penyusun, nama="Kosong", tmt=f.TMT)
    with ditolak("belum mempunyai baris", kode="kosong"):
        dari_rancangan(kosong.pk, **dari)


def _isi_rancangan(k: f.Kantor, rancangan: Rancangan) -> list[BarisRancangan]:
    """Up, level as PPPK, level, down without a ground, and somebody without a target."""
    isi: list[dict[str, Any]] = [
        {"pegawai": f.orang(f.kursi(k.asal, "pengawas")).pk,
         "ke": f.kursi(k.tujuan, "administrator").pk, "catatan": "Kursi kosong sejak Mei."},
        {"pegawai": f.orang(f.kursi(k.asal, "jf"), status="PPPK").pk,
         "ke": f.kursi(k.tujuan, "jf").pk},
        {"pegawai": f.orang(f.kursi(k.asal)).pk, "ke": f.kursi(k.tujuan).pk},
        {"pegawai": f.orang(f.kursi(k.asal, "pengawas")).pk, "ke": f.kursi(k.tujuan).pk},
        {"pegawai": f.orang(f.kursi(k.asal)).pk},
    ]  # fmt: skip
    baris = [acts_baris.tambah_baris(rancangan.pk, oleh=k.penyusun, isi=satu) for satu in isi]
    acts_baris.tulis_alasan(
        rancangan.pk, baris[0].pk, oleh=k.penyusun, kode="W06", per=f.PER,
        alasan="Penggantinya sudah disiapkan di berkas yang sama.",
    )  # fmt: skip
    return baris


def test_a_structure_in_force_brings_heads_staff_and_levelled_posts(k: f.Kantor) -> None:
    rencana = RencanaSotk.objects.create(
        nama="SOTK 2026", cabang=k.asal, berlaku=date(2026, 5, 1), dasar="Perda 1/2026",
        keadaan="berlaku", dibuat_pada=timezone.now(), dibuat_oleh=k.penyusun,
        ditetapkan_pada=timezone.now(), ditetapkan_oleh=k.sekda, diberlakukan_pada=timezone.now(),
    )  # fmt: skip
    kotak = KotakSotk.objects.create(rencana=rencana, nama="Bidang Baru")
    kepala, staf = f.orang(f.kursi(k.asal, "pengawas")), f.orang(f.kursi(k.asal))
    setara, lama = f.orang(f.kursi(k.asal, "jf")), f.kursi(k.asal, "pengawas")
    sibuk, tanpa = f.kasus(k, S.DIAJUKAN).pegawai, f.orang(f.kursi(k.asal))
    tempat: list[tuple[Pegawai, str, Any]] = [
        (kepala, "pengukuhan", kepala.formasi), (staf, "pengukuhan", staf.formasi),
        (setara, "penyetaraan", lama), (sibuk, "pengukuhan", sibuk.formasi),
        (tanpa, "belum", tanpa.formasi),
    ]  # fmt: skip
    for orang, nasib, dari in tempat:
        PenempatanSotk.objects.create(
            rencana=rencana, dari=dari, pegawai=orang, nasib=nasib,
            kotak=None if nasib == "belum" else kotak,
        )  # fmt: skip

    hasil = berkas_dari_sotk(rencana.pk, oleh=k.penyusun, per=f.PER)

    masuk = {u.pegawai: u for u in UsulanMutasi.objects.filter(berkas__in=hasil.berkas)}
    assert {o.pk: u.jenis for o, u in masuk.items()} == {
        kepala.pk: "pengukuhan", staf.pk: "nomenklatur", setara.pk: "penyetaraan",
    }  # fmt: skip
    assert (hasil.usulan, hasil.tanpa_tempat, hasil.berusul) == (3, 1, 1)
    assert (masuk[setara].dari, masuk[setara].ke) == (lama, setara.formasi)
    for satu in masuk.values():
        assert acts_usulan.ajukan(satu.pk, oleh=k.penyusun, per=f.PER).status == S.DIAJUKAN
    with ditolak("Tidak ada pemangku", kode="kosong"):
        berkas_dari_sotk(rencana.pk, oleh=k.penyusun, per=f.PER)
    RencanaSotk.objects.filter(pk=rencana.pk).update(keadaan="ditetapkan", diberlakukan_pada=None)
    with ditolak("sesudah rencana SOTK berlaku", kode="belum_berlaku"):
        berkas_dari_sotk(rencana.pk, oleh=k.penyusun, per=f.PER)
