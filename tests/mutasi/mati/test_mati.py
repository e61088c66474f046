"""``kill -9`` while cases are approved, decided and carried out: nothing lost, nothing doubled."""

from __future__ import annotations

import json
import random
import time

import pytest

from tests.helpers.pekerja_mati import Kantor
from tests.mutasi.mati.perjalanan import BANYAK

JALAN = "from tests.mutasi.mati.perjalanan import jalan; jalan()"
# (what, question, answer once all is done)
AKHIR = (
    ("every case carried out", "SELECT count(*) FROM mutasi_usulanmutasi WHERE dilaksanakan_pada "
     "IS NOT NULL AND status IN ('berlaku', 'spmt', 'evaluasi', 'selesai')", BANYAK),
    ("one approval each", "SELECT count(*) FROM mutasi_persetujuan WHERE aksi = 'setujui_ppk'",
     BANYAK),
    ("one decree each", "SELECT count(*) FROM mutasi_bariskeputusan b JOIN mutasi_keputusan k "
     "ON k.id = b.keputusan_id WHERE k.status = 'ditetapkan'", BANYAK),
    ("no draft left over", "SELECT count(*) FROM mutasi_keputusan WHERE status <> 'ditetapkan'", 0),
    ("one post each", "SELECT count(*) FROM pegawai_penugasan p JOIN mutasi_usulanmutasi u "
     "ON u.pegawai_id = p.pegawai_id AND p.formasi_id = u.ke_id WHERE p.selesai IS NULL", BANYAK),
    ("the old posts ended", "SELECT count(*) FROM pegawai_penugasan p JOIN mutasi_usulanmutasi u "
     "ON u.pegawai_id = p.pegawai_id AND p.formasi_id = u.dari_id WHERE p.selesai IS NULL", 0),
    ("three evaluations each", "SELECT count(*) FROM mutasi_jadwalevaluasi", 3 * BANYAK),
    ("one entry per carrying out", "SELECT count(*) FROM jejak_peristiwa WHERE tindakan = "
     "'mutasi.usulan.laksanakan'", BANYAK),
)  # fmt: skip
NOMOR = "SELECT terakhir FROM mutasi_deretnomor WHERE deret = 'SK'"
SK = "SELECT count(DISTINCT nomor) FROM mutasi_keputusan WHERE nomor <> ''"


def _bunuh(di: Kantor, jeda: float) -> bool:
    """Kill it so long after it began to work; False: it had finished before."""
    satu = di.naskah(JALAN)
    assert satu.stdout is not None
    assert satu.stdout.readline().strip() == "mulai", satu.communicate()[1][-2000:]
    time.sleep(jeda)
    selesai = satu.poll() is not None
    satu.kill()
    satu.communicate()
    return not selesai


def periksa(di: Kantor) -> None:
    for apa, sql, jumlah in AKHIR:
        assert di.satu(sql) == jumlah, apa
    assert di.satu(NOMOR) == di.satu(SK), "numbers without gaps and without doubles"
    laporan = json.loads(di.kelola("jejak", "verifikasi", "--json", "-"))
    assert laporan["sah"], laporan["pelanggaran"]


def _selesaikan(di: Kantor) -> None:
    akhir = di.naskah(JALAN)
    _, galat = akhir.communicate(timeout=180)
    assert akhir.returncode == 0, galat[-3000:]


@pytest.mark.panjang
def test_killed_twice_on_the_way_the_third_finishes_what_is_left(di: Kantor) -> None:
    for jeda in (0.2, 0.8):
        _bunuh(di, jeda)

    _selesaikan(di)

    periksa(di)


@pytest.mark.panjang
@pytest.mark.parametrize("benih", range(10))
def test_killed_at_ten_random_moments_nothing_is_lost_or_doubled(di: Kantor, benih: int) -> None:
    """Ten offices, up to ten kills each: a hundred moments of approving, deciding, carrying out."""
    acak = random.Random(benih)  # noqa: S311 - moments, not secrets
    mati = 0
    for _ in range(10):
        mati += _bunuh(di, acak.uniform(0.0, 0.35))

    _selesaikan(di)

    assert mati >= 5
    periksa(di)
