"""One's own account: roles, what was handed on, saved lists."""

from __future__ import annotations

import pytest
from django.test import Client

from organisasi.izin import Peran
from organisasi.models import TampilanTersimpan
from tests.factories.organisasi import kabupaten
from tests.factories.organisasi import pengguna as buat

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]


def test_my_page_shows_my_roles_and_my_saved_lists(client: Client) -> None:
    unit = kabupaten()
    budi = buat(Peran.OPERATOR_OPD, unit=unit["disdik"], nama="Budi")
    TampilanTersimpan.objects.create(
        pemilik=budi, halaman="organisasi:slip", nama="Menunggu SD", kueri="unit=SD"
    )
    TampilanTersimpan.objects.create(pemilik=budi, halaman="sudah:tiada", nama="Yang lama")
    client.force_login(budi)

    halaman = client.get("/akun-saya/").content.decode()

    assert "Operator kepegawaian OPD" in halaman
    assert "Dinas Pendidikan" in halaman
    assert '<a href="/slip/?unit=SD">Menunggu SD</a>' in halaman
    assert "<li>Yang lama</li>" in halaman


def test_my_page_offers_to_hand_on_only_what_may_be_handed_on(client: Client) -> None:
    kabupaten()
    client.force_login(buat(Peran.KABID_MUTASI))
    assert "Limpahkan sementara" in client.get("/akun-saya/").content.decode()

    client.force_login(buat(Peran.ANALIS_BKD))
    assert "Limpahkan sementara" not in client.get("/akun-saya/").content.decode()
