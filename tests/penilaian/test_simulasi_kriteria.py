"""The simulator: everybody scored twice on the same data, counted by group; nothing is stored."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from organisasi.izin import Peran
from organisasi.models import Pengguna, Proses, UnitKerja
from organisasi.services.proses import jalankan
from pegawai.models import Pegawai
from penilaian.models import HasilPenilaian, SetKriteria
from penilaian.services.simulasi_kriteria import antrekan_simulasi, jalankan_simulasi
from tests.factories.nilai import (
    baris_kriteria,
    nilai_indikator,
    perangkat_draf,
    perangkat_terbit,
    periode,
)
from tests.factories.organisasi import kabupaten, pengguna
from tests.factories.pegawai import formasi, jabatan, pegawai
from toolkit.policy import NotAllowed, WrongMoment

PER = date(2026, 6, 1)


@pytest.fixture
def dunia(db: None) -> dict[str, UnitKerja]:
    """Six men always present and seldom in time, six women the other way round."""
    unit = kabupaten()
    post = formasi(unit["sd1"], jabatan(rumpun="Guru"))
    for n in range(12):
        satu = pegawai(f"Orang {n}", post=post)
        Pegawai.objects.filter(pk=satu.pk).update(kelamin="L" if n < 6 else "P")
        hadir, tepat = (200, 100) if n < 6 else (150, 150)
        nilai_indikator(satu, periode(2025), hari_kerja=200, hari_hadir=hadir, hari_tepat=tepat)
    perangkat_terbit(_bobot("80", "20"))
    return unit


def _bobot(hadir: str, tepat: str) -> list[dict[str, Any]]:
    return [
        baris_kriteria("HADIR", "kehadiran", hadir),
        baris_kriteria("TEPAT", "ketepatan_waktu", tepat),
    ]


def _jalankan(satu: SetKriteria, oleh: Pengguna) -> dict[str, Any]:
    parameter = {"set": satu.pk, "stempel": satu.stempel, "periode": "2025"}
    return jalankan_simulasi(parameter, per=PER, oleh=oleh, kemajuan=lambda _n, _kata: None)


def test_who_rises_and_falls_and_the_warning_between_groups(dunia: dict[str, UnitKerja]) -> None:
    # Men: 80 + 10 = 90 becomes 50 + 25 = 75; women: 60 + 20 = 80 becomes 37.5 + 50 = 87.5.
    draf = perangkat_draf(_bobot("50", "50"), versi=2)

    hasil = _jalankan(draf, pengguna(Peran.ANALIS_BKD))

    assert (hasil["semua"]["naik"], hasil["semua"]["turun"]) == (6, 6)
    assert [(b["nama"], b["rata"]) for b in hasil["ciri"]["jenis kelamin"]] == [
        ("laki-laki", "-15.00"), ("perempuan", "7.50"),
    ]  # fmt: skip
    assert hasil["unit"][0]["nama"] == "Dinas Pendidikan"
    assert hasil["rumpun"][0]["nama"] == "Guru"
    assert any("perempuan rata-rata +7,5 poin" in kalimat for kalimat in hasil["awas"])
    assert not HasilPenilaian.objects.exists()


def test_a_group_of_four_is_not_shown(dunia: dict[str, UnitKerja]) -> None:
    post = formasi(dunia["bidang"], jabatan("Analis", rumpun="Analis"))
    for n in range(4):
        pegawai(f"Analis {n}", post=post)

    hasil = _jalankan(perangkat_draf(_bobot("50", "50"), versi=2), pengguna(Peran.ANALIS_BKD))

    assert [b["nama"] for b in hasil["rumpun"]] == ["Guru"]
    assert hasil["semua"]["tetap_kosong"] == 4


def test_a_draft_saved_meanwhile_is_not_simulated(dunia: dict[str, UnitKerja]) -> None:
    draf = perangkat_draf(_bobot("50", "50"), versi=2)
    SetKriteria.objects.filter(pk=draf.pk).update(stempel=7)

    with pytest.raises(WrongMoment, match="Draf berubah sesudah simulasi diminta"):
        _jalankan(draf, pengguna(Peran.ANALIS_BKD))


@pytest.mark.parametrize(
    ("bobot", "peran", "jenis", "kalimat"),
    [
        (("50", "40"), Peran.ANALIS_BKD, WrongMoment, "Jumlah bobot harus tepat 100"),
        (("50", "50"), Peran.KEPALA_UNIT, NotAllowed, "penyusun, pemeriksa, dan penerbit"),
    ],
)
def test_faulty_drafts_and_other_people_are_turned_away(
    dunia: dict[str, UnitKerja],
    bobot: tuple[str, str],
    peran: Peran,
    jenis: type[Exception],
    kalimat: str,
) -> None:
    draf = perangkat_draf(_bobot(*bobot), versi=2)
    siapa = pengguna(peran, unit=dunia["sd1"] if peran == Peran.KEPALA_UNIT else None)

    with pytest.raises(jenis, match=kalimat):
        antrekan_simulasi(draf, "2025", per=PER, oleh=siapa)


@pytest.mark.sekali
@pytest.mark.usefixtures("pada_hari_ini")
def test_the_page_asks_shows_and_says_when_the_draft_moved_on(
    dunia: dict[str, UnitKerja], client: Client
) -> None:
    draf = perangkat_draf(_bobot("50", "50"), versi=2)
    client.force_login(pengguna(Peran.KABID_MUTASI))
    alamat = reverse("penilaian:kriteria-simulasi", args=[draf.pk])

    assert "Belum ada simulasi" in client.get(alamat).text
    client.post(reverse("penilaian:kriteria-simulasi-jalankan", args=[draf.pk]),
                {"periode": "2025"})  # fmt: skip
    jalankan.call(Proses.objects.get().pk)
    isi = client.get(alamat).text
    assert "6 orang naik" in isi
    assert "perhatikan" in isi
    assert "usang" not in isi

    SetKriteria.objects.filter(pk=draf.pk).update(stempel=3)
    assert "usang" in client.get(alamat).text
