"""A file of another agency is refused as a whole; the agency is known from its first file."""

from __future__ import annotations

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from organisasi.models import Instansi
from pegawai.models import Pegawai
from tests.pegawai.impor.alat import BULAN_LALU, PER, Kantor
from toolkit.tabular import BerkasDitolak

SENDIRI = "22FF1EFE07A40AB54717EF5B0D9CA9F4"
SENDIRI_UUID = "'22ff1efe-07a4-0ab5-4717-ef5b0d9ca9f4"
LAIN = "AAAA1EFE07A40AB54717EF5B0D9CA9F4"
DIKENALI = "organisasi.instansi.dikenali"


def _orang(kantor: Kantor, *instansi: str) -> list[dict[str, object]]:
    return [
        kantor.orang(n, INSTANSI_INDUK_ID=i, INSTANSI_INDUK_NAMA=f"Pemerintah {i[:4]}")
        for n, i in enumerate(instansi, 1)
    ]


def test_the_first_file_says_which_agency_this_is(kantor: Kantor) -> None:
    kantor.impor(*_orang(kantor, "", SENDIRI, SENDIRI, LAIN))

    assert Instansi.objects.get().siasn_id == SENDIRI
    entri = Peristiwa.objects.get(tindakan=DIKENALI)
    isi = IsiPeristiwa.objects.get(pk=entri.urutan).data
    assert isi["sesudah"] == {"siasn_id": SENDIRI}


def test_a_file_of_another_agency_is_refused_and_writes_nothing(kantor: Kantor) -> None:
    kantor.impor(*_orang(kantor, SENDIRI, SENDIRI), per=BULAN_LALU)

    with pytest.raises(BerkasDitolak) as ditolak:
        kantor.impor(*_orang(kantor, LAIN, LAIN, SENDIRI))

    assert ditolak.value.kode == "instansi_lain"
    assert "berinstansi induk Pemerintah AAAA, bukan Kabupaten Contoh" in str(ditolak.value)
    assert Pegawai.objects.filter(hilang_sejak__isnull=True).count() == 2
    assert Instansi.objects.get().siasn_id == SENDIRI


@pytest.mark.parametrize(
    "instansi",
    [
        pytest.param((SENDIRI_UUID, SENDIRI_UUID), id="the same id in another spelling"),
        pytest.param((SENDIRI, SENDIRI, LAIN), id="somebody of another agency works here"),
        pytest.param((LAIN, SENDIRI), id="no more of the other than of our own"),
        pytest.param(("", "", SENDIRI), id="most rows name none"),
        pytest.param(("", ""), id="no row names any"),
    ],
)
def test_a_file_of_our_own_agency_is_taken(kantor: Kantor, instansi: tuple[str, ...]) -> None:
    kantor.impor(*_orang(kantor, SENDIRI), per=BULAN_LALU)

    hasil = kantor.impor(*_orang(kantor, *instansi), per=PER)

    assert hasil.diterima == len(instansi)
    assert Instansi.objects.get().siasn_id == SENDIRI
    assert Peristiwa.objects.filter(tindakan=DIKENALI).count() == 1


def test_a_file_that_names_no_agency_leaves_it_open(kantor: Kantor) -> None:
    kantor.impor(*_orang(kantor, "", ""))

    assert Instansi.objects.get().siasn_id == ""
    assert not Peristiwa.objects.filter(tindakan=DIKENALI).exists()
