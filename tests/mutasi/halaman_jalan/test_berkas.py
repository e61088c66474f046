"""Meja rombongan: written line by line, judged at once, acted on together, quick when large."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jejak.models import AksesData
from mutasi.models import BerkasMutasi, UsulanMutasi
from organisasi.izin import Peran
from pegawai.services.turunan import segarkan_kata
from tests.factories import jalan as f
from tests.factories.jalan import Kantor
from tests.factories.organisasi import pengguna
from toolkit.xlsx import baca_buku

HTMX = {"HX-Request": "true"}
Sebagai = Callable[[Any], Client]


def teks(jawaban: Any) -> str:
    """What a person reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", jawaban.content.decode()).split())


@pytest.mark.sekali
def test_a_file_is_begun_by_hand_and_filled_in_the_sheet(kantor: Kantor, sebagai: Sebagai) -> None:
    klien = sebagai(kantor.penyusun)
    isi = {"nama": "Rombongan baru", "tmt": f.TMT.isoformat(), "sumber": "bkd"}
    klien.post("/mutasi/berkas/baru/", {**isi, "keterangan": "Penataan menurut beban kerja."})
    berkas = BerkasMutasi.objects.get(nama="Rombongan baru")
    siapa, ke = f.orang(f.kursi(kantor.asal)), f.kursi(kantor.tujuan)
    segarkan_kata(None)
    url = f"/mutasi/berkas/{berkas.pk}/"

    belum = klien.post(f"{url}baris/", {"pegawai": f"#{siapa.pk}"}, headers=HTMX)
    baru = klien.post(f"{url}baris/", {"pegawai": siapa.nip, "ke": f"#{ke.pk}"}, headers=HTMX)
    usulan = berkas.usulan.get()
    ubah = klien.post(
        f"{url}baris/{usulan.pk}/ubah/", {"alasan": "Guru kurang dua.", "versi": "1"}, headers=HTMX
    )
    usulan.refresh_from_db()

    assert (belum.status_code, "Pilih jabatan tujuannya" in teks(belum)) == (409, True)
    assert f'data-baru="{usulan.pk}"' in baru.content.decode()
    assert (usulan.pegawai_id, usulan.ke_id, usulan.tmt) == (siapa.pk, ke.pk, f.TMT)
    assert (usulan.alasan, f'id="b{usulan.pk}"' in ubah.content.decode()) == (
        "Guru kurang dua.", True,
    )  # fmt: skip
    halaman = teks(klien.get(url))
    assert "1 usulan : 1 draf" in halaman
    assert "menjadi lowong, terisi 0 dari 1" in halaman
    assert "Perlu alasan tertulis" in teks(klien.get(f"{url}baris/{usulan.pk}/"))


@pytest.mark.sekali
def test_a_secret_file_does_not_exist_for_whom_it_does_not_name(
    kantor: Kantor, sebagai: Sebagai
) -> None:
    usulan = f.draf(kantor)
    lain = sebagai(pengguna(Peran.ANALIS_BKD, nama="Analis lain"))

    kosong = teks(lain.get("/mutasi/berkas/"))
    tertutup = [
        lain.get(url).status_code
        for url in (f"/mutasi/berkas/{usulan.berkas_id}/", f"/mutasi/usulan/{usulan.pk}/",
                    f"/mutasi/usulan/{usulan.pk}/lembar/", f"/mutasi/usulan/{usulan.pk}/aturan/")
    ]  # fmt: skip

    assert "0 berkas" in kosong
    assert usulan.berkas.nomor not in kosong
    assert "0 usulan berjalan" in teks(lain.get("/mutasi/usulan/"))
    assert tertutup == [404] * 4


@pytest.mark.sekali
def test_a_bulk_act_is_asked_back_and_reported_per_row(kantor: Kantor, sebagai: Sebagai) -> None:
    satu, dua = f.draf(kantor), f.kasus(kantor, "diajukan")
    klien = sebagai(kantor.penyusun)
    url = f"/mutasi/berkas/{kantor.berkas.pk}/massal/"
    isi = {"usulan": [str(satu.pk), str(dua.pk)], "aksi": "ajukan"}

    tanya = teks(klien.post(url, isi))
    lapor = teks(klien.post(url, {**isi, "yakin": "ya"}))

    assert "1 dapat diproses" in tanya
    assert "jadi tidak dapat lagi mengajukan" in tanya
    assert "1 usulan selesai , 1 tidak diproses" in lapor
    assert f.ambil(satu).status == "diajukan"
    assert "Centang paling sedikit satu baris" in teks(klien.post(url, {"aksi": "ajukan"}))


@pytest.mark.sekali
def test_chosen_cases_are_split_into_a_file_of_their_own(kantor: Kantor, sebagai: Sebagai) -> None:
    satu, dua = f.draf(kantor), f.draf(kantor)
    klien = sebagai(kantor.penyusun)
    url = f"/mutasi/berkas/{kantor.berkas.pk}/massal/"
    isi = {"usulan": [str(dua.pk)], "aksi": "pecah", "yakin": "ya"}

    klien.post(url, {**isi, "nama": "Menyusul"})

    assert f.ambil(dua).berkas.nama == "Menyusul"
    assert f.ambil(satu).berkas_id == kantor.berkas.pk


@pytest.mark.sekali
def test_the_sheet_and_its_neighbours_cost_the_same_with_forty_lines_more(
    kantor: Kantor, sebagai: Sebagai
) -> None:
    usulan = f.draf(kantor)
    klien = sebagai(kantor.penyusun)
    halaman = [
        f"/mutasi/berkas/{kantor.berkas.pk}/{ujung}" for ujung in ("", "akibat/", "kesiapan/")
    ]
    halaman += ["/mutasi/", "/mutasi/berkas/", "/mutasi/usulan/", f"/mutasi/usulan/{usulan.pk}/"]
    sedikit = [_kueri(klien, url) for url in halaman]
    _gandakan(usulan, 40)
    banyak = [_kueri(klien, url) for url in halaman]

    assert [b - a for a, b in zip(sedikit, banyak, strict=True) if b > a] == []
    assert max(banyak) <= 20


def _kueri(klien: Client, url: str) -> int:
    klien.get(url)
    with CaptureQueriesContext(connection) as kueri:
        assert klien.get(url).status_code == 200
    return sum("SAVEPOINT" not in satu["sql"] for satu in kueri)


def _gandakan(usulan: UsulanMutasi, banyak: int) -> None:
    """So many like this one, each with a person of its own in the same seat."""
    kolom = [k.attname for k in UsulanMutasi._meta.concrete_fields]
    isi = {k: getattr(usulan, k) for k in kolom if k not in ("id", "pegawai_id", "urutan")}
    UsulanMutasi.objects.bulk_create(
        UsulanMutasi(**isi, pegawai=f.pegawai(f"BANYAK {n}", post=usulan.dari), urutan=100 + n)
        for n in range(banyak)
    )


@pytest.mark.sekali
def test_the_workbook_holds_what_is_filtered_and_says_who_took_it(
    kantor: Kantor, sebagai: Sebagai
) -> None:
    f.draf(kantor)
    diajukan = f.kasus(kantor, "diajukan")
    klien = sebagai(kantor.penyusun)

    berkas: Any = klien.get("/mutasi/usulan/ekspor/?status=diajukan")
    buku = baca_buku(io.BytesIO(b"".join(berkas.streaming_content)), nama="usulan.xlsx")
    lembar = {satu.nama: [baris for _, baris in satu.buka()] for satu in buku.lembar}

    assert [baris[2] for baris in lembar["Usulan mutasi"][1:]] == [diajukan.pegawai.nip]
    keterangan = {baris[0]: baris[1] for baris in lembar["Keterangan"][1:]}
    assert keterangan["Saringan"] == "Keadaan: Diajukan, menunggu verifikasi BKD"
    assert keterangan["Diekspor oleh"] == kantor.penyusun.nama
    akses = AksesData.objects.get(apa="usulan mutasi", sasaran="ekspor")
    assert (akses.jumlah, akses.rahasia_sampai is not None) == (1, True)
    imut: Any = klien.get(f"/mutasi/berkas/{kantor.berkas.pk}/kesiapan/imut.csv")
    assert diajukan.pegawai.nip in b"".join(imut.streaming_content).decode()
