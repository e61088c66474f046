"""Whoever is moved by a file is handed his slip by the operator of his new office."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.turunan import hitung_ulang
from jejak.models import IsiPeristiwa, Peristiwa
from organisasi import policies
from organisasi.izin import Peran
from organisasi.models import Pengguna, PenugasanPeran, UnitKerja
from pegawai.models import Pegawai, Penugasan
from pegawai.services.akun import siapkan_akun_unit
from tests.factories import organisasi as org
from tests.pegawai.impor.alat import BULAN_DEPAN, BULAN_LALU, PER, Kantor, orang_ke, sistem

pytestmark = pytest.mark.usefixtures("pada_hari_ini")
DIPINDAHKAN = "organisasi.peran.dipindahkan"


def _berakun(kantor: Kantor, *nomor: int, per: date = BULAN_LALU) -> list[Pengguna]:
    """Teachers of the first school with accounts."""
    kantor.impor(*(kantor.orang(n) for n in nomor), per=BULAN_LALU)
    siapkan_akun_unit(
        kantor.sd1.pk, oleh=org.pengguna(Peran.OPERATOR_OPD, unit=kantor.sd1), per=per
    )
    return [akun for n in nomor if (akun := orang_ke(n).pengguna)]


def _peran(akun: Pengguna) -> list[tuple[UnitKerja | None, date, date | None]]:
    rows = PenugasanPeran.objects.filter(pengguna=akun, peran=Peran.PEGAWAI).order_by("pk")
    return [(p.unit, p.mulai, p.selesai) for p in rows]


def test_the_new_office_prints_the_slip_and_the_old_one_no_longer(kantor: Kantor) -> None:
    (akun,) = _berakun(kantor, 1)
    lama, baru = (org.pengguna(Peran.OPERATOR_OPD, unit=u) for u in (kantor.sd1, kantor.sd2))
    assert policies.cetak_slip.allows(akun, lama)

    kantor.impor(kantor.orang(1, **kantor.di(kantor.sd2)), per=PER)

    assert policies.cetak_slip.allows(akun, baru)
    assert not policies.cetak_slip.allows(akun, Pengguna.objects.get(pk=lama.pk))
    assert _peran(akun) == [(kantor.sd1, BULAN_LALU, PER), (kantor.sd2, PER, None)]
    dicabut = PenugasanPeran.objects.get(pengguna=akun, unit=kantor.sd1)
    assert dicabut.dicabut_pada is not None
    assert dicabut.dicabut_oleh == sistem()
    assert PenugasanPeran.objects.get(pengguna=akun, unit=kantor.sd2).dasar == "Register pegawai"


def test_the_move_leaves_a_trace_with_both_offices(kantor: Kantor) -> None:
    (akun,) = _berakun(kantor, 1)

    kantor.impor(kantor.orang(1, **kantor.di(kantor.sd2)), per=PER)

    isi = IsiPeristiwa.objects.get(pk=Peristiwa.objects.get(tindakan=DIPINDAHKAN).urutan).data
    assert isi["sebelum"]["unit"] == kantor.sd1.nama
    assert (isi["sesudah"]["unit"], isi["sesudah"]["kepada"]) == (kantor.sd2.nama, akun.nama)


def test_a_role_never_ends_before_it_began(kantor: Kantor) -> None:
    (akun,) = _berakun(kantor, 1, per=BULAN_DEPAN)

    kantor.impor(kantor.orang(1, **kantor.di(kantor.sd2)), per=PER)

    assert _peran(akun) == [
        (kantor.sd1, BULAN_DEPAN, BULAN_DEPAN),
        (kantor.sd2, BULAN_DEPAN, None),
    ]


@pytest.mark.parametrize("ganti", [{"NOMOR_HP": "81"}, {"UNOR_ID": "TIDAK-ADA-DI-POHON"}])
def test_who_stays_or_whose_office_is_unknown_keeps_his_role(
    kantor: Kantor, ganti: dict[str, object]
) -> None:
    (akun,) = _berakun(kantor, 1)

    kantor.impor(kantor.orang(1, **ganti), per=PER)

    assert _peran(akun) == [(kantor.sd1, BULAN_LALU, None)]
    assert not Peristiwa.objects.filter(tindakan=DIPINDAHKAN).exists()


def test_other_roles_of_the_person_stay_where_they_are(kantor: Kantor) -> None:
    (akun,) = _berakun(kantor, 1)
    operator = PenugasanPeran.objects.create(
        pengguna=akun, peran=Peran.OPERATOR_OPD, unit=kantor.sd1, mulai=BULAN_LALU
    )

    kantor.impor(kantor.orang(1, **kantor.di(kantor.sd2)), per=PER)

    operator.refresh_from_db()
    assert operator.selesai is None


def test_many_movers_cost_as_many_queries_as_one(kantor: Kantor) -> None:
    from pegawai.services.akun import samakan_peran

    semua = _berakun(kantor, *range(1, 9))
    pk = list(Pegawai.objects.values_list("pk", flat=True))
    biaya = []
    for kena, unit in ((pk[:1], kantor.sd2), (pk, kantor.bidang)):
        Pegawai.objects.filter(pk__in=kena).update(unit=unit)
        with CaptureQueriesContext(connection) as tanya:
            samakan_peran(kena, oleh=sistem(), per=PER)
        biaya.append(len(tanya))
    assert biaya[0] == biaya[1]
    assert all(_peran(akun)[-1] == (kantor.bidang, PER, None) for akun in semua)


def test_recomputing_moves_the_roles_that_were_left_behind(kantor: Kantor) -> None:
    (akun,) = _berakun(kantor, 1)
    Penugasan.objects.update(unit=kantor.sd2)

    pertama = hitung_ulang(per=PER, oleh=sistem())

    assert pertama["peran_pegawai"] == 1
    assert _peran(akun)[-1] == (kantor.sd2, PER, None)
    assert hitung_ulang(per=PER, oleh=sistem())["peran_pegawai"] == 0
