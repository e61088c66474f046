"""The one door: what an entry holds, what it never holds, and when it refuses."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from jejak.catat import DISAMARKAN, Objek, OutsideTransaction, Pelaku, beda, catat, catat_banyak
from jejak.kernel.rantai import AWAL, KOLOM, hash_entri, hash_isi
from jejak.models import IsiPeristiwa, KepalaJejak, Peristiwa
from jejak.tindakan import TINDAKAN, Tindakan
from jejak.verifikasi import verifikasi
from toolkit.permintaan import ID_PERMINTAAN

pytestmark = pytest.mark.django_db


def isi_dari(entri: Peristiwa) -> dict:
    return IsiPeristiwa.objects.get(pk=entri.urutan).data


def test_an_act_declared_twice_is_an_error(ubah):
    with pytest.raises(ValueError, match=r"uji\.mengubah sudah dinyatakan"):
        Tindakan(ubah.kode, "lain")

    assert TINDAKAN[ubah.kode] is ubah


def test_first_entry_follows_nothing_and_the_second_follows_the_first(ubah, siti, budi):
    satu = catat(ubah, budi, oleh=siti)
    dua = catat(ubah, budi, oleh=siti)

    assert (satu.urutan, satu.hash_sebelum) == (1, AWAL)
    assert (dua.urutan, dua.hash_sebelum) == (2, satu.hash)
    kepala = KepalaJejak.objects.get()
    assert (kepala.urutan, kepala.hash) == (2, dua.hash)


def test_entry_says_who_did_what_upon_what_and_its_content_why(ubah, siti, budi):
    entri = catat(ubah, budi, oleh=siti, alasan="SK 12/2026", sesudah={"golongan": "III/a"})

    tersimpan = Peristiwa.objects.get()
    assert tersimpan.pelaku_id == "7"
    assert tersimpan.pelaku_peran == "Analis Kepegawaian, BKPSDM"
    assert tersimpan.tindakan == "uji.mengubah"
    assert (tersimpan.objek_jenis, tersimpan.objek_id) == ("pegawai.pegawai", "42")
    assert tersimpan.waktu == entri.waktu
    assert isi_dari(entri) == {
        "pelaku_nama": "Siti Aminah",
        "objek_nama": "Budi Santoso",
        "alasan": "SK 12/2026",
        "sebelum": None,
        "sesudah": {"golongan": "III/a"},
    }


def test_no_column_of_the_lasting_row_holds_a_name_a_reason_or_a_value(ubah, siti, budi):
    catat(ubah, budi, oleh=siti, alasan="SK 12/2026", sesudah={"golongan": "III/a"})

    kolom = json.dumps(list(Peristiwa.objects.values_list()[0]), default=str)
    for rahasia in ("Siti", "Budi", "SK 12", "III/a"):
        assert rahasia not in kolom


def test_hashes_are_those_anybody_can_compute_from_the_documented_form(ubah, siti, budi):
    entri = catat(ubah, budi, oleh=siti)

    isi = IsiPeristiwa.objects.get()
    kolom = {nama: getattr(entri, nama) for nama in KOLOM}
    kolom["waktu"] = entri.waktu.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    assert entri.hash == hash_entri(kolom)
    assert entri.hash_isi == hash_isi(bytes.fromhex(isi.garam), isi.isi)
    assert isi.isi == json.dumps(
        json.loads(isi.isi), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def test_same_content_twice_has_two_salts_and_two_hashes(ubah, siti, budi):
    satu, dua = catat(ubah, budi, oleh=siti), catat(ubah, budi, oleh=siti)

    assert satu.hash_isi != dua.hash_isi


def test_a_model_instance_is_named_by_kind_key_and_text(ubah, siti):
    jenis = ContentType.objects.get_for_model(Peristiwa)

    entri = catat(ubah, jenis, oleh=siti)

    assert (entri.objek_jenis, entri.objek_id) == ("contenttypes.contenttype", str(jenis.pk))
    assert isi_dari(entri)["objek_nama"] == str(jenis)


def test_entry_bears_the_id_of_the_request_being_answered(ubah, siti, budi):
    token = ID_PERMINTAAN.set("abc123")
    try:
        entri = catat(ubah, budi, oleh=siti)
    finally:
        ID_PERMINTAAN.reset(token)

    assert entri.permintaan == "abc123"


def test_letters_are_stored_in_one_unicode_form(ubah, siti):
    entri = catat(ubah, Objek("x", "1", "De\u0301sa"), oleh=siti, alasan="e\u0301")

    assert isi_dari(entri)["objek_nama"] == "D\u00e9sa"
    assert isi_dari(entri)["alasan"] == "\u00e9"


def test_text_with_a_nul_is_kept(ubah, siti, budi):
    entri = catat(ubah, budi, oleh=siti, alasan="a\x00b")

    assert isi_dari(entri)["alasan"] == "a\x00b"
    assert verifikasi().sah


@pytest.mark.parametrize(
    ("sebelum", "sesudah", "hasil"),
    [
        pytest.param({"a": 1, "b": 2}, {"a": 1, "b": 3}, ({"b": 2}, {"b": 3}), id="one changed"),
        pytest.param({"a": 1}, {"a": 1}, ({}, {}), id="nothing changed"),
        pytest.param(None, {"a": 1}, (None, {"a": 1}), id="made"),
        pytest.param({"a": 1}, None, ({"a": 1}, None), id="gone"),
        pytest.param({"a": 1}, {"b": 1}, ({"a": 1}, {"b": 1}), id="one column only on each side"),
        pytest.param({"a": 1}, {"a": True}, ({"a": 1}, {"a": True}), id="one is not true"),
        pytest.param({"a": [1, {"b": 2}]}, {"a": [1, {"b": 2}]}, ({}, {}), id="same depths"),
        pytest.param(
            {"d": date(2026, 1, 2), "n": Decimal("1.50")},
            {"d": "2026-01-02", "n": Decimal("1.5")},
            ({"n": "1.50"}, {"n": "1.5"}),
            id="compared as written",
        ),
        pytest.param(
            {"NIK": "3201", "agama": "", "nama": "A"},
            {"NIK": "3202", "agama": "x", "nama": "B"},
            (
                {"NIK": DISAMARKAN, "agama": "", "nama": "A"},
                {"NIK": DISAMARKAN, "agama": DISAMARKAN, "nama": "B"},
            ),
            id="secret columns say only that they changed",
        ),
    ],
)
def test_only_what_changed_is_stored(sebelum, sesudah, hasil):
    assert beda(sebelum, sesudah) == hasil


def test_bulk_leaves_what_single_traces_leave(ubah, siti, budi):
    dinas = Objek("organisasi.unitkerja", "3", "Dinas")
    baris = [(budi, {"a": 1, "b": 1}, {"a": 2, "b": 1}), (dinas, None, {"nama": "Dinas"})]

    for objek, sebelum, sesudah in baris:
        catat(ubah, objek, oleh=siti, alasan="impor", sebelum=sebelum, sesudah=sesudah)
    assert catat_banyak(ubah, iter(baris), oleh=siti, alasan="impor") == (3, 2)

    sama = ("versi", "pelaku_id", "pelaku_peran", "tindakan", "objek_jenis", "objek_id")
    for satu, banyak in ((1, 3), (2, 4)):
        entri, lain = Peristiwa.objects.get(pk=satu), Peristiwa.objects.get(pk=banyak)
        assert [getattr(entri, k) for k in sama] == [getattr(lain, k) for k in sama]
        assert isi_dari(entri) == isi_dari(lain)
    assert verifikasi().sah


def test_every_entry_of_a_bulk_has_its_own_salt(ubah, siti, budi):
    catat_banyak(ubah, [(budi, None, None)] * 20, oleh=siti)

    assert len(set(IsiPeristiwa.objects.values_list("garam", flat=True))) == 20


def test_bulk_of_nothing_leaves_nothing(ubah, siti):
    assert catat_banyak(ubah, [], oleh=siti) == (0, 0)
    assert not Peristiwa.objects.exists()


def test_bulk_larger_than_one_step_is_one_chain(ubah, siti, monkeypatch):
    monkeypatch.setattr("jejak.catat.PER_LANGKAH", 7)
    baris = ((Objek("x", str(n), f"x {n}"), None, {"n": n}) for n in range(20))

    assert catat_banyak(ubah, baris, oleh=siti) == (1, 20)

    assert verifikasi().sah
    assert verifikasi().entri == 20


def test_one_trace_costs_the_same_queries_however_long_the_trail(
    ubah, siti, budi, enam, django_assert_num_queries
):
    with django_assert_num_queries(4):
        catat(ubah, budi, oleh=siti)


def test_an_act_that_is_rolled_back_leaves_no_entry_and_no_gap(ubah, siti, budi):
    catat(ubah, budi, oleh=siti)

    with transaction.atomic():
        catat_banyak(ubah, [(budi, None, None)] * 3, oleh=siti)
        transaction.set_rollback(True)
    entri = catat(ubah, budi, oleh=siti)

    assert entri.urutan == 2
    assert verifikasi().sah


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "tulis",
    [
        pytest.param(lambda t, o, oleh: catat(t, o, oleh=oleh), id="one"),
        pytest.param(lambda t, o, oleh: catat_banyak(t, [(o, None, None)], oleh=oleh), id="many"),
        pytest.param(lambda t, o, oleh: catat_banyak(t, [], oleh=oleh), id="none at all"),
    ],
)
def test_outside_a_transaction_it_refuses(tulis, ubah, siti, budi):
    with pytest.raises(OutsideTransaction, match="di dalam transaksi"):
        tulis(ubah, budi, siti)

    assert not Peristiwa.objects.exists()


@pytest.mark.parametrize(
    ("peran", "unit", "hasil"),
    [
        pytest.param("akun teknis", "", "akun teknis", id="no office"),
        pytest.param("Analis", "BKPSDM", "Analis, BKPSDM", id="role and office"),
        pytest.param("Analis di BKPSDM", "BKPSDM", "Analis di BKPSDM", id="role names the office"),
    ],
)
def test_role_and_office_of_the_moment_are_one_text(peran, unit, hasil, ubah, budi):
    entri = catat(ubah, budi, oleh=Pelaku("1", "Tuti", peran, unit))

    assert entri.pelaku_peran == hasil
