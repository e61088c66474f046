"""Coming in: NIP with blanks, lockout, the second factor, and what the trail keeps of it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.models import Authenticator
from django.contrib.messages.storage import default_storage
from django.core.cache import cache
from django.test import Client, override_settings
from django.urls import reverse

from jejak.models import Peristiwa
from organisasi import tindakan
from organisasi.adapter import MfaAdapter, SosialAdapter, nama_masuk
from organisasi.izin import Peran
from organisasi.models import Instansi, Pengguna
from organisasi.services.pengguna import lepas_totp
from tests.factories.organisasi import SANDI, kabupaten
from tests.factories.organisasi import pengguna as buat
from tests.organisasi.alat import jejak_terakhir, jumlah
from toolkit.policy import NotAllowed, NotYours, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]
NIP = "198609262015051001"
MASUK = "/akun/masuk/"


@pytest.fixture(autouse=True)
def _awal() -> None:
    """An office that is open, and no rate limit from another test."""
    cache.clear()
    kabupaten()
    Instansi.objects.update(peragaan=False)


def kode_totp(kunci: str) -> str:
    """RFC 6238 by hand: six digits of this half minute."""
    bahan = base64.b32decode(kunci + "=" * (-len(kunci) % 8))
    isi = hmac.new(bahan, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    awal = isi[-1] & 15
    return f"{(struct.unpack('>I', isi[awal : awal + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def masuk(client: Client, nama: str, sandi: str = SANDI) -> Any:
    """Type it in."""
    return client.post(MASUK, {"login": nama, "password": sandi})


def pasang(client: Client) -> str:
    """Go through the page that adds the second factor; returns its key."""
    halaman = client.get("/akun/dua-langkah/pasang/")
    kunci: str = halaman.context["form"].secret
    client.post("/akun/dua-langkah/pasang/", {"code": kode_totp(kunci)})
    return kunci


@pytest.mark.parametrize(
    "ketikan", [NIP, "19860926 201505 1 001", f"  {NIP} "], ids=["plain", "blanks", "around"]
)
def test_a_nip_is_understood_with_and_without_blanks(client: Client, ketikan: str) -> None:
    siti = buat(Peran.PEGAWAI, nama_pengguna=NIP)

    jawaban = masuk(client, ketikan)

    assert jawaban["Location"] == "/"
    assert jejak_terakhir(tindakan.MASUK).kalimat == f"{siti.nama} masuk sebagai {siti.nama}."


def test_leaving_is_in_the_trail_and_needs_a_post(client: Client) -> None:
    buat(Peran.PEGAWAI, nama_pengguna=NIP)
    masuk(client, NIP)

    client.get("/akun/keluar/")
    assert jumlah(tindakan.KELUAR) == 0
    client.post("/akun/keluar/")

    assert jumlah(tindakan.KELUAR) == 1
    assert client.get("/akun-saya/").status_code == 302


def test_a_wrong_password_says_nothing_about_the_account(client: Client) -> None:
    siti = buat(Peran.PEGAWAI, nama_pengguna=NIP)

    salah = masuk(client, NIP, "bukan sandinya")
    asing = masuk(client, "tidakada", "bukan sandinya")

    for jawaban in (salah, asing):
        assert "dan sandi tidak cocok" in jawaban.content.decode()
    assert jumlah(tindakan.MASUK_GAGAL) == 1, "an unknown name fills no trail"
    catatan = jejak_terakhir(tindakan.MASUK_GAGAL)
    assert (catatan.pelaku, catatan.objek) == ("Seseorang yang belum masuk", siti.nama)


def test_five_wrong_passwords_lock_the_account_for_this_computer(client: Client) -> None:
    buat(Peran.PEGAWAI, nama_pengguna=NIP)
    for ketikan in (NIP, "19860926 201505 1 001", NIP, f" {NIP}", NIP):
        jawaban = masuk(client, ketikan, "bukan sandinya")

    assert jawaban.status_code == 429
    assert "dikunci selama 15 menit" in jawaban.content.decode()
    assert masuk(client, NIP).status_code == 429, "the right password does not help now"
    assert (jumlah(tindakan.MASUK_GAGAL), jumlah(tindakan.MASUK_TERKUNCI)) == (4, 1)


def test_a_lock_ends_after_fifteen_minutes(client: Client, pada_hari_ini: Any) -> None:
    buat(Peran.PEGAWAI, nama_pengguna=NIP)
    for _ in range(5):
        masuk(client, NIP, "bukan sandinya")

    pada_hari_ini.shift(15 * 60 + 1)
    cache.clear()

    assert masuk(client, NIP)["Location"] == "/"


def test_a_closed_account_does_not_come_in(client: Client) -> None:
    siti = buat(Peran.PEGAWAI, nama_pengguna=NIP)
    Pengguna.objects.filter(pk=siti.pk).update(is_active=False)

    masuk(client, NIP)

    assert client.get("/akun-saya/").status_code == 302


def test_the_technical_account_does_not_come_in(client: Client) -> None:
    masuk(client, "sistem", "!")

    assert jumlah(tindakan.MASUK) == 0


def test_a_printed_password_is_replaced_first(client: Client) -> None:
    siti = buat(Peran.PEGAWAI, nama_pengguna=NIP)
    Pengguna.objects.filter(pk=siti.pk).update(wajib_ganti_sandi=True)
    masuk(client, NIP)

    diarahkan = client.get("/")
    client.post(
        "/akun/sandi/",
        {"oldpassword": SANDI, "password1": "kabut-di-lereng", "password2": "kabut-di-lereng"},
    )

    assert diarahkan["Location"] == "/akun/sandi/"
    assert client.get("/").status_code == 200, "the session goes on"
    assert jejak_terakhir(tindakan.SANDI_DIGANTI).pelaku == siti.nama


@pytest.mark.parametrize(
    ("peran", "wajib"),
    [(Peran.ADMIN_SISTEM, True), (Peran.INSPEKTORAT, True), (Peran.PEGAWAI, False)],
    ids=["administrator", "inspectorate", "employee"],
)
def test_only_powerful_roles_must_add_a_second_factor(
    client: Client, peran: Peran, wajib: bool
) -> None:
    client.force_login(buat(peran))

    jawaban = client.get("/")

    assert (jawaban.status_code == 302) is wajib
    if wajib:
        assert jawaban["Location"] == "/akun/dua-langkah/pasang/"


def test_the_second_factor_is_added_asked_for_and_traced(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    buat(Peran.ADMIN_SISTEM, nama_pengguna="admin1")
    masuk(client, "admin1")

    with django_capture_on_commit_callbacks(execute=True):
        kunci = pasang(client)
    tersimpan = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    client.post("/akun/keluar/")
    setengah = masuk(client, "admin1")
    di_dalam = client.get("/pengguna/").status_code
    client.post("/akun/dua-langkah/masuk/", {"code": kode_totp(kunci)})

    assert kunci not in str(tersimpan.data), "encrypted at rest"
    assert setengah["Location"] == "/akun/dua-langkah/masuk/"
    assert di_dalam == 302, "a password alone is not enough"
    assert client.get("/pengguna/").status_code == 200
    kode = list(Peristiwa.objects.order_by("urutan").values_list("tindakan", flat=True))
    assert kode == [
        t.kode
        for t in (
            tindakan.MASUK, tindakan.TOTP_DIPASANG, tindakan.KODE_PEMULIHAN_DIBUAT,
            tindakan.KELUAR, tindakan.MASUK,
        )
    ]  # fmt: skip


def test_five_wrong_codes_close_the_second_door_for_a_quarter_of_an_hour(
    client: Client, pada_hari_ini: Any
) -> None:
    buat(Peran.ADMIN_SISTEM, nama_pengguna="admin1")
    masuk(client, "admin1")
    kunci = pasang(client)
    client.post("/akun/keluar/")
    masuk(client, "admin1")
    for _ in range(5):
        client.post("/akun/dua-langkah/masuk/", {"code": "000000"})

    jawaban = client.post("/akun/dua-langkah/masuk/", {"code": kode_totp(kunci)})

    assert "Tunggu 15 menit" in jawaban.content.decode()
    assert jumlah(tindakan.KODE_SALAH) == 5
    pada_hari_ini.shift(15 * 60 + 1)
    masuk(client, "admin1")
    client.post("/akun/dua-langkah/masuk/", {"code": kode_totp(kunci)})
    assert client.get("/pengguna/").status_code == 200


def test_a_recovery_code_replaces_the_telephone_once(client: Client) -> None:
    buat(Peran.ADMIN_SISTEM, nama_pengguna="admin1")
    masuk(client, "admin1")
    pasang(client)
    (kode, *_) = client.get("/akun/pemulihan/").context["unused_codes"]
    unduhan = client.get("/akun/pemulihan/unduh/").content.decode()
    client.post("/akun/keluar/")
    masuk(client, "admin1")

    client.post("/akun/dua-langkah/masuk/", {"code": kode})
    assert client.get("/pengguna/").status_code == 200
    client.post("/akun/keluar/")
    masuk(client, "admin1")
    client.post("/akun/dua-langkah/masuk/", {"code": kode})

    assert client.get("/pengguna/").status_code == 302, "a second time it is worth nothing"
    assert kode in unduhan
    assert "satu kali" in unduhan


def test_a_role_that_demands_the_second_factor_keeps_it(client: Client) -> None:
    buat(Peran.ADMIN_SISTEM, nama_pengguna="admin1")
    masuk(client, "admin1")
    pasang(client)

    halaman = client.post("/akun/dua-langkah/cabut/").content.decode()

    assert "Peran Anda mewajibkan kode dua langkah" in halaman
    assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).count() == 1


def test_who_need_not_have_it_may_remove_it(client: Client) -> None:
    buat(Peran.PEGAWAI, nama_pengguna=NIP)
    masuk(client, NIP)
    pasang(client)

    client.post("/akun/dua-langkah/cabut/")

    assert not Authenticator.objects.exists()
    assert jumlah(tindakan.TOTP_DICABUT) == 1


def test_new_recovery_codes_leave_a_trace(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    buat(Peran.PEGAWAI, nama_pengguna=NIP)
    masuk(client, NIP)
    pasang(client)

    with django_capture_on_commit_callbacks(execute=True):
        client.post("/akun/pemulihan/buat/")

    assert jejak_terakhir(tindakan.KODE_PEMULIHAN_DIBUAT)


def test_an_administrator_takes_the_factor_off_a_lost_telephone(client: Client) -> None:
    admin = buat(Peran.ADMIN_SISTEM)
    analis = buat(Peran.ANALIS_BKD, nama_pengguna="analis1")
    masuk(client, "analis1")
    pasang(client)

    lepas_totp(analis.pk, oleh=admin, alasan="Teleponnya hilang, datang sendiri")

    assert not Authenticator.objects.exists()
    assert client.get("/akun-saya/").status_code == 302, "sessions end with it"
    assert jejak_terakhir(tindakan.TOTP_DILEPAS).objek == analis.nama


def test_taking_the_factor_off_is_refused_to_others_and_to_oneself() -> None:
    admin, analis = buat(Peran.ADMIN_SISTEM), buat(Peran.ANALIS_BKD)
    alasan = "Teleponnya hilang, datang sendiri"

    with pytest.raises(NotAllowed, match="tidak berhak melepas"):
        lepas_totp(admin.pk, oleh=analis, alasan=alasan)
    with pytest.raises(NotYours, match="Akun saya"):
        lepas_totp(admin.pk, oleh=admin, alasan=alasan)
    with pytest.raises(WrongMoment, match="tidak memakai kode"):
        lepas_totp(analis.pk, oleh=admin, alasan=alasan)


def test_the_name_that_axes_counts_is_one_for_all_spellings(rf: Any) -> None:
    permintaan = rf.post(MASUK, {"login": " SITI  Aminah "})

    assert nama_masuk(permintaan) == "sitiaminah"
    assert nama_masuk(permintaan, {"username": "1986 0926"}) == "19860926"


def test_a_secret_survives_being_stored() -> None:
    adapter = MfaAdapter()

    assert adapter.decrypt(adapter.encrypt("RAHASIA")) == "RAHASIA"
    assert "RAHASIA" not in adapter.encrypt("RAHASIA")


def test_single_sign_on_never_makes_an_account(rf: Any) -> None:
    assert SosialAdapter().is_open_for_signup(rf.get("/"), None) is False


@pytest.mark.parametrize(
    "nama",
    ["account_signup", "account_email", "account_set_password", "socialaccount_connections"],
)
def test_doors_that_serasi_does_not_have_stay_shut(client: Client, nama: str) -> None:
    assert client.get(reverse(nama)).status_code == 404


def test_a_forgotten_password_leads_to_a_person_not_to_a_mail(client: Client) -> None:
    halaman = client.get("/akun/lupa-sandi/").content.decode()

    assert "Temui operator kepegawaian" in halaman


def test_passwords_are_hashed_with_argon2() -> None:
    from config import settings as asli

    assert asli.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")
    with override_settings(PASSWORD_HASHERS=asli.PASSWORD_HASHERS):
        assert buat().password.startswith("argon2$argon2id$")


def test_a_session_lasts_an_hour_and_ends_with_the_browser(client: Client) -> None:
    buat(Peran.PEGAWAI, nama_pengguna=NIP)

    kue = masuk(client, NIP).cookies["sessionid"]

    assert kue["max-age"] == ""
    assert kue["httponly"]
    assert client.session.get_expiry_age() == 3600


class Sso:
    """What allauth knows after the office's own server recognised somebody."""

    is_existing = False

    def __init__(self, **klaim: str) -> None:
        self.account = SimpleNamespace(extra_data={"userinfo": klaim})
        self.terhubung: Pengguna | None = None

    def connect(self, request: Any, akun: Pengguna) -> None:
        self.terhubung = akun


@pytest.mark.parametrize(
    "klaim",
    [{"nip": "19860926 201505 1 001"}, {"preferred_username": NIP}],
    ids=["by NIP", "by user name"],
)
def test_single_sign_on_opens_an_account_that_exists(rf: Any, klaim: dict[str, str]) -> None:
    siti, sso = buat(Peran.PEGAWAI, nama_pengguna=NIP), Sso(**klaim)

    SosialAdapter().pre_social_login(rf.get("/"), sso)

    assert sso.terhubung == siti


def test_a_user_name_never_overrules_the_nip(rf: Any) -> None:
    """The first is often the person's own to choose."""
    siti, _ = buat(Peran.PEGAWAI, nama_pengguna=NIP), buat(nama="Aaa", nama_pengguna="bupati")
    sso = Sso(nip=NIP, preferred_username="bupati")

    SosialAdapter().pre_social_login(rf.get("/"), sso)

    assert sso.terhubung == siti


@pytest.mark.parametrize("nama", ["tidakada", "sistem"], ids=["unknown", "technical"])
def test_single_sign_on_sends_everybody_else_back(client: Client, nama: str) -> None:
    permintaan = client.get(MASUK).wsgi_request
    permintaan._messages = default_storage(permintaan)  # type: ignore[attr-defined]
    sso = Sso(preferred_username=nama)

    with pytest.raises(ImmediateHttpResponse) as jawaban:
        SosialAdapter().pre_social_login(permintaan, sso)

    assert jawaban.value.response["Location"] == MASUK
    assert sso.terhubung is None
