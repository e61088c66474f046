"""Criteria on screen: open to the world once published, drafts for those inside, the editor."""

from __future__ import annotations

from hashlib import sha256
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from organisasi.models import Pengguna
from penilaian.models import KeadaanKriteria, SetKriteria
from penilaian.services.kriteria_tanya import tanya_kriteria
from penilaian.services.kriteria_terbit import periksa_kriteria
from tests.factories.organisasi import kabupaten
from tests.helpers.htmx import periksa_potongan
from tests.helpers.layar import isi, kueri, masuk_sebagai
from tests.penilaian.kriteria.alat import PADA, draf_siap, petugas, terbit

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]

Orang = dict[str, Pengguna]


@pytest.fixture
def orang(pada_hari_ini: Any) -> Orang:
    """An agency and its officers."""
    kabupaten()
    return petugas()


@pytest.fixture
def draf(orang: Orang) -> SetKriteria:
    """A draft of the set for day one."""
    return draf_siap(orang)


def _url(nama: str, pk: int, **lain: Any) -> str:
    return reverse(f"penilaian:kriteria-{nama}", kwargs={"pk": pk, **lain})


def _kiriman(draf: SetKriteria, **ubah: str) -> dict[str, Any]:
    """The editor of a set for day one as a browser sends it."""
    data: dict[str, Any] = {
        "nama": draf.nama, "pengantar": draf.pengantar, "dasar": draf.dasar,
        "bobot_minimal": "85", "urutan_seri": "", "stempel": "0", "jumlah": "4", "aksi": "simpan",
    }  # fmt: skip
    for i, k in enumerate(draf.kriteria.all()):
        for sel in ("kode", "bunyi", "dasar", "satuan", "bukti", "sumber", "arah", "skala",
                    "bila_kosong"):  # fmt: skip
            data[f"k-{i}-{sel}"] = getattr(k, sel)
        data[f"k-{i}-bobot"] = str(k.bobot.normalize()).replace("E+1", "0")
        data[f"k-{i}-untuk"] = k.sumber
        for nama in ("dari", "sampai"):
            data[f"k-{i}-{nama}"] = k.parameter.get(nama, "")
    data["k-0-kata"] = ["100", "80", "50", "25", "0"]
    data["k-1-kata"] = data["k-2-kata"] = ["100", "80", "30"]
    return data | ubah


def test_a_stranger_reads_published_criteria_and_no_name_and_no_draft(
    client: Client, orang: Orang, draf: SetKriteria
) -> None:
    satu = terbit(orang, draf)
    lain = draf_siap(orang, "mutasi-awal")
    tanya_kriteria(satu.pk, pertanyaan="Bagaimana bila cuti?", pada=PADA, oleh=orang["pegawai"])

    daftar, rinci = (
        isi(client, reverse("penilaian:kriteria")),
        isi(client, _url("rincian", satu.pk)),
    )

    assert "Kinerja dari e-Kinerja dan SIASN" in daftar
    assert lain.nama not in daftar
    for kata in ("Berlaku mulai 1 Juli 2026", "SANGAT BAIK bernilai 100", "15 JP mendapat nilai 75",
                 satu.sha256, "Bagaimana bila cuti?", "PP 11/2017 Pasal 203"):  # fmt: skip
        assert kata in rinci, kata
    assert [p.nama for p in orang.values() if p.nama in daftar + rinci] == []
    for nama in ("rincian", "pdf", "json", "banding"):
        assert client.get(_url(nama, lain.pk)).status_code == 404, nama
    assert kueri(client, _url("rincian", satu.pk)) <= 8


def test_the_text_that_is_downloaded_has_the_published_hash(
    client: Client, orang: Orang, draf: SetKriteria
) -> None:
    satu = terbit(orang, draf)

    teks, pdf = client.get(_url("json", satu.pk)), client.get(_url("pdf", satu.pk))

    assert sha256(teks.content).hexdigest() == satu.sha256
    assert teks["Content-Disposition"] == 'attachment; filename="kriteria-kin-v1.json"'
    assert pdf.content.startswith(b"%PDF-")


def test_a_draft_is_read_and_asked_about_by_anybody_inside(
    client: Client, orang: Orang, draf: SetKriteria
) -> None:
    masuk_sebagai(client, orang["pegawai"])
    halaman = isi(client, _url("rincian", draf.pk))
    assert "Draf, belum berlaku." in halaman
    assert "Ubah draf" not in halaman
    assert client.get(_url("json", draf.pk)).status_code == 409

    pendek = client.post(_url("tanya", draf.pk), {"pertanyaan": "Apa?"})
    sah = client.post(_url("tanya", draf.pk), {"pertanyaan": "Bagaimana bila cuti besar?"})

    assert (pendek.status_code, sah.status_code) == (422, 302)
    assert "Pertanyaan Anda" in pendek.content.decode()
    halaman = isi(client, _url("rincian", draf.pk))
    assert "Bagaimana bila cuti besar?" in halaman
    assert "Belum dijawab." in halaman


def test_an_answer_and_a_session_are_written_on_their_pages(
    client: Client, orang: Orang, draf: SetKriteria
) -> None:
    satu = tanya_kriteria(draf.pk, pertanyaan="Apa itu JP?", pada=PADA, oleh=orang["pegawai"])
    masuk_sebagai(client, orang["analis"])
    assert "Apa itu JP?" in isi(client, _url("jawab", satu.pk))

    kosong = client.post(_url("jawab", satu.pk), {"jawaban": ""})
    client.post(_url("jawab", satu.pk), {"jawaban": "Jam pelajaran."})
    sesi = {"tanggal": "2026-05-30", "cara": "Rapat", "sasaran": "40", "hadir": "50"}
    lebih = client.post(_url("sosialisasi", draf.pk), sesi)
    client.post(_url("sosialisasi", draf.pk), sesi | {"hadir": "30"})

    assert (kosong.status_code, lebih.status_code) == (422, 422)
    assert "tidak dapat lebih dari yang diundang" in lebih.content.decode()
    halaman = isi(client, _url("rincian", draf.pk))
    assert "Jam pelajaran." in halaman
    assert "Hadir 30 dari 40 yang diundang: <strong>75 %</strong>" in halaman


def test_a_draft_begins_with_a_ready_set_or_with_nothing(client: Client, orang: Orang) -> None:
    masuk_sebagai(client, orang["analis"])
    baru = reverse("penilaian:kriteria-baru")
    assert "Susun kriteria pertama" in isi(client, reverse("penilaian:kriteria"))

    salah = client.post(baru, {"cara": "kosong", "kode": "2 kata", "keluarga": "kinerja"})
    siap = client.post(baru, {"cara": "siap", "kunci": "mutasi-awal"})
    kosong = client.post(
        baru, {"cara": "kosong", "kode": "kin", "keluarga": "kinerja", "nama": "A", "dasar": "B"}
    )

    assert (salah.status_code, siap.status_code, kosong.status_code) == (422, 302, 302)
    assert "Pakai huruf, angka, dan tanda -." in salah.content.decode()
    assert list(SetKriteria.objects.values_list("kode", flat=True)) == ["KIN", "MUT"]
    halaman = isi(client, kosong.url)
    assert "Belum ada kriteria. Tambahkan yang pertama." in halaman
    assert "Perangkat belum berisi satu pun kriteria." in halaman


def test_the_editor_shows_the_cells_of_a_scale_and_moves_criteria(
    client: Client, orang: Orang, draf: SetKriteria
) -> None:
    masuk_sebagai(client, orang["analis"])
    url = _url("ubah", draf.pk)
    tambah = _kiriman(draf, jumlah="5", aksi="isian-4")
    tambah["k-4-sumber"], tambah["k-4-skala"] = "inovasi", "tabel"
    garis = client.post(url, tambah).content.decode()
    tangga = client.post(url, tambah | {"k-4-skala": "tangga"}).content.decode()
    naik = client.post(url, _kiriman(draf, aksi="naik-3")).content.decode()
    hapus = client.post(url, _kiriman(draf, aksi="hapus-0")).content.decode()
    baru = client.post(url, _kiriman(draf, aksi="tambah")).content.decode()

    # Innovations are counted: a straight line is offered instead of a table, with their unit.
    assert 'name="k-4-dari"' in garis
    assert 'id="k-4-satuan" name="k-4-satuan" maxlength="40" value="inovasi"' in garis
    assert tangga.count('name="k-4-mulai"') == 2
    assert "3. Pelatihan" in naik
    assert "4. Rating perilaku kerja" in naik
    assert "1. Rating hasil kerja" in hapus
    assert "kurang 50" in hapus
    assert 'id="k-4-kode"' in baru
    assert "1 kriteria belum terbaca" in baru
    draf.refresh_from_db()
    assert (draf.stempel, draf.kriteria.count()) == (0, 4)


def test_a_draft_with_faults_is_saved_and_each_fault_leads_to_its_field(
    client: Client, orang: Orang, draf: SetKriteria
) -> None:
    masuk_sebagai(client, orang["analis"])
    ubah = {"k-3-bobot": "12,5", "k-0-bunyi": "", "dasar": ""}

    jawaban = client.post(_url("ubah", draf.pk), _kiriman(draf, **ubah), follow=True)

    halaman = unescape(jawaban.content.decode())
    assert "Draf tersimpan." in halaman
    assert '<a href="#k-0-bobot">Jumlah bobot harus tepat 100, sekarang 102,5.</a>' in halaman
    assert '<a href="#k-0-bunyi">Kriteria PRD: bunyi belum diisi.</a>' in halaman
    assert '<a href="#f-dasar">Dasar hukum perangkat kriteria belum diisi.</a>' in halaman
    masuk_sebagai(client, orang["kabid"])
    langkah = isi(client, _url("langkah", draf.pk))
    assert "Masih ada 3 hal yang harus dibereskan." in langkah


def test_what_cannot_be_read_is_named_and_nothing_is_saved(
    client: Client, orang: Orang, draf: SetKriteria
) -> None:
    masuk_sebagai(client, orang["analis"])
    ubah = {
        "k-0-bobot": "banyak", "k-1-kode": "PRD", "k-2-sumber": "", "k-3-sampai": "x",
        "nama": "", "bobot_minimal": "200",
    }  # fmt: skip

    jawaban = client.post(_url("ubah", draf.pk), _kiriman(draf, **ubah))

    halaman = unescape(jawaban.content.decode())
    assert jawaban.status_code == 422
    for kalimat in (
        "Isi namanya.", "Tulis angka dari 0 sampai 100.", "Tulis bobotnya dengan angka",
        "Sama dengan kode kriteria nomor 1.", "Pilih sumber datanya.", "'x' bukan angka.",
    ):  # fmt: skip
        assert kalimat in halaman, kalimat
    assert 'value="banyak"' in halaman
    draf.refresh_from_db()
    assert draf.stempel == 0


def test_the_later_of_two_editors_sees_what_would_change_and_may_save_over_it(
    client: Client, orang: Orang, draf: SetKriteria
) -> None:
    masuk_sebagai(client, orang["analis"])
    url = _url("ubah", draf.pk)
    client.post(url, _kiriman(draf, nama="Nama pertama"))

    kalah = client.post(url, _kiriman(draf, nama="Nama kedua"))
    halaman = unescape(kalah.content.decode())
    timpa = client.post(url, _kiriman(draf, nama="Nama kedua", aksi="timpa", kini="1"))

    assert kalah.status_code == 409
    assert "Nama: Nama pertama menjadi Nama kedua." in halaman
    assert timpa.status_code == 302
    draf.refresh_from_db()
    assert (draf.nama, draf.stempel) == ("Nama kedua", 2)


def test_the_fragment_of_the_editor_is_the_same_part_of_its_page(
    client: Client, orang: Orang, draf: SetKriteria
) -> None:
    masuk_sebagai(client, orang["analis"])

    periksa_potongan(client, _url("ubah", draf.pk), "lembar")


def test_the_steps_say_why_not_and_are_taken_on_their_page(
    client: Client, orang: Orang, draf: SetKriteria
) -> None:
    masuk_sebagai(client, orang["analis"])
    url = _url("langkah", draf.pk)
    assert "Kriteria yang ikut Anda susun diperiksa oleh orang lain." in isi(client, url)
    masuk_sebagai(client, orang["pegawai"])
    assert client.get(url).status_code == 403
    masuk_sebagai(client, orang["kabid"])
    client.post(_url("putuskan", draf.pk, aksi="periksa"), {"stempel": "0"})
    assert "Kriteria yang Anda periksa diterbitkan oleh orang lain." in unescape(isi(client, url))
    masuk_sebagai(client, orang["kepala"])

    tanpa = client.post(_url("putuskan", draf.pk, aksi="terbitkan"), {"stempel": "0"})
    dini = client.post(
        _url("putuskan", draf.pk, aksi="terbitkan"), {"stempel": "0", "mulai": "2026-06-02"}
    )
    sah = client.post(
        _url("putuskan", draf.pk, aksi="terbitkan"), {"stempel": "0", "mulai": "2026-07-01"}
    )

    assert [j.status_code for j in (tanpa, dini, sah)] == [422, 409, 302]
    assert "Paling cepat berlaku 15 Juni 2026" in dini.content.decode()
    assert client.post(_url("putuskan", draf.pk, aksi="entah")).status_code == 404
    draf.refresh_from_db()
    assert draf.keadaan == KeadaanKriteria.TERBIT


def test_versions_are_compared_in_sentences_and_a_draft_is_thrown_away(
    client: Client, orang: Orang, draf: SetKriteria
) -> None:
    satu = terbit(orang, draf)
    masuk_sebagai(client, orang["analis"])
    assert "Belum ada versi lain" in isi(client, _url("banding", satu.pk))

    client.post(_url("versi-baru", satu.pk))
    dua = SetKriteria.objects.get(versi=2)
    client.post(_url("ubah", dua.pk), _kiriman(dua, **{"k-0-bobot": "40", "k-1-bobot": "30"}))
    halaman = isi(client, _url("banding", dua.pk))
    client.post(_url("buang", dua.pk))

    assert "Kriteria PRD, bobot: 50 menjadi 40." in halaman
    assert "2 hal berubah" in halaman
    assert list(SetKriteria.objects.all()) == [satu]


def test_a_checked_draft_may_not_be_edited_but_goes_back(
    client: Client, orang: Orang, draf: SetKriteria
) -> None:
    periksa_kriteria(draf.pk, stempel=0, pada=PADA, oleh=orang["kabid"])
    masuk_sebagai(client, orang["analis"])
    assert client.get(_url("ubah", draf.pk)).status_code == 409
    masuk_sebagai(client, orang["kepala"])

    client.post(_url("putuskan", draf.pk, aksi="kembalikan"), {"alasan": "Bobot belum dibahas."})

    draf.refresh_from_db()
    assert draf.keadaan == KeadaanKriteria.DRAF
