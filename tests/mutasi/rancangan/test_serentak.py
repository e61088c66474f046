"""Two analysts in one draft at the same moment; only PostgreSQL lets both try."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import time_machine

from mutasi.models import BarisRancangan, Rancangan
from mutasi.services import rancangan as acts
from mutasi.services import rancangan_baris as acts_baris
from mutasi.services.rancangan_langkah import batalkan_langkah, tumpukan, verifikasi_langkah
from organisasi.izin import Peran
from organisasi.models import Pengguna
from tests.factories.mutasi import PER, TMT
from tests.factories.organisasi import pengguna
from tests.helpers.serentak import serentak
from toolkit.policy import WrongMoment

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@dataclass
class Dua:
    """Two writers and their draft. Lines hold notes only: a flush before may have emptied the
    tables of reference, which people and posts need."""

    ani: Pengguna
    budi: Pengguna
    rancangan: Rancangan

    def baris(self) -> BarisRancangan:
        """A line of Ani's."""
        return acts_baris.tambah_baris(self.rancangan.pk, oleh=self.ani, isi={"catatan": ""})


@pytest.fixture
def meja() -> Iterator[Dua]:
    """Committed, so that both threads see it."""
    with time_machine.travel("2026-06-01 09:00 +0700", tick=True):
        ani, budi = (pengguna(Peran.ANALIS_BKD, nama=nama) for nama in ("Ani", "Budi"))
        rancangan = acts.buat_rancangan(oleh=ani, nama="Serentak", tmt=TMT)
        acts.undang(rancangan.pk, budi, oleh=ani, ubah=True, per=PER)
        yield Dua(ani, budi, rancangan)


def test_of_two_edits_of_one_line_one_stands_and_the_other_is_told_both_values(
    meja: Dua,
) -> None:
    baris, r = meja.baris(), meja.rancangan.pk

    def ubah(siapa: Any, kata: str) -> Any:
        return lambda: acts_baris.ubah_baris(
            r, baris.pk, oleh=siapa, versi=1, isi={"catatan": kata}
        )

    hasil = serentak(ubah(meja.ani, "kata Ani"), ubah(meja.budi, "kata Budi"))

    ditolak = [h for h in hasil if isinstance(h, WrongMoment)]
    baris.refresh_from_db()
    assert len(ditolak) == 1
    assert "kata Ani" in ditolak[0].kalimat
    assert "kata Budi" in ditolak[0].kalimat
    assert baris.catatan in ("kata Ani", "kata Budi")
    assert baris.versi == 2


def test_edits_of_different_lines_both_stand(meja: Dua) -> None:
    satu, dua, r = meja.baris(), meja.baris(), meja.rancangan.pk

    hasil = serentak(
        lambda: acts_baris.ubah_baris(r, satu.pk, oleh=meja.ani, versi=1, isi={"catatan": "a"}),
        lambda: acts_baris.ubah_baris(r, dua.pk, oleh=meja.budi, versi=1, isi={"catatan": "b"}),
    )

    assert not [h for h in hasil if isinstance(h, Exception)]
    assert list(meja.rancangan.baris.values_list("catatan", flat=True)) == ["a", "b"]
    assert verifikasi_langkah(meja.rancangan) == []


def test_lines_added_by_four_at_once_are_all_there_in_steps_without_a_gap(meja: Dua) -> None:
    r = meja.rancangan.pk

    hasil = serentak(*[
        (lambda s=s, n=n: acts_baris.tambah_baris(
            r, oleh=s, isi={"catatan": f"baris {n}"}))
        for n, s in enumerate((meja.ani, meja.budi, meja.ani, meja.budi))
    ])  # fmt: skip

    nomor = list(meja.rancangan.langkah.order_by("nomor").values_list("nomor", flat=True))
    assert not [h for h in hasil if isinstance(h, Exception)]
    assert meja.rancangan.baris.count() == 4
    assert nomor == list(range(1, 7))


def test_an_undo_and_somebody_elses_edit_never_both_win(meja: Dua) -> None:
    baris, r = meja.baris(), meja.rancangan.pk
    urung = tumpukan(meja.rancangan, meja.ani).urung
    assert urung is not None

    hasil = serentak(
        lambda: batalkan_langkah(r, urung.nomor, oleh=meja.ani),
        lambda: acts_baris.ubah_baris(r, baris.pk, oleh=meja.budi, versi=1, isi={"catatan": "b"}),
    )

    ditolak = [h for h in hasil if isinstance(h, WrongMoment)]
    baris.refresh_from_db()
    assert len(ditolak) == 1
    assert (baris.dihapus, baris.catatan) in ((True, ""), (False, "b"))


def test_two_undos_of_one_step_are_one(meja: Dua) -> None:
    meja.baris()
    urung = tumpukan(meja.rancangan, meja.ani).urung
    assert urung is not None

    hasil = serentak(*[
        lambda: batalkan_langkah(meja.rancangan.pk, urung.nomor, oleh=meja.ani) for _ in range(2)
    ])  # fmt: skip

    assert sum(isinstance(h, WrongMoment) for h in hasil) == 1
    assert meja.rancangan.langkah.count() == 4
