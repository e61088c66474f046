"""Many rows behind: told per row, stopped between rows, killed without loss or double."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mutasi.alur import StatusUsulan
from mutasi.models import BarisMassal, Persetujuan, PertekBkn, UsulanMutasi
from mutasi.services.massal_latar import jalankan_massal
from mutasi.views import massal as views
from organisasi.impor import Dibatalkan
from organisasi.models import Pengguna, Proses
from organisasi.services.proses import jalankan
from tests.factories import jalan as f
from tests.helpers import dunia_meja as m
from tests.helpers.layar import masuk

pytestmark = pytest.mark.sekali
S = StatusUsulan


@pytest.fixture(autouse=True)
def _dua_sudah_banyak() -> Any:
    with patch.object(views, "BATAS_LANGSUNG", 1):
        yield


def _tekan(siapa: Pengguna, *usulan: UsulanMutasi) -> Any:
    isi = {"aksi": "setujui_pyb", "yakin": "ya", "pilih": [f"{u.pk}:1" for u in usulan]}
    return masuk(siapa).post(reverse("mutasi:meja-pyb-putuskan"), isi)


def _jalankan(proses: Proses, kemajuan: Callable[[int, str], None]) -> Any:
    siapa = Pengguna.objects.get(pk=proses.untuk_id)
    return jalankan_massal(proses.parameter, per=f.PER, oleh=siapa, kemajuan=kemajuan)


def _berhenti_sebelum(nomor: int, galat: BaseException) -> Callable[[int, str], None]:
    sudah = []

    def kemajuan(persen: int, langkah: str) -> None:
        sudah.append(langkah)
        if len(sudah) == nomor:
            raise galat

    return kemajuan


def test_many_rows_run_behind_and_each_row_has_its_answer(k: f.Kantor) -> None:
    satu, dua = m.direkomendasi(k), m.direkomendasi(k)
    UsulanMutasi.objects.filter(pk=dua.pk).update(versi=2)

    alamat = _tekan(k.sekda, satu, dua).url
    lagi = _tekan(k.sekda, satu, dua).url
    menunggu = masuk(k.sekda).get(alamat).content.decode()
    jalankan.call(Proses.objects.get().pk)
    sesudah = masuk(k.sekda).get(alamat).content.decode()

    assert alamat == lagi
    assert "Menunggu giliran" in menunggu
    assert "2 menunggu" in menunggu
    assert "1 usulan dicatat" in sesudah
    assert "1 ditolak" in sesudah
    assert "Isi usulan berubah sejak Anda membukanya" in sesudah
    assert satu.pegawai.nama in sesudah
    assert f.ambil(satu).status == S.MENUNGGU_PPK
    assert masuk(k.bupati).get(alamat).status_code == 404


def test_a_killed_worker_loses_nothing_and_the_next_doubles_nothing(k: f.Kantor) -> None:
    semua = [m.direkomendasi(k) for _ in range(3)]
    _tekan(k.sekda, *semua)
    proses = Proses.objects.get()

    with pytest.raises(KeyboardInterrupt):
        _jalankan(proses, _berhenti_sebelum(3, KeyboardInterrupt()))
    tersimpan = BarisMassal.objects.count()
    hasil = _jalankan(proses, lambda *_: None)

    assert tersimpan == 2
    assert hasil == {"berhasil": 3, "gagal": 0}
    assert BarisMassal.objects.filter(berhasil=True).count() == 3
    assert Persetujuan.objects.filter(aksi="setujui_pyb").count() == 3


def test_a_pressed_stop_keeps_what_was_done_and_leaves_the_rest(k: f.Kantor) -> None:
    semua = sorted((m.direkomendasi(k) for _ in range(2)), key=lambda u: u.pk)
    alamat = _tekan(k.sekda, *semua).url
    proses = Proses.objects.get()

    with pytest.raises(Dibatalkan):
        _jalankan(proses, _berhenti_sebelum(2, Dibatalkan()))
    masuk(k.sekda).post(reverse("organisasi:proses-hentikan", args=[proses.pk]))

    assert [f.ambil(u).status for u in semua] == [S.MENUNGGU_PPK, S.DIREKOMENDASI]
    halaman = masuk(k.sekda).get(alamat).content.decode()
    assert "Yang sudah dicatat sebelum itu tetap berlaku" in halaman
    assert "1 tidak dikerjakan" in halaman


def test_a_right_that_ended_before_the_run_moves_nothing(k: f.Kantor) -> None:
    semua = [m.direkomendasi(k) for _ in range(2)]
    _tekan(k.sekda, *semua)
    Pengguna.objects.filter(pk=k.sekda.pk).update(is_active=False)
    jalankan.call(Proses.objects.get().pk)

    assert BarisMassal.objects.filter(berhasil=False).count() == 2
    assert {f.ambil(u).status for u in semua} == {S.DIREKOMENDASI}


def test_a_scan_and_a_day_reach_the_worker_as_they_were_given(k: f.Kantor) -> None:
    semua = [
        f.jalankan(k, m.direkomendasi(k, jenjang="pengawas"), S.DIUSULKAN_BKN) for _ in range(2)
    ]  # fmt: skip
    isi = {"pilih": [str(u.pk) for u in semua], "yakin": "ya", "nomor": "P/1", "memuat": "on",
           "tanggal": "2026-06-01", "berkas": SimpleUploadedFile("surat.pdf", m.PDF)}  # fmt: skip
    langkah = {"bagian": "tunggu", "langkah": "pertek"}
    masuk(k.operator).post(reverse("mutasi:meja-bkn-langkah", kwargs=langkah), isi)
    jalankan.call(Proses.objects.get().pk)

    rows = PertekBkn.objects.filter(usulan__in=semua)
    assert {(p.nomor, p.tanggal) for p in rows} == {("P/1", f.PER)}
    for pertek in rows:
        with pertek.berkas.open() as isi:
            assert isi.read() == m.PDF
