"""Two hands on one session at the same moment; only PostgreSQL lets both try."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from jejak.models import AkarJejak, Peristiwa
from mutasi.models import (
    KedudukanTim,
    KehadiranSidang,
    MacamTim,
    SidangTPK,
    StatusSidang,
    Surat,
)
from mutasi.selectors.sidang_naskah import isi_berita_acara
from mutasi.services import sidang_berita_acara as acts_ba
from mutasi.services import sidang_tim
from mutasi.services.sidang_tutup import tutup_sidang
from organisasi.izin import Peran
from organisasi.models import Pengguna
from tests.factories.organisasi import pengguna
from tests.factories.sidang import PER
from tests.helpers.serentak import serentak
from toolkit.policy import WrongMoment

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@dataclass
class Ruang:
    """A session that waits for signatures. Without cases: a flush before may have emptied the
    tables of reference, which people and posts need."""

    sidang: SidangTPK
    ketua: Pengguna
    anggota: Pengguna
    sekretaris: Pengguna


@pytest.fixture
def ruang() -> Iterator[Ruang]:
    """Committed, so that both threads see it."""
    with time_machine.travel("2026-06-01 09:00 +0700", tick=True):
        ketua, anggota = pengguna(Peran.TPK_KETUA), pengguna(Peran.TPK_ANGGOTA, Peran.TPK_KETUA)
        sekretaris = pengguna(Peran.KABID_MUTASI)
        tim = sidang_tim.catat_tim(
            macam=MacamTim.TPK, nomor_sk="1", tanggal_sk=PER, mulai=PER, selesai=None,
            anggota=[
                sidang_tim.Kursi(ketua, KedudukanTim.KETUA),
                sidang_tim.Kursi(anggota, KedudukanTim.ANGGOTA),
            ],
            oleh=sekretaris, per=PER,
        )  # fmt: skip
        kini = timezone.now()
        sidang = SidangTPK.objects.create(
            tim=tim, tanggal=PER, tempat="Ruang", status=StatusSidang.DITANDATANGANI, kuorum=2,
            pecahan="2/3", mode="suara", dibuat_pada=kini, dibuat_oleh=sekretaris,
            dibuka_pada=kini, dibuka_oleh=sekretaris,
        )  # fmt: skip
        for satu in tim.anggota.all():
            KehadiranSidang.objects.create(sidang=sidang, anggota=satu, hadir=True)
        sidang.berita_acara = isi_berita_acara(sidang)
        sidang.sidik = acts_ba.sidik_isi(sidang.berita_acara)
        sidang.save()
        yield Ruang(sidang, ketua, anggota, sekretaris)


def _tanda(r: Ruang, siapa: Pengguna) -> Any:
    return acts_ba.tandatangani(r.sidang.pk, sidik=r.sidang.sidik, oleh=siapa, per=PER)


def test_of_two_closings_one_stands_with_one_trace_one_head_and_one_paper(ruang: Ruang) -> None:
    for siapa in (ruang.ketua, ruang.anggota):
        _tanda(ruang, siapa)

    def tutup(siapa: Pengguna, nomor: str) -> Any:
        return lambda: tutup_sidang(ruang.sidang.pk, nomor=nomor, oleh=siapa, per=PER)

    hasil = serentak(tutup(ruang.ketua, "BA/1"), tutup(ruang.anggota, "BA/2"))

    assert sum(isinstance(satu, WrongMoment) for satu in hasil) == 1, hasil
    assert SidangTPK.objects.get(pk=ruang.sidang.pk).status == StatusSidang.DITUTUP
    assert Peristiwa.objects.filter(tindakan="mutasi.sidang.ditutup").count() == 1
    assert AkarJejak.objects.count() == 1
    assert Surat.objects.filter(sidang=ruang.sidang).count() == 1


def test_signature_and_recall_never_leave_a_signature_over_a_recalled_text(ruang: Ruang) -> None:
    def perbaiki() -> Any:
        return acts_ba.perbaiki(
            ruang.sidang.pk, alasan="Agenda diubah.", oleh=ruang.sekretaris, per=PER
        )

    hasil = serentak(lambda: _tanda(ruang, ruang.ketua), perbaiki)

    assert not isinstance(hasil[1], Exception), hasil
    assert hasil[0] is None or isinstance(hasil[0], (WrongMoment, KehadiranSidang)), hasil
    assert SidangTPK.objects.get(pk=ruang.sidang.pk).status == StatusSidang.BERLANGSUNG
    assert not KehadiranSidang.objects.exclude(sidik="").exists()
