"""The road of a computation made here: draft, checked, final; each step by somebody else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from jejak.models import Peristiwa
from organisasi.izin import Peran
from organisasi.models import NilaiKetentuan, Pengguna, UnitKerja
from pegawai.models import Formasi
from penilaian.kernel.abk import Periode, Tugas
from penilaian.models import KeadaanHitung, Kebutuhan, PerhitunganKebutuhan
from penilaian.policies import perhitungan as policies
from penilaian.services.perhitungan import BarisUraian
from penilaian.services.uraian import susun_uraian
from penilaian.services.uraian_jalan import (
    kembalikan_perhitungan,
    periksa_perhitungan,
    putuskan_banyak,
    putuskan_perhitungan,
)
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from toolkit.policy import NotAllowed, NotYours, OutOfReach, WrongMoment

pytestmark = pytest.mark.django_db
HARI = date(2026, 6, 1)


@pytest.fixture
def post(pada_hari_ini: Any) -> Formasi:
    """A post of one school."""
    return peg.formasi(org.kabupaten()["sd1"], peg.jabatan("Arsiparis Terampil"))


@pytest.fixture
def orang(post: Formasi) -> dict[str, Pengguna]:
    """Maker, checker, decider."""
    return {
        "kepala": org.pengguna(Peran.KEPALA_UNIT, unit=post.unit),
        "organisasi": org.pengguna(Peran.BAGIAN_ORGANISASI),
        "bkpsdm": org.pengguna(Peran.KEPALA_BKPSDM),
    }


def baris(menit: int = 120_000, uraian: str = "Menata arsip") -> BarisUraian:
    """One task of so many minutes a year."""
    return BarisUraian(Tugas.isi(uraian, "berkas", menit, Periode.TAHUN, 1), alasan="Tiga gudang.")


def susun(post: Formasi, oleh: Pengguna, *semua: BarisUraian) -> PerhitunganKebutuhan:
    return susun_uraian(post.pk, baris=semua or (baris(),), per=HARI, oleh=oleh)


def test_draft_becomes_the_need_only_after_check_and_decision(
    post: Formasi, orang: dict[str, Pengguna]
) -> None:
    satu = susun(post, orang["kepala"])
    assert (satu.keadaan, satu.jumlah, Kebutuhan.objects.count()) == (KeadaanHitung.DRAF, 2, 0)

    periksa_perhitungan(satu.pk, per=HARI, oleh=orang["organisasi"])
    hasil = putuskan_perhitungan(satu.pk, dasar="Perbup 7/2026", per=HARI, oleh=orang["bkpsdm"])

    kebutuhan = Kebutuhan.objects.get()
    assert (kebutuhan.perhitungan, kebutuhan.jumlah, kebutuhan.dasar) == (hasil, 2, "Perbup 7/2026")
    assert (hasil.keadaan, hasil.dibuat_oleh, hasil.diperiksa_oleh, hasil.diputuskan_oleh) == (
        KeadaanHitung.FINAL, orang["kepala"], orang["organisasi"], orang["bkpsdm"],
    )  # fmt: skip
    assert hasil.tugas.get().alasan == "Tiga gudang."
    jejak = list(Peristiwa.objects.order_by("urutan").values_list("tindakan", flat=True))
    assert jejak[-4:] == [
        "penilaian.perhitungan.disusun", "penilaian.perhitungan.diperiksa",
        "penilaian.kebutuhan.ditetapkan", "penilaian.perhitungan.diputuskan",
    ]  # fmt: skip


def test_saving_again_changes_the_draft_and_leaves_the_version_in_force(
    post: Formasi, orang: dict[str, Pengguna]
) -> None:
    lama = nilai.perhitungan_abk(post)
    satu = susun(post, orang["kepala"])

    lagi = susun(post, orang["kepala"], baris(30_000), baris(10_000, "Memindai"))

    assert (lagi.pk, lagi.versi, lagi.menit, lagi.tugas.count()) == (satu.pk, 2, "40000", 2)
    assert Kebutuhan.objects.get().perhitungan == lama
    assert lama.tugas.count() == 1


def test_checked_computation_given_back_may_be_changed_again(
    post: Formasi, orang: dict[str, Pengguna]
) -> None:
    satu = susun(post, orang["kepala"])
    periksa_perhitungan(satu.pk, per=HARI, oleh=orang["organisasi"])
    with pytest.raises(WrongMoment, match="sudah diperiksa"):
        susun(post, orang["kepala"])
    with pytest.raises(WrongMoment, match="apa yang harus diperbaiki"):
        kembalikan_perhitungan(satu.pk, alasan=" ", per=HARI, oleh=orang["bkpsdm"])

    kembalikan_perhitungan(satu.pk, alasan="Norma terlalu besar", per=HARI, oleh=orang["bkpsdm"])

    assert susun(post, orang["kepala"], baris(1_000)).diperiksa_oleh is None
    assert Peristiwa.objects.filter(tindakan="penilaian.perhitungan.dikembalikan").exists()


def test_draft_keeps_the_constants_it_was_computed_with_until_saved_again(
    post: Formasi, orang: dict[str, Pengguna]
) -> None:
    satu = susun(post, orang["kepala"])
    NilaiKetentuan.objects.create(
        kode="jke_menit", nilai=60_000, mulai=date(2026, 5, 1), dasar="uji"
    )
    satu.refresh_from_db()
    assert (satu.jke_menit, str(satu.mentah)) == (75_000, "1.6000")

    lagi = susun(post, orang["kepala"])

    assert (lagi.jke_menit, str(lagi.mentah)) == (60_000, "2.0000")


def test_everyone_does_his_own_step_and_nobody_two_of_them(
    post: Formasi, orang: dict[str, Pengguna]
) -> None:
    tetangga = org.pengguna(
        Peran.KEPALA_UNIT, unit=post.unit.induk.anak.exclude(pk=post.unit_id)[0]
    )
    with pytest.raises(OutOfReach):
        susun(post, tetangga)
    with pytest.raises(NotAllowed, match="disusun oleh kepala unit"):
        susun(post, orang["organisasi"])
    satu = susun(post, orang["bkpsdm"])
    with pytest.raises(NotAllowed, match="diperiksa oleh Bagian Organisasi"):
        periksa_perhitungan(satu.pk, per=HARI, oleh=orang["kepala"])
    with pytest.raises(WrongMoment, match="diputuskan sesudah diperiksa"):
        putuskan_perhitungan(satu.pk, dasar="x", per=HARI, oleh=org.pengguna(Peran.PPK))
    periksa_perhitungan(satu.pk, per=HARI, oleh=orang["organisasi"])
    with pytest.raises(WrongMoment, match="Hanya draf"):
        periksa_perhitungan(satu.pk, per=HARI, oleh=orang["organisasi"])
    with pytest.raises(NotYours, match="diputuskan oleh orang lain"):
        putuskan_perhitungan(satu.pk, dasar="x", per=HARI, oleh=orang["bkpsdm"])
    with pytest.raises(OutOfReach):
        periksa_perhitungan(0, per=HARI, oleh=orang["organisasi"])


def test_who_checked_does_not_decide_while_standing_in_for_the_decider(
    post: Formasi, orang: dict[str, Pengguna]
) -> None:
    rangkap = org.pengguna(Peran.BAGIAN_ORGANISASI, Peran.KEPALA_BKPSDM)
    satu = susun(post, orang["kepala"])
    periksa_perhitungan(satu.pk, per=HARI, oleh=rangkap)
    with pytest.raises(NotYours, match="yang Anda periksa diputuskan oleh orang lain"):
        putuskan_perhitungan(satu.pk, dasar="x", per=HARI, oleh=rangkap)


def test_computation_of_an_office_closed_since_is_neither_checked_nor_decided(
    post: Formasi, orang: dict[str, Pengguna]
) -> None:
    satu = susun(post, orang["kepala"])
    UnitKerja.objects.filter(pk=post.unit_id).update(ditutup=HARI)
    hak: dict[str, Any] = {"per": HARI, "oleh": orang["organisasi"]}
    with pytest.raises(WrongMoment, match="Unit ini sudah ditutup"):
        periksa_perhitungan(satu.pk, **hak)
    UnitKerja.objects.filter(pk=post.unit_id).update(ditutup=None)
    periksa_perhitungan(satu.pk, **hak)
    UnitKerja.objects.filter(pk=post.unit_id).update(ditutup=HARI)

    with pytest.raises(WrongMoment, match="Unit ini sudah ditutup"):
        putuskan_perhitungan(satu.pk, dasar="x", per=HARI, oleh=orang["bkpsdm"])
    stempel = policies.stempel_draf(PerhitunganKebutuhan.objects.get(pk=satu.pk))
    banyak = putuskan_banyak({satu.pk: stempel}, dasar="x", per=HARI, oleh=orang["bkpsdm"])
    assert [kalimat for _, kalimat in banyak.ditolak] == ["Unit ini sudah ditutup."]
    assert not Kebutuhan.objects.exists()
    # The day before, it still was an office like any other.
    kemarin = HARI - timedelta(days=1)
    putuskan_perhitungan(satu.pk, dasar="x", per=kemarin, oleh=org.pengguna(Peran.PPK))


def test_tasks_that_say_nothing_or_twice_the_same_are_not_saved(
    post: Formasi, orang: dict[str, Pengguna]
) -> None:
    with pytest.raises(WrongMoment, match="paling sedikit satu"):
        susun_uraian(post.pk, baris=[], per=HARI, oleh=orang["kepala"])
    with pytest.raises(WrongMoment, match="Tugas nomor 2 sama dengan tugas nomor 1"):
        susun(post, orang["kepala"], baris(), baris(5, "menata  ARSIP"))

    assert not PerhitunganKebutuhan.objects.exists()
