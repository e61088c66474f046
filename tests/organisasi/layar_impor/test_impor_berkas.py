"""The road of an uploaded file: kept, looked at, matched, applied once, thrown away."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from jejak.models import IsiPeristiwa, Peristiwa
from jejak.verifikasi import verifikasi
from organisasi.izin import Peran
from organisasi.models import (
    HariLibur,
    Impor,
    PemetaanKolom,
    Pengguna,
    Proses,
    StatusImpor,
    StatusProses,
)
from organisasi.services import impor_berkas as acts
from tests.factories.organisasi import pengguna
from tests.helpers.impor_uji import DUA, JENIS_LIBUR, PER, berkas, diperiksa, kerjakan, unggah
from toolkit.policy import NotAllowed, Refusal, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("jenis_libur")]

GALAT = (*DUA, ("", "Tanpa tanggal", "SKB"), ("01-01-2027", "TAHUN BARU", "SKB"))
ASING = ("Tgl", "Nama liburan", "Ket")


@pytest.fixture
def analis() -> Pengguna:
    return pengguna(Peran.ANALIS_BKD, nama="Rina")


def _jejak(kode: str) -> list[Peristiwa]:
    return list(Peristiwa.objects.filter(tindakan=kode))


def _di_penyimpanan() -> list[Path]:
    return [b for b in Path(settings.MEDIA_ROOT).rglob("*") if b.is_file()]


def test_an_uploaded_file_lies_under_a_random_name_for_our_eyes_only(analis: Pengguna) -> None:
    impor = unggah(analis, nama="../../daftar rahasia.csv")

    di_cakram = Path(impor.berkas.path)
    assert impor.nama_berkas == "daftar rahasia.csv"
    assert "rahasia" not in str(di_cakram)
    assert stat.S_IMODE(di_cakram.stat().st_mode) == 0o600
    assert stat.S_IMODE(di_cakram.parent.stat().st_mode) == 0o700
    assert impor.ukuran == di_cakram.stat().st_size
    assert len(impor.sha256) == 64


def test_uploading_leaves_a_trace_and_queues_the_first_look(analis: Pengguna) -> None:
    impor = unggah(analis)

    [trace] = _jejak("organisasi.impor.diunggah")
    assert trace.objek_id == str(impor.pk)
    isi = IsiPeristiwa.objects.get(pk=trace.urutan).data["sesudah"]
    assert isi["sha256"] == impor.sha256
    assert impor.proses is not None
    assert impor.proses.jenis == "impor.periksa"


def test_who_may_not_import_uploads_nothing() -> None:
    with pytest.raises(NotAllowed, match="tidak berhak mengimpor"):
        unggah(pengguna(Peran.KEPALA_UNIT))

    assert not _di_penyimpanan()


def test_a_file_above_the_limit_is_refused_before_it_is_stored(
    analis: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "MAKS_UKURAN", 10)

    with pytest.raises(Refusal, match="lebih besar dari 50 MB"):
        unggah(analis)

    assert not _di_penyimpanan()


def test_a_file_whose_row_cannot_be_stored_does_not_stay_behind(
    analis: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(*_: Any) -> None:
        raise RuntimeError("basis data mati")

    monkeypatch.setattr(acts, "_jalankan", gagal)

    with pytest.raises(RuntimeError, match="basis data mati"):
        unggah(analis)

    assert not _di_penyimpanan()
    assert not Impor.objects.exists()


def test_looking_keeps_counts_findings_and_changes_and_writes_nothing_else(
    analis: Pengguna,
) -> None:
    HariLibur.objects.create(tanggal=date(2026, 8, 17), nama="HUT RI")
    HariLibur.objects.create(tanggal=date(2026, 5, 1), nama="Hari Buruh")

    impor = diperiksa(analis, GALAT)

    assert impor.status == StatusImpor.DIPERIKSA
    hitung = {k: impor.ringkasan[k] for k in ("baris", "diterima", "ditolak", "baru", "berubah")}
    assert hitung == {"baris": 4, "diterima": 3, "ditolak": 1, "baru": 2, "berubah": 1}
    temuan = list(impor.temuan.values_list("baris", "kolom", "kode", "tingkat"))
    assert temuan == [
        (4, "TANGGAL", "tanggal_kosong", "tolak"),
        (5, "NAMA LIBUR", "huruf_besar", "peringatan"),
    ]
    berubah = impor.perubahan.get(macam="berubah")
    assert berubah.rincian == [["NAMA LIBUR", "HUT RI", "Hari Kemerdekaan"]]
    assert impor.perubahan.get(macam="keluar").nama == "Hari Buruh"
    assert set(impor.perubahan.filter(macam="baru").values_list("rincian", flat=True)[0]) == set()
    assert HariLibur.objects.count() == 2
    assert not _jejak("uji.libur.diimpor")


def test_looking_again_replaces_what_was_found_before(analis: Pengguna) -> None:
    impor = diperiksa(analis, GALAT)

    acts.minta_periksa(impor.pk, oleh=analis)
    impor = kerjakan(impor)

    assert impor.temuan.count() == 2
    assert impor.perubahan.count() == 3


def test_a_file_that_cannot_be_used_says_why(analis: Pengguna) -> None:
    impor = acts.unggah(
        berkas([], kepala=("%PDF-1.7",), nama="surat.csv"), jenis=JENIS_LIBUR, per=PER, oleh=analis
    )

    impor = kerjakan(impor)

    assert impor.status == StatusImpor.DITOLAK
    assert impor.galat.startswith("Berkas ini bukan buku kerja Excel")
    assert impor.proses is not None
    assert impor.proses.status == StatusProses.SELESAI


def test_an_unknown_layout_waits_for_a_person(analis: Pengguna) -> None:
    impor = diperiksa(analis, kepala=ASING)

    assert impor.status == StatusImpor.PERLU_PEMETAAN
    assert impor.ringkasan["kepala"][0] == ["Tgl", ["17-08-2026", "25-12-2026"]]


def test_a_table_without_headers_is_refused_and_not_offered_for_matching(
    analis: Pengguna,
) -> None:
    impor = diperiksa(analis, [("2", "b", "c")], kepala=("17-08-2026", "12", "9"))

    assert impor.status == StatusImpor.DITOLAK
    assert "Kepala tabel tidak ditemukan" in impor.galat


def test_matched_columns_are_remembered_for_the_next_file_of_that_layout(
    analis: Pengguna,
) -> None:
    impor = diperiksa(analis, kepala=ASING)
    pemetaan = {"Tgl": "TANGGAL", "Nama liburan": "NAMA LIBUR", "Ket": ""}

    acts.petakan(impor.pk, pemetaan=pemetaan, oleh=analis)
    impor = kerjakan(impor)
    berikut = diperiksa(analis, [("01-01-2027", "Tahun Baru", "SKB")], kepala=ASING)

    assert (impor.status, impor.ringkasan["baru"]) == (StatusImpor.DIPERIKSA, 2)
    assert (berikut.status, berikut.ringkasan["baru"]) == (StatusImpor.DIPERIKSA, 1)
    assert berikut.pemetaan == pemetaan
    assert PemetaanKolom.objects.get().diubah_oleh == analis
    assert len(_jejak("organisasi.impor.dipetakan")) == 1


def test_applying_writes_the_good_rows_their_traces_and_the_files_own_row(
    analis: Pengguna,
) -> None:
    impor = diperiksa(analis, GALAT)

    acts.minta_terapkan(impor.pk, oleh=analis)
    impor = kerjakan(impor)

    assert (impor.status, impor.diterapkan_oleh) == (StatusImpor.DITERAPKAN, analis)
    assert HariLibur.objects.count() == 3
    assert len(_jejak("uji.libur.diimpor")) == 3
    [trace] = _jejak("organisasi.impor.diterapkan")
    assert trace.objek_id == str(impor.pk)
    assert impor.ringkasan["beda"] == []
    assert verifikasi().sah


def test_what_changed_between_preview_and_apply_is_said(analis: Pengguna) -> None:
    impor = diperiksa(analis)
    HariLibur.objects.create(tanggal=date(2026, 8, 17), nama="HUT RI")

    acts.minta_terapkan(impor.pk, oleh=analis)
    impor = kerjakan(impor)

    assert impor.ringkasan["beda"] == [["baru", 2, 1], ["berubah", 0, 1]]
    assert HariLibur.objects.get(tanggal=date(2026, 8, 17)).nama == "Hari Kemerdekaan"


def test_a_second_click_is_refused_while_the_first_runs_and_after(analis: Pengguna) -> None:
    impor = diperiksa(analis)
    acts.minta_terapkan(impor.pk, oleh=analis)

    with pytest.raises(WrongMoment, match=r"Menerapkan libur.csv sedang berjalan"):
        acts.minta_terapkan(impor.pk, oleh=pengguna(Peran.ANALIS_BKD))
    kerjakan(impor)
    with pytest.raises(WrongMoment, match="sudah diterapkan oleh Rina"):
        acts.minta_terapkan(impor.pk, oleh=analis)

    assert Proses.objects.filter(jenis="impor.terapkan").count() == 1


def test_the_job_taken_up_again_after_its_end_applies_nothing_twice(analis: Pengguna) -> None:
    impor = diperiksa(analis)
    acts.minta_terapkan(impor.pk, oleh=analis)
    kerjakan(impor)

    acts.terapkan(impor.pk, oleh=analis)

    assert len(_jejak("organisasi.impor.diterapkan")) == 1


def test_a_right_lost_between_click_and_job_stops_the_job(analis: Pengguna) -> None:
    impor = diperiksa(analis)
    acts.minta_terapkan(impor.pk, oleh=analis)
    analis.penugasan.update(selesai=date(2026, 1, 2))

    impor = kerjakan(impor)

    assert impor.status == StatusImpor.DIPERIKSA
    assert impor.proses is not None
    assert impor.proses.galat.startswith("Anda tidak berhak mengimpor")
    assert not HariLibur.objects.exists()


def test_a_failure_in_the_middle_leaves_nothing_half_applied(
    analis: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    impor = diperiksa(analis)
    acts.minta_terapkan(impor.pk, oleh=analis)

    def gagal(*_: Any) -> None:
        raise RuntimeError("listrik padam")

    monkeypatch.setattr(acts, "_tandai_diterapkan", gagal)
    impor = kerjakan(impor)

    assert impor.status == StatusImpor.DIPERIKSA
    assert not HariLibur.objects.exists()
    assert not _jejak("uji.libur.diimpor")
    assert impor.proses is not None
    assert impor.proses.galat.startswith("Terjadi kesalahan pada sistem")


def test_stopping_while_applying_writes_nothing(
    analis: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    impor = diperiksa(analis)
    acts.minta_terapkan(impor.pk, oleh=analis)
    impor.refresh_from_db()
    assert impor.proses_id is not None
    Proses.objects.filter(pk=impor.proses_id).update(batal_diminta=True)

    impor = kerjakan(impor)

    assert impor.proses is not None
    assert impor.proses.status == StatusProses.DIBATALKAN
    assert (impor.status, HariLibur.objects.count()) == (StatusImpor.DIPERIKSA, 0)


def test_a_file_without_good_rows_cannot_be_applied(analis: Pengguna) -> None:
    impor = diperiksa(analis, [("", "Tanpa tanggal", "SKB")])

    with pytest.raises(WrongMoment, match="Tidak ada baris yang dapat diterapkan"):
        acts.minta_terapkan(impor.pk, oleh=analis)


def test_a_thrown_away_file_is_gone_with_what_was_read_from_it(
    analis: Pengguna, django_capture_on_commit_callbacks: Any
) -> None:
    impor = diperiksa(analis, GALAT)

    with django_capture_on_commit_callbacks(execute=True):
        acts.buang(impor.pk, oleh=analis)

    impor.refresh_from_db()
    assert impor.status == StatusImpor.DIBUANG
    assert not _di_penyimpanan()
    assert not impor.temuan.exists()
    assert not impor.perubahan.exists()
    assert len(_jejak("organisasi.impor.dibuang")) == 1
    with pytest.raises(WrongMoment, match="sudah dibuang"):
        acts.minta_terapkan(impor.pk, oleh=analis)


def test_an_applied_file_is_not_thrown_away(analis: Pengguna) -> None:
    impor = diperiksa(analis)
    acts.minta_terapkan(impor.pk, oleh=analis)
    kerjakan(impor)

    with pytest.raises(WrongMoment, match="sudah diterapkan"):
        acts.buang(impor.pk, oleh=analis)
