"""Decisions of the PyB and the PPK: departures, substitutes, paper, chains."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from mutasi.alur import Aksi, StatusUsulan
from mutasi.models import Persetujuan, UsulanMutasi
from mutasi.policies.pengganti import PENGGANTI
from mutasi.services import ppk, pyb
from mutasi.services.putusan import Putusan, catat_keputusan_kertas, putuskan_banyak
from organisasi.izin import Peran
from organisasi.models import Pengguna
from pegawai.models import HubunganKeluarga, Pegawai
from tests.factories import jalan as f
from tests.factories.organisasi import pengguna
from tests.helpers import dunia_meja as m
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Refusal

S = StatusUsulan


def _akhir(u: UsulanMutasi) -> Persetujuan:
    return Persetujuan.objects.filter(usulan=u).latest("diputus_pada", "pk")


def test_what_the_tpk_recommended_needs_no_word_of_the_pyb_but_one_of_the_ppk(
    k: f.Kantor,
) -> None:
    u = m.direkomendasi(k)

    pyb.setujui_pyb(u.pk, oleh=k.sekda, per=f.PER)
    assert f.ambil(u).status == S.MENUNGGU_PPK
    with pytest.raises(Refusal, match="H26: .* belum ada alasan"):
        ppk.setujui_ppk(u.pk, oleh=k.bupati, per=f.PER)
    ppk.setujui_ppk(u.pk, oleh=k.bupati, per=f.PER, alasan=f.SETUJU)

    assert f.ambil(u).status == S.DISETUJUI_PPK
    assert not Persetujuan.objects.filter(usulan=u, menyimpang=True).exists()


def test_w10_to_approve_a_second_choice_needs_words_and_is_counted(k: f.Kantor) -> None:
    u = m.pilihan_kedua(k)

    with pytest.raises(Refusal, match=r"menyimpang dari TPK: .* 30 huruf \(W10\)"):
        pyb.setujui_pyb(u.pk, oleh=k.sekda, per=f.PER, alasan="Pendek saja.")
    pyb.setujui_pyb(u.pk, oleh=k.sekda, per=f.PER, alasan=m.ALASAN)

    akhir = _akhir(u)
    assert (akhir.menyimpang, akhir.alasan) == (True, m.ALASAN)
    assert m.jejak_terakhir("mutasi.usulan.setujui_pyb")["sesudah"]["menyimpang_dari"] == ["TPK"]


def test_w10_the_ppk_who_refuses_departs_from_tpk_and_pyb(k: f.Kantor) -> None:
    u = f.jalankan(k, m.direkomendasi(k), S.MENUNGGU_PPK)

    with pytest.raises(Refusal, match="menyimpang dari TPK dan PyB") as galat:
        ppk.tolak_ppk(u.pk, oleh=k.bupati, per=f.PER, alasan="Tidak setuju.")
    assert galat.value.kode == "menyimpang"
    ppk.tolak_ppk(u.pk, oleh=k.bupati, per=f.PER, alasan=m.ALASAN)

    assert f.ambil(u).status == S.DITOLAK
    assert _akhir(u).menyimpang


def test_returning_departs_from_nobody_but_says_why(k: f.Kantor) -> None:
    u = f.jalankan(k, m.direkomendasi(k), S.MENUNGGU_PPK)

    with pytest.raises(Refusal, match=r"^Tulis alasannya\.$"):
        ppk.kembalikan_ppk(u.pk, oleh=k.bupati, per=f.PER, alasan=" ")
    ppk.kembalikan_ppk(u.pk, oleh=k.bupati, per=f.PER, alasan="Hitung lagi kebutuhannya.")

    assert f.ambil(u).status == S.DIKAJI
    assert not _akhir(u).menyimpang


def test_h24_nobody_decides_for_himself_or_kin_and_no_other_role_decides(k: f.Kantor) -> None:
    u = m.direkomendasi(k)
    saya = f.orang(f.kursi(k.asal))
    Pegawai.objects.filter(pk=saya.pk).update(pengguna=k.sekda)
    HubunganKeluarga.objects.create(
        pegawai=saya, kerabat=u.pegawai, jenis="saudara", mulai=f.PER
    )  # fmt: skip

    with pytest.raises(NotYours, match="wajib menghindar"):
        pyb.setujui_pyb(u.pk, oleh=k.sekda, per=f.PER)
    with pytest.raises(NotAllowed, match="tidak berhak menyetujui sebagai PyB"):
        pyb.setujui_pyb(u.pk, oleh=k.kepala, per=f.PER)
    with pytest.raises(OutOfReach):
        pyb.setujui_pyb(u.pk, oleh=pengguna(Peran.OPERATOR_OPD), per=f.PER)


@pytest.mark.parametrize("kerabat", [False, True])
def test_the_ppk_takes_the_step_of_a_pyb_whose_own_case_it_is(k: f.Kantor, kerabat: bool) -> None:
    u = m.direkomendasi(k)
    if kerabat:
        sekda = f.orang(f.kursi(k.asal))
        Pegawai.objects.filter(pk=sekda.pk).update(pengguna=k.sekda)
        HubunganKeluarga.objects.create(
            pegawai=u.pegawai, kerabat=sekda, jenis="ipar", mulai=f.PER
        )  # fmt: skip
    else:
        with pytest.raises(NotAllowed):
            pyb.setujui_pyb(u.pk, oleh=k.bupati, per=f.PER)
        Pegawai.objects.filter(pk=u.pegawai_id).update(pengguna=k.sekda)

    pyb.setujui_pyb(u.pk, oleh=k.bupati, per=f.PER)
    akhir = _akhir(u)
    assert (akhir.peran, akhir.diputus_oleh) == (PENGGANTI, k.bupati)
    # His own step stays his: the substitute's is no second role.
    ppk.setujui_ppk(u.pk, oleh=k.bupati, per=f.PER, alasan=f.SETUJU)

    assert f.ambil(u).status == S.DISETUJUI_PPK


def test_a_content_changed_meanwhile_is_not_decided_unread(k: f.Kantor) -> None:
    u = m.direkomendasi(k)
    putusan = Putusan(Aksi.SETUJUI_PYB, versi={u.pk: u.versi + 1})

    (baris,) = putuskan_banyak([u.pk], putusan, oleh=k.sekda, per=f.PER)

    assert (baris.berhasil, baris.kalimat) == (
        False, "Isi usulan berubah sejak Anda membukanya; baca lagi.",
    )  # fmt: skip


def test_many_are_decided_row_by_row_and_reported_row_by_row(k: f.Kantor) -> None:
    dua = [m.direkomendasi(k) for _ in range(2)]
    lain = f.kasus(k, S.SIDANG_TPK)
    putusan = Putusan(Aksi.SETUJUI_PYB)

    hasil = putuskan_banyak([lain.pk, *(u.pk for u in dua)], putusan, oleh=k.sekda, per=f.PER)

    berhasil = {h.usulan: h.berhasil for h in hasil}
    assert berhasil == {lain.pk: False, dua[0].pk: True, dua[1].pk: True}
    (gagal,) = [h.kalimat for h in hasil if not h.berhasil]
    assert gagal.startswith("Usulan ini sekarang berkeadaan “Menunggu sidang TPK”")


def test_h22_refusing_one_whose_seat_another_needs_warns(k: f.Kantor) -> None:
    depan, ikut = m.berantai(k)

    with pytest.raises(Refusal, match=r"1 usulan lain menunggu kursi .* \(H22\)") as galat:
        ppk.tolak_ppk(depan.pk, oleh=k.bupati, per=f.PER, alasan=m.ALASAN)
    assert galat.value.kode == "rantai"
    # Both together break nothing that is left.
    hasil = putuskan_banyak(
        [depan.pk, ikut.pk], Putusan(Aksi.TOLAK_PPK, m.ALASAN), oleh=k.bupati, per=f.PER
    )

    assert [h.berhasil for h in hasil] == [True, True]


def test_a_paper_decides_once_two_people_have_compared_it_and_only_its_own_file(
    k: f.Kantor,
) -> None:
    u = m.direkomendasi(k)
    nomor = u.berkas.nomor
    belum = m.kertas(k.sekda, Peran.PYB, nomor, catat=k.analis, sah=None)
    lain = m.kertas(k.sekda, Peran.PYB, "B-1999-0001", catat=k.analis, sah=k.kabid)
    tua = m.kertas(k.bupati, Peran.PPK, nomor, catat=k.analis, sah=k.kabid)
    sah = m.kertas(k.sekda, Peran.PYB, nomor, catat=k.analis, sah=k.kabid)
    putusan = Putusan(Aksi.SETUJUI_PYB)

    def coba(kertas: object, oleh: Pengguna = k.analis) -> str:
        (h,) = catat_keputusan_kertas([u.pk], putusan, kertas.pk, oleh=oleh, per=f.PER)  # type: ignore[attr-defined]
        return h.kalimat

    assert coba(belum) == "Disposisi ini belum disahkan orang kedua, jadi belum dapat dipakai."
    assert coba(lain) == f"Disposisi ini tidak menyebut berkas {nomor}."
    assert coba(tua) == "Disposisi ini bukan dari PyB."
    assert coba(sah, k.bupati) == "Anda tidak berhak mencatat keputusan dari kertas."
    assert coba(sah) == "Dicatat dari kertas. Disetujui PyB."

    akhir = _akhir(u)
    assert (akhir.diputus_oleh, akhir.disposisi) == (k.sekda, sah)
    entri = m.jejak_terakhir("mutasi.usulan.setujui_pyb")
    assert (entri["oleh"], entri["sesudah"]["disposisi"]) == (f"pengguna:{k.analis.pk}", sah.nomor)


def test_a_paper_older_than_the_present_content_decides_nothing(k: f.Kantor) -> None:
    u = m.direkomendasi(k)
    tua = m.kertas(
        k.sekda, Peran.PYB, u.berkas.nomor, catat=k.analis, sah=k.kabid,
        tanggal=f.PER - timedelta(days=3),
    )  # fmt: skip
    with transaction.atomic():
        u.singgah.update(versi=2)
        type(u).objects.filter(pk=u.pk).update(versi=2)

    (h,) = catat_keputusan_kertas(
        [u.pk], Putusan(Aksi.SETUJUI_PYB), tua.pk, oleh=k.analis, per=f.PER
    )

    assert h.kalimat == (
        "Isi usulan ini berubah pada 1 Juni 2026, sesudah tanggal disposisi."
    )  # fmt: skip
