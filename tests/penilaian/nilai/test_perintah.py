"""``manage.py nilai``: the object of ANTARMUKA section 5, the same bytes for the same input."""

from __future__ import annotations

import json
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from pegawai.models import RiwayatKinerja
from penilaian.kernel.skor import akun_dari, rincian
from penilaian.models import HasilPenilaian, Penilaian
from tests.factories import nilai as pabrik
from tests.factories import organisasi as kantor
from tests.factories import pegawai as orang

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]
PREDIKAT = ("SANGAT BAIK", "BAIK", "KURANG")


def isi(urutan):
    """Ten people with numbers and predicates, written in the given order."""
    u = kantor.kabupaten()
    post = orang.formasi(u["sd1"], orang.jabatan("Guru Ahli Muda", rumpun="Guru"))
    masa = pabrik.periode()
    pabrik.perangkat_terbit()
    for n in urutan:
        satu = orang.pegawai(f"ORANG {n}", post=post)
        satu.nip = f"19860926201001{n:04d}"
        satu.save(update_fields=["nip"])
        if n % 4:
            RiwayatKinerja.objects.create(pegawai=satu, tahun=2025, predikat=PREDIKAT[n % 3])
        pabrik.nilai_indikator(satu, masa, hari_kerja=233, hari_hadir=200 + n)


def jalankan(*tambahan, status=0):
    keluar, salah = StringIO(), StringIO()
    argumen = ("nilai", "--periode", "2025", "--json", "-", *tambahan)
    if status:
        with pytest.raises(SystemExit) as akhir:
            call_command(*argumen, stdout=keluar, stderr=salah)
        assert akhir.value.code == status
    else:
        call_command(*argumen, stdout=keluar, stderr=salah)
    return keluar.getvalue(), salah.getvalue()


def test_the_object_has_the_keys_of_the_interface_and_its_lines_sum_to_the_score():
    isi(range(10))

    hasil = json.loads(jalankan()[0])

    satu = Penilaian.objects.get()
    assert list(hasil) == ["periode", "perangkat", "hasil"]
    assert hasil["periode"] == "2025"
    assert hasil["perangkat"] == {"kode": "KIN", "versi": 1, "sha256": satu.perangkat.sha256}
    assert [h["nip"] for h in hasil["hasil"]] == sorted(h["nip"] for h in hasil["hasil"])
    for baris in hasil["hasil"]:
        assert list(baris) == ["nip", "skor", "lengkap", "rincian"]
        assert baris["lengkap"] is (baris["skor"] is not None)
        if baris["lengkap"]:
            jumlah = sum(Decimal(r["sumbangan"]) for r in baris["rincian"])
            assert jumlah == Decimal(baris["skor"])
        simpan = HasilPenilaian.objects.get(pegawai__nip=baris["nip"])
        assert baris["rincian"] == rincian(akun_dari(simpan.rincian))
    assert sum(not h["lengkap"] for h in hasil["hasil"]) == 3


def test_the_same_input_gives_the_same_bytes_in_whatever_order_it_was_written():
    with transaction.atomic():
        isi(range(10))
        pertama, kedua = jalankan()[0], jalankan()[0]
        assert Penilaian.objects.count() == 1
        transaction.set_rollback(True)

    isi([7, 2, 9, 0, 4, 1, 8, 3, 6, 5])

    assert pertama == kedua == jalankan()[0]


def test_what_cannot_be_computed_ends_with_its_status_and_sentence():
    keluar, salah = jalankan(status=2)
    assert "Periode '2025' tidak ada" in salah
    assert keluar == ""
    pabrik.periode()
    keluar, salah = jalankan(status=4)
    assert json.loads(keluar)["pesan"].startswith("Tidak ada kriteria kinerja yang berlaku")
    pabrik.perangkat_terbit()
    assert "tidak berlaku pada 31-12-2025" in jalankan("--perangkat", "LAIN", status=2)[1]
    assert "harus beralasan" in jalankan("--paksa", status=4)[1]


def test_without_json_it_says_what_happened():
    isi(range(4))
    keluar = StringIO()

    call_command("nilai", "--periode", "2025", "--perangkat", "KIN", stdout=keluar)
    call_command("nilai", "--periode", "2025", stdout=keluar)

    satu, dua = keluar.getvalue().splitlines()
    assert satu == "Penilaian Tahun 2025 · ke-1 selesai: 3 dari 4 pegawai mendapat skor."
    assert dua.startswith("Tidak ada yang berubah sejak Penilaian Tahun 2025 · ke-1")
