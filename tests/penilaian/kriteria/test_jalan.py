"""The road of a version: drafted by one, checked by a second, published by a third, in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from jejak.models import Peristiwa
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan, Pengguna
from penilaian.kernel.kriteria import Perangkat
from penilaian.models import KeadaanKriteria, SetKriteria
from penilaian.policies import kriteria as policies
from penilaian.services import kriteria as acts
from penilaian.services import kriteria_tanya as tanya
from penilaian.services import kriteria_terbit as jalan
from penilaian.snapshots.perangkat import perangkat_dari
from tests.factories.organisasi import pengguna
from tests.penilaian.kriteria.alat import MULAI, PADA, draf_siap, petugas, terbit
from toolkit.policy import NotAllowed, NotYours, OutOfReach, WrongMoment

pytestmark = pytest.mark.django_db

Orang = dict[str, Pengguna]


@pytest.fixture
def orang() -> Orang:
    """The officers."""
    return petugas()


@pytest.fixture
def draf(orang: Orang) -> SetKriteria:
    """A draft of the set for day one."""
    return draf_siap(orang)


def _simpan(draf: SetKriteria, isi: Perangkat, oleh: Pengguna, stempel: int = 0) -> SetKriteria:
    return acts.susun_kriteria(draf.pk, isi=isi, stempel=stempel, pada=PADA, oleh=oleh)


def _bobot(draf: SetKriteria, *bobot: str) -> Perangkat:
    """The same criteria with other weights."""
    isi = perangkat_dari(draf)
    baru = [replace(k, bobot=Decimal(b)) for k, b in zip(isi.kriteria, bobot, strict=True)]
    return replace(isi, kriteria=tuple(baru))


def _jejak(draf: SetKriteria) -> list[str]:
    rows = Peristiwa.objects.atas("penilaian.setkriteria", draf.pk).order_by("urutan")
    return [
        kode.removeprefix("penilaian.kriteria.") for kode in rows.values_list("tindakan", flat=True)
    ]


def test_a_version_walks_through_three_hands_and_its_text_is_frozen(
    orang: Orang, draf: SetKriteria
) -> None:
    satu = terbit(orang, draf)

    assert (satu.keadaan, satu.berlaku_mulai) == (KeadaanKriteria.TERBIT, MULAI)
    assert sha256(satu.teks.encode()).hexdigest() == satu.sha256
    assert '"berlaku_mulai":"2026-07-01"' in satu.teks
    assert _jejak(satu) == ["disusun", "diperiksa", "diterbitkan"]
    judul = set(Pemberitahuan.objects.filter(untuk=orang["analis"]).values_list("judul", flat=True))
    assert judul == {
        "Kriteria yang Anda susun sudah diperiksa", "Kriteria yang Anda susun sudah terbit",
    }  # fmt: skip


def test_whoever_wrote_on_a_draft_neither_checks_nor_publishes_it(
    orang: Orang, draf: SetKriteria
) -> None:
    _simpan(draf, _bobot(draf, "40", "20", "20", "20"), orang["kabid"])
    kepala_dua = pengguna(Peran.KEPALA_BKPSDM)

    with pytest.raises(NotYours, match="ikut Anda susun diperiksa oleh orang lain"):
        jalan.periksa_kriteria(draf.pk, stempel=1, pada=PADA, oleh=orang["kabid"])
    jalan.periksa_kriteria(draf.pk, stempel=1, pada=PADA, oleh=orang["kepala"])
    with pytest.raises(NotYours, match="Anda periksa diterbitkan oleh orang lain"):
        jalan.terbitkan_kriteria(draf.pk, mulai=MULAI, stempel=1, pada=PADA, oleh=orang["kepala"])
    with pytest.raises(NotAllowed, match="diterbitkan oleh Kepala BKPSDM"):
        jalan.terbitkan_kriteria(draf.pk, mulai=MULAI, stempel=1, pada=PADA, oleh=orang["analis"])

    satu = jalan.terbitkan_kriteria(draf.pk, mulai=MULAI, stempel=1, pada=PADA, oleh=kepala_dua)
    assert satu.diterbitkan_oleh == kepala_dua


def test_the_database_too_wants_another_person_than_the_author(
    orang: Orang, draf: SetKriteria
) -> None:
    sendiri = {"diperiksa_oleh": orang["analis"], "diperiksa_pada": PADA, "keadaan": "diperiksa"}

    with pytest.raises(IntegrityError, match="orang_lain"), transaction.atomic():
        SetKriteria.objects.filter(pk=draf.pk).update(**sendiri)


@pytest.mark.parametrize(
    ("mulai", "boleh"),
    [
        pytest.param(date(2026, 6, 14), False, id="one day short of the gap"),
        pytest.param(date(2026, 6, 15), True, id="the first day after fourteen"),
    ],
)
def test_a_version_is_published_long_enough_before_it_counts(
    mulai: date, boleh: bool, orang: Orang, draf: SetKriteria
) -> None:
    if boleh:
        assert terbit(orang, draf, mulai).berlaku_mulai == mulai
        return
    with pytest.raises(WrongMoment, match="Paling cepat berlaku 15 Juni 2026"):
        terbit(orang, draf, mulai)


def test_a_slip_of_the_year_is_caught_before_it_binds_for_good(
    orang: Orang, draf: SetKriteria
) -> None:
    with pytest.raises(WrongMoment, match="1 Juli 2062 lebih dari dua tahun lagi"):
        terbit(orang, draf, date(2062, 7, 1))


def test_the_next_version_begins_later_than_the_one_before(orang: Orang, draf: SetKriteria) -> None:
    satu = terbit(orang, draf)
    dua = acts.versi_baru(satu.pk, pada=PADA, oleh=orang["analis"])

    with pytest.raises(WrongMoment, match="berlaku sejak 1 Juli 2026; pilih hari sesudahnya"):
        terbit(orang, dua, MULAI)
    jalan.terbitkan_kriteria(
        dua.pk, mulai=date(2026, 7, 2), stempel=0, pada=PADA, oleh=orang["kepala"]
    )

    assert SetKriteria.objects.berlaku(date(2026, 7, 1)).get() == satu
    assert SetKriteria.objects.berlaku(date(2026, 7, 2)).get() == dua


def test_a_draft_with_a_fault_is_neither_checked_nor_published(
    orang: Orang, draf: SetKriteria
) -> None:
    _simpan(draf, _bobot(draf, "50", "20", "20", "9.99"), orang["analis"])

    with pytest.raises(WrongMoment, match="1 hal .* tepat 100, sekarang 99,99"):
        jalan.periksa_kriteria(draf.pk, stempel=1, pada=PADA, oleh=orang["kabid"])


def test_of_two_who_edit_a_draft_the_later_is_told_and_nothing_is_lost(
    orang: Orang, draf: SetKriteria
) -> None:
    _simpan(draf, _bobot(draf, "40", "30", "20", "10"), orang["analis"])

    hasil = acts.coba_susun(
        draf.pk, isi=_bobot(draf, "45", "25", "20", "10"), stempel=0, pada=PADA,
        oleh=orang["kabid"],
    )  # fmt: skip

    assert (hasil.draf, hasil.usang) == (None, True)
    assert [str(k.bobot) for k in draf.kriteria.all()] == ["40.00", "30.00", "20.00", "10.00"]


def test_a_draft_changed_since_it_was_read_is_not_checked(orang: Orang, draf: SetKriteria) -> None:
    _simpan(draf, _bobot(draf, "40", "30", "20", "10"), orang["analis"])

    with pytest.raises(WrongMoment, match="berubah sesudah Anda membukanya") as tolak:
        jalan.periksa_kriteria(draf.pk, stempel=0, pada=PADA, oleh=orang["kabid"])
    assert tolak.value.kode == policies.USANG


def test_saving_without_a_difference_writes_nothing(orang: Orang, draf: SetKriteria) -> None:
    satu = _simpan(draf, perangkat_dari(draf), orang["kabid"])

    assert (satu.stempel, _jejak(satu)) == (0, ["disusun"])


def test_a_checked_version_goes_back_with_a_reason_and_its_author_is_told(
    orang: Orang, draf: SetKriteria
) -> None:
    jalan.periksa_kriteria(draf.pk, stempel=0, pada=PADA, oleh=orang["kabid"])
    with pytest.raises(WrongMoment, match="minta dikembalikan"):
        _simpan(draf, perangkat_dari(draf), orang["analis"])
    with pytest.raises(WrongMoment, match="paling sedikit 10 huruf"):
        jalan.kembalikan_kriteria(draf.pk, alasan="kurang", pada=PADA, oleh=orang["kepala"])

    satu = jalan.kembalikan_kriteria(
        draf.pk, alasan="Dasar hukum pelatihan keliru.", pada=PADA, oleh=orang["kepala"]
    )

    assert (satu.keadaan, satu.diperiksa_oleh) == (KeadaanKriteria.DRAF, None)
    pesan = Pemberitahuan.objects.get(judul="Kriteria yang Anda susun dikembalikan")
    assert (pesan.untuk, pesan.isi) == (orang["analis"], "Dasar hukum pelatihan keliru.")


def test_only_one_draft_of_a_code_at_a_time(orang: Orang, draf: SetKriteria) -> None:
    with pytest.raises(WrongMoment, match="Versi 1 kriteria KIN masih menjadi draf"):
        draf_siap(orang, "kinerja-lengkap")

    acts.buang_draf(draf.pk, pada=PADA, oleh=orang["analis"])

    assert draf_siap(orang, "kinerja-lengkap").versi == 1
    assert _jejak(draf)[-1] == "dibuang"


def test_a_code_belongs_to_one_family(orang: Orang, draf: SetKriteria) -> None:
    terbit(orang, draf)

    with pytest.raises(WrongMoment, match="Kode KIN sudah dipakai untuk Kinerja"):
        acts.mulai_kosong(
            keluarga="mutasi", kode="kin", nama="Lain", dasar="PP 11/2017", pada=PADA,
            oleh=orang["analis"],
        )  # fmt: skip


def test_a_published_version_is_never_edited_thrown_away_or_taken_back(
    orang: Orang, draf: SetKriteria
) -> None:
    satu = terbit(orang, draf)

    for act in (
        lambda: _simpan(satu, _bobot(satu, "40", "30", "20", "10"), orang["analis"]),
        lambda: acts.buang_draf(satu.pk, pada=PADA, oleh=orang["analis"]),
        lambda: jalan.kembalikan_kriteria(
            satu.pk, alasan="Ingin diubah lagi.", pada=PADA, oleh=orang["kepala"]
        ),
    ):
        with pytest.raises(WrongMoment):
            act()


def test_an_answer_is_public_and_told_to_the_asker_once(orang: Orang, draf: SetKriteria) -> None:
    satu = tanya.tanya_kriteria(
        draf.pk, pertanyaan="Bagaimana bila cuti?", pada=PADA, oleh=orang["pegawai"]
    )
    with pytest.raises(NotAllowed, match="dijawab oleh penyusun"):
        tanya.jawab_kriteria(satu.pk, jawaban="Tidak tahu.", pada=PADA, oleh=orang["pegawai"])

    tanya.jawab_kriteria(satu.pk, jawaban="Cuti dihitung hadir.", pada=PADA, oleh=orang["analis"])

    with pytest.raises(WrongMoment, match="sudah dijawab"):
        tanya.jawab_kriteria(satu.pk, jawaban="Ralat.", pada=PADA, oleh=orang["kabid"])
    pesan = Pemberitahuan.objects.get(untuk=orang["pegawai"])
    assert pesan.judul == "Pertanyaan Anda tentang kriteria sudah dijawab"
    assert pesan.tautan.endswith(f"#t{satu.pk}")
    assert _jejak(draf) == ["disusun", "ditanyakan", "dijawab"]


def test_a_session_is_written_down_after_it_was_held(orang: Orang, draf: SetKriteria) -> None:
    isi: dict[str, Any] = {"cara": "Rapat", "sasaran": 50, "pada": PADA, "oleh": orang["analis"]}
    with pytest.raises(WrongMoment, match="sesudah berlangsung"):
        tanya.catat_sosialisasi(draf.pk, tanggal=date(2026, 6, 2), hadir=40, **isi)
    with pytest.raises(IntegrityError, match="hadir"), transaction.atomic():
        tanya.catat_sosialisasi(draf.pk, tanggal=date(2026, 6, 1), hadir=51, **isi)

    baris = tanya.catat_sosialisasi(draf.pk, tanggal=date(2026, 6, 1), hadir=40, **isi)

    assert (baris.hadir, _jejak(draf)[-1]) == (40, "disosialisasikan")


def test_a_version_that_is_not_there_is_out_of_reach(orang: Orang) -> None:
    for act in (
        lambda: acts.versi_baru(99, pada=PADA, oleh=orang["analis"]),
        lambda: acts.ambil_set_siap("entah", pada=PADA, oleh=orang["analis"]),
        lambda: tanya.jawab_kriteria(99, jawaban="Ya, betul.", pada=PADA, oleh=orang["analis"]),
    ):
        with pytest.raises(OutOfReach):
            act()
