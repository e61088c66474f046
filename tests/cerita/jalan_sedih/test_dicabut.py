"""Decree revoked: before its day nothing had moved; after it the histories are given back, the
needs follow, the printed code tells the truth, and whom it concerns hears of it."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from mutasi.alur import StatusUsulan
from mutasi.models import Keputusan, UsulanMutasi
from mutasi.services.pelaksanaan import laksanakan_jatuh_tempo
from pegawai.models import Formasi, Pegawai, Penugasan
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.helpers.cerita import (
    PUTUSAN,
    Peramban,
    cabut_sk,
    diberi_tahu,
    jejak_menjelaskan,
    teks,
)

pytestmark = pytest.mark.sekali
S = StatusUsulan


def _ditetapkan(k: f.Kantor, banyak: int = 1) -> tuple[Keputusan, list[UsulanMutasi]]:
    """A decree about so many people who each leave a post and fill one."""
    semua = [f.kasus(k, S.DISETUJUI_PPK) for _ in range(banyak)]
    return fk.ditetapkan(k, [f.ambil(u) for u in semua]), semua


def _periksa(sk: Keputusan, petikan: int = 0) -> str:
    """What the code on the paper leads a stranger to."""
    isi = {"petikan": str(petikan)} if petikan else {}
    jawaban = Client().get(reverse("mutasi:periksa", args=[sk.kode]), isi)
    assert jawaban.status_code == 200
    return teks(jawaban)


def _isi(*post: Formasi | None) -> list[int]:
    """Holders as the needs see them."""
    return [Formasi.objects.get(pk=satu.pk).isi_pns for satu in post if satu]


def _riwayat(orang: Pegawai) -> list[tuple[int | None, date | None, date | None]]:
    rows = Penugasan.objects.definitif().filter(pegawai=orang).order_by("pk")
    return list(rows.values_list("formasi", "mulai", "selesai"))


def test_revoked_before_its_day_for_one_of_two_nothing_has_moved(k: f.Kantor, p: Peramban) -> None:
    sk, (tetap, cabut) = _ditetapkan(k, 2)
    semula = _riwayat(cabut.pegawai)
    p.ditolak(k.hukum, "keputusan-cabut", sk.pk)  # numbers decrees, does not take them back

    baru = cabut_sk(k, p, sk, "2026-06-01", cabut)

    assert f.ambil(cabut).status == S.DICABUT
    assert f.ambil(tetap).status == S.SK_DITETAPKAN
    umum = _periksa(sk)
    assert "Dicabut sebagian" in umum
    assert baru.nomor in umum
    assert "Petikan nomor urut 2 tidak berlaku lagi" in _periksa(sk, 2)
    assert "tidak berlaku lagi" not in _periksa(sk, 1), "the other's excerpt still stands"
    assert diberi_tahu(f.akun(cabut), "dicabut")
    assert not diberi_tahu(f.akun(tetap), "dicabut")
    assert "SK dicabut" in p.baca(f.akun(cabut), "usulan-saya-rincian", cabut.pk)
    assert p.tombol(k.kabid, cabut) == set()
    with time_machine.travel("2026-07-01 09:00 +0700", tick=False):
        (hasil,) = laksanakan_jatuh_tempo(per=f.TMT)
    assert (hasil.usulan, hasil.terlaksana) == (tetap.pk, True), "only the other moves"
    assert _riwayat(cabut.pegawai) == semula
    assert _isi(cabut.dari, cabut.ke) == [1, 0]
    jejak_menjelaskan(tetap, cabut)


def test_revoked_after_it_was_carried_out_the_old_post_comes_back(k: f.Kantor, p: Peramban) -> None:
    sk, (u,) = _ditetapkan(k)
    pdf = p.milik(k.penyusun).get(reverse("mutasi:keputusan-naskah", args=[sk.pk])).content
    with time_machine.travel("2026-07-01 09:00 +0700", tick=False):
        laksanakan_jatuh_tempo(per=f.TMT)
    assert _isi(u.dari, u.ke) == [0, 1]
    with time_machine.travel("2026-08-03 09:00 +0700", tick=False):
        lain = Peramban()
        cabut_sk(k, lain, sk, "2026-08-03")
        _pulih(k, lain, u)
        umum = _periksa(sk)
        assert "tidak berlaku lagi" in umum
        assert u.pegawai.nama not in umum
        lagi = lain.milik(k.penyusun).get(reverse("mutasi:keputusan-naskah", args=[sk.pk])).content
        assert lagi == pdf, "the old paper itself is never touched (H27)"
        assert "dicabut" in lain.ditolak(k.penyusun, "keputusan-cabut", sk.pk).lower()
    jejak_menjelaskan(u)


def _pulih(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    """Back where he came from, from the day of the revocation; nothing in the history is lost."""
    assert f.ambil(u).status == S.DICABUT
    orang, cabut = Pegawai.objects.get(pk=u.pegawai_id), date(2026, 8, 3)
    assert orang.formasi_id == u.dari_id
    riwayat = _riwayat(orang)
    assert (u.ke_id, f.TMT, cabut) in riwayat
    assert (u.dari_id, cabut, None) in riwayat
    assert _isi(u.dari, u.ke) == [1, 0]
    akun = f.akun(u)
    assert diberi_tahu(akun, "Keputusan tentang jabatan Anda dicabut")
    assert "SK dicabut" in p.baca(akun, "usulan-saya-rincian", u.pk)
    assert PUTUSAN in p.baca(k.kabid, "usulan-rincian", u.pk)
