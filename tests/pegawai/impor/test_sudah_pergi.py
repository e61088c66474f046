"""Who left, or went to another status, and is still printed by a file that lags behind."""

from __future__ import annotations

from datetime import date

import pytest

from organisasi.izin import Peran
from pegawai.models import Formasi, Pegawai, RiwayatStatus
from pegawai.services.register import catat_pemberhentian
from tests.factories.organisasi import pengguna
from tests.helpers import siasn
from tests.pegawai.impor.alat import BULAN_LALU, PER, Kantor, orang_ke, penugasan, temuan

PENSIUN = date(2026, 5, 15)


@pytest.fixture
def pensiunan(kantor: Kantor, pada_hari_ini: object) -> Pegawai:
    """In last month's file, retired since."""
    kantor.impor(kantor.orang(1), kantor.orang(2), per=BULAN_LALU)
    return catat_pemberhentian(
        orang_ke(1).pk, oleh=pengguna(Peran.ANALIS_BKD), per=PER, mulai=PENSIUN, sebab="Pensiun",
        alasan="SK pensiun",
    )  # fmt: skip


def test_who_left_holds_no_post_again_however_the_file_moves_him(
    kantor: Kantor, pensiunan: Pegawai
) -> None:
    kantor.impor(kantor.orang(1, **kantor.di(kantor.sd2)), kantor.orang(2), per=PER)

    pensiunan.refresh_from_db()
    assert (pensiunan.berhenti, pensiunan.unit, pensiunan.formasi) == (PENSIUN, None, None)
    assert [p.selesai for p in penugasan(1)] == [PENSIUN]
    assert sorted(Formasi.objects.values_list("unit__nama", "isi_pns")) == [
        ("SD Negeri 1 Contoh", 1),
        ("SD Negeri 2 Contoh", 0),
    ]


def test_a_file_that_still_prints_who_left_is_told_so(kantor: Kantor, pensiunan: Pegawai) -> None:
    hasil = kantor.periksa(kantor.berkas([kantor.orang(1), kantor.orang(2)]), per=PER)

    assert temuan(hasil) == [(2, "NIP BARU", "sudah_berhenti", "peringatan")]
    assert "berhenti sejak 15-05-2026" in hasil.peringatan[0].pesan
    assert hasil.sama == 2


def test_an_older_file_of_the_former_status_takes_nobody_back(kantor: Kantor) -> None:
    lama = siasn.orang(1, status="PPPK_PW", KEDUDUKAN_HUKUM_ID="101")
    kantor.impor(lama, per=BULAN_LALU)
    kantor.impor(siasn.orang(1, status="PPPK"), per=PER)

    hasil = kantor.impor(lama, per=BULAN_LALU)

    assert (hasil.baru, hasil.berubah, hasil.sama) == (0, 0, 1)
    assert "status_lebih_baru" in {p.kode for p in hasil.peringatan}
    assert Pegawai.objects.get().status == "PPPK"
    riwayat = RiwayatStatus.objects.order_by("pk").values_list("status", "selesai")
    assert list(riwayat) == [("PPPK_PW", PER), ("PPPK", None)]
