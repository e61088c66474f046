"""Fifty people press *setujui* on one case: one decision, one trace, 49 polite refusals (bar 3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jejak.models import Peristiwa
from mutasi.alur import Aksi, StatusUsulan
from mutasi.models import Persetujuan, Singgah, UsulanMutasi
from mutasi.services.ppk import setujui_ppk
from organisasi.models import Pengguna
from tests.factories import jalan as f
from tests.helpers.acuan import acuan_jalan
from tests.helpers.serentak import serentak
from toolkit.policy import Refusal

S = StatusUsulan
BANYAK = 50


def _tekan(u: UsulanMutasi, siapa: Pengguna) -> Callable[[], UsulanMutasi]:
    """One press, by an account read by its own thread."""

    def tekan() -> UsulanMutasi:
        akun = Pengguna.objects.get(pk=siapa.pk)
        return setujui_ppk(u.pk, oleh=akun, per=f.PER, alasan=f.SETUJU)

    return tekan


def _satu_putusan(u: UsulanMutasi, hasil: list[Any]) -> None:
    jadi = [h for h in hasil if isinstance(h, UsulanMutasi)]
    sopan = [h for h in hasil if isinstance(h, Refusal)]

    assert (len(jadi), len(sopan)) == (1, BANYAK - 1), hasil
    assert {h.kalimat.partition(",")[0] for h in sopan} == {
        "Usulan ini sekarang berkeadaan “Disetujui PPK"
    }
    putusan = Persetujuan.objects.filter(usulan=u, aksi=Aksi.SETUJUI_PPK)
    jejak = Peristiwa.objects.filter(tindakan="mutasi.usulan.setujui_ppk", objek_id=str(u.pk))
    tinggal = Singgah.objects.filter(usulan=u, status=S.DISETUJUI_PPK)
    assert (putusan.count(), jejak.count(), tinggal.count()) == (1, 1, 1)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_fifty_threads_make_one_decision(pada_hari_ini: Any) -> None:
    acuan_jalan()
    k = f.kantor()
    u = f.kasus(k, S.MENUNGGU_PPK)

    hasil = serentak(*[_tekan(u, k.bupati) for _ in range(BANYAK)], batas=120)

    _satu_putusan(u, hasil)


@pytest.mark.django_db
def test_fifty_presses_in_turns_make_one_decision(pada_hari_ini: Any) -> None:
    k = f.kantor()
    u = f.kasus(k, S.MENUNGGU_PPK)

    def tekan(kerja: Callable[[], UsulanMutasi]) -> Any:
        try:
            return kerja()
        except Refusal as penolakan:
            return penolakan

    _satu_putusan(u, [tekan(_tekan(u, k.bupati)) for _ in range(BANYAK)])
