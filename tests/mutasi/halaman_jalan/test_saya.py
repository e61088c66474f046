"""One's own moves: nothing before one was told; then the sheet, the answer, the second answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from mutasi.models import UsulanMutasi
from mutasi.services import kesediaan as acts
from tests.factories import jalan as f
from tests.factories.jalan import Kantor
from tests.mutasi.halaman_jalan.test_berkas import teks

Sebagai = Callable[[Any], Client]


@pytest.mark.sekali
def test_an_employee_learns_nothing_before_he_is_told(kantor: Kantor, sebagai: Sebagai) -> None:
    usulan = f.kasus(kantor, "siap_diberitahukan")
    klien = sebagai(f.akun(usulan))

    assert "Belum ada perpindahan yang diberitahukan" in teks(klien.get("/mutasi-saya/"))
    assert klien.get(f"/mutasi-saya/{usulan.pk}/").status_code == 404
    assert klien.get(f"/mutasi/usulan/{usulan.pk}/").status_code == 403


@pytest.mark.sekali
def test_he_reads_what_changes_objects_is_talked_with_and_answers_again(
    kantor: Kantor, sebagai: Sebagai
) -> None:
    usulan = f.kasus(kantor, "menunggu_kesediaan")
    klien = sebagai(f.akun(usulan))
    url = f"/mutasi-saya/{usulan.pk}/"
    halaman = teks(klien.get(url))

    klien.post(f"{url}dibuka/")
    basi = klien.post(f"{url}jawab/", {"jawaban": "bersedia", "versi": "9"})
    klien.post(f"{url}jawab/", {"jawaban": "netral", "alasan": "belum_mampu", "versi": "1"})
    jawaban = usulan.kesediaan.get()
    acts.catat_dialog(jawaban.pk, oleh=kantor.analis, per=f.PER, hasil="Siap belajar.",
                      tawaran="Pelatihan arsip digital")  # fmt: skip
    kedua = teks(klien.get(url))
    klien.post(f"{url}jawab/", {"jawaban": "bersedia", "versi": "1"})

    assert "Apa yang berubah bagi Anda" in halaman
    assert "Jawaban Anda ditunggu sampai" in halaman
    assert kantor.penyusun.nama not in halaman
    assert "Usulan ini berubah sejak Anda membukanya" in teks(basi)
    assert usulan.penyampaian.get().diterima_pada is not None
    assert "Jawaban kedua sesudah dialog" in kedua
    assert "Ditawarkan: Pelatihan arsip digital" in kedua
    assert [k.jawaban for k in usulan.kesediaan.order_by("pk")] == ["netral", "bersedia"]


@pytest.mark.sekali
def test_he_asks_for_himself_mends_what_came_back_and_withdraws(
    kantor: Kantor, sebagai: Sebagai
) -> None:
    siapa, ke = f.orang(f.kursi(kantor.asal)), f.kursi(kantor.tujuan)
    klien = sebagai(siapa.pengguna)
    isi = {"ke": ke.jabatan.nama, "tmt": f.TMT.isoformat(),
           "alasan": "Mendekati orang tua yang tinggal sendiri."}  # fmt: skip

    tak_ada = klien.post("/mutasi-saya/ajukan/", {**isi, "ke": "zzzz"})
    klien.post("/mutasi-saya/ajukan/", isi)
    usulan = UsulanMutasi.objects.get(pegawai=siapa)
    url = f"/mutasi-saya/{usulan.pk}/"
    f.acts_batal.kembalikan(
        usulan.pk, oleh=kantor.analis, per=f.PER, alasan="Jelaskan kebutuhannya."
    )
    kembali = teks(klien.get(url))
    klien.post(f"{url}perbaiki/", {**isi, "alasan": "Orang tua saya sakit dan tinggal sendiri."})
    usulan.refresh_from_db()

    assert "Tidak ditemukan" in teks(tak_ada)
    assert "Dikembalikan kepada Anda untuk diperbaiki" in kembali
    assert (usulan.status, usulan.versi, usulan.sumber) == ("diajukan", 2, "pegawai")
    klien.post(f"{url}tarik/", {"alasan": "Sudah tidak diperlukan lagi."})
    assert f.ambil(usulan).status == "dibatalkan"
    assert "Tidak dilanjutkan" in teks(klien.get("/mutasi-saya/"))
