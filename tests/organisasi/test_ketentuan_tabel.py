"""The room of the tables of amounts: who lays them, and how they are read."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from organisasi.izin import Peran
from organisasi.kernel.tabel_besaran import TUNJANGAN_FUNGSIONAL, TUNJANGAN_STRUKTURAL, Besaran
from organisasi.models import NilaiKetentuan, Pengguna
from organisasi.selectors import tabel_besaran
from organisasi.services import ketentuan as acts
from tests.factories.organisasi import kabupaten
from tests.factories.organisasi import pengguna as buat
from toolkit.policy import NotAllowed, WrongMoment

pytestmark = [
    pytest.mark.django_db, pytest.mark.sekali, pytest.mark.usefixtures("pada_hari_ini"),
]  # fmt: skip

MULAI = date(2026, 5, 1)
IV_A = {"41": Besaran("Eselon IV.a", 540_000, "Perpres 26 Tahun 2007")}
ALAMAT = f"/ketentuan/{TUNJANGAN_STRUKTURAL}/"


def isi(oleh: Pengguna, mulai: date = MULAI, besaran: dict[str, Besaran] | None = None) -> None:
    acts.tetapkan_tabel(
        TUNJANGAN_STRUKTURAL, oleh=oleh, mulai=mulai, besaran=besaran or IV_A, catatan="Impor a"
    )


def test_only_who_may_set_constants_lays_a_table() -> None:
    with pytest.raises(NotAllowed, match="tidak berhak mengimpor"):
        isi(buat(Peran.ANALIS_BKD))
    for peran in (Peran.KABID_MUTASI, Peran.BAGIAN_HUKUM):
        isi(buat(peran))
    with pytest.raises(WrongMoment, match="diisi lewat impor"):
        acts.tetapkan_ketentuan(
            TUNJANGAN_STRUKTURAL, oleh=buat(Peran.KABID_MUTASI, nama="Lain"),
            baru=acts.NilaiBaru({}, MULAI, "x"),
        )  # fmt: skip

    assert NilaiKetentuan.objects.filter(kode=TUNJANGAN_STRUKTURAL).count() == 1, "nothing new"
    assert tabel_besaran(per=MULAI)[TUNJANGAN_STRUKTURAL] == IV_A


def test_an_empty_table_says_how_it_is_filled(client: Client) -> None:
    kabupaten()
    client.force_login(buat(Peran.KABID_MUTASI))

    kosong = client.get(ALAMAT).content.decode()
    daftar = client.get("/ketentuan/").content.decode()
    unggah = client.get("/impor/unggah/tunjangan/").content.decode()
    client.force_login(buat(Peran.PEGAWAI))
    pembaca = client.get(ALAMAT).content.decode()

    assert "Tabel ini belum diisi" in kosong
    assert "/impor/unggah/tunjangan/" in kosong
    assert daftar.count("belum diisi") == 3
    assert "Tunjangan jabatan struktural" in daftar
    assert "Mengunggah belum mengubah apa pun" in unggah
    assert "lewat menu Impor" in pembaca
    assert "/impor/unggah/tunjangan/" not in pembaca


def test_a_table_is_read_by_line_and_day_with_its_history(client: Client) -> None:
    kabupaten()
    kabid = buat(Peran.KABID_MUTASI)
    isi(kabid)
    naik = {"41": Besaran("Eselon IV.a", 700_000, "Perpres 9"),
            "31": Besaran("Eselon III.a", 1_260_000, "Perpres 9")}  # fmt: skip
    isi(kabid, date(2026, 7, 1), naik)
    client.force_login(kabid)

    kini = client.get(ALAMAT).content.decode()
    nanti = client.get(f"{ALAMAT}?per=2026-07-01").content.decode()
    dulu = client.get(f"{ALAMAT}?per=2026-01-01").content.decode()
    cari = client.get(f"{ALAMAT}?per=2026-07-01&q=iii.a").content.decode()
    daftar = client.get("/ketentuan/").content.decode()

    assert "1 besaran</strong> berlaku pada 1 Juni 2026, sejak 1 Mei 2026" in kini
    assert "Rp540.000" in kini
    assert "Perpres 26 Tahun 2007" in kini
    assert "Rp700.000" not in kini
    assert kini.count("?per=2026-07-01") == 1, "the history leads to the coming table"
    assert "Rp700.000" in nanti
    assert "Belum ada besaran yang berlaku" in dulu
    assert "Rp1.260.000" in cari
    assert "Rp700.000" not in cari
    assert "Tidak ada yang cocok" in client.get(f"{ALAMAT}?q=zz").content.decode()
    assert "sebutan" not in kini, "no JSON on screen"
    assert daftar.count("belum diisi") == 2
    assert client.post(ALAMAT, {"nilai": "1"}).status_code == 405


def test_seven_hundred_lines_are_paged_and_their_trace_is_one_number(client: Client) -> None:
    kabupaten()
    kabid = buat(Peran.KABID_MUTASI)
    banyak = {
        f"jf{n} MU": Besaran(f"JF {n} Ahli Muda", 500_000, f"Perpres {n}") for n in range(700)
    }
    baris = acts.tetapkan_tabel(TUNJANGAN_FUNGSIONAL, oleh=kabid, mulai=MULAI, besaran=banyak)
    client.force_login(kabid)

    halaman = client.get(f"/ketentuan/{TUNJANGAN_FUNGSIONAL}/")

    assert baris is not None
    assert baris.dasar == "700 peraturan; lihat dasar tiap besaran"
    assert len(halaman.content) < 60_000
    assert "700 besaran" in halaman.content.decode()
    assert acts._jejak(MULAI, banyak) == {"mulai": MULAI, "banyaknya besaran": 700}
