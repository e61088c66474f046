"""Pages of decrees and letters: what they say, by whom they are opened, at what price."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from mutasi.models import BarisKeputusan, Keputusan, Surat
from organisasi.models import Proses
from organisasi.services.proses import jalankan
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.helpers.layar import masuk_sebagai

pytestmark = pytest.mark.sekali
PER = fk.PER
MAKS_KUERI = 20


def test_the_list_says_what_waits_and_the_form_drafts_it(
    k: f.Kantor, client: Client, django_assert_max_num_queries: Any
) -> None:
    (usulan,) = fk.setuju(k)
    fk.penanda_ppk(k)
    masuk_sebagai(client, k.penyusun)

    with django_assert_max_num_queries(MAKS_KUERI):
        daftar = client.get(reverse("mutasi:keputusan")).content.decode()
    formulir = reverse("mutasi:keputusan-susun", args=[usulan.berkas_id])
    with django_assert_max_num_queries(MAKS_KUERI):
        halaman = client.get(formulir).content.decode()
    isi = {"tentang": "Mutasi", "tmt": "2026-07-01", "usulan": str(usulan.pk)}
    isi["penandatangan"] = str(fk.penanda_ppk(k).pk)
    keliru = client.post(formulir, {**isi, "tmt": ""})
    hasil = client.post(formulir, isi, follow=True)

    assert "1 usulan disetujui PPK belum ber-SK" in daftar
    assert formulir in daftar
    assert usulan.pegawai.nama in halaman
    assert keliru.status_code == 422
    assert "Draf keputusan untuk 1 orang disusun." in hasil.content.decode()
    k2 = Keputusan.objects.get()
    draf = client.get(reverse("mutasi:keputusan-naskah", args=[k2.pk]))
    assert draf.content.startswith(b"%PDF")
    assert draf["Content-Disposition"].endswith('"sk-draf.pdf"')


def test_from_number_to_signed_file_through_the_pages(k: f.Kantor, client: Client) -> None:
    draf = fk.draf(k)
    hukum, bupati, bkd = (masuk_sebagai(Client(), o) for o in (k.hukum, k.bupati, k.penyusun))
    rincian = reverse("mutasi:keputusan-rincian", args=[draf.pk])

    hukum.post(reverse("mutasi:keputusan-nomor", args=[draf.pk]),
               {"nomor": "821.2/3/2026", "tanggal": "2026-06-01"})  # fmt: skip
    akibat = bupati.get(reverse("mutasi:keputusan-tetapkan", args=[draf.pk])).content.decode()
    draf.refresh_from_db()
    tanpa = bupati.post(reverse("mutasi:keputusan-tetapkan", args=[draf.pk]), {"sidik": "x"})
    bupati.post(
        reverse("mutasi:keputusan-tetapkan", args=[draf.pk]), {"sidik": draf.sidik, "yakin": "on"}
    )
    bkd.post(
        reverse("mutasi:keputusan-unggah", args=[draf.pk]),
        {"berkas": SimpleUploadedFile("s.pdf", b"%PDF-1.4 pindai")},
    )
    bkd.post(reverse("mutasi:keputusan-petikan", args=[draf.pk]))
    proses = Proses.objects.latest("pk")
    jalankan.func(proses.pk)
    paket = bkd.get(reverse("mutasi:keputusan-petikan-paket", args=[proses.pk]))
    baris = BarisKeputusan.objects.get()
    bkd.post(reverse("mutasi:keputusan-diterima", args=[draf.pk]),
             {"tanggal": "2026-06-01", "baris": baris.pk})  # fmt: skip

    assert "1 usulan</strong> menjadi ber-SK" in akibat
    assert "daftar gaji 1 Agustus 2026" in akibat
    assert tanpa.status_code == 422
    halaman = bkd.get(rincian).content.decode()
    assert "Berlaku" in halaman
    assert "diterima 1 Juni 2026" in halaman
    tanda = bkd.get(reverse("mutasi:keputusan-bertanda", args=[draf.pk]))
    assert b"".join(tanda.streaming_content) == b"%PDF-1.4 pindai"
    assert paket.content.startswith(b"PK")
    # The employee has no door to the decree with its annex, only to his excerpt.
    pegawai = masuk_sebagai(Client(), f.akun(baris.usulan))
    assert pegawai.get(rincian).status_code == 403
    assert pegawai.get(reverse("mutasi:petikan-unduh", args=[baris.pk])).status_code == 200


def test_letters_are_made_on_their_page(k: f.Kantor, client: Client) -> None:
    fk.setuju(k)
    masuk_sebagai(client, k.penyusun)
    buat = reverse("mutasi:surat-buat", args=[k.berkas.pk, "usulan"])
    isi = {"nomor": "800/1/2026", "tanggal": "2026-06-01", "kepada": "Kepala Kanreg BKN",
           "jabatan": "Kepala", "nama": "Kepala Contoh", "nip": "197001011995032001"}  # fmt: skip

    halaman = client.get(reverse("mutasi:surat-berkas", args=[k.berkas.pk])).content.decode()
    client.post(buat, isi)
    daftar = client.get(reverse("mutasi:surat")).content.decode()

    assert "SK belum ditetapkan." in halaman
    surat = Surat.objects.get()
    assert "800/1/2026" in daftar
    assert client.get(reverse("mutasi:surat-pdf", args=[surat.pk])).content.startswith(b"%PDF")
    assert client.get(reverse("mutasi:surat-word", args=[surat.pk])).content.startswith(b"PK")
    nominatif = client.get(reverse("mutasi:surat-nominatif", args=[k.berkas.pk]))
    assert nominatif.content.startswith(b"%PDF")
    assert client.get(reverse("mutasi:surat-templat")).status_code == 200
