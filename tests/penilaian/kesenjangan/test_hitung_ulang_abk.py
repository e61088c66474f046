"""A new constant changes nothing by itself; on purpose it makes drafts, and only where asked."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from config.turunan import hitung_ulang
from jejak.models import Peristiwa
from organisasi.models import NilaiKetentuan, UnitKerja
from pegawai.models import Formasi
from penilaian.kernel.abk import Periode, Tugas
from penilaian.models import KeadaanHitung, Kebutuhan, PerhitunganKebutuhan
from penilaian.services.analisis import analisis_kebutuhan
from penilaian.services.hitung_ulang_abk import hitung_ulang_abk, perhitungan_menyimpang
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.helpers.berkas_impor import sistem

pytestmark = pytest.mark.django_db
HARI = date(2026, 6, 1)
BERAT = Tugas.isi("Menata arsip", "berkas", 1000, Periode.BULAN, "15.5")  # 186,000 minutes


@pytest.fixture
def sekolah(pada_hari_ini: Any) -> dict[str, Formasi]:
    """Two schools with computed needs, and then a shorter working year."""
    unit = org.kabupaten()
    arsiparis = peg.jabatan("Arsiparis Terampil")
    posts = {nama: peg.formasi(unit[nama], arsiparis) for nama in ("sd1", "sd2")}
    for post in posts.values():
        nilai.perhitungan_abk(post, BERAT, per=date(2026, 5, 1))
    NilaiKetentuan.objects.create(kode="jke_menit", nilai=60_000, mulai=HARI, dasar="uji")
    return posts


def _butuh() -> dict[str, tuple[str, int]]:
    """School to its need in force, as the analysis says it."""
    hasil = analisis_kebutuhan(per=HARI)["formasi"]
    return {
        f["unor"]: (f["kebutuhan_mentah"], f["kebutuhan"]) for f in hasil if f["sumber"] == "abk"
    }


def test_new_constant_changes_nothing_until_somebody_asks(sekolah: dict[str, Formasi]) -> None:
    sebelum = _butuh()

    hitung_ulang(per=HARI, oleh=sistem())
    dilihat = hitung_ulang_abk(per=HARI, oleh=sistem())

    assert set(sebelum.values()) == {("2.4800", 2)}
    assert _butuh() == sebelum
    assert PerhitunganKebutuhan.objects.count() == 2
    assert [(s.mentah, s.jumlah, s.mentah_baru, s.jumlah_baru) for s in dilihat.susulan] == [
        ("2.4800", 2, "3.1000", 3)
    ] * 2
    assert perhitungan_menyimpang(per=HARI) == []


def test_recomputation_of_one_school_makes_its_draft_and_no_need(
    sekolah: dict[str, Formasi],
) -> None:
    sebelum = _butuh()
    lama = PerhitunganKebutuhan.objects.get(formasi=sekolah["sd1"])

    hasil = hitung_ulang_abk(per=HARI, oleh=sistem(), unit=sekolah["sd1"].unit, tulis=True)

    draf = PerhitunganKebutuhan.objects.get(keadaan=KeadaanHitung.DRAF)
    assert (draf.formasi, draf.versi, draf.jumlah, draf.jke_menit) == (sekolah["sd1"], 2, 3, 60_000)
    assert [s.draf for s in hasil.susulan] == [draf.pk]
    assert hasil.berubah == 1
    assert _butuh() == sebelum
    assert Kebutuhan.objects.get(formasi=sekolah["sd1"]).perhitungan == lama
    jejak = Peristiwa.objects.latest("urutan")
    assert (jejak.tindakan, jejak.objek_id) == ("penilaian.perhitungan.disusun", str(draf.pk))
    lagi = hitung_ulang_abk(per=HARI, oleh=sistem(), formasi=[sekolah["sd1"].pk], tulis=True)
    assert (lagi.susulan, lagi.terbuka) == ([], [str(sekolah["sd1"])])


def test_post_decided_under_the_constants_of_the_day_has_nothing_to_redo(
    sekolah: dict[str, Formasi],
) -> None:
    nilai.perhitungan_abk(sekolah["sd2"], BERAT, per=HARI)

    hasil = hitung_ulang_abk(per=HARI, oleh=sistem())

    assert hasil.sama == 1
    assert [s.formasi_id for s in hasil.susulan] == [sekolah["sd1"].pk]


def test_version_that_does_not_follow_from_its_tasks_is_named_and_left(
    sekolah: dict[str, Formasi], tmp_path: Path
) -> None:
    satu = PerhitunganKebutuhan.objects.get(formasi=sekolah["sd2"])
    PerhitunganKebutuhan.objects.filter(pk=satu.pk).update(jumlah=4)

    call_command("hitung_ulang", json=str(tmp_path / "h.json"), skip_checks=True)

    hasil = json.loads((tmp_path / "h.json").read_text(encoding="utf-8"))
    assert hasil["menyimpang"] == [satu.pk]
    satu.refresh_from_db()
    assert satu.jumlah == 4


def test_command_looks_first_and_writes_drafts_only_when_told(
    sekolah: dict[str, Formasi], tmp_path: Path, capsys: Any
) -> None:
    call_command("hitung_ulang_abk", skip_checks=True)
    assert "Akan menjadi draf: 2 formasi, 2 di antaranya berubah" in capsys.readouterr().out
    assert not PerhitunganKebutuhan.objects.filter(keadaan=KeadaanHitung.DRAF).exists()

    unit, berkas = sekolah["sd1"].unit.siasn_id, tmp_path / "u.json"
    call_command("hitung_ulang_abk", unit=unit, terapkan=True, json=str(berkas), skip_checks=True)

    hasil = json.loads(berkas.read_text(encoding="utf-8"))
    assert (hasil["diterapkan"], hasil["berubah"], len(hasil["draf"])) == (True, 1, 1)
    with pytest.raises(SystemExit) as keluar:
        call_command("hitung_ulang_abk", unit="X", skip_checks=True)
    assert keluar.value.code == 2
    assert "Unit 'X' tidak ada." in capsys.readouterr().err


def test_closed_office_and_draft_begun_since_are_left_alone(
    sekolah: dict[str, Formasi], monkeypatch: pytest.MonkeyPatch
) -> None:
    hitung_ulang_abk(per=HARI, oleh=sistem(), unit=sekolah["sd1"].unit, tulis=True)
    draf = PerhitunganKebutuhan.objects.get(keadaan=KeadaanHitung.DRAF)
    UnitKerja.objects.filter(pk=sekolah["sd2"].unit_id).update(ditutup=HARI)
    # Somebody saved it after it was asked which posts have one.
    monkeypatch.setattr("penilaian.services.hitung_ulang_abk._terbuka", lambda rows: set())

    hasil = hitung_ulang_abk(per=HARI, oleh=sistem(), tulis=True)

    assert (hasil.susulan, hasil.terbuka) == ([], [str(sekolah["sd1"])])
    kini = PerhitunganKebutuhan.objects.get(keadaan=KeadaanHitung.DRAF)
    assert (kini.pk, kini.dibuat_pada) == (draf.pk, draf.dibuat_pada)
