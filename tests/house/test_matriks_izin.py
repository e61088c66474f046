"""Every URL, every role, inside and outside its unit: who comes in is what the matrix says."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from html.parser import HTMLParser
from typing import Any
from zlib import crc32

import pytest
import time_machine
from django.db import connection, reset_queries
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from organisasi.impor import JENIS
from organisasi.izin import IZIN_PERAN, PERAN_SEINSTANSI, Peran
from organisasi.models import Pengguna
from tests.helpers.dunia import Dunia, bangun_dunia, perbanyak
from tests.helpers.gulung import digulung
from tests.house.matriks import MATRIKS, MILIK_LAIN, PINTU_MASUK, Pintu

pytestmark = pytest.mark.django_db

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
HASHER = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAKS_KUERI = 15
# Pages that lay a whole matter before one who decides.
PENUH = dict.fromkeys(
    (
        *(f"mutasi:sidang-{k}" for k in ("rincian", "butir", "banding", "tanda-tangan")),
        *(f"mutasi:berkas-{k}" for k in ("akibat", "baris", "kesiapan", "lembar")),
        "mutasi:keadaan-pada", "mutasi:keputusan-kertas", "mutasi:keputusan-rincian",
        "mutasi:pelaksanaan-rincian", "mutasi:telaah-jawab",
        *(f"mutasi:usulan-{k}" for k in ("aturan", "lembar", "rincian")),
    ),
    20,
)  # fmt: skip
HALAMAN = sorted(nama for nama, pintu in MATRIKS.items() if "GET" in pintu.dijawab)
# Reasons long enough: a form without one is sent back before anybody asks who sent it.
ISIAN = {"alasan": "Permintaan tertulis pemilik akun", "cara_periksa": "Menunjukkan KTP asli"}
SAMPAH = (
    "hal=abc&ukuran=-1&urut=xx&opd=999999&status=zz&per=kemarin&tahun=0&kelompok=zz&macam=zz"
    "&jenis=zz&unit=zz&cari=%00&dari=2026-13-45&sampai=x&kolom=zz&buka=zz&tingkat=zz&kunci=zz",
    "hal=99999999999999999999&tahun=99999999&unit=99999999999999999999&opd=99999999999999999999"
    "&q=%25%27%22%3Cscript%3E%00",
)


@pytest.fixture(autouse=True)
def _berkas_sementara() -> None:
    """The world of this module brings its own folder and hasher."""


@pytest.fixture(scope="module")
def dunia(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Dunia]:
    """One world for all tests here, on the fixed day; gone with them."""
    berkas = tmp_path_factory.mktemp("berkas")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=berkas, PASSWORD_HASHERS=HASHER),
        time_machine.travel("2026-06-01 09:00 +0700", tick=False),
        digulung(),
    ):
        yield bangun_dunia()


# Roles of one answer that knock at a door in every run; all twenty do with --panjang.
WAKIL = 2


@pytest.fixture(scope="module")
def pintu_orang(dunia: Dunia) -> dict[Peran, Client]:
    """A browser per role, logged in."""
    return {peran: _masuk(siapa) for peran, siapa in dunia.orang.items()}


def _masuk(siapa: Pengguna) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(siapa, backend=BACKEND)
    return client


def _jawaban(client: Client, metode: str, url: str) -> Any:
    """The answer; neither the database nor the browser remembers the question."""
    kue = deepcopy(client.cookies)
    with digulung():
        jawaban = client.post(url, ISIAN) if metode == "POST" else client.get(url)
        if jawaban.streaming:
            # Read to its end, so that Django closes the file and leaves the connection open.
            b"".join(jawaban.streaming_content)
    client.cookies = kue
    return jawaban


def _alamat(dunia: Dunia, nama: str, *, luar: bool = False) -> str:
    argumen = (dunia.di_luar if luar else dunia.argumen).get(nama, {})
    return reverse(nama, kwargs=argumen)


def _nama_url(resolver: Any, ruang: str = "") -> Iterator[str]:
    for pola in resolver.url_patterns:
        if hasattr(pola, "url_patterns"):
            yield from _nama_url(pola, f"{pola.namespace}:" if pola.namespace else ruang)
        else:
            yield f"{ruang}{pola.name}"


def _harapan(pintu: Pintu, peran: Peran, *, luar: bool) -> str:
    """``boleh``, ``tidak`` (403 or 404), or ``jauh`` (404)."""
    if pintu.izin == MILIK_LAIN:
        return "tidak"
    berhak = pintu.izin is None or bool(pintu.izin & IZIN_PERAN[peran])
    if luar and peran not in PERAN_SEINSTANSI:
        return "jauh" if berhak else "tidak"
    return "boleh" if berhak else "tidak"


def _wakil(nama: str, *, luar: bool, banyak: int) -> list[tuple[Peran, str]]:
    """Of each answer expected so many roles, other ones at every door."""
    menurut: dict[str, list[Peran]] = {}
    for peran in Peran:
        menurut.setdefault(_harapan(MATRIKS[nama], peran, luar=luar), []).append(peran)
    geser = crc32(nama.encode())
    return [
        (peran, harapan)
        for harapan, semua in menurut.items()
        for peran in [semua[(geser + i) % len(semua)] for i in range(min(banyak, len(semua)))]
    ]


def _sesuai(harapan: str, jawaban: Any) -> bool:
    status = jawaban.status_code
    if harapan == "boleh":
        ke_pintu = status == 302 and jawaban.url.startswith("/akun/masuk/?")
        return status < 500 and status not in (401, 403, 404, 405) and not ke_pintu
    return status == 404 if harapan == "jauh" else status in (403, 404)


def test_every_url_has_a_row_and_every_row_a_url() -> None:
    ada = set(_nama_url(get_resolver()))

    assert ada - MATRIKS.keys() - PINTU_MASUK == set()
    assert MATRIKS.keys() - ada == set()


@pytest.mark.sekali
@pytest.mark.parametrize("nama", sorted(MATRIKS))
def test_a_door_opens_to_the_roles_of_its_row(
    nama: str,
    dunia: Dunia,
    pintu_orang: dict[Peran, Client],
    pytestconfig: pytest.Config,
) -> None:
    pintu = MATRIKS[nama]
    banyak = len(Peran) if pytestconfig.getoption("--panjang") else WAKIL
    salah = []

    for luar in (False, True) if pintu.lingkup else (False,):
        url = _alamat(dunia, nama, luar=luar)
        for peran, harapan in _wakil(nama, luar=luar, banyak=banyak):
            for metode in pintu.dijawab:
                jawaban = _jawaban(pintu_orang[peran], metode, url)
                if not _sesuai(harapan, jawaban):
                    salah.append(f"{metode} {url} {peran}: {harapan}, got {jawaban.status_code}")

    assert salah == []


@pytest.mark.sekali
@pytest.mark.parametrize("nama", sorted(MATRIKS))
def test_a_door_sends_a_stranger_to_the_login_unless_it_is_public(nama: str, dunia: Dunia) -> None:
    url, pintu = _alamat(dunia, nama), MATRIKS[nama]

    for metode in pintu.dijawab:
        jawaban = _jawaban(Client(raise_request_exception=False), metode, url)

        if pintu.publik:
            assert jawaban.status_code in (200, 302, 422), metode
        else:
            assert jawaban.status_code == 302, metode
            assert jawaban.url.startswith("/akun/masuk/?next="), metode


@pytest.mark.sekali
@pytest.mark.parametrize("nama", sorted(MATRIKS))
def test_a_door_answers_405_to_what_it_does_not_do(
    nama: str, dunia: Dunia, pintu_orang: dict[Peran, Client]
) -> None:
    pintu = MATRIKS[nama]
    client = pintu_orang[_terkaya(pintu)]

    for metode in {"GET", "POST"} - set(pintu.dijawab):
        assert _jawaban(client, metode, _alamat(dunia, nama)).status_code == 405


def _terkaya(pintu: Pintu) -> Peran:
    """The role with the most rights among those that may enter."""
    boleh = [p for p in Peran if _harapan(pintu, p, luar=False) == "boleh"]
    return max(boleh or [Peran.ANALIS_BKD], key=lambda p: len(IZIN_PERAN[p]))


@pytest.mark.sekali
@pytest.mark.parametrize("kode", sorted(JENIS))
def test_a_kind_of_import_opens_to_the_roles_that_hold_its_right(
    kode: str, pintu_orang: dict[Peran, Client]
) -> None:
    # A kind with screens of its own opens there.
    pintu = JENIS[kode].pintu
    url = reverse(pintu) if pintu else reverse("organisasi:impor-unggah", kwargs={"kode": kode})

    boleh = {p for p, c in pintu_orang.items() if _jawaban(c, "GET", url).status_code == 200}

    assert boleh == {p for p in Peran if JENIS[kode].izin in IZIN_PERAN[p]}


@pytest.mark.sekali
@pytest.mark.parametrize("peran", Peran)
def test_everybody_opens_what_is_his_own(
    peran: Peran, dunia: Dunia, pintu_orang: dict[Peran, Client]
) -> None:
    client, siapa = pintu_orang[peran], dunia.orang[peran]
    proses, pesan, tampilan = (
        siapa.proses.latest("pk"), siapa.pemberitahuan.earliest("pk"), siapa.tampilan.get()
    )  # fmt: skip

    jawaban = [
        _jawaban(client, "GET", reverse("organisasi:proses-rincian", args=[proses.pk])),
        _jawaban(client, "POST", reverse("organisasi:proses-hentikan", args=[proses.pk])),
        _jawaban(client, "POST", reverse("organisasi:pemberitahuan-baca", args=[pesan.pk])),
        _jawaban(client, "POST", reverse("pegawai:tampilan-hapus", args=[tampilan.pk])),
    ]

    assert [j.status_code for j in jawaban] == [200, 302, 302, 302]


def _sepi(nama: str, jawaban: Any) -> bool:
    return getattr(jawaban, "streaming", False) or "text/html" not in jawaban["Content-Type"]


def _jumlah_kueri(dunia: Dunia, pintu_orang: dict[Peran, Client]) -> dict[str, int]:
    """Queries of every HTML page, asked by the role that sees most of it."""
    hasil = {}
    for nama in HALAMAN:
        client = pintu_orang[_terkaya(MATRIKS[nama])]
        reset_queries()  # the log holds 9,000, which all pages together exceed
        with CaptureQueriesContext(connection) as catatan:
            jawaban = _jawaban(client, "GET", _alamat(dunia, nama))
        if jawaban.status_code == 200 and not _sepi(nama, jawaban):
            sql = [satu["sql"] for satu in catatan]
            hasil[nama] = sum("SAVEPOINT" not in satu for satu in sql)
    return hasil


@pytest.mark.sekali
def test_a_page_asks_the_same_number_of_queries_for_one_row_and_for_twenty(
    dunia: Dunia, pintu_orang: dict[Peran, Client]
) -> None:
    sedikit = _jumlah_kueri(dunia, pintu_orang)

    with digulung():
        perbanyak(dunia, 20)
        banyak = _jumlah_kueri(dunia, pintu_orang)

    assert {n: (sedikit[n], banyak.get(n)) for n in sedikit if sedikit[n] != banyak.get(n)} == {}
    assert {n: jumlah for n, jumlah in banyak.items() if jumlah > PENUH.get(n, MAKS_KUERI)} == {}


@pytest.mark.parametrize("nama", HALAMAN)
def test_a_page_survives_a_senseless_address(
    nama: str, dunia: Dunia, pintu_orang: dict[Peran, Client]
) -> None:
    client, url = pintu_orang[_terkaya(MATRIKS[nama])], _alamat(dunia, nama)

    # Words for numbers stop before the database; too large numbers and NUL differ from one to the
    # other.
    sampah = SAMPAH if connection.vendor == "sqlite" else SAMPAH[-1:]
    status = {k: _jawaban(client, "GET", f"{url}?{k}").status_code for k in sampah}

    assert {k: s for k, s in status.items() if s >= 500} == {}


class _Isian(HTMLParser):
    """Fields of a page without a name a screen reader could say."""

    def __init__(self) -> None:
        super().__init__()
        self.untuk: set[str] = set()
        self.isian: list[dict[str, str | None]] = []
        self.dalam_label = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        satu = dict(attrs)
        if tag == "label":
            self.dalam_label += 1
            self.untuk.add(satu.get("for") or "")
        elif tag in {"input", "select", "textarea"} and satu.get("type") not in _TANPA_LABEL:
            self.isian.append(satu | {"_": "ya" if self.dalam_label else ""})

    def handle_endtag(self, tag: str) -> None:
        if tag == "label":
            self.dalam_label -= 1

    @property
    def tak_bernama(self) -> list[str]:
        return [
            str(satu.get("name"))
            for satu in self.isian
            if not (
                satu["_"] or satu.get("aria-label") or satu.get("aria-labelledby")
                or (satu.get("id") or "?") in self.untuk
            )
        ]  # fmt: skip


_TANPA_LABEL = {"hidden", "submit", "button"}


@pytest.mark.sekali
@pytest.mark.parametrize("nama", HALAMAN)
def test_every_field_of_a_page_has_a_label(
    nama: str, dunia: Dunia, pintu_orang: dict[Peran, Client]
) -> None:
    client = pintu_orang[_terkaya(MATRIKS[nama])]
    jawaban = _jawaban(client, "GET", _alamat(dunia, nama))
    if jawaban.status_code != 200 or _sepi(nama, jawaban):
        return
    pembaca = _Isian()

    pembaca.feed(jawaban.content.decode())

    assert pembaca.tak_bernama == []
