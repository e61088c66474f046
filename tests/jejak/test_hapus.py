"""Lawful erasure: the content goes, every proof stays."""

from __future__ import annotations

import pytest
from django.db import connection

from jejak import selectors
from jejak.hapus import hapus_isi
from jejak.models import IsiPeristiwa, Peristiwa
from jejak.verifikasi import verifikasi
from tests.jejak.alat import ekspor, luring
from toolkit.policy import Refusal

pytestmark = pytest.mark.django_db


def test_erasure_leaves_the_chain_sound_and_the_old_heads_valid(enam, siti, tmp_path):
    akar = f"6:{verifikasi().akar}"

    assert hapus_isi([2, 4, 2], oleh=siti, alasan="permohonan subjek data") == 2

    assert verifikasi().sah
    berkas = ekspor(tmp_path / "jejak.jsonl")
    assert (luring(berkas), luring(berkas, akar)) == (0, 0)


def test_nothing_of_the_erased_content_is_left_in_the_database(enam, siti):
    hapus_isi([1], oleh=siti, alasan="permohonan")

    assert not IsiPeristiwa.objects.filter(pk=1).exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM jejak_peristiwa WHERE urutan = 1")
        assert "Budi" not in str(cursor.fetchone())


def test_erased_entry_still_says_when_which_act_and_which_thing(enam, siti):
    hapus_isi([1], oleh=siti, alasan="permohonan")

    catatan = selectors.satu(1)

    assert catatan is not None
    assert catatan.dihapus
    assert catatan.kalimat == "(isi dihapus) mengubah pegawai.pegawai 42 (isi dihapus)."
    assert (catatan.alasan, catatan.perubahan) == ("(isi dihapus)", ())
    assert catatan.peran == "Analis Kepegawaian, BKPSDM"


def test_erasure_names_each_entry_and_its_reason_but_no_person(enam, siti):
    hapus_isi([1, 3], oleh=siti, alasan="permohonan subjek data")

    jejak = Peristiwa.objects.filter(tindakan="jejak.dihapus").order_by("urutan")
    assert [(p.objek_jenis, p.objek_id) for p in jejak] == [
        ("jejak.peristiwa", "1"),
        ("jejak.peristiwa", "3"),
    ]
    catatan = selectors.satu(7)
    assert catatan is not None
    assert catatan.kalimat == "Siti Aminah menghapus isi entri 1."
    assert catatan.alasan == "permohonan subjek data"


def test_erasure_of_an_erasure_is_an_erasure_like_any_other(enam, siti):
    hapus_isi([1], oleh=siti, alasan="permohonan")

    hapus_isi([7], oleh=siti, alasan="permohonan")

    assert verifikasi().sah


def test_erasure_without_a_reason_is_refused(enam, siti):
    with pytest.raises(Refusal) as tolak:
        hapus_isi([1], oleh=siti, alasan="  ")

    assert tolak.value.kode == "tanpa_alasan"
    assert IsiPeristiwa.objects.count() == 6


@pytest.mark.parametrize("urutan", [3, 99], ids=["erased before", "never written"])
def test_erasure_of_what_is_not_there_is_refused_as_a_whole(urutan, enam, siti):
    hapus_isi([3], oleh=siti, alasan="permohonan")

    with pytest.raises(Refusal) as tolak:
        hapus_isi([1, urutan], oleh=siti, alasan="permohonan")

    assert tolak.value.kode == "isi_tidak_ada"
    assert IsiPeristiwa.objects.filter(pk=1).exists()


@pytest.mark.django_db(transaction=True)
def test_erasure_is_a_transaction_of_its_own(enam, siti):
    assert hapus_isi([1], oleh=siti, alasan="permohonan") == 1
    assert verifikasi().sah


def test_content_erased_while_the_check_is_running_is_no_violation(enam, siti, monkeypatch):
    """The check reads up to the last entry of its beginning; the erasure is written after it."""
    from jejak import bacaan

    asli = bacaan.akhir

    def lalu_dihapus():
        hasil = asli()
        hapus_isi([2], oleh=siti, alasan="permohonan")
        return hasil

    monkeypatch.setattr(bacaan, "akhir", lalu_dihapus)

    laporan = verifikasi()

    assert (laporan.entri, laporan.pelanggaran) == (6, ())
