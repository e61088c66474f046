"""Requests of correction: 72 hours through nights and holidays, answered once, by somebody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jejak.models import Peristiwa
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan
from pegawai.models import PermintaanPerbaikan
from pegawai.services.perbaikan import (
    IsiPermintaan,
    ingatkan_perbaikan,
    minta_perbaikan,
    tanggapi_perbaikan,
)
from tests.conftest import HARI_INI
from tests.factories.organisasi import pengguna
from tests.pegawai.dunia import Dunia, dunia, masuk, teks
from toolkit.policy import NotYours, OutOfReach, WrongMoment

pytestmark = pytest.mark.django_db
ISI = IsiPermintaan("pendidikan", "D-III", "S-1 Pendidikan", "Lulus 2015.")
KAMIS_SORE = "2026-05-28 16:00 +0700"
LEWAT = datetime(2026, 5, 31, 9, 1, tzinfo=UTC)  # Sunday 16.01 in Jakarta


@pytest.fixture
def d(db: Any) -> Dunia:
    """The small office; Siti logs in."""
    hasil = dunia()
    hasil.siti.pengguna = pengguna(Peran.PEGAWAI, unit=hasil.unit["sd1"], nama="Siti")
    hasil.siti.save(update_fields=["pengguna"])
    return hasil


def minta(d: Dunia, isi: IsiPermintaan = ISI) -> PermintaanPerbaikan:
    """By Siti, on a Thursday afternoon before a weekend."""
    assert d.siti.pengguna is not None
    with time_machine.travel(KAMIS_SORE, tick=False):
        return minta_perbaikan(d.siti.pk, isi=isi, oleh=d.siti.pengguna, per=HARI_INI)


def test_the_clock_runs_through_the_weekend_and_tells_who_answers(d: Dunia) -> None:
    baris = minta(d)

    assert baris.batas_pada - baris.diajukan_pada == timedelta(hours=72)
    assert list(Pemberitahuan.objects.values_list("untuk", flat=True)) == [d.kabid.pk]
    jejak = Peristiwa.objects.get(tindakan="pegawai.perbaikan.diminta")
    assert "S-1" not in str(jejak.__dict__)


def test_nobody_asks_for_somebody_else_or_without_end(d: Dunia) -> None:
    with pytest.raises(OutOfReach):
        minta_perbaikan(d.siti.pk, isi=ISI, oleh=d.operator, per=HARI_INI)
    for _ in range(20):
        minta(d)
    with pytest.raises(WrongMoment, match="20 permintaan yang menunggu"):
        minta(d)


def test_a_proof_is_taken_by_what_it_is(d: Dunia) -> None:
    palsu = SimpleUploadedFile("ijazah.pdf", b"bukan pdf")

    with pytest.raises(WrongMoment, match="PDF, JPG, atau PNG"):
        minta(d, IsiPermintaan("pendidikan", "a", "b", "", palsu))


def test_it_is_answered_once_by_somebody_over_the_unit_never_by_oneself(d: Dunia) -> None:
    baris = minta(d)
    jawab = {"keadaan": "diperbaiki", "tanggapan": "Ijazah S-1 dicatat.", "per": HARI_INI}

    with pytest.raises(OutOfReach):
        tanggapi_perbaikan(baris.pk, oleh=d.operator, **jawab)
    with pytest.raises(WrongMoment, match="paling sedikit 10 huruf"):
        tanggapi_perbaikan(baris.pk, oleh=d.kabid, **(jawab | {"tanggapan": "Ya."}))
    tanggapi_perbaikan(baris.pk, oleh=d.kabid, **jawab)
    with pytest.raises(WrongMoment, match="sudah diperbaiki"):
        tanggapi_perbaikan(baris.pk, oleh=d.kabid, **jawab)

    assert Pemberitahuan.objects.filter(untuk=d.siti.pengguna).count() == 1
    d.siti.pengguna, _ = d.kabid, d.siti.pengguna
    d.siti.save(update_fields=["pengguna"])
    lagi = PermintaanPerbaikan.objects.create(
        pegawai=d.siti, hal="lain", tertulis="a", seharusnya="b", diajukan_pada=LEWAT,
        batas_pada=LEWAT,
    )  # fmt: skip
    with pytest.raises(NotYours):
        tanggapi_perbaikan(lagi.pk, oleh=d.kabid, **jawab)


def test_what_is_overdue_is_reminded_once(d: Dunia) -> None:
    minta(d)  # until Sunday 16.00

    assert ingatkan_perbaikan(per=HARI_INI - timedelta(days=1)) == 0
    assert ingatkan_perbaikan(per=HARI_INI) == 1
    assert ingatkan_perbaikan(per=HARI_INI) == 1
    assert Pemberitahuan.objects.filter(judul__contains="lewat batasnya").count() == 1


@pytest.mark.sekali
def test_a_person_asks_from_a_line_and_sees_the_clock_and_the_answer(
    d: Dunia, pada_hari_ini: Any
) -> None:
    saya = masuk(Client(), d.siti.pengguna)  # type: ignore[arg-type]

    awal = teks(saya.get("/profil-saya/perbaikan/?hal=kinerja&tertulis=Kehadiran 80"))
    kirim = saya.post(
        "/profil-saya/perbaikan/",
        {"hal": "kinerja", "tertulis": "80", "seharusnya": "97", "alasan": "Cuti sakit.",
         "berkas": SimpleUploadedFile("cuti.pdf", b"%PDF-1.4")},
    )  # fmt: skip
    halaman = teks(saya.get("/profil-saya/perbaikan/"))
    baris = PermintaanPerbaikan.objects.get()
    bukti = saya.get(f"/pegawai/perbaikan/{baris.pk}/bukti/")

    assert '<option value="kinerja" selected>' in awal
    assert 'value="Kehadiran 80"' in awal
    assert kirim.status_code == 302
    assert "sampai 4 Juni 2026 pukul 09.00" in halaman
    assert (bukti.status_code, bukti["Content-Disposition"]) == (
        200, 'attachment; filename="cuti.pdf"',
    )  # fmt: skip
    b"".join(bukti.streaming_content)  # type: ignore[attr-defined]
    assert (
        teks(saya.post("/profil-saya/perbaikan/", {"hal": ""})).count("Ada yang perlu diperbaiki")
        == 1
    )


@pytest.mark.sekali
def test_the_overdue_stand_first_and_the_guardian_of_data_sees_figures_only(
    d: Dunia, pada_hari_ini: Any
) -> None:
    baris = minta(d)
    kabid = masuk(Client(), d.kabid)
    dpo = masuk(Client(), pengguna(Peran.DPO, nama="DPO"))
    tetangga = masuk(Client(), d.operator)

    daftar = teks(kabid.get("/pegawai/perbaikan/?keadaan=lewat"))
    satu = teks(kabid.get(f"/pegawai/perbaikan/{baris.pk}/"))
    ringkas = teks(dpo.get("/pegawai/perbaikan/ringkasan/"))

    assert "1 lewat batasnya" in daftar
    assert "lewat batas</span>" in daftar
    assert "S-1 Pendidikan" in satu
    assert f"/pegawai/{d.siti.pk}/koreksi/" in satu
    assert "1 lewat 3 x 24 jam" in ringkas
    assert "SITI" not in ringkas
    assert "S-1" not in ringkas
    assert dpo.get("/pegawai/perbaikan/").status_code == 403
    assert dpo.get(f"/pegawai/perbaikan/{baris.pk}/").status_code == 403
    assert tetangga.get(f"/pegawai/perbaikan/{baris.pk}/bukti/").status_code == 404
    jawab = {"keadaan": "ditolak", "tanggapan": "Ijazahnya belum disetarakan."}
    assert kabid.post(f"/pegawai/perbaikan/{baris.pk}/", jawab).status_code == 302
    assert "Ijazahnya belum disetarakan." in teks(kabid.get(f"/pegawai/perbaikan/{baris.pk}/"))
