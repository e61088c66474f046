"""The tables of rights agree with themselves, and a subtree of 5,000 offices costs little."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from organisasi.izin import (
    IZIN_PERAN,
    PELIMPAHAN_PUNCAK,
    PERAN_BERTOTP,
    PERAN_SEINSTANSI,
    WEWENANG_TAK_TERLIMPAH,
    Izin,
    Peran,
    izin_dari,
)
from organisasi.izin_rangkap import RANGKAP_SAH, RANGKAP_TERLARANG
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from organisasi.services.pohon import susun_ulang_pohon
from tests.factories.organisasi import pengguna as buat

PER = date(2026, 6, 1)


@pytest.mark.parametrize("izin", list(Izin), ids=lambda izin: izin.value)
def test_every_right_is_held_by_some_role(izin: Izin) -> None:
    assert any(izin in hak for hak in IZIN_PERAN.values())


def test_every_role_says_what_it_may() -> None:
    assert set(IZIN_PERAN) == set(Peran)


def test_forbidden_and_lawful_pairs_are_pairs_and_never_the_same() -> None:
    assert all(len(pasangan) == 2 for pasangan in RANGKAP_TERLARANG | set(RANGKAP_SAH))
    assert not RANGKAP_TERLARANG & set(RANGKAP_SAH)
    assert all(kalimat.endswith(".") for kalimat in RANGKAP_SAH.values())


def test_the_inspectorate_holds_nothing_besides() -> None:
    lain = {Peran.INSPEKTORAT, Peran.PEGAWAI}
    for peran in set(Peran) - lain:
        assert frozenset({Peran.INSPEKTORAT, peran}) in RANGKAP_TERLARANG


def test_the_administrator_sees_no_file_of_a_person_and_decides_nothing() -> None:
    terlarang = {
        Izin.PEGAWAI_LIHAT, Izin.PEGAWAI_UBAH, Izin.PEGAWAI_EKSPOR, Izin.DISIPLIN_LIHAT,
        Izin.IMPOR_PEGAWAI, Izin.IMPOR_KINERJA, Izin.KETENTUAN_UBAH, Izin.DISPOSISI_SAHKAN,
        Izin.PELIMPAHAN_BERI, Izin.JEJAK_EKSPOR,
    }  # fmt: skip

    assert not IZIN_PERAN[Peran.ADMIN_SISTEM] & terlarang


def test_who_gives_roles_holds_no_right_over_people() -> None:
    for peran, hak in IZIN_PERAN.items():
        assert not (Izin.PERAN_BERI in hak and Izin.PEGAWAI_LIHAT in hak), peran


def test_roles_that_demand_a_second_factor_stand_over_the_whole_agency() -> None:
    assert PERAN_BERTOTP <= PERAN_SEINSTANSI
    assert Peran.PEGAWAI not in PERAN_BERTOTP
    assert PELIMPAHAN_PUNCAK <= PERAN_BERTOTP


def test_a_substitute_holds_what_the_role_holds_but_what_changes_an_employment() -> None:
    """SE BKN 1/SE/I/2021: a Plt. or Plh. does routine work, and decides no move."""
    for peran in Peran:
        tetap, wakil = izin_dari(peran, mewakili=False), izin_dari(peran, mewakili=True)
        assert wakil == tetap - WEWENANG_TAK_TERLIMPAH
    for izin in (Izin.USULAN_PUTUSKAN, Izin.KEPUTUSAN_TETAPKAN):
        assert izin not in izin_dari(Peran.PPK, mewakili=True)
    assert Izin.USULAN_SETUJUI_PYB not in izin_dari(Peran.PYB, mewakili=True)
    assert Izin.USULAN_LIHAT in izin_dari(Peran.PPK, mewakili=True)


# --- scope ---------------------------------------------------------------------------------------
def pohon(cabang: int, daun: int) -> UnitKerja:
    """A root, ``cabang`` OPD, each with ``daun`` offices on two levels; returns the first OPD."""
    akar = UnitKerja.objects.create(nama="Akar", siasn_id="akar", kunci="akar")
    opd = UnitKerja.objects.bulk_create(
        UnitKerja(nama=f"Dinas {n:03}", siasn_id=f"d{n}", kunci=f"d{n}", induk=akar)
        for n in range(cabang)
    )
    bidang = UnitKerja.objects.bulk_create(
        UnitKerja(nama=f"Bidang {n}", siasn_id=f"b{n}", kunci=f"b{n}", induk=opd[n])
        for n in range(cabang)
    )
    UnitKerja.objects.bulk_create(
        UnitKerja(nama=f"Seksi {n}", siasn_id=f"s{n}", kunci=f"s{n}", induk=bidang[n % cabang])
        for n in range(cabang * daun)
    )
    susun_ulang_pohon()
    return UnitKerja.objects.get(pk=opd[0].pk)


@pytest.mark.django_db
def test_a_subtree_among_five_thousand_offices_is_one_short_query(
    django_assert_num_queries: Any,
) -> None:
    dinas = pohon(50, 98)
    operator = buat(Peran.OPERATOR_OPD, unit=dinas)
    assert UnitKerja.objects.count() >= 5_000
    waktu = []
    for _ in range(5):
        akun = Pengguna.objects.get(pk=operator.pk)
        mulai = time.perf_counter()
        milik = list(UnitKerja.objects.for_user(akun, Izin.UNIT_LIHAT, per=PER))
        waktu.append(time.perf_counter() - mulai)

    assert len(milik) == 100
    assert {u.opd_id for u in milik} == {dinas.pk}
    assert min(waktu) < 0.1, "a bound for slow machines; about 2 ms here"
    with django_assert_num_queries(2):
        akun = Pengguna.objects.get(pk=operator.pk)
        Jangkauan.milik(akun, Izin.UNIT_LIHAT, per=PER)
        Jangkauan.milik(akun, Izin.UNIT_LIHAT, per=PER)


@pytest.mark.django_db
def test_reach_is_the_interval_of_the_tree() -> None:
    dinas = pohon(2, 3)
    operator = buat(Peran.OPERATOR_OPD, unit=dinas)
    lain = UnitKerja.objects.get(siasn_id="d1")

    reach = Jangkauan.milik(operator, Izin.PEGAWAI_LIHAT, per=PER)

    assert reach.memuat(dinas.kiri)
    assert reach.memuat(dinas.kanan)
    assert not reach.memuat(lain.kiri)
    assert not reach.memuat(None)
    assert not reach.kosong
    assert Jangkauan.milik(operator, Izin.PERAN_BERI, per=PER).kosong


@pytest.mark.django_db
def test_a_role_over_the_root_reaches_everything() -> None:
    pohon(2, 3)
    akar = UnitKerja.objects.get(siasn_id="akar")

    assert Jangkauan.milik(buat(Peran.KEPALA_UNIT, unit=akar), Izin.UNIT_LIHAT, per=PER).semua
