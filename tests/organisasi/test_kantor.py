"""The first day: a key from the server, one agency, one administrator, once."""

from __future__ import annotations

from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from organisasi import tindakan
from organisasi.izin import Peran
from organisasi.models import Instansi, Pengguna
from organisasi.services import kantor as acts
from tests.helpers.jejak import flush_past_guards
from tests.helpers.serentak import serentak
from tests.organisasi.alat import jejak_terakhir
from toolkit.policy import NotAllowed, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]
PER = date(2026, 6, 1)


def kantor(nama: str = "Kabupaten Contoh", pengguna: str = "rina") -> acts.KantorBaru:
    """What the page asks for."""
    return acts.KantorBaru(nama, "kabupaten", "33.21", pengguna, "Rina", "kabut-pagi-di-lereng")


def isian(kunci: str, **lain: str) -> dict[str, str]:
    """The same as typed."""
    return {
        "kunci": kunci, "nama_instansi": "Kabupaten Contoh", "jenis": "kabupaten", "wilayah": "",
        "nama": "Rina", "nama_pengguna": "1986 0926", "sandi": "kabut-pagi-di-lereng",
        "sandi_lagi": "kabut-pagi-di-lereng",
    } | lain  # fmt: skip


def test_the_key_opens_the_office_once() -> None:
    kunci = acts.siapkan_kunci()
    assert acts.siapkan_kunci() == kunci, "printed again, not made again"

    admin = acts.dirikan_kantor(kantor(), kunci=kunci, per=PER)

    assert [p.peran for p in admin.penugasan.all()] == [Peran.ADMIN_SISTEM]
    assert Instansi.objects.get().nama == "Kabupaten Contoh"
    assert jejak_terakhir(tindakan.KANTOR_DIDIRIKAN).kalimat == (
        "Rina membuka SERASI untuk Kabupaten Contoh."
    )
    assert not acts.berkas_kunci().exists()
    with pytest.raises(WrongMoment, match="sudah dibuka"):
        acts.dirikan_kantor(kantor(), kunci=kunci, per=PER)
    with pytest.raises(WrongMoment, match="sudah dibuka"):
        acts.siapkan_kunci()


@pytest.mark.parametrize("kunci", ["", "salah"], ids=["empty", "wrong"])
def test_without_the_key_nothing_opens(kunci: str) -> None:
    acts.siapkan_kunci()

    with pytest.raises(NotAllowed, match="tidak cocok"):
        acts.dirikan_kantor(kantor(), kunci=kunci, per=PER)

    assert not Instansi.objects.exists()


def test_before_a_key_was_made_no_key_fits() -> None:
    assert not acts.kunci_cocok("")


def test_the_command_prints_the_key_and_says_when_it_is_too_late() -> None:
    keluar, galat = StringIO(), StringIO()
    call_command("kunci_awal", "--diam", stdout=keluar)
    kunci = keluar.getvalue().strip()
    call_command("kunci_awal", stdout=keluar)
    acts.dirikan_kantor(kantor(), kunci=kunci, per=PER)

    with pytest.raises(SystemExit, match="4"):
        call_command("kunci_awal", stderr=galat)

    assert f"Kunci awal: {kunci}" in keluar.getvalue()
    assert "sudah_dibuka: SERASI sudah dibuka" in galat.getvalue()


def test_an_empty_office_leads_to_its_page_and_then_never_again(client: Client) -> None:
    kunci = acts.siapkan_kunci()

    pertama = client.get("/akun/masuk/")
    salah = client.post("/kantor-baru/", isian("bukan ini")).content.decode()
    lemah = client.post("/kantor-baru/", isian(kunci, sandi="12345")).content.decode()
    dibuka = client.post("/kantor-baru/", isian(kunci))

    assert pertama["Location"] == "/kantor-baru/"
    assert "Kunci tidak cocok" in salah
    assert "Kedua sandi tidak sama" in lemah
    assert dibuka["Location"] == "/akun/masuk/"
    assert Pengguna.objects.orang().get().nama_pengguna == "19860926"
    assert client.get("/kantor-baru/")["Location"] == "/akun/masuk/"
    assert client.get("/akun/masuk/").status_code == 200


@pytest.fixture
def _siram() -> Any:
    with flush_past_guards():
        yield


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_siram")
def test_of_two_people_at_once_one_opens_the_office() -> None:
    kunci = acts.siapkan_kunci()

    hasil = serentak(
        lambda: acts.dirikan_kantor(kantor("Satu", "satu"), kunci=kunci, per=PER),
        lambda: acts.dirikan_kantor(kantor("Dua", "dua"), kunci=kunci, per=PER),
    )

    assert sorted(type(h).__name__ for h in hasil)[0] in ("NotAllowed", "Pengguna")
    assert Instansi.objects.count() == 1
    assert Pengguna.objects.orang().count() == 1
