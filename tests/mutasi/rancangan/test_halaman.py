"""The pages of a draft: what each tells, who may press what, and what pressing does."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from jejak.models import AksesData
from mutasi.models import Rancangan
from mutasi.selectors.rancangan import lembar
from mutasi.services import rancangan as acts
from mutasi.services import rancangan_baris as acts_baris
from organisasi.izin import Peran
from pegawai.models import Penugasan
from tests.factories.mutasi import PER, Meja
from tests.factories.organisasi import pengguna
from tests.mutasi.rancangan.alat import BACKEND, HTMX, alamat, teks

ALASAN = "Disetujui karena kebutuhan mendesak di bidang tujuan."


@pytest.mark.parametrize(
    ("ujung", "kata"),
    [
        ("", "2 perpindahan"),
        ("?status=gagal", "Hanya baris dengan keadaan yang dipilih"),
        ("akibat/", "Rantai 1"),
        ("langkah/", "menambah baris (ORANG KE 0)"),
        ("anggota/", "3 orang tahu bahwa rancangan ini ada"),
        ("ubah/", "Rencana TMT"),
        ("baris/", "Jabatan baru"),
        ("cari/?macam=ke&q=Muda 3", "butuh 1, isi 0, kurang 1"),
        ("cari/?macam=pegawai&q=ORANG", "ORANG KE 2"),
        ("cari/?macam=pegawai&q=O", ""),
    ],
)
def test_the_pages_of_a_draft_tell_what_they_are_for(
    meja: Meja, ani: Client, ujung: str, kata: str
) -> None:
    meja.baris(0, 1)
    meja.baris(1, 3)

    jawaban = ani.get(alamat(meja, ujung))

    assert jawaban.status_code == 200
    assert kata in teks(jawaban.content.decode())


def test_the_page_of_a_line_shows_rules_reasons_and_history(meja: Meja, ani: Client) -> None:
    baris = meja.baris(0, 3)
    url = alamat(meja, f"baris/{baris.pk}/")
    kode = lembar(meja.rancangan, per=PER).baris[0].peringatan[0].kode

    pendek = ani.post(f"{url}alasan/", {"kode": kode, "alasan": "pendek"})
    ani.post(f"{url}alasan/", {"kode": kode, "alasan": ALASAN})
    halaman = teks(ani.get(url).content.decode())
    ani.post(f"{url}hapus/")
    terhapus = teks(ani.get(url).content.decode())
    ani.post(f"{url}pulihkan/")
    ani.post(f"{url}urut/", {"arah": "naik"})

    assert pendek.status_code == 409
    assert ALASAN in halaman
    assert "Ani menulis alasan peringatan" in halaman
    assert "Dihapus oleh Ani" in terhapus
    assert meja.rancangan.baris.get().dihapus is False


def test_a_reader_sees_the_sheet_and_no_button(meja: Meja, client: Client) -> None:
    meja.baris(0, 1)
    client.force_login(meja.sekda, backend=BACKEND)

    halaman = client.get(alamat(meja)).content.decode()

    assert "Anda disebut di rancangan ini sebagai pembaca." in halaman
    assert 'data-ubah="ya"' not in halaman
    assert "Tambah baris" not in halaman
    assert client.get(alamat(meja, "ubah/")).status_code == 403


def test_a_draft_is_begun_shared_closed_and_opened_by_its_pages(
    meja: Meja, ani: Client, client: Client
) -> None:
    jawaban = ani.post("/rancangan/baru/", {"nama": "Kedua", "tmt": "2026-08-01"})
    url = jawaban.url
    tpk = pengguna(Peran.TPK_KETUA, nama="Ketua TPK")

    ani.post(f"{url}anggota/", {"siapa": tpk.pk, "ubah": ""})
    ani.post(f"{url}ubah/", {"nama": "Ketiga", "tmt": "2026-08-01", "keterangan": "k"})
    daftar = teks(ani.get("/rancangan/").content.decode())
    tutup = ani.post(f"{url}tutup/", follow=True).content.decode()
    buka = ani.post(f"{url}buka/", follow=True).content.decode()
    client.force_login(tpk, backend=BACKEND)

    assert "Anda disebut di 2 rancangan" in daftar
    assert "Buka kembali rancangan" in tutup
    assert "Tutup rancangan" in buka
    assert "Ketiga" in client.get("/rancangan/").content.decode()
    assert "Rancangan baru" not in client.get("/rancangan/").content.decode()


def test_undo_by_its_button_answers_the_sheet_with_the_line(meja: Meja, ani: Client) -> None:
    baris = meja.baris(0, 1)
    acts_baris.ubah_baris(meja.rancangan.pk, baris.pk, oleh=meja.ani, versi=1,
                          isi={"catatan": "salah ketik"})  # fmt: skip

    jawaban = ani.post(alamat(meja, "batalkan/"), {"nomor": 5, "sejak": 5}, headers=HTMX)

    baris.refresh_from_db()
    assert baris.catatan == ""
    assert f'<tr id="b{baris.pk}" data-v="3">' in jawaban.content.decode()
    assert ani.post(alamat(meja, "batalkan/"), {"nomor": "x"}, headers=HTMX).status_code == 409


def test_struck_members_lose_the_page(meja: Meja, ani: Client, client: Client) -> None:
    budi = meja.rancangan.anggota.get(pengguna=meja.budi)

    ani.post(alamat(meja, f"anggota/{budi.pk}/cabut/"))
    client.force_login(meja.budi, backend=BACKEND)

    assert client.get(alamat(meja)).status_code == 404
    assert "Belum ada rancangan" in client.get("/rancangan/").content.decode()


def test_a_candidate_goes_into_one_of_my_open_drafts_only(meja: Meja, ani: Client) -> None:
    isi = {"pegawai": meja.orang[0].pk, "formasi": meja.kursi[3].pk}

    pilih = ani.post("/rancangan/masukkan/", isi).content.decode()
    masuk = ani.post("/rancangan/masukkan/", isi | {"rancangan": str(meja.rancangan.pk)})
    acts.tutup(meja.rancangan.pk, oleh=meja.ani)
    tertutup = ani.post("/rancangan/masukkan/", isi | {"rancangan": str(meja.rancangan.pk)})
    rusak = ani.post("/rancangan/masukkan/", isi | {"rancangan": "bukan-nomor"})

    assert f'<option value="{meja.rancangan.pk}">Rotasi triwulan III' in pilih
    assert masuk.url == alamat(meja)
    assert (tertutup.status_code, rusak.status_code) == (404, 404)
    assert Penugasan.objects.filter(pegawai=meja.orang[0]).count() == 1, "nobody was moved"


def test_a_candidate_begins_a_draft_of_his_own_and_is_not_lost_on_the_way(
    meja: Meja, ani: Client
) -> None:
    orang, kursi = meja.orang[0], meja.kursi[3]
    calon = {"pegawai": orang.pk, "formasi": kursi.pk}

    tanya = ani.post("/rancangan/masukkan/", {**calon, "tmt": "2026-09-01"})
    lewat = ani.post("/rancangan/masukkan/", {**calon, "tmt": "31 Mei"})
    salah = ani.post("/rancangan/masukkan/", {**calon, "nama": "", "tmt": "2026-09-01"})
    jawaban = ani.post("/rancangan/masukkan/", {**calon, "nama": "Baru", "tmt": "2026-09-01"})

    assert 'value="2026-09-01"' in tanya.content.decode()
    assert 'value="2026-07-01"' in lewat.content.decode()
    assert "Ada yang perlu diperbaiki" in salah.content.decode()
    baru = Rancangan.objects.get(nama="Baru")
    assert jawaban["Location"] == f"/rancangan/{baru.pk}/"
    baris = baru.baris.get()
    assert (baris.pegawai, baris.ke_id) == (orang, kursi.pk)


@pytest.mark.parametrize("hari", ["9999-12-31", "0001-01-01", "2024-05-01", "2030-01-01"])
def test_a_draft_is_made_for_a_day_one_can_plan_for(meja: Meja, ani: Client, hari: str) -> None:
    isi = {"nama": "Rotasi", "tmt": hari, "keterangan": ""}

    baru = ani.post("/rancangan/baru/", isi)
    ubah = ani.post(alamat(meja, "ubah/"), isi)

    for jawaban in (baru, ubah):
        assert "Pilih hari antara 31 Mei 2025 dan 3 Juni 2029." in teks(jawaban.content.decode())
    assert ani.get(alamat(meja)).status_code == 200


def test_a_draft_of_long_ago_keeps_its_day_when_it_gets_another_name(
    meja: Meja, ani: Client
) -> None:
    isi = {"nama": "Rotasi", "tmt": "2020-01-01", "keterangan": ""}
    acts.ubah_judul(meja.rancangan.pk, oleh=meja.ani, **isi)

    jawaban = ani.post(alamat(meja, "ubah/"), isi | {"nama": "Rotasi lama"})

    meja.rancangan.refresh_from_db()
    assert jawaban.status_code == 302
    assert meja.rancangan.nama == "Rotasi lama"


def test_a_look_into_the_history_of_a_draft_is_noted_and_sealed(meja: Meja, ani: Client) -> None:
    meja.baris(0, 1)

    ani.get(alamat(meja, "langkah/"))

    catatan = AksesData.objects.get()
    assert (catatan.apa, catatan.jumlah) == ("rancangan rahasia", 4)
    assert catatan.rahasia_sampai == date(2027, 7, 1)
