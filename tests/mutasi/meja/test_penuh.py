"""Pages of a file of 300: as many queries as for three, and a page a browser can carry."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mutasi.alur import StatusUsulan
from mutasi.models import AgendaSidang, SidangTPK, UsulanMutasi
from organisasi.models import Pengguna
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.factories import sidang as fs
from tests.helpers import dunia_meja as m
from tests.helpers.layar import masuk_sebagai

pytestmark = pytest.mark.sekali
S = StatusUsulan
MAKS_KUERI, MAKS_BYTE = 20, 150_000


def _ukur(siapa: Pengguna, nama: str, *kunci: object) -> tuple[int, int]:
    """(queries, bytes) of a page."""
    klien = masuk_sebagai(Client(), siapa)
    with CaptureQueriesContext(connection) as kueri:
        jawaban = klien.get(reverse(f"mutasi:{nama}", args=kunci))
    assert jawaban.status_code == 200
    return len(kueri), len(jawaban.content)


def _agendakan(sidang: SidangTPK) -> None:
    """Everybody of the file on its agenda, without the acts."""
    ada = set(sidang.agenda.values_list("usulan", flat=True))
    AgendaSidang.objects.bulk_create(
        AgendaSidang(sidang=sidang, usulan=u, urutan=n, versi=u.versi)
        for n, u in enumerate(UsulanMutasi.objects.exclude(pk__in=ada).order_by("urutan"), 50)
    )


def test_pages_of_300_cases_cost_what_pages_of_three_cost(k: f.Kantor) -> None:
    u = f.jalankan(k, m.direkomendasi(k), S.MENUNGGU_PPK)
    sidang = fs.buka(k, fs.sidang(k, [f.kasus(k, S.SIDANG_TPK)]))

    def semua() -> dict[str, tuple[int, int]]:
        _agendakan(sidang)
        UsulanMutasi.objects.update(status=S.SIDANG_TPK, sejak=timezone.now())
        hasil = {
            nama: _ukur(k.kepala, nama, kunci)
            for nama, kunci in (
                ("berkas-lembar", u.berkas_id), ("usulan-rincian", u.pk), ("usulan-aturan", u.pk),
                ("usulan-lembar", u.pk), ("sidang-rincian", sidang.pk),
            )
        }  # fmt: skip
        for siapa, nama, status in (
            (k.sekda, "meja-pyb", S.DIREKOMENDASI),
            (k.operator, "meja-bkn", S.DISETUJUI_PYB),
            (k.bupati, "meja-ppk", S.MENUNGGU_PPK),
        ):
            UsulanMutasi.objects.update(status=status)
            hasil[nama] = _ukur(siapa, nama)
        return hasil

    m.gandakan(u, 2)
    sedikit = semua()
    m.gandakan(u, 297, awal=3)
    penuh = semua()

    assert {n: s[0] for n, s in penuh.items()} == {n: s[0] for n, s in sedikit.items()}
    assert {n: s for n, s in penuh.items() if s[0] > MAKS_KUERI or s[1] > MAKS_BYTE} == {}


def test_a_signer_reads_what_follows_at_the_price_of_one_page(k: f.Kantor) -> None:
    draf = fk.bernomor(k)

    kueri, byte = _ukur(k.bupati, "keputusan-tetapkan", draf.pk)

    assert kueri <= MAKS_KUERI
    assert byte <= MAKS_BYTE
