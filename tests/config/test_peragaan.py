"""The demonstration: invented, the same for a seed, never mixed with other data."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from config.peragaan.akun import AKUN, SANDI, buat_akun_peragaan
from config.peragaan.orang import orang
from config.peragaan.susunan import bangun
from jejak.verifikasi import verifikasi
from organisasi.izin import Peran
from organisasi.models import Instansi, Pengguna
from pegawai.kernel.nip import Nomor, baca
from pegawai.models import Formasi, JenisPenugasan, Pegawai, Penugasan
from pegawai.selectors import mutu
from penilaian.services.analisis import analisis_kebutuhan
from tests.factories import organisasi as org

HARI = date(2026, 6, 1)


def jalankan(*argumen: str) -> tuple[int, dict[str, Any]]:
    """(exit status, the JSON object) of ``demo``."""
    keluar, galat = StringIO(), StringIO()
    try:
        call_command("demo", *argumen, "--json", "-", stdout=keluar, stderr=galat)
    except SystemExit as berhenti:
        return int(berhenti.code or 0), json.loads(keluar.getvalue() or "{}")
    return 0, json.loads(keluar.getvalue())


def test_same_seed_gives_the_same_people_and_another_seed_others() -> None:
    def tulis(benih: int) -> str:
        return repr(list(orang(bangun(120, benih=benih), benih=benih, per=HARI)))

    assert tulis(1) == tulis(1)
    assert tulis(1) != tulis(2)


@pytest.mark.parametrize("jumlah", [1, 120, 3000])
def test_exactly_as_many_people_as_asked_for_with_numbers_that_parse(jumlah: int) -> None:
    baris = list(orang(bangun(jumlah, benih=1), benih=1, per=HARI))

    nomor = [b["NIP BARU"] for _, b in baris]
    assert len(baris) == jumlah == len(set(nomor))
    assert all(isinstance(baca(n), Nomor) for n in nomor)


def test_outer_districts_are_short_and_the_centre_has_too_many() -> None:
    k = bangun(5000, benih=1)
    sekolah = [p for p in k.pos if p.unit.jenis in {"sd", "smp"}]

    def kurang(dekat: bool) -> int:
        return sum(p.kebutuhan - p.isi for p in sekolah if (p.unit.kecamatan < 2) is dekat)

    assert kurang(dekat=True) < 0 < kurang(dekat=False)


@pytest.mark.django_db
@pytest.mark.sekali
def test_demonstration_fills_an_empty_database_and_refuses_a_second_time(
    pada_hari_ini: Any,
) -> None:
    status, hasil = jalankan("--pegawai", "150")

    assert status == 0
    assert {a["nama_pengguna"] for a in hasil["akun"]} >= {a.nama_pengguna for a in AKUN}
    assert Instansi.objects.get().peragaan
    assert Pegawai.objects.count() >= 150
    assert Penugasan.objects.filter(jenis=JenisPenugasan.TT).exists()
    assert verifikasi().sah
    total = analisis_kebutuhan(per=HARI)["total"]
    assert total["bezetting"] == sum(
        sum(isi) for isi in Formasi.objects.values_list("isi_pns", "isi_pppk", "isi_pppk_pw")
    )
    assert total["kekurangan"] > 0 < total["kelebihan"]
    assert Pengguna.objects.get(nama_pengguna="analis").check_password(SANDI)
    assert _indikator_berbeda() == []
    assert jalankan("--pegawai", "150")[0] == 4


def _indikator_berbeda() -> list[str]:
    """Indicators of data quality that count other people than they list."""
    analis = Pengguna.objects.get(nama_pengguna="analis")
    semua = [mutu.rincian(analis, kode, per=HARI) for kode in mutu.SEMUA]
    assert sum(r.keliru for r in semua) > 10
    return [r.indikator.kode for r in semua if r.rows.count() != r.keliru]


@pytest.mark.django_db
def test_demonstration_refuses_a_database_with_other_data() -> None:
    org.kabupaten()

    status, hasil = jalankan()

    assert (status, hasil["kode"]) == (4, "sudah_berisi")
    assert "sudah berisi data" in hasil["pesan"]


@pytest.mark.django_db
def test_public_accounts_are_never_made_in_an_office_of_its_own() -> None:
    org.kabupaten()
    Instansi.objects.update(peragaan=False)

    with pytest.raises(ValueError, match="hanya untuk basis data peragaan"):
        buat_akun_peragaan(oleh=org.pengguna(Peran.ADMIN_SISTEM), per=HARI)
    assert jalankan("--akun")[1]["kode"] == "bukan_peragaan"


def test_every_role_can_be_tried() -> None:
    terpakai = {peran for akun in AKUN for peran in akun.peran} | {Peran.PEGAWAI}

    assert terpakai == set(Peran)
