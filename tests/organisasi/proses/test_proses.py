"""Background work: claimed once, alive while it beats, taken up again, stopped on request."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from jejak.models import Peristiwa
from organisasi.models import Pemberitahuan, Pengguna, Proses, StatusProses
from organisasi.services import detak
from organisasi.services import proses as acts
from organisasi.services.detak import Detak, GiliranHilang
from organisasi.services.proses import BASI, MAKS_PERCOBAAN, PEKERJAAN, Pekerjaan
from tests.factories.organisasi import pengguna
from tests.helpers.serentak import serentak
from toolkit.policy import NotYours, Refusal, WrongMoment
from toolkit.tabular import BerkasDitolak

pytestmark = pytest.mark.django_db

Daftar = Callable[[Callable[..., Any]], Proses]


@pytest.fixture
def oleh() -> Pengguna:
    return pengguna(nama="Rina")


@pytest.fixture
def daftar(monkeypatch: pytest.MonkeyPatch, oleh: Pengguna) -> Iterator[Daftar]:
    """Register a function as a kind of work and queue it once."""

    def _daftar(fungsi: Callable[..., Any]) -> Proses:
        monkeypatch.setitem(PEKERJAAN, "uji", Pekerjaan("uji", fungsi))
        return acts.jadwalkan(
            "uji", judul="Pekerjaan uji", parameter={"n": 3}, untuk=oleh, tautan="/impor/7/"
        )

    return _daftar


def _hitung(parameter: Mapping[str, Any], *, oleh: Pengguna, kemajuan: Any) -> dict[str, int]:
    kemajuan(50, "Menghitung")
    return {"tiga": parameter["n"]}


def _kerjakan(proses: Proses) -> Proses:
    acts.jalankan.call(proses.pk)
    proses.refresh_from_db()
    return proses


def _basi(proses: Proses, percobaan: int = 1) -> None:
    """As a worker killed long ago left it."""
    lama = timezone.now() - BASI - timedelta(seconds=1)
    Proses.objects.filter(pk=proses.pk).update(
        status=StatusProses.BERJALAN, mulai_pada=lama, detak_pada=lama, percobaan=percobaan
    )


def test_scheduled_work_stands_in_the_librarys_queue(daftar: Daftar) -> None:
    proses = daftar(_hitung)

    tugas = DBTaskResult.objects.get(pk=proses.tugas_id)

    assert proses.status == StatusProses.ANTRE
    assert tugas.task_path == "organisasi.services.proses.jalankan"
    assert tugas.args_kwargs == {"args": [proses.pk], "kwargs": {}}


def test_work_of_an_act_that_is_rolled_back_is_never_queued(daftar: Daftar) -> None:
    @transaction.atomic
    def tindakan() -> None:
        daftar(_hitung)
        raise Refusal("batal")

    with pytest.raises(Refusal, match="batal"):
        tindakan()

    assert not Proses.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_an_unknown_kind_of_work_is_refused(oleh: Pengguna) -> None:
    with pytest.raises(ValueError, match="'tidak-ada' tidak dikenal"):
        acts.jadwalkan("tidak-ada", judul="x", parameter={}, untuk=oleh)


def test_a_kind_of_work_is_registered_once() -> None:
    with pytest.raises(ValueError, match="didaftarkan dua kali"):
        acts.daftarkan([Pekerjaan("impor.periksa", _hitung)])


def test_finished_work_keeps_its_result_and_says_when(daftar: Daftar) -> None:
    proses = _kerjakan(daftar(_hitung))

    assert (proses.status, proses.kemajuan, proses.percobaan) == (StatusProses.SELESAI, 100, 1)
    assert proses.hasil == {"tiga": 3}
    assert proses.langkah == "Menghitung"
    assert proses.selesai_pada is not None
    assert not Pemberitahuan.objects.exists()


def test_work_that_took_long_tells_its_owner(daftar: Daftar, oleh: Pengguna) -> None:
    proses = daftar(_hitung)
    Proses.objects.filter(pk=proses.pk).update(dibuat_pada=timezone.now() - timedelta(minutes=2))

    _kerjakan(proses)

    pesan = Pemberitahuan.objects.get(untuk=oleh)
    assert pesan.judul == "Pekerjaan uji: selesai"
    assert pesan.tautan == "/impor/7/"


def test_the_same_task_delivered_twice_runs_once(daftar: Daftar) -> None:
    kali: list[int] = []
    proses = daftar(lambda parameter, *, oleh, kemajuan: kali.append(1))

    _kerjakan(proses)
    _kerjakan(proses)

    assert kali == [1]


@pytest.mark.parametrize(
    ("galat", "kalimat"),
    [
        pytest.param(Refusal("Belum saatnya."), "Belum saatnya.", id="a refusal keeps its words"),
        pytest.param(BerkasDitolak("x", "Berkas rusak."), "Berkas rusak.", id="a refused file too"),
        pytest.param(
            KeyError("rahasia"),
            "Terjadi kesalahan pada sistem. Tidak ada yang diubah. "
            "Sampaikan nomor pekerjaan {pk} kepada admin sistem.",
            id="a defect names only its number",
        ),
    ],
)
def test_failed_work_says_why_and_tells_its_owner(
    daftar: Daftar, galat: Exception, kalimat: str
) -> None:
    def gagal(parameter: Any, *, oleh: Pengguna, kemajuan: Any) -> None:
        raise galat

    proses = _kerjakan(daftar(gagal))

    assert proses.status == StatusProses.GAGAL
    assert proses.galat == kalimat.format(pk=proses.pk)
    assert Pemberitahuan.objects.get().judul == "Pekerjaan uji: gagal"


def test_a_busy_database_means_another_try_later(daftar: Daftar) -> None:
    def sibuk(parameter: Any, *, oleh: Pengguna, kemajuan: Any) -> None:
        raise OperationalError("database is locked")

    proses = daftar(sibuk)
    tugas_pertama = proses.tugas_id
    _kerjakan(proses)

    assert (proses.status, proses.percobaan) == (StatusProses.ANTRE, 1)
    assert proses.tugas_id != tugas_pertama
    assert DBTaskResult.objects.get(pk=proses.tugas_id).run_after > timezone.now()


def test_a_database_that_stays_busy_ends_the_work(daftar: Daftar) -> None:
    def sibuk(parameter: Any, *, oleh: Pengguna, kemajuan: Any) -> None:
        raise OperationalError("database is locked")

    proses = daftar(sibuk)
    for _ in range(MAKS_PERCOBAAN):
        _kerjakan(proses)

    assert proses.status == StatusProses.GAGAL
    assert proses.galat.startswith("Basis data terlalu sibuk.")


def test_waiting_work_stops_at_once_and_leaves_a_trace(daftar: Daftar, oleh: Pengguna) -> None:
    proses = daftar(_hitung)

    acts.hentikan(proses.pk, oleh=oleh)
    _kerjakan(proses)

    assert (proses.status, proses.percobaan) == (StatusProses.DIBATALKAN, 0)
    trace = Peristiwa.objects.get()
    assert trace.tindakan == "organisasi.proses.dihentikan"
    assert trace.objek_id == str(proses.pk)


def test_running_work_stops_at_its_next_step(daftar: Daftar, oleh: Pengguna) -> None:
    langkah: list[str] = []

    def panjang(parameter: Any, *, oleh: Pengguna, kemajuan: Any) -> None:
        acts.hentikan(proses.pk, oleh=oleh)
        kemajuan(10, "Langkah berikut")
        langkah.append("tidak pernah sampai di sini")

    proses = daftar(panjang)
    _kerjakan(proses)

    assert proses.status == StatusProses.DIBATALKAN
    assert not langkah
    assert proses.galat == "Tidak ada yang diubah."


def test_work_kept_row_by_row_says_that_what_was_done_stays(
    daftar: Daftar, oleh: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    def panjang(parameter: Any, *, oleh: Pengguna, kemajuan: Any) -> None:
        acts.hentikan(parameter["pk"], oleh=oleh)
        kemajuan(10, "3 dari 30 usulan")

    berhenti, mati, antre = daftar(panjang), daftar(panjang), daftar(panjang)
    monkeypatch.setitem(PEKERJAAN, "uji", Pekerjaan("uji", panjang, bertahap=True))
    Proses.objects.filter(pk=berhenti.pk).update(parameter={"pk": berhenti.pk})
    _basi(mati, percobaan=MAKS_PERCOBAAN)

    acts.sapu()
    mati.refresh_from_db()
    antre = acts.hentikan(antre.pk, oleh=oleh)

    tetap = "Yang sudah dikerjakan sebelum itu tetap berlaku."
    assert _kerjakan(berhenti).galat == tetap
    assert mati.galat.endswith(f"kehabisan memori. {tetap}")
    assert antre.galat == "Tidak ada yang diubah."


def test_only_the_owner_stops_his_work(daftar: Daftar) -> None:
    proses = daftar(_hitung)

    with pytest.raises(NotYours, match="Hanya yang memulai"):
        acts.hentikan(proses.pk, oleh=pengguna())


def test_finished_work_cannot_be_stopped(daftar: Daftar, oleh: Pengguna) -> None:
    proses = _kerjakan(daftar(_hitung))

    with pytest.raises(WrongMoment, match="sudah berakhir"):
        acts.hentikan(proses.pk, oleh=oleh)


def test_work_of_a_dead_worker_is_queued_again(daftar: Daftar) -> None:
    proses = daftar(_hitung)
    lama = proses.tugas_id
    DBTaskResult.objects.filter(pk=lama).update(status="RUNNING")
    _basi(proses)

    assert acts.sapu() == [proses.pk]

    proses.refresh_from_db()
    assert proses.status == StatusProses.ANTRE
    assert DBTaskResult.objects.get(pk=lama).status == "FAILED"
    assert DBTaskResult.objects.get(pk=proses.tugas_id).status == "READY"
    assert _kerjakan(proses).hasil == {"tiga": 3}


def test_work_that_kills_every_worker_ends_as_failed_with_its_reason(daftar: Daftar) -> None:
    proses = daftar(_hitung)
    _basi(proses, percobaan=MAKS_PERCOBAAN)

    acts.sapu()

    proses.refresh_from_db()
    assert proses.status == StatusProses.GAGAL
    assert proses.galat.startswith("Pekerjaan terhenti di tengah jalan 3 kali")


def test_stale_work_that_was_to_stop_is_not_taken_up_again(daftar: Daftar) -> None:
    proses = daftar(_hitung)
    _basi(proses)
    Proses.objects.filter(pk=proses.pk).update(batal_diminta=True)

    acts.sapu()

    proses.refresh_from_db()
    assert proses.status == StatusProses.DIBATALKAN


def test_the_sweep_leaves_living_and_waiting_work_alone(daftar: Daftar) -> None:
    hidup, antre = daftar(_hitung), daftar(_hitung)
    _basi(hidup)
    Proses.objects.filter(pk=hidup.pk).update(detak_pada=timezone.now())
    Proses.objects.filter(pk=antre.pk).update(dibuat_pada=timezone.now() - timedelta(hours=1))

    assert acts.sapu() == []


def test_waiting_work_whose_task_was_lost_is_queued_again(daftar: Daftar) -> None:
    proses = daftar(_hitung)
    Proses.objects.filter(pk=proses.pk).update(dibuat_pada=timezone.now() - timedelta(hours=1))
    DBTaskResult.objects.filter(pk=proses.tugas_id).update(status="RUNNING")

    assert acts.sapu() == [proses.pk]

    proses.refresh_from_db()
    assert DBTaskResult.objects.get(pk=proses.tugas_id).status == "READY"


def test_a_worker_that_was_silent_too_long_must_let_go(daftar: Daftar) -> None:
    """It may not even say that it finished: the job belongs to the next one."""

    def diambil_alih(parameter: Any, *, oleh: Pengguna, kemajuan: Any) -> dict[str, str]:
        _basi(proses)
        acts.sapu()
        return {"siapa": "yang pertama"}

    proses = daftar(diambil_alih)
    _kerjakan(proses)

    assert (proses.status, proses.hasil) == (StatusProses.ANTRE, None)


def test_progress_of_a_worker_that_lost_its_turn_raises(daftar: Daftar) -> None:
    proses = daftar(_hitung)

    with Detak(proses) as kemajuan, pytest.raises(GiliranHilang):
        kemajuan(10, "Bekerja tanpa giliran")


def test_progress_inside_the_jobs_transaction_writes_nothing(daftar: Daftar) -> None:
    """On SQLite it would wait for the very transaction it is in."""

    def menulis(parameter: Any, *, oleh: Pengguna, kemajuan: Any) -> dict[str, str]:
        kemajuan(60, "Menulis data")
        with transaction.atomic():
            kemajuan(80, "Di dalam transaksi")
            return {"langkah": Proses.objects.get(pk=proses.pk).langkah}

    proses = daftar(menulis)

    assert _kerjakan(proses).hasil == {"langkah": "Menulis data"}


def test_finished_tasks_of_the_library_are_forgotten_after_a_week(daftar: Daftar) -> None:
    lama, baru = daftar(_hitung), daftar(_hitung)
    sepekan = timezone.now() - timedelta(days=8)
    DBTaskResult.objects.filter(pk=lama.tugas_id).update(status="FAILED", finished_at=sepekan)
    DBTaskResult.objects.filter(pk=baru.tugas_id).update(
        status="SUCCESSFUL", finished_at=timezone.now()
    )

    assert acts.buang_tugas_lama() == 1

    assert not DBTaskResult.objects.filter(pk=lama.tugas_id).exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_silent_work_keeps_beating_even_inside_its_transaction(
    daftar: Daftar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second thread beats; what it writes is seen at once, the job's own rows at the end."""
    monkeypatch.setattr(detak, "JEDA_DETAK", 0.05)
    terlihat: list[tuple[int, str]] = []

    def diam_lama(parameter: Any, *, oleh: Pengguna, kemajuan: Any) -> None:
        with transaction.atomic():
            mulai = Proses.objects.get(pk=proses.pk).detak_pada
            kemajuan(80, "Menulis baris 16.000")
            tenggat = time.monotonic() + 10
            while time.monotonic() < tenggat:
                baris = Proses.objects.get(pk=proses.pk)
                if baris.detak_pada > mulai and baris.kemajuan == 80:
                    terlihat.append((baris.kemajuan, baris.langkah))
                    return
                time.sleep(0.02)

    proses = daftar(diam_lama)
    _kerjakan(proses)

    assert terlihat == [(80, "Menulis baris 16.000")]
    assert proses.status == StatusProses.SELESAI


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_stop_pressed_while_writing_undoes_what_was_written(
    daftar: Daftar, oleh: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(detak, "JEDA_DETAK", 0.05)

    def menulis(parameter: Any, *, oleh: Pengguna, kemajuan: Any) -> None:
        with transaction.atomic():
            Pengguna.objects.filter(pk=oleh.pk).update(nama="Setengah jalan")
            serentak(lambda: acts.hentikan(proses.pk, oleh=oleh))
            tenggat = time.monotonic() + 10
            while time.monotonic() < tenggat:
                kemajuan(80, "Menulis")
                time.sleep(0.02)

    proses = daftar(menulis)
    _kerjakan(proses)

    oleh.refresh_from_db()
    assert (proses.status, oleh.nama) == (StatusProses.DIBATALKAN, "Rina")
