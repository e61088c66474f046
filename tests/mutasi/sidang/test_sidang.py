"""A session from its team to its closing: quorum, recusal, votes, signatures, what moves."""

from __future__ import annotations

import json
from typing import Any

import pytest

from jejak.models import AkarJejak, Peristiwa
from mutasi.alur import Aksi, StatusUsulan
from mutasi.models import (
    KedudukanTim,
    MacamSuara,
    MacamTim,
    StatusSidang,
    Surat,
    TimPenilai,
)
from mutasi.services import sidang as acts
from mutasi.services import sidang_berita_acara as acts_ba
from mutasi.services import sidang_putusan as acts_putusan
from mutasi.services import sidang_tim as acts_tim
from mutasi.services import sidang_tutup as acts_tutup
from mutasi.services import usulan_batal
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan
from pegawai.models import HubunganKeluarga
from tests.factories import sidang as buat
from tests.factories.jalan import ALASAN, PER, Kantor, ambil, kantor, kasus, orang
from tests.factories.organisasi import pengguna
from tests.factories.sidang import isi
from tests.mutasi.sidang.alat import butir, jadi_pegawai, tunggu
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Refusal, WrongMoment

pytestmark = pytest.mark.django_db
S = StatusUsulan


@pytest.fixture
def k(pada_hari_ini: Any) -> Kantor:
    """The office."""
    return kantor()


def test_session_moves_every_case_and_publishes_the_head_of_the_trail(
    k: Kantor, django_capture_on_commit_callbacks: Any
) -> None:
    maju, tunda, tolak = (tunggu(k) for _ in range(3))
    satu = buat.buka(k, buat.sidang(k, [maju, tunda, tolak]))
    for n, kata in enumerate(("direkomendasikan", "ditunda", "tidak_direkomendasikan")):
        acts_putusan.catat_putusan(butir(satu, n).pk, isi(kata), oleh=k.kabid, per=PER)

    with django_capture_on_commit_callbacks(execute=True):
        hasil = buat.tutup(k, satu, nomor="BA/1/2026")

    assert [ambil(u).status for u in (maju, tunda, tolak)] == [
        S.DIREKOMENDASI, S.DITUNDA, S.DITOLAK,
    ]  # fmt: skip
    assert hasil.tertahan == []
    satu.refresh_from_db()
    akar = AkarJejak.objects.latest("urutan")
    assert (satu.status, satu.nomor) == (StatusSidang.DITUTUP, "BA/1/2026")
    assert satu.akar == f"{akar.urutan}:{akar.akar}"
    assert akar.urutan == Peristiwa.objects.latest("urutan").urutan, "head covers the closing"
    putusan = ambil(maju).persetujuan.get(aksi=Aksi.REKOMENDASIKAN)
    assert (putusan.diputus_oleh, putusan.alasan) == (k.sekda, buat.ALASAN)
    surat = Surat.objects.get(sidang=satu)
    naskah = json.loads(surat.isi)["isi"]
    assert (naskah["akar"], naskah["sidik_isi"]) == (akar.akar, satu.sidik)
    assert naskah["anggota"][0]["keterangan"].startswith("menandatangani dengan akunnya")
    assert [j["putusan"] for j in naskah["jabatan"]] == [
        "Direkomendasikan", "Ditunda", "Tidak direkomendasikan",
    ]  # fmt: skip
    with surat.pdf.open() as berkas:
        assert berkas.read(4) == b"%PDF"


def test_without_quorum_nothing_begins_and_the_cases_go_on_waiting(k: Kantor) -> None:
    u = tunggu(k)
    satu = buat.sidang(k, [u])  # five vote, two thirds are four

    with pytest.raises(Refusal, match="Hadir 3 dari 5 anggota, kuorum 4: sidang tidak sah") as e:
        buat.buka(k, satu, absen=k.anggota_tpk[:2])
    assert e.value.kode == "kuorum"
    acts.batalkan(satu.pk, alasan="Kuorum tidak tercapai.", oleh=k.kabid, per=PER)

    assert satu.kehadiran.count() == 0
    assert ambil(u).status == S.SIDANG_TPK
    lain = buat.sidang(k, [u])  # free for another session
    assert buat.buka(k, lain, absen=k.anggota_tpk[:1]).kuorum == 4


def test_candidate_and_declared_kin_are_stood_aside_and_not_counted(k: Kantor) -> None:
    calon, lain = tunggu(k), tunggu(k)
    kerabat = jadi_pegawai(k.anggota_tpk[0])
    HubunganKeluarga.objects.create(
        pegawai=calon.pegawai, kerabat=kerabat, jenis="saudara", mulai=PER
    )
    satu = buat.buka(k, buat.sidang(k, [calon, lain]))

    acts_putusan.catat_putusan(butir(satu).pk, isi(), oleh=k.kabid, per=PER)

    b = butir(satu)
    assert b.suara.get(suara=MacamSuara.MUNDUR).anggota.pengguna == k.anggota_tpk[0]
    assert b.suara.filter(suara=MacamSuara.SETUJU).count() == 4
    assert b.keterangan == ["direkomendasikan", "anggota_menghindar"]
    assert butir(satu, 1).suara.count() == 0
    with pytest.raises(NotYours, match="menyingkir"):
        acts_putusan.catat_suara(b.pk, suara="setuju", catatan="", oleh=k.anggota_tpk[0], per=PER)


def test_name_whose_quorum_is_gone_by_recusal_stays_undecided(k: Kantor) -> None:
    u = tunggu(k)
    satu = buat.buka(k, buat.sidang(k, [u]), absen=k.anggota_tpk[:1])  # four of five came
    b = butir(satu)
    for siapa in (*k.anggota_tpk[1:], k.kepala):
        acts_putusan.mundur(b.pk, alasan="Pernah satu usaha.", oleh=siapa, per=PER)

    with pytest.raises(Refusal, match="Kuorum untuk nama ini tidak tercapai"):
        acts_putusan.catat_putusan(b.pk, isi(), oleh=k.kabid, per=PER)
    hasil = buat.tutup(k, satu)

    assert hasil.hasil == []
    assert ambil(u).status == S.SIDANG_TPK
    naskah = json.loads(json.loads(hasil.sidang.berita_acara)["naskah"])["isi"]
    assert naskah["jabatan"][0]["alasan"].startswith("Belum dapat diputuskan")
    assert "1 dari 2 anggota dihitung, kuorum 2: tidak sah" in naskah["jabatan"][0]["suara"]


def test_dissent_breaks_consensus_then_the_majority_counts_and_its_ground_is_kept(
    k: Kantor,
) -> None:
    u = tunggu(k)
    satu = buat.buka(k, buat.sidang(k, [u]))
    b = butir(satu)
    beda = satu.kehadiran.get(anggota__pengguna=k.kepala).anggota_id
    with pytest.raises(Refusal, match="Pendapat berbeda memuat alasannya"):
        acts_putusan.catat_putusan(b.pk, isi(suara={beda: ("tidak", "")}), oleh=k.kabid, per=PER)

    suara = {beda: ("tidak", "Unit asal lebih membutuhkan.")}
    acts_putusan.catat_putusan(b.pk, isi(suara=suara), oleh=k.kabid, per=PER)
    buat.tutup(k, satu)

    naskah = json.loads(Surat.objects.get(sidang=satu).isi)["isi"]["jabatan"][0]
    assert naskah["pendapat_lain"] == [
        {"nama": "Kepala BKPSDM", "isi": "Unit asal lebih membutuhkan."}
    ]
    assert naskah["suara"].startswith("4 setuju, 1 tidak setuju, 0 abstain: diterima.")
    assert "beda pendapat" in naskah["putusan"].lower() or "berbeda" in naskah["putusan"]


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        pytest.param({"alasan": "Cocok."}, "paling sedikit 30 huruf", id="ground too short"),
        pytest.param({"sepakat": False}, "belum menyetujui putusan", id="nobody voted"),
        pytest.param({"rekomendasi": "bersyarat"}, "Sebutkan syaratnya", id="condition missing"),
        pytest.param(
            {"keterangan": ("bersedia", "keberatan_pegawai")}, "tidak dapat bersama",
            id="remarks that exclude each other",
        ),
        pytest.param({"keterangan": ("K9",)}, "Keterangan tidak dikenal", id="unknown remark"),
    ],
)  # fmt: skip
def test_recommendation_that_may_not_stand_is_refused(
    k: Kantor, ubah: dict[str, Any], kalimat: str
) -> None:
    satu = buat.buka(k, buat.sidang(k, [tunggu(k)]))

    with pytest.raises(Refusal, match=kalimat):
        acts_putusan.catat_putusan(butir(satu).pk, isi(**ubah), oleh=k.kabid, per=PER)

    assert butir(satu).putusan == ""
    assert butir(satu).suara.count() == 0


def test_alternative_needs_a_ground_and_no_tie_with_those_who_decide(k: Kantor) -> None:
    satu = buat.buka(k, buat.sidang(k, [tunggu(k)]))
    lain, b = jadi_pegawai(k.anggota_tpk[0]), butir(satu)

    for ubah, kalimat in (
        ({"alternatif": b.usulan.pegawai}, "orang lain"),
        ({"alternatif": lain}, "alasan memilih penggantinya"),
        ({"alternatif": lain, "alasan_alternatif": "Cakap."}, "benturan kepentingan"),
    ):
        with pytest.raises(Refusal, match=kalimat):
            acts_putusan.catat_putusan(b.pk, isi(**ubah), oleh=k.kabid, per=PER)

    ganti = orang(None, nama="CADANGAN")
    pilih = isi(alternatif=ganti, alasan_alternatif="Urutan kedua pada kriteria yang terbit.")
    assert acts_putusan.catat_putusan(b.pk, pilih, oleh=k.kabid, per=PER).alternatif == ganti
    buat.tutup(k, satu)
    naskah = json.loads(Surat.objects.get(sidang=satu).isi)["isi"]["jabatan"][0]
    assert naskah["cadangan"] == ganti.nip


def test_agenda_takes_only_waiting_cases_once_and_gives_them_back(k: Kantor) -> None:
    siap, belum = tunggu(k), kasus(k, S.DIKAJI)
    satu, lain = buat.sidang(k, [siap]), buat.sidang(k, [])

    hasil = acts.masukkan_agenda(lain.pk, [siap.pk, belum.pk], oleh=k.kabid, per=PER)
    assert [h.kalimat for h in hasil] == [
        "Usulan ini sudah ada di agenda sidang lain.",
        "Usulan ini berkeadaan “Dikaji, menunggu Kepala BKPSDM”, belum menunggu sidang.",
    ]
    keluar = acts.keluarkan(
        satu.pk, [butir(satu).pk], alasan="Dibahas di sidang berikutnya.", oleh=k.kabid, per=PER
    )

    assert keluar == 1
    (hasil_baru,) = acts.masukkan_agenda(lain.pk, [siap.pk], oleh=k.kabid, per=PER)
    assert hasil_baru.berhasil


def test_withdrawn_case_holds_up_the_minutes_until_it_leaves_the_agenda(k: Kantor) -> None:
    tetap, pergi = tunggu(k), tunggu(k)
    satu = buat.buka(k, buat.sidang(k, [tetap, pergi]))
    buat.putuskan_semua(k, satu)
    usulan_batal.tarik(pergi.pk, oleh=k.penyusun, per=PER, alasan=ALASAN)

    with pytest.raises(Refusal, match="Butir 2 berubah atau ditarik; keluarkan dari agenda"):
        acts_ba.susun_berita_acara(satu.pk, oleh=k.kabid, per=PER)
    acts.keluarkan(satu.pk, [butir(satu, 1).pk], alasan="Ditarik.", oleh=k.kabid, per=PER)
    buat.tutup(k, satu)

    assert [ambil(u).status for u in (tetap, pergi)] == [S.DIREKOMENDASI, S.DIBATALKAN]


def test_chairs_own_kin_waits_for_another_who_leads(k: Kantor) -> None:
    u, lain = tunggu(k), tunggu(k)
    sekda = jadi_pegawai(k.sekda)
    HubunganKeluarga.objects.create(pegawai=sekda, kerabat=u.pegawai, jenis="anak", mulai=PER)
    wakil = pengguna(Peran.TPK_KETUA, nama="Asisten Sekda")
    milik = buat.tim(k, *k.anggota_tpk, wakil)
    satu = buat.buka(k, buat.sidang(k, [u, lain], milik=milik))
    buat.putuskan_semua(k, satu)

    hasil = buat.tutup(k, satu)

    (ditahan,) = hasil.tertahan
    assert "H24" in ditahan.kalimat
    assert [ambil(x).status for x in (u, lain)] == [S.SIDANG_TPK, S.DIREKOMENDASI]
    ketiga = pengguna(Peran.TPK_KETUA, Peran.TPK_SEKRETARIS, nama="Tidak hadir")
    with pytest.raises(NotYours, match="pimpinan yang hadir"):
        acts_tutup.teruskan(satu.pk, oleh=ketiga, per=PER)
    acts_tutup.teruskan(satu.pk, oleh=wakil, per=PER)
    assert ambil(u).status == S.DIREKOMENDASI
    assert ambil(u).persetujuan.get(aksi=Aksi.REKOMENDASIKAN).diputus_oleh == wakil


def test_team_has_one_chair_and_nobody_in_two_seats_and_ends_the_one_before(k: Kantor) -> None:
    lama = buat.tim(k)
    kursi = [acts_tim.Kursi(k.sekda, KedudukanTim.KETUA)]
    data: dict[str, Any] = {
        "macam": MacamTim.TPK, "nomor_sk": "800/9", "tanggal_sk": PER, "mulai": PER,
        "selesai": None, "oleh": k.kabid, "per": PER,
    }  # fmt: skip

    dua = [*kursi, acts_tim.Kursi(k.sekda, KedudukanTim.ANGGOTA)]
    with pytest.raises(Refusal, match="duduk dua kali"):
        acts_tim.catat_tim(**data, anggota=dua)
    with pytest.raises(Refusal, match="tepat satu ketua"):
        acts_tim.catat_tim(**data, anggota=[])
    with pytest.raises(NotAllowed, match="tidak berhak mencatat SK"):
        acts_tim.catat_tim(**data | {"oleh": k.analis}, anggota=kursi)
    baru = acts_tim.catat_tim(**data, anggota=kursi)

    lama.refresh_from_db()
    assert lama.selesai == PER
    assert list(TimPenilai.objects.berlaku(PER)) == [baru]
    assert acts_tim.catatan_susunan(baru) == [
        "Anggota bersuara kurang dari tiga orang.", "Tim ini tidak mempunyai sekretaris.",
    ]  # fmt: skip
    acts_tim.akhiri_tim(baru.pk, selesai=PER, oleh=k.kabid, per=PER)
    assert not TimPenilai.objects.berlaku(PER).exists()


def test_presence_corrected_midway_takes_the_votes_of_who_left(k: Kantor) -> None:
    satu = buat.buka(k, buat.sidang(k, [tunggu(k)]))
    buat.putuskan_semua(k, satu)
    semua = {r.anggota.pengguna: r.anggota_id for r in satu.kehadiran.all()}
    hadir = {pk: "" for siapa, pk in semua.items() if siapa != k.kepala}

    acts.catat_hadir(satu.pk, hadir=hadir, tidak={}, oleh=k.kabid, per=PER)

    assert butir(satu).suara.count() == 4
    hadir.pop(semua[k.sekda])
    with pytest.raises(Refusal, match="Hadir 3 dari 5"):
        acts.catat_hadir(satu.pk, hadir=hadir, tidak={}, oleh=k.kabid, per=PER)


def test_own_vote_and_self_declared_conflict_are_the_members_own(k: Kantor) -> None:
    satu = buat.buka(k, buat.sidang(k, [tunggu(k)]))
    b = butir(satu)
    acts_putusan.catat_suara(
        b.pk, suara="tidak", catatan="Belum siap memimpin.", oleh=k.kepala, per=PER
    )

    acts_putusan.putuskan_banyak(satu.pk, [b.pk], isi(), oleh=k.kabid, per=PER)
    assert b.suara.get(anggota__pengguna=k.kepala).catatan == "Belum siap memimpin."
    acts_putusan.mundur(b.pk, alasan="Pernah bersengketa.", oleh=k.kepala, per=PER)

    b.refresh_from_db()
    assert b.putusan == "", "what was recorded is open again"
    assert b.suara.get(anggota__pengguna=k.kepala).suara == MacamSuara.MUNDUR
    with pytest.raises(WrongMoment, match="sudah menyingkir"):
        acts_putusan.mundur(b.pk, alasan="Lagi.", oleh=k.kepala, per=PER)
    with pytest.raises(OutOfReach):
        acts_putusan.mundur(b.pk, alasan="Lagi.", oleh=k.penyusun, per=PER)


def test_session_is_moved_to_another_day_and_its_members_are_told(k: Kantor) -> None:
    satu = buat.sidang(k, [])

    acts.jadwal_ulang(
        satu.pk, tanggal=PER.replace(day=8), tempat="Daring", cara="daring",
        alasan="Ketua berhalangan.", oleh=k.kabid, per=PER,
    )  # fmt: skip

    satu.refresh_from_db()
    assert (satu.tanggal.day, satu.tempat) == (8, "Daring")
    pesan = Pemberitahuan.objects.filter(untuk=k.anggota_tpk[0]).values_list("judul", flat=True)
    assert set(pesan) == {"Undangan sidang TPK", "Sidang TPK dijadwalkan ulang"}
    with pytest.raises(WrongMoment, match="Hari sidang belum tiba"):
        buat.buka(k, satu)
    with pytest.raises(Refusal, match="tidak bertugas"):
        acts.jadwalkan(
            tim_id=satu.tim_id, tanggal=PER.replace(year=2025), tempat="x", cara="x",
            oleh=k.kabid, per=PER,
        )  # fmt: skip
