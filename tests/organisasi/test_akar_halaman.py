"""Published heads: mailed once, shown to everybody, proven offline with what the page gives."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client

import periksa_jejak
from jejak.akar import terbitkan_akar
from jejak.catat import Objek, catat
from jejak.models import AkarJejak, AksesData
from organisasi import tindakan
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan, Pengguna
from organisasi.services import harian
from organisasi.services.akar import umumkan_akar
from organisasi.services.pemberitahuan import kirim_surel
from tests.factories.organisasi import kabupaten
from tests.factories.organisasi import pengguna as buat

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]

HARI = date(2026, 6, 1)


@pytest.fixture
def pemeriksa(client: Client) -> Pengguna:
    kabupaten()
    akun = buat(Peran.INSPEKTORAT, nama="Inspektur")
    Pengguna.objects.filter(pk=akun.pk).update(email="inspektur@contoh.go.id")
    return akun


def isi_jejak(oleh: Pengguna, banyak: int, jenis: str = "organisasi.unitkerja") -> None:
    with transaction.atomic():
        for n in range(banyak):
            catat(tindakan.UNIT_DIUBAH, Objek(jenis, str(n), f"unit {n}"), oleh=oleh,
                  sebelum={"nama": "lama"}, sesudah={"nama": "baru"})  # fmt: skip


def test_head_is_mailed_to_the_inspektorat_once_and_whole(pemeriksa: Pengguna) -> None:
    buat(Peran.ANALIS_BKD)
    isi_jejak(pemeriksa, 3)

    akar = umumkan_akar(per=HARI, sebab="Penutupan sidang TPK 1/2026")
    umumkan_akar(per=HARI)
    kirim_surel()
    kirim_surel()

    assert [(m.to, m.subject) for m in mail.outbox] == [
        (["inspektur@contoh.go.id"], f"SERASI: Akar jejak 3:{akar.akar}")
    ]
    assert str(akar) in mail.outbox[0].body
    pesan = Pemberitahuan.objects.get()
    assert (pesan.untuk, pesan.tautan) == (pemeriksa, "/jejak/akar/")
    assert "Penutupan sidang TPK 1/2026" in pesan.isi


def test_next_head_is_mailed_again_but_not_to_who_left_the_inspektorat(
    pemeriksa: Pengguna,
) -> None:
    isi_jejak(pemeriksa, 1)
    umumkan_akar(per=HARI)
    isi_jejak(pemeriksa, 1)
    umumkan_akar(per=HARI)
    pemeriksa.penugasan.update(selesai=HARI)
    isi_jejak(pemeriksa, 1)
    umumkan_akar(per=HARI)

    assert Pemberitahuan.objects.filter(untuk=pemeriksa).count() == 2
    assert AkarJejak.objects.count() == 3


def test_act_that_is_rolled_back_publishes_nothing_and_tells_nobody(pemeriksa: Pengguna) -> None:
    with transaction.atomic():
        isi_jejak(pemeriksa, 1)
        umumkan_akar(per=HARI, sebab="Penutupan sidang")
        transaction.set_rollback(True)

    assert not AkarJejak.objects.exists()
    assert not Pemberitahuan.objects.exists()


def test_daily_round_publishes_and_tells(pemeriksa: Pengguna) -> None:
    isi_jejak(pemeriksa, 2)

    harian.kerjakan(HARI)

    akar = AkarJejak.objects.get()
    assert akar.sebab == "Penerbitan harian"
    assert Pemberitahuan.objects.get(untuk=pemeriksa).judul == f"Akar jejak {akar}"


def test_public_page_shows_every_head_and_what_is_not_protected(
    client: Client, pemeriksa: Pengguna
) -> None:
    kosong = client.get("/jejak/akar/").content.decode()
    for n in range(3):
        isi_jejak(pemeriksa, 1)
        terbitkan_akar(sebab=f"Sidang {n}")
    semua = list(AkarJejak.objects.order_by("-urutan"))

    halaman = client.get("/jejak/akar/").content.decode()

    assert "Belum ada akar" in kosong
    assert [a for a in semua if a.akar not in halaman or a.sebab not in halaman] == []
    assert halaman.index(semua[0].akar) < halaman.index(semua[1].akar)
    assert "belum terlindung dari penghapusan" in halaman
    assert "/jejak/akar/lanjutan-2-3.json" in halaman
    assert "akar pertama" in halaman
    assert "Inspektur" not in halaman
    arti = client.get("/jejak/akar/arti/").content.decode()
    assert "Dua penjaga yang bersekongkol" in arti
    assert str(semua[0]) in arti


def test_long_list_of_heads_goes_on_below_the_last_one(
    client: Client, pemeriksa: Pengguna, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("organisasi.selectors_jejak.PER_HALAMAN", 2)
    for _ in range(5):
        isi_jejak(pemeriksa, 1)
        terbitkan_akar()

    nomor, lanjut = [], ""
    while True:
        isi = client.get(f"/jejak/akar/?sebelum={lanjut}").context["isi"]
        nomor += [(a.urutan, lama and lama.urutan) for a, lama in isi.baris]
        if isi.berikut is None:
            break
        lanjut = isi.berikut

    assert nomor == [(5, 4), (4, 3), (3, 2), (2, 1), (1, None)]


def test_stranger_downloads_the_heads_as_text_and_as_json(
    client: Client, pemeriksa: Pengguna
) -> None:
    isi_jejak(pemeriksa, 1)
    satu = terbitkan_akar(sebab="Sidang")

    teks = client.get("/jejak/akar/akar-jejak.txt")
    data = json.loads(client.get("/jejak/akar/akar-jejak.json").content)

    assert f"\n{satu}  2026-06-01T" in teks.content.decode()
    assert "attachment" in teks["Content-Disposition"]
    assert data["akar"] == [
        {"n": 1, "akar": satu.akar, "waktu": data["akar"][0]["waktu"], "sebab": "Sidang"}
    ]


def test_all_that_an_auditor_needs_comes_from_the_site_and_works_without_it(
    client: Client, pemeriksa: Pengguna, tmp_path: Path
) -> None:
    """The tool, a receipt, a proof between two heads: downloaded, then checked in a bare folder."""
    isi_jejak(pemeriksa, 5)
    lama = terbitkan_akar()
    isi_jejak(pemeriksa, 6)
    baru = terbitkan_akar()
    alat = tmp_path / "periksa_jejak.py"
    alat.write_bytes(b"".join(client.get("/jejak/akar/periksa_jejak.py").streaming_content))  # type: ignore[arg-type, attr-defined]
    (tmp_path / "l.json").write_bytes(client.get("/jejak/akar/lanjutan-5-11.json").content)
    client.force_login(pemeriksa)
    (tmp_path / "t.json").write_bytes(client.get("/jejak/3/tanda-terima/").content)

    def jalankan(*argumen: str) -> int:
        perintah = [sys.executable, "-I", "-S", alat.name, *argumen]
        return subprocess.run(perintah, cwd=tmp_path, capture_output=True, check=False).returncode  # noqa: S603

    assert jalankan("--tanda-terima", "t.json", "--akar", str(lama)) == 0
    assert jalankan("--lanjutan", "l.json", "--akar-lama", str(lama), "--akar", str(baru)) == 0
    assert jalankan("--tanda-terima", "t.json", "--akar", str(baru)) == 4


@pytest.mark.parametrize(
    "alamat", ["lanjutan-1-2", "lanjutan-0-1", "lanjutan-1-99999999999999999999", "lanjutan-2-1"]
)
def test_proof_between_heads_that_were_never_published_does_not_exist(
    client: Client, pemeriksa: Pengguna, alamat: str
) -> None:
    isi_jejak(pemeriksa, 1)
    terbitkan_akar()

    assert client.get(f"/jejak/akar/{alamat}.json").status_code == 404


def test_overseer_takes_a_receipt_home_and_that_is_noted(
    client: Client, pemeriksa: Pengguna
) -> None:
    client.force_login(pemeriksa)
    isi_jejak(pemeriksa, 1, "pegawai.pegawai")

    terlalu_dini = client.get("/jejak/1/tanda-terima/")
    sebelum = client.get("/jejak/1/").content.decode()
    terbitkan_akar()
    sesudah = client.get("/jejak/1/").content.decode()
    berkas = client.get("/jejak/1/tanda-terima/")

    assert terlalu_dini.status_code == 409
    assert "belum tercakup akar" in terlalu_dini.content.decode()
    assert "paling lambat besok" in sebelum
    assert 'href="/jejak/1/tanda-terima/"' in sesudah
    assert berkas["Content-Disposition"] == 'attachment; filename="tanda-terima-1.json"'
    assert periksa_jejak.periksa_tanda_terima(
        json.loads(berkas.content), (1, AkarJejak.objects.get().akar)
    ) == []  # fmt: skip
    assert AksesData.objects.filter(apa="tanda terima jejak", pegawai_id="0").count() == 1
    assert client.get("/jejak/99/tanda-terima/").status_code == 404


def test_page_of_soundness_says_whether_anybody_gets_the_heads_by_mail(
    client: Client, pemeriksa: Pengguna
) -> None:
    client.force_login(pemeriksa)

    ada = client.get("/jejak/verifikasi/").content.decode()
    Pengguna.objects.filter(pk=pemeriksa.pk).update(email="")
    tiada = client.get("/jejak/verifikasi/").content.decode()

    assert "kepada 1 akun Inspektorat" in ada
    assert "Tidak ada akun Inspektorat" in tiada
