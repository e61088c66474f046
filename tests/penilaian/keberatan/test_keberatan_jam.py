"""The clock through the act: the last day is in time, the next is refused with its sentence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from organisasi.models import HariLibur, NilaiKetentuan
from penilaian.models import HasilPenilaian, Keberatan
from penilaian.services.keberatan import IsiKeberatan, ajukan
from tests.factories.keberatan import ALASAN, hasil_siap, para
from toolkit.policy import WrongMoment

pytestmark = pytest.mark.django_db
SEHARI = timedelta(days=1)
LIBUR = date(2026, 6, 16)  # a Tuesday


BATAS: tuple[tuple[str, bool, date | None, date], ...] = (
    ("kalender", True, date(2026, 6, 3), date(2026, 6, 17)),
    ("kalender", False, date(2026, 6, 3), date(2026, 6, 17)),
    # The 14th day is a Saturday: Monday, or the Saturday itself.
    ("kalender", True, date(2026, 6, 6), date(2026, 6, 22)),
    ("kalender", False, date(2026, 6, 6), date(2026, 6, 20)),
    # The 14th day is the holiday.
    ("kalender", True, date(2026, 6, 2), date(2026, 6, 17)),
    ("kalender", False, date(2026, 6, 2), date(2026, 6, 16)),
    # Working days: three weekends and the holiday on the way.
    ("kerja", True, date(2026, 6, 3), date(2026, 6, 24)),
    ("kerja", False, date(2026, 6, 6), date(2026, 6, 26)),
    # Never acknowledged: received 14 days after delivery on 1 June.
    ("kalender", True, None, date(2026, 6, 29)),
)


@pytest.mark.sekali
def test_the_last_day_is_accepted_and_the_next_one_refused() -> None:
    HariLibur.objects.get_or_create(tanggal=LIBUR, defaults={"nama": "Tahun baru Islam"})
    p = para()
    satu = hasil_siap(p, disampaikan=date(2026, 6, 1), diakui=None)
    oleh: Any = p.pegawai.pengguna
    isi = IsiKeberatan(ALASAN)

    for satuan, geser, diakui, akhir in BATAS:
        _tetapkan(keberatan_satuan_hari=satuan, keberatan_geser_libur=geser)
        HasilPenilaian.objects.filter(pk=satu.pk).update(diakui_pada=diakui)
        with pytest.raises(WrongMoment) as galat:
            ajukan(satu.pk, isi=isi, oleh=oleh, per=akhir + SEHARI)
        baris = ajukan(satu.pk, isi=isi, oleh=oleh, per=akhir)

        hari = f"sampai {akhir.day} Juni 2026; diajukan {(akhir + SEHARI).day} Juni 2026"
        assert (galat.value.kode, hari in str(galat.value)) == ("terlambat", True), galat.value
        assert (baris.tanggal, baris.batas) == (akhir, akhir)
        baris.delete()


@pytest.mark.sekali
def test_a_minute_before_midnight_of_the_last_day_is_in_time_and_a_minute_after_is_late(
    client: Any,
) -> None:
    with time_machine.travel("2026-06-01 09:00 +0700", tick=False):
        p = para()
        satu = hasil_siap(p, disampaikan=date(2026, 6, 1), diakui=date(2026, 6, 3))
    oleh: Any = p.pegawai.pengguna
    url = f"/nilai-saya/keberatan/ajukan/{satu.pk}/"

    with time_machine.travel("2026-06-18 00:01 +0700", tick=False):
        client.force_login(oleh)
        telat = client.post(url, {"alasan": ALASAN})
        halaman = client.get(url)
    with time_machine.travel("2026-06-17 23:59 +0700", tick=False):
        client.force_login(oleh)
        tepat = client.post(url, {"alasan": ALASAN, "kriteria": ["K2"]})

    assert telat.status_code == 409
    for jawaban in (telat, halaman):
        assert "batasnya 14 hari kalender, sampai 17 Juni 2026" in jawaban.content.decode()
    assert tepat.status_code == 302
    assert Keberatan.objects.get().tanggal == date(2026, 6, 17)


def test_a_term_shortened_after_delivery_takes_nothing_away() -> None:
    p = para()
    satu = hasil_siap(p, disampaikan=date(2026, 6, 1), diakui=date(2026, 6, 3))
    _tetapkan(mulai=date(2026, 6, 10), keberatan_hari=7)

    baris = ajukan(
        satu.pk, isi=IsiKeberatan(ALASAN), oleh=p.pegawai.pengguna, per=date(2026, 6, 17)
    )

    assert baris.batas == date(2026, 6, 17)
    assert baris.batas_putus == date(2026, 7, 8)


def _tetapkan(mulai: date = date(2026, 1, 1), **nilai: Any) -> None:
    for kode, isi in nilai.items():
        NilaiKetentuan.objects.update_or_create(
            kode=kode, mulai=mulai, defaults={"nilai": isi, "dasar": "uji"}
        )
