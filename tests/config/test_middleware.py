"""What holds for every request: no writes on GET, refusals as sentences, nothing in caches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from config import menu
from config.middleware import ReadOnlyGet
from organisasi.izin import Peran
from organisasi.models import Pengguna
from tests.factories.organisasi import kabupaten
from tests.factories.organisasi import pengguna as buat
from toolkit.policy import NotAllowed, OutOfReach, WrongMoment
from toolkit.readonly import WriteDuringGet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]


@pytest.fixture
def orang(client: Client) -> Pengguna:
    kabupaten()
    akun = buat(Peran.PEGAWAI)
    client.force_login(akun)
    return akun


@pytest.fixture
def melempar(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    """Let a page that exists raise something."""

    def pasang(galat: Exception) -> None:
        def akun_saya(user: Any, *, per: Any) -> Any:
            raise galat

        monkeypatch.setattr("organisasi.selectors_akun.akun_saya", akun_saya)

    return pasang


@pytest.mark.parametrize(
    ("galat", "status", "judul"),
    [
        pytest.param(NotAllowed("Bukan hak Anda."), 403, "tidak berhak", id="403"),
        pytest.param(OutOfReach("Bukan hak Anda."), 404, "Tidak ditemukan", id="404"),
        pytest.param(WrongMoment("Bukan hak Anda."), 409, "Belum dapat dilakukan", id="409"),
    ],
)
def test_a_refusal_is_a_page_with_its_sentence(
    client: Client, orang: Pengguna, melempar: Any, galat: Exception, status: int, judul: str
) -> None:
    melempar(galat)

    jawaban = client.get("/akun-saya/")

    assert jawaban.status_code == status
    assert "Bukan hak Anda." in jawaban.content.decode()
    assert judul in jawaban.content.decode()


def test_for_htmx_a_refusal_is_a_notice_in_its_place(
    client: Client, orang: Pengguna, melempar: Any
) -> None:
    melempar(WrongMoment("Belum waktunya."))

    jawaban = client.get("/akun-saya/", headers={"HX-Request": "true"})

    assert jawaban.status_code == 409
    assert jawaban["HX-Retarget"] == "#pemberitahuan"
    assert "Belum waktunya." in jawaban.content.decode()
    assert "<html" not in jawaban.content.decode()


def test_what_does_not_exist_is_a_page_of_ours(
    client: Client, orang: Pengguna, melempar: Any
) -> None:
    melempar(Http404())

    assert "tidak ditemukan" in client.get("/akun-saya/").content.decode()
    assert client.get("/tidak-ada-halaman-ini/").status_code == 404


def test_a_broken_constraint_speaks_its_sentence(
    client: Client, orang: Pengguna, melempar: Any
) -> None:
    melempar(IntegrityError("CHECK constraint failed: organisasi_disposisi_dua_orang"))

    jawaban = client.get("/akun-saya/")

    assert jawaban.status_code == 409
    assert "Pengesah disposisi harus orang lain" in jawaban.content.decode()


def test_an_unknown_integrity_error_is_a_defect_of_ours(
    client: Client, orang: Pengguna, melempar: Any
) -> None:
    melempar(IntegrityError("sesuatu yang lain"))

    with pytest.raises(IntegrityError, match="sesuatu yang lain"):
        client.get("/akun-saya/")


def test_a_get_that_writes_is_stopped(rf: RequestFactory, orang: Pengguna) -> None:
    def menulis(request: HttpRequest) -> HttpResponse:
        Pengguna.objects.filter(pk=orang.pk).update(nama="Diam-diam")
        return HttpResponse("")

    with pytest.raises(WriteDuringGet, match="organisasi_pengguna"), transaction.atomic():
        ReadOnlyGet(menulis)(rf.get("/"))

    assert ReadOnlyGet(menulis)(rf.post("/")).status_code == 200
    assert ReadOnlyGet(menulis)(rf.get("/akun/oidc/instansi/login/callback/")).status_code == 200


def test_acts_answer_405_to_get(client: Client, orang: Pengguna) -> None:
    for alamat in ("/slip/cetak/", "/akun-saya/akhiri-sesi/", "/pengguna/1/nonaktifkan/"):
        assert client.get(alamat).status_code == 405, alamat


@pytest.mark.parametrize("alamat", ["/pegawai/cari/?q=%00", "/unit/?q=a%00b"])
def test_an_address_with_a_nul_is_refused_before_the_database_chokes(
    client: Client, orang: Pengguna, alamat: str
) -> None:
    jawaban = client.get(alamat)

    assert jawaban.status_code == 400
    assert "tidak dikenal" in jawaban.content.decode()


def test_pages_behind_the_login_stay_in_no_cache(client: Client, orang: Pengguna) -> None:
    assert client.get("/akun-saya/")["Cache-Control"] == "no-store, private"
    assert "no-store" in client.get("/sehat/")["Cache-Control"]


def test_every_answer_has_an_id_of_its_own(client: Client) -> None:
    satu, dua = client.get("/sehat/"), client.get("/sehat/")

    assert satu["X-Request-ID"] != dua["X-Request-ID"]


def test_health_says_nothing_but_that_it_lives(client: Client) -> None:
    assert client.get("/sehat/").json() == {"status": "sehat"}


def test_strangers_are_led_to_the_login(client: Client) -> None:
    kabupaten()

    assert client.get("/pengguna/")["Location"] == "/akun/masuk/?next=/pengguna/"


def test_the_content_security_policy_allows_no_inline_script(
    client: Client, orang: Pengguna
) -> None:
    jawaban = client.get("/akun-saya/")

    assert "unsafe" not in jawaban["Content-Security-Policy"]
    assert "script-src 'self'" in jawaban["Content-Security-Policy"]
    assert "style=" not in jawaban.content.decode()


def test_a_stale_form_gets_a_sentence() -> None:
    kabupaten()
    ketat = Client(enforce_csrf_checks=True)

    jawaban = ketat.post("/akun/masuk/", {"login": "x", "password": "y"})

    assert jawaban.status_code == 403


@pytest.mark.parametrize(
    ("peran", "ada", "tiada"),
    [
        (Peran.ADMIN_SISTEM, "Pengguna &amp; peran", "Disposisi"),
        (Peran.KABID_MUTASI, "Disposisi", "Slip aktivasi"),
        (Peran.PEGAWAI, "Ketentuan", "Jejak"),
    ],
    ids=["administrator", "kabid", "employee"],
)
def test_the_menu_shows_what_one_may_open(
    client: Client, peran: Peran, ada: str, tiada: str
) -> None:
    kabupaten()
    client.force_login(buat(peran))

    halaman = client.get("/akun-saya/").content.decode()
    samping = halaman[halaman.index("menu-samping") : halaman.index("<main")]

    assert ada in samping
    assert tiada not in samping


def test_a_door_that_is_not_built_stays_out_of_the_menu(
    monkeypatch: pytest.MonkeyPatch, orang: Pengguna
) -> None:
    monkeypatch.setattr(menu, "MENU", (menu.Butir("Nanti", "nanti:ada", "x"),))

    assert menu.menu_untuk(orang, "/") == []


@pytest.mark.parametrize("pesan", ["database is locked", "deadlock detected\nDETAIL: ..."])
def test_who_meets_another_writer_is_asked_to_try_again(
    client: Client, orang: Pengguna, melempar: Any, pesan: str
) -> None:
    melempar(OperationalError(pesan))

    jawaban = client.get("/akun-saya/")

    assert jawaban.status_code == 503
    assert "Coba lagi sebentar lagi." in jawaban.content.decode()
