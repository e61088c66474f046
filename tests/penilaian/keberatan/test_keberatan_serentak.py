"""Two officials at the same moment; only PostgreSQL lets both try."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jejak.models import Peristiwa
from penilaian.models import Keberatan
from penilaian.services import keberatan_putus as putusan
from penilaian.services.keberatan_putus import IsiPutusan, KoreksiBaris
from tests.factories.keberatan import TIMBANG, berkas, diajukan, diperiksa, hasil_siap, para
from tests.helpers.acuan import acuan_kembali
from tests.helpers.serentak import serentak
from toolkit.policy import WrongMoment

PER = date(2026, 6, 1)
NAIK = KoreksiBaris("K1", "SANGAT BAIK", "Menurut dokumen evaluasi.")
DIKABULKAN = IsiPutusan("dikabulkan", TIMBANG, (NAIK,))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_rulings_at_once_leave_one_decision(pada_hari_ini: Any) -> None:
    acuan_kembali()
    p = para()
    satu = hasil_siap(p, disampaikan=date(2026, 5, 20), diakui=date(2026, 5, 22))
    baris = diperiksa(p, satu, per=PER)
    putusan.catat_putusan(
        baris.pk, isi=IsiPutusan("ditolak", TIMBANG), nomor="800/9", tanggal=PER,
        pindaian=berkas(), oleh=p.kabid, per=PER,
    )  # fmt: skip
    atasan: Any = p.atasan.pengguna

    jawaban = serentak(
        lambda: putusan.putus(baris.pk, isi=DIKABULKAN, oleh=atasan, per=PER),
        lambda: putusan.sahkan_putusan(baris.pk, oleh=p.kepala, per=PER),
        lambda: putusan.putus(baris.pk, isi=IsiPutusan("ditolak", TIMBANG), oleh=atasan, per=PER),
    )

    gagal = [j for j in jawaban if isinstance(j, Exception)]
    assert [str(g) for g in gagal] == ["Keberatan ini sudah diputus."] * 2
    assert Peristiwa.objects.filter(tindakan="penilaian.keberatan.diputus").count() == 1
    assert Keberatan.objects.get().keadaan == "diputus"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_objections_at_once_leave_one(pada_hari_ini: Any) -> None:
    acuan_kembali()
    p = para()
    satu = hasil_siap(p, disampaikan=date(2026, 5, 20), diakui=date(2026, 5, 22))

    jawaban = serentak(
        lambda: diajukan(p, satu, per=PER),
        lambda: diajukan(p, satu, per=PER),
    )

    assert sum(isinstance(j, WrongMoment) for j in jawaban) == 1
    assert Keberatan.objects.count() == 1
