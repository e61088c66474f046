"""Accounts for the people of a unit: made by the operator, joined to the file, without power."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jejak.models import Peristiwa
from organisasi.izin import Peran
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from pegawai.services.akun import siapkan_akun_unit
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from toolkit.policy import NotAllowed, OutOfReach, WrongMoment

pytestmark = pytest.mark.django_db
HARI = date(2026, 6, 1)


@pytest.fixture
def sekolah(pada_hari_ini: Any) -> dict[str, Any]:
    """Two schools with one teacher each, and the operator of the first."""
    unit = org.kabupaten()
    guru = peg.jabatan()
    return {
        **unit,
        "ani": peg.pegawai("ANI", post=peg.formasi(unit["sd1"], guru)),
        "budi": peg.pegawai("BUDI", post=peg.formasi(unit["sd2"], guru)),
        "operator": org.pengguna(Peran.OPERATOR_OPD, unit=unit["sd1"]),
    }


def test_person_of_the_unit_gets_an_account_with_his_number_and_no_password(
    sekolah: dict[str, Any],
) -> None:
    banyak = siapkan_akun_unit(sekolah["sd1"].pk, oleh=sekolah["operator"], per=HARI)

    ani = Pegawai.objects.select_related("pengguna").get(pk=sekolah["ani"].pk)
    assert banyak == 1
    assert ani.pengguna.nama_pengguna == ani.nip
    assert not ani.pengguna.has_usable_password()
    assert [p.peran for p in ani.pengguna.penugasan.all()] == [Peran.PEGAWAI]
    assert Pegawai.objects.get(pk=sekolah["budi"].pk).pengguna is None
    assert Peristiwa.objects.filter(tindakan="organisasi.akun.dibuat").count() == 1


def test_account_that_carries_the_number_already_is_joined_not_doubled(
    sekolah: dict[str, Any],
) -> None:
    lama = org.pengguna(nama_pengguna=sekolah["ani"].nip)

    siapkan_akun_unit(sekolah["sd1"].pk, oleh=sekolah["operator"], per=HARI)

    assert Pegawai.objects.get(pk=sekolah["ani"].pk).pengguna == lama
    assert Pengguna.objects.filter(nama_pengguna=sekolah["ani"].nip).count() == 1


def test_second_time_there_is_nothing_to_do_and_it_says_so(sekolah: dict[str, Any]) -> None:
    siapkan_akun_unit(sekolah["sd1"].pk, oleh=sekolah["operator"], per=HARI)

    with pytest.raises(WrongMoment, match="sudah mempunyai akun"):
        siapkan_akun_unit(sekolah["sd1"].pk, oleh=sekolah["operator"], per=HARI)


def test_operator_makes_no_accounts_for_another_office(sekolah: dict[str, Any]) -> None:
    with pytest.raises(OutOfReach):
        siapkan_akun_unit(sekolah["sd2"].pk, oleh=sekolah["operator"], per=HARI)


def test_analyst_without_the_right_makes_none(sekolah: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed, match="menyiapkan akun"):
        siapkan_akun_unit(sekolah["sd1"].pk, oleh=org.pengguna(Peran.ANALIS_BKD), per=HARI)


def test_page_says_how_many_before_it_is_confirmed(sekolah: dict[str, Any]) -> None:
    klien = Client()
    klien.force_login(sekolah["operator"])
    alamat = reverse("pegawai:unit-akun", args=[sekolah["sd1"].pk])

    sebelum = klien.get(alamat).content.decode()
    sesudah = klien.post(alamat, follow=True).content.decode()

    assert "1 pegawai di unit ini" in sebelum
    assert "1 akun disiapkan" in sesudah
