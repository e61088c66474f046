"""Two and eight writers at once keep one gapless chain."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection, connections, transaction

from jejak.catat import Objek, Pelaku, catat, catat_banyak
from jejak.models import Peristiwa
from jejak.tindakan import Tindakan
from jejak.verifikasi import Laporan, verifikasi

pytestmark = pytest.mark.django_db(transaction=True)

Kerja = Callable[[], object]


@pytest.fixture
def serentak(tmp_path: Path) -> Callable[..., list[object]]:
    """Run jobs in threads of their own, all through one gate, on a database of the real kind.

    On SQLite the test's database lives in memory, where threads do not wait for each other; so the
    threads get a copy in a file, which is what an office has.
    """
    sqlite = connection.vendor == "sqlite"
    berkas = tmp_path / "serentak.sqlite3"
    if sqlite:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(berkas)])
        with closing(sqlite3.connect(berkas)) as salinan:
            # Once, as in an office: the switch itself waits for nobody.
            salinan.execute("PRAGMA journal_mode=WAL")

    def jalankan(*kerja: Kerja) -> list[object]:
        gerbang, hasil = threading.Barrier(len(kerja)), [None] * len(kerja)

        def satu(nomor: int) -> None:
            if sqlite:
                asli = connections["default"]
                pengaturan = {**connection.settings_dict, "NAME": str(berkas)}
                connections["default"] = type(asli)(pengaturan, "default")
            try:
                gerbang.wait(60)
                hasil[nomor] = kerja[nomor]()
            except Exception as galat:  # noqa: BLE001 - carried to the test
                hasil[nomor] = galat
            finally:
                connections["default"].close()

        utas = [threading.Thread(target=satu, args=(nomor,)) for nomor in range(len(kerja))]
        for satu_utas in utas:
            satu_utas.start()
        for satu_utas in utas:
            satu_utas.join(120)
        return hasil

    return jalankan


def penulis(ubah: Tindakan, nomor: int, kali: int = 5, *, gagal: bool = False) -> Kerja:
    oleh = Pelaku(str(nomor), f"Penulis {nomor}", "Analis")

    def tulis() -> None:
        for n in range(kali):
            with transaction.atomic():
                catat(ubah, Objek("x", str(n), f"x {n}"), oleh=oleh)
                baris = ((Objek("y", str(k), f"y {k}"), None, {"k": k}) for k in range(3))
                catat_banyak(ubah, baris, oleh=oleh)
                transaction.set_rollback(gagal)

    return tulis


def periksa(serentak: Callable[..., list[object]]) -> Laporan:
    laporan = serentak(verifikasi)[0]
    assert isinstance(laporan, Laporan), laporan
    return laporan


@pytest.mark.parametrize("banyak", [2, 8])
def test_writers_at_once_keep_one_gapless_chain(banyak, serentak, ubah):
    assert serentak(*(penulis(ubah, n) for n in range(banyak))) == [None] * banyak

    laporan = periksa(serentak)
    assert (laporan.entri, laporan.pelanggaran) == (banyak * 20, ())


def test_entries_of_one_act_stand_together_whoever_else_writes(serentak, ubah):
    serentak(*(penulis(ubah, n) for n in range(4)))

    pelaku = serentak(
        lambda: list(Peristiwa.objects.order_by("urutan").values_list("pelaku_id", flat=True))
    )[0]
    assert isinstance(pelaku, list)
    kelompok = [set(pelaku[n : n + 4]) for n in range(0, len(pelaku), 4)]
    assert [len(satu) for satu in kelompok] == [1] * 20


def test_acts_that_are_rolled_back_among_others_leave_no_gap(serentak, ubah):
    hasil = serentak(
        *(penulis(ubah, n) for n in range(3)), *(penulis(ubah, n, gagal=True) for n in range(3, 6))
    )

    assert hasil == [None] * 6
    laporan = periksa(serentak)
    assert (laporan.entri, laporan.pelanggaran) == (60, ())


def test_check_among_writers_sees_a_sound_trail(serentak, ubah):
    hasil = serentak(*(penulis(ubah, n, 10) for n in range(3)), verifikasi, verifikasi)

    assert hasil[:3] == [None] * 3
    for laporan in hasil[3:]:
        assert isinstance(laporan, Laporan)
        assert laporan.pelanggaran == ()


def test_after_the_flush_of_a_transactional_test_the_trail_is_empty_and_guarded(ubah):
    from tests.helpers.jejak import penjaga, penjaga_terpasang

    assert not Peristiwa.objects.exists()
    assert penjaga_terpasang() == penjaga.NAMA
