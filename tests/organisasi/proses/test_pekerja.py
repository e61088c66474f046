"""``manage.py pekerja``: jobs, the sweep, mail and the chores of the day in one loop."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from config.management.commands import pekerja as modul
from config.management.commands.pekerja import Pekerja
from jejak.models import AksesData, Peristiwa, SasaranAkses
from organisasi.models import Pengguna, Proses, StatusProses
from organisasi.services import harian
from organisasi.services.pemberitahuan import beri_tahu
from organisasi.services.proses import BASI, PEKERJAAN, Pekerjaan, jadwalkan
from tests.factories.organisasi import pengguna

pytestmark = pytest.mark.django_db


@pytest.fixture
def pekerjaan(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What was done, in order."""
    selesai: list[int] = []

    def kerjakan(parameter: Any, *, oleh: Pengguna, kemajuan: Any) -> None:
        selesai.append(parameter["n"])

    monkeypatch.setitem(PEKERJAAN, "uji", Pekerjaan("uji", kerjakan))
    monkeypatch.setattr(modul, "close_old_connections", lambda: None)
    monkeypatch.setattr(
        "django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None
    )
    monkeypatch.setattr(Pekerja, "configure_signals", lambda self: None)
    return selesai


def _antrekan(n: int) -> Proses:
    return jadwalkan("uji", judul="Uji", parameter={"n": n}, untuk=pengguna())


def test_once_empties_the_queue_in_order_and_ends(pekerjaan: list[int]) -> None:
    for n in range(3):
        _antrekan(n)

    call_command("pekerja", "--sekali")

    assert pekerjaan == [0, 1, 2]
    assert {p.status for p in Proses.objects.all()} == {StatusProses.SELESAI}


def test_it_starts_with_what_a_dead_worker_left(pekerjaan: list[int]) -> None:
    proses = _antrekan(7)
    lama = timezone.now() - BASI - timedelta(seconds=1)
    Proses.objects.filter(pk=proses.pk).update(
        status=StatusProses.BERJALAN, mulai_pada=lama, detak_pada=lama, percobaan=1
    )

    call_command("pekerja", "--sekali")

    proses.refresh_from_db()
    assert (proses.status, proses.percobaan) == (StatusProses.SELESAI, 2)


def test_it_mails_what_waits(pekerjaan: list[int]) -> None:
    rina = pengguna()
    Pengguna.objects.filter(pk=rina.pk).update(email="rina@contoh.go.id")
    beri_tahu(rina, kunci="k", judul="Usulan menunggu Anda")

    call_command("pekerja", "--sekali")

    assert [m.to for m in mail.outbox] == [["rina@contoh.go.id"]]


def test_a_chore_that_fails_does_not_keep_people_waiting(
    pekerjaan: list[int], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def gagal(hari: date) -> None:
        raise LookupError("ketentuan hilang")

    monkeypatch.setattr(harian, "kerjakan", gagal)
    _antrekan(1)

    call_command("pekerja", "--sekali")

    assert pekerjaan == [1]
    assert "Kerja rutin gagal." in caplog.text


def test_a_silent_database_is_waited_for(
    pekerjaan: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    _antrekan(1)
    kejadian: list[str] = []
    satu = Pekerja()

    def sapu() -> None:
        kejadian.append("sapu")
        if len(kejadian) == 1:
            raise OperationalError("server closed the connection")

    def tidur(detik: float) -> None:
        kejadian.append(f"tidur {detik:g}")
        if pekerjaan:
            satu.running = False

    monkeypatch.setattr(modul, "JEDA_SAPU", 0.0)
    monkeypatch.setattr(modul, "sapu", sapu)
    monkeypatch.setattr(modul.time, "sleep", tidur)

    satu.bekerja(sekali=False)

    assert kejadian[:2] == ["sapu", "tidur 5"]
    assert pekerjaan == [1]


def test_once_does_not_hide_a_broken_database(
    pekerjaan: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def sapu() -> None:
        raise OperationalError("no such table")

    monkeypatch.setattr(modul, "sapu", sapu)

    with pytest.raises(OperationalError, match="no such table"):
        call_command("pekerja", "--sekali")


def _yang_harian(
    monkeypatch: pytest.MonkeyPatch, *galat: Exception | None
) -> tuple[Pekerja, list[date]]:
    """A worker whose chores fail like this, time after time, and then succeed."""
    dikerjakan: list[date] = []

    def kerjakan(hari: date) -> None:
        dikerjakan.append(hari)
        if len(dikerjakan) <= len(galat) and (satu := galat[len(dikerjakan) - 1]):
            raise satu

    monkeypatch.setattr(harian, "kerjakan", kerjakan)
    return Pekerja(), dikerjakan


def test_chores_that_met_a_locked_database_are_done_in_the_next_round(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pekerja, dikerjakan = _yang_harian(monkeypatch, OperationalError("database is locked"))

    with pytest.raises(OperationalError, match="locked"):
        pekerja.rawat()
    pekerja.rawat()
    pekerja.rawat()

    assert dikerjakan == [timezone.localdate()] * 2


def test_chores_that_fail_are_tried_again_after_minutes_not_every_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pekerja, dikerjakan = _yang_harian(monkeypatch, LookupError("ketentuan hilang"))
    jam = [1000.0]
    monkeypatch.setattr(modul.time, "monotonic", lambda: jam[0])

    banyak = []
    for lewat in (0, 1, modul.JEDA_ULANG - 2, 1, modul.JEDA_ULANG):
        jam[0] += lewat
        pekerja.rawat()
        banyak.append(len(dikerjakan))

    assert banyak == [1, 1, 1, 2, 2]


def test_past_days_of_the_access_log_are_closed_and_old_ones_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hari = timezone.localdate()
    usia = (1, 2, 365 * 6)
    # Six years of empty days between them would be closed one by one as well.
    monkeypatch.setattr(
        harian.akses, "hari_terbuka", lambda per: [per - timedelta(days=n) for n in usia]
    )
    for lama in usia:
        saat = timezone.now() - timedelta(days=lama)
        AksesData.objects.create(
            waktu=saat, hari=hari - timedelta(days=lama), pelaku_id="1", pelaku_nama="Rina",
            pelaku_unit="BKD", pelaku_peran="Analis BKD", sasaran=SasaranAkses.DAFTAR,
            jumlah=3, apa="daftar pegawai", alasan="halaman daftar",
        )  # fmt: skip

    harian.rawat_catatan_akses(hari, oleh=Pengguna.objects.get(nama_pengguna="sistem"))

    assert AksesData.objects.count() == 2
    assert Peristiwa.objects.filter(tindakan="jejak.akses_ditutup").count() == 3
    assert Peristiwa.objects.filter(tindakan="jejak.akses_dipangkas").count() == 1


def test_the_access_log_is_never_let_go_before_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eighteen months are kept as two years, not as one."""
    dipakai: list[int] = []
    monkeypatch.setattr(harian, "nilai_ketentuan", lambda kode, *, per: 18)
    monkeypatch.setattr(harian.akses, "pangkas", lambda **apa: dipakai.append(apa["retensi_tahun"]))

    harian.rawat_catatan_akses(date(2026, 6, 1), oleh=Pengguna.objects.get(nama_pengguna="sistem"))

    assert dipakai == [2]


def test_chores_done_twice_find_nothing_to_do() -> None:
    hari = timezone.localdate()
    harian.kerjakan(hari)
    jumlah = Peristiwa.objects.count()

    harian.kerjakan(hari)

    assert Peristiwa.objects.count() == jumlah
