"""The pages of the trail: narrowed, paged by key, checked, taken home; and who looked at whom."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from jejak.akar import terbitkan_akar
from jejak.akses import lihat, lihat_daftar, lihat_ekspor, pengumpul, tuliskan
from jejak.catat import Objek, catat
from jejak.models import AksesData
from organisasi import selectors_jejak, tindakan
from organisasi.izin import Peran
from organisasi.models import Pengguna
from tests.factories.organisasi import kabupaten
from tests.factories.organisasi import pengguna as buat
from toolkit.policy import WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]


@pytest.fixture
def pemeriksa(client: Client) -> Pengguna:
    kabupaten()
    akun = buat(Peran.INSPEKTORAT, nama="Inspektur")
    client.force_login(akun)
    return akun


def isi_jejak(oleh: Pengguna, banyak: int, awalan: str = "unit") -> None:
    """Some entries."""
    for n in range(banyak):
        with transaction.atomic():
            catat(tindakan.UNIT_DIUBAH, Objek("organisasi.unitkerja", str(n), f"{awalan} {n}"),
                  oleh=oleh, sebelum={"nama": "lama"}, sesudah={"nama": "baru"})  # fmt: skip


def test_the_trail_is_narrowed_by_person_act_thing_and_day(
    client: Client, pemeriksa: Pengguna
) -> None:
    siti = buat(nama="Siti Aminah", nama_pengguna="198609262015051001")
    isi_jejak(siti, 2)
    isi_jejak(pemeriksa, 1, "kantor")

    for kueri in ("pelaku=19860926 201505 1 001", "pelaku=aminah", "objek=organisasi.unitkerja:1"):
        halaman = client.get(f"/jejak/?{kueri}").content.decode()
        assert "unit 1" in halaman, kueri
        assert "kantor 0" not in halaman, kueri
    assert "Tidak ada catatan" in client.get("/jejak/?dari=2026-06-02").content.decode()
    assert (
        "Tidak ada catatan"
        in client.get("/jejak/?tindakan=organisasi.peran.diberi").content.decode()
    )
    assert "Tulis NIP lengkap" in client.get("/jejak/?pelaku=tidakada").content.decode()


def test_a_page_goes_on_below_its_last_number_and_costs_the_same(
    client: Client, pemeriksa: Pengguna, django_assert_max_num_queries: Any
) -> None:
    isi_jejak(pemeriksa, 60)

    pertama = client.get("/jejak/").context["isi"]
    with django_assert_max_num_queries(15):
        kedua = client.get(f"/jejak/?sebelum={pertama.berikut}").context["isi"]

    assert len(pertama.baris) == 50
    assert [c.urutan for c in kedua.baris] == list(range(10, 0, -1))
    assert kedua.berikut is None


def test_one_entry_shows_before_and_after(client: Client, pemeriksa: Pengguna) -> None:
    isi_jejak(pemeriksa, 1)

    halaman = client.get("/jejak/1/").content.decode()

    assert "Inspektur mengubah unit unit 0." in halaman
    assert '<td class="sebelum">lama</td><td class="sesudah">baru</td>' in halaman
    assert client.get("/jejak/99/").status_code == 404


def test_the_check_says_what_is_not_protected_yet(client: Client, pemeriksa: Pengguna) -> None:
    isi_jejak(pemeriksa, 3)

    awal = client.get("/jejak/verifikasi/").content.decode()
    hasil = client.post("/jejak/verifikasi/").content.decode()
    terbitkan_akar()
    sesudah = client.get("/jejak/verifikasi/").content.decode()

    assert "3 catatan terbaru belum terlindung" in awal
    assert "3 catatan diperiksa" in hasil
    assert "Utuh" in hasil
    assert "sudah tercakup" in sesudah


def test_a_broken_trail_is_named(client: Client, pemeriksa: Pengguna) -> None:
    isi_jejak(pemeriksa, 2)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE jejak_kepalajejak SET hash = %s", ["0" * 64])

    assert "pelanggaran" in client.post("/jejak/verifikasi/").content.decode()


def test_a_long_trail_is_checked_on_the_server(
    pemeriksa: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi_jejak(pemeriksa, 2)
    monkeypatch.setattr(selectors_jejak, "MAKS_SEKARANG", 1)

    with pytest.raises(WrongMoment, match="di komputer server"):
        selectors_jejak.verifikasi_sekarang()


def test_taking_the_trail_home_is_noted(client: Client, pemeriksa: Pengguna) -> None:
    isi_jejak(pemeriksa, 2)

    jawaban = client.get("/jejak/ekspor/")

    assert len(b"".join(jawaban).splitlines()) == 2  # type: ignore[arg-type]
    catatan = AksesData.objects.get()
    assert (catatan.apa, catatan.jumlah, catatan.pelaku_nama) == ("seluruh jejak", 2, "Inspektur")


def test_the_access_log_says_who_looked_at_whom(client: Client, pemeriksa: Pengguna) -> None:
    siti = buat(nama="Siti Aminah")
    with pengumpul():
        lihat(7, oleh=siti, apa="berkas Budi", alasan="halaman pegawai")
        tuliskan()

    halaman = client.get("/jejak/akses/?pelaku=aminah&pegawai=7&hari=2026-06-01").content.decode()
    kosong = client.get("/jejak/akses/?sasaran=ekspor").content.decode()

    assert "berkas Budi" in halaman
    assert "Belum ada catatan akses" in kosong


def test_a_sealed_look_is_shown_to_no_overseer_before_its_day(
    client: Client, pemeriksa: Pengguna, pada_hari_ini: Any
) -> None:
    """That somebody works in a secret draft is part of the secret (docs/keputusan/0011)."""
    siti = buat(nama="Siti Aminah")
    with pengumpul():
        sampai = date(2026, 6, 30)
        lihat_daftar(oleh=siti, apa="rancangan", alasan="x", jumlah=3, rahasia_sampai=sampai)
        lihat_ekspor(oleh=siti, apa="rancangan", alasan="x", jumlah=3, rahasia_sampai=sampai)
        tuliskan()

    tersegel = client.get("/jejak/akses/").content.decode()
    pada_hari_ini.move_to("2026-07-01 09:00 +0700")
    client.force_login(pemeriksa)
    terbuka = client.get("/jejak/akses/").content.decode()

    assert AksesData.objects.count() == 2
    assert "Siti Aminah" not in tersegel
    assert terbuka.count("Siti Aminah") >= 2


@pytest.mark.parametrize(
    ("peran", "terbuka"),
    [
        (Peran.INSPEKTORAT, {"", "verifikasi/", "ekspor/", "akses/"}),
        (Peran.KEPALA_BKPSDM, {"", "akses/"}),
        (Peran.KABID_MUTASI, {""}),
        (Peran.ANALIS_BKD, set()),
        (Peran.PEGAWAI, set()),
    ],
    ids=lambda nilai: getattr(nilai, "value", ""),
)
def test_each_page_of_the_trail_has_its_right(
    client: Client, peran: Peran, terbuka: set[str]
) -> None:
    kabupaten()
    client.force_login(buat(peran))

    for alamat in ("", "verifikasi/", "ekspor/", "akses/"):
        harap = 200 if alamat in terbuka else 403
        assert client.get(f"/jejak/{alamat}").status_code == harap, alamat


def test_opening_an_entry_about_a_person_is_a_look_at_his_data(
    client: Client, pemeriksa: Pengguna
) -> None:
    with transaction.atomic():
        orang = catat(tindakan.UNIT_DIUBAH, Objek("pegawai.pegawai", "77", "SITI RAHMA"),
                      oleh=pemeriksa, sesudah={"nama": "SITI RAHMA"})  # fmt: skip
    isi_jejak(pemeriksa, 1)

    client.get(f"/jejak/{orang.urutan}/")
    client.get(f"/jejak/{orang.urutan + 1}/")

    (satu,) = AksesData.objects.all()
    assert (satu.pegawai_id, satu.apa, satu.pelaku_nama) == ("77", "catatan jejak", "Inspektur")
