"""Who may act on a case, who acts instead, and what may be done to a paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mutasi.kernel.aturan.daftar import periksa_dokumen, periksa_langkah
from mutasi.kernel.aturan.keputusan import PerlakuanDokumen, PerubahanDokumen
from mutasi.kernel.aturan.pelaku import PENGGANTI, Fungsi, Perbuatan, Tindak, pengganti
from organisasi.izin import Peran
from organisasi.izin_rangkap import RANGKAP_SAH
from penilaian.kernel.putusan import Hasil, Putusan

SAH = frozenset(RANGKAP_SAH)
SUSUN = Tindak(1, Peran.ANALIS_BKD, Fungsi.SUSUN)
PERIKSA = Tindak(2, Peran.KABID_MUTASI, Fungsi.PERIKSA)
SETUJU = Tindak(3, Peran.PYB, Fungsi.SETUJU)


def putusan(tindak: Tindak, *sebelumnya: Tindak, **isi: Any) -> Putusan:
    return periksa_langkah(Perbuatan(tindak, sebelumnya, SAH, **isi))


def ditolak(tindak: Tindak, *sebelumnya: Tindak, **isi: Any) -> Putusan:
    satu = putusan(tindak, *sebelumnya, **isi)
    assert satu.putusan is Hasil.TIDAK_LOLOS
    assert not satu.dapat_diperbaiki
    assert satu.perbaikan
    return satu


def boleh(tindak: Tindak, *sebelumnya: Tindak, **isi: Any) -> bool:
    return putusan(tindak, *sebelumnya, **isi).putusan is Hasil.LOLOS


def test_h24_three_different_persons_pass() -> None:
    assert boleh(SUSUN)
    assert boleh(PERIKSA, SUSUN)
    assert boleh(SETUJU, SUSUN, PERIKSA)
    assert boleh(SUSUN, SUSUN)  # he may correct what he wrote


@pytest.mark.parametrize("sela", [(), (PERIKSA,)])
def test_h24_who_wrote_it_neither_checks_nor_decides_it(sela: tuple[Tindak, ...]) -> None:
    for fungsi in (Fungsi.PERIKSA, Fungsi.SETUJU):
        satu = ditolak(replace(SUSUN, fungsi=fungsi), SUSUN, *sela)
        assert satu.bunyi.startswith("Anda sudah menyusun usulan ini")


def test_h24_nobody_takes_two_roles_however_many_steps_lie_between() -> None:
    kini = Tindak(2, Peran.KEPALA_BKPSDM, Fungsi.PERIKSA, "Kepala BKPSDM")

    for sebelum in ((SUSUN, PERIKSA), (PERIKSA, SUSUN)):
        assert ditolak(kini, *sebelum).bunyi == (
            "Anda sudah bertindak sebagai kabid_mutasi untuk usulan ini, jadi tidak boleh "
            "sekaligus menjadi Kepala BKPSDM."
        )


@pytest.mark.parametrize("rangkap", list(RANGKAP_SAH), ids=lambda r: "+".join(sorted(r)))
def test_h24_the_lawful_double_roles_are_the_only_exception(rangkap: frozenset[Peran]) -> None:
    satu, dua = sorted(rangkap)
    lalu, kini = Tindak(5, satu, Fungsi.PERIKSA), Tindak(5, dua, Fungsi.SETUJU)

    assert boleh(kini, lalu)
    tanpa = periksa_langkah(Perbuatan(kini, (lalu,), frozenset()))
    assert tanpa.putusan is Hasil.TIDAK_LOLOS


def test_h24_writing_down_what_others_did_is_no_second_hand() -> None:
    catat = replace(SUSUN, fungsi=Fungsi.CATAT)

    assert boleh(catat, SUSUN)
    assert boleh(SUSUN, catat)


def test_h24_nobody_acts_on_himself_but_to_ask_and_to_answer() -> None:
    assert "mengenai Anda sendiri" in ditolak(PERIKSA, SUSUN, diri=True).bunyi
    assert boleh(SUSUN, diri=True, milik_sendiri=True)
    assert "hanya milik yang bersangkutan" in ditolak(SUSUN, milik_sendiri=True).bunyi


def test_h24_kin_are_kept_away_without_a_word_about_the_tie() -> None:
    satu = ditolak(SETUJU, SUSUN, PERIKSA, kerabat=True)

    assert satu.bunyi == "Anda wajib menghindar dari usulan ini."
    assert satu.perbaikan == "Langkah PyB diambil PPK."


def test_h24_who_acts_when_the_case_is_the_actors_own() -> None:
    assert pengganti(Peran.PYB).peran == (Peran.PPK,)
    assert pengganti(Peran.KEPALA_BKPSDM).peran == (Peran.PYB,)
    assert pengganti(Peran.KABID_MUTASI).peran == (Peran.KEPALA_BKPSDM,)
    assert pengganti(Peran.PPK).peran == ()
    assert pengganti(Peran.ANALIS_BKD).peran == (Peran.ANALIS_BKD,)
    semua = [p for kode, isi in PENGGANTI.items() for p in (kode, *isi.peran)]
    assert all(kode in Peran.values for kode in semua)


def dokumen(perlakuan: PerlakuanDokumen, **isi: Any) -> Putusan:
    dasar = PerubahanDokumen(perlakuan, ditandatangani=True, sidik="a1", sidik_berkas="a1")
    return periksa_dokumen(replace(dasar, **isi))


@pytest.mark.parametrize("perlakuan", [PerlakuanDokumen.UBAH, PerlakuanDokumen.HAPUS])
def test_h27_what_is_signed_is_neither_changed_nor_deleted(perlakuan: PerlakuanDokumen) -> None:
    satu = dokumen(perlakuan, dokumen_baru="SK 2")

    assert satu.putusan is Hasil.TIDAK_LOLOS
    assert "meralat, mengganti, atau mencabut" in satu.perbaikan
    assert dokumen(perlakuan, ditandatangani=False).putusan is Hasil.LOLOS


@pytest.mark.parametrize("perlakuan", [PerlakuanDokumen.GANTI, PerlakuanDokumen.CABUT])
def test_h27_it_is_replaced_or_revoked_by_a_new_paper(perlakuan: PerlakuanDokumen) -> None:
    assert dokumen(perlakuan, dokumen_baru="SK 2").putusan is Hasil.LOLOS
    assert dokumen(perlakuan).putusan is Hasil.TIDAK_LOLOS


def test_h27_a_file_whose_hash_changed_is_reported_first() -> None:
    satu = dokumen(PerlakuanDokumen.CABUT, dokumen_baru="SK 2", sidik_berkas="b2")

    assert satu.putusan is Hasil.TIDAK_LOLOS
    assert "Inspektorat" in satu.perbaikan
