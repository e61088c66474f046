"""An attacker knocks with a body that would succeed for the right person (issue 6, bar 10).

Every act of every POST door of the road is laid before its rightful actor, who can do it; then
everybody else sends the very same request, about his own case, his spouse's, child's and brother's,
one of his office and a stranger's; the right person sends it twice, with keys of other things, by
other methods, without the token. What must not happen leaves not one row different.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern

from mutasi import urls_jalan, urls_keputusan, urls_pelaksanaan, urls_pengawasan, urls_sidang
from mutasi.views import meja_bkn, usulan_catatan, usulan_perbuatan
from tests.helpers.gulung import digulung
from tests.mutasi.penyerang import pelaku
from tests.mutasi.penyerang.alat import (
    Akibat,
    Sasaran,
    Serangan,
    badan,
    coba,
    kirim,
    potret,
    url,
)
from tests.mutasi.penyerang.pelaku import ASING, KERABAT, SENDIRI, SEUNIT, Medan, Penyerang
from tests.mutasi.penyerang.rencana_jalan import JALAN
from tests.mutasi.penyerang.rencana_keputusan import KEPUTUSAN, PELAKSANAAN
from tests.mutasi.penyerang.rencana_pengawasan import PENGAWASAN
from tests.mutasi.penyerang.rencana_sidang import SIDANG

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
SEMUA = (*JALAN, *SIDANG, *KEPUTUSAN, *PELAKSANAAN, *PENGAWASAN)
URLS = (urls_jalan, urls_sidang, urls_keputusan, urls_pelaksanaan, urls_pengawasan)
# In every run: an answer for an office, and an act of the table.
CONTOH = ("telaah-jawab", "usulan-aksi:kembalikan")
MENOLAK = (403, 404, 409, 422)


def _per(*nama: str) -> list[Any]:
    """The acts as parameters; the long run takes all of them, every run those named."""
    panjang = pytest.mark.panjang
    return [
        pytest.param(s, id=s.nama, marks=() if s.nama in nama else panjang) for s in SEMUA
    ]  # fmt: skip


def _metode(pandangan: Any) -> set[str]:
    """What a view answers, read from its decorators; everything, when they do not say."""
    while pandangan is not None:
        for sel in getattr(pandangan, "__closure__", None) or ():
            isi = sel.cell_contents
            if isinstance(isi, (list, tuple)) and isi and set(isi) <= {"GET", "HEAD", "POST"}:
                return set(isi)
        pandangan = getattr(pandangan, "__wrapped__", None)
    return {"GET", "HEAD", "POST"}


def _pintu_post() -> set[str]:
    pola: Iterator[URLPattern] = (p for modul in URLS for p in modul.urlpatterns)
    return {str(p.name) for p in pola if "POST" in _metode(p.callback)}


def test_every_door_that_takes_a_form_has_a_plan_of_attack() -> None:
    assert _pintu_post() == {s.pintu for s in SEMUA}
    assert len({s.nama for s in SEMUA}) == len(SEMUA)


def test_every_act_behind_one_door_has_a_plan_of_its_own() -> None:
    ada: dict[str, set[str]] = {}
    for s in SEMUA:
        ada.setdefault(s.pintu, set()).add(s.kunci)

    assert ada["usulan-aksi"] == set(usulan_perbuatan.MENURUT_KUNCI)
    assert ada["usulan-catat"] == set(usulan_catatan.MENURUT_KUNCI)
    assert ada["meja-bkn-langkah"] == set(meja_bkn.LANGKAH)


@pytest.mark.parametrize("s", _per(*CONTOH))
def test_only_the_rightful_actor_does_it(
    s: Serangan, medan: Medan, pytestconfig: pytest.Config
) -> None:
    t = s.siapkan(medan.k)
    _kendali(medan, s, t)
    celah = []

    for p, hubungan, dilarang in _penyerang(medan, s, t, pytestconfig.getoption("--panjang")):
        a = _serang(medan, s, t, p, hubungan)
        medan.catat("orang lain" if dilarang else "orang lain yang berhak", s, a)
        # A scan whose rows were all refused lies unnamed until the sweep of the night; only who
        # may bring scans at all may leave one.
        tertinggal = a.tertinggal and not p.izin & s.izin
        if a.status >= 500 or (dilarang and (a.berubah or tertinggal)):
            celah.append((p.sebutan, hubungan, a))

    assert celah == []


def _kendali(medan: Medan, s: Serangan, t: Sasaran) -> None:
    """The attack is real: the right person succeeds with this very body."""
    klien = medan.klien(t.pelaku)
    a = coba(lambda: kirim(klien, url(s, t), t.isi))
    medan.catat("pelaku sah", s, a)
    assert a.status in (200, 302), a
    assert not a.ke_pintu
    assert bool(a.berubah) != s.diam, a


def _penyerang(
    medan: Medan, s: Serangan, t: Sasaran, semua: bool
) -> Iterator[tuple[Penyerang, str, bool]]:
    """Who, how he stands to the case, and whether the law forbids it."""
    dari = medan.penyerang if semua else medan.penyerang[sum(map(ord, s.nama)) % 7 :: 7]
    for nomor, p in enumerate(dari):
        letak = SEUNIT if p.letak == "asal" else ASING
        hubungan = [letak]
        if t.tentang is not None:
            hubungan += [SENDIRI, KERABAT[nomor % len(KERABAT)]]
        for satu in hubungan:
            yield p, satu, pelaku.terlarang(s, p, satu)
    for p in pelaku.palsu(medan.k, s, t):
        yield p, ASING, pelaku.terlarang(s, p, ASING)
    if s.perkara and t.tentang is not None and not s.pribadi:
        for satu in (SENDIRI, *KERABAT):
            yield Penyerang("pelaku sah", t.pelaku, s.izin), satu, True
    for p, dilarang in pelaku.merangkap(medan.k, s, t):
        yield p, ASING, dilarang


def _serang(medan: Medan, s: Serangan, t: Sasaran, p: Penyerang, hubungan: str) -> Akibat:
    klien = medan.klien(p.siapa)
    with digulung():
        if t.tentang is not None:
            pelaku.hubungkan(p, hubungan, t.tentang)
        return coba(lambda: kirim(klien, url(s, t), t.isi))


@pytest.mark.parametrize("s", _per(CONTOH[1]))
def test_the_same_request_twice_does_it_once(s: Serangan, medan: Medan) -> None:
    t = s.siapkan(medan.k)
    klien = medan.klien(t.pelaku)
    with digulung():
        kirim(klien, url(s, t), t.isi)
        lagi = coba(lambda: kirim(klien, url(s, t), t.isi))
    medan.catat("dikirim lagi", s, lagi)
    assert lagi.status < 500
    assert lagi.utuh or s.lagi, lagi

    for beda in (-1, 1, 10**9) if "versi" in t.isi else ():
        isi = {**t.isi, "versi": int(t.isi["versi"]) + beda}
        a = coba(lambda isi=isi: kirim(klien, url(s, t), isi))  # type: ignore[misc]
        medan.catat("versi lain", s, a)
        assert a.status in MENOLAK, beda
        assert a.utuh, beda


@pytest.mark.parametrize("s", _per("berkas-cabut"))
def test_keys_of_other_things_open_nothing(s: Serangan, medan: Medan) -> None:
    t, lain = s.siapkan(medan.k), s.siapkan(medan.k)
    klien = medan.klien(t.pelaku)
    celah = []

    for bidang, nilai in _kunci_palsu(medan, s, t, lain):
        alamat = {bidang: nilai} if bidang in t.alamat else {}
        isi = t.isi if alamat else {**t.isi, bidang: nilai}
        try:
            tujuan = url(s, t, **alamat)
        except NoReverseMatch:
            continue  # there is not even such an address
        a = coba(lambda tujuan=tujuan, isi=isi: kirim(klien, tujuan, isi))  # type: ignore[misc]
        medan.catat("kunci palsu", s, a)
        if a.status >= 500 or not a.utuh:
            celah.append((bidang, nilai, a))

    assert celah == []


def _kunci_palsu(medan: Medan, s: Serangan, t: Sasaran, lain: Sasaran) -> Iterator[tuple[str, Any]]:
    """Per field: what is not there, what is secret, what belongs to another such thing."""
    for bidang, nilai in t.alamat.items():
        if isinstance(nilai, UUID):
            for kunci in (uuid4(), medan.rahasia.pk, medan.rahasia.berkas_id):
                yield bidang, kunci
        else:
            yield bidang, 2**62 if isinstance(nilai, int) else "tidak-ada"
    for bidang, semua in t.palsu.items():
        for satu in semua:
            yield bidang, satu
    beda = [b for b in t.alamat if t.alamat[b] != lain.alamat[b]]
    beda_isi = [b for b in t.isi if t.isi[b] != lain.isi[b]]
    if len(beda) + len(beda_isi) > 1:
        for bidang in {*beda, *beda_isi} - s.kembar:
            yield bidang, (lain.alamat if bidang in beda else lain.isi)[bidang]


@pytest.mark.parametrize("s", _per(CONTOH[1]))
def test_no_other_method_and_no_other_site_does_it(s: Serangan, medan: Medan) -> None:
    t = s.siapkan(medan.k)
    klien, ketat = medan.klien(t.pelaku), Client(enforce_csrf_checks=True)
    ketat.raise_request_exception = False
    ketat.cookies = klien.cookies
    tujuan, isi = url(s, t), t.isi
    timpa = {"HTTP_X_HTTP_METHOD_OVERRIDE": "POST", "HTTP_X_METHOD_OVERRIDE": "POST"}
    kueri = {k: v for k, v in isi.items() if not hasattr(v, "nama")}
    cara: dict[str, Any] = {
        "tanpa CSRF": lambda: kirim(ketat, tujuan, isi),
        "CSRF palsu": lambda: kirim(ketat, tujuan, {**isi, "csrfmiddlewaretoken": "x" * 64}),
        "GET": lambda: klien.get(tujuan, {**kueri, "_method": "POST"}),
        "GET timpa": lambda: klien.get(tujuan, kueri, **timpa),
        "HEAD": lambda: klien.head(tujuan, kueri),
        "PUT": lambda: klien.put(tujuan, badan(kueri), "application/json", **timpa),
        "PATCH": lambda: klien.patch(tujuan, badan(kueri), "application/json", **timpa),
        "DELETE": lambda: klien.delete(tujuan, **timpa),
    }

    hasil = {nama: coba(minta) for nama, minta in cara.items()}

    for nama, a in hasil.items():
        medan.catat(nama, s, a)
    assert {n: a for n, a in hasil.items() if not a.utuh or a.status >= 500} == {}
    if not s.publik:
        assert {hasil[n].status for n in ("tanpa CSRF", "CSRF palsu")} == {403}
    assert {hasil[n].status for n in ("PUT", "PATCH", "DELETE")} <= {403, 405}


def test_a_changed_row_does_not_go_unnoticed(medan: Medan) -> None:
    # What all tests here lean on: one letter in one row, and a file left behind, are seen.
    sebelum = potret()

    with digulung():
        type(medan.rahasia).objects.filter(pk=medan.rahasia.pk).update(alasan="x")
        beda = {t for t, sari in potret().items() if sari != sebelum[t]}

    assert beda == {"mutasi_usulanmutasi"}
    assert replace(Akibat(403, (), ()), tertinggal=("a.pdf",)).utuh is False
