"""Who was not told learns nothing: every door asked by everybody, before and while a case runs.

Before there is a case everything is asked; at each stop of its road everything is asked again by
those who may not know yet, and must read the same to the last character. The marks put into the
case are read by those who may know, so that the sweep cannot pass empty, and by nobody else.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings
from django.urls import reverse

from mutasi.kernel.jenis import Tahap
from mutasi.models import UsulanMutasi
from mutasi.models.usulan import UsulanMutasiQuerySet
from organisasi.models import Pemberitahuan
from tests.helpers.dunia import bangun_dunia
from tests.helpers.gulung import digulung
from tests.house.matriks import MATRIKS
from tests.mutasi.rahasia_jalan import medan as m_
from tests.mutasi.rahasia_jalan import sapuan
from tests.mutasi.rahasia_jalan.medan import JALAN, PUBLIK, Medan, Perhentian, Siapa

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
log = logging.getLogger(__name__)
HASHER = ["django.contrib.auth.hashers.MD5PasswordHasher"]
GET = sorted(nama for nama, pintu in MATRIKS.items() if "GET" in pintu.dijawab)
# What the short form asks: doors that show cases, and doors that show the people they are about.
RINGKAS = (
    "beranda", "mutasi:usulan", "mutasi:usulan-ekspor", "mutasi:meja", "mutasi:keadaan-pada",
    "mutasi:usulan-saya", "mutasi:terbuka", "organisasi:pemberitahuan", "organisasi:jejak",
)  # fmt: skip
# Known differences (docs/kerahasiaan.md): what was announced is counted for the public, and the
# trail names its file by number.
_SIDANG = sapuan.KEPALA_JEJAK | sapuan.JEJAK
DIKENAL = {
    Tahap.RAHASIA: sapuan.KEPALA_JEJAK,
    Tahap.TERBATAS: _SIDANG,
    Tahap.DIBERITAHUKAN: _SIDANG,
    Tahap.DIUMUMKAN: _SIDANG | {"mutasi:terbuka"},
}
BERNOMOR = {t: _SIDANG if t is Tahap.DIUMUMKAN else sapuan.KEPALA_JEJAK for t in Tahap}
BAWAH = ("penilaian:", "pegawai:")
TERLUAS = (PUBLIK, "inspektorat", "ppk", "kepala_unit, tujuan")
# Where those who know of a case find it.
MEMBACA = ("mutasi:usulan", "mutasi:usulan-saya", "mutasi:usulan-ekspor")


@pytest.fixture(autouse=True)
def _berkas_sementara() -> None:
    """The world of this module brings its own folder and hasher."""


@pytest.fixture(scope="module")
def folder(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[None]:
    """A folder, a clock and a transaction for all tests here."""
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("berkas"), PASSWORD_HASHERS=HASHER),
        time_machine.travel("2026-06-01 09:00 +0700", tick=False),
        transaction.atomic(),
    ):
        yield
        transaction.set_rollback(True)


@pytest.fixture(name="digulung")
def _digulung(folder: None) -> Iterator[None]:
    """What a test does did not happen."""
    with digulung():
        yield


def tanda(u: UsulanMutasi) -> tuple[str, ...]:
    """What tells of the case wherever it stands."""
    return (*m_.BERTANDA, str(u.pk), str(u.berkas_id), u.berkas.nomor)


def sapu(m: Medan, jalan: str, semua: Mapping[str, str], penanya: Siapa) -> list[Any]:
    """Walk the road and ask at each stop; everything that leaks, with the stop it leaked at.

    A door refused before there was a case is knocked at again at the last stop only.
    """
    minta = {nama: _pintu(nama, jalan, semua) for nama in penanya}
    sebelum = sapuan.tanya(penanya, minta)
    pesan, akhir = Pemberitahuan.objects.count(), JALAN[jalan][-1]
    u, tahu, bocor = m_.tulis(m, jalan), set[str](), []
    for henti in JALAN[jalan]:
        u = henti.menuju(m.k, u)
        assert (u.status, u.tahap) == (henti.status, henti.tahap)
        tahu |= set(map(str, henti.mulai_tahu))
        # That a head of the trail was published is public; the message about it names no case.
        Pemberitahuan.objects.filter(kunci__startswith="akar").delete()
        lagi = (
            minta if henti is akhir else {n: _terbuka(sebelum, n, isi) for n, isi in minta.items()}
        )
        luar = {n: siapa for n, siapa in penanya.items() if n not in tahu}
        kini = sapuan.tanya(luar, lagi)
        log.info("%s %s %s: %s", jalan, henti.tahap, henti.status, Counter(n for n, _ in kini))
        bocor += [(henti.tahap.value, *satu) for satu in _bocor(henti, u, sebelum, kini)]
        bocor += [(henti.tahap.value, *satu) for satu in _pesan(luar, u)]
        dalam = {n: siapa for n, siapa in penanya.items() if n in tahu}
        bocor += [(henti.tahap.value, *satu) for satu in _buta(dalam, semua, u)]
    assert Pemberitahuan.objects.count() > pesan, "those who were to be told were told"
    return bocor


def _pintu(nama: str, jalan: str, semua: Mapping[str, str]) -> dict[str, str]:
    """The rooms below know no case (imports go down): their doors are asked by those who see most
    of the people, and by everybody only about whom the case concerns."""
    if nama in TERLUAS or nama == f"ia sendiri, {jalan}":
        return dict(semua)
    return {k: url for k, url in semua.items() if not (k in MATRIKS and k.startswith(BAWAH))}


def _terbuka(sebelum: sapuan.Jawaban, nama: str, semua: Mapping[str, str]) -> dict[str, str]:
    return {k: url for k, url in semua.items() if sapuan.buka(sebelum[nama, k])[:2] == "20"}


def _bocor(
    henti: Perhentian, u: UsulanMutasi, sebelum: sapuan.Jawaban, kini: sapuan.Jawaban
) -> Iterator[Any]:
    """Answers that are not as before, and marks in any."""
    if not henti.terbuka:
        yield from sapuan.beda(sebelum, kini, DIKENAL[henti.tahap]).items()
    for satu in sapuan.bertanda(kini, tanda(u)):
        if not sapuan.bernomor(satu, BERNOMOR[henti.tahap]):
            yield satu


def _buta(dalam: Siapa, semua: Mapping[str, str], u: UsulanMutasi) -> Iterator[Any]:
    """Who may know and reads nothing: then the sweep would have shown nothing either."""
    pintu = {k: url for k, url in semua.items() if k in MEMBACA}
    baca = sapuan.tanya(dalam, dict.fromkeys(dalam, pintu))
    yield from (
        (n, "reads nothing") for n in dalam.keys() - {k[0] for k in sapuan.bertanda(baca, tanda(u))}
    )


def _pesan(luar: Siapa, u: UsulanMutasi) -> Iterator[Any]:
    """Messages that point to the case, to somebody who may not know of it."""
    akun = {siapa.pk: nama for nama, siapa in luar.items() if siapa is not None}
    rows = Pemberitahuan.objects.filter(untuk__in=akun)
    for satu in rows:
        if any(t in f"{satu.judul} {satu.isi} {satu.tautan} {satu.kunci}" for t in tanda(u)):
            yield akun[satu.untuk_id], "pesan", satu.judul


@pytest.mark.panjang
@pytest.mark.parametrize("jalan", JALAN)
def test_nobody_who_was_not_told_reads_anything_of_a_case(jalan: str, digulung: None) -> None:
    dunia = bangun_dunia()
    m = m_.medan(dunia.unit, dunia.orang)
    semua = sapuan.alamat(m, {n: dunia.argumen.get(n, {}) for n in GET})

    assert sapu(m, jalan, semua, m.siapa) == []


@pytest.mark.parametrize(
    ("jalan", "dekat"),
    [("pelaksana", ("ia sendiri, pelaksana", "inspektorat")), ("pengawas", (PUBLIK,))],
)
def test_those_nearest_to_a_case_read_nothing_of_it_before_they_are_told(
    jalan: str, dekat: tuple[str, ...], digulung: None
) -> None:
    m = m_.medan()
    semua = sapuan.alamat(m, {n: {} for n in RINGKAS})

    assert sapu(m, jalan, {k: semua[k] for k in RINGKAS}, {n: m.siapa[n] for n in dekat}) == []


def test_the_sweep_finds_a_list_that_shows_too_much(
    digulung: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    m = m_.medan()
    semua = {"mutasi:usulan": reverse("mutasi:usulan"), "beranda": reverse("beranda")}
    sebelum = sapuan.tanya({"ppk": m.siapa["ppk"]}, {"ppk": semua})
    u = m_.tulis(m, "pelaksana")
    monkeypatch.setattr(UsulanMutasiQuerySet, "for_user", lambda self, siapa, per: self.all())

    kini = sapuan.tanya({"ppk": m.siapa["ppk"]}, {"ppk": semua})

    assert ("ppk", "mutasi:usulan") in sapuan.beda(sebelum, kini)
    assert ("ppk", "mutasi:usulan", u.berkas.nomor) in sapuan.bertanda(kini, tanda(u))
