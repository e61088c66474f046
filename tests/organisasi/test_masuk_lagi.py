"""The password is asked again before what matters, but not right after it was given."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from organisasi.izin import Peran
from organisasi.models import Instansi
from tests.factories.organisasi import SANDI, kabupaten
from tests.factories.organisasi import pengguna as buat

pytestmark = pytest.mark.django_db


def test_the_password_is_asked_again_minutes_after_coming_in_not_at_once(
    client: Client, pada_hari_ini: Any
) -> None:
    kabupaten()
    Instansi.objects.update(peragaan=False)
    buat(Peran.ANALIS_BKD, nama_pengguna="analis")
    client.post("/akun/masuk/", {"login": "analis", "password": SANDI})

    assert client.get("/akun/dua-langkah/pasang/").status_code == 200

    pada_hari_ini.shift(301)
    jawaban = client.get("/akun/dua-langkah/pasang/")
    assert jawaban["Location"].startswith("/akun/pastikan/")
