"""``kill -9`` of a real worker: nothing half applied, the job goes on or ends with its reason."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.pekerja_mati import PERCOBAAN, Kantor, kantor

MENULIS = "Menulis data"
UNIT = "SELECT count(*) FROM organisasi_unitkerja"
IMPOR = "SELECT status FROM organisasi_impor"
PROSES = "SELECT status FROM organisasi_proses ORDER BY id DESC"
GALAT = "SELECT galat FROM organisasi_proses ORDER BY id DESC"
PENERAPAN = "SELECT count(*) FROM jejak_peristiwa WHERE tindakan = 'organisasi.impor.diterapkan'"


@pytest.fixture
def kantor_baru(tmp_path: Path) -> Iterator[Kantor]:
    with kantor(tmp_path) as satu:
        yield satu


def _belum_ada_yang_diterapkan(di: Kantor) -> None:
    assert di.satu(UNIT) == 0
    assert di.satu(PENERAPAN) == 0
    assert di.satu(IMPOR) == "diperiksa"
    assert di.satu(PROSES) == "berjalan"


def _jejak_sah(di: Kantor) -> bool:
    laporan = json.loads(di.kelola("jejak", "verifikasi", "--json", "-"))
    return bool(laporan["sah"])


def test_a_worker_killed_while_writing_leaves_nothing_and_the_next_one_finishes(
    kantor_baru: Kantor,
) -> None:
    kantor_baru.siapkan(3_000)

    kantor_baru.bunuh_saat(MENULIS)

    _belum_ada_yang_diterapkan(kantor_baru)
    kantor_baru.waktu_berlalu()
    kantor_baru.kelola("pekerja", "--sekali")
    assert (kantor_baru.satu(UNIT), kantor_baru.satu(PENERAPAN)) == (3_000, 1)
    assert kantor_baru.satu(IMPOR) == "diterapkan"
    assert (kantor_baru.satu(PROSES), kantor_baru.satu(PERCOBAAN)) == ("selesai", 2)
    assert _jejak_sah(kantor_baru)


@pytest.mark.panjang
@pytest.mark.parametrize("jeda", [0.0, 0.1, 0.3, 0.6])
def test_killed_at_any_moment_of_writing_it_is_all_or_nothing(
    kantor_baru: Kantor, jeda: float
) -> None:
    kantor_baru.siapkan(6_000)

    kantor_baru.bunuh_saat(MENULIS, jeda=jeda)

    assert (kantor_baru.satu(UNIT), kantor_baru.satu(IMPOR)) in {
        (0, "diperiksa"),
        (6_000, "diterapkan"),
    }
    kantor_baru.waktu_berlalu()
    kantor_baru.kelola("pekerja", "--sekali")
    assert (kantor_baru.satu(UNIT), kantor_baru.satu(PENERAPAN)) == (6_000, 1)
    assert kantor_baru.satu(PROSES) == "selesai"
    assert _jejak_sah(kantor_baru)


@pytest.mark.panjang
def test_a_job_that_dies_three_times_ends_as_failed_with_its_reason(kantor_baru: Kantor) -> None:
    kantor_baru.siapkan(3_000)

    for _ in range(3):
        kantor_baru.bunuh_saat(MENULIS)
        _belum_ada_yang_diterapkan(kantor_baru)
        kantor_baru.waktu_berlalu()
    kantor_baru.kelola("pekerja", "--sekali")

    assert kantor_baru.satu(PROSES) == "gagal"
    assert kantor_baru.satu(GALAT).startswith("Pekerjaan terhenti di tengah jalan 3 kali")
    assert (kantor_baru.satu(UNIT), kantor_baru.satu(IMPOR)) == (0, "diperiksa")
    assert _jejak_sah(kantor_baru)


@pytest.mark.panjang
def test_a_worker_told_to_stop_finishes_the_job_in_hand(kantor_baru: Kantor) -> None:
    kantor_baru.siapkan(3_000)
    pekerja = kantor_baru.pekerja()
    try:
        while kantor_baru.satu(PROSES) != "berjalan":
            time.sleep(0.01)

        pekerja.send_signal(signal.SIGTERM)

        assert pekerja.wait(60) == 0
    finally:
        pekerja.kill()
        pekerja.wait()
    assert (kantor_baru.satu(PROSES), kantor_baru.satu(UNIT)) == ("selesai", 3_000)
