"""Acts about somebody are answered alike whether or not a case runs that the actor may not know of.

The person asks for himself, his head proposes him, another head wants him, an analyst who is not
named writes him into a file of his own. Of two cases about one person that are both to be known,
the second waits until the first has ended; who is told so sees both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse

from mutasi.alur import StatusUsulan
from mutasi.models import UsulanMutasi
from mutasi.services import berkas as acts_berkas
from mutasi.services import usulan as acts
from mutasi.services import usulan_batal as acts_batal
from organisasi.models import Pengguna
from pegawai.models import Formasi
from tests.factories import jalan as f
from tests.mutasi.rahasia_jalan import medan as m_
from tests.mutasi.rahasia_jalan import sapuan
from tests.mutasi.rahasia_jalan.medan import Medan
from toolkit.policy import WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
S = StatusUsulan
JALAN = "pelaksana"
# Keys are drawn anew; the number of a file says how many were begun, of what it says nothing.
BARU = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|B-\d{4}-\d{4}")


@pytest.fixture
def m(pada_hari_ini: Any) -> Medan:
    """Everybody, and a post in the third OPD."""
    return m_.medan()


def kirim(siapa: Pengguna | None, url: str, isi: dict[str, str]) -> str:
    """What one reads after having sent a form, wherever it leads."""
    with transaction.atomic():
        jawaban = sapuan.peramban(siapa).post(url, isi, follow=True)
        hasil = f"{jawaban.redirect_chain} {sapuan.terbaca(jawaban)}"
        transaction.set_rollback(True)
    return BARU.sub("", hasil)


def perbuatan(m: Medan) -> Iterator[tuple[str, Callable[[], str]]]:
    """Everything somebody who was not told might try about the person."""
    satu = m.sasaran[JALAN]
    kursi: dict[str, Formasi] = {n: f.kursi(u) for n, u in (("asal", m.k.asal), ("lain", m.lain))}
    isi = {"tmt": "2026-08-01", "alasan": f.ALASAN}
    sendiri, unit = reverse("mutasi:usulan-ajukan-sendiri"), reverse("mutasi:usulan-ajukan-unit")
    diri = m.siapa[f"ia sendiri, {JALAN}"]
    for nama, ke in (("ia sendiri", kursi["asal"]), ("ia sendiri, ke kursinya", satu.ke)):
        yield nama, lambda ke=ke: kirim(diri, sendiri, {"ke": f"#{ke.pk}", **isi})  # type: ignore[misc]
    usul = {"pegawai": satu.orang.nip, "jenis": "rotasi", **isi}
    for siapa, tempat in (("kepala_unit", "asal"), ("kepala_unit, OPD lain", "lain")):
        ke = kursi[tempat]
        yield siapa, lambda s=siapa, ke=ke: kirim(m.siapa[s], unit, {**usul, "ke": f"#{ke.pk}"})  # type: ignore[misc]
    analis = m.siapa["analis_bkd"]
    assert analis is not None
    berkas = acts_berkas.buat_berkas(oleh=analis, per=f.PER, nama="Lain", tmt=f.TMT, sumber="bkd")
    tambah = reverse("mutasi:berkas-baris-tambah", args=[berkas.pk])
    baris = {**usul, "ke": f"#{kursi['lain'].pk}"}
    yield "analis yang tidak disebut", lambda: kirim(analis, tambah, baris)


def test_who_may_not_know_is_answered_alike_whether_or_not_a_secret_case_runs(m: Medan) -> None:
    coba = dict(perbuatan(m))
    sebelum = {nama: laku() for nama, laku in coba.items()}
    f.jalankan(m.k, m_.tulis(m, JALAN), S.DIVERIFIKASI)

    sesudah = {nama: laku() for nama, laku in coba.items()}

    ditolak = {nama for nama, isi in sebelum.items() if "302" not in isi[:200]}
    assert ditolak == {"kepala_unit, OPD lain"}, "he finds only his own people"
    assert {n for n in coba if sebelum[n] != sesudah[n]} == set()


def permintaan(m: Medan) -> UsulanMutasi:
    """What the person asks for himself."""
    diri = m.siapa[f"ia sendiri, {JALAN}"]
    assert diri is not None
    return acts.ajukan_sendiri(
        oleh=diri, per=f.PER, ke=f.kursi(m.k.asal).pk, jenis="permintaan_sendiri", tmt=f.TMT,
        alasan=f.ALASAN,
    )  # fmt: skip


def test_of_two_cases_about_one_person_the_second_to_become_known_waits(m: Medan) -> None:
    rahasia = f.jalankan(m.k, m_.tulis(m, JALAN), S.DIVERIFIKASI)
    minta = permintaan(m)

    rahasia = f.jalankan(m.k, rahasia, S.DITELAAH_UNIT)
    with pytest.raises(WrongMoment, match="masih mempunyai usulan lain yang berjalan"):
        f.jalankan(m.k, minta, S.DIVERIFIKASI)

    acts_batal.tarik(rahasia.pk, oleh=m.k.penyusun, per=f.PER, alasan="Ia memintanya sendiri.")
    assert f.jalankan(m.k, f.ambil(minta), S.DIVERIFIKASI).status == S.DIVERIFIKASI


def test_a_secret_case_waits_for_the_request_that_was_taken_up_before_it(m: Medan) -> None:
    rahasia = f.jalankan(m.k, m_.tulis(m, JALAN), S.DIVERIFIKASI)
    f.jalankan(m.k, permintaan(m), S.DIVERIFIKASI)

    with pytest.raises(WrongMoment, match="Selesaikan atau tarik yang itu dahulu"):
        f.jalankan(m.k, rahasia, S.DITELAAH_UNIT)

    assert f.ambil(rahasia).status == S.DIVERIFIKASI


def test_who_was_told_of_a_case_is_told_that_it_runs(m: Medan) -> None:
    f.jalankan(m.k, m_.tulis(m, JALAN), S.MENUNGGU_KESEDIAAN)

    with pytest.raises(WrongMoment, match="masih mempunyai usulan lain yang berjalan"):
        permintaan(m)
